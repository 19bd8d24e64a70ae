//! The way one came: places to go back to, exactly as they were, and forward again.

use std::sync::Arc;

use super::detail::DetailMark;
use super::list::Mark;
use super::lookup::same;
use super::update::reload::same_section;
use super::{App, Focus, MatrixView, Section};
use crate::model::Plan;
use crate::search::Found;

/// Everything that makes up where one is.
#[derive(Clone, Debug)]
pub(super) struct HistoryEntry {
    focus: Focus,
    section: Section,
    typed: String,
    found: Option<Arc<Found>>,
    mark: Mark,
    detail: DetailMark,
    matrix_view: Option<MatrixView>,
}

/// How many places are kept.
const LONGEST: usize = 200;

/// Places behind and ahead.
#[derive(Debug, Default)]
pub(super) struct History {
    behind: Vec<HistoryEntry>,
    ahead: Vec<HistoryEntry>,
}

impl History {
    /// There is somewhere to go back to.
    pub(super) fn leads_back(&self) -> bool {
        !self.behind.is_empty()
    }

    /// Calls every place by its ids in another plan.
    pub(super) fn rename(&mut self, old: &Plan, new: &Plan) {
        let renamed = |node| new.find(old.id(node));
        for entry in self.behind.iter_mut().chain(&mut self.ahead) {
            entry.section = same_section(entry.section, old, new);
            entry.found = entry.found.as_ref().map(|found| same(found, renamed));
            entry.mark = entry.mark.renamed(renamed);
            entry.detail = entry.detail.renamed(renamed);
            if entry.detail.subject.is_none() && entry.focus == Focus::Detail {
                entry.focus = Focus::List;
            }
            if let Some(grid) = &mut entry.matrix_view {
                grid.replace(old, new);
            }
        }
    }
}

impl App {
    fn here(&self) -> HistoryEntry {
        HistoryEntry {
            focus: self.focus,
            section: self.section,
            typed: self.lookup.input().value().to_owned(),
            found: self.lookup.found().cloned(),
            mark: self.list.mark(),
            detail: self.detail.mark(),
            matrix_view: self.matrix_view.clone(),
        }
    }

    /// Remembers where one is, before going elsewhere.
    pub(super) fn leave_mark(&mut self) {
        let entry = self.here();
        self.history.ahead.clear();
        self.history.behind.push(entry);
        if self.history.behind.len() > LONGEST {
            self.history.behind.remove(0);
        }
    }

    /// Back, or forward again; false where there is nowhere to go.
    pub(super) fn travel(&mut self, back: bool) -> bool {
        let here = self.here();
        let History { behind, ahead } = &mut self.history;
        let (from, to) = if back {
            (behind, ahead)
        } else {
            (ahead, behind)
        };
        let Some(entry) = from.pop() else {
            return false;
        };
        to.push(here);
        self.focus = entry.focus;
        self.section = entry.section;
        self.lookup.restore(&entry.typed, entry.found);
        let rows = self.rows_now();
        self.list.set(rows);
        self.list.restore(entry.mark);
        self.detail.restore(entry.detail);
        self.matrix_view = entry.matrix_view;
        true
    }
}
