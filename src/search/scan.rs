//! Which nodes of a segment can match at all: one sweep over the texts of all its nodes for each
//! word, instead of a look at each node.

use super::field::FIRST_TEXT;
use super::index::{FIRST_SMALL, SEGMENT, Segment, initial};
use super::matching::Search;
use super::term::{Needle, Term};
use super::text::Texts;

const WORDS: usize = SEGMENT.div_ceil(64);

/// A set of nodes of a segment.
#[derive(Clone)]
pub(super) struct Bits([u64; WORDS]);

impl Bits {
    pub(super) const fn none() -> Bits {
        Bits([0; WORDS])
    }

    /// The first `count`.
    pub(super) fn first(count: usize) -> Bits {
        let mut bits = Bits::none();
        for (number, word) in bits.0.iter_mut().enumerate() {
            let here = count.saturating_sub(number * 64).min(64);
            *word = if here == 64 {
                u64::MAX
            } else {
                (1 << here) - 1
            };
        }
        bits
    }

    pub(super) fn set(&mut self, at: usize) {
        if let Some(word) = self.0.get_mut(at / 64) {
            *word |= 1 << (at % 64);
        }
    }

    pub(super) fn count(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.iter().all(|&word| word == 0)
    }

    pub(super) fn has(&self, at: usize) -> bool {
        self.0
            .get(at / 64)
            .is_some_and(|word| word & (1 << (at % 64)) != 0)
    }

    pub(super) fn join(&mut self, other: &Bits) {
        for (word, other) in self.0.iter_mut().zip(other.0) {
            *word |= other;
        }
    }

    pub(super) fn meet(&mut self, other: &Bits) {
        for (word, other) in self.0.iter_mut().zip(other.0) {
            *word &= other;
        }
    }

    pub(super) fn without(&mut self, other: &Bits) {
        for (word, other) in self.0.iter_mut().zip(other.0) {
            *word &= !other;
        }
    }

    /// The nodes, in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        self.0.iter().enumerate().flat_map(|(number, &word)| {
            let mut left = word;
            std::iter::from_fn(move || {
                let at = (left != 0).then(|| left.trailing_zeros() as usize)?;
                left &= left - 1;
                Some(number * 64 + at)
            })
        })
    }
}

/// Where the nodes of a segment hold a word, spelt as it is.
#[derive(Clone)]
pub(super) struct Sieve {
    /// In what they are called.
    pub(super) names: Bits,
    /// At the beginning of a name, or maybe there.
    pub(super) begins: Bits,
    /// In the name of their kind.
    pub(super) kinds: Bits,
    /// In the names of the bodies that answer for them.
    pub(super) bodies: Bits,
    /// In what is said about them, as far as that was looked at.
    pub(super) about: Bits,
    /// All of it was.
    pub(super) swept: bool,
}

impl Sieve {
    /// Where what the nodes of `segment` are called holds `term`.
    pub(super) fn of(term: &Term, segment: &Segment) -> Sieve {
        let mut sieve = Sieve {
            names: Bits::none(),
            begins: Bits::none(),
            kinds: Bits::none(),
            bodies: Bits::none(),
            about: Bits::none(),
            swept: false,
        };
        sieve.in_names(term, segment);
        sieve
    }

    /// Looks at the bodies and kinds as the search knows them now.
    pub(super) fn refresh(&mut self, search: &Search<'_>, segment: &Segment, number: usize) {
        self.bodies = Bits::none();
        self.kinds = Bits::none();
        self.in_bodies(search, segment, number);
        self.in_kinds(search, segment, number);
        for place in &search.owners {
            if let Some(at) = place
                .checked_sub(segment.first)
                .filter(|&at| at < segment.len())
            {
                self.kinds.set(at);
                self.begins.set(at);
            }
        }
    }

    /// Looks at what is said about the nodes `among`, at least. Few are looked at one by one.
    pub(super) fn in_about(&mut self, term: &Term, segment: &Segment, among: &Bits) {
        if self.swept {
            return;
        }
        if among.count() * 16 < segment.len() {
            for at in among.iter() {
                let said = segment.about.of(at).as_bytes();
                let mut needles = term.needles.iter();
                if needles.any(|needle| needle.next(said, 0).is_some()) {
                    self.about.set(at);
                }
            }
            return;
        }
        for needle in &term.needles {
            sweep(&segment.about, needle, false, |at, _| self.about.set(at));
        }
        self.swept = true;
    }

    fn in_names(&mut self, term: &Term, segment: &Segment) {
        for (at, mark) in segment.marks.iter().enumerate() {
            if mark.firsts & FIRST_SMALL != 0 {
                self.begins.set(at);
            }
        }
        for needle in &term.needles {
            if let &[letter] = needle.bytes()
                && letter.is_ascii_lowercase()
                && !term.is_small()
            {
                for (at, mark) in segment.marks.iter().enumerate() {
                    if mark.initials & initial(letter) != 0 {
                        self.names.set(at);
                    }
                    if mark.firsts & initial(letter) != 0 {
                        self.begins.set(at);
                    }
                }
            } else {
                sweep(&segment.names, needle, true, |at, begins| {
                    self.names.set(at);
                    if begins {
                        self.begins.set(at);
                    }
                });
            }
        }
    }

    fn in_bodies(&mut self, search: &Search<'_>, segment: &Segment, number: usize) {
        let Some(bodies) = search.bodies.get(number) else {
            return;
        };
        if bodies.iter().all(Option::is_none) {
            return;
        }
        for at in 0..segment.len() {
            let mut answers = segment.answers(at);
            if answers.any(|answer| bodies.get(answer.body).is_some_and(Option::is_some)) {
                self.bodies.set(at);
            }
        }
    }

    fn in_kinds(&mut self, search: &Search<'_>, segment: &Segment, number: usize) {
        let Some(kinds) = search.kinds.get(number) else {
            return;
        };
        if kinds.iter().all(Option::is_none) {
            return;
        }
        for (at, mark) in segment.marks.iter().enumerate() {
            if kinds
                .get(usize::from(mark.kind))
                .is_some_and(Option::is_some)
            {
                self.kinds.set(at);
            }
        }
    }

    /// Anywhere.
    pub(super) fn all(&self) -> Bits {
        let mut all = self.names.clone();
        all.join(&self.kinds);
        all.join(&self.bodies);
        all.join(&self.about);
        all
    }
}

/// Calls `found` for each node whose texts hold `needle`, and whether a text begins with it: as
/// often as it takes to know that, if `all`, else once.
fn sweep(texts: &Texts, needle: &Needle, all: bool, mut found: impl FnMut(usize, bool)) {
    let bytes = texts.bytes();
    let mut from = 0;
    let mut node = 0;
    while let Some(at) = needle.next(bytes, from) {
        while texts.end(node) <= at {
            node += 1;
        }
        let begins = at
            .checked_sub(1)
            .and_then(|before| bytes.get(before))
            .is_some_and(|&byte| byte < FIRST_TEXT);
        found(node, begins);
        from = if begins || !all {
            texts.end(node)
        } else {
            at + 1
        };
    }
}
