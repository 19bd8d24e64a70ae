//! Names that are matched as a whole: all words of a query laid along a text without gaps.

use super::pattern::{Term, boundary};
use super::text::TaggedText;
use crate::query::fold::is_letter;
use crate::query::{LONGEST_SMALL, is_small};

/// A text that begins with all words of a query, in any order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct WholeMatch {
    /// The length of that beginning, in bytes.
    pub(super) bytes: usize,
    /// It is the whole text.
    pub(super) whole: bool,
    /// The first words of the text are missing: `Ministry of`.
    pub(super) headless: bool,
    /// Some word is a correction.
    pub(super) correction: bool,
}

/// The beginnings of bodies' names that a query may leave out; longest first.
const HEADS: &[&str] = &[
    "ministry of ",
    "national ",
    "state ",
    "china ",
    "chinese ",
    "国家",
    "中国",
    "中央",
];

/// Matches the words of a query against a whole text or its beginning: in any order, without gaps,
/// only the last one cut short. Small words of the text may be missing; in the name of a `body` also
/// its first words, if the rest is then matched as a whole.
pub(super) fn match_whole(entry: TaggedText<'_>, terms: &[Term], body: bool) -> Option<WholeMatch> {
    let text = entry.text.as_bytes();
    let found = Tiling::of(text, terms);
    if found.is_some_and(|found| found.whole) || !body {
        return found;
    }
    let mut heads = HEADS.iter();
    let rest = heads.find_map(|head| text.strip_prefix(head.as_bytes()));
    let headless = rest
        .and_then(|rest| Tiling::of(rest, terms))
        .filter(|rest| rest.whole)
        .map(|rest| WholeMatch {
            headless: true,
            ..rest
        });
    headless.or(found)
}

/// A search for an order of the words that covers the beginning of a text.
struct Tiling<'a> {
    text: &'a [u8],
    terms: &'a [Term],
    /// The steps that are left: words that begin each other can be laid in very many orders.
    steps: u32,
}

impl Tiling<'_> {
    fn of(text: &[u8], terms: &[Term]) -> Option<WholeMatch> {
        if terms.is_empty() || terms.len() >= 32 || !may_begin(text, terms) {
            return None;
        }
        let mut tiling = Tiling {
            text,
            terms,
            steps: 500,
        };
        let (bytes, correction) = tiling.lay(0, 0, false)?;
        let rest = skip_small(text, skip_blank(text, bytes));
        let whole = bytes == text.len() || rest == text.len() && boundary(text, bytes);
        Some(WholeMatch {
            bytes,
            whole,
            headless: false,
            correction,
        })
    }

    /// Lays the words whose bit in `used` is not set, from byte `at` on. Returns the farthest end, and
    /// whether a correction was used.
    fn lay(&mut self, at: usize, used: u32, corrected: bool) -> Option<(usize, bool)> {
        let left = self.terms.len() - used.count_ones() as usize;
        if left == 0 {
            return Some((at, corrected));
        }
        self.steps = self.steps.checked_sub(1)?;
        let text = self.text;
        let at = skip_blank(text, at);
        let rest = text.get(at..).filter(|rest| !rest.is_empty())?;
        let mut longest = None;
        for (number, term) in self.terms.iter().enumerate() {
            if used & (1 << number) != 0 {
                continue;
            }
            for pattern in &term.patterns {
                let end = at + pattern.bytes().len();
                if rest.starts_with(pattern.bytes()) && pattern.fits(text, end, left == 1) {
                    let corrected = corrected || pattern.correction;
                    longest = longest.max(self.lay(end, used | 1 << number, corrected));
                }
            }
        }
        let next = skip_small(text, at);
        if longest.is_none() && next > at {
            longest = self.lay(next, used, corrected);
        }
        longest
    }
}

/// Returns true if a text can begin with one of the words, maybe after a small one. This rules out
/// most texts by their first letter.
fn may_begin(text: &[u8], terms: &[Term]) -> bool {
    let text = text.get(skip_blank(text, 0)..).unwrap_or_default();
    let mut patterns = terms.iter().flat_map(|term| &term.patterns);
    patterns.any(|pattern| pattern.bytes().first() == text.first()) || skip_small(text, 0) > 0
}

fn skip_blank(text: &[u8], at: usize) -> usize {
    at + usize::from(text.get(at) == Some(&b' '))
}

/// Returns the place after a small word at byte `at`; `at` itself if there is none.
fn skip_small(text: &[u8], at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let rest = rest.get(..=LONGEST_SMALL).unwrap_or(rest);
    let end = rest
        .iter()
        .position(|&byte| !is_letter(byte))
        .unwrap_or(rest.len());
    let word = rest
        .get(..end)
        .filter(|word| (1..=LONGEST_SMALL).contains(&word.len()))
        .and_then(|word| std::str::from_utf8(word).ok());
    match word {
        Some(word) if is_small(word) => at + end,
        Some(_) | None => at,
    }
}
