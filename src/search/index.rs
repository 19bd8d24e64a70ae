//! The index of a plan: the folded texts of its nodes in segments, and what tells quickly that a
//! node cannot match. A segment is built, searched and cancelled as a whole; so segments are also
//! what several threads share.

use std::sync::OnceLock;

use rayon::prelude::*;

use super::field::{Class, Field};
use super::fuzzy;
use super::pinyin;
use super::text::{Texts, entries};
use super::vocabulary::Vocabulary;
use crate::model::{Lang, Node, Plan, Text};

/// Nodes in a segment.
const SEGMENT: usize = 8192;

/// The order of nodes that match equally well.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    Primary,
    Item,
    Body,
    Document,
}

/// What tells quickly that the names of a node hold no match.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    /// The characters of the names.
    pub(super) letters: u64,
    /// The letters with which they can be found by pinyin.
    pub(super) pinyin: u32,
    pub(super) rank: Rank,
    /// The place of its kind; `u8::MAX` for what is no item.
    pub(super) kind: u8,
}

/// Some nodes, one after the other.
#[derive(Debug)]
pub(super) struct Segment {
    /// The place of the first one in plan order.
    pub(super) first: usize,
    /// What they are called.
    pub(super) names: Texts,
    /// What is said about them.
    pub(super) about: Texts,
    pub(super) marks: Vec<Mark>,
}

/// Everything that can be found in a plan.
#[derive(Debug)]
pub struct Index {
    pub(super) segments: Vec<Segment>,
    pub(super) nodes: Vec<Node>,
    /// What the kinds are called, in their order.
    pub(super) kinds: Texts,
    vocabulary: OnceLock<Vocabulary>,
}

impl Index {
    /// The index of `plan`, built on as many threads as help.
    #[must_use]
    pub fn build(plan: &Plan) -> Index {
        let nodes: Vec<Node> = plan.nodes().collect();
        let segment =
            |(number, nodes): (usize, &[Node])| Segment::build(plan, number * SEGMENT, nodes);
        let segments = if nodes.len() <= SEGMENT {
            nodes.chunks(SEGMENT).enumerate().map(segment).collect()
        } else {
            nodes.par_chunks(SEGMENT).enumerate().map(segment).collect()
        };
        let mut kinds = Texts::default();
        for (_, kind) in plan.kinds() {
            kinds.add(Field::Kind, &kind.id);
            for text in [&kind.name, &kind.plural] {
                kinds.add(Field::Kind, text.en());
                kinds.add(Field::Kind, text.zh());
            }
            kinds.close();
        }
        Index {
            segments,
            nodes,
            kinds,
            vocabulary: OnceLock::new(),
        }
    }

    /// The words of all names and texts, collected when they are first asked for.
    pub(super) fn vocabulary(&self) -> &Vocabulary {
        self.vocabulary
            .get_or_init(|| Vocabulary::of(&self.segments))
    }

    /// The segment of a place in plan order, and the place in it.
    pub(super) fn at(&self, place: usize) -> Option<(&Segment, usize)> {
        let segment = self.segments.get(place / SEGMENT)?;
        Some((segment, place - segment.first))
    }
}

impl Segment {
    fn build(plan: &Plan, first: usize, nodes: &[Node]) -> Segment {
        let mut segment = Segment {
            first,
            names: Texts::default(),
            about: Texts::default(),
            marks: Vec::with_capacity(nodes.len()),
        };
        for &node in nodes {
            segment.add(plan, node);
        }
        segment.names.shrink();
        segment.about.shrink();
        segment
    }

    /// How many nodes it holds.
    pub(super) fn len(&self) -> usize {
        self.names.len()
    }

    fn add(&mut self, plan: &Plan, node: Node) {
        let from = self.names.bytes().len();
        each_text(plan, node, &mut |field, text| match field.class() {
            Class::Name | Class::Alias => self.names.add(field, text),
            Class::Body | Class::About => self.about.add(field, text),
        });
        self.names.close();
        self.about.close();
        let names = self.names.since(from);
        let pinyin = entries(names)
            .filter(|entry| Field::of_tag(entry.tag) != Field::Id)
            .fold(0, |mask, entry| mask | pinyin::letters_of(entry.text));
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
        self.marks.push(Mark {
            letters: fuzzy::mask(names),
            pinyin,
            rank,
            kind,
        });
    }
}

/// Calls `found` with each text in which a node can be found.
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
    for row in plan
        .responsible(node)
        .iter()
        .flat_map(|answer| &answer.rows)
    {
        found(Field::Unit, &row.unit);
        found(Field::Contact, &row.contact);
    }
}

fn both<'a>(text: &'a Text, field: fn(Lang) -> Field, found: &mut dyn FnMut(Field, &'a str)) {
    found(field(Lang::En), text.en());
    found(field(Lang::Zh), text.zh());
}
