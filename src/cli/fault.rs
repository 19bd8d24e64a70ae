//! What ends a command early, in one line a problem. clap's own errors are several lines of
//! English: they are put into one line here, in the reader's language.

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::model::{Lang, Str};
use crate::words::cli::{Cli, cli as words};

/// How the program ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Found, done.
    Done,
    /// Nothing found; `diff`: there are differences.
    Nothing,
    /// Wrong usage, bad data, a file that can't be read.
    Wrong,
}

impl From<Status> for std::process::ExitCode {
    fn from(status: Status) -> Self {
        match status {
            Status::Done => Self::SUCCESS,
            Status::Nothing => Self::from(1),
            Status::Wrong => Self::from(2),
        }
    }
}

/// Why a command ends early.
#[derive(Debug)]
pub enum Fault {
    /// The reader of the output is gone: no reason to say anything.
    Closed,
    /// Problems, one a line.
    Wrong(Vec<String>),
}

impl Fault {
    /// One problem.
    pub fn new(problem: impl Into<String>) -> Fault {
        Fault::Wrong(vec![problem.into()])
    }

    /// Output to `file` failed.
    pub fn output(lang: Lang, file: &str, error: &std::io::Error) -> Fault {
        if error.kind() == std::io::ErrorKind::BrokenPipe {
            Fault::Closed
        } else {
            Fault::new((words(lang).cannot_write)(file, &reason(error)))
        }
    }
}

/// An error of the system without its number.
fn reason(error: &std::io::Error) -> String {
    let text = error.to_string();
    match text.find(" (os error") {
        Some(at) => text[..at].to_owned(),
        None => text,
    }
}

/// An error of usage in one line.
pub fn usage(lang: Lang, error: &Error) -> String {
    let words = words(lang);
    let of = |kind| said(error, kind);
    let arg = of(ContextKind::InvalidArg).unwrap_or_default();
    match error.kind() {
        ErrorKind::UnknownArgument => {
            (words.unknown_arg)(&arg, of(ContextKind::SuggestedArg).as_deref())
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation | ErrorKind::NoEquals => {
            value(words, error, &arg)
        }
        ErrorKind::WrongNumberOfValues | ErrorKind::TooFewValues => (words.missing_value)(&arg),
        ErrorKind::TooManyValues => (words.no_value)(&arg),
        ErrorKind::ArgumentConflict => match of(ContextKind::PriorArg) {
            Some(prior) if prior != arg => (words.conflict)(&arg, &prior),
            Some(_) | None => (words.twice)(&arg),
        },
        ErrorKind::MissingRequiredArgument => (words.missing)(&arg),
        ErrorKind::InvalidUtf8 => words.utf8.to_owned(),
        _ => words.wrong.to_owned(), // clap's enum is open
    }
}

/// A value that an option cannot have, or that is missing.
fn value(words: &Cli, error: &Error, arg: &str) -> String {
    let value = said(error, ContextKind::InvalidValue).unwrap_or_default();
    if value.is_empty() {
        return (words.missing_value)(arg);
    }
    let known = said(error, ContextKind::ValidValue).unwrap_or_default();
    (words.bad_value)(arg, &value, &known)
}

/// A part of an error's context, clean.
fn said(error: &Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(one) => Some(Str::clean(one).to_string()),
        ContextValue::Strings(several) => Some(Str::clean(&several.join(", ")).to_string()),
        ContextValue::StyledStr(one) => Some(Str::clean(&one.to_string()).to_string()),
        _ => None, // clap's enum is open
    }
}
