//! The words of a query.

use super::fold::{folded, is_ideograph};

/// Words that need not match if there are others.
const SMALL: &[&str] = &[
    "the", "of", "and", "for", "in", "to", "a", "an", "on", "by", "with", "at", "的", "与", "和",
    "及",
];

/// The length of the longest English one, in letters.
pub(crate) const LONGEST_SMALL: usize = 4;

/// Returns true for a folded word that a text or a query may lack.
pub(crate) fn is_small(word: &str) -> bool {
    SMALL.contains(&word)
}

/// English numbers from one on, as they count and as they order.
#[rustfmt::skip]
const NUMBERS: &[[&str; 2]] = &[
    ["one", "first"], ["two", "second"], ["three", "third"], ["four", "fourth"], ["five", "fifth"],
    ["six", "sixth"], ["seven", "seventh"], ["eight", "eighth"], ["nine", "ninth"], ["ten", "tenth"],
    ["eleven", "eleventh"], ["twelve", "twelfth"], ["thirteen", "thirteenth"], ["fourteen", "fourteenth"],
    ["fifteen", "fifteenth"], ["sixteen", "sixteenth"], ["seventeen", "seventeenth"],
    ["eighteen", "eighteenth"], ["nineteen", "nineteenth"], ["twenty", "twentieth"],
];

/// Returns the number that an English word is, and whether it orders: `third`.
pub(crate) fn number(word: &str) -> Option<(usize, bool)> {
    let at = NUMBERS.iter().position(|names| names.contains(&word))?;
    Some((at + 1, word == NUMBERS[at][1]))
}

/// Returns the number that a Chinese numeral is, up to 99: 三, 十, 十七, 二十.
pub(crate) fn chinese_number(numeral: &str) -> Option<usize> {
    let digit = |c: char| "一二三四五六七八九".chars().position(|digit| digit == c);
    let one = |text: &str| {
        let mut chars = text.chars();
        let digit = chars.next().and_then(digit).map(|at| at + 1);
        digit.filter(|_| chars.next().is_none())
    };
    match numeral.split_once('十') {
        None => one(numeral),
        Some(("", "")) => Some(10),
        Some(("", ones)) => one(ones).map(|ones| 10 + ones),
        Some((tens, "")) => one(tens).map(|tens| 10 * tens),
        Some((tens, ones)) => one(tens)
            .zip(one(ones))
            .map(|(tens, ones)| 10 * tens + ones),
    }
}

/// Returns true for a folded word, or one character of Chinese, that may be or begin a number in any form.
pub(crate) fn is_number(word: &str) -> bool {
    word.contains(|c: char| c.is_ascii_digit())
        || number(word).is_some()
        || chinese_number(word).is_some()
        || roman(word).is_some()
}

/// Returns the number that a word is in Roman numerals, up to 39.
pub(crate) fn roman(word: &str) -> Option<usize> {
    const ONES: [&str; 10] = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
    let ones = word.trim_start_matches('x');
    let tens = word.len() - ones.len();
    let ones = ONES.iter().position(|one| *one == ones)?;
    Some(10 * tens + ones).filter(|number| (1..40).contains(number))
}

/// One word of a query, folded.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Word {
    /// The folded word.
    pub(crate) text: String,
    /// It must stand in the text as it is: no pinyin, no letters, no corrections.
    pub(crate) exact: bool,
}

impl Word {
    pub(crate) fn exact(text: String) -> Word {
        Word { text, exact: true }
    }
}

pub(crate) fn exact(text: &str) -> impl Iterator<Item = Word> {
    split(&folded(text)).into_iter().map(Word::exact)
}

/// The words as one folded text, as it was before it was split.
pub(crate) fn joined(words: &[String]) -> String {
    let mut text = String::new();
    for word in words {
        let is_cut = |before: char| word.starts_with(is_ideograph) != is_ideograph(before);
        if text.chars().next_back().is_some_and(|last| !is_cut(last)) {
            text.push(' ');
        }
        text.push_str(word);
    }
    text
}

/// Splits a folded text at blanks, and between an alphabet and ideographs.
pub(crate) fn split(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut last: Option<char> = None;
    for c in text.chars() {
        if c == ' ' {
            last = None;
            continue;
        }
        match last {
            Some(before) if is_ideograph(before) == is_ideograph(c) => {
                if let Some(word) = words.last_mut() {
                    word.push(c);
                }
            }
            _ => words.push(c.into()),
        }
        last = Some(c);
    }
    words
}
