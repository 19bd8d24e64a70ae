//! The bodies, units and contacts that a question about a set names.

use super::super::Index;
use super::bodies::cannot_but_name;
use super::names::names_in;
use crate::model::{BodyId, Plan, Responsibility, Statement};
use crate::query::FilterName;
use crate::query::fold::folded;
use crate::query::question::{Asked, Piece, may_be_skipped};

/// Who or what is named, as the filters have it, and the words that name nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Desks {
    pub(super) bodies: Vec<BodyId>,
    /// Units and contacts of assignments.
    pub(super) assigned: Vec<(FilterName, String)>,
    pub(super) others: Vec<String>,
}

impl Desks {
    /// Returns true if nothing is named.
    pub(super) fn is_empty(&self) -> bool {
        self.bodies.is_empty() && self.assigned.is_empty()
    }
}

impl Index {
    /// Returns what a question names. Where it names nothing, its words stay as they are.
    pub(super) fn desks(&self, plan: &Plan, asked: &Asked) -> Desks {
        let mut found = Desks::default();
        for name in names_in(&asked.named, &|text| self.desk(plan, text)) {
            match name {
                Ok(Desk::Body(id)) => found.bodies.push(id),
                Ok(Desk::Other(filter, value)) => found.assigned.push((filter, value)),
                Err(word) if may_be_skipped(word) => {}
                Err(word) => found.others.push(word.to_owned()),
            }
        }
        if found.is_empty() {
            found.others.clone_from(&asked.rest);
        }
        found
    }

    fn desk(&self, plan: &Plan, text: &str) -> Option<Desk> {
        if text.chars().nth(1).is_none() || may_be_skipped(text) {
            return None;
        }
        let body = self.body_named(plan, text, false);
        let body = body.filter(|id| cannot_but_name(plan, *id, text));
        body.map(Desk::Body).or_else(|| assigned_to(plan, text))
    }
}

/// Something that is named.
enum Desk {
    Body(BodyId),
    Other(FilterName, String),
}

/// Returns the unit or the contact that a folded text is; a list names several, and a contact has a
/// number behind the name.
fn assigned_to(plan: &Plan, text: &str) -> Option<Desk> {
    let rows = || {
        let rows = plan.responsibilities().iter();
        rows.flat_map(Responsibility::assigned)
    };
    let is_in = |all: &str| {
        let ends = |c: char| c.is_ascii_digit() || "、，,;；/()（）+".contains(c);
        all.split(ends).any(|name| folded(name) == text)
    };
    let of = |filter, field: fn(&Statement) -> &str| {
        let has = rows().any(|row| is_in(field(row)));
        has.then(|| Desk::Other(filter, text.to_owned()))
    };
    of(FilterName::Unit, |row| &row.unit).or_else(|| of(FilterName::Contact, |row| &row.contact))
}

/// The filter by which a body is asked for: the role that the question names, or any.
pub(super) fn role_of(asked: &Asked) -> FilterName {
    match (asked.has(Piece::Leads), asked.has(Piece::Supports)) {
        (true, false) => FilterName::Lead,
        (false, true) => FilterName::Support,
        _ => FilterName::Body,
    }
}
