//! A short list to paste into a letter or a sheet: a line a node, its id, name and role apart by tabs.

use super::leads::{leading, leads_line};
use super::names::sign;
use crate::i18n::results::results;
use crate::i18n::who::role;
use crate::model::{Basis, BasisFilter, BodyId, Lang, Node, Plan};

/// What a body answers for, what it leads first: id, name, role.
#[must_use]
pub fn short_list_of(plan: &Plan, body: BodyId, filter: BasisFilter, lang: Lang) -> String {
    let shown = plan
        .responsibilities_of(body)
        .filter_map(|known| Some((known.item, filter.shown(known)?)));
    let lines = shown.map(|(item, row)| {
        let role = role(lang, row.role);
        let role = match row.basis {
            Basis::Mandate => format!("{role} ({})", results(lang).inferred),
            Basis::Plan | Basis::Press | Basis::Companion | Basis::Assigned => role.to_owned(),
        };
        line(plan, item, &role, lang)
    });
    lines.collect()
}

/// Any nodes: id, name, who leads.
#[must_use]
pub fn short_list(
    plan: &Plan,
    nodes: impl Iterator<Item = Node>,
    filter: BasisFilter,
    lang: Lang,
) -> String {
    let lines = nodes.map(|node| {
        let leads = leads_line(plan, &leading(plan, node, filter), usize::MAX, lang);
        line(plan, node, &leads, lang)
    });
    lines.collect()
}

fn line(plan: &Plan, node: Node, role: &str, lang: Lang) -> String {
    let line = format!("{}\t{}\t{role}", sign(plan, node), plan.label(node, lang));
    format!("{}\n", line.trim_end())
}
