//! `plan matrix`: bodies × items, with roles.

use super::args::{BasisArg, Format, MatrixArgs};
use super::fault::{Fault, Status};
use super::json::{self, Json, Object};
use super::layout::{self, Row};
use super::out::Tint;
use super::table::{self, Style};
use super::{Context, answers, list, open, say};
use crate::model::{BasisFilter, Count, KindId, Line, Matrix, Node, Plan, Role};
use crate::page::short_name;
use crate::words::screen::screen;
use crate::words::who;

/// Writes the matrix of the kinds that are asked for, or of the primary ones.
///
/// # Errors
/// There is no such kind, the plan cannot be read, or output failed.
pub(crate) fn run(context: &mut Context, args: &MatrixArgs) -> Result<Status, Fault> {
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
        Format::Json => json::object(&mut context.out, &as_json(&plan, &matrix))?,
        Format::Tsv => table(context, &plan, Style::Tsv, &matrix)?,
        Format::Csv => table(context, &plan, Style::Csv, &matrix)?,
        Format::Markdown => table(context, &plan, Style::Markdown, &matrix)?,
    }
    if !matrix.rows.is_empty() {
        return Ok(Status::Done);
    }
    context.out.flush()?;
    let none = screen(context.lang()).matrix_empty.to_owned();
    Ok(say(vec![none], Status::Nothing))
}

/// Into a pipe and on a terminal alike: a line a body, then what it leads and supports by id.
fn text(context: &mut Context, plan: &Plan, matrix: &Matrix) -> Result<(), Fault> {
    let lang = context.lang();
    let ascii = context.settings.ascii.value;
    let mut rows: Vec<Row> = Vec::new();
    for line in &matrix.rows {
        let mut said: Vec<String> = Vec::new();
        for role in [Role::Lead, Role::Support, Role::Issuer] {
            let ids = ids(plan, matrix, line, role);
            if !ids.is_empty() {
                let sign = who::sign(role, ascii);
                said.push(format!(
                    "{sign} {} {}",
                    who::role(lang, role),
                    who::ranges(&ids)
                ));
            }
        }
        rows.push(vec![
            (Tint::Key, short_name(plan, line.body, context.lang())),
            (Tint::Quiet, line.count.total().to_string()),
            (Tint::Plain, said.join("  ")),
        ]);
    }
    layout::rows(&mut context.out, 0, &rows)
}

fn ids<'a>(plan: &'a Plan, matrix: &Matrix, line: &Line, role: Role) -> Vec<&'a str> {
    let cells = matrix.columns.iter().zip(&line.roles);
    cells
        .filter(|(_, own)| **own == Some(role))
        .map(|(&id, _)| &*plan[id].id)
        .collect()
}

fn table(context: &mut Context, plan: &Plan, style: Style, matrix: &Matrix) -> Result<(), Fault> {
    let mut head = vec!["body", "abbr", "name", "lead", "support"];
    head.extend(matrix.columns.iter().map(|&id| &*plan[id].id));
    let ascii = context.settings.ascii.value;
    let names = context.names;
    let cell = |role: Option<Role>| match (role, style) {
        (None, _) => String::new(),
        (Some(role), Style::Tsv | Style::Csv) => answers::role(role).to_owned(),
        (Some(role), Style::Markdown) => who::sign(role, ascii).to_owned(),
    };
    let rows = matrix.rows.iter().map(|line| {
        let body = &plan[line.body];
        let Count {
            lead,
            support,
            issuer: _,
        } = line.count;
        let mut row = vec![
            body.id.to_string(),
            body.abbr.to_string(),
            names.name(&body.name),
            lead.to_string(),
            support.to_string(),
        ];
        row.extend(line.roles.iter().map(|&role| cell(role)));
        row
    });
    table::write(&mut context.out, style, &head, rows)
}

fn as_json(plan: &Plan, matrix: &Matrix) -> Object {
    let items = matrix
        .columns
        .iter()
        .map(|&id| json::brief(plan, Node::Item(id)).into());
    let bodies = matrix.rows.iter().map(|line| {
        let body = &plan[line.body];
        let roles = matrix
            .columns
            .iter()
            .zip(&line.roles)
            .filter_map(|(&id, role)| {
                let role = answers::role((*role)?);
                Some(
                    Object::default()
                        .put("item", &*plan[id].id)
                        .put("role", role)
                        .into(),
                )
            });
        let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        Object::default()
            .put("id", &*body.id)
            .put("abbr", &*body.abbr)
            .put("name", &body.name)
            .put("lead", number(line.count.lead))
            .put("support", number(line.count.support))
            .put("roles", roles.collect::<Vec<Json>>())
            .into()
    });
    Object::default()
        .put("items", items.collect::<Vec<Json>>())
        .put("bodies", bodies.collect::<Vec<Json>>())
}
