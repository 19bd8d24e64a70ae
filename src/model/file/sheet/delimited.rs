//! Sheets of text: comma-, semicolon- and tab-separated values.

use csv::{ReaderBuilder, StringRecord};

use super::fault::{Fault, FileFault};
use super::grid::{Cell, CellPlace, Row, Sheet, Value};
use crate::model::is_formula;

/// The cells of a text, separated by what makes the most of its first rows into headings, as
/// `headings` counts them.
///
/// # Errors
/// A quotation mark is never closed, or it is larger than `limit` in memory.
pub(super) fn read(
    text: &str,
    limit: u64,
    headings: impl Fn(&Row) -> usize,
) -> Result<Sheet, FileFault> {
    let score = |delimiter: u8| {
        let rows = Rows::new(first_lines(text), delimiter).take(FIRST);
        rows.map(|row| headings(&row)).max().unwrap_or(0)
    };
    // The first of equals, which `max_by_key` is not.
    let delimiter = *[b';', b'\t', b',']
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
    if rows.ends_in_quotes() {
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

/// The rows of a text. Empty lines are counted, so that rows have the numbers of a spreadsheet.
struct Rows<'t> {
    text: &'t str,
    delimiter: char,
    reader: csv::Reader<&'t [u8]>,
    record: StringRecord,
    /// Where the last record began and ended.
    last: (usize, usize),
    next: u32,
}

impl<'t> Rows<'t> {
    fn new(text: &'t str, delimiter: u8) -> Rows<'t> {
        let reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter)
            .from_reader(text.as_bytes());
        Rows {
            text,
            delimiter: char::from(delimiter),
            reader,
            record: StringRecord::new(),
            last: (0, 0),
            next: 0,
        }
    }

    /// The last record begins a cell with a quotation mark and has none to close it.
    fn ends_in_quotes(&self) -> bool {
        let record = self.text[self.last.0..self.last.1].trim_end();
        let opens = record.starts_with('"') || record.contains(&format!("{}\"", self.delimiter));
        let odd = record.bytes().filter(|&byte| byte == b'"').count() % 2 == 1;
        opens && odd
    }
}

impl Iterator for Rows<'_> {
    type Item = Row;

    fn next(&mut self) -> Option<Row> {
        // The text is UTF-8 and rows may differ in length: nothing else can be wrong.
        if !self.reader.read_record(&mut self.record).unwrap_or(false) {
            return None;
        }
        let end = usize::try_from(self.reader.position().byte()).unwrap_or(usize::MAX);
        let end = end.min(self.text.len());
        let between = self.text.get(self.last.1..end).unwrap_or_default();
        // The reader leaves the second half of a line end to the next record.
        let after_return = self.text[..self.last.1].ends_with('\r');
        let half = usize::from(after_return && between.starts_with('\n'));
        let (empty, length) = empty_lines(&between[half..]);
        self.last = (self.last.1 + half + length, end);
        let number = self.next.saturating_add(empty);
        self.next = number.saturating_add(1);
        let cells = self.record.iter().zip(0..).filter_map(|(text, column)| {
            let value = value(text)?;
            Some(Cell {
                column,
                value,
                merged: None,
            })
        });
        Some(Row {
            number,
            cells: cells.collect(),
        })
    }
}

/// How many empty lines a text begins with, and their length in bytes.
fn empty_lines(text: &str) -> (u32, usize) {
    let (mut count, mut at) = (0, 0);
    loop {
        let rest = &text[at..];
        let length = match rest.as_bytes() {
            [b'\r', b'\n', ..] => 2,
            [b'\r' | b'\n', ..] => 1,
            _ => return (count, at),
        };
        (count, at) = (count + 1, at + length);
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
        let shown = |cell: &Cell| match &cell.value {
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
}
