//! The last tier: no node has every word. Those that have the words that weigh most are taken instead,
//! by stems, synonyms of the plan's thesaurus and pairs of Chinese characters.
//!
//! The score is that of BM25F (Robertson and Zaragoza, *The Probabilistic Relevance Framework: BM25 and
//! Beyond*, 2009) without the length of the text, and with each field counted once: of each concept
//! the best of its words, weighed by its rarity. Then what share of the query a node covers counts.

mod concepts;
mod scan;
pub(super) mod thesaurus;

use std::sync::Arc;

use crate::query::stem::beginning;
use concepts::{Concept, Dictionary, concepts, parts};
use scan::{Occurrence, Scanner, whole_names};
use thesaurus::Form;

use super::field::Field;
use super::index::{Cancelled, Stopped};
use super::matcher::Search;
use super::rank::{Best, Rank, RankedHit};
use super::recut::joined_words;
use super::text::TaggedText;
use crate::model::Node;
use crate::query::function_words::asks_for_a_figure;
use crate::query::{Intent, Query};

/// The points of the best hit: the largest score.
const MOST_POINTS: u16 = 0xFFF;
/// How fast more fields count less.
const SATURATION: f32 = 2.0;
/// The weight of a word that tells little.
const LIGHT: f32 = 0.3;
/// The weight of a word that is nowhere in the plan.
const UNSEEN: f32 = 0.55;
/// The share of the query's weight that a node must have.
const THRESHOLD: f32 = 0.3;
/// Hits below this share of the best one's score are not near.
const TAIL: f32 = 0.35;
/// What is passed on: from a body to what it answers for, from an item to the one that it belongs to.
const FROM_BODY: f32 = 0.3;
const FROM_CHILD: f32 = 0.4;
/// What each further word of a concept adds, and how many count.
const FURTHER: f32 = 0.12;
const MOST_FURTHER: u8 = 5;
/// How much more what is measured counts where a figure is asked for.
const FIGURE: f32 = 1.6;

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

/// A word of a concept, weighed.
#[derive(Clone, Copy, Debug)]
struct Weighed {
    concept: usize,
    weight: f32,
}

/// The best word of a concept in a node.
#[derive(Clone, Copy, Debug)]
struct ConceptMatch {
    score: f32,
    /// How many other words of the concept the node has.
    further: u8,
    word: usize,
    field: Field,
    /// The first that is the word as it was typed, and no other that means the same.
    typed: Option<(usize, Field)>,
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

/// Weighs each word by its rarity, and by that of its concept.
fn weigh(concepts: &[Concept], found: &[Occurrence], nodes: usize) -> Vec<Weighed> {
    let mut words = Vec::new();
    for (number, concept) in concepts.iter().enumerate() {
        for member in &concept.members {
            words.push((number, member.weight, 0_usize));
        }
    }
    let mut counts = vec![0_usize; concepts.len()];
    for node in found.chunk_by(|one, other| one.place == other.place) {
        let mut seen = vec![false; concepts.len()];
        for occurrence in node {
            if let Some((concept, _, count)) = words.get_mut(occurrence.word) {
                *count += 1;
                counts[*concept] += usize::from(!std::mem::replace(&mut seen[*concept], true));
            }
        }
    }
    let weighed = words.into_iter().map(|(concept, weight, count)| {
        let light = concepts.get(concept).is_some_and(|concept| concept.light);
        let of_concept = counts.get(concept).copied().unwrap_or(0);
        let rarity = (rarity(count, nodes) * rarity(of_concept, nodes)).sqrt();
        Weighed {
            concept,
            weight: weight * rarity * if light { LIGHT } else { 1.0 },
        }
    });
    weighed.collect()
}

/// The inverse document frequency of BM25: how much it tells that a node has a word.
fn rarity(count: usize, nodes: usize) -> f32 {
    // Counts beyond 65,535 make no difference here.
    let number = |count: usize| f32::from(u16::try_from(count).unwrap_or(u16::MAX));
    let rest = number(nodes.saturating_sub(count));
    (1.0 + (rest + 0.5) / (number(count) + 0.5)).ln()
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

/// Scores the nodes, and keeps the best.
fn rank(
    search: &Search<'_>,
    query: &Query,
    concepts: &[Concept],
    weighed: &[Weighed],
    found: &[Occurrence],
) -> Nearest {
    // What a concept weighs: as much as its rarest word that is somewhere in the plan.
    let unseen = rarity(1, search.index.nodes.len());
    let mut weights = vec![0.0_f32; concepts.len()];
    for occurrence in found {
        if let Some(word) = weighed.get(occurrence.word)
            && let Some(most) = weights.get_mut(word.concept)
        {
            *most = most.max(word.weight);
        }
    }
    let texts = concepts.iter().zip(&weights);
    let nowhere = texts
        .filter(|(concept, weight)| **weight == 0.0 && !concept.light)
        .map(|(concept, _)| concept.text.clone());
    let nowhere: Vec<String> = nowhere.collect();
    for (weight, concept) in weights.iter_mut().zip(concepts) {
        if *weight == 0.0 {
            *weight = unseen * if concept.light { LIGHT } else { UNSEEN };
        }
    }
    let all: f32 = weights.iter().sum();
    let members = concepts.iter().flat_map(|concept| &concept.members);
    let is_typed: Vec<bool> = members.map(|member| member.weight >= 1.0).collect();
    let mut scored: Vec<(f32, usize, Vec<Option<ConceptMatch>>)> = Vec::new();
    for group in found.chunk_by(|one, other| one.place == other.place) {
        let mut parts: Vec<Option<ConceptMatch>> = vec![None; concepts.len()];
        for occurrence in group {
            let Some(word) = weighed.get(occurrence.word) else {
                continue;
            };
            let strength = occurrence.strength;
            let saturated = strength * (SATURATION + 1.0) / (strength + SATURATION);
            let part = ConceptMatch {
                score: word.weight * saturated,
                further: 0,
                word: occurrence.word,
                field: occurrence.field,
                typed: (is_typed.get(occurrence.word) == Some(&true))
                    .then_some((occurrence.word, occurrence.field)),
            };
            let Some(best) = parts.get_mut(word.concept) else {
                continue;
            };
            *best = Some(match *best {
                None => part,
                Some(best) => ConceptMatch {
                    further: best.further + u8::from(best.further < MOST_FURTHER),
                    typed: best.typed.or(part.typed),
                    ..if best.score < part.score { part } else { best }
                },
            });
        }
        let covered: f32 = parts
            .iter()
            .zip(&weights)
            .filter(|(part, _)| part.is_some())
            .map(|(_, weight)| weight)
            .sum();
        let share = covered / all.max(f32::MIN_POSITIVE);
        let Some(place) = group.first().map(|first| first.place) else {
            continue;
        };
        if share < THRESHOLD || !search.passes(place) {
            continue;
        }
        let parts_score =
            |part: &ConceptMatch| part.score * (1.0 + FURTHER * f32::from(part.further));
        let sum: f32 = parts.iter().flatten().map(parts_score).sum();
        let score = sum * (0.4 + 0.6 * share) * kind(search, query, place);
        scored.push((score, place, parts));
    }
    let top = scored.iter().map(|(score, ..)| *score).fold(0.0, f32::max);
    let mut answer = Nearest {
        nowhere,
        ..Nearest::default()
    };
    for (score, place, parts) in scored {
        if score < TAIL * top {
            continue;
        }
        let best = parts
            .iter()
            .flatten()
            .max_by(|a, b| a.score.total_cmp(&b.score));
        let field = best.map_or(Field::Id, |part| part.field);
        let hit = RankedHit::nearest(field, points(score / top), place);
        let mark = search.index.marks.get(place);
        answer.best.push(hit, mark.map(|mark| mark.rank));
        answer.near.push((place, Arc::new(near(concepts, &parts))));
    }
    answer.near.sort_by_key(|(place, _)| *place);
    answer
}

/// What a hit has, and what it lacks.
fn near(concepts: &[Concept], parts: &[Option<ConceptMatch>]) -> Near {
    let forms: Vec<&Form> = concepts
        .iter()
        .flat_map(|concept| &concept.members)
        .map(|member| &member.form)
        .collect();
    let mut near = Near::default();
    for (concept, part) in concepts.iter().zip(parts) {
        let found = part.and_then(|part| {
            let (word, field) = part.typed.unwrap_or((part.word, part.field));
            Some((forms.get(word)?, field))
        });
        match found {
            Some((form, field)) => near.has.push(NearWord {
                word: concept.text.clone(),
                form: (*form).clone(),
                field,
            }),
            None => near.lacks.push(concept.text.clone()),
        }
    }
    near
}

/// How much a kind of node counts.
fn kind(search: &Search<'_>, query: &Query, place: usize) -> f32 {
    let rank = search.index.marks.get(place).map(|mark| mark.rank);
    let who = query.intent() == Intent::Who;
    let item = search.index.nodes.get(place).and_then(|node| node.item());
    let measured = item.is_some_and(|id| search.plan[id].measure.is_some());
    if measured && asks_for_a_figure(query.input()) {
        return FIGURE;
    }
    match rank {
        Some(Rank::Primary) | None => 1.0,
        Some(Rank::Item) => 0.85,
        Some(Rank::Body) if who => 0.75,
        Some(Rank::Body) => 0.7,
        Some(Rank::Document) => 0.45,
    }
}

/// Returns the points of a score that is a share of the best one: the most that do not exceed it.
fn points(share: f32) -> u32 {
    let mut points: u16 = 0;
    for bit in (0..12).rev() {
        let more = points | 1 << bit;
        if f32::from(more) <= share * f32::from(MOST_POINTS) {
            points = more;
        }
    }
    points.into()
}
