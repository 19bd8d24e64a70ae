//! Opening the plan that the settings name: its file and overlays, or what is built in.

use std::path::Path;

use super::fault::{Fault, reason};
use crate::config::Settings;
use crate::model::{Input, Lang, Plan, Problem, SHIPPED, load};
use crate::words::cli::cli as words;

/// How many problems a command other than `check` says.
const SHOWN: usize = 20;

/// The plan in force.
///
/// # Errors
/// A file cannot be read, or something is wrong in one.
pub fn plan(settings: &Settings) -> Result<Plan, Fault> {
    let lang = settings.lang.value;
    let mut faults = Vec::new();
    let mut read = |path: &Path| match std::fs::read(path) {
        Ok(bytes) => Some((name(settings, path), bytes)),
        Err(error) => {
            faults.push(format!("{}: {}", name(settings, path), reason(&error)));
            None
        }
    };
    let base = match &settings.data.value {
        None => Some(("plan.json".to_owned(), SHIPPED.to_vec())),
        Some(path) => read(path),
    };
    let overlays: Vec<_> = settings
        .overlays
        .value
        .iter()
        .filter_map(|path| read(path))
        .collect();
    let (Some(base), true) = (base, faults.is_empty()) else {
        return Err(Fault::Wrong(faults));
    };
    let inputs: Vec<Input> = overlays
        .iter()
        .map(|(name, bytes)| Input { name, bytes })
        .collect();
    load(
        Input {
            name: &base.0,
            bytes: &base.1,
        },
        &inputs,
    )
    .map_err(|all| problems(lang, &all))
}

/// What a file is called in messages: in kiosk mode no path is shown.
#[must_use]
pub fn name(settings: &Settings, path: &Path) -> String {
    let shown = match path.file_name() {
        Some(name) if settings.kiosk => Path::new(name),
        Some(_) | None => path,
    };
    shown.display().to_string()
}

/// The first problems, and how many more there are.
#[must_use]
pub fn problems(lang: Lang, all: &[Problem]) -> Fault {
    let mut lines: Vec<String> = all
        .iter()
        .take(SHOWN)
        .map(|problem| problem.render(lang))
        .collect();
    if all.len() > SHOWN {
        lines.push((words(lang).more_problems)(all.len() - SHOWN));
    }
    Fault::Wrong(lines)
}
