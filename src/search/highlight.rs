//! Where the words of a query lie in a text that is shown.

use std::ops::Range;

use super::fold::{Traced, is_letter};
use super::query::Query;
use super::spelling::{allowed, distance};
use super::term::Term;
use super::{fuzzy, sound};

/// The words of a query, made ready to be marked in texts.
#[derive(Debug)]
pub struct Marker(Vec<Term>);

impl Marker {
    /// Marks the words of `query`.
    #[must_use]
    pub fn new(query: &Query) -> Marker {
        Marker(query.words.iter().map(Term::new).collect())
    }

    /// The bytes of `text` that match: whole characters, in order, apart from each other. Each word
    /// is shown in the strictest way in which the text holds it.
    #[must_use]
    pub fn ranges(&self, text: &str) -> Vec<Range<usize>> {
        if self.0.is_empty() || text.is_empty() {
            return Vec::new();
        }
        let traced = Traced::new(text);
        let mut marked = vec![false; traced.text.len()];
        for range in self.0.iter().flat_map(|term| places(term, &traced.text)) {
            for mark in marked.get_mut(range).unwrap_or_default() {
                *mark = true;
            }
        }
        joined(text, &traced, &marked)
    }
}

/// The bytes of `text` that match `query`, as [`Marker::ranges`] gives them.
#[must_use]
pub fn highlights(text: &str, query: &Query) -> Vec<Range<usize>> {
    Marker::new(query).ranges(text)
}

/// Where a word lies in a folded text.
fn places(term: &Term, text: &str) -> Vec<Range<usize>> {
    let words = words(term, text);
    if !words.is_empty() {
        return words;
    }
    if let Some(run) = term.pinyin.as_ref().and_then(|pinyin| pinyin.find(text)) {
        return vec![run.range];
    }
    let Some(letters) = &term.fuzzy else {
        return Vec::new();
    };
    if letters.find(text, false).is_some() {
        return letters_of(term, text);
    }
    meant(term, text)
}

fn words(term: &Term, text: &str) -> Vec<Range<usize>> {
    let all = term.needles.iter().flat_map(|needle| {
        needle
            .find(text.as_bytes())
            .map(|(at, _)| at..at + needle.bytes().len())
    });
    all.collect()
}

/// The characters that a loose match takes; those of the text that are in the word, if the matcher
/// sees none in the word's order.
fn letters_of(term: &Term, text: &str) -> Vec<Range<usize>> {
    let taken = fuzzy::taken(text, &term.text);
    let chars = text.char_indices().enumerate();
    chars
        .filter(|(number, (_, c))| {
            if taken.is_empty() {
                term.text.contains(*c)
            } else {
                taken.contains(number)
            }
        })
        .map(|(_, (at, c))| at..at + c.len_utf8())
        .collect()
}

/// What may have been meant: a run that reads nearly so, or words.
fn meant(term: &Term, text: &str) -> Vec<Range<usize>> {
    let typed = term.text.as_bytes();
    let most = allowed(typed.len());
    if most == 0 {
        return Vec::new();
    }
    if let Some(near) = sound::nearest(&term.text, text) {
        return vec![near.range()];
    }
    words_of(text)
        .filter(|range| {
            let word = text.as_bytes().get(range.clone()).unwrap_or_default();
            word.len() + most >= typed.len() && distance(typed, word).whole <= most
        })
        .collect()
}

/// The words of an alphabet in a folded text.
pub(super) fn words_of(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + bytes.get(at..)?.iter().position(|&byte| is_letter(byte))?;
        let rest = bytes.get(start..)?;
        let length = rest.iter().position(|&byte| !is_letter(byte));
        at = start + length.unwrap_or(rest.len());
        Some(start..at)
    })
}

/// The marked bytes of the folded text, as ranges of the original.
fn joined(text: &str, traced: &Traced, marked: &[bool]) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for (byte, _) in marked.iter().enumerate().filter(|(_, marked)| **marked) {
        let Some(start) = traced.origin(byte) else {
            continue;
        };
        let c = text.get(start..).and_then(|rest| rest.chars().next());
        let end = start + c.map_or(0, char::len_utf8);
        match ranges.last_mut() {
            Some(last) if start <= last.end => last.end = last.end.max(end),
            Some(_) | None => ranges.push(start..end),
        }
    }
    ranges
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn shown(text: &str, query: &str) -> Vec<String> {
        highlights(text, &Query::parse(query))
            .into_iter()
            .map(|range| text[range].to_owned())
            .collect()
    }

    #[test]
    fn words_pinyin_letters_and_mistakes() {
        for (text, query, wanted) in [
            (
                "5G Innovative Applications",
                "applic 5g",
                vec!["5G", "Applic"],
            ),
            ("“數字絲綢之路”共建", "丝绸", vec!["絲綢"]),
            ("数字“乡村”发展", "字乡", vec!["字", "乡"]),
            ("数字乡村发展行动", "szxc", vec!["数字乡村"]),
            ("Digital Silk Road", "dsr", vec!["D", "S", "R"]),
            ("Digital Silk Road", "slik", vec!["Silk"]),
            ("Data centre", "center", vec!["centre"]),
            ("City policies", "policy", vec!["policies"]),
            ("Digital Silk Road", "qqqq", vec![]),
            ("", "x", vec![]),
        ] {
            assert_eq!(shown(text, query), wanted, "{query} in {text}");
        }
    }
}
