//! Standard output of all commands: whether it is a terminal decides on colours and width.

use std::fmt::Display;
use std::io::{self, BufWriter, IsTerminal, Write};

use rustix::event::{PollFd, PollFlags, poll};
use rustix::fs::OFlags;
use rustix::io::Errno;

use super::error::CliError;
use crate::config::{Env, When, utf8};
use crate::describe::TextRole;
use crate::page::plain;

/// A buffered output and how to write on it.
pub struct Out<'a> {
    writer: BufWriter<Box<dyn Write + 'a>>,
    /// How text is coloured.
    pub paint: Paint,
    /// Columns of the terminal; `None` where it is none.
    pub width: Option<usize>,
    /// The terminal shows ASCII alone: text is said in it, Chinese in pinyin.
    pub ascii: bool,
}

impl<'a> Out<'a> {
    /// Standard output.
    #[must_use]
    pub fn standard(env: Env, color: When) -> Out<'a> {
        let terminal = io::stdout().is_terminal();
        Out {
            writer: BufWriter::new(standard_output()),
            paint: Paint {
                on: colored(env, color, terminal),
            },
            width: terminal.then(|| columns(env)),
            ascii: terminal && !utf8(env),
        }
    }

    /// Anything else that can be written to: no terminal, no colour.
    pub fn to(writer: impl Write + 'a) -> Out<'a> {
        Out {
            writer: BufWriter::new(Box::new(writer)),
            paint: Paint { on: false },
            width: None,
            ascii: false,
        }
    }

    /// A line for people.
    ///
    /// # Errors
    /// Nobody reads any more, or the disk is full.
    pub fn line(&mut self, line: impl Display) -> Result<(), CliError> {
        let line = line.to_string();
        let line = if self.ascii {
            plain(&line)
        } else {
            line.into()
        };
        writeln!(self.writer, "{line}").map_err(CliError::Output)
    }

    /// A page for people.
    ///
    /// # Errors
    /// Nobody reads any more, or the disk is full.
    pub fn page(&mut self, text: &str) -> Result<(), CliError> {
        if self.ascii {
            text.lines().try_for_each(|line| self.line(line))
        } else {
            self.text(text)
        }
    }

    /// Text as it is.
    ///
    /// # Errors
    /// Nobody reads any more, or the disk is full.
    pub fn text(&mut self, text: &str) -> Result<(), CliError> {
        self.writer
            .write_all(text.as_bytes())
            .map_err(CliError::Output)
    }

    /// Bytes as they are.
    ///
    /// # Errors
    /// Nobody reads any more, or the disk is full.
    pub fn bytes(&mut self, bytes: &[u8]) -> Result<(), CliError> {
        self.writer.write_all(bytes).map_err(CliError::Output)
    }

    /// What was written is out.
    ///
    /// # Errors
    /// Nobody reads any more, or the disk is full.
    pub fn flush(&mut self) -> Result<(), CliError> {
        self.writer.flush().map_err(CliError::Output)
    }
}

/// Standard output, for everything that is written on it. Rust takes an error of a closed one for success;
/// here it is one.
#[must_use]
pub fn standard_output() -> Box<dyn Write> {
    if is_closed() {
        Box::new(Closed)
    } else {
        Box::new(Standard)
    }
}

/// Standard output. Where it is one that does not wait, as the reader of a pipe may have set it, it is waited
/// for.
struct Standard;

impl Write for Standard {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let output = rustix::stdio::stdout();
        loop {
            match rustix::io::write(output, bytes) {
                Err(Errno::AGAIN) => {
                    poll(&mut [PollFd::new(&output, PollFlags::OUT)], None)?;
                }
                written => return Ok(written?),
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// An output that is not there.
struct Closed;

impl Write for Closed {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(Errno::BADF.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Whether nothing can be written: the output is open for reading alone, or the program was started
/// without one, as by `>&-`. Rust opens the null device for reading and writing in its place, once for all
/// that is closed. Others open it for writing alone; a daemon has it for all three, and a program that
/// discards both outputs may open it for each. One that discards this output alone cannot be told apart.
fn is_closed() -> bool {
    let null = rustix::fs::stat("/dev/null").map(|null| null.st_rdev);
    let flags = |fd| rustix::fs::fcntl_getfl(fd).unwrap_or(OFlags::WRONLY);
    let mode = |fd| flags(fd) & OFlags::RWMODE;
    let is_stand_in =
        |fd| mode(fd) == OFlags::RDWR && rustix::fs::fstat(fd).map(|file| file.st_rdev) == null;
    let (output, errors) = (rustix::stdio::stdout(), rustix::stdio::stderr());
    // A flag that is set on one is then set on both.
    let is_one = || {
        let before = flags(output);
        let is_set = rustix::fs::fcntl_setfl(output, before ^ OFlags::NONBLOCK).is_ok();
        let is_one = (flags(errors) ^ before).contains(OFlags::NONBLOCK);
        is_set && rustix::fs::fcntl_setfl(output, before).is_ok() && is_one
    };
    let is_others = || is_stand_in(errors) && (is_stand_in(rustix::stdio::stdin()) || !is_one());
    mode(output) == OFlags::RDONLY || is_stand_in(output) && !is_others()
}

/// Whether to colour: the flag, then `NO_COLOR`, then `CLICOLOR_FORCE`, then what output is.
#[must_use]
pub fn colored(env: Env, color: When, terminal: bool) -> bool {
    match color {
        When::Always => true,
        When::Never => false,
        When::Auto if env("NO_COLOR").is_some() => false,
        When::Auto if env("CLICOLOR_FORCE").is_some_and(|value| value != "0") => true,
        When::Auto => terminal && env("TERM").is_some_and(|term| term != "dumb"),
    }
}

/// The columns of the terminal on standard output.
fn columns(env: Env) -> usize {
    let given = env("COLUMNS").and_then(|columns| columns.parse().ok());
    let asked = rustix::termios::tcgetwinsize(io::stdout()).ok();
    let asked = asked.map(|size| usize::from(size.ws_col));
    asked
        .filter(|columns| *columns > 0)
        .or(given)
        .unwrap_or(80)
        .max(20)
}

/// Colours text by its role, or leaves it alone.
#[derive(Clone, Copy, Debug, Default)]
pub struct Paint {
    on: bool,
}

impl Paint {
    /// `text` in its colour.
    #[must_use]
    pub fn role(self, role: TextRole, text: &str) -> String {
        let code = match role {
            TextRole::Plain | TextRole::Bar | TextRole::Ours => "",
            TextRole::Body | TextRole::Id(_) => "1;36",
            TextRole::Label | TextRole::Name => "1",
            TextRole::Quiet | TextRole::Track => "2",
            TextRole::Doubt => "33",
            TextRole::Warn => "31",
        };
        if self.on && !code.is_empty() && !text.is_empty() {
            format!("\u{1b}[{code}m{text}\u{1b}[0m")
        } else {
            text.to_owned()
        }
    }
}
