//! Reads a question for what two nodes have in common: `compare miit and ndrc`, P5和P6有什么区别.

use super::reading::names::names_in;
use super::{Index, Tier};
use crate::model::{BodyId, Node, Plan, with_one_and};
use crate::query::Query;
use crate::query::fold::folded;
use crate::query::question::{is_between, is_of_more, may_be_skipped, to_compare};

/// English words between two names that are compared.
const SEPARATORS: &[&str] = &["and", "with", "to", "from"];

impl Index {
    /// Returns the two items or the two bodies that a query asks to compare, and nothing else.
    pub(super) fn compared(&self, plan: &Plan, query: &Query) -> Option<[Node; 2]> {
        if !query.filters.is_empty() || !query.excluded.is_empty() {
            return None;
        }
        let text = folded(query.input());
        let words = to_compare(&text)?;
        let found = || {
            self.bodies_found(plan, &words)
                .filter(|_| !is_of_more(&text))
        };
        self.all_named(plan, &words).or_else(found)
    }

    /// Returns the two that words name by whole names, and nothing else.
    fn all_named(&self, plan: &Plan, words: &[String]) -> Option<[Node; 2]> {
        let names = names_in(words, &|text| self.node_named(plan, text)).into_iter();
        let is_said = |name: &Result<Node, &str>| {
            !name.is_err_and(|word| is_between(word) || may_be_skipped(word))
        };
        let nodes: Vec<Node> = names
            .filter(is_said)
            .map(Result::ok)
            .collect::<Option<_>>()?;
        match nodes.as_slice() {
            &[one, other] if one != other => {
                let are_items = matches!((one, other), (Node::Item(_), Node::Item(_)));
                let are_bodies = matches!((one, other), (Node::Body(_), Node::Body(_)));
                (are_items || are_bodies).then_some([one, other])
            }
            _ => None,
        }
    }

    /// Returns the two bodies that are found by the words on both sides of one that stands between:
    /// `compare education and health`.
    fn bodies_found(&self, plan: &Plan, words: &[String]) -> Option<[Node; 2]> {
        let is_cut = |word: &String| is_between(word) || SEPARATORS.contains(&&**word);
        let mut sides: Vec<&[String]> = words.split(is_cut).collect();
        if let [one, other] = words {
            sides = vec![std::slice::from_ref(one), std::slice::from_ref(other)];
        }
        let body = |side: &[String]| {
            let query = Query::parse(&format!("{} kind:body", side.join(" ")));
            let found = self.search_words(plan, &query, &|| false).ok()?;
            let first = found.hits.first().filter(|hit| hit.tier < Tier::Fuzzy)?;
            Some(first.node)
        };
        match sides.as_slice() {
            [one, other] if !one.is_empty() && !other.is_empty() => {
                let pair = [body(one)?, body(other)?];
                (pair[0] != pair[1]).then_some(pair)
            }
            _ => None,
        }
    }

    /// Returns the node that a text names: by its id, or by one of its whole names.
    #[must_use]
    pub fn named(&self, plan: &Plan, text: &str) -> Option<Node> {
        self.node_named(plan, &folded(text))
            .or_else(|| self.body_with_and(plan, text))
    }

    /// Returns the body of which a text is a name but for the word for `and` in it.
    fn body_with_and(&self, plan: &Plan, text: &str) -> Option<Node> {
        let wanted = folded(&with_one_and(text));
        let is_named = |id: &BodyId| {
            let place = plan.place(Node::Body(*id));
            let mut names = self.names.entries(place);
            names.any(|entry| with_one_and(entry.text) == wanted)
        };
        let mut bodies = plan.bodies().map(|(id, _)| id);
        bodies.find(is_named).map(Node::Body)
    }

    fn node_named(&self, plan: &Plan, text: &str) -> Option<Node> {
        let by_name = || self.nodes.get(self.places_named(text).next()?).copied();
        let by_body = || self.body_named(plan, text, true).map(Node::Body);
        plan.find(text).or_else(by_name).or_else(by_body)
    }
}
