//! The course of a search: first the words as they are spelt; pinyin and letters in their order
//! only where that leaves the query open; spelling mistakes only where nothing at all is found.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use super::field::{Class, Field, Tier};
use super::filter::Filters;
use super::index::{Index, Segment};
use super::matching::{Level, Search};
use super::narrow::Known;
use super::number::terms;
use super::query::{Query, Word, split};
use super::rank::{Best, Limit, MOST_HITS, Rank, Ranked, Worth};
use super::scan::{Bits, Sieve};
use super::spelling::lacks;
use super::term::{self, Term};
use super::text::Texts;
use super::vocabulary::MOST;
use super::{Found, Hit, Note, sound};
use crate::model::{BodyId, Node, Plan};

/// Says whether a search is still wanted.
type Cancelled<'a> = &'a (dyn Fn() -> bool + Sync);

/// How far the texts have been looked through.
#[derive(Default)]
struct Sweep {
    /// Also through what is said about the nodes.
    about: bool,
    /// By segment and term.
    sieves: Vec<Vec<Sieve>>,
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
        cancelled: Cancelled<'_>,
    ) -> Option<Found> {
        self.course(plan, query, |search, sweep| search.run(sweep, cancelled))
    }

    /// The same answer, found by looking at every node in turn: what [`Index::search`] is tested
    /// against.
    #[doc(hidden)]
    #[must_use]
    pub fn search_plainly(&self, plan: &Plan, query: &Query) -> Found {
        self.course(plan, query, |search, sweep| {
            Some(search.run_plainly(sweep.about))
        })
        .expect("nobody cancels it")
    }

    fn course(
        &self,
        plan: &Plan,
        query: &Query,
        run: impl Fn(&Search<'_>, &mut Sweep) -> Option<Best>,
    ) -> Option<Found> {
        let (filters, mut notes) = Filters::of(self, plan, query);
        if !self.is_whole() {
            // What is not known yet may be so in a moment.
            notes.clear();
        }
        if query.words.is_empty() && query.nots.is_empty() && filters.is_empty() {
            let found = Found::default();
            return Some(Found { notes, ..found });
        }
        let mut search = Search::new(self, plan, terms(self, plan, query));
        search.nots = query.nots.iter().map(Term::new).collect();
        search.filters = filters;
        search.intent = query.intent();
        search.prepare();
        let mut sweep = Sweep::default();
        let mut best = run(&search, &mut sweep)?;
        let small = !search.terms.is_empty() && search.terms.iter().all(Term::is_small);
        if best.total < MOST_HITS && !small {
            // What nodes are called is enough where it is more than anybody reads, and for words
            // that every text holds.
            sweep.about = true;
            best = run(&search, &mut sweep)?;
        }
        if !best.is_settled() && search.terms.iter().any(Term::is_loose) {
            search.level = Level::Letters;
            search.prepare();
            best = run(&search, &mut sweep)?.map(|ranked| match ranked.tier() {
                Tier::Fuzzy => ranked.scored(search.letters_score(ranked.place())),
                Tier::Exact | Tier::Prefix | Tier::Word | Tier::Pinyin | Tier::Typo => ranked,
            });
        }
        if best.total == 0 && search.part() {
            sweep.sieves.clear();
            search.level = Level::Words;
            search.prepare();
            best = run(&search, &mut sweep)?;
        }
        if best.total == 0 && self.is_whole() && search.guess(&sweep, &mut notes) {
            sweep.sieves.clear();
            search.prepare();
            best = run(&search, &mut sweep)?;
            if best.total == 0 {
                notes.retain(|note| !matches!(note, Note::DidYouMean { .. }));
            }
        }
        Some(self.found(best, notes))
    }

    /// What of the names reads nearly as `typed`, as pinyin with a slip of the finger.
    fn reads_nearly(&self, typed: &str) -> Vec<String> {
        let (wanted, most) = sound::wanted(typed);
        let one = |segment: &Arc<Segment>| {
            let marks = segment.marks.iter().enumerate();
            let places = marks.filter(|(_, mark)| lacks(wanted, mark.pinyin) <= most);
            let entries = places.flat_map(|(at, _)| segment.names.entries(at));
            let near = entries.filter_map(|entry| {
                let near = sound::nearest(typed, entry.text)?;
                Some((near.slips, entry.text.get(near.range())?.to_owned()))
            });
            near.collect::<BTreeSet<_>>()
        };
        if !sound::may_slip(typed) {
            return Vec::new();
        }
        let segments = &self.segments;
        let each: Vec<BTreeSet<(usize, String)>> = if segments.len() <= 1 {
            segments.iter().map(one).collect()
        } else {
            segments.par_iter().map(one).collect()
        };
        let all: BTreeSet<(usize, String)> = each.into_iter().flatten().collect();
        let least = all.first().map(|(slips, _)| *slips);
        let best = all.into_iter().filter(|(slips, _)| Some(*slips) == least);
        best.take(MOST).map(|(_, text)| text).collect()
    }

    fn found(&self, best: Best, notes: Vec<Note>) -> Found {
        let total = best.total;
        let ranked = best.sorted();
        let settled = ranked.first().is_some_and(|first| first.is_plain());
        let weak = ranked.iter().position(|ranked| settled && ranked.is_weak());
        let hit = |ranked: &Ranked| {
            Some(Hit {
                node: *self.nodes.get(ranked.place())?,
                tier: ranked.tier(),
                score: i64::from(ranked.score()),
                field: Field::of_tag(ranked.tag),
            })
        };
        Found {
            weak: weak.unwrap_or(ranked.len()),
            hits: ranked.iter().filter_map(hit).collect(),
            total,
            notes,
        }
    }

    /// The bodies that `value`, which is folded, names: those of the best tier.
    pub(super) fn bodies_named(&self, plan: &Plan, value: &str) -> Vec<BodyId> {
        let words = split(value)
            .into_iter()
            .map(|text| Word { text, exact: false });
        let mut search = Search::new(self, plan, words.map(|word| Term::new(&word)).collect());
        search.level = Level::Letters;
        let found: Vec<(Tier, BodyId)> = plan
            .bodies()
            .filter_map(|(id, _)| {
                let (segment, at) = self.at(plan.place(Node::Body(id)))?;
                let ranked = search.evaluate(segment, at, false)?;
                ranked.is_called().then(|| (ranked.tier(), id))
            })
            .collect();
        let least = found.iter().map(|(tier, _)| *tier).min();
        let best = found.into_iter().filter(|(tier, _)| Some(*tier) == least);
        best.map(|(_, id)| id).collect()
    }
}

impl Search<'_> {
    /// All nodes, in as many threads as help.
    fn run(&self, sweep: &mut Sweep, cancelled: Cancelled<'_>) -> Option<Best> {
        let limit = Limit::new();
        let about = sweep.about;
        let one = |(segment, sieves): (&Arc<Segment>, &mut Vec<Sieve>)| {
            (!cancelled()).then(|| self.segment(segment, sieves, about, &limit))
        };
        let segments = &self.index.segments;
        sweep.sieves.resize_with(segments.len(), Vec::new);
        if segments.len() <= 1 {
            let mut each = segments.iter().zip(&mut sweep.sieves).map(one);
            each.try_fold(Best::default(), |all, best| Some(all.join(best?)))
        } else {
            let each = segments.par_iter().zip(&mut sweep.sieves).map(one);
            let best = each.try_reduce(Best::default, |all, best| Some(all.join(best)))?;
            self.keep(sweep);
            Some(best)
        }
    }

    /// Remembers where the letters of the words stand, for the next query.
    fn keep(&self, sweep: &Sweep) {
        for (number, term) in self.terms.iter().enumerate() {
            for (place, needle) in term.needles.iter().enumerate() {
                if needle.bytes().len() < 2 {
                    // Single letters are found by other means.
                    continue;
                }
                let each = sweep.sieves.iter().map(|sieves| sieves.get(number));
                let letters = each.map(|sieve| sieve?.letters(place));
                let letters: Option<Vec<(&Bits, Option<&Bits>)>> = letters.collect();
                let Some(letters) = letters else { return };
                let names = letters.iter().map(|(names, _)| (*names).clone());
                let about: Option<Vec<Bits>> =
                    letters.iter().map(|(_, about)| about.cloned()).collect();
                let memory = &self.index.memory;
                memory.keep(needle.bytes(), names.collect(), about.map(Into::into));
            }
        }
    }

    /// What is known of the nodes that can hold a needle of a word.
    pub(super) fn known(&self, number: usize, needle: usize) -> Option<&Known> {
        self.known.get(number)?.get(needle)?.as_ref()
    }

    fn segment(
        &self,
        segment: &Segment,
        sieves: &mut Vec<Sieve>,
        about: bool,
        limit: &Limit,
    ) -> Best {
        let bits = self.sift(segment, sieves, about);
        let mut best = Best::default();
        for at in bits.iter().filter(|&at| self.passes(segment, at)) {
            let most = self.at_most(segment, at, sieves);
            if most.is_some_and(|most| limit.is_beyond(most)) {
                best.total += 1;
            } else if let Some(ranked) = self.evaluate(segment, at, about) {
                debug_assert!(most.is_none_or(|most| most <= ranked), "a bound is a bound");
                best.push(ranked, limit);
            } else {
                debug_assert!(most.is_none(), "what is counted matches");
            }
        }
        best
    }

    /// The nodes of a segment that may hold every word.
    fn sift(&self, segment: &Segment, sieves: &mut Vec<Sieve>, about: bool) -> Bits {
        let fresh = sieves.is_empty();
        let mut left = Bits::first(segment.len());
        for number in 0..self.terms.len() {
            if fresh {
                sieves.push(Sieve::of(self, number, segment));
            }
            let Some(sieve) = sieves.get_mut(number) else {
                continue;
            };
            sieve.refresh(self, segment, number);
            if !about {
                left.meet(&sieve.all());
            }
        }
        if about && self.level == Level::Words {
            for (number, sieve) in sieves.iter_mut().enumerate() {
                sieve.in_about(self, number, segment, &left);
                left.meet(&sieve.all());
            }
        } else if self.level == Level::Letters {
            self.loose(segment, sieves, &mut left);
        }
        left
    }

    /// Keeps the nodes that may hold every word, spelt as it is or in a loose way.
    fn loose(&self, segment: &Segment, sieves: &mut [Sieve], left: &mut Bits) {
        for (number, (term, sieve)) in self.terms.iter().zip(sieves).enumerate() {
            sieve.in_about(self, number, segment, left);
            let mut fits = sieve.all();
            let mut open = left.clone();
            open.without(&fits);
            for at in open.iter() {
                if Search::is_loose(term, segment, at) {
                    fits.set(at);
                }
            }
            left.meet(&fits);
        }
    }

    /// The best rank that a node can have; `None` where that is not known, or not even whether it
    /// matches.
    fn at_most(&self, segment: &Segment, at: usize, sieves: &[Sieve]) -> Option<Ranked> {
        if self.level == Level::Letters || self.terms.iter().any(Term::is_guessed) {
            return None;
        }
        // Units and contacts of an overlay lie with what is said about a node, and rank above it.
        let least = if self.plan.overlays().is_empty() {
            Class::About
        } else {
            Class::Body
        };
        let class = |sieve: &Sieve| {
            if sieve.names.has(at) {
                Class::Name
            } else if sieve.kinds.has(at) {
                Class::Alias
            } else if sieve.bodies.has(at) {
                Class::Body
            } else {
                least
            }
        };
        // The name of a body may be typed without its first words.
        let body = segment
            .marks
            .get(at)
            .is_some_and(|mark| mark.rank == Rank::Body);
        let begins = body || sieves.iter().any(|sieve| sieve.begins.has(at));
        let worth = Worth {
            tier: if begins { Tier::Exact } else { Tier::Word },
            grade: 0,
            class: sieves
                .iter()
                .map(class)
                .max()
                .filter(|_| !begins)
                .unwrap_or(Class::Name),
            score: term::MOST,
            tag: 0,
        };
        Some(self.ranked(segment, at, worth))
    }

    /// Whether filters and exclusions let a node through.
    fn passes(&self, segment: &Segment, at: usize) -> bool {
        if self.filters.is_empty() && self.nots.is_empty() {
            return true;
        }
        let node = self.index.nodes.get(segment.first + at);
        node.is_some_and(|&node| self.filters.let_through(self.plan, node))
            && !self.nots.iter().any(|term| self.holds(term, segment, at))
    }

    fn run_plainly(&self, about: bool) -> Best {
        let limit = Limit::new();
        let mut best = Best::default();
        for segment in self.index.segments.iter() {
            for at in 0..segment.len() {
                if self.passes(segment, at)
                    && let Some(ranked) = self.evaluate(segment, at, about)
                {
                    best.push(ranked, &limit);
                }
            }
        }
        best
    }

    /// Adds what may have been meant by the words that the plan does not know; whether there is
    /// anything to add.
    fn guess(&mut self, sweep: &Sweep, notes: &mut Vec<Note>) -> bool {
        let unknown: Vec<bool> = (0..self.terms.len())
            .map(|number| !self.is_known(sweep, number))
            .collect();
        let mut any = false;
        let index = self.index;
        for (term, unknown) in self.terms.iter_mut().zip(unknown) {
            if !unknown || !term.is_loose() {
                continue;
            }
            let read = || index.reads_nearly(&term.text);
            let meant = index.vocabulary().meant(&term.text, read);
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

    /// Whether a word stands in some text, in any spelling, or some name reads so.
    fn is_known(&self, sweep: &Sweep, number: usize) -> bool {
        let Some(term) = self.terms.get(number) else {
            return true;
        };
        let holds = |texts: &Texts| {
            let mut needles = term.needles.iter();
            needles.any(|needle| needle.next(texts.bytes(), 0).is_some())
        };
        let is_read = |segment: &Arc<Segment>| {
            (0..segment.len()).any(|at| Search::is_read(term, segment, at))
        };
        let spelt = |(at, segment): (usize, &Arc<Segment>)| {
            let sieve = sweep.sieves.get(at).and_then(|sieves| sieves.get(number));
            match sieve {
                Some(sieve) if sieve.swept => !sieve.names.is_empty() || !sieve.about.is_empty(),
                Some(_) | None => holds(&segment.names) || holds(&segment.about),
            }
        };
        let segments = &self.index.segments;
        segments.iter().enumerate().any(spelt) || segments.iter().any(is_read)
    }
}
