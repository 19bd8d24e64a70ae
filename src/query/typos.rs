//! Spelling mistakes: how far two words are apart, and which words of a plan are nearest to one that
//! it does not have. All words here are folded.

use std::collections::BTreeSet;
use std::ops::Range;

use super::fold::is_letter;

/// Shorter words are neither corrected nor suggested.
const MIN_LENGTH: usize = 4;

/// The suggestions for one word, at most.
pub(crate) const MAX_SUGGESTIONS: usize = 8;

/// Returns the mistakes that a word of so many letters may hold.
pub(crate) fn allowed(letters: usize) -> usize {
    match letters {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// Returns the letters of a word, a bit for each.
pub(crate) fn letters(word: &[u8]) -> u32 {
    let letters = word.iter().filter(|byte| byte.is_ascii_lowercase());
    letters.fold(0, |mask, byte| mask | 1 << (byte - b'a'))
}

/// Returns how many of the wanted [`letters`] are missing: a lower bound of the distance.
pub(crate) fn lacks(wanted: u32, there: u32) -> usize {
    (wanted & !there).count_ones() as usize
}

/// The distance of two spellings, in mistakes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Distance {
    /// Between the whole words.
    pub whole: usize,
    /// Between what is typed and the nearest beginning of the word.
    pub beginning: usize,
}

/// Returns the distance of `typed` from `word`, counting missing, extra, wrong and swapped neighbouring
/// letters: the optimal string alignment, as `strsim` has it, which does not give the nearest beginning.
#[must_use]
pub fn distance(typed: &[u8], word: &[u8]) -> Distance {
    let width = typed.len() + 1;
    let mut older: Vec<usize> = vec![0; width];
    let mut old: Vec<usize> = (0..width).collect();
    let mut row: Vec<usize> = vec![0; width];
    let mut beginning = typed.len();
    for (down, &letter) in word.iter().enumerate() {
        row[0] = down + 1;
        for across in 1..width {
            let same = typed[across - 1] == letter;
            let mut least = (old[across - 1] + usize::from(!same))
                .min(old[across] + 1)
                .min(row[across - 1] + 1);
            let swapped = down > 0
                && across > 1
                && typed[across - 2] == letter
                && word[down - 1] == typed[across - 1];
            if swapped {
                least = least.min(older[across - 2] + 1);
            }
            row[across] = least;
        }
        beginning = beginning.min(row[width - 1]);
        std::mem::swap(&mut older, &mut old);
        std::mem::swap(&mut old, &mut row);
    }
    Distance {
        whole: old[width - 1],
        beginning,
    }
}

/// Iterates over the words of an alphabet in a folded text, as ranges of bytes.
pub(crate) fn words_of(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + bytes.get(at..)?.iter().position(|&byte| is_letter(byte))?;
        let rest = bytes.get(start..)?;
        let length = rest.iter().position(|&byte| !is_letter(byte));
        at = start + length.unwrap_or(rest.len());
        Some(start..at)
    })
}

/// Iterates over the words in folded texts that may be suggested.
pub(crate) fn words(texts: &str) -> impl Iterator<Item = &str> {
    words_of(texts)
        .filter_map(|word| texts.get(word))
        .filter(|word| word.len() >= MIN_LENGTH && word.bytes().any(|c| c.is_ascii_lowercase()))
}

/// All words of the alphabet in a plan, each once, in their order.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary(BTreeSet<Box<str>>);

impl<'a> FromIterator<&'a str> for Vocabulary {
    fn from_iter<T: IntoIterator<Item = &'a str>>(words: T) -> Vocabulary {
        Vocabulary(words.into_iter().map(Box::from).collect())
    }
}

impl Vocabulary {
    /// Returns the words nearest to `typed`, best first; if there are none, what `by_pinyin` gives, or
    /// the words whose beginning is nearest. Empty for a word that is too short to be corrected.
    pub(crate) fn suggestions(
        &self,
        typed: &str,
        by_pinyin: impl FnOnce() -> Vec<String>,
    ) -> Vec<String> {
        let typed = typed.as_bytes();
        let most = allowed(typed.len());
        let is_word = typed.iter().all(u8::is_ascii_alphanumeric);
        if most == 0 || !is_word || typed.iter().all(u8::is_ascii_digit) {
            return Vec::new();
        }
        let mut whole = NearestWords::new(most);
        let mut beginning = NearestWords::new(most);
        let wanted = letters(typed);
        for word in &self.0 {
            // Each letter that the word lacks takes a mistake of its own.
            if word.len() + most < typed.len() || lacks(wanted, letters(word.as_bytes())) > most {
                continue;
            }
            let far = distance(typed, word.as_bytes());
            let other_first = word.as_bytes().first() != typed.first();
            whole.offer(far.whole, other_first, word);
            beginning.offer(far.beginning, other_first, word);
        }
        if whole.words.is_empty() {
            let read = by_pinyin();
            if !read.is_empty() {
                return read;
            }
            whole = beginning;
        }
        let words = whole.words.into_iter().take(MAX_SUGGESTIONS);
        words.map(str::to_owned).collect()
    }
}

/// The words at the least distance so far.
struct NearestWords<'a> {
    /// The distance, and whether the first letter differs.
    least: (usize, bool),
    words: Vec<&'a str>,
}

impl<'a> NearestWords<'a> {
    fn new(most: usize) -> NearestWords<'a> {
        NearestWords {
            least: (most, true),
            words: Vec::new(),
        }
    }

    fn offer(&mut self, distance: usize, other_first: bool, word: &'a str) {
        let far = (distance, other_first);
        if far < self.least {
            self.least = far;
            self.words.clear();
        }
        if far == self.least {
            self.words.push(word);
        }
    }
}
