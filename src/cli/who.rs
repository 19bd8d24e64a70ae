//! `plan who QUERY…`: who answers for the best item, or what the named body answers for.

use super::answers::{self, Answer};
use super::args::{Format, WhoArgs};
use super::fault::{Fault, Status};
use super::json::{self, Json, Object};
use super::layout::{self, Row as Cells};
use super::out::Tint;
use super::table::{self, Style};
use super::{Context, open, say, search};
use crate::card::markdown::escape;
use crate::card::{self, kind};
use crate::model::{Basis, Node, Plan, Row, Str};
use crate::page::short_name;
use crate::words::card::card as labels;
use crate::words::cli::cli as words;
use crate::words::who;

/// How many other hits are named.
const OTHERS: usize = 9;

/// Answers the question.
///
/// # Errors
/// The plan cannot be read, or output failed.
pub(crate) fn run(context: &mut Context, args: &WhoArgs) -> Result<Status, Fault> {
    let plan = open::plan(context.settings)?;
    let query = args.query.join(" ");
    let (hits, mut notes) = search::nodes(&plan, &query, context.lang());
    let Some(&node) = hits
        .iter()
        .find(|node| !matches!(node, Node::Document(_)))
        .or(hits.first())
    else {
        if args.format.format == Format::Json {
            nothing(context, &query)?;
        }
        notes.push((words(context.lang()).nothing)(&Str::clean(&query)));
        return Ok(say(notes, Status::Nothing));
    };
    let others: Vec<Node> = hits
        .into_iter()
        .filter(|other| *other != node)
        .take(OTHERS)
        .collect();
    let answers = answers::answers(&plan, node);
    match args.format.format {
        Format::Text => text(context, &plan, node, &answers)?,
        Format::Json => {
            let answer = Object::default()
                .put("query", query)
                .put("node", json::node(&plan, node, Object::default()))
                .put("responsibilities", list(&plan, &answers))
                .put(
                    "others",
                    others
                        .iter()
                        .map(|&node| plan.id(node).into())
                        .collect::<Vec<_>>(),
                );
            json::object(&mut context.out, &answer)?;
        }
        Format::Tsv => rows(context, &plan, Style::Tsv, &answers)?,
        Format::Csv => rows(context, &plan, Style::Csv, &answers)?,
        Format::Markdown => markdown(context, &plan, node, &answers)?,
    }
    context.out.flush()?;
    Ok(say(notes, Status::Done))
}

fn nothing(context: &mut Context, query: &str) -> Result<(), Fault> {
    let none = || Vec::<Json>::new();
    let answer = Object::default().put("query", query);
    let answer = answer.put("responsibilities", none()).put("others", none());
    json::object(&mut context.out, &answer)?;
    context.out.flush()
}

fn list(plan: &Plan, answers: &[Answer]) -> Vec<Json> {
    answers
        .iter()
        .map(|one| answers::answer(plan, one))
        .collect()
}

fn rows(context: &mut Context, plan: &Plan, style: Style, all: &[Answer]) -> Result<(), Fault> {
    let lang = context.lang();
    let rows = all
        .iter()
        .map(|one| answers::cells(plan, one, one.shown(), lang));
    table::write(&mut context.out, style, &answers::COLUMNS, rows)
}

/// The line that names the node.
fn head(context: &mut Context, plan: &Plan, node: Node) -> Result<(), Fault> {
    let lang = context.lang();
    let paint = context.out.paint;
    let name = plan.name(node);
    let mut line = vec![
        paint.tint(Tint::Key, plan.id(node)),
        paint.tint(Tint::Quiet, &kind(plan, node, lang)),
        paint.tint(Tint::Head, &context.names.name(name)),
    ];
    let other = name.own(lang.other()).filter(|_| name.own(lang).is_some());
    line.extend(other.filter(|_| !context.names.both).map(str::to_owned));
    let sure = who::confidence(lang, plan.confidence(node));
    if !sure.is_empty() {
        line.push(paint.tint(Tint::Alarm, &format!("[{sure}]")));
    }
    context.out.line(line.join("  "))
}

fn text(context: &mut Context, plan: &Plan, node: Node, all: &[Answer]) -> Result<(), Fault> {
    head(context, plan, node)?;
    match node {
        Node::Body(id) => {
            became(context, plan, id)?;
            of_body(context, plan, all)
        }
        Node::Plan | Node::Item(_) => of_item(context, plan, node, all),
        Node::Document(id) => {
            let label = who::who(context.lang()).issuer;
            let issuers = plan[id].issuers.iter().map(|&body| {
                let abbr = plan[body].abbr.to_string();
                let name = context.names.name(&plan[body].name);
                vec![
                    (Tint::Head, label.to_owned()),
                    (Tint::Key, abbr),
                    (Tint::Plain, name),
                ]
            });
            let issuers: Vec<Cells> = issuers.collect();
            layout::rows(&mut context.out, 0, &issuers)
        }
    }
}

/// What the body is there for, and what became of it.
fn became(context: &mut Context, plan: &Plan, id: crate::model::BodyId) -> Result<(), Fault> {
    let labels = labels(context.lang());
    let body = &plan[id];
    let named = |id: crate::model::BodyId| {
        format!("{} {}", plan[id].abbr, context.names.name(&plan[id].name))
    };
    let mut facts: Vec<Cells> = Vec::new();
    let mut add = |label: &str, text: String| {
        if !text.trim().is_empty() {
            facts.push(vec![
                (Tint::Head, label.to_owned()),
                (Tint::Plain, text.trim().to_owned()),
            ]);
        }
    };
    add(labels.mandate, context.names.text(&body.mandate));
    add(
        labels.successor,
        body.successor.map(named).unwrap_or_default(),
    );
    for before in plan.predecessors(id) {
        add(labels.predecessors, named(before));
    }
    add(labels.note, context.names.text(&body.note));
    layout::rows(&mut context.out, 0, &facts)
}

fn of_item(context: &mut Context, plan: &Plan, node: Node, all: &[Answer]) -> Result<(), Fault> {
    let lang = context.lang();
    if all.is_empty() {
        let label = context.out.paint.tint(Tint::Head, labels(lang).responsible);
        return context
            .out
            .line(format!("{label}  {}", who::who(lang).nobody));
    }
    let mut cells: Vec<Cells> = Vec::new();
    if let (Node::Item(id), true) = (node, all.iter().all(|one| one.from.is_some())) {
        for (role, line) in card::inherited(plan, id, lang) {
            cells.push(vec![
                (Tint::Head, who::role(lang, role).to_owned()),
                (Tint::Plain, line),
            ]);
        }
        return layout::rows(&mut context.out, 0, &cells);
    }
    // Our own assignments stand first.
    let ours = |row: &&Row| row.basis == Basis::Assigned;
    for one in all {
        for row in one.rows.iter().filter(ours) {
            let role = who::role(lang, row.role);
            let said = format!("{role}{}{}", who::who(lang).comma, says(context, plan, row));
            cells.push(line(context, plan, one, who::who(lang).here, said));
            if std::ptr::eq(row, one.shown()) {
                evidence(context, plan, one, &mut cells);
            }
        }
    }
    for one in all.iter().filter(|one| !ours(&one.shown())) {
        let role = who::role(lang, one.shown().role);
        let said = says(context, plan, one.shown());
        cells.push(line(context, plan, one, role, said));
        evidence(context, plan, one, &mut cells);
    }
    if context.out.width.is_some() {
        cells = drawn_together(&cells, who::who(lang).same);
    }
    layout::rows(&mut context.out, 0, &cells)
}

/// What rests on the same as the answer above says so in a word: a screen is short.
fn drawn_together(cells: &[Cells], same: &str) -> Vec<Cells> {
    let labelled = |row: &Cells| row.first().is_some_and(|(_, label)| !label.is_empty());
    let rests = |block: &[Cells]| -> Vec<String> {
        let last = block.iter().filter_map(|row| row.last());
        last.map(|(_, text)| text.clone()).collect()
    };
    let mut drawn = Vec::with_capacity(cells.len());
    let mut before = Vec::new();
    for block in cells.chunk_by(|_, next| !labelled(next)) {
        let own = rests(block);
        if own == before {
            let first = block.first().cloned();
            drawn.extend(first.map(|mut row| {
                if let Some((_, text)) = row.last_mut() {
                    same.clone_into(text);
                }
                row
            }));
        } else {
            drawn.extend_from_slice(block);
        }
        before = own;
    }
    drawn
}

fn line(context: &Context, plan: &Plan, one: &Answer, label: &str, said: String) -> Cells {
    let body = &plan[one.body];
    vec![
        (Tint::Head, label.to_owned()),
        (Tint::Key, body.abbr.to_string()),
        (Tint::Plain, context.names.name(&body.name)),
        (Tint::Plain, said),
    ]
}

/// What became of the body, and what else bears the answer out, without our own assignments.
fn evidence(context: &Context, plan: &Plan, one: &Answer, cells: &mut Vec<Cells>) {
    let words = who::who(context.lang());
    let below = |cells: &mut Vec<Cells>, line| {
        let empty = || (Tint::Plain, String::new());
        cells.push(vec![empty(), empty(), empty(), (Tint::Quiet, line)]);
    };
    if let Some(line) = card::became(plan, one.body, context.names) {
        below(cells, line);
    }
    for row in one
        .evidence()
        .iter()
        .filter(|row| row.basis != Basis::Assigned)
    {
        let role = who::role(context.lang(), row.role);
        let said = says(context, plan, row);
        let line = format!(
            "{}{}{role}{}{said}",
            words.evidence, words.colon, words.comma
        );
        below(cells, line);
    }
}

fn says(context: &Context, plan: &Plan, row: &Row) -> String {
    card::weighed(plan, row, context.names)
}

fn of_body(context: &mut Context, plan: &Plan, all: &[Answer]) -> Result<(), Fault> {
    let lang = context.lang();
    if all.is_empty() {
        return context.out.line(labels(lang).no_charges);
    }
    let about = |one: &&Answer| (one.item, one.shown().role);
    for (role, kind, group) in card::groups(plan, all, about) {
        let kind = kind.map_or(labels(lang).plan, |kind| plan[kind].plural.get(lang));
        let label = (labels(lang).charges)(who::does(lang, role), kind, group.len());
        context
            .out
            .line(context.out.paint.tint(Tint::Head, &label))?;
        let cells = group.iter().map(|one| {
            vec![
                (Tint::Key, plan.id(one.item).to_owned()),
                (Tint::Plain, context.names.name(plan.name(one.item))),
                (Tint::Plain, says(context, plan, one.shown())),
            ]
        });
        let cells: Vec<Cells> = cells.collect();
        layout::rows(&mut context.out, 2, &cells)?;
    }
    Ok(())
}

fn markdown(context: &mut Context, plan: &Plan, node: Node, all: &[Answer]) -> Result<(), Fault> {
    let lang = context.lang();
    let labels = labels(lang);
    let id = escape(plan.id(node));
    context.out.text(&format!(
        "# {id} {}\n\n",
        escape(&context.names.name(plan.name(node)))
    ))?;
    if all.is_empty() {
        return context.out.text(&format!(
            "{}: {}\n",
            labels.responsible,
            who::who(lang).nobody
        ));
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
        let mut basis = says(context, plan, one.shown());
        if let Some(from) = one.from {
            basis = format!(
                "{}{}{basis}",
                who::from(lang, &[&*plan[from].id]),
                who::who(lang).colon
            );
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
