//! The parts of a question and the filters, as they are typed in a language.

use super::short_name;
use crate::i18n::search::search as words;
use crate::model::{Lang, Node, Plan};
use crate::query::{FilterName, Part, in_lang, names_of_value};

/// A part of a question as it is typed in a language.
#[must_use]
pub fn typed(plan: &Plan, part: &Part, lang: Lang) -> String {
    match part {
        Part::Words(words) => {
            // Ids as the plan writes them.
            let written = |word: &str| {
                let node = plan.find(word);
                node.map_or_else(|| word.to_owned(), |node| plan.id(node).to_owned())
            };
            words.split(' ').map(written).collect::<Vec<_>>().join(" ")
        }
        Part::Most => words(lang).leads_most.to_owned(),
        Part::MostIssued => words(lang).issued_most.to_owned(),
        Part::LeadsNothing => words(lang).leads_nothing.to_owned(),
        Part::Newest => words(lang).newest.to_owned(),
        Part::Not(name, value) => {
            let filter = Part::Filter(*name, value.clone());
            format!("!{}", typed(plan, &filter, lang))
        }
        Part::Filter(name, value) => {
            let value = typed_value(plan, *name, value, lang);
            let quote = if value.contains(char::is_whitespace) {
                "\""
            } else {
                ""
            };
            format!("{}:{quote}{value}{quote}", name.typed(lang))
        }
    }
}

/// The value of a filter as it is typed in a language.
pub(super) fn typed_value(plan: &Plan, filter: FilterName, value: &str, lang: Lang) -> String {
    if let Some(names) = names_of_value(filter, value) {
        return in_lang(names, lang).to_owned();
    }
    let shown = match (filter, plan.find(value)) {
        (FilterName::Body | FilterName::Lead | FilterName::Support, Some(Node::Body(id))) => {
            Some(short_name(plan, id, lang))
        }
        (FilterName::Kind, _) if lang == Lang::Zh => {
            let name = plan.kind(value).and_then(|kind| plan[kind].name.own(lang));
            name.map(str::to_owned)
        }
        _ => None,
    };
    shown.unwrap_or_else(|| value.to_owned())
}

/// A query of filters as it is typed in a language: `lead:none` is `牵头:无`.
#[must_use]
pub fn filters_in(plan: &Plan, query: &str, lang: Lang) -> String {
    let each = query.split(' ').map(|word| {
        let filter = word.split_once(':');
        let known = filter.and_then(|(name, value)| {
            let name = FilterName::all().find(|one| one.typed(Lang::En) == name)?;
            Some(typed(plan, &Part::Filter(name, value.to_owned()), lang))
        });
        known.unwrap_or_else(|| word.to_owned())
    });
    each.collect::<Vec<_>>().join(" ")
}
