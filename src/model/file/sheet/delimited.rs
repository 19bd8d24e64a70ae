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
pub(super) fn read(
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

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<(u32, Vec<String>)> {
        let sheet = read(text, 1 << 20, |row| row.cells.len().min(3)).unwrap();
        let shown = |cell: &GridCell| match &cell.value {
            Value::Text(text) => format!("{}:{text}", cell.column),
            other => format!("{}:{other:?}", cell.column),
        };
        let rows = sheet.rows.iter();
        rows.map(|row| (row.number, row.cells.iter().map(shown).collect()))
            .collect()
    }

    #[test]
    fn rows_are_numbered_as_a_spreadsheet_numbers_them() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["a,b,c", "", "", "\"1", "2\",,'=x", "", "z,=1"].join(end);
            let text = text.as_str();
            assert_eq!(
                rows(text),
                [
                    (
                        0,
                        vec!["0:a".to_owned(), "1:b".to_owned(), "2:c".to_owned()]
                    ),
                    (3, vec![format!("0:1{end}2"), "2:=x".to_owned()]),
                    (5, vec!["0:z".to_owned(), "1:Formula".to_owned()]),
                ],
                "{end:?}"
            );
        }
    }

    #[test]
    fn what_is_written_as_no_formula_is_read_as_it_was() {
        for cell in [
            "=1", "|x", "%x", "＝1", "｜x", " =1", "'=1", "''=1", "'x", "x|y", "50%", "'",
        ] {
            let written = crate::model::defused(cell);
            assert!(
                !written.trim_start().starts_with(['=', '|', '%', '＝']),
                "{cell}"
            );
            match value(&written) {
                Some(Value::Text(text)) => assert_eq!(&*text, cell),
                other => panic!("{cell}: {other:?}"),
            }
        }
    }

    #[test]
    fn what_makes_headings_separates() {
        for text in ["a;b;c", "a\tb\tc", "a,b,c", "\"x;y\"\n\na,b,c"] {
            assert_eq!(
                rows(text).last().unwrap().1,
                ["0:a", "1:b", "2:c"],
                "{text}"
            );
        }
    }

    #[test]
    fn an_open_quotation_mark_is_found_where_it_stands() {
        let fault = read("a,b\nx,\"y\nz,1", 1 << 20, |_| 1).unwrap_err();
        assert_eq!(fault.fault, Fault::OpenQuote);
        assert_eq!(fault.place.unwrap().to_string(), "B2");
        for fine in ["a,\"b\"\"\"\n", "a,5\" pipe", "\"a\"", ""] {
            assert!(read(fine, 1 << 20, |_| 1).is_ok(), "{fine}");
        }
    }

    #[test]
    fn no_more_is_held_than_is_allowed() {
        let text = "a,b\n".repeat(1000);
        assert_eq!(
            read(&text, 1000, |_| 1).unwrap_err().fault,
            Fault::TooLarge(1000)
        );
    }

    proptest::proptest! {
        #[test]
        fn cells_are_those_of_the_library(text in "[ab\",\r\n ]{0,24}") {
            let mut reader = csv::ReaderBuilder::new();
            let reader = reader.has_headers(false).flexible(true).from_reader(text.as_bytes());
            let records = reader.into_records().flat_map(|record| record.unwrap().iter().zip(0..).filter_map(|(text, column)| Some((column, value(text)?))).collect::<Vec<_>>());
            let cells = Rows::new(&text, ',').flat_map(|row| row.cells);
            let cells = cells.map(|cell| (cell.column, cell.value));
            proptest::prop_assert_eq!(cells.collect::<Vec<_>>(), records.collect::<Vec<_>>());
        }
    }
}
