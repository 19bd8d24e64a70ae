//! Text for a screen that cannot draw everything: one that draws ASCII alone gets Chinese in pinyin,
//! accents off, signs by their nearest ASCII relatives; one that draws some signs two columns wide
//! gets the relatives of just those.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_width::UnicodeWidthChar;

use crate::model::readings;

/// What a screen can draw.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Charset {
    /// Everything, with signs of ambiguous width in one column.
    #[default]
    Unicode,
    /// Everything, but signs of ambiguous width take two columns: they are left out.
    Unambiguous,
    /// ASCII alone.
    Ascii,
}

impl Charset {
    /// Lines, bars and marks have to be drawn in ASCII.
    #[must_use]
    pub fn plain_signs(self) -> bool {
        self != Charset::Unicode
    }

    /// The text as far as the screen can draw it.
    #[must_use]
    pub fn fit(self, text: &str) -> Cow<'_, str> {
        match self {
            Charset::Unicode => Cow::Borrowed(text),
            Charset::Unambiguous => unambiguous(text),
            Charset::Ascii => plain(text),
        }
    }
}

/// The text with signs of ambiguous width as their relatives.
fn unambiguous(text: &str) -> Cow<'_, str> {
    let ambiguous = |character: char| character.width() != character.width_cjk();
    if !text.chars().any(ambiguous) {
        return Cow::Borrowed(text);
    }
    let fit = |character| {
        if ambiguous(character) {
            relative(character).trim().to_owned()
        } else {
            character.to_string()
        }
    };
    Cow::Owned(text.chars().map(fit).collect())
}

/// Signs that have a plain relative. Chinese punctuation brings the blank that Latin text wants.
const SIGNS: &[(&str, &str)] = &[
    ("“„«《〈「『", " \""),
    ("”»》〉」』", "\" "),
    ("‘’‚‹›", "'"),
    ("—–‐‑−─", "-"),
    ("…", "..."),
    ("·•・‧", "."),
    ("，、", ", "),
    ("。", ". "),
    ("：", ": "),
    ("；", "; "),
    ("（〔【", " ("),
    ("）〕】", ") "),
    ("！", "! "),
    ("？", "? "),
    ("×", "x"),
    ("→", "->"),
    ("←", "<-"),
    ("↑", "^"),
    ("↓", "v"),
    ("█", "#"),
    ("░", "="),
    ("│┃", "|"),
    ("\u{3000}\u{a0}", " "),
];

/// The text in ASCII; what has no relative at all is a question mark.
#[must_use]
pub fn plain(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut after_syllable = false;
    for character in text.chars() {
        let syllable = readings(character).next();
        if (syllable.is_some() && !plain.is_empty() && !plain.ends_with([' ', '"', '(', '\'']))
            || (after_syllable && character.is_alphanumeric() && syllable.is_none())
        {
            plain.push(' ');
        }
        after_syllable = syllable.is_some();
        match syllable {
            // ü is typed as v.
            Some(syllable) => plain.push_str(&syllable.replace('ü', "v")),
            None => push(&mut plain, &relative(character)),
        }
    }
    if text.starts_with(|first: char| !first.is_whitespace()) {
        plain.drain(..plain.len() - plain.trim_start().len());
    }
    if text.ends_with(|last: char| !last.is_whitespace()) {
        plain.truncate(plain.trim_end().len());
    }
    Cow::Owned(plain)
}

/// Adds a sign; blanks that two signs bring make one.
fn push(plain: &mut String, sign: &str) {
    let doubled = sign.len() > 1 && plain.ends_with(' ');
    plain.push_str(if doubled { sign.trim_start() } else { sign });
}

fn relative(character: char) -> String {
    if character.is_ascii() {
        return character.to_string();
    }
    if let Some((_, sign)) = SIGNS.iter().find(|(signs, _)| signs.contains(character)) {
        return (*sign).to_owned();
    }
    let bare: String = character
        .to_string()
        .nfkd()
        .filter(char::is_ascii)
        .collect();
    if bare.is_empty() {
        "?".to_owned()
    } else {
        bare
    }
}
