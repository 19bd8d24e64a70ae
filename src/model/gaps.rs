//! What a plan leaves open: who leads an item as far as that is known, and what an item lacks. And
//! which bodies work together.

use std::collections::BTreeMap;

use super::Statement;
use super::item::{BodyId, ItemId, Node, Responsibility};
use super::value::{Basis, Confidence, PointKind, Role};
use super::verdict::Outcome;
use super::{KindId, Plan};

/// What is known of who leads an item: the strongest that one of its leads rests on. What an
/// organisation assigns stands beside what the plan and other documents say, and counts only where
/// these say nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LeadState {
    /// The plan, a report about it or another document says so.
    Documented,
    /// Only inferred from a mandate.
    Inferred,
    /// An organisation's own assignment.
    Assigned,
    /// It has no lead of its own; one follows from what belongs to it.
    Inherited,
    /// No lead is known.
    None,
}

/// Something that an item lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Gap {
    /// A body that leads.
    Lead,
    /// A lead that is more than inferred.
    Evidence,
    /// A target.
    Target,
    /// A result that decides whether the target was reached.
    Result,
    /// A source above low confidence.
    Source,
}

impl Gap {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Gap; 5] = [
        Gap::Lead,
        Gap::Evidence,
        Gap::Target,
        Gap::Result,
        Gap::Source,
    ];
}

impl Plan {
    /// The bodies with which a body answers for items together, each with how many; most first. An
    /// item that hundreds answer for does not count: it brings no two of them together, and to count
    /// all its pairs would take the square of their number.
    #[must_use]
    pub fn works_with(&self, id: BodyId) -> Vec<(BodyId, usize)> {
        const TOGETHER: usize = 256;
        let mut counts: BTreeMap<BodyId, usize> = BTreeMap::new();
        let own = self
            .responsibilities_of(id)
            .filter(|one| one.item != Node::Plan)
            .map(|one| self.responsible(one.item))
            .filter(|all| all.len() <= TOGETHER);
        for other in own.flatten() {
            *counts.entry(other.body).or_default() += usize::from(other.body != id);
        }
        let mut bodies: Vec<(BodyId, usize)> = counts.into_iter().collect();
        bodies.retain(|(_, count)| *count > 0);
        bodies.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        bodies
    }

    /// What is known of who leads an item.
    #[must_use]
    pub fn lead_state(&self, id: ItemId) -> LeadState {
        let states = self.leading_rows(id).map(|row| match row.basis {
            Basis::Assigned => LeadState::Assigned,
            Basis::Plan | Basis::Press | Basis::Companion => LeadState::Documented,
            Basis::Mandate => LeadState::Inferred,
        });
        states.min().unwrap_or_else(|| {
            let inherited = self.inherited(id);
            if inherited.iter().any(|one| one.role == Role::Lead) {
                LeadState::Inherited
            } else {
                LeadState::None
            }
        })
    }

    /// Whether an item has a lead in this state: an assigned one may stand beside one of another.
    #[must_use]
    pub fn has_lead(&self, id: ItemId, state: LeadState) -> bool {
        match state {
            LeadState::Assigned => self
                .leading_rows(id)
                .any(|row| row.basis == Basis::Assigned),
            state => self.lead_state(id) == state,
        }
    }

    /// The items that more than one body leads, in plan order.
    #[must_use]
    pub fn led_by_several(&self) -> Vec<ItemId> {
        let is_led = |id: &ItemId| {
            let all = self.responsible(Node::Item(*id)).iter();
            let leads = all.filter(|one| one.rows().iter().any(Statement::leads));
            leads.count() > 1
        };
        self.items().map(|(id, _)| id).filter(is_led).collect()
    }

    fn leading_rows(&self, id: ItemId) -> impl Iterator<Item = &Statement> {
        let all = self.responsible(Node::Item(id)).iter();
        let rows = all.flat_map(Responsibility::rows);
        rows.filter(|row| row.leads())
    }

    /// The items that no body supports, in plan order: of kinds in which others have support.
    #[must_use]
    pub fn unsupported(&self) -> Vec<ItemId> {
        self.lacks_what_others_have(&|id| {
            let own = self.responsible(Node::Item(id)).iter();
            let mut roles = own.map(|one| one.shown().role);
            roles.any(|role| role == Role::Support)
                || self
                    .inherited(id)
                    .iter()
                    .any(|one| one.role == Role::Support)
        })
    }

    /// The items that lack something which others of their kind have.
    fn lacks_what_others_have(&self, has: &dyn Fn(ItemId) -> bool) -> Vec<ItemId> {
        let kinds = self.kinds().map(|(kind, _)| kind);
        let kinds: Vec<KindId> = kinds.filter(|&kind| self.items_of(kind).any(has)).collect();
        let all = self.items().map(|(id, _)| id);
        all.filter(|&id| kinds.contains(&self[id].kind) && !has(id))
            .collect()
    }

    fn has_target(&self, id: ItemId) -> bool {
        let measured = self[id].measure.as_ref();
        !self[id].targets.is_empty()
            || measured.is_some_and(|measure| measure.last(PointKind::Target).is_some())
    }

    /// The items that lack something, in plan order. A target is missed only in a kind where other items
    /// have one.
    #[must_use]
    pub fn lacking(&self, gap: Gap) -> Vec<ItemId> {
        let all = || self.items().map(|(id, _)| id);
        match gap {
            Gap::Lead => all()
                .filter(|&id| self.lead_state(id) == LeadState::None)
                .collect(),
            Gap::Evidence => all()
                .filter(|&id| self.lead_state(id) == LeadState::Inferred)
                .collect(),
            Gap::Target => self.lacks_what_others_have(&|id| self.has_target(id)),
            Gap::Result => self
                .verdicts()
                .filter(|(_, verdict)| verdict.outcome == Outcome::None)
                .map(|(id, _)| id)
                .collect(),
            Gap::Source => all()
                .filter(|&id| self[id].confidence == Confidence::Low)
                .collect(),
        }
    }
}
