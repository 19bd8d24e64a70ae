//! Answers what is asked of one item or one organisation by its page: `status of task 3`, `NRRA successor`.

use super::answer::{has_all_words, has_item_so_named};
use super::index::{Cancelled, Stopped};
use super::reading::bodies::cannot_but_name;
use super::{Found, Index};
use crate::model::{Node, Plan};
use crate::query::fold::folded;
use crate::query::question::{Asked, OfOne, Piece, Unrecorded, of_one};
use crate::query::{ANY, Filter, FilterName, Note, Part, Query};

impl Index {
    /// Returns the answer to what is asked of one node; `None` if that is not asked.
    pub(super) fn search_of_one(
        &self,
        plan: &Plan,
        query: &Query,
        asked: &Asked,
        cancelled: Cancelled<'_>,
    ) -> Result<Option<Found>, Stopped> {
        let Some(question) = of_one(asked).filter(|_| query.filters.is_empty()) else {
            return Ok(None);
        };
        if question.unrecorded == Some(Unrecorded::Contacts) {
            return self.contacts_asked(plan, query, (asked, &question), cancelled);
        }
        let mut found = match (self.nodes_asked(plan, &question), question.unrecorded) {
            (Some(nodes), _) => Found::just(&nodes),
            (None, Some(Unrecorded::Money)) if question.of.is_empty() => {
                self.search_words(plan, query, cancelled)?
            }
            (None, unrecorded) if question.is_on_page || unrecorded == Some(Unrecorded::Money) => {
                let words = self.search_words(plan, query, cancelled)?;
                let rest = Query::parse(&question.of.join(" ")).on(query.today);
                let found = self.search_words(plan, &rest, cancelled)?;
                // Who pays for it is asked of nothing else, whatever has these words.
                let is_there = !question.of_payer && has_all_words(&words);
                if is_there || !has_item_so_named(&found) {
                    return Ok(None);
                }
                found
            }
            (None, _) => return Ok(None),
        };
        found
            .notes
            .extend(question.unrecorded.map(Note::Unrecorded));
        Ok(Some(found))
    }

    /// Answers how an organisation can be reached: by the contacts of own assignments, or else by its page,
    /// with a note that none are recorded.
    fn contacts_asked(
        &self,
        plan: &Plan,
        query: &Query,
        (asked, question): (&Asked, &OfOne),
        cancelled: Cancelled<'_>,
    ) -> Result<Option<Found>, Stopped> {
        let name = folded(&question.of.join(" "));
        let body = self.body_named(plan, &name, false);
        let body = body.filter(|&id| cannot_but_name(plan, id, &name));
        let is_filter = asked.has(Piece::Contact);
        // A topic has no contacts, and one of the words alone may be a topic.
        if body.is_none() && !(is_filter && question.of.is_empty()) {
            return Ok(None);
        }
        let rows = plan.responsibilities().iter();
        let mut rows = rows.filter(|row| body.is_none_or(|id| id == row.body));
        let is_own = rows.any(|row| row.assigned().any(|row| !row.contact.is_empty()));
        if is_own && is_filter {
            return Ok(None);
        }
        let named: Vec<Node> = body.map(Node::Body).into_iter().collect();
        let filters = [
            (FilterName::Contact, ANY[0]),
            (FilterName::Body, body.map_or("", |id| &*plan[id].id)),
        ];
        if is_own {
            let typed = filters.map(|(name, value)| Filter::new(name, value));
            let own = Query {
                filters: typed.into(),
                today: query.today,
                ..Query::default()
            };
            let mut found = self.search_words(plan, &own, cancelled)?;
            let parts = filters.map(|(name, value)| Part::Filter(name, value.to_owned()));
            found.notes.insert(0, Note::ReadAs(parts.into()));
            return Ok(Some(found));
        }
        Ok(Some(Found {
            notes: vec![Note::Unrecorded(Unrecorded::Contacts)],
            ..Found::just(&named)
        }))
    }

    /// Returns what is asked about, an organisation before the one that came after it.
    fn nodes_asked(&self, plan: &Plan, question: &OfOne) -> Option<Vec<Node>> {
        let name = folded(&question.of.join(" "));
        let of_body = question.of_successor || question.unrecorded == Some(Unrecorded::Founding);
        let item = |text: &str| plan.find(text).filter(|node| node.item().is_some());
        let node = if of_body {
            Node::Body(self.body_named(plan, &name, true)?)
        } else if let Some(node) = item(&name) {
            node
        } else {
            // Several, by their ids.
            let ids = name.split(' ');
            return ids.map(item).collect();
        };
        let body = match node {
            Node::Body(id) if question.of_successor => plan[id].successor,
            _ => None,
        };
        Some(std::iter::once(node).chain(body.map(Node::Body)).collect())
    }
}
