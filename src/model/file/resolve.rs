//! Ids: which node each names, and which records of all files are about one node.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use crate::model::sanitize::fold_id;
use crate::model::{Confidence, Node, Origin, PLAN_ID};

use super::findings::{At, Findings, Path};
use super::problem::{Location, NodeSort, ProblemKind};

/// Which node, or which kind, an id names.
#[derive(Debug)]
pub(super) struct Ids<T>(HashMap<Box<str>, Known<T>>);

#[derive(Debug)]
struct Known<T> {
    what: T,
    /// The last file that defined or extended it.
    file: Origin,
    /// Where it was defined; nothing for an id that every plan has.
    defined: Option<At>,
}

impl<T> Default for Ids<T> {
    fn default() -> Ids<T> {
        Ids(HashMap::new())
    }
}

impl Ids<Node> {
    /// The ids of nodes: so far there is the plan.
    pub(super) fn of_nodes() -> Ids<Node> {
        let plan = Known {
            what: Node::Plan,
            file: Origin::default(),
            defined: None,
        };
        Ids(HashMap::from([(fold_id(PLAN_ID).into(), plan)]))
    }

    /// Defines the plan's own id.
    pub(super) fn define_plan(&mut self, at: At, id: &str, findings: &mut Findings) {
        match self.0.get_mut(&*fold_id(id)) {
            Some(plan) => plan.defined = Some(at),
            None => drop(self.define(at, id, &[], |_| false, Node::Plan, findings)),
        }
    }

    /// The nodes by their ids, in the form in which ids are compared.
    pub(super) fn into_nodes(self) -> HashMap<Box<str>, Node> {
        let nodes = self.0.into_iter();
        nodes.map(|(id, known)| (id, known.what)).collect()
    }
}

/// What came of an attempt to define an id.
enum Defined<T> {
    /// It is new.
    New,
    /// It is there already, from another file, and is extended.
    Extends(T),
    /// It cannot be; the problem is noted.
    Refused,
}

impl<T: Copy> Ids<T> {
    pub(super) fn get(&self, id: &str) -> Option<T> {
        self.0.get(&*fold_id(id)).map(|known| known.what)
    }

    fn define(
        &mut self,
        at: At,
        id: &str,
        reserved: &[&str],
        extends: impl Fn(T) -> bool,
        new: T,
        findings: &mut Findings,
    ) -> Defined<T> {
        let record = at.path(id);
        let path = record.key("id");
        let folded = fold_id(id);
        if folded.is_empty() {
            findings.add(path, ProblemKind::EmptyText { key: "id" });
            return Defined::Refused;
        }
        if reserved.contains(&&*folded) {
            let id = id.to_owned();
            findings.add(path, ProblemKind::ReservedId { id });
            return Defined::Refused;
        }
        let mut known = match self.0.entry(folded.into()) {
            Entry::Occupied(known) => known,
            Entry::Vacant(free) => {
                free.insert(Known {
                    what: new,
                    file: at.file,
                    defined: Some(at),
                });
                return Defined::New;
            }
        };
        let known = known.get_mut();
        let id = id.to_owned();
        let Some(first) = known.defined else {
            findings.add(path, ProblemKind::ReservedId { id });
            return Defined::Refused;
        };
        if known.file < at.file && extends(known.what) {
            known.file = at.file;
            return Defined::Extends(known.what);
        }
        let first = first.path("").key("id").place();
        let spot = Location::default();
        findings.add_beside(path, ProblemKind::DoubleId { id, first: spot }, Some(first));
        Defined::Refused
    }
}

/// What an id names.
pub(super) fn sort(node: Node) -> NodeSort {
    match node {
        Node::Plan => NodeSort::Plan,
        Node::Item(_) => NodeSort::Item,
        Node::Body(_) => NodeSort::Body,
        Node::Document(_) => NodeSort::Document,
    }
}

/// A record that names its sources, and how sure it is of what they say.
pub(super) trait Sourced {
    fn sources(&self) -> &[String];
    fn confidence(&mut self) -> &mut Option<Confidence>;
}

/// A record that has an id.
pub(super) trait Record {
    /// What an id of this sort names.
    type Id: Copy;
    /// The key of the list that such records stand in.
    const LIST: &'static str;
    /// Ids that no such record may have.
    const RESERVED: &[&str] = &[];
    /// Takes its id out of the record.
    fn take_id(&mut self) -> Option<Box<str>>;
    /// What the record at this place among all nodes of its sort is about.
    fn id(index: usize) -> Self::Id;
    /// The opposite of `id`; nothing for what is of another sort.
    fn index(id: Self::Id) -> Option<usize>;
}

/// A record of one file.
#[derive(Debug)]
pub(super) struct RecordLayer<R> {
    pub(super) at: At,
    /// The id as this record writes it; empty where it gives none.
    pub(super) id: Box<str>,
    pub(super) record: R,
}

impl<R> RecordLayer<R> {
    pub(super) fn path(&self) -> Path<'_> {
        self.at.path(&self.id)
    }
}

/// All records about one node, in the order of the files.
#[derive(Debug)]
pub(super) struct Layers<R> {
    /// The one that brings the node.
    pub(super) base: RecordLayer<R>,
    /// Those of overlays that extend it.
    pub(super) over: Vec<RecordLayer<R>>,
    /// It has to give what a node must have: an overlay's record that was refused was perhaps only
    /// meant to extend another.
    pub(super) complete: bool,
    /// The overlays that changed something.
    pub(super) changed: Vec<Origin>,
}

impl<R> Layers<R> {
    /// A record that no other extends yet.
    pub(super) fn of(base: RecordLayer<R>, complete: bool) -> Layers<R> {
        Layers {
            base,
            over: Vec::new(),
            complete,
            changed: Vec::new(),
        }
    }
}

/// The records of one sort.
#[derive(Debug)]
pub(super) struct LayeredList<R> {
    /// One for each node.
    pub(super) nodes: Vec<Layers<R>>,
    /// Records whose id is missing or taken; of these is only said what else is wrong with them.
    pub(super) refused: Vec<Layers<R>>,
}

impl<R> Default for LayeredList<R> {
    fn default() -> LayeredList<R> {
        LayeredList {
            nodes: Vec::new(),
            refused: Vec::new(),
        }
    }
}

impl<R: Record> LayeredList<R> {
    /// Lays the records of a file over those of the files before it.
    pub(super) fn lay(
        &mut self,
        file: Origin,
        records: Vec<R>,
        ids: &mut Ids<R::Id>,
        findings: &mut Findings,
    ) {
        self.nodes.reserve_exact(records.len());
        for (index, mut record) in records.into_iter().enumerate() {
            let at = At {
                file,
                list: R::LIST,
                index: Some(index),
            };
            let id = record.take_id();
            if id.is_none() {
                findings.add(at.path(""), ProblemKind::MissingKey { key: "id" });
            }
            let new = R::id(self.nodes.len());
            let extends = |known| R::index(known).is_some();
            let defined = match &id {
                Some(id) => ids.define(at, id, R::RESERVED, extends, new, findings),
                None => Defined::Refused,
            };
            let layer = RecordLayer {
                at,
                id: id.unwrap_or_default(),
                record,
            };
            if let Defined::Extends(node) = defined
                && let Some(node) = R::index(node).and_then(|index| self.nodes.get_mut(index))
            {
                node.over.push(layer);
                continue;
            }
            let is_new = matches!(defined, Defined::New);
            let layers = Layers::of(layer, is_new || !file.is_overlay());
            if is_new {
                self.nodes.push(layers);
            } else {
                self.refused.push(layers);
            }
        }
    }
}
