//! Data that comes through a pipe: standard input, a named pipe, the shell's `<(…)`. It is read to its
//! end, up to a limit, and comes only once: what was read is kept for a reload.

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, Read};
use std::ops::ControlFlow;
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::fs::FileTypeExt;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::{Mode, OFlags};
use rustix::io::Errno;
use rustix::termios::isatty;

use super::{Obstacle, ReadError, read_with, why};
use crate::model::OnProgress;

/// Nothing may come for so long; then it is taken for a pipe that nobody writes to.
const SILENCE: Duration = Duration::from_secs(10);
/// What comes has to come at this rate on the whole, in bytes a second: a byte now and then would never end.
const SLOWEST: u64 = 1 << 10;

/// The names of standard input.
const STDIN: [&str; 4] = ["-", "/dev/stdin", "/dev/fd/0", "/proc/self/fd/0"];

/// The names of standard output.
const STDOUT: [&str; 4] = ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"];

/// What was read of pipes, by their paths.
static READ: Mutex<Option<HashMap<PathBuf, Vec<u8>>>> = Mutex::new(None);

/// Returns true if the path means standard input.
#[must_use]
pub fn is_stdin(path: &Path) -> bool {
    STDIN.iter().any(|name| Path::new(name) == path)
}

/// Returns true if the path means standard output.
#[must_use]
pub fn is_stdout(path: &Path) -> bool {
    STDOUT.iter().any(|name| Path::new(name) == path)
}

/// Returns true if the path means something that can be read only once.
#[must_use]
pub fn is_pipe(path: &Path) -> bool {
    let metadata = || std::fs::metadata(path);
    is_stdin(path) || metadata().is_ok_and(|metadata| metadata.file_type().is_fifo())
}

/// What messages call a file: standard input has no name.
#[must_use]
pub fn called(path: &Path) -> &Path {
    if is_stdin(path) {
        Path::new("<stdin>")
    } else {
        path
    }
}

/// Reads a regular file or a pipe of at most `limit` bytes; `on_progress` is told how many bytes are read,
/// and may break off.
///
/// # Errors
/// Anything that is neither; a file that changes while it is read; a pipe that stays silent.
pub fn read_any(
    path: &Path,
    limit: u64,
    on_progress: OnProgress,
) -> Result<Option<Vec<u8>>, ReadError> {
    if !is_pipe(path) {
        return read_with(path, limit, on_progress);
    }
    let mut read = READ.lock().unwrap_or_else(PoisonError::into_inner);
    let read = read.get_or_insert_default();
    if let Some(bytes) = read.get(path) {
        return Ok(Some(bytes.clone()));
    }
    let bytes = read_pipe(path, limit, SILENCE, on_progress)?;
    if let Some(bytes) = &bytes {
        read.insert(path.to_owned(), bytes.clone());
    }
    Ok(bytes)
}

/// Reads a pipe of at most `limit` bytes, in which nothing comes for `silence` at most; `on_progress` is
/// told how many bytes are read, and may break off.
///
/// # Errors
/// A terminal, a folder; a pipe that stays silent, or has more bytes.
pub fn read_pipe(
    path: &Path,
    limit: u64,
    silence: Duration,
    on_progress: OnProgress,
) -> Result<Option<Vec<u8>>, ReadError> {
    let bytes = read_to_end(path, limit, silence, on_progress);
    bytes.map_err(|why| ReadError::new(called(path), why))
}

/// Standard input as it was at the start: a session takes its place for keys.
static STANDARD_INPUT: OnceLock<OwnedFd> = OnceLock::new();

/// Keeps standard input for those who read it, before a session takes its place.
pub fn keep_stdin() {
    if let Ok(input) = rustix::io::fcntl_dupfd_cloexec(rustix::stdio::stdin(), 3) {
        let _ = STANDARD_INPUT.set(input);
    }
}

fn open(path: &Path) -> Result<OwnedFd, io::Error> {
    if is_stdin(path) {
        let input = STANDARD_INPUT
            .get()
            .map_or(rustix::stdio::stdin(), OwnedFd::as_fd);
        return Ok(rustix::io::fcntl_dupfd_cloexec(input, 3)?);
    }
    // Opening must not wait for the other end.
    let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
    Ok(rustix::fs::open(path, flags, Mode::empty())?)
}

/// Whether this is the null device for reading and writing, which Rust opens in place of a standard
/// input that is closed (`<&-`); others open it for reading alone.
fn is_stand_in(pipe: &OwnedFd) -> bool {
    let null = rustix::fs::stat("/dev/null").map(|null| null.st_rdev);
    let mode = rustix::fs::fcntl_getfl(pipe).map(|flags| flags & OFlags::RWMODE);
    mode == Ok(OFlags::RDWR) && rustix::fs::fstat(pipe).map(|file| file.st_rdev) == null
}

fn read_to_end(
    path: &Path,
    limit: u64,
    silence: Duration,
    on_progress: OnProgress,
) -> Result<Option<Vec<u8>>, Obstacle> {
    let pipe = open(path).map_err(|error| why(&error))?;
    if isatty(&pipe) {
        return Err(Obstacle::Terminal);
    }
    if is_stand_in(&pipe) {
        return Err(Obstacle::Closed);
    }
    let mut pipe = File::from(pipe);
    if pipe.metadata().is_ok_and(|metadata| metadata.is_dir()) {
        return Err(Obstacle::Directory);
    }
    let began = Instant::now();
    let mut bytes = Vec::new();
    let mut piece = vec![0; 1 << 16];
    loop {
        let allowed = silence + Duration::from_secs(bytes.len() as u64 / SLOWEST);
        let left = allowed.saturating_sub(began.elapsed()).min(silence);
        if left.is_zero() || !has_input(&pipe, left).map_err(|error| why(&error))? {
            return Err(Obstacle::Silent(silence.as_secs()));
        }
        match pipe.read(&mut piece) {
            Ok(0) => return Ok(Some(bytes)),
            Ok(length) => bytes.extend_from_slice(&piece[..length]),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
            Err(error) => return Err(why(&error)),
        }
        if bytes.len() as u64 > limit {
            return Err(Obstacle::Large(limit, None));
        }
        if let ControlFlow::Break(()) = on_progress(bytes.len() as u64) {
            return Ok(None);
        }
    }
}

/// Waits for input or the end of it; false if nothing comes for so long.
fn has_input(pipe: &File, silence: Duration) -> io::Result<bool> {
    let time = Timespec {
        tv_sec: i64::try_from(silence.as_secs()).unwrap_or(i64::MAX),
        tv_nsec: silence.subsec_nanos().into(),
    };
    loop {
        match poll(&mut [PollFd::new(pipe, PollFlags::IN)], Some(&time)) {
            Err(Errno::INTR) => {}
            ready => return Ok(ready? > 0),
        }
    }
}
