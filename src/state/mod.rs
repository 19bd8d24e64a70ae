//! What comes back at the next start: bookmarks, earlier queries, the place, language and theme.
//!
//! One file holds it for all plans. Every change is made under a lock on a file beside it: the file
//! is read again, the change is laid into it, and the whole is written anew and renamed into place.
//! So of two sessions at once neither undoes what the other did, and nobody ever reads half a file.
//! A file that cannot be read as what it should be is set aside, never written over.

mod record;
mod writer;

use std::fs::{self, DirBuilder, OpenOptions};
use std::io::{self, ErrorKind, Read};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::mpsc::channel;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use rustix::fs::OFlags;

use crate::app::{Memo, SessionState};
use crate::config::{Env, own_folder};
use crate::files;
use crate::i18n::state::state as words;
use crate::model::{Lang, clip};

pub use record::{BOOKMARKS, PLANS, QUERIES};
use record::{FORMAT, RecordHead, StateRecord};
pub use writer::StateWriter;

/// The most bytes of a state file; a larger one is treated as broken.
const LARGEST: u64 = 16 << 20;
/// The most broken files that are set aside; then nothing is written any more.
const ASIDE: usize = 10;

/// How long a lock is waited for that another process holds.
const LOCKED: Duration = Duration::from_millis(300);

/// How files are opened that others may have put there: nothing may wait.
const NO_WAIT: OFlags = OFlags::NONBLOCK.union(OFlags::CLOEXEC);

/// What is kept for a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Memory {
    /// The language that was changed to.
    pub lang: Option<Lang>,
    /// The theme that was changed to.
    pub theme: Option<String>,
    /// Where the last session was left.
    pub place: Option<SessionState>,
    /// Ids of bookmarked nodes, oldest first.
    pub bookmarks: Vec<String>,
    /// Earlier queries, newest last.
    pub queries: Vec<String>,
}

/// A change to what is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A bookmark or a query.
    Memo(Memo),
    /// Where the session is left.
    Place(SessionState),
    /// Another language was chosen.
    Lang(Lang),
    /// Another theme was chosen.
    Theme(String),
}

/// Why the state cannot be written, or what became of the file.
#[derive(Debug)]
pub enum StateError {
    /// A file or folder cannot be used.
    Denied(PathBuf, io::Error),
    /// The file was broken, and is now called this.
    SetAside(PathBuf),
    /// The file is broken, and cannot be set aside.
    Broken(PathBuf),
    /// The file was written by a newer version.
    Newer(PathBuf),
}

impl StateError {
    /// Renders the error in one line.
    #[must_use]
    pub fn render(&self, lang: Lang) -> String {
        let words = words(lang);
        let name = |path: &Path| clip(&path.display().to_string(), 200);
        match self {
            StateError::Denied(path, error) => {
                let why = match error.kind() {
                    ErrorKind::PermissionDenied => words.denied.to_owned(),
                    ErrorKind::ReadOnlyFilesystem => words.read_only.to_owned(),
                    ErrorKind::StorageFull | ErrorKind::QuotaExceeded => words.full.to_owned(),
                    ErrorKind::NotADirectory
                    | ErrorKind::IsADirectory
                    | ErrorKind::AlreadyExists => words.no_file.to_owned(),
                    ErrorKind::ResourceBusy => words.in_use.to_owned(),
                    ErrorKind::TimedOut => words.slow.to_owned(),
                    _ => files::reason(error),
                };
                words.not_kept(&name(path), &why)
            }
            StateError::SetAside(path) => words.set_aside(&name(path)),
            StateError::Broken(path) => words.not_kept(&name(path), words.broken),
            StateError::Newer(path) => words.newer(&name(path)),
        }
    }
}

/// What was found at the start.
#[derive(Debug, Default)]
pub struct Recalled {
    /// What is kept for the plan.
    pub memory: Memory,
    /// No file was found.
    pub first: bool,
    /// What is wrong with the file.
    pub error: Option<StateError>,
}

/// The file that holds the state.
#[derive(Clone, Debug)]
pub struct Store {
    folder: PathBuf,
}

/// What the file holds.
enum FileContent {
    Nothing,
    StateRecord(Box<StateRecord>),
    Broken,
    Newer,
}

impl Store {
    /// Returns the usual one, or `None` without a home directory.
    #[must_use]
    pub fn usual(env: Env) -> Option<Store> {
        own_folder(env, "XDG_STATE_HOME", ".local/state").map(Store::at)
    }

    /// Returns the one in a folder, which is created by the first change.
    #[must_use]
    pub fn at(folder: PathBuf) -> Store {
        Store { folder }
    }

    /// Returns the file's path.
    #[must_use]
    pub fn file(&self) -> PathBuf {
        self.folder.join("state.json")
    }

    /// Reads what is kept for a plan. A broken file is set aside.
    #[must_use]
    pub fn recall(&self, plan: &str) -> Recalled {
        let mut recalled = Recalled::default();
        match self.read() {
            Ok(FileContent::Nothing) => recalled.first = true,
            Ok(FileContent::StateRecord(record)) => recalled.memory = record.memory(plan),
            Ok(FileContent::Newer) => recalled.error = Some(StateError::Newer(self.file())),
            Ok(FileContent::Broken) => {
                let aside = self.locked(|| self.set_aside_if_broken());
                let denied = |_| Some(StateError::Broken(self.file()));
                recalled.error = aside.unwrap_or_else(denied);
            }
            Err(error) => recalled.error = Some(error),
        }
        recalled
    }

    /// Writes changes for a plan. Returns an error that did not prevent it: a broken file was set
    /// aside.
    ///
    /// # Errors
    /// The file cannot be read or written.
    pub fn change(&self, plan: &str, changes: &[Change]) -> Result<Option<StateError>, StateError> {
        let made = DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(&self.folder);
        made.map_err(|error| StateError::Denied(self.folder.clone(), error))?;
        self.locked(|| {
            let said = self.set_aside_if_broken()?;
            let mut record = match self.read()? {
                FileContent::Nothing => StateRecord::empty(),
                FileContent::StateRecord(record) => *record,
                FileContent::Newer => return Err(StateError::Newer(self.file())),
                FileContent::Broken => return Err(StateError::Broken(self.file())),
            };
            let now = SystemTime::now().duration_since(UNIX_EPOCH);
            let now = now.map_or(0, |time| time.as_secs());
            for change in changes {
                record.change(plan, change, now);
            }
            self.write(record)
                .map_err(|error| StateError::Denied(self.file(), error))?;
            Ok(said)
        })
    }

    /// Calls `work` under the lock that all processes share.
    fn locked<T>(&self, work: impl FnOnce() -> Result<T, StateError>) -> Result<T, StateError> {
        let path = self.folder.join("lock");
        let denied = |error| StateError::Denied(path.clone(), error);
        let lock = OpenOptions::new()
            .create(true)
            .truncate(false)
            .read(true)
            .write(true)
            .mode(0o600)
            .custom_flags(NO_WAIT.bits().cast_signed())
            .open(&path)
            .map_err(denied)?;
        // A pipe of this name would wait for its other end.
        if !lock.metadata().map_err(denied)?.is_file() {
            return Err(denied(ErrorKind::AlreadyExists.into()));
        }
        // Another process that holds it for long is not waited for: it is tried again later.
        let (sender, answer) = channel();
        let wait = move || {
            let locked = lock.lock();
            let _ = sender.send((lock, locked));
        };
        std::thread::Builder::new().spawn(wait).map_err(denied)?;
        let (_lock, locked) = answer
            .recv_timeout(LOCKED)
            .map_err(|_| denied(ErrorKind::ResourceBusy.into()))?;
        match locked {
            Ok(()) => {}
            // Some network file systems know no locks; renaming still keeps the file whole.
            Err(error) if error.kind() == ErrorKind::Unsupported => {}
            Err(error) => return Err(denied(error)),
        }
        work()
    }

    fn read(&self) -> Result<FileContent, StateError> {
        let path = self.file();
        let bytes = match read_file(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(FileContent::Nothing),
            Err(error) if error.kind() == ErrorKind::InvalidData => return Ok(FileContent::Broken),
            Err(error) => return Err(StateError::Denied(path, error)),
        };
        Ok(match serde_json::from_slice::<RecordHead>(&bytes) {
            Ok(head) if head.format > FORMAT => FileContent::Newer,
            Ok(_) => {
                serde_json::from_slice(&bytes).map_or(FileContent::Broken, FileContent::StateRecord)
            }
            Err(_) => FileContent::Broken,
        })
    }

    /// Renames a broken file to a name that is free. It is read again first: another process may
    /// have done so meanwhile.
    fn set_aside_if_broken(&self) -> Result<Option<StateError>, StateError> {
        let FileContent::Broken = self.read()? else {
            return Ok(None);
        };
        let names =
            (1..=ASIDE).map(|number| self.folder.join(format!("state.broken-{number}.json")));
        let free = names
            .into_iter()
            .find(|path| path.symlink_metadata().is_err());
        let Some(aside) = free else {
            return Err(StateError::Broken(self.file()));
        };
        // What a link leads to is not ours to move unless it is a file: then the link itself goes.
        let target = Some(files::target(&self.file())).filter(|target| target.is_file());
        match fs::rename(target.unwrap_or_else(|| self.file()), &aside) {
            Ok(()) => Ok(Some(StateError::SetAside(aside))),
            Err(_) => Err(StateError::Broken(self.file())),
        }
    }

    /// Writes no more than is read: what was not used for the longest time goes.
    fn write(&self, mut record: StateRecord) -> io::Result<()> {
        let mut bytes = serde_json::to_vec_pretty(&record)?;
        while bytes.len() as u64 >= LARGEST && record.forget() {
            bytes = serde_json::to_vec_pretty(&record)?;
        }
        bytes.push(b'\n');
        files::replace(&self.file(), &bytes, 0o600)
    }
}

/// A regular file of a size that can be ours; a folder or a larger one is `InvalidData`. A device or a
/// pipe, or a link to one, is `AlreadyExists`: it was put there on purpose, and is left alone.
fn read_file(path: &Path) -> io::Result<Vec<u8>> {
    let file = OpenOptions::new()
        .read(true)
        .custom_flags(NO_WAIT.bits().cast_signed())
        .open(path)?;
    let found = file.metadata()?;
    if found.is_dir() {
        return Err(ErrorKind::InvalidData.into());
    }
    if !found.is_file() {
        return Err(ErrorKind::AlreadyExists.into());
    }
    let mut bytes = Vec::new();
    file.take(LARGEST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LARGEST {
        return Err(ErrorKind::InvalidData.into());
    }
    Ok(bytes)
}
