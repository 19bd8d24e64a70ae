//! The screen: frames go in, and what has changed goes out in one write. ratatui holds the cells;
//! its terminal, with a comparison and a backend of its own, is not used: it keeps every frame twice,
//! sends sequences that change nothing, and asks the terminal for its cursor.

use std::io;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};

use super::link::Link;
use super::paint::Painter;

/// What belongs to a frame beside its cells.
#[derive(Debug, Default)]
pub struct Drawn {
    /// Where the terminal's cursor stands; without a place it is hidden.
    pub caret: Option<Position>,
    /// The links on the frame.
    pub links: Vec<Link>,
}

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
    frame: Buffer,
    painter: Painter,
    output: O,
}

impl<O: Output> Screen<O> {
    /// A screen of which nothing is known yet.
    pub fn new(output: O) -> Screen<O> {
        Screen {
            frame: Buffer::empty(Rect::from(output.size())),
            painter: Painter::new(),
            output,
        }
    }

    /// The size that frames have.
    #[must_use]
    pub fn size(&self) -> Size {
        self.frame.area.as_size()
    }

    /// Takes over the size that the terminal has now.
    pub fn resize(&mut self) -> Size {
        let size = self.output.size();
        self.frame.resize(Rect::from(size));
        size
    }

    /// Forgets what the terminal shows, so that the next frame is written whole.
    pub fn forget(&mut self) {
        self.painter.forget();
    }

    /// Has a frame drawn on an empty buffer, and sends what has changed, or nothing.
    ///
    /// # Errors
    ///
    /// The terminal is gone.
    pub fn draw(&mut self, draw: impl FnOnce(&mut Buffer) -> Drawn) -> io::Result<()> {
        self.frame.reset();
        let drawn = draw(&mut self.frame);
        self.painter.begin();
        self.painter.link(drawn.links);
        self.painter.cells(&self.frame);
        let bytes = self.painter.end(drawn.caret);
        if bytes.is_empty() {
            Ok(())
        } else {
            self.output.write(bytes)
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
