//! A first word that was meant for a command.

use clap::Subcommand;

use super::args::Command;
use super::error::CliError;
use super::open::Files;
use crate::config::Settings;
use crate::i18n::cli::cli as words;
use crate::model::{Plan, Str};
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
    let (first, query) = (Str::sanitize(first), Str::sanitize(query));
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
