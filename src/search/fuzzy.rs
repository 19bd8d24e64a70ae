//! Letters in their order: the looser ways in which a word may name something. First letters and
//! beginnings of neighbouring words (`dsr`, `digvil`), a word without some of its letters
//! (`infrstrctr`), Chinese abbreviations (工信部 for 工业和信息化部), Chinese words turned round.
//!
//! A subsequence that is scattered over a text is no match: it would find everything.

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

use super::fold::{is_ideograph, is_letter};
use super::query::is_small;
use super::spelling::allowed;

/// Longer words are not matched by their letters.
const LONGEST: usize = 40;

/// A word as its letters.
#[derive(Clone, Debug)]
pub(super) struct Fuzzy {
    word: Box<str>,
    letters: Vec<char>,
    chinese: bool,
    mask: u64,
}

/// How a word was found by its letters. In order of worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Loose {
    /// Beginnings of neighbouring words; the abbreviation of a whole Chinese name.
    Initials,
    /// One word without some of its letters, first letters of a name that lack a word; Chinese
    /// characters in their order.
    Gaps,
    /// Chinese characters in another order.
    Turned,
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
            word: word.into(),
            letters,
            chinese,
        })
    }

    /// Whether a text with this [`mask`] can hold a match.
    pub(super) fn can_match(&self, mask: u64) -> bool {
        self.mask & !mask == 0
    }

    /// How the word is found in a folded text, if it is; `strict`: only from its beginning, for the
    /// titles of documents are long, and hold any three letters.
    pub(super) fn find(&self, text: &str, strict: bool) -> Option<Loose> {
        if self.chinese {
            self.characters(text)
        } else {
            self.latin(text, strict)
        }
    }

    fn characters(&self, text: &str) -> Option<Loose> {
        let first = *self.letters.first()?;
        let room = 3 * self.letters.len();
        let mut best = None;
        for (start, _) in text.match_indices(first) {
            let window = text.get(start..).unwrap_or_default();
            if let Some(end) = in_order(&self.letters, window, room) {
                let whole = start == 0 && end == text.len();
                let found = if whole { Loose::Initials } else { Loose::Gaps };
                best = Some(best.map_or(found, |best: Loose| best.min(found)));
            }
        }
        best.or_else(|| self.turned(text))
    }

    /// All characters in the text in any order, at least half of the pairs together.
    fn turned(&self, text: &str) -> Option<Loose> {
        if self.letters.len() < 4 || !self.letters.iter().all(|&c| text.contains(c)) {
            return None;
        }
        let pairs = self.letters.windows(2);
        let needed = pairs.len().div_ceil(2);
        let together = pairs.filter(|pair| text.contains(&String::from_iter(*pair)));
        (together.count() >= needed).then_some(Loose::Turned)
    }

    fn latin(&self, text: &str, strict: bool) -> Option<Loose> {
        let text = text.as_bytes();
        let letters = self.word.as_bytes();
        let first = *letters.first()?;
        let starts = |at: &usize| {
            at.checked_sub(1)
                .and_then(|at| text.get(at))
                .is_none_or(|&byte| !is_letter(byte))
        };
        let mut found = None;
        for at in memchr::memchr_iter(first, text).filter(starts) {
            let rest = text.get(at..).unwrap_or_default();
            let begins = if strict {
                at == 0
            } else {
                letters.len() > 2 || at == 0
            };
            if begins && neighbours(letters, rest) {
                return Some(Loose::Initials);
            }
            let gaps = with_gaps(letters, rest) || at == 0 && skipping(letters, rest);
            if letters.len() > 2 && found.is_none() && gaps {
                found = Some(Loose::Gaps);
            }
        }
        found
    }
}

/// Where `letters` end in the first `room` characters of `text`, if all lie there in their order.
fn in_order(letters: &[char], text: &str, room: usize) -> Option<usize> {
    let mut rest = text.char_indices().take(room);
    let mut end = 0;
    for letter in letters {
        end = rest.find(|(_, c)| c == letter)?.0 + letter.len_utf8();
    }
    Some(end)
}

/// The words at the beginning of a text, each with where the next one begins.
fn word_at(text: &[u8], at: usize) -> Option<(&[u8], usize)> {
    let rest = text.get(at..)?;
    let start = at + rest.iter().position(|&byte| is_letter(byte))?;
    let rest = text.get(start..)?;
    let length = rest
        .iter()
        .position(|&byte| !is_letter(byte))
        .unwrap_or(rest.len());
    Some((rest.get(..length)?, start + length))
}

/// Whether `letters` are beginnings of the first words of a text, one after the other; small words
/// may be left out.
fn neighbours(letters: &[u8], text: &[u8]) -> bool {
    let end = 1_u64 << letters.len();
    // Bit n: the first n letters are matched.
    let mut reached = 1_u64;
    let mut from = 0;
    while let Some((word, next)) = word_at(text, from) {
        from = next;
        let small = word.len() <= 4 && std::str::from_utf8(word).is_ok_and(is_small);
        let mut to = if small && reached != 1 { reached } else { 0 };
        let mut left = reached & (end - 1);
        while left != 0 {
            let at = left.trailing_zeros() as usize;
            left &= left - 1;
            let rest = letters.get(at..).unwrap_or_default();
            let same = rest.iter().zip(word).take_while(|(a, b)| a == b).count();
            // Three letters are three words: no other way says anything.
            let most = if letters.len() > 3 { same } else { same.min(1) };
            for length in 1..=most {
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

/// Whether `letters` are the first letters of the first words of a text, but for one word.
fn skipping(letters: &[u8], text: &[u8]) -> bool {
    let mut left = letters;
    let mut skipped = false;
    let mut from = 0;
    while let Some((word, next)) = word_at(text, from) {
        from = next;
        let small = std::str::from_utf8(word).is_ok_and(is_small);
        if left.first() == word.first() {
            left = left.get(1..).unwrap_or_default();
        } else if !small {
            if skipped || left.len() == letters.len() {
                return false;
            }
            skipped = true;
        }
        if left.is_empty() {
            return true;
        }
    }
    false
}

/// Whether `letters` are the first letter of the word at the beginning of a text and some more of
/// it, its last consonant among them: at least half of those up to the last, but more missing than a
/// mistake explains.
fn with_gaps(letters: &[u8], text: &[u8]) -> bool {
    let mut word = text.iter().take_while(|&&byte| is_letter(byte));
    let mut taken = 0;
    for (number, letter) in letters.iter().enumerate() {
        match word.position(|byte| byte == letter) {
            Some(skipped) if number > 0 || skipped == 0 => taken += skipped + 1,
            Some(_) | None => return false,
        }
    }
    let closed = word.all(|byte| b"aeiou".contains(byte));
    // Three letters lack one. Where only a letter or two are missing of more, it is a mistake, and
    // told as one.
    match letters.len() {
        0..=3 => closed && taken == 4,
        count => closed && 2 * count >= taken && taken > count + allowed(count),
    }
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
        let found = fuzzy.find(text, false);
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
            ("dta", "big data", Some(Loose::Gaps)),
            (
                "dva",
                "digital village development action",
                Some(Loose::Gaps),
            ),
            ("dva", "data value", None),
            ("polce", "policies", None),
            ("cmt", "communication", None),
            ("slik", "digital silk road", None),
            ("工信部", "工业和信息化部", Some(Loose::Initials)),
            ("数乡", "数字乡村发展", Some(Loose::Gaps)),
            ("养老智慧", "智慧养老服务", Some(Loose::Turned)),
            ("养老金融", "智慧养老服务", None),
        ] {
            assert_eq!(found(word, text), wanted, "{word} in {text}");
        }
    }
}
