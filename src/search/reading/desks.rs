//! The bodies, units and contacts that a question about a set names.

use super::super::Index;
use super::bodies::cannot_but_name;
use crate::model::{BodyId, Plan, Responsibility, Statement};
use crate::query::FilterName;
use crate::query::fold::folded;
use crate::query::question::{Asked, Piece, is_name_of_body, may_be_skipped};

/// The longest run of Chinese that is cut into names, in characters.
const LONGEST: usize = 40;

/// The longest name that is looked for, in words.
const LONGEST_NAME: usize = 12;

/// Who or what is named, as the filters have it, and the words that name nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Desks {
    pub(super) bodies: Vec<BodyId>,
    /// Units and contacts of assignments.
    pub(super) assigned: Vec<(FilterName, String)>,
    pub(super) others: Vec<String>,
}

impl Desks {
    /// Returns true if nothing is named.
    pub(super) fn is_empty(&self) -> bool {
        self.bodies.is_empty() && self.assigned.is_empty()
    }
}

impl Index {
    /// Returns what a question names. Where it names nothing, its words stay as they are.
    pub(super) fn desks(&self, plan: &Plan, asked: &Asked) -> Desks {
        let mut found = Desks::default();
        let words = &asked.named;
        let mut at = 0;
        while let Some(word) = words.get(at) {
            let most = words.len().min(at + LONGEST_NAME);
            let named = (at + 1..=most).rev().find_map(|end| {
                let text = folded(&words.get(at..end)?.join(" "));
                let one = || self.desk(plan, &text).map(|one| vec![one]);
                let cut = || cut(&text, &|part| self.desk(plan, part));
                Some((end, one().or_else(cut)?))
            });
            if let Some((end, names)) = named {
                for name in names {
                    match name {
                        Desk::Body(id) => found.bodies.push(id),
                        Desk::Other(filter, value) => found.assigned.push((filter, value)),
                    }
                }
                at = end;
                continue;
            }
            if !may_be_skipped(word) {
                found.others.push(word.clone());
            }
            at += 1;
        }
        if found.is_empty() {
            found.others.clone_from(&asked.rest);
        }
        found
    }

    fn desk(&self, plan: &Plan, text: &str) -> Option<Desk> {
        if text.chars().nth(1).is_none() || may_be_skipped(text) {
            return None;
        }
        let body = self.body_named(plan, text, false);
        let body = body.filter(|id| cannot_but_name(plan, *id, text));
        body.map(Desk::Body).or_else(|| assigned_to(plan, text))
    }
}

/// Cuts a run of Chinese into names, each of which ends as names of bodies do, but for the last one.
pub(in crate::search) fn cut<T>(run: &str, named: &dyn Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    if run.is_ascii() || run.chars().nth(LONGEST).is_some() {
        return None;
    }
    let mut ends: Vec<usize> = run.char_indices().map(|(at, _)| at).skip(2).collect();
    ends.reverse();
    ends.into_iter().find_map(|end| {
        let (first, rest) = run.split_at(end);
        let first = Some(first).filter(|first| is_name_of_body(first))?;
        let first = named(first)?;
        let rest = match named(rest) {
            Some(last) => vec![last],
            None => cut(rest, named)?,
        };
        Some(std::iter::once(first).chain(rest).collect())
    })
}

/// Something that is named.
enum Desk {
    Body(BodyId),
    Other(FilterName, String),
}

/// Returns the unit or the contact that a folded text is; a list names several, and a contact has a
/// number behind the name.
fn assigned_to(plan: &Plan, text: &str) -> Option<Desk> {
    let rows = || {
        let rows = plan.responsibilities().iter();
        rows.flat_map(Responsibility::assigned)
    };
    let is_in = |all: &str| {
        let ends = |c: char| c.is_ascii_digit() || "、，,;；/()（）+".contains(c);
        all.split(ends).any(|name| folded(name) == text)
    };
    let of = |filter, field: fn(&Statement) -> &str| {
        let has = rows().any(|row| is_in(field(row)));
        has.then(|| Desk::Other(filter, text.to_owned()))
    };
    of(FilterName::Unit, |row| &row.unit).or_else(|| of(FilterName::Contact, |row| &row.contact))
}

/// The filter by which a body is asked for: the role that the question names, or any.
pub(super) fn role_of(asked: &Asked) -> FilterName {
    match (asked.has(Piece::Leads), asked.has(Piece::Supports)) {
        (true, false) => FilterName::Lead,
        (false, true) => FilterName::Support,
        _ => FilterName::Body,
    }
}
