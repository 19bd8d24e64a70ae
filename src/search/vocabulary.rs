//! The words that a plan is written in, to tell a slip of the finger from a word.

use std::sync::Arc;

use rayon::prelude::*;
use std::collections::HashSet;

use super::fold::is_letter;
use super::index::Segment;
use super::spelling::{allowed, distance, lacks, letters};

/// Shorter words are not corrected, nor corrected to.
const SHORTEST: usize = 4;

/// No more words than this are tried for one that is misspelt.
pub(super) const MOST: usize = 8;

/// All words of the alphabet, each once, in their order.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    words: Vec<Box<[u8]>>,
}

impl Vocabulary {
    /// The words of these segments.
    pub(super) fn of(segments: &[Arc<Segment>]) -> Vocabulary {
        let all = if segments.len() <= 1 {
            segments.iter().map(words).reduce(join)
        } else {
            segments.par_iter().map(words).reduce_with(join)
        };
        let mut words: Vec<Box<[u8]>> =
            all.unwrap_or_default().into_iter().map(Box::from).collect();
        words.sort_unstable();
        Vocabulary { words }
    }

    /// What `typed` may have been meant to be, best first: the nearest words, or, where there are
    /// none, what `read` finds, or the words with the nearest beginning. Nothing for a word that is
    /// too short.
    pub(super) fn meant(&self, typed: &str, read: impl FnOnce() -> Vec<String>) -> Vec<String> {
        let typed = typed.as_bytes();
        let most = allowed(typed.len());
        if most == 0
            || !typed.iter().all(u8::is_ascii_alphanumeric)
            || typed.iter().all(u8::is_ascii_digit)
        {
            return Vec::new();
        }
        let mut whole = Nearest::new(most);
        let mut beginning = Nearest::new(most);
        let wanted = letters(typed);
        for word in &self.words {
            if word.len() + most < typed.len() || lacks(wanted, letters(word)) > most {
                continue;
            }
            let far = distance(typed, word);
            let first = word.first() != typed.first();
            whole.offer(far.whole, first, word);
            beginning.offer(far.beginning, first, word);
        }
        if whole.words.is_empty() {
            let read = read();
            if !read.is_empty() {
                return read;
            }
            whole = beginning;
        }
        let words = whole.words.into_iter().take(MOST);
        words
            .map(|word| String::from_utf8_lossy(word).into_owned())
            .collect()
    }
}

/// The nearest words so far.
struct Nearest<'a> {
    least: (usize, bool),
    words: Vec<&'a [u8]>,
}

impl<'a> Nearest<'a> {
    fn new(most: usize) -> Nearest<'a> {
        Nearest {
            least: (most, true),
            words: Vec::new(),
        }
    }

    fn offer(&mut self, distance: usize, other_first: bool, word: &'a [u8]) {
        let worth = (distance, other_first);
        if worth < self.least {
            self.least = worth;
            self.words.clear();
        }
        if worth == self.least {
            self.words.push(word);
        }
    }
}

fn words(segment: &Arc<Segment>) -> HashSet<&[u8]> {
    [&segment.names, &segment.about]
        .into_iter()
        .flat_map(|texts| texts.bytes().split(|&byte| !is_letter(byte)))
        .filter(|word| word.len() >= SHORTEST && word.iter().any(u8::is_ascii_lowercase))
        .collect()
}

fn join<'a>(mut one: HashSet<&'a [u8]>, other: HashSet<&'a [u8]>) -> HashSet<&'a [u8]> {
    one.extend(other);
    one
}
