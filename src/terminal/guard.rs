//! Restores the terminal on every way out: quit, panic, signal, suspension. There is one
//! [`TerminalGuard`] in a process, because a panic or a signal has to find it.
//!
//! A thread waits for signals and for the terminal's end, and ends the process itself: the main
//! thread may hang in a write that is never read, and crossterm spins on a closed terminal. Errors
//! while restoring are ignored: on a dead terminal there is no place to report them.

use std::io;
use std::os::unix::net::UnixStream;
use std::sync::mpsc::{SyncSender, TrySendError};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError, TryLockError};
use std::time::{Duration, Instant};

use ratatui::layout::Size;
use rustix::event::{PollFd, PollFlags};
use rustix::process::{Signal, getpid, kill_process};
use rustix::termios::{OptionalActions, QueueSelector, Termios, tcflush, tcgetattr, tcsetattr};
use signal_hook::consts::{
    SIGALRM, SIGCONT, SIGHUP, SIGINT, SIGIO, SIGPROF, SIGQUIT, SIGTERM, SIGTSTP, SIGUSR1, SIGUSR2,
    SIGVTALRM, SIGWINCH, SIGXCPU,
};
use signal_hook::iterator::backend::SignalDelivery;
use signal_hook::iterator::exfiltrator::SignalOnly;
use signal_hook::low_level::exit;

use super::tty::{Tty, is_ready, spawn, wait};
use super::{Input, Options, Output};

/// The exit status after a hang-up.
pub const HUNG_UP: i32 = 128 + SIGHUP;

/// How long a blocked terminal may delay an end by a signal or a panic.
const AT_MOST: Duration = Duration::from_millis(400);
/// Until waiting input is looked at again, and an input is offered again to a full channel.
const PACE: Duration = Duration::from_millis(50);

/// Signals that end the process, all that would do so by default and can be caught.
const ENDS: [i32; 11] = [
    SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGIO, SIGXCPU,
];

/// Work to do before the watch ends the process.
static BEFORE_END: OnceLock<Box<dyn Fn() + Send + Sync>> = OnceLock::new();

/// The guard of this process, if there is a terminal.
static GUARD: OnceLock<TerminalGuard> = OnceLock::new();

/// The terminal and how it was before.
#[derive(Debug)]
pub(super) struct TerminalGuard {
    pub(super) tty: Tty,
    before: Termios,
    /// Pushes the window title: only once, until `leave` pops it.
    push: String,
    enter: String,
    leave: String,
    /// Locked while the terminal is written to. True between enter and leave.
    entered: Mutex<bool>,
}

impl TerminalGuard {
    /// The guard of this process; nothing is changed yet.
    pub(super) fn new(tty: Tty, options: &Options) -> io::Result<&'static TerminalGuard> {
        let mut guard = TerminalGuard {
            before: tcgetattr(&tty.input)?,
            tty,
            push: String::new(),
            enter: "\x1b[?1049h\x1b[?2004h".into(),
            leave: "\x1b[?2026l\x1b[m".into(),
            entered: Mutex::new(false),
        };
        if options.mouse {
            // Buttons and drags, not every motion.
            guard.enter += "\x1b[?1000h\x1b[?1002h\x1b[?1006h";
            guard.leave += "\x1b[?1006l\x1b[?1002l\x1b[?1000l";
        }
        // Erased first: without another screen (GNU screen as it comes) the prompt would stand in the frame.
        guard.leave += "\x1b[?2004l\x1b[H\x1b[2J\x1b[?25h\x1b[?1049l";
        if let Some(title) = &options.title {
            let clean = title.chars().filter(|c| !c.is_control()).take(200);
            guard.push = format!("\x1b[22;0t\x1b]2;{}\x1b\\", clean.collect::<String>());
            guard.leave += "\x1b[23;0t";
        }
        let guard = GUARD.set(guard).ok().and_then(|()| GUARD.get());
        guard.ok_or_else(|| io::Error::other("the terminal is already taken"))
    }

    fn lock(&self) -> MutexGuard<'_, bool> {
        self.entered.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Makes the terminal raw and switches its modes on; again after a stop.
    pub(super) fn enter(&self) -> io::Result<()> {
        let mut entered = self.lock();
        let mut raw = self.before.clone();
        raw.make_raw();
        rustix::io::retry_on_intr(|| tcsetattr(&self.tty.input, OptionalActions::Now, &raw))?;
        if !*entered {
            // Input that waits is kept: it was typed ahead. Answers to a program before are filtered out.
            self.tty.write(self.push.as_bytes())?;
        }
        *entered = true;
        self.tty.write(self.enter.as_bytes())
    }

    /// Restores the terminal, from the main thread.
    pub(super) fn leave(&self) {
        let mut entered = self.lock();
        if std::mem::take(&mut *entered) && !self.tty.is_in_background() {
            let _ = self.tty.write(self.leave.as_bytes());
            self.restore_settings();
        }
    }

    fn restore_settings(&self) {
        // What is left of a paste must not become commands of the shell.
        let _ = tcflush(&self.tty.input, QueueSelector::IFlush);
        let _ = tcsetattr(&self.tty.input, OptionalActions::Now, &self.before);
    }

    /// Restores the terminal from any thread, within half a second even if the main thread hangs in
    /// a write. The process has to end afterwards: nothing can be written any more.
    pub(super) fn leave_at_once(&self) {
        let end = Instant::now() + AT_MOST;
        let entered = loop {
            match self.entered.try_lock() {
                Ok(entered) => break Some(entered),
                Err(TryLockError::Poisoned(poisoned)) => break Some(poisoned.into_inner()),
                Err(TryLockError::WouldBlock) if Instant::now() >= end => break None,
                Err(TryLockError::WouldBlock) => {}
            }
            if !is_ready(&self.tty.output, PollFlags::OUT, Duration::from_millis(5)) {
                // Drops what the terminal has not read, and interrupts the write so that it goes on.
                let _ = tcflush(&self.tty.output, QueueSelector::OFlush);
                let _ = kill_process(getpid(), Signal::WINCH);
            }
        };
        if entered.as_deref() == Some(&false) || self.tty.is_in_background() {
            return;
        }
        if entered.is_some() && is_ready(&self.tty.output, PollFlags::OUT, PACE) {
            // Ends a sequence of which the terminal may have got only a part.
            let _ = self.tty.write(format!("\x1b\\{}", self.leave).as_bytes());
        }
        self.restore_settings();
        // The lock stays taken, so that no thread writes behind this.
        std::mem::forget(entered);
    }
}

impl Output for &'static TerminalGuard {
    fn size(&self) -> Size {
        self.tty.size()
    }

    /// Writes nothing while the terminal is not entered.
    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        let entered = self.lock();
        self.tty.write(if *entered { bytes } else { &[] })
    }
}

/// Restores the terminal, if there is one, before the process ends.
pub fn restore_at_once() {
    if let Some(guard) = GUARD.get() {
        guard.leave_at_once();
    }
}

/// Sets what is done after the terminal is restored and before a signal or a lost terminal ends the
/// process. It has to be short: the process ends within a second.
pub fn before_end(work: impl Fn() + Send + Sync + 'static) {
    let _ = BEFORE_END.set(Box::new(work));
}

fn end(status: i32) -> ! {
    if let Some(work) = BEFORE_END.get() {
        work();
    }
    exit(status)
}

type Signals = SignalDelivery<UnixStream, SignalOnly>;

/// Starts the thread that watches for signals and a lost terminal. Signals that do not end the
/// process become inputs.
pub(super) fn watch<T: From<Input> + Send + 'static>(
    guard: &'static TerminalGuard,
    inputs: SyncSender<T>,
) -> io::Result<()> {
    let (read, write) = UnixStream::pair()?;
    let all = ENDS.into_iter().chain([SIGTSTP, SIGCONT, SIGWINCH]);
    let signals = Signals::with_pipe(read, write, SignalOnly, all)?;
    spawn("watch", move || run(guard, signals, &inputs))
}

fn run<T: From<Input>>(guard: &TerminalGuard, mut signals: Signals, inputs: &SyncSender<T>) {
    let tty = &guard.tty;
    let mut pending = Vec::new();
    loop {
        let mut fds = [
            PollFd::new(&tty.input, PollFlags::empty()),
            PollFd::new(&tty.output, PollFlags::empty()),
            PollFd::new(signals.get_read(), PollFlags::IN),
        ];
        let waits = is_ready(&tty.input, PollFlags::IN, Duration::ZERO) && !tty.is_in_background();
        if !waits {
            fds[0] = PollFd::new(&tty.input, PollFlags::IN);
        }
        let result = wait(&mut fds, (waits || !pending.is_empty()).then_some(PACE));
        let gone = PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL;
        if result.is_err() || fds[..2].iter().any(|fd| fd.revents().intersects(gone)) {
            end(HUNG_UP);
        }
        let caught: Vec<i32> = signals.pending().collect();
        let ends = caught.iter().find(|signal| ENDS.contains(signal));
        let status = ends.map(|signal| 128 + signal);
        if let Some(status) = status {
            guard.leave_at_once();
            end(status);
        }
        for signal in caught {
            let input = match signal {
                SIGWINCH => Input::Resized,
                SIGCONT => Input::Continued,
                _ => Input::Suspend,
            };
            if !pending.contains(&input) {
                pending.push(input);
            }
        }
        // Never waits for room in the channel: an end must not wait for the loop.
        pending.retain(|input| {
            let sent = inputs.try_send(T::from(input.clone()));
            matches!(sent, Err(TrySendError::Full(_)))
        });
    }
}
