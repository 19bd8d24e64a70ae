//! The places of a query's words in a text that is shown.

use std::ops::Range;

use super::fuzzy;
use super::pattern::Term;
use crate::query::Query;
use crate::query::fold::Traced;
use crate::query::pinyin_typos;
use crate::query::typos::{allowed, distance, words_of};

/// The words of a query, prepared to be marked in texts.
#[derive(Debug)]
pub struct Marker(Vec<Term>);

impl Marker {
    /// Prepares the words of `query`.
    #[must_use]
    pub fn new(query: &Query) -> Marker {
        Marker(query.words.iter().map(Term::new).collect())
    }

    /// Returns the bytes of `text` that match: whole characters, in order, without overlap. Each word is
    /// marked by the strictest tier in which it matches.
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

/// Returns the bytes of `text` that match `query`, as [`Marker::ranges`] does.
#[must_use]
pub fn highlights(text: &str, query: &Query) -> Vec<Range<usize>> {
    Marker::new(query).ranges(text)
}

/// Returns the places of a word in a folded text.
fn places(term: &Term, text: &str) -> Vec<Range<usize>> {
    let spelt = spelt(term, text);
    if !spelt.is_empty() {
        return spelt;
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
    misspelt(term, text)
}

fn spelt(term: &Term, text: &str) -> Vec<Range<usize>> {
    let all = term.patterns.iter().flat_map(|pattern| {
        let found = pattern.find(text.as_bytes());
        found.map(|(at, _)| at..at + pattern.bytes().len())
    });
    all.collect()
}

/// Returns the characters that `fuzzy-matcher` takes; if the text has the word's characters in another
/// order, all of these.
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

/// Returns the run that reads nearly as a misspelt word, or else the nearest words.
fn misspelt(term: &Term, text: &str) -> Vec<Range<usize>> {
    let typed = term.text.as_bytes();
    let most = allowed(typed.len());
    if most == 0 {
        return Vec::new();
    }
    if let Some(near) = pinyin_typos::nearest(&term.text, text) {
        return vec![near.range()];
    }
    words_of(text)
        .filter(|range| {
            let word = text.as_bytes().get(range.clone()).unwrap_or_default();
            word.len() + most >= typed.len() && distance(typed, word).whole <= most
        })
        .collect()
}

/// Returns the marked bytes of the folded text as ranges of the original.
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
