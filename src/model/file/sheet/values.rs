//! From a cell to a value of a data file, as the key that it stands for holds it.

use serde_json::{Value as Json, json};

use super::cells::{date_of_number, date_of_text, folded, is_no_date, names, separate};
use super::fault::{Fault, Named};

use super::grid::{CellPlace, Value};
use super::holds::{FLAG, Holds, Of, Word};
use super::read::{Reader, both, lang_of};
use super::table::text;
use crate::model::{Figure, Lang};

/// The value of a cell; nothing where nothing stands in it.
///
/// # Errors
/// What is wrong with it.
pub(super) fn value(
    reader: &mut Reader,
    holds: Holds,
    lang: Option<Lang>,
    cell: &Value,
    place: &CellPlace,
) -> Result<Option<Json>, Fault> {
    let written = text(cell)?;
    if written.is_empty() {
        return Ok(None);
    }
    let value = match holds {
        Holds::Text if lang.is_none() && reader.either => both(&written),
        Holds::Text => match lang.unwrap_or_else(|| lang_of(&written)) {
            Lang::En => json!({ "en": written }),
            Lang::Zh => json!({ "zh": written }),
        },
        Holds::Line => written.into(),
        Holds::Lines => names(&written).into(),
        Holds::One(Of::Kind) => reader.kind(&written, place)?.into(),
        Holds::One(of) => reader.named(of, &written, place)?.into(),
        Holds::Many(of) => {
            let ids = all_named(reader, of, &written, place)?;
            ids.into_iter().map(Json::String).collect()
        }
        Holds::Date if is_no_date(&written) => return Ok(None),
        Holds::Date => date(cell, &written)?.into(),
        Holds::Whole => whole(&written).ok_or(Fault::BadNumber(written))?.into(),
        Holds::Figure => figure(cell, &written)?,
        Holds::Flag => Json::Bool(word(FLAG, &written)? == "true"),
        Holds::Word(words) => word(words, &written)?.into(),
    };
    Ok(Some(value))
}

/// A number, which text may write with marks between its thousands.
fn figure(cell: &Value, written: &str) -> Result<Json, Fault> {
    if let Value::Number(number) = cell {
        return Ok(json!(number));
    }
    let number = written.replace(['，', ','], "");
    Figure::parse(&number).ok_or_else(|| Fault::BadNumber(written.to_owned()))?;
    Ok(serde_json::from_str(&number).unwrap_or_default())
}

/// The ids of all that a cell names. A name may have a comma: what is not known as it stands is taken
/// apart.
pub(super) fn all_named(
    reader: &mut Reader,
    of: Of,
    text: &str,
    place: &CellPlace,
) -> Result<Vec<String>, Fault> {
    if of == Of::Source {
        let source = |name: &str| {
            let mut ids = reader.names.find(Of::Document, name);
            match ids.len() {
                1 => ids.remove(0),
                0 if reader.add_documents && !name.contains("://") => {
                    reader.add("documents", Named::Document, name, place)
                }
                _ => name.to_owned(),
            }
        };
        return Ok(names(text).into_iter().map(source).collect());
    }
    let mut ids = Vec::new();
    for line in text.split(['\n', '\r']).map(str::trim) {
        if line.is_empty() {
            continue;
        }
        let parts = separate(line);
        if parts.len() < 2 || reader.names.one(of, line).is_some() {
            ids.push(reader.named(of, line, place)?);
            continue;
        }
        for part in parts {
            ids.push(reader.named(of, part, place)?);
        }
    }
    Ok(ids)
}

pub(super) fn date(cell: &Value, written: &str) -> Result<String, Fault> {
    let day = match cell {
        Value::Day(day) => Some(*day),
        Value::Number(number) => date_of_number(*number),
        _ => date_of_text(written),
    };
    day.map(|day| day.to_string())
        .ok_or_else(|| Fault::BadDate(written.to_owned()))
}

fn whole(text: &str) -> Option<i64> {
    let text: String = text.chars().map(crate::model::half_width).collect();
    text.trim().trim_end_matches(".0").parse().ok()
}

/// The key of a word.
///
/// # Errors
/// It is not known.
pub(super) fn word(words: &'static [Word], written: &str) -> Result<&'static str, Fault> {
    let name = folded(written);
    let is = |word: &&Word| {
        let names = word.en.iter().chain(word.zh).chain([&word.key]);
        names.into_iter().any(|known| folded(known) == name)
    };
    let found = words.iter().find(is).map(|word| word.key);
    found.ok_or_else(|| Fault::UnknownWord {
        word: written.to_owned(),
        known: words
            .iter()
            .map(|word| word.name(lang_of(written)).to_owned())
            .collect(),
    })
}
