//! Where the program's own files lie, and others that its configuration file names.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::Env;

/// Where the configuration file is looked for, unless it is named.
#[must_use]
pub fn usual_file(env: Env) -> Option<PathBuf> {
    Some(own_folder(env, "XDG_CONFIG_HOME", ".config")?.join("config.toml"))
}

/// The program's own folder for what `variable` is about: in the one that it names, or else at
/// `below` in the home. `None` where there is neither.
#[must_use]
pub fn own_folder(env: Env, variable: &str, below: &str) -> Option<PathBuf> {
    let named = absolute(env(variable).map(OsString::from));
    Some(named.or_else(|| Some(home()?.join(below)))?.join("plan"))
}

/// Whose home it is, is for `HOME` alone to say: to ask the machine's list of users means to load
/// whatever library keeps it.
fn home() -> Option<PathBuf> {
    absolute(std::env::var_os("HOME"))
}

fn absolute(path: Option<OsString>) -> Option<PathBuf> {
    path.map(PathBuf::from).filter(|path| path.is_absolute())
}

/// `path` as it stands in the file at `file`: `~/` is the home, else relative to the file.
#[must_use]
pub fn beside(file: &Path, path: &Path) -> PathBuf {
    if let Ok(rest) = path.strip_prefix("~")
        && let Some(home) = home()
    {
        return home.join(rest);
    }
    file.parent().unwrap_or(Path::new("")).join(path)
}
