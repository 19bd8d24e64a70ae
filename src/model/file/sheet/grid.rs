//! What every sheet is once it is read, wherever it came from: rows of cells that know their places.

use std::fmt;

use crate::model::Date;

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Text, as it stands there.
    Text(Box<str>),
    /// A number.
    Number(f64),
    /// A day, in a cell that is formatted as one.
    Day(Date),
    /// Yes or no.
    Flag(bool),
    /// A formula that was saved without its value.
    Formula,
    /// An error such as `#REF!`, which a formula gave.
    Error(Box<str>),
}

impl Value {
    /// The bytes that are held for it.
    pub(super) fn size(&self) -> usize {
        const CELL: usize = size_of::<GridCell>();
        match self {
            Value::Text(text) | Value::Error(text) => CELL + text.len(),
            Value::Number(_) | Value::Day(_) | Value::Flag(_) | Value::Formula => CELL,
        }
    }
}

/// A cell that holds something.
#[derive(Clone, Debug, PartialEq)]
pub struct GridCell {
    /// The column, from 0.
    pub column: u32,
    /// What stands there.
    pub value: Value,
    /// It was filled from the first cell of those that it is merged with, which is as many columns
    /// wide.
    pub merged: Option<u32>,
}

/// A row that holds something.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GridRow {
    /// Its number, from 0.
    pub number: u32,
    /// Its cells, in the order of their columns.
    pub cells: Vec<GridCell>,
}

impl GridRow {
    /// What stands in a column.
    pub(super) fn get(&self, column: u32) -> Option<&Value> {
        let at = self.cells.binary_search_by_key(&column, |cell| cell.column);
        at.ok().map(|at| &self.cells[at].value)
    }
}

/// A sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// Its name; empty where the file is one sheet.
    pub name: String,
    /// Its rows, in order.
    pub rows: Vec<GridRow>,
    /// How many of its rows and columns are hidden; they are read.
    pub hidden: (usize, usize),
}

/// Where a cell is: `C7`, or `Sheet1!C7`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct CellPlace {
    /// The sheet; empty where the file is one sheet.
    pub sheet: String,
    /// The row, from 0.
    pub row: u32,
    /// The column, from 0.
    pub column: u32,
}

impl fmt::Display for CellPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.sheet.is_empty() {
            write!(f, "{}!", crate::model::clip(&self.sheet, 40))?;
        }
        write!(f, "{}{}", letters(self.column), self.row.saturating_add(1))
    }
}

/// The letters of a column, from 0: `A`, `Z`, `AA`. No spreadsheet has more columns than are counted here.
pub(super) fn letters(column: u32) -> String {
    let column = u16::try_from(column).unwrap_or(u16::MAX);
    rust_xlsxwriter::utility::column_number_to_name(column.min(u16::MAX - 1))
}
