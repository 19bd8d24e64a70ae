//! The index of a plan: the folded texts of its nodes, and marks that rule out most nodes quickly.

use std::collections::HashSet;
use std::ops::{ControlFlow, Range};
use std::sync::{Arc, LazyLock, OnceLock};

use rayon::prelude::*;

use super::field::{Field, FieldClass};
use super::fuzzy::mask;
use super::named::WholeNames;
use super::nearest::thesaurus::Thesaurus;
use super::own_desks::{OwnDesk, own_desks};
use super::pattern::Term;
use super::rank::Rank;
use super::text::{Texts, entries};
use crate::model::{Basis, Lang, Node, Plan, Responsibility, Text};
use crate::query::FilterName;
use crate::query::pinyin::letters_of;
use crate::query::typos::{Vocabulary, words};

/// The nodes that are worked on at a time: between two chunks it is asked whether a search is
/// cancelled, and a plan of several chunks is shared among the cores.
const CHUNK: usize = 4096;

/// Returns true once a search is not wanted any more.
pub(super) type Cancelled<'c> = &'c (dyn Fn() -> bool + Sync);

/// A search was cancelled before its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stopped;

/// Receives the number of nodes that are indexed, and may cancel.
pub(super) type OnProgress<'p> = &'p dyn Fn(usize) -> ControlFlow<()>;

/// What is known of a node without looking at its texts.
#[derive(Clone, Copy, Debug)]
pub(super) struct NodeMark {
    /// The [`mask`] of its names.
    pub(super) characters: u64,
    /// The [`letters_of`] its names in pinyin.
    pub(super) pinyin: u32,
    pub(super) rank: Rank,
    /// The number of its kind; `u8::MAX` for what is no item.
    pub(super) kind: u8,
}

/// Everything that can be found in a plan.
#[derive(Debug)]
pub struct Index {
    pub(super) nodes: Vec<Node>,
    /// Names, ids, abbreviations and aliases, by node.
    pub(super) names: Texts,
    /// The nodes by their whole names.
    pub(super) whole_names: WholeNames,
    /// All other texts, by node.
    pub(super) descriptions: Texts,
    pub(super) marks: Vec<NodeMark>,
    /// The names of the kinds, by kind.
    pub(super) kinds: Texts,
    /// The units and the contacts of own assignments.
    pub(super) desks: Vec<OwnDesk>,
    /// Collected for the first query that needs it.
    vocabulary: OnceLock<Vocabulary>,
    /// Prepared for the first query that needs it.
    thesaurus: OnceLock<Thesaurus>,
}

/// An index that is built when it is first used: a screen without a query needs none.
pub type LazyIndex = LazyLock<Index, Box<dyn FnOnce() -> Index + Send + Sync>>;

impl Index {
    /// The index of `plan`, built when it is first used.
    #[must_use]
    pub fn lazy(plan: &Arc<Plan>) -> Arc<LazyIndex> {
        let plan = Arc::clone(plan);
        Arc::new(LazyLock::new(Box::new(move || Index::build(&plan))))
    }

    /// This index, where one is wanted that is built later.
    #[must_use]
    pub fn built(self) -> Arc<LazyIndex> {
        Arc::new(LazyLock::new(Box::new(move || self)))
    }

    /// Builds the index of `plan`.
    #[must_use]
    pub fn build(plan: &Plan) -> Index {
        Index::build_with(plan, &|_| ControlFlow::Continue(())).expect("it is never cancelled")
    }

    /// Builds the index of `plan`; `None` if `on_progress` cancelled it.
    #[must_use]
    pub fn build_with(plan: &Plan, on_progress: OnProgress<'_>) -> Option<Index> {
        let mut index = Index {
            nodes: plan.nodes().collect(),
            names: Texts::default(),
            whole_names: WholeNames::default(),
            descriptions: Texts::default(),
            marks: Vec::with_capacity(plan.size()),
            kinds: kinds(plan),
            desks: own_desks(plan),
            vocabulary: OnceLock::new(),
            thesaurus: OnceLock::new(),
        };
        for (place, node) in plan.nodes().enumerate() {
            if place % CHUNK == 0 && on_progress(place).is_break() {
                return None;
            }
            index.add(plan, node);
        }
        index.names.shrink();
        index.whole_names.close();
        index.descriptions.shrink();
        Some(index)
    }

    fn add(&mut self, plan: &Plan, node: Node) {
        each_text(plan, node, &mut |field, text| {
            if field.class() <= FieldClass::Alias {
                self.names.add(field, text);
            } else {
                self.descriptions.add(field, text);
            }
        });
        self.names.close();
        self.descriptions.close();
        let place = self.marks.len();
        let names = self.names.of(place);
        for entry in entries(names) {
            self.whole_names.add(entry.text, place);
        }
        self.marks.push(mark(plan, node, names));
    }

    /// Calls `part` for all nodes in chunks, on all cores if there are several chunks, and joins what
    /// comes of it, in any order.
    pub(super) fn in_chunks<T: Default + Send>(
        &self,
        cancelled: Cancelled<'_>,
        part: impl Fn(Range<usize>) -> T + Sync,
        join: impl Fn(T, T) -> T + Sync,
    ) -> Result<T, Stopped> {
        let part = |places| {
            if cancelled() {
                Err(Stopped)
            } else {
                Ok(part(places))
            }
        };
        let size = self.nodes.len();
        if size <= CHUNK {
            return part(0..size);
        }
        let chunks = self.nodes.par_chunks(CHUNK).enumerate();
        chunks
            .map(|(number, nodes)| {
                let first = number * CHUNK;
                part(first..first + nodes.len())
            })
            .try_reduce(T::default, |one, other| Ok(join(one, other)))
    }

    /// Returns the words of all texts.
    pub(super) fn vocabulary(&self, cancelled: Cancelled<'_>) -> Result<&Vocabulary, Stopped> {
        if let Some(vocabulary) = self.vocabulary.get() {
            return Ok(vocabulary);
        }
        let part = |places: Range<usize>| {
            let texts = [&self.names, &self.descriptions].map(|texts| texts.span(places.clone()));
            texts.into_iter().flat_map(words).collect::<HashSet<_>>()
        };
        let all = self.in_chunks(cancelled, part, |mut one, other| {
            one.extend(other);
            one
        })?;
        Ok(self.vocabulary.get_or_init(|| all.into_iter().collect()))
    }

    /// Returns true if some text holds a word in one of its spellings.
    pub(super) fn is_in_texts(&self, term: &Term) -> bool {
        let descriptions = self.descriptions.span(0..self.nodes.len());
        term.is_in(self.all_names()) || term.is_in(descriptions)
    }

    /// The names of all nodes.
    pub(super) fn all_names(&self) -> &str {
        self.names.span(0..self.nodes.len())
    }

    /// Returns the thesaurus of `plan`, of which this is the index.
    pub(super) fn thesaurus(&self, plan: &Plan) -> &Thesaurus {
        self.thesaurus.get_or_init(|| Thesaurus::of(plan))
    }

    /// Returns the unit or the contact of own assignments that a folded text is, as a filter asks for it.
    pub(super) fn desk_called(&self, filter: FilterName, text: &str) -> Option<&OwnDesk> {
        let mut desks = self.desks.iter();
        desks.find(|desk| desk.filter == filter && desk.name == text)
    }

    /// Returns true if the name of some node holds a word in one of its spellings.
    pub(super) fn is_in_names(&self, term: &Term) -> bool {
        term.is_in(self.all_names())
    }
}

/// Returns the names of the kinds, by kind.
fn kinds(plan: &Plan) -> Texts {
    let mut kinds = Texts::default();
    for (_, kind) in plan.kinds() {
        kinds.add(Field::Kind, &kind.id);
        for text in [&kind.name, &kind.plural] {
            kinds.add(Field::Kind, text.en());
            kinds.add(Field::Kind, text.zh());
        }
        kinds.close();
    }
    kinds
}

fn mark(plan: &Plan, node: Node, names: &str) -> NodeMark {
    let (rank, kind) = match node {
        Node::Plan => (Rank::Item, u8::MAX),
        Node::Item(id) => {
            let kind = plan[id].kind;
            let rank = if plan[kind].primary {
                Rank::Primary
            } else {
                Rank::Item
            };
            (rank, u8::try_from(kind.index()).unwrap_or(u8::MAX))
        }
        Node::Body(_) => (Rank::Body, u8::MAX),
        Node::Document(_) => (Rank::Document, u8::MAX),
    };
    let read = entries(names).filter(|entry| entry.field != Field::Id);
    NodeMark {
        characters: mask(names),
        pinyin: read.fold(0, |letters, entry| letters | letters_of(entry.text)),
        rank,
        kind,
    }
}

/// Calls `found` with each text of a node that is searched.
pub(super) fn each_text<'a>(plan: &'a Plan, node: Node, found: &mut dyn FnMut(Field, &'a str)) {
    found(Field::Id, plan.id(node));
    both(plan.name(node), Field::Name, found);
    match node {
        Node::Plan => both(&plan.info().summary, Field::Summary, found),
        Node::Item(id) => {
            let item = &plan[id];
            both(&item.short, Field::Short, found);
            both(&item.seed_name, Field::SeedName, found);
            both(&item.category, Field::Category, found);
            for part in &item.parts {
                both(&part.name, Field::Part, found);
            }
            for target in &item.targets {
                both(&target.text, Field::Target, found);
            }
            both(&item.summary, Field::Summary, found);
        }
        Node::Body(id) => {
            found(Field::Abbr, &plan[id].abbr);
            both(&plan[id].mandate, Field::Summary, found);
        }
        Node::Document(id) => found(Field::Number, &plan[id].number),
    }
    for alias in plan.aliases(node) {
        found(Field::Alias, alias);
    }
    for row in plan.responsible(node).iter().flat_map(Responsibility::rows) {
        found(Field::Unit, &row.unit);
        found(Field::Contact, &row.contact);
        if row.basis == Basis::Assigned {
            both(&row.note, Field::Note, found);
        }
    }
}

fn both<'a>(text: &'a Text, field: fn(Lang) -> Field, found: &mut dyn FnMut(Field, &'a str)) {
    found(field(Lang::En), text.en());
    found(field(Lang::Zh), text.zh());
}
