//! Pinyin: matches Chinese text by its readings. Each character of a run is matched by a whole syllable,
//! by its first letter (`zh`, `ch`, `sh` count as one) or, at the end of what is typed, by the beginning
//! of a syllable. Digits and Latin letters stand for themselves.
//!
//! A match is always one unbroken run: pinyin that may skip characters matches everything.

use std::ops::Range;

use super::fold::{is_ideograph, is_letter};
use super::pinyin_readings::readings;

/// Longer words are not pinyin: the letters that are matched are the bits of a `u64`.
const MAX_LENGTH: usize = 63;

/// The letters that may stand in a syllable after its first.
const INNER: &[u8] = b"aeiouvngrh";

/// A word as pinyin.
#[derive(Clone, Debug)]
pub(crate) struct Pinyin {
    letters: Box<[u8]>,
    /// The letters that must begin a syllable or stand in the text, as [`needed`] gives them.
    needed: u32,
}

/// A run of characters that reads as a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Run {
    /// Its bytes.
    pub(crate) range: Range<usize>,
    /// Its length in characters.
    pub(crate) chars: usize,
}

/// The fewest characters of a Chinese word that is matched by its sound.
const MIN_HOMOPHONES: usize = 3;

/// Returns the pinyin of a Chinese word, which may be written with other characters of that sound.
fn homophone(word: &str) -> Option<String> {
    if word.chars().count() < MIN_HOMOPHONES || !word.chars().all(is_ideograph) {
        return None;
    }
    word.chars()
        .map(|c| Some(readings(c).next()?.replace('ü', "v")))
        .collect()
}

/// Returns the bit of a letter; 0 for anything else.
fn bit(letter: u8) -> u32 {
    if letter.is_ascii_lowercase() {
        1 << (letter - b'a')
    } else {
        0
    }
}

/// Returns the letters with which a part of `text` can be found by pinyin; 0 if it has no Chinese.
pub(crate) fn letters_of(text: &str) -> u32 {
    if text.is_ascii() {
        return 0;
    }
    text.chars().fold(0, |mask, c| {
        mask | if c.is_ascii() {
            bit(c as u8)
        } else {
            letters_of_char(c)
        }
    })
}

/// Returns the letters with which a character can be found.
fn letters_of_char(c: char) -> u32 {
    readings(c).fold(0, |mask, reading| mask | needed(reading.as_bytes()))
}

/// Returns the letters that a text must have among its [`letters_of`] to match: the first one, and those
/// that can only begin a syllable.
pub(crate) fn needed(letters: &[u8]) -> u32 {
    letters
        .iter()
        .enumerate()
        .filter(|(at, byte)| *at == 0 || !INNER.contains(byte))
        .fold(0, |mask, (_, &byte)| mask | bit(byte))
}

impl Pinyin {
    /// Prepares a folded word, a Chinese one by its sound; `None` if it cannot be pinyin.
    pub(crate) fn new(word: &str) -> Option<Pinyin> {
        let homophone = homophone(word);
        let letters = homophone.as_deref().unwrap_or(word).as_bytes();
        let fits = (2..=MAX_LENGTH).contains(&letters.len())
            && letters.iter().all(|&byte| is_letter(byte))
            && letters.iter().any(u8::is_ascii_lowercase);
        fits.then(|| Pinyin {
            letters: letters.into(),
            needed: needed(letters),
        })
    }

    /// Returns the number of letters.
    pub(crate) fn len(&self) -> usize {
        self.letters.len()
    }

    /// Returns true if a text with these [`letters_of`] can match.
    pub(crate) fn can_match(&self, letters: u32) -> bool {
        letters != 0 && self.needed & !letters == 0
    }

    /// Returns the best run of `text`, which is folded: one at the beginning, else the one with the
    /// fewest characters, else the first.
    pub(crate) fn find(&self, text: &str) -> Option<Run> {
        if text.is_ascii() {
            return None;
        }
        let first = *self.letters.first()?;
        let mut best: Option<Run> = None;
        let mut before = b' ';
        for (at, c) in text.char_indices() {
            let byte = if c.is_ascii() { c as u8 } else { b' ' };
            // In an alphabet a run begins with a word.
            let starts = !c.is_ascii() || byte == first && !(is_letter(before) && is_letter(byte));
            before = byte;
            if let Some(run) = starts.then(|| self.run_at(text, at)).flatten() {
                if at == 0 {
                    return Some(run);
                }
                if best.as_ref().is_none_or(|best| run.chars < best.chars) {
                    best = Some(run);
                }
            }
        }
        best
    }

    /// Returns the shortest run that begins at a byte of `text`.
    fn run_at(&self, text: &str, at: usize) -> Option<Run> {
        let end = 1_u64 << self.letters.len();
        // Bit n: the first n letters are matched.
        let mut reached = 1_u64;
        let mut read = false;
        let rest = text.get(at..)?;
        for (chars, (offset, c)) in rest.char_indices().enumerate() {
            reached = if c.is_ascii() {
                self.literal(reached, c as u8)
            } else {
                read = true;
                self.read(reached, c)
            };
            if reached & end != 0 && read {
                return Some(Run {
                    range: at..at + offset + c.len_utf8(),
                    chars: chars + 1,
                });
            }
            if reached & (end - 1) == 0 {
                return None;
            }
        }
        None
    }

    /// Advances the places in `reached` by a Latin letter or digit of the text.
    fn literal(&self, reached: u64, byte: u8) -> u64 {
        let mut to = 0;
        for (at, &letter) in self.letters.iter().enumerate() {
            if letter == byte && reached & (1 << at) != 0 {
                to |= 1 << (at + 1);
            }
        }
        to
    }

    /// Advances the places in `reached` by a Chinese character of the text.
    fn read(&self, reached: u64, c: char) -> u64 {
        let mut to = 0;
        for reading in readings(c) {
            let mut left = reached & ((1 << self.letters.len()) - 1);
            while left != 0 {
                let at = left.trailing_zeros() as usize;
                left &= left - 1;
                to |= self.syllable(at, reading);
            }
        }
        to
    }

    /// Returns the places reached from `at` by one reading.
    fn syllable(&self, at: usize, reading: &str) -> u64 {
        let rest = self.letters.get(at..).unwrap_or_default();
        let mut same = 0;
        for c in reading.chars() {
            match rest.get(same) {
                Some(&letter) if is_same(letter, c) => same += 1,
                _ => break,
            }
        }
        let whole = reading.chars().count();
        let mut to = 0;
        if same >= 1 {
            to |= 1 << (at + 1);
        }
        let digraph =
            matches!(rest.first(), Some(b'z' | b'c' | b's')) && rest.get(1) == Some(&b'h');
        if same >= 2 && digraph {
            to |= 1 << (at + 2);
        }
        // The whole syllable, or as much of it as is typed so far.
        if same == whole || same == rest.len() {
            to |= 1 << (at + same);
        }
        if same == 0 { 0 } else { to }
    }
}

/// Returns true if a typed letter stands for a letter of a reading; ü is typed as u or v.
fn is_same(letter: u8, c: char) -> bool {
    match c {
        'ü' => letter == b'u' || letter == b'v',
        'ê' => letter == b'e',
        _ => char::from(letter) == c,
    }
}
