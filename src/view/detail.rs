//! The detail: the lines of the page that show, the chosen link, what of it matches the query.

use ratatui::layout::Rect;

use super::Canvas;
use crate::app::Focus;
use crate::app::layout::text_width;
use crate::describe::TextRole;
use crate::page::{Line, truncate, width};

impl Canvas<'_> {
    pub(super) fn detail(&mut self, area: Rect) {
        let app = self.app;
        let wide = text_width(area);
        let inner = Rect {
            x: area.x + u16::from(area.width > wide),
            width: wide,
            ..area
        };
        let scroll = app.reader().scroll();
        for (place, line) in app
            .page()
            .lines
            .iter()
            .skip(scroll)
            .take(usize::from(area.height))
            .enumerate()
        {
            if let Some(row) = Self::row(inner, place) {
                self.page_line(row, line);
            }
        }
        if let Some(why) = app.why().filter(|_| scroll == 0)
            && let Some(row) = Self::row(inner, 0)
        {
            let used = app
                .page()
                .lines
                .first()
                .map_or(0, |line| width(&line.text()));
            let room = usize::from(row.width).saturating_sub(used + 2);
            self.text_right(
                row,
                &truncate(why, room, app.plain_signs()),
                self.theme.accent,
            );
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
            let used = app
                .page()
                .lines
                .get(last)
                .map_or(0, |line| width(&line.text()));
            // It never hides text: where there is no room for the count, the margin has the sign.
            let more = if app.page().cut { "+" } else { "" };
            let counted = format!(" {sign}{below}{more} ");
            if used + width(&counted) <= usize::from(wide) + 1 {
                self.text_right(row, &counted, self.theme.label);
            } else if area.width > wide {
                self.text_right(row, sign, self.theme.label);
            }
        }
    }

    fn page_line(&mut self, area: Rect, line: &Line) {
        let chosen = self
            .app
            .reader()
            .link()
            .filter(|_| self.app.focus() == Focus::Detail);
        let mut column = 0;
        for span in &line.spans {
            let style = self.theme.tone(span.role);
            if span.link.is_some() && span.link == chosen {
                column = self.text(area, column, &span.text, self.theme.cursor);
            } else if matches!(
                span.role,
                TextRole::Plain | TextRole::Name | TextRole::Body | TextRole::Id(_)
            ) {
                column = self.marked(area, column, &span.text, style);
            } else {
                column = self.text(area, column, &span.text, style);
            }
        }
    }
}
