//! Where the words of all concepts stand in the texts of the plan. One pass over the texts with an
//! automaton of all words, so that nothing has to be indexed beforehand.

use std::collections::HashMap;
use std::collections::HashSet;
use std::ops::Range;

use aho_corasick::AhoCorasick;

use super::super::field::{Field, FieldClass};
use super::super::index::{Cancelled, Index, Stopped};
use super::super::pattern::boundary;
use super::super::text::{Texts, around};
use super::concepts::Concept;
use super::thesaurus::Form;
use crate::query::is_small;
use crate::query::stem::{Stems, beginning};
use crate::query::typos::words_of;

/// A word of a concept in a node.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Occurrence {
    pub(super) place: usize,
    /// The number of the word among those of all concepts.
    pub(super) word: usize,
    /// What the fields that have it are worth, each once.
    pub(super) strength: f32,
    /// The best of these fields.
    pub(super) field: Field,
}

/// Returns what a field is worth.
fn worth(field: Field) -> f32 {
    match field {
        Field::Id
        | Field::Name(_)
        | Field::Short(_)
        | Field::SeedName(_)
        | Field::Abbr
        | Field::Alias => 3.0,
        Field::Part(_) => 0.8,
        Field::Number | Field::Kind | Field::Unit | Field::Contact => 1.2,
        Field::Target(_) | Field::Category(_) | Field::Summary(_) | Field::Note(_) => 0.5,
        Field::Body => 0.3,
    }
}

/// Finds the words of concepts.
pub(super) struct Scanner<'a> {
    automaton: AhoCorasick,
    words: Vec<&'a Form>,
    /// By pattern of the automaton: the words that begin so.
    by_pattern: Vec<Vec<usize>>,
    stems: &'a Stems,
}

impl<'a> Scanner<'a> {
    pub(super) fn new(concepts: &'a [Concept], stems: &'a Stems) -> Option<Scanner<'a>> {
        let members = concepts.iter().flat_map(|concept| &concept.members);
        let words: Vec<&Form> = members.map(|member| &member.form).collect();
        let mut patterns: Vec<&str> = Vec::new();
        let mut by_pattern: Vec<Vec<usize>> = Vec::new();
        let mut places: HashMap<&str, usize> = HashMap::new();
        for (number, form) in words.iter().enumerate() {
            let pattern = match form {
                Form::Verbatim(text) => text.as_str(),
                Form::Stems(stems) => beginning(stems.first()?),
            };
            let place = *places.entry(pattern).or_insert(patterns.len());
            if place == patterns.len() {
                patterns.push(pattern);
                by_pattern.push(Vec::new());
            }
            by_pattern[place].push(number);
        }
        Some(Scanner {
            automaton: AhoCorasick::new(&patterns).ok()?,
            words,
            by_pattern,
            stems,
        })
    }

    /// Returns the occurrences in all nodes, by place.
    pub(super) fn run(
        &self,
        index: &Index,
        cancelled: Cancelled<'_>,
    ) -> Result<Vec<Occurrence>, Stopped> {
        let part = |places: Range<usize>| {
            let mut all = Vec::new();
            for texts in [&index.names, &index.descriptions] {
                self.texts(texts, places.clone(), &mut all);
            }
            all
        };
        let mut all = index.in_chunks(cancelled, part, |mut one, mut other| {
            one.append(&mut other);
            one
        })?;
        all.sort_by_key(|found| (found.place, found.word));
        all.dedup_by(|later, first| {
            let same = (later.place, later.word) == (first.place, first.word);
            if same {
                if worth(later.field) > worth(first.field) {
                    first.field = later.field;
                }
                first.strength += later.strength;
            }
            same
        });
        Ok(all)
    }

    fn texts(&self, texts: &Texts, places: Range<usize>, all: &mut Vec<Occurrence>) {
        let span = texts.span(places.clone()).as_bytes();
        let first = texts.start(places.start);
        let mut place = places.start;
        let mut seen: HashSet<(usize, Field)> = HashSet::new();
        // Looked up once for all words in it: a long text may hold thousands.
        let mut text = (Field::Id, 0..0);
        for found in self.automaton.find_overlapping_iter(span) {
            let start = found.start();
            let Some(words) = self.by_pattern.get(found.pattern().as_usize()) else {
                continue;
            };
            for &word in words {
                let Some(end) = self
                    .words
                    .get(word)
                    .and_then(|form| ends(form, span, start, found.end(), self.stems))
                else {
                    continue;
                };
                if !text.1.contains(&start) {
                    text = around(span, start);
                }
                let (field, whole) = (text.0, &text.1);
                while texts.start(place + 1) <= first + start {
                    place += 1;
                    seen.clear();
                }
                let is_whole = whole.start == start && whole.end == end;
                if field == Field::Id && !is_whole || !seen.insert((word, field)) {
                    continue;
                }
                // A whole alias is more than a word of a long name.
                let named = field.class() <= FieldClass::Alias;
                let strength = worth(field) * if is_whole && named { 1.5 } else { 1.0 };
                all.push(Occurrence {
                    place,
                    word,
                    strength,
                    field,
                });
            }
        }
    }
}

/// Returns the byte where the word that begins at `start` ends, if it is there.
fn ends(form: &Form, texts: &[u8], start: usize, end: usize, stems: &Stems) -> Option<usize> {
    /// No word is longer with the small ones before it.
    const LONGEST: usize = 64;
    let words = match form {
        Form::Verbatim(_) => return Some(end),
        Form::Stems(words) => words,
    };
    if !boundary(texts, start) {
        return None;
    }
    let most = texts.len().min(start + LONGEST * words.len());
    let rest = texts.get(start..most)?;
    let stop = rest.iter().position(|&byte| !(b' '..0x80).contains(&byte));
    let rest = std::str::from_utf8(rest.get(..stop.unwrap_or(rest.len()))?).ok()?;
    let mut wanted = words.iter();
    let mut next = wanted.next()?;
    for range in words_of(rest) {
        let word = rest.get(range.clone())?;
        if &stems.of(word) != next {
            if is_small(word) && next != words.first()? {
                continue;
            }
            return None;
        }
        match wanted.next() {
            Some(word) => next = word,
            None => return Some(start + range.end),
        }
    }
    None
}

/// Returns which of `parts` are whole names or aliases.
pub(super) fn whole_names(
    index: &Index,
    parts: &HashSet<String>,
    cancelled: Cancelled<'_>,
) -> Result<HashSet<String>, Stopped> {
    if parts.is_empty() {
        return Ok(HashSet::new());
    }
    let part = |places: Range<usize>| {
        let names = super::super::text::entries(index.names.span(places));
        let found = names.filter(|entry| parts.contains(entry.text));
        found.map(|entry| entry.text.to_owned()).collect()
    };
    index.in_chunks(cancelled, part, |mut one: HashSet<String>, other| {
        one.extend(other);
        one
    })
}
