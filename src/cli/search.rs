//! `plan search QUERY…`: hits, best first.

use clap::Args;
use serde::Serialize;

use super::args::{Format, FormatArg};
use super::error::{CliError, ExitStatus};
use super::json::{self, Brief};
use super::layout::{self, Cells};
use super::table;
use super::{Context, list, open, say};
use crate::describe::{self, TextRole, kind_id, sign};
use crate::i18n::cli::cli as words;
use crate::i18n::results::results;
use crate::i18n::search::search as said;
use crate::i18n::who;
use crate::model::{BodyId, Lang, Node, Plan, named};
use crate::query::{Note, Part, Query};
use crate::search::{Found, Hit, Index, Tier};

/// `plan search`.
#[derive(Debug, Args)]
pub struct SearchArgs {
    #[arg(required = true, value_name = "QUERY")]
    query: Vec<String>,
    #[arg(
        short = 'n',
        long,
        value_name = "N",
        default_value_t = 20,
        hide_default_value = true,
        allow_negative_numbers = true,
        value_parser = limit
    )]
    limit: usize,
    #[arg(short, long, value_name = "KIND")]
    kind: Option<String>,
    #[arg(long, value_name = "ORG")]
    body: Option<String>,
    #[command(flatten)]
    format: FormatArg,
}

/// A number of hits as clap takes it: none is no answer.
fn limit(text: &str) -> Result<usize, &'static str> {
    text.parse()
        .ok()
        .filter(|&limit| limit > 0)
        .ok_or("no number of hits")
}

/// What a query finds.
pub(crate) struct Nodes {
    /// Best first, without the scattered tail.
    pub(crate) hits: Vec<Node>,
    /// Those that it names one by one, if they are several.
    pub(crate) asked: Vec<Node>,
    /// What is to be said about the query.
    pub(crate) notes: Vec<String>,
    /// The filters as which it was read.
    pub(crate) read: Vec<Part>,
    /// The first only comes near to the words, and no note says so.
    pub(crate) is_nearest: bool,
}

/// Searches for nodes.
pub(crate) fn nodes(context: &Context, plan: &Plan, query: &str) -> Nodes {
    let typed = Query::parse(query).on(context.today());
    let index = Index::build(plan);
    let found = index.search(plan, &typed);
    let strong = found.hits.iter().take(found.weak);
    let read = match found.read_as() {
        Some(Note::ReadAs(parts)) => parts.clone(),
        _ => Vec::new(),
    };
    let asked = if read.is_empty() {
        index.several_asked(plan, &typed)
    } else {
        None
    };
    let first = found.hits.first();
    let is_nearest = first.is_some_and(|hit| hit.tier == Tier::Nearest)
        && !found
            .notes
            .iter()
            .any(|note| matches!(note, Note::Nearest(_)));
    Nodes {
        is_nearest,
        hits: strong.map(|hit| hit.node).collect(),
        asked: asked.unwrap_or_default(),
        notes: notes(plan, &found, query, context.lang()),
        read,
    }
}

/// What is to be said about a query, and that it found nothing, where nothing else says so.
fn notes(plan: &Plan, found: &Found, query: &str, lang: Lang) -> Vec<String> {
    let notes = found.notes.iter();
    let notes = notes.map(|note| describe::note(plan, note, lang));
    let is_unsaid = found.hits.is_empty() && !found.says_why_nothing();
    let nothing = is_unsaid.then(|| words(lang).nothing(&named(query)));
    notes.chain(nothing).collect()
}

/// A search and what it found.
struct SearchAnswer<'a> {
    plan: &'a Plan,
    index: &'a Index,
    query: &'a Query,
    found: &'a Found,
    /// The hits that are shown.
    hits: &'a [Hit],
}

impl SearchAnswer<'_> {
    /// The number of hits that are not shown.
    fn rest(&self) -> usize {
        self.found.total.saturating_sub(self.hits.len())
    }
}

/// The answer goes to a terminal as text, where its last line says what is left out.
fn is_read_here(context: &Context, args: &SearchArgs) -> bool {
    context.out.width.is_some() && args.format.format == Format::Text
}

/// Searches.
///
/// # Errors
/// A kind or body does not exist, the plan cannot be read, or output failed.
pub(crate) fn run(context: &mut Context, args: &SearchArgs) -> Result<ExitStatus, CliError> {
    let lang = context.lang();
    let plan = open::plan(context.settings)?;
    let mut input = args.query.join(" ");
    if let Some(name) = &args.kind {
        input += " kind:";
        input += &list::kind_or_other(context, &plan, name)?;
    }
    let index = Index::build(&plan);
    if let Some(name) = &args.body {
        let body = body(context, &plan, name)?;
        input += " body:";
        input += &plan[body].id;
    }
    let query = Query::parse(&input).on(context.today());
    let found = index.search(&plan, &query);
    let hits = found
        .hits
        .get(..args.limit.min(found.hits.len()))
        .unwrap_or_default();
    let notes = notes(&plan, &found, &args.query.join(" "), lang);
    let status = if found.hits.is_empty() {
        ExitStatus::Nothing
    } else {
        ExitStatus::Done
    };
    // Above the answers: they say how the query was read.
    let status = say(notes, status);
    let answer = SearchAnswer {
        plan: &plan,
        index: &index,
        query: &query,
        found: &found,
        hits,
    };
    match args.format.format {
        Format::Text => text(context, &answer)?,
        Format::Json => {
            let hits = answer.hits.iter().map(|hit| hit_json(&answer, hit));
            context.out.text(&(json::lines(hits) + "\n"))?;
        }
        format => rows(context, &answer, format)?,
    }
    context.out.flush()?;
    if !is_read_here(context, args) && answer.rest() > 0 {
        let words = said(lang);
        let note = if hits.len() == found.hits.len() {
            words.best_only(hits.len(), found.total)
        } else {
            words.cut(hits.len(), found.total)
        };
        return Ok(say(vec![note], status));
    }
    Ok(status)
}

/// The body that `name` means: its id, abbreviation, a name, or an alias.
///
/// # Errors
/// None, or none for sure: one line.
pub(crate) fn body(context: &Context, plan: &Plan, name: &str) -> Result<BodyId, CliError> {
    if let Some(Node::Body(id)) = plan.find(name) {
        return Ok(id);
    }
    let index = Index::build(plan);
    let found = index.search(plan, &Query::parse(&format!("{name} kind:body")));
    let hits = found.hits.iter();
    let bodies = hits.filter_map(|hit| Some((hit.node.body()?, hit.tier)));
    let best: Vec<(BodyId, Tier)> = bodies.take(2).collect();
    match best.as_slice() {
        [(id, Tier::Exact), ..] => Ok(*id),
        [(id, tier)] if *tier < Tier::Fuzzy => Ok(*id),
        near => {
            let near = near.first().map(|(id, _)| &*plan[*id].id);
            let near = near.filter(|_| name.contains(char::is_alphanumeric));
            Err(CliError::new(
                words(context.lang()).no_body(&named(name), near),
            ))
        }
    }
}

/// A hit as JSON.
#[derive(Serialize)]
struct HitJson<'a> {
    #[serde(flatten)]
    node: Brief<'a>,
    score: i64,
    tier: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    lacks: Option<&'a [String]>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    lead: Vec<&'a str>,
    matched: Vec<MatchJson>,
}

/// A text that matched, as JSON.
#[derive(Serialize)]
struct MatchJson {
    field: &'static str,
    text: String,
}

fn hit_json<'a>(answer: &'a SearchAnswer, hit: &'a Hit) -> HitJson<'a> {
    let matched = answer.index.matched(answer.plan, answer.query, hit);
    let matched = matched.into_iter().map(|why| MatchJson {
        field: why.field.id(),
        text: why.text,
    });
    HitJson {
        node: Brief::of(answer.plan, hit.node),
        score: hit.score,
        tier: hit.tier.id(),
        lacks: hit.near.as_ref().map(|near| near.lacks.as_slice()),
        lead: lead_ids(answer.plan, hit.node),
        matched: matched.collect(),
    }
}

/// The ids of the bodies that lead an item; none for anything else.
fn lead_ids(plan: &Plan, node: Node) -> Vec<&str> {
    let leads = list::leading(plan, node).into_iter();
    leads.map(|lead| &*plan[lead.body].id).collect()
}

/// Why a node was found, where its name does not show it; what came of a target that was asked about.
fn why(context: &Context, answer: &SearchAnswer, hit: &Hit) -> String {
    let lang = context.lang();
    let why = answer.index.why(answer.plan, answer.query, hit, lang);
    let verdict = || {
        answer.found.read_as()?;
        let verdict = results(lang).of(answer.plan.verdict(hit.node)?);
        let figures = describe::result_of_target(answer.plan, hit.node, lang);
        let figures = figures.map(|figures| who::who(lang).colon.to_owned() + &figures);
        Some(verdict + &figures.unwrap_or_default())
    };
    let ranked = || describe::ranked(answer.found, hit, lang);
    why.map(|why| describe::why(&why, lang))
        .or_else(ranked)
        .or_else(|| describe::due(answer.plan, hit, lang, answer.query.today()))
        .or_else(verdict)
        .unwrap_or_default()
}

fn text(context: &mut Context, answer: &SearchAnswer) -> Result<(), CliError> {
    let lang = context.lang();
    let row = |(at, hit): (usize, &Hit)| {
        let quiet = if at < answer.found.weak {
            TextRole::Plain
        } else {
            TextRole::Quiet
        };
        let why = why(context, answer, hit);
        let why = if why.is_empty() {
            why
        } else {
            format!("[{why}]")
        };
        let plan = answer.plan;
        vec![
            (TextRole::Body, sign(plan, hit.node).to_owned()),
            (
                TextRole::Quiet,
                describe::kind(plan, hit.node, lang).to_owned(),
            ),
            (quiet, context.names.label(plan, hit.node)),
            (TextRole::Plain, list::leads(context, plan, hit.node)),
            (TextRole::Quiet, why),
        ]
    };
    let cells: Vec<Cells> = answer.hits.iter().enumerate().map(row).collect();
    layout::rows(&mut context.out, 0, &cells)?;
    let rest = answer.rest();
    if rest > 0 && context.out.width.is_some() {
        let line = context
            .out
            .paint
            .role(TextRole::Quiet, &said(lang).more(rest));
        context.out.line(line)?;
    }
    Ok(())
}

fn rows(context: &mut Context, answer: &SearchAnswer, format: Format) -> Result<(), CliError> {
    const HEAD: [&str; 8] = [
        "id", "kind", "name_en", "name_zh", "lead", "score", "tier", "why",
    ];
    let rows = answer.hits.iter().map(|hit| {
        let name = answer.plan.name(hit.node);
        vec![
            answer.plan.id(hit.node).to_owned(),
            kind_id(answer.plan, hit.node).to_owned(),
            name.en().to_owned(),
            name.zh().to_owned(),
            lead_ids(answer.plan, hit.node).join(" "),
            hit.score.to_string(),
            hit.tier.id().to_owned(),
            why(context, answer, hit),
        ]
    });
    let rows: Vec<Vec<String>> = rows.collect();
    table::write(&mut context.out, format, &HEAD, rows)
}
