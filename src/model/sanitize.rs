//! Cleaning of strings that others wrote: what could act on a terminal, reorder a line or hide in
//! one is taken out. What has no width of its own goes, but for marks, of which a few are kept.

use std::borrow::Cow;

use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};
use unicode_width::UnicodeWidthChar;

/// How many accents in a row are kept: enough for any script, too few to smear over the screen.
const MOST_MARKS: usize = 4;

/// What becomes of a character.
enum Fate {
    Keep,
    /// An accent: kept, unless too many follow each other.
    Mark,
    /// A line break or tab: becomes a blank.
    Blank,
    Drop,
}

/// `raw` without control, bidirectional, zero-width and tag characters; line breaks and tabs become
/// blanks. Borrows where there is nothing to do.
#[must_use]
pub fn sanitize(raw: &str) -> Cow<'_, str> {
    if raw.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return Cow::Borrowed(raw);
    }
    let mut marks = 0;
    let dirty = raw.char_indices().find(|&(_, c)| changes(c, &mut marks));
    let Some((from, _)) = dirty else {
        return Cow::Borrowed(raw);
    };
    let mut text = String::with_capacity(raw.len());
    text.push_str(&raw[..from]);
    // Counting again from the clean part's last accents.
    let mut marks = text
        .chars()
        .rev()
        .take_while(|&c| matches!(fate(c), Fate::Mark))
        .count();
    for c in raw[from..].chars() {
        match (changes(c, &mut marks), fate(c)) {
            (false, _) => text.push(c),
            (true, Fate::Blank) => text.push(' '),
            (true, Fate::Keep | Fate::Mark | Fate::Drop) => {}
        }
    }
    Cow::Owned(text)
}

/// An id in the form in which ids are compared: they are the same in any case.
#[must_use]
pub fn fold_id(id: &str) -> String {
    if id.bytes().all(|byte| byte.is_ascii_graphic()) {
        return id.to_ascii_lowercase();
    }
    sanitize(id)
        .trim()
        .chars()
        .flat_map(char::to_lowercase)
        .collect()
}

/// A name with one word for `and` in each language, whichever it has: `Science & Technology`, 工业与信息化部.
#[must_use]
pub fn with_one_and(name: &str) -> String {
    const ANDS: [(&str, &str); 6] = [
        (" & ", " and "),
        (" ＆ ", " and "),
        ("&", " and "),
        ("以及", "和"),
        ("与", "和"),
        ("及", "和"),
    ];
    ANDS.iter().fold(name.to_owned(), |name, (other, and)| {
        name.replace(other, and)
    })
}

/// The ASCII form of a full-width sign, for an input method may be on.
#[must_use]
pub fn half_width(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// Whether a spreadsheet could take a cell for a formula, or for a link to another program (`|` and
/// `%` in old ones); blanks may stand before. One that a mark (`'`) guards counts too, so that a mark
/// more or less always says which it was.
pub(super) fn is_formula(cell: &str) -> bool {
    let cell = cell.trim_start_matches('\'');
    let begins = cell.trim_start().chars().next().map(half_width);
    begins.is_some_and(|sign| "=+-@|%".contains(sign)) || cell.starts_with(['\t', '\r', '\n'])
}

/// A cell that no spreadsheet takes for a formula.
#[must_use]
pub fn defused(cell: &str) -> Cow<'_, str> {
    if is_formula(cell) {
        format!("'{cell}").into()
    } else {
        cell.into()
    }
}

/// A cell of a line of text whose cells are separated by anything that spreadsheets take for a separator,
/// whichever a reader's own takes: none of them divides it.
#[must_use]
pub fn quoted_cell(cell: &str) -> Cow<'_, str> {
    if cell.contains([',', ';', '\t', '"', '\r', '\n']) {
        format!("\"{}\"", cell.replace('"', "\"\"")).into()
    } else {
        cell.into()
    }
}

/// At most `most` characters of `raw`, cleaned; what is cut off is marked.
#[must_use]
pub fn clip(raw: &str, most: usize) -> String {
    let end = raw
        .char_indices()
        .nth(most)
        .map_or(raw.len(), |(end, _)| end);
    let text = sanitize(&raw[..end]);
    if end < raw.len() {
        format!("{text}…")
    } else {
        text.into_owned()
    }
}

fn changes(c: char, marks: &mut usize) -> bool {
    match fate(c) {
        Fate::Keep => {
            *marks = 0;
            false
        }
        Fate::Mark => {
            *marks += 1;
            *marks > MOST_MARKS
        }
        Fate::Blank | Fate::Drop => true,
    }
}

fn fate(c: char) -> Fate {
    match c {
        // Nearly every character of any text.
        ' '..='~' | '\u{4e00}'..='\u{9fff}' => Fate::Keep,
        '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Fate::Blank,
        // C0, DEL and C1, grapheme joiner, what may become a format control
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{34f}' | '\u{2065}' | '\u{e0000}'..='\u{e0fff}'
        // fillers and separators of Hangul, Khmer and Mongolian
        | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}'
        // variation selectors, noncharacters
        | '\u{fe00}'..='\u{fe0f}' | '\u{fff0}'..='\u{fff8}' | '\u{fffe}' | '\u{ffff}' => Fate::Drop,
        _ => match c.general_category() {
            // Signs under Arabic figures are seen.
            GeneralCategory::Format if matches!(c, '\u{600}'..='\u{605}' | '\u{6dd}'..='\u{8ff}') => {
                Fate::Mark
            }
            // Marks of direction, zero width spaces and joiners, controls of many scripts, tags
            GeneralCategory::Format => Fate::Drop,
            // What stands on the character before it, and so could be stacked: by its category, or for
            // spacing marks and the parts of Hangul syllables by its width.
            GeneralCategory::NonspacingMark | GeneralCategory::EnclosingMark => Fate::Mark,
            _ if c.width() == Some(0) => Fate::Mark,
            _ => Fate::Keep,
        },
    }
}
