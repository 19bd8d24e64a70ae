//! Workbooks.

use std::collections::{BTreeMap, HashSet};
use std::io::Cursor;

use calamine::{DataRef, Reader as _, SheetType, SheetVisible, Xlsx, XlsxError};

use super::archive;
use super::cells::{date_of, date_of_text};
use super::fault::{Fault, FileFault, SheetNotice};
use super::grid::{GridCell, GridRow, Sheet, Value};
use crate::model::Figure;

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
    notices: &mut Vec<SheetNotice>,
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
    let mut parts = archive::weigh(bytes, limit).map_err(FileFault::file)?;
    if parts.macros {
        notices.push(SheetNotice::Macros);
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
                notices.push(SheetNotice::HiddenSheet(found.name));
            }
            continue;
        }
        let known = parts.sheets.remove(&found.name).unwrap_or_default();
        let percentages = &known.percentages;
        let mut sheet =
            sheet(&mut workbook, &found.name, percentages, &mut left).map_err(|error| {
                error.map_or(FileFault::file(Fault::TooLarge(limit)), |error| {
                    damaged(&error)
                })
            })?;
        sheet.hidden = known.hidden;
        if sheet.hidden != (0, 0) && !sheet.rows.is_empty() {
            notices.push(SheetNotice::Hidden {
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

/// The cells of a sheet by rows and columns: nothing forces a file to have them in order, or each once.
type CellRows = BTreeMap<u32, BTreeMap<u32, GridCell>>;

/// A sheet, of which the cells take no more than is `left`.
///
/// # Errors
/// The library's; none where it takes more.
fn sheet(
    workbook: &mut Workbook,
    name: &str,
    percentages: &HashSet<(u32, u32)>,
    left: &mut u64,
) -> Result<Sheet, Option<XlsxError>> {
    let merged = workbook.merge_cells_by_sheet_name(name)?;
    let mut all = CellRows::new();
    let mut cells = workbook.worksheet_cells_reader(name)?;
    while let Some(found) = cells.next_cell_with_formula_metadata()? {
        let Some(value) = value(found.value, found.formula.is_some()) else {
            continue;
        };
        let value = match value {
            Value::Number(share)
                if share.abs() < Figure::EXACT && percentages.contains(&found.pos) =>
            {
                Value::Text(percentage(share).into())
            }
            other => other,
        };
        take(left, value.size())?;
        let (row, column) = found.pos;
        let row = all.entry(row).or_default();
        row.entry(column).or_insert(GridCell {
            column,
            value,
            merged: None,
        });
    }
    let last = all.values().filter_map(|row| row.keys().last());
    let last = last.max().copied().unwrap_or(0);
    for area in merged {
        let end = (area.end.0, area.end.1.min(last));
        fill(&mut all, area.start, end, left)?;
    }
    let rows = all.into_iter().map(|(number, cells)| GridRow {
        number,
        cells: cells.into_values().collect(),
    });
    Ok(Sheet {
        name: name.to_owned(),
        rows: rows.collect(),
        hidden: (0, 0),
    })
}

/// A share as it is shown: 0.604 as 60.4%.
fn percentage(share: f64) -> String {
    /// What is beyond comes from binary fractions.
    const PLACES: f64 = 1e10;
    format!("{}%", (share * 100.0 * PLACES).round() / PLACES)
}

fn take(left: &mut u64, size: usize) -> Result<(), Option<XlsxError>> {
    *left = left.checked_sub(size as u64).ok_or(None)?;
    Ok(())
}

/// Fills merged cells from the first of them, in rows that hold something.
fn fill(
    cells: &mut CellRows,
    start: (u32, u32),
    end: (u32, u32),
    left: &mut u64,
) -> Result<(), Option<XlsxError>> {
    let first = cells.get(&start.0).and_then(|row| row.get(&start.1));
    let Some(first) = first.cloned().filter(|_| start.0 <= end.0) else {
        return Ok(());
    };
    let width = end.1.saturating_sub(start.1) + 1;
    for (_, row) in cells.range_mut(start.0..=end.0) {
        for column in start.1..=end.1 {
            take(left, first.value.size())?;
            let cell = row.entry(column).or_insert_with(|| GridCell {
                column,
                ..first.clone()
            });
            cell.merged = Some(width);
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
