//! Text in columns, measured as a terminal shows it: a Chinese character takes two.
//!
//! Every row is one line into a pipe. On a terminal the last column wraps within itself.

use std::borrow::Cow;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::fault::Fault;
use super::out::{Out, Tint};
use crate::page::plain;

/// A row of cells. The last cell that says something may be as long as it likes.
pub type Row = Vec<(Tint, String)>;

/// Writes rows with their columns below one another, `indent` columns in.
///
/// # Errors
/// Output failed.
pub fn rows(out: &mut Out, indent: usize, rows: &[Row]) -> Result<(), Fault> {
    let rows: Cow<[Row]> = if out.ascii {
        let cell = |(tint, text): &(Tint, String)| (*tint, plain(text).into_owned());
        rows.iter()
            .map(|row| row.iter().map(cell).collect())
            .collect()
    } else {
        rows.into()
    };
    let mut widths: Vec<usize> = Vec::new();
    for row in &*rows {
        let last = row
            .iter()
            .rposition(|(_, text)| !text.is_empty())
            .unwrap_or(0);
        for (at, (_, text)) in row.iter().enumerate().take(last) {
            if widths.len() <= at {
                widths.resize(at + 1, 0);
            }
            widths[at] = widths[at].max(text.width());
        }
    }
    if let Some(width) = out.width {
        shrink(&mut widths, width.saturating_sub(indent));
    }
    for row in &*rows {
        self::row(out, indent, row, &widths)?;
    }
    Ok(())
}

/// No column but the last takes more than its share of a terminal, so that the last has room.
fn shrink(widths: &mut [usize], total: usize) {
    let share = total * 2 / 3;
    while widths.iter().map(|width| width + 2).sum::<usize>() > share {
        let Some(widest) = widths.iter_mut().max().filter(|width| **width > 8) else {
            return;
        };
        *widest -= 1;
    }
}

fn row(out: &mut Out, indent: usize, row: &Row, widths: &[usize]) -> Result<(), Fault> {
    let columns = row.iter().enumerate();
    let mut start = indent;
    let mut cells: Vec<(usize, Tint, Vec<String>)> = Vec::new();
    let last = row
        .iter()
        .rposition(|(_, text)| !text.is_empty())
        .unwrap_or(0);
    for (at, (tint, text)) in columns.take(last + 1) {
        let own = widths.get(at).copied().unwrap_or(0);
        let room = match out.width {
            None => usize::MAX,
            Some(width) if at == last => width.saturating_sub(start).max(8),
            Some(_) => own.max(1),
        };
        cells.push((start, *tint, wrap(text, room)));
        start += own + 2;
    }
    let height = cells
        .iter()
        .map(|(_, _, lines)| lines.len())
        .max()
        .unwrap_or(0);
    for line in 0..height {
        let mut at = 0;
        let mut text = String::new();
        for (start, tint, lines) in &cells {
            let Some(piece) = lines.get(line).filter(|piece| !piece.is_empty()) else {
                continue;
            };
            text.push_str(&" ".repeat(start.saturating_sub(at)));
            text.push_str(&out.paint.tint(*tint, piece));
            at = (*start).max(at) + piece.width();
        }
        out.line(text)?;
    }
    Ok(())
}

/// `text` in lines of at most `room` columns: broken at blanks, and between Chinese characters.
#[must_use]
pub fn wrap(text: &str, room: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut width = 0;
    for piece in pieces(text) {
        let line = lines.last_mut().expect("there is always a line");
        let own = piece.trim_end().width();
        if width + own > room && width > 0 {
            line.truncate(line.trim_end().len());
            lines.push(String::new());
            width = 0;
        }
        for c in piece.chars() {
            let own = c.width().unwrap_or(0);
            if width + own > room && width > 0 && c != ' ' {
                lines.push(String::new());
                width = 0;
            }
            if let Some(line) = lines.last_mut() {
                line.push(c);
            }
            width += own;
        }
    }
    for line in &mut lines {
        line.truncate(line.trim_end().len());
    }
    lines
}

/// The pieces of a text that stay together, each with the blanks behind it.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut before: Option<char> = None;
    for (at, c) in text.char_indices() {
        let breaks = before.is_some_and(|before| may_break(before, c));
        if breaks {
            pieces.push(&text[start..at]);
            start = at;
        }
        before = Some(c);
    }
    pieces.push(&text[start..]);
    pieces
}

/// A line may end between the two.
fn may_break(before: char, after: char) -> bool {
    const CLOSING: &str = "，。、；：？！）》〉」』】”’…·,.;:?!)]}%";
    const OPENING: &str = "（《〈「『【“‘([{";
    let wide = |c: char| c.width() == Some(2);
    if after == ' ' || CLOSING.contains(after) || OPENING.contains(before) {
        return false;
    }
    before == ' ' || wide(before) || wide(after)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(width: Option<usize>, table: &[&[&str]]) -> String {
        let mut bytes = Vec::new();
        let mut out = Out::to(&mut bytes);
        out.width = width;
        let table: Vec<Row> = table
            .iter()
            .map(|row| {
                row.iter()
                    .map(|text| (Tint::Plain, (*text).to_owned()))
                    .collect()
            })
            .collect();
        rows(&mut out, 0, &table).expect("memory");
        drop(out);
        String::from_utf8(bytes).expect("UTF-8")
    }

    #[test]
    fn columns_stand_below_one_another() {
        let table: &[&[&str]] = &[
            &["P1", "项目", "五"],
            &["P10", "project", "ten"],
            &["X", "y", ""],
        ];
        assert_eq!(
            written(None, table),
            "P1   项目     五\nP10  project  ten\nX    y\n"
        );
    }

    #[test]
    fn the_last_column_wraps_on_a_terminal_only() {
        let table: &[&[&str]] = &[&["P1", "one two three four five six"]];
        assert_eq!(written(None, table), "P1  one two three four five six\n");
        assert_eq!(
            written(Some(20), table),
            "P1  one two three\n    four five six\n"
        );
    }

    #[test]
    fn lines_break_between_chinese_characters_but_not_before_a_comma() {
        assert_eq!(wrap("建设泛在，智联的", 8), ["建设泛", "在，智联", "的"]);
        assert_eq!(wrap("abcdefghij", 4), ["abcd", "efgh", "ij"]);
        assert_eq!(wrap("", 4), [""]);
    }

    proptest::proptest! {
        #[test]
        fn nothing_is_lost_and_nothing_too_wide(text in "[a-z 五建，]{0,60}", room in 2usize..20) {
            let lines = wrap(&text, room);
            for line in &lines {
                proptest::prop_assert!(line.width() <= room, "{line:?}");
            }
            let bare = |text: &str| text.replace(' ', "");
            proptest::prop_assert_eq!(bare(&lines.concat()), bare(&text));
        }
    }
}
