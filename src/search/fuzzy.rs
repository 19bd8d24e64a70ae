//! Letters in their order: the looser ways in which a word may name something. First letters and
//! beginnings of neighbouring words (`dsr`, `digvil`), a word without some of its letters
//! (`infrstrctr`), Chinese abbreviations (工信部 for 工业和信息化部), Chinese words turned round.
//!
//! A subsequence that is scattered over a text is no match: it would find everything.

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

use super::fold::{is_ideograph, is_letter};
use super::query::is_small;

/// Longer words are not matched by their letters.
const LONGEST: usize = 40;

/// A word as its letters.
#[derive(Clone, Debug)]
pub(super) struct Fuzzy {
    letters: Vec<char>,
    chinese: bool,
    mask: u64,
}

/// How a word was found by its letters. In order of worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Loose {
    /// Beginnings of neighbouring words; the abbreviation of a whole Chinese name.
    Initials,
    /// One word without some of its letters; Chinese characters in their order.
    Gaps,
    /// Three letters inside a word; Chinese characters in another order.
    Other,
}

/// The bit of a character: letters and digits have one each, all others share the rest.
pub(super) fn bit(c: char) -> u64 {
    match c {
        'a'..='z' => 1 << (c as u32 - 'a' as u32),
        '0'..='9' => 1 << (26 + c as u32 - '0' as u32),
        _ => 1 << (36 + (c as u32 % 28)),
    }
}

/// The bits of all characters of a text.
pub(super) fn mask(text: &str) -> u64 {
    text.chars()
        .filter(|&c| c > ' ')
        .fold(0, |mask, c| mask | bit(c))
}

impl Fuzzy {
    /// `word`, already folded; `None` if it is too short or too long.
    pub(super) fn new(word: &str) -> Option<Fuzzy> {
        let letters: Vec<char> = word.chars().collect();
        let chinese = letters.first().is_some_and(|&c| is_ideograph(c));
        let fits = (2..=LONGEST).contains(&letters.len())
            && (chinese || letters.iter().any(char::is_ascii_lowercase));
        fits.then(|| Fuzzy {
            mask: mask(word),
            letters,
            chinese,
        })
    }

    /// Whether a text with this [`mask`] can hold a match.
    pub(super) fn can_match(&self, mask: u64) -> bool {
        self.mask & !mask == 0
    }

    /// How the word is found in a folded text, if it is.
    pub(super) fn find(&self, text: &str) -> Option<Loose> {
        if self.chinese {
            self.characters(text)
        } else {
            self.latin(text)
        }
    }

    fn characters(&self, text: &str) -> Option<Loose> {
        if text.is_ascii() {
            return None;
        }
        let chars: Vec<char> = text.chars().collect();
        let room = 3 * self.letters.len();
        let mut best = None;
        for start in 0..chars.len() {
            if self.letters.first() != chars.get(start) {
                continue;
            }
            let window = chars
                .get(start..chars.len().min(start + room))
                .unwrap_or_default();
            if let Some(end) = in_order(&self.letters, window) {
                let whole = start == 0 && end == chars.len();
                let found = if whole { Loose::Initials } else { Loose::Gaps };
                best = Some(best.map_or(found, |best: Loose| best.min(found)));
            }
        }
        best.or_else(|| self.turned(&chars))
    }

    /// All characters in the text in any order, at least half of the pairs together.
    fn turned(&self, chars: &[char]) -> Option<Loose> {
        if self.letters.len() < 4 || !self.letters.iter().all(|c| chars.contains(c)) {
            return None;
        }
        let pairs = self.letters.windows(2);
        let needed = pairs.len().div_ceil(2);
        let together = pairs
            .filter(|pair| chars.windows(2).any(|other| other == *pair))
            .count();
        (together >= needed).then_some(Loose::Other)
    }

    fn latin(&self, text: &str) -> Option<Loose> {
        let bytes: Vec<u8> = self.letters.iter().map(|&c| c as u8).collect();
        let words: Vec<&[u8]> = text
            .as_bytes()
            .split(|&byte| !is_letter(byte))
            .filter(|word| !word.is_empty())
            .collect();
        if (0..words.len()).any(|start| {
            let rest = words.get(start..).unwrap_or_default();
            (bytes.len() > 2 || start == 0) && neighbours(&bytes, rest)
        }) {
            return Some(Loose::Initials);
        }
        if bytes.len() >= 4 && words.iter().any(|word| with_gaps(&bytes, word)) {
            return Some(Loose::Gaps);
        }
        let inside = bytes.len() == 3
            && words
                .iter()
                .any(|word| word.windows(3).any(|part| part == bytes));
        inside.then_some(Loose::Other)
    }
}

/// Where the last of `letters` lies in `window`, if all lie there in their order.
fn in_order(letters: &[char], window: &[char]) -> Option<usize> {
    let mut rest = window.iter().enumerate();
    let mut end = 0;
    for letter in letters {
        end = rest.find(|(_, c)| *c == letter)?.0 + 1;
    }
    Some(end)
}

/// Whether `letters` are beginnings of the first words, one after the other; small words may be
/// left out.
fn neighbours(letters: &[u8], words: &[&[u8]]) -> bool {
    let end = 1_u64 << letters.len();
    // Bit n: the first n letters are matched.
    let mut reached = 1_u64;
    for word in words {
        let small = std::str::from_utf8(word).is_ok_and(is_small);
        let mut to = if small && reached != 1 { reached } else { 0 };
        let mut left = reached & (end - 1);
        while left != 0 {
            let at = left.trailing_zeros() as usize;
            left &= left - 1;
            let rest = letters.get(at..).unwrap_or_default();
            let same = rest.iter().zip(*word).take_while(|(a, b)| a == b).count();
            for length in 1..=same {
                to |= 1 << (at + length);
            }
        }
        reached = to;
        if reached & end != 0 {
            return true;
        }
        if reached == 0 {
            return false;
        }
    }
    false
}

/// Whether `letters` are the first letter of a word and some more of it, at least half of those up
/// to the last.
fn with_gaps(letters: &[u8], word: &[u8]) -> bool {
    if word.first() != letters.first() || word.len() < letters.len() {
        return false;
    }
    let mut at = 0;
    for letter in letters {
        match word
            .get(at..)
            .and_then(|rest| rest.iter().position(|byte| byte == letter))
        {
            Some(skipped) => at += skipped + 1,
            None => return false,
        }
    }
    2 * letters.len() >= at
}

/// The matcher's own score of `word` in `text`, for the order among what was found by its letters.
/// Its scores depend on what it has seen before, so it never has.
pub(super) fn score(text: &str, word: &str) -> i64 {
    SkimMatcherV2::default()
        .ignore_case()
        .fuzzy_match(text, word)
        .unwrap_or(0)
}

/// The characters of `text` that `word` takes, by their number.
pub(super) fn taken(text: &str, word: &str) -> Vec<usize> {
    SkimMatcherV2::default()
        .ignore_case()
        .fuzzy_indices(text, word)
        .map_or_else(Vec::new, |(_, taken)| taken)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn found(word: &str, text: &str) -> Option<Loose> {
        let fuzzy = Fuzzy::new(word).expect("a word that has letters");
        let found = fuzzy.find(text);
        assert!(
            found.is_none() || fuzzy.can_match(mask(text)),
            "{word} in {text}"
        );
        found
    }

    #[test]
    fn what_is_found_by_its_letters() {
        for (word, text, wanted) in [
            (
                "dsr",
                "digital silk road joint building",
                Some(Loose::Initials),
            ),
            ("iot", "the internet of things", Some(Loose::Initials)),
            (
                "digvil",
                "digital village development",
                Some(Loose::Initials),
            ),
            ("ecommerce", "e commerce", Some(Loose::Initials)),
            ("dgtl", "digital", Some(Loose::Gaps)),
            ("infrstrctr", "new infrastructure", Some(Loose::Gaps)),
            ("cmt", "communication", None),
            ("slik", "digital silk road", None),
            ("工信部", "工业和信息化部", Some(Loose::Initials)),
            ("数乡", "数字乡村发展", Some(Loose::Gaps)),
            ("养老智慧", "智慧养老服务", Some(Loose::Other)),
            ("养老金融", "智慧养老服务", None),
        ] {
            assert_eq!(found(word, text), wanted, "{word} in {text}");
        }
    }
}
