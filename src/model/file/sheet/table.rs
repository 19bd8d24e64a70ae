//! From a sheet to a table: which row holds the headings, what each column means, which rows hold
//! something.

use super::cells::{folded, is_control};
use super::fault::{Fault, FileFault, Notice};
use super::fields::{self, SORTS, Sort};
use super::grid::{CellPlace, Row, Sheet, Value};
use super::headings::{self, Column, Meaning};
use crate::model::Lang;

/// A sheet with headings.
#[derive(Debug)]
pub(super) struct Table<'s> {
    pub(super) sheet: &'s Sheet,
    /// What its rows are.
    pub(super) sort: &'static Sort,
    /// Its columns that mean something.
    pub(super) columns: Vec<(u32, Meaning)>,
    /// Its rows below the headings.
    pub(super) rows: &'s [Row],
    /// What stands above the headings.
    pub(super) above: &'s [Row],
}

impl<'s> Table<'s> {
    pub(super) fn place(&self, row: &Row, column: u32) -> CellPlace {
        place(self.sheet, row.number, column)
    }

    /// The column that means this, in whatever language its texts are.
    pub(super) fn column(&self, column: Column) -> Option<u32> {
        let mut all = self.columns.iter();
        all.find(|(_, meaning)| meaning.column == column)
            .map(|(at, _)| *at)
    }

    pub(super) fn has(&self, column: Column) -> bool {
        self.column(column).is_some()
    }

    /// The column by which a row says what it is about.
    pub(super) fn key(&self) -> u32 {
        let mut keys = self.sort.keys.iter();
        let key = keys.find_map(|column| self.column(*column));
        key.unwrap_or_default()
    }

    /// The rows that are no titles: one merged cell is one.
    pub(super) fn records(
        &self,
        notices: &mut Vec<Notice>,
    ) -> impl Iterator<Item = &'s Row> + use<'s> {
        let is_title = |row: &Row| {
            let first = row.cells.first();
            let one = |value: &Value| row.cells.iter().all(|cell| cell.value == *value);
            row.cells.len() > 1
                && first.is_some_and(|cell| {
                    let wide = cell.merged.is_some_and(|width| width > 1);
                    wide && one(&cell.value)
                })
        };
        let titles = self.rows.iter().filter(|row| is_title(row));
        notices.extend(titles.map(|row| {
            let column = row.cells.first().map_or(0, |cell| cell.column);
            Notice::Title(self.place(row, column))
        }));
        self.rows.iter().filter(move |row| !is_title(row))
    }

    /// What is said above the headings beside one of some words: `Plan | HARBOUR`.
    pub(super) fn said_above(&self, words: &[&str]) -> Option<(CellPlace, String)> {
        self.above.iter().find_map(|row| {
            let mut cells = row.cells.iter();
            let label = folded(&text(&cells.next()?.value).ok()?);
            let said = cells.next().filter(|_| words.contains(&&*label))?;
            let place = self.place(row, said.column);
            Some((place, text(&said.value).ok()?))
        })
    }

    /// The first text above the headings.
    pub(super) fn title(&self) -> Option<String> {
        let mut cells = self.above.iter().flat_map(|row| &row.cells);
        let title = cells.find_map(|cell| match &cell.value {
            Value::Text(text) => Some(text.trim()),
            _ => None,
        })?;
        (title.chars().count() <= 120).then(|| title.to_owned())
    }
}

pub(super) fn place(sheet: &Sheet, row: u32, column: u32) -> CellPlace {
    CellPlace {
        sheet: sheet.name.clone(),
        row,
        column,
    }
}

/// The text of a cell.
///
/// # Errors
/// It has none: it is a formula without a value, an error, or holds control characters.
pub(super) fn text(value: &Value) -> Result<String, Fault> {
    match value {
        Value::Text(text) => {
            let text = text.replace("_x000D_", "");
            if text.contains(is_control) {
                return Err(Fault::ControlCharacter);
            }
            Ok(text
                .trim_matches([' ', '\t', '\u{a0}', '\u{3000}'])
                .to_owned())
        }
        Value::Number(number) => Ok(number.to_string()),
        Value::Day(day) => Ok(day.to_string()),
        Value::Flag(flag) => Ok(flag.to_string()),
        Value::Formula => Err(Fault::Formula),
        Value::Error(error) => Err(Fault::ErrorValue(error.to_string())),
    }
}

/// How far down headings are looked for.
const MOST_ABOVE: usize = 30;

/// The table in a sheet; none where it has no headings that say what its rows are about.
///
/// # Errors
/// All headings that are wrong.
pub(super) fn table<'s>(
    sheet: &'s Sheet,
    notices: &mut Vec<Notice>,
) -> Result<Option<Table<'s>>, Vec<FileFault>> {
    let score = |row: &Row| {
        row.cells
            .iter()
            .filter(|cell| is_heading(&cell.value))
            .count()
    };
    let first = sheet.rows.iter().take(MOST_ABOVE).enumerate();
    let best = first.map(|(at, row)| (score(row), at));
    // The first of equals.
    let best = best.rev().max_by_key(|(score, _)| *score);
    let Some((score, at)) = best.filter(|(score, _)| *score > 0) else {
        return Ok(None);
    };
    let (above, rest) = sheet.rows.split_at(at);
    let Some((head, rows)) = rest.split_first() else {
        return Ok(None);
    };
    let mut said = Vec::new();
    let (columns, faults) = columns(sheet, head, &mut said);
    // A single word that is a heading by chance is none.
    if score < 2 && head.cells.len() > 1 {
        return Ok(None);
    }
    let Some(sort) = sort_of(sheet, &columns) else {
        let is_table = !faults.is_empty() && !columns.is_empty();
        return if is_table { Err(faults) } else { Ok(None) };
    };
    notices.append(&mut said);
    if !faults.is_empty() {
        return Err(faults);
    }
    let first = head.cells.first().map_or(0, |cell| cell.column);
    notices.push(Notice::Table {
        place: place(sheet, head.number, first),
        sort: [Lang::En, Lang::Zh].map(|lang| sort.name(lang)),
        rows: rows.len(),
        columns: columns
            .iter()
            .map(|(at, meaning)| (super::grid::letters(*at), meaning.column))
            .collect(),
    });
    Ok(Some(Table {
        sheet,
        sort,
        columns,
        rows,
        above,
    }))
}

/// Whether a text is a heading, or nearly one.
fn is_heading(value: &Value) -> bool {
    match value {
        Value::Text(text) => headings::meaning(text).is_some() || headings::nearest(text).is_some(),
        _ => false,
    }
}

fn meaning_of(value: &Value) -> Option<Meaning> {
    match value {
        Value::Text(text) => headings::meaning(text),
        _ => None,
    }
}

fn columns(
    sheet: &Sheet,
    head: &Row,
    notices: &mut Vec<Notice>,
) -> (Vec<(u32, Meaning)>, Vec<FileFault>) {
    let mut columns: Vec<(u32, Meaning)> = Vec::new();
    let mut faults = Vec::new();
    for cell in &head.cells {
        let place = place(sheet, head.number, cell.column);
        let Ok(heading) = text(&cell.value) else {
            continue;
        };
        let Some(meaning) = meaning_of(&cell.value) else {
            match headings::nearest(&heading) {
                Some(near) => faults.push(FileFault {
                    place: Some(place),
                    fault: Fault::MisspeltHeading { heading, near },
                }),
                None => notices.push(Notice::UnknownHeading { place, heading }),
            }
            continue;
        };
        let first = columns.iter().find(|(_, known)| *known == meaning);
        match first {
            _ if meaning.column == Column::Reading => {}
            // A heading over several columns means the first of them.
            Some(_) if cell.merged.is_some_and(|width| width > 1) => {}
            Some((first, _)) => faults.push(FileFault {
                place: Some(place),
                fault: Fault::DoubleHeading {
                    heading,
                    first: self::place(sheet, head.number, *first),
                },
            }),
            None => columns.push((cell.column, meaning)),
        }
    }
    (columns, faults)
}

/// What the rows of a sheet are: by its name, or by what its columns hold.
fn sort_of(sheet: &Sheet, columns: &[(u32, Meaning)]) -> Option<&'static Sort> {
    let has = |column: &Column| columns.iter().any(|(_, meaning)| meaning.column == *column);
    let fits = |sort: &&Sort| sort.keys.iter().any(has);
    let name = folded(&sheet.name);
    let named = SORTS.iter().find(|sort| {
        let names = [Lang::En, Lang::Zh].map(|lang| folded(sort.name(lang)));
        names.contains(&name)
    });
    let is_work = [
        Column::Lead,
        Column::Support,
        Column::Kind,
        Column::Due,
        Column::Unit,
        Column::Contact,
        Column::Status,
    ];
    named.filter(fits).or_else(|| {
        if is_work.iter().any(has) {
            return Some(fields::sort("items"));
        }
        let shown = |sort: &&Sort| sort.shown_by.iter().any(has);
        SORTS.iter().filter(fits).find(shown)
    })
}
