//! The units and the contacts of assignments, as filters name them.

use super::fold::folded;
use crate::model::{Plan, Responsibility, Statement};

/// The name of a unit or of a contact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct DeskName {
    /// Folded.
    name: String,
    /// Some assignment has exactly this name: then no longer one that contains it is meant.
    is_whole: bool,
}

impl DeskName {
    /// What a filter with a folded value means among what the assignments have in a field.
    pub(super) fn of(plan: &Plan, name: &str, field: fn(&Statement) -> &str) -> DeskName {
        let rows = plan.responsibilities().iter();
        let mut rows = rows.flat_map(Responsibility::assigned);
        DeskName {
            name: name.to_owned(),
            is_whole: rows.any(|row| desks_in(field(row)).any(|one| one == name)),
        }
    }

    /// Returns true for a text of an assignment that has the name: as a whole where it is one, else in a
    /// longer name, of letters from the beginning of a word on.
    pub(super) fn is_in(&self, text: &str) -> bool {
        if self.is_whole {
            return desks_in(text).any(|one| one == self.name);
        }
        let text = folded(text);
        let is_letter = |c: char| c.is_ascii_alphabetic();
        let begins = |at: usize| !text[..at].ends_with(is_letter);
        let is_word = self.name.starts_with(is_letter);
        let mut places = text.match_indices(&self.name);
        places.any(|(at, _)| !is_word || begins(at))
    }
}

/// Iterates over the folded names in a field of an assignment: a list names several, and a contact has a
/// number behind the name.
fn desks_in(field: &str) -> impl Iterator<Item = String> {
    let names = desks_as_written(field).map(folded);
    names.filter(|name| !name.is_empty())
}

/// The same as they are written.
pub(crate) fn desks_as_written(field: &str) -> impl Iterator<Item = &str> {
    let ends = |c: char| c.is_ascii_digit() || "、，,;；/()（）+".contains(c);
    field.split(ends).map(str::trim)
}
