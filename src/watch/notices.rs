//! The system's notices of changes (inotify): on the folders that hold what leads to the files, for
//! what is renamed into place; and on the files themselves, for what is written.

use std::collections::HashMap;
use std::ffi::{OsStr, OsString};
use std::mem::MaybeUninit;
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::ffi::OsStrExt;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::inotify::{self, CreateFlags, ReadFlags, WatchFlags};
use rustix::io::Errno;

use super::steps::steps;

/// Notices of the files' paths.
#[derive(Debug, Default)]
pub(super) struct Notices {
    source: Option<OwnedFd>,
    /// What matters of a watched folder's entries. A watch that is not here is on a file.
    names: HashMap<i32, Vec<OsString>>,
}

/// What has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each tells of something else"
)]
pub(super) struct Come {
    /// A file was written to.
    pub(super) written: bool,
    /// A file that was written to was closed, or changed from outside.
    pub(super) closed: bool,
    /// A path may mean another file.
    pub(super) moved: bool,
    /// Somebody asks to look.
    pub(super) nudged: bool,
}

impl Come {
    /// The system told something.
    pub(super) fn any(self) -> bool {
        self.written || self.closed || self.moved
    }

    fn add(&mut self, flags: ReadFlags) {
        self.written |= flags.contains(ReadFlags::MODIFY);
        self.closed |= flags.intersects(ReadFlags::CLOSE_WRITE | ReadFlags::ATTRIB);
        let moved = ReadFlags::CREATE
            | ReadFlags::MOVED_TO
            | ReadFlags::MOVED_FROM
            | ReadFlags::DELETE
            | ReadFlags::DELETE_SELF
            | ReadFlags::MOVE_SELF
            | ReadFlags::IGNORED
            | ReadFlags::UNMOUNT
            | ReadFlags::QUEUE_OVERFLOW;
        self.moved |= flags.intersects(moved);
    }
}

impl Notices {
    /// Begins anew with what the paths mean now. `false`: the system will not tell everything.
    pub(super) fn renew(&mut self, paths: &[PathBuf]) -> bool {
        self.source = None;
        self.names.clear();
        let Ok(source) = inotify::init(CreateFlags::NONBLOCK | CreateFlags::CLOEXEC) else {
            return false;
        };
        let moves = WatchFlags::MOVE_SELF | WatchFlags::DELETE_SELF;
        let entries = moves
            | WatchFlags::CREATE
            | WatchFlags::MOVED_TO
            | WatchFlags::MOVED_FROM
            | WatchFlags::DELETE
            | WatchFlags::ONLYDIR;
        let file = WatchFlags::MODIFY | WatchFlags::CLOSE_WRITE | WatchFlags::ATTRIB;
        let mut all = true;
        for steps in paths.iter().map(|path| steps(path)) {
            for folder in &steps.folders {
                let flags = moves | WatchFlags::ONLYDIR | WatchFlags::MASK_ADD;
                if let Ok(watch) = inotify::add_watch(&source, folder, flags) {
                    self.names.entry(watch).or_default();
                }
            }
            for (folder, name) in steps.entries {
                match inotify::add_watch(&source, &folder, entries | WatchFlags::MASK_ADD) {
                    Ok(watch) => self.names.entry(watch).or_default().push(name),
                    Err(_) => all = false,
                }
            }
            if let Some(path) = &steps.file {
                all &= inotify::add_watch(&source, path, file | WatchFlags::MASK_ADD).is_ok();
            }
        }
        self.source = Some(source);
        all
    }

    /// Waits for a notice that matters or a nudge, at most for `time`.
    pub(super) fn wait(&mut self, nudge: &OwnedFd, time: Option<Duration>) -> Come {
        self.wait_for(Some(nudge), time)
    }

    /// Waits for a notice that matters, at most for `time`.
    pub(super) fn wait_only(&mut self, time: Duration) -> Come {
        self.wait_for(None, Some(time))
    }

    fn wait_for(&mut self, nudge: Option<&OwnedFd>, time: Option<Duration>) -> Come {
        let end = time.and_then(|time| Instant::now().checked_add(time));
        loop {
            let rest = end.map(|end| end.saturating_duration_since(Instant::now()));
            let ready = ready(self.source.as_ref(), nudge, rest);
            let mut come = self.read();
            if let Some(nudge) = nudge {
                come.nudged = rustix::io::read(nudge, &mut [0; 8]).is_ok();
            }
            if come != Come::default() || (!ready && rest.is_some_and(|rest| rest.is_zero())) {
                return come;
            }
        }
    }

    /// Takes all notices that have come.
    fn read(&mut self) -> Come {
        let mut come = Come::default();
        let Some(source) = &self.source else {
            return come;
        };
        let mut buffer = [MaybeUninit::uninit(); 4096];
        let mut reader = inotify::Reader::new(source, &mut buffer);
        loop {
            match reader.next() {
                Ok(event) => {
                    let name = event
                        .file_name()
                        .map(|name| OsStr::from_bytes(name.to_bytes()));
                    let names = self.names.get(&event.wd());
                    let matters = match (names, name) {
                        (Some(names), Some(name)) => names.iter().any(|known| known == name),
                        (Some(_) | None, None) | (None, Some(_)) => true,
                    };
                    if matters {
                        come.add(event.events());
                    }
                }
                Err(Errno::INTR) => {}
                Err(_) => return come,
            }
        }
    }
}

/// Waits until one can be read; `false`: none could within the time.
fn ready(source: Option<&OwnedFd>, nudge: Option<&OwnedFd>, time: Option<Duration>) -> bool {
    let mut lines: Vec<PollFd> = [source, nudge]
        .into_iter()
        .flatten()
        .map(|fd| PollFd::from_borrowed_fd(fd.as_fd(), PollFlags::IN))
        .collect();
    let time = time.map(|time| Timespec {
        tv_sec: i64::try_from(time.as_secs()).unwrap_or(i64::MAX),
        tv_nsec: time.subsec_nanos().into(),
    });
    poll(&mut lines, time.as_ref()).is_ok_and(|count| count > 0)
}
