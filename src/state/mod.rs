//! What comes back at the next start: bookmarks, earlier queries, the place, language and theme.
//!
//! One file holds it for all plans. Every change is made under a lock on a file beside it: the file
//! is read again, the change is laid into it, and the whole is written anew and renamed into place.
//! So of two sessions at once neither undoes what the other did, and nobody ever reads half a file.
//! A file that cannot be read as what it should be is set aside, never written over.

mod keeper;
mod record;

use std::fs::{self, DirBuilder, OpenOptions};
use std::io::{self, ErrorKind, Read};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use crate::app::{Memo, Place};
use crate::config::{Env, own_folder};
use crate::files;
use crate::model::{Lang, clip};
use crate::words::state::state as words;

pub use keeper::Keeper;
pub use record::{BOOKMARKS, PLANS, QUERIES};
use record::{FORMAT, Head, Record};

/// A file that is larger is not ours.
const LARGEST: u64 = 16 << 20;
/// So many broken files are set aside; then nothing is written any more.
const ASIDE: usize = 10;

/// What is kept for a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Memory {
    /// The language that was changed to.
    pub lang: Option<Lang>,
    /// The theme that was changed to.
    pub theme: Option<String>,
    /// Where the last session was left.
    pub place: Option<Place>,
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
    Place(Place),
    /// Another language was chosen.
    Lang(Lang),
    /// Another theme was chosen.
    Theme(String),
}

/// Why nothing can be kept, or what became of what was kept.
#[derive(Debug)]
pub enum Trouble {
    /// A file or folder cannot be used.
    Denied(PathBuf, io::Error),
    /// The file was broken, and is now called this.
    SetAside(PathBuf),
    /// The file is broken, and cannot be set aside.
    Broken(PathBuf),
    /// The file was written by a newer version.
    Newer(PathBuf),
}

impl Trouble {
    /// One line about it.
    #[must_use]
    pub fn render(&self, lang: Lang) -> String {
        let words = words(lang);
        let name = |path: &Path| clip(&path.display().to_string(), 200);
        match self {
            Trouble::Denied(path, error) => {
                let why = match error.kind() {
                    ErrorKind::PermissionDenied => words.denied.to_owned(),
                    ErrorKind::ReadOnlyFilesystem => words.read_only.to_owned(),
                    ErrorKind::StorageFull | ErrorKind::QuotaExceeded => words.full.to_owned(),
                    ErrorKind::NotADirectory
                    | ErrorKind::IsADirectory
                    | ErrorKind::AlreadyExists => words.no_file.to_owned(),
                    _ => {
                        let text = error.to_string();
                        text.split(" (os error").next().unwrap_or(&text).to_owned()
                    }
                };
                (words.not_kept)(&name(path), &why)
            }
            Trouble::SetAside(path) => (words.set_aside)(&name(path)),
            Trouble::Broken(path) => (words.not_kept)(&name(path), words.broken),
            Trouble::Newer(path) => (words.newer)(&name(path)),
        }
    }
}

/// What was found at the start.
#[derive(Debug, Default)]
pub struct Recalled {
    /// What is kept for the plan.
    pub memory: Memory,
    /// Nothing was ever kept.
    pub first: bool,
    /// What there is to say about it.
    pub trouble: Option<Trouble>,
}

/// The file in which everything is kept.
#[derive(Clone, Debug)]
pub struct Store {
    folder: PathBuf,
}

/// What the file holds.
enum Content {
    Nothing,
    Record(Box<Record>),
    Broken,
    Newer,
}

impl Store {
    /// The usual one; `None` where there is no home to keep it in.
    #[must_use]
    pub fn usual(env: Env) -> Option<Store> {
        own_folder(env, "XDG_STATE_HOME", ".local/state").map(Store::at)
    }

    /// The one in a folder, which is made when it is needed.
    #[must_use]
    pub fn at(folder: PathBuf) -> Store {
        Store { folder }
    }

    /// The file.
    #[must_use]
    pub fn file(&self) -> PathBuf {
        self.folder.join("state.json")
    }

    /// What is kept for a plan. A file that is broken is set aside.
    #[must_use]
    pub fn recall(&self, plan: &str) -> Recalled {
        let content = match self.read() {
            Ok(Content::Broken) => match self.locked(|| self.set_aside_if_broken()) {
                Ok(trouble) => {
                    return Recalled {
                        trouble,
                        ..Recalled::default()
                    };
                }
                Err(_) => Err(Trouble::Broken(self.file())),
            },
            other => other,
        };
        match content {
            Ok(Content::Nothing) => Recalled {
                first: true,
                ..Recalled::default()
            },
            Ok(Content::Record(record)) => Recalled {
                memory: record.memory(plan),
                ..Recalled::default()
            },
            Ok(Content::Newer) => Recalled {
                trouble: Some(Trouble::Newer(self.file())),
                ..Recalled::default()
            },
            Ok(Content::Broken) => Recalled::default(),
            Err(trouble) => Recalled {
                trouble: Some(trouble),
                ..Recalled::default()
            },
        }
    }

    /// Makes changes to what is kept for a plan. Gives what there is to say although they were made.
    ///
    /// # Errors
    /// They cannot be kept.
    pub fn change(&self, plan: &str, changes: &[Change]) -> Result<Option<Trouble>, Trouble> {
        let made = DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(&self.folder);
        made.map_err(|error| Trouble::Denied(self.folder.clone(), error))?;
        self.locked(|| {
            let said = self.set_aside_if_broken()?;
            let mut record = match self.read()? {
                Content::Nothing => Record::empty(),
                Content::Record(record) => *record,
                Content::Newer => return Err(Trouble::Newer(self.file())),
                Content::Broken => return Err(Trouble::Broken(self.file())),
            };
            let now = SystemTime::now().duration_since(UNIX_EPOCH);
            let now = now.map_or(0, |time| time.as_secs());
            for change in changes {
                record.change(plan, change, now);
            }
            self.write(&record)
                .map_err(|error| Trouble::Denied(self.file(), error))?;
            Ok(said)
        })
    }

    /// Does something while no other process does.
    fn locked<T>(&self, work: impl FnOnce() -> Result<T, Trouble>) -> Result<T, Trouble> {
        let path = self.folder.join("lock");
        let denied = |error| Trouble::Denied(path.clone(), error);
        let lock = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .mode(0o600)
            .open(&path)
            .map_err(denied)?;
        match lock.lock() {
            Ok(()) => {}
            // Some network file systems know no locks; renaming still keeps the file whole.
            Err(error) if error.kind() == ErrorKind::Unsupported => {}
            Err(error) => return Err(denied(error)),
        }
        work()
    }

    fn read(&self) -> Result<Content, Trouble> {
        let path = self.file();
        let bytes = match read_file(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Content::Nothing),
            Err(error) if error.kind() == ErrorKind::InvalidData => return Ok(Content::Broken),
            Err(error) => return Err(Trouble::Denied(path, error)),
        };
        Ok(match serde_json::from_slice::<Head>(&bytes) {
            Ok(head) if head.format > FORMAT => Content::Newer,
            Ok(_) => serde_json::from_slice(&bytes).map_or(Content::Broken, Content::Record),
            Err(_) => Content::Broken,
        })
    }

    /// Renames a broken file to a name that is free. It is read again first: another process may
    /// have done so meanwhile.
    fn set_aside_if_broken(&self) -> Result<Option<Trouble>, Trouble> {
        let Content::Broken = self.read()? else {
            return Ok(None);
        };
        let names =
            (1..=ASIDE).map(|number| self.folder.join(format!("state.broken-{number}.json")));
        let free = names
            .into_iter()
            .find(|path| path.symlink_metadata().is_err());
        let Some(aside) = free else {
            return Err(Trouble::Broken(self.file()));
        };
        match fs::rename(self.file(), &aside) {
            Ok(()) => Ok(Some(Trouble::SetAside(aside))),
            Err(_) => Err(Trouble::Broken(self.file())),
        }
    }

    fn write(&self, record: &Record) -> io::Result<()> {
        let mut bytes = serde_json::to_vec_pretty(record)?;
        bytes.push(b'\n');
        files::replace(&self.file(), &bytes, 0o600)
    }
}

/// A regular file of a size that can be ours; another one is `InvalidData`.
fn read_file(path: &Path) -> io::Result<Vec<u8>> {
    let flags = rustix::fs::OFlags::NONBLOCK | rustix::fs::OFlags::CLOEXEC;
    let file = OpenOptions::new()
        .read(true)
        .custom_flags(flags.bits().cast_signed())
        .open(path)?;
    if !file.metadata()?.is_file() {
        return Err(ErrorKind::InvalidData.into());
    }
    let mut bytes = Vec::new();
    file.take(LARGEST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LARGEST {
        return Err(ErrorKind::InvalidData.into());
    }
    Ok(bytes)
}
