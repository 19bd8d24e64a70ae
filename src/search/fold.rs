//! The folding that queries and texts share: what does not matter for a look-up is taken away from
//! both. A character becomes one character, a blank or nothing; so every folded character has one
//! place in the text it came from, and highlights can be drawn there.
//!
//! Blanks are kept only between letters of an alphabet: `5G 应用` and `5G应用` fold alike.

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// The first of the ideographs that have a bit in [`ROWS`], and how many rows of 64 there are.
const FIRST: u32 = 0x4E00;
const COUNT: usize = 0x5200 / 64;

/// Traditional ideographs and variants with their simplified form, alternating: the table
/// `TSCharacters` of `OpenCC` (Apache-2.0), cut to one character on each side.
const PAIRS: &str = include_str!("hanzi.txt");

/// Bytes of a pair, and of a line of 20 with its end.
const PAIR: usize = 6;
const LINE: usize = 20 * PAIR + 1;

/// Which of 64 ideographs are in [`PAIRS`]: most texts have none, and never touch it.
#[derive(Clone, Copy)]
struct Row {
    /// A bit for each.
    there: u64,
    /// How many pairs come before them.
    before: u16,
}

static ROWS: [Row; COUNT] = rows();

const fn rows() -> [Row; COUNT] {
    let bytes = PAIRS.as_bytes();
    let empty = Row {
        there: 0,
        before: 0,
    };
    let mut rows = [empty; COUNT];
    let mut number = 0;
    let mut last = 0;
    while place(number) + PAIR <= bytes.len() {
        let at = (three_bytes(bytes, place(number)) as u32 - FIRST) as usize;
        while last < at / 64 {
            last += 1;
            rows[last].before = number;
        }
        assert!(rows[last].there >> (at % 64) == 0, "the pairs are in order");
        rows[last].there |= 1 << (at % 64);
        number += 1;
    }
    while last + 1 < COUNT {
        last += 1;
        rows[last].before = number;
    }
    rows
}

/// Where a pair begins.
const fn place(number: u16) -> usize {
    (number as usize / 20) * LINE + (number as usize % 20) * PAIR
}

/// The character of three bytes of UTF-8 at `at`; every ideograph of the table is one.
const fn three_bytes(bytes: &[u8], at: usize) -> u16 {
    ((bytes[at] as u16 & 0x0F) << 12)
        | ((bytes[at + 1] as u16 & 0x3F) << 6)
        | (bytes[at + 2] as u16 & 0x3F)
}

/// The simplified form of an ideograph, if it has another one.
fn simplified(row: &Row, at: u32) -> Option<char> {
    let bit = 1_u64 << at;
    if row.there & bit == 0 {
        return None;
    }
    let before = (row.there & (bit - 1)).count_ones();
    let number = row.before + u16::try_from(before).unwrap_or(0);
    let pair = place(number);
    PAIRS.get(pair + PAIR / 2..pair + PAIR)?.chars().next()
}

/// What a character folds to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Folded {
    /// This character.
    To(char),
    /// A blank between words.
    Blank,
    /// Nothing; what stands on both sides of it belongs together.
    Nothing,
}

fn fold_char(c: char) -> Folded {
    if c.is_ascii() {
        return fold_ascii(c);
    }
    if let Some(place) = (c as u32).checked_sub(FIRST)
        && let Some(row) = ROWS.get(place as usize / 64)
    {
        return Folded::To(simplified(row, place % 64).unwrap_or(c));
    }
    match c {
        '\u{2018}'..='\u{201F}'
        | '\u{FF02}'
        | '\u{FF07}'
        | '《'
        | '》'
        | '〈'
        | '〉'
        | '「'..='』'
        | '〝'..='〟'
        | '＋'
        | '＆'
        | '·'
        | '•'
        | '‧'
        | '∙'
        | '・'
        | '･'
        | '\u{AD}'
        | '\u{200B}'..='\u{200F}'
        | '\u{FEFF}' => Folded::Nothing,
        '×' => Folded::To('x'),
        // What follows would come out of the tables below all the same; but these are in every text,
        // and the tables are large.
        '\u{2010}'..='\u{205E}' | '\u{3000}'..='\u{3003}' | '\u{3008}'..='\u{301B}' => {
            Folded::Blank
        }
        '\u{FF01}'..='\u{FF5E}' => fold_ascii(char::from_u32(c as u32 - 0xFEE0).unwrap_or(' ')),
        _ => fold_other(c),
    }
}

fn fold_ascii(c: char) -> Folded {
    match c {
        'a'..='z' | '0'..='9' => Folded::To(c),
        'A'..='Z' => Folded::To(c.to_ascii_lowercase()),
        '\'' | '"' | '`' | '+' | '&' => Folded::Nothing,
        _ => Folded::Blank,
    }
}

/// Full width and other forms of one character become the plain one, accents fall off.
fn fold_other(c: char) -> Folded {
    if is_combining_mark(c) {
        return Folded::Nothing;
    }
    let mut base = None;
    decompose_compatible(c, |part| {
        if base.is_none() && !is_combining_mark(part) {
            base = Some(part);
        }
    });
    match base {
        Some(base) if base.is_ascii() => fold_ascii(base),
        Some(base) if base.is_alphanumeric() => {
            let mut lower = base.to_lowercase();
            match (lower.next(), lower.next()) {
                (Some(one), None) => Folded::To(one),
                _ => Folded::To(base),
            }
        }
        Some(_) => Folded::Blank,
        None => Folded::Nothing,
    }
}

/// Whether a folded character is written without blanks around it.
pub(super) fn is_ideograph(c: char) -> bool {
    (c as u32) >= 0x2E80
}

/// Whether a byte of folded text belongs to a word of an alphabet.
pub(super) fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
}

/// Calls `push` with each folded character and the byte of `text` where it comes from.
pub(super) fn each(text: &str, mut push: impl FnMut(char, usize)) {
    let mut last: Option<char> = None;
    let mut blank: Option<usize> = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let folded = if c == ',' || c == '，' {
            // 1,000 is one number.
            let digits = last.is_some_and(|c| c.is_ascii_digit())
                && blank.is_none()
                && chars.peek().is_some_and(|(_, next)| next.is_ascii_digit());
            if digits {
                Folded::Nothing
            } else {
                Folded::Blank
            }
        } else {
            fold_char(c)
        };
        match folded {
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
        }
    }
}

/// `text` folded, appended to `out`.
pub(super) fn append(text: &str, out: &mut String) {
    if text.is_ascii() {
        append_ascii(text, out);
    } else {
        each(text, |c, _| out.push(c));
    }
}

/// The same as [`append`] for a text of ASCII alone, a byte at a time.
fn append_ascii(text: &str, out: &mut String) {
    let mut blank = false;
    let mut last = None;
    let mut bytes = text.bytes().peekable();
    while let Some(byte) = bytes.next() {
        match fold_ascii(char::from(byte)) {
            Folded::To(c) => {
                if blank && last.is_some() {
                    out.push(' ');
                }
                blank = false;
                out.push(c);
                last = Some(c);
            }
            Folded::Blank => {
                let in_number = byte == b','
                    && !blank
                    && last.is_some_and(|c| c.is_ascii_digit())
                    && bytes.peek().is_some_and(u8::is_ascii_digit);
                blank |= !in_number;
            }
            Folded::Nothing => {}
        }
    }
}

/// `text` folded.
#[must_use]
pub(super) fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    append(text, &mut out);
    out
}

/// A folded text that knows where each of its bytes comes from.
#[derive(Debug)]
pub(super) struct Traced {
    /// The folded text.
    pub(super) text: String,
    /// For each byte of it, the byte of the original where its character begins.
    from: Vec<usize>,
}

impl Traced {
    /// `text` folded, with its traces.
    pub(super) fn new(text: &str) -> Traced {
        let mut traced = Traced {
            text: String::with_capacity(text.len()),
            from: Vec::with_capacity(text.len()),
        };
        each(text, |c, at| {
            traced.text.push(c);
            traced.from.resize(traced.text.len(), at);
        });
        traced
    }

    /// Where the character at a byte of the folded text comes from.
    pub(super) fn origin(&self, byte: usize) -> Option<usize> {
        self.from.get(byte).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn same(pairs: &[(&str, &str)]) {
        for (text, wanted) in pairs {
            assert_eq!(folded(text), *wanted, "{text}");
        }
    }

    #[test]
    fn what_does_not_matter_is_taken_away() {
        same(&[
            ("ＭＩＩＴ", "miit"),
            ("數字絲綢之路", "数字丝绸之路"),
            ("“数字丝绸之路”共建", "数字丝绸之路共建"),
            ("5G 应用", "5g应用"),
            ("Space-Air-Ground", "space air ground"),
            ("People's Bank", "peoples bank"),
            ("People’s Bank", "peoples bank"),
            ("naïve Café", "naive cafe"),
            ("  a \u{3000} b  ", "a b"),
            ("1,000 Mbit/s, more", "1000 mbit s more"),
            ("２０２５年", "2025年"),
            ("互联网+医疗", "互联网医疗"),
            ("R&D", "rd"),
            ("国发〔2016〕73号", "国发2016 73号"),
        ]);
    }

    #[test]
    fn the_short_way_for_ascii_is_the_long_way() {
        for text in ["", " a,b 1,000, 2 'x' + y-z ", "1 ,000 1, 000", "''", "A&B"] {
            let mut long = String::new();
            each(text, |c, _| long.push(c));
            assert_eq!(folded(text), long, "{text}");
        }
    }

    #[test]
    fn the_short_way_for_punctuation_is_the_long_way() {
        let short = "\u{2010}\u{205E}\u{3000}\u{3003}\u{3008}\u{301B}\u{FF01}\u{FF5E}";
        let ends: Vec<char> = short.chars().collect();
        for c in ends.chunks(2).flat_map(|ends| ends[0]..=ends[1]) {
            let folded = fold_char(c);
            assert!(
                folded == Folded::Nothing || folded == fold_other(c),
                "{c}: {folded:?}"
            );
        }
    }

    #[test]
    fn every_pair_is_found() {
        let pairs: Vec<char> = PAIRS.chars().filter(|c| *c != '\n').collect();
        let simplified: String = pairs.chunks(2).map(|pair| pair[1]).collect();
        let traditional: String = pairs.chunks(2).map(|pair| pair[0]).collect();
        assert_eq!(folded(&traditional), simplified);
        assert_eq!(folded("简体字一龥"), "简体字一龥");
    }

    #[test]
    fn folding_twice_is_folding_once() {
        for text in ["“智能网联”設施", "İstanbul ǅ", "ﬁ½①Ⅳ", "a\u{301}b", "中·国"]
        {
            let once = folded(text);
            assert_eq!(folded(&once), once, "{text}");
        }
    }

    #[test]
    fn every_folded_byte_knows_where_it_comes_from() {
        let text = "“數字” Café";
        let traced = Traced::new(text);
        assert_eq!(traced.text, "数字cafe");
        let at = traced.text.find("cafe").expect("it is there");
        assert_eq!(traced.origin(at), text.find('C'));
        assert_eq!(traced.origin(0), text.find('數'));
    }
}
