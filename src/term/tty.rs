//! The terminal's two file descriptors, and the few calls made on them. Standard input and output
//! where they are a terminal, or else the controlling terminal itself, so that the explorer can be
//! used while its output goes into a pipe.

use std::io::{self, Read};
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::time::Duration;

use ratatui::layout::Size;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use rustix::termios::{isatty, tcgetwinsize};

use super::job;

/// What a terminal that doesn't know its size is taken for.
const USUAL: Size = Size::new(80, 24);

/// A terminal.
#[derive(Debug)]
pub(super) struct Tty {
    input: Line,
    output: Line,
}

#[derive(Debug)]
enum Line {
    Standard(BorrowedFd<'static>),
    Controlling(OwnedFd),
}

impl AsFd for Line {
    fn as_fd(&self) -> BorrowedFd<'_> {
        match self {
            Line::Standard(fd) => *fd,
            Line::Controlling(fd) => fd.as_fd(),
        }
    }
}

impl Tty {
    /// The terminal of this process.
    pub(super) fn open() -> io::Result<Tty> {
        Ok(Tty {
            input: line(rustix::stdio::stdin())?,
            output: line(rustix::stdio::stdout())?,
        })
    }

    pub(super) fn input(&self) -> BorrowedFd<'_> {
        self.input.as_fd()
    }

    pub(super) fn output(&self) -> BorrowedFd<'_> {
        self.output.as_fd()
    }

    /// The size, as far as the terminal knows it.
    pub(super) fn size(&self) -> Size {
        let known = |n, usual| if n == 0 { usual } else { n };
        tcgetwinsize(self.output()).map_or(USUAL, |size| {
            Size::new(
                known(size.ws_col, USUAL.width),
                known(size.ws_row, USUAL.height),
            )
        })
    }

    /// Another process group owns the terminal at the moment: touching it would stop this one.
    pub(super) fn in_background(&self) -> bool {
        job::is_behind(self.input())
    }

    /// One read of what is there.
    pub(super) fn read(&self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            match rustix::io::read(self.input(), &mut *buffer) {
                Err(Errno::INTR) => {}
                Err(Errno::AGAIN) => {
                    ready(
                        &mut [PollFd::from_borrowed_fd(self.input(), PollFlags::IN)],
                        None,
                    )?;
                }
                Ok(0) => return Err(io::ErrorKind::UnexpectedEof.into()),
                other => return Ok(other?),
            }
        }
    }

    /// One write of as much as is taken.
    pub(super) fn write(&self, bytes: &[u8]) -> io::Result<usize> {
        loop {
            match rustix::io::write(self.output(), bytes) {
                Err(Errno::INTR) => {}
                // Somebody else made the line non-blocking.
                Err(Errno::AGAIN) => {
                    ready(
                        &mut [PollFd::from_borrowed_fd(self.output(), PollFlags::OUT)],
                        None,
                    )?;
                }
                other => return Ok(other?),
            }
        }
    }

    /// The terminal takes output, or will within `time`.
    pub(super) fn takes_output(&self, time: Duration) -> bool {
        let mut line = [PollFd::from_borrowed_fd(self.output(), PollFlags::OUT)];
        ready(&mut line, Some(time)).is_ok_and(|n| n > 0)
    }
}

/// `standard` if it is a terminal, or else the controlling terminal.
fn line(standard: BorrowedFd<'static>) -> io::Result<Line> {
    if isatty(standard) {
        return Ok(Line::Standard(standard));
    }
    let terminal = std::fs::File::options()
        .read(true)
        .write(true)
        .open("/dev/tty")?;
    Ok(Line::Controlling(terminal.into()))
}

/// Waits until something is ready, at most for `time`; says how many are.
pub(super) fn ready(lines: &mut [PollFd], time: Option<Duration>) -> io::Result<usize> {
    let time = time.map(|t| Timespec {
        tv_sec: i64::try_from(t.as_secs()).unwrap_or(i64::MAX),
        tv_nsec: t.subsec_nanos().into(),
    });
    match poll(lines, time.as_ref()) {
        Err(Errno::INTR) => {
            for line in lines {
                line.clear_revents();
            }
            Ok(0)
        }
        other => Ok(other?),
    }
}

/// The other end of this line is gone.
pub(super) fn gone(line: &PollFd) -> bool {
    line.revents()
        .intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL)
}

/// Takes everything that waits in a pipe that does not block.
pub(super) fn drain(mut pipe: impl Read) {
    let mut buffer = [0; 256];
    while pipe.read(&mut buffer).is_ok_and(|n| n == buffer.len()) {}
}
