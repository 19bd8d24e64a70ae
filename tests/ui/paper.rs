//! Frames of any size, none included.

use plan::app::App;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

/// The frame of a state. Painting outside of it panics.
pub fn paper(app: &App) -> Buffer {
    let size = app.size();
    let mut drawn = Buffer::empty(Rect::new(0, 0, size.width, size.height));
    plan::view::draw(app, &mut drawn);
    drawn
}

/// Every character lies whole within the frame, and nothing hides behind the second half of a wide
/// one; the first place where that is not so.
pub fn torn(buffer: &Buffer) -> Option<(u16, u16)> {
    let area = buffer.area;
    let mut places =
        (area.top()..area.bottom()).flat_map(|y| (area.left()..area.right()).map(move |x| (x, y)));
    places.find(|&(x, y)| {
        let wide = u16::try_from(buffer[(x, y)].symbol().width()).unwrap_or(u16::MAX);
        let hidden = (x + 1)..x.saturating_add(wide.max(1)).min(area.right());
        x.saturating_add(wide.max(1)) > area.right()
            || hidden
                .into_iter()
                .any(|x| !buffer[(x, y)].symbol().trim().is_empty())
    })
}
