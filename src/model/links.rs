//! How the nodes of a plan hang together: parents and children, relations in both directions, who
//! answers for what, what cites what. Computed once; every list is in plan order unless it says so.

use super::lists::Lists;
use super::{
    BodyId, Document, DocumentId, Info, Item, ItemId, Kind, KindId, Node, Plan, Responsibility,
    Role, Row, Source, number,
};

/// The computed lists of a plan.
#[derive(Debug)]
pub(super) struct Links {
    /// By item; the last list, beyond all items, is that of the roots.
    children: Lists<ItemId>,
    /// The roots: first those of kinds under which primary items stand, then the others.
    outline: Box<[ItemId]>,
    pub(super) of_kind: Lists<ItemId>,
    /// By place of a node in plan order: the nodes whose `related` names it.
    related_back: Lists<Node>,
    /// By place of what is answered for, the plan first, then items: where its responsibilities
    /// begin in `Plan::responsibilities`; those of the next one follow.
    answers: Box<[u32]>,
    /// By body: places in `Plan::responsibilities`.
    charges: Lists<u32>,
    issued: Lists<DocumentId>,
    predecessors: Lists<BodyId>,
    /// By document: the places of the nodes that cite it.
    cited: Lists<u32>,
}

/// What follows for an item without responsibilities of its own from what belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inherited {
    /// Who answers.
    pub body: BodyId,
    /// In what way, the strongest.
    pub role: Role,
    /// The items below for which it answers in this way, in plan order.
    pub from: Vec<ItemId>,
}

/// The parts of which links are made.
pub(super) struct Parts<'a> {
    pub(super) info: &'a Info,
    pub(super) kinds: &'a [Kind],
    pub(super) items: &'a [Item],
    pub(super) bodies: &'a [super::Body],
    pub(super) documents: &'a [Document],
    pub(super) responsibilities: &'a [Responsibility],
}

impl<'a> Parts<'a> {
    /// Those of a plan without nodes.
    pub(super) fn of(info: &'a Info) -> Parts<'a> {
        Parts {
            info,
            kinds: &[],
            items: &[],
            bodies: &[],
            documents: &[],
            responsibilities: &[],
        }
    }

    /// The place of a node among all nodes, in plan order.
    pub(super) fn place(&self, node: Node) -> usize {
        match node {
            Node::Plan => 0,
            Node::Item(id) => 1 + id.index(),
            Node::Body(id) => 1 + self.items.len() + id.index(),
            Node::Document(id) => 1 + self.items.len() + self.bodies.len() + id.index(),
        }
    }

    pub(super) fn links(&self) -> Links {
        let items = self.items.len();
        Links {
            children: Lists::group(items + 1, || {
                self.each_item()
                    .map(|(id, item)| (item.parent.map_or(items, ItemId::index), id))
            }),
            of_kind: Lists::group(self.kinds.len(), || {
                self.each_item().map(|(id, item)| (item.kind.index(), id))
            }),
            related_back: Lists::group(
                1 + items + self.bodies.len() + self.documents.len(),
                || {
                    self.each_item().flat_map(|(id, item)| {
                        item.related
                            .iter()
                            .map(move |&to| (self.place(to), Node::Item(id)))
                    })
                },
            ),
            outline: self.outline(),
            answers: self.answers(),
            charges: self.charges(),
            issued: Lists::group(self.bodies.len(), || {
                self.documents
                    .iter()
                    .enumerate()
                    .flat_map(|(index, document)| {
                        let id = DocumentId::at(index);
                        document.issuers.iter().map(move |body| (body.index(), id))
                    })
            }),
            predecessors: Lists::group(self.bodies.len(), || {
                self.bodies
                    .iter()
                    .enumerate()
                    .filter_map(|(index, body)| Some((body.successor?.index(), BodyId::at(index))))
            }),
            cited: self.cited(),
        }
    }

    fn each_item(&self) -> impl Iterator<Item = (ItemId, &Item)> {
        self.items
            .iter()
            .enumerate()
            .map(|(index, item)| (ItemId::at(index), item))
    }

    fn outline(&self) -> Box<[ItemId]> {
        // The kind of the root above each item. Most stand behind what they belong to, so that one
        // step up is enough.
        let mut above: Vec<Option<KindId>> = vec![None; self.items.len()];
        let mut leads = vec![false; self.kinds.len()];
        for (id, item) in self.each_item() {
            let mut at = item;
            let root = loop {
                let Some(parent) = at.parent else {
                    break at.kind;
                };
                match above[parent.index()] {
                    Some(root) => break root,
                    None => at = &self.items[parent.index()],
                }
            };
            above[id.index()] = Some(root);
            leads[root.index()] |= self.kinds[item.kind.index()].primary;
        }
        let mut roots: Vec<ItemId> = self
            .each_item()
            .filter(|(_, item)| item.parent.is_none())
            .map(|(id, _)| id)
            .collect();
        roots.sort_by_key(|id| !leads[self.items[id.index()].kind.index()]);
        roots.into()
    }

    fn answers(&self) -> Box<[u32]> {
        let mut starts = vec![0; self.items.len() + 2];
        for one in self.responsibilities {
            starts[self.place(one.item) + 1] += 1;
        }
        for place in 1..starts.len() {
            starts[place] += starts[place - 1];
        }
        starts.into()
    }

    /// Leads first, then plan order: gathered by role, for the responsibilities lie in plan order.
    fn charges(&self) -> Lists<u32> {
        Lists::group(self.bodies.len(), || {
            [Role::Lead, Role::Support, Role::Issuer]
                .into_iter()
                .flat_map(|role| {
                    self.responsibilities
                        .iter()
                        .enumerate()
                        .filter(move |(_, one)| one.shown().role == role)
                        .map(|(index, one)| (one.body.index(), number(index)))
                })
        })
    }

    /// For each document the places of the nodes that cite it.
    fn cited(&self) -> Lists<u32> {
        let mut pairs: Vec<(DocumentId, u32)> = Vec::new();
        let mut documents: Vec<DocumentId> = Vec::new();
        let mut rows = self.responsibilities.iter().peekable();
        let nodes = 1 + self.items.len() + self.bodies.len() + self.documents.len();
        for place in 0..nodes {
            self.documents_of(place, &mut documents);
            while let Some(one) = rows.next_if(|one| self.place(one.item) == place) {
                documents.extend(one.rows().iter().flat_map(documents_of_row));
            }
            documents.sort_unstable();
            documents.dedup();
            pairs.extend(
                documents
                    .drain(..)
                    .map(|document| (document, number(place))),
            );
        }
        let pairs = || {
            pairs
                .iter()
                .map(|&(document, place)| (document.index(), place))
        };
        Lists::group(self.documents.len(), pairs)
    }

    /// The documents that a node itself names.
    fn documents_of(&self, place: usize, documents: &mut Vec<DocumentId>) {
        let Some(item) = place.checked_sub(1) else {
            return documents.extend(documents_of_info(self.info));
        };
        if let Some(item) = self.items.get(item) {
            return documents.extend(documents_of_item(item));
        }
        let body = item - self.items.len();
        if let Some(body) = self.bodies.get(body) {
            return documents.extend(documents_among(&body.sources));
        }
        let document = body - self.bodies.len();
        let Some(sources) = self
            .documents
            .get(document)
            .map(|document| &document.sources)
        else {
            return;
        };
        let others = documents_among(sources).filter(|other| other.index() != document);
        documents.extend(others);
    }
}

fn documents_among(sources: &[Source]) -> impl Iterator<Item = DocumentId> {
    sources.iter().filter_map(|source| match source {
        Source::Document(id) => Some(*id),
        Source::Address(_) => None,
    })
}

fn documents_of_info(info: &Info) -> impl Iterator<Item = DocumentId> {
    let named = info.follows.iter().copied().chain(info.predecessor);
    documents_among(&info.sources).chain(named)
}

fn documents_of_item(item: &Item) -> impl Iterator<Item = DocumentId> {
    let targets = item
        .targets
        .iter()
        .flat_map(|target| documents_among(&target.sources).chain(target.document));
    let parts = item
        .parts
        .iter()
        .flat_map(|part| documents_among(&part.sources));
    let points = item
        .measure
        .iter()
        .flat_map(|measure| measure.points.iter())
        .flat_map(|point| documents_among(&point.sources));
    documents_among(&item.sources)
        .chain(targets)
        .chain(parts)
        .chain(points)
}

fn documents_of_row(row: &Row) -> impl Iterator<Item = DocumentId> {
    documents_among(&row.sources).chain(row.document)
}

impl Plan {
    /// What an item belongs to.
    #[must_use]
    pub fn parent(&self, id: ItemId) -> Option<ItemId> {
        self[id].parent
    }

    /// What belongs to an item.
    #[must_use]
    pub fn children(&self, id: ItemId) -> &[ItemId] {
        self.links.children.of(id.index())
    }

    /// The items that belong to no other.
    #[must_use]
    pub fn roots(&self) -> impl ExactSizeIterator<Item = ItemId> + DoubleEndedIterator {
        self.links.children.of(self.items.len()).iter().copied()
    }

    /// The same, first those of kinds under which primary items stand.
    #[must_use]
    pub fn outline(&self) -> &[ItemId] {
        &self.links.outline
    }

    /// The parent, its parent and so on, up to a root.
    pub fn ancestors(&self, id: ItemId) -> impl Iterator<Item = ItemId> {
        std::iter::successors(self.parent(id), |&id| self.parent(id))
    }

    /// The place of a node among all nodes in plan order, from 0, which is the plan.
    #[must_use]
    pub fn place(&self, node: Node) -> usize {
        match node {
            Node::Plan => 0,
            Node::Item(id) => 1 + id.index(),
            Node::Body(id) => 1 + self.items.len() + id.index(),
            Node::Document(id) => 1 + self.items.len() + self.bodies.len() + id.index(),
        }
    }

    /// The node at a place in plan order: the opposite of [`Plan::place`].
    pub(super) fn node_at(&self, place: usize) -> Node {
        let Some(item) = place.checked_sub(1) else {
            return Node::Plan;
        };
        let Some(body) = item.checked_sub(self.items.len()) else {
            return Node::Item(ItemId::at(item));
        };
        match body.checked_sub(self.bodies.len()) {
            None => Node::Body(BodyId::at(body)),
            Some(document) => Node::Document(DocumentId::at(document)),
        }
    }

    /// What a node has to do with, whichever of the two says so; without parent and children.
    #[must_use]
    pub fn related(&self, node: Node) -> Vec<Node> {
        let (own, kin): (&[Node], _) = match node {
            Node::Item(id) => (&self[id].related, Some(id)),
            Node::Plan | Node::Body(_) | Node::Document(_) => (&[], None),
        };
        let is_kin = |other: Node| match (kin, other) {
            (Some(id), Node::Item(other)) => {
                self.parent(id) == Some(other) || self.parent(other) == Some(id)
            }
            (Some(_) | None, _) => false,
        };
        let back = self.links.related_back.of(self.place(node));
        let mut all: Vec<Node> = own.iter().chain(back).copied().collect();
        all.retain(|&other| other != node && !is_kin(other));
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Who answers for an item or the plan: leads in the order of the file, then those who
    /// support, then who issued it.
    #[must_use]
    pub fn responsible(&self, node: Node) -> &[Responsibility] {
        let place = match node {
            Node::Plan | Node::Item(_) => self.place(node),
            Node::Body(_) | Node::Document(_) => return &[],
        };
        let start = |place: usize| {
            self.links
                .answers
                .get(place)
                .map_or(0, |&start| start as usize)
        };
        &self.responsibilities[start(place)..start(place + 1)]
    }

    /// What a body answers for: what it leads first, then what it supports, each in plan order.
    #[must_use]
    pub fn charges(
        &self,
        id: BodyId,
    ) -> impl ExactSizeIterator<Item = &Responsibility> + DoubleEndedIterator {
        let places = self.links.charges.of(id.index());
        places
            .iter()
            .map(|&place| &self.responsibilities[place as usize])
    }

    /// Every pair of a node and a body that answers for it, in the order of the nodes.
    #[must_use]
    pub fn responsibilities(&self) -> &[Responsibility] {
        &self.responsibilities
    }

    /// What follows for an item from what belongs to it; nothing if it has rows of its own.
    /// Leads first, then in the order in which the items below name them.
    #[must_use]
    pub fn inherited(&self, id: ItemId) -> Vec<Inherited> {
        let mut found: Vec<Inherited> = Vec::new();
        if !self.responsible(Node::Item(id)).is_empty() {
            return found;
        }
        // Depth first, without recursion: what waits lies on a stack.
        let mut waiting: Vec<ItemId> = self.children(id).iter().rev().copied().collect();
        while let Some(below) = waiting.pop() {
            let rows = self.responsible(Node::Item(below));
            if rows.is_empty() {
                waiting.extend(self.children(below).iter().rev());
            }
            for one in rows {
                add_inherited(&mut found, below, one.body, one.shown().role);
            }
        }
        for one in &mut found {
            one.from.sort_unstable();
        }
        found.sort_by_key(|one| one.role);
        found
    }

    /// The documents that a body issued.
    #[must_use]
    pub fn issued(&self, id: BodyId) -> Vec<DocumentId> {
        self.links.issued.of(id.index()).to_vec()
    }

    /// The bodies that became this one.
    #[must_use]
    pub fn predecessors(&self, id: BodyId) -> Vec<BodyId> {
        self.links.predecessors.of(id.index()).to_vec()
    }

    /// The nodes that name a document as source, as basis or as what they carry out.
    #[must_use]
    pub fn cited_by(&self, id: DocumentId) -> Vec<Node> {
        let places = self.links.cited.of(id.index()).iter();
        places.map(|&place| self.node_at(place as usize)).collect()
    }

    /// How many items are of a kind.
    #[must_use]
    pub fn count(&self, kind: KindId) -> usize {
        self.links.of_kind.of(kind.index()).len()
    }
}

fn add_inherited(found: &mut Vec<Inherited>, from: ItemId, body: BodyId, role: Role) {
    match found.iter_mut().find(|one| one.body == body) {
        Some(one) if one.role == role => one.from.push(from),
        Some(one) if role < one.role => {
            *one = Inherited {
                body,
                role,
                from: vec![from],
            }
        }
        Some(_) => {}
        None => found.push(Inherited {
            body,
            role,
            from: vec![from],
        }),
    }
}
