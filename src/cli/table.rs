//! Tables for programs and spreadsheets: tab-separated, comma-separated, Markdown.

use super::args::Format;
use super::error::CliError;
use super::output::Out;
use crate::describe::markdown::escape;
use crate::model::{defused, quoted_cell};

/// Writes a table: `head`, then `rows`, each as long as `head`. Tab-separated, tabs and line ends
/// within a cell become blanks; comma-separated, it has a byte order mark, so that a spreadsheet reads
/// Chinese.
///
/// # Errors
/// Output failed.
pub fn write<R>(out: &mut Out, format: Format, head: &[&str], rows: R) -> Result<(), CliError>
where
    R: IntoIterator<Item = Vec<String>>,
{
    let head = head.iter().map(|&cell| cell.to_owned()).collect();
    let rows = rows.into_iter();
    match format {
        Format::Text | Format::Json | Format::Tsv => std::iter::once(head)
            .chain(rows)
            .try_for_each(|row| tsv(out, &row)),
        Format::Csv => {
            out.text("\u{feff}")?;
            std::iter::once(head)
                .chain(rows)
                .try_for_each(|row| csv(out, &row))
        }
        Format::Markdown => {
            markdown(out, &head)?;
            out.text(&format!("|{}\n", " --- |".repeat(head.len())))?;
            for row in rows {
                markdown(out, &row)?;
            }
            Ok(())
        }
    }
}

/// A cell that no spreadsheet takes for a formula, though it takes away the quotation marks around it.
fn guarded(cell: &str) -> String {
    let bare = cell.trim_start_matches('"');
    if defused(bare) == bare {
        cell.to_owned()
    } else {
        format!("'{cell}")
    }
}

fn tsv(out: &mut Out, row: &[String]) -> Result<(), CliError> {
    let cells: Vec<String> = row
        .iter()
        .map(|cell| guarded(&cell.replace(['\t', '\n', '\r'], " ")))
        .collect();
    out.text(&(cells.join("\t") + "\n"))
}

fn csv(out: &mut Out, row: &[String]) -> Result<(), CliError> {
    let cells = row
        .iter()
        .map(|cell| quoted_cell(&defused(cell)).into_owned());
    out.text(&(cells.collect::<Vec<_>>().join(",") + "\n"))
}

fn markdown(out: &mut Out, row: &[String]) -> Result<(), CliError> {
    let cells: Vec<String> = row.iter().map(|cell| escape(cell)).collect();
    out.text(&format!("| {} |\n", cells.join(" | ")))
}
