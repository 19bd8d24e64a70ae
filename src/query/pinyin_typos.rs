//! Typing errors in pinyin: `shuzixiangchun` for 数字乡村. The letters are compared with the readings of
//! the names; what is nearest is suggested in its characters.

use std::ops::Range;

use super::fold::is_ideograph;
use super::pinyin::needed;
use super::pinyin_readings::reading;
use super::typos::{distance, lacks, letters};

/// The fewest characters that are suggested: one reads like too much.
const MIN_CHARACTERS: usize = 2;

/// Returns the errors that so many letters may hold: fewer than in English, for syllables are alike.
fn allowed(letters: usize) -> usize {
    match letters {
        0..=4 => 0,
        5..=8 => 1,
        _ => 2,
    }
}

/// A run of a text that reads nearly as what was typed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct NearRun {
    /// The distance in letters.
    pub(crate) errors: usize,
    start: usize,
    end: usize,
}

impl NearRun {
    pub(crate) fn range(&self) -> Range<usize> {
        self.start..self.end
    }
}

/// Returns true if `typed`, which is folded, can be pinyin with an error.
pub(crate) fn is_candidate(typed: &str) -> bool {
    typed.bytes().all(|byte| byte.is_ascii_lowercase()) && allowed(typed.len()) > 0
}

/// Returns the letters that a name needs to read nearly as `typed`, and how many of them it may lack,
/// each by an error.
pub(crate) fn wanted(typed: &str) -> (u32, usize) {
    (needed(typed.as_bytes()), allowed(typed.len()))
}

/// Returns the run of `text`, which is folded, that reads nearest to `typed` and begins with the same
/// letter; of several the first.
pub(crate) fn nearest(typed: &str, text: &str) -> Option<NearRun> {
    if text.is_ascii() || !is_candidate(typed) {
        return None;
    }
    let first = typed.chars().next()?;
    let starts = text.char_indices().filter(|&(_, c)| {
        is_ideograph(c) && reading(c).is_some_and(|reading| reading.starts_with(first))
    });
    starts
        .filter_map(|(start, _)| near_at(typed, text, start))
        .min()
}

/// Returns the nearest run that begins at a byte of `text`.
fn near_at(typed: &str, text: &str, start: usize) -> Option<NearRun> {
    let most = allowed(typed.len());
    let wanted = letters(typed.as_bytes());
    let mut so_far = String::new();
    let mut best: Option<NearRun> = None;
    let rest = text.get(start..)?;
    for (number, (at, c)) in rest.char_indices().enumerate() {
        match reading(c) {
            Some(reading) => so_far.push_str(&reading.replace('ü', "v")),
            None if c.is_ascii_alphanumeric() => so_far.push(c),
            None => break,
        }
        if so_far.len() > typed.len() + most {
            break;
        }
        if number + 1 < MIN_CHARACTERS
            || so_far.len() + most < typed.len()
            || lacks(wanted, letters(so_far.as_bytes())) > most
        {
            continue;
        }
        let errors = distance(typed.as_bytes(), so_far.as_bytes()).whole;
        if errors <= most && best.as_ref().is_none_or(|best| errors < best.errors) {
            best = Some(NearRun {
                errors,
                start,
                end: start + at + c.len_utf8(),
            });
        }
    }
    best
}
