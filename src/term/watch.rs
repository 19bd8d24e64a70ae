//! The watch: one thread that waits for signals and for the terminal's end, and ends the process
//! itself. The main thread may hang in a write to a line that nobody reads; crossterm's own source
//! of events spins on a closed one. So neither is asked.

use std::io;
use std::os::unix::net::UnixStream;
use std::sync::OnceLock;
use std::sync::atomic::Ordering::SeqCst;

use rustix::event::{PollFd, PollFlags};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::backend::SignalDelivery;
use signal_hook::iterator::exfiltrator::SignalOnly;
use signal_hook::low_level::exit;

use super::hold::Hold;
use super::tty::{gone, ready};

/// The exit status after a hang-up.
pub const HUNG_UP: i32 = 128 + SIGHUP;

/// What is done before the watch ends the process.
static LAST: OnceLock<Box<dyn Fn() + Send + Sync>> = OnceLock::new();

/// From now on, `work` is done once the terminal is given back and before a signal or a lost line
/// ends the process. It has to be short: the process ends within a second all the same.
pub fn before_end(work: impl Fn() + Send + Sync + 'static) {
    let _ = LAST.set(Box::new(work));
}

/// Ends the process.
fn end(status: i32) -> ! {
    if let Some(work) = LAST.get() {
        work();
    }
    exit(status)
}

type Signals = SignalDelivery<UnixStream, SignalOnly>;

/// Starts the watch.
pub(super) fn start(hold: &'static Hold) -> io::Result<()> {
    let (read, write) = UnixStream::pair()?;
    let signals = [SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGCONT, SIGWINCH];
    let signals = Signals::with_pipe(read, write, SignalOnly, signals)?;
    let thread = std::thread::Builder::new()
        .name("watch".into())
        .stack_size(128 << 10);
    thread.spawn(move || watch(hold, signals))?;
    Ok(())
}

fn watch(hold: &Hold, mut signals: Signals) {
    loop {
        let mut lines = [
            PollFd::from_borrowed_fd(hold.tty.input(), PollFlags::empty()),
            PollFd::from_borrowed_fd(hold.tty.output(), PollFlags::empty()),
            PollFd::new(signals.get_read(), PollFlags::IN),
        ];
        let waited = ready(&mut lines, None);
        if waited.is_err() || gone(&lines[0]) || gone(&lines[1]) {
            end(HUNG_UP);
        }
        // In whatever order they came, the end goes first.
        let mut came = [false; 3];
        for signal in signals.pending() {
            match signal {
                SIGWINCH => came[0] = true,
                SIGCONT => came[1] = true,
                SIGTSTP => came[2] = true,
                _ => {
                    hold.give_back_at_once();
                    end(128 + signal);
                }
            }
        }
        let notes = [
            &hold.notes.resized,
            &hold.notes.continued,
            &hold.notes.suspend,
        ];
        for (note, came) in notes.into_iter().zip(came) {
            if came {
                note.store(true, SeqCst);
                hold.wake();
            }
        }
    }
}
