//! Spreadsheets: an office's own data as it has it, read into the records of a data file, and
//! written again.
//!
//! From the bytes, [`grid`] is what all sheets are: by way of [`xlsx`] for workbooks, and of
//! [`encoding`] and [`delimited`] for text. [`headings`] says what a column means, [`cells`] what
//! stands in a cell.

mod cells;
mod delimited;
mod encoding;
mod fault;
mod grid;
mod headings;
mod parts;
mod xlsx;

pub use fault::{Fault, FileFault, Named, Notice};
pub use grid::CellPlace;
pub use headings::{Column, HEADINGS, Heading};

use grid::{Row, Sheet, Value};

/// How the names of sheets end.
const ENDINGS: [&str; 7] = ["csv", "tsv", "xlsx", "xlsm", "xltx", "xls", "ods"];

/// Whether a file is a spreadsheet and no JSON: by its name, or by its first bytes. What comes
/// through a pipe has no name, and is a sheet if it cannot be JSON.
#[must_use]
pub fn is_sheet(name: &str, bytes: &[u8]) -> bool {
    if bytes.starts_with(xlsx::ARCHIVE) || bytes.starts_with(xlsx::CONTAINER) {
        return true;
    }
    let end = name
        .rsplit_once('.')
        .map(|(_, end)| end.to_ascii_lowercase());
    end.is_some_and(|end| ENDINGS.contains(&&*end))
}

/// The sheets of a file, without those that hold nothing.
///
/// # Errors
/// It cannot be read, or takes more than `limit` bytes in memory.
pub(in crate::model) fn sheets(
    bytes: &[u8],
    limit: u64,
    notices: &mut Vec<Notice>,
) -> Result<Vec<Sheet>, FileFault> {
    let is_workbook = bytes.starts_with(xlsx::ARCHIVE) || bytes.starts_with(xlsx::CONTAINER);
    let mut sheets = if is_workbook {
        xlsx::read(bytes, limit, notices)?
    } else {
        let decoded = encoding::decode(bytes)
            .map_err(|encoding| FileFault::file(Fault::Undecodable(encoding)))?;
        notices.extend(decoded.assumed.map(Notice::Encoding));
        vec![delimited::read(&decoded.text, limit, known_headings)?]
    };
    sheets.retain(|sheet| !sheet.rows.is_empty());
    if sheets.is_empty() {
        return Err(FileFault::file(Fault::Empty));
    }
    Ok(sheets)
}

/// How many cells of a row are headings that mean something.
fn known_headings(row: &Row) -> usize {
    let is_heading = |value: &Value| match value {
        Value::Text(text) => headings::meaning(text).is_some(),
        _ => false,
    };
    row.cells
        .iter()
        .filter(|cell| is_heading(&cell.value))
        .count()
}
