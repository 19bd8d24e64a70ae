//! Which rows the list shows: the outline, a tab, or what was found.

use std::collections::HashSet;

use super::App;
use super::list::ListRow;
use crate::model::{BasisFilter, ItemId, KindId, Node, Plan, Responsibility};

/// A tab.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum TabKind {
    /// Everything, as an outline.
    #[default]
    All,
    /// The items of a kind.
    Kind(KindId),
    /// The bodies.
    Bodies,
    /// The documents.
    Documents,
}

impl TabKind {
    /// All tabs of a plan in their order: all, the primary kinds, the bodies, then the rest.
    #[must_use]
    pub fn of(plan: &Plan) -> Vec<TabKind> {
        let of = |primary| {
            let kinds = plan
                .kinds()
                .filter(move |(_, kind)| kind.primary == primary);
            kinds.map(|(id, _)| TabKind::Kind(id))
        };
        let mut sections = vec![TabKind::All];
        sections.extend(of(true));
        sections.push(TabKind::Bodies);
        sections.extend(of(false));
        sections.push(TabKind::Documents);
        sections
    }

    /// How many nodes it holds.
    #[must_use]
    pub fn count(self, plan: &Plan) -> usize {
        match self {
            TabKind::All => plan.items().len(),
            TabKind::Kind(kind) => plan.count(kind),
            TabKind::Bodies => plan
                .bodies()
                .filter(|(id, _)| !plan.is_stand_in(*id))
                .count(),
            TabKind::Documents => plan.documents().len(),
        }
    }

    /// The filter that narrows a query to this tab.
    #[must_use]
    pub fn filter(self, plan: &Plan) -> Option<String> {
        match self {
            TabKind::All => None,
            TabKind::Kind(kind) => Some(format!("kind:{}", plan[kind].id)),
            TabKind::Bodies => Some("kind:body".to_owned()),
            TabKind::Documents => Some("kind:document".to_owned()),
        }
    }
}

/// Above this many items an outline starts with only its roots unfolded.
const OPEN_AT_FIRST: usize = 500;

/// The folds of a plan that is opened for the first time.
#[must_use]
pub fn first_folds(plan: &Plan) -> HashSet<Node> {
    if plan.items().len() <= OPEN_AT_FIRST {
        return HashSet::new();
    }
    plan.items()
        .filter(|(id, _)| !plan.children(*id).is_empty())
        .map(|(id, _)| Node::Item(id))
        .collect()
}

impl App {
    /// Sets the list's rows from the state, with the cursor on the first.
    pub(super) fn show_rows(&mut self) {
        let rows = self.rows_now();
        self.list.set(rows);
        self.note_listed();
    }

    /// Notes whose rows the list shows.
    pub(super) fn note_listed(&mut self) {
        self.listed = self.lookup.found().is_none().then_some(self.section);
    }

    /// Keeps where the rows of a tab stand before they are replaced.
    pub(super) fn keep_place(&mut self) {
        if let Some(section) = self.listed {
            self.places.insert(section, self.list.mark());
        }
    }

    /// Shows the rows of the tab, where they stood or at what was opened meanwhile.
    pub(super) fn show_own_rows(&mut self) {
        self.show_rows();
        if let Some(&mark) = self.places.get(&self.section) {
            self.list.restore(mark);
        }
        if let Some(node) = self.opened.take() {
            self.reveal(node);
        }
    }

    /// Puts the cursor on a node, unfolding what it belongs to.
    pub(super) fn reveal(&mut self, node: Node) {
        if let (Node::Item(id), Some(_)) = (node, self.listed) {
            for above in self.plan.ancestors(id) {
                self.list.fold(Node::Item(above), false);
            }
            self.update_rows();
        }
        self.list.select(node);
    }

    /// Sets the list's rows from the state; the cursor stays on its node.
    pub(super) fn update_rows(&mut self) {
        let rows = self.rows_now();
        self.list.update(rows);
    }

    pub(super) fn rows_now(&self) -> Vec<ListRow> {
        let flat = |node| ListRow {
            node,
            depth: 0,
            open: None,
        };
        if let Some(found) = self.lookup.found() {
            return found.hits.iter().map(|hit| flat(hit.node)).collect();
        }
        let plan = &self.plan;
        if self.is_opening() {
            return Vec::new();
        }
        let ours_alone = self.shows_ours_alone();
        let is_ours = |node: Node| is_ours(plan, node);
        match self.section {
            // Of what an office has to do itself there is little: a plain list, whatever is folded.
            TabKind::All | TabKind::Kind(_) if ours_alone => {
                let all = self.section == TabKind::All;
                let items = plan.items().filter(|(id, item)| {
                    (all || self.section == TabKind::Kind(item.kind)) && is_ours(Node::Item(*id))
                });
                let items = items.map(|(id, _)| Node::Item(id));
                let overview = all.then_some(Node::Plan);
                overview.into_iter().chain(items).map(flat).collect()
            }
            TabKind::All => self.outline(),
            TabKind::Kind(kind) => {
                let mut rows = Vec::new();
                // What belongs to another of its kind stands under that one.
                for id in plan.items_of(kind).filter(|&id| !plan.is_nested(id)) {
                    self.branch(id, 0, &mut rows);
                }
                rows
            }
            TabKind::Bodies => {
                let bodies = plan.bodies().map(|(id, _)| id);
                let mut bodies: Vec<_> = bodies.filter(|&id| !plan.is_stand_in(id)).collect();
                let charges = |id| plan.held(id, None, self.basis).now;
                bodies.retain(|id| !ours_alone || is_ours(Node::Body(*id)));
                bodies.sort_by_cached_key(|id| std::cmp::Reverse(charges(*id)));
                bodies.into_iter().map(|id| flat(Node::Body(id))).collect()
            }
            TabKind::Documents => plan
                .documents()
                .map(|(id, _)| flat(Node::Document(id)))
                .collect(),
        }
    }

    /// Only what our own office assigned is shown, and there is such.
    pub(super) fn shows_ours_alone(&self) -> bool {
        let rows = || self.plan.responsibilities().iter();
        self.basis == BasisFilter::Assigned && rows().any(|known| known.assigned().next().is_some())
    }

    /// Hides of what was found all that our own office assigned nothing of, where only that is shown.
    pub(super) fn hide_what_is_not_ours(&mut self) {
        let alone = self.shows_ours_alone() && self.section != TabKind::Documents;
        let plan = &self.plan;
        self.lookup.show_only(|node| !alone || is_ours(plan, node));
    }

    /// The plan, then what holds tasks, projects and actions, then the other kinds.
    fn outline(&self) -> Vec<ListRow> {
        let plan = &self.plan;
        let mut rows = vec![ListRow {
            node: Node::Plan,
            depth: 0,
            open: None,
        }];
        for &id in plan.outline() {
            self.branch(id, 0, &mut rows);
        }
        rows
    }

    /// An item and, unless it is folded, what belongs to it. No tree is deep enough to matter here:
    /// it is walked with a stack all the same, for a file may hold any.
    fn branch(&self, root: ItemId, depth: u8, rows: &mut Vec<ListRow>) {
        let mut stack = vec![(root, depth)];
        while let Some((id, depth)) = stack.pop() {
            let children = self.plan.children(id);
            let folded = self.list.is_folded(Node::Item(id));
            rows.push(ListRow {
                node: Node::Item(id),
                depth,
                open: (!children.is_empty()).then_some(!folded),
            });
            if !folded {
                stack.extend(
                    children
                        .iter()
                        .rev()
                        .map(|&child| (child, depth.saturating_add(1))),
                );
            }
        }
    }
}

/// Whether our own office assigned a node to anybody, or anything to a body.
fn is_ours(plan: &Plan, node: Node) -> bool {
    let is_assigned = |known: &Responsibility| known.assigned().next().is_some();
    match node {
        Node::Plan | Node::Item(_) => plan.responsible(node).iter().any(is_assigned),
        Node::Body(id) => plan.responsibilities_of(id).any(is_assigned),
        Node::Document(_) => false,
    }
}
