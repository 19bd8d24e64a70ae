//! Watches the files that are shown, and loads them again when they have changed.
//!
//! Editors write a file in several steps, so a notice is not a reason to read: the files are loaded
//! when nothing has been written for a while, and the result is discarded if they changed meanwhile.
//! A half-written file is never shown.
//!
//! Notices come from the kernel through `notify`; nothing wakes while nothing happens. Where the
//! kernel knows nothing (network file systems) or refuses (too many watches) the files' metadata is
//! compared every two seconds. That is done here and not by notify's `PollWatcher`, which compares
//! modification times in whole seconds and misses a file that is replaced by an older one.

use std::collections::HashSet;
use std::convert::Infallible;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, EventKind, ModifyKind};
use notify::{RecommendedWatcher, RecursiveMode, Watcher};

/// Pause after a file was closed or replaced, before it is loaded.
const AFTER_CLOSE: Duration = Duration::from_millis(40);
/// Pause after a write, while the writer has the file open.
const AFTER_WRITE: Duration = Duration::from_secs(2);
/// An error is shown only if nothing changes for this long: the file may be half-written.
const BEFORE_ERROR: Duration = Duration::from_millis(500);
/// Interval and pause where the kernel gives no notices.
const POLL: Duration = Duration::from_secs(2);
/// The kernel follows as many links before it calls a path a loop.
const MAX_LINKS: usize = 40;

/// File systems that other machines change without notice: NFS, SMB, CIFS, SMB 2, FUSE (sshfs,
/// virtiofs), Ceph, AFS (two drivers), Coda, 9P, Lustre, GPFS, OCFS2, GFS2, and two kinds of
/// folders that a virtual machine shares.
#[expect(
    clippy::unreadable_literal,
    reason = "as the kernel's headers have them"
)]
const REMOTE: [u32; 16] = [
    0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x65735546, 0x00c36400, 0x5346414f, 0x6b414653,
    0x73757245, 0x01021997, 0x0bd00bd0, 0x47504653, 0x7461636f, 0x01161970, 0x786f4256, 0xbacbacbc,
];

/// Identity, size and times of files. If two fingerprints are equal, no file has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fingerprint(Vec<Option<[u64; 7]>>);

impl Fingerprint {
    /// Takes the fingerprint of files as they are now. A missing file is `None`.
    #[must_use]
    pub fn of(paths: &[PathBuf]) -> Fingerprint {
        let one = |path: &PathBuf| {
            let meta = std::fs::metadata(path).ok()?;
            Some([
                meta.dev(),
                meta.ino(),
                meta.size(),
                meta.mtime().cast_unsigned(),
                meta.mtime_nsec().cast_unsigned(),
                meta.ctime().cast_unsigned(),
                meta.ctime_nsec().cast_unsigned(),
            ])
        };
        Fingerprint(paths.iter().map(one).collect())
    }
}

/// A running watch. It ends when this is dropped.
#[derive(Debug)]
pub struct FileWatcher {
    notices: Sender<WatcherMessage>,
}

impl Drop for FileWatcher {
    fn drop(&mut self) {
        let _ = self.notices.send(WatcherMessage::Stop);
    }
}

impl FileWatcher {
    /// Starts a thread that watches `paths`, whose fingerprint before they were last loaded is
    /// `loaded`. After a change it calls `load`, possibly several times until the files are whole,
    /// then `show` with the result. Returns `None` without paths, or if no thread can be started.
    pub fn start<T: 'static, E: 'static>(
        paths: &[PathBuf],
        loaded: Fingerprint,
        load: impl FnMut() -> Result<T, E> + Send + 'static,
        show: impl FnMut(Result<T, E>) + Send + 'static,
    ) -> Option<FileWatcher> {
        let paths: Vec<PathBuf> = paths
            .iter()
            .filter_map(|path| std::path::absolute(path).ok())
            .collect();
        if paths.is_empty() {
            return None;
        }
        let (sender, notices) = channel();
        let handle = FileWatcher {
            notices: sender.clone(),
        };
        let work = move || {
            let watch = Watch {
                paths,
                loaded,
                kernel: kernel_watcher(sender),
                notices,
                steps: HashSet::new(),
                folders: HashSet::new(),
                polling: true,
            };
            let Err(Stopped) = watch.run(load, show);
        };
        let thread = std::thread::Builder::new().name("files".to_owned());
        thread.spawn(work).ok()?;
        Some(handle)
    }
}

/// What the thread is told.
#[derive(Debug)]
enum WatcherMessage {
    /// Something happened at these paths; without any, notices were lost.
    Changed(FileChange, Vec<PathBuf>),
    Stop,
}

/// What happened to a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum FileChange {
    /// Written to; the writer may not be done.
    Written,
    /// Closed by its writer, or its attributes were changed.
    Closed,
    /// Created, renamed or removed: a path may mean another file now.
    Replaced,
}

/// The watch was dropped.
#[derive(Debug)]
struct Stopped;

/// Returns a watcher that sends notices, or `None` if the kernel refuses one.
fn kernel_watcher(notices: Sender<WatcherMessage>) -> Option<RecommendedWatcher> {
    let alive = Arc::new(());
    let held = Arc::clone(&alive);
    let send = move |event: notify::Result<notify::Event>| {
        let _ = &held;
        // An error counts as an event of any kind without a path, like notices that were lost.
        let event = event.unwrap_or_default();
        if let Some(change) = change_of(event.kind) {
            let _ = notices.send(WatcherMessage::Changed(change, event.paths));
        }
    };
    let watcher = notify::recommended_watcher(send).ok()?;
    // If notify could not start its thread, it says nothing, has dropped the function above, and
    // would panic at the first watch.
    (Arc::strong_count(&alive) > 1).then_some(watcher)
}

/// What an event means for a file; `None` if the file stays the same.
fn change_of(kind: EventKind) -> Option<FileChange> {
    match kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write))
        | EventKind::Modify(ModifyKind::Metadata(_)) => Some(FileChange::Closed),
        EventKind::Access(_) => None,
        EventKind::Modify(ModifyKind::Data(_)) => Some(FileChange::Written),
        EventKind::Modify(ModifyKind::Name(_) | ModifyKind::Any | ModifyKind::Other)
        | EventKind::Create(_)
        | EventKind::Remove(_)
        | EventKind::Any
        | EventKind::Other => Some(FileChange::Replaced),
    }
}

/// The thread's state.
struct Watch {
    /// Absolute paths of the files.
    paths: Vec<PathBuf>,
    /// Fingerprint of the files before they were last loaded.
    loaded: Fingerprint,
    kernel: Option<RecommendedWatcher>,
    notices: Receiver<WatcherMessage>,
    /// Paths at which a change concerns the files.
    steps: HashSet<PathBuf>,
    /// The folders that hold them, watched by the kernel.
    folders: HashSet<PathBuf>,
    /// The kernel does not tell everything.
    polling: bool,
}

impl Watch {
    fn run<T, E>(
        mut self,
        mut load: impl FnMut() -> Result<T, E>,
        mut show: impl FnMut(Result<T, E>),
    ) -> Result<Infallible, Stopped> {
        self.listen();
        let mut change = None;
        loop {
            while Fingerprint::of(&self.paths) != self.loaded {
                let before = self.wait_until_quiet(change.take())?;
                let result = load();
                if result.is_err() {
                    change = self.wait(Some(BEFORE_ERROR))?;
                }
                if change.is_none() && Fingerprint::of(&self.paths) == before {
                    self.loaded = before;
                    show(result);
                }
            }
            change = self.wait(self.polling.then_some(POLL))?;
        }
    }

    /// Waits until the files have stayed the same for a while, and returns their fingerprint.
    fn wait_until_quiet(&mut self, mut change: Option<FileChange>) -> Result<Fingerprint, Stopped> {
        let mut before = Fingerprint::of(&self.paths);
        let mut pause = AFTER_CLOSE;
        loop {
            match change {
                Some(FileChange::Written) => pause = AFTER_WRITE,
                Some(FileChange::Closed | FileChange::Replaced) => pause = AFTER_CLOSE,
                None => {}
            }
            change = self.wait(Some(if self.polling { POLL } else { pause }))?;
            let now = Fingerprint::of(&self.paths);
            if change.is_none() && now == before {
                return Ok(now);
            }
            before = now;
        }
    }

    /// Waits for a change that concerns the files, at most for `limit`.
    fn wait(&mut self, limit: Option<Duration>) -> Result<Option<FileChange>, Stopped> {
        let end = limit.map(|limit| Instant::now() + limit);
        loop {
            let notice = match end {
                None => self.notices.recv().map_err(|_| Stopped)?,
                Some(end) => {
                    let left = end.saturating_duration_since(Instant::now());
                    match self.notices.recv_timeout(left) {
                        Ok(notice) => notice,
                        Err(RecvTimeoutError::Timeout) => return Ok(None),
                        Err(RecvTimeoutError::Disconnected) => return Err(Stopped),
                    }
                }
            };
            let change = match notice {
                WatcherMessage::Stop => return Err(Stopped),
                WatcherMessage::Changed(change, paths) => {
                    let ours = |path| self.steps.contains(path) || self.folders.contains(path);
                    if !paths.is_empty() && !paths.iter().any(ours) {
                        continue;
                    }
                    change
                }
            };
            if change == FileChange::Replaced {
                self.listen();
            }
            return Ok(Some(change));
        }
    }

    /// Asks the kernel for notices about everything that the paths lead through now.
    fn listen(&mut self) {
        self.steps = self.paths.iter().flat_map(|path| steps(path)).collect();
        let folder = |step: &PathBuf| step.parent().map(Path::to_owned);
        let folders: HashSet<PathBuf> = self.steps.iter().filter_map(folder).collect();
        let old = std::mem::replace(&mut self.folders, folders);
        let Some(kernel) = &mut self.kernel else {
            return;
        };
        // A folder of the same name may be another one: all are watched anew.
        for folder in old {
            let _ = kernel.unwatch(&folder);
        }
        self.polling = false;
        for folder in &self.folders {
            let watched = kernel.watch(folder, RecursiveMode::NonRecursive);
            self.polling |= watched.is_err() || is_remote(folder);
        }
    }
}

/// The paths, with their folders resolved, at which a change can make `path` mean another file:
/// its own, and that of each link on the way. Of a path that does not exist, the first part that is
/// missing.
#[must_use]
pub fn steps(path: &Path) -> HashSet<PathBuf> {
    let mut steps = HashSet::new();
    let mut todo = vec![path.to_owned()];
    let mut links = 0;
    while let Some(path) = todo.pop() {
        let mut is_last = true;
        for at in path.ancestors() {
            let (Some(parent), Some(name)) = (at.parent(), at.file_name()) else {
                continue;
            };
            let Ok(folder) = parent.canonicalize() else {
                continue;
            };
            let target = at.read_link().ok();
            if is_last || target.is_some() {
                steps.insert(folder.join(name));
            }
            is_last = false;
            if let Some(target) = target.filter(|_| links < MAX_LINKS) {
                links += 1;
                let rest = path.strip_prefix(at).unwrap_or(Path::new(""));
                // Collected, because `join` of an empty rest would append a slash.
                todo.push(folder.join(target).join(rest).components().collect());
            }
        }
    }
    steps
}

/// Whether a folder lies on a file system that other machines can change.
fn is_remote(folder: &Path) -> bool {
    // The type is as wide as a machine word and may be negative; its low 32 bits identify it.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the low 32 bits are the type"
    )]
    rustix::fs::statfs(folder).is_ok_and(|system| REMOTE.contains(&(system.f_type as u32)))
}
