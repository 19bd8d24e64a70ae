//! Loose matches of a word in names: by pinyin, and by its letters in their order.

use super::field::{Field, FieldClass, Tier};
use super::fuzzy::Fuzzy;
use super::index::{Index, NodeMark};
use super::pattern::Term;
use super::rank::{MatchScore, Rank};
use super::text::TaggedText;
use crate::query::pinyin::Pinyin;

/// A word by pinyin and by its letters.
pub(super) struct LooseMatcher<'a> {
    pinyin: Option<&'a Pinyin>,
    fuzzy: Option<&'a Fuzzy>,
    /// First letters match only at the beginning: the titles of documents are so long that they have
    /// any three letters.
    strict: bool,
}

impl<'a> LooseMatcher<'a> {
    /// `None` if no name of the node can match.
    pub(super) fn of(term: &'a Term, mark: &NodeMark) -> Option<LooseMatcher<'a>> {
        let (pinyin, fuzzy) = (term.pinyin.as_ref(), term.fuzzy.as_ref());
        let matcher = LooseMatcher {
            pinyin: pinyin.filter(|pinyin| pinyin.can_match(mark.pinyin)),
            fuzzy: fuzzy.filter(|fuzzy| fuzzy.can_match(mark.characters)),
            strict: mark.rank == Rank::Document,
        };
        (matcher.pinyin.is_some() || matcher.fuzzy.is_some()).then_some(matcher)
    }

    pub(super) fn find(&self, entry: TaggedText<'_>) -> Option<MatchScore> {
        if entry.field == Field::Id {
            return None;
        }
        let pinyin = self.pinyin;
        if let Some(found) = pinyin.and_then(|pinyin| by_pinyin(pinyin, entry, self.strict)) {
            return Some(found);
        }
        let kind = self.fuzzy?.find(entry.text, self.strict)?;
        Some(MatchScore::new(Tier::Fuzzy, kind as u8, entry.field, 0))
    }
}

/// Scores a text that reads as `pinyin`.
pub(super) fn by_pinyin(
    pinyin: &Pinyin,
    entry: TaggedText<'_>,
    strict: bool,
) -> Option<MatchScore> {
    let run = pinyin.find(entry.text)?;
    if strict && run.range.start > 0 && 2 * run.chars > pinyin.len() {
        return None;
    }
    let quality = match (run.range.start, run.range.end == entry.text.len()) {
        (0, true) => 0,
        (0, false) => 1,
        _ => 2,
    };
    // More letters for each character are less ambiguous.
    let typed = u32::try_from(100 * pinyin.len() / (1 + run.chars)).unwrap_or(0);
    Some(MatchScore::new(Tier::Pinyin, quality, entry.field, typed))
}

/// Returns the best match of a word in one text; also the `loose` ones.
pub(super) fn in_entry(term: &Term, entry: TaggedText<'_>, loose: bool) -> Option<MatchScore> {
    let is_name = entry.field.class() <= FieldClass::Alias;
    let matcher = LooseMatcher {
        pinyin: term.pinyin.as_ref(),
        fuzzy: term.fuzzy.as_ref(),
        strict: false,
    };
    let found = || (loose && is_name).then(|| matcher.find(entry)).flatten();
    term.find_in(entry).or_else(found)
}

/// Returns true if a name of the node reads as the word.
pub(super) fn reads_as(index: &Index, term: &Term, place: usize) -> bool {
    let mark = index.marks.get(place);
    let pinyin = term.pinyin.as_ref();
    let pinyin = pinyin.filter(|pinyin| mark.is_some_and(|mark| pinyin.can_match(mark.pinyin)));
    let mut entries = index.names.entries(place);
    pinyin.is_some_and(|pinyin| entries.any(|entry| pinyin.find(entry.text).is_some()))
}
