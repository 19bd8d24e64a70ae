//! Typing: what a key changes in the prompt that has the keys, and the search that follows from it.

use tui_input::Input;

use super::super::menu::Menu;
use super::super::msg::{Context, Edit, Effect};
use super::super::{App, Focus, MatrixView, Popup, Question, TabKind, lookup};
use crate::query::Query;
use crate::search::Found;

impl App {
    pub(super) fn type_text(&mut self, text: &str) -> Option<Effect> {
        match self.context() {
            Context::Prompt | Context::Empty => self.type_query(text),
            Context::Filter | Context::Menu => {
                self.filter(|grid| grid.insert(text), |menu| menu.insert(text))
            }
            Context::GoTo => self.in_goto(|input| lookup::insert(input, text)),
            Context::List | Context::Detail | Context::Matrix => self.begin_query(text),
            Context::Commands => None,
        }
    }

    fn type_query(&mut self, text: &str) -> Option<Effect> {
        if std::mem::take(&mut self.returned) {
            self.section = TabKind::All;
        }
        self.lookup.insert(text);
        self.ask()
    }

    /// What is typed outside of the prompt is a new query; the way back leads here.
    fn begin_query(&mut self, text: &str) -> Option<Effect> {
        self.begin_over();
        self.matrix_view = None;
        self.detail.unpin();
        self.focus = Focus::Prompt;
        self.lookup.set_input("");
        self.type_query(text)
    }

    pub(super) fn edit(&mut self, edit: Edit) -> Option<Effect> {
        match self.context() {
            Context::Prompt | Context::Empty => self.edit_prompt(edit),
            Context::Filter | Context::Menu => {
                self.filter(|grid| grid.edit(edit), |menu| menu.edit(edit))
            }
            Context::GoTo => self.in_goto(|input| lookup::change(input, edit)),
            Context::List | Context::Detail | Context::Matrix | Context::Commands => None,
        }
    }

    pub(super) fn edit_prompt(&mut self, edit: Edit) -> Option<Effect> {
        let input = self.lookup.input();
        let at_end = input.cursor() >= input.value().chars().count();
        if edit == Edit::Right && at_end {
            let more = crate::query::complete(&self.plan, input.value())?;
            self.lookup.insert(&more);
            return self.ask();
        }
        let before = input.value().to_owned();
        self.lookup.edit(edit);
        if self.lookup.input().value() == before || self.take_back_to_matrix() {
            None
        } else {
            self.ask()
        }
    }

    pub(super) fn filter(
        &mut self,
        on_grid: impl FnOnce(&mut MatrixView),
        on_menu: impl FnOnce(&mut Menu),
    ) -> Option<Effect> {
        match (&mut self.overlay, &mut self.matrix_view) {
            (Some(Popup::Menu(menu)), _) => on_menu(menu),
            (None, Some(grid)) => on_grid(grid),
            (Some(Popup::GoTo(..) | Popup::Commands(_)), _) | (None, None) => {}
        }
        None
    }

    pub(super) fn in_goto(&mut self, change: impl FnOnce(&mut Input)) -> Option<Effect> {
        if let Some(Popup::GoTo(input, wrong)) = &mut self.overlay {
            change(input);
            *wrong = None;
        }
        None
    }

    /// Asks what the prompt says. What is asked is answered later; an empty prompt at once.
    pub(in super::super) fn ask(&mut self) -> Option<Effect> {
        if self.is_opening() {
            self.lookup.open_when_found = false;
            return None;
        }
        let narrowed = self.section.filter(&self.plan);
        self.keep_place();
        let asked = self.lookup.ask(narrowed);
        if asked.is_none() {
            self.detail.unpin();
            self.show_own_rows();
        }
        asked.map(|asked| self.search(asked))
    }

    /// Has what was asked answered.
    pub(super) fn search(&mut self, asked: (u64, Query)) -> Effect {
        Effect::Search(Question::new(&self.plan, &self.index, asked))
    }

    /// Looks whether what was typed over the matrix names something in it.
    fn look_for_cell(&mut self) {
        let typed = self.lookup.input().value();
        let grid = self.matrix_below_query();
        let cell = grid.and_then(|grid| grid.at_named(typed, &self.plan, self.basis));
        self.cell_asked = cell.map(|cell| (typed.to_owned(), cell));
    }

    /// Takes an answer and shows what was found.
    pub(super) fn found(&mut self, ticket: u64, found: Found) -> Option<Effect> {
        let open = self.lookup.open_when_found;
        let again = self.lookup.is_again();
        let found = self.with_comparable_first(found);
        if self.lookup.answer(ticket, found) {
            self.look_for_cell();
            self.hide_what_is_not_ours();
            if again {
                self.update_rows();
            } else {
                self.detail.unpin();
                self.show_rows();
            }
            if open {
                self.lookup.open_when_found = false;
                return self.open();
            }
        }
        None
    }

    pub(super) fn earlier(&mut self) -> Option<Effect> {
        if self.lookup.recall() {
            self.ask()
        } else {
            self.say(self.words().no_earlier)
        }
    }

    pub(super) fn focus_prompt(&mut self) -> Option<Effect> {
        if let Some(grid) = &mut self.matrix_view {
            grid.set_typing(true);
        } else {
            self.focus = Focus::Prompt;
            self.detail.set_wide(false);
        }
        None
    }
}
