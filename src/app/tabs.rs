//! The tabs as they stand on the screen: their labels and columns, for drawing and for clicks.

use super::layout::fit_tabs;
use super::rows::TabKind;
use super::{App, Areas};
use crate::model::BasisFilter;
use crate::page::width;

/// A tab that shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tab {
    /// What it shows.
    pub section: TabKind,
    /// Its number, as the keys count.
    pub number: usize,
    /// What it says.
    pub label: String,
    /// Where it begins, in columns from the left edge.
    pub column: u16,
}

impl App {
    /// The tabs that fit, and whether others are hidden. Where a trail is shown there are none.
    #[must_use]
    pub fn tabs(&self) -> (Vec<Tab>, bool) {
        let Areas {
            tabs: Some(area), ..
        } = self.areas()
        else {
            return (Vec::new(), false);
        };
        if self.trail().is_some() {
            return (Vec::new(), false);
        }
        let columns = |text: &str| u16::try_from(width(text)).unwrap_or(u16::MAX);
        let sections = TabKind::of(&self.plan);
        // Beside what was found, or our own work alone, the counts of all there is would be taken for its own.
        let is_all = self.lookup.found().is_none() && self.basis != BasisFilter::Assigned;
        let label = |&section| match self.name_of(section) {
            name if is_all => format!("{name} {}", section.count(&self.plan)),
            name => name.to_owned(),
        };
        let labels: Vec<String> = sections.iter().map(label).collect();
        let widths: Vec<u16> = labels
            .iter()
            .map(|label| columns(&self.charset().fit(label)))
            .collect();
        let chosen = sections
            .iter()
            .position(|&section| section == self.section)
            .unwrap_or(0);
        let room = area.width.saturating_sub(2);
        let shown = fit_tabs(&widths, chosen, room, columns(self.words().more));
        let hidden = shown.len() < labels.len();
        let tab = |(column, number): (u16, usize)| {
            let (section, label) = (*sections.get(number)?, labels.get(number)?.clone());
            Some(Tab {
                section,
                number,
                label,
                column: column + 1,
            })
        };
        (shown.into_iter().filter_map(tab).collect(), hidden)
    }

    pub(super) fn name_of(&self, section: TabKind) -> &str {
        let words = self.words();
        match section {
            TabKind::All => words.all,
            TabKind::Kind(kind) => self.plan[kind].plural.get(self.lang()),
            TabKind::Bodies => words.bodies,
            TabKind::Documents => words.documents,
        }
    }
}
