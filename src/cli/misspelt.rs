//! A word that stands in the place of another: a first word that was meant for a command, a file where
//! a command takes none.

use std::ffi::OsString;

use clap::Subcommand;

use super::Command;
use super::error::CliError;
use super::open::Files;
use crate::config::Settings;
use crate::i18n::cli::cli as words;
use crate::model::{Plan, Str, named};
use crate::query::{Note, Query};
use crate::search::{Index, Tier};

/// Refuses a query whose first word is one slip away from a command, unless the plan has that word or
/// answers the query as it stands.
///
/// # Errors
/// One line that names the command, and how to look for the word.
pub(super) fn check(first: &str, query: &str, settings: &Settings) -> Result<(), CliError> {
    let Some(command) = near(first) else {
        return Ok(());
    };
    // A pipe can be read only once; what is wrong with a file is said where it is opened.
    let files = settings.overlays.value.iter().chain(&settings.data.value);
    if files.into_iter().any(|path| !path.is_file()) {
        return Ok(());
    }
    let plan = Files::read(settings)
        .ok()
        .and_then(|files| files.load().ok());
    if plan.is_none_or(|plan| is_query(&plan, first, query)) {
        return Ok(());
    }
    let (first, query) = (named(first), Str::sanitize(query));
    let line = words(settings.lang.value).no_command(&first, &command, &query);
    Err(CliError::new(line))
}

/// The command that is one letter, or two swapped letters, away from `word`. Of a command of three letters
/// only the swapped letters count: another letter makes another word of it.
fn near(word: &str) -> Option<String> {
    let letters = |word: &str| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.sort_unstable();
        letters
    };
    let root = Command::augment_subcommands(clap::Command::new("plan"));
    let mut names = root.get_subcommands().map(clap::Command::get_name);
    let word = word.to_lowercase();
    let is_near = |name: &&str| {
        strsim::osa_distance(name, &word) == 1
            && (name.len() > 3 || letters(name) == letters(&word))
    };
    names.find(is_near).map(str::to_owned)
}

/// Whether the plan has the word as it is written, or answers the whole query without it.
fn is_query(plan: &Plan, first: &str, query: &str) -> bool {
    let index = Index::build(plan);
    let has = |text: &str| {
        let found = index.search(plan, &Query::parse(text));
        let best = found.hits.first();
        let is_corrected = found
            .notes
            .iter()
            .any(|note| matches!(note, Note::DidYouMean { .. }));
        let is_there = !is_corrected && best.is_some_and(|hit| hit.tier <= Tier::Word);
        found.read_as().is_some() || is_there
    };
    has(first) || has(query)
}

/// How the names of files end that an office has of a plan.
const ENDINGS: [&str; 7] = ["xlsx", "csv", "tsv", "json", "md", "xls", "ods"];
/// The options whose value is a file.
const FILE_OPTIONS: [&str; 6] = ["--data", "--overlay", "--config", "--log", "--out", "-o"];
/// What is meant by a command that is given a file as a word; `%` stands for the file, `&` for the
/// format that its name ends with.
const MEANT: [(&str, &str); 8] = [
    ("template", "template overlay -o %"),
    ("export", "export -f & -o %"),
    ("schema", "check %"),
    ("list", "list --overlay %"),
    ("matrix", "matrix --overlay %"),
    ("show", "--overlay %"),
    ("who", "--overlay %"),
    ("search", "--overlay %"),
];

/// The file among the words of a command that takes none there, and the command that was meant.
pub(super) fn file_as_word(args: &[OsString]) -> Option<(String, String)> {
    let words: Vec<_> = args
        .iter()
        .skip(1)
        .map(|arg| arg.to_string_lossy())
        .collect();
    let command = words.iter().find(|word| Command::has_subcommand(word))?;
    let (_, meant) = MEANT.iter().find(|(name, _)| name == command)?;
    let (_, file) = words.iter().enumerate().find(|(at, word)| {
        let before = at.checked_sub(1).map_or("", |before| &*words[before]);
        ending(word).is_some() && !FILE_OPTIONS.contains(&before)
    })?;
    let file = Str::sanitize(file).to_string();
    let mut meant = filled(meant, &file);
    if words.iter().any(|word| word == "plan") {
        meant = meant.replace("template overlay", "template plan");
    }
    Some((file, meant))
}

/// The command that was meant where the query is no more than the name of a file that is there.
pub(super) fn file_as_query(query: &str) -> Option<String> {
    ending(query).filter(|_| std::path::Path::new(query).is_file())?;
    Some(filled("--overlay %", &Str::sanitize(query)))
}

fn ending(word: &str) -> Option<&str> {
    let (name, end) = word.rsplit_once('.')?;
    let is_file = !word.starts_with('-') && !name.is_empty();
    (is_file && ENDINGS.contains(&&*end.to_lowercase())).then_some(end)
}

fn filled(meant: &str, file: &str) -> String {
    let format = match ending(file) {
        Some("md") => "markdown",
        Some(known @ ("csv" | "json")) => known,
        Some(_) | None => "xlsx",
    };
    let is_word = |c: char| c.is_alphanumeric() || "./_-~".contains(c);
    let file = if file.chars().all(is_word) {
        file.to_owned()
    } else {
        format!("'{file}'")
    };
    meant.replace('&', format).replace('%', &file)
}
