//! Frames of any size, none included: ratatui's own test terminal cannot be empty.

use plan::app::App;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};
use unicode_width::UnicodeWidthStr;

/// The frame of a state. Painting outside of it panics.
pub fn paper(app: &App) -> Buffer {
    let size = app.size();
    let area = Rect::new(0, 0, size.width, size.height);
    let backend = TestBackend::new(size.width.max(1), size.height.max(1));
    let options = TerminalOptions {
        viewport: Viewport::Fixed(area),
    };
    let mut terminal = Terminal::with_options(backend, options).expect("a test terminal");
    let mut drawn = Buffer::default();
    terminal
        .draw(|frame| {
            plan::view::draw(app, frame);
            drawn = frame.buffer_mut().clone();
        })
        .expect("a frame");
    assert_eq!(drawn.area, area);
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
