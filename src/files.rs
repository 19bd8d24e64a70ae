//! Reading files that others name: only regular ones, opened so that nothing can hang, up to a
//! limit, and whole: a file that changes while it is read is read again, or refused.

use std::fmt;
use std::fs::{File, Metadata};
use std::io::{self, Read};
use std::ops::ControlFlow;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

use rustix::fs::{Mode, OFlags};

use crate::model::{Lang, Watch, clip};

/// Why a file could not be read.
#[derive(Debug)]
pub struct ReadError {
    path: String,
    why: Why,
}

/// What was in the way.
#[derive(Debug)]
enum Why {
    Missing,
    Forbidden,
    /// Links that lead in a circle.
    Loop,
    Directory,
    /// A device, a pipe, a socket.
    Special,
    /// Larger than this many bytes.
    Large(u64),
    /// It changed while it was read, twice.
    Changing,
    Other(io::ErrorKind),
}

impl ReadError {
    fn new(path: &Path, why: Why) -> ReadError {
        ReadError {
            path: path.to_string_lossy().into_owned(),
            why,
        }
    }

    /// The same of a file that messages call `name`.
    #[must_use]
    pub fn called(self, name: &Path) -> ReadError {
        ReadError::new(name, self.why)
    }

    /// The file does not exist.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        matches!(self.why, Why::Missing)
    }

    /// One line: the file, what is wrong, what to do.
    #[must_use]
    pub fn render(&self, lang: Lang) -> String {
        let (en, zh) = match &self.why {
            Why::Missing => ("does not exist; check the name", "不存在；请检查名称"),
            Why::Forbidden => (
                "may not be read; check its permissions",
                "无权读取；请检查权限",
            ),
            Why::Loop => (
                "is a link that leads nowhere; check it",
                "是无效的链接；请检查",
            ),
            Why::Directory => ("is a directory; name a file", "是目录；请指定文件"),
            Why::Special => (
                "is not a regular file; name one",
                "不是普通文件；请指定普通文件",
            ),
            Why::Large(limit) => return self.large(*limit, lang),
            Why::Changing => (
                "changes while it is read; try again",
                "在读取时被改动；请重试",
            ),
            Why::Other(kind) => {
                let path = self.shown();
                return match lang {
                    Lang::En => format!("{path}: cannot be read: {kind}; check it"),
                    Lang::Zh => format!("{path}：无法读取（{kind}）；请检查"),
                };
            }
        };
        match lang {
            Lang::En => format!("{}: {en}", self.shown()),
            Lang::Zh => format!("{}：{zh}", self.shown()),
        }
    }

    fn large(&self, limit: u64, lang: Lang) -> String {
        let path = self.shown();
        let limit = size(limit);
        match lang {
            Lang::En => format!("{path}: is larger than {limit}; allow more with --max-size"),
            Lang::Zh => format!("{path}：超过{limit}；可用--max-size放宽"),
        }
    }

    fn shown(&self) -> String {
        clip(&self.path, 300)
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.render(Lang::En))
    }
}

impl std::error::Error for ReadError {}

fn size(bytes: u64) -> String {
    const UNITS: [(u64, &str); 3] = [(1 << 30, "GB"), (1 << 20, "MB"), (1 << 10, "kB")];
    let unit = UNITS
        .iter()
        .find(|(unit, _)| bytes >= *unit && bytes.is_multiple_of(*unit));
    match unit {
        Some((unit, name)) => format!("{} {name}", bytes / unit),
        None => format!("{bytes} B"),
    }
}

/// Reads a regular file of at most `limit` bytes.
///
/// # Errors
/// Anything that is no such file, or that changes while it is read.
pub fn read(path: &Path, limit: u64) -> Result<Vec<u8>, ReadError> {
    let bytes = read_with(path, limit, &|_| ControlFlow::Continue(()))?;
    Ok(bytes.expect("nobody cancelled"))
}

/// Reads like [`read`], and tells `watch` now and then how many bytes it has read; nothing is
/// returned if that breaks off.
///
/// # Errors
/// Anything that is no such file, or that changes while it is read.
pub fn read_with(path: &Path, limit: u64, watch: Watch) -> Result<Option<Vec<u8>>, ReadError> {
    for _ in 0..2 {
        match read_once(path, limit, watch).map_err(|why| ReadError::new(path, why))? {
            Outcome::Whole(bytes) => return Ok(Some(bytes)),
            Outcome::Cancelled => return Ok(None),
            Outcome::Changed => {}
        }
    }
    Err(ReadError::new(path, Why::Changing))
}

/// What came of reading once.
enum Outcome {
    Whole(Vec<u8>),
    Changed,
    Cancelled,
}

fn read_once(path: &Path, limit: u64, watch: Watch) -> Result<Outcome, Why> {
    // Without blocking: opening a pipe must not wait for its other end. A terminal that is opened
    // must not become the session's, and no child inherits the file.
    let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
    let file = rustix::fs::open(path, flags, Mode::empty());
    let mut file = File::from(file.map_err(|error| why(&error.into()))?);
    let before = file.metadata().map_err(|error| why(&error))?;
    if before.is_dir() {
        return Err(Why::Directory);
    }
    if !before.is_file() {
        return Err(Why::Special);
    }
    if before.len() > limit {
        return Err(Why::Large(limit));
    }
    let Some(bytes) = read_up_to(&mut file, before.len(), limit, watch)? else {
        return Ok(Outcome::Cancelled);
    };
    let after = file.metadata().map_err(|error| why(&error))?;
    let whole = bytes.len() as u64 == before.len() && stamp(&before) == stamp(&after);
    Ok(if whole {
        Outcome::Whole(bytes)
    } else {
        Outcome::Changed
    })
}

/// What is read at once, between two questions whether to go on.
const PIECE: u64 = 4 << 20;

fn read_up_to(
    file: &mut File,
    expected: u64,
    limit: u64,
    watch: Watch,
) -> Result<Option<Vec<u8>>, Why> {
    let room = usize::try_from(expected).map_err(|_| Why::Large(limit))?;
    let mut bytes = Vec::new();
    bytes
        .try_reserve_exact(room + 1)
        .map_err(|_| Why::Large(limit))?;
    loop {
        let read = file
            .take(PIECE)
            .read_to_end(&mut bytes)
            .map_err(|error| why(&error))?;
        if bytes.len() as u64 > limit {
            return Err(Why::Large(limit));
        }
        if read == 0 || bytes.len() as u64 > expected {
            return Ok(Some(bytes));
        }
        if watch(bytes.len() as u64).is_break() {
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

fn why(error: &io::Error) -> Why {
    let raw = error
        .raw_os_error()
        .map(rustix::io::Errno::from_raw_os_error);
    if raw == Some(rustix::io::Errno::LOOP) {
        return Why::Loop;
    }
    if raw == Some(rustix::io::Errno::NXIO) {
        // A socket, or a device that is not there.
        return Why::Special;
    }
    match error.kind() {
        io::ErrorKind::NotFound => Why::Missing,
        io::ErrorKind::PermissionDenied => Why::Forbidden,
        io::ErrorKind::IsADirectory => Why::Directory,
        other => Why::Other(other),
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::model::Lang;
    use std::fs;
    use std::os::unix::fs::symlink;
    use std::path::Path;

    #[test]
    fn only_regular_files_are_read() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::write(at("good"), "text").unwrap();
        symlink(at("good"), at("link")).unwrap();
        symlink(at("loop"), at("loop")).unwrap();
        symlink("/dev/zero", at("zero")).unwrap();
        let pipe = std::process::Command::new("mkfifo")
            .arg(at("pipe"))
            .status()
            .unwrap();
        assert!(pipe.success());
        std::os::unix::net::UnixListener::bind(at("socket")).unwrap();
        fs::File::create(at("sparse"))
            .unwrap()
            .set_len(100 << 30)
            .unwrap();
        assert_eq!(read(&at("good"), 4).unwrap(), b"text");
        assert_eq!(read(&at("link"), 4).unwrap(), b"text");
        for (name, limit, want) in [
            ("good", 3, "larger than 3 B"),
            ("none", 9, "does not exist"),
            (".", 9, "is a directory"),
            ("loop", 9, "leads nowhere"),
            ("zero", 9, "not a regular file"),
            ("pipe", 9, "not a regular file"),
            ("socket", 9, "not a regular file"),
            ("sparse", 1 << 30, "larger than 1 GB"),
        ] {
            let error = read(&at(name), limit).unwrap_err();
            assert!(error.to_string().contains(want), "{name}: {error}");
            assert!(error.to_string().contains(name), "{name}: {error}");
            assert!(!error.render(Lang::Zh).contains(want), "{name}");
        }
    }

    #[test]
    fn a_file_that_grows_forever_is_refused() {
        // Says that it is empty, and is not.
        let error = read(Path::new("/proc/self/status"), 1 << 20).unwrap_err();
        assert!(error.to_string().contains("changes while"), "{error}");
    }

    #[test]
    fn an_evil_name_stays_in_its_line() {
        let error = read(Path::new("a\x1b[2J\nb"), 9).unwrap_err();
        assert!(!error.to_string().contains(['\x1b', '\n']), "{error}");
    }
}
