//! The nodes of which a query is a whole name. They stand first, whatever else the query may ask.

use std::hash::{DefaultHasher, Hash, Hasher};

use super::field::{Field, FieldClass};
use super::index::each_text;
use super::rank::MatchScore;
use super::{Index, Tier};
use crate::model::Plan;
use crate::query::Query;
use crate::query::fold::folded;

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
}

/// Returns true for a field of the names of a node.
fn is_called(field: Field) -> bool {
    field.class() <= FieldClass::Alias
}
