//! Reads a question about a set as filters: `which tasks have no lead` is `lead:none #task`.

mod answers;
pub(super) mod bodies;
mod desks;
mod form;
pub(super) mod names;
mod negated;
mod states;
mod under;

use super::pattern::Term;
use super::{Hit, Index};
use crate::model::{Date, Node, Plan};
use crate::query::fold::folded;
use crate::query::question::kinds;
use crate::query::question::{Asked, Piece, asked};
use crate::query::{
    DOCUMENTS, Filter, FilterName, Intent, Note, Part, Query, TARGETS, Word, split,
};
use desks::{Desks, role_of};
use form::{AnswerForm, Says};
pub(super) use form::{Reading, Topic};
use names::with_name;
pub(super) use states::has_assignments;
use states::{FILTERS, dates_of_assignments, is_state, of_states, without_assignments};

/// The kinds of what is aimed at.
const GOAL: &str = "goal";
const INDICATOR: &str = "indicator";

impl Index {
    /// Reads a query as a question about a set, in the ways in which it can be one; the likelier first.
    pub(super) fn readings(&self, plan: &Plan, query: &Query) -> Vec<Reading> {
        if !query.excluded.is_empty() || !query.unknown.is_empty() || !query.can_ask() {
            return Vec::new();
        }
        // Filters that were typed, such as that of a tab, stay.
        let is_filter = |token: &&str| {
            token.contains([':', '：']) || token.starts_with(['@', '＠', '#', '＃', '!', '！'])
        };
        let tokens = query.input().split_whitespace();
        let tokens: Vec<&str> = tokens.filter(|token| !is_filter(token)).collect();
        if let Some(reading) = self.of_desk(plan, query, &tokens.join(" ")) {
            return vec![reading];
        }
        if query.words.iter().any(|word| word.exact) && query.intent() == Intent::Any {
            return Vec::new();
        }
        let tokens: Vec<String> = tokens
            .into_iter()
            .map(|token| with_name(plan, query, token).unwrap_or_else(|| token.to_owned()))
            .collect();
        let mut asked = asked(&folded(&tokens.join(" ")));
        if let Some(reading) = self.under(plan, query, &asked) {
            return vec![reading];
        }
        let dates = dates_of_assignments(plan);
        let is_due = |time: &str| {
            let time = Date::parse(time);
            time.is_some_and(|time| dates.iter().any(|due| due.lies_in(time)))
        };
        let is_due: &dyn Fn(&str) -> bool = &is_due;
        asked.on(query.today, (!dates.is_empty()).then_some(is_due));
        let named = if is_issuer_asked(&asked) {
            None
        } else {
            let issued = asked.has(Piece::Issued);
            kinds::take(plan, &mut asked.named, issued);
            kinds::take(plan, &mut asked.rest, issued)
        };
        let is_any_work = named.as_ref().is_some_and(|named| named.is_any_work);
        // Plain words ask for nobody: bodies are not looked for at each key.
        let desks = if is_any_work || asked.asks_of_states() {
            self.desks(plan, &asked)
        } else {
            Desks {
                others: asked.rest.clone(),
                ..Desks::default()
            }
        };
        let came_of_it = [Piece::Reached, Piece::Missed, Piece::Whether];
        let came_of_it = came_of_it.iter().any(|&piece| asked.has(piece));
        let is_of_desk = asked.is_of_assignments() || came_of_it || !desks.assigned.is_empty();
        let named = if is_any_work && is_of_desk && has_assignments(plan) {
            asked.mean_any_work();
            None
        } else if named.as_ref().is_some_and(|named| named.is_other_word)
            && (asked.has(Piece::Leads) || asked.has(Piece::Supports))
            && self.one_body(plan, &asked).is_some()
        {
            // 教育部牵头的任务: all that it leads.
            None
        } else if is_any_work && (asked.has_time() || asked.year.is_some() || asked.has(Piece::Due))
        {
            // `Tasks due in 2025`: targets of any kind.
            None
        } else {
            named
        };
        // Who issued it is asked of documents, whatever their names are.
        let issued = is_issuer_asked(&asked).then(|| DOCUMENTS[0].to_owned());
        let is_of_targets = named.is_none() && self.asks_for_targets(plan, &mut asked);
        let targets = is_of_targets.then(|| TARGETS[0].to_owned());
        let other = || kinds::other(&asked).map(str::to_owned);
        let kind = issued.or(targets).or_else(|| Some(named?.kind));
        let kind = kind.or_else(other);
        without_assignments(plan, &mut asked, kind.as_deref());
        let by_set = || self.by_set(plan, query, &asked, (kind.as_deref(), &desks));
        let mut readings: Vec<Reading> = by_indicator(plan, query, &asked, kind.as_deref())
            .into_iter()
            .chain(by_set())
            .collect();
        readings.retain_mut(|reading| reading.negate(&asked));
        for reading in &mut readings {
            reading.query.filters.splice(0..0, query.filters.clone());
            reading.query.today = query.today;
            reading.add_time(&asked, kind.as_deref(), !dates.is_empty());
            reading.says = match is_any_work {
                _ if asked.has(Piece::Count) => Says::Count,
                true => Says::OtherKinds,
                false => Says::Nothing,
            };
            match kind
                .as_deref()
                .filter(|_| reading.topic != Topic::Indicator)
            {
                Some(kind) if reading.is_without_results(plan, kind) => {
                    reading.notes.push(Note::ResultsOfIndicators);
                    reading.widens = false;
                }
                Some(kind) => reading.add(FilterName::Kind, kind),
                None => reading.widens = false,
            }
            let words = reading.rest.iter().flat_map(|word| split(word));
            let words = words.map(|text| Word { text, exact: false });
            reading.query.words = words.collect();
        }
        readings
    }

    /// Takes the word for what is aimed at as that of a kind, where it is asked for all of that, or what a body
    /// answers for of it: `what are the targets`, `targets of mofcom`.
    fn asks_for_targets(&self, plan: &Plan, asked: &mut Asked) -> bool {
        let known = [
            Piece::Target,
            Piece::Asks,
            Piece::List,
            Piece::Count,
            Piece::Leads,
            Piece::Supports,
        ];
        if !asked.has(Piece::Target) || !asked.pieces.iter().all(|piece| known.contains(piece)) {
            return false;
        }
        let mut rest = asked.rest.clone();
        kinds::drop_all_of(plan, GOAL, &mut rest);
        let is_dated = asked.has_time() || asked.year.is_some();
        let of_all = asked.is_without_topic() || rest.is_empty();
        let is_asked = of_all && !is_dated || self.one_body(plan, asked).is_some();
        if is_asked {
            asked.rest = rest;
            asked.pieces.retain(|piece| *piece != Piece::Target);
        }
        is_asked
    }

    /// Every one of some words is in the plan.
    fn has_all(&self, words: &[String]) -> bool {
        let mut words = words.iter();
        words.all(|word| self.has_word(&Term::loose(word), &|| false) == Ok(true))
    }

    /// Returns the reading by which a node was found, if it was by one and not by the words.
    pub(super) fn read_for(&self, plan: &Plan, query: &Query, hit: &Hit) -> Option<Reading> {
        let is_indicator = match hit.node {
            Node::Item(id) => &*plan[plan[id].kind].id == INDICATOR,
            Node::Plan | Node::Body(_) | Node::Document(_) => false,
        };
        let mut readings = self.readings(plan, query).into_iter();
        readings.find(|one| one.topic != Topic::Indicator || is_indicator)
    }

    /// Reads a question about what has no lead, what was missed, what bodies lead.
    fn by_set(
        &self,
        plan: &Plan,
        query: &Query,
        asked: &Asked,
        (kind, desks): (Option<&str>, &Desks),
    ) -> Option<Reading> {
        let mut reading = Reading::default();
        let mut pieces = FILTERS.iter().map(|(piece, ..)| *piece);
        let set = pieces.any(|piece| asked.has(piece));
        let asks = [
            Piece::Asks,
            Piece::List,
            Piece::Who,
            Piece::Target,
            Piece::Figure,
            Piece::Count,
            Piece::Due,
        ]
        .iter()
        .any(|&piece| asked.has(piece));
        let of_work = || kind.is_some() || asked.has(Piece::Leads) || asked.has_work();
        if asked.has(Piece::LeadsNothing) && asked.rest.is_empty() {
            reading.form = AnswerForm::Ranking;
            reading.parts.push(Part::LeadsNothing);
        } else if asked.has(Piece::Most) && of_work() {
            if !asked.rest.is_empty() {
                return None;
            }
            reading.form = AnswerForm::Ranking;
            let issued = kind == Some(DOCUMENTS[0]);
            let part = if issued { Part::MostIssued } else { Part::Most };
            reading.parts.push(part);
        } else if asked.has(Piece::Newest) && kind == Some(DOCUMENTS[0]) && asked.rest.is_empty() {
            reading.form = AnswerForm::Newest;
            reading.parts.push(Part::Newest);
        } else if asked.has(Piece::Role)
            && let Some([(id, _)]) = self.bodies_asked(plan, asked).as_deref()
        {
            reading.subject = Some(*id);
            reading.form = AnswerForm::Roles;
            reading.add(FilterName::Body, &plan[*id].id);
        } else if asked.has(Piece::Joint) {
            let bodies = self.bodies_asked(plan, asked)?;
            if bodies.len() < 2 {
                return None;
            }
            for (id, _) in bodies {
                reading.add(role_of(asked), &plan[id].id);
            }
            reading.widens = true;
        } else if let Some([one, other]) = self.two_bodies(plan, asked, kind) {
            for (name, id) in [one, other] {
                reading.add(name, &plan[id].id);
            }
            if asked.pieces.is_empty() && kind.is_none() && !asked.has_work() {
                // Nothing but their names: what both do may be meant, or how they differ.
                let pair = [one.1, other.1].map(Node::Body);
                reading.notes.push(Note::Compare(pair));
            }
            reading.yields = true;
            reading.widens = true;
        } else if asked.is_of_next() && !set && asked.rest.is_empty() {
            reading.next();
        } else if set && asked.has(Piece::Figure) && !asked.rest.is_empty() {
            // How much of something: not which.
            return None;
        } else if set
            && (asks
                || kind.is_some()
                || desks.others.is_empty()
                || (is_state(asked) || asked.has(Piece::Late)) && has_assignments(plan))
        {
            reading = of_states(plan, asked, desks)?;
            if asked.is_of_own_work() {
                // An organisation that is called so stands before its work.
                let named = self.body_named(plan, &query.rest, false);
                reading.subject = named.filter(|&id| !plan.is_stand_in(id));
            }
        } else {
            return self.by_subject(plan, query, asked, (kind, desks), asks);
        }
        Some(reading)
    }

    /// Reads a question about a body, a unit or a contact, about a kind or a time, or one whose words say
    /// nothing but that they ask.
    fn by_subject(
        &self,
        plan: &Plan,
        query: &Query,
        asked: &Asked,
        (kind, desks): (Option<&str>, &Desks),
        asks: bool,
    ) -> Option<Reading> {
        let mut reading = Reading::default();
        if is_issuer_asked(asked) {
            let words = asked.rest.iter();
            let words = words.filter(|word| !DOCUMENTS.contains(&word.as_str()));
            reading.rest = words.cloned().collect();
        } else if asked.has(Piece::Issued) && kind == Some(DOCUMENTS[0]) && !asked.rest.is_empty() {
            let bodies = self.bodies_asked(plan, asked)?;
            let [(id, _)] = bodies.as_slice() else {
                return None;
            };
            reading.subject = Some(*id);
            reading.add(FilterName::Body, &plan[*id].id);
        } else if (asked.has(Piece::Count) || asked.has(Piece::List) || asked.lists())
            && (query.filters.is_empty() || !asked.pieces.is_empty())
            && kind.is_some()
            && asked.is_without_topic()
        {
            // Its kind is the only filter.
        } else if !desks.assigned.is_empty() && desks.others.is_empty() && asked.is_of_assignments()
        {
            reading.add_desks(plan, asked, desks);
            if asked.is_of_next() {
                reading.next();
            }
        } else if let Some((id, role, yields)) = self.about_body(plan, query, asked, kind) {
            reading.subject = Some(id);
            reading.widens = true;
            reading.yields = yields;
            reading.add(role, &plan[id].id);
            if asked.is_of_next() {
                reading.next();
            }
        } else if asked.lists() && kind == Some(DOCUMENTS[0]) && self.has_all(&asked.rest) {
            // Documents do not have the word for them, as items have that of their kind.
            reading.rest.clone_from(&asked.rest);
            reading.yields = true;
        } else if asked.year.is_some() && asked.rest.is_empty() {
            let is_month = asked.month.is_some() && !dates_of_assignments(plan).is_empty();
            let of_work = asked.time().is_some() && (asked.is_of_work() || kind.is_some());
            if !asks && !is_month && !of_work && kind.is_none() {
                return None;
            }
        } else if asked.asks_of_words() {
            reading.rest.clone_from(&asked.rest);
            reading.topic = Topic::Words;
        } else {
            return None;
        }
        Some(reading)
    }
}

/// Reads a question about one target, in any order of its words: `5g target`, `was 5g reached`,
/// `5G 实现了吗`.
fn by_indicator(plan: &Plan, query: &Query, asked: &Asked, kind: Option<&str>) -> Option<Reading> {
    let came_of_it = [
        Piece::Missed,
        Piece::Reached,
        Piece::Whether,
        Piece::Early,
        Piece::NoResult,
    ]
    .iter()
    .any(|&piece| asked.has(piece));
    let of_figure = asked.has(Piece::Figure);
    // A year beside a topic asks what is to be reached then: `broadband 2025`.
    let counts = |piece: &Piece| *piece == Piece::Count;
    let is_dated = asked.year.is_some() && asked.pieces.iter().all(counts) && !asked.has_time();
    let is_topic =
        came_of_it || of_figure || is_dated || asked.has(Piece::Target) || kind == Some(GOAL);
    let of_set = came_of_it && asked.has(Piece::Asks) && !of_figure;
    let other = asked.pieces.iter().any(|piece| {
        matches!(
            piece,
            Piece::NoLead
                | Piece::Inferred
                | Piece::Unconfirmed
                | Piece::Partly
                | Piece::Late
                | Piece::Joint
                | Piece::Done
                | Piece::Unfinished
                | Piece::Open
                | Piece::NotBegun
                | Piece::Dropped
                | Piece::NoDate
                | Piece::Contact
                | Piece::Ours
                | Piece::Most
                | Piece::Leads
                | Piece::Supports
                | Piece::Who
        )
    });
    let of_kind = kind.is_none_or(|kind| [GOAL, INDICATOR].contains(&kind));
    if !is_topic || of_set || other || !of_kind || asked.is_without_topic() {
        return None;
    }
    plan.kind(INDICATOR)?;
    let mut reading = Reading {
        rest: asked.rest.clone(),
        // The question took the word for a kind away from the name: `what is the target for 5G`.
        yields: !(asked.has(Piece::Target) && query.intent() == Intent::What),
        topic: Topic::Indicator,
        ..Reading::default()
    };
    reading.add(FilterName::Kind, INDICATOR);
    Some(reading)
}

/// Returns true if it asks who issued a document, which is called by any words.
fn is_issuer_asked(asked: &Asked) -> bool {
    asked.has(Piece::Issued) && asked.has(Piece::Who) && !asked.has(Piece::Most)
}
