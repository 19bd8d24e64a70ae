//! The folding of queries and texts before they are compared: case, accents, full width, traditional
//! ideographs and punctuation do not count. A character becomes one character, a blank or nothing, so
//! that the place of a match can be highlighted in the original; a ligature becomes its letters.
//! Letters with dots, `&` or `and` between them are one word: `A.I.`, `R & D`.
//!
//! Blanks are kept only between letters of an alphabet: `5G 应用` and `5G应用` fold alike.

use std::borrow::Cow;
use std::sync::LazyLock;

use unicode_normalization::char::{decompose_compatible, is_combining_mark};
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

use crate::model::half_width;

/// Traditional ideographs and variants with their simplified form, alternating: the table
/// `TSCharacters` of `OpenCC` (Apache-2.0), cut to one character on each side.
const PAIRS: &str = include_str!("hanzi.txt");

/// The ideographs of [`PAIRS`] are among these.
const FIRST: char = '\u{4E00}';
const LAST: char = '\u{9FFF}';

/// The simplified form of each ideograph from [`FIRST`] to [`LAST`].
static SIMPLIFIED: LazyLock<Box<[char]>> = LazyLock::new(|| {
    let mut all: Box<[char]> = (FIRST..=LAST).collect();
    let mut pairs = PAIRS.chars().filter(|c| *c != '\n');
    while let (Some(from), Some(to)) = (pairs.next(), pairs.next()) {
        all[from as usize - FIRST as usize] = to;
    }
    all
});

/// What a character folds to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Folded {
    /// This character.
    To(char),
    /// A blank between words.
    Blank,
    /// Nothing; its neighbours become one word.
    Nothing,
}

/// Calls `push` with what a character folds to: several characters for a ligature.
fn fold_char(c: char, push: &mut impl FnMut(Folded)) {
    if c.is_ascii() {
        return push(fold_ascii(c));
    }
    if (FIRST..=LAST).contains(&c) {
        return push(Folded::To(SIMPLIFIED[c as usize - FIRST as usize]));
    }
    push(match c {
        // The low quotation mark U+201A is typed for a comma.
        '\u{2018}'
        | '\u{2019}'
        | '\u{201B}'..='\u{201F}'
        | '\u{FF02}'
        | '\u{FF07}'
        | '《'
        | '》'
        | '〈'
        | '〉'
        | '「'..='』'
        | '〝'..='〟'
        | '\u{AD}'
        | '\u{200B}'..='\u{200F}'
        | '\u{FEFF}' => Folded::Nothing,
        '×' => Folded::To('x'),
        // `fold_other` gives the same for these; but they are in every text, and its tables are large.
        '\u{2010}'..='\u{205E}' | '\u{3000}'..='\u{3003}' | '\u{3008}'..='\u{301B}' => {
            Folded::Blank
        }
        '\u{FF01}'..='\u{FF5E}' => fold_ascii(char::from_u32(c as u32 - 0xFEE0).unwrap_or(' ')),
        _ => return fold_other(c, push),
    });
}

fn fold_ascii(c: char) -> Folded {
    match c {
        'a'..='z' | '0'..='9' => Folded::To(c),
        'A'..='Z' => Folded::To(c.to_ascii_lowercase()),
        '\'' | '"' | '`' => Folded::Nothing,
        _ => Folded::Blank,
    }
}

/// Takes the plain form of a character in full width or another form, without its accents.
fn fold_other(c: char, push: &mut impl FnMut(Folded)) {
    let mut any = false;
    decompose_compatible(c, |part| {
        if is_combining_mark(part) {
            return;
        }
        any = true;
        let mut lower = part.to_lowercase();
        push(match (lower.next(), lower.next()) {
            _ if part.is_ascii() => fold_ascii(part),
            _ if !part.is_alphanumeric() => Folded::Blank,
            (Some(one), None) => Folded::To(one),
            _ => Folded::To(part),
        });
    });
    if !any {
        push(Folded::Nothing);
    }
}

/// What joins single letters to one word.
const JOINTS: &[&str] = &[". ", ".", "．", "&", "＆", " & ", " ＆ ", " and ", " AND "];

/// Returns the length of what joins single letters at byte `at`.
fn joint(text: &str, at: usize) -> Option<usize> {
    let is_letter = |c: &char| half_width(*c).is_ascii_alphabetic();
    let (before, rest) = text.split_at_checked(at)?;
    let joint = JOINTS.iter().find(|joint| rest.starts_with(**joint))?;
    let mut before = before.chars().rev();
    before.next().filter(is_letter)?;
    let mut after = rest.get(joint.len()..)?.chars();
    after.next().filter(is_letter)?;
    let (before, after) = (before.next(), after.next());
    let is_single = [before, after]
        .iter()
        .all(|c| c.is_none_or(|c| !c.is_alphanumeric()));
    // With a blank only `A. I.`: in `A.I. r` another word begins.
    let goes_on = *joint != ". " || after.is_none_or(|c| half_width(c) == '.');
    (is_single && goes_on).then_some(joint.len())
}

/// Returns true if [`joint`] may begin with a character.
fn may_join(c: char) -> bool {
    matches!(c, '.' | '．' | '&' | '＆' | ' ')
}

/// Returns `text` without what joins single letters and has a blank: it is cut at blanks before it is folded.
pub(crate) fn without_joints(text: &str) -> Cow<'_, str> {
    let mut out = String::with_capacity(text.len());
    let mut skip = 0;
    for (at, c) in text.char_indices() {
        let has_blank = |length: &usize| text[at..at + length].contains(' ');
        if let Some(length) = joint(text, at).filter(|_| at >= skip).filter(has_blank) {
            skip = at + length;
        }
        if at >= skip {
            out.push(c);
        }
    }
    out.into()
}

/// Punctuation of sentences that is not so by its category; any other sign beside a letter belongs to a name,
/// as in `C++`.
const PUNCTUATION: &str = ".,;:?!'\"`…·、。•‧・×\u{2212}";

/// Returns true for a sign that may tell two names apart which fold alike.
pub(crate) fn is_symbol(c: char) -> bool {
    let c = half_width(c);
    if c.is_alphanumeric() || c.is_whitespace() || c.is_control() || PUNCTUATION.contains(c) {
        return false;
    }
    !matches!(
        c.general_category(),
        // Invisible signs, marks, every hyphen and dash, brackets and quotation marks.
        GeneralCategory::Format
            | GeneralCategory::NonspacingMark
            | GeneralCategory::SpacingMark
            | GeneralCategory::EnclosingMark
            | GeneralCategory::DashPunctuation
            | GeneralCategory::ConnectorPunctuation
            | GeneralCategory::OpenPunctuation
            | GeneralCategory::ClosePunctuation
            | GeneralCategory::InitialPunctuation
            | GeneralCategory::FinalPunctuation
    )
}

/// Returns the folded `text` without blanks, but with its symbols: `c++` and `c#` differ.
pub(crate) fn with_symbols(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if is_symbol(c) {
            out.push(half_width(c));
        } else {
            fold_char(c, &mut |folded| {
                if let Folded::To(c) = folded {
                    out.push(c);
                }
            });
        }
    }
    out
}

/// Returns true if a folded character is written without blanks around it.
pub(crate) fn is_ideograph(c: char) -> bool {
    (c as u32) >= 0x2E80
}

/// Returns true if a byte of folded text belongs to a word of an alphabet.
pub(crate) fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
}

/// Calls `push` with each folded character and the byte of `text` that it comes from.
pub(crate) fn each(text: &str, mut push: impl FnMut(char, usize)) {
    let mut last: Option<char> = None;
    let mut blank: Option<usize> = None;
    let mut take = |folded, at| match folded {
        Folded::To(c) => {
            if let (Some(at), Some(before)) = (blank.take(), last)
                && !is_ideograph(before)
                && !is_ideograph(c)
            {
                push(' ', at);
            }
            push(c, at);
            last = Some(c);
        }
        Folded::Blank => blank = blank.or(Some(at)),
        Folded::Nothing => {}
    };
    let mut before = ' ';
    let mut skip = 0;
    for (at, c) in text.char_indices() {
        if at < skip {
            continue;
        }
        if may_join(c)
            && let Some(length) = joint(text, at)
        {
            skip = at + length;
        } else if matches!(c, ',' | '，' | '\u{201A}')
            && is_digit(before)
            && is_group(text, at + c.len_utf8())
        {
            // 1,000 is one number, 3,4 are two.
        } else {
            fold_char(c, &mut |folded| take(folded, at));
        }
        before = c;
    }
}

/// Returns true for three digits and no more.
fn is_group(text: &str, at: usize) -> bool {
    let digits = text[at..].chars().take_while(|&c| is_digit(c));
    digits.take(4).count() == 3
}

fn is_digit(c: char) -> bool {
    half_width(c).is_ascii_digit()
}

/// Folds `text` and appends it to `out`.
pub(crate) fn append(text: &str, out: &mut String) {
    each(text, |c, _| out.push(c));
}

/// Returns the folded `text`.
#[must_use]
pub fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    append(text, &mut out);
    out
}

/// A folded text with the origin of each byte.
#[derive(Debug)]
pub(crate) struct Traced {
    /// The folded text.
    pub(crate) text: String,
    /// By byte: the byte of the original where its character begins.
    origins: Vec<usize>,
}

impl Traced {
    /// Folds `text`.
    pub(crate) fn new(text: &str) -> Traced {
        let mut traced = Traced {
            text: String::with_capacity(text.len()),
            origins: Vec::with_capacity(text.len()),
        };
        each(text, |c, at| {
            traced.text.push(c);
            traced.origins.resize(traced.text.len(), at);
        });
        traced
    }

    /// Returns the byte of the original from which a byte of the folded text comes.
    pub(crate) fn origin(&self, byte: usize) -> Option<usize> {
        self.origins.get(byte).copied()
    }
}
