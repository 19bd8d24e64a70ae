//! What answers where only a part of a query is in the plan.

use super::asked::words_of;
use super::index::Cancelled;
use super::{Found, Index};
use crate::model::{Node, Plan};
use crate::query::{Note, Query, Word, is_beside_symbol};

impl Index {
    /// Searches for what stands beside ids, or beside letters with a symbol, of which the plan has nothing.
    /// `Some(None)` if there are none.
    #[expect(
        clippy::option_option,
        reason = "the outer one says that it was cancelled"
    )]
    pub(super) fn search_part(
        &self,
        plan: &Plan,
        query: &Query,
        cancelled: Cancelled<'_>,
    ) -> Option<Option<Found>> {
        if !query.can_ask() {
            return Some(None);
        }
        match ids_beside(plan, query) {
            Some(found) => Some(Some(found)),
            None => self.search_beside_symbols(plan, query, cancelled),
        }
    }

    /// Searches for the words without those of letters with a symbol: `c++ in schools`.
    #[expect(
        clippy::option_option,
        reason = "the outer one says that it was cancelled"
    )]
    fn search_beside_symbols(
        &self,
        plan: &Plan,
        query: &Query,
        cancelled: Cancelled<'_>,
    ) -> Option<Option<Found>> {
        let tokens = query.input().split_whitespace();
        let (with, without): (Vec<&str>, Vec<&str>) =
            tokens.partition(|part| is_beside_symbol(part));
        let rest = Query::parse(&without.join(" ")).on(query.today);
        if with.is_empty() || rest.words.is_empty() {
            return Some(None);
        }
        let mut found = self.search_until(plan, &rest, cancelled)?;
        let mut nowhere: Vec<String> = with.into_iter().map(str::to_owned).collect();
        for note in &mut found.notes {
            if let Note::Nowhere(others) = note {
                nowhere.append(others);
            }
        }
        found.notes.retain(|note| !matches!(note, Note::Nowhere(_)));
        found.notes.push(Note::Nowhere(nowhere));
        Some(Some(found))
    }
}

/// Returns what the ids in a query name, if there are any; the other words are not read.
fn ids_beside(plan: &Plan, query: &Query) -> Option<Found> {
    let is_id = |word: &Word| word.text.ends_with(|c: char| c.is_ascii_digit());
    let node = |word: &Word| plan.find(&word.text).filter(|_| is_id(word));
    let words = words_of(query);
    let (ids, others): (Vec<Word>, Vec<Word>) =
        words.into_iter().partition(|word| node(word).is_some());
    let mut nodes: Vec<Node> = Vec::new();
    for found in ids.iter().filter_map(node) {
        if !nodes.contains(&found) {
            nodes.push(found);
        }
    }
    if nodes.is_empty() || !query.filters.is_empty() || !query.excluded.is_empty() {
        return None;
    }
    let others: Vec<String> = others.into_iter().map(|word| word.text).collect();
    Some(Found {
        notes: vec![Note::NotRead(others)],
        ..Found::just(&nodes)
    })
}
