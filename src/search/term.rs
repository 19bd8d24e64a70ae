//! A word of a query, made ready to be looked for: its spellings as needles, its pinyin, its
//! letters.

use std::ops::Range;

use memchr::memmem::Finder;

use super::field::{Class, Field, Tier};
use super::fold::is_letter;
use super::fuzzy::Fuzzy;
use super::pinyin::Pinyin;
use super::query::{LONGEST_SMALL, Word, is_small};
use super::spelling;
use super::text::{Entry, around};

/// How a needle lies in a text. In order of worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    /// It is a whole word.
    Whole,
    /// A word begins with it; Chinese has no words, there any place is this.
    Start,
    /// It lies inside a word.
    Inside,
}

/// The fewest letters that may lie inside a word, at its end or anywhere: fewer lie in too many.
const AT_END: usize = 4;
const INSIDE: usize = 5;

/// One spelling of a word.
#[derive(Clone, Debug)]
pub(super) struct Needle {
    finder: Finder<'static>,
    /// The least worth that counts.
    least: Place,
    /// Inside of a word it must stand at the end.
    at_end: bool,
    /// It is a small word, of which only longer ones count: nobody looks for `the`.
    longer: bool,
    /// It is a guess at what was meant.
    pub(super) guess: bool,
}

impl Needle {
    fn new(word: &str, least: Place) -> Needle {
        Needle {
            finder: Finder::new(word.as_bytes()).into_owned(),
            least,
            at_end: false,
            longer: false,
            guess: false,
        }
    }

    pub(super) fn bytes(&self) -> &[u8] {
        self.finder.needle()
    }

    /// How it lies at `at` of `texts`, if that counts.
    fn place(&self, texts: &[u8], at: usize) -> Option<Place> {
        let end = ends(texts, at + self.bytes().len());
        let (place, counts) = match (self.begins(texts, at), end) {
            (true, true) => (Place::Whole, !self.longer),
            (true, false) => (Place::Start, true),
            (false, _) => (Place::Inside, end || !self.at_end),
        };
        (counts && place <= self.least).then_some(place)
    }

    fn begins(&self, texts: &[u8], at: usize) -> bool {
        boundary(texts, at) || !self.bytes().first().is_some_and(|&byte| is_letter(byte))
    }

    /// The places in `texts` that count, with their worth.
    pub(super) fn find<'a>(&'a self, texts: &'a [u8]) -> impl Iterator<Item = (usize, Place)> + 'a {
        self.finder
            .find_iter(texts)
            .filter_map(|at| Some((at, self.place(texts, at)?)))
    }

    /// The first place at or after `from` where its letters stand.
    pub(super) fn letters(&self, texts: &[u8], from: usize) -> Option<usize> {
        Some(from + self.finder.find(texts.get(from..)?)?)
    }

    /// Whether a place where its letters stand counts.
    pub(super) fn counts(&self, texts: &[u8], at: usize) -> bool {
        self.place(texts, at).is_some()
    }

    /// The first place at or after `from` that counts.
    pub(super) fn next(&self, texts: &[u8], from: usize) -> Option<usize> {
        let mut from = from;
        loop {
            let at = self.letters(texts, from)?;
            if self.counts(texts, at) {
                return Some(at);
            }
            from = at + 1;
        }
    }
}

/// Whether a word may begin or end at `at`.
fn boundary(texts: &[u8], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| texts.get(before));
    let here = texts.get(at);
    !(before.is_some_and(|&byte| is_letter(byte)) && here.is_some_and(|&byte| is_letter(byte)))
}

/// Whether a word ends at `at`. Chinese words end nowhere but at the end of their text.
fn ends(texts: &[u8], at: usize) -> bool {
    let last = at.checked_sub(1).and_then(|last| texts.get(last));
    let letter = last.is_some_and(|&byte| is_letter(byte));
    if letter {
        boundary(texts, at)
    } else {
        texts.get(at).is_none_or(|&byte| byte < b' ')
    }
}

/// What was found of a word in a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Match {
    /// Tier, grade, class and score in one number; less is better.
    key: u32,
    pub(super) tag: u8,
}

/// The largest score of a match.
pub(super) const MOST: u32 = 0xFFF;

impl Match {
    pub(super) fn new(tier: Tier, grade: u8, tag: u8, score: u32) -> Match {
        let class = Field::of_tag(tag).class();
        let key = ((tier as u32) << 24)
            | (u32::from(grade) << 20)
            | ((class as u32) << 16)
            | (MOST - score.min(MOST));
        Match { key, tag }
    }

    /// The same in a field of this tag.
    pub(super) fn in_field(self, tag: u8) -> Match {
        Match::new(self.tier(), self.grade(), tag, self.score())
    }

    pub(super) fn tier(self) -> Tier {
        let tier = Tier::ALL.get((self.key >> 24) as usize);
        *tier.expect("it was made from a tier")
    }

    pub(super) fn grade(self) -> u8 {
        u8::try_from((self.key >> 20) & 0xF).expect("it is four bits")
    }

    pub(super) fn class(self) -> Class {
        Field::of_tag(self.tag).class()
    }

    pub(super) fn score(self) -> u32 {
        MOST - (self.key & 0xFFFF)
    }
}

/// A word made ready.
#[derive(Clone, Debug)]
pub(super) struct Term {
    pub(super) text: String,
    /// Its spellings, as typed first.
    pub(super) needles: Vec<Needle>,
    /// As pinyin and by its letters; `None` where the word must stand as it is.
    pub(super) pinyin: Option<Pinyin>,
    pub(super) fuzzy: Option<Fuzzy>,
}

impl Term {
    pub(super) fn new(word: &Word) -> Term {
        let letters = word.text.bytes().any(|byte| byte.is_ascii_lowercase());
        let fewest = if word.exact { 2 } else { AT_END };
        let inside = letters && word.text.len() >= fewest;
        let least = if inside { Place::Inside } else { Place::Start };
        let small = !word.exact && is_small(&word.text);
        let mut needles = vec![Needle {
            at_end: !word.exact && word.text.len() < INSIDE,
            longer: small,
            ..Needle::new(&word.text, least)
        }];
        if !word.exact {
            let others = spelling::variants(&word.text);
            needles.extend(others.iter().map(|other| {
                let least = if other.whole {
                    Place::Whole
                } else {
                    Place::Start
                };
                Needle::new(&other.word, least)
            }));
        }
        Term {
            pinyin: Pinyin::new(&word.text).filter(|_| !word.exact && !small),
            fuzzy: Fuzzy::new(&word.text).filter(|_| !word.exact && !small),
            text: word.text.clone(),
            needles,
        }
    }

    /// It may be found otherwise than it is spelt.
    pub(super) fn is_loose(&self) -> bool {
        self.pinyin.is_some() || self.fuzzy.is_some()
    }

    /// Only longer words than it count.
    pub(super) fn is_small(&self) -> bool {
        self.needles.iter().any(|needle| needle.longer)
    }

    /// Some of its needles are guesses.
    pub(super) fn is_guessed(&self) -> bool {
        self.needles.iter().any(|needle| needle.guess)
    }

    /// Adds what may have been meant.
    pub(super) fn guess(&mut self, word: &str) {
        self.needles.push(Needle {
            guess: true,
            ..Needle::new(word, Place::Start)
        });
    }

    /// Whether a folded text holds the word as it is spelt.
    pub(super) fn words_in(&self, text: &str) -> bool {
        let needles = self.needles.iter();
        needles
            .filter(|needle| !needle.guess)
            .any(|needle| needle.next(text.as_bytes(), 0).is_some())
    }

    /// The best place of the word in the texts of a node.
    pub(super) fn words(&self, texts: &[u8]) -> Option<Match> {
        let mut best: Option<Match> = None;
        for needle in &self.needles {
            for (at, place) in needle.find(texts) {
                let (tag, start, end) = around(texts, at);
                let found = needle.worth(tag, place, &(start..end), at);
                if best.is_none_or(|best| found < best) {
                    best = Some(found);
                }
            }
        }
        best
    }
}

impl Needle {
    fn worth(&self, tag: u8, place: Place, text: &Range<usize>, at: usize) -> Match {
        let tier = if self.guess { Tier::Typo } else { Tier::Word };
        let covered = 100 * self.bytes().len() / text.len().max(1);
        let score = match place {
            Place::Whole => 200,
            Place::Start => 100,
            Place::Inside => 0,
        } + if at == text.start { 60 } else { 0 }
            + u32::try_from(covered).unwrap_or(0);
        // The first grades of a guess are those of a whole name and of its beginning.
        let grade = if self.guess {
            2
        } else {
            u8::from(place == Place::Inside)
        };
        Match::new(tier, grade, tag, score)
    }
}

/// How much of a text the words of a query make up, in any order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tiled {
    /// So many bytes of its beginning.
    pub(super) bytes: usize,
    /// That is all of it.
    pub(super) whole: bool,
    /// Without its first words, which many names begin with.
    pub(super) headless: bool,
    /// Some word is a guess.
    pub(super) guess: bool,
}

/// What the names of bodies begin with, and may lack in a query; longest first.
const HEADS: &[&str] = &[
    "ministry of ",
    "national ",
    "state ",
    "china ",
    "chinese ",
    "国家",
    "中国",
    "中央",
];

/// Whether all words stand at the beginning of a text, in any order and without gaps; only the
/// last of them may be cut short. Small words of the text may be left out, and what the names of
/// bodies begin with, if the rest is then all there.
pub(super) fn tile(entry: Entry<'_>, terms: &[Term], body: bool) -> Option<Tiled> {
    let text = entry.text.as_bytes();
    let found = Tiling::of(text, terms);
    if found.is_some_and(|found| found.whole) || !body {
        return found;
    }
    let rest = HEADS
        .iter()
        .find_map(|head| text.strip_prefix(head.as_bytes()));
    let headless = rest
        .and_then(|rest| Tiling::of(rest, terms))
        .filter(|rest| rest.whole);
    headless
        .map(|rest| Tiled {
            headless: true,
            ..rest
        })
        .or(found)
}

/// The laying of words along a text.
struct Tiling<'a> {
    text: &'a [u8],
    terms: &'a [Term],
    /// Steps that are left: words that are parts of each other can be laid in many ways.
    steps: u32,
}

impl Tiling<'_> {
    fn of(text: &[u8], terms: &[Term]) -> Option<Tiled> {
        if terms.is_empty() || terms.len() >= 32 || !may_begin(text, terms) {
            return None;
        }
        let mut tiling = Tiling {
            text,
            terms,
            steps: 500,
        };
        let (bytes, guess) = tiling.lay(0, 0, false)?;
        let rest = skip_small(text, skip_blank(text, bytes));
        let whole = bytes == text.len() || rest == text.len() && boundary(text, bytes);
        Some(Tiled {
            bytes,
            whole,
            headless: false,
            guess,
        })
    }

    /// Where the words that are not `used` end if they are laid from `at`, the farthest way.
    fn lay(&mut self, at: usize, used: u32, guess: bool) -> Option<(usize, bool)> {
        let left = self.terms.len() - used.count_ones() as usize;
        if left == 0 {
            return Some((at, guess));
        }
        self.steps = self.steps.checked_sub(1)?;
        let text = self.text;
        let at = skip_blank(text, at);
        let rest = text.get(at..).filter(|rest| !rest.is_empty())?;
        let mut longest = None;
        for (number, term) in self.terms.iter().enumerate() {
            if used & (1 << number) != 0 {
                continue;
            }
            for needle in &term.needles {
                let next = at + needle.bytes().len();
                let fits = rest.first() == needle.bytes().first()
                    && rest.starts_with(needle.bytes())
                    && if boundary(text, next) {
                        !needle.longer
                    } else {
                        left == 1 && needle.least != Place::Whole
                    };
                if fits {
                    longest =
                        longest.max(self.lay(next, used | 1 << number, guess || needle.guess));
                }
            }
        }
        let next = skip_small(text, at);
        if longest.is_none() && next > at {
            longest = self.lay(next, used, guess);
        }
        longest
    }
}

/// Whether a text can begin with one of the words, maybe after small ones. Most texts begin with
/// another letter.
fn may_begin(text: &[u8], terms: &[Term]) -> bool {
    let text = text.get(skip_blank(text, 0)..).unwrap_or_default();
    let mut needles = terms.iter().flat_map(|term| &term.needles);
    needles.any(|needle| needle.bytes().first() == text.first()) || skip_small(text, 0) > 0
}

fn skip_blank(text: &[u8], at: usize) -> usize {
    at + usize::from(text.get(at) == Some(&b' '))
}

/// Where the text goes on after a small word at `at`.
pub(super) fn skip_small(text: &[u8], at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let rest = rest.get(..=LONGEST_SMALL).unwrap_or(rest);
    let end = rest
        .iter()
        .position(|&byte| !is_letter(byte))
        .unwrap_or(rest.len());
    let word = rest
        .get(..end)
        .filter(|word| (1..=LONGEST_SMALL).contains(&word.len()))
        .and_then(|word| std::str::from_utf8(word).ok());
    match word {
        Some(word) if is_small(word) => at + end,
        Some(_) | None => at,
    }
}
