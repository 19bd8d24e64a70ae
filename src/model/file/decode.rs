//! From bytes to text, and what is no JSON about a text.

use serde::de::IgnoredAny;
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

use super::encoding::{
    CESU_8, document, foreign, format, is_conflict, is_json_below, legacy, lookalike, packed, wide,
};
use super::locate::{FileText, LocatedProblems, SheetFile};
use super::problem::{Problem, ProblemKind, Syntax};
use super::sheet::{begins_with_headings, is_sheet};

/// A data file in memory.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// What it is called in messages.
    pub name: &'a str,
    /// What it holds.
    pub bytes: &'a [u8],
}

/// The most bytes that a file may have.
const MOST_BYTES: usize = 2 << 30;
/// The most bytes of another encoding that pass for UTF-8 by chance, in signs of two bytes.
const BY_CHANCE: usize = 6;

/// The texts of all files, an overlay that is given twice once.
pub(super) fn decode<'a>(
    plan: Input<'a>,
    overlays: &[Input<'a>],
) -> Result<Vec<FileText<'a>>, Vec<Problem>> {
    let mut texts: Vec<FileText> = Vec::with_capacity(1 + overlays.len());
    let mut problems = Vec::new();
    let mut laid: Vec<&[u8]> = Vec::new();
    for (index, input) in std::iter::once(&plan).chain(overlays).enumerate() {
        if index > 0 && laid.contains(&input.bytes) {
            // Laying an overlay twice is the same as once.
            continue;
        }
        laid.extend((index > 0).then_some(input.bytes));
        if is_sheet(input.name, input.bytes) {
            texts.push(FileText {
                sheet: Some(SheetFile {
                    bytes: input.bytes,
                    imported: None,
                }),
                ..FileText::of(input.name, "")
            });
            continue;
        }
        match decode_one(input.bytes) {
            Ok(text) => texts.push(FileText::of(input.name, text)),
            Err((from, what)) => {
                let text = std::str::from_utf8(&input.bytes[..from]).unwrap_or("");
                let texts = [FileText::of(input.name, text)];
                let mut report = LocatedProblems::default();
                report.add(0, from, None, what);
                problems.extend(report.problems(&texts, &[]));
            }
        }
    }
    if problems.is_empty() {
        Ok(texts)
    } else {
        Err(problems)
    }
}

/// The text of a file, or what is wrong with it, and where.
pub(super) fn decode_one(bytes: &[u8]) -> Result<&str, (usize, ProblemKind)> {
    if bytes.len() > MOST_BYTES {
        return Err((0, ProblemKind::TooLarge));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if let Some(name) = document(bytes) {
        return Err((0, ProblemKind::OtherFormat(name)));
    }
    if let Some((name, command)) = packed(bytes) {
        return Err((0, ProblemKind::Packed(name, command)));
    }
    if let Some(name) = format(bytes) {
        return Err((0, ProblemKind::OtherFormat(name)));
    }
    if let Some(name) = wide(bytes) {
        return Err((0, ProblemKind::OtherEncoding(name)));
    }
    if begins_with_headings(bytes) {
        return Err((0, ProblemKind::SheetByAnotherName));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let from = error.valid_up_to();
        // UTF-8 before a wrong byte is of a damaged file, in no other encoding: of that only few signs of two
        // bytes pass for it by chance. So is a file that breaks off within a character.
        let passed = || bytes[..from].iter().filter(|byte| !byte.is_ascii());
        let is_long = passed().any(|&byte| byte >= 0xe0) || passed().count() > BY_CHANCE;
        let is_utf8 = is_long || error.error_len().is_none();
        let name = legacy(bytes, from).filter(|&name| !is_utf8 || name == CESU_8);
        let what = match name {
            Some(name) => ProblemKind::OtherEncoding(name),
            None if error.error_len().is_none() => ProblemKind::BrokenOff,
            None => ProblemKind::NotUtf8,
        };
        (from, what)
    })?;
    if text.trim_ascii().is_empty() {
        return Err((0, ProblemKind::Empty));
    }
    Ok(text)
}

/// What is no JSON about a text, and where.
pub(super) fn syntax_error(text: &str) -> Option<(usize, ProblemKind)> {
    let error = serde_json::from_str::<IgnoredAny>(text).err()?;
    let line_start = match error.line() {
        0 | 1 => 0,
        line => memchr::memchr_iter(b'\n', text.as_bytes())
            .nth(line - 2)
            .map_or(0, |at| at + 1),
    };
    let message = error.to_string();
    let syntax = SYNTAX.iter().find(|(start, _)| message.starts_with(start));
    let mut syntax = syntax.map_or(Syntax::Value, |(_, syntax)| *syntax);
    // serde counts the byte at which it stopped from 1; at the end it stops behind the text.
    let behind = usize::from(syntax != Syntax::Truncated);
    let from = (line_start + error.column())
        .saturating_sub(behind)
        .min(text.len());
    let from = (line_start..=from)
        .rev()
        .find(|&at| text.is_char_boundary(at))
        .unwrap_or(line_start);
    // Of `-- ` serde takes the first sign for a number's.
    let from = from - usize::from(text[..from].ends_with('-') && text[from..].starts_with("- "));
    let comma = text[..from].trim_ascii_end().ends_with(',');
    if comma && text[from..].starts_with(['}', ']']) {
        syntax = Syntax::TrailingComma;
    }
    let rest = &text[from..];
    if ["//", "/*", "#", "<!--", "-- "]
        .iter()
        .any(|mark| rest.starts_with(mark))
    {
        return Some((from, ProblemKind::Syntax(Syntax::Comment)));
    }
    if let Some(found) = foreign_spelling(&text[..from], rest, syntax) {
        return Some((from, ProblemKind::Syntax(found)));
    }
    if is_conflict(rest.as_bytes()) {
        return Some((from, ProblemKind::Syntax(Syntax::Conflict)));
    }
    // A word in brackets begins like a list: `[INFO]`.
    if text[..from].trim_ascii().len() <= 1 && is_json_below(text) {
        let from = text.len() - text.trim_start().len();
        return Some((from, ProblemKind::Syntax(Syntax::Leading)));
    }
    if let Some(found) = rest.chars().next().and_then(|sign| instead(sign, syntax)) {
        return Some((from, ProblemKind::Syntax(found)));
    }
    if let Some((at, sign)) = misleading(text, from, syntax) {
        return Some((at, ProblemKind::Syntax(Syntax::Sign(sign))));
    }
    Some((from, ProblemKind::Syntax(syntax)))
}

/// What stands between `before` and `rest` as other languages write it.
fn foreign_spelling(before: &str, rest: &str, syntax: Syntax) -> Option<Syntax> {
    let is_digit = |c: char| c.is_ascii_digit();
    if let Some((word, right)) = foreign(rest) {
        return Some(Syntax::Foreign(word, right));
    }
    if rest
        .strip_prefix('+')
        .is_some_and(|rest| rest.starts_with(is_digit))
    {
        return Some(Syntax::Plus);
    }
    // 0x1, 1_000, 5%, .5
    let is_more = |c: char| c.is_ascii_alphanumeric() || "_%.".contains(c);
    let is_longer = before.ends_with(is_digit) && rest.starts_with(is_more);
    let is_shorter = || {
        rest.strip_prefix('.')
            .is_some_and(|rest| rest.starts_with(is_digit))
    };
    if syntax == Syntax::Separator && is_longer || syntax == Syntax::Value && is_shorter() {
        return Some(Syntax::Number);
    }
    // `5,5` in an object, where a key has to follow.
    let number = before.strip_suffix(',').filter(|_| syntax == Syntax::Key)?;
    (number.ends_with(is_digit) && rest.starts_with(is_digit)).then_some(Syntax::DecimalComma)
}

/// A punctuation mark of another script where JSON has a comma or a colon, if it is no bracket, quotation
/// mark or other sign of JSON by its looks.
fn instead(sign: char, syntax: Syntax) -> Option<Syntax> {
    let wanted = match syntax {
        Syntax::Colon => ":",
        Syntax::Separator => ",",
        _ => return None,
    };
    let is_json = lookalike(sign).is_some_and(|(_, ascii)| "\"{}[]:,".contains(ascii));
    let is_mark = !sign.is_ascii() && sign.general_category() == GeneralCategory::OtherPunctuation;
    (is_mark && !is_json).then_some(Syntax::Instead(sign, wanted))
}

/// The sign at byte `from` that looks like one of JSON, or the quotation mark that was to close the string
/// before it: one that ends later than it should is followed by a bare word, or by the end of its line.
fn misleading(text: &str, from: usize, syntax: Syntax) -> Option<(usize, char)> {
    let here = text[from..].chars().next();
    if let Some(sign) = here.filter(|&sign| lookalike(sign).is_some()) {
        return Some((from, sign));
    }
    let is_open = matches!(syntax, Syntax::ControlCharacter | Syntax::Truncated);
    if !is_open && here.is_some_and(|sign| "\"{}[]:,".contains(sign)) {
        return None;
    }
    let before = text[..from].trim_end();
    let line = before.rfind('\n').map_or(0, |at| at + 1);
    let before = before.get(line..)?;
    let before = match before.strip_suffix('"') {
        Some(closed) => closed,
        None if is_open => before,
        None => return None,
    };
    let open = before.rfind('"')? + 1;
    let string = before.get(open..)?;
    let closes = |&(at, sign): &(usize, char)| {
        let after = string[at + sign.len_utf8()..].trim_start();
        let is_end = after.is_empty() && is_open;
        let is_quote = lookalike(sign).is_some_and(|(_, ascii)| ascii == "\"");
        // One that closes a pair within the string is part of it: “十四五”.
        let marks = |mark| string[..at].matches(mark).count();
        let is_paired = sign == '”' && marks('“') > marks('”');
        is_quote && !is_paired && (is_end || after.starts_with([':', ',', '：', '，', '}', ']']))
    };
    let (at, sign) = string.char_indices().find(closes)?;
    Some((line + open + at, sign))
}

/// How `serde_json` words what is wrong.
const SYNTAX: &[(&str, Syntax)] = &[
    ("EOF", Syntax::Truncated),
    ("expected `:`", Syntax::Colon),
    ("expected `,`", Syntax::Separator),
    ("key must be a string", Syntax::Key),
    ("trailing comma", Syntax::TrailingComma),
    ("trailing characters", Syntax::Trailing),
    ("control character", Syntax::ControlCharacter),
    ("invalid escape", Syntax::Escape),
    ("unexpected end of hex escape", Syntax::Surrogate),
    ("lone leading surrogate", Syntax::Surrogate),
    ("invalid unicode code point", Syntax::Escape),
    ("invalid number", Syntax::Number),
    ("number out of range", Syntax::Number),
    ("recursion limit", Syntax::Depth),
];
