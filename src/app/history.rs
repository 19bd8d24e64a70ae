//! The history of what was shown, as in a browser: back and forward restore it exactly.

use std::sync::Arc;

use super::detail::DetailMark;
use super::list::ListMark;
use super::lookup::same;
use super::update::reload::same_section;
use super::{App, Focus, MatrixView, Subject, TabKind};
use crate::model::Plan;
use crate::search::Found;

/// What is restored: focus, tab, query with its answers, list, detail and matrix.
#[derive(Clone, Debug)]
pub(super) struct HistoryEntry {
    focus: Focus,
    section: TabKind,
    typed: String,
    found: Option<Arc<Found>>,
    mark: ListMark,
    detail: DetailMark,
    matrix_view: Option<MatrixView>,
}

impl HistoryEntry {
    /// The two show the same.
    fn looks_like(&self, other: &HistoryEntry) -> bool {
        let shown = |entry: &HistoryEntry| (entry.focus, entry.section, entry.mark, entry.detail);
        shown(self) == shown(other)
            && self.typed == other.typed
            && self.matrix_view.is_none()
            && other.matrix_view.is_none()
    }
}

/// A direction through the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    Back,
    Forward,
}

/// The most entries that are kept; the oldest go first.
const LONGEST: usize = 200;

/// Entries before and after the one that is shown, the nearest last.
#[derive(Debug, Default)]
pub(super) struct History {
    behind: Vec<HistoryEntry>,
    ahead: Vec<HistoryEntry>,
    /// The query in the prompt was begun over what the newest entry behind shows.
    is_begun_over: bool,
}

impl History {
    /// The pages before this one, the nearest first, as long as they were opened from the same rows.
    pub(super) fn trail(&self, typed: &str, section: TabKind) -> impl Iterator<Item = Subject> {
        let same = move |entry: &&HistoryEntry| {
            entry.detail.pinned && entry.typed == typed && entry.section == section
        };
        let entries = self.behind.iter().rev().take_while(same);
        entries.map_while(|entry| entry.detail.subject)
    }

    /// The place of the matrix from which the page that is shown was opened, over other pages or not.
    fn matrix_behind(&self) -> Option<usize> {
        let at = |entry: &HistoryEntry| entry.matrix_view.is_some() || !entry.detail.pinned;
        let place = self.behind.iter().rposition(at)?;
        self.behind.get(place)?.matrix_view.as_ref().map(|_| place)
    }

    /// Finds the nodes of every entry in another plan, by their ids.
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
            // In the prompt the next Backspace would erase the query instead of going on back.
            focus: match self.focus {
                Focus::Prompt if !self.lookup.input().value().is_empty() => Focus::List,
                Focus::Prompt | Focus::List | Focus::Detail => self.focus,
            },
            section: self.section,
            typed: self.lookup.input().value().to_owned(),
            found: self.lookup.whole().cloned(),
            mark: self.list.mark(),
            detail: self.detail.mark(),
            matrix_view: self.matrix_view.clone(),
        }
    }

    /// Adds an entry for what is shown now; what could be gone forward to is dropped.
    pub(super) fn leave_mark(&mut self) {
        let entry = self.here();
        self.history.ahead.clear();
        self.history.is_begun_over = false;
        self.history.behind.push(entry);
        if self.history.behind.len() > LONGEST {
            self.history.behind.remove(0);
        }
    }

    /// Leaves a mark where a query is begun over what is shown.
    pub(super) fn begin_over(&mut self) {
        self.leave_mark();
        self.history.is_begun_over = true;
    }

    /// Goes back to what was shown when the query was begun, as if nothing had been typed; false where it
    /// was begun in an empty prompt.
    pub(super) fn take_back_query(&mut self) -> bool {
        let goes = self.history.is_begun_over && self.travel(Way::Back);
        if goes {
            self.history.ahead.clear();
        }
        goes
    }

    /// Goes back to the cell of the matrix over which the query was begun, once that is erased; false where it
    /// was begun elsewhere.
    pub(super) fn take_back_to_matrix(&mut self) -> bool {
        self.matrix_below_query().is_some()
            && self.lookup.input().value().is_empty()
            && self.take_back_query()
    }

    /// The matrix over which the query was begun.
    pub(super) fn matrix_below_query(&self) -> Option<&MatrixView> {
        let newest = self.history.behind.last();
        newest
            .filter(|_| self.history.is_begun_over)?
            .matrix_view
            .as_ref()
    }

    /// Whether Back leads to anything else than what is shown.
    pub(super) fn leads_back(&self) -> bool {
        let here = self.here();
        let mut behind = self.history.behind.iter();
        behind.any(|entry| !entry.looks_like(&here))
    }

    /// Goes back to the matrix from which the page that is shown was opened; false if it was not.
    pub(super) fn return_to_matrix(&mut self) -> bool {
        let Some(place) = self.history.matrix_behind() else {
            return false;
        };
        self.history.behind.truncate(place + 1);
        self.travel(Way::Back)
    }

    /// Goes to the next entry that shows something else; false where there is nowhere to go.
    pub(super) fn travel(&mut self, way: Way) -> bool {
        let here = self.here();
        self.history.is_begun_over = false;
        let History { behind, ahead, .. } = &mut self.history;
        let (from, to) = match way {
            Way::Back => (behind, ahead),
            Way::Forward => (ahead, behind),
        };
        let Some(at) = from.iter().rposition(|entry| !entry.looks_like(&here)) else {
            return false;
        };
        from.truncate(at + 1);
        let Some(entry) = from.pop() else {
            return false;
        };
        to.push(here);
        self.focus = entry.focus;
        self.section = entry.section;
        self.lookup.restore(&entry.typed, entry.found);
        self.hide_what_is_not_ours();
        let rows = self.rows_now();
        self.list.set(rows);
        self.note_listed();
        self.list.restore(entry.mark);
        self.detail.restore(entry.detail);
        self.matrix_view = entry.matrix_view;
        true
    }
}
