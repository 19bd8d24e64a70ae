//! A short list to paste into a letter or a sheet: a line a node, its id, name and role apart by tabs.

use super::leads::{INFERRED, leading, leads_line};
use super::names::{short_name, sign_in};
use crate::i18n::describe::describe;
use crate::i18n::results::results;
use crate::i18n::who::{aside, date, role, status, who};
use crate::model::{
    Basis, BasisFilter, BodyId, Date, Lang, Node, Plan, Responsibility, Statement, Status,
};

/// What a body answers for, what it leads first: what the list is of, then id, name, role. Empty
/// where it answers for nothing.
#[must_use]
pub fn short_list_of(plan: &Plan, body: BodyId, filter: BasisFilter, lang: Lang) -> String {
    let shown = plan
        .responsibilities_of(body)
        .filter_map(|known| Some((known.item, filter.shown(known)?)));
    let (mut nodes, mut lines) = (Vec::new(), String::new());
    for (item, row) in shown {
        let role = role(lang, row.role);
        let role = match row.basis {
            Basis::Mandate => format!("{role}{}", aside(lang, results(lang).inferred)),
            Basis::Plan | Basis::Press | Basis::Companion | Basis::Assigned => role.to_owned(),
        };
        lines += &line(plan, item, &role, lang);
        nodes.push(item);
    }
    let (sign, name) = (
        short_name(plan, body, lang),
        plan.label(Node::Body(body), lang),
    );
    let of = if name == sign {
        sign
    } else {
        format!("{sign} {name}")
    };
    under_heading(plan, &of, &nodes, filter, lang, lines)
}

/// Any nodes, under what the list is of: id, name, who leads. Where all have assignments of our own, in
/// the order of their dates, with date, unit and status. Empty where there are none.
#[must_use]
pub fn short_list(
    plan: &Plan,
    of: &str,
    mut nodes: Vec<Node>,
    (filter, today): (BasisFilter, Option<Date>),
    lang: Lang,
) -> String {
    let are_ours = nodes.iter().all(|&node| own(plan, node, today).is_some());
    if are_ours {
        nodes.sort_by_key(|&node| {
            let due = own(plan, node, today).and_then(|row| row.due);
            (due.is_none(), due)
        });
    }
    let (mut lines, mut inferred) = (String::new(), false);
    for &node in &nodes {
        let mut said = leads_line(plan, &leading(plan, node, filter), usize::MAX, lang);
        inferred |= said.contains(INFERRED);
        if let Some(row) = own(plan, node, today).filter(|_| are_ours) {
            let due = row.due.map(|due| date(lang, due)).unwrap_or_default();
            let is_late = row.status == Some(Status::Late);
            let state = if row.is_overdue(today) && !is_late {
                who(lang).overdue
            } else {
                row.status.map_or("", |state| status(lang, state))
            };
            for part in [&due, row.unit.as_ref(), state] {
                said.extend(["\t", part]);
            }
        }
        lines += &line(plan, node, &said, lang);
    }
    if inferred {
        lines.extend([results(lang).inferred_mark, "\n"]);
    }
    under_heading(plan, of, &nodes, filter, lang, lines)
}

/// The assignment of our own to which a node first needs attention: late ones come before open ones,
/// then the earliest.
fn own(plan: &Plan, node: Node, today: Option<Date>) -> Option<&Statement> {
    let rows = plan.responsible(node).iter();
    rows.flat_map(Responsibility::assigned).min_by_key(|row| {
        let is_late = row.needs_attention(today);
        (!is_late, row.is_closed(), row.due.is_none(), row.due)
    })
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
