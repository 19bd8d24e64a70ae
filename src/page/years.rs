//! What must be reached by when: all targets and target figures of the plan, by year.

use super::lines::{Page, Style};
use super::writer::PageWriter;
use crate::describe::{self, TextRole, TextRun, targets};
use crate::i18n::describe::describe as labels;
use crate::model::{Node, Plan};

/// All targets of the plan by their year.
#[must_use]
pub fn years(plan: &Plan, style: &Style) -> Page {
    let mut writer = PageWriter::new(plan, style);
    let labels = labels(style.lang);
    let heading = TextRun::new(labels.years, TextRole::Name);
    writer.out.line(vec![heading]);
    let aims = targets(plan, style.options());
    if aims.is_empty() {
        let none = TextRun::new(labels.no_years, TextRole::Quiet);
        writer.out.line(vec![none]);
    }
    for same in aims.chunk_by(|one, other| one.year == other.year) {
        writer.out.gap();
        let year = same.first().map_or(0, |aim| aim.year);
        writer.out.line(vec![
            TextRun::new(year.to_string(), TextRole::Label),
            TextRun::new(format!("  {}", same.len()), TextRole::Quiet),
        ]);
        let mut last = None;
        for aim in same {
            if writer.out.is_full() {
                break;
            }
            if last != Some(aim.item) {
                let title = describe::link(plan, Node::Item(aim.item), style.lang.into());
                writer.out.hanging(2, 5, title.runs(style.lang));
            }
            last = Some(aim.item);
            let runs = writer.runs(&aim.entry);
            writer.out.hanging(5, 5, runs);
        }
    }
    writer.out.finish()
}
