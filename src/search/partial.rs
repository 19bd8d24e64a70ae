//! What answers where only a part of a query is in the plan.

use super::ids::words_of;
use super::index::Cancelled;
use super::{Found, Index, Tier};
use crate::model::{Node, Plan};
use crate::query::{Note, Query, Word, is_beside_symbol};

impl Index {
    /// Searches for what stands beside ids, beside letters with a symbol, of which the plan has nothing, or
    /// for pinyin beside `words` that find nothing. `Some(None)` if there are none.
    #[expect(
        clippy::option_option,
        reason = "the outer one says that it was cancelled"
    )]
    pub(super) fn search_part(
        &self,
        plan: &Plan,
        query: &Query,
        words: &Found,
        cancelled: Cancelled<'_>,
    ) -> Option<Option<Found>> {
        if query.can_ask()
            && let Some(found) = ids_beside(plan, query)
        {
            return Some(Some(found));
        }
        if query.can_ask()
            && let Some(found) = self.search_beside_symbols(plan, query, cancelled)?
        {
            return Some(Some(found));
        }
        if words.hits.is_empty() {
            return self.search_pinyin(plan, query, cancelled);
        }
        Some(None)
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
    let unread = (!others.is_empty()).then_some(Note::NotRead(others));
    Some(Found {
        notes: unread.into_iter().collect(),
        ..Found::just(&nodes)
    })
}
