//! From a cell to a value of a data file, as the key that it stands for holds it.

use serde_json::{Value as Json, json};

use super::cells::{date_of_number, date_of_text, folded, is_no_date, names, non_empty, separate};
use super::fault::{Fault, Named};

use super::grid::{CellPlace, Value};
use super::holds::{FLAG, Holds, Of, ROLE, SheetWord};
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
        Holds::Whole => whole(&written)
            .ok_or_else(|| no_number(written, holds))?
            .into(),
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
    let bad = || no_number(written.to_owned(), Holds::Figure);
    let number = Figure::parse(&plain_number(written)).ok_or_else(bad)?;
    // As JSON has it: a spreadsheet may hold `.5` and `007`.
    serde_json::from_str(&number.to_string()).map_err(|_| bad())
}

/// What is wrong with a text that is no number that can be held.
fn no_number(written: String, holds: Holds) -> Fault {
    let is_digit =
        |c: char| c.is_ascii_digit() || c == '-' || holds == Holds::Figure && ".eE+".contains(c);
    let number = plain_number(&written);
    if number.chars().all(is_digit) && number.parse::<f64>().is_ok() {
        Fault::InexactNumber(written)
    } else if holds == Holds::Figure
        && without_percent(&written).is_some_and(|number| Figure::parse(number).is_some())
    {
        Fault::Percentage(written)
    } else {
        Fault::BadNumber(written)
    }
}

/// What stands before the percent sign at the end of a text.
pub(super) fn without_percent(text: &str) -> Option<&str> {
    text.trim_end().strip_suffix(['%', '％']).map(str::trim_end)
}

/// A number without marks between its thousands, in signs of usual width. Other commas stay: in `2,5` it may
/// be the point.
fn plain_number(written: &str) -> String {
    let number: String = written.chars().map(crate::model::half_width).collect();
    let number = number.strip_prefix('+').unwrap_or(&number);
    let (whole, fraction) = match number.find('.') {
        Some(point) => number.split_at(point),
        None => (number, ""),
    };
    let mut groups = whole.trim_start_matches('-').split(',');
    let digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    let first = groups.next().unwrap_or_default();
    // No thousands begin with a zero: in `0,750` the comma is a point.
    let are_thousands = (1..=3).contains(&first.len())
        && digits(first)
        && !(first.starts_with('0') && whole.contains(','))
        && groups.all(|group| group.len() == 3 && digits(group));
    if are_thousands {
        whole.replace(',', "") + fraction
    } else {
        number.to_owned()
    }
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
    if of == Of::Body {
        let bodies = bodies(reader, text, place)?;
        return Ok(bodies.into_iter().map(|(id, _)| id).collect());
    }
    let mut ids = Vec::new();
    for line in non_empty(text.split(['\n', '\r'])) {
        for part in parts(reader, of, line) {
            ids.push(reader.named(of, part, place)?);
        }
    }
    Ok(ids)
}

/// The names in a line; one that is known as it stands is a single one.
fn parts<'t>(reader: &Reader, of: Of, line: &'t str) -> Vec<&'t str> {
    if reader.names.one(of, line).is_some() {
        vec![line]
    } else {
        separate(line)
    }
}

/// The ids of all bodies that a cell names, each with the role that the cell says beside its name:
/// `教育部（牵头）、民政部`, `牵头：教育部；配合：民政部`, `MOE (lead) and MCA`.
pub(super) fn bodies(
    reader: &mut Reader,
    text: &str,
    place: &CellPlace,
) -> Result<Vec<(String, Option<&'static str>)>, Fault> {
    let mut bodies = Vec::new();
    for line in non_empty(text.split(['\n', '\r'])) {
        // A role before a colon holds for the rest of the line.
        let mut before = None;
        for mut part in parts(reader, Of::Body, line) {
            if let Some((label, rest)) = part.split_once([':', '：'])
                && let Ok(role) = word(ROLE, label)
            {
                (before, part) = (Some(role), rest.trim());
            }
            if part.is_empty() {
                continue;
            }
            let all = if let Some(all) = joined(reader, part, MOST_JOINTS) {
                all
            } else {
                let (name, role) = without_role(reader, part);
                match reader.named(Of::Body, name, place) {
                    Ok(id) => vec![(id, role)],
                    // The others that are named stand.
                    Err(fault) if reader.lenient => {
                        reader.refuse(place.clone(), fault);
                        continue;
                    }
                    Err(fault) => return Err(fault),
                }
            };
            bodies.extend(all.into_iter().map(|(id, role)| (id, role.or(before))));
        }
    }
    Ok(bodies)
}

/// A name without a role in brackets behind it, and that role.
fn without_role<'t>(reader: &Reader, part: &'t str) -> (&'t str, Option<&'static str>) {
    let bracketed = |part: &'t str| {
        let (name, role) = part.strip_suffix([')', '）'])?.rsplit_once(['(', '（'])?;
        Some((name.trim(), word(ROLE, role).ok()?))
    };
    match bracketed(part) {
        Some((name, role)) if reader.names.one(Of::Body, part).is_none() => (name, Some(role)),
        Some(_) | None => (part, None),
    }
}

/// What may join two names beside what always does.
const JOINTS: [&str; 10] = [" and ", "和", "与", "及", "/", "／", "&", "+", "＋", " "];
/// A name with more of them is taken apart no further.
const MOST_JOINTS: usize = 8;
/// A name with more bytes is not taken apart.
const LONGEST_JOINED: usize = 400;

/// The bodies that a name is made of, each with its role, if the name is none as a whole and all its
/// pieces are.
fn joined<'w>(reader: &Reader, name: &str, most: usize) -> Option<Vec<(String, Option<&'w str>)>> {
    let known = |name: &str| {
        let (name, role) = without_role(reader, name.trim());
        Some((reader.names.one(Of::Body, name)?, role))
    };
    if let Some(one) = known(name) {
        return Some(vec![one]);
    }
    let is_several = !reader.names.find(Of::Body, name).is_empty();
    if most == 0 || is_several || name.len() > LONGEST_JOINED {
        return None;
    }
    JOINTS.iter().find_map(|joint| {
        name.match_indices(joint).find_map(|(at, _)| {
            let first = known(&name[..at])?;
            let rest = joined(reader, &name[at + joint.len()..], most - 1)?;
            Some([vec![first], rest].concat())
        })
    })
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
pub(super) fn word(words: &'static [SheetWord], written: &str) -> Result<&'static str, Fault> {
    let name = folded(written);
    let is = |word: &&SheetWord| {
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
