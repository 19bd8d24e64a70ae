//! The steps of a search, strictest first: a looser one is taken only if those before it leave the
//! query open.

use std::collections::BTreeSet;
use std::ops::Range;

use super::field::FieldClass;
use super::fuzzy::mask;
use super::ids::terms;
use super::index::{Cancelled, each_text};
use super::loose::reads_as;
use super::matcher::Search;
use super::nearest::{Nearest, nearest};
use super::pattern::Term;
use super::rank::{Best, MAX_HITS, RankedHit};
use super::reading::Reading;
use super::segment_chinese::segment_terms;
use super::{Counts, Found, Hit, Index, Tier, pinyin_typos};
use crate::model::{BodyId, Node, Plan, Role};
use crate::query::fold::{folded, with_symbols};
use crate::query::function_words::is_function;
use crate::query::typos::{MAX_SUGGESTIONS, lacks};
use crate::query::{FilterName, Note, Part, Query};

/// Shorter words may be first letters of others.
const MIN_RIGHT: usize = 4;

/// What the steps work on.
struct Progress<'a> {
    search: Search<'a>,
    best: Best,
    notes: Vec<Note>,
    cancelled: Cancelled<'a>,
    query: &'a Query,
    nearest: Nearest,
}

/// Sets the search up for the next run. Returns false if it has nothing to add to what was found.
type RunTier = fn(&mut Progress<'_>) -> bool;

/// All steps in their order.
const STEPS: &[RunTier] = &[
    names,
    descriptions,
    pinyin_and_letters,
    chinese_parts,
    corrections,
];

/// Searches names, kinds and responsible bodies.
fn names(_: &mut Progress<'_>) -> bool {
    true
}

/// Searches descriptions too, unless there are more hits than are kept, or only small words.
fn descriptions(progress: &mut Progress<'_>) -> bool {
    let terms = &progress.search.terms;
    let small = !terms.is_empty() && terms.iter().all(Term::is_small);
    progress.search.in_descriptions = progress.best.total < MAX_HITS && !small;
    progress.search.in_descriptions
}

/// Matches by pinyin and letters too, unless a hit is plain.
fn pinyin_and_letters(progress: &mut Progress<'_>) -> bool {
    let search = &mut progress.search;
    search.loose = !progress.best.is_settled() && search.terms.iter().any(Term::is_loose);
    if search.loose && search.terms.len() > 1 {
        // The letters of a right word are not those of another one.
        let thesaurus = search.index.thesaurus(search.plan);
        let known = |term: &&mut Term| {
            is_function(&term.text)
                || term.text.len() >= MIN_RIGHT && thesaurus.is_right(&term.text)
        };
        search
            .terms
            .iter_mut()
            .filter(known)
            .for_each(Term::be_strict);
    }
    search.loose
}

/// Divides Chinese words, if nothing was found.
fn chinese_parts(progress: &mut Progress<'_>) -> bool {
    let search = &mut progress.search;
    if progress.best.total > 0 {
        return false;
    }
    let Some(parts) = segment_terms(search.index, &search.terms) else {
        return false;
    };
    search.terms = parts;
    search.divided = true;
    search.loose = false;
    true
}

/// Corrects words that the plan does not have, if nothing was found.
fn corrections(progress: &mut Progress<'_>) -> bool {
    // If it was cancelled, the run that follows ends at once.
    progress.best.total == 0 && (correct(progress).unwrap_or(true) || (progress.cancelled)())
}

/// Adds the corrections. Returns false if there are none, `None` if it was cancelled.
fn correct(progress: &mut Progress<'_>) -> Option<bool> {
    let (index, plan) = (progress.search.index, progress.search.plan);
    let cancelled = progress.cancelled;
    let mut any = false;
    for term in &mut progress.search.terms {
        let known = index.thesaurus(plan).is_right(&term.text);
        if !term.is_loose() || known || index.has_word(term, cancelled)? {
            continue;
        }
        let by_pinyin = || index.reads_nearly(&term.text, cancelled);
        let suggestions = index
            .vocabulary(cancelled)?
            .suggestions(&term.text, by_pinyin);
        if suggestions.is_empty() {
            continue;
        }
        any = true;
        for word in &suggestions {
            term.add_correction(word);
        }
        progress.notes.push(Note::DidYouMean {
            typed: term.text.clone(),
            suggestions,
        });
    }
    Some(any)
}

/// Takes the steps in their order; each replaces what those before it found. `None` if it was
/// cancelled.
fn search_tiers(progress: &mut Progress<'_>) -> Option<()> {
    for step in STEPS {
        if step(progress) {
            progress.search.prepare();
            progress.best = progress.search.run(progress.cancelled)?;
        }
        if progress.search.divided && !progress.best.is_settled() {
            // Parts that only descriptions have may have nothing to do with each other.
            progress.best = Best::default();
        }
    }
    if progress.best.total == 0 && !progress.query.words.iter().any(|word| word.exact) {
        progress.nearest = nearest(&progress.search, progress.query, progress.cancelled)?;
        progress.best = std::mem::take(&mut progress.nearest.best);
    }
    Some(())
}

impl Index {
    /// Returns the nodes that match `query`, best first.
    #[must_use]
    pub fn search(&self, plan: &Plan, query: &Query) -> Found {
        let found = self.search_until(plan, query, &|| false);
        found.expect("it is never cancelled")
    }

    /// Returns the nodes that match `query`, best first; `None` once `cancelled` returns true, which is
    /// asked every few thousand nodes.
    #[must_use]
    pub fn search_until(
        &self,
        plan: &Plan,
        query: &Query,
        cancelled: &(dyn Fn() -> bool + Sync),
    ) -> Option<Found> {
        let mut plain = None;
        for reading in self.readings(plan, query) {
            if reading.yields {
                let found = match plain.take() {
                    Some(found) => found,
                    None => self.search_words(plan, query, cancelled)?,
                };
                if has_item_so_named(&found) {
                    return Some(found);
                }
                plain = Some(found);
            }
            let mut found = self.search_read(plan, &reading, cancelled)?;
            let subjects = usize::from(reading.subject.is_some());
            if reading.widens && found.hits.len() <= subjects {
                let wide = self.search_read(plan, &reading.of_all_kinds(), cancelled)?;
                found = if wide.hits.len() > subjects {
                    wide
                } else {
                    found
                };
            }
            if reading.on_indicator && !has_item_so_named(&found) {
                continue;
            }
            if found.hits.is_empty() && !reading.rest.is_empty() {
                // What is found by the words stands all the same.
                let words = match plain {
                    Some(found) => found,
                    None => self.search_words(plan, query, cancelled)?,
                };
                return Some(Found {
                    notes: found.notes,
                    ..words
                });
            }
            return Some(found);
        }
        let found = match plain {
            Some(found) => found,
            None => self.search_words(plan, query, cancelled)?,
        };
        if found.hits.is_empty() {
            let known = self.search_pinyin(plan, query, cancelled)?;
            return Some(known.unwrap_or(found));
        }
        Some(found)
    }

    /// Searches for those words of a query that are pinyin of names, where the others are not known.
    /// `Some(None)` if there are none.
    #[expect(
        clippy::option_option,
        reason = "the outer one says that it was cancelled"
    )]
    fn search_pinyin(
        &self,
        plan: &Plan,
        query: &Query,
        cancelled: Cancelled<'_>,
    ) -> Option<Option<Found>> {
        const FEWEST_LETTERS: usize = 6;
        const MOST_WORDS: usize = 4;
        let words = &query.words;
        if !(2..=MOST_WORDS).contains(&words.len()) {
            return Some(None);
        }
        let mut known = query.clone();
        known.words.clear();
        known.id_words.clear();
        let mut others = Vec::new();
        for word in words {
            let alone = Query {
                words: vec![word.clone()],
                ..known.clone()
            };
            let is_pinyin = word.text.len() >= FEWEST_LETTERS && {
                let found = self.search_words(plan, &alone, cancelled)?;
                let first = found.hits.first();
                first.is_some_and(|hit| hit.tier == Tier::Pinyin)
            };
            if is_pinyin {
                known.words.push(word.clone());
            } else {
                others.push(word.text.clone());
            }
        }
        if known.words.is_empty() || others.is_empty() {
            return Some(None);
        }
        let mut found = self.search_words(plan, &known, cancelled)?;
        found.notes.push(Note::NotRead(others));
        Some(Some(found))
    }

    /// Answers a question about a set.
    fn search_read(
        &self,
        plan: &Plan,
        reading: &Reading,
        cancelled: Cancelled<'_>,
    ) -> Option<Found> {
        let mut parts = reading.parts.clone();
        if !reading.rest.is_empty() {
            parts.push(Part::Words(reading.rest.join(" ")));
        }
        let mut found = if reading.ranking {
            self.most(plan, reading)
        } else {
            self.search_words(plan, &reading.query, cancelled)?
        };
        let full = |hit: &Hit| hit.tier < Tier::Typo;
        if !reading.on_indicator && !found.hits.first().is_some_and(full) {
            let known = |word: &str| self.has_word(&Term::loose(word), cancelled);
            let words = reading.query.words.iter().map(|word| word.text.clone());
            let unread: Vec<String> = words.filter(|word| known(word) == Some(false)).collect();
            if !unread.is_empty() {
                // What the plan does not have beside the filters is not understood.
                let mut query = reading.query.clone();
                query.words.clear();
                found = self.search_words(plan, &query, cancelled)?;
                found.notes.push(Note::NotRead(unread));
                parts.clone_from(&reading.parts);
            }
        }
        if let Some(body) = reading.subject {
            found.hits.insert(0, Hit::of(Node::Body(body), Tier::Exact));
            found.hits.truncate(MAX_HITS);
            found.total += 1;
            found.counts.bodies += 1;
            found.weak = found.hits.len();
        }
        if found.hits.is_empty() {
            let of_lead = |part: &Part| *part == Part::Filter(FilterName::Lead, "none".to_owned());
            let mut others = parts.iter().filter(|part| !of_lead(part));
            let of_kind = |part: &Part| matches!(part, Part::Filter(FilterName::Kind, _));
            found.notes.push(Note::NoneSuch {
                only_lead: parts.iter().any(of_lead) && others.all(of_kind),
                by_words: !reading.rest.is_empty(),
            });
        }
        found.notes.insert(0, Note::ReadAs(parts));
        Some(found)
    }

    /// Ranks the bodies by how much they lead of what passes the filters.
    fn most(&self, plan: &Plan, reading: &Reading) -> Found {
        let (filters, notes) = self.filters(plan, &reading.query);
        let mut counted: Vec<(usize, BodyId)> = plan
            .bodies()
            .map(|(id, _)| {
                let led = plan.responsibilities_of(id).filter(|charge| {
                    let item = matches!(charge.item, Node::Item(_));
                    let leads = charge.shown().role == Role::Lead;
                    item && leads && filters.let_through(plan, charge.item)
                });
                (led.count(), id)
            })
            .filter(|(count, _)| *count > 0)
            .collect();
        counted.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
        let hits: Vec<Hit> = counted
            .iter()
            .take(MAX_HITS)
            .map(|(count, id)| Hit {
                score: i64::try_from(*count).unwrap_or(i64::MAX),
                ..Hit::of(Node::Body(*id), Tier::Word)
            })
            .collect();
        Found {
            weak: hits.len(),
            total: counted.len(),
            counts: Counts {
                bodies: counted.len(),
                ..Counts::default()
            },
            hits,
            notes,
        }
    }

    fn search_words(&self, plan: &Plan, query: &Query, cancelled: Cancelled<'_>) -> Option<Found> {
        let (filters, notes) = self.filters(plan, query);
        let mut search = Search::new(self, plan, terms(self, plan, query));
        search.filters = filters;
        search.typed = folded(query.input());
        search.rest.clone_from(&query.rest);
        search.name_mask = mask(if query.rest.is_empty() {
            &search.typed
        } else {
            &query.rest
        });
        search.only_named =
            query.words.is_empty() && query.excluded.is_empty() && search.filters.is_empty();
        let has_operators = !(query.filters.is_empty() && query.excluded.is_empty());
        search.written = has_operators.then(|| query.input().trim().to_lowercase());
        search.excluded = query.excluded.iter().map(Term::new).collect();
        search.intent = query.intent();
        let mut progress = Progress {
            search,
            best: Best::default(),
            notes,
            cancelled,
            query,
            nearest: Nearest::default(),
        };
        search_tiers(&mut progress)?;
        let Progress {
            best,
            mut notes,
            mut nearest,
            ..
        } = progress;
        if best.total == 0 {
            notes.retain(|note| !matches!(note, Note::DidYouMean { .. }));
        }
        if !nearest.corrected && !nearest.words.is_empty() {
            notes.retain(|note| !matches!(note, Note::DidYouMean { .. }));
        }
        if !nearest.nowhere.is_empty() {
            notes.push(Note::Nowhere(std::mem::take(&mut nearest.nowhere)));
        }
        let (total, counts) = (best.total, best.counts);
        let mut ranked = best.sorted();
        if !query.symbols.is_empty() {
            // Symbols do not count, but what has them is meant.
            ranked.sort_by_cached_key(|hit| {
                (hit.is_weak(), !self.has_symbols(plan, hit.place, query))
            });
        }
        let settled = ranked.first().is_some_and(|first| first.is_plain());
        let weak = ranked.iter().position(|hit| settled && hit.is_weak());
        let hit = |ranked: &RankedHit| {
            Some(Hit {
                node: *self.nodes.get(ranked.place)?,
                tier: ranked.tier,
                score: i64::from(ranked.score()),
                field: ranked.field,
                near: nearest.near(ranked.place),
            })
        };
        let hits: Vec<Hit> = ranked.iter().filter_map(hit).collect();
        let first = hits.first().and_then(|first| first.near.as_ref());
        if let Some(near) = first.filter(|near| !near.lacks.is_empty()) {
            notes.push(Note::Nearest(near.lacks.clone()));
        }
        Some(Found {
            weak: weak.unwrap_or(ranked.len()),
            hits,
            total,
            counts,
            notes,
        })
    }

    /// Returns true if a name of a node holds what was typed, with its symbols.
    fn has_symbols(&self, plan: &Plan, place: usize, query: &Query) -> bool {
        let mut has = false;
        if let Some(&node) = self.nodes.get(place) {
            each_text(plan, node, &mut |field, text| {
                let is_name = field.class() <= FieldClass::Alias;
                let holds = |text: &str| query.symbols.iter().all(|word| text.contains(word));
                has |= is_name && holds(&with_symbols(text));
            });
        }
        has
    }

    /// Returns true if a text holds the word in one of its spellings, or a name reads as it.
    fn has_word(&self, term: &Term, cancelled: Cancelled<'_>) -> Option<bool> {
        let texts = [&self.names, &self.descriptions];
        let part = |places: Range<usize>| {
            let mut spans = texts.iter().map(|texts| texts.span(places.clone()));
            spans.any(|texts| term.is_in(texts))
                || places.into_iter().any(|place| reads_as(self, term, place))
        };
        self.in_chunks(cancelled, part, |one, other| one || other)
    }

    /// Returns what of the names reads as `typed` but for a typing error or two; the nearest ones.
    fn reads_nearly(&self, typed: &str, cancelled: Cancelled<'_>) -> Vec<String> {
        if !pinyin_typos::is_candidate(typed) {
            return Vec::new();
        }
        let (wanted, most) = pinyin_typos::wanted(typed);
        let part = |places: Range<usize>| {
            let mut near = BTreeSet::new();
            for place in places {
                let mark = self.marks.get(place);
                if mark.is_none_or(|mark| lacks(wanted, mark.pinyin) > most) {
                    continue;
                }
                for entry in self.names.entries(place) {
                    if let Some(run) = pinyin_typos::nearest(typed, entry.text)
                        && let Some(text) = entry.text.get(run.range())
                    {
                        near.insert((run.errors, text.to_owned()));
                    }
                }
            }
            near
        };
        let all = self.in_chunks(cancelled, part, |mut one, mut other| {
            one.append(&mut other);
            one
        });
        let all = all.unwrap_or_default();
        let least = all.first().map(|(errors, _)| *errors);
        let best = all.into_iter().filter(|(errors, _)| Some(*errors) == least);
        best.take(MAX_SUGGESTIONS).map(|(_, text)| text).collect()
    }
}

/// The first hit is an item or a document that has all words in its names.
fn has_item_so_named(found: &Found) -> bool {
    let first = found.hits.first();
    first.is_some_and(|hit| {
        let is_item = matches!(hit.node, Node::Item(_) | Node::Document(_));
        is_item && hit.tier <= Tier::Pinyin && hit.field.class() <= FieldClass::Alias
    })
}

impl Search<'_> {
    /// Evaluates all nodes; `None` once it is cancelled.
    fn run(&self, cancelled: Cancelled<'_>) -> Option<Best> {
        let part = |places: Range<usize>| {
            let mut best = Best::default();
            for place in places {
                if let Some(hit) = self.evaluate(place)
                    && self.passes(place)
                {
                    best.push(hit, self.index.marks.get(place).map(|mark| mark.rank));
                }
            }
            best
        };
        let best = self.index.in_chunks(cancelled, part, Best::join)?;
        Some(best.map(|hit| match hit.tier {
            Tier::Fuzzy => hit.with_score(self.fuzzy_score(hit.place)),
            Tier::Exact | Tier::Prefix | Tier::Word | Tier::Pinyin | Tier::Typo | Tier::Nearest => {
                hit
            }
        }))
    }
}
