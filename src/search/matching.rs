//! Putting query and index together: every word of a query must be found in some field of a node;
//! the node is worth as much as the worst of its words.

use super::ask::Intent;
use super::field::{Class, Field, Tier};
use super::filter::Filters;
use super::fuzzy::{self, Fuzzy};
use super::index::{FIRST_SMALL, Index, Segment, initial};
use super::narrow::Known;
use super::pinyin::Pinyin;
use super::rank::{Rank, Ranked, Worth};
use super::term::{MOST, Match, Term, tile};
use super::text::Entry;
use crate::model::{BodyId, Lang, Node, Plan};

/// How far a search goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    /// Words as they are spelt, or as they may have been meant.
    Words,
    /// Pinyin and letters in their order too.
    Letters,
}

/// The loose ways in which a word may be found.
struct Letters<'a> {
    pinyin: Option<&'a Pinyin>,
    fuzzy: Option<&'a Fuzzy>,
    /// First letters alone must stand at the beginning: the titles of documents are long, and hold
    /// any three of them.
    strict: bool,
}

impl Letters<'_> {
    fn find(&self, entry: Entry<'_>) -> Option<Match> {
        if Field::of_tag(entry.tag) == Field::Id {
            return None;
        }
        let pinyin = self.pinyin;
        if let Some(found) = pinyin.and_then(|pinyin| read(pinyin, entry, self.strict)) {
            return Some(found);
        }
        let found = self.fuzzy?.find(entry.text, self.strict)?;
        Some(Match::new(Tier::Fuzzy, found as u8, entry.tag, 0))
    }
}

/// The grade of words in pinyin that are no run.
const SCATTERED: u8 = 3;

/// What a text is worth that reads as `pinyin`. In a `strict` text first letters alone must stand
/// at the beginning.
fn read(pinyin: &Pinyin, entry: Entry<'_>, strict: bool) -> Option<Match> {
    let run = pinyin.find(entry.text)?;
    if strict && run.range.start > 0 && 2 * run.chars > pinyin.len() {
        return None;
    }
    let grade = match (run.range.start, run.range.end == entry.text.len()) {
        (0, true) => 0,
        (0, false) => 1,
        _ => 2,
    };
    let typed = u32::try_from(100 * pinyin.len() / (1 + run.chars)).unwrap_or(0);
    Some(Match::new(Tier::Pinyin, grade, entry.tag, typed))
}

/// All words as one in pinyin, if there are several that may be.
fn joined(terms: &[Term]) -> Option<Pinyin> {
    let several = terms.len() > 1 && terms.iter().any(|term| term.pinyin.is_some());
    several
        .then(|| Pinyin::new(&terms.iter().map(|term| &*term.text).collect::<String>()))
        .flatten()
}

/// The letters with which a name can begin that begins with one of these words, as in
/// [`Mark::firsts`](super::index::Mark); it may also begin with a small word before it.
fn firsts(terms: &[Term]) -> u32 {
    let needles = terms.iter().flat_map(|term| &term.needles);
    needles.fold(FIRST_SMALL, |all, needle| {
        let first = needle.bytes().first().map_or(0, |&byte| initial(byte));
        all | if first == 0 { u32::MAX } else { first }
    })
}

/// The best that is found of a word in one text, in the loose ways too if `letters`.
pub(super) fn in_entry(term: &Term, entry: Entry<'_>, letters: bool) -> Option<Match> {
    let found = term.words(entry.text.as_bytes());
    let named = Field::of_tag(entry.tag).class() <= Class::Alias;
    let loose = || {
        let all = Letters {
            pinyin: term.pinyin.as_ref(),
            fuzzy: term.fuzzy.as_ref(),
            strict: false,
        };
        (letters && named).then(|| all.find(entry)).flatten()
    };
    found.map(|found| found.in_field(entry.tag)).or_else(loose)
}

/// A query made ready for a plan.
pub(super) struct Search<'a> {
    pub(super) index: &'a Index,
    pub(super) plan: &'a Plan,
    pub(super) terms: Vec<Term>,
    pub(super) nots: Vec<Term>,
    pub(super) filters: Filters,
    pub(super) intent: Intent,
    pub(super) level: Level,
    /// All words as one, where they may be pinyin typed with blanks.
    joined: Option<Pinyin>,
    /// By term: what each body is worth to those that it answers for; empty if none is anything.
    pub(super) bodies: Vec<Vec<Option<Match>>>,
    /// By term: what each kind is worth to its items.
    pub(super) kinds: Vec<Vec<Option<Match>>>,
    /// By term and needle: what is known of the nodes that can hold it.
    pub(super) known: Vec<Vec<Option<Known>>>,
    /// The letters with which a name can begin that begins with one of the words.
    firsts: u32,
    /// The bodies whose name the whole query is, but for words that name kinds; empty if there are
    /// none.
    named: Vec<bool>,
    /// The places of these bodies, where there are words that name kinds: `miit projects`.
    pub(super) owners: Vec<usize>,
}

impl<'a> Search<'a> {
    pub(super) fn new(index: &'a Index, plan: &'a Plan, terms: Vec<Term>) -> Search<'a> {
        Search {
            index,
            plan,
            joined: joined(&terms),
            terms,
            nots: Vec::new(),
            filters: Filters::default(),
            intent: Intent::Any,
            level: Level::Words,
            bodies: Vec::new(),
            kinds: Vec::new(),
            known: Vec::new(),
            firsts: u32::MAX,
            named: Vec::new(),
            owners: Vec::new(),
        }
    }

    /// Finds what the bodies and kinds are worth to the items, at the level that is set.
    pub(super) fn prepare(&mut self) {
        let bodies = |term: &Term| {
            let bodies = self.plan.bodies().map(|(id, _)| self.body(term, id));
            let bodies: Vec<Option<Match>> = bodies.collect();
            // Most words name no body, and then nobody needs to ask who answers for what.
            let any = bodies.iter().any(Option::is_some);
            if any { bodies } else { Vec::new() }
        };
        let kinds = |term: &Term| {
            (0..self.index.kinds.len())
                .map(|kind| self.kind(term, kind))
                .collect()
        };
        let (bodies, kinds) = (
            self.terms.iter().map(bodies).collect(),
            self.terms.iter().map(kinds).collect(),
        );
        self.bodies = bodies;
        self.kinds = kinds;
        self.firsts = firsts(&self.terms);
        let memory = &self.index.memory;
        let known = |term: &Term| {
            let needles = term.needles.iter();
            needles
                .map(|needle| memory.around(needle.bytes()))
                .collect()
        };
        self.known = self.terms.iter().map(known).collect();
        let own: Vec<Term> = (0..self.terms.len())
            .filter(|&number| !self.is_kind(number))
            .filter_map(|number| self.terms.get(number).cloned())
            .collect();
        let places = self.plan.bodies().map(|(id, _)| id);
        let named: Vec<(bool, usize)> = places
            .map(|id| (self.is_named(id, &own), self.plan.place(Node::Body(id))))
            .collect();
        self.owners.clear();
        if own.len() < self.terms.len() {
            let owners = named.iter().filter(|(named, _)| *named);
            self.owners.extend(owners.map(|(_, place)| *place));
        }
        let any = named.iter().any(|(named, _)| *named);
        let named = named.into_iter().filter(|_| any);
        self.named = named.map(|(named, _)| named).collect();
    }

    /// Whether a word names a kind of items.
    fn is_kind(&self, number: usize) -> bool {
        let kinds = self.kinds.get(number);
        kinds.is_some_and(|kinds| kinds.iter().any(Option::is_some))
    }

    fn body(&self, term: &Term, id: BodyId) -> Option<Match> {
        let (segment, at) = self.index.at(self.plan.place(Node::Body(id)))?;
        let found = self.names(term, segment, at)?;
        // Who is meant must be plain: a body answers for many.
        let plain = !term.is_small()
            && match found.tier() {
                Tier::Pinyin => found.grade() < 2,
                Tier::Word | Tier::Fuzzy => found.grade() == 0,
                Tier::Exact | Tier::Prefix | Tier::Typo => true,
            };
        plain.then(|| found.in_field(Field::Body.tag()))
    }

    fn kind(&self, term: &Term, kind: usize) -> Option<Match> {
        let found = term.words(self.index.kinds.of(kind).as_bytes())?;
        let plain = !term.is_small() && found.grade() == 0 && found.tier() == Tier::Word;
        plain.then(|| Match::new(Tier::Word, 0, Field::Kind.tag(), 0))
    }

    fn is_named(&self, id: BodyId, terms: &[Term]) -> bool {
        let Some((segment, at)) = self.index.at(self.plan.place(Node::Body(id))) else {
            return false;
        };
        !terms.is_empty()
            && segment
                .names
                .entries(at)
                .any(|entry| tile(entry, terms, true).is_some_and(|tiled| tiled.whole))
    }

    /// What a node is worth, if it holds all words; what is said about it is looked at only if
    /// `about`. Filters are not asked.
    pub(super) fn evaluate(&self, segment: &Segment, at: usize, about: bool) -> Option<Ranked> {
        let worth = if self.owners.contains(&(segment.first + at)) {
            Worth {
                tier: Tier::Exact,
                grade: 0,
                class: Class::Name,
                score: 0,
                tag: Field::Name(Lang::En).tag(),
            }
        } else if self.terms.is_empty() {
            Worth {
                tier: Tier::Word,
                grade: 0,
                class: Class::Name,
                score: 0,
                tag: Field::Kind.tag(),
            }
        } else {
            self.worth(segment, at, about)?
        };
        Some(self.ranked(segment, at, worth))
    }

    /// The rank that comes from a worth.
    pub(super) fn ranked(&self, segment: &Segment, at: usize, worth: Worth) -> Ranked {
        let rank = segment
            .marks
            .get(at)
            .map_or(Rank::Document, |mark| mark.rank);
        let behind = match (self.intent, rank) {
            (Intent::What, Rank::Body) => worth.class > Class::Alias,
            (Intent::What, Rank::Primary | Rank::Item | Rank::Document)
            | (Intent::Who, Rank::Document) => true,
            (Intent::Who, Rank::Primary | Rank::Item | Rank::Body) | (Intent::Any, _) => false,
        };
        // Without words all nodes match alike and stand in plan order.
        let rank = if self.terms.is_empty() {
            Rank::Primary
        } else {
            rank
        };
        Ranked::new(behind, worth, rank, segment.first + at)
    }

    fn worth(&self, segment: &Segment, at: usize, about: bool) -> Option<Worth> {
        let mut all: Option<Worth> = None;
        let mut score = 0;
        for (number, term) in self.terms.iter().enumerate() {
            let said = if about { segment.about.of(at) } else { "" };
            let found = self.term(number, term, segment, at, said)?;
            score += found.score();
            let one = Worth {
                tier: found.tier(),
                grade: found.grade(),
                class: found.class(),
                score: 0,
                tag: found.tag,
            };
            all = Some(all.map_or(one, |all| all.worse(one)));
        }
        let count = u32::try_from(self.terms.len()).unwrap_or(1).max(1);
        let mut words = all?;
        words.score = score / count + self.bonus(segment, at);
        let whole = match words.tier {
            Tier::Word | Tier::Typo => self.whole(segment, at),
            Tier::Pinyin => Some(self.read(segment, at, words)),
            Tier::Exact | Tier::Prefix | Tier::Fuzzy => None,
        };
        Some(whole.unwrap_or(words))
    }

    /// What a node is worth whose `words` are pinyin: more where they are one run of a name.
    fn read(&self, segment: &Segment, at: usize, words: Worth) -> Worth {
        let Some(pinyin) = &self.joined else {
            return words;
        };
        let entries = segment.names.entries(at);
        let best = entries.filter_map(|entry| read(pinyin, entry, false)).min();
        match best {
            Some(found) => Worth {
                tier: found.tier(),
                grade: found.grade(),
                class: found.class(),
                score: found.score(),
                tag: found.tag,
            },
            None => Worth {
                grade: SCATTERED,
                ..words
            },
        }
    }

    /// More for what a body answers for whose name the whole query is, most if it leads.
    fn bonus(&self, segment: &Segment, at: usize) -> u32 {
        if self.named.is_empty() {
            return 0;
        }
        segment
            .answers(at)
            .filter(|answer| self.named.get(answer.body) == Some(&true))
            .map(|answer| if answer.leads { 800 } else { 400 })
            .max()
            .unwrap_or(0)
    }

    /// What a node is worth that is called as the whole query, or whose name begins with it.
    fn whole(&self, segment: &Segment, at: usize) -> Option<Worth> {
        let mark = segment.marks.get(at)?;
        let body = mark.rank == Rank::Body;
        // Numbers and Chinese have no bit of their own.
        let begins = self.firsts == u32::MAX || mark.firsts & self.firsts != 0;
        if !begins && !body {
            return None;
        }
        let entries = segment.names.entries(at);
        let best = entries.filter_map(|entry| {
            let field = Field::of_tag(entry.tag);
            let tiled = tile(entry, &self.terms, body)?;
            if field == Field::Id && tiled.bytes == 1 && !tiled.whole {
                // One letter is the beginning of too many ids.
                return None;
            }
            let (tier, grade) = match (tiled.whole, tiled.headless) {
                (true, false) => (Tier::Exact, 0),
                (true, true) => (Tier::Prefix, 0),
                (false, _) => (Tier::Prefix, 1),
            };
            let covered = 100 * tiled.bytes / entry.text.len().max(1);
            let covered = u32::try_from(covered).unwrap_or(0);
            let (tier, grade) = match tier {
                _ if !tiled.guess => (tier, grade),
                Tier::Exact => (Tier::Typo, 0),
                _ => (Tier::Typo, 1),
            };
            Some((tier, grade, field.class(), MOST - covered, entry.tag))
        });
        best.min().map(|(tier, grade, class, less, tag)| Worth {
            tier,
            grade,
            class,
            score: MOST - less,
            tag,
        })
    }

    /// The best that is found of one word.
    fn term(
        &self,
        number: usize,
        term: &Term,
        segment: &Segment,
        at: usize,
        about: &str,
    ) -> Option<Match> {
        let about = term.words(about.as_bytes());
        let found = [
            self.names(term, segment, at),
            about,
            self.of_bodies(number, segment, at),
            self.of_kind(number, segment, at),
        ];
        found.into_iter().flatten().min()
    }

    fn of_bodies(&self, number: usize, segment: &Segment, at: usize) -> Option<Match> {
        let bodies = self
            .bodies
            .get(number)
            .filter(|bodies| !bodies.is_empty())?;
        let answers = segment.answers(at);
        answers.filter_map(|answer| *bodies.get(answer.body)?).min()
    }

    fn of_kind(&self, number: usize, segment: &Segment, at: usize) -> Option<Match> {
        let kind = usize::from(segment.marks.get(at)?.kind);
        *self.kinds.get(number)?.get(kind)?
    }

    /// The best that is found of a word in what a node is called.
    fn names(&self, term: &Term, segment: &Segment, at: usize) -> Option<Match> {
        let words = term.words(segment.names.of(at).as_bytes());
        if self.level == Level::Words || words.is_some_and(|found| found.grade() == 0) {
            return words;
        }
        let loose = Search::letters(term, segment, at);
        let entries = segment.names.entries(at);
        entries
            .filter_map(|entry| loose.find(entry))
            .chain(words)
            .min()
    }

    fn letters<'t>(term: &'t Term, segment: &Segment, at: usize) -> Letters<'t> {
        let (pinyin, letters, rank) = segment
            .marks
            .get(at)
            .map_or((0, 0, Rank::Document), |mark| {
                (mark.pinyin, mark.letters, mark.rank)
            });
        Letters {
            pinyin: term.pinyin.as_ref().filter(|word| word.can_match(pinyin)),
            fuzzy: term.fuzzy.as_ref().filter(|word| word.can_match(letters)),
            strict: rank == Rank::Document,
        }
    }

    /// Whether the names of a node hold a word in a loose way.
    pub(super) fn is_loose(term: &Term, segment: &Segment, at: usize) -> bool {
        let loose = Search::letters(term, segment, at);
        let mut entries = segment.names.entries(at);
        (loose.pinyin.is_some() || loose.fuzzy.is_some())
            && entries.any(|entry| loose.find(entry).is_some())
    }

    /// Whether a name of a node reads as a word.
    pub(super) fn is_read(term: &Term, segment: &Segment, at: usize) -> bool {
        let pinyin = Search::letters(term, segment, at).pinyin;
        let mut entries = segment.names.entries(at);
        pinyin.is_some_and(|pinyin| entries.any(|entry| pinyin.find(entry.text).is_some()))
    }

    /// Whether a word that must not be there is.
    pub(super) fn holds(&self, term: &Term, segment: &Segment, at: usize) -> bool {
        let own = [&segment.names, &segment.about]
            .iter()
            .any(|texts| term.words(texts.of(at).as_bytes()).is_some());
        own || segment.answers(at).any(|answer| {
            let body = self.index.at(self.index.bodies + answer.body);
            body.is_some_and(|(segment, at)| {
                term.words(segment.names.of(at).as_bytes())
                    .is_some_and(|found| found.grade() == 0)
            })
        })
    }

    /// The matcher's best score of the words in the names of a node, on the average.
    pub(super) fn letters_score(&self, place: usize) -> u32 {
        let Some((segment, at)) = self.index.at(place) else {
            return 0;
        };
        let best = |term: &Term| {
            let entries = segment.names.entries(at);
            entries
                .map(|entry| fuzzy::score(entry.text, &term.text))
                .max()
        };
        let total: i64 = self.terms.iter().filter_map(best).sum();
        let count = i64::try_from(self.terms.len()).unwrap_or(1).max(1);
        u32::try_from(total / count).unwrap_or(0)
    }
}
