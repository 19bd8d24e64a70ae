//! Where the loop plays: a terminal, or what a test takes for one.

use std::io;
use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::Size;

use crate::term::{Drawn, Events, Input, Session};

/// A terminal as the loop sees it. An error always means that it is gone.
pub trait Stage {
    /// Waits until something comes, at most for `time`, then takes all that is there.
    ///
    /// # Errors
    ///
    /// The terminal is gone.
    fn wait(&mut self, time: Option<Duration>, inputs: &mut Vec<Input>) -> io::Result<()>;

    /// Shows a frame that is drawn on an empty buffer.
    ///
    /// # Errors
    ///
    /// The terminal is gone.
    fn draw(&mut self, draw: impl FnOnce(&mut Buffer) -> Drawn) -> io::Result<()>;

    /// Takes over the size that the terminal has now.
    fn resize(&mut self) -> Size;

    /// Forgets what is shown: the next frame is written whole.
    fn forget(&mut self);

    /// Sends a sequence that shows nothing.
    ///
    /// # Errors
    ///
    /// The terminal is gone.
    fn send(&mut self, bytes: &[u8]) -> io::Result<()>;

    /// Stops the process until its shell continues it, if there is one.
    fn suspend(&mut self) -> bool;
}

impl Stage for Session {
    fn wait(&mut self, time: Option<Duration>, inputs: &mut Vec<Input>) -> io::Result<()> {
        self.events.wait(time, inputs)
    }

    fn draw(&mut self, draw: impl FnOnce(&mut Buffer) -> Drawn) -> io::Result<()> {
        self.screen.draw(draw)
    }

    fn resize(&mut self) -> Size {
        self.screen.resize()
    }

    fn forget(&mut self) {
        self.screen.forget();
    }

    fn send(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.screen.send(bytes)
    }

    fn suspend(&mut self) -> bool {
        Session::suspend(self)
    }
}
