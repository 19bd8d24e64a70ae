//! Why something was found, and what is odd about a query, in words.

use crate::i18n::search::{field, search as words};
use crate::i18n::who::who;
use crate::model::{Lang, Str};
use crate::query::{FilterName, Note};
use crate::search::{Field, Found, Tier, Why};

/// The longest text that is quoted, in characters.
const QUOTED: usize = 40;

/// Why a node was found: "alias 工信部", "pinyin of 数字乡村", "did you mean silk?".
#[must_use]
pub fn why(reason: &Why, lang: Lang) -> String {
    let words = words(lang);
    if reason.tier == Tier::Nearest {
        return has(&[&reason.word], lang);
    }
    if let (Tier::Typo, Some(meant)) = (reason.tier, &reason.meant) {
        return words.meant(meant);
    }
    let name = field(lang, reason.field.id());
    let long = match reason.field {
        Field::Part(_) | Field::Target(_) | Field::Summary(_) => true,
        Field::Id
        | Field::Name(_)
        | Field::Short(_)
        | Field::SeedName(_)
        | Field::Abbr
        | Field::Alias
        | Field::Number
        | Field::Kind
        | Field::Body
        | Field::Unit
        | Field::Contact
        | Field::Category(_) => reason.text.chars().count() > QUOTED,
    };
    match (reason.tier, long) {
        (Tier::Pinyin, false) => words.pinyin(&reason.text),
        (_, true) => name.to_owned(),
        (_, false) => format!("{name} {}", reason.text),
    }
}

/// What is to be said about a query.
#[must_use]
pub fn note(note: &Note, lang: Lang) -> String {
    let words = words(lang);
    match note {
        Note::UnknownFilter(name) => words.unknown_filter(
            &Str::sanitize(name),
            "kind, body, lead, by, basis, is, result, status, due, unit",
        ),
        Note::UnknownValue {
            filter,
            value,
            known,
        } => words.unknown_value(filter_id(*filter), &Str::sanitize(value), &known.join(", ")),
        Note::ReadAs(filters) => words.read_as(&Str::sanitize(filters)),
        Note::NotRead(typed) => words.not_read(&Str::sanitize(&typed.join(" "))),
        Note::Nearest(typed) => words.nearest(&Str::sanitize(&typed.join(" "))),
        Note::Nowhere(typed) => words.nowhere(&Str::sanitize(&typed.join(words.between_quotes))),
        Note::DidYouMean { typed, suggestions } => {
            words.did_you_mean(&Str::sanitize(typed), &suggestions.join(", "))
        }
    }
}

/// A filter as it is typed.
fn filter_id(filter: FilterName) -> &'static str {
    match filter {
        FilterName::Kind => "kind",
        FilterName::Body => "body",
        FilterName::Lead => "lead",
        FilterName::By => "by",
        FilterName::Basis => "basis",
        FilterName::Status => "status",
        FilterName::Due => "due",
        FilterName::Unit => "unit",
        FilterName::Is => "is",
        FilterName::Result => "result",
    }
}

/// How many items, organisations and documents were found; empty where they are of one group.
#[must_use]
pub fn counts(found: &Found, lang: Lang) -> String {
    let words = words(lang);
    let counts = found.counts;
    let groups = [
        (counts.items, words.items(counts.items)),
        (counts.bodies, words.bodies(counts.bodies)),
        (counts.documents, words.documents(counts.documents)),
    ];
    let said: Vec<String> = groups
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(_, counted)| counted)
        .collect();
    if said.len() < 2 {
        return String::new();
    }
    said.join(who(lang).list)
}

/// The words that a nearest answer has.
#[must_use]
pub fn has(typed: &[&str], lang: Lang) -> String {
    let words = words(lang);
    words.has(&Str::sanitize(&typed.join(who(lang).list)))
}
