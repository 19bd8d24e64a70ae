//! The detail: the lines of the page that show, the chosen link, what of it matches the query.

use ratatui::layout::Rect;
use ratatui::text::Line;

use super::{Canvas, right_of};
use crate::app::Focus;
use crate::app::layout::text_area;
use crate::describe::TextRole;
use crate::page::{self, truncate, width};

/// What is left of a shorter reason would tell nothing.
const LEAST_REASON: usize = 8;
/// The columns of the line between list and detail that are left for what marks mean.
const LEGEND: usize = 16;

impl Canvas<'_> {
    pub(super) fn detail(&mut self, area: Rect) {
        let app = self.app;
        let inner = text_area(area);
        let scroll = app.detail().scroll();
        let shown = app.page().lines.iter().skip(scroll);
        let shown = shown.take(usize::from(area.height));
        let lines = shown.map(|line| self.page_line(line)).collect();
        self.lines(inner, lines);
        let why = app.why().filter(|_| scroll == 0);
        if let (Some(why), Some(rule)) =
            (why, self.areas.divider.filter(|_| self.areas.is_stacked()))
        {
            // The first line below the list says who leads: the reason stands on the line between.
            let room = usize::from(rule.width).saturating_sub(LEGEND);
            let why = truncate(why, room, app.plain_signs());
            self.line(
                right_of(rule, 1),
                self.span(format!(" {why} "), self.theme.accent),
            );
        } else if let Some(why) = why
            && let Some(row) = Self::row(inner, 0)
        {
            let room = usize::from(row.width).saturating_sub(self.used(0) + 2);
            let why = truncate(why, room, app.plain_signs());
            if width(&why) >= LEAST_REASON {
                self.line_right(row, self.span(why, self.theme.accent));
            }
        }
        // Of a page that is laid out in part, more follows below.
        let below = usize::from(area.height) * usize::from(app.page().cut);
        let bar = Rect {
            x: match self.areas.aside_divider {
                Some(divider) => divider.x,
                None => area.right().saturating_sub(1),
            },
            width: area.width.min(1),
            ..area
        };
        let active = app.focus() == Focus::Detail;
        self.scroll_bar(bar, scroll, app.page().lines.len() + below, active);
    }

    /// What stands beside the text of the detail.
    pub(super) fn aside(&mut self, area: Rect) {
        let lines = self.app.page().aside.iter();
        let lines = lines.map(|line| self.page_line(line)).collect();
        self.lines(text_area(area), lines);
    }

    /// Columns that a line of the page takes.
    fn used(&self, line: usize) -> usize {
        let line = self.app.page().lines.get(line);
        line.map_or(0, |line| width(&line.text()))
    }

    fn page_line<'t>(&self, line: &'t page::Line) -> Line<'t> {
        let chosen = self
            .app
            .detail()
            .link()
            .filter(|_| self.app.focus() == Focus::Detail);
        let spans = line.spans.iter().flat_map(|span| {
            let style = self.theme.tone(span.role);
            if span.link.is_some() && span.link == chosen {
                return vec![self.span(&span.text, self.theme.cursor)];
            }
            match span.role {
                TextRole::Plain | TextRole::Name | TextRole::Body | TextRole::Id(_) => {
                    self.marked(&span.text, style)
                }
                TextRole::Quiet
                | TextRole::Label
                | TextRole::Doubt
                | TextRole::Warn
                | TextRole::Ours
                | TextRole::Bar
                | TextRole::Track => {
                    vec![self.span(&span.text, style)]
                }
            }
        });
        spans.collect()
    }
}
