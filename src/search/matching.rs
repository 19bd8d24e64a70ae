//! Putting query and index together: every word of a query must be found in some field of a node;
//! the node is worth as much as the worst of its words.

use std::collections::BinaryHeap;

use rayon::prelude::*;

use super::field::{Class, Field, Tier};
use super::filter::Filters;
use super::fuzzy::{self, Fuzzy};
use super::index::{Index, Rank, Segment};
use super::pinyin::Pinyin;
use super::query::{Query, Word, split};
use super::term::{Match, Term, Tiled, tile};
use super::text::Entry;
use super::{Found, Hit, Intent, Note};
use crate::model::{BodyId, Node, Plan, Role};

/// No more hits than this are put in order.
const MOST_HITS: usize = 300;

/// How far a search goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    /// Words as they are spelt.
    Words,
    /// Pinyin and letters in their order too.
    Letters,
}

/// A node that matches, with its rank.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Ranked {
    /// Everything that decides, the place in plan order last; less is better.
    key: u64,
    tag: u8,
}

impl Ranked {
    fn new(behind: bool, best: Worth, rank: Rank, place: usize) -> Ranked {
        let score = u64::from(super::term::MOST - best.score.min(super::term::MOST));
        Ranked {
            key: (u64::from(behind) << 63)
                | ((best.tier as u64) << 60)
                | (u64::from(best.grade) << 56)
                | ((best.class as u64) << 52)
                | ((rank as u64) << 48)
                | (score << 36)
                | place as u64,
            tag: best.tag,
        }
    }

    fn place(self) -> usize {
        usize::try_from(self.key & 0xF_FFFF_FFFF).expect("a place fits")
    }

    fn tier(self) -> Tier {
        let tier = usize::try_from((self.key >> 60) & 7).expect("three bits fit");
        *Tier::ALL.get(tier).expect("it was made from a tier")
    }

    fn score(self) -> u32 {
        let score = u32::try_from((self.key >> 36) & 0xFFF).expect("twelve bits fit");
        super::term::MOST - score
    }

    /// Tier, grade and class.
    fn quality(self) -> (Tier, u64, u64) {
        (self.tier(), (self.key >> 56) & 0xF, (self.key >> 52) & 0xF)
    }
}

/// What a node is worth.
#[derive(Clone, Copy, Debug)]
struct Worth {
    tier: Tier,
    grade: u8,
    class: Class,
    score: u32,
    tag: u8,
}

/// The loose ways in which a word may be found.
struct Letters<'a> {
    pinyin: Option<&'a Pinyin>,
    fuzzy: Option<&'a Fuzzy>,
}

impl Letters<'_> {
    fn find(&self, term: &Term, entry: Entry<'_>) -> Option<Match> {
        if Field::of_tag(entry.tag) == Field::Id {
            return None;
        }
        if let Some(run) = self.pinyin.and_then(|pinyin| pinyin.find(entry.text)) {
            let grade = match (run.range.start, run.range.end == entry.text.len()) {
                (0, true) => 0,
                (0, false) => 1,
                _ => 2,
            };
            let typed = u32::try_from(100 * term.text.len() / (1 + run.chars)).unwrap_or(0);
            return Some(Match::new(Tier::Pinyin, grade, entry.tag, typed));
        }
        let found = self.fuzzy?.find(entry.text)?;
        Some(Match::new(Tier::Fuzzy, found as u8, entry.tag, 0))
    }
}

/// The best that is found of a word in one text, in the loose ways too if `letters`.
pub(super) fn in_entry(term: &Term, entry: Entry<'_>, letters: bool) -> Option<Match> {
    let found = term.words(entry.text.as_bytes());
    let named = Field::of_tag(entry.tag).class() <= Class::Alias;
    let loose = || {
        let all = Letters {
            pinyin: term.pinyin.as_ref(),
            fuzzy: term.fuzzy.as_ref(),
        };
        (letters && named).then(|| all.find(term, entry)).flatten()
    };
    found.map(|found| found.in_field(entry.tag)).or_else(loose)
}

/// A query made ready for a plan.
struct Search<'a> {
    index: &'a Index,
    plan: &'a Plan,
    terms: Vec<Term>,
    nots: Vec<Term>,
    filters: Filters,
    intent: Intent,
    level: Level,
    /// By term: what each body is worth to those that it answers for.
    bodies: Vec<Vec<Option<Match>>>,
    /// By term: what each kind is worth to its items.
    kinds: Vec<Vec<Option<Match>>>,
    /// The bodies whose name the whole query is.
    named: Vec<bool>,
}

impl Index {
    /// The nodes that match `query`, best first.
    #[must_use]
    pub fn search(&self, plan: &Plan, query: &Query) -> Found {
        self.search_until(plan, query, &|| false)
            .expect("a search that is not cancelled ends")
    }

    /// The same; `None` once `cancelled` says so.
    #[must_use]
    pub fn search_until(
        &self,
        plan: &Plan,
        query: &Query,
        cancelled: &(dyn Fn() -> bool + Sync),
    ) -> Option<Found> {
        let (filters, mut notes) = Filters::of(self, plan, query);
        let nothing = query.words.is_empty() && query.nots.is_empty() && filters.is_empty();
        if nothing {
            return Some(Found {
                notes,
                ..Found::default()
            });
        }
        let mut search = Search {
            index: self,
            plan,
            terms: query.words.iter().map(Term::new).collect(),
            nots: query.nots.iter().map(Term::new).collect(),
            filters,
            intent: query.intent(),
            level: Level::Words,
            bodies: Vec::new(),
            kinds: Vec::new(),
            named: Vec::new(),
        };
        let mut best = search.run(cancelled)?;
        if !best.settled()
            && search
                .terms
                .iter()
                .any(|term| term.pinyin.is_some() || term.fuzzy.is_some())
        {
            search.level = Level::Letters;
            best = search.run(cancelled)?;
            search.score_letters(&mut best);
        }
        if best.total == 0 && search.guess(&mut notes) {
            search.level = Level::Words;
            best = search.run(cancelled)?;
            if best.total == 0 {
                notes.retain(|note| !matches!(note, Note::DidYouMean { .. }));
            }
        }
        Some(search.found(best, notes))
    }

    /// The bodies that `value`, which is folded, names: those of the best tier.
    pub(super) fn bodies_named(&self, plan: &Plan, value: &str) -> Vec<BodyId> {
        let words = split(value)
            .into_iter()
            .map(|text| Word { text, exact: false });
        let mut search = Search {
            index: self,
            plan,
            terms: words.map(|word| Term::new(&word)).collect(),
            nots: Vec::new(),
            filters: Filters::default(),
            intent: Intent::Any,
            level: Level::Letters,
            bodies: Vec::new(),
            kinds: Vec::new(),
            named: Vec::new(),
        };
        search.prepare();
        let found: Vec<(Tier, BodyId)> = plan
            .bodies()
            .filter_map(|(id, _)| {
                let ranked = search.evaluate(plan.place(Node::Body(id)))?;
                (ranked.quality().2 <= Class::Alias as u64).then_some((ranked.tier(), id))
            })
            .collect();
        let least = found.iter().map(|(tier, _)| *tier).min();
        found
            .into_iter()
            .filter(|(tier, _)| Some(*tier) == least)
            .map(|(_, id)| id)
            .collect()
    }
}

/// The best nodes so far, the worst of them on top.
#[derive(Default)]
struct Best {
    heap: BinaryHeap<Ranked>,
    total: usize,
}

impl Best {
    fn push(&mut self, ranked: Ranked) {
        self.total += 1;
        self.keep(ranked);
    }

    fn keep(&mut self, ranked: Ranked) {
        if self.heap.len() < MOST_HITS {
            self.heap.push(ranked);
        } else if self.heap.peek().is_some_and(|worst| ranked < *worst) {
            self.heap.pop();
            self.heap.push(ranked);
        }
    }

    fn join(mut self, other: Best) -> Best {
        self.total += other.total;
        for ranked in other.heap {
            self.keep(ranked);
        }
        self
    }

    /// Whether some node is called by the words, each from its beginning.
    fn settled(&self) -> bool {
        self.heap.iter().any(|ranked| {
            let (tier, grade, class) = ranked.quality();
            tier <= Tier::Word && (tier < Tier::Word || grade == 0) && class <= Class::Body as u64
        })
    }
}

impl Search<'_> {
    /// All nodes, in as many threads as help.
    fn run(&mut self, cancelled: &(dyn Fn() -> bool + Sync)) -> Option<Best> {
        self.prepare();
        let segments = &self.index.segments;
        let one = |segment: &Segment| (!cancelled()).then(|| self.segment(segment));
        if segments.len() <= 1 {
            segments
                .iter()
                .map(one)
                .try_fold(Best::default(), |all, best| Some(all.join(best?)))
        } else {
            segments
                .par_iter()
                .map(one)
                .try_reduce(Best::default, |all, best| Some(all.join(best)))
        }
    }

    /// What the bodies and kinds are worth to the items.
    fn prepare(&mut self) {
        let mut bodies = Vec::with_capacity(self.terms.len());
        let mut kinds = Vec::with_capacity(self.terms.len());
        for term in &self.terms {
            bodies.push(
                self.plan
                    .bodies()
                    .map(|(id, _)| self.body(term, id))
                    .collect(),
            );
            kinds.push(
                self.plan
                    .kinds()
                    .map(|(id, _)| self.kind(term, id.index()))
                    .collect(),
            );
        }
        self.named = self
            .plan
            .bodies()
            .map(|(id, _)| self.is_named(id))
            .collect();
        self.bodies = bodies;
        self.kinds = kinds;
    }

    fn body(&self, term: &Term, id: BodyId) -> Option<Match> {
        let (segment, at) = self.index.at(self.plan.place(Node::Body(id)))?;
        let found = self.names(term, segment, at)?;
        let inside = found.tier() == Tier::Word && found.grade() > 0;
        (!inside).then(|| {
            Match::new(
                found.tier(),
                found.grade(),
                Field::Body.tag(),
                found.score(),
            )
        })
    }

    fn kind(&self, term: &Term, kind: usize) -> Option<Match> {
        let found = term.words(self.index.kinds.of(kind).as_bytes())?;
        (found.grade() == 0 && found.tier() == Tier::Word)
            .then(|| Match::new(Tier::Word, 0, Field::Kind.tag(), 0))
    }

    fn is_named(&self, id: BodyId) -> bool {
        let Some((segment, at)) = self.index.at(self.plan.place(Node::Body(id))) else {
            return false;
        };
        !self.terms.is_empty()
            && segment
                .names
                .entries(at)
                .any(|entry| tile(entry, &self.terms) == Some(Tiled::Whole))
    }

    fn segment(&self, segment: &Segment) -> Best {
        let mut best = Best::default();
        for at in 0..segment.len() {
            if let Some(ranked) = self.evaluate(segment.first + at) {
                best.push(ranked);
            }
        }
        best
    }

    /// What a node is worth, if it matches.
    fn evaluate(&self, place: usize) -> Option<Ranked> {
        let (segment, at) = self.index.at(place)?;
        let node = *self.index.nodes.get(place)?;
        let rank = segment.marks.get(at)?.rank;
        let worth = if self.terms.is_empty() {
            Worth {
                tier: Tier::Word,
                grade: 0,
                class: Class::Name,
                score: 0,
                tag: Field::Kind.tag(),
            }
        } else {
            self.worth(segment, at, node)?
        };
        let excluded = self
            .nots
            .iter()
            .any(|term| self.holds(term, segment, at, node));
        if excluded || !self.filters.let_through(self.plan, node) {
            return None;
        }
        let rank = if self.terms.is_empty() {
            Rank::Primary
        } else {
            rank
        };
        let own = worth.class <= Class::Alias;
        let behind = match (self.intent, node) {
            (Intent::What, Node::Body(_)) => !own,
            (Intent::What, Node::Plan | Node::Item(_) | Node::Document(_)) => true,
            (Intent::Who, Node::Document(_)) => true,
            (Intent::Who, Node::Plan | Node::Item(_) | Node::Body(_)) | (Intent::Any, _) => false,
        };
        Some(Ranked::new(behind, worth, rank, place))
    }

    fn worth(&self, segment: &Segment, at: usize, node: Node) -> Option<Worth> {
        let mut tier = Tier::Exact;
        let mut grade = 0;
        let mut class = Class::Name;
        let mut score = 0;
        let mut tag = 0;
        for (number, term) in self.terms.iter().enumerate() {
            let found = self.term(number, term, segment, at, node)?;
            if found.tier() > tier {
                (tier, grade) = (found.tier(), found.grade());
            } else if found.tier() == tier {
                grade = grade.max(found.grade());
            }
            if tag == 0 || found.class() > class {
                class = found.class();
                tag = found.tag;
            }
            score += found.score();
        }
        let count = u32::try_from(self.terms.len()).unwrap_or(1);
        let words = Worth {
            tier,
            grade,
            class,
            score: score / count + self.bonus(node),
            tag,
        };
        let whole = if words.tier == Tier::Word {
            self.whole(segment, at)
        } else {
            None
        };
        Some(whole.unwrap_or(words))
    }

    /// More for what a body answers for whose name the whole query is, most if it leads.
    fn bonus(&self, node: Node) -> u32 {
        let answers = self.plan.responsible(node).iter();
        answers
            .filter(|answer| self.named.get(answer.body.index()) == Some(&true))
            .map(|answer| {
                if answer.shown().role == Role::Lead {
                    800
                } else {
                    400
                }
            })
            .max()
            .unwrap_or(0)
    }

    /// What a node is worth that is called as the whole query, or whose name begins with it.
    fn whole(&self, segment: &Segment, at: usize) -> Option<Worth> {
        let mut best: Option<(Tier, Class, u32, u8)> = None;
        for entry in segment.names.entries(at) {
            let field = Field::of_tag(entry.tag);
            let (tier, covered) = match tile(entry, &self.terms) {
                Some(Tiled::Whole) => (Tier::Exact, 100),
                Some(Tiled::Beginning(end)) if field != Field::Id || end > 1 => {
                    (Tier::Prefix, 100 * end / entry.text.len().max(1))
                }
                Some(Tiled::Beginning(_)) | None => continue,
            };
            let score = u32::try_from(covered).unwrap_or(0);
            let found = (tier, field.class(), super::term::MOST - score, entry.tag);
            if best.is_none_or(|best| found < best) {
                best = Some(found);
            }
        }
        best.map(|(tier, class, less, tag)| Worth {
            tier,
            grade: 0,
            class,
            score: super::term::MOST - less,
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
        node: Node,
    ) -> Option<Match> {
        let about = || term.words(segment.about.of(at).as_bytes());
        let body = || self.of_bodies(number, node);
        let kind = || {
            let kind = usize::from(segment.marks.get(at)?.kind);
            *self.kinds.get(number)?.get(kind)?
        };
        [self.names(term, segment, at), about(), body(), kind()]
            .into_iter()
            .flatten()
            .min()
    }

    fn of_bodies(&self, number: usize, node: Node) -> Option<Match> {
        let bodies = self.bodies.get(number)?;
        let answers = self.plan.responsible(node).iter();
        answers
            .filter_map(|answer| *bodies.get(answer.body.index())?)
            .min()
    }

    /// The best that is found of a word in what a node is called.
    fn names(&self, term: &Term, segment: &Segment, at: usize) -> Option<Match> {
        let words = term.words(segment.names.of(at).as_bytes());
        if self.level == Level::Words || words.is_some_and(|found| found.grade() == 0) {
            return words;
        }
        let mark = segment.marks.get(at)?;
        let loose = Letters {
            pinyin: term
                .pinyin
                .as_ref()
                .filter(|pinyin| pinyin.can_match(mark.pinyin)),
            fuzzy: term
                .fuzzy
                .as_ref()
                .filter(|fuzzy| fuzzy.can_match(mark.letters)),
        };
        let entries = segment.names.entries(at);
        entries
            .filter_map(|entry| loose.find(term, entry))
            .chain(words)
            .min()
    }

    /// Whether a word that must not be there is.
    fn holds(&self, term: &Term, segment: &Segment, at: usize, node: Node) -> bool {
        let own = [&segment.names, &segment.about]
            .iter()
            .any(|texts| term.words(texts.of(at).as_bytes()).is_some());
        own || self.plan.responsible(node).iter().any(|answer| {
            let place = self.plan.place(Node::Body(answer.body));
            self.index.at(place).is_some_and(|(segment, at)| {
                term.words(segment.names.of(at).as_bytes())
                    .is_some_and(|found| found.grade() == 0)
            })
        })
    }

    /// Orders what was found by its letters by the matcher's score.
    fn score_letters(&self, best: &mut Best) {
        let heap = std::mem::take(&mut best.heap);
        best.heap = heap
            .into_iter()
            .map(|ranked| {
                if ranked.tier() != Tier::Fuzzy {
                    return ranked;
                }
                let score = self.letters(ranked.place());
                let score = super::term::MOST - score.min(super::term::MOST);
                Ranked {
                    key: ranked.key & !(0xFFF << 36) | (u64::from(score) << 36),
                    ..ranked
                }
            })
            .collect();
    }

    /// The matcher's best score of the words in the names of a node, on the average.
    fn letters(&self, place: usize) -> u32 {
        let Some((segment, at)) = self.index.at(place) else {
            return 0;
        };
        let total: i64 = self
            .terms
            .iter()
            .filter_map(|term| {
                segment
                    .names
                    .entries(at)
                    .map(|entry| fuzzy::score(entry.text, &term.text))
                    .max()
            })
            .sum();
        let count = i64::try_from(self.terms.len()).unwrap_or(1).max(1);
        u32::try_from(total / count).unwrap_or(0)
    }

    /// Adds what may have been meant by the words that the plan does not know; whether there is
    /// anything to add.
    fn guess(&mut self, notes: &mut Vec<Note>) -> bool {
        let mut any = false;
        for term in &mut self.terms {
            if term.fuzzy.is_none() || self.index.knows(term) {
                continue;
            }
            let meant: Vec<String> = self
                .index
                .vocabulary()
                .meant(&term.text)
                .into_iter()
                .map(str::to_owned)
                .collect();
            for word in &meant {
                term.guess(word);
                any = true;
            }
            if !meant.is_empty() {
                notes.push(Note::DidYouMean {
                    typed: term.text.clone(),
                    meant,
                });
            }
        }
        any
    }

    fn found(&self, best: Best, notes: Vec<Note>) -> Found {
        let ranked = best.heap.into_sorted_vec();
        let strong = ranked.first().is_some_and(|first| {
            let (tier, grade, class) = first.quality();
            tier <= Tier::Word && (tier < Tier::Word || grade == 0) && class < Class::About as u64
        });
        let weak = ranked
            .iter()
            .position(|ranked| {
                let (tier, grade, class) = ranked.quality();
                let inside = tier == Tier::Word && grade > 0;
                strong && (inside || class == Class::About as u64 || tier > Tier::Pinyin)
            })
            .unwrap_or(ranked.len());
        let hits = ranked
            .iter()
            .filter_map(|ranked| {
                Some(Hit {
                    node: *self.index.nodes.get(ranked.place())?,
                    tier: ranked.tier(),
                    score: i64::from(ranked.score()),
                    field: Field::of_tag(ranked.tag),
                })
            })
            .collect();
        Found {
            hits,
            weak,
            total: best.total,
            notes,
        }
    }
}

impl Index {
    /// Whether a word, in any spelling, stands in some text.
    fn knows(&self, term: &Term) -> bool {
        self.segments.iter().any(|segment| {
            [&segment.names, &segment.about].iter().any(|texts| {
                term.needles
                    .iter()
                    .any(|needle| needle.next(texts.bytes(), 0).is_some())
            })
        })
    }
}
