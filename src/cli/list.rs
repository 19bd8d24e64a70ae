//! `plan list`: every node of a kind in plan order.

use super::args::{Format, ListArgs};
use super::error::{CliError, ExitStatus};
use super::layout::{self, Cells};
use super::table::{self, Style};
use super::{Context, json, open, responsibilities};
use crate::describe::TextRole;
use crate::describe::{assignment_flags, figures, kind_id, short_name};
use crate::i18n::cli::cli as words;
use crate::i18n::who;
use crate::model::{Date, KindId, Measure, Node, Plan, PointKind, Role, Str};
use crate::page::bar;

/// Lists the nodes.
///
/// # Errors
/// There is no such kind, the plan cannot be read, or output failed.
pub(crate) fn run(context: &mut Context, args: &ListArgs) -> Result<ExitStatus, CliError> {
    let plan = open::plan(context.settings)?;
    let nodes = match &args.kind {
        None => plan.items().map(|(id, _)| Node::Item(id)).collect(),
        Some(name) => of_kind(context, &plan, name)?,
    };
    match args.format.format {
        Format::Text => text(context, &plan, &nodes)?,
        Format::Json => {
            let nodes = nodes.iter();
            let nodes = nodes.map(|&node| responsibilities::node(&plan, node));
            context.out.text(&(json::array(nodes) + "\n"))?;
        }
        Format::Tsv => table(context, &plan, Style::Tsv, &nodes)?,
        Format::Csv => table(context, &plan, Style::Csv, &nodes)?,
        Format::Markdown => table(context, &plan, Style::Markdown, &nodes)?,
    }
    Ok(if nodes.is_empty() {
        ExitStatus::Nothing
    } else {
        ExitStatus::Done
    })
}

/// The nodes of what may be a kind of items, bodies, documents or the plan.
fn of_kind(context: &Context, plan: &Plan, name: &str) -> Result<Vec<Node>, CliError> {
    if let Ok(id) = kind(context, plan, name) {
        return Ok(plan.items_of(id).map(Node::Item).collect());
    }
    let wanted = name.trim().to_lowercase();
    match wanted.as_str() {
        "body" | "bodies" | "机构" => Ok(plan.bodies().map(|(id, _)| Node::Body(id)).collect()),
        "document" | "documents" | "文件" => {
            Ok(plan.documents().map(|(id, _)| Node::Document(id)).collect())
        }
        "plan" | "规划" => Ok(vec![Node::Plan]),
        _ => Err(no_kind(context, plan, name, &["body", "document"])),
    }
}

/// The kind of items that `name` means.
///
/// # Errors
/// None: one line that says which there are.
pub(crate) fn kind(context: &Context, plan: &Plan, name: &str) -> Result<KindId, CliError> {
    plan.kind(name)
        .ok_or_else(|| no_kind(context, plan, name, &[]))
}

fn no_kind(context: &Context, plan: &Plan, name: &str, more: &[&str]) -> CliError {
    let mut known: Vec<&str> = plan.kinds().map(|(_, kind)| &*kind.id).collect();
    known.extend(more);
    CliError::new((words(context.lang()).no_kind)(
        &Str::clean(name),
        &known.join(", "),
    ))
}

fn text(context: &mut Context, plan: &Plan, nodes: &[Node]) -> Result<(), CliError> {
    let lang = context.lang();
    let today = context.today();
    let rows: Vec<Cells> = nodes
        .iter()
        .map(|&node| {
            let name = context.names.name(plan.name(node));
            let sure = who::confidence(lang, plan.confidence(node));
            let mut row = vec![(TextRole::Body, plan.id(node).to_owned())];
            let last = match node {
                Node::Body(id) => {
                    row.push((TextRole::Label, plan[id].abbr.to_string()));
                    String::new()
                }
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
            if let Node::Item(id) = node
                && let Some(measure) = &plan[id].measure
            {
                row.push((TextRole::Plain, name));
                row.push((
                    TextRole::Label,
                    measured(measure, context.settings.ascii.value),
                ));
                row.push((TextRole::Plain, figures(plan, id, context.names)));
                row.push((TextRole::Quiet, doubt(sure)));
                return row;
            }
            row.push((TextRole::Plain, name));
            row.push((TextRole::Quiet, join([last, doubt(sure)])));
            row
        })
        .collect();
    layout::rows(&mut context.out, 0, &rows)
}

/// The own assignments that need attention: "[late, overdue]".
fn here(context: &Context, plan: &Plan, node: Node, today: Option<Date>) -> String {
    let marks = assignment_flags(plan, node, context.lang(), today);
    doubt(&marks.join(who::who(context.lang()).comma))
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

/// A measure as a picture on its own scale: from nothing to the baseline, from there to the target,
/// and on to the highest figure.
fn measured(measure: &Measure, ascii: bool) -> String {
    const COLUMNS: usize = 20;
    let of = |kind| {
        let points = measure
            .points
            .iter()
            .filter(move |point| point.kind == kind);
        points.filter_map(|point| point.value).fold(0.0, f64::max)
    };
    let (baseline, target) = (of(PointKind::Baseline), of(PointKind::Target));
    let most = baseline.max(target).max(of(PointKind::Actual));
    if most <= 0.0 {
        return String::new();
    }
    let (reached, _) = bar(baseline, most, COLUMNS, ascii);
    let (wanted, rest) = bar(target.max(baseline), most, COLUMNS, ascii);
    let step = if ascii { "=" } else { "▒" };
    let step = step.repeat(wanted.chars().count() - reached.chars().count());
    reached + &step + &rest
}

/// Who leads, shortly: "MIIT, NDRC".
fn leads(context: &Context, plan: &Plan, node: Node) -> String {
    let mut names: Vec<String> = Vec::new();
    for one in responsibilities::answers(plan, node) {
        let name = short_name(plan, one.body, context.lang());
        if one.shown().role == Role::Lead && !names.contains(&name) {
            names.push(name);
        }
    }
    names.join(who::who(context.lang()).list)
}

/// The nodes as a table.
pub(crate) fn table(
    context: &mut Context,
    plan: &Plan,
    style: Style,
    nodes: &[Node],
) -> Result<(), CliError> {
    const HEAD: [&str; 8] = [
        "id",
        "kind",
        "name_en",
        "name_zh",
        "parent",
        "lead",
        "support",
        "confidence",
    ];
    let rows = nodes.iter().map(|&node| {
        let name = plan.name(node);
        let parent = match node {
            Node::Item(id) => plan.parent(id).map(|id| plan[id].id.to_string()),
            Node::Plan | Node::Body(_) | Node::Document(_) => None,
        };
        let of = |role| {
            let mut ids: Vec<&str> = Vec::new();
            for one in responsibilities::answers(plan, node) {
                let id: &str = match node {
                    Node::Body(_) => plan.id(one.item),
                    Node::Plan | Node::Item(_) | Node::Document(_) => &plan[one.body].id,
                };
                if one.shown().role == role && !ids.contains(&id) {
                    ids.push(id);
                }
            }
            ids.join(" ")
        };
        vec![
            plan.id(node).to_owned(),
            kind_id(plan, node).to_owned(),
            name.en().to_owned(),
            name.zh().to_owned(),
            parent.unwrap_or_default(),
            of(Role::Lead),
            of(Role::Support),
            json::word(plan.confidence(node)),
        ]
    });
    table::write(&mut context.out, style, &HEAD, rows)
}
