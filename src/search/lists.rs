//! Lists and ranges of numbers: `tasks 3 and 4`, `projects 1 to 3`, 第三至五项任务.

use std::borrow::Cow;

use super::ids::{Numbered, no_such_number, numbered, words_of};
use super::number_in::{MOST_PIECES, OPERATORS, is_in_filter, may_end, pieces, words};
use super::{Found, Index};
use crate::model::{Node, Plan};
use crate::query::fold::is_ideograph;
use crate::query::{Note, Query, Word, chinese_number, has_amount, is_number, roman};

/// The parts of a list, and what a range holds, at most.
const MOST: usize = 12;

/// What joins two parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Link {
    /// They stand beside each other.
    And,
    /// What is between them is meant too.
    Through,
    /// The same, as a sign that is a hyphen elsewhere.
    Dash,
}

/// What stands between the parts; no one begins another one before it.
#[rustfmt::skip]
const LINKS: &[(&str, Link)] = &[
    (" and ", Link::And), (" or ", Link::And), (",", Link::And), ("，", Link::And), ("、", Link::And), (";", Link::And),
    ("；", Link::And), ("/", Link::And), ("&", Link::And), ("＆", Link::And), ("和", Link::And), ("与", Link::And),
    ("及", Link::And), ("跟", Link::And),
    (" to ", Link::Through), (" through ", Link::Through), ("至", Link::Through), ("到", Link::Through),
    ("-", Link::Dash), ("－", Link::Dash), ("‐", Link::Dash), ("‑", Link::Dash), ("–", Link::Dash), ("—", Link::Dash),
    ("−", Link::Dash), ("~", Link::Dash), ("～", Link::Dash),
];

/// A part of a list.
struct Part<'t> {
    text: &'t str,
    /// How it is joined to the one before.
    link: Link,
}

/// What numbers in a text name one by one.
pub(super) struct NumberList<'t> {
    pub(super) nodes: Vec<Node>,
    /// What is not there.
    notes: Vec<Note>,
    /// What stands before them in the text.
    before: &'t str,
    /// What stands behind them.
    after: &'t str,
}

impl NumberList<'_> {
    /// The text with ids in place of the numbers.
    pub(super) fn with_ids(&self, plan: &Plan) -> String {
        let ids: Vec<&str> = self.nodes.iter().map(|&node| plan.id(node)).collect();
        [self.before, &ids.join(" "), self.after].concat()
    }
}

impl Index {
    /// Answers a list of numbers that has only words that ask beside it, or of which something is not
    /// there, which is noted.
    pub(super) fn several_numbers(&self, plan: &Plan, query: &Query) -> Option<Found> {
        let list = self.list_in(plan, query.input())?;
        let is_alone = list.before.is_empty() && list.after.is_empty();
        (is_alone || !list.notes.is_empty()).then(|| Found {
            notes: list.notes,
            ..Found::just(&list.nodes)
        })
    }

    /// Reads the list of numbers in a text.
    pub(super) fn list_in<'t>(&self, plan: &Plan, text: &'t str) -> Option<NumberList<'t>> {
        let pieces = pieces(text);
        let numbers = pieces.iter().filter(|piece| is_number(&piece.text));
        if numbers.count() < 2 || has_amount(text) {
            return None;
        }
        let parts = parts(text, &|_| true);
        if !(2..=MOST).contains(&parts.len()) {
            return None;
        }
        let (mut before, mut after) = ("", "");
        let mut all: Vec<Numbered> = Vec::new();
        for (at, part) in parts.iter().enumerate() {
            // 第三、四项: the first one says it of all.
            let is_ordinal = text.contains('第') && all.iter().any(|one| one.is_ordinal);
            let is_known = |one: &Numbered| self.is_known(plan, one);
            let one = if let Some(one) = whole(part.text, is_ordinal).filter(is_known) {
                one
            } else if at == 0 {
                let one;
                (before, one) = at_end(part.text, &is_known)?;
                one
            } else if at + 1 == parts.len() {
                let one;
                (one, after) = at_start(part.text, is_ordinal, &is_known)?;
                one
            } else {
                return None;
            };
            all.push(one);
        }
        share_kinds(&mut all);
        let (mut nodes, mut notes): (Vec<Node>, Vec<Note>) = Default::default();
        let mut last: Option<&Numbered> = None;
        for (part, one) in parts.iter().zip(&all) {
            let kind = one.kind.as_deref()?;
            let found = |number: usize| {
                let id = numbered(self, plan, kind, number);
                id.and_then(|id| plan.find(&id))
            };
            let from = match last {
                Some(from) if part.link != Link::And => (from.number < one.number
                    && from.kind == one.kind)
                    .then_some(from.number + 1)?,
                _ => one.number,
            };
            let between = (from..one.number).filter_map(found);
            nodes.extend(between.take(MOST));
            match found(one.number) {
                Some(node) => nodes.push(node),
                None => notes.push(no_such_number(plan, one)?),
            }
            last = Some(one);
        }
        let mut seen = Vec::new();
        nodes.retain(|node| {
            let is_new = !seen.contains(node);
            seen.push(*node);
            is_new
        });
        (nodes.len() <= MOST).then_some(NumberList {
            nodes,
            notes,
            before,
            after,
        })
    }

    /// Returns true for a number without a kind, or of one that has numbers.
    fn is_known(&self, plan: &Plan, one: &Numbered) -> bool {
        let is_there = |kind: &str| numbered(self, plan, kind, one.number).is_some();
        one.kind.as_deref().is_none_or(is_there) || no_such_number(plan, one).is_some()
    }
}

/// Returns the parts of a text that names several, at most [`MOST`].
pub(super) fn parts_named(text: &str) -> Option<Vec<&str>> {
    let parts = parts(text, &|link| link == Link::And).into_iter();
    let parts: Vec<&str> = parts.map(|part| part.text).collect();
    (2..=MOST).contains(&parts.len()).then_some(parts)
}

/// Cuts a text at what stands between the parts of a list.
fn parts<'t>(text: &'t str, is_cut: &dyn Fn(Link) -> bool) -> Vec<Part<'t>> {
    let mut parts: Vec<Part> = Vec::new();
    let (mut start, mut link) = (0, Link::And);
    let lower = text.to_ascii_lowercase();
    let mut add = |text: &'t str, link| {
        if !text.trim().is_empty() {
            parts.push(Part { text, link });
        }
    };
    for (at, _) in text.char_indices() {
        let here = LINKS.iter().find(|(sign, _)| lower[at..].starts_with(sign));
        let Some(&(sign, next)) = here.filter(|(_, next)| at >= start && is_cut(*next)) else {
            continue;
        };
        if next == Link::Dash && !ends_with_number(&text[start..at]) {
            continue;
        }
        add(&text[start..at], link);
        (start, link) = (at + sign.len(), next);
    }
    add(&text[start..], link);
    parts
}

fn ends_with_number(text: &str) -> bool {
    let last = text.trim_end().chars().next_back();
    last.is_some_and(|c| c.is_ascii_digit() || chinese_number(&c.to_string()).is_some())
}

/// Reads a part that is a number and words that ask.
fn whole(text: &str, is_ordinal: bool) -> Option<Numbered> {
    let read = |text: &str| {
        let query = Query::parse(text);
        if !query.filters.is_empty() || !query.excluded.is_empty() {
            return None;
        }
        let words = words_of(&query);
        let numeral = || match words.as_slice() {
            [one] => roman(&one.text).map(Numbered::from),
            _ => None,
        };
        Numbered::of(&words).or_else(numeral)
    };
    read(text).or_else(|| is_ordinal.then(|| read(&format!("第{}", text.trim())))?)
}

/// Reads the number at the end of a part; returns what stands before it too.
fn at_end<'t>(text: &'t str, is_known: &dyn Fn(&Numbered) -> bool) -> Option<(&'t str, Numbered)> {
    let pieces = pieces(text);
    let most = MOST_PIECES.min(pieces.len());
    let mut froms = pieces.len() - most..pieces.len();
    froms.find_map(|from| {
        let before = &text[..pieces[from].range.start];
        let one = Numbered::of(&words(&pieces[from..])).filter(is_known)?;
        let is_free = !before.ends_with(OPERATORS) && !is_in_filter(before);
        is_free.then_some((before, one))
    })
}

/// Reads the number at the beginning of a part; returns what stands behind it too.
fn at_start<'t>(
    text: &'t str,
    is_ordinal: bool,
    is_known: &dyn Fn(&Numbered) -> bool,
) -> Option<(Numbered, &'t str)> {
    let pieces = pieces(text);
    let most = MOST_PIECES.min(pieces.len());
    (1..=most).rev().find_map(|to| {
        let spelt = words(&pieces[..to]);
        let read = |words: &[Word]| Numbered::of(words).filter(is_known);
        let one = read(&spelt).or_else(|| is_ordinal.then(|| read(&as_ordinal(&spelt)))?)?;
        let after = &text[pieces[to - 1].range.end..];
        may_end(&pieces[..to], after, pieces.get(to)).then_some((one, after))
    })
}

/// The words with 第 before them.
fn as_ordinal(words: &[Word]) -> Cow<'_, [Word]> {
    let Some((first, rest)) = words.split_first() else {
        return words.into();
    };
    let is_run = first.text.starts_with(is_ideograph);
    let ordinal = Word {
        text: format!("第{}", if is_run { &*first.text } else { "" }),
        exact: false,
    };
    let rest = if is_run { rest } else { words };
    std::iter::once(ordinal)
        .chain(rest.iter().cloned())
        .collect()
}

/// Gives a part without a kind that of the one before it, or else that of the next one.
fn share_kinds(all: &mut [Numbered]) {
    for at in 1..all.len() {
        if all[at].kind.is_none() {
            let kind = all[at - 1].kind.clone();
            all[at].kind = kind;
        }
    }
    for at in (1..all.len()).rev() {
        if all[at - 1].kind.is_none() {
            let kind = all[at].kind.clone();
            all[at - 1].kind = kind;
        }
    }
}
