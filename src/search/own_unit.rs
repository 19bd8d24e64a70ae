//! That a word is the name of a unit of our own office too, which a filter lists.

use super::field::Field;
use super::index::{Cancelled, Stopped};
use super::{Found, Index};
use crate::model::{Plan, Responsibility};
use crate::query::fold::folded;
use crate::query::{Filter, FilterName, Note, Query, desks_as_written};

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
        let rows = plan.responsibilities().iter();
        let rows = rows.flat_map(Responsibility::assigned);
        let mut names = rows.flat_map(|row| desks_as_written(&row.unit));
        let Some(name) = names.find(|name| !name.is_empty() && folded(name) == typed) else {
            return Ok(());
        };
        let own = Query {
            filters: vec![Filter::new(FilterName::Unit, name)],
            today: query.today,
            ..Query::default()
        };
        let count = self.search_words(plan, &own, cancelled)?.total;
        let name = name.to_owned();
        found.notes.push(Note::OwnUnit { name, count });
        Ok(())
    }
}
