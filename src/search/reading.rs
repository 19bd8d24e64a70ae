//! Reads a question about a set as filters: `which tasks have no lead` is `lead:none #task`.

use super::Index;
use super::matcher::Search;
use super::pattern::Term;
use crate::model::{BodyId, Plan};
use crate::query::fold::folded;
use crate::query::question::{Asked, Piece, asked};
use crate::query::{Filter, FilterName, Intent, Query, Word, split};

/// A question about a set, read.
#[derive(Clone, Debug)]
pub(super) struct Reading {
    /// The query with filters in place of the question.
    pub(super) query: Query,
    /// The filters as they would be typed.
    pub(super) shown: String,
    /// The words that stand beside them.
    pub(super) rest: Vec<String>,
    /// The body that the question is about; it stands first.
    pub(super) subject: Option<BodyId>,
    /// The answer is a ranking of bodies by what they lead.
    pub(super) ranking: bool,
}

/// The filters of pieces.
const FILTERS: &[(Piece, FilterName, &str, &str)] = &[
    (Piece::NoLead, FilterName::Lead, "none", "lead:none"),
    (
        Piece::Inferred,
        FilterName::Lead,
        "inferred",
        "lead:inferred",
    ),
    (
        Piece::Unconfirmed,
        FilterName::Is,
        "unconfirmed",
        "is:unconfirmed",
    ),
    (Piece::Late, FilterName::Is, "late", "is:late"),
    (Piece::Missed, FilterName::Result, "missed", "result:missed"),
    (
        Piece::Reached,
        FilterName::Result,
        "reached",
        "result:reached",
    ),
    (Piece::NoResult, FilterName::Result, "none", "result:none"),
];

/// Names of kinds that people use for others.
const KINDS: &[(&str, &str)] = &[
    ("项目", "project"),
    ("工程", "project"),
    ("任务", "task"),
    ("行动", "action"),
    ("programme", "project"),
    ("programmes", "project"),
];

impl Index {
    /// Reads a query as a question about a set; `None` if it is none.
    pub(super) fn read(&self, plan: &Plan, query: &Query) -> Option<Reading> {
        if !query.excluded.is_empty() || !query.unknown.is_empty() {
            return None;
        }
        if query.words.iter().any(|word| word.exact) && query.intent() == Intent::Any {
            return None;
        }
        // Filters that were typed, such as that of a tab, stay.
        let is_filter = |token: &&str| token.contains([':', '：']) || token.starts_with(['@', '#']);
        let tokens = query.input().split_whitespace();
        let tokens: Vec<&str> = tokens.filter(|token| !is_filter(token)).collect();
        let mut asked = asked(&folded(&tokens.join(" ")));
        let kind = take_kind(plan, &mut asked);
        let mut reading = Reading {
            query: Query {
                filters: query.filters.clone(),
                today: query.today,
                ..Query::default()
            },
            shown: String::new(),
            rest: Vec::new(),
            subject: None,
            ranking: false,
        };
        let set = FILTERS.iter().any(|(piece, ..)| asked.has(*piece));
        let questions = asked.has(Piece::Asks) || kind.is_some();
        if asked.has(Piece::Most) && (kind.is_some() || asked.has(Piece::Leads)) {
            if !asked.rest.is_empty() {
                return None;
            }
            reading.ranking = true;
            reading.add_shown("@…");
        } else if asked.has(Piece::Joint) {
            let bodies = self.bodies_in(plan, &asked.rest)?;
            if bodies.len() < 2 {
                return None;
            }
            for id in bodies {
                reading.add(FilterName::Body, &plan[id].id, &format!("@{}", plan[id].id));
            }
        } else if set && (questions || asked.rest.is_empty()) {
            for (_, name, value, shown) in FILTERS.iter().filter(|filter| asked.has(filter.0)) {
                reading.add(*name, value, shown);
            }
            reading.rest = asked.rest;
        } else if query.intent() == Intent::What && asked.has(Piece::Leads) {
            let [id] = self.bodies_in(plan, &asked.rest)?.try_into().ok()?;
            reading.subject = Some(id);
            reading.add(
                FilterName::Lead,
                &plan[id].id,
                &format!("lead:{}", plan[id].id),
            );
        } else if !(asked.year.is_some() && asked.has(Piece::Asks) && asked.rest.is_empty()) {
            return None;
        }
        if let Some(year) = asked.year {
            reading.add(FilterName::By, &year, &format!("by:{year}"));
        }
        if let Some(kind) = kind {
            reading.add(FilterName::Kind, &kind, &format!("#{kind}"));
        }
        for text in reading.rest.iter().flat_map(|word| split(word)) {
            reading.query.words.push(Word { text, exact: false });
        }
        Some(reading)
    }

    /// Returns the bodies that words name, one after the other; `None` if a word names none.
    fn bodies_in(&self, plan: &Plan, words: &[String]) -> Option<Vec<BodyId>> {
        let mut bodies = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let named = (at + 1..=words.len()).rev().find_map(|end| {
                let text = words.get(at..end)?.join(" ");
                Some((end, self.body_named(plan, &text)?))
            });
            let (end, body) = named?;
            bodies.push(body);
            at = end;
        }
        Some(bodies)
    }

    /// Returns the body of which a folded text is a whole name.
    fn body_named(&self, plan: &Plan, text: &str) -> Option<BodyId> {
        let terms: Vec<Term> = split(text).iter().map(|word| Term::loose(word)).collect();
        let search = Search::new(self, plan, Vec::new());
        let mut bodies = plan.bodies().map(|(id, _)| id);
        bodies.find(|&id| search.is_exact(id, &terms))
    }
}

impl Reading {
    fn add(&mut self, name: FilterName, value: &str, shown: &str) {
        self.query.filters.push(Filter::new(name, value));
        self.add_shown(shown);
    }

    fn add_shown(&mut self, shown: &str) {
        if !self.shown.is_empty() {
            self.shown.push(' ');
        }
        self.shown.push_str(shown);
    }
}

/// Takes the name of a kind out of what is not read yet.
fn take_kind(plan: &Plan, asked: &mut Asked) -> Option<String> {
    let known = |word: &str| {
        let other = KINDS.iter().find(|(name, _)| *name == word);
        let kind = plan.kind(word).or_else(|| plan.kind(other?.1))?;
        Some(plan[kind].id.to_string())
    };
    for at in 0..asked.rest.len() {
        let word = asked.rest[at].clone();
        if let Some(kind) = known(&word) {
            asked.rest.remove(at);
            return Some(kind);
        }
        // The last characters of a Chinese run: 乡村任务.
        let starts = word.char_indices().map(|(at, _)| at).skip(1);
        for start in starts.filter(|_| !word.is_ascii()) {
            if let Some(kind) = word.get(start..).and_then(known) {
                word.get(..start)
                    .unwrap_or_default()
                    .clone_into(&mut asked.rest[at]);
                return Some(kind);
            }
        }
    }
    None
}
