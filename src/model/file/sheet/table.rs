//! From a sheet to a table: which row holds the headings, what each column means, which rows hold
//! something.

use std::collections::HashMap;

use super::cells::{folded, is_control};
use super::fault::{Fault, FileFault, SheetNotice};
use super::fields::{self, SORTS, Sort};
use super::grid::{CellPlace, GridCell, GridRow, Sheet, Value};
use super::headings::Column;
use super::meaning::{self, Meaning};
use super::used::used;
use crate::model::{Figure, Lang};

/// A sheet with headings.
#[derive(Debug)]
pub(super) struct SheetTable<'s> {
    pub(super) sheet: &'s Sheet,
    /// What its rows are.
    pub(super) sort: &'static Sort,
    /// Its columns that mean something.
    pub(super) columns: Vec<(u32, Meaning)>,
    /// Its rows below the headings.
    pub(super) rows: &'s [GridRow],
    /// What stands above the headings.
    pub(super) above: &'s [GridRow],
}

impl<'s> SheetTable<'s> {
    pub(super) fn place(&self, row: &GridRow, column: u32) -> CellPlace {
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

    /// The rows that are no titles: a cell merged over all columns is one.
    pub(super) fn records(
        &self,
        notices: &mut Vec<SheetNotice>,
    ) -> impl Iterator<Item = &'s GridRow> + use<'s> {
        let key = self.key();
        let is_title = move |row: &GridRow| {
            // A number or a date may stand before it.
            let mut from_key = row.cells.iter().filter(|cell| cell.column >= key);
            from_key.next().is_some_and(|first| {
                let is_wide = first.merged.is_some_and(|width| width > 1);
                is_wide && from_key.all(|cell| cell.value == first.value)
            })
        };
        let titles = self.rows.iter().filter(|row| is_title(row));
        notices.extend(titles.map(|row| {
            let column = row.cells.first().map_or(0, |cell| cell.column);
            SheetNotice::Title(self.place(row, column))
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
/// It has none: it is a formula without a value, an error, a number that may be rounded, or holds control
/// characters.
pub(super) fn text(value: &Value) -> Result<String, Fault> {
    match value {
        Value::Text(text) => {
            if text.contains(is_control) {
                return Err(Fault::ControlCharacter);
            }
            Ok(text
                .trim_matches([' ', '\t', '\u{a0}', '\u{3000}'])
                .to_owned())
        }
        // The library has rounded it already, perhaps.
        Value::Number(number) if number.abs() >= Figure::EXACT => {
            Err(Fault::InexactNumber(number.to_string()))
        }
        Value::Number(number) => Ok(number.to_string()),
        Value::Day(day) => Ok(day.to_string()),
        Value::Flag(flag) => Ok(flag.to_string()),
        Value::Formula => Err(Fault::Formula),
        Value::Error(error) => Err(Fault::ErrorValue(error.to_string())),
    }
}

/// How far down headings are looked for.
pub(super) const MOST_ABOVE: usize = 30;

/// The table in a sheet; none where it has no headings that say what its rows are about.
///
/// # Errors
/// All headings that are wrong.
pub(super) fn table<'s>(
    sheet: &'s Sheet,
    overlay: bool,
    notices: &mut Vec<SheetNotice>,
) -> Result<Option<SheetTable<'s>>, Vec<FileFault>> {
    let score = |row: &GridRow| {
        // A cell merged over several columns counts once.
        let same =
            |one: &GridCell, other: &GridCell| other.merged.is_some() && one.value == other.value;
        let cells = row.cells.chunk_by(same).filter_map(<[GridCell]>::first);
        let headings = cells.filter_map(|cell| heading_score(&cell.value));
        headings.fold((0, 0), |(count, sum), score| (count + 1, sum + score))
    };
    let first = sheet.rows.iter().take(MOST_ABOVE).enumerate();
    let best = first.map(|(at, row)| (score(row), at));
    // The first of equals.
    let best = best.rev().max_by_key(|((_, sum), _)| *sum);
    let Some(((count, sum), at)) = best.filter(|((count, _), _)| *count > 0) else {
        return Ok(None);
    };
    let (above, rest) = sheet.rows.split_at(at);
    let Some((head, rows)) = rest.split_first() else {
        return Ok(None);
    };
    let mut said = Vec::new();
    let (columns, faults) = columns(sheet, head, &mut said);
    // A single word that is a heading by chance is none.
    if sum < 2 || count < 2 && head.cells.len() > 1 {
        return Ok(None);
    }
    let Some(sort) = sort_of(sheet, &columns) else {
        let is_table = !faults.is_empty() && !columns.is_empty();
        return if is_table { Err(faults) } else { Ok(None) };
    };
    let (columns, unused) = used(sort, columns, overlay);
    said.extend(unused.into_iter().map(|(at, column)| {
        let heading = head.get(at).and_then(|value| text(value).ok());
        let holding = SORTS
            .iter()
            .filter(|other| other.list != sort.list && other.has(column));
        SheetNotice::UnusedHeading {
            place: place(sheet, head.number, at),
            heading: heading.unwrap_or_default(),
            sheets: holding
                .map(|sort| [Lang::En, Lang::Zh].map(|lang| sort.name(lang)))
                .collect(),
        }
    }));
    notices.append(&mut said);
    if !faults.is_empty() {
        return Err(faults);
    }
    let first = head.cells.first().map_or(0, |cell| cell.column);
    notices.push(SheetNotice::Table {
        place: place(sheet, head.number, first),
        sort: [Lang::En, Lang::Zh].map(|lang| sort.name(lang)),
        rows: rows.len(),
        columns: columns
            .iter()
            .map(|(at, meaning)| (super::grid::letters(*at), meaning.column))
            .collect(),
    });
    Ok(Some(SheetTable {
        sheet,
        sort,
        columns,
        rows,
        above,
    }))
}

/// How clearly a text is a heading; nothing where it is none, nor nearly one.
fn heading_score(value: &Value) -> Option<usize> {
    let Value::Text(text) = value else {
        return None;
    };
    match meaning::meaning(text) {
        Some((_, is_weak)) => Some(if is_weak { 1 } else { 2 }),
        None => meaning::nearest(text).map(|_| 1),
    }
}

/// Columns of the tables that this program writes which follow from figures that are not in the table. The
/// last one shows that it is such a table: anybody may have a `result`.
const COMPUTED: [&str; 3] = ["lead_basis", "result", "result_year"];

fn columns(
    sheet: &Sheet,
    head: &GridRow,
    notices: &mut Vec<SheetNotice>,
) -> (Vec<(u32, Meaning)>, Vec<FileFault>) {
    let mut columns: Vec<(u32, Meaning, bool)> = Vec::new();
    let mut firsts: HashMap<Meaning, usize> = HashMap::new();
    let mut faults = Vec::new();
    let place = |at: u32| place(sheet, head.number, at);
    let heading = |at: u32| head.get(at).and_then(|value| text(value).ok());
    let unknown = |at: u32| SheetNotice::UnknownHeading {
        place: place(at),
        heading: heading(at).unwrap_or_default(),
    };
    let mut headings = head.cells.iter().filter_map(|cell| heading(cell.column));
    let is_own = headings.any(|heading| heading == COMPUTED[2]);
    for cell in &head.cells {
        let Some(heading) = heading(cell.column) else {
            notices.push(unknown(cell.column));
            continue;
        };
        if is_own && COMPUTED.contains(&&*heading) {
            continue;
        }
        let mut fault = |fault: Fault| {
            let place = Some(place(cell.column));
            faults.push(FileFault { place, fault });
        };
        let meant = match &cell.value {
            Value::Text(text) => meaning::meaning(text),
            _ => None,
        };
        let Some((mut meaning, is_weak)) = meant else {
            match meaning::nearest(&heading) {
                Some(near) => fault(Fault::MisspeltHeading { heading, near }),
                None => notices.push(unknown(cell.column)),
            }
            continue;
        };
        if meaning.column == Column::Body {
            meaning.lang = None;
        }
        let first = firsts.get(&meaning).map(|at: &usize| &mut columns[*at]);
        match first {
            Some(_) if meaning.column == Column::Reading => {
                columns.push((cell.column, meaning, is_weak));
            }
            // The name of an organisation beside its id.
            Some(_) if is_weak && meaning.column == Column::Body => {}
            Some((first, _, is_weak)) if *is_weak && meaning.column == Column::Body => {
                (*first, *is_weak) = (cell.column, false);
            }
            // A heading over several columns means the first of them.
            Some(_) if cell.merged.is_some_and(|width| width > 1) => {}
            Some(_) if is_weak => notices.push(unknown(cell.column)),
            Some((first, _, first_is_weak)) if *first_is_weak => {
                notices.push(unknown(*first));
                (*first, *first_is_weak) = (cell.column, false);
            }
            Some((first, ..)) => {
                let first = place(*first);
                fault(Fault::DoubleHeading { heading, first });
            }
            None => {
                firsts.insert(meaning, columns.len());
                columns.push((cell.column, meaning, is_weak));
            }
        }
    }
    let columns = columns.into_iter();
    (
        columns.map(|(at, meaning, _)| (at, meaning)).collect(),
        faults,
    )
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
