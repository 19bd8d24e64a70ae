//! Reading the configuration file. serde fills a [`Layer`]; what is wrong is said with its place, in
//! words from the table of keys.

use std::ops::Range;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{DEFAULTS, Layer, beside};
use crate::app::{Keymap, Preset};
use crate::files::shown;
use crate::i18n::config::config as words;
use crate::model::{Lang, Str, named};

/// The largest number of minutes.
const MINUTES: u32 = 100_000;

/// What is wrong with the file, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file.
    pub file: PathBuf,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// One line.
    pub message: String,
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Problem {
            file,
            line,
            column,
            message,
        } = self;
        write!(f, "{}:{line}:{column}: {message}", shown(file))
    }
}

/// What the file at `path`, whose text is `text`, says. `preset` is the one that the command line
/// names: the file's own keys have to fit it.
///
/// # Errors
/// The first thing that is wrong with it.
pub fn read(path: &Path, text: &str, preset: Option<Preset>, lang: Lang) -> Result<Layer, Problem> {
    let problem = |(at, message): (usize, String)| {
        let (line, column) = place(text, at);
        let file = path.to_owned();
        Problem {
            file,
            line,
            column,
            message,
        }
    };
    let layer: Layer =
        toml::from_str(text).map_err(|error| problem(explain(text, &error, lang)))?;
    let preset = preset.or(layer.keys.preset).unwrap_or_default();
    let keys: Vec<_> = layer.keys.own.iter().flatten().collect();
    let own: Vec<_> = keys
        .iter()
        .map(|key| (key.name.clone(), key.keys.clone()))
        .collect();
    if let Err(error) = Keymap::new(preset, &own) {
        let wrong = keys.iter().find(|key| error.is_about(&key.name));
        let table = DeTable::parse(text).ok();
        let name = wrong.map(|key| format!("keys.{}", key.name));
        let at = name.and_then(|name| key_span(table?.get_ref(), &name));
        return Err(problem((at.unwrap_or_default().start, error.render(lang))));
    }
    let relative = |named: PathBuf| beside(path, &named);
    Ok(Layer {
        data: layer.data.map(relative),
        overlays: layer
            .overlays
            .map(|paths| paths.into_iter().map(relative).collect()),
        ..layer
    })
}

/// Where the key with a dotted name is written.
fn key_span(table: &DeTable, name: &str) -> Option<Range<usize>> {
    table.iter().find_map(|(key, value)| {
        let rest = name.strip_prefix(&**key.get_ref())?;
        if rest.is_empty() {
            return Some(key.span());
        }
        key_span(value.get_ref().as_table()?, rest.strip_prefix('.')?)
    })
}

/// The byte at which the text is wrong, and how.
fn explain(text: &str, error: &toml::de::Error, lang: Lang) -> (usize, String) {
    let at = error.span().unwrap_or_default().start;
    let words = words(lang);
    let syntax = || words.syntax(&Str::sanitize(&error.message().replace('\n', "; ")));
    let Ok(table) = DeTable::parse(text) else {
        return (at, syntax());
    };
    let Some((outer, key, value)) = entry_at(table.get_ref(), at) else {
        return (at, syntax());
    };
    let name = outer.get_ref();
    let message = match DEFAULTS.iter().find(|default| default.key == name) {
        None => unknown(name, lang),
        Some(_) if key != outer => bad(text, key.get_ref(), value, words.strings, lang),
        Some(default) => bad(text, name, value, &(default.wanted)(words), lang),
    };
    (at, message)
}

type Name<'i> = Spanned<std::borrow::Cow<'i, str>>;
type Value<'i> = Spanned<DeValue<'i>>;

/// The innermost key that, or whose value, is written at a byte, behind the outermost one.
fn entry_at<'t, 'i>(
    table: &'t DeTable<'i>,
    at: usize,
) -> Option<(&'t Name<'i>, &'t Name<'i>, &'t Value<'i>)> {
    table.iter().find_map(|(outer, value)| {
        let inner = value.get_ref().as_table();
        let inner = inner.and_then(|inner| entry_at(inner, at));
        let inner = inner.map(|(_, key, value)| (outer, key, value));
        let is_at = outer.span().contains(&at) || value.span().contains(&at);
        inner.or_else(|| is_at.then_some((outer, outer, value)))
    })
}

fn unknown(key: &str, lang: Lang) -> String {
    let known = || DEFAULTS.iter().map(|default| default.key);
    let near = known()
        .map(|known| (strsim::osa_distance(known, &key.to_lowercase()), known))
        .min()
        .filter(|(distance, known)| *distance <= known.len() / 2);
    let key = named(key);
    let words = words(lang);
    match near {
        Some((_, near)) => words.unknown_near(&key, near),
        None => words.unknown(&key, &known().collect::<Vec<_>>().join(", ")),
    }
}

fn bad(text: &str, key: &str, value: &Value, wanted: &str, lang: Lang) -> String {
    let written = text.get(value.span()).unwrap_or_default();
    let line = written.lines().next().unwrap_or_default();
    let short: String = line.chars().take(40).collect();
    words(lang).bad_value(&named(key), &named(&short), wanted)
}

/// Line and column, in characters and from 1, of a byte of `text`.
fn place(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at.min(text.len())).unwrap_or_default();
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    (
        before.matches('\n').count() + 1,
        before[start..].chars().count() + 1,
    )
}

/// One of a setting's values, in any case.
pub(super) fn choice<'de, D, T>(from: D) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: ValueEnum,
{
    let name = String::deserialize(from)?;
    T::from_str(&name, true).map(Some).map_err(D::Error::custom)
}

/// A number of minutes that is not absurd.
pub(super) fn minutes<'de, D: Deserializer<'de>>(from: D) -> Result<Option<u32>, D::Error> {
    let minutes = u32::deserialize(from)?;
    if minutes > MINUTES {
        return Err(D::Error::custom(MINUTES));
    }
    Ok(Some(minutes))
}

#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum Strings {
    One(String),
    Many(Vec<String>),
}

impl Strings {
    pub(super) fn all(self) -> Vec<String> {
        match self {
            Strings::One(one) => vec![one],
            Strings::Many(all) => all,
        }
    }
}

/// One path or several.
pub(super) fn paths<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Vec<PathBuf>>, D::Error> {
    let paths = Strings::deserialize(from)?.all();
    Ok(Some(paths.into_iter().map(PathBuf::from).collect()))
}
