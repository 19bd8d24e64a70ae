//! The hold on the terminal: the one place that knows how it was before, and gives it back. Every
//! way out ends here: quit, panic, signal, suspension. It exists once in a process, because a
//! panic or a signal must find it.
//!
//! Bytes are written by hand and errors ignored: on a dead line there is nobody to tell.

use std::borrow::Cow;
use std::io;
use std::os::unix::net::UnixStream;
use std::sync::atomic::{AtomicBool, AtomicU8, Ordering::SeqCst};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::{Duration, Instant};

use rustix::process::{Signal, getpid, kill_process};
use rustix::termios::{OptionalActions, QueueSelector, Termios, tcflush, tcgetattr, tcsetattr};

use super::tty::Tty;

/// How long a blocked line may delay an end that nobody asked the main thread for.
const LAST_WORDS: Duration = Duration::from_millis(400);

/// The modes are due.
const TAKE: u8 = 1;
/// The modes are due, and what can be done only once before it is undone.
const ALL: u8 = 2;

static HOLD: OnceLock<Hold> = OnceLock::new();

/// A terminal, how it was, and how to get there again.
#[derive(Debug)]
pub(super) struct Hold {
    pub(super) tty: Tty,
    before: Termios,
    modes: Modes,
    held: Mutex<bool>,
    /// What the terminal has to be told before anything else: nothing, [`TAKE`] or [`ALL`].
    due: AtomicU8,
    /// The main thread is in a write that may block.
    writing: AtomicBool,
    /// Another thread is ending the process: nobody else writes any more.
    closing: AtomicBool,
    wake: UnixStream,
    pub(super) notes: Notes,
}

/// What the watch tells the loop.
#[derive(Debug, Default)]
pub(super) struct Notes {
    pub(super) resized: AtomicBool,
    pub(super) continued: AtomicBool,
    pub(super) suspend: AtomicBool,
}

/// The bytes that take the terminal and give it back.
#[derive(Debug, Default)]
pub(super) struct Modes {
    /// What can be done only once before it is undone.
    pub(super) push: Vec<u8>,
    pub(super) take: Vec<u8>,
    pub(super) give: Vec<u8>,
}

impl Hold {
    /// The terminal of this process, not taken yet. `wake` is written to when the loop shall look.
    pub(super) fn new(tty: Tty, modes: Modes, wake: UnixStream) -> io::Result<&'static Hold> {
        let before = tcgetattr(tty.input())?;
        let hold = Hold {
            tty,
            before,
            modes,
            held: Mutex::new(false),
            due: AtomicU8::new(0),
            writing: AtomicBool::new(false),
            closing: AtomicBool::new(false),
            wake,
            notes: Notes::default(),
        };
        HOLD.set(hold)
            .map_err(|_| io::Error::other("the terminal is already taken"))?;
        Ok(HOLD.get().expect("it was just set"))
    }

    /// The hold of this process, if there is one.
    pub(super) fn get() -> Option<&'static Hold> {
        HOLD.get()
    }

    /// Makes the terminal raw; does so again after a stop. The modes are switched on by what is
    /// written next: the first frame then costs one packet, not two.
    pub(super) fn take(&self) -> io::Result<()> {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        let mut raw = self.before.clone();
        raw.make_raw();
        while let Err(error) = tcsetattr(self.tty.input(), OptionalActions::Now, &raw) {
            if error != rustix::io::Errno::INTR {
                return Err(error.into());
            }
        }
        let again = std::mem::replace(&mut *held, true);
        self.due.fetch_max(if again { TAKE } else { ALL }, SeqCst);
        Ok(())
    }

    /// Gives the terminal back, from the main thread.
    pub(super) fn give_back(&self) {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        if !std::mem::take(&mut *held) || self.tty.in_background() {
            return;
        }
        // What is left of a paste must not become commands of the shell.
        let _ = tcflush(self.tty.input(), QueueSelector::IFlush);
        if self.due.swap(0, SeqCst) < ALL {
            let _ = self.write(&self.modes.give);
        }
        let _ = tcsetattr(self.tty.input(), OptionalActions::Now, &self.before);
    }

    /// Gives the terminal back from any thread, whatever the main thread does; the process has to
    /// end afterwards. It takes less than a second even on a line that takes no output.
    pub(super) fn give_back_at_once(&self) {
        self.closing.store(true, SeqCst);
        let end = Instant::now() + LAST_WORDS;
        while self.writing.load(SeqCst) && Instant::now() < end {
            if !self.tty.takes_output(Duration::from_millis(5)) {
                // Drops what the line holds, and makes the blocked write look again.
                let _ = tcflush(self.tty.output(), QueueSelector::OFlush);
                let _ = kill_process(getpid(), Signal::WINCH);
            }
        }
        let held = loop {
            if let Ok(held) = self.held.try_lock() {
                break *held;
            }
            if Instant::now() >= end {
                break true;
            }
            std::thread::sleep(Duration::from_millis(2));
        };
        if !held || self.tty.in_background() {
            return;
        }
        let _ = tcflush(self.tty.input(), QueueSelector::IFlush);
        let told = self.due.load(SeqCst) < ALL;
        let writing = self.writing.load(SeqCst);
        if told && !writing && self.tty.takes_output(Duration::from_millis(50)) {
            // Whatever was being written is broken off first.
            let _ = self
                .tty
                .write(&[b"\x1b\\", self.modes.give.as_slice()].concat());
        }
        let _ = tcsetattr(self.tty.input(), OptionalActions::Now, &self.before);
    }

    /// Writes what is due and all of `bytes`, from the main thread.
    pub(super) fn write(&self, bytes: &[u8]) -> io::Result<()> {
        let mut text = Cow::Borrowed(bytes);
        let mut done = 0;
        while done < text.len() {
            self.writing.store(true, SeqCst);
            if self.closing.load(SeqCst) {
                self.writing.store(false, SeqCst);
                loop {
                    std::thread::park();
                }
            }
            let due = match self.due.swap(0, SeqCst) {
                ALL => [self.modes.push.as_slice(), &self.modes.take].concat(),
                TAKE => self.modes.take.clone(),
                _ => Vec::new(),
            };
            if !due.is_empty() {
                text = Cow::Owned([due.as_slice(), &text[done..]].concat());
                done = 0;
            }
            let written = self.tty.write(&text[done..]);
            self.writing.store(false, SeqCst);
            done += written?;
        }
        Ok(())
    }

    /// Wakes the loop.
    pub(super) fn wake(&self) {
        wake(&self.wake);
    }
}

/// Makes the other end readable; if it is full, it is readable already.
pub(super) fn wake(mut pipe: &UnixStream) {
    let _ = io::Write::write(&mut pipe, &[0]);
}
