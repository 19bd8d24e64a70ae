//! Another plan takes the place of the one that is shown: everything that points into the old one is
//! called by its id anew, so that query, folds, cursor, page, matrix, menu and the way back stay.

use std::sync::Arc;

use super::super::list::ListMark;
use super::super::menu::Menu;
use super::super::msg::Effect;
use super::super::rows::{TabKind, first_folds};
use super::super::{App, Focus, Notice, Popup};
use crate::describe;
use crate::model::{Change, Node, Plan};
use crate::search::LazyIndex;

impl App {
    /// Another plan takes the place of this one.
    pub(super) fn loaded(
        &mut self,
        plan: Arc<Plan>,
        index: Arc<LazyIndex>,
        changes: Vec<Change>,
    ) -> Option<Effect> {
        let old = std::mem::replace(&mut self.plan, plan);
        self.marked = None;
        self.cell_asked = None;
        self.index = index;
        self.progress = None;
        let new = Arc::clone(&self.plan);
        let renamed = |node: Node| new.find(old.id(node));
        if old.items().len() == 0 {
            self.list.set_folds(first_folds(&new));
        } else {
            self.list.rename_folds(renamed);
        }
        self.section = same_section(self.section, &old, &new);
        let places = std::mem::take(&mut self.places).into_iter();
        let moved = |(section, mark): (TabKind, ListMark)| {
            (same_section(section, &old, &new), mark.renamed(renamed))
        };
        self.places = places.map(moved).collect();
        self.opened = self.opened.and_then(renamed);
        self.detail.replace(renamed);
        if let Some(grid) = &mut self.matrix_view {
            grid.replace(&old, &new);
        }
        if let Some(Popup::Menu(menu)) = &mut self.overlay {
            menu.rename(renamed);
        }
        let mark = self.list.mark().renamed(renamed);
        let narrowed = self.section.filter(&new);
        let asked = self.lookup.ask_again(narrowed, renamed);
        self.hide_what_is_not_ours();
        let rows = self.rows_now();
        self.list.set(rows);
        self.list.restore(mark);
        self.note_listed();
        self.history.rename(&old, &new);
        if self.detail.subject().is_none() && self.focus == Focus::Detail {
            self.focus = Focus::List;
        }
        self.tell_changes(changes);
        asked.map(|asked| self.search(asked))
    }

    /// Says what changed in one line.
    fn tell_changes(&mut self, changes: Vec<Change>) {
        let lines = describe::changes(&changes, self.lang());
        let [first, rest @ ..] = lines.as_slice() else {
            return;
        };
        let words = self.words();
        let more = self.keyed(words.changes_more);
        self.notice = Some(Notice {
            copied: false,
            title: words.changed(&first.id, &first.brief, rest.len(), &more),
            body: self.not_understood(),
            changes: true,
        });
        self.changes = changes;
    }

    /// Lists everything that changed with the last reload.
    pub(super) fn show_changes(&mut self) -> Option<Effect> {
        let menu = Menu::changes(&self.plan, &self.changes, self.lang());
        self.overlay = Some(Popup::Menu(menu));
        None
    }
}

/// The same tab of another plan, or that of everything.
pub(in super::super) fn same_section(section: TabKind, old: &Plan, new: &Plan) -> TabKind {
    let name = section.filter(old);
    TabKind::of(new)
        .into_iter()
        .find(|section| section.filter(new) == name)
        .unwrap_or_default()
}
