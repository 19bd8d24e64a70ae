//! Files that change while they are shown: a thread that sleeps until one does, waits until it is
//! whole, and has it read.
//!
//! The system tells of changes, so that nothing wakes as long as nothing happens. Only where it
//! cannot (network file systems, too many watchers) the files are looked at: when a key was pressed,
//! at most once a second, and once a minute. What was read while a file was being written is thrown
//! away and read again: nobody sees a mixture.

mod notices;
mod steps;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::time::{Duration, Instant};

use rustix::event::{EventfdFlags, eventfd};
use rustix::fd::OwnedFd;

use notices::{Come, Notices};
use steps::is_remote;

/// A file that was closed or renamed is read after so long without another notice.
const QUIET: Duration = Duration::from_millis(40);
/// One that was written to but not closed, after so long.
const OPEN: Duration = Duration::from_secs(2);
/// However busy its writer is, it is read after so long.
const PATIENCE: Duration = Duration::from_secs(3);
/// What is wrong is told when nothing happened for so long: a half-written file is not wrong.
const CERTAIN: Duration = Duration::from_millis(500);
/// So often files are looked at where the system tells nothing.
const PACE: Duration = Duration::from_mins(1);
/// So often at most because of keys; and so long a file that is looked at has to stay the same.
const LOOK: Duration = Duration::from_secs(1);

/// What is done when files have changed, in the thread of the watch.
pub trait Read: Send {
    /// What comes of reading.
    type Outcome;

    /// Reads the files. It may be called again before anything is shown.
    fn read(&mut self) -> Self::Outcome;

    /// The files are not what they should be.
    fn is_wrong(outcome: &Self::Outcome) -> bool;

    /// Shows what came of reading whole files.
    fn show(&mut self, outcome: Self::Outcome);
}

/// How files look from outside; another look tells whether they are still the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look(Vec<Option<[u64; 7]>>);

impl Look {
    /// A look at files.
    #[must_use]
    pub fn at(paths: &[PathBuf]) -> Look {
        Look(paths.iter().map(|path| signature(path)).collect())
    }
}

/// What tells one state of a file from another.
fn signature(path: &Path) -> Option<[u64; 7]> {
    use std::os::unix::fs::MetadataExt;
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
}

/// A running watch. It ends when this is dropped.
#[derive(Debug)]
pub struct Watch {
    nudge: Arc<OwnedFd>,
    ended: Arc<AtomicBool>,
    looking: Arc<AtomicBool>,
}

impl Watch {
    /// Watches files; `before` is how they looked before they were read the last time. `None` where
    /// there is nothing to watch, or no thread to be had.
    pub fn start(paths: &[PathBuf], before: Look, read: impl Read + 'static) -> Option<Watch> {
        let paths: Vec<PathBuf> = paths
            .iter()
            .filter_map(|path| std::path::absolute(path).ok())
            .collect();
        if paths.is_empty() {
            return None;
        }
        let flags = EventfdFlags::CLOEXEC | EventfdFlags::NONBLOCK;
        let watch = Watch {
            nudge: Arc::new(eventfd(0, flags).ok()?),
            ended: Arc::default(),
            looking: Arc::default(),
        };
        let watcher = Watcher {
            remote: paths.iter().any(|path| is_remote(path)),
            notices: Notices::default(),
            paths,
            seen: before,
            told: None,
            nudge: Arc::clone(&watch.nudge),
            ended: Arc::clone(&watch.ended),
            looking: Arc::clone(&watch.looking),
            read,
        };
        let thread = std::thread::Builder::new().name("files".to_owned());
        thread.spawn(move || watcher.run()).ok()?;
        Some(watch)
    }

    /// A key was pressed: where the system tells nothing, it is time to look.
    pub fn nudge(&self) {
        if self.looking.load(SeqCst) {
            self.wake();
        }
    }

    fn wake(&self) {
        let _ = rustix::io::write(&*self.nudge, &1u64.to_ne_bytes());
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.ended.store(true, SeqCst);
        self.wake();
    }
}

struct Watcher<R> {
    paths: Vec<PathBuf>,
    notices: Notices,
    /// How the files looked when they were read the last time.
    seen: Look,
    /// How they looked when something was told to be wrong.
    told: Option<Look>,
    nudge: Arc<OwnedFd>,
    ended: Arc<AtomicBool>,
    /// Somebody has to look, for the system may tell nothing.
    looking: Arc<AtomicBool>,
    remote: bool,
    read: R,
}

impl<R: Read> Watcher<R> {
    fn run(mut self) {
        self.listen();
        let mut come = Come::default();
        let mut looked;
        while !self.ended.load(SeqCst) {
            looked = Instant::now();
            if self.is_changed() {
                self.follow(come);
            }
            come = self.sleep(looked);
        }
    }

    /// Asks the system for notices of what the paths mean now.
    fn listen(&mut self) {
        let told = self.notices.renew(&self.paths);
        self.looking.store(self.remote || !told, SeqCst);
    }

    /// Sleeps until a file may have changed. The last look was at a time.
    fn sleep(&mut self, looked: Instant) -> Come {
        let looking = self.looking.load(SeqCst);
        let come = self.notices.wait(&self.nudge, looking.then_some(PACE));
        if come.moved {
            self.listen();
        }
        if come.nudged && !come.any() && !self.ended.load(SeqCst) {
            // A burst of keys costs one look.
            std::thread::sleep(LOOK.saturating_sub(looked.elapsed()));
        }
        come
    }

    /// The files are not those that were read the last time, nor those that were told to be wrong.
    fn is_changed(&self) -> bool {
        let now = Look::at(&self.paths);
        now != self.seen && Some(&now) != self.told.as_ref()
    }

    /// Waits until the files are whole, reads and shows them. Something has come already.
    fn follow(&mut self, mut come: Come) {
        loop {
            self.settle(std::mem::take(&mut come));
            let before = Look::at(&self.paths);
            if before == self.seen {
                self.told = None;
                return;
            }
            let outcome = self.read.read();
            let wrong = R::is_wrong(&outcome);
            let patience = if wrong { CERTAIN } else { Duration::ZERO };
            if self.ended.load(SeqCst) {
                return;
            }
            // A file that was renamed into place meanwhile makes what was read old, not torn.
            let counts = wrong || self.looking.load(SeqCst);
            if self.is_disturbed(patience) || (counts && Look::at(&self.paths) != before) {
                continue;
            }
            if wrong {
                self.told = Some(before);
            } else {
                self.told = None;
                self.seen = before;
            }
            self.read.show(outcome);
            return;
        }
    }

    /// Waits until nobody seems to write any more.
    fn settle(&mut self, come: Come) {
        let start = Instant::now();
        let mut quiet = match (self.looking.load(SeqCst), come.written && !come.closed) {
            (true, _) => LOOK,
            (false, true) => OPEN,
            (false, false) => QUIET,
        };
        while start.elapsed() < PATIENCE && !self.ended.load(SeqCst) {
            let come = self.notices.wait_only(quiet);
            if come.moved {
                self.listen();
            }
            match (come.written, come.closed || come.moved) {
                (_, true) => quiet = QUIET,
                (true, false) => quiet = OPEN,
                (false, false) => return,
            }
        }
    }

    /// Something was written to the files since they settled, or is within so long.
    fn is_disturbed(&mut self, time: Duration) -> bool {
        let come = self.notices.wait_only(time);
        if come.moved {
            self.listen();
        }
        come.written || come.closed || (come.moved && !time.is_zero())
    }
}
