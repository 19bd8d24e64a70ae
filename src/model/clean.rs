//! Cleaning of strings that others wrote: what could act on a terminal, reorder a line or hide in
//! one is taken out. Everything that has no width of its own goes, but for accents.

use std::borrow::Cow;

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
pub fn clean(raw: &str) -> Cow<'_, str> {
    if is_plain(raw.as_bytes()) {
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
pub(super) fn fold_id(id: &str) -> String {
    if id.bytes().all(|byte| byte.is_ascii_graphic()) {
        return id.to_ascii_lowercase();
    }
    clean(id)
        .trim()
        .chars()
        .flat_map(char::to_lowercase)
        .collect()
}

/// The ASCII form of a full-width sign, for an input method may be on.
#[must_use]
pub fn half_width(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// At most `most` characters of `raw`, cleaned; what is cut off is marked.
#[must_use]
pub fn clip(raw: &str, most: usize) -> String {
    let end = raw
        .char_indices()
        .nth(most)
        .map_or(raw.len(), |(end, _)| end);
    let text = clean(&raw[..end]);
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

/// Whether there is surely nothing to change: a quick look that settles nearly all strings.
fn is_plain(text: &[u8]) -> bool {
    text.iter()
        .enumerate()
        .all(|(at, &byte)| PLAIN[usize::from(byte)] || is_harmless(&text[at..]))
}

/// Bytes that no character to be changed begins with.
const PLAIN: [bool; 256] = {
    let mut plain = [true; 256];
    let mut byte = 0;
    while byte < 0x20 {
        plain[byte] = false;
        byte += 1;
    }
    // DEL, and the first bytes of the ranges in `fate`.
    let first = [
        0x7f, 0xc2, 0xcc, 0xcd, 0xd8, 0xe1, 0xe2, 0xe3, 0xef, 0xf0, 0xf3,
    ];
    let mut at = 0;
    while at < first.len() {
        plain[first[at]] = false;
        at += 1;
    }
    plain
};

/// The punctuation of Chinese text, which begins with the same bytes as what is to be changed.
fn is_harmless(text: &[u8]) -> bool {
    match text {
        [0xe2, 0x80, third, ..] => !matches!(third, 0x8b..=0x8f | 0xa8..=0xae),
        [0xe3, second, ..] => *second != 0x85,
        [0xef, 0xbc | 0xbd, ..] | [0xc2, 0xae..=0xbf, ..] => true,
        _ => false,
    }
}

fn fate(c: char) -> Fate {
    match c {
        '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Fate::Blank,
        // C0, DEL and C1, soft hyphen, grapheme joiner
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{34f}'
        // marks of direction
        | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
        // zero width: spaces, joiners, invisible operators, deprecated formats, byte order mark
        | '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
        // fillers and separators of Hangul, Khmer and Mongolian
        | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}'
        // variation selectors, annotations, noncharacters
        | '\u{fe00}'..='\u{fe0f}' | '\u{fff0}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}'
        // controls of shorthand and music; tags and further variation selectors
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}' => {
            Fate::Drop
        }
        '\u{300}'..='\u{36f}'
        | '\u{1ab0}'..='\u{1aff}'
        | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}'
        | '\u{fe20}'..='\u{fe2f}' => Fate::Mark,
        _ => Fate::Keep,
    }
}

#[cfg(test)]
mod tests {
    use super::{Fate, clean, clip, fate, fold_id, is_plain};
    use std::borrow::Cow;

    #[test]
    fn what_acts_on_a_terminal_goes() {
        for (raw, want) in [
            ("plain", "plain"),
            ("\u{1b}]0;PWN\u{7}\u{1b}[2J", "]0;PWN[2J"),
            ("a\nb\tc\u{2028}d\r\ne", "a b c d  e"),
            ("\u{202e}abc\u{2066}\u{200f}", "abc"),
            ("c1 \u{9b}31m \u{85}", "c1 31m  "),
            ("tag\u{e0041}\u{e0100}s", "tags"),
            (
                "zero\u{200b}\u{feff}\u{200d}\u{ad}width\u{fe0f}",
                "zerowidth",
            ),
            ("“数字政府”、5G。", "“数字政府”、5G。"),
            ("e\u{301}", "e\u{301}"),
        ] {
            assert_eq!(clean(raw), want, "{raw:?}");
        }
    }

    #[test]
    fn accents_do_not_pile_up() {
        let raw = format!("e{}x\u{301}", "\u{301}".repeat(5000));
        assert_eq!(clean(&raw), format!("e{}x\u{301}", "\u{301}".repeat(4)));
    }

    #[test]
    fn cleaning_twice_is_cleaning_once() {
        for code in 0..=0x0010_ffff {
            let Some(c) = char::from_u32(code) else {
                continue;
            };
            let once = clean(c.encode_utf8(&mut [0; 4])).into_owned();
            assert_eq!(clean(&once), once, "{code:x}");
            assert!(once.chars().all(|c| !c.is_control()), "{code:x}");
        }
    }

    #[test]
    fn the_quick_look_lets_nothing_through() {
        for c in '\0'..=char::MAX {
            if is_plain(c.encode_utf8(&mut [0; 4]).as_bytes()) {
                assert!(matches!(fate(c), Fate::Keep), "{c:?}");
            }
        }
        assert!(is_plain(
            "“十四五”国家信息化规划（2021—2025年）：5G·……，、。".as_bytes()
        ));
    }

    #[test]
    fn ids_are_the_same_in_any_case() {
        for (id, folded) in [
            ("P1", "p1"),
            ("Ünit", "ünit"),
            (" p1\u{200b}", "p1"),
            ("A b", "a b"),
        ] {
            assert_eq!(fold_id(id), folded);
        }
    }

    #[test]
    fn clean_text_is_borrowed() {
        assert!(matches!(
            clean("“十四五”国家信息化规划, 2021"),
            Cow::Borrowed(_)
        ));
    }

    #[test]
    fn clipping_marks_what_is_cut() {
        assert_eq!(clip("数字乡村", 4), "数字乡村");
        assert_eq!(clip("数字乡村建设", 4), "数字乡村…");
    }
}
