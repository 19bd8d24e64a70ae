//! The detail: the lines of the page that show, the chosen link, what of it matches the query.

use ratatui::layout::Rect;
use ratatui::text::Line;

use super::Canvas;
use crate::app::Focus;
use crate::app::layout::text_width;
use crate::describe::TextRole;
use crate::page::{self, truncate, width};

impl Canvas<'_> {
    pub(super) fn detail(&mut self, area: Rect) {
        let app = self.app;
        let wide = text_width(area);
        let inner = Rect {
            x: area.x + u16::from(area.width > wide),
            width: wide,
            ..area
        };
        let scroll = app.detail().scroll();
        let shown = app.page().lines.iter().skip(scroll);
        let shown = shown.take(usize::from(area.height));
        let lines = shown.map(|line| self.page_line(line)).collect();
        self.lines(inner, lines);
        if let Some(why) = app.why().filter(|_| scroll == 0)
            && let Some(row) = Self::row(inner, 0)
        {
            let room = usize::from(row.width).saturating_sub(self.used(0) + 2);
            let why = truncate(why, room, app.plain_signs());
            self.line_right(row, self.span(why, self.theme.accent));
        }
        let below = app
            .page()
            .lines
            .len()
            .saturating_sub(scroll + usize::from(area.height));
        if below > 0 && area.height > 2 && area.width > 20 {
            let sign = if app.plain_signs() { "v" } else { "↓" };
            let row = Rect {
                y: area.bottom() - 1,
                height: 1,
                ..area
            };
            let last = scroll + usize::from(area.height) - 1;
            // It never hides text: where there is no room for the count, the margin has the sign.
            let more = if app.page().cut { "+" } else { "" };
            let counted = format!(" {sign}{below}{more} ");
            if self.used(last) + width(&counted) <= usize::from(wide) + 1 {
                self.line_right(row, self.span(counted, self.theme.label));
            } else if area.width > wide {
                self.line_right(row, self.span(sign, self.theme.label));
            }
        }
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
