//! `plan list --gaps`: what lacks a lead, more than an inferred one, a target, a result, a source.

use std::collections::HashSet;

use serde::Serialize;

use super::args::Format;
use super::error::{CliError, ExitStatus};
use super::layout::{self, Cells};
use super::table;
use super::{Context, done_or_nothing, json};
use crate::describe::{Entry, GapSection, TextRole, gaps, kind_id};
use crate::model::{Gap, Node, Plan};

/// An item and what it lacks, as JSON.
#[derive(Debug, Serialize)]
struct GapJson<'a> {
    gap: &'static str,
    #[serde(flatten)]
    item: json::Brief<'a>,
}

fn word(gap: Gap) -> &'static str {
    match gap {
        Gap::Lead => "lead",
        Gap::Evidence => "evidence",
        Gap::Target => "target",
        Gap::Result => "result",
        Gap::Source => "source",
    }
}

/// Writes the gaps of those nodes.
pub(super) fn run(
    context: &mut Context,
    plan: &Plan,
    nodes: &[Node],
    format: Format,
) -> Result<ExitStatus, CliError> {
    const HEAD: [&str; 5] = ["gap", "id", "kind", "name_en", "name_zh"];
    let gaps = gaps(plan, context.names);
    let nodes: HashSet<&Node> = nodes.iter().collect();
    let all = |gap: &GapSection| {
        let nodes_of = gap.section.entries.iter().filter_map(Entry::node);
        let asked: Vec<Node> = nodes_of.filter(|node| nodes.contains(node)).collect();
        (gap.gap, gap.section.label.clone(), asked)
    };
    let gaps: Vec<(Gap, String, Vec<Node>)> = gaps.iter().map(all).collect();
    let each = || {
        let each = |(gap, label, nodes): &(Gap, String, Vec<Node>)| {
            let (gap, label) = (*gap, label.clone());
            let nodes = nodes.iter();
            nodes
                .map(|&node| (gap, label.clone(), node))
                .collect::<Vec<_>>()
        };
        gaps.iter().flat_map(each)
    };
    let rows = each().map(|(gap, _, node)| {
        let name = plan.name(node);
        let cells = [
            word(gap),
            plan.id(node),
            kind_id(plan, node),
            name.en(),
            name.zh(),
        ];
        cells.map(str::to_owned).to_vec()
    });
    match format {
        Format::Text => {
            let row = |(_, label, node): (Gap, String, Node)| -> Cells {
                vec![
                    (TextRole::Label, label),
                    (TextRole::Body, plan.id(node).to_owned()),
                    (TextRole::Plain, context.names.name(plan.name(node))),
                ]
            };
            let rows: Vec<Cells> = each().map(row).collect();
            layout::rows(&mut context.out, 0, &rows)?;
        }
        Format::Json => {
            let rows = each().map(|(gap, _, node)| GapJson {
                gap: word(gap),
                item: json::Brief::of(plan, node),
            });
            context.out.text(&(json::lines(rows) + "\n"))?;
        }
        format => table::write(&mut context.out, format, &HEAD, rows)?,
    }
    let is_empty = each().next().is_none();
    Ok(done_or_nothing(is_empty, context.lang()))
}
