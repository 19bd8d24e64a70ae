//! Questions about what belongs to an item: `projects under t1`, `t1's projects`, 任务一下的项目.

use super::Reading;
use crate::model::{Node, Plan};
use crate::query::question::{Asked, Piece, may_be_skipped};
use crate::query::{FilterName, Query, Word, kind_named};
use crate::search::Index;
use crate::search::ids::spelt_id;

impl Index {
    /// Reads a question about what belongs to an item that is named by its id or number, of one kind or of
    /// all kinds.
    pub(super) fn under(&self, plan: &Plan, query: &Query, asked: &Asked) -> Option<Reading> {
        let known = |piece: &Piece| matches!(piece, Piece::Under | Piece::Asks | Piece::List);
        if !asked.pieces.iter().all(known) || asked.year.is_some() {
            return None;
        }
        let words: Vec<&str> = asked
            .rest
            .iter()
            .map(String::as_str)
            .filter(|word| !may_be_skipped(word))
            .collect();
        let word = |text: &&str| Word {
            text: (*text).to_owned(),
            exact: false,
        };
        // All of it may be the name of one: `action group 2`.
        let all: Vec<Word> = words.iter().map(word).collect();
        if self.item_spelt(plan, &all).is_some() && !asked.has(Piece::Under) {
            return None;
        }
        let kinds = (0..words.len()).filter_map(|at| Some((at, kind_named(plan, words[at])?)));
        let kinds = kinds.map(|(at, kind)| (Some(at), Some(kind)));
        // Without a kind the words have to say that they ask what belongs to it.
        let any = asked.has(Piece::Under).then_some((None, None));
        let found = kinds.chain(any).find_map(|(at, kind)| {
            let others = words.iter().enumerate();
            let others = others.filter(|(place, _)| Some(*place) != at);
            let others: Vec<Word> = others.map(|(_, text)| word(text)).collect();
            let id = self.item_spelt(plan, &others)?;
            let item = plan.find(&id).and_then(Node::item)?;
            let is_above = !plan.children(item).is_empty() && kind != Some(plan[item].kind);
            is_above.then_some((plan[item].id.to_string(), kind))
        });
        let (id, kind) = found?;
        let mut reading = Reading {
            widens: true,
            ..Reading::default()
        };
        reading.query.filters.clone_from(&query.filters);
        reading.query.today = query.today;
        reading.add(FilterName::Under, &id);
        if let Some(kind) = kind {
            reading.add(FilterName::Kind, &plan[kind].id);
        }
        Some(reading)
    }

    /// The id of an item as it is written, or as a kind and a number.
    fn item_spelt(&self, plan: &Plan, words: &[Word]) -> Option<String> {
        let written = match words {
            [one] => [&*one.text, one.text.strip_suffix('s').unwrap_or_default()]
                .into_iter()
                .find(|id| plan.find(id).is_some()),
            _ => None,
        };
        written
            .map(str::to_owned)
            .or_else(|| spelt_id(self, plan, words))
    }
}
