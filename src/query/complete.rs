//! The values of the filters, and how one that is being typed may end.

use super::filter_values::{
    BASES, BODIES, DOCUMENTS, LEADS, MANY, NONE, NOT_BEGUN, RESULTS, STATES, UNSURE,
};
use super::fold::folded;
use super::{FILTERS, FilterName, filter_name, in_lang};
use crate::model::{Lang, Node, Plan, PointKind, Responsibility, Statement, Status, Str};

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
    let lang = if typed.is_ascii() { Lang::En } else { Lang::Zh };
    let name = FILTERS
        .iter()
        .map(|(_, names)| in_lang(names, lang))
        .find(|name| typed.len() >= 2 && name.starts_with(&typed))?;
    Some(format!("{}:", name.get(typed.len()..)?))
}

fn rest_of_value(plan: &Plan, name: FilterName, value: &str) -> Option<String> {
    let typed = value.to_lowercase();
    if typed.is_empty() {
        return None;
    }
    let lang = if typed.is_ascii() { Lang::En } else { Lang::Zh };
    let all = values(plan, name, lang);
    if all.iter().any(|known| known.to_lowercase() == typed) {
        return None;
    }
    all.iter().find_map(|known| {
        let begins = known.to_lowercase().starts_with(&typed);
        let rest = known.chars().skip(typed.chars().count()).collect();
        begins.then_some(rest)
    })
}

/// Returns the values of a filter, as they are typed in a language.
pub(super) fn values(plan: &Plan, name: FilterName, lang: Lang) -> Vec<String> {
    fn of<T>(table: &[(T, &'static [&'static str])], lang: Lang) -> Vec<String> {
        let names = table.iter().map(|(_, names)| in_lang(names, lang));
        names.map(str::to_owned).collect()
    }
    let first = |names: &[&'static str]| in_lang(names, lang).to_owned();
    match name {
        FilterName::Kind => plan
            .kinds()
            .map(|(_, kind)| match lang {
                Lang::En => kind.id.to_string(),
                Lang::Zh => kind.name.zh().to_owned(),
            })
            .chain([BODIES, DOCUMENTS].map(first))
            .collect(),
        FilterName::Is => {
            let late = STATES.iter().filter(|(state, _)| **state == [Status::Late]);
            let late = late.map(|(_, names)| first(names));
            UNSURE
                .iter()
                .map(|(_, names)| first(names))
                .chain(late)
                .collect()
        }
        FilterName::Result => of(RESULTS, lang),
        FilterName::Body | FilterName::Lead | FilterName::Support => {
            let mut bodies: Vec<_> = plan
                .bodies()
                .map(|(id, body)| {
                    let named = match lang {
                        Lang::En => body.id.to_string(),
                        Lang::Zh => plan.label(Node::Body(id), lang).to_owned(),
                    };
                    (plan.responsibilities_of(id).count(), named)
                })
                .collect();
            bodies.sort_by_key(|(charges, _)| std::cmp::Reverse(*charges));
            let states = match name {
                FilterName::Lead => [of(LEADS, lang), vec![first(MANY)]].concat(),
                FilterName::Support => vec![first(NONE)],
                _ => Vec::new(),
            };
            let bodies = bodies.into_iter().map(|(_, named)| named);
            states.into_iter().chain(bodies).collect()
        }
        FilterName::Basis => of(BASES, lang),
        FilterName::Status => [of(STATES, lang), vec![first(NOT_BEGUN)]].concat(),
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
        FilterName::Under => {
            let parents = plan
                .items()
                .filter(|(id, _)| !plan.children(*id).is_empty());
            parents.map(|(_, item)| item.id.to_string()).collect()
        }
        FilterName::Unit => of_assignments(plan, |row| &row.unit),
        FilterName::Contact => of_assignments(plan, |row| &row.contact),
    }
}

/// The texts that assignments have, each once.
fn of_assignments(plan: &Plan, text: impl Fn(&Statement) -> &Str) -> Vec<String> {
    let texts = assigned(plan).map(|row| text(row).to_string());
    let mut texts: Vec<String> = texts.filter(|text| !text.is_empty()).collect();
    texts.sort();
    texts.dedup();
    texts
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
