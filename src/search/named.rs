//! The nodes of which a query is a whole name. They stand first, whatever else the query may ask.

use std::hash::{DefaultHasher, Hash, Hasher};

use super::answer::set_by_words;
use super::asked::words_of;
use super::field::{Field, FieldClass};
use super::ids::spelt_id;
use super::index::each_text;
use super::rank::{MAX_HITS, MatchScore, RankedHit};
use super::{Found, Hit, Index, Tier};
use crate::model::{Node, Plan};
use crate::query::fold::folded;
use crate::query::{Intent, Note, Query};

/// The nodes by the hashes of their folded whole names.
#[derive(Debug, Default)]
pub(super) struct WholeNames {
    /// Hashes with the places of the nodes; in order once all are there.
    places: Vec<(u32, u32)>,
}

impl WholeNames {
    pub(super) fn add(&mut self, text: &str, place: usize) {
        let place = u32::try_from(place).unwrap_or(u32::MAX);
        self.places.push((hash(text), place));
    }

    /// Puts them in order, as they are looked up.
    pub(super) fn close(&mut self) {
        self.places.sort_unstable();
        self.places.dedup();
        self.places.shrink_to_fit();
    }

    /// The places of the nodes that may have this name, in plan order.
    fn places(&self, text: &str) -> impl Iterator<Item = usize> {
        let wanted = hash(text);
        let first = self.places.partition_point(|(hash, _)| *hash < wanted);
        let from = self.places.get(first..).unwrap_or_default();
        let same = from.iter().take_while(move |(hash, _)| *hash == wanted);
        same.filter_map(|(_, place)| usize::try_from(*place).ok())
    }
}

fn hash(text: &str) -> u32 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    u32::try_from(hasher.finish() >> 32).unwrap_or_default()
}

/// A node of which a query is a whole name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Named {
    pub(super) place: usize,
    /// How well it matches.
    pub(super) score: MatchScore,
    /// All that was typed is the name, what looks like filters too.
    pub(super) is_written: bool,
}

impl Index {
    /// Returns the places of the nodes of which a folded text is a whole name, in plan order.
    pub(super) fn places_named(&self, text: &str) -> impl Iterator<Item = usize> {
        let places = self.whole_names.places(text);
        places.filter(move |&place| self.names.entries(place).any(|entry| entry.text == text))
    }

    /// Returns the nodes of which all that was typed is a whole name, or one of these `parts` of it, in
    /// plan order.
    pub(super) fn nodes_named(&self, plan: &Plan, query: &Query, parts: &[&str]) -> Vec<Named> {
        let typed = folded(query.input());
        let has_operators = !(query.filters.is_empty() && query.excluded.is_empty());
        let is_meant = |place: &usize| !has_operators || self.is_written(plan, query, *place);
        let written = self.places_named(&typed).filter(is_meant);
        let mut named: Vec<Named> = written
            .filter_map(|place| self.named_at(place, &typed, true))
            .collect();
        for &part in parts.iter().filter(|part| **part != typed) {
            let places = self.places_named(part);
            named.extend(places.filter_map(|place| self.named_at(place, part, false)));
        }
        named.sort_by_key(|one| (one.place, !one.is_written, one.score));
        named.dedup_by_key(|one| one.place);
        named
    }

    fn named_at(&self, place: usize, text: &str, is_written: bool) -> Option<Named> {
        let same = self.names.entries(place).filter(|entry| entry.text == text);
        let scores = same.map(|entry| MatchScore::new(Tier::Exact, 0, entry.field, 100));
        Some(Named {
            place,
            score: scores.min()?,
            is_written,
        })
    }

    /// Returns true if all that was typed, operators and all, is a name of the node as it is written.
    fn is_written(&self, plan: &Plan, query: &Query, place: usize) -> bool {
        let typed = query.input().trim().to_lowercase();
        let mut is_written = false;
        if let Some(&node) = self.nodes.get(place) {
            each_text(plan, node, &mut |field, text| {
                is_written |= is_called(field) && text.to_lowercase() == typed;
            });
        }
        is_written
    }

    /// Puts what has all that was typed as a whole name in front of what answers it as a question; the
    /// item of an id that is typed in words stays before it.
    pub(super) fn put_named_first(&self, plan: &Plan, query: &Query, found: &mut Found) {
        let mut named = self.nodes_named(plan, query, &[&query.plain()]);
        let first = found.hits.first().map(|hit| plan.place(hit.node));
        let is_first = |one: &Named| Some(one.place) == first;
        if named.is_empty() || named.iter().any(is_first) {
            return;
        }
        let (filters, _) = self.filters(plan, query);
        named.retain(|one| {
            let is_through = || {
                let node = self.nodes.get(one.place);
                query.excluded.is_empty()
                    && node.is_some_and(|&node| filters.let_through(plan, node))
            };
            let has_signs =
                || query.symbols.is_empty() || self.has_symbols(plan, one.place, &query.symbols);
            (one.is_written || is_through()) && has_signs()
        });
        let mut ranked: Vec<RankedHit> = named
            .iter()
            .filter_map(|one| {
                let rank = self.marks.get(one.place)?.rank;
                Some(RankedHit::new(false, one.score, rank, one.place))
            })
            .collect();
        ranked.sort_unstable();
        let hits = ranked.iter().filter_map(|ranked| {
            Some(Hit {
                score: i64::from(ranked.score()),
                field: ranked.field,
                ..Hit::of(*self.nodes.get(ranked.place)?, ranked.tier)
            })
        });
        let is_plain = query.intent() == Intent::Any;
        let id = is_plain.then(|| spelt_id(self, plan, &words_of(query)));
        let id = id.flatten().and_then(|id| plan.find(&id));
        found.put_in_front(hits.collect(), id);
    }
}

/// Returns true for a field of the names of a node.
fn is_called(field: Field) -> bool {
    field.class() <= FieldClass::Alias
}

impl Found {
    /// Puts what is named in front, behind the node of an `id`, unless it stands there.
    fn put_in_front(&mut self, mut named: Vec<Hit>, id: Option<Node>) {
        named.truncate(MAX_HITS - 1);
        let first = |hits: &[Hit]| hits.first().map(|hit| hit.node);
        let front = usize::from(id.is_some() && first(&self.hits) == id);
        if front > 0 {
            named.retain(|one| Some(one.node) != id);
        }
        let next = self.hits.get(front..).and_then(first);
        let nodes: Vec<Node> = named.iter().map(|one| one.node).collect();
        let is_named = |node: Node| nodes.contains(&node);
        if named.is_empty() || next.is_some_and(is_named) {
            return;
        }
        if self.hits.first().is_none_or(|hit| hit.tier >= Tier::Typo) {
            // All of its words are there, and right.
            let is_guess = |note: &Note| {
                matches!(
                    note,
                    Note::Nearest(_) | Note::Nowhere(_) | Note::DidYouMean { .. }
                )
            };
            self.notes.retain(|note| !is_guess(note));
            set_by_words(&mut self.notes, &|_| true);
        }
        let weak = self.hits.iter().take(self.weak);
        self.weak = weak.filter(|hit| !is_named(hit.node)).count() + named.len();
        let is_new = |node: &Node| self.hits.iter().all(|hit| hit.node != *node);
        let new: Vec<Node> = named.iter().map(|one| one.node).filter(is_new).collect();
        let new = Found::just(&new);
        self.total += new.total;
        self.counts.items += new.counts.items;
        self.counts.bodies += new.counts.bodies;
        self.counts.documents += new.counts.documents;
        self.hits.retain(|hit| !is_named(hit.node));
        self.hits.splice(front..front, named);
        self.hits.truncate(MAX_HITS);
        self.weak = self.weak.min(self.hits.len());
    }
}
