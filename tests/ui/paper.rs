//! Frames of any size, none included.

use std::io;

use plan::app::App;
use plan::terminal::{Backend, Output};
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};
use ratatui::{Terminal, TerminalOptions, Viewport};
use unicode_width::UnicodeWidthStr;

/// Takes what is written, and shows nothing.
struct Nowhere(Size);

impl Output for Nowhere {
    fn size(&self) -> Size {
        self.0
    }

    fn write(&mut self, _: &[u8]) -> io::Result<()> {
        Ok(())
    }
}

/// The frame of a state. Painting outside of it panics.
pub fn paper(app: &App) -> Buffer {
    let viewport = Viewport::Fixed(Rect::from(app.size()));
    let backend = Backend::new(Nowhere(app.size()));
    let mut terminal = Terminal::with_options(backend, TerminalOptions { viewport })
        .expect("nothing is asked of the terminal");
    let drawn = terminal.draw(|frame| plan::view::draw(app, frame));
    drawn.expect("everything can be written").buffer.clone()
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
