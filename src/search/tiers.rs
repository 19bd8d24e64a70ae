//! The steps of a search, strictest first: a looser one is taken only if those before it leave the
//! query open.

use std::collections::BTreeSet;
use std::ops::Range;

use super::asked_of::asked_of;
use super::field::FieldClass;
use super::ids::terms;
use super::index::{Cancelled, Stopped, each_text};
use super::loose::reads_as;
use super::matcher::Search;
use super::nearest::{Nearest, nearest};
use super::pattern::Term;
use super::rank::{Best, MAX_HITS, RankedHit};
use super::segment_chinese::segment_terms;
use super::{Found, Hit, Index, Tier};
use crate::model::Plan;
use crate::query::filter::Filters;
use crate::query::fold::{is_symbol, with_symbols};
use crate::query::function_words::is_function;
use crate::query::pinyin_typos;
use crate::query::typos::{MAX_SUGGESTIONS, lacks};
use crate::query::{Note, Query};

/// Shorter words may be first letters of others.
const MIN_RIGHT: usize = 4;

/// What the steps work on.
struct TierSearch<'a> {
    search: Search<'a>,
    best: Best,
    notes: Vec<Note>,
    cancelled: Cancelled<'a>,
    query: &'a Query,
    nearest: Nearest,
}

/// Sets the search up for the next run. Returns false if it has nothing to add to what was found.
type RunTier = fn(&mut TierSearch<'_>) -> bool;

/// All steps in their order.
const STEPS: &[RunTier] = &[
    names,
    descriptions,
    pinyin_and_letters,
    chinese_parts,
    corrections,
];

/// Searches names, kinds and responsible bodies.
fn names(_: &mut TierSearch<'_>) -> bool {
    true
}

/// Searches descriptions too, unless there are more hits than are kept, or only small words.
fn descriptions(progress: &mut TierSearch<'_>) -> bool {
    let terms = &progress.search.terms;
    let small = !terms.is_empty() && terms.iter().all(Term::is_small);
    progress.search.in_descriptions = progress.best.total < MAX_HITS && !small;
    progress.search.in_descriptions
}

/// Matches by pinyin and letters too, unless a hit is plain.
fn pinyin_and_letters(progress: &mut TierSearch<'_>) -> bool {
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
fn chinese_parts(progress: &mut TierSearch<'_>) -> bool {
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
fn corrections(progress: &mut TierSearch<'_>) -> bool {
    // If it was cancelled, the run that follows ends at once.
    progress.best.total == 0 && (correct(progress).unwrap_or(true) || (progress.cancelled)())
}

/// Adds the corrections. Returns false if there are none.
fn correct(progress: &mut TierSearch<'_>) -> Result<bool, Stopped> {
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
    Ok(any)
}

/// Takes the steps in their order; each replaces what those before it found.
fn search_tiers(progress: &mut TierSearch<'_>) -> Result<(), Stopped> {
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
    Ok(())
}

impl Index {
    /// Returns what has the words of `query` and passes its filters.
    pub(super) fn search_words(
        &self,
        plan: &Plan,
        query: &Query,
        cancelled: Cancelled<'_>,
    ) -> Result<Found, Stopped> {
        let (filters, notes) = self.filters(plan, query);
        let by_date = filters.is_by_date();
        let mut progress = TierSearch {
            search: self.search_for(plan, query, filters),
            best: Best::default(),
            notes,
            cancelled,
            query,
            nearest: Nearest::default(),
        };
        search_tiers(&mut progress)?;
        let TierSearch {
            best,
            mut notes,
            nearest,
            ..
        } = progress;
        if best.total == 0 {
            notes.retain(|note| !matches!(note, Note::DidYouMean { .. }));
        }
        if !nearest.corrected && !nearest.words.is_empty() {
            notes.retain(|note| !matches!(note, Note::DidYouMean { .. }));
        }
        if !nearest.nowhere.is_empty() {
            notes.push(Note::Nowhere(query.all_as_typed(&nearest.nowhere)));
        }
        let (total, counts) = (best.total, best.counts);
        let mut ranked = best.sorted();
        if !self.rank_by_symbols(plan, query, &mut ranked) {
            return Ok(Found {
                notes,
                ..Found::default()
            });
        }
        let settled = !by_date && ranked.first().is_some_and(|first| first.is_plain());
        let weak = ranked.iter().position(|hit| settled && hit.is_weak());
        let hit = |ranked: &RankedHit| {
            Some(Hit {
                node: *self.nodes.get(ranked.place)?,
                tier: ranked.tier,
                score: i64::from(ranked.score()),
                field: ranked.field,
                near: nearest.near(ranked.place),
                due: None,
            })
        };
        let mut hits: Vec<Hit> = ranked.iter().filter_map(hit).collect();
        if by_date {
            let (filters, _) = self.filters(plan, query);
            for hit in &mut hits {
                hit.due = filters.date(plan, hit.node);
            }
        }
        if query.words.is_empty() && !query.filters.is_empty() {
            // What a body no longer does comes last.
            let (filters, _) = self.filters(plan, query);
            hits.sort_by_cached_key(|hit| filters.is_over(plan, hit.node));
        }
        let first = hits.first().and_then(|first| first.near.as_ref());
        if let Some(near) = first.filter(|near| !near.lacks.is_empty()) {
            notes.push(Note::Nearest(query.all_as_typed(&near.lacks)));
        }
        Ok(Found {
            weak: weak.unwrap_or(ranked.len()),
            hits,
            total,
            counts,
            notes,
            by_date,
            asked_of: asked_of(&query.filters),
        })
    }

    fn search_for<'a>(&'a self, plan: &'a Plan, query: &Query, filters: Filters) -> Search<'a> {
        let mut search = Search::new(self, plan, terms(self, plan, query));
        search.filters = filters;
        search.named = self.nodes_named(plan, query, &[&query.rest, &query.plain()]);
        search.only_named =
            query.words.is_empty() && query.excluded.is_empty() && search.filters.is_empty();
        search.excluded = query.excluded.iter().map(Term::new).collect();
        search.intent = query.intent();
        search
    }

    /// Symbols do not count, but what has them is meant. Returns false if a letter with symbols stands
    /// nowhere as it was typed: `C++` is no other C.
    fn rank_by_symbols(&self, plan: &Plan, query: &Query, ranked: &mut [RankedHit]) -> bool {
        let symbols = &query.symbols;
        if symbols.is_empty() || ranked.is_empty() {
            return true;
        }
        let is_letter = |word: &&String| {
            let mut letters = word.chars().filter(|&c| !is_symbol(c));
            let is_latin = letters.next().is_some_and(|c| c.is_ascii_alphabetic());
            word.len() > 1 && is_latin && letters.next().is_none()
        };
        let letters: Vec<String> = symbols.iter().filter(is_letter).cloned().collect();
        let has = |hit: &RankedHit, words: &[String]| self.has_symbols(plan, hit.place, words);
        if !ranked.iter().any(|hit| has(hit, &letters)) {
            return false;
        }
        // In another language only the symbols are the same: `Internet+`, `互联网+`.
        let signs = symbols.iter().flat_map(|word| word.chars());
        let signs = signs.filter(|&c| is_symbol(c)).map(String::from);
        let signs: Vec<String> = signs.collect();
        let is_figure = |word: &&String| word.contains(|c: char| c.is_ascii_digit());
        let figures: Vec<&String> = symbols.iter().filter(is_figure).collect();
        let has_figures = |hit: &RankedHit| self.has_figures(plan, hit.place, &figures);
        ranked.sort_by_cached_key(|hit| {
            (
                !has_figures(hit),
                hit.is_weak(),
                !has(hit, symbols),
                !has(hit, &signs),
            )
        });
        true
    }

    /// Returns true if the texts of a node hold all of these figures with their signs, as in `3%`, which
    /// is no end of `13%`.
    fn has_figures(&self, plan: &Plan, place: usize, figures: &[&String]) -> bool {
        let Some(&node) = self.nodes.get(place).filter(|_| !figures.is_empty()) else {
            return false;
        };
        let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        let holds = |text: &str, figure: &str| {
            text.match_indices(figure).any(|(at, _)| {
                let (before, rest) = text.split_at(at);
                let after = &rest[figure.len()..];
                let ends = [figure.chars().next(), figure.chars().next_back()].map(is_digit);
                !(ends[0] && is_digit(before.chars().next_back())
                    || ends[1] && is_digit(after.chars().next()))
            })
        };
        let mut left = figures.to_vec();
        each_text(plan, node, &mut |_, text| {
            let text = with_symbols(text);
            left.retain(|figure| !holds(&text, figure));
        });
        left.is_empty()
    }

    /// Returns true if a name of a node holds all of these words, with their symbols.
    pub(super) fn has_symbols(&self, plan: &Plan, place: usize, words: &[String]) -> bool {
        let mut has = false;
        if let Some(&node) = self.nodes.get(place) {
            each_text(plan, node, &mut |field, text| {
                let is_name = field.class() <= FieldClass::Alias;
                let holds = |text: &str| words.iter().all(|word| text.contains(word));
                has |= is_name && holds(&with_symbols(text));
            });
        }
        has
    }

    /// Returns true if a text holds the word in one of its spellings, or a name reads as it.
    pub(super) fn has_word(&self, term: &Term, cancelled: Cancelled<'_>) -> Result<bool, Stopped> {
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

impl Search<'_> {
    /// Evaluates all nodes.
    fn run(&self, cancelled: Cancelled<'_>) -> Result<Best, Stopped> {
        let by_date = self.filters.is_by_date();
        let part = |places: Range<usize>| {
            let mut best = Best::default();
            for place in places {
                if let Some(hit) = self.evaluate(place)
                    && self.passes(place)
                {
                    let node = by_date.then(|| self.index.nodes[place]);
                    let urgency = node.map(|node| self.filters.urgency(self.plan, node));
                    let hit = urgency.map_or(hit, |urgency| hit.due(urgency));
                    best.push(hit, self.index.marks.get(place).map(|mark| mark.rank));
                }
            }
            best
        };
        let best = self.index.in_chunks(cancelled, part, Best::join)?;
        Ok(best.map(|hit| match hit.tier {
            Tier::Fuzzy => hit.with_score(self.fuzzy_score(hit.place)),
            Tier::Exact | Tier::Prefix | Tier::Word | Tier::Pinyin | Tier::Typo | Tier::Nearest => {
                hit
            }
        }))
    }
}
