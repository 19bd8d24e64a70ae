//! The mouse: clicks and the wheel.

use ratatui::layout::{Position, Rect};

use super::super::layout::text_area;
use super::super::msg::{Effect, Motion, Step};
use super::super::{App, Focus, Popup, TabKind};
use crate::page::Line;

impl App {
    pub(super) fn click(&mut self, at: Position) -> Option<Effect> {
        let areas = self.areas();
        if let Some(Popup::Menu(menu)) = &mut self.overlay {
            let line = usize::from(at.y).checked_sub(2)?;
            return if menu.select_line(line) {
                self.open_entry()
            } else {
                None
            };
        }
        if let Some(Popup::Commands(menu)) = &mut self.overlay {
            return if menu.select_at(at) {
                self.open()
            } else {
                self.overlay = None;
                None
            };
        }
        if areas.prompt.contains(at) {
            return self.focus_prompt();
        }
        if self.matrix_view.is_none() && areas.tabs.is_some_and(|area| area.contains(at)) {
            return self.click_tab(at.x);
        }
        if let Some(area) = areas.list.filter(|area| area.contains(at)) {
            self.focus = Focus::List;
            if self.list.select_line(usize::from(at.y - area.y)) {
                self.detail.unpin();
            }
            return None;
        }
        if let Some(area) = areas.aside.filter(|area| area.contains(at)) {
            return self.click_page(at, area, true);
        }
        let area = areas.detail.filter(|area| area.contains(at))?;
        if let Some(grid) = &mut self.matrix_view {
            grid.set_typing(false);
            return if grid.select_at(at.x - area.x, at.y - area.y) {
                self.open_cell()
            } else {
                None
            };
        }
        self.click_page(at, area, false)
    }

    /// Gives the detail the focus and follows the link at a place of its text, or of the one beside it.
    fn click_page(&mut self, at: Position, area: Rect, aside: bool) -> Option<Effect> {
        self.give_focus(Focus::Detail);
        let text = text_area(area);
        let row = usize::from(at.y - text.y);
        let column = usize::from(at.x.checked_sub(text.x)?);
        let line = if aside {
            self.page().aside.get(row)
        } else {
            self.page().lines.get(self.detail.scroll() + row)
        };
        let link = link_at(line?, column)?;
        self.detail.select_link(link);
        self.follow()
    }

    /// A click behind the last tab is one on "more": it shows the next tab that is hidden.
    fn click_tab(&mut self, x: u16) -> Option<Effect> {
        let (tabs, hidden) = self.tabs();
        let tab = tabs.iter().rev().find(|tab| tab.column <= x)?;
        let end = usize::from(tab.column) + crate::page::width(&self.charset().fit(&tab.label));
        let behind_all = tabs.last() == Some(tab) && usize::from(x) > end;
        if !(hidden && behind_all) {
            return self.tab(tab.number);
        }
        let shown: Vec<usize> = tabs.iter().map(|tab| tab.number).collect();
        let all = TabKind::of(&self.plan).len();
        let mut onward = (tab.number + 1..all).chain(1..tab.number);
        let next = onward.find(|number| !shown.contains(number))?;
        self.tab(next)
    }

    pub(super) fn wheel(&mut self, at: Position, step: Step) -> Option<Effect> {
        let motion = match step {
            Step::Next => Motion::Next,
            Step::Prev => Motion::Prev,
        };
        if self.overlay.is_none()
            && self.matrix_view.is_none()
            && self.areas().detail.is_some_and(|area| area.contains(at))
        {
            (0..3).for_each(|_| self.detail.scroll_by(motion));
            return None;
        }
        let detail = std::mem::replace(&mut self.focus, Focus::List);
        self.go(motion);
        self.focus = detail;
        None
    }
}

/// The link at a column of a line.
fn link_at(line: &Line, column: usize) -> Option<usize> {
    let mut end = 0;
    for span in &line.spans {
        end += crate::page::width(&span.text);
        if column < end {
            return span.link;
        }
    }
    None
}
