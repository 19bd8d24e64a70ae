//! Questions that are turned round: `which projects are not led by MIIT`, 除了工信部以外的项目.

use super::{AnswerForm, Filter, FilterName, Part, Reading, Topic};
use crate::query::question::{Asked, is_exception};

impl Reading {
    /// Takes out what passes the filter that the question turns round. Returns false if it is not certain
    /// which one that is.
    pub(super) fn negate(&mut self, asked: &Asked) -> bool {
        let Some(word) = &asked.negated else {
            return true;
        };
        if (self.form, self.topic) != (AnswerForm::Nodes, Topic::Set) {
            return false;
        }
        let filters = self.query.filters.iter();
        let (names, states): (Vec<&Filter>, Vec<&Filter>) = filters
            .filter(|filter| !OF_KIND_AND_TIME.contains(&filter.name))
            .partition(|filter| is_name(filter));
        // `Not` is said of a state, `except` of a name.
        let turned = match (names.as_slice(), states.as_slice()) {
            ([name], _) if is_exception(word) => name,
            ([name], []) => name,
            (_, [state]) if !is_exception(word) => state,
            _ => return false,
        };
        let (name, value) = (turned.name, turned.shown.clone());
        for part in &mut self.parts {
            if *part == Part::Filter(name, value.clone()) {
                *part = Part::Not(name, value.clone());
            }
        }
        for filter in &mut self.query.filters {
            filter.is_not |= filter.name == name && filter.shown == value;
        }
        self.subject = None;
        self.widens = false;
        self.yields = false;
        true
    }
}

/// Filters that narrow what is asked about, and are not turned round.
const OF_KIND_AND_TIME: &[FilterName] = &[FilterName::Kind, FilterName::By, FilterName::Due];

/// Returns true if a filter names a body, a unit or a contact.
fn is_name(filter: &Filter) -> bool {
    let of_state = ["none", "inferred"].contains(&&*filter.value);
    match filter.name {
        FilterName::Body | FilterName::Unit | FilterName::Contact => true,
        FilterName::Lead | FilterName::Support => !of_state,
        _ => false,
    }
}
