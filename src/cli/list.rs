//! `plan list`: every node of a kind in plan order.

use std::collections::HashSet;
use std::hash::Hash;

use clap::Args;

use super::args::{Format, FormatArg};
use super::error::{CliError, ExitStatus};
use super::layout::{self, Cells};
use super::table;
use super::{Context, done_or_nothing, gaps, json, open, responsibilities, search};
use crate::describe::{
    Lead, TextRole, assignment_flag, inferred_aside, join as join_runs, kind_id,
};
use crate::describe::{leads_line, sign, strip, strips, strips_legend, tally};
use crate::i18n::cli::cli as words;
use crate::i18n::describe::describe as labels;
use crate::i18n::results::results;
use crate::i18n::who;
use crate::model::{BodyId, Date, ItemId, Kind, KindId, Lang, Node, Plan, Role, named};
use crate::page::ticked;
use crate::query::{BODIES, DOCUMENTS, in_lang, kind_named};

/// `plan list`.
#[derive(Debug, Args)]
pub struct ListArgs {
    #[arg(value_name = "KIND")]
    kind: Option<String>,
    #[arg(long, value_name = "ORG")]
    body: Option<String>,
    #[arg(long)]
    gaps: bool,
    #[command(flatten)]
    format: FormatArg,
}

/// Lists the nodes.
///
/// # Errors
/// There is no such kind, the plan cannot be read, or output failed.
pub(crate) fn run(context: &mut Context, args: &ListArgs) -> Result<ExitStatus, CliError> {
    let plan = open::plan(context.settings)?;
    let mut nodes = match &args.kind {
        None => plan.items().map(|(id, _)| Node::Item(id)).collect(),
        Some(name) => of_kind(context, &plan, name)?,
    };
    if let Some(name) = &args.body {
        let own = of_body(&plan, search::body(context, &plan, name)?);
        nodes.retain(|node| own.contains(node));
    }
    if args.gaps {
        return gaps::run(context, &plan, &nodes, args.format.format);
    }
    match args.format.format {
        Format::Text => text(context, &plan, &nodes)?,
        Format::Json => context.out.text(&responsibilities::nodes(&plan, &nodes))?,
        format => table(context, &plan, format, &nodes)?,
    }
    Ok(done_or_nothing(nodes.is_empty(), context.lang()))
}

/// The nodes of what may be a kind of items, bodies, documents or the plan.
fn of_kind(context: &Context, plan: &Plan, name: &str) -> Result<Vec<Node>, CliError> {
    if ["plan", "规划"].contains(&&*name.trim().to_lowercase()) && kind_named(plan, name).is_none()
    {
        return Ok(vec![Node::Plan]);
    }
    let kind = kind_or_other(context, plan, name)?;
    let is_of = |node: &Node| kind_id(plan, *node) == kind;
    Ok(plan.nodes().filter(is_of).collect())
}

/// The id of a kind of items, or `body` or `document`.
///
/// # Errors
/// None: one line that says which there are.
pub(crate) fn kind_or_other(
    context: &Context,
    plan: &Plan,
    name: &str,
) -> Result<String, CliError> {
    if let Some(kind) = kind_named(plan, name) {
        return Ok(plan[kind].id.to_string());
    }
    match &*name.trim().to_lowercase() {
        name if BODIES.contains(&name) => Ok("body".to_owned()),
        name if DOCUMENTS.contains(&name) => Ok("document".to_owned()),
        _ => Err(no_kind(
            context,
            plan,
            name,
            &[&["organisation", "机构"], DOCUMENTS],
        )),
    }
}

/// What a body answers for, the documents that it issued, and the body itself.
pub(crate) fn of_body(plan: &Plan, body: BodyId) -> HashSet<Node> {
    let items = plan.responsibilities_of(body).map(|one| one.item);
    let documents = plan.issued(body).into_iter().map(Node::Document);
    items.chain(documents).chain([Node::Body(body)]).collect()
}

/// The kind of items that `name` means.
///
/// # Errors
/// None: one line that says which there are.
pub(crate) fn kind(context: &Context, plan: &Plan, name: &str) -> Result<KindId, CliError> {
    kind_named(plan, name).ok_or_else(|| no_kind(context, plan, name, &[]))
}

fn no_kind(context: &Context, plan: &Plan, name: &str, more: &[&[&'static str]]) -> CliError {
    let lang = context.lang();
    let shown = |kind: &'_ Kind| match lang {
        Lang::En => kind.id.to_string(),
        Lang::Zh => kind.name.own(lang).unwrap_or(&kind.id).to_owned(),
    };
    let mut known: Vec<String> = plan.kinds().map(|(_, kind)| shown(kind)).collect();
    known.extend(more.iter().map(|names| in_lang(names, lang).to_owned()));
    CliError::new(words(lang).no_kind(&named(name), &known.join(who::who(lang).list)))
}

fn text(context: &mut Context, plan: &Plan, nodes: &[Node]) -> Result<(), CliError> {
    let lang = context.lang();
    let today = context.today();
    let is_measured = |node: &Node| plan.verdict(*node).is_some();
    let mut heads: Vec<Cells> = Vec::new();
    if !nodes.is_empty() && nodes.iter().all(is_measured) {
        let counts: Vec<String> = tally(plan, lang)
            .iter()
            .map(|entry| entry.line(lang))
            .collect();
        context.out.line(counts.join(who::who(lang).comma))?;
        context
            .out
            .line(strips_legend(&strips(plan, context.names), lang))?;
        let [baseline, target, latest, result] = results(lang).columns;
        let head = ["", labels(lang).name, baseline, "", target, latest, result];
        heads.push(head.map(|head| (TextRole::Quiet, head.to_owned())).into());
    }
    let rows = nodes.iter().map(|&node| {
        let sure = who::confidence(lang, plan.confidence(node));
        // How sure an item is stands with its name, never beside who leads it.
        let name = join([context.names.label(plan, node), doubt(sure)]);
        let mut row = vec![(TextRole::Body, sign(plan, node).to_owned())];
        let last = match node {
            Node::Body(_) => String::new(),
            Node::Document(id) => {
                let dated = plan[id].dated.map(|date| who::date(lang, date));
                row.push((TextRole::Quiet, dated.unwrap_or_default()));
                String::new()
            }
            Node::Plan | Node::Item(_) => {
                let here = here(context, plan, node, today);
                join([leads(context, plan, node), here])
            }
        };
        row.push((TextRole::Plain, name));
        match node.item().and_then(|id| measured(plan, id, context)) {
            Some(cells) => row.extend(cells),
            None => row.push((TextRole::Quiet, last)),
        }
        row
    });
    let rows: Vec<Cells> = heads.into_iter().chain(rows).collect();
    layout::rows(&mut context.out, 0, &rows)
}

/// That an own assignment needs attention: "[late]".
fn here(context: &Context, plan: &Plan, node: Node, today: Option<Date>) -> String {
    doubt(assignment_flag(plan, node, context.lang(), today).unwrap_or_default())
}

/// What is not empty, two blanks apart.
fn join(mut parts: [String; 2]) -> String {
    match &mut parts {
        [one, other] if one.is_empty() => std::mem::take(other),
        [one, other] if other.is_empty() => std::mem::take(one),
        both => both.join("  "),
    }
}

/// How unsure it is, in brackets.
fn doubt(sure: &str) -> String {
    if sure.is_empty() {
        String::new()
    } else {
        format!("[{sure}]")
    }
}

/// A measured item: its scale with a tick at the target, the latest result, the verdict.
fn measured(plan: &Plan, id: ItemId, context: &Context) -> Option<Cells> {
    let columns = match context.out.width {
        Some(width) if width < 100 => 6,
        Some(_) | None => 12,
    };
    let strip = strip(plan, id, context.names)?;
    let bar = ticked(
        strip.reached,
        strip.wanted,
        columns,
        strip.is_baseline(),
        context.plain_signs(),
    );
    Some(vec![
        (TextRole::Quiet, strip.baseline),
        (TextRole::Bar, join_runs(&bar)),
        (TextRole::Plain, strip.target),
        (TextRole::Plain, strip.latest),
        (strip.verdict.role, strip.verdict.text),
    ])
}

/// Who leads, shortly: "MIIT, NDRC* (* inferred)"; nothing for a body or document.
pub(crate) fn leads(context: &Context, plan: &Plan, node: Node) -> String {
    let (lang, leads) = (context.lang(), leading(plan, node));
    leads_line(plan, &leads, usize::MAX, lang) + &inferred_aside(&leads, lang)
}

/// The bodies that lead an item or the plan, each once.
pub(crate) fn leading(plan: &Plan, node: Node) -> Vec<Lead> {
    let mut leads: Vec<Lead> = Vec::new();
    let mut known = HashSet::new();
    if matches!(node, Node::Body(_)) {
        return leads;
    }
    for one in responsibilities::answers(plan, node) {
        let lead = Lead::of(one.body, one.shown());
        leads.extend(lead.filter(|lead| known.insert(lead.body)));
    }
    leads
}

/// All in their order, each once.
fn each_once<T: Copy + Eq + Hash>(all: impl Iterator<Item = T>) -> Vec<T> {
    let mut known = HashSet::new();
    all.filter(|one| known.insert(*one)).collect()
}

/// The nodes as a table.
pub(crate) fn table(
    context: &mut Context,
    plan: &Plan,
    format: Format,
    nodes: &[Node],
) -> Result<(), CliError> {
    const HEAD: [&str; 11] = [
        "id",
        "kind",
        "name_en",
        "name_zh",
        "parent",
        "lead",
        "support",
        "confidence",
        "lead_basis",
        "result",
        "result_year",
    ];
    let rows = nodes.iter().map(|&node| {
        let name = plan.name(node);
        let parent = node.item().and_then(|id| plan.parent(id));
        let parent = parent.map(|id| plan[id].id.to_string());
        let answers = responsibilities::answers(plan, node);
        let of = |role| {
            let those = answers.iter().filter(|one| one.shown().role == role);
            let ids = those.map(|one| match node {
                Node::Body(_) => plan.id(one.item),
                Node::Plan | Node::Item(_) | Node::Document(_) => &plan[one.body].id,
            });
            each_once(ids).join(" ")
        };
        let leads = answers.iter().filter(|one| one.shown().role == Role::Lead);
        let bases = each_once(leads.map(|one| one.shown().basis));
        let bases: Vec<String> = bases.into_iter().map(json::word).collect();
        let [result, year] = responsibilities::result(plan, node);
        vec![
            plan.id(node).to_owned(),
            kind_id(plan, node).to_owned(),
            name.en().to_owned(),
            name.zh().to_owned(),
            parent.unwrap_or_default(),
            of(Role::Lead),
            of(Role::Support),
            json::word(plan.confidence(node)),
            bases.join(" "),
            result,
            year,
        ]
    });
    table::write(&mut context.out, format, &HEAD, rows)
}
