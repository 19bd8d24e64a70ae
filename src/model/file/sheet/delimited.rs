//! Sheets of text: comma-, semicolon- and tab-separated values.

use std::iter::Peekable;
use std::str::Chars;

use super::fault::{Fault, FileFault};
use super::grid::{CellPlace, GridCell, GridRow, Sheet, Value};
use crate::model::is_formula;

/// The cells of a text, separated by what makes the most of its first rows into headings, as
/// `headings` counts them.
///
/// # Errors
/// A quotation mark is never closed, or it is larger than `limit` in memory.
pub fn read(
    text: &str,
    limit: u64,
    headings: impl Fn(&GridRow) -> usize,
) -> Result<Sheet, FileFault> {
    let score = |delimiter: char| {
        let rows = Rows::new(first_lines(text), delimiter);
        let rows = rows.filter(|row| !row.cells.is_empty()).take(FIRST);
        rows.map(|row| headings(&row)).max().unwrap_or(0)
    };
    // The first of equals, which `max_by_key` is not.
    let delimiter = *[';', '\t', ',']
        .iter()
        .max_by_key(|&&delimiter| score(delimiter))
        .expect("there are some");
    let mut sheet = Sheet::default();
    let mut rows = Rows::new(text, delimiter);
    let mut size = 0;
    for row in rows.by_ref() {
        let cells = row.cells.iter().map(|cell| cell.value.size() as u64);
        size += cells.sum::<u64>();
        if size > limit {
            return Err(FileFault::file(Fault::TooLarge(limit)));
        }
        if !row.cells.is_empty() {
            sheet.rows.push(row);
        }
    }
    if rows.is_open {
        let last = sheet.rows.last();
        let place = last.and_then(|row| {
            let cell = row.cells.last()?;
            Some(CellPlace {
                sheet: String::new(),
                row: row.number,
                column: cell.column,
            })
        });
        return Err(FileFault {
            place,
            fault: Fault::OpenQuote,
        });
    }
    Ok(sheet)
}

/// How many rows are looked at to find out what separates the cells.
const FIRST: usize = 30;

/// As much of a text as its first rows can need.
fn first_lines(text: &str) -> &str {
    let end = (0..=text.len().min(1 << 16)).rev();
    let mut end = end.filter(|&at| text.is_char_boundary(at));
    &text[..end.next().unwrap_or(0)]
}

/// The rows of a text, empty ones too, so that they have the numbers of a spreadsheet. A cell that begins
/// with a quotation mark ends with the next one; two of them stand for one (RFC 4180).
struct Rows<'t> {
    text: Peekable<Chars<'t>>,
    delimiter: char,
    next: u32,
    /// The text is within quotation marks; at its end: they are never closed.
    is_open: bool,
}

impl<'t> Rows<'t> {
    fn new(text: &'t str, delimiter: char) -> Rows<'t> {
        Rows {
            text: text.chars().peekable(),
            delimiter,
            next: 0,
            is_open: false,
        }
    }
}

impl Iterator for Rows<'_> {
    type Item = GridRow;

    fn next(&mut self) -> Option<GridRow> {
        self.text.peek()?;
        let number = self.next;
        self.next = number.saturating_add(1);
        let (mut cells, mut column, mut cell) = (Vec::new(), 0, String::new());
        loop {
            let next = self.text.next();
            match next {
                Some('"') if self.is_open => match self.text.next_if_eq(&'"') {
                    Some(quote) => cell.push(quote),
                    None => self.is_open = false,
                },
                Some(c) if self.is_open => cell.push(c),
                Some('"') if cell.is_empty() => self.is_open = true,
                Some(c) if c != self.delimiter && c != '\r' && c != '\n' => cell.push(c),
                _ => {
                    let value = value(&std::mem::take(&mut cell));
                    cells.extend(value.map(|value| GridCell {
                        column,
                        value,
                        merged: None,
                    }));
                    column += 1;
                    if next != Some(self.delimiter) {
                        self.text.next_if(|&c| next == Some('\r') && c == '\n');
                        return Some(GridRow { number, cells });
                    }
                }
            }
        }
    }
}

/// What stands in a cell. What is written so that no spreadsheet takes it for a formula has a mark
/// in front, which goes.
fn value(text: &str) -> Option<Value> {
    if text.trim().is_empty() {
        return None;
    }
    if let Some(rest) = text.strip_prefix('\'')
        && is_formula(rest)
    {
        return Some(Value::Text(rest.into()));
    }
    if text.starts_with('=') {
        return Some(Value::Formula);
    }
    Some(Value::Text(text.into()))
}
