//! Restores the terminal on every way out: quit, panic, signal, suspension. There is one
//! [`TerminalGuard`] in a process, because a panic or a signal has to find it.
//!
//! A thread waits for signals and for the terminal's end, and ends the process itself: the main
//! thread may hang in a write that is never read, and crossterm spins on a closed terminal. Errors
//! while restoring are ignored: on a dead terminal there is no place to report them.

use std::io;
use std::os::unix::net::UnixStream;
use std::sync::atomic::Ordering::SeqCst;
use std::sync::mpsc::{SyncSender, TrySendError};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError, TryLockError};
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags};
use rustix::process::{Signal, getpid, kill_process};
use rustix::termios::{OptionalActions, QueueSelector, Termios, tcflush, tcgetattr, tcsetattr};
use signal_hook::consts::{
    SIGALRM, SIGCONT, SIGHUP, SIGINT, SIGIO, SIGPROF, SIGQUIT, SIGTERM, SIGTSTP, SIGUSR1, SIGUSR2,
    SIGVTALRM, SIGWINCH, SIGXCPU, SIGXFSZ,
};
use signal_hook::iterator::backend::SignalDelivery;
use signal_hook::iterator::exfiltrator::SignalOnly;
use signal_hook::low_level::exit;

use super::tty::{Tty, in_background, is_gone, ready};
use super::{Input, input};

/// The exit status after a hang-up.
pub const HUNG_UP: i32 = 128 + SIGHUP;

/// How long a blocked terminal may delay an end by a signal or a panic.
const AT_MOST: Duration = Duration::from_millis(400);
/// How long the watch waits before it offers an input again to a full channel.
const RETRY: Duration = Duration::from_millis(20);

/// Signals that end the process, all that would do so by default and can be caught.
const ENDS: [i32; 12] = [
    SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGIO,
    SIGXCPU, SIGXFSZ,
];

/// Work to do before the watch ends the process.
static BEFORE_END: OnceLock<Box<dyn Fn() + Send + Sync>> = OnceLock::new();

static GUARD: OnceLock<TerminalGuard> = OnceLock::new();

/// The terminal, its settings before the session, and the bytes that enter and leave it.
#[derive(Debug)]
pub(super) struct TerminalGuard {
    pub(super) tty: Tty,
    before: Termios,
    modes: Modes,
    /// Locked while the terminal is written to. True between enter and leave.
    entered: Mutex<bool>,
}

/// The bytes that switch the terminal's modes.
#[derive(Debug, Default)]
pub(super) struct Modes {
    /// Pushes the window title: only once, until `leave` pops it.
    pub(super) push: Vec<u8>,
    pub(super) enter: Vec<u8>,
    pub(super) leave: Vec<u8>,
}

impl TerminalGuard {
    /// The guard of this process; nothing is changed yet.
    pub(super) fn new(tty: Tty, modes: Modes) -> io::Result<&'static TerminalGuard> {
        let before = tcgetattr(tty.input())?;
        let guard = TerminalGuard {
            tty,
            before,
            modes,
            entered: Mutex::new(false),
        };
        GUARD
            .set(guard)
            .map_err(|_| io::Error::other("the terminal is already taken"))?;
        Ok(GUARD.get().expect("it was just set"))
    }

    /// The guard of this process, if the terminal was entered.
    pub(super) fn get() -> Option<&'static TerminalGuard> {
        GUARD.get()
    }

    fn lock(&self) -> MutexGuard<'_, bool> {
        self.entered.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Makes the terminal raw and switches its modes on; again after a stop. Input that waits is
    /// dropped: it was typed for another program, or is an answer to one.
    pub(super) fn enter(&self) -> io::Result<()> {
        let mut entered = self.lock();
        let mut raw = self.before.clone();
        raw.make_raw();
        while let Err(error) = tcsetattr(self.tty.input(), OptionalActions::Now, &raw) {
            if error != rustix::io::Errno::INTR {
                return Err(error.into());
            }
        }
        if !*entered {
            let _ = tcflush(self.tty.input(), QueueSelector::IFlush);
            self.tty.write(&self.modes.push)?;
        }
        *entered = true;
        self.tty.write(&self.modes.enter)
    }

    /// Restores the terminal, from the main thread.
    pub(super) fn leave(&self) {
        let mut entered = self.lock();
        if std::mem::take(&mut *entered) && !in_background() {
            // What is left of a paste must not become commands of the shell.
            let _ = tcflush(self.tty.input(), QueueSelector::IFlush);
            let _ = self.tty.write(&self.modes.leave);
            let _ = tcsetattr(self.tty.input(), OptionalActions::Now, &self.before);
        }
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
            if !self.tty.takes_output(Duration::from_millis(5)) {
                // Drops what the terminal has not read, and interrupts the write so that it goes on.
                let _ = tcflush(self.tty.output(), QueueSelector::OFlush);
                let _ = kill_process(getpid(), Signal::WINCH);
            }
        };
        let held = entered.as_deref().copied();
        if held == Some(false) || in_background() {
            return;
        }
        let _ = tcflush(self.tty.input(), QueueSelector::IFlush);
        if held.is_some() && self.tty.takes_output(Duration::from_millis(50)) {
            // Ends a sequence of which the terminal may have got only a part.
            let _ = self
                .tty
                .write(&[b"\x1b\\", self.modes.leave.as_slice()].concat());
        }
        let _ = tcsetattr(self.tty.input(), OptionalActions::Now, &self.before);
        // The lock stays taken, so that no thread writes behind this.
        std::mem::forget(entered);
    }

    /// Writes all of `bytes`, if the terminal is entered.
    pub(super) fn write(&self, bytes: &[u8]) -> io::Result<()> {
        let entered = self.lock();
        if *entered {
            self.tty.write(bytes)
        } else {
            Ok(())
        }
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
pub(super) fn watch<T>(guard: &'static TerminalGuard, inputs: SyncSender<T>) -> io::Result<()>
where
    T: From<Input> + Send + 'static,
{
    let (read, write) = UnixStream::pair()?;
    let others = [SIGTSTP, SIGCONT, SIGWINCH];
    let signals = Signals::with_pipe(read, write, SignalOnly, ENDS.into_iter().chain(others))?;
    let thread = std::thread::Builder::new().name("watch".into());
    thread
        .stack_size(128 << 10)
        .spawn(move || run(guard, signals, &inputs))?;
    Ok(())
}

fn run<T: From<Input>>(guard: &TerminalGuard, mut signals: Signals, inputs: &SyncSender<T>) {
    let mut pending = Vec::new();
    let mut endless = Endless::default();
    loop {
        // Waits for the first input; from then on looks at it now and then.
        let flags = match endless.since {
            None => PollFlags::IN,
            Some(_) => PollFlags::empty(),
        };
        let mut fds = [
            PollFd::from_borrowed_fd(guard.tty.input(), flags),
            PollFd::from_borrowed_fd(guard.tty.output(), PollFlags::empty()),
            PollFd::new(signals.get_read(), PollFlags::IN),
        ];
        let retry = (!pending.is_empty()).then_some(RETRY);
        let time = [retry, endless.time()].into_iter().flatten().min();
        if ready(&mut fds, time).is_err() || is_gone(&fds[0]) || is_gone(&fds[1]) {
            end(HUNG_UP);
        }
        if endless.is_read(&guard.tty) {
            guard.leave_at_once();
            end(HUNG_UP);
        }
        let caught: Vec<i32> = signals.pending().collect();
        if let Some(signal) = caught.iter().find(|signal| ENDS.contains(signal)) {
            guard.leave_at_once();
            end(128 + signal);
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

/// Finds out whether crossterm reads a sequence that does not end: it keeps all of it in memory.
#[derive(Debug, Default)]
struct Endless {
    /// When waiting input was looked at last; `None` while no input waits.
    since: Option<Instant>,
    reads: u64,
    /// How often input waited although the same read went on.
    times: u32,
}

impl Endless {
    /// How often waiting input is looked at.
    const PACE: Duration = Duration::from_millis(100);
    /// A sequence has no end after so many looks: that is some megabytes, for a pause ends the count.
    const TIMES: u32 = 3;

    /// Until the next look.
    fn time(&self) -> Option<Duration> {
        Some(Endless::PACE.saturating_sub(self.since?.elapsed()))
    }

    /// Looks whether the same read goes on while input waits, often enough.
    fn is_read(&mut self, tty: &Tty) -> bool {
        if self.time().is_some_and(|time| !time.is_zero()) {
            return false;
        }
        if !tty.has_input() || in_background() {
            *self = Endless::default();
            return false;
        }
        let reads = input::READS.load(SeqCst);
        let same = reads == self.reads && !reads.is_multiple_of(2);
        self.times = if same { self.times + 1 } else { 0 };
        (self.since, self.reads) = (Some(Instant::now()), reads);
        self.times >= Endless::TIMES
    }
}
