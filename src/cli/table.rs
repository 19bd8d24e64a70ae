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

fn tsv(out: &mut Out, row: &[String]) -> Result<(), CliError> {
    let cells: Vec<String> = row
        .iter()
        .map(|cell| defused(&cell.replace(['\t', '\n', '\r'], " ")).into_owned())
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

#[cfg(test)]
mod tests {
    use super::*;

    fn written(format: Format, row: &[&str]) -> String {
        let mut bytes = Vec::new();
        let mut out = Out::to(&mut bytes);
        let row = row.iter().map(|&cell| cell.to_owned()).collect();
        write(&mut out, format, &["a", "b"], [row]).expect("memory");
        drop(out);
        String::from_utf8(bytes).expect("UTF-8")
    }

    #[test]
    fn a_cell_is_no_formula_and_no_second_cell() {
        assert_eq!(
            written(Format::Csv, &["=1+1", "五, \"x\""]),
            "\u{feff}a,b\n'=1+1,\"五, \"\"x\"\"\"\n"
        );
        assert_eq!(
            written(Format::Csv, &["a;=1", "b\t=1"]),
            "\u{feff}a,b\n\"a;=1\",\"b\t=1\"\n"
        );
        for cell in ["|x", "%x", "｜x", " =1", "\u{3000}@x", "％x", "\tx", "'=x"] {
            assert_eq!(defused(cell), format!("'{cell}"));
        }
        for cell in ["a=b", "50%", "x|y", "“十四五”"] {
            assert_eq!(defused(cell), cell);
        }
        assert_eq!(written(Format::Csv, &["", "-2"]), "\u{feff}a,b\n,'-2\n");
        assert_eq!(written(Format::Tsv, &["x\ty", "z\n"]), "a\tb\nx y\tz \n");
        assert_eq!(
            written(Format::Markdown, &["x|y", "<b>"]),
            "| a | b |\n| --- | --- |\n| x\\|y | \\<b\\> |\n"
        );
    }
}
