//! The way one came: places to go back to, exactly as they were, and forward again.

use std::sync::Arc;

use super::list::Mark;
use super::lookup::same;
use super::reader::Place as Reading;
use super::update::reload::same_section;
use super::{App, Focus, Grid, Section};
use crate::model::Plan;
use crate::search::Found;

/// Everything that makes up where one is.
#[derive(Clone, Debug)]
pub(super) struct Place {
    focus: Focus,
    section: Section,
    typed: String,
    found: Option<Arc<Found>>,
    mark: Mark,
    reading: Reading,
    grid: Option<Grid>,
}

/// How many places are kept.
const LONGEST: usize = 200;

/// Places behind and ahead.
#[derive(Debug, Default)]
pub(super) struct Trail {
    behind: Vec<Place>,
    ahead: Vec<Place>,
}

impl Trail {
    /// There is somewhere to go back to.
    pub(super) fn leads_back(&self) -> bool {
        !self.behind.is_empty()
    }

    /// Calls every place by its ids in another plan.
    pub(super) fn rename(&mut self, old: &Plan, new: &Plan) {
        let renamed = |node| new.find(old.id(node));
        for place in self.behind.iter_mut().chain(&mut self.ahead) {
            place.section = same_section(place.section, old, new);
            place.found = place.found.as_ref().map(|found| same(found, renamed));
            place.mark = place.mark.renamed(renamed);
            place.reading = place.reading.renamed(renamed);
            if place.reading.subject.is_none() && place.focus == Focus::Detail {
                place.focus = Focus::List;
            }
            if let Some(grid) = &mut place.grid {
                grid.replace(old, new);
            }
        }
    }
}

impl App {
    fn here(&self) -> Place {
        Place {
            focus: self.focus,
            section: self.section,
            typed: self.lookup.input().value().to_owned(),
            found: self.lookup.found().cloned(),
            mark: self.list.mark(),
            reading: self.reader.place(),
            grid: self.grid.clone(),
        }
    }

    /// Remembers where one is, before going elsewhere.
    pub(super) fn leave_mark(&mut self) {
        let place = self.here();
        self.trail.ahead.clear();
        self.trail.behind.push(place);
        if self.trail.behind.len() > LONGEST {
            self.trail.behind.remove(0);
        }
    }

    /// Back, or forward again; false where there is nowhere to go.
    pub(super) fn travel(&mut self, back: bool) -> bool {
        let here = self.here();
        let Trail { behind, ahead } = &mut self.trail;
        let (from, to) = if back {
            (behind, ahead)
        } else {
            (ahead, behind)
        };
        let Some(place) = from.pop() else {
            return false;
        };
        to.push(here);
        self.focus = place.focus;
        self.section = place.section;
        self.lookup.restore(&place.typed, place.found);
        let rows = self.rows_now();
        self.list.set(rows);
        self.list.restore(place.mark);
        self.reader.restore(place.reading);
        self.grid = place.grid;
        true
    }
}
