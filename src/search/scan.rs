//! Which nodes of a segment can match at all: one sweep over the texts of all its nodes for each
//! word, instead of a look at each node.

use super::field::FIRST_TEXT;
use super::index::{SEGMENT, Segment, initial};
use super::matching::Search;
use super::narrow::Holders;
use super::term::{Needle, Term};
use super::text::Texts;

const WORDS: usize = SEGMENT.div_ceil(64);

/// A set of nodes of a segment.
#[derive(Clone, Debug)]
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
    /// By needle: where its letters stand in what the nodes are called, and in what is said about
    /// them if that was swept.
    letters: Vec<[Bits; 2]>,
}

impl Sieve {
    /// Where what the nodes of a segment are called holds a word of the search.
    pub(super) fn of(search: &Search<'_>, number: usize, segment: &Segment) -> Sieve {
        let mut sieve = Sieve {
            names: Bits::none(),
            begins: Bits::none(),
            kinds: Bits::none(),
            bodies: Bits::none(),
            about: Bits::none(),
            swept: false,
            letters: Vec::new(),
        };
        if let Some(term) = search.terms.get(number) {
            let none = [Bits::none(), Bits::none()];
            sieve.letters.resize(term.needles.len(), none);
            sieve.in_names(search, number, term, segment);
        }
        sieve
    }

    /// Where the letters of a needle stand in what the nodes are called, and in what is said about
    /// them; `None` as far as that was not looked at.
    pub(super) fn letters(&self, needle: usize) -> Option<(&Bits, Option<&Bits>)> {
        let [names, about] = self.letters.get(needle)?;
        Some((names, Some(about).filter(|_| self.swept)))
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
    pub(super) fn in_about(
        &mut self,
        search: &Search<'_>,
        number: usize,
        segment: &Segment,
        among: &Bits,
    ) {
        let Some(term) = search.terms.get(number).filter(|_| !self.swept) else {
            return;
        };
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
        for (place, needle) in term.needles.iter().enumerate() {
            let known = search.known(number, place);
            let known = known.and_then(|known| known.about.as_ref());
            let sweep = Sweep {
                texts: &segment.about,
                among: among_known(known, segment),
                needle,
                all: false,
            };
            let about = &mut self.about;
            let letters = sweep.run(|at, _| about.set(at));
            if let Some([_, about]) = self.letters.get_mut(place) {
                *about = letters;
            }
        }
        self.swept = true;
    }

    fn in_names(&mut self, search: &Search<'_>, number: usize, term: &Term, segment: &Segment) {
        self.begins.join(&segment.smalls);
        for (place, needle) in term.needles.iter().enumerate() {
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
                let known = search.known(number, place).map(|known| &known.names);
                let sweep = Sweep {
                    texts: &segment.names,
                    among: among_known(known, segment),
                    needle,
                    all: true,
                };
                let (names, begin) = (&mut self.names, &mut self.begins);
                let letters = sweep.run(|at, begins| {
                    names.set(at);
                    if begins {
                        begin.set(at);
                    }
                });
                if let Some([names, _]) = self.letters.get_mut(place) {
                    *names = letters;
                }
            }
        }
    }

    fn in_bodies(&mut self, search: &Search<'_>, segment: &Segment, number: usize) {
        let Some(bodies) = search.bodies.get(number) else {
            return;
        };
        if bodies.is_empty() {
            return;
        }
        self.bodies = segment.answered_by(|body| bodies.get(body).is_some_and(Option::is_some));
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

/// The nodes of a segment that can hold a needle, if these are few enough to be looked at one by one.
fn among_known<'k>(known: Option<&'k Holders>, segment: &Segment) -> Option<&'k Bits> {
    let bits = known?.get(segment.number())?;
    (bits.count() * FEW < segment.len()).then_some(bits)
}

/// One node in so many is looked at by itself; of more, all texts are read in one go.
const FEW: usize = 4;

/// A look through the texts of a segment for a needle.
struct Sweep<'s> {
    texts: &'s Texts,
    /// Only these nodes can hold it.
    among: Option<&'s Bits>,
    needle: &'s Needle,
    /// As often in a node as it takes to know whether a text begins with it; else once.
    all: bool,
}

impl Sweep<'_> {
    /// Calls `found` for each node whose texts hold the needle, and whether a text begins with it.
    /// Gives the nodes in whose texts its letters stand, whether that counts or not.
    fn run(&self, mut found: impl FnMut(usize, bool)) -> Bits {
        let mut letters = Bits::none();
        match self.among {
            Some(among) => {
                for node in among.iter() {
                    let (from, to) = (self.texts.start(node), self.texts.end(node));
                    self.look(from, to, node, &mut letters, &mut found);
                }
            }
            None => self.look(0, self.texts.bytes().len(), 0, &mut letters, &mut found),
        }
        letters
    }

    /// Looks at some bytes, which begin within a node.
    fn look(
        &self,
        from: usize,
        to: usize,
        node: usize,
        letters: &mut Bits,
        found: &mut impl FnMut(usize, bool),
    ) {
        let (mut from, mut node) = (from, node);
        let all = self.texts.bytes();
        let bytes = all.get(..to).unwrap_or(all);
        while let Some(at) = self.needle.letters(bytes, from) {
            while self.texts.end(node) <= at {
                node += 1;
            }
            letters.set(node);
            from = at + 1;
            if self.needle.counts(all, at) {
                let before = at.checked_sub(1).and_then(|before| all.get(before));
                let begins = before.is_some_and(|&byte| byte < FIRST_TEXT);
                found(node, begins);
                if begins || !self.all {
                    from = self.texts.end(node);
                }
            }
        }
    }
}
