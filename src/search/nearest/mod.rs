//! The last tier: no node has every word. Those that have the words that weigh most are taken instead,
//! by stems, synonyms of the plan's thesaurus and pairs of Chinese characters.

mod concepts;
mod scan;
mod score;
pub(super) mod thesaurus;

use std::sync::Arc;

use crate::query::stem::beginning;
use concepts::{Concept, Dictionary, concepts, parts};
use scan::{Occurrence, Scanner, whole_names};
use score::{rank, weigh};
use thesaurus::Form;

use super::field::Field;
use super::index::{Cancelled, Stopped};
use super::matcher::Search;
use super::rank::Best;
use super::recut::joined_words;
use super::text::TaggedText;
use crate::model::Node;
use crate::query::Query;

/// What is passed on: from a body to what it answers for, from an item to the one that it belongs to.
const FROM_BODY: f32 = 0.3;
const FROM_CHILD: f32 = 0.4;
/// What of a query a nearest hit has.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Near {
    /// The words it has, as typed, folded.
    pub has: Vec<NearWord>,
    /// The words it lacks.
    pub lacks: Vec<String>,
}

impl Eq for Near {}

impl Near {
    /// The words that stand in the texts as they were typed, and those for which others stand there that
    /// mean the same.
    #[must_use]
    pub fn said(&self, query: &Query) -> [Vec<String>; 2] {
        let mut said = [Vec::new(), Vec::new()];
        for has in &self.has {
            let word = has.verbatim();
            let list = &mut said[usize::from(word.is_none())];
            list.push(query.as_typed(word.unwrap_or(&has.word)));
        }
        said
    }
}

/// A word of the query that a nearest hit has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NearWord {
    /// As typed, folded.
    pub word: String,
    /// What stands in the text for it.
    pub(super) form: Form,
    /// The field it stands in.
    pub field: Field,
}

impl NearWord {
    /// Returns the word as far as the text has it: of a Chinese run only the part that stands there;
    /// `None` if another word stands there that means the same.
    #[must_use]
    pub fn verbatim(&self) -> Option<&str> {
        let word = self.word.as_str();
        let begins = |stem: &String| {
            word.split(' ')
                .any(|part| part.starts_with(beginning(stem)))
        };
        match &self.form {
            Form::Verbatim(text) => word.contains(text.as_str()).then_some(text),
            Form::Stems(stems) => stems.iter().all(begins).then_some(word),
        }
    }

    /// Returns true if a text of the field holds what stands for the word.
    pub(super) fn is_in(&self, entry: TaggedText<'_>) -> bool {
        let start = match &self.form {
            Form::Verbatim(text) => text.as_str(),
            Form::Stems(stems) => stems.first().map_or("", |stem| beginning(stem)),
        };
        entry.field == self.field && entry.text.contains(start)
    }
}

/// What the step found.
#[derive(Debug, Default)]
pub(super) struct Nearest {
    pub(super) best: Best,
    /// By place, sorted.
    near: Vec<(usize, Arc<Near>)>,
    /// Words were taken for misspelt ones.
    pub(super) corrected: bool,
    /// All words that weigh something.
    pub(super) words: Vec<String>,
    /// Those of them that the plan does not have.
    pub(super) nowhere: Vec<String>,
}

impl Nearest {
    /// Returns what the node at `place` has.
    pub(super) fn near(&self, place: usize) -> Option<Arc<Near>> {
        let at = self.near.binary_search_by_key(&place, |(place, _)| *place);
        Some(Arc::clone(&self.near.get(at.ok()?)?.1))
    }
}

/// Searches for what is nearest.
pub(super) fn nearest(
    search: &Search<'_>,
    query: &Query,
    cancelled: Cancelled<'_>,
) -> Result<Nearest, Stopped> {
    let thesaurus = search.index.thesaurus(search.plan);
    let words = joined_words(search.index, &query.words);
    let dictionary = Dictionary {
        thesaurus,
        names: whole_names(search.index, &parts(&words), cancelled)?,
    };
    let plain = concepts(&words, &dictionary, |_| Vec::new());
    let answer = among(search, query, &plain, cancelled)?;
    if answer.best.total > 0 {
        return Ok(answer);
    }
    // Only now a word is taken for a misspelt one.
    let corrected = concepts(&words, &dictionary, |word| search.corrections(word));
    let guessed = among(search, query, &corrected, cancelled)?;
    if guessed.best.total == 0 || !guessed.nowhere.is_empty() {
        return Ok(answer);
    }
    Ok(Nearest {
        corrected: true,
        ..guessed
    })
}

/// Searches for what has some of the concepts.
fn among(
    search: &Search<'_>,
    query: &Query,
    concepts: &[Concept],
    cancelled: Cancelled<'_>,
) -> Result<Nearest, Stopped> {
    let stems = &search.index.thesaurus(search.plan).stems;
    if concepts.is_empty() {
        return Ok(Nearest::default());
    }
    let Some(scanner) = Scanner::new(concepts, stems) else {
        return Ok(Nearest::default());
    };
    let mut found = scanner.run(search.index, cancelled)?;
    pass_on(search, concepts, &mut found);
    let weighed = weigh(concepts, &found, search.index.nodes.len());
    let mut answer = rank(search, query, concepts, &weighed, &found);
    answer.words = concepts
        .iter()
        .map(|concept| concept.text.clone())
        .collect();
    Ok(answer)
}

/// Gives what answers for an item, and what belongs to it, to the item.
fn pass_on(search: &Search<'_>, concepts: &[Concept], found: &mut Vec<Occurrence>) {
    let plan = search.plan;
    let members = concepts.iter().flat_map(|concept| &concept.members);
    // The names of bodies are full of general words: only what was typed is passed on.
    let typed: Vec<bool> = members.map(|member| member.weight >= 1.0).collect();
    let mut more = Vec::new();
    for occurrence in found.iter() {
        let mut give = |node: Node, share: f32, field: Field| {
            more.push(Occurrence {
                place: plan.place(node),
                strength: occurrence.strength.min(1.0) * share,
                field,
                ..*occurrence
            });
        };
        match search.index.nodes.get(occurrence.place) {
            Some(Node::Body(id)) if typed.get(occurrence.word) == Some(&true) => {
                for charge in plan.responsibilities_of(*id) {
                    give(charge.item, FROM_BODY, Field::Body);
                }
            }
            Some(Node::Item(id)) => {
                if let Some(parent) = plan.parent(*id) {
                    give(Node::Item(parent), FROM_CHILD, occurrence.field);
                }
            }
            Some(Node::Plan | Node::Body(_) | Node::Document(_)) | None => {}
        }
    }
    found.append(&mut more);
    found.sort_by_key(|occurrence| occurrence.place);
}
