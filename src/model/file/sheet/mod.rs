//! Spreadsheets: an office's own data as it has it, read into the records of a data file, and
//! written again.
//!
//! From the bytes, [`grid`] is what all sheets are: by way of [`xlsx`] for workbooks, and of
//! [`encoding`] and [`delimited`] for text. [`table`] finds the headings, of which [`headings`] is the
//! table and [`meaning`] the reading; [`fields`] says which column is which key of a data file, in both
//! directions, and [`holds`] what stands in its cells. [`read`], [`rows`], [`progress`], [`inside`] and [`left_out`]
//! make records of rows, as JSON until all are read; [`names`] knows what names stand for, and
//! [`places`] which cell said what. [`pages`] and [`book`] write.

mod archive;
mod book;
mod cells;
mod delimited;
mod encoding;
pub(super) mod fault;
mod fields;
pub(super) mod grid;
mod headings;
pub(super) mod holds;
mod inside;
mod left_out;
mod meaning;
mod names;
mod pages;
mod places;
mod progress;
mod read;
mod rows;
mod table;
mod template;
mod used;
mod values;
mod xlsx;

use std::collections::HashMap;

use serde_json::{Map, Value as Json, json};

pub use book::{BookError, delimited, workbook};
pub use cells::lacks_year;
pub use delimited::read as read_text;
pub use fault::{Fault, FileFault, Named, SheetNotice};
pub use grid::{CellPlace, GridCell, GridRow, Sheet, Value};
pub use headings::{Column, HEADINGS, Heading, column_of, name as heading};
pub use holds::{NOT_BEGUN_NAMES, beside_not_begun, says_not_begun, statuses};
pub use meaning::{Meaning, meaning, nearest as nearest_heading};
pub use pages::{Choices, ItemColumns, PageColumn, SheetPage, item_columns, pages};
pub use places::Places;
pub use template::template;

use super::encoding::{
    document, format, is_bare_archive, is_json, is_json_below, packed, wide, without_comments,
};
use super::findings::Capped;
use super::records::File;
use super::schema_check::read_tolerantly;
use holds::Of;
use names::KnownNames;
use read::{Reader, TableRow, both};
use table::SheetTable;

/// How sheets are read.
#[derive(Clone, Copy, Debug)]
pub struct Rules {
    /// The most bytes that a sheet may take in memory.
    pub limit: u64,
    /// Bodies and items that the plan does not have are added.
    pub add: bool,
    /// A cell that cannot be read is left out and said in a notice; otherwise it is a problem of the file.
    pub lenient: bool,
}

impl Default for Rules {
    fn default() -> Rules {
        Rules {
            limit: 256 << 20,
            add: false,
            lenient: false,
        }
    }
}

/// How the names of sheets end.
const ENDINGS: [&str; 7] = ["csv", "tsv", "xlsx", "xlsm", "xltx", "xls", "ods"];

/// Whether a file is a spreadsheet and no JSON: by its name, or by its first bytes. What comes through a
/// pipe has no name: it is a sheet if it begins with headings.
#[must_use]
pub fn is_sheet(name: &str, bytes: &[u8]) -> bool {
    let end = name.rsplit_once('.');
    let end = end.map(|(_, end)| end.to_ascii_lowercase());
    let is_named = end.as_deref().map(|end| ENDINGS.contains(&end));
    let is_other = || is_bare_archive(bytes) || document(bytes).is_some();
    if is_workbook(bytes) && (is_named == Some(true) || !is_other()) {
        return true;
    }
    // Packed by something else than a workbook is: that is said of it, whatever its name.
    if packed(bytes).is_some() {
        return false;
    }
    is_named.unwrap_or_else(|| begins_with_headings(bytes))
}

/// Whether a text begins like a sheet: one of its first rows is headings.
pub(super) fn begins_with_headings(bytes: &[u8]) -> bool {
    const START: usize = 1 << 14;
    let start = &bytes[..bytes.len().min(START)];
    // No character is cut in two.
    let whole = start.iter().rposition(|&byte| byte == b'\n');
    let start = match whole {
        Some(end) if bytes.len() > START => &start[..end],
        Some(_) | None => start,
    };
    let text = encoding::decode(start).ok();
    let sheet = text
        .filter(|(text, _)| !is_json(text) && !is_json_below(text))
        .and_then(|(text, _)| delimited::read(&text, Rules::default().limit, known_headings).ok());
    sheet.is_some_and(|sheet| {
        let mut rows = sheet.rows.iter().take(table::MOST_ABOVE);
        rows.any(|row| known_headings(row) > 1)
    })
}

/// What a text is that has the name of a sheet and is none.
fn not_a_sheet(bytes: &[u8]) -> Option<&'static str> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if is_json(&String::from_utf8_lossy(bytes)) {
        Some("JSON")
    } else {
        let is_wider = wide(bytes).is_some_and(|name| name.starts_with("utf-32"));
        format(bytes).or(is_wider.then_some("UTF-32"))
    }
}

fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(xlsx::ARCHIVE) || bytes.starts_with(xlsx::CONTAINER)
}

/// A sheet as a data file.
#[derive(Debug, Default)]
pub(super) struct Imported {
    /// Its records.
    pub(super) file: File,
    /// Which cells they came from.
    pub(super) places: Places,
    /// The names of its sheets, in order.
    pub(super) sheets: Vec<String>,
    /// What is wrong with it.
    pub(super) faults: Capped<FileFault>,
    /// What is said about it.
    pub(super) notices: Vec<SheetNotice>,
    /// Nothing of it could be read.
    pub(super) is_unreadable: bool,
}

/// The sheets of a file, without those that hold nothing.
///
/// # Errors
/// It cannot be read, or takes more than `limit` bytes in memory.
fn sheets(
    bytes: &[u8],
    limit: u64,
    notices: &mut Vec<SheetNotice>,
) -> Result<Vec<Sheet>, FileFault> {
    let mut sheets = if is_workbook(bytes) {
        xlsx::read(bytes, limit, notices)?
    } else {
        let (text, assumed) = encoding::decode(bytes)
            .map_err(|encoding| FileFault::file(Fault::Undecodable(encoding)))?;
        notices.extend(assumed.map(SheetNotice::Encoding));
        // Comments above may hold words that are headings.
        if without_comments(&text).starts_with('{') {
            return Err(FileFault::file(Fault::OtherFormat("JSON")));
        }
        vec![delimited::read(&text, limit, known_headings)?]
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
        .filter_map(|sheet| table::table(sheet, false, &mut Vec::new()).ok()?);
    tables.into_iter().any(|table| {
        let is_for = table.said_above(&MEANT_FOR).is_some();
        table.sort.list == "plan"
            || (table.sort.list == "items" && table.has(Column::Kind) && !is_for)
    })
}

/// What stands beside the name of the plan that a sheet is meant for.
const MEANT_FOR: [&str; 4] = ["plan", "规划", "for", "适用规划"];

/// How many cells of a row are headings that mean something.
fn known_headings(row: &GridRow) -> usize {
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
        is_unreadable: true,
        ..Imported::default()
    };
    let sheets = match sheets(bytes, rules.limit, &mut imported.notices) {
        Ok(sheets) => sheets,
        Err(fault) => {
            let other = not_a_sheet(bytes)
                .map(Fault::OtherFormat)
                .map(FileFault::file);
            imported.faults.push(|| other.unwrap_or(fault));
            return imported;
        }
    };
    imported.sheets = sheets.iter().map(|sheet| sheet.name.clone()).collect();
    let mut tables = Vec::new();
    let mut skipped = Vec::new();
    for sheet in &sheets {
        match table::table(sheet, !base.is_empty(), &mut imported.notices) {
            Ok(Some(table)) => tables.push(table),
            Ok(None) => skipped.push(sheet),
            Err(mut faults) => imported.faults.kept.append(&mut faults),
        }
    }
    if tables.is_empty() && imported.faults.is_empty() {
        let first = skipped.first();
        let row = first.and_then(|sheet| sheet.rows.first());
        let place = first.zip(row).map(|(sheet, row)| {
            let column = row.cells.first().map_or(0, |cell| cell.column);
            table::place(sheet, row.number, column)
        });
        let fault = not_a_sheet(bytes).map_or(Fault::NoHeadings, Fault::OtherFormat);
        imported.faults.push(|| FileFault { place, fault });
    }
    if !tables.is_empty() {
        let skipped = skipped.into_iter().map(|sheet| sheet.name.clone());
        imported
            .notices
            .extend(skipped.map(SheetNotice::SkippedSheet));
    }
    if imported.faults.is_empty() {
        imported.is_unreadable = false;
        imported = records(name, &tables, base, rules, imported);
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
fn records(
    name: &str,
    tables: &[SheetTable],
    base: &[&File],
    rules: Rules,
    out: Imported,
) -> Imported {
    let overlay = !base.is_empty();
    let stem = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = stem.rsplit_once('.').map_or(stem, |(stem, _)| stem);
    let has = |list: &str| tables.iter().any(|table| table.sort.list == list);
    let mut names = KnownNames::new();
    if !overlay && tables.iter().all(|table| table.sort.list != "plan") {
        names.add("plan", &Json::Null);
    }
    let mut known = HashMap::new();
    for (list, record) in base.iter().flat_map(|file| records_of(file)) {
        names.add(list, &record);
        let id = cells::folded(record["id"].as_str().unwrap_or_default());
        known.insert((list, id), record);
    }
    let mut reader = Reader {
        overlay,
        add_bodies: rules.add || !overlay && !has("bodies"),
        add_documents: rules.add || !overlay && !has("documents"),
        add_items: rules.add,
        lenient: rules.lenient,
        stem,
        names,
        lists: HashMap::new(),
        meant_for: None,
        out,
        items: HashMap::new(),
        either: true,
        known,
        read_as: Vec::new(),
        left_out: Vec::new(),
    };
    for table in tables {
        reader.out.places.add_table(table);
        reader.announce(table);
    }
    let said = tables.iter().find_map(|table| table.said_above(&MEANT_FOR));
    let is_plan = |name: &str| {
        let id = reader.names.one(Of::Node, name);
        id.is_some_and(|id| reader.names.is_plan(&id))
    };
    // Of a sheet for another plan there is no more to say.
    let is_ours = !overlay || said.as_ref().is_none_or(|(_, name)| is_plan(name));
    for lists in ORDER.iter().filter(|_| is_ours) {
        for (index, table) in tables.iter().enumerate() {
            if !lists.contains(&table.sort.list) {
                continue;
            }
            for row in table.records(&mut reader.out.notices) {
                let at = TableRow { table, index, row };
                match table.sort.list {
                    "items" | "responsibilities" => reader.row(at),
                    "targets" | "points" | "parts" => reader.inside(at),
                    _ => reader.whole(at),
                }
            }
        }
    }
    if overlay {
        if let Some((place, plan)) = said {
            reader.meant_for = Some(plan);
            reader.out.places.meant_for = Some(place);
        }
    } else {
        reader.list("items");
        if reader.list("plan").is_empty() {
            let title = tables.iter().find_map(SheetTable::title);
            let title = title.unwrap_or_else(|| stem.to_owned());
            reader.list("plan").push(json!({ "name": both(&title) }));
        }
    }
    for (word, status, place, cells, kept) in std::mem::take(&mut reader.read_as) {
        let notice = SheetNotice::ReadAs {
            place,
            status: holds::status_names(status, &word),
            word,
            cells,
            kept,
        };
        reader.out.notices.push(notice);
    }
    reader.say_left_out();
    if reader.out.places.not_assigned > 0 {
        let notice = SheetNotice::NotAssigned(reader.out.places.not_assigned);
        reader.out.notices.push(notice);
    }
    let lists = reader.lists.into_iter();
    let mut members: Map<String, Json> = lists
        .map(|(list, records)| (list.to_owned(), records.into()))
        .collect();
    members.insert("format".to_owned(), 1.into());
    let plan = members
        .remove("plan")
        .and_then(|plan| plan.as_array()?.first().cloned());
    members.extend(plan.map(|plan| ("plan".to_owned(), plan)));
    members.extend(reader.meant_for.map(|plan| ("for".to_owned(), plan.into())));
    let file = Json::Object(members).to_string();
    (reader.out.file, _) = read_tolerantly(&file, overlay);
    reader.out
}

/// The records of a file, each with its list, those that others refer to first.
fn records_of(file: &File) -> Vec<(&'static str, Json)> {
    let mut lists = serde_json::to_value(file).unwrap_or_default();
    let mut all = Vec::new();
    for list in ["plan", "kinds", "bodies", "documents", "items"] {
        match lists[list].take() {
            Json::Array(records) => all.extend(records.into_iter().map(|record| (list, record))),
            Json::Null => {}
            record => all.push((list, record)),
        }
    }
    all
}

impl Imported {
    /// A number by which the cells of a file are in order.
    pub(super) fn order(&self, place: &CellPlace) -> usize {
        let sheet = self.sheets.iter().position(|name| *name == place.sheet);
        let order = (sheet.unwrap_or(0) << 24 | place.row as usize) << 16;
        order | place.column as usize
    }
}
