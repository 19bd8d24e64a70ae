//! The score is that of BM25F (Robertson and Zaragoza, *The Probabilistic Relevance Framework: BM25 and
//! Beyond*, 2009) without the length of the text, and with each field counted once: of each concept
//! the best of its words, weighed by its rarity. Then what share of the query a node covers counts.

use std::sync::Arc;

use super::super::field::Field;
use super::super::matcher::Search;
use super::super::rank::{Rank, RankedHit};
use super::concepts::Concept;
use super::scan::Occurrence;
use super::thesaurus::Form;
use super::{Near, NearWord, Nearest};
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
/// What each further word of a concept adds, and how many count.
const FURTHER: f32 = 0.12;
const MOST_FURTHER: u8 = 5;
/// How much more what is measured counts where a figure is asked for.
const FIGURE: f32 = 1.6;

/// A word of a concept, weighed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Weighed {
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

/// Weighs each word by its rarity, and by that of its concept.
pub(super) fn weigh(concepts: &[Concept], found: &[Occurrence], nodes: usize) -> Vec<Weighed> {
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

/// Scores the nodes, and keeps the best.
pub(super) fn rank(
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
