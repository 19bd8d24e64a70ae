//! What ends a command early, in one line a problem. clap's own errors are several lines of
//! English: they are put into one line here, in the reader's language.

use std::fmt;
use std::io::ErrorKind;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind as Usage};

use super::help;
use crate::files::reason;
use crate::i18n::cli::{Cli, cli as words};
use crate::model::{Lang, named};

/// How the program ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExitStatus {
    /// Found, done.
    Done,
    /// Nothing found; `diff`: there are differences.
    Nothing,
    /// Wrong usage, bad data, a file that can't be read.
    Wrong,
}

impl From<ExitStatus> for u8 {
    fn from(status: ExitStatus) -> Self {
        match status {
            ExitStatus::Done => 0,
            ExitStatus::Nothing => 1,
            ExitStatus::Wrong => 2,
        }
    }
}

/// Why a command ends early.
#[derive(Debug)]
pub enum CliError {
    /// Standard output failed.
    Output(std::io::Error),
    /// Problems, one a line.
    Wrong(Vec<ErrorLine>),
}

/// A line on standard error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ErrorLine {
    /// A message of the program, with its name before it.
    Said(String),
    /// Something is wrong at a place in a file. The place stands first, where editors look for it.
    Placed(String),
}

impl ErrorLine {
    /// Without the name of the program.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            ErrorLine::Said(text) | ErrorLine::Placed(text) => text,
        }
    }
}

impl fmt::Display for ErrorLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ErrorLine::Said(text) => write!(f, "plan: {text}"),
            ErrorLine::Placed(text) => f.write_str(text),
        }
    }
}

impl CliError {
    /// One problem.
    pub fn new(problem: impl Into<String>) -> CliError {
        CliError::Wrong(vec![ErrorLine::Said(problem.into())])
    }

    /// The lines to say; none where the reader of the output is gone.
    #[must_use]
    pub fn lines(self, lang: Lang) -> Vec<ErrorLine> {
        let words = words(lang);
        match self {
            CliError::Wrong(lines) => lines,
            CliError::Output(error) if error.kind() == ErrorKind::BrokenPipe => vec![],
            CliError::Output(error) => {
                let said = words.cannot_write(words.standard_output, &reason(&error));
                vec![ErrorLine::Said(said)]
            }
        }
    }
}

/// An error of usage in one line; an option is suggested only if it is `offered`.
#[must_use]
pub fn usage(lang: Lang, error: &Error, offered: fn(&str) -> bool) -> String {
    let words = words(lang);
    let of = |kind| said(error, kind);
    let arg = bare(&of(ContextKind::InvalidArg).unwrap_or_default());
    match error.kind() {
        Usage::UnknownArgument if !arg.starts_with('-') => words.extra_word(&arg),
        Usage::UnknownArgument => {
            let near = of(ContextKind::SuggestedArg).filter(|near| offered(near));
            words.unknown_arg(&arg, near.as_deref())
        }
        Usage::InvalidValue | Usage::ValueValidation | Usage::NoEquals => value(words, error, &arg),
        Usage::WrongNumberOfValues | Usage::TooFewValues => words.missing_value(&arg),
        Usage::TooManyValues => words.no_value(&arg),
        Usage::ArgumentConflict => match of(ContextKind::PriorArg).map(|prior| bare(&prior)) {
            Some(prior) if prior != arg => words.conflict(&arg, &prior),
            Some(_) | None => words.twice(&arg),
        },
        Usage::MissingRequiredArgument => {
            let example = of(ContextKind::Usage).and_then(|usage| help::example(&usage, lang));
            words.missing(&arg, example.unwrap_or_default())
        }
        Usage::InvalidUtf8 => words.utf8.to_owned(),
        _ => words.wrong.to_owned(), // clap's enum is open
    }
}

/// Arguments as they are typed: `--data <FILE>` is `--data`, `<OLD>, <NEW>` is `OLD, NEW`.
fn bare(args: &str) -> String {
    let one = |arg: &str| match arg.strip_prefix('<') {
        Some(name) => name.split('>').next().unwrap_or_default().to_owned(),
        None => arg.split([' ', '=']).next().unwrap_or_default().to_owned(),
    };
    args.split(", ").map(one).collect::<Vec<_>>().join(", ")
}

/// Stands between the values that an option can have, until they are in words.
const BETWEEN: &str = ", ";

/// A value that an option cannot have, or that is missing.
fn value(words: &Cli, error: &Error, arg: &str) -> String {
    let value = said(error, ContextKind::InvalidValue).unwrap_or_default();
    if value.is_empty() {
        return words.missing_value(arg);
    }
    let known = match arg {
        "--limit" => words.count.to_owned(),
        "--idle" => words.minutes.to_owned(),
        "--role" => words.roles.to_owned(),
        "--max-size" => words.size.to_owned(),
        _ => {
            let known = said(error, ContextKind::ValidValue).unwrap_or_default();
            known.replace(BETWEEN, words.list)
        }
    };
    words.bad_value(arg, &value, &known)
}

/// A part of an error's context, clean.
fn said(error: &Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(one) => Some(named(one)),
        ContextValue::Strings(several) => Some(named(&several.join(BETWEEN))),
        ContextValue::StyledStr(one) => Some(named(&one.to_string())),
        _ => None, // clap's enum is open
    }
}
