//! The values of the filters, and how one that is being typed may end.

use super::filter_values::{BASES, BODIES, DOCUMENTS, LEADS, NONE, RESULTS, STATES};
use super::fold::folded;
use super::{FILTERS, FilterName, filter_name};
use crate::model::{Plan, PointKind, Responsibility, Statement};

/// Completes a filter at the end of `input`: returns the rest of its name with the colon, or of its
/// value; `None` if there is nothing to add.
#[must_use]
pub fn complete(plan: &Plan, input: &str) -> Option<String> {
    let token = input
        .rsplit(char::is_whitespace)
        .next()
        .filter(|token| !token.is_empty())?;
    let token = token.trim_start_matches(['!', '！']);
    let after = |sign: char, wide: char| token.strip_prefix([sign, wide]);
    if let Some(value) = after('@', '＠') {
        return rest_of_value(plan, FilterName::Body, value);
    }
    if let Some(value) = after('#', '＃') {
        return rest_of_value(plan, FilterName::Kind, value);
    }
    if let Some((name, value)) = token.split_once([':', '：']) {
        return rest_of_value(plan, filter_name(&folded(name))?, value);
    }
    let typed = folded(token);
    if filter_name(&typed).is_some() {
        // `lead`, `by` and others are words too.
        return None;
    }
    let name = FILTERS
        .iter()
        .filter_map(|(_, names)| names.first())
        .find(|name| typed.len() >= 2 && name.starts_with(&typed))?;
    Some(format!("{}:", name.get(typed.len()..)?))
}

fn rest_of_value(plan: &Plan, name: FilterName, value: &str) -> Option<String> {
    let typed = value.to_lowercase();
    if typed.is_empty() {
        return None;
    }
    let all = values(plan, name);
    if all.iter().any(|known| known.to_lowercase() == typed) {
        return None;
    }
    all.iter().find_map(|known| {
        let begins = known.to_lowercase().starts_with(&typed);
        let rest = known.chars().skip(typed.chars().count()).collect();
        begins.then_some(rest)
    })
}

/// Returns the values of a filter, as they are typed.
pub(super) fn values(plan: &Plan, name: FilterName) -> Vec<String> {
    let first = |names: &[&str]| names.first().map(|name| (*name).to_owned());
    match name {
        FilterName::Kind => plan
            .kinds()
            .map(|(_, kind)| kind.id.to_string())
            .chain([BODIES, DOCUMENTS].iter().filter_map(|names| first(names)))
            .collect(),
        FilterName::Is => vec!["unconfirmed".to_owned(), "late".to_owned()],
        FilterName::Result => RESULTS
            .iter()
            .filter_map(|(_, names)| first(names))
            .collect(),
        FilterName::Body | FilterName::Lead | FilterName::Support => {
            let mut bodies: Vec<_> = plan
                .bodies()
                .map(|(id, body)| (plan.responsibilities_of(id).count(), body.id.to_string()))
                .collect();
            bodies.sort_by_key(|(charges, _)| std::cmp::Reverse(*charges));
            let states = LEADS.iter().filter_map(|(_, names)| first(names));
            let states = states.filter(|_| name == FilterName::Lead);
            let none = first(NONE).filter(|_| name == FilterName::Support);
            let states = states.chain(none);
            states.chain(bodies.into_iter().map(|(_, id)| id)).collect()
        }
        FilterName::Basis => BASES.iter().filter_map(|(_, names)| first(names)).collect(),
        FilterName::Status => STATES
            .iter()
            .filter_map(|(_, names)| first(names))
            .collect(),
        FilterName::By => dates(plan.items().flat_map(|(_, item)| {
            item.targets.iter().map(|target| target.by.year).chain(
                item.measure
                    .iter()
                    .flat_map(|measure| &measure.points)
                    .filter(|point| point.kind == PointKind::Target)
                    .map(|point| point.year),
            )
        })),
        FilterName::Due => dates(assigned(plan).filter_map(|row| Some(row.due?.year))),
        FilterName::Unit => {
            let mut units: Vec<String> = assigned(plan)
                .filter(|row| !row.unit.is_empty())
                .map(|row| row.unit.to_string())
                .collect();
            units.sort();
            units.dedup();
            units
        }
    }
}

fn assigned(plan: &Plan) -> impl Iterator<Item = &Statement> {
    plan.responsibilities()
        .iter()
        .flat_map(Responsibility::assigned)
}

fn dates(years: impl Iterator<Item = u16>) -> Vec<String> {
    let mut years: Vec<u16> = years.collect();
    years.sort_unstable();
    years.dedup();
    years.iter().map(u16::to_string).collect()
}
