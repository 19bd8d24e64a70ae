//! `plan export`: the whole plan as one document.

use std::path::PathBuf;

use std::collections::HashSet;

use clap::Args;

use super::args::{ExportFormat, Format, SheetFormat, format_of};
use super::error::{CliError, ExitStatus};
use super::output::Out;
use super::table;
use super::{Context, list, open, responsibilities, search, sheets};
use crate::describe::markdown::{self, escape};
use crate::i18n::describe::describe as labels;
use crate::model::{Node, Plan, part, sheet, to_json};

/// `plan export`.
#[derive(Debug, Args)]
pub struct ExportArgs {
    #[arg(
        short,
        long,
        value_name = "markdown|csv|tsv|json|xlsx",
        hide_possible_values = true
    )]
    format: Option<ExportFormat>,
    #[arg(long, value_name = "ORG")]
    body: Option<String>,
    #[arg(short, long, value_name = "FILE")]
    pub(super) out: Option<PathBuf>,
}

/// Writes the plan to standard output, or to a file.
///
/// # Errors
/// The plan cannot be read, or is read from that very file, or output failed.
pub(crate) fn run(context: &mut Context, args: &ExportArgs) -> Result<ExitStatus, CliError> {
    sheets::replaces_no_input(context, args.out.as_deref(), None)?;
    let mut plan = open::plan(context.settings)?;
    let format = args.format.or_else(|| format_of(args.out.as_deref()));
    let format = format.unwrap_or(ExportFormat::Markdown);
    let mut kept: HashSet<Node> = match &args.body {
        None => plan.nodes().collect(),
        Some(name) => list::of_body(&plan, search::body(context, &plan, name)?),
    };
    // A file that is read again has to hold all that it refers to.
    let is_data = matches!(format, ExportFormat::Json | ExportFormat::Xlsx);
    if is_data && args.body.is_some() {
        let mut above: HashSet<Node> = HashSet::new();
        for id in kept.iter().filter_map(|node| node.item()) {
            // Each is climbed from once.
            let known = plan.ancestors(id).map(Node::Item);
            known.take_while(|&node| above.insert(node)).for_each(drop);
        }
        plan = part(&plan, |node| kept.contains(&node) || above.contains(&node));
        kept = plan.nodes().collect();
    }
    if format == ExportFormat::Xlsx {
        let pages = sheet::pages(&plan, context.lang());
        let out = args.out.as_deref();
        sheets::write_sheets(context, &plan, (&pages, ""), SheetFormat::Xlsx, out)?;
        return Ok(ExitStatus::Done);
    }
    let mut bytes = Vec::new();
    let mut out = Out::to(&mut bytes);
    document(context, (&plan, &kept), format, &mut out)?;
    out.flush()?;
    drop(out);
    sheets::write(context, args.out.as_deref(), &bytes)?;
    Ok(ExitStatus::Done)
}

fn document(
    context: &Context,
    (plan, kept): (&Plan, &HashSet<Node>),
    format: ExportFormat,
    out: &mut Out,
) -> Result<(), CliError> {
    match format {
        ExportFormat::Markdown => as_markdown(context, plan, kept, out),
        ExportFormat::Csv => as_table(context, plan, kept, (Format::Csv, out)),
        ExportFormat::Tsv => as_table(context, plan, kept, (Format::Tsv, out)),
        ExportFormat::Json | ExportFormat::Xlsx => out.text(&to_json(plan)),
    }
}

/// The plan, then its items kind by kind, its bodies and documents: a card each.
fn as_markdown(
    context: &Context,
    plan: &Plan,
    kept: &HashSet<Node>,
    out: &mut Out,
) -> Result<(), CliError> {
    let (names, options, lang) = (context.names, context.options(), context.lang());
    out.text(&markdown::markdown(plan, Node::Plan, options, 1))?;
    let mut chapter = |title: &str, mut nodes: Vec<Node>| {
        nodes.retain(|node| kept.contains(node));
        if nodes.is_empty() {
            return Ok(());
        }
        out.text(&format!("\n## {}\n", escape(title)))?;
        nodes.into_iter().try_for_each(|node| {
            out.text("\n")?;
            out.text(&markdown::markdown(plan, node, options, 3))
        })
    };
    for (id, kind) in plan.kinds() {
        chapter(
            &names.name(&kind.plural),
            plan.items_of(id).map(Node::Item).collect(),
        )?;
    }
    chapter(
        labels(lang).bodies,
        plan.bodies().map(|(id, _)| Node::Body(id)).collect(),
    )?;
    let documents = plan.documents().map(|(id, _)| Node::Document(id)).collect();
    chapter(labels(lang).documents_many, documents)
}

/// A line for every statement that a body answers for something; an item without one has a line too. Figures,
/// targets and parts, of which an item has many, are for sheets of their own.
fn as_table(
    context: &Context,
    plan: &Plan,
    kept: &HashSet<Node>,
    (format, out): (Format, &mut Out),
) -> Result<(), CliError> {
    let lang = context.lang();
    let mut rows: Vec<Vec<String>> = Vec::new();
    let nodes = plan
        .nodes()
        .filter(|node| matches!(node, Node::Plan | Node::Item(_)) && kept.contains(node));
    let nodes: Vec<Node> = nodes.collect();
    let items: Vec<_> = nodes.iter().filter_map(|node| node.item()).collect();
    let (headings, mut of_items) = sheet::item_columns(plan, &items);
    let head = responsibilities::head();
    let head = head.into_iter().chain(headings.iter().map(String::as_str));
    let head: Vec<&str> = head.collect();
    for node in nodes {
        let first = rows.len();
        if plan.responsible(node).is_empty() {
            rows.push(responsibilities::cells(plan, node, None, lang));
        } else {
            for one in responsibilities::answers(plan, node) {
                let cells = |row| responsibilities::cells(plan, node, Some((&one, row)), lang);
                rows.extend(one.rows.iter().map(cells));
            }
        }
        // What is said of an item stands once.
        let of_item = node.item().and_then(|id| of_items.remove(&id));
        if let Some(row) = rows.get_mut(first) {
            row.extend(of_item.unwrap_or_default());
        }
        for row in rows.iter_mut().skip(first) {
            row.resize(head.len(), String::new());
        }
    }
    table::write(out, format, &head, rows)
}
