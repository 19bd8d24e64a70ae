//! How the nodes of a plan hang together: parents and children, relations in both directions, who
//! answers for what, what cites what. Computed once; every list is in plan order unless it says so.

use std::collections::HashMap;

use super::{BodyId, DocumentId, Item, ItemId, KindId, Node, Plan, Responsibility, Role, Source};

/// The computed lists of a plan.
#[derive(Debug, Default)]
pub(super) struct Graph {
    /// By item.
    children: Vec<Vec<ItemId>>,
    /// By item without responsibilities of its own: the next items below where there are some or
    /// where ways part. Branches without any are left out, so that no walk is longer than what it finds.
    bearing: Vec<Vec<ItemId>>,
    /// The roots: first those of kinds under which primary items stand, then the others.
    outline: Vec<ItemId>,
    /// By item: it stands below another of its kind.
    nested: Vec<bool>,
    /// By kind.
    pub(super) of_kind: Vec<Vec<ItemId>>,
    /// By place of a node in plan order: the nodes whose `related` names it.
    related_back: Vec<Vec<Node>>,
    /// By place of what is answered for, the plan first, then items: where its responsibilities
    /// begin in `Plan::responsibilities`; those of the next one follow.
    answers: Vec<usize>,
    /// By body: places in `Plan::responsibilities`.
    responsibilities_of: Vec<Vec<usize>>,
    /// By body.
    issued: Vec<Vec<DocumentId>>,
    /// By body.
    predecessors: Vec<Vec<BodyId>>,
    /// By document: the nodes that cite it.
    cited: Vec<Vec<Node>>,
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

/// For each of so many owners what is theirs among `pairs`, in that order.
fn group<T>(owners: usize, pairs: impl Iterator<Item = (usize, T)>) -> Vec<Vec<T>> {
    let mut lists: Vec<Vec<T>> = std::iter::repeat_with(Vec::new).take(owners).collect();
    for (owner, one) in pairs {
        lists[owner].push(one);
    }
    lists
}

impl Graph {
    /// The lists of a plan whose links are not made yet.
    pub(super) fn of(plan: &Plan) -> Graph {
        let items = plan.items.len();
        let bodies = plan.bodies.len();
        let children = plan.items();
        let children = children.filter_map(|(id, item)| Some((item.parent?.index(), id)));
        let children = group(items, children);
        let of_kind = plan.items().map(|(id, item)| (item.kind.index(), id));
        let related = plan.items().flat_map(|(id, item)| {
            let named = item.related.iter();
            named.map(move |&to| (plan.place(to), Node::Item(id)))
        });
        let issued = plan.documents().flat_map(|(id, document)| {
            let issuers = document.issuers.iter();
            issuers.map(move |body| (body.index(), id))
        });
        let predecessors = plan.bodies();
        let predecessors =
            predecessors.filter_map(|(id, body)| Some((body.successor?.index(), id)));
        let is_root = |(id, item): (ItemId, &Item)| item.parent.is_none().then_some(id);
        let roots: Vec<ItemId> = plan.items().filter_map(is_root).collect();
        let downwards = downwards(&roots, &children);
        let answers = answers(plan);
        Graph {
            bearing: bearing(&downwards, &children, &answers),
            nested: nested(plan, &roots, &children),
            children,
            outline: outline(plan, roots, &downwards),
            of_kind: group(plan.kinds.len(), of_kind),
            related_back: group(plan.size(), related),
            answers,
            responsibilities_of: responsibilities_of(plan),
            issued: group(bodies, issued),
            predecessors: group(bodies, predecessors),
            cited: cited(plan),
        }
    }
}

/// All items, each behind what it belongs to.
fn downwards(roots: &[ItemId], children: &[Vec<ItemId>]) -> Vec<ItemId> {
    let mut order = roots.to_vec();
    let mut next = 0;
    while let Some(&id) = order.get(next) {
        order.extend(&children[id.index()]);
        next += 1;
    }
    order
}

/// Whether each item stands below another of its kind.
fn nested(plan: &Plan, roots: &[ItemId], children: &[Vec<ItemId>]) -> Vec<bool> {
    let mut nested = vec![false; plan.items.len()];
    // How many items of each kind stand above; an item is left behind all that is below it.
    let mut above = vec![0_usize; plan.kinds.len()];
    let mut waiting: Vec<(ItemId, bool)> = roots.iter().map(|&id| (id, true)).collect();
    while let Some((id, is_entered)) = waiting.pop() {
        let above = &mut above[plan[id].kind.index()];
        if is_entered {
            nested[id.index()] = *above > 0;
            *above += 1;
            waiting.push((id, false));
            waiting.extend(children[id.index()].iter().map(|&child| (child, true)));
        } else {
            *above -= 1;
        }
    }
    nested
}

fn outline(plan: &Plan, mut roots: Vec<ItemId>, downwards: &[ItemId]) -> Vec<ItemId> {
    // The kind of the root above each item.
    let mut above: Vec<KindId> = plan.items.iter().map(|item| item.kind).collect();
    let mut leads = vec![false; plan.kinds.len()];
    for &id in downwards {
        if let Some(parent) = plan.parent(id) {
            above[id.index()] = above[parent.index()];
        }
        leads[above[id.index()].index()] |= plan[plan[id].kind].primary;
    }
    roots.sort_by_key(|&id| !leads[plan[id].kind.index()]);
    roots
}

fn bearing(downwards: &[ItemId], children: &[Vec<ItemId>], answers: &[usize]) -> Vec<Vec<ItemId>> {
    let answered = |id: ItemId| answers[id.index() + 1] < answers[id.index() + 2];
    let mut bearing: Vec<Vec<ItemId>> = vec![Vec::new(); children.len()];
    for &id in downwards.iter().rev() {
        let below = children[id.index()].iter().filter_map(|&child| {
            let known = &bearing[child.index()];
            match known.as_slice() {
                _ if answered(child) => Some(child),
                [only] => Some(*only),
                [] => None,
                _ => Some(child),
            }
        });
        if !answered(id) {
            bearing[id.index()] = below.collect();
        }
    }
    bearing
}

fn answers(plan: &Plan) -> Vec<usize> {
    let mut starts = vec![0; plan.items.len() + 2];
    for one in &plan.responsibilities {
        starts[plan.place(one.item) + 1] += 1;
    }
    for place in 1..starts.len() {
        starts[place] += starts[place - 1];
    }
    starts
}

/// Leads first, then plan order: gathered by role, for the responsibilities lie in plan order.
fn responsibilities_of(plan: &Plan) -> Vec<Vec<usize>> {
    let roles = Role::ALL.into_iter();
    // In each role what has ended comes last.
    let groups = roles.flat_map(|role| [(role, false), (role, true)]);
    let by_role = groups.flat_map(|group| {
        let all = plan.responsibilities.iter().enumerate();
        all.filter(move |(_, one)| (one.shown().role, one.shown().is_former()) == group)
    });
    let pairs = by_role.map(|(index, one)| (one.body.index(), index));
    group(plan.bodies.len(), pairs)
}

/// For each document the nodes that cite it.
fn cited(plan: &Plan) -> Vec<Vec<Node>> {
    let among = |source: &Source| match source {
        Source::Document(id) => Some(*id),
        Source::Address(_) => None,
    };
    let mut pairs: Vec<(usize, Node)> = Vec::new();
    let mut documents: Vec<DocumentId> = Vec::new();
    let mut answers = plan.responsibilities.iter().peekable();
    for node in plan.nodes() {
        documents.extend(plan.own_sources(node).filter_map(among));
        match node {
            Node::Plan => {
                documents.extend(&plan.info.follows);
                documents.extend(plan.info.predecessor);
            }
            Node::Item(id) => {
                let targets = plan[id].targets.iter();
                documents.extend(targets.filter_map(|target| target.document));
            }
            Node::Document(id) => documents.retain(|&other| other != id),
            Node::Body(_) => {}
        }
        while let Some(one) = answers.next_if(|one| one.item == node) {
            for row in one.rows() {
                documents.extend(row.sources.iter().filter_map(among).chain(row.document));
            }
        }
        documents.sort_unstable();
        documents.dedup();
        pairs.extend(documents.drain(..).map(|document| (document.index(), node)));
    }
    group(plan.documents.len(), pairs.into_iter())
}

/// One of some lists; a plan that is still unread has none.
fn at<T>(lists: &[Vec<T>], index: usize) -> &[T] {
    lists.get(index).map_or(&[], Vec::as_slice)
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
        at(&self.graph.children, id.index())
    }

    /// The same, first those of kinds under which primary items stand.
    #[must_use]
    pub fn outline(&self) -> &[ItemId] {
        &self.graph.outline
    }

    /// The parent, its parent and so on, up to a root.
    pub fn ancestors(&self, id: ItemId) -> impl Iterator<Item = ItemId> {
        std::iter::successors(self.parent(id), |&id| self.parent(id))
    }

    /// Whether an item stands below another of its kind.
    #[must_use]
    pub fn is_nested(&self, id: ItemId) -> bool {
        self.graph.nested.get(id.index()) == Some(&true)
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

    /// What a node has to do with, whichever of the two says so; without parent and children.
    #[must_use]
    pub fn related(&self, node: Node) -> Vec<Node> {
        let kin = node.item();
        let own: &[Node] = kin.map_or(&[], |id| &self[id].related);
        let is_kin = |other: Node| match (kin, other) {
            (Some(id), Node::Item(other)) => {
                self.parent(id) == Some(other) || self.parent(other) == Some(id)
            }
            (Some(_) | None, _) => false,
        };
        let back = at(&self.graph.related_back, self.place(node));
        let mut all = [own, back].concat();
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
        let start = |place: usize| self.graph.answers.get(place).copied().unwrap_or_default();
        &self.responsibilities[start(place)..start(place + 1)]
    }

    /// What a body answers for: what it leads first, then what it supports, each in plan order.
    #[must_use]
    pub fn responsibilities_of(
        &self,
        id: BodyId,
    ) -> impl ExactSizeIterator<Item = &Responsibility> + DoubleEndedIterator {
        let places = at(&self.graph.responsibilities_of, id.index()).iter();
        places.map(|&place| &self.responsibilities[place])
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
        let mut places: HashMap<BodyId, usize> = HashMap::new();
        // Depth first, without recursion: what waits lies on a stack.
        let below = |id: ItemId| at(&self.graph.bearing, id.index()).iter().rev();
        let mut waiting: Vec<ItemId> = below(id).copied().collect();
        while let Some(item) = waiting.pop() {
            let rows = self.responsible(Node::Item(item));
            if rows.is_empty() {
                waiting.extend(below(item));
            }
            for one in rows {
                let (body, role) = (one.body, one.shown().role);
                let place = *places.entry(body).or_insert_with(|| {
                    let from = Vec::new();
                    found.push(Inherited { body, role, from });
                    found.len() - 1
                });
                let known = &mut found[place];
                if role < known.role {
                    known.role = role;
                    known.from.clear();
                }
                if role == known.role {
                    known.from.push(item);
                }
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
        at(&self.graph.issued, id.index()).to_vec()
    }

    /// The bodies that became this one.
    #[must_use]
    pub fn predecessors(&self, id: BodyId) -> Vec<BodyId> {
        at(&self.graph.predecessors, id.index()).to_vec()
    }

    /// The nodes that name a document as source, as basis or as what they carry out.
    #[must_use]
    pub fn cited_by(&self, id: DocumentId) -> Vec<Node> {
        at(&self.graph.cited, id.index()).to_vec()
    }

    /// How many items are of a kind.
    #[must_use]
    pub fn count(&self, kind: KindId) -> usize {
        self.items_of(kind).len()
    }
}
