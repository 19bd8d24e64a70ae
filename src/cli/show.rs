//! `plan show ID…`: everything about a node.

use clap::Args;

use super::args::{Format, FormatArg};
use super::error::{CliError, ExitStatus};
use super::{Context, card, list, open, responsibilities};
use crate::describe::{describe, markdown, note as note_of};
use crate::i18n::cli::cli as words;
use crate::model::{Node, Plan, named, nearest_by};
use crate::search::{Index, no_such};

/// `plan show`.
#[derive(Debug, Args)]
pub struct ShowArgs {
    #[arg(required = true, value_name = "ID")]
    ids: Vec<String>,
    #[command(flatten)]
    format: FormatArg,
}

/// Shows the nodes; those that do not exist are named on standard error.
///
/// # Errors
/// The plan cannot be read, or output failed.
pub(crate) fn run(context: &mut Context, args: &ShowArgs) -> Result<ExitStatus, CliError> {
    let plan = open::plan(context.settings)?;
    let mut nodes = Vec::new();
    let mut missing = Vec::new();
    for id in &args.ids {
        match find(&plan, id) {
            Some(node) => nodes.push(node),
            None => missing.push(no_id(context, &plan, id)),
        }
    }
    if !nodes.is_empty() {
        match args.format.format {
            Format::Text => text(context, &plan, &nodes)?,
            Format::Json => context.out.text(&responsibilities::nodes(&plan, &nodes))?,
            format @ (Format::Tsv | Format::Csv) => list::table(context, &plan, format, &nodes)?,
            Format::Markdown => {
                let pages = nodes
                    .iter()
                    .map(|&node| markdown(&plan, node, context.options(), 1));
                let pages: Vec<String> = pages.collect();
                context.out.text(&pages.join("\n"))?;
            }
        }
    }
    if missing.is_empty() {
        return Ok(ExitStatus::Done);
    }
    context.out.flush()?;
    Ok(super::say(missing, ExitStatus::Nothing))
}

/// The node of this id or whole name, or the body of this abbreviation: lists show that in the place of
/// its id.
pub(crate) fn find(plan: &Plan, id: &str) -> Option<Node> {
    let of_abbreviation = || {
        let abbreviation = id.trim();
        let mut bodies = plan.bodies();
        let is_it = |abbr: &str| !abbr.is_empty() && abbr.eq_ignore_ascii_case(abbreviation);
        let found = bodies.find(|(_, body)| is_it(&body.abbr));
        found.map(|(body, _)| Node::Body(body))
    };
    let of_name = || Index::build(plan).named(plan, id);
    plan.find(id).or_else(of_abbreviation).or_else(of_name)
}

/// No node has this id.
pub(crate) fn no_id(context: &Context, plan: &Plan, id: &str) -> String {
    if let Some(note) = no_such(plan, id) {
        return note_of(plan, &note, context.lang());
    }
    let wanted = id.to_lowercase();
    let ids = plan.nodes().map(|node| plan.id(node));
    let ids = ids.map(|id| (id.to_lowercase(), id));
    let near = if wanted.len() < 3 {
        None
    } else {
        nearest_by(&wanted, ids, 1)
    };
    words(context.lang()).no_id(&named(id), near)
}

fn text(context: &mut Context, plan: &Plan, nodes: &[Node]) -> Result<(), CliError> {
    let (options, lang) = (context.options(), context.lang());
    let mut first = true;
    for &node in nodes {
        if !std::mem::take(&mut first) {
            context.out.line("")?;
        }
        card::write(&mut context.out, &describe(plan, node, options), lang)?;
    }
    Ok(())
}
