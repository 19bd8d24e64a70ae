//! `plan show ID…`: everything about a node.

use super::answers;
use super::args::{Format, ShowArgs};
use super::fault::{Fault, Status};
use super::layout::{self, Row};
use super::out::{Out, Tint};
use super::table::Style;
use super::{Context, json, list, open};
use crate::card::{Card, Entry, markdown};
use crate::model::{Lang, Node, Plan, Str};
use crate::words::cli::cli as words;
use crate::words::who::who;

/// Shows the nodes; those that do not exist are named on standard error.
///
/// # Errors
/// The plan cannot be read, or output failed.
pub(crate) fn run(context: &mut Context, args: &ShowArgs) -> Result<Status, Fault> {
    let plan = open::plan(context.settings)?;
    let mut nodes = Vec::new();
    let mut missing = Vec::new();
    for id in &args.ids {
        match plan.find(id) {
            Some(node) => nodes.push(node),
            None => missing.push(no_id(context, &plan, id)),
        }
    }
    if !nodes.is_empty() {
        match args.format.format {
            Format::Text => text(context, &plan, &nodes)?,
            Format::Json => {
                let nodes = nodes.iter().map(|&node| answers::node(&plan, node));
                json::array(&mut context.out, nodes)?;
            }
            Format::Tsv => list::table(context, &plan, Style::Tsv, &nodes)?,
            Format::Csv => list::table(context, &plan, Style::Csv, &nodes)?,
            Format::Markdown => {
                let pages = nodes
                    .iter()
                    .map(|&node| markdown(&plan, node, context.names, 1));
                let pages: Vec<String> = pages.collect();
                context.out.text(&pages.join("\n"))?;
            }
        }
    }
    if missing.is_empty() {
        return Ok(Status::Done);
    }
    context.out.flush()?;
    Ok(super::say(missing, Status::Nothing))
}

/// No node has this id.
fn no_id(context: &Context, plan: &Plan, id: &str) -> String {
    let wanted = id.to_lowercase();
    let near = plan
        .nodes()
        .map(|node| {
            (
                strsim::osa_distance(&plan.id(node).to_lowercase(), &wanted),
                node,
            )
        })
        .min_by_key(|(distance, _)| *distance)
        .filter(|(distance, _)| wanted.len() >= 3 && *distance <= 1);
    let near = near.map(|(_, node)| plan.id(node));
    (words(context.lang()).no_id)(&Str::clean(id), near)
}

fn text(context: &mut Context, plan: &Plan, nodes: &[Node]) -> Result<(), Fault> {
    let mut first = true;
    for &node in nodes {
        if !std::mem::take(&mut first) {
            context.out.line("")?;
        }
        let lang = context.lang();
        card(&mut context.out, &Card::of(plan, node, context.names), lang)?;
    }
    Ok(())
}

/// A card: its head, then a line a fact, the label before the first of its facts.
fn card(out: &mut Out, card: &Card, lang: Lang) -> Result<(), Fault> {
    let mut head = vec![
        (Tint::Key, card.id.clone()),
        (Tint::Quiet, card.kind.clone()),
        (Tint::Head, card.name.clone()),
    ];
    if let Some(other) = &card.other {
        head.push((Tint::Plain, other.clone()));
    }
    if !card.sure.is_empty() {
        head.push((Tint::Alarm, format!("[{}]", card.sure)));
    }
    let head: Vec<String> = head
        .into_iter()
        .map(|(tint, text)| out.paint.tint(tint, &text))
        .collect();
    out.line(head.join("  "))?;
    let mut rows: Vec<Row> = Vec::new();
    let mut rests = "";
    for section in &card.sections {
        let mut label = section.label.as_str();
        for entry in &section.entries {
            // On a screen, what several rest on is said once.
            let again = std::mem::replace(&mut rests, &entry.rests) == entry.rests;
            let said = if again && !rests.is_empty() && out.width.is_some() {
                let rests = who(lang).same.to_owned();
                &Entry {
                    rests,
                    ..entry.clone()
                }
            } else {
                entry
            };
            rows.push(vec![
                (Tint::Head, std::mem::take(&mut label).to_owned()),
                fact(said, lang),
            ]);
            for more in entry.below() {
                rows.push(vec![
                    (Tint::Plain, String::new()),
                    (Tint::Quiet, format!("- {more}")),
                ]);
            }
        }
    }
    layout::rows(out, 0, &rows)
}

fn fact(entry: &Entry, lang: Lang) -> (Tint, String) {
    let text = entry.line(lang);
    let text = match &entry.address {
        None => text,
        Some(address) if text.is_empty() => address.clone(),
        Some(address) => format!("{text} {address}"),
    };
    (Tint::Plain, text)
}
