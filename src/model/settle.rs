//! The end of building: symbols become places, circles are looked for, rows are gathered, and a
//! whole [`Plan`] stands, or it is known that something is wrong.

use std::collections::HashMap;
use std::mem::take;

use super::build::{Builder, Finding, Mentioned, Place, Slot, sort};
use super::check::{NodeSort, What};
use super::ids::Finder;
use super::links::Parts;
use super::{
    BodyId, DocumentId, Info, Item, ItemId, KindId, Node, Origin, Plan, Responsibility, Row,
    Source, Sources, number,
};

/// Turns symbols into places.
struct Settler<'a> {
    slots: &'a [Slot],
    kinds: &'a [Option<(KindId, Origin)>],
    /// Lists of sources that were settled, by the address in memory of the old ones.
    lists: HashMap<usize, Sources>,
    /// The old ones, alive so that their addresses don't come again.
    old: Vec<Sources>,
    /// A symbol that stands for nothing was met.
    lost: bool,
}

impl Settler<'_> {
    fn node(&mut self, symbol: usize) -> Option<Node> {
        let node = self.slots.get(symbol).and_then(|slot| slot.node);
        self.lost |= node.is_none();
        node
    }

    fn kind(&mut self, kind: &mut KindId) {
        match self.kinds.get(kind.index()).copied().flatten() {
            Some((settled, _)) => *kind = settled,
            None => self.lost = true,
        }
    }

    fn item(&mut self, item: &mut Option<ItemId>) {
        let Some(symbol) = *item else { return };
        *item = match self.node(symbol.index()) {
            Some(Node::Item(id)) => Some(id),
            Some(Node::Plan | Node::Body(_) | Node::Document(_)) | None => {
                self.lost = true;
                None
            }
        };
    }

    fn body(&mut self, body: &mut BodyId) {
        match self.node(body.index()) {
            Some(Node::Body(id)) => *body = id,
            Some(Node::Plan | Node::Item(_) | Node::Document(_)) | None => self.lost = true,
        }
    }

    fn successor(&mut self, body: &mut Option<BodyId>) {
        let Some(symbol) = *body else { return };
        *body = match self.node(symbol.index()) {
            Some(Node::Body(id)) => Some(id),
            Some(Node::Plan | Node::Item(_) | Node::Document(_)) | None => {
                self.lost = true;
                None
            }
        };
    }

    fn document(&mut self, document: &mut DocumentId) {
        match self.node(document.index()) {
            Some(Node::Document(id)) => *document = id,
            Some(Node::Plan | Node::Item(_) | Node::Body(_)) | None => self.lost = true,
        }
    }

    /// A node that was mentioned where any may stand; its symbol lies in an item's id.
    fn any(&mut self, node: &mut Node) {
        if let Node::Item(symbol) = *node
            && let Some(settled) = self.node(symbol.index())
        {
            *node = settled;
        }
    }

    fn sources(&mut self, sources: &mut Sources) {
        let named = |source: &Source| matches!(source, Source::Document(_));
        let Some(address) = sources.address().filter(|_| sources.iter().any(named)) else {
            return;
        };
        if let Some(settled) = self.lists.get(&address) {
            *sources = settled.clone();
            return;
        }
        let settled: Sources = sources
            .iter()
            .cloned()
            .map(|mut source| {
                if let Source::Document(id) = &mut source {
                    self.document(id);
                }
                source
            })
            .collect();
        self.lists.insert(address, settled.clone());
        self.old.push(std::mem::replace(sources, settled));
    }

    fn info(&mut self, info: &mut Info) {
        self.body(&mut info.issuer);
        info.drafted_by.iter_mut().for_each(|body| self.body(body));
        info.follows
            .iter_mut()
            .chain(&mut info.predecessor)
            .for_each(|one| self.document(one));
        self.sources(&mut info.sources);
    }

    fn whole_item(&mut self, item: &mut Item) {
        self.kind(&mut item.kind);
        self.item(&mut item.parent);
        self.sources(&mut item.sources);
        let Some(more) = item.more.as_deref_mut() else {
            return;
        };
        more.related.iter_mut().for_each(|node| self.any(node));
        more.parts
            .iter_mut()
            .for_each(|part| self.sources(&mut part.sources));
        for target in &mut more.targets {
            target
                .document
                .iter_mut()
                .for_each(|document| self.document(document));
            self.sources(&mut target.sources);
        }
        for point in more
            .measure
            .iter_mut()
            .flat_map(|measure| &mut measure.points)
        {
            self.sources(&mut point.sources);
        }
    }

    fn row(&mut self, (item, body, _, row): &mut (Node, BodyId, u32, Row)) {
        self.any(item);
        self.lost |= !matches!(item, Node::Plan | Node::Item(_));
        self.body(body);
        row.document
            .iter_mut()
            .for_each(|document| self.document(document));
        self.sources(&mut row.sources);
    }
}

impl Builder {
    /// The plan, if nothing is wrong with it; what is wrong is in the log.
    pub(super) fn finish(&mut self) -> Option<Plan> {
        self.arena.seal();
        self.report_mentions();
        let mut settler = Settler {
            slots: &self.slots,
            kinds: &self.kind_slots,
            lists: HashMap::new(),
            old: Vec::new(),
            lost: false,
        };
        self.info.iter_mut().for_each(|info| settler.info(info));
        self.items
            .iter_mut()
            .for_each(|item| settler.whole_item(item));
        for body in &mut self.bodies {
            settler.successor(&mut body.successor);
            settler.sources(&mut body.sources);
        }
        for document in &mut self.documents {
            document
                .issuers
                .iter_mut()
                .for_each(|body| settler.body(body));
            settler.sources(&mut document.sources);
        }
        self.rows.iter_mut().for_each(|row| settler.row(row));
        self.log.flawed |= settler.lost;
        drop(settler);
        self.report_cycles();
        if self.log.flawed {
            return None;
        }
        self.assemble()
    }

    fn assemble(&mut self) -> Option<Plan> {
        let info = self.info.take()?;
        let mut kinds = take(&mut self.kinds);
        let mut items = take(&mut self.items);
        let mut bodies = take(&mut self.bodies);
        let mut documents = take(&mut self.documents);
        let responsibilities = gather(take(&mut self.rows));
        kinds.shrink_to_fit();
        items.shrink_to_fit();
        bodies.shrink_to_fit();
        documents.shrink_to_fit();
        let parts = Parts {
            info: &info,
            kinds: &kinds,
            items: &items,
            bodies: &bodies,
            documents: &documents,
            responsibilities: &responsibilities,
        };
        let nodes = self.slots.iter().enumerate();
        let nodes = nodes.filter_map(|(at, slot)| Some((at, number(parts.place(slot.node?)))));
        let ids = Finder::new(&self.ids, nodes);
        let links = parts.links();
        let overlays = take(&mut self.overlays);
        Some(Plan {
            info,
            kinds,
            items,
            bodies,
            documents,
            responsibilities,
            overlays,
            links,
            ids,
        })
    }

    /// Ids that name nothing, or something that cannot stand there. Only a careful builder knows.
    fn report_mentions(&mut self) {
        for mention in take(&mut self.log.mentions) {
            let what = match mention.of {
                Mentioned::Kind => self.wrong_kind(mention.symbol),
                Mentioned::AnyNode => self.wrong_node(mention.symbol, None),
                Mentioned::Node(wanted) => self.wrong_node(mention.symbol, Some(wanted)),
            };
            if let Some(what) = what {
                self.log.find(Finding {
                    at: mention.at,
                    what,
                    first: None,
                });
            }
        }
    }

    fn wrong_kind(&self, symbol: usize) -> Option<What> {
        if self.kind_slots.get(symbol).copied().flatten().is_some() {
            return None;
        }
        let known = self.kinds.iter().map(|kind| kind.id.to_string()).collect();
        Some(What::UnknownKind {
            kind: self.kind_ids.name(symbol).to_owned(),
            known,
        })
    }

    fn wrong_node(&self, symbol: usize, wanted: Option<NodeSort>) -> Option<What> {
        let id = self.ids.name(symbol).to_owned();
        let Some(node) = self.slots.get(symbol).and_then(|slot| slot.node) else {
            return Some(What::UnknownId { id, near: None });
        };
        let (found, wanted) = (sort(node), wanted?);
        let fits = found == wanted
            || (wanted == NodeSort::ItemOrPlan && matches!(found, NodeSort::Item | NodeSort::Plan));
        (!fits).then_some(What::WrongNode { id, found, wanted })
    }

    fn report_cycles(&mut self) {
        let parents = |at: usize| self.items[at].parent.map(ItemId::index);
        let cycles = cycles(self.items.len(), parents);
        for cycle in cycles {
            let ids = cycle
                .iter()
                .map(|&at| self.items[at].id.to_string())
                .collect();
            let nodes: Vec<Node> = cycle.iter().map(|&at| Node::Item(ItemId::at(at))).collect();
            self.report_cycle(&nodes, What::ParentCycle { ids });
        }
        let successors = |at: usize| self.bodies[at].successor.map(BodyId::index);
        let cycles = self::cycles(self.bodies.len(), successors);
        for cycle in cycles {
            let ids = cycle
                .iter()
                .map(|&at| self.bodies[at].id.to_string())
                .collect();
            let nodes: Vec<Node> = cycle.iter().map(|&at| Node::Body(BodyId::at(at))).collect();
            self.report_cycle(&nodes, What::SuccessorCycle { ids });
        }
    }

    /// At the link that was set last: without it there was no circle.
    fn report_cycle(&mut self, nodes: &[Node], what: What) {
        let places = nodes.iter().filter_map(|node| self.log.above.get(node));
        let last = places
            .max_by_key(|place| (place.file, place.record))
            .cloned();
        let nowhere = Place {
            file: Origin::default(),
            record: 0,
            steps: Vec::new(),
        };
        self.log.find(Finding {
            at: last.unwrap_or(nowhere),
            what,
            first: None,
        });
    }
}

/// The circles of a relation in which each of `count` things has at most one next: each as the
/// places on it, from one to the same again.
fn cycles(count: usize, next: impl Fn(usize) -> Option<usize>) -> Vec<Vec<usize>> {
    let mut found = Vec::new();
    // 0: not seen; otherwise in which walk.
    let mut seen = vec![0_u32; count];
    let mut walk = 0;
    for start in 0..count {
        walk += 1;
        let mut at = start;
        while seen[at] == 0 {
            seen[at] = walk;
            match next(at) {
                Some(next) => at = next,
                None => break,
            }
        }
        // The walk met itself: from here once around.
        if seen[at] == walk && next(at).is_some() {
            let mut cycle = vec![at];
            let mut step = next(at);
            while let Some(here) = step.filter(|&here| here != at) {
                cycle.push(here);
                step = next(here);
            }
            cycle.push(at);
            found.push(cycle);
        }
    }
    found
}

/// Rows for one node and body become one responsibility, its strongest row first. Nodes come in
/// plan order; within a node by role, then by the first row with that role in the order of files.
/// A row that says what another says already is dropped: an overlay may be laid twice.
fn gather(mut rows: Vec<(Node, BodyId, u32, Row)>) -> Vec<Responsibility> {
    rows.sort_unstable_by_key(|(node, body, place, row)| {
        (*node, *body, row.role, row.basis, *place)
    });
    let pairs = rows.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)).count();
    let mut all: Vec<Responsibility> = Vec::with_capacity(pairs);
    // Those of one node, each with the place of its first row.
    let mut node: Vec<(u32, Responsibility)> = Vec::new();
    let mut pair: Vec<Row> = Vec::new();
    let mut first = u32::MAX;
    let mut rows = rows.into_iter().peekable();
    while let Some((item, body, place, row)) = rows.next() {
        if pair.first().is_none_or(|shown| shown.role == row.role) {
            first = first.min(place);
        }
        if !pair.iter().any(|other| says_the_same(other, &row)) {
            pair.push(row);
        }
        let next = rows.peek().map(|(item, body, ..)| (*item, *body));
        if next != Some((item, body)) {
            node.push((first, Responsibility::of(item, body, &mut pair)));
            first = u32::MAX;
        }
        if next.is_none_or(|(next, _)| next != item) {
            node.sort_unstable_by_key(|(first, one)| (one.shown().role, *first));
            all.extend(node.drain(..).map(|(_, one)| one));
        }
    }
    all
}

/// Two rows differ in nothing but the file that brought them, and not both are the plan's.
fn says_the_same(a: &Row, b: &Row) -> bool {
    (a.origin.is_overlay() || b.origin.is_overlay())
        && (a.role, a.basis, a.document, a.confidence)
            == (b.role, b.basis, b.document, b.confidence)
        && a.sources == b.sources
        && a.more == b.more
}

#[cfg(test)]
mod tests {
    use super::cycles;

    #[test]
    fn circles_are_found_once() {
        let next = [Some(1), Some(2), Some(1), None, Some(4), Some(3), Some(0)];
        assert_eq!(
            cycles(next.len(), |at| next[at]),
            [vec![1, 2, 1], vec![4, 4]]
        );
    }
}
