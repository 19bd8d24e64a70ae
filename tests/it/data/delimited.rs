//! Sheets of text: which cells there are, and where.

use plan::model::defused;
use plan::model::sheet::{CellPlace, Fault, GridCell, GridRow, Value, read_text};

fn rows(text: &str) -> Vec<(u32, Vec<String>)> {
    let sheet = read_text(text, 1 << 20, |row| row.cells.len().min(3)).expect("it is read");
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
        let written = defused(cell);
        assert!(
            !written.trim_start().starts_with(['=', '|', '%', '＝']),
            "{cell}"
        );
        assert_eq!(rows(&written)[0].1, [format!("0:{cell}")]);
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
    let fault = read_text("a,b\nx,\"y\nz,1", 1 << 20, |_| 1).unwrap_err();
    assert_eq!(fault.fault, Fault::OpenQuote);
    assert_eq!(fault.place.unwrap().to_string(), "B2");
    for fine in ["a,\"b\"\"\"\n", "a,5\" pipe", "\"a\"", ""] {
        assert!(read_text(fine, 1 << 20, |_| 1).is_ok(), "{fine}");
    }
}

#[test]
fn no_more_is_held_than_is_allowed() {
    let text = "a,b\n".repeat(1000);
    assert_eq!(
        read_text(&text, 1000, |_| 1).unwrap_err().fault,
        Fault::TooLarge(1000)
    );
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..Default::default() })]
    #[test]
    fn cells_are_those_of_the_library(text in "[ab\",\r\n ]{0,24}") {
        // A row above it says that commas separate.
        let text = format!("a,b\n{text}");
        let columns = |row: &GridRow| row.cells.last().map_or(0, |cell| cell.column as usize + 1);
        let read = |text: &str| read_text(text, 1 << 20, columns);
        // What is still open at the end is closed there for the library.
        let sheet = read(&text).or_else(|_| read(&format!("{text}\"")));
        let cells = sheet.unwrap().rows.into_iter().flat_map(|row| row.cells);
        let cells = cells.map(|cell| (cell.column, cell.value));
        let mut reader = csv::ReaderBuilder::new();
        let reader = reader.has_headers(false).flexible(true).from_reader(text.as_bytes());
        let records = reader.into_records().flat_map(|record| {
            let record = record.unwrap();
            let filled = record.iter().zip(0..).filter(|(text, _)| !text.trim().is_empty());
            filled.map(|(text, column)| (column, Value::Text(text.into()))).collect::<Vec<_>>()
        });
        proptest::prop_assert_eq!(cells.collect::<Vec<_>>(), records.collect::<Vec<_>>());
    }
}

#[test]
fn places_are_named_as_spreadsheets_name_them() {
    let place = |sheet: &str, row, column| CellPlace {
        sheet: sheet.to_owned(),
        row,
        column,
    };
    for (place, name) in [
        (place("", 0, 0), "A1"),
        (place("Sheet1", 6, 2), "Sheet1!C7"),
        (place("分工", 9, 25), "分工!Z10"),
        (place("", 1_048_575, 16_383), "XFD1048576"),
        (place("", 0, 26), "AA1"),
        (place("a\u{1b}b", 0, 701), "ab!ZZ1"),
    ] {
        assert_eq!(place.to_string(), name);
    }
}
