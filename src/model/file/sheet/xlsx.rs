//! Workbooks.

use std::io::Cursor;

use calamine::{DataRef, Reader as _, SheetType, SheetVisible, Xlsx, XlsxError};

use super::archive;
use super::cells::{date_of, date_of_text};
use super::fault::{Fault, FileFault, Notice};
use super::grid::{Cell, Row, Sheet, Value};

/// The first bytes of an archive, and of the container of older and of encrypted workbooks.
pub(super) const ARCHIVE: &[u8] = b"PK\x03\x04";
pub(super) const CONTAINER: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// The sheets of a workbook.
///
/// # Errors
/// It cannot be read, or takes more than `limit` bytes in memory.
pub(super) fn read(
    bytes: &[u8],
    limit: u64,
    notices: &mut Vec<Notice>,
) -> Result<Vec<Sheet>, FileFault> {
    if bytes.starts_with(CONTAINER) {
        // The name of the stream that holds an encrypted workbook, in UTF-16.
        let name: Vec<u8> = b"EncryptedPackage".iter().flat_map(|&b| [b, 0]).collect();
        let encrypted = memchr::memmem::find(bytes, &name).is_some();
        let fault = if encrypted {
            Fault::Protected
        } else {
            Fault::OldFormat
        };
        return Err(FileFault::file(fault));
    }
    let parts = archive::weigh(bytes, limit).map_err(FileFault::file)?;
    if parts.macros {
        notices.push(Notice::Macros);
    }
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
    let mut sheets = Vec::new();
    let mut left = limit;
    for found in workbook.sheets_metadata().to_vec() {
        if found.typ != SheetType::WorkSheet {
            continue;
        }
        if found.visible != SheetVisible::Visible {
            if !found.name.starts_with('_') {
                notices.push(Notice::HiddenSheet(found.name));
            }
            continue;
        }
        let mut sheet = sheet(&mut workbook, &found.name, &mut left).map_err(|error| {
            error.map_or(FileFault::file(Fault::TooLarge(limit)), |error| {
                damaged(&error)
            })
        })?;
        sheet.hidden = parts.hidden.get(&sheet.name).copied().unwrap_or_default();
        if sheet.hidden != (0, 0) && !sheet.rows.is_empty() {
            notices.push(Notice::Hidden {
                sheet: sheet.name.clone(),
                rows: sheet.hidden.0,
                columns: sheet.hidden.1,
            });
        }
        sheets.push(sheet);
    }
    Ok(sheets)
}

fn damaged(error: &XlsxError) -> FileFault {
    FileFault::file(match error {
        XlsxError::Password => Fault::Protected,
        XlsxError::Zip(error) => archive::damaged(error),
        other => Fault::Damaged(other.to_string()),
    })
}

type Workbook<'b> = Xlsx<Cursor<&'b [u8]>>;

/// A sheet, of which the cells take no more than is `left`.
///
/// # Errors
/// The library's; none where it takes more.
fn sheet(workbook: &mut Workbook, name: &str, left: &mut u64) -> Result<Sheet, Option<XlsxError>> {
    let merged = workbook.merge_cells_by_sheet_name(name)?;
    let mut rows: Vec<Row> = Vec::new();
    let mut cells = workbook.worksheet_cells_reader(name)?;
    while let Some(found) = cells.next_cell_with_formula_metadata()? {
        let Some(value) = value(found.value, found.formula.is_some()) else {
            continue;
        };
        let (number, column) = found.pos;
        let cell = Cell {
            column,
            value,
            merged: None,
        };
        take(left, cell.value.size())?;
        match rows.last_mut() {
            Some(row) if row.number == number => row.cells.push(cell),
            Some(_) | None => rows.push(Row {
                number,
                cells: vec![cell],
            }),
        }
    }
    put_in_order(&mut rows);
    let last = rows.iter().filter_map(|row| row.cells.last());
    let last = last.map(|cell| cell.column).max().unwrap_or(0);
    for area in merged {
        fill(
            &mut rows,
            area.start,
            (area.end.0, area.end.1.min(last)),
            left,
        )?;
    }
    Ok(Sheet {
        name: name.to_owned(),
        rows,
        hidden: (0, 0),
    })
}

fn take(left: &mut u64, size: usize) -> Result<(), Option<XlsxError>> {
    *left = left.checked_sub(size as u64).ok_or(None)?;
    Ok(())
}

/// Nearly always they are; but nothing forces a file to have its cells in order, or each once.
fn put_in_order(rows: &mut Vec<Row>) {
    if !rows.is_sorted_by(|a, b| a.number < b.number) {
        rows.sort_by_key(|row| row.number);
        rows.dedup_by(|later, first| {
            let same = later.number == first.number;
            if same {
                first.cells.append(&mut later.cells);
            }
            same
        });
    }
    for row in rows {
        if !row.cells.is_sorted_by(|a, b| a.column < b.column) {
            row.cells.sort_by_key(|cell| cell.column);
            row.cells.dedup_by_key(|cell| cell.column);
        }
    }
}

/// Fills merged cells from the first of them, in rows that hold something.
fn fill(
    rows: &mut [Row],
    start: (u32, u32),
    end: (u32, u32),
    left: &mut u64,
) -> Result<(), Option<XlsxError>> {
    let Ok(first) = rows.binary_search_by_key(&start.0, |row| row.number) else {
        return Ok(());
    };
    let Some(value) = rows[first].get(start.1).cloned() else {
        return Ok(());
    };
    let width = end.1.saturating_sub(start.1) + 1;
    let below = rows[first..].iter_mut();
    for row in below.take_while(|row| row.number <= end.0) {
        for column in start.1..=end.1 {
            take(left, value.size())?;
            let at = row.cells.binary_search_by_key(&column, |cell| cell.column);
            match at {
                Ok(at) => row.cells[at].merged = Some(width),
                Err(at) => row.cells.insert(
                    at,
                    Cell {
                        column,
                        value: value.clone(),
                        merged: Some(width),
                    },
                ),
            }
        }
    }
    Ok(())
}

/// What stands in a cell, if anything does.
fn value(data: DataRef, is_formula: bool) -> Option<Value> {
    let text = |text: &str| (!text.trim().is_empty()).then(|| Value::Text(text.into()));
    match data {
        DataRef::Empty if is_formula => Some(Value::Formula),
        DataRef::Empty => None,
        DataRef::String(value) | DataRef::DurationIso(value) => text(&value),
        DataRef::SharedString(value) => text(value),
        #[expect(
            clippy::cast_precision_loss,
            reason = "a sheet's numbers are no larger"
        )]
        DataRef::Int(value) => Some(Value::Number(value as f64)),
        DataRef::Float(value) => Some(Value::Number(value)),
        DataRef::Bool(value) => Some(Value::Flag(value)),
        DataRef::DateTime(time) if time.is_datetime() && time.as_f64() >= 1.0 => {
            let (year, month, day, ..) = time.to_ymd_hms_milli();
            date_of(year, Some(month), Some(day)).map(Value::Day)
        }
        DataRef::DateTime(time) => Some(Value::Number(time.as_f64())),
        DataRef::DateTimeIso(value) => {
            let date = value.split('T').next().unwrap_or_default();
            date_of_text(date).map_or_else(|| text(&value), |day| Some(Value::Day(day)))
        }
        DataRef::Error(error) => Some(Value::Error(error.to_string().into())),
    }
}
