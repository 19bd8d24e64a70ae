//! What a query is about: each word or phrase of it, with the words that mean the same.

use std::collections::HashSet;

use super::thesaurus::{Form, Thesaurus};
use crate::query::Word;
use crate::query::fold::is_ideograph;
use crate::query::function_words::{is_function, is_light};
use crate::query::spelling;

/// The weight of a synonym, and of a pair of characters of a Chinese word that is not known.
const SYNONYM: f32 = 0.72;
const PAIR: f32 = 0.6;
const CORRECTION: f32 = 0.6;

/// The longest Chinese word that is looked for, and the longest run that is divided, in characters.
const LONGEST: usize = 8;
const MOST: usize = 60;
/// So many synonyms of a word are looked for: to build the automaton of all words takes time that
/// grows with the square of those that begin alike.
const SYNONYMS: usize = 1000;

/// A word of a concept.
#[derive(Clone, Debug)]
pub(super) struct ConceptWord {
    pub(super) form: Form,
    pub(super) weight: f32,
}

/// A word or phrase of the query.
#[derive(Clone, Debug)]
pub(super) struct Concept {
    /// As it was typed, folded.
    pub(super) text: String,
    pub(super) members: Vec<ConceptWord>,
    /// It tells little: `people`, `system`.
    pub(super) light: bool,
}

impl Concept {
    fn new(text: String, form: Form, thesaurus: &Thesaurus) -> Concept {
        let mut concept = Concept {
            light: is_light(&text)
                || matches!(&form, Form::Stems(stems) if stems.iter().all(|stem| is_light(stem))),
            text,
            members: Vec::new(),
        };
        let synonyms: Vec<Form> = thesaurus.synonyms(&form).take(SYNONYMS).cloned().collect();
        let single = |text: &str| text.chars().nth(1).is_none();
        if !matches!(&form, Form::Verbatim(text) if single(text)) {
            concept.add(form, 1.0);
        }
        if !concept.text.contains(' ') {
            for variant in spelling::variants(&concept.text) {
                if let Some(form) = Form::of(&variant.word, &thesaurus.stems) {
                    concept.add(form, 1.0);
                }
            }
        }
        for synonym in synonyms {
            // One character is in too many words.
            let single = matches!(&synonym, Form::Verbatim(text) if text.chars().nth(1).is_none());
            if !single {
                concept.add(synonym, SYNONYM);
            }
        }
        concept
    }

    fn add(&mut self, form: Form, weight: f32) {
        self.members.push(ConceptWord { form, weight });
    }
}

/// What is known of the plan's own words while a query is divided.
pub(super) struct Dictionary<'a> {
    pub(super) thesaurus: &'a Thesaurus,
    /// The names and aliases of the plan that are in the query.
    pub(super) names: HashSet<String>,
}

/// Divides the words of a query into concepts. `corrections` gives the words that a misspelt one may
/// mean.
pub(super) fn concepts(
    words: &[Word],
    dictionary: &Dictionary<'_>,
    corrections: impl Fn(&str) -> Vec<String>,
) -> Vec<Concept> {
    let mut all = Vec::new();
    let mut latin: Vec<&str> = Vec::new();
    for word in words {
        if word.text.contains(is_ideograph) {
            english(
                &std::mem::take(&mut latin),
                dictionary,
                &corrections,
                &mut all,
            );
            chinese(&word.text, dictionary, &mut all);
        } else {
            latin.push(&word.text);
        }
    }
    english(&latin, dictionary, &corrections, &mut all);
    let mut seen = HashSet::new();
    all.retain(|concept| seen.insert(concept.text.clone()));
    for concept in &mut all {
        // Of a word that was added twice, the first weight counts.
        let mut seen = HashSet::new();
        let is_new = |member: &ConceptWord| seen.insert(member.form.clone());
        concept.members.retain(is_new);
    }
    all
}

/// The longest phrases that the thesaurus has, then single words.
fn english(
    words: &[&str],
    dictionary: &Dictionary<'_>,
    corrections: &impl Fn(&str) -> Vec<String>,
    all: &mut Vec<Concept>,
) {
    let thesaurus = dictionary.thesaurus;
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let most = thesaurus.longest.min(words.len() - at).min(6);
        let phrase = (2..=most).rev().find_map(|length| {
            let text = words.get(at..at + length)?.join(" ");
            let form = Form::of(&text, &thesaurus.stems)?;
            let several = matches!(&form, Form::Stems(stems) if stems.len() > 1);
            (several && thesaurus.holds(&form)).then_some((length, text, form))
        });
        if let Some((length, text, form)) = phrase {
            all.push(Concept::new(text, form, thesaurus));
            at += length;
            continue;
        }
        at += 1;
        if is_function(word) {
            continue;
        }
        if let Some(form) = Form::of(word, &thesaurus.stems) {
            let mut concept = Concept::new((*word).to_owned(), form, thesaurus);
            for other in corrections(word) {
                if let Some(form) = Form::of(&other, &thesaurus.stems) {
                    concept.add(form, CORRECTION);
                }
            }
            all.push(concept);
        }
    }
}

/// A known word at a place of a run of ideographs.
struct KnownWord {
    start: usize,
    end: usize,
    function: bool,
}

/// The longest known words first, none overlapping; what is left by its pairs of characters.
fn chinese(run: &str, dictionary: &Dictionary<'_>, all: &mut Vec<Concept>) {
    let chars: Vec<char> = run.chars().take(MOST).collect();
    let text = |start: usize, end: usize| {
        let part = chars.get(start..end).unwrap_or_default();
        part.iter().collect::<String>()
    };
    let mut pieces = Vec::new();
    for start in 0..chars.len() {
        for end in start + 1..=(start + LONGEST).min(chars.len()) {
            let part = text(start, end);
            let function = is_function(&part);
            let known = dictionary.names.contains(&part)
                || is_light(&part)
                || dictionary.thesaurus.holds(&Form::Verbatim(part));
            if known || function {
                let function = function && !known;
                pieces.push(KnownWord {
                    start,
                    end,
                    function,
                });
            }
        }
    }
    pieces.sort_by_key(|piece| (std::cmp::Reverse(piece.end - piece.start), piece.function));
    let mut taken = vec![false; chars.len()];
    let mut kept: Vec<KnownWord> = Vec::new();
    for piece in pieces {
        let Some(places) = taken.get_mut(piece.start..piece.end) else {
            continue;
        };
        if places.iter().all(|taken| !taken) {
            places.fill(true);
            kept.push(piece);
        }
    }
    kept.sort_by_key(|piece| piece.start);
    let mut at = 0;
    let stop = KnownWord {
        start: chars.len(),
        end: chars.len(),
        function: true,
    };
    for piece in kept.iter().chain([&stop]) {
        if piece.start > at + 1 {
            all.push(unknown(&text(at, piece.start), dictionary));
        }
        if !piece.function {
            let text = text(piece.start, piece.end);
            let form = Form::Verbatim(text.clone());
            all.push(Concept::new(text, form, dictionary.thesaurus));
        }
        at = piece.end;
    }
}

/// A run of ideographs without a known word: the run itself, or any pair of its characters.
fn unknown(run: &str, dictionary: &Dictionary<'_>) -> Concept {
    let form = Form::Verbatim(run.to_owned());
    let mut concept = Concept::new(run.to_owned(), form, dictionary.thesaurus);
    let chars: Vec<char> = run.chars().collect();
    for pair in chars.windows(2) {
        concept.add(Form::Verbatim(pair.iter().collect()), PAIR);
    }
    concept
}

/// Returns every part of the Chinese words that may be a name.
pub(super) fn parts(words: &[Word]) -> HashSet<String> {
    let mut all = HashSet::new();
    for word in words.iter().filter(|word| word.text.contains(is_ideograph)) {
        let chars: Vec<char> = word.text.chars().take(MOST).collect();
        for start in 0..chars.len() {
            for end in start + 2..=(start + LONGEST).min(chars.len()) {
                all.extend(
                    chars
                        .get(start..end)
                        .map(|part| part.iter().collect::<String>()),
                );
            }
        }
    }
    all
}
