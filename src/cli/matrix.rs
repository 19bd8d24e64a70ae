//! `plan matrix`: bodies × items, with roles.

use clap::Args;
use serde::Serialize;

use super::args::{BasisArg, Format, FormatArg};
use super::error::{CliError, ExitStatus};
use super::json::{self, Both, Brief};
use super::layout::{self, Cells};
use super::table;
use super::{Context, list, open, say};
use crate::describe::TextRole;
use crate::describe::short_name;
use crate::i18n::results::results;
use crate::i18n::screen::screen;
use crate::i18n::who;
use crate::model::{BasisFilter, Count, Date, KindId, Lang, Matrix, MatrixRow, Node, Plan, Role};

/// `plan matrix`.
#[derive(Debug, Args)]
pub struct MatrixArgs {
    #[arg(short, long, value_name = "KIND")]
    kind: Vec<String>,
    #[arg(
        long,
        value_name = "all|documented|assigned",
        hide_possible_values = true
    )]
    basis: Option<BasisArg>,
    #[command(flatten)]
    format: FormatArg,
}

/// Writes the matrix of the kinds that are asked for, or of the primary ones.
///
/// # Errors
/// There is no such kind, the plan cannot be read, or output failed.
pub(crate) fn run(context: &mut Context, args: &MatrixArgs) -> Result<ExitStatus, CliError> {
    let plan = open::plan(context.settings)?;
    let mut kinds: Vec<KindId> = Vec::new();
    for name in &args.kind {
        let kind = list::kind(context, &plan, name)?;
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    if kinds.is_empty() {
        kinds = plan
            .kinds()
            .filter(|(_, kind)| kind.primary)
            .map(|(id, _)| id)
            .collect();
    }
    if kinds.is_empty() {
        kinds = plan.kinds().map(|(id, _)| id).collect();
    }
    let basis = match args.basis {
        None | Some(BasisArg::All) => BasisFilter::All,
        Some(BasisArg::Documented) => BasisFilter::Documented,
        Some(BasisArg::Assigned) => BasisFilter::Assigned,
    };
    let matrix = Matrix::of(&plan, &kinds, basis);
    match args.format.format {
        Format::Text => text(context, &plan, &matrix)?,
        Format::Json => write_json(context, &plan, &matrix)?,
        format => table(context, &plan, format, &matrix)?,
    }
    if !matrix.rows.is_empty() {
        return Ok(ExitStatus::Done);
    }
    context.out.flush()?;
    let known: Vec<&str> = Matrix::kinds(&plan)
        .iter()
        .map(|&kind| &*plan[kind].id)
        .collect();
    let words = screen(context.lang());
    let none = if basis == BasisFilter::All && !known.is_empty() {
        words.matrix_kinds(&known.join(who::who(context.lang()).list))
    } else {
        words.matrix_empty.to_owned()
    };
    Ok(say(vec![none], ExitStatus::Nothing))
}

/// Into a pipe and on a terminal alike: a line a body, then what it leads and supports by id.
fn text(context: &mut Context, plan: &Plan, matrix: &Matrix) -> Result<(), CliError> {
    let lang = context.lang();
    let ascii = context.plain_signs();
    let mut rows: Vec<Cells> = Vec::new();
    for line in &matrix.rows {
        let mut said: Vec<String> = Vec::new();
        for role in Role::ALL {
            // What holds today comes first.
            let mut ends: Vec<Option<Date>> = line.until.clone();
            ends.sort_unstable();
            ends.dedup();
            for (until, inferred) in ends.into_iter().flat_map(|end| [(end, false), (end, true)]) {
                let ids = ids(plan, matrix, line, (role, inferred, until));
                if ids.is_empty() {
                    continue;
                }
                let sign = who::sign_until(role, inferred, until.is_some(), ascii);
                let (role, ids) = (who::role(lang, role), who::ranges(lang, &ids));
                let asides = [
                    inferred.then(|| results(lang).inferred.to_owned()),
                    until.map(|ended| who::until(lang, ended)),
                ];
                let asides = asides.into_iter().flatten();
                let asides: String = asides.map(|aside| who::aside(lang, &aside)).collect();
                said.push(format!("{sign} {role} {ids}{asides}"));
            }
        }
        rows.push(vec![
            (TextRole::Body, short_name(plan, line.body, context.lang())),
            (TextRole::Quiet, line.count.total().to_string()),
            (TextRole::Plain, said.join("  ")),
        ]);
    }
    layout::rows(&mut context.out, 0, &rows)
}

fn ids<'a>(
    plan: &'a Plan,
    matrix: &Matrix,
    line: &MatrixRow,
    (role, inferred, until): (Role, bool, Option<Date>),
) -> Vec<&'a str> {
    let cells = matrix
        .columns
        .iter()
        .zip(line.roles.iter().zip(line.inferred.iter().zip(&line.until)));
    cells
        .filter(|(_, (own, how))| **own == Some(role) && *how == (&inferred, &until))
        .map(|(&id, _)| &*plan[id].id)
        .collect()
}

fn table(
    context: &mut Context,
    plan: &Plan,
    format: Format,
    matrix: &Matrix,
) -> Result<(), CliError> {
    let mut head = vec!["body", "abbr", "name", "lead", "support"];
    head.extend(matrix.columns.iter().map(|&id| &*plan[id].id));
    let ascii = context.settings.ascii.value;
    let names = context.names;
    let cell = |role: Option<Role>, inferred: bool, until: Option<Date>| match (role, format) {
        (None, _) => String::new(),
        (Some(role), Format::Text | Format::Json | Format::Tsv | Format::Csv) => {
            let stated = role.stated();
            let word = stated.map_or_else(|| who::who(Lang::En).not_stated.to_owned(), json::word);
            until.map_or(word.clone(), |ended| format!("{word} until {ended}"))
        }
        (Some(role), Format::Markdown) => who::sign_until(role, inferred, until.is_some(), ascii),
    };
    let rows = matrix.rows.iter().map(|line| {
        let body = &plan[line.body];
        let Count {
            lead,
            support,
            issuer: _,
            unstated: _,
        } = line.count;
        let mut row = vec![
            body.id.to_string(),
            body.abbr.to_string(),
            names.name(&body.name),
            lead.to_string(),
            support.to_string(),
        ];
        let cells = line.roles.iter().zip(line.inferred.iter().zip(&line.until));
        row.extend(cells.map(|(&role, (&inferred, &until))| cell(role, inferred, until)));
        row
    });
    table::write(&mut context.out, format, &head, rows)
}

/// A body's line of the matrix as JSON.
#[derive(Serialize)]
struct LineJson<'a> {
    id: &'a str,
    abbr: &'a str,
    name: Both<'a>,
    lead: usize,
    support: usize,
    roles: Vec<CellJson<'a>>,
}

/// A cell of the matrix as JSON.
#[derive(Serialize)]
struct CellJson<'a> {
    item: &'a str,
    role: Option<Role>,
    /// When that ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<String>,
}

fn write_json(context: &mut Context, plan: &Plan, matrix: &Matrix) -> Result<(), CliError> {
    let items = matrix.columns.iter();
    let items = items.map(|&id| Brief::of(plan, Node::Item(id)));
    let bodies = matrix.rows.iter().map(|line| {
        let body = &plan[line.body];
        let cells = line.roles.iter().zip(&line.until);
        let cells = matrix.columns.iter().zip(cells);
        LineJson {
            id: &body.id,
            abbr: &body.abbr,
            name: Both::from(&body.name),
            lead: line.count.lead,
            support: line.count.support,
            roles: cells
                .filter_map(|(&id, (role, until))| {
                    let item = &*plan[id].id;
                    let until = until.map(|ended| ended.to_string());
                    let role = role.map(Role::stated)?;
                    Some(CellJson { item, role, until })
                })
                .collect(),
        }
    });
    let pairs = [
        ("items", json::lines(items)),
        ("bodies", json::lines(bodies)),
    ];
    json::object(&mut context.out, &pairs)
}
