//! The terminal's two file descriptors, and the few calls made on them: standard input and output
//! where they are a terminal, or else the controlling terminal, so that the explorer can be used
//! while its output goes into a pipe.

use std::io;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::time::Duration;

use ratatui::layout::Size;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use rustix::process::getpgrp;
use rustix::termios::{isatty, tcgetpgrp, tcgetwinsize};

/// The size of a terminal that does not know its own.
const USUAL: Size = Size::new(80, 24);
/// The largest size that is drawn. A client can claim any, and a frame takes memory by its size.
const LARGEST: Size = Size::new(800, 300);

/// A terminal.
#[derive(Debug)]
pub(super) struct Tty {
    pub(super) input: OwnedFd,
    pub(super) output: OwnedFd,
}

impl Tty {
    /// The terminal of this process.
    pub(super) fn open() -> io::Result<Tty> {
        Ok(Tty {
            input: descriptor(rustix::stdio::stdin())?,
            output: descriptor(rustix::stdio::stdout())?,
        })
    }

    /// The size in columns and rows, as the kernel knows it, up to a limit.
    pub(super) fn size(&self) -> Size {
        let drawn = |n: u16, usual, largest| if n == 0 { usual } else { n.min(largest) };
        tcgetwinsize(&self.output).map_or(USUAL, |size| Size {
            width: drawn(size.ws_col, USUAL.width, LARGEST.width),
            height: drawn(size.ws_row, USUAL.height, LARGEST.height),
        })
    }

    /// Writes all of `bytes`.
    pub(super) fn write(&self, mut bytes: &[u8]) -> io::Result<()> {
        while !bytes.is_empty() {
            match rustix::io::write(&self.output, bytes) {
                Ok(length) => bytes = &bytes[length..],
                Err(Errno::INTR) => {}
                // Another program that shares the terminal made it non-blocking.
                Err(Errno::AGAIN) => {
                    is_ready(&self.output, PollFlags::OUT, Duration::from_secs(1));
                }
                Err(error) => return Err(error.into()),
            }
        }
        Ok(())
    }

    /// Whether another process group owns the terminal: touching it would stop this one. The owner is
    /// an error where the terminal controls no process of this session or of this container.
    pub(super) fn is_in_background(&self) -> bool {
        tcgetpgrp(&self.input).is_ok_and(|owner| owner != getpgrp())
    }
}

/// `standard` if it is a terminal, or else the controlling terminal.
fn descriptor(standard: BorrowedFd) -> io::Result<OwnedFd> {
    if isatty(standard) {
        return standard.try_clone_to_owned();
    }
    Ok(controlling_terminal()?.into())
}

/// The terminal of this session, whatever standard input and output are.
///
/// # Errors
/// There is none.
pub fn controlling_terminal() -> io::Result<std::fs::File> {
    let mut options = std::fs::File::options();
    options.read(true).write(true).open("/dev/tty")
}

/// Starts a thread that needs little room.
pub(super) fn spawn(name: &str, work: impl FnOnce() + Send + 'static) -> io::Result<()> {
    let thread = std::thread::Builder::new().name(name.into());
    thread.stack_size(128 << 10).spawn(work).map(drop)
}

/// Waits until `fd` is ready, at most for `time`.
pub fn is_ready(fd: impl AsFd, flags: PollFlags, time: Duration) -> bool {
    let mut fds = [PollFd::from_borrowed_fd(fd.as_fd(), flags)];
    wait(&mut fds, Some(time)).is_ok_and(|n| n > 0)
}

/// Waits until one of `fds` is ready, at most for `time`. Returns how many are; 0 after a signal.
pub(super) fn wait(fds: &mut [PollFd], time: Option<Duration>) -> io::Result<usize> {
    let time = time.map(|time| Timespec::try_from(time).unwrap_or_default());
    match poll(fds, time.as_ref()) {
        Err(Errno::INTR) => {
            fds.iter_mut().for_each(PollFd::clear_revents);
            Ok(0)
        }
        other => Ok(other?),
    }
}
