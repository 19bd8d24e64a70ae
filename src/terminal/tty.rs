//! The terminal's two file descriptors, and the few calls made on them: standard input and output
//! where they are a terminal, or else the controlling terminal, so that the explorer can be used
//! while its output goes into a pipe.

use std::io;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::time::Duration;

use ratatui::layout::Size;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use rustix::termios::{isatty, tcgetwinsize};

/// The size of a terminal that does not know its own.
const USUAL: Size = Size::new(80, 24);
/// The largest size that is drawn. A client can claim any, and a frame takes memory by its size.
const LARGEST: Size = Size::new(1000, 500);

/// A terminal.
#[derive(Debug)]
pub(super) struct Tty {
    input: Descriptor,
    output: Descriptor,
}

#[derive(Debug)]
enum Descriptor {
    Standard(BorrowedFd<'static>),
    Controlling(OwnedFd),
}

impl AsFd for Descriptor {
    fn as_fd(&self) -> BorrowedFd<'_> {
        match self {
            Descriptor::Standard(fd) => *fd,
            Descriptor::Controlling(fd) => fd.as_fd(),
        }
    }
}

impl Tty {
    /// The terminal of this process.
    pub(super) fn open() -> io::Result<Tty> {
        Ok(Tty {
            input: descriptor(rustix::stdio::stdin())?,
            output: descriptor(rustix::stdio::stdout())?,
        })
    }

    pub(super) fn input(&self) -> BorrowedFd<'_> {
        self.input.as_fd()
    }

    pub(super) fn output(&self) -> BorrowedFd<'_> {
        self.output.as_fd()
    }

    /// The size in columns and rows, as the kernel knows it, up to a limit.
    pub(super) fn size(&self) -> Size {
        let size = tcgetwinsize(self.output());
        size.map_or(USUAL, |size| limited(size.ws_col, size.ws_row))
    }

    /// Writes all of `bytes`.
    pub(super) fn write(&self, mut bytes: &[u8]) -> io::Result<()> {
        while !bytes.is_empty() {
            match rustix::io::write(self.output(), bytes) {
                Ok(length) => bytes = &bytes[length..],
                Err(Errno::INTR) => {}
                // Another program that shares the terminal made it non-blocking.
                Err(Errno::AGAIN) => {
                    let mut output = [PollFd::from_borrowed_fd(self.output(), PollFlags::OUT)];
                    ready(&mut output, None)?;
                }
                Err(error) => return Err(error.into()),
            }
        }
        Ok(())
    }

    /// Whether input waits.
    pub(super) fn has_input(&self) -> bool {
        let mut input = [PollFd::from_borrowed_fd(self.input(), PollFlags::IN)];
        ready(&mut input, Some(Duration::ZERO)).is_ok_and(|n| n > 0)
    }

    /// Whether the terminal takes output, now or within `time`.
    pub(super) fn takes_output(&self, time: Duration) -> bool {
        let mut output = [PollFd::from_borrowed_fd(self.output(), PollFlags::OUT)];
        ready(&mut output, Some(time)).is_ok_and(|n| n > 0)
    }
}

fn limited(columns: u16, rows: u16) -> Size {
    let known = |n, usual| if n == 0 { usual } else { n };
    Size::new(
        known(columns, USUAL.width).min(LARGEST.width),
        known(rows, USUAL.height).min(LARGEST.height),
    )
}

/// `standard` if it is a terminal, or else the controlling terminal.
fn descriptor(standard: BorrowedFd<'static>) -> io::Result<Descriptor> {
    if isatty(standard) {
        return Ok(Descriptor::Standard(standard));
    }
    let terminal = std::fs::File::options()
        .read(true)
        .write(true)
        .open("/dev/tty")?;
    Ok(Descriptor::Controlling(terminal.into()))
}

/// Waits until one of `fds` is ready, at most for `time`. Returns how many are; 0 after a signal.
pub(super) fn ready(fds: &mut [PollFd], time: Option<Duration>) -> io::Result<usize> {
    let time = time.map(|time| Timespec {
        tv_sec: i64::try_from(time.as_secs()).unwrap_or(i64::MAX),
        tv_nsec: time.subsec_nanos().into(),
    });
    match poll(fds, time.as_ref()) {
        Err(Errno::INTR) => {
            fds.iter_mut().for_each(PollFd::clear_revents);
            Ok(0)
        }
        other => Ok(other?),
    }
}

/// Whether the other end of the terminal is gone.
pub(super) fn is_gone(fd: &PollFd) -> bool {
    fd.revents()
        .intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL)
}

/// Whether another process group owns the terminal: touching it would stop this one.
pub(super) fn in_background() -> bool {
    // Not by getpgrp and tcgetpgrp: a process group from outside of a container is 0 there,
    // which rustix takes for impossible.
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // The name, in parentheses, may contain anything. Behind it: state, parent, process group,
    // session, terminal, and the group that owns the terminal or -1 where none is controlling.
    let after_name = stat.rsplit_once(')').map_or("", |(_, rest)| rest);
    let fields: Vec<&str> = after_name.split_whitespace().collect();
    match (fields.get(2), fields.get(5)) {
        (Some(&own), Some(&owner)) => owner != own && owner != "-1",
        _ => false,
    }
}
