//! Comparing: one node is marked, then another of its sort; until then what is of its sort is found first.

use super::super::msg::Effect;
use super::super::{App, Subject};
use crate::describe;
use crate::i18n::results::results;
use crate::model::Node;
use crate::search::Found;

/// Two nodes can stand side by side.
fn is_of_one_sort(one: Node, other: Node) -> bool {
    matches!(
        (one, other),
        (Node::Item(_), Node::Item(_)) | (Node::Body(_), Node::Body(_))
    )
}

impl App {
    /// Marks the node at hand; where another one of its sort is marked, shows the two side by side.
    pub(super) fn compare(&mut self) -> Option<Effect> {
        let words = results(self.lang());
        let Some(node) = self.node() else {
            return self.say(self.words().no_node);
        };
        let marked = self.marked.take();
        match (marked, node) {
            (Some(marked), _) if marked == node => self.say(words.unmarked),
            (Some(marked), _) if is_of_one_sort(marked, node) => {
                self.whole_page(Subject::Compare([marked, node]))
            }
            (_, Node::Plan | Node::Document(_)) => self.say(words.compare_kinds),
            (_, Node::Item(_) | Node::Body(_)) => {
                self.marked = Some(node);
                let sign = describe::sign_in(&self.plan, node, self.lang());
                let is_body = matches!(node, Node::Body(_));
                self.say(self.keyed(&words.compare_with(&sign, is_body)))
            }
        }
    }

    /// Puts what can be compared with the marked node first. The answer to a question keeps its order.
    pub(super) fn with_comparable_first(&self, mut found: Found) -> Found {
        let Some(marked) = self.marked else {
            return found;
        };
        if found.read_as().is_some() || found.by_date {
            return found;
        }
        let mut hits: Vec<_> = found.hits.into_iter().enumerate().collect();
        hits.sort_by_key(|(_, hit)| !is_of_one_sort(marked, hit.node));
        // All below the last strong hit are weak.
        let strong = hits.iter().rposition(|(place, _)| *place < found.weak);
        found.weak = strong.map_or(0, |place| place + 1);
        found.hits = hits.into_iter().map(|(_, hit)| hit).collect();
        found
    }

    /// The marked node and what was found first, if they can be compared.
    pub(in crate::app) fn pair_with_marked(&self) -> Option<[Node; 2]> {
        let marked = self.marked?;
        let found = self.lookup.found()?;
        let first = found.hits.first().filter(|_| found.read_as().is_none())?;
        let is_other = is_of_one_sort(marked, first.node) && marked != first.node;
        is_other.then_some([marked, first.node])
    }
}
