//! A short list to paste into a letter or a sheet: a line a node, its id, name and role apart by tabs.

use super::basis::{own_work, state};
use super::leads::{INFERRED, leading, leads_line};
use super::names::sign_in;
use super::strips::result_of_target;
use crate::i18n::describe::describe;
use crate::i18n::results::results;
use crate::i18n::who::{aside, confidence, date, role, until, who};
use crate::model::{Basis, BasisFilter, BodyId, Date, Lang, Node, Plan, Responsibility, Statement};

/// What a body answers for, what it leads first: what the list is of, then id, name, role. Empty
/// where it answers for nothing.
#[must_use]
pub fn short_list_of(plan: &Plan, body: BodyId, filter: BasisFilter, lang: Lang) -> String {
    let shown = plan
        .responsibilities_of(body)
        .filter_map(|known| Some((known.item, filter.shown(known)?)));
    let (mut nodes, mut lines) = (Vec::new(), String::new());
    for (item, row) in shown {
        lines += &line(plan, item, &role_of(row, lang), lang);
        nodes.push(item);
    }
    let of = named(plan, Node::Body(body), lang);
    under_heading(plan, &of, &nodes, filter, lang, lines)
}

/// What either of two bodies answers for, or who does for either of two items, with the role in both.
#[must_use]
pub fn short_list_compared(
    plan: &Plan,
    nodes: [Node; 2],
    filter: BasisFilter,
    lang: Lang,
) -> String {
    let known = nodes.map(|node| -> Vec<(Node, &Statement)> {
        let rows: Vec<&Responsibility> = match node {
            Node::Body(id) => plan.responsibilities_of(id).collect(),
            Node::Plan | Node::Item(_) | Node::Document(_) => {
                plan.responsible(node).iter().collect()
            }
        };
        let other = |known: &Responsibility| match node {
            Node::Body(_) => known.item,
            Node::Plan | Node::Item(_) | Node::Document(_) => Node::Body(known.body),
        };
        let rows = rows.into_iter();
        rows.filter_map(|known| Some((other(known), filter.shown(known)?)))
            .collect()
    });
    let role_in = |side: &[(Node, &Statement)], node: Node| {
        let row = side.iter().find(|(other, _)| *other == node);
        row.map_or_else(|| NONE.to_owned(), |(_, row)| role_of(row, lang))
    };
    let mut all: Vec<Node> = Vec::new();
    for (node, _) in known.iter().flatten() {
        if !all.contains(node) {
            all.push(*node);
        }
    }
    let mut lines = format!(
        "\t\t{}\n",
        nodes.map(|node| sign_in(plan, node, lang)).join("\t")
    );
    for &node in &all {
        let roles = known.each_ref().map(|side| role_in(side, node));
        lines += &line(plan, node, &roles.join("\t"), lang);
    }
    let of = nodes.map(|node| named(plan, node, lang)).join(" / ");
    under_heading(plan, &of, &all, filter, lang, lines)
}

/// In the place of a role that one of two does not have.
const NONE: &str = "–";

/// Sign and name of a node.
fn named(plan: &Plan, node: Node, lang: Lang) -> String {
    let (sign, name) = (sign_in(plan, node, lang), plan.label(node, lang));
    if name == sign {
        sign
    } else {
        format!("{sign} {name}")
    }
}

/// A role, that it is only inferred, how sure it is, and when it ended.
fn role_of(row: &Statement, lang: Lang) -> String {
    let inferred = match row.basis {
        Basis::Mandate => results(lang).inferred,
        Basis::Plan | Basis::Press | Basis::Companion | Basis::Assigned => "",
    };
    let until = row
        .until
        .map(|ended| until(lang, ended))
        .unwrap_or_default();
    let all = [inferred, confidence(lang, row.confidence), &until];
    let known: Vec<&str> = all.into_iter().filter(|part| !part.is_empty()).collect();
    let role = role(lang, row.role).to_owned();
    if known.is_empty() {
        return role;
    }
    role + &aside(lang, &known.join(who(lang).comma))
}

/// Any nodes, under what was asked and the body that it is about: id, name, who leads; of what one body
/// answers for, its role. Where all have assignments of our own, in the order of their dates, with date, unit
/// and status; where all are measured, with the result. Empty where there are none.
#[must_use]
pub fn short_list(
    plan: &Plan,
    (asked, body): (&str, Option<BodyId>),
    mut nodes: Vec<Node>,
    (filter, today): (BasisFilter, Option<Date>),
    lang: Lang,
) -> String {
    let are_ours = nodes
        .iter()
        .all(|&node| own_work(plan, node, today).is_some());
    let are_measured = nodes.iter().all(|&node| plan.verdict(node).is_some());
    if are_ours {
        nodes.sort_by_key(|&node| {
            let due = own_work(plan, node, today).and_then(|row| row.due);
            (due.is_none(), due)
        });
    }
    let (mut lines, mut inferred) = (String::new(), false);
    for &node in &nodes {
        let mut rows = plan.responsible(node).iter();
        let row = rows.find(|known| Some(known.body) == body);
        let mut said = match row.and_then(|known| filter.shown(known)) {
            Some(row) => role_of(row, lang),
            None => leads_line(plan, &leading(plan, node, filter), usize::MAX, lang),
        };
        inferred |= said.contains(INFERRED);
        if let Some(row) = own_work(plan, node, today).filter(|_| are_ours) {
            let due = row.due.map(|due| date(lang, due)).unwrap_or_default();
            let state = state(row, lang, today);
            for part in [&due, row.unit.as_ref(), state] {
                said.extend(["\t", part]);
            }
        }
        if are_measured && let Some(result) = result_of_target(plan, node, lang) {
            said.extend(["\t", &result]);
        }
        lines += &line(plan, node, &said, lang);
    }
    if inferred {
        lines.extend([results(lang).inferred_mark, "\n"]);
    }
    let of = body.map_or_else(
        || asked.to_owned(),
        |body| named(plan, Node::Body(body), lang) + &aside(lang, asked),
    );
    under_heading(plan, &of, &nodes, filter, lang, lines)
}

/// Lines under a heading that says what they are of, how many, of which plan, and on which basis
/// where not on any: a list in a letter stands without the question that it answers.
fn under_heading(
    plan: &Plan,
    of: &str,
    nodes: &[Node],
    filter: BasisFilter,
    lang: Lang,
    lines: String,
) -> String {
    let Some(&first) = nodes.first() else {
        return lines;
    };
    let words = results(lang);
    let sort = |node: Node| match node {
        Node::Item(id) => Some(plan[id].kind),
        Node::Plan | Node::Body(_) | Node::Document(_) => None,
    };
    let is_alike = |node: &Node| {
        std::mem::discriminant(node) == std::mem::discriminant(&first) && sort(*node) == sort(first)
    };
    let count = match first {
        _ if !nodes.iter().all(is_alike) => words.entries(nodes.len()),
        Node::Item(id) if nodes.len() > 1 => {
            let kind = plan[plan[id].kind].plural.get(lang);
            describe(lang).count(nodes.len(), kind)
        }
        Node::Body(_) if nodes.len() > 1 => {
            describe(lang).count(nodes.len(), describe(lang).bodies)
        }
        Node::Document(_) if nodes.len() > 1 => {
            describe(lang).count(nodes.len(), describe(lang).documents_many)
        }
        Node::Plan | Node::Item(_) | Node::Body(_) | Node::Document(_) => {
            words.entries(nodes.len())
        }
    };
    let basis = match filter {
        BasisFilter::All => "",
        BasisFilter::Documented => words.only_documented,
        BasisFilter::Assigned => words.only_assigned,
    };
    let heading = words.list_heading(of, &count, plan.info().name.get(lang), basis);
    format!("{heading}\n{lines}")
}

fn line(plan: &Plan, node: Node, role: &str, lang: Lang) -> String {
    let (sign, label) = (sign_in(plan, node, lang), plan.label(node, lang));
    let label = if label == sign { "" } else { label };
    let line = format!("{sign}\t{label}\t{role}");
    format!("{}\n", line.trim_end())
}
