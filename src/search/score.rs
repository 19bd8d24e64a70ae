//! How well the words of a query match a node: every word must be found in some field, and the node
//! scores as its worst word does.

use super::field::{Field, FieldClass, Tier};
use super::fuzzy;
use super::loose::{LooseMatcher, by_pinyin};
use super::matcher::Search;
use super::pattern::Term;
use super::rank::{MAX_SCORE, MatchScore, Rank};
use super::text::TaggedText;
use super::whole::{WholeMatch, match_whole};
use crate::model::Role;

/// The points of what a body answers for, if the whole query is its name.
const SUPPORTS: u32 = 400;
const LEADS: u32 = 800;

/// The quality of words in pinyin that are not one run of characters.
const SCATTERED: u8 = 3;

impl Search<'_> {
    pub(super) fn match_terms(&self, place: usize) -> Option<MatchScore> {
        let mut all: Option<MatchScore> = None;
        let mut points = 0;
        let mut own = false;
        for number in 0..self.terms.len() {
            let found = self.match_term(number, place)?;
            points += found.score();
            own |= found.class < FieldClass::Body;
            all = Some(all.map_or(found, |all| all.worse(found)));
        }
        if self.divided && !own {
            // The parts of a word in the names of several bodies have nothing to do with each other.
            return None;
        }
        let count = u32::try_from(self.terms.len()).unwrap_or(1).max(1);
        let words = all?.with_score(points / count + self.bonus(place));
        let whole = match words.tier {
            Tier::Word | Tier::Typo => self.match_name(place),
            Tier::Pinyin => Some(self.match_joined(place, words)),
            Tier::Exact | Tier::Prefix | Tier::Fuzzy | Tier::Nearest => None,
        };
        Some(whole.unwrap_or(words))
    }

    /// Returns the best match of one term.
    fn match_term(&self, number: usize, place: usize) -> Option<MatchScore> {
        let term = self.terms.get(number)?;
        let description = self
            .in_descriptions
            .then(|| term.find(self.index.descriptions.of(place)));
        let found = [
            self.in_names(term, place),
            description.flatten(),
            self.by_responsible(number, place),
            self.by_kind(number, place),
        ];
        found.into_iter().flatten().min()
    }

    /// Returns the best match of a term in the names of a node.
    pub(super) fn in_names(&self, term: &Term, place: usize) -> Option<MatchScore> {
        let mark = self.index.marks.get(place)?;
        let names = &self.index.names;
        // The characters rule out most nodes before their texts are looked at.
        let spelt = term
            .can_be_in(mark.characters)
            .then(|| term.find(names.of(place)))
            .flatten();
        if !self.loose || spelt.is_some_and(|found| found.quality == 0) {
            return spelt;
        }
        let Some(loose) = LooseMatcher::of(term, mark) else {
            return spelt;
        };
        let entries = names.entries(place);
        entries
            .filter_map(|entry| loose.find(entry))
            .chain(spelt)
            .min()
    }

    fn by_responsible(&self, number: usize, place: usize) -> Option<MatchScore> {
        let bodies = self.bodies.get(number)?;
        if bodies.is_empty() {
            return None;
        }
        let answers = self.plan.responsible(*self.index.nodes.get(place)?);
        let each = answers.iter();
        each.filter_map(|answer| *bodies.get(answer.body.index())?)
            .min()
    }

    fn by_kind(&self, number: usize, place: usize) -> Option<MatchScore> {
        let kind = usize::from(self.index.marks.get(place)?.kind);
        *self.kinds.get(number)?.get(kind)?
    }

    /// Matches all words joined, if the terms are pinyin: one run of a name is better than several.
    fn match_joined(&self, place: usize, words: MatchScore) -> MatchScore {
        let Some(pinyin) = &self.joined else {
            return words;
        };
        let entries = self.index.names.entries(place);
        let best = entries.filter_map(|entry| by_pinyin(pinyin, entry, false));
        best.min().unwrap_or(MatchScore {
            quality: SCATTERED,
            ..words
        })
    }

    /// Returns points for what a body answers for whose name is the whole query.
    fn bonus(&self, place: usize) -> u32 {
        let Some(&node) = self.index.nodes.get(place) else {
            return 0;
        };
        if self.exact_bodies.is_empty() {
            return 0;
        }
        let answers = self.plan.responsible(node).iter();
        let exact =
            answers.filter(|answer| self.exact_bodies.get(answer.body.index()) == Some(&true));
        exact
            .map(|answer| match answer.shown().role {
                Role::Lead => LEADS,
                Role::Support | Role::Issuer | Role::Unstated => SUPPORTS,
            })
            .max()
            .unwrap_or(0)
    }

    /// Scores an exact or prefix match of the whole query against the node's names.
    fn match_name(&self, place: usize) -> Option<MatchScore> {
        let is_body = self.index.marks.get(place)?.rank == Rank::Body;
        let entries = self.index.names.entries(place);
        let found = entries.filter_map(|entry| {
            let found = match_whole(entry, &self.terms, is_body)?;
            // One letter is the beginning of too many ids.
            let too_short = entry.field == Field::Id && found.bytes == 1 && !found.whole;
            (!too_short).then(|| name_score(entry, found))
        });
        found.min()
    }

    /// Returns the score of `fuzzy-matcher` for the terms in the names of a node, on the average. It
    /// orders the hits of the fuzzy tier.
    pub(super) fn fuzzy_score(&self, place: usize) -> u32 {
        let best = |term: &Term| {
            let entries = self.index.names.entries(place);
            entries
                .map(|entry| fuzzy::score(entry.text, &term.text))
                .max()
        };
        let total: i64 = self.terms.iter().filter_map(best).sum();
        let count = i64::try_from(self.terms.len()).unwrap_or(1).max(1);
        u32::try_from(total / count).unwrap_or(0)
    }
}

fn name_score(entry: TaggedText<'_>, found: WholeMatch) -> MatchScore {
    let (tier, quality) = match (found.correction, found.whole, found.headless) {
        (false, true, false) => (Tier::Exact, 0),
        (false, true, true) => (Tier::Prefix, 0),
        (false, false, _) => (Tier::Prefix, 1),
        (true, true, false) => (Tier::Typo, 0),
        (true, ..) => (Tier::Typo, 1),
    };
    let covered = 100 * found.bytes / entry.text.len().max(1);
    let covered = u32::try_from(covered).unwrap_or(MAX_SCORE);
    MatchScore::new(tier, quality, entry.field, covered)
}
