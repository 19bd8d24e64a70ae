//! Letters in their order: first letters and beginnings of neighbouring words (`dsr`, `digvil`), a word
//! without some of its letters (`infrstrctr`), Chinese abbreviations (工信部 for 工业和信息化部), Chinese
//! words in another order.
//!
//! Two steps: the code here decides whether a word matches at all, for a subsequence scattered over a
//! text, which `fuzzy-matcher` accepts, would match everything. Then `fuzzy-matcher`, by the algorithm
//! of skim, scores the hits of the fuzzy tier ([`score`]) and says which characters a word takes, for
//! the highlights ([`taken`]). Nothing else uses it.

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

use crate::query::fold::{is_ideograph, is_letter};
use crate::query::is_small;
use crate::query::typos::allowed;

/// Longer words are not matched by their letters.
const MAX_LENGTH: usize = 40;

/// A word as its letters.
#[derive(Clone, Debug)]
pub struct Fuzzy {
    word: Box<str>,
    letters: Vec<char>,
    chinese: bool,
    mask: u64,
}

/// How the letters of a word lie in a text; in order of quality.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FuzzyKind {
    /// Beginnings of neighbouring words; the abbreviation of a whole Chinese name.
    Initials,
    /// One word without some of its letters, first letters of a name that lack a word; Chinese
    /// characters in their order.
    Gaps,
    /// Chinese characters in another order.
    Reordered,
}

/// Returns the bit of a character: letters and digits have one each, all others share the rest.
fn bit(c: char) -> u64 {
    match c {
        'a'..='z' => 1 << (c as u32 - 'a' as u32),
        '0'..='9' => 1 << (26 + c as u32 - '0' as u32),
        _ => 1 << (36 + (c as u32 % 28)),
    }
}

/// Returns the bits of all characters of a text: one text can hold another only if it has its bits.
#[must_use]
pub fn mask(text: &str) -> u64 {
    text.chars()
        .filter(|&c| c > ' ')
        .fold(0, |mask, c| mask | bit(c))
}

impl Fuzzy {
    /// Prepares a folded word; `None` if it is too short or too long.
    #[must_use]
    pub fn new(word: &str) -> Option<Fuzzy> {
        let letters: Vec<char> = word.chars().collect();
        let chinese = letters.first().is_some_and(|&c| is_ideograph(c));
        let fits = (2..=MAX_LENGTH).contains(&letters.len())
            && (chinese || letters.iter().any(char::is_ascii_lowercase));
        fits.then(|| Fuzzy {
            mask: mask(word),
            word: word.into(),
            letters,
            chinese,
        })
    }

    /// Returns true if a text with this [`mask`] can match.
    #[must_use]
    pub fn can_match(&self, mask: u64) -> bool {
        self.mask & !mask == 0
    }

    /// Matches the word against a folded text; if `strict`, first letters match only at its beginning.
    #[must_use]
    pub fn find(&self, text: &str, strict: bool) -> Option<FuzzyKind> {
        if self.chinese {
            self.characters(text)
        } else {
            self.latin(text, strict)
        }
    }

    fn characters(&self, text: &str) -> Option<FuzzyKind> {
        let first = *self.letters.first()?;
        let room = 3 * self.letters.len();
        let mut best = None;
        for (start, _) in text.match_indices(first) {
            let window = text.get(start..).unwrap_or_default();
            if let Some(end) = in_order(&self.letters, window, room) {
                let whole = start == 0 && end == text.len();
                let found = if whole {
                    FuzzyKind::Initials
                } else {
                    FuzzyKind::Gaps
                };
                best = Some(best.map_or(found, |best: FuzzyKind| best.min(found)));
            }
        }
        best.or_else(|| self.is_reordered(text).then_some(FuzzyKind::Reordered))
    }

    /// Returns true if the text has all characters in any order, and half of the neighbours together.
    fn is_reordered(&self, text: &str) -> bool {
        if self.letters.len() < 4 || !self.letters.iter().all(|&c| text.contains(c)) {
            return false;
        }
        let pairs = self.letters.windows(2);
        let needed = pairs.len().div_ceil(2);
        let together = pairs.filter(|pair| text.contains(&String::from_iter(*pair)));
        together.count() >= needed
    }

    fn latin(&self, text: &str, strict: bool) -> Option<FuzzyKind> {
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
                return Some(FuzzyKind::Initials);
            }
            let gaps = with_gaps(letters, rest) || at == 0 && skipping(letters, rest);
            if letters.len() > 2 && found.is_none() && gaps {
                found = Some(FuzzyKind::Gaps);
            }
        }
        found
    }
}

/// Returns the byte where `letters` end in the first `room` characters of `text`, if all lie there in their order.
fn in_order(letters: &[char], text: &str, room: usize) -> Option<usize> {
    let mut rest = text.char_indices().take(room);
    let mut end = 0;
    for letter in letters {
        end = rest.find(|(_, c)| c == letter)?.0 + letter.len_utf8();
    }
    Some(end)
}

/// Returns the first word at or after byte `at`, and the byte where it ends.
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

/// Returns true if `letters` are beginnings of the first words of a text, one after the other; small words
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
            // Three letters must be three words: two of one word are in too many names.
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

/// Returns true if `letters` are the first letters of the first words of a text, but for one word.
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

/// Returns true if `letters` are in the first word of a text in their order, its first letter and last
/// consonant among them: at least half of the word, but more missing than a typing error explains.
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
    // Of four letters one is missing. If a longer word lacks only one or two, the typo tier finds it.
    match letters.len() {
        0..=3 => closed && taken == 4,
        count => closed && 2 * count >= taken && taken > count + allowed(count),
    }
}

/// Returns the score of `fuzzy-matcher` for `word` in `text`; 0 without a match.
///
/// Each call makes a new matcher: a matcher that was used before scores some texts differently, and a
/// result must not depend on earlier queries.
pub(super) fn score(text: &str, word: &str) -> i64 {
    SkimMatcherV2::default()
        .ignore_case()
        .fuzzy_match(text, word)
        .unwrap_or(0)
}

/// Returns the characters of `text` that `fuzzy-matcher` takes for `word`, by their number.
pub(super) fn taken(text: &str, word: &str) -> Vec<usize> {
    SkimMatcherV2::default()
        .ignore_case()
        .fuzzy_indices(text, word)
        .map_or_else(Vec::new, |(_, taken)| taken)
}
