//! The addresses on a page, for terminals that can open them: where they stand on a drawn frame.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Canvas;
use crate::app::layout::text_width;
use crate::app::{App, Overlay};
use crate::describe::Goal;
use crate::page::width;

/// The parts of addresses that a frame shows: where, the link's number on the page, its address.
/// What lies over the page, or is cut, is no link.
#[must_use]
pub fn links(app: &App, buffer: &Buffer) -> Vec<(Rect, usize, String)> {
    let covered = app.grid().is_some() || matches!(app.overlay(), Some(Overlay::Menu(_)));
    let Some(area) = app.areas().detail.filter(|_| !covered) else {
        return Vec::new();
    };
    let wide = text_width(area);
    let left = area.x + u16::from(area.width > wide);
    let lines = app.page().lines.iter().skip(app.reader().scroll());
    let mut links = Vec::new();
    for (place, line) in lines.take(usize::from(area.height)).enumerate() {
        let Some(row) = Canvas::row(area, place) else {
            break;
        };
        let mut x = left;
        for span in &line.spans {
            let columns = u16::try_from(width(&span.text)).unwrap_or(u16::MAX);
            let part = Rect::new(x, row.y, columns, 1);
            x = x.saturating_add(columns);
            let link = span
                .link
                .and_then(|number| Some((number, app.page().links.get(number)?)));
            if let Some((number, link)) = link
                && let Goal::Address(address) = &link.goal
                && shows(buffer, part, &span.text)
            {
                links.push((part, number, address.clone()));
            }
        }
    }
    links
}

/// The text stands there.
fn shows(buffer: &Buffer, part: Rect, text: &str) -> bool {
    let inside = part.intersection(buffer.area) == part;
    let mut seen = String::new();
    let mut x = part.left();
    while inside && x < part.right() {
        let symbol = buffer[(x, part.y)].symbol();
        seen.push_str(symbol);
        x += u16::try_from(width(symbol)).unwrap_or(1).max(1);
    }
    inside && seen == text
}
