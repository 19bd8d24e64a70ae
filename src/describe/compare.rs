//! Two items or two bodies side by side, what they share marked.

use std::collections::HashMap;

use super::found::roles_of;
use super::leads::INFERRED;
use super::names::{Names, sign_in};
use super::text::{Goal, TextRole, TextRun, join};
use super::writer::Writer;
use crate::i18n::results::results;
use crate::i18n::who;
use crate::model::{Basis, Lang, Node, Plan, Responsibility, Role, Statement};

/// What one of the two has, and whether the other has it too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// What it is.
    pub run: TextRun,
    /// Both have it.
    pub shared: bool,
}

/// What two nodes have of one sort.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedRow {
    /// The sort.
    pub label: &'static str,
    /// What each has, shared ones first and in one order.
    pub sides: [Vec<Compared>; 2],
}

/// What is the same is told by where it leads, or else by its words.
#[derive(PartialEq, Eq, Hash)]
enum Same {
    Goal(Goal),
    Text(String),
}

impl Same {
    fn of(run: &TextRun) -> Same {
        match &run.link {
            Some(goal) => Same::Goal(goal.clone()),
            None => Same::Text(run.text.clone()),
        }
    }
}

/// What the signs of a comparison mean, as far as it has any.
#[must_use]
pub fn compare_legend(rows: &[ComparedRow], lang: Lang) -> String {
    let words = results(lang);
    let all = || rows.iter().flat_map(|row| row.sides.iter().flatten());
    let shared = all().any(|one| one.shared);
    let inferred = all().any(|one| one.run.text.ends_with(INFERRED));
    let marks = [
        shared.then_some(words.shared),
        inferred.then_some(words.inferred_mark),
    ];
    marks.into_iter().flatten().collect::<Vec<_>>().join("  ")
}

/// Compares two items or two bodies; `None` for any other two nodes. The first row has their names.
#[must_use]
pub fn compare(plan: &Plan, nodes: [Node; 2], names: Names) -> Option<Vec<ComparedRow>> {
    let writer = Writer::new(plan, names.into());
    let fixed = results(names.lang);
    let role = |role| {
        Writer::row(
            who::role(names.lang, role),
            nodes.map(|node| writer.answering_in(node, role)),
        )
    };
    let named = |node| {
        let sign = sign_in(plan, node, names.lang);
        let name = names.name(plan.name(node));
        let text = match (node, name == sign) {
            (_, true) => name,
            (Node::Body(_), false) if names.lang == Lang::Zh => name,
            (_, false) => format!("{sign} {name}"),
        };
        vec![TextRun::new(text, TextRole::Name)]
    };
    let mut rows = vec![Writer::row("", nodes.map(named))];
    match nodes {
        [Node::Item(one), Node::Item(other)] => {
            let ids = [one, other];
            rows.extend([role(Role::Lead), role(Role::Support)]);
            rows.push(Writer::row(
                fixed.label,
                ids.map(|id| writer.result_runs(id)),
            ));
            rows.push(Writer::row(
                fixed.targets_label,
                ids.map(|id| writer.aim_runs(id)),
            ));
            let parents = ids.map(|id| plan.ancestors(id).map(|id| writer.linked(Node::Item(id))));
            rows.push(Writer::row(
                writer.labels.part_of,
                parents.map(Iterator::collect),
            ));
        }
        [Node::Body(one), Node::Body(other)] => {
            rows.extend([role(Role::Lead), role(Role::Support)]);
            let with = [one, other].map(|id| {
                let bodies = plan.works_with(id).into_iter().take(8);
                bodies
                    .map(|(body, _)| writer.linked(Node::Body(body)))
                    .collect()
            });
            rows.push(Writer::row(fixed.works_with, with));
        }
        [
            Node::Plan | Node::Document(_) | Node::Item(_) | Node::Body(_),
            _,
        ] => return None,
    }
    rows.retain(|row| row.sides.iter().any(|side| !side.is_empty()));
    Some(rows)
}

/// How many each of two bodies leads and takes part in, in a line; `None` for two items.
#[must_use]
pub fn compare_counts(plan: &Plan, nodes: [Node; 2], lang: Lang) -> Option<String> {
    let said = |node: Node| {
        let body = node.body()?;
        Some(roles_of(plan, body, lang))
    };
    let gap = if lang == Lang::En { " " } else { "" };
    Some(said(nodes[0])? + gap + &said(nodes[1])?)
}

impl Writer<'_> {
    fn linked(&self, node: Node) -> TextRun {
        let text = join(&self.link(node).runs(self.lang()));
        TextRun::plain(text).to(Goal::Node(node))
    }

    /// The bodies that answer for an item in a role, or the items for which a body does.
    fn answering_in(&self, node: Node, role: Role) -> Vec<TextRun> {
        let (answers, other): (Vec<&Responsibility>, fn(&Responsibility) -> Node) = match node {
            Node::Body(id) => (self.plan.responsibilities_of(id).collect(), |one| one.item),
            Node::Plan | Node::Item(_) | Node::Document(_) => {
                (self.plan.responsible(node).iter().collect(), |one| {
                    Node::Body(one.body)
                })
            }
        };
        let shown = self.shown(answers).filter(|(_, row)| row.role == role);
        let run = |(one, row): (&Responsibility, &Statement)| {
            let mut run = self.linked(other(one));
            if row.basis == Basis::Mandate {
                run.text.push_str(INFERRED);
            }
            if let Some(ended) = row.until {
                run.text += &who::aside(self.lang(), &who::until(self.lang(), ended));
            }
            run
        };
        shown.map(run).collect()
    }

    fn row(label: &'static str, sides: [Vec<TextRun>; 2]) -> ComparedRow {
        let [left, mut right] = sides;
        let places = |runs: &[TextRun]| -> HashMap<Same, usize> {
            let all = runs.iter().enumerate().rev();
            all.map(|(place, run)| (Same::of(run), place)).collect()
        };
        // What both have stands in one order, or it would not be beside itself.
        let on_left = places(&left);
        right.sort_by_key(|run| on_left.get(&Same::of(run)).copied().unwrap_or(usize::MAX));
        let shares = |own: &[TextRun], other: &HashMap<Same, usize>| -> Vec<bool> {
            own.iter()
                .map(|run| other.contains_key(&Same::of(run)))
                .collect()
        };
        let shared = [shares(&left, &places(&right)), shares(&right, &on_left)];
        let marked = |(own, shared): (Vec<TextRun>, Vec<bool>)| {
            let pairs = own.into_iter().zip(shared);
            let mut all: Vec<Compared> = pairs
                .map(|(run, shared)| Compared { run, shared })
                .collect();
            all.sort_by_key(|one| !one.shared);
            all
        };
        let [left_shared, right_shared] = shared;
        ComparedRow {
            label,
            sides: [marked((left, left_shared)), marked((right, right_shared))],
        }
    }
}
