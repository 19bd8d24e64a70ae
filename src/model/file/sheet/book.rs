//! Sheets as files: a workbook that people like, or text. A cell is never a formula.

use rust_xlsxwriter::{
    DataValidation, ExcelDateTime, Format, FormatAlign, Formula, Note, Workbook, Worksheet,
    XlsxError,
};

use super::pages::{Choices, SheetPage};
use crate::model::{Figure, defused, quoted_cell};

/// The sheet of names that are offered to be chosen. A hidden sheet with such a name is not read.
const LISTS: &str = "_lists";

/// The most characters that a cell of a workbook holds.
const MOST: usize = 32_767;

/// Columns of a date, with a blank on either side.
const DATE: usize = 12;

/// Why sheets cannot be written.
#[derive(Debug)]
pub enum BookError {
    /// A text is longer than a cell of a workbook can be; its first characters.
    LongText(String),
    /// More rows than a sheet of a workbook can have.
    ManyRows,
    /// Anything else, in the library's words.
    Other(String),
}

impl From<XlsxError> for BookError {
    fn from(error: XlsxError) -> BookError {
        match error {
            XlsxError::RowColumnLimitError => BookError::ManyRows,
            other => BookError::Other(other.to_string()),
        }
    }
}

/// A workbook with these sheets. `bodies` are the names that are offered where one is to be chosen;
/// `guide`, unless it is empty, says in a note on the first head of each sheet how to fill it in.
///
/// # Errors
/// Something does not fit into a workbook.
pub fn workbook(pages: &[SheetPage], bodies: &[String], guide: &str) -> Result<Vec<u8>, BookError> {
    let mut book = Workbook::new();
    for page in pages {
        let sheet = book.add_worksheet();
        sheet.set_name(&page.name)?;
        fill(sheet, page, bodies.len())?;
        if !guide.is_empty() {
            let row = u32::try_from(page.above.len()).unwrap_or(0);
            sheet.insert_note(
                row,
                0,
                &Note::new(guide).set_width(320).add_author_prefix(false),
            )?;
        }
    }
    if !bodies.is_empty() {
        let lists = book.add_worksheet();
        lists.set_name(LISTS)?.set_hidden(true);
        for (row, name) in (0..).zip(bodies) {
            lists.write_string(row, 0, &**name)?;
        }
    }
    Ok(book.save_to_buffer()?)
}

fn fill(sheet: &mut Worksheet, page: &SheetPage, bodies: usize) -> Result<(), BookError> {
    let head = Format::new()
        .set_bold()
        .set_background_color(0x00DD_E8F0_u32)
        .set_align(FormatAlign::Top)
        .set_text_wrap();
    let text = Format::new()
        .set_align(FormatAlign::Top)
        .set_text_wrap()
        .set_num_format("@");
    let day = Format::new()
        .set_align(FormatAlign::Top)
        .set_num_format("yyyy-mm-dd");
    let mut at: u32 = 0;
    for row in &page.above {
        for (column, cell) in (0..).zip(row) {
            sheet.write_string(at, column, &**cell)?;
        }
        at += 1;
    }
    let first = at;
    for (column, one) in (0..).zip(&page.columns) {
        sheet.write_string_with_format(first, column, &*one.heading, &head)?;
        sheet.set_column_width(column, width(page, usize::from(column)))?;
    }
    for row in &page.rows {
        at += 1;
        for ((column, one), cell) in (0..).zip(&page.columns).zip(row) {
            if cell.is_empty() {
                continue;
            }
            if cell.encode_utf16().count() > MOST {
                return Err(BookError::LongText(cell.chars().take(40).collect()));
            }
            match (
                day_of(cell).filter(|_| one.dates),
                number(cell).filter(|_| one.numbers),
            ) {
                (Some(date), _) => sheet.write_datetime_with_format(at, column, date, &day)?,
                (_, Some(number)) => sheet.write_number(at, column, number)?,
                _ => sheet.write_string_with_format(at, column, &**cell, &text)?,
            };
        }
    }
    let open = u32::try_from(page.open_rows).unwrap_or(0);
    let last = (at + open).max(first + 1);
    for (column, one) in (0..).zip(&page.columns) {
        let choices = match &one.choices {
            Choices::None => continue,
            Choices::Words(words) => DataValidation::new().allow_list_strings(words)?,
            Choices::Bodies if bodies == 0 => continue,
            Choices::Bodies => DataValidation::new()
                .allow_list_formula(Formula::new(format!("={LISTS}!$A$1:$A${bodies}"))),
        };
        // Several names, and others, may be written too.
        let choices = choices.show_error_message(false);
        sheet.add_data_validation(first + 1, column, last, column, &choices)?;
    }
    sheet.set_freeze_panes(first + 1, 0)?;
    if let Some(right) = u16::try_from(page.columns.len())
        .ok()
        .and_then(|n| n.checked_sub(1))
    {
        sheet.autofilter(first, 0, at.max(first + 1), right)?;
    }
    Ok(())
}

/// A column as wide as most of its texts, within reason. A Han character takes two.
fn width(page: &SheetPage, column: usize) -> f64 {
    let columns = |text: &str| -> usize {
        let lines = text.lines();
        let line = |line: &str| line.chars().map(|c| 1 + usize::from(c > '\u{2e80}')).sum();
        lines.map(line).max().unwrap_or(0)
    };
    let column_at = page.columns.get(column);
    let heading = column_at.map_or(0, |one| columns(&one.heading) + 4);
    // A date is typed in later: ####### would stand in a narrower cell.
    let date = column_at.map_or(0, |one| usize::from(one.dates) * DATE);
    let cells = page.rows.iter().filter_map(|row| row.get(column));
    let widest = cells.map(|cell| columns(cell)).max().unwrap_or(0);
    let width = widest.max(heading).max(date).clamp(8, 60);
    f64::from(u32::try_from(width).unwrap_or(60))
}

/// A whole date. Months and years stay texts.
fn day_of(text: &str) -> Option<ExcelDateTime> {
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    // Spreadsheets count days from 1900 on.
    let year = year.parse().ok().filter(|year| *year > 1900)?;
    ExcelDateTime::from_ymd(year, month.parse().ok()?, day.parse().ok()?).ok()
}

/// A number that a spreadsheet holds as it is written.
fn number(text: &str) -> Option<f64> {
    let number: f64 = text.parse().ok()?;
    let is_exact = number.abs() < Figure::EXACT;
    (is_exact && number.to_string() == text.trim_end_matches(".0")).then_some(number)
}

/// A sheet as text, its cells separated by the byte `between`, with a byte order mark, so that a spreadsheet reads Chinese.
#[must_use]
pub fn delimited(page: &SheetPage, between: u8) -> Vec<u8> {
    let mut text = "\u{feff}".to_owned();
    let heads = page.columns.iter().map(|column| column.heading.clone());
    let head: Vec<String> = heads.collect();
    for row in page.above.iter().chain([&head]).chain(&page.rows) {
        let cells = row
            .iter()
            .map(|cell| quoted_cell(&defused(cell)).into_owned());
        let cells: Vec<String> = cells.collect();
        text += &cells.join(char::from(between).encode_utf8(&mut [0; 4]));
        text.push('\n');
    }
    text.into_bytes()
}
