//! What is said of dates and states of assignments: by when one is due, and that none are loaded.

use super::reading::has_assignments;
use super::{Found, Index, Tier};
use crate::model::{Node, Plan, Responsibility};
use crate::query::question::{Asked, Piece};
use crate::query::{Dues, FilterName, Note, Part, Query, Sought, names_of_value};

/// Returns true if dates or states of assignments are asked for, and none are loaded.
fn asks_for_dates(plan: &Plan, query: &Query, asked: &Asked, found: &Found) -> bool {
    if has_assignments(plan) {
        return false;
    }
    let is_late =
        |value: &str| !value.is_empty() && names_of_value(FilterName::Status, value).is_some();
    let is_of_dates = |name: FilterName, value: &str| match name {
        FilterName::Due | FilterName::Status => true,
        FilterName::Is => is_late(value),
        _ => false,
    };
    let read = match found.read_as() {
        Some(Note::ReadAs(parts)) => parts.as_slice(),
        Some(_) | None => &[],
    };
    let read = read.iter().any(|part| match part {
        Part::Filter(FilterName::By, _) => asked.has(Piece::Due),
        Part::Filter(name, value) | Part::Not(name, value) => is_of_dates(*name, value),
        _ => false,
    });
    read || query
        .filters()
        .any(|(name, value)| is_of_dates(name, value))
}

impl Found {
    /// Notes that no dates are loaded, instead of that nothing is late, which would not be so.
    pub(super) fn say_no_dates(&mut self, plan: &Plan, query: &Query, asked: &Asked) {
        if !self.hits.is_empty() || !asks_for_dates(plan, query, asked, self) {
            return;
        }
        let is_of_targets = |of: &Sought| {
            matches!(
                of,
                Sought::Due {
                    of: Dues::Targets,
                    ..
                }
            )
        };
        let is_none = |note: &Note| matches!(note, Note::NoneSuch { of, .. } if !is_of_targets(of));
        self.notes.retain(|note| !is_none(note));
        self.notes.push(Note::NoDates);
    }
}

impl Index {
    /// Notes by when the one item is due whose date or state is asked for, unless it is listed with it. An
    /// item that is named among others that are found stands first.
    pub(super) fn say_by_when(&self, plan: &Plan, query: &Query, asked: &Asked, found: &mut Found) {
        let is_listed = found.hits.iter().any(|hit| hit.due.is_some());
        if is_listed || found.hits.is_empty() {
            return;
        }
        let is_time = |piece: &Piece| matches!(piece, Piece::Due | Piece::When | Piece::Finish);
        let is_state = |piece: &Piece| STATES.contains(piece);
        let is_known = |piece: &Piece| is_time(piece) || is_state(piece) || *piece == Piece::Asks;
        let is_asked = asked.pieces.iter().any(is_time);
        let node = match found.hits.as_slice() {
            [hit] if asked.pieces.iter().all(is_known) => Some(hit.node),
            [_] => None,
            _ if is_asked && found.is_of_words() => self.item_asked(plan, query, &is_known),
            _ => None,
        };
        let Some(node) = node.filter(|node| node.item().is_some()) else {
            return;
        };
        let rows = plan.responsible(node).iter();
        let is_ours = rows.flat_map(Responsibility::assigned).next().is_some();
        if is_asked || is_ours && asked.pieces.iter().any(is_state) {
            found.say_when(node, query);
        }
    }
}

impl Found {
    /// Nothing but words was read, whether they were asked about or not.
    fn is_of_words(&self) -> bool {
        match self.read_as() {
            Some(Note::ReadAs(parts)) => parts.iter().all(|part| matches!(part, Part::Words(_))),
            Some(_) | None => true,
        }
    }

    /// Says of a node by when it is due, and puts it first.
    fn say_when(&mut self, node: Node, query: &Query) {
        let Some(place) = self.hits.iter().position(|hit| hit.node == node) else {
            return;
        };
        let is_none = self.is_other_none();
        let is_answered = |note: &Note| match note {
            Note::NoneSuch { .. } | Note::ReadAs(_) => is_none,
            Note::Nearest(_) | Note::Nowhere(_) | Note::NotRead(_) => true,
            _ => false,
        };
        self.notes.retain(|note| !is_answered(note));
        if let Some(before) = self.hits.get_mut(..=place) {
            before.rotate_right(1);
        }
        self.weak += usize::from(place >= self.weak);
        if let Some(hit) = self.hits.first_mut() {
            hit.near = None;
            hit.tier = hit.tier.min(Tier::Word);
        }
        self.notes.push(Note::ByWhen(node, query.today));
    }
}

/// What is asked of how the work on one item stands.
const STATES: &[Piece] = &[
    Piece::Late,
    Piece::Done,
    Piece::Reached,
    Piece::Whether,
    Piece::Unfinished,
    Piece::Open,
    Piece::NotBegun,
    Piece::Dropped,
];
