//! The lines between head, list and detail; which pane has the keys is seen in them.

use ratatui::layout::Rect;
use ratatui::symbols::line;
use ratatui::widgets::{Borders, Widget as _};

use super::{Canvas, right_of};
use crate::app::{Context, Subject};
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
        let app = self.app;
        let Some(node) = app.detail().subject().and_then(Subject::node) else {
            return;
        };
        let (sign, label) = (
            sign_in(app.plan(), node, app.lang()),
            app.plan().label(node, app.lang()),
        );
        let title = if sign == label {
            sign
        } else {
            format!("{sign} {label}")
        };
        let room = usize::from(above.width).saturating_sub(6);
        let title = truncate(&app.charset().fit(&title), room, app.plain_signs());
        let mark = if app.plain_signs() { ">" } else { "▸" };
        let style = self.theme.accent.patch(self.theme.hit);
        self.line(
            right_of(above, 2),
            self.span(format!(" {mark} {title} "), style),
        );
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
