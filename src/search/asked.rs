//! What a question names outright: a whole name among words that only ask, as in `who is responsible for
//! IT patents`; kinds with several numbers, as in `tasks 3 and 4`; a number beside a body.

use super::ids::{Numbered, no_such_number_in, spelt_id, words_of};
use super::lists::parts_named;
use super::{AskedOf, Counts, Found, Hit, Index, Tier};
use crate::model::{Node, Plan};
use crate::query::fold::{folded, is_ideograph};
use crate::query::question::{Asked, asked, is_filler};
use crate::query::{Intent, Note, Query, Word};

/// The words, in Chinese the characters, behind a name that may ask.
const MOST_AFTER: usize = 10;

impl Index {
    /// Returns the whole name of a document that stands in a question: its words and years are the
    /// document's, and nothing else is asked about.
    pub(super) fn document_asked(&self, plan: &Plan, query: &Query) -> Option<&str> {
        if !is_plain(query) {
            return None;
        }
        let typed = folded(query.input());
        let places = plan
            .documents()
            .map(|(id, _)| plan.place(Node::Document(id)));
        let names = places.flat_map(|place| self.names.entries(place));
        let inside = names.filter(|entry| is_asked_around(&typed, entry.text));
        // The first of the longest.
        inside
            .min_by_key(|entry| std::cmp::Reverse(entry.text.len()))
            .map(|entry| entry.text)
    }

    /// Returns the query for the longest whole name in a question that has only words that ask around it.
    /// `None` if the words of the query are the name already.
    pub(super) fn name_asked(&self, query: &Query) -> Option<Query> {
        if query.intent() == Intent::Any || !is_plain(query) {
            return None;
        }
        let text = folded(query.input());
        let ends = || {
            text.char_indices()
                .map(|(at, _)| at)
                .filter(|&at| is_cut(&text, at))
        };
        let before = ends().filter(|&at| only_asks(&text[..at]));
        let last: Vec<usize> = ends().chain([text.len()]).collect();
        let after = last.iter().rev().take(MOST_AFTER);
        let around = before.flat_map(|from| after.clone().map(move |&to| (from, to)));
        let mut between: Vec<&str> = around
            .filter(|&(from, to)| from < to && to - from < text.len())
            .filter(|&(from, to)| only_asks(&format!("{} {}", &text[..from], &text[to..])))
            .map(|(from, to)| text[from..to].trim())
            .filter(|name| !name.is_empty())
            .collect();
        between.sort_by_key(|name| std::cmp::Reverse(name.len()));
        let is_name = |name: &&&str| self.places_named(name).next().is_some();
        let name = between.iter().find(is_name)?;
        let of_name = Query::parse(name);
        (query.rest != **name || query.words != of_name.words).then(|| Query {
            rest: (*name).to_owned(),
            words: of_name.words,
            id_words: of_name.id_words,
            ..query.clone()
        })
    }

    /// Answers what kinds and numbers name beside words that only ask: several, all that have a number, or
    /// one and the body beside it.
    pub(super) fn numbers_asked(&self, plan: &Plan, query: &Query, asked: &Asked) -> Option<Found> {
        if !is_plain(query) {
            return None;
        }
        let any = || of_any_kind(plan, query).map(|nodes| Found::just(&nodes));
        self.several_numbers(plan, query)
            .or_else(any)
            .or_else(|| self.beside_body(plan, asked))
    }

    /// Returns what a question names one by one, if that is several: `task 3 and project 5`, `5G and IPv6`.
    #[must_use]
    pub fn several_asked(&self, plan: &Plan, query: &Query) -> Option<Vec<Node>> {
        // A whole name is one, whatever stands in it.
        let is_name = || !self.nodes_named(plan, query, &[&query.plain()]).is_empty();
        if !is_plain(query) || is_name() {
            return None;
        }
        let numbers = self.list_in(plan, query.input()).map(|list| list.nodes);
        let nodes: Option<Vec<Node>> = numbers
            .or_else(|| of_any_kind(plan, query))
            .or_else(|| self.several_names(plan, query));
        nodes.filter(|nodes| nodes.len() > 1)
    }

    /// Returns what several whole names in a question mean, of which no name is made: `who leads 5G and IPv6`.
    pub(super) fn several_names(&self, plan: &Plan, query: &Query) -> Option<Vec<Node>> {
        let parts = parts_named(query.input())?;
        let is_one = |text: &str| self.named(plan, text).is_some();
        let spelt = query.input().replace(['&', '＆'], " and ");
        let is_one_name = [query.input(), &query.rest, &spelt].into_iter().any(is_one);
        if is_one_name || self.name_asked(query).is_some() {
            return None;
        }
        let mut nodes = Vec::new();
        for part in parts {
            let words = Query::parse(part);
            self.named(plan, &words.rest)?;
            let found = self.search_words(plan, &words, &|| false).ok()?;
            let node = found.hits.first()?.node;
            if !nodes.contains(&node) {
                nodes.push(node);
            }
        }
        (nodes.len() > 1).then_some(nodes)
    }

    /// Finds several items by their names; two of them side by side.
    pub(super) fn items_named(&self, plan: &Plan, query: &Query) -> Option<Found> {
        let nodes = query.can_ask().then(|| self.several_names(plan, query))??;
        let are_items = nodes.iter().all(|node| matches!(node, Node::Item(_)));
        are_items.then(|| match *nodes {
            [one, other] => Found::side_by_side([one, other]),
            _ => Found::just(&nodes),
        })
    }

    /// Reads a body and what it is asked about: `does miit lead task 3`.
    fn beside_body(&self, plan: &Plan, asked: &Asked) -> Option<Found> {
        let words = asked.named.iter().filter(|word| !is_filler(word)).cloned();
        let words: Vec<Word> = words.map(|text| Word { text, exact: false }).collect();
        (1..words.len()).find_map(|cut| {
            let (one, other) = words.split_at(cut);
            [(one, other), (other, one)].iter().find_map(|(id, body)| {
                let node = spelt_id(self, plan, id).and_then(|id| plan.find(&id));
                let note = node.is_none().then(|| no_such_number_in(plan, id));
                if note == Some(None) {
                    return None;
                }
                let texts: Vec<&str> = body.iter().map(|word| &*word.text).collect();
                let body = self.body_named(plan, &folded(&texts.join(" ")), true)?;
                let nodes: Vec<Node> = node.into_iter().chain([Node::Body(body)]).collect();
                Some(Found {
                    notes: note.flatten().into_iter().collect(),
                    ..Found::just(&nodes)
                })
            })
        })
    }
}

/// Around `name` the text has words that ask, and no others.
fn is_asked_around(typed: &str, name: &str) -> bool {
    let Some((before, after)) = typed.split_once(name).filter(|_| name.len() < typed.len()) else {
        return false;
    };
    let text = format!("{before} {after}");
    let around = asked(&text);
    let is_asked = !around.pieces.is_empty() && around.rest.is_empty() && around.named.is_empty();
    is_asked || only_asks(&text)
}

/// Reads an ordinal without a kind: 谁负责第3项.
fn of_any_kind(plan: &Plan, query: &Query) -> Option<Vec<Node>> {
    let words = words_of(query);
    let one = Numbered::of(&words).filter(|one| one.kind.is_none() && one.is_ordinal)?;
    if query.intent() == Intent::Any
        || !words.iter().any(|word| word.text.starts_with(is_ideograph))
    {
        return None;
    }
    let kinds = plan.kinds().map(|(_, kind)| kind);
    let mut kinds: Vec<_> = kinds.collect();
    kinds.sort_by_key(|kind| !kind.primary);
    let ids = kinds
        .iter()
        .map(|kind| format!("{}{}", kind.prefix, one.number));
    let nodes: Vec<Node> = ids.filter_map(|id| plan.find(&id)).collect();
    (!nodes.is_empty()).then_some(nodes)
}

impl Found {
    /// Two nodes that are to be compared.
    pub(super) fn side_by_side(pair: [Node; 2]) -> Found {
        Found {
            notes: vec![Note::Compare(pair)],
            ..Found::just(&pair)
        }
    }

    /// These nodes and no others, in their order.
    pub(super) fn just(nodes: &[Node]) -> Found {
        let bodies = nodes.iter().filter(|node| matches!(node, Node::Body(_)));
        let documents = nodes
            .iter()
            .filter(|node| matches!(node, Node::Document(_)));
        let (bodies, documents) = (bodies.count(), documents.count());
        Found {
            hits: nodes
                .iter()
                .map(|&node| Hit::of(node, Tier::Exact))
                .collect(),
            weak: nodes.len(),
            total: nodes.len(),
            counts: Counts {
                items: nodes.len() - bodies - documents,
                bodies,
                documents,
            },
            notes: Vec::new(),
            by_date: false,
            asked_of: AskedOf::default(),
        }
    }
}

/// Returns true for a query that may be a question, and has no filter.
fn is_plain(query: &Query) -> bool {
    query.can_ask() && query.filters.is_empty() && query.excluded.is_empty()
}

/// Returns true if a word may begin at byte `at` of a folded text.
pub(super) fn is_cut(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    let here = text[at..].chars().next();
    let is_inside = |c: char| c != ' ' && !is_ideograph(c);
    !(before.is_some_and(is_inside) && here.is_some_and(is_inside))
}

/// Returns true for a text of nothing but words that ask; also for no text.
fn only_asks(text: &str) -> bool {
    let query = Query::parse(text);
    text.is_empty() || query.intent() != Intent::Any && query.words.iter().all(|word| word.exact)
}
