//! That a word is the name of a unit of our own office too, which a filter lists.

use super::field::Field;
use super::index::{Cancelled, Stopped};
use super::{Found, Index};
use crate::model::Plan;
use crate::query::fold::folded;
use crate::query::{Filter, FilterName, Note, Query};

impl Index {
    /// Notes that all that was typed, or what was asked of as an organisation, is the name of an own unit,
    /// where the unit's work is not what is found first: IT, 单位:IT.
    pub(super) fn say_own_unit(
        &self,
        plan: &Plan,
        query: &Query,
        found: &mut Found,
        cancelled: Cancelled<'_>,
    ) -> Result<(), Stopped> {
        let is_listed = found
            .hits
            .first()
            .is_some_and(|hit| hit.field == Field::Unit);
        let typed = match query.filters.as_slice() {
            [] if query.can_ask() => query.input(),
            [one] if one.name == FilterName::Body && !one.is_not && query.words.is_empty() => {
                &one.value
            }
            _ => return Ok(()),
        };
        if is_listed || found.read_as().is_some() {
            return Ok(());
        }
        let typed = folded(typed);
        let Some(unit) = self.desk_called(FilterName::Unit, &typed) else {
            return Ok(());
        };
        let name = unit.written.clone();
        let own = Query {
            filters: vec![Filter::new(FilterName::Unit, &name)],
            today: query.today,
            ..Query::default()
        };
        let count = self.search_words(plan, &own, cancelled)?.total;
        let is_unknown = |note: &Note| matches!(note, Note::UnknownValue { .. });
        found.notes.retain(|note| !is_unknown(note));
        found.notes.push(Note::OwnUnit { name, count });
        Ok(())
    }
}
