//! Which cell a value of a record came from.

use std::collections::HashMap;

use super::grid::CellPlace;
use super::headings::Column;
use super::table::Table;
use crate::model::file::findings::PathStep;

/// Where a table is, and which keys its columns hold.
#[derive(Debug)]
struct TablePlace {
    sheet: String,
    key: u32,
    columns: Vec<(&'static str, u32)>,
    leads: [Option<u32>; 2],
}

/// Where a record came from: the table, the row, and for a responsibility the column that names its
/// body.
#[derive(Clone, Copy, Debug)]
struct RowPlace {
    table: usize,
    row: u32,
    body: Option<u32>,
}

/// The cells that the records of a file came from.
#[derive(Debug, Default)]
pub struct Places {
    tables: Vec<TablePlace>,
    records: HashMap<(&'static str, usize), RowPlace>,
    inside: HashMap<(usize, &'static str, usize), RowPlace>,
    /// Where the sheet says which plan it is for.
    pub(super) meant_for: Option<CellPlace>,
    /// Rows of an overlay that state what only a plan can.
    pub(super) not_assigned: usize,
}

impl Places {
    pub(super) fn add_table(&mut self, table: &Table) {
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
            leads: [Column::Lead, Column::Support].map(|column| table.column(column)),
        });
    }

    /// Notes which row of which table the record at a place of a list came from.
    pub(super) fn add(&mut self, list: &'static str, at: usize, (table, row): (usize, u32)) {
        let body = None;
        self.records
            .insert((list, at), RowPlace { table, row, body });
    }

    /// Notes which column names the body of a responsibility.
    pub(super) fn names_body(&mut self, at: usize, column: Option<u32>) {
        if let Some(from) = self.records.get_mut(&("responsibilities", at)) {
            from.body = column;
        }
    }

    /// The same as [`Places::add`] for a record inside an item.
    pub(super) fn add_inside(
        &mut self,
        item: usize,
        list: &'static str,
        at: usize,
        (table, row): (usize, u32),
    ) {
        let body = None;
        let from = RowPlace { table, row, body };
        self.inside.insert((item, list, at), from);
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
            [PathStep::Key(key), PathStep::At(inner), rest @ ..] => Some((*key, *inner, rest)),
            [
                PathStep::Key("measure"),
                PathStep::Key("points"),
                PathStep::At(inner),
                rest @ ..,
            ] => Some(("points", *inner, rest)),
            [PathStep::Key("measure"), rest @ ..] => Some(("points", 0, rest)),
            _ => None,
        };
        let inner = inner.and_then(|(key, inner, rest)| {
            let from = self.inside.get(&(at, key, inner))?;
            Some((*from, rest))
        });
        let (from, rest) = match inner {
            Some(found) => found,
            None => (*self.records.get(&(list, at))?, rest),
        };
        let table = self.tables.get(from.table)?;
        let key = rest.iter().find_map(|step| match step {
            PathStep::Key(key) => Some(*key),
            PathStep::At(_) => None,
        });
        let known = |key| table.columns.iter().find(|(known, _)| *known == key);
        let column = match key {
            Some("body") => from.body.or_else(|| known("body").map(|(_, at)| *at)),
            Some(key) => known(key).map(|(_, at)| *at),
            None => None,
        };
        let leads = table.leads.iter().flatten().next().copied();
        let fallback = if key == Some("body") { leads } else { None };
        Some(CellPlace {
            sheet: table.sheet.clone(),
            row: from.row,
            column: column.or(fallback).unwrap_or(table.key),
        })
    }
}
