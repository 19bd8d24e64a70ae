//! Text by display width: how wide it is, where it may be broken, how it is cut. Widths come from
//! the same `unicode-width` that ratatui uses, or columns would drift apart.

use std::str::CharIndices;

use unicode_segmentation::{GraphemeIndices, UnicodeSegmentation};
use unicode_width::UnicodeWidthStr;

/// Columns that a text takes.
#[must_use]
pub fn width(text: &str) -> usize {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        text.len()
    } else {
        text.width()
    }
}

/// What a reader takes for the characters of a text, each with the byte where it begins.
#[must_use]
pub fn graphemes(text: &str) -> Graphemes<'_> {
    if text.chars().all(stands_alone) {
        Graphemes::Alone(text, text.char_indices())
    } else {
        Graphemes::Any(text.grapheme_indices(true))
    }
}

/// The characters of a text as readers see them.
pub enum Graphemes<'a> {
    /// Each stands alone.
    Alone(&'a str, CharIndices<'a>),
    /// Some may belong together.
    Any(GraphemeIndices<'a>),
}

impl<'a> Iterator for Graphemes<'a> {
    type Item = (usize, &'a str);

    fn next(&mut self) -> Option<(usize, &'a str)> {
        match self {
            Graphemes::Alone(text, chars) => {
                let (at, c) = chars.next()?;
                Some((at, &text[at..at + c.len_utf8()]))
            }
            Graphemes::Any(indices) => indices.next(),
        }
    }
}

/// Whether a character never joins another one that this is said of. Nearly all texts have no others,
/// and to know about others takes large tables.
fn stands_alone(c: char) -> bool {
    matches!(
        c,
        ' '..='~'
            | '\u{A1}'..='\u{AC}'
            | '\u{AE}'..='\u{2FF}'
            | '\u{2010}'..='\u{2027}'
            | '\u{2030}'..='\u{205E}'
            | '\u{2100}'..='\u{2BFF}'
            | '\u{3000}'..='\u{3029}'
            | '\u{4E00}'..='\u{9FFF}'
            | '\u{FF01}'..='\u{FF5E}'
    )
}

/// Truncates a text to a width in columns; an ellipsis shows that something is missing.
#[must_use]
pub fn truncate(text: &str, room: usize, ascii: bool) -> String {
    if width(text) <= room {
        return text.to_owned();
    }
    let mark = if ascii { "~" } else { "…" };
    let mut kept = String::new();
    let mut used = width(mark);
    if used > room {
        return String::new();
    }
    for (_, grapheme) in graphemes(text) {
        used += width(grapheme);
        if used > room {
            break;
        }
        kept.push_str(grapheme);
    }
    kept.truncate(kept.trim_end().len());
    kept.push_str(mark);
    kept
}

/// Truncates a text like [`truncate`], but only where a line may end.
#[must_use]
pub fn truncate_words(text: &str, room: usize, ascii: bool) -> String {
    if width(text) <= room {
        return text.to_owned();
    }
    let mark = if ascii { "~" } else { "…" };
    let mut kept = String::new();
    let mut used = width(mark);
    for part in break_points(text) {
        used += width(part);
        if used - (width(part) - width(part.trim_end())) > room {
            break;
        }
        kept.push_str(part);
    }
    kept.truncate(kept.trim_end().len());
    if kept.is_empty() {
        // A word that is longer than all of the room.
        return truncate(text, room, ascii);
    }
    kept.push_str(mark);
    kept
}

/// Splits a text where a line may end. Each part is a word with the blank after it,
/// or one Chinese character with the punctuation that may not begin a line.
#[must_use]
pub fn break_points(text: &str) -> Vec<&str> {
    let mut chunks = Vec::new();
    let mut start = 0;
    let mut before: Option<&str> = None;
    for (at, grapheme) in graphemes(text) {
        if let Some(previous) = before
            && breaks_between(previous, grapheme)
            && at > start
        {
            chunks.push(&text[start..at]);
            start = at;
        }
        before = Some(grapheme);
    }
    if start < text.len() {
        chunks.push(&text[start..]);
    }
    chunks
}

fn breaks_between(left: &str, right: &str) -> bool {
    if right == " " || never_begins(right) || never_ends(left) {
        return false;
    }
    if is_within_date(left, right) {
        return false;
    }
    left == " " || is_wide(left) || is_wide(right)
}

/// 2021年7月5日 stays on one line.
fn is_within_date(left: &str, right: &str) -> bool {
    let digit = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    (digit(left) && matches!(right, "年" | "月" | "日"))
        || (matches!(left, "年" | "月") && digit(right))
}

fn is_wide(grapheme: &str) -> bool {
    width(grapheme) > 1
}

/// Punctuation that may not begin a line.
fn never_begins(grapheme: &str) -> bool {
    matches!(
        grapheme,
        "，" | "。"
            | "、"
            | "；"
            | "："
            | "？"
            | "！"
            | "）"
            | "》"
            | "〉"
            | "」"
            | "』"
            | "】"
            | "〕"
            | "”"
            | "’"
            | ","
            | "."
            | ";"
            | ":"
            | "?"
            | "!"
            | ")"
            | "]"
            | "}"
            | "…"
            | "%"
            | "·"
    )
}

/// Punctuation that may not end a line.
fn never_ends(grapheme: &str) -> bool {
    matches!(
        grapheme,
        "（" | "《" | "〈" | "「" | "『" | "【" | "〔" | "“" | "‘" | "(" | "[" | "{"
    )
}

/// Breaks a chunk that is too wide for a line between graphemes. `room` is at least 1; a grapheme
/// wider than that stands alone.
pub(super) fn hard_break(chunk: &str, room: usize) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut used) = (0, 0);
    for (at, grapheme) in graphemes(chunk) {
        let wide = width(grapheme);
        if used + wide > room && at > start {
            parts.push(&chunk[start..at]);
            (start, used) = (at, 0);
        }
        used += wide;
    }
    parts.push(&chunk[start..]);
    parts
}
