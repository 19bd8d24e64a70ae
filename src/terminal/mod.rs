//! The terminal: entered at the start, restored on every way out, and never asked anything.
//!
//! [`Session`] enters it. Frames go through [`Backend`]; keys and signals come as [`Input`] through a
//! bounded channel: so a flood of keys waits in the kernel, and its sender with it, not in memory.

mod backend;
mod guard;
mod input;
mod tty;

use std::io;
use std::sync::mpsc::SyncSender;

use crossterm::event::Event;
use rustix::process::{Signal, kill_current_process_group};

use guard::TerminalGuard;
use tty::Tty;

pub use backend::{Backend, Output};
pub use guard::{HUNG_UP, before_end, restore_at_once};
pub use input::Filter;
pub use tty::{controlling_terminal, is_ready};

/// What comes from the terminal and from signals.
#[derive(Clone, Debug, PartialEq)]
pub enum Input {
    /// A key, a paste or the mouse.
    Event(Event),
    /// The terminal may have another size.
    Resized,
    /// The process was stopped and goes on.
    Continued,
    /// Another process asks this one to stop for a while (SIGTSTP).
    Suspend,
    /// The terminal cannot be read any more.
    Gone,
}

/// How the terminal is entered.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The title of the window during the session.
    pub title: Option<String>,
    /// Report the mouse, which takes the terminal's own selection away.
    pub mouse: bool,
    /// Ctrl-Z and SIGTSTP stop the process.
    pub suspend: bool,
}

/// The terminal during a session. It is restored when this is dropped. An error of its methods means
/// that the terminal is gone.
#[derive(Debug)]
pub struct Session {
    guard: &'static TerminalGuard,
    suspend: bool,
}

impl Session {
    /// Enters the terminal of this process. From now on keys and signals are sent to `inputs`.
    /// # Errors
    /// There is no terminal; then nothing was changed.
    pub fn open<T: From<Input> + Send + 'static>(
        options: &Options,
        inputs: SyncSender<T>,
    ) -> io::Result<Session> {
        let (mouse, suspend) = (options.mouse, options.suspend);
        let guard = TerminalGuard::new(Tty::open()?, options)?;
        guard::watch(guard, inputs.clone())?;
        guard.enter()?;
        let session = Session { guard, suspend };
        input::start(&guard.tty.input, inputs, mouse)?;
        Ok(session)
    }

    /// What writes on this terminal: for a [`Backend`], or what moves no cursor and changes no cell.
    pub(crate) fn output(&self) -> impl Output + use<> {
        self.guard
    }

    /// Restores the terminal and stops the process until its shell continues it. Does nothing and
    /// returns false where that is not allowed.
    pub(crate) fn suspend(&self) -> io::Result<bool> {
        if !self.suspend {
            return Ok(false);
        }
        self.guard.leave();
        // The whole job, as the terminal itself would do it: a script around us has to stop too. By
        // SIGTTOU, because SIGTSTP is caught. The kernel does not stop a process group that no shell
        // could continue; then this returns at once.
        let _ = kill_current_process_group(Signal::TTOU);
        self.resume().map(|()| true)
    }

    /// Enters the terminal again after a stop, unless the process goes on in the background.
    pub(crate) fn resume(&self) -> io::Result<()> {
        if self.guard.tty.is_in_background() {
            return Ok(());
        }
        self.guard.enter()
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        self.guard.leave();
    }
}
