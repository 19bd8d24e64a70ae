//! That a word is the name of a unit of our own office too, which a filter lists.

use super::field::Field;
use super::index::{Cancelled, Stopped};
use super::{Found, Index};
use crate::model::Plan;
use crate::query::fold::folded;
use crate::query::{Filter, FilterName, Note, Query};

impl Index {
    /// Notes that all that was typed is the name of an own unit, where the unit's work is not what is found
    /// first: IT.
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
        if is_listed || found.read_as().is_some() || !query.filters.is_empty() || !query.can_ask() {
            return Ok(());
        }
        let typed = folded(query.input());
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
        found.notes.push(Note::OwnUnit { name, count });
        Ok(())
    }
}
