//! What a query asks of what it finds.

use super::AskedOf;
use crate::query::{Filter, FilterName, RESULTS, Results, TARGETS};

/// What filters ask of what passes them: of targets without a result there is no result to say.
pub(super) fn asked_of(filters: &[Filter]) -> AskedOf {
    let mut names = RESULTS.iter().filter(|(known, _)| *known == Results::None);
    let without = names.next().map_or(&[][..], |(_, names)| names);
    let of_one = |filter: &Filter| match filter.name {
        FilterName::Result if !without.contains(&&*filter.value) => AskedOf::Results,
        FilterName::By => AskedOf::Targets,
        FilterName::Kind if TARGETS.contains(&&*filter.value) => AskedOf::Targets,
        _ => AskedOf::Leads,
    };
    filters.iter().map(of_one).max().unwrap_or_default()
}
