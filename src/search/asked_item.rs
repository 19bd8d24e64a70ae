//! The one item that a question is about, by its id or a whole name: what it is part of, and when it is due.

use super::asked::is_cut;
use super::{Found, Index};
use crate::model::{Node, Plan};
use crate::query::fold::folded;
use crate::query::question::{Asked, Piece, asked, is_filler, kinds};
use crate::query::{Note, Query};

/// What stands behind the name of an item where it is asked what that is part of.
const PART_OF: &[&str] = &["part of", "belong to", "belongs to", "属于"];

impl Index {
    /// Answers what one item is part of: `what is P5 part of`, P15属于哪个任务. What is part of one item is
    /// asked with the item behind these words.
    pub(super) fn part_of_asked(&self, plan: &Plan, query: &Query, asked: &Asked) -> Option<Found> {
        if !asked.has(Piece::Under) || !query.filters.is_empty() || !query.excluded.is_empty() {
            return None;
        }
        let stands = |text: &str| PART_OF.iter().any(|words| text.contains(words));
        let is_asked = |before: &str, after: &str| {
            let known = |piece: &Piece| matches!(piece, Piece::Under | Piece::Asks);
            stands(after) && !stands(before) && only_asks(plan, before, after, &known)
        };
        let item = self.item_between(plan, query, &is_asked)?;
        let above = item.item().and_then(|id| plan[id].parent).map(Node::Item);
        let nodes: Vec<Node> = std::iter::once(item).chain(above).collect();
        Some(Found {
            notes: vec![Note::PartOf(item)],
            ..Found::just(&nodes)
        })
    }

    /// Returns the item that stands by its id or a whole name among words that ask, and these are all
    /// `known`.
    pub(super) fn item_asked(
        &self,
        plan: &Plan,
        query: &Query,
        known: &dyn Fn(&Piece) -> bool,
    ) -> Option<Node> {
        let is_asked = |before: &str, after: &str| only_asks(plan, before, after, known);
        self.item_between(plan, query, &is_asked)
    }

    /// Returns the item with the longest name between two parts of a query that ask.
    fn item_between(
        &self,
        plan: &Plan,
        query: &Query,
        asks: &dyn Fn(&str, &str) -> bool,
    ) -> Option<Node> {
        let text = folded(query.input());
        let begins = text.char_indices().map(|(at, _)| at);
        let mut cuts: Vec<usize> = begins.filter(|&at| is_cut(&text, at)).collect();
        cuts.push(text.len());
        let ends = |from: usize| cuts.iter().map(move |&to| (from, to));
        let pairs = cuts.iter().flat_map(|&from| ends(from));
        let mut pairs: Vec<(usize, usize)> = pairs.filter(|(from, to)| from < to).collect();
        pairs.sort_by_key(|(from, to)| std::cmp::Reverse(to - from));
        pairs.into_iter().find_map(|(from, to)| {
            let item = self.item_named(plan, &text[from..to])?;
            asks(&text[..from], &text[to..]).then_some(item)
        })
    }

    /// Returns the one item that has a folded text as its id or a whole name.
    fn item_named(&self, plan: &Plan, text: &str) -> Option<Node> {
        let is_item = |node: &Node| node.item().is_some();
        let by_id = plan.find(text).filter(is_item);
        by_id.or_else(|| {
            let places = self.places_named(text);
            let mut items =
                places.filter_map(|place| self.nodes.get(place).copied().filter(is_item));
            items.next().filter(|_| items.next().is_none())
        })
    }
}

/// What stands around a name only asks, with words that are `known`; the name of a kind may stand there.
fn only_asks(plan: &Plan, before: &str, after: &str, known: &dyn Fn(&Piece) -> bool) -> bool {
    let mut around = asked(&format!("{} {}", before.trim(), after.trim()));
    kinds::take(plan, &mut around.rest, false);
    let is_plain = around.year.is_none() && !around.has_time() && around.negated.is_none();
    is_plain
        && !around.pieces.is_empty()
        && around.pieces.iter().all(known)
        && around.rest.iter().all(|word| is_filler(word))
}
