//! What comes to the loop: keys, pastes and the mouse from the terminal, resizes and stops from the
//! watch, answers from other threads. It sleeps until something comes; there is no tick.

use std::io;
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::atomic::Ordering::SeqCst;
use std::time::{Duration, Instant};

use crossterm::event::Event;
use rustix::event::{PollFd, PollFlags};

use super::hold::{Hold, wake};
use super::input::Decoder;
use super::tty::{drain, ready};

/// For so long keys are taken in without a frame between them.
const LONGEST_BURST: Duration = Duration::from_secs(1);

/// Something that has come.
#[derive(Clone, Debug, PartialEq)]
pub enum Input {
    /// A key, a paste or the mouse.
    Event(Event),
    /// The terminal has another size.
    Resized,
    /// The process was stopped and goes on: nothing is known of the terminal.
    Continued,
    /// Somebody asks the process to stop for a while.
    Suspend,
    /// A [`Waker`] was used.
    Woken,
}

/// A source of [`Input`].
pub trait Events {
    /// Waits until something comes, at most for `time`, then takes all that is there.
    ///
    /// # Errors
    ///
    /// The terminal is gone.
    fn wait(&mut self, time: Option<Duration>, inputs: &mut Vec<Input>) -> io::Result<()>;
}

/// Makes [`Events::wait`] return, from any thread.
#[derive(Clone, Debug)]
pub struct Waker(Arc<UnixStream>);

impl Waker {
    /// Wakes the loop.
    pub fn wake(&self) {
        wake(&self.0);
    }
}

/// The terminal as a source of [`Input`].
#[derive(Debug)]
pub struct TtyEvents {
    hold: &'static Hold,
    woken: UnixStream,
    waker: Waker,
    decoder: Decoder,
    events: Vec<Event>,
    buffer: Box<[u8]>,
    last: Instant,
    /// The terminal belongs to somebody else.
    away: bool,
}

impl TtyEvents {
    pub(super) fn new(hold: &'static Hold, woken: UnixStream, waker: UnixStream) -> TtyEvents {
        TtyEvents {
            hold,
            woken,
            waker: Waker(Arc::new(waker)),
            decoder: Decoder::default(),
            events: Vec::new(),
            buffer: vec![0; 8192].into(),
            last: Instant::now(),
            away: false,
        }
    }

    /// What wakes this source.
    #[must_use]
    pub fn waker(&self) -> Waker {
        self.waker.clone()
    }

    /// Reads no more until the process goes on and the terminal is its own again.
    pub(super) fn leave(&mut self) {
        self.away = true;
    }

    fn notes(&mut self, inputs: &mut Vec<Input>) -> io::Result<()> {
        drain(&self.woken);
        let notes = &self.hold.notes;
        if notes.continued.swap(false, SeqCst) && !self.hold.tty.in_background() {
            self.hold.take()?;
            self.away = false;
            notes.resized.store(false, SeqCst);
            inputs.push(Input::Continued);
        }
        if notes.resized.swap(false, SeqCst) {
            inputs.push(Input::Resized);
        }
        if notes.suspend.swap(false, SeqCst) {
            inputs.push(Input::Suspend);
        }
        inputs.push(Input::Woken);
        Ok(())
    }

    /// Reads until nothing is left.
    fn keys(&mut self) -> io::Result<()> {
        let start = Instant::now();
        loop {
            let length = self.hold.tty.read(&mut self.buffer)?;
            let now = Instant::now();
            self.decoder
                .feed(&self.buffer[..length], now - self.last, &mut self.events);
            self.last = now;
            let mut line = [PollFd::from_borrowed_fd(
                self.hold.tty.input(),
                PollFlags::IN,
            )];
            ready(&mut line, Some(Duration::ZERO))?;
            if !line[0].revents().contains(PollFlags::IN) || now - start > LONGEST_BURST {
                return Ok(());
            }
        }
    }

    /// How long what is half read may still wait.
    fn patience(&self) -> Option<Duration> {
        self.decoder
            .patience()
            .map(|patience| patience.saturating_sub(self.last.elapsed()))
    }
}

impl Events for TtyEvents {
    fn wait(&mut self, time: Option<Duration>, inputs: &mut Vec<Input>) -> io::Result<()> {
        let end = time.and_then(|time| Instant::now().checked_add(time));
        loop {
            let rest = end.map(|end| end.saturating_duration_since(Instant::now()));
            let time = [self.patience(), rest].into_iter().flatten().min();
            let reading = if self.away {
                PollFlags::empty()
            } else {
                PollFlags::IN
            };
            let mut lines = [
                PollFd::new(&self.woken, PollFlags::IN),
                PollFd::from_borrowed_fd(self.hold.tty.input(), reading),
            ];
            ready(&mut lines, time)?;
            let [woken, keys] = lines.map(|line| line.revents());
            if keys.contains(PollFlags::IN) {
                self.keys()?;
            } else if keys.intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL) {
                return Err(io::ErrorKind::UnexpectedEof.into());
            } else if self.patience() == Some(Duration::ZERO) {
                self.decoder.expire(&mut self.events);
            }
            inputs.extend(self.events.drain(..).map(Input::Event));
            if woken.contains(PollFlags::IN) {
                self.notes(inputs)?;
            }
            let over = end.is_some_and(|end| Instant::now() >= end);
            if !inputs.is_empty() || over {
                return Ok(());
            }
        }
    }
}
