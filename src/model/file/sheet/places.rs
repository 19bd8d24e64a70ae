//! Which cell a value of a record came from.

use std::collections::HashMap;

use super::grid::CellPlace;
use super::headings::Column;
use super::table::SheetTable;
use crate::model::file::findings::PathStep;

/// Where a table is, and which keys its columns hold.
#[derive(Debug)]
struct TablePlace {
    sheet: String,
    key: u32,
    columns: Vec<(&'static str, u32)>,
    /// The column of bodies that lead, or else of those that support.
    lead: Option<u32>,
}

/// Where a record came from: the table, the row, and for a responsibility the column that names its
/// body.
#[derive(Clone, Copy, Debug)]
struct RowPlace {
    table: usize,
    row: u32,
    body: Option<u32>,
}

/// The list of a record and its place there; inside an item, the item's own list and the place there.
pub(super) type RecordKey = (&'static str, usize, Option<(&'static str, usize)>);

/// The cells that the records of a file came from.
#[derive(Debug, Default)]
pub struct Places {
    tables: Vec<TablePlace>,
    records: HashMap<RecordKey, RowPlace>,
    /// Where the sheet says which plan it is for.
    pub(super) meant_for: Option<CellPlace>,
    /// Rows of an overlay that state what only a plan can.
    pub(super) not_assigned: usize,
}

impl Places {
    pub(super) fn add_table(&mut self, table: &SheetTable) {
        let fields = table.sort.fields.iter();
        let fields = fields.chain(&super::fields::sort("responsibilities").fields);
        let mut columns: Vec<(&'static str, u32)> = Vec::new();
        for field in fields {
            if let Some(at) = table.column(field.column)
                && !columns.iter().any(|(key, _)| *key == field.key)
            {
                columns.push((field.key, at));
            }
        }
        self.tables.push(TablePlace {
            sheet: table.sheet.name.clone(),
            key: table.key(),
            columns,
            lead: (table.column(Column::Lead)).or_else(|| table.column(Column::Support)),
        });
    }

    /// Notes which row of which table a record came from.
    pub(super) fn add(&mut self, record: RecordKey, (table, row): (usize, u32)) {
        let body = None;
        self.records.insert(record, RowPlace { table, row, body });
    }

    /// Notes which column names the body of a responsibility.
    pub(super) fn names_body(&mut self, at: usize, column: Option<u32>) {
        if let Some(from) = self.records.get_mut(&("responsibilities", at, None)) {
            from.body = column;
        }
    }

    /// The cell that a path leads to, or the nearest to it; nothing where no cell said it.
    pub(in crate::model::file) fn cell(&self, steps: &[PathStep]) -> Option<CellPlace> {
        let (list, rest) = match steps {
            [PathStep::Key("for"), ..] => return self.meant_for.clone(),
            [PathStep::Key(list), rest @ ..] => (*list, rest),
            _ => return None,
        };
        let (at, rest) = match rest {
            [PathStep::At(at), rest @ ..] => (*at, rest),
            _ => (0, rest),
        };
        let inner = match rest {
            [PathStep::Key(key), PathStep::At(inner), rest @ ..]
            | [
                PathStep::Key("measure"),
                PathStep::Key(key),
                PathStep::At(inner),
                rest @ ..,
            ] => Some(((*key, *inner), rest)),
            [PathStep::Key("measure"), rest @ ..] => Some((("points", 0), rest)),
            _ => None,
        };
        let inner = inner.and_then(|(inner, rest)| {
            let from = self.records.get(&(list, at, Some(inner)))?;
            Some((*from, rest))
        });
        let (from, rest) = match inner {
            Some(found) => found,
            None => (*self.records.get(&(list, at, None))?, rest),
        };
        let table = self.tables.get(from.table)?;
        let key = rest.iter().find_map(|step| match step {
            PathStep::Key(key) => Some(*key),
            PathStep::At(_) => None,
        });
        let known = table.columns.iter().find(|(known, _)| Some(*known) == key);
        let known = known.map(|(_, at)| *at);
        let column = if key == Some("body") {
            from.body.or(known).or(table.lead)
        } else {
            known
        };
        Some(CellPlace {
            sheet: table.sheet.clone(),
            row: from.row,
            column: column.unwrap_or(table.key),
        })
    }
}
