//! What answers where only a part of a query is in the plan.

use super::ids::words_of;
use super::index::{Cancelled, Stopped};
use super::pattern::Term;
use super::{Found, Index, Tier};
use crate::model::{Node, Plan};
use crate::query::fold::folded;
use crate::query::question::{asked, may_be_skipped};
use crate::query::{Note, Query, Word, is_beside_symbol};

impl Index {
    /// Searches for what stands beside ids, beside letters with a symbol, of which the plan has nothing, or
    /// for pinyin beside `words` that find nothing. `None` if there are none.
    pub(super) fn search_part(
        &self,
        plan: &Plan,
        query: &Query,
        words: &Found,
        cancelled: Cancelled<'_>,
    ) -> Result<Option<Found>, Stopped> {
        if query.can_ask()
            && let Some(found) = self.ids_beside(plan, query)
        {
            return Ok(Some(found));
        }
        if query.can_ask()
            && let Some(found) = self.search_beside_symbols(plan, query, cancelled)?
        {
            return Ok(Some(found));
        }
        if words.hits.is_empty() {
            return self.search_pinyin(plan, query, cancelled);
        }
        Ok(None)
    }

    /// Searches for the words without those of letters with a symbol: `c++ in schools`.
    fn search_beside_symbols(
        &self,
        plan: &Plan,
        query: &Query,
        cancelled: Cancelled<'_>,
    ) -> Result<Option<Found>, Stopped> {
        let (mut with, mut without) = (Vec::new(), Vec::new());
        let mut any = false;
        for token in query.input().split_whitespace() {
            let letters = folded(token);
            let is_word = letters.len() > 1 && !letters.contains(' ');
            if !is_beside_symbol(token) {
                without.push(token.to_owned());
            } else if is_word && self.is_in_texts(&Term::whole(&letters)) {
                // `R&D` is a word of the plan.
                any = true;
                without.push(letters);
            } else {
                with.push(token);
            }
        }
        let rest = Query::parse(&without.join(" ")).on(query.today);
        if with.is_empty() && !any || rest.words.is_empty() {
            return Ok(None);
        }
        let mut found = self.search_or_stop(plan, &rest, cancelled)?;
        let mut nowhere: Vec<String> = with.into_iter().map(str::to_owned).collect();
        for note in &mut found.notes {
            if let Note::Nowhere(others) = note {
                nowhere.append(others);
            }
        }
        found.notes.retain(|note| !matches!(note, Note::Nowhere(_)));
        if !nowhere.is_empty() {
            found.notes.push(Note::Nowhere(nowhere));
        }
        Ok(Some(found))
    }

    /// Searches for those words of a query that are pinyin of names, where the others are not known.
    /// `None` if there are none.
    fn search_pinyin(
        &self,
        plan: &Plan,
        query: &Query,
        cancelled: Cancelled<'_>,
    ) -> Result<Option<Found>, Stopped> {
        const FEWEST_LETTERS: usize = 6;
        const MOST_WORDS: usize = 4;
        let words = &query.words;
        if !(2..=MOST_WORDS).contains(&words.len()) {
            return Ok(None);
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
            return Ok(None);
        }
        let mut found = self.search_words(plan, &known, cancelled)?;
        found.notes.push(Note::NotRead(others));
        Ok(Some(found))
    }

    /// Returns what the ids in a query name, if there are any, and the body that is named beside them; other
    /// words are not read.
    fn ids_beside(&self, plan: &Plan, query: &Query) -> Option<Found> {
        if !query.filters.is_empty() || !query.excluded.is_empty() {
            return None;
        }
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
        if nodes.is_empty() {
            return None;
        }
        let others: Vec<String> = others.into_iter().map(|word| word.text).collect();
        let asked = asked(&folded(&others.join(" ")));
        let named = asked.named.iter().filter(|word| !may_be_skipped(word));
        let named: Vec<&str> = named.map(String::as_str).collect();
        let body = self.body_named(plan, &folded(&named.join(" ")), true);
        let notes = match body {
            _ if others.is_empty() => Vec::new(),
            Some(body) => {
                nodes.push(Node::Body(body));
                Vec::new()
            }
            None => vec![Note::NotRead(others)],
        };
        Some(Found {
            notes,
            ..Found::just(&nodes)
        })
    }
}
