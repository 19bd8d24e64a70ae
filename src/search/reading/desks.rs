//! The bodies, units and contacts that a question about a set names.

use super::super::Index;
use super::super::asked::is_cut;
use super::Reading;
use super::bodies::cannot_but_name;
use super::names::names_in;
use crate::model::{BodyId, Plan};
use crate::query::fold::folded;
use crate::query::question::{Asked, Piece, asks_of_desk, is_said_of_desk, may_be_skipped};
use crate::query::{FilterName, Query};

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
        if !found.assigned.is_empty() {
            found.others.retain(|word| !is_said_of_desk(word));
        }
        found
    }

    /// Reads what an own unit or a person there does, by the whole name beside words that only ask: `IT
    /// unit`, 财务处负责什么. The name may be short, or a word that other questions skip.
    pub(super) fn of_desk(&self, plan: &Plan, query: &Query, typed: &str) -> Option<Reading> {
        // The sign of an owner would be folded into the name.
        let text = folded(&typed.replace(['\'', '’'], " "));
        let is_asked = |name: &str| {
            text.match_indices(name).any(|(at, _)| {
                let end = at + name.len();
                let is_word = is_cut(&text, at) && is_cut(&text, end);
                is_word && asks_of_desk(&text[..at], &text[end..])
            })
        };
        let is_long = |name: &str| name.chars().nth(1).is_some();
        let desks = self.desks.iter();
        let asked = desks.filter(|desk| is_long(&desk.name) && is_asked(&desk.name));
        let desk = asked.max_by_key(|desk| desk.name.len())?;
        if self.body_named(plan, &desk.name, false).is_some() {
            return None;
        }
        let mut reading = Reading::default();
        reading.query.filters.clone_from(&query.filters);
        reading.query.today = query.today;
        reading.add(desk.filter, &desk.name);
        Some(reading)
    }

    fn desk(&self, plan: &Plan, text: &str) -> Option<Desk> {
        text.chars().nth(1)?;
        if may_be_skipped(text) {
            // A unit may be called so all the same: IT.
            return self.assigned_to(text);
        }
        let body = self.body_named(plan, text, false);
        let body = body.filter(|id| cannot_but_name(plan, *id, text));
        body.map(Desk::Body).or_else(|| self.assigned_to(text))
    }

    /// Returns the unit or the contact that a folded text is.
    fn assigned_to(&self, text: &str) -> Option<Desk> {
        let called = |&filter: &FilterName| self.desk_called(filter, text).is_some();
        let filter = [FilterName::Unit, FilterName::Contact]
            .into_iter()
            .find(called);
        filter.map(|filter| Desk::Other(filter, text.to_owned()))
    }
}

/// Something that is named.
enum Desk {
    Body(BodyId),
    Other(FilterName, String),
}

/// The filter by which a body is asked for: the role that the question names, or any.
pub(super) fn role_of(asked: &Asked) -> FilterName {
    match (asked.has(Piece::Leads), asked.has(Piece::Supports)) {
        (true, false) => FilterName::Lead,
        (false, true) => FilterName::Support,
        _ => FilterName::Body,
    }
}
