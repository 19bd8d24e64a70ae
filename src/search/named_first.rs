//! What has all that was typed as a whole name stands first, whatever the query may ask.

use super::answer::set_by_words;
use super::ids::{spelt_id, words_of};
use super::named::Named;
use super::rank::{MAX_HITS, RankedHit};
use super::{Found, Hit, Index, Tier};
use crate::model::{Node, Plan};
use crate::query::{Intent, Note, Query};

impl Index {
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
        // All that was typed is the name: no part of it was left, and it asks for no number.
        let is_of_part = |note: &Note| matches!(note, Note::NotRead(_) | Note::NoSuchId { .. });
        self.notes.retain(|note| !is_of_part(note));
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
