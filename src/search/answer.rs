//! The answer to a query: to a question as it is read, or else to its words.

use super::field::FieldClass;
use super::ids::{no_such_number_in, words_of};
use super::index::{Cancelled, Stopped};
use super::pattern::Term;
use super::reading::bodies::cannot_but_name;
use super::reading::has_assignments;
use super::reading::{Reading, Topic};
use super::segment_chinese::segment_terms;
use super::{AskedOf, Counts, Found, Hit, Index, Tier};
use crate::model::{Node, Plan};
use crate::query::fold::is_ideograph;
use crate::query::question::{Asked, Piece, ends_program, goes_back, in_passing, terms_asked};
use crate::query::{Intent, Note, Query, Word};

/// The words of a topic of which one may be left out, at most.
const MOST_OF_TOPIC: usize = 4;
/// The fewest characters of a Chinese topic that may stand apart in a name.
const FEWEST_IN_ORDER: usize = 4;

impl Index {
    /// Returns the nodes that match `query`, best first.
    #[must_use]
    pub fn search(&self, plan: &Plan, query: &Query) -> Found {
        let found = self.search_until(plan, query, &|| false);
        found.expect("it is never cancelled")
    }

    /// Returns the nodes that match `query`, best first; `None` once `cancelled` returns true, which is
    /// asked every few thousand nodes.
    #[must_use]
    pub fn search_until(
        &self,
        plan: &Plan,
        query: &Query,
        cancelled: &(dyn Fn() -> bool + Sync),
    ) -> Option<Found> {
        self.search_or_stop(plan, query, cancelled).ok()
    }

    /// The same, for what has more to say.
    pub(super) fn search_or_stop(
        &self,
        plan: &Plan,
        query: &Query,
        cancelled: Cancelled<'_>,
    ) -> Result<Found, Stopped> {
        let mut found = self.search_asked(plan, query, cancelled)?;
        self.put_named_first(plan, query, &mut found);
        self.say_own_unit(plan, query, &mut found, cancelled)?;
        Ok(found)
    }

    /// Answers what a query asks, whatever has all of it as a name.
    fn search_asked(
        &self,
        plan: &Plan,
        query: &Query,
        cancelled: Cancelled<'_>,
    ) -> Result<Found, Stopped> {
        if query.can_ask() {
            let terms = terms_asked(query.input());
            if !terms.is_empty() {
                return Ok(of_plan(vec![Note::Terms(terms)]));
            }
        }
        let query = &*self.as_asked(plan, query);
        let asked = &query.asked();
        if asked.is_of_own_work() && !has_assignments(plan) {
            return Ok(Found {
                notes: vec![Note::NoAssignments],
                ..Found::default()
            });
        }
        let mut found = self.answer(plan, query, asked, cancelled)?;
        let is_guess = |hit: &Hit| hit.tier >= Tier::Typo || !hit.field.is_name();
        let is_command = ends_program(query.input()) || goes_back(query.input());
        if is_command && found.hits.first().is_none_or(is_guess) {
            // Nothing is spelt wrongly: the program is asked to do something.
            return Ok(Found::default());
        }
        found.say_no_dates(plan, query, asked);
        self.say_by_when(plan, query, asked, &mut found);
        Ok(found)
    }

    fn answer(
        &self,
        plan: &Plan,
        query: &Query,
        asked: &Asked,
        cancelled: Cancelled<'_>,
    ) -> Result<Found, Stopped> {
        if let Some(pair) = self.compared(plan, query) {
            return Ok(Found::side_by_side(pair));
        }
        if let Some(notes) = asked_of_plan(asked) {
            return Ok(of_plan(notes));
        }
        if let Some(found) = self.partners_asked(plan, asked) {
            return Ok(found);
        }
        if let Some(found) = self.part_of_asked(plan, query, asked) {
            return Ok(found);
        }
        if let Some(found) = self.search_of_one(plan, query, asked, cancelled)? {
            return Ok(found);
        }
        if let Some(word) = &asked.negated {
            return self.search_negated(plan, query, word, cancelled);
        }
        if !asked.pieces.is_empty()
            && let Some(name) = self.document_asked(plan, query)
        {
            let named = Query::parse(name).on(query.today);
            return self.search_words(plan, &named, cancelled);
        }
        if let Some(found) = self.numbers_asked(plan, query, asked) {
            return Ok(found);
        }
        if let Some(note) = self.no_such_among(plan, query) {
            return Ok(Found {
                notes: vec![note],
                ..Found::default()
            });
        }
        if query.intent() == Intent::Who
            && let Some(nodes) = self.several_names(plan, query)
        {
            return Ok(Found::just(&nodes));
        }
        let named = self.name_asked(query);
        let mut words = self.search_words(plan, named.as_ref().unwrap_or(query), cancelled)?;
        if let Some(found) = self.search_beside_command(plan, query, &words, cancelled)? {
            return Ok(found);
        }
        if let Some(note) = no_such_number_in(plan, &words_of(query))
            .filter(|_| query.can_ask() && !query.has_amount())
            && !is_other_name(query, &words)
        {
            return Ok(Found {
                notes: vec![note],
                ..Found::default()
            });
        }
        let is_name = has_item_so_named(&words);
        let is_full = has_all_words(&words);
        if !is_full && let Some(found) = self.items_named(plan, query) {
            return Ok(found);
        }
        for reading in self.readings(plan, query) {
            if reading.yields && is_name {
                words.asked_of = reading.asked_of();
                break;
            }
            if reading.topic == Topic::Words && is_full {
                continue;
            }
            let Some(found) = self.search_reading(plan, asked, &reading, cancelled)? else {
                continue;
            };
            // What is found by the words stands where the filters find nothing.
            if found.hits.is_empty() && !reading.rest.is_empty() {
                let mut notes = found.notes;
                // The words that were read as filters are no words of a name.
                let words = if is_full {
                    words
                } else {
                    let query = Query {
                        filters: query.filters.clone(),
                        ..reading.query.clone()
                    };
                    self.search_words(plan, &query, cancelled)?
                };
                let is_there = !words.hits.is_empty();
                set_by_words(&mut notes, &|by_words| by_words && is_there);
                return Ok(Found { notes, ..words });
            }
            if found.is_other_none() && is_name {
                let mut notes = found.notes;
                set_by_words(&mut notes, &|_| true);
                return Ok(Found { notes, ..words });
            }
            return Ok(found);
        }
        if !is_full && let Some(found) = self.search_part(plan, query, &words, cancelled)? {
            return Ok(found);
        }
        Ok(words)
    }

    /// Answers a question as it is read; `None` if it is not meant so.
    fn search_reading(
        &self,
        plan: &Plan,
        asked: &Asked,
        reading: &Reading,
        cancelled: Cancelled<'_>,
    ) -> Result<Option<Found>, Stopped> {
        let found = self.search_read_widely(plan, reading, cancelled)?;
        let holds = match reading.topic {
            Topic::Set => true,
            Topic::Indicator => has_item_so_named(&found) || has_item_in_order(reading, &found),
            Topic::Words => has_all_words(&found),
        };
        if !holds && reading.topic == Topic::Indicator {
            return self.search_part_of_topic(plan, asked, reading, cancelled);
        }
        Ok(holds.then_some(found))
    }

    /// Answers a question about a target by the topic without the one of its words that no indicator has in
    /// its name: `rural internet target`. `None` where an item has all of them, or no indicator most.
    fn search_part_of_topic(
        &self,
        plan: &Plan,
        asked: &Asked,
        reading: &Reading,
        cancelled: Cancelled<'_>,
    ) -> Result<Option<Found>, Stopped> {
        if !asked.has(Piece::Target) {
            return Ok(None);
        }
        let words = reading.query.words.iter();
        let terms: Vec<Term> = words.map(|word| Term::loose(&word.text)).collect();
        let terms = segment_terms(self, &terms).unwrap_or(terms);
        if !(2..=MOST_OF_TOPIC).contains(&terms.len()) {
            return Ok(None);
        }
        let all = Query {
            filters: Vec::new(),
            ..reading.query.clone()
        };
        if has_item_so_named(&self.search_words(plan, &all, cancelled)?) {
            return Ok(None);
        }
        for at in 0..terms.len() {
            let mut words: Vec<String> = terms.iter().map(|term| term.text.clone()).collect();
            let left = words.remove(at);
            let mut part = reading.clone();
            part.rest.clone_from(&words);
            let words = words.into_iter().map(|text| Word { text, exact: false });
            part.query.words = words.collect();
            let mut found = self.search_read(plan, &part, cancelled)?;
            if has_item_so_named(&found) {
                found.notes.push(Note::Nearest(vec![left]));
                return Ok(Some(found));
            }
        }
        Ok(None)
    }

    /// Answers with whom a body works, which its page says too.
    fn partners_asked(&self, plan: &Plan, asked: &Asked) -> Option<Found> {
        if !asked.is_of_partners() {
            return None;
        }
        let bodies = self.bodies_asked(plan, asked)?;
        let [(body, name)] = bodies.as_slice() else {
            return None;
        };
        let is_meant = asked.has(Piece::Partners) || cannot_but_name(plan, *body, name);
        is_meant.then(|| Found {
            notes: vec![Note::Partners(*body)],
            ..Found::just(&[Node::Body(*body)])
        })
    }

    /// Answers a question that is turned round; by its words, with a note, where no filter takes out what
    /// it means: the opposite would be the answer.
    fn search_negated(
        &self,
        plan: &Plan,
        query: &Query,
        word: &str,
        cancelled: Cancelled<'_>,
    ) -> Result<Found, Stopped> {
        if let Some(reading) = self.readings(plan, query).first() {
            return self.search_read(plan, reading, cancelled);
        }
        let mut found = self.search_words(plan, query, cancelled)?;
        found.notes.push(Note::NotRead(vec![word.to_owned()]));
        Ok(found)
    }

    /// Answers what stands beside a command of the program, unless the plan has the words of both: those of
    /// a question only in a name. `None` if there is no command.
    fn search_beside_command(
        &self,
        plan: &Plan,
        query: &Query,
        words: &Found,
        cancelled: Cancelled<'_>,
    ) -> Result<Option<Found>, Stopped> {
        let is_full = |hit: &Hit| hit.tier < Tier::Fuzzy;
        let Some((command, rest)) = in_passing(query.input()).filter(|_| query.can_ask()) else {
            return Ok(None);
        };
        let rest = Query::parse(rest).on(query.today);
        if words.hits.first().is_some_and(is_full)
            && (rest.intent() == Intent::Any || has_item_so_named(words))
        {
            return Ok(None);
        }
        let mut found = self.search_or_stop(plan, &rest, cancelled)?;
        let is_meant = found.read_as().is_some() || found.hits.first().is_some_and(is_full);
        found.notes.push(Note::Command(command));
        Ok(Some(found).filter(|_| is_meant))
    }
}

/// What is noted where the plan itself is asked for, whose page gives the address where its text stands.
fn asked_of_plan(asked: &Asked) -> Option<Vec<Note>> {
    if asked.is_of_text() {
        Some(Vec::new())
    } else if asked.is_of_plan() {
        Some(vec![Note::Period])
    } else if asked.is_of_leading_plan() {
        Some(vec![Note::WholePlan])
    } else {
        None
    }
}

/// Sets in the notes that nothing is so whether something is found by the words instead.
pub(super) fn set_by_words(notes: &mut [Note], set: &dyn Fn(bool) -> bool) {
    for note in notes {
        if let Note::NoneSuch { by_words, .. } = note {
            *by_words = set(*by_words);
        }
    }
}

/// What looks like an id that is not there is a name, or one word of a text: `G20`.
fn is_other_name(query: &Query, words: &Found) -> bool {
    let first = words.hits.first();
    let is_word = query.words.len() == 1 && query.words[0].text.is_ascii();
    first.is_some_and(|hit| hit.tier == Tier::Exact || is_word && hit.tier < Tier::Pinyin)
}

/// The first hit has all words of the query.
pub(super) fn has_all_words(found: &Found) -> bool {
    let first = found.hits.first();
    first.is_some_and(|hit| hit.tier < Tier::Nearest)
}

/// The first hit is an item or a document that has all words in its names.
pub(super) fn has_item_so_named(found: &Found) -> bool {
    let first = found.hits.first();
    first.is_some_and(|hit| {
        let is_item = matches!(hit.node, Node::Item(_) | Node::Document(_));
        is_item && hit.tier <= Tier::Pinyin && hit.field.class() <= FieldClass::Alias
    })
}

/// The first hit has all characters of a Chinese topic in its names, with others between: 千兆用户 of
/// 千兆光纤用户.
fn has_item_in_order(reading: &Reading, found: &Found) -> bool {
    let words = &reading.query.words;
    let is_run = |word: &Word| {
        word.text.chars().all(is_ideograph) && word.text.chars().nth(FEWEST_IN_ORDER - 1).is_some()
    };
    let first = found.hits.first();
    let is_named = |hit: &Hit| hit.tier == Tier::Fuzzy && hit.field.class() <= FieldClass::Alias;
    words.iter().all(is_run) && first.is_some_and(is_named)
}

/// The plan itself.
fn of_plan(notes: Vec<Note>) -> Found {
    Found {
        hits: vec![Hit::of(Node::Plan, Tier::Exact)],
        weak: 1,
        total: 1,
        counts: Counts {
            items: 1,
            ..Counts::default()
        },
        notes,
        by_date: false,
        asked_of: AskedOf::default(),
    }
}
