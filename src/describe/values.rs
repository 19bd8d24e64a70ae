//! The values of a filter, where the one that was typed is not known.

use super::typed::typed_value;
use crate::i18n::search::search as words;
use crate::i18n::who::who;
use crate::model::{Lang, Plan, Str};
use crate::query::fold::folded;
use crate::query::function_words::is_function;
use crate::query::{FilterName, distance};

/// Of more values only the nearest are listed.
const MOST: usize = 12;
const NEAREST: usize = 5;

/// That a filter has no such value, and which it has; of many those that are nearest to it.
pub(super) fn unknown_value(
    plan: &Plan,
    filter: FilterName,
    value: &str,
    known: &[String],
    lang: Lang,
) -> String {
    let is_many = known.len() > MOST;
    let known: Vec<&String> = if is_many {
        nearest(plan, value, known)
    } else {
        known.iter().collect()
    };
    let known = known.into_iter();
    let known: Vec<String> = known
        .map(|known| typed_value(plan, filter, known, lang))
        .collect();
    let known = known.join(who(lang).list);
    let (name, value) = (filter.typed(lang), Str::sanitize(value));
    if !is_many {
        return words(lang).unknown_value(name, &value, &known);
    }
    let all = match filter {
        FilterName::Body | FilterName::Lead | FilterName::Support => words(lang).all_bodies,
        _ => "",
    };
    words(lang).unknown_of_many(name, &value, &known) + all
}

/// Those of many values that are nearest to one that is not known, by the letters of their ids and of
/// the words of their names.
fn nearest<'v>(plan: &Plan, value: &str, known: &'v [String]) -> Vec<&'v String> {
    let value = folded(value);
    let far = |known: &&String| {
        let name = plan.find(known).map(|node| plan.name(node));
        let names = name.map(|name| [Lang::En, Lang::Zh].map(|lang| folded(name.get(lang))));
        let names = names.into_iter().flatten();
        let words = names.flat_map(|name| {
            let words = name.split(' ').filter(|word| !is_function(word));
            words.map(str::to_owned).collect::<Vec<_>>()
        });
        let forms = words.chain([folded(known)]);
        let far = forms.map(|form| distance(value.as_bytes(), form.as_bytes()).whole);
        far.min().unwrap_or(usize::MAX)
    };
    let mut nearest: Vec<&String> = known.iter().collect();
    nearest.sort_by_cached_key(far);
    nearest.truncate(NEAREST);
    nearest
}
