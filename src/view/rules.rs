//! The lines between head, list and detail; which pane has the keys is seen in them.

use ratatui::layout::Rect;
use ratatui::symbols::line;
use ratatui::text::Span;
use ratatui::widgets::{Borders, Widget as _};

use super::{Canvas, right_of};
use crate::app::{Context, Focus, Subject};
use crate::describe::sign_in;
use crate::page::truncate;

impl Canvas<'_> {
    /// A line below the head.
    pub(super) fn rule(&mut self, area: Rect, divider: Option<Rect>) {
        self.border(Borders::TOP).render(area, self.buffer);
        if let Some(divider) = divider {
            let tee = if self.app.plain_signs() {
                "+"
            } else {
                line::HORIZONTAL_DOWN
            };
            let crossing = Rect {
                x: divider.x,
                width: 1,
                ..area
            };
            self.line(crossing, self.span(tee, self.theme.label));
        }
    }

    /// The line between head and panes. It is heavy above the pane that has the keys.
    pub(super) fn panes_rule(&mut self, area: Rect) {
        let (app, areas) = (self.app, self.areas);
        self.rule(area, None);
        let active = match app.context() {
            Context::List => areas.list,
            Context::Detail | Context::Matrix => areas.detail,
            Context::Prompt
            | Context::Empty
            | Context::Commands
            | Context::Filter
            | Context::Menu
            | Context::GoTo => None,
        };
        if let Some(pane) = active {
            let above = Rect {
                x: pane.x,
                width: pane.width,
                ..area
            };
            let heavy = if app.plain_signs() {
                "="
            } else {
                line::THICK_HORIZONTAL
            };
            let heavy = heavy.repeat(usize::from(above.width));
            self.line(above, self.span(heavy, self.theme.accent));
            if app.context() == Context::Detail {
                self.detail_title(above);
            }
        }
        let upright = areas.divider.filter(|_| !areas.is_stacked());
        for divider in upright.into_iter().chain(areas.aside_divider) {
            self.rule(
                Rect {
                    x: divider.x,
                    width: 1,
                    ..area
                },
                Some(divider),
            );
        }
    }

    /// The name of what the detail shows, in the line above it while it has the keys: that Enter opened
    /// something is seen there.
    fn detail_title(&mut self, above: Rect) {
        let room = usize::from(above.width).saturating_sub(6);
        if let Some(title) = self.title_of_page(room) {
            self.line(right_of(above, 2), title);
        }
    }

    /// What the detail shows, by sign and name; nothing where it is about many.
    fn title_of_page(&self, room: usize) -> Option<Span<'static>> {
        let app = self.app;
        let node = app.detail().subject().and_then(Subject::node)?;
        let (sign, label) = (
            sign_in(app.plan(), node, app.lang()),
            app.plan().label(node, app.lang()),
        );
        let title = if sign == label {
            sign
        } else {
            format!("{sign} {label}")
        };
        let title = truncate(&app.charset().fit(&title), room, app.plain_signs());
        let mark = if app.plain_signs() { ">" } else { "▸" };
        let style = self.theme.accent.patch(self.theme.hit);
        Some(self.span(format!(" {mark} {title} "), style))
    }

    /// Names the page in the place of the tabs, where there is no line above it for that and its own head
    /// is scrolled away. Returns whether it did.
    pub(super) fn title_for_tabs(&mut self, area: Rect) -> bool {
        let app = self.app;
        let is_hidden = self.areas.rule.is_none() && app.detail().scroll() > 0;
        let room = usize::from(area.width).saturating_sub(4);
        let title = (is_hidden && app.focus() == Focus::Detail && app.matrix_view().is_none())
            .then(|| self.title_of_page(room))
            .flatten();
        let is_named = title.is_some();
        if let Some(title) = title {
            self.line(area, title);
        }
        is_named
    }

    /// The line between list and detail.
    pub(super) fn divider(&mut self, area: Rect) {
        let side = if self.areas.is_stacked() {
            Borders::TOP
        } else {
            Borders::LEFT
        };
        self.border(side).render(area, self.buffer);
    }
}
