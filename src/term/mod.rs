//! The terminal: taken on entering, given back on every way out, and never asked anything.
//!
//! [`Session`] takes it: raw mode, alternate screen, bracketed paste, and if wanted the mouse and a
//! title. It is given back when the session is dropped, and also by the watch, a thread that waits
//! for signals and a lost line, and by the panic hook: each of them ends the process by itself,
//! because the main thread may hang in a write that nobody reads. [`Screen`] sends what changes of a
//! frame in one write; [`TtyEvents`] waits for keys and for everything else that can happen.

mod clipboard;
mod events;
mod hand;
mod hold;
mod input;
mod job;
mod link;
mod paint;
mod pen;
mod print;
mod screen;
mod sequence;
mod tty;
mod watch;
mod way;

use std::io::{self, Write};
use std::os::unix::net::UnixStream;
use std::time::Duration;

use ratatui::layout::Size;
use rustix::event::{PollFd, PollFlags};
use rustix::process::{Signal, kill_current_process_group};

use hold::{Hold, Modes};
use tty::Tty;

pub use clipboard::{Between, LIMIT as COPY_LIMIT, copy};
pub use events::{Events, Input, TtyEvents, Waker};
pub use input::Decoder;
pub use link::Link;
pub use screen::{Drawn, Output, Screen};
pub use watch::{HUNG_UP, before_end};

/// How a terminal is taken.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The title of the window while the session lasts.
    pub title: Option<String>,
    /// Report the mouse, which takes the terminal's own selection away.
    pub mouse: bool,
    /// The process may be stopped with Ctrl-Z, if a shell is there to continue it.
    pub suspend: bool,
}

/// The terminal while it is ours.
pub struct Session {
    /// Shows frames.
    pub screen: Screen<Line>,
    /// Tells what happens.
    pub events: TtyEvents,
    hold: &'static Hold,
    suspend: bool,
}

/// The terminal as the place where bytes go.
#[derive(Debug)]
pub struct Line(&'static Hold);

impl Output for Line {
    fn size(&self) -> Size {
        self.0.tty.size()
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.0.write(bytes)
    }
}

impl Session {
    /// Takes the terminal of this process.
    ///
    /// # Errors
    ///
    /// There is none; then nothing was changed.
    pub fn open(options: &Options) -> io::Result<Session> {
        let (woken, waker) = UnixStream::pair()?;
        woken.set_nonblocking(true)?;
        waker.set_nonblocking(true)?;
        let hold = Hold::new(Tty::open()?, modes(options), waker.try_clone()?)?;
        watch::start(hold)?;
        hold.take()?;
        let screen = Screen::new(Line(hold));
        let events = TtyEvents::new(hold, woken, waker);
        Ok(Session {
            screen,
            events,
            hold,
            suspend: options.suspend,
        })
    }

    /// Gives the terminal back and stops the process until its shell continues it; the events then
    /// tell [`Input::Continued`]. Does nothing, and says so by `false`, where it must not be stopped
    /// or where nobody could continue it.
    pub fn suspend(&mut self) -> bool {
        if !self.suspend || !job::has_shell() {
            return false;
        }
        self.hold.give_back();
        self.events.leave();
        // The whole job, as the terminal itself would do it: a script around us has to stop too.
        kill_current_process_group(Signal::STOP).is_ok()
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        self.hold.give_back();
    }
}

/// The bytes that take and give back a terminal.
fn modes(options: &Options) -> Modes {
    let mut modes = Modes::default();
    if let Some(title) = &options.title {
        let clean = title.chars().filter(|c| !c.is_control()).take(200);
        modes.push = format!("\x1b[22;0t\x1b]2;{}\x1b\\", clean.collect::<String>()).into_bytes();
    }
    modes.take = b"\x1b[?1049h\x1b[?2004h".to_vec();
    modes.give = b"\x1b[?2026l\x1b[m".to_vec();
    if options.mouse {
        modes
            .take
            .extend_from_slice(b"\x1b[?1000h\x1b[?1002h\x1b[?1006h");
        modes
            .give
            .extend_from_slice(b"\x1b[?1006l\x1b[?1002l\x1b[?1000l");
    }
    modes
        .give
        .extend_from_slice(b"\x1b[?2004l\x1b[?25h\x1b[?1049l");
    if options.title.is_some() {
        modes.give.extend_from_slice(b"\x1b[23;0t");
    }
    modes
}

/// From now on a panic, in whatever thread, gives the terminal back, prints the one line that
/// `line` makes of the place and the message, and ends the process with status 101.
pub fn on_panic(line: fn(&str, &str) -> String) {
    std::panic::set_hook(Box::new(move |info| {
        if let Some(hold) = Hold::get() {
            hold.give_back_at_once();
        }
        let place = info.location().map_or_else(String::new, |at| {
            let file = at.file();
            format!(
                "{}:{}",
                file.rfind("src/").map_or(file, |start| &file[start..]),
                at.line()
            )
        });
        let message = info.payload_as_str().unwrap_or_default();
        let text = line(&place, message);
        let clean = text
            .chars()
            .map(|c| if c.is_control() { ' ' } else { c })
            .take(300);
        last_words(&format!("{}\n", clean.collect::<String>()));
        signal_hook::low_level::exit(101);
    }));
}

/// Prints to standard error if that takes it at once.
fn last_words(text: &str) {
    let mut line = [PollFd::from_borrowed_fd(
        rustix::stdio::stderr(),
        PollFlags::OUT,
    )];
    if tty::ready(&mut line, Some(Duration::from_millis(100))).is_ok_and(|n| n > 0) {
        let _ = io::stderr().write_all(text.as_bytes());
    }
}
