//! Spreadsheets: an office's own data as it has it, read into the records of a data file, and
//! written again.
//!
//! From the bytes, [`grid`] is what all sheets are: by way of [`xlsx`] for workbooks, and of
//! [`encoding`] and [`delimited`] for text. [`table`] finds the headings, of which [`headings`] is
//! the table and [`meaning`] the reading; [`fields`] says which column is which key of a data file, in
//! both directions. [`read`], [`rows`], [`progress`] and [`inside`] make records of rows, [`names`] knows what names
//! stand for, and [`places`] which cell said what.

mod book;
mod cells;
mod delimited;
mod encoding;
pub(super) mod fault;
mod fields;
pub(super) mod grid;
mod headings;
mod inside;
mod meaning;
mod names;
mod pages;
mod parts;
mod places;
mod progress;
mod read;
mod rows;
mod table;
mod values;
mod xlsx;

use std::collections::HashMap;

pub use book::{BookError, delimited, guided_workbook, workbook};
pub use fault::{Fault, FileFault, Named, Notice};
pub use fields::statuses;
pub use grid::CellPlace;
pub use headings::{Column, HEADINGS, Heading, name as heading};
pub use pages::{Choices, Page, PageColumn, pages, template};
pub use places::Places;

use super::encoding::packed;
use super::findings::MOST_FINDINGS;
use super::records::{File, PlanRecord, TextRecord};
use fields::Of;
use grid::{Row, Sheet, Value};
use names::{Found, Names};
use read::Reader;
use table::Table;

/// How sheets are read.
#[derive(Clone, Copy, Debug)]
pub struct Rules {
    /// The most bytes that a sheet may take in memory.
    pub limit: u64,
    /// Bodies and items that the plan does not have are added.
    pub add: bool,
}

impl Default for Rules {
    fn default() -> Rules {
        Rules {
            limit: 256 << 20,
            add: false,
        }
    }
}

/// How the names of sheets end.
const ENDINGS: [&str; 7] = ["csv", "tsv", "xlsx", "xlsm", "xltx", "xls", "ods"];

/// Whether a file is a spreadsheet and no JSON: by its name, or by its first bytes. What comes through a
/// pipe has no name: it is a sheet if it begins with headings.
#[must_use]
pub fn is_sheet(name: &str, bytes: &[u8]) -> bool {
    if is_workbook(bytes) {
        return true;
    }
    // Packed by something else than a workbook is: that is said of it, whatever its name.
    if packed(bytes).is_some() {
        return false;
    }
    let end = name.rsplit_once('.');
    let end = end.map(|(_, end)| end.to_ascii_lowercase());
    end.map_or_else(
        || begins_with_headings(bytes),
        |end| ENDINGS.contains(&&*end),
    )
}

fn begins_with_headings(bytes: &[u8]) -> bool {
    const START: usize = 1 << 14;
    let start = &bytes[..bytes.len().min(START)];
    let is_json = start.trim_ascii_start().starts_with(b"{");
    // No character is cut in two.
    let whole = start.iter().rposition(|&byte| byte == b'\n');
    let start = match whole {
        Some(end) if bytes.len() > START => &start[..end],
        Some(_) | None => start,
    };
    let text = if is_json {
        None
    } else {
        encoding::decode(start).ok()
    };
    let sheet = text
        .and_then(|text| delimited::read(&text.text, Rules::default().limit, known_headings).ok());
    sheet.is_some_and(|sheet| {
        let mut rows = sheet.rows.iter().take(table::MOST_ABOVE);
        rows.any(|row| known_headings(row) > 1)
    })
}

fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(xlsx::ARCHIVE) || bytes.starts_with(xlsx::CONTAINER)
}

/// A sheet as a data file.
#[derive(Debug)]
pub(super) struct Imported {
    /// Its records.
    pub(super) file: File,
    /// Which cells they came from.
    pub(super) places: Places,
    /// The names of its sheets, in order.
    pub(super) sheets: Vec<String>,
    /// What is wrong with it.
    pub(super) faults: Vec<FileFault>,
    /// How many more faults there are.
    pub(super) uncounted: usize,
    /// What is said about it.
    pub(super) notices: Vec<Notice>,
    /// Nothing of it could be read.
    pub(super) is_unreadable: bool,
}

/// The sheets of a file, without those that hold nothing.
///
/// # Errors
/// It cannot be read, or takes more than `limit` bytes in memory.
fn sheets(bytes: &[u8], limit: u64, notices: &mut Vec<Notice>) -> Result<Vec<Sheet>, FileFault> {
    let mut sheets = if is_workbook(bytes) {
        xlsx::read(bytes, limit, notices)?
    } else {
        let decoded = encoding::decode(bytes)
            .map_err(|encoding| FileFault::file(Fault::Undecodable(encoding)))?;
        notices.extend(decoded.assumed.map(Notice::Encoding));
        vec![delimited::read(&decoded.text, limit, known_headings)?]
    };
    sheets.retain(|sheet| !sheet.rows.is_empty());
    if sheets.is_empty() {
        return Err(FileFault::file(Fault::Empty));
    }
    Ok(sheets)
}

/// Whether a sheet is a plan by itself and no overlay: it says what kinds of items there are.
#[must_use]
pub fn is_plan(bytes: &[u8]) -> bool {
    let mut notices = Vec::new();
    let sheets = sheets(bytes, Rules::default().limit, &mut notices).unwrap_or_default();
    let tables = sheets
        .iter()
        .filter_map(|sheet| table::table(sheet, &mut Vec::new()).ok()?);
    tables.into_iter().any(|table| {
        let is_for = table.said_above(&MEANT_FOR).is_some();
        table.sort.list == "plan"
            || (table.sort.list == "items" && table.has(Column::Kind) && !is_for)
    })
}

/// What stands beside the name of the plan that a sheet is meant for.
const MEANT_FOR: [&str; 4] = ["plan", "规划", "for", "适用规划"];

/// How many cells of a row are headings that mean something.
fn known_headings(row: &Row) -> usize {
    let is_heading = |value: &Value| match value {
        Value::Text(text) => meaning::meaning(text).is_some(),
        _ => false,
    };
    let cells = row.cells.iter();
    cells.filter(|cell| is_heading(&cell.value)).count()
}

/// Reads a sheet that lies over the files in `base`, or one that is a plan where there are none.
pub(super) fn import(name: &str, bytes: &[u8], base: &[&File], rules: Rules) -> Imported {
    let mut imported = Imported {
        file: File::default(),
        places: Places::default(),
        sheets: Vec::new(),
        faults: Vec::new(),
        uncounted: 0,
        notices: Vec::new(),
        is_unreadable: true,
    };
    let sheets = match sheets(bytes, rules.limit, &mut imported.notices) {
        Ok(sheets) => sheets,
        Err(fault) => {
            imported.faults.push(fault);
            return imported;
        }
    };
    imported.sheets = sheets.iter().map(|sheet| sheet.name.clone()).collect();
    let mut tables = Vec::new();
    let mut skipped = Vec::new();
    for sheet in &sheets {
        match table::table(sheet, &mut imported.notices) {
            Ok(Some(table)) => tables.push(table),
            Ok(None) => skipped.push(sheet),
            Err(mut faults) => imported.faults.append(&mut faults),
        }
    }
    if tables.is_empty() && imported.faults.is_empty() {
        let first = skipped.first();
        let row = first.and_then(|sheet| sheet.rows.first());
        let place = first.zip(row).map(|(sheet, row)| {
            let column = row.cells.first().map_or(0, |cell| cell.column);
            table::place(sheet, row.number, column)
        });
        let fault = Fault::NoHeadings;
        imported.faults.push(FileFault { place, fault });
    }
    if !tables.is_empty() {
        let skipped = skipped.into_iter().map(|sheet| sheet.name.clone());
        imported.notices.extend(skipped.map(Notice::SkippedSheet));
    }
    if imported.faults.is_empty() {
        records(name, &tables, base, rules, &mut imported);
        imported.is_unreadable = false;
    }
    imported
}

/// The lists of data files in the order in which they are read: what is referred to comes first,
/// whatever the order of the sheets.
const ORDER: [&[&str]; 3] = [
    &["kinds", "bodies", "documents"],
    &["items"],
    &[
        "plan",
        "responsibilities",
        "targets",
        "points",
        "parts",
        "thesaurus",
    ],
];

/// Reads the records of all tables.
fn records(name: &str, tables: &[Table], base: &[&File], rules: Rules, imported: &mut Imported) {
    let overlay = !base.is_empty();
    let stem = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = stem.rsplit_once('.').map_or(stem, |(stem, _)| stem);
    let has = |list: &str| tables.iter().any(|table| table.sort.list == list);
    let mut names = Names::new();
    if !overlay && tables.iter().all(|table| table.sort.list != "plan") {
        names.add_plan(&PlanRecord::default());
    }
    for file in base {
        names.add_file(file);
    }
    let base_items = base.iter().flat_map(|file| file.items.iter().flatten());
    let base_items = base_items.filter_map(|item| Some((cells::folded(item.id.as_deref()?), item)));
    let mut reader = Reader {
        overlay,
        add_bodies: rules.add || !overlay && !has("bodies"),
        add_documents: rules.add || !overlay && !has("documents"),
        add_items: rules.add,
        stem,
        names,
        file: File {
            format: Some(1),
            ..File::default()
        },
        places: Places::default(),
        faults: Vec::new(),
        uncounted: 0,
        notices: std::mem::take(&mut imported.notices),
        items: HashMap::new(),
        either: true,
        base_items: base_items.collect(),
        base_records: base_records(base),
    };
    for table in tables {
        reader.places.add_table(table);
        reader.announce(table);
    }
    let said = tables.iter().find_map(|table| table.said_above(&MEANT_FOR));
    let is_plan = |name: &str| match reader.names.find(Of::Node, name) {
        Found::One(id) => reader.names.is_plan(&id),
        Found::Several(_) | Found::Nothing => false,
    };
    // Of a sheet for another plan there is no more to say.
    let is_ours = !overlay || said.as_ref().is_none_or(|(_, name)| is_plan(name));
    for lists in ORDER.iter().filter(|_| is_ours) {
        for (index, table) in tables.iter().enumerate() {
            match table.sort.list {
                list if !lists.contains(&list) => {}
                "items" | "responsibilities" => reader.rows(table, index),
                "targets" | "points" | "parts" => reader.inside(table, index),
                _ => reader.whole(table, index),
            }
        }
    }
    if overlay {
        if let Some((place, plan)) = said {
            reader.file.r#for = Some(plan.into());
            reader.places.meant_for = Some(place);
        }
    } else {
        reader.file.items.get_or_insert_default();
        reader.file.kinds.get_or_insert_default();
        if reader.file.plan.is_none() {
            let title = tables.iter().find_map(Table::title);
            let title = title.unwrap_or_else(|| stem.to_owned());
            reader.file.plan = Some(PlanRecord {
                name: Some(TextRecord::plain(&title)),
                ..PlanRecord::default()
            });
        }
    }
    if reader.places.not_assigned > 0 {
        reader
            .notices
            .push(Notice::NotAssigned(reader.places.not_assigned));
    }
    imported.file = reader.file;
    imported.places = reader.places;
    imported.notices = reader.notices;
    imported.faults = reader.faults;
    imported.uncounted = reader.uncounted;
}

/// The records of some files that have ids and are no items.
fn base_records(base: &[&File]) -> HashMap<(&'static str, String), serde_json::Value> {
    let mut records = HashMap::new();
    for file in base {
        let mut add = |list: &'static str, id: &Option<Box<str>>, record| {
            let id = cells::folded(id.as_deref().unwrap_or_default());
            records.insert((list, id), record);
        };
        let json = |record: Result<serde_json::Value, _>| record.unwrap_or_default();
        for kind in file.kinds.iter().flatten() {
            add("kinds", &kind.id, json(serde_json::to_value(kind)));
        }
        for body in &file.bodies {
            add("bodies", &body.id, json(serde_json::to_value(body)));
        }
        for document in &file.documents {
            add(
                "documents",
                &document.id,
                json(serde_json::to_value(document)),
            );
        }
    }
    records
}

impl Imported {
    /// A number by which the cells of a file are in order.
    pub(super) fn order(&self, place: &CellPlace) -> usize {
        let sheet = self.sheets.iter().position(|name| *name == place.sheet);
        let order = (sheet.unwrap_or(0) << 24 | place.row as usize) << 16;
        order | place.column as usize
    }
}

impl Reader<'_> {
    fn refuse(&mut self, place: CellPlace, fault: Fault) {
        if self.faults.len() >= MOST_FINDINGS {
            self.uncounted += 1;
            return;
        }
        let place = Some(place);
        self.faults.push(FileFault { place, fault });
    }
}
