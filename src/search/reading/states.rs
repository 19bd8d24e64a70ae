//! Questions about what is in a state: without a lead, missed, overdue, done.

use super::desks::{Desks, role_of};
use super::{GOAL, INDICATOR, Reading};
use crate::model::{Date, Plan, Responsibility};
use crate::query::question::{Asked, Piece};
use crate::query::{ANY, FilterName, NO_DATE, NOT_BEGUN};

/// The filters of pieces.
pub(super) const FILTERS: &[(Piece, FilterName, &str)] = &[
    (Piece::NoLead, FilterName::Lead, "none"),
    (Piece::NoSupport, FilterName::Support, "none"),
    (Piece::SeveralLeads, FilterName::Lead, "many"),
    (Piece::Inferred, FilterName::Lead, "inferred"),
    (Piece::Unconfirmed, FilterName::Is, "unconfirmed"),
    (Piece::Partly, FilterName::Is, "partly"),
    (Piece::Late, FilterName::Is, "late"),
    (Piece::Missed, FilterName::Result, "missed"),
    (Piece::Reached, FilterName::Result, "reached"),
    (Piece::Whether, FilterName::Result, "any"),
    (Piece::NoResult, FilterName::Result, "none"),
    (Piece::Early, FilterName::Result, "early"),
    (Piece::Done, FilterName::Status, "done"),
    (Piece::Unfinished, FilterName::Status, "unfinished"),
    (Piece::Open, FilterName::Status, "open"),
    (Piece::NotBegun, FilterName::Status, NOT_BEGUN[0]),
    (Piece::Dropped, FilterName::Status, "dropped"),
    (Piece::NoDate, FilterName::Due, NO_DATE[0]),
    (Piece::Contact, FilterName::Contact, ANY[0]),
    (Piece::Ours, FilterName::Basis, "assigned"),
];

/// Reads what is in a state, and of whom.
pub(super) fn of_states(plan: &Plan, asked: &Asked, desks: &Desks) -> Option<Reading> {
    if !desks.others.is_empty() && is_state(asked) && !has_assignments(plan) {
        return None;
    }
    let mut reading = Reading::default();
    // What our own office leads is assigned as a lead.
    let leads = role_of(asked) == FilterName::Lead && desks.bodies.is_empty();
    for (piece, name, value) in FILTERS.iter().filter(|filter| asked.has(filter.0)) {
        let is_lead = leads && *piece == Piece::Ours;
        reading.add(if is_lead { FilterName::Lead } else { *name }, value);
    }
    reading.add_desks(plan, asked, desks);
    let of_assignments = [Piece::Late, Piece::Done, Piece::Ours];
    reading.widens = is_state(asked) || of_assignments.iter().any(|&piece| asked.has(piece));
    if asked.is_of_next() && asked.has(Piece::Ours) {
        reading.next();
    }
    Some(reading)
}

/// Reads what is done as reached, and nothing as our own, where no assignment of ours is meant.
pub(super) fn without_assignments(plan: &Plan, asked: &mut Asked, kind: Option<&str>) {
    let of_assignments = |piece: &Piece| {
        matches!(
            piece,
            Piece::Done | Piece::Unfinished | Piece::Ours | Piece::Contact
        )
    };
    if !asked.pieces.iter().any(of_assignments) {
        return;
    }
    let is_target = kind.is_some_and(|kind| [GOAL, INDICATOR].contains(&kind));
    if !is_target && has_assignments(plan) {
        return;
    }
    let is_ours = |piece: &Piece| matches!(piece, Piece::Ours | Piece::Contact);
    asked.pieces.retain(|piece| !is_ours(piece));
    asked.read_as(&[Piece::Done], Piece::Reached);
    asked.read_as(&[Piece::Unfinished], Piece::Missed);
}

/// Returns true if it asks for assignments in a state that words of names have too: cancelled, in progress.
pub(super) fn is_state(asked: &Asked) -> bool {
    let states = [
        Piece::Unfinished,
        Piece::Open,
        Piece::NotBegun,
        Piece::Dropped,
        Piece::NoDate,
    ];
    states.iter().any(|&piece| asked.has(piece))
}

/// Returns true if there is any assignment.
pub(in crate::search) fn has_assignments(plan: &Plan) -> bool {
    let mut rows = plan.responsibilities().iter();
    rows.any(|row| row.assigned().next().is_some())
}

/// The dates of all assignments.
pub(super) fn dates_of_assignments(plan: &Plan) -> Vec<Date> {
    let rows = plan.responsibilities().iter();
    let rows = rows.flat_map(Responsibility::assigned);
    rows.filter_map(|row| row.due).collect()
}
