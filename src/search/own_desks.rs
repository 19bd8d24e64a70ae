//! The units and the contacts that own assignments name, collected with the index.

use std::collections::HashMap;

use crate::model::{Plan, Responsibility};
use crate::query::{FilterName, desks_as_written, folded};

/// A unit or a contact that own assignments name.
#[derive(Debug)]
pub(super) struct OwnDesk {
    /// The filter by which it is asked for.
    pub(super) filter: FilterName,
    /// Folded.
    pub(super) name: String,
    /// As it is written where it is named first.
    pub(super) written: String,
}

/// Returns what own assignments name, each once; what is named last comes last.
pub(super) fn own_desks(plan: &Plan) -> Vec<OwnDesk> {
    let rows = plan.responsibilities().iter();
    let rows = rows.flat_map(Responsibility::assigned);
    let named = rows.flat_map(|row| {
        let of = |filter, field| desks_as_written(field).map(move |name| (filter, name));
        of(FilterName::Unit, &row.unit).chain(of(FilterName::Contact, &row.contact))
    });
    let mut found = HashMap::new();
    for (at, (filter, written)) in named.enumerate() {
        let last = found.entry((filter, folded(written)));
        last.or_insert((at, written)).0 = at;
    }
    let mut found: Vec<_> = found.into_iter().collect();
    found.retain(|((_, name), _)| !name.is_empty());
    found.sort_unstable_by_key(|(_, (at, _))| *at);
    let desk = |((filter, name), (_, written)): (_, (usize, &str))| OwnDesk {
        filter,
        name,
        written: written.to_owned(),
    };
    found.into_iter().map(desk).collect()
}
