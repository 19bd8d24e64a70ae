//! Text in columns, measured as a terminal shows it: a Chinese character takes two.
//!
//! Every row is one line into a pipe. On a terminal the last column wraps within itself.

use std::borrow::Cow;

use super::error::CliError;
use super::output::Out;
use crate::describe::TextRole;
use crate::page::{plain, width, wrapped};

/// A row of cells. The last cell that is not empty may have any length.
pub type Cells = Vec<(TextRole, String)>;

/// Writes rows with their columns below one another, `indent` columns in.
///
/// # Errors
/// Output failed.
pub fn rows(out: &mut Out, indent: usize, rows: &[Cells]) -> Result<(), CliError> {
    let rows: Cow<[Cells]> = if out.ascii {
        let cell = |(role, text): &(TextRole, String)| (*role, plain(text).into_owned());
        rows.iter()
            .map(|row| row.iter().map(cell).collect())
            .collect()
    } else {
        rows.into()
    };
    let mut widths: Vec<usize> = Vec::new();
    for row in &*rows {
        for (at, (_, text)) in row.iter().enumerate().take(last(row)) {
            if widths.len() <= at {
                widths.resize(at + 1, 0);
            }
            widths[at] = widths[at].max(width(text));
        }
    }
    if let Some(columns) = out.width {
        let is_bar = |at: usize| {
            let mut cells = rows.iter().filter_map(|row| row.get(at));
            cells.any(|(role, _)| *role == TextRole::Bar)
        };
        let whole: Vec<bool> = (0..widths.len()).map(is_bar).collect();
        shrink(&mut widths, &whole, columns.saturating_sub(indent));
    }
    for row in &*rows {
        self::row(out, indent, row, &widths)?;
    }
    Ok(())
}

/// No column but the last takes more than its share of a terminal, so that the last has room. Columns
/// that are `whole` keep theirs: half a bar measures nothing.
fn shrink(widths: &mut [usize], whole: &[bool], total: usize) {
    let share = total * 2 / 3;
    while widths.iter().map(|width| width + 2).sum::<usize>() > share {
        let free = widths.iter_mut().zip(whole).filter(|(_, whole)| !**whole);
        let Some(widest) = free
            .map(|(width, _)| width)
            .max()
            .filter(|width| **width > 8)
        else {
            return;
        };
        *widest -= 1;
    }
}

/// The last cell that is not empty.
fn last(row: &Cells) -> usize {
    let last = row.iter().rposition(|(_, text)| !text.is_empty());
    last.unwrap_or(0)
}

fn row(out: &mut Out, indent: usize, row: &Cells, widths: &[usize]) -> Result<(), CliError> {
    let columns = row.iter().enumerate();
    let mut start = indent;
    let mut cells: Vec<(usize, TextRole, Vec<String>)> = Vec::new();
    let last = last(row);
    for (at, (role, text)) in columns.take(last + 1) {
        let own = widths.get(at).copied().unwrap_or(0);
        let lines = match out.width {
            None => vec![text.clone()],
            Some(columns) if at == last => wrapped(text, columns.saturating_sub(start).max(8)),
            Some(_) => wrapped(text, own.max(1)),
        };
        cells.push((start, *role, lines));
        start += own + 2;
    }
    let height = cells.iter().map(|(_, _, lines)| lines.len()).max();
    for line in 0..height.unwrap_or(0) {
        let mut at = 0;
        let mut text = String::new();
        for (start, role, lines) in &cells {
            let Some(piece) = lines.get(line).filter(|piece| !piece.is_empty()) else {
                continue;
            };
            text.push_str(&" ".repeat(start.saturating_sub(at)));
            text.push_str(&out.paint.role(*role, piece));
            at = (*start).max(at) + width(piece);
        }
        out.line(text)?;
    }
    Ok(())
}
