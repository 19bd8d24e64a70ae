//! Moving: cursors, scrolling, folds, panes, tabs.

use super::super::msg::{Effect, Motion, Step};
use super::super::rows::TabKind;
use super::super::{App, Focus, Popup};
use crate::model::Node;

impl App {
    pub(super) fn go(&mut self, motion: Motion) -> Option<Effect> {
        match (&mut self.overlay, &mut self.matrix_view, self.focus) {
            (Some(Popup::Menu(menu)), _, _) => menu.go(motion),
            (Some(Popup::Commands(menu)), _, _) => menu.go(motion),
            (Some(Popup::GoTo(..)), _, _) => {}
            (None, Some(grid), _) => grid.go(motion),
            (None, None, Focus::Detail) => self.detail.scroll_by(motion),
            (None, None, Focus::Prompt | Focus::List) => {
                self.go_in_list(motion);
                self.detail.unpin();
            }
        }
        None
    }

    /// Moves in the list, above which something may be offered: from there to the first row, and back.
    fn go_in_list(&mut self, motion: Motion) {
        let is_offered = self.offered().is_some();
        let above = is_offered && self.list.is_above();
        let at_first = self.list.cursor() == 0;
        match motion {
            Motion::Next if above && !self.list.rows().is_empty() => self.list.set_above(false),
            Motion::Prev if is_offered && at_first => self.list.set_above(true),
            Motion::First if is_offered => {
                self.list.go(motion);
                self.list.set_above(true);
            }
            _ if self.list.rows().is_empty() => {}
            _ => self.list.go(motion),
        }
    }

    pub(super) fn scroll(&mut self, motion: Motion) -> Option<Effect> {
        self.detail.scroll_by(motion);
        None
    }

    pub(super) fn move_column(&mut self, motion: Motion) -> Option<Effect> {
        match (&mut self.overlay, &mut self.matrix_view) {
            (Some(Popup::Commands(menu)), _) => menu.move_column(motion),
            (None, Some(grid)) => grid.move_column(motion),
            (Some(Popup::Menu(_) | Popup::GoTo(..)), _) | (None, None) => {}
        }
        None
    }

    /// Unfolds a row or goes into it; folds it or goes to what it belongs to.
    pub(super) fn fold(&mut self, folded: bool) -> Option<Effect> {
        let row = self.list.current()?;
        if row.open == Some(folded) {
            self.list.fold(row.node, folded);
            self.update_rows();
        } else if folded {
            let Node::Item(id) = row.node else {
                return None;
            };
            let parent = self.plan.parent(id)?;
            self.list.select(Node::Item(parent));
            self.detail.unpin();
        } else if row.open == Some(true) {
            self.go(Motion::Next);
        }
        None
    }

    pub(super) fn pane(&mut self, step: Step) -> Option<Effect> {
        if self.matrix_view.is_some() {
            if let (None, Some(grid)) = (&self.overlay, &mut self.matrix_view) {
                grid.next_kind(step);
            }
            return None;
        }
        let next = match (self.focus, step) {
            (Focus::Prompt, Step::Next) | (Focus::Detail, Step::Prev) => Focus::List,
            (Focus::List, Step::Next) | (Focus::Prompt, Step::Prev) => Focus::Detail,
            (Focus::Detail, Step::Next) | (Focus::List, Step::Prev) => Focus::Prompt,
        };
        self.give_focus(next);
        None
    }

    /// Gives the focus to a pane; a detail without a page cannot have it, a wide one keeps its room
    /// only while it has it.
    pub(super) fn give_focus(&mut self, focus: Focus) {
        let empty = self.detail.subject().is_none();
        self.focus = if focus == Focus::Detail && empty {
            Focus::List
        } else {
            focus
        };
        if self.focus != Focus::Detail {
            self.detail.set_wide(false);
        }
    }

    pub(super) fn tab(&mut self, number: usize) -> Option<Effect> {
        let section = TabKind::of(&self.plan).get(number).copied()?;
        self.section = section;
        self.give_focus(Focus::List);
        self.detail.unpin();
        self.opened = None;
        self.ask()
    }

    /// The tabs go round, those under "more" among them.
    pub(super) fn next_tab(&mut self, step: Step) -> Option<Effect> {
        let sections = TabKind::of(&self.plan);
        let now = sections.iter().position(|&one| one == self.section)?;
        let next = match step {
            Step::Next => now + 1,
            Step::Prev => now + sections.len() - 1,
        };
        self.tab(next % sections.len())
    }

    pub(super) fn choose_link(&mut self, step: Step) -> Option<Effect> {
        self.detail.choose_link(step);
        None
    }

    pub(super) fn wide(&mut self) -> Option<Effect> {
        let wide = !self.detail.is_wide();
        self.give_focus(Focus::Detail);
        self.detail.set_wide(wide && self.focus == Focus::Detail);
        None
    }

    pub(super) fn resize(&mut self, size: ratatui::layout::Size) -> Option<Effect> {
        self.size = size;
        None
    }
}
