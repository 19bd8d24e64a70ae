//! `plan who QUERY…`: who answers for the best item, or what the named body answers for.

use clap::Args;

use super::args::{Format, FormatArg, RoleArg};
use super::error::{CliError, ExitStatus};
use super::layout::{self, Cells};
use super::responsibilities::{self, AnswerJson, BodyAnswer};
use super::table;
use super::{Context, card, done_or_nothing, json, list, open, say, search};
use crate::describe::markdown::escape;
use crate::describe::{self, TextRole, basis_line, short_name};
use crate::i18n::describe::describe as labels;
use crate::i18n::search::search as said;
use crate::i18n::who;
use crate::model::{BodyId, KindId, Node, Plan, Role};
use crate::query::{FilterName, Part};

/// `plan who`.
#[derive(Debug, Args)]
pub struct WhoArgs {
    #[arg(required = true, value_name = "QUERY")]
    query: Vec<String>,
    #[arg(long, value_name = "lead|support|issue", hide_possible_values = true)]
    role: Option<RoleArg>,
    #[arg(short, long, value_name = "KIND")]
    kind: Option<String>,
    #[command(flatten)]
    format: FormatArg,
}

/// How many other hits are named.
const OTHERS: usize = 9;

/// Answers the question.
///
/// # Errors
/// The plan cannot be read, or output failed.
pub(crate) fn run(context: &mut Context, args: &WhoArgs) -> Result<ExitStatus, CliError> {
    let plan = open::plan(context.settings)?;
    let query = args.query.join(" ");
    let search::Nodes {
        hits,
        asked,
        notes,
        read,
        is_nearest,
    } = search::nodes(context, &plan, &query);
    let kind = args.kind.as_deref();
    let kind = kind
        .map(|name| list::kind(context, &plan, name))
        .transpose()?;
    // A question says these too: 工信部牵头的工程.
    let (role_read, kind_read) = of_body(&plan, &hits, &read);
    let kind = kind.or(kind_read);
    let is_issue = args.role == Some(RoleArg::Issue);
    let best = best(&plan, &hits, kind, is_issue);
    let nodes: Vec<Node> = if asked.is_empty() {
        best.copied().into_iter().collect()
    } else {
        asked
    };
    if nodes.is_empty() {
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
        if notes.is_empty() {
            return Ok(done_or_nothing(true, context.lang()));
        }
        return Ok(say(notes, ExitStatus::Nothing));
    }
    let first = hits.first().filter(|_| !read.is_empty());
    let is_first_of_set = first.is_some_and(|first| !matches!(first, Node::Body(_)));
    let rest = hits.len().saturating_sub(1);
    let left_out = (is_first_of_set && rest > 0).then(|| said(context.lang()).first_of(hits.len()));
    let is_near = is_nearest.then(|| said(context.lang()).nearest_alone.to_owned());
    say(
        notes.into_iter().chain(is_near).chain(left_out).collect(),
        ExitStatus::Done,
    );
    let role = args.role.map(Role::from).or(role_read);
    let answer = |&node: &Node| {
        let mut rows = responsibilities::answers(&plan, node);
        rows.retain(|one| role.is_none_or(|role| one.shown().role == role));
        let is_body = matches!(node, Node::Body(_));
        if let (true, Some(kind)) = (is_body, kind) {
            rows.retain(|one| kind_of(&plan, one.item) == Some(kind));
        }
        Answer {
            node,
            rows,
            is_part: role.is_some() || is_body && kind.is_some(),
            issuers: match node {
                Node::Document(id) if is_issue => &plan[id].issuers,
                Node::Plan | Node::Item(_) | Node::Body(_) | Node::Document(_) => &[],
            },
        }
    };
    let answers: Vec<Answer> = nodes.iter().map(answer).collect();
    match args.format.format {
        Format::Text => text(context, &plan, &answers)?,
        Format::Json => {
            let others = hits.iter().filter(|other| !nodes.contains(other));
            let others: Vec<&Node> = others.take(OTHERS).collect();
            to_json(context, &plan, &query, &answers, &others)?;
        }
        format @ (Format::Tsv | Format::Csv) => {
            let rows: Vec<&BodyAnswer> = answers.iter().flat_map(|one| &one.rows).collect();
            self::rows(context, &plan, format, &rows)?;
        }
        Format::Markdown => {
            for (nth, one) in answers.iter().enumerate() {
                context.out.text(if nth > 0 { "\n" } else { "" })?;
                markdown(context, &plan, one.node, &one.rows)?;
            }
        }
    }
    context.out.flush()?;
    Ok(done_or_nothing(
        answers.iter().all(Answer::is_without),
        context.lang(),
    ))
}

/// What is answered about a node.
struct Answer<'p> {
    node: Node,
    rows: Vec<BodyAnswer<'p>>,
    /// Only a role or a kind was asked for.
    is_part: bool,
    issuers: &'p [BodyId],
}

impl Answer<'_> {
    /// Nothing is left of what was asked for.
    fn is_without(&self) -> bool {
        self.is_part && self.rows.is_empty() && self.issuers.is_empty()
    }
}

/// A block for each answer.
fn text(context: &mut Context, plan: &Plan, answers: &[Answer]) -> Result<(), CliError> {
    let lang = context.lang();
    for (nth, one) in answers.iter().enumerate() {
        if nth > 0 {
            context.out.line("")?;
        }
        if !one.issuers.is_empty() {
            let row = |&body: &BodyId| short_row(context, plan, Node::Body(body), Role::Issuer);
            let rows: Vec<Cells> = one.issuers.iter().map(row).collect();
            layout::rows(&mut context.out, 0, &rows)?;
        } else if one.is_part {
            if answers.len() > 1 {
                // A short list does not say of what it is.
                let head = format!(
                    "{}  {}",
                    describe::sign_in(plan, one.node, lang),
                    context.names.label(plan, one.node)
                );
                context.out.line(head)?;
            }
            let is_body = matches!(one.node, Node::Body(_));
            short_list(context, plan, is_body, &one.rows)?;
        } else {
            let known = describe::responsibilities(plan, one.node, context.options());
            card::write(&mut context.out, &known, lang)?;
        }
    }
    Ok(())
}

/// The first answer, and under `also` the others that were asked for with it.
fn to_json(
    context: &mut Context,
    plan: &Plan,
    query: &str,
    answers: &[Answer],
    others: &[&Node],
) -> Result<(), CliError> {
    let of = |one: &Answer| {
        let all = one.rows.iter().map(|one| AnswerJson::of(plan, one));
        [
            ("node", json::node(plan, one.node, &[])),
            ("responsibilities", json::lines(all)),
        ]
    };
    let others: Vec<&str> = others.iter().map(|&&node| plan.id(node)).collect();
    let mut answer = vec![("query", json::line(&query))];
    answer.extend(answers.iter().take(1).flat_map(of));
    answer.push(("others", json::line(&others)));
    if answers.len() > 1 {
        let also = answers.iter().skip(1).map(|one| {
            let [(_, node), (_, rows)] = of(one);
            format!("{{\"node\": {node},\n\"responsibilities\": {rows}}}")
        });
        answer.push(("also", json::array(also)));
    }
    json::object(&mut context.out, &answer)?;
    Ok(())
}

/// The node that is meant: the best that is no document; of a kind, where one is asked for, unless a body is
/// named. What was issued is a document, or the plan.
fn best<'h>(
    plan: &Plan,
    hits: &'h [Node],
    kind: Option<KindId>,
    is_issue: bool,
) -> Option<&'h Node> {
    let is_issued = |node: &&Node| matches!(node, Node::Document(_) | Node::Plan);
    let of_body = matches!(hits.first(), Some(Node::Body(_)));
    if let Some(issued) = hits.iter().find(is_issued).filter(|_| is_issue && !of_body) {
        return Some(issued);
    }
    let best = hits.iter().find(|node| !matches!(node, Node::Document(_)));
    match (best, kind) {
        (Some(Node::Body(_)), _) | (_, None) => best.or(hits.first()),
        (_, Some(kind)) => hits.iter().find(|&&node| kind_of(plan, node) == Some(kind)),
    }
}

/// The role and the kind that a question about the work of a body was read for.
fn of_body(plan: &Plan, hits: &[Node], read: &[Part]) -> (Option<Role>, Option<KindId>) {
    let is_first = |id: &str| plan.find(id).as_ref() == hits.first();
    let of_first = read.iter().find_map(|part| match part {
        Part::Filter(FilterName::Lead, id) if is_first(id) => Some(Some(Role::Lead)),
        Part::Filter(FilterName::Support, id) if is_first(id) => Some(Some(Role::Support)),
        Part::Filter(FilterName::Body, id) if is_first(id) => Some(None),
        _ => None,
    });
    let Some(role) = of_first else {
        return (None, None);
    };
    let kind = read.iter().find_map(|part| match part {
        Part::Filter(FilterName::Kind, kind) => plan.kind(kind),
        _ => None,
    });
    (role, kind)
}

fn kind_of(plan: &Plan, node: Node) -> Option<KindId> {
    node.item().map(|id| plan[id].kind)
}

/// What a node is called at first sight, a body in Chinese by its short name, then its name where that is
/// another one, and a role.
fn short_row(context: &Context, plan: &Plan, node: Node, role: Role) -> Cells {
    let sign = describe::sign_in(plan, node, context.lang());
    let label = context.names.label(plan, node);
    let label = if label == sign { String::new() } else { label };
    vec![
        (TextRole::Body, sign),
        (TextRole::Plain, label),
        (TextRole::Label, who::role(context.lang(), role).to_owned()),
    ]
}

/// A line for each answer, short enough for a letter: what or who, its role, what that rests on.
fn short_list(
    context: &mut Context,
    plan: &Plan,
    is_body: bool,
    all: &[BodyAnswer],
) -> Result<(), CliError> {
    let lang = context.lang();
    let row = |one: &BodyAnswer| {
        let other = if is_body {
            one.item
        } else {
            Node::Body(one.body)
        };
        let basis = who::basis_short(lang, one.shown().basis).to_owned();
        let doubt = who::confidence(lang, one.shown().confidence);
        let basis = if doubt.is_empty() {
            basis
        } else {
            [&basis, who::who(lang).comma, doubt].concat()
        };
        let until = one.shown().until.map(|ended| who::until(lang, ended));
        let basis = until.unwrap_or(basis);
        let mut row = short_row(context, plan, other, one.shown().role);
        row.push((TextRole::Quiet, basis));
        row
    };
    let mut rows: Vec<Cells> = Vec::new();
    for row in all.iter().map(row) {
        // What follows from several parts is said once.
        if !rows.contains(&row) {
            rows.push(row);
        }
    }
    layout::rows(&mut context.out, 0, &rows)
}

fn rows(
    context: &mut Context,
    plan: &Plan,
    format: Format,
    all: &[&BodyAnswer],
) -> Result<(), CliError> {
    let lang = context.lang();
    let rows = all
        .iter()
        .map(|&one| responsibilities::cells(plan, one.item, Some((one, one.shown())), lang));
    table::write(&mut context.out, format, &responsibilities::head(), rows)
}

fn markdown(
    context: &mut Context,
    plan: &Plan,
    node: Node,
    all: &[BodyAnswer],
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
    table::write(&mut context.out, Format::Markdown, &head, rows)
}
