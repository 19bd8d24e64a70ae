//! `plan who QUERY…`: who answers for the best item, or what the named body answers for.

use super::args::{Format, WhoArgs};
use super::error::{CliError, ExitStatus};
use super::responsibilities::{self, Answer, AnswerJson};
use super::table::{self, Style};
use super::{Context, card, json, open, say, search};
use crate::describe::markdown::escape;
use crate::describe::{self, basis_line, short_name};
use crate::i18n::describe::describe as labels;
use crate::i18n::who;
use crate::model::{Node, Plan, Role};

/// How many other hits are named.
const OTHERS: usize = 9;

/// Answers the question.
///
/// # Errors
/// The plan cannot be read, or output failed.
pub(crate) fn run(context: &mut Context, args: &WhoArgs) -> Result<ExitStatus, CliError> {
    let plan = open::plan(context.settings)?;
    let query = args.query.join(" ");
    let (hits, notes) = search::nodes(&plan, &query, context.lang());
    let Some(&node) = hits
        .iter()
        .find(|node| !matches!(node, Node::Document(_)))
        .or(hits.first())
    else {
        if args.format.format == Format::Json {
            let none = || "[]".to_owned();
            let answer = [
                ("query", json::line(&query)),
                ("responsibilities", none()),
                ("others", none()),
            ];
            json::object(&mut context.out, &answer)?;
            context.out.flush()?;
        }
        return Ok(say(notes, ExitStatus::Nothing));
    };
    say(notes, ExitStatus::Done);
    let others = hits.iter().filter(|other| **other != node).take(OTHERS);
    let answers = responsibilities::answers(&plan, node);
    match args.format.format {
        Format::Text => {
            let known = describe::responsibilities(&plan, node, context.options());
            let lang = context.lang();
            card::write(&mut context.out, &known, lang)?;
        }
        Format::Json => {
            let others: Vec<&str> = others.map(|&node| plan.id(node)).collect();
            let all = answers.iter().map(|one| AnswerJson::of(&plan, one));
            let answer = [
                ("query", json::line(&query)),
                ("node", json::node(&plan, node, &[])),
                ("responsibilities", json::lines(all)),
                ("others", json::line(&others)),
            ];
            json::object(&mut context.out, &answer)?;
        }
        Format::Tsv => rows(context, &plan, Style::Tsv, &answers)?,
        Format::Csv => rows(context, &plan, Style::Csv, &answers)?,
        Format::Markdown => markdown(context, &plan, node, &answers)?,
    }
    context.out.flush()?;
    Ok(ExitStatus::Done)
}

fn rows(context: &mut Context, plan: &Plan, style: Style, all: &[Answer]) -> Result<(), CliError> {
    let lang = context.lang();
    let rows = all
        .iter()
        .map(|one| responsibilities::cells(plan, one, one.shown(), lang));
    table::write(&mut context.out, style, &responsibilities::COLUMNS, rows)
}

fn markdown(
    context: &mut Context,
    plan: &Plan,
    node: Node,
    all: &[Answer],
) -> Result<(), CliError> {
    let (lang, options) = (context.lang(), context.options());
    let labels = labels(lang);
    let id = escape(plan.id(node));
    let name = escape(&context.names.name(plan.name(node)));
    context.out.text(&format!("# {id} {name}\n\n"))?;
    if all.is_empty() {
        let none = [
            who::role(lang, Role::Lead),
            who::who(lang).colon,
            who::who(lang).nobody,
            "\n",
        ];
        return context.out.text(&none.concat());
    }
    let body = matches!(node, Node::Body(_));
    let what = if body { labels.item } else { labels.body };
    let head = [labels.role, what, labels.name, labels.basis];
    let rows = all.iter().map(|one| {
        let other = if body { one.item } else { Node::Body(one.body) };
        let sign = match other {
            Node::Body(id) => short_name(plan, id, lang),
            Node::Plan | Node::Item(_) | Node::Document(_) => plan.id(other).to_owned(),
        };
        let mut basis = basis_line(plan, one.shown(), options);
        if let Some(from) = one.from {
            let from = who::from(lang, &[&*plan[from].id]);
            basis = [&from, who::who(lang).comma, &basis].concat();
        }
        vec![
            who::role(lang, one.shown().role).to_owned(),
            sign,
            context.names.name(plan.name(other)),
            basis,
        ]
    });
    let rows: Vec<Vec<String>> = rows.collect();
    table::write(&mut context.out, Style::Markdown, &head, rows)
}
