//! The evidence as a table, where the page is wide enough for one.

use super::builder::wrapped;
use super::wrap::{truncate_words, width};
use super::writer::PageWriter;
use crate::describe::{EvidenceRow, TextRole, TextRun};
use crate::i18n::describe::describe as labels;
use crate::i18n::results::results;

/// From this many columns on there is room for a table.
pub(super) const ROOM_FOR_TABLE: usize = 70;
/// Columns of a date, and blanks between columns.
const DATE: usize = 10;
const GAP: usize = 2;

/// Adds the table; a document and a reason that hold for several rows in a row are given once.
pub(super) fn table(writer: &mut PageWriter, rows: &[EvidenceRow]) {
    let style = writer.style;
    let (words, labels) = (results(style.lang), labels(style.lang));
    let widest = |text: &dyn Fn(&EvidenceRow) -> usize, head: &str| {
        rows.iter().map(text).max().unwrap_or(0).max(width(head))
    };
    let role = widest(&|row| width(row.role), labels.role);
    let body = widest(&|row| width(&row.body.text), words.organisation);
    let sure = widest(&|row| width(&row.sure.text), words.sure);
    let used = role + body + DATE + sure + 4 * GAP;
    let document = style.width.saturating_sub(used);
    let columns = [role, body, document, DATE, sure];
    let heads = [
        labels.role,
        words.organisation,
        labels.document,
        words.date,
        words.sure,
    ];
    let heads = heads.map(|head| TextRun::new(head, TextRole::Quiet));
    writer.out.gap();
    line(writer, columns, heads);
    let mut before: &[TextRun] = &[];
    for (place, row) in rows.iter().enumerate() {
        if writer.out.is_full() {
            break;
        }
        let last = place.checked_sub(1).and_then(|last| rows.get(last));
        let first = last.is_none_or(|last| last.role != row.role);
        let same = !first && last.is_some_and(|last| last.document == row.document);
        let document = TextRun {
            text: if same { words.same } else { &row.document.text }.to_owned(),
            ..row.document.clone()
        };
        let role = TextRun::new(if first { row.role } else { "" }, TextRole::Label);
        let date = TextRun::plain(if same { "" } else { &row.date });
        let cells = [role, row.body.clone(), document, date, row.sure.clone()];
        line(writer, columns, cells);
        if !row.why.is_empty() && row.why != before {
            let indent = columns[0] + GAP;
            writer.out.hanging(indent, indent, row.why.clone());
        }
        before = &row.why;
    }
}

/// A row; a text too long for its column goes on in a second line.
fn line(writer: &mut PageWriter, columns: [usize; 5], cells: [TextRun; 5]) {
    let style = writer.style;
    let mut lines = [Vec::new(), Vec::new()];
    let mut blanks = [0, 0];
    for (cell, room) in cells.into_iter().zip(columns) {
        let text = style.charset.fit(&cell.text).into_owned();
        let parts = wrapped(&text, room.max(1));
        let rest = parts.get(1..).unwrap_or_default().join(" ");
        let rest = truncate_words(&rest, room, style.charset.plain_signs());
        let first = parts.into_iter().next().unwrap_or_default();
        for (nth, part) in [first, rest].into_iter().enumerate() {
            if part.is_empty() {
                blanks[nth] += room + GAP;
                continue;
            }
            let before = TextRun::plain(" ".repeat(blanks[nth])).whole();
            blanks[nth] = (room + GAP).saturating_sub(width(&part));
            let link = cell.link.clone().filter(|_| nth == 0);
            let run = TextRun {
                text: part,
                link,
                ..cell.clone()
            };
            lines[nth].extend([before, run.whole()]);
        }
    }
    for line in lines.into_iter().filter(|line| !line.is_empty()) {
        writer.out.line(line);
    }
}
