//! A word of a query, ready to be searched for: its spellings as patterns, its pinyin, its letters.

use std::ops::Range;

use memchr::memmem::Finder;

use super::field::{Field, Tier};
use super::fuzzy::{Fuzzy, mask};
use super::rank::MatchScore;
use super::text::{TaggedText, around};
use crate::query::fold::is_letter;
use crate::query::pinyin::Pinyin;
use crate::query::spelling;
use crate::query::{Word, is_small};

/// The position of a pattern in a text; in order of quality.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Position {
    /// A whole word.
    Word,
    /// The beginning of a word; in Chinese, which has no blanks, any position.
    Prefix,
    /// Inside of a word.
    Infix,
}

/// The fewest letters that match at the end of a word, and anywhere inside: fewer match too often.
const MIN_AT_END: usize = 4;
const MIN_INFIX: usize = 5;

/// One spelling of a word.
#[derive(Clone, Debug)]
pub(super) struct Pattern {
    finder: Finder<'static>,
    /// The [`mask`] of its characters.
    mask: u64,
    /// The worst position that counts.
    worst: Position,
    /// An infix counts only at the end of a word.
    at_end: bool,
    /// It is a small word as `the`, of which only longer words count.
    longer: bool,
    /// It is a correction of what was typed.
    pub(super) correction: bool,
}

impl Pattern {
    fn new(word: &str, worst: Position) -> Pattern {
        Pattern {
            finder: Finder::new(word.as_bytes()).into_owned(),
            mask: mask(word),
            worst,
            at_end: false,
            longer: false,
            correction: false,
        }
    }

    pub(super) fn bytes(&self) -> &[u8] {
        self.finder.needle()
    }

    /// Returns its position at byte `at` of `texts`, if that counts.
    fn position(&self, texts: &[u8], at: usize) -> Option<Position> {
        let end = ends(texts, at + self.bytes().len());
        let (position, counts) = match (self.begins(texts, at), end) {
            (true, true) => (Position::Word, !self.longer),
            (true, false) => (Position::Prefix, true),
            (false, _) => (Position::Infix, end || !self.at_end),
        };
        (counts && position <= self.worst).then_some(position)
    }

    fn begins(&self, texts: &[u8], at: usize) -> bool {
        boundary(texts, at) || !self.bytes().first().is_some_and(|&byte| is_letter(byte))
    }

    /// Iterates over the places in `texts` that count, as far as they do not overlap.
    pub(super) fn find<'a>(
        &'a self,
        texts: &'a [u8],
    ) -> impl Iterator<Item = (usize, Position)> + 'a {
        self.finder
            .find_iter(texts)
            .filter_map(|at| Some((at, self.position(texts, at)?)))
    }

    /// Returns true if a text holds it; overlapping places are looked at too.
    fn is_in(&self, texts: &[u8]) -> bool {
        let mut from = 0;
        while let Some(found) = texts.get(from..).and_then(|rest| self.finder.find(rest)) {
            if self.position(texts, from + found).is_some() {
                return true;
            }
            from += found + 1;
        }
        false
    }

    /// Returns true if it may stand next to others where it ends at byte `end` of a text: whole, or
    /// cut short if it is the `last` of the query.
    pub(super) fn fits(&self, text: &[u8], end: usize, last: bool) -> bool {
        if boundary(text, end) {
            !self.longer
        } else {
            last && self.worst != Position::Word
        }
    }

    fn score(
        &self,
        field: Field,
        position: Position,
        text: &Range<usize>,
        at: usize,
    ) -> MatchScore {
        let covered = 100 * self.bytes().len() / text.len().max(1);
        let at_start = if at == text.start { 60 } else { 0 };
        let points = match position {
            Position::Word => 200,
            Position::Prefix => 100,
            Position::Infix => 0,
        };
        let score = points + at_start + u32::try_from(covered).unwrap_or(0);
        let (tier, quality) = if self.correction {
            // The first qualities of a typo are a whole name and the beginning of one.
            (Tier::Typo, 2)
        } else {
            (Tier::Word, u8::from(position == Position::Infix))
        };
        MatchScore::new(tier, quality, field, score)
    }
}

/// Returns true if a word may begin or end at byte `at`.
pub(super) fn boundary(texts: &[u8], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| texts.get(before));
    let here = texts.get(at);
    !(before.is_some_and(|&byte| is_letter(byte)) && here.is_some_and(|&byte| is_letter(byte)))
}

/// Returns true if a word ends at byte `at`. A Chinese word ends only with its text.
fn ends(texts: &[u8], at: usize) -> bool {
    let last = at.checked_sub(1).and_then(|last| texts.get(last));
    if last.is_some_and(|&byte| is_letter(byte)) {
        boundary(texts, at)
    } else {
        texts.get(at).is_none_or(|&byte| byte < b' ')
    }
}

/// A word of a query.
#[derive(Clone, Debug)]
pub(super) struct Term {
    pub(super) text: String,
    /// Its spellings, the typed one first.
    pub(super) patterns: Vec<Pattern>,
    /// `None` for a word that must stand in the text as it was typed.
    pub(super) pinyin: Option<Pinyin>,
    pub(super) fuzzy: Option<Fuzzy>,
}

impl Term {
    pub(super) fn new(word: &Word) -> Term {
        let letters = word.text.bytes().any(|byte| byte.is_ascii_lowercase());
        let min = if word.exact { 2 } else { MIN_AT_END };
        let infix = letters && word.text.len() >= min && !word.text.contains(' ');
        let worst = if infix {
            Position::Infix
        } else if word.exact && letters {
            Position::Word
        } else {
            Position::Prefix
        };
        let small = !word.exact && is_small(&word.text);
        let mut patterns = vec![Pattern {
            at_end: !word.exact && word.text.len() < MIN_INFIX,
            longer: small,
            ..Pattern::new(&word.text, worst)
        }];
        if !word.exact {
            let others = spelling::variants(&word.text);
            patterns.extend(others.iter().map(|other| {
                let whole = other.whole;
                let worst = if whole {
                    Position::Word
                } else {
                    Position::Prefix
                };
                Pattern::new(&other.word, worst)
            }));
        }
        Term {
            pinyin: Pinyin::new(&word.text).filter(|_| !word.exact && !small),
            fuzzy: Fuzzy::new(&word.text).filter(|_| !word.exact && !small),
            text: word.text.clone(),
            patterns,
        }
    }

    /// Makes a term of a word that need not be exact.
    pub(super) fn loose(text: &str) -> Term {
        let text = text.to_owned();
        Term::new(&Word { text, exact: false })
    }

    /// Makes a term of a word of which only the whole counts.
    pub(super) fn whole(text: &str) -> Term {
        Term {
            text: text.to_owned(),
            patterns: vec![Pattern::new(text, Position::Word)],
            pinyin: None,
            fuzzy: None,
        }
    }

    /// Returns true if it may match by pinyin or by its letters.
    pub(super) fn is_loose(&self) -> bool {
        self.pinyin.is_some() || self.fuzzy.is_some()
    }

    /// Takes it as it is spelt from now on.
    pub(super) fn be_strict(&mut self) {
        self.pinyin = None;
        self.fuzzy = None;
    }

    /// Returns true if only longer words count.
    pub(super) fn is_small(&self) -> bool {
        self.patterns.iter().any(|pattern| pattern.longer)
    }

    /// Adds another spelling of it.
    pub(super) fn add_spelling(&mut self, text: &str) {
        self.patterns.push(Pattern::new(text, Position::Prefix));
    }

    /// Adds a word that may have been meant.
    pub(super) fn add_correction(&mut self, word: &str) {
        self.patterns.push(Pattern {
            correction: true,
            ..Pattern::new(word, Position::Prefix)
        });
    }

    /// Iterates over the words that may have been meant.
    pub(super) fn corrections(&self) -> impl Iterator<Item = &str> {
        let corrections = self.patterns.iter().filter(|pattern| pattern.correction);
        corrections.filter_map(|pattern| std::str::from_utf8(pattern.bytes()).ok())
    }

    /// Returns true if texts hold the word in one of its spellings.
    pub(super) fn is_in(&self, texts: &str) -> bool {
        let mut spellings = self.patterns.iter().filter(|pattern| !pattern.correction);
        spellings.any(|pattern| pattern.is_in(texts.as_bytes()))
    }

    /// Returns true if texts with these characters, as [`mask`] has them, can hold the word.
    pub(super) fn can_be_in(&self, characters: u64) -> bool {
        let mut patterns = self.patterns.iter();
        patterns.any(|pattern| pattern.mask & !characters == 0)
    }

    /// Returns the best match of its spellings in the texts of a node.
    pub(super) fn find(&self, texts: &str) -> Option<MatchScore> {
        let texts = texts.as_bytes();
        let mut best: Option<MatchScore> = None;
        for pattern in &self.patterns {
            // Looked up once for all places in it: a long text may hold the word thousands of times.
            let mut current: Option<(Field, Range<usize>)> = None;
            for (at, position) in pattern.find(texts) {
                let known = current.take().filter(|(_, text)| text.contains(&at));
                let (field, text) = known.unwrap_or_else(|| around(texts, at));
                let found = pattern.score(field, position, &text, at);
                if best.is_none_or(|best| found < best) {
                    best = Some(found);
                }
                current = Some((field, text));
            }
        }
        best
    }

    /// Returns the best match of its spellings in one text.
    pub(super) fn find_in(&self, entry: TaggedText<'_>) -> Option<MatchScore> {
        Some(self.find(entry.text)?.in_field(entry.field))
    }
}
