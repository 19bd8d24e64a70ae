//! The screen: frames go in, and what has changed goes out in one write. ratatui lays out the
//! frame; its own comparison and its backend for the terminal are not used, because they send
//! sequences that change nothing and ask the terminal for its cursor.

use std::convert::Infallible;
use std::io;

use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};
use ratatui::{Frame, Terminal};

use super::link::Link;
use super::paint::Painter;

/// Where the bytes of a [`Screen`] go.
pub trait Output {
    /// The size at the moment.
    fn size(&self) -> Size;

    /// Writes all of `bytes`.
    ///
    /// # Errors
    ///
    /// The terminal is gone.
    fn write(&mut self, bytes: &[u8]) -> io::Result<()>;
}

/// Shows frames.
pub struct Screen<O> {
    terminal: Terminal<Sheet>,
    painter: Painter,
    output: O,
}

impl<O: Output> Screen<O> {
    /// A screen of which nothing is known yet.
    pub fn new(output: O) -> Screen<O> {
        let sheet = Sheet {
            size: output.size(),
            cursor: None,
        };
        let Ok(terminal) = Terminal::new(sheet);
        Screen {
            terminal,
            painter: Painter::new(),
            output,
        }
    }

    /// The size that frames have.
    #[must_use]
    pub fn size(&self) -> Size {
        self.terminal.backend().size
    }

    /// Takes over the size that the terminal has now.
    pub fn resize(&mut self) -> Size {
        let size = self.output.size();
        self.terminal.backend_mut().size = size;
        size
    }

    /// Forgets what the terminal shows, so that the next frame is written whole.
    pub fn forget(&mut self) {
        self.painter.forget();
    }

    /// Draws a frame, which gives its links, and sends what has changed, or nothing.
    ///
    /// # Errors
    ///
    /// The terminal is gone.
    pub fn draw(&mut self, draw: impl FnOnce(&mut Frame) -> Vec<Link>) -> io::Result<()> {
        let Screen {
            terminal,
            painter,
            output,
        } = self;
        painter.begin();
        let Ok(_) = terminal.draw(|frame| {
            let links = draw(frame);
            painter.link(links);
            painter.cells(frame.buffer_mut());
        });
        let bytes = painter.end(terminal.backend().cursor);
        if bytes.is_empty() {
            Ok(())
        } else {
            output.write(bytes)
        }
    }

    /// Sends a sequence that moves no cursor and changes no cell.
    ///
    /// # Errors
    ///
    /// The terminal is gone.
    pub fn send(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.output.write(bytes)
    }

    /// Where the bytes go.
    pub fn output(&mut self) -> &mut O {
        &mut self.output
    }
}

/// What ratatui takes for its terminal: it has a size, and remembers where the cursor belongs.
struct Sheet {
    size: Size,
    cursor: Option<Position>,
}

impl Backend for Sheet {
    type Error = Infallible;

    fn draw<'a, I>(&mut self, _: I) -> Result<(), Infallible>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        Ok(())
    }

    fn hide_cursor(&mut self) -> Result<(), Infallible> {
        self.cursor = None;
        Ok(())
    }

    fn show_cursor(&mut self) -> Result<(), Infallible> {
        Ok(())
    }

    fn get_cursor_position(&mut self) -> Result<Position, Infallible> {
        Ok(self.cursor.unwrap_or_default())
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> Result<(), Infallible> {
        self.cursor = Some(position.into());
        Ok(())
    }

    fn clear(&mut self) -> Result<(), Infallible> {
        Ok(())
    }

    fn clear_region(&mut self, _: ClearType) -> Result<(), Infallible> {
        Ok(())
    }

    fn size(&self) -> Result<Size, Infallible> {
        Ok(self.size)
    }

    fn window_size(&mut self) -> Result<WindowSize, Infallible> {
        Ok(WindowSize {
            columns_rows: self.size,
            pixels: Size::ZERO,
        })
    }

    fn flush(&mut self) -> Result<(), Infallible> {
        Ok(())
    }
}
