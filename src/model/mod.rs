//! The model of a plan: [`Plan`] owns all nodes and answers how they hang together. What is loaded
//! is whole: no reference dangles, no name is empty, no tree has a cycle. Nothing else checks.

mod diff;
mod diff_rows;
mod figure;
mod file;
mod gaps;
mod graph;
mod held;
mod item;
mod matrix;
mod nearest;
mod numbered;
mod order;
mod pinyin;
mod sanitize;
mod synonyms;
mod term;
mod text;
mod value;
mod verdict;

use std::collections::{HashMap, HashSet};
use std::ops::Index;

pub use self::pinyin::readings;
pub use diff::{Change, ChangeKind, ORDER, Subject, diff};
pub use figure::{Figure, difference};
pub use file::{
    Body, Document, Failed, Info, Input, Item, JsonType, Kind, Location, Measure, NodeSort,
    OnProgress, Part, Point, Problem, ProblemKind, RowRecord, SHIPPED, Statement, Syntax, Target,
    Wanted, converter, go_on_always, import, load, load_by, lookalike, named, node_json,
    overlay_schema, part, plan_schema, row_record, sheet, to_json,
};
pub use gaps::{Gap, LeadState};
pub use graph::Inherited;
pub use held::Held;
pub use item::*;
pub use matrix::{BasisFilter, Count, Matrix, MatrixRow};
pub use nearest::{nearest, nearest_by};
use sanitize::is_formula;
pub use sanitize::{clip, defused, fold_id, half_width, quoted_cell, sanitize, with_one_and};
pub use synonyms::Synonyms;
pub use term::Term;
pub use text::{Lang, Str, Text};
pub use value::*;
pub use verdict::{Outcome, Tally, Verdict, verdict};

use graph::Graph;

/// A loaded plan, with its overlays laid over it. Immutable.
#[derive(Debug, Default)]
pub struct Plan {
    info: Info,
    kinds: Vec<Kind>,
    items: Vec<Item>,
    bodies: Vec<Body>,
    documents: Vec<Document>,
    /// Sorted by what is answered for, in plan order.
    responsibilities: Vec<Responsibility>,
    thesaurus: Vec<Synonyms>,
    overlays: Vec<Overlay>,
    notices: Vec<(String, sheet::SheetNotice)>,
    graph: Graph,
    /// Ids in the form in which they are compared.
    ids: HashMap<Box<str>, Node>,
}

/// An overlay that was laid over the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overlay {
    /// The name under which it was read.
    pub file: String,
    /// The plan that it says it is meant for; empty where it says nothing.
    pub for_plan: Str,
}

/// The id under which every plan is found, whatever its own.
pub const PLAN_ID: &str = "PLAN";

fn number(index: usize) -> u32 {
    u32::try_from(index).expect("a plan holds fewer than 2^32 nodes")
}

impl Plan {
    /// Stands for a plan that is still being read: it has a name, and no nodes.
    #[must_use]
    pub fn unread(name: &str) -> Plan {
        Plan {
            info: Info::named(name),
            ..Plan::default()
        }
        .linked()
    }

    /// The plan with its links made.
    fn linked(mut self) -> Plan {
        self.graph = Graph::of(&self);
        self
    }

    /// What the plan says of itself.
    #[must_use]
    pub fn info(&self) -> &Info {
        &self.info
    }

    /// What is said about the sheets that were read, each with its file.
    #[must_use]
    pub fn notices(&self) -> &[(String, sheet::SheetNotice)] {
        &self.notices
    }

    /// A kind by its id, prefix or name, in any case.
    #[must_use]
    pub fn kind(&self, name: &str) -> Option<KindId> {
        let name = fold_id(name);
        if name.is_empty() {
            return None;
        }
        let by = |test: &dyn Fn(&Kind) -> bool| self.kinds().find(|(_, kind)| test(kind));
        let same = |text: &str| fold_id(text) == name;
        by(&|kind| same(&kind.id))
            .or_else(|| by(&|kind| same(&kind.prefix)))
            .or_else(|| {
                by(&|kind| {
                    [&kind.name, &kind.plural]
                        .iter()
                        .any(|text| same(text.en()) || same(text.zh()))
                })
            })
            .map(|(id, _)| id)
    }

    /// The items of one kind, in plan order.
    #[must_use]
    pub fn items_of(
        &self,
        kind: KindId,
    ) -> impl ExactSizeIterator<Item = ItemId> + DoubleEndedIterator {
        let items = self.graph.of_kind.get(kind.index());
        items.map_or(&[][..], Vec::as_slice).iter().copied()
    }

    /// Every node: the plan, then items, bodies and documents, each in plan order.
    pub fn nodes(&self) -> impl Iterator<Item = Node> {
        std::iter::once(Node::Plan)
            .chain(self.items().map(|(id, _)| Node::Item(id)))
            .chain(self.bodies().map(|(id, _)| Node::Body(id)))
            .chain(self.documents().map(|(id, _)| Node::Document(id)))
    }

    /// How many nodes there are.
    #[must_use]
    pub fn size(&self) -> usize {
        1 + self.items.len() + self.bodies.len() + self.documents.len()
    }

    /// The node with this id, in any case and in full width too: an input method may be on.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<Node> {
        let narrow = || id.trim().chars().map(half_width).collect::<String>();
        let found = self.ids.get(&*fold_id(id));
        found
            .or_else(|| self.ids.get(&*fold_id(&narrow())))
            .copied()
    }

    /// What a node is called in a list: its short name, or else its name.
    #[must_use]
    pub fn label(&self, node: Node, lang: Lang) -> &str {
        let name = self.name(node);
        let short = node.item().and_then(|id| self[id].short.own(lang));
        short.unwrap_or_else(|| name.get(lang))
    }

    /// How sure what is said of a node is.
    #[must_use]
    pub fn confidence(&self, node: Node) -> Confidence {
        match node {
            Node::Plan => self.info.confidence,
            Node::Item(id) => self[id].confidence,
            Node::Body(id) => self[id].confidence,
            Node::Document(id) => self[id].confidence,
        }
    }

    /// The sources of a node itself, then those of its parts, targets and figures.
    fn own_sources(&self, node: Node) -> impl Iterator<Item = &Source> {
        let item = node.item().map(|id| &self[id]);
        let parts = item.into_iter().flat_map(|item| &item.parts);
        let targets = item.into_iter().flat_map(|item| &item.targets);
        let points = item.and_then(|item| item.measure.as_ref());
        let points = points.into_iter().flat_map(|measure| &measure.points);
        let own = self.sources(node).iter();
        own.chain(parts.flat_map(|part| &part.sources[..]))
            .chain(targets.flat_map(|target| &target.sources[..]))
            .chain(points.flat_map(|point| &point.sources[..]))
    }

    /// Everything on which what is said of a node rests, each once: its own sources, then those of
    /// its parts, targets and figures, then those of answers that name no document.
    #[must_use]
    pub fn all_sources(&self, node: Node) -> Vec<&Source> {
        let mut all: Vec<&Source> = self.own_sources(node).collect();
        if matches!(node, Node::Item(_)) {
            let rows = self.responsible(node).iter();
            let rows = rows.flat_map(Responsibility::rows);
            let bare = rows.filter(|row| row.document.is_none());
            all.extend(bare.flat_map(|row| &row.sources[..]));
        }
        let mut seen = HashSet::new();
        all.retain(|source| {
            seen.insert(match source {
                Source::Document(id) => (Some(*id), ""),
                Source::Address(address) => (None, &**address),
            })
        });
        all
    }

    /// The other names of a node.
    #[must_use]
    pub fn aliases(&self, node: Node) -> &[Str] {
        match node {
            Node::Plan => &self.info.aliases,
            Node::Item(id) => &self[id].aliases,
            Node::Body(id) => &self[id].aliases,
            Node::Document(_) => &[],
        }
    }

    /// The file that brought a node.
    #[must_use]
    pub fn origin(&self, node: Node) -> Origin {
        match node {
            Node::Plan => Origin::default(),
            Node::Item(id) => self[id].origin,
            Node::Body(id) => self[id].origin,
            Node::Document(id) => self[id].origin,
        }
    }

    /// The overlays that changed fields of a node.
    #[must_use]
    pub fn extended_by(&self, node: Node) -> &[Origin] {
        match node {
            Node::Plan => &[],
            Node::Item(id) => &self[id].extended_by,
            Node::Body(id) => &self[id].extended_by,
            Node::Document(id) => &self[id].extended_by,
        }
    }

    /// The sets of synonyms, those of overlays last.
    #[must_use]
    pub fn thesaurus(&self) -> &[Synonyms] {
        &self.thesaurus
    }

    /// The overlays laid over the plan; [`Origin`]`(n)` is the one at `n - 1`.
    #[must_use]
    pub fn overlays(&self) -> &[Overlay] {
        &self.overlays
    }

    /// The overlay that `origin` stands for; `None` for the plan's own file.
    #[must_use]
    pub fn overlay(&self, origin: Origin) -> Option<&Overlay> {
        self.overlays.get(usize::from(origin.0).checked_sub(1)?)
    }
}

/// What every node has.
macro_rules! of_every_node {
    ($($(#[$doc:meta])* $field:ident: $type:ty,)*) => {
        impl Plan {$(
            $(#[$doc])*
            #[must_use]
            pub fn $field(&self, node: Node) -> &$type {
                match node {
                    Node::Plan => &self.info.$field,
                    Node::Item(id) => &self[id].$field,
                    Node::Body(id) => &self[id].$field,
                    Node::Document(id) => &self[id].$field,
                }
            }
        )*}
    };
}

of_every_node! {
    /// The id of a node, as the file writes it.
    id: str,
    /// The full name of a node.
    name: Text,
    /// Where what is said of a node comes from.
    sources: [Source],
}

/// The lists of a plan, each by the ids of what it holds.
macro_rules! lists {
    ($($(#[$doc:meta])* $list:ident: $id:ident => $thing:ident,)*) => {$(
        impl Plan {
            $(#[$doc])*
            #[must_use]
            pub fn $list(&self) -> impl ExactSizeIterator<Item = ($id, &$thing)> + DoubleEndedIterator {
                let all = self.$list.iter().enumerate();
                all.map(|(index, one)| ($id::at(index), one))
            }
        }

        impl Index<$id> for Plan {
            type Output = $thing;
            fn index(&self, id: $id) -> &$thing {
                &self.$list[id.index()]
            }
        }
    )*};
}

lists! {
    /// The kinds, in the order of their tabs.
    kinds: KindId => Kind,
    /// All items in plan order.
    items: ItemId => Item,
    /// All bodies in plan order.
    bodies: BodyId => Body,
    /// All documents in plan order.
    documents: DocumentId => Document,
}
