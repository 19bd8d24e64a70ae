//! Reading files that others name: only regular ones, opened so that nothing can hang, up to a
//! limit, and whole: a file that changes while it is read is read again, or refused. Writing files
//! that are whole or not there.

mod pipes;

use std::fmt;
use std::fs::{File, Metadata, Permissions};
use std::io::{self, Read, Write};
use std::ops::ControlFlow;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};

use rustix::fs::{Mode, OFlags};

use crate::i18n::files::files as words;
use crate::model::{Lang, OnProgress, clip};

pub use pipes::{called, is_pipe, is_stdin, is_stdout, keep_stdin, read_any, read_pipe};

/// Why a file could not be read.
#[derive(Debug)]
pub struct ReadError {
    path: String,
    why: Obstacle,
}

/// What was in the way.
#[derive(Debug)]
enum Obstacle {
    Missing,
    Forbidden,
    /// Links that lead in a circle.
    Loop,
    Directory,
    /// A device, a pipe, a socket.
    Special,
    /// Standard input is a terminal.
    Terminal,
    /// The program was started without standard input.
    Closed,
    /// Nothing came through the pipe for so many seconds.
    Silent(u64),
    /// Larger than this many bytes; a flag, if there is one, allows more.
    Large(u64, Option<&'static str>),
    /// It changed while it was read, twice.
    Changing,
    /// In the words of the system: Rust's own say `uncategorized error`.
    Other(String),
}

impl ReadError {
    fn new(path: &Path, why: Obstacle) -> ReadError {
        ReadError {
            path: shown(path),
            why,
        }
    }

    /// The same of a file that messages call `name`.
    #[must_use]
    pub fn called(self, name: &Path) -> ReadError {
        ReadError::new(name, self.why)
    }

    /// The same where `flag` allows larger files.
    #[must_use]
    pub fn raised_by(mut self, flag: &'static str) -> ReadError {
        if let Obstacle::Large(_, raised) = &mut self.why {
            *raised = Some(flag);
        }
        self
    }

    /// One line: the file, what is wrong, what to do.
    #[must_use]
    pub fn render(&self, lang: Lang) -> String {
        let (words, path) = (words(lang), &self.path);
        match &self.why {
            Obstacle::Missing => words.missing(path),
            Obstacle::Forbidden => words.forbidden(path),
            Obstacle::Loop => words.a_loop(path),
            Obstacle::Directory => words.directory(path),
            Obstacle::Special => words.special(path),
            Obstacle::Closed => words.closed(path),
            Obstacle::Terminal => words.terminal(path),
            Obstacle::Silent(seconds) => words.silent(path, *seconds),
            Obstacle::Large(limit, Some(flag)) => words.large_but(path, &size(*limit), flag),
            Obstacle::Large(limit, None) => words.large(path, &size(*limit)),
            Obstacle::Changing => words.changing(path),
            Obstacle::Other(why) => words.other(path, why),
        }
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.render(Lang::En))
    }
}

impl std::error::Error for ReadError {}

/// A path as messages show it.
#[must_use]
pub fn shown(path: &Path) -> String {
    clip(&path.to_string_lossy(), 300)
}

/// An error of the system without its number.
#[must_use]
pub fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    text.split(" (os error").next().unwrap_or(&text).to_owned()
}

/// The units of sizes, the largest first.
const UNITS: [(u64, &str); 4] = [(1 << 30, "GB"), (1 << 20, "MB"), (1 << 10, "kB"), (1, "B")];

/// How many bytes a size means: `64 kB`, `16M`, `2gb`; a bare number is one of bytes.
#[must_use]
pub fn parse_size(text: &str) -> Option<u64> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, unit) = text.split_at(digits);
    let unit = unit.trim_start();
    let factor = if unit.is_empty() {
        1
    } else {
        let named = |name: &str| unit.eq_ignore_ascii_case(name);
        let (factor, _) = UNITS
            .iter()
            .find(|(_, name)| named(name) || named(&name[..1]))?;
        *factor
    };
    number.parse::<u64>().ok()?.checked_mul(factor)
}

/// A size in the largest unit that it is whole in.
#[must_use]
pub fn size(bytes: u64) -> String {
    let whole = |unit: u64| bytes >= unit && bytes.is_multiple_of(unit);
    let unit = UNITS.iter().find(|(unit, _)| whole(*unit));
    let (unit, name) = unit.unwrap_or(&(1, "B"));
    format!("{} {name}", bytes / unit)
}

/// How many bytes a file holds, as far as the system says.
#[must_use]
pub fn length(path: &Path) -> u64 {
    std::fs::metadata(path).map_or(0, |metadata| metadata.len())
}

/// Writes a file that is whole or not there: a temporary one beside it, on the disk before it is
/// renamed into place. A link stays one: what it leads to is written. `mode` are its permissions, before the umask.
///
/// # Errors
/// The folder or the file cannot be written; what was there before stays.
pub fn replace(path: &Path, bytes: &[u8], mode: u32) -> io::Result<()> {
    let path = &target(path);
    let folder = path.parent().filter(|folder| *folder != Path::new(""));
    let mut file = tempfile::Builder::new()
        .permissions(Permissions::from_mode(mode))
        .tempfile_in(folder.unwrap_or(Path::new(".")))?;
    file.write_all(bytes)?;
    file.as_file().sync_data()?;
    file.persist(path)?;
    Ok(())
}

/// Follows links to what is to be written, whether it is there yet or not.
#[must_use]
pub fn target(path: &Path) -> PathBuf {
    /// The kernel follows as many.
    const LINKS: usize = 40;
    let mut path = path.to_owned();
    for _ in 0..LINKS {
        let Ok(link) = std::fs::read_link(&path) else {
            break;
        };
        path = path.parent().unwrap_or(Path::new("")).join(link);
    }
    path
}

/// Reads a regular file of at most `limit` bytes.
///
/// # Errors
/// Anything that is no such file, or that changes while it is read.
pub fn read(path: &Path, limit: u64) -> Result<Vec<u8>, ReadError> {
    let bytes = read_with(path, limit, &|_| ControlFlow::Continue(()))?;
    Ok(bytes.expect("nobody cancelled"))
}

/// Reads like [`read`], and tells `on_progress` now and then how many bytes it has read; nothing is
/// returned if that breaks off.
///
/// # Errors
/// Anything that is no such file, or that changes while it is read.
pub fn read_with(
    path: &Path,
    limit: u64,
    on_progress: OnProgress,
) -> Result<Option<Vec<u8>>, ReadError> {
    for _ in 0..2 {
        match read_once(path, limit, on_progress).map_err(|why| ReadError::new(path, why))? {
            ReadOnce::Whole(bytes) => return Ok(Some(bytes)),
            ReadOnce::Cancelled => return Ok(None),
            ReadOnce::Changed => {}
        }
    }
    Err(ReadError::new(path, Obstacle::Changing))
}

/// What came of reading once.
enum ReadOnce {
    Whole(Vec<u8>),
    Changed,
    Cancelled,
}

fn read_once(path: &Path, limit: u64, on_progress: OnProgress) -> Result<ReadOnce, Obstacle> {
    // Without blocking: opening a pipe must not wait for its other end. A terminal that is opened
    // must not become the session's, and no child inherits the file.
    let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
    let file = rustix::fs::open(path, flags, Mode::empty());
    let mut file = File::from(file.map_err(|error| why(&error.into()))?);
    let before = file.metadata().map_err(|error| why(&error))?;
    if before.is_dir() {
        return Err(Obstacle::Directory);
    }
    if !before.is_file() {
        return Err(Obstacle::Special);
    }
    if before.len() > limit {
        return Err(Obstacle::Large(limit, None));
    }
    let Some(bytes) = read_up_to(&mut file, before.len(), limit, on_progress)? else {
        return Ok(ReadOnce::Cancelled);
    };
    let after = file.metadata().map_err(|error| why(&error))?;
    let whole = bytes.len() as u64 == before.len() && stamp(&before) == stamp(&after);
    Ok(if whole {
        ReadOnce::Whole(bytes)
    } else {
        ReadOnce::Changed
    })
}

/// What is read at once, between two questions whether to go on.
const PIECE: u64 = 4 << 20;

fn read_up_to(
    file: &mut File,
    expected: u64,
    limit: u64,
    on_progress: OnProgress,
) -> Result<Option<Vec<u8>>, Obstacle> {
    let room = usize::try_from(expected).map_err(|_| Obstacle::Large(limit, None))?;
    let mut bytes = Vec::new();
    bytes
        .try_reserve_exact(room + 1)
        .map_err(|_| Obstacle::Large(limit, None))?;
    loop {
        let read = file
            .take(PIECE)
            .read_to_end(&mut bytes)
            .map_err(|error| why(&error))?;
        if bytes.len() as u64 > limit {
            return Err(Obstacle::Large(limit, None));
        }
        if read == 0 || bytes.len() as u64 > expected {
            return Ok(Some(bytes));
        }
        if on_progress(bytes.len() as u64).is_break() {
            return Ok(None);
        }
    }
}

/// What changes when a file is written.
fn stamp(metadata: &Metadata) -> (u64, i64, i64, i64, i64) {
    let (modified, changed) = (metadata.mtime(), metadata.ctime());
    (
        metadata.len(),
        modified,
        metadata.mtime_nsec(),
        changed,
        metadata.ctime_nsec(),
    )
}

fn why(error: &io::Error) -> Obstacle {
    let raw = error
        .raw_os_error()
        .map(rustix::io::Errno::from_raw_os_error);
    if raw == Some(rustix::io::Errno::LOOP) {
        return Obstacle::Loop;
    }
    if raw == Some(rustix::io::Errno::NXIO) {
        // A socket, or a device that is not there.
        return Obstacle::Special;
    }
    match error.kind() {
        io::ErrorKind::NotFound => Obstacle::Missing,
        io::ErrorKind::PermissionDenied => Obstacle::Forbidden,
        io::ErrorKind::IsADirectory => Obstacle::Directory,
        _ => Obstacle::Other(reason(error)),
    }
}
