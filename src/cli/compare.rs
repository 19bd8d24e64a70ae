//! `plan compare A B`: two items or two bodies side by side.

use clap::Args;
use serde::Serialize;

use super::args::{Format, FormatArg};
use super::error::{CliError, ExitStatus};
use super::layout::{self, Cells};
use super::table;
use super::{Context, json, open, show};
use crate::describe::{Compared, ComparedRow, TextRole, compare, compare_legend};
use crate::i18n::results::results;
use crate::i18n::who::who;
use crate::model::{Node, Plan};

/// `plan compare`.
#[derive(Debug, Args)]
pub struct CompareArgs {
    #[arg(value_name = "A")]
    one: String,
    #[arg(value_name = "B")]
    other: String,
    #[command(flatten)]
    format: FormatArg,
}

/// What two nodes have of one sort, as JSON.
#[derive(Debug, Serialize)]
struct RowJson<'a> {
    what: &'a str,
    left: Vec<&'a str>,
    right: Vec<&'a str>,
    both: Vec<&'a str>,
}

/// Compares the two.
///
/// # Errors
/// One of them is not in the plan, they cannot be compared, or output failed.
pub(crate) fn run(context: &mut Context, args: &CompareArgs) -> Result<ExitStatus, CliError> {
    let plan = open::plan(context.settings)?;
    let find = |id: &str| -> Result<Node, CliError> {
        show::find(&plan, id).ok_or_else(|| CliError::new(show::no_id(context, &plan, id)))
    };
    let nodes = [find(&args.one)?, find(&args.other)?];
    let Some(rows) = compare(&plan, nodes, context.names) else {
        return Err(CliError::new(results(context.lang()).compare_kinds));
    };
    match args.format.format {
        Format::Text => text(context, &rows)?,
        Format::Json => {
            let rows = rows.iter().map(|row| {
                let [left, right] = row.sides.each_ref().map(|side| names(side, None));
                RowJson {
                    what: row.label,
                    left,
                    right,
                    both: names(&row.sides[0], Some(true)),
                }
            });
            context.out.text(&(json::lines(rows) + "\n"))?;
        }
        format => table(context, &plan, format, nodes, &rows)?,
    }
    Ok(ExitStatus::Done)
}

fn names(side: &[Compared], shared: Option<bool>) -> Vec<&str> {
    let wanted = side
        .iter()
        .filter(|one| shared.is_none_or(|shared| one.shared == shared));
    wanted.map(|one| one.run.text.as_str()).collect()
}

/// A line for each pair, the label before the first; what both have bears a sign.
fn text(context: &mut Context, rows: &[ComparedRow]) -> Result<(), CliError> {
    let mut cells: Vec<Cells> = Vec::new();
    let not_stated = || who(context.lang()).not_stated.to_owned();
    for row in rows {
        let [left, right] = &row.sides;
        let cell = |side: &[Compared], at: usize| match side.get(at) {
            Some(one) if one.shared => format!("= {}", one.run.text),
            Some(one) => one.run.text.clone(),
            None if at == 0 => not_stated(),
            None => String::new(),
        };
        for at in 0..left.len().max(right.len()) {
            let label = if at == 0 { row.label } else { "" };
            cells.push(vec![
                (TextRole::Label, label.to_owned()),
                (TextRole::Plain, cell(left, at)),
                (TextRole::Plain, cell(right, at)),
            ]);
        }
    }
    layout::rows(&mut context.out, 0, &cells)?;
    match compare_legend(rows, context.lang()) {
        legend if legend.is_empty() => Ok(()),
        legend => context.out.line(legend),
    }
}

fn table(
    context: &mut Context,
    plan: &Plan,
    format: Format,
    nodes: [Node; 2],
    rows: &[ComparedRow],
) -> Result<(), CliError> {
    let [one, other] = nodes.map(|node| plan.id(node));
    let rows = rows.iter().flat_map(|row| {
        let [left, right] = &row.sides;
        let only = right.iter().filter(|one| !one.shared);
        let cells = |one: &Compared, left: bool| {
            let has = |has| if has { "x" } else { "" }.to_owned();
            vec![
                row.label.to_owned(),
                one.run.text.clone(),
                has(left || one.shared),
                has(!left || one.shared),
            ]
        };
        let left = left.iter().map(move |one| cells(one, true));
        left.chain(only.map(move |one| cells(one, false)))
            .collect::<Vec<_>>()
    });
    table::write(
        &mut context.out,
        format,
        &["what", "name", one, other],
        rows,
    )
}
