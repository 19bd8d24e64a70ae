//! The log that `--log FILE` asks for: a line when a run begins, when files are read, when it ends.
//! No query and nothing that was read is written down.

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::time::SystemTime;

use crate::clock::stamp;
use crate::model::Str;

/// A log, or none.
#[derive(Debug, Default)]
pub struct Log(Option<File>);

impl Log {
    /// Opens the log to add to it; only its owner may read it.
    ///
    /// # Errors
    /// It cannot be opened.
    pub fn open(path: Option<&Path>) -> io::Result<Log> {
        let open = |path: &Path| {
            OpenOptions::new()
                .create(true)
                .append(true)
                .mode(0o600)
                .open(path)
        };
        path.map(open).transpose().map(Log)
    }

    /// Adds a line: when, which process, what.
    pub fn note(&self, what: &str) {
        let Some(mut file) = self.0.as_ref() else {
            return;
        };
        let at = stamp(SystemTime::now()).unwrap_or_default();
        let line = format!("{at} {} {}\n", std::process::id(), Str::sanitize(what));
        // Nothing is worth ending a session for a log.
        let _ = file.write_all(line.as_bytes());
    }
}
