//! Closing the topmost thing: Esc, `q` and Ctrl-c.

use super::super::detail::Subject;
use super::super::history::Way;
use super::super::msg::Effect;
use super::super::{App, Focus, TabKind};

impl App {
    /// Closes the topmost thing. In the end the list is left, and Esc does nothing more.
    pub(super) fn leave(&mut self) -> Option<Effect> {
        if self.overlay.take().is_some() {
            return None;
        }
        if self.is_opening() {
            return Some(Effect::GiveUp);
        }
        if self.progress.take().is_some() {
            return Some(Effect::CancelLoad);
        }
        if let Some(grid) = &mut self.matrix_view {
            if grid.typing() || !grid.input().value().is_empty() {
                grid.clear();
                grid.set_typing(false);
            } else {
                self.travel(Way::Back);
            }
            return None;
        }
        if self.focus == Focus::Detail && self.return_to_matrix() {
            return None;
        }
        match self.focus {
            Focus::Prompt | Focus::List if !self.lookup.input().value().is_empty() => {
                self.lookup.set_input("");
                if self.take_back_to_matrix() {
                    return None;
                }
                return self.ask();
            }
            Focus::Prompt => self.focus = Focus::List,
            Focus::Detail
                if self.detail.is_wide()
                    && matches!(self.detail.subject(), Some(Subject::Node(_))) =>
            {
                self.detail.set_wide(false);
            }
            Focus::Detail => {
                self.detail.unpin();
                self.focus = Focus::List;
            }
            Focus::List if self.section != TabKind::All => {
                self.tab(0);
            }
            Focus::List => {}
        }
        None
    }

    /// Closes the topmost thing; where nothing is open, the program ends.
    pub(super) fn close(&mut self) -> Option<Effect> {
        let at_top = self.focus != Focus::Detail
            && self.matrix_view.is_none()
            && self.progress.is_none()
            && self.section == TabKind::All
            && self.lookup.input().value().is_empty();
        if at_top {
            return Some(Effect::Quit);
        }
        self.leave()
    }

    /// Ctrl-c: what is under way ends; at rest the program does.
    pub(super) fn cancel(&mut self) -> Option<Effect> {
        if self.is_opening() && self.overlay.is_none() {
            return Some(Effect::Interrupt);
        }
        let at_rest = self.overlay.is_none()
            && self.progress.is_none()
            && self.matrix_view.is_none()
            && self.lookup.input().value().is_empty();
        if at_rest {
            return Some(Effect::Interrupt);
        }
        if self.overlay.is_none() && self.matrix_view.is_none() && self.progress.is_none() {
            self.focus = Focus::Prompt;
        }
        self.leave()
    }
}
