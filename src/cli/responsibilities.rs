//! Responsibilities as records: one for each body and item, with what it rests on. JSON, tables and
//! the export are written from them.

use std::collections::HashMap;

use serde::Serialize;

use super::json::{self, Both, Brief, word};
use crate::describe::{doubted_basis, kind_id};
use crate::model::sheet::NOT_BEGUN_NAMES;
use crate::model::{
    BodyId, Confidence, Item, ItemId, Lang, Node, Outcome, Plan, Responsibility, RowRecord, Source,
    Statement, Verdict, row_record,
};

/// That a body answers for a node; for an item without rows of its own, `from` is the item below
/// it that says so.
#[derive(Clone, Copy, Debug)]
pub struct BodyAnswer<'a> {
    /// What is answered for.
    pub item: Node,
    /// Who answers.
    pub body: BodyId,
    /// The rows, the shown one first.
    pub rows: &'a [Statement],
    /// The item from which this follows.
    pub from: Option<ItemId>,
}

impl<'a> BodyAnswer<'a> {
    fn of(one: &'a Responsibility) -> BodyAnswer<'a> {
        BodyAnswer {
            item: one.item,
            body: one.body,
            rows: one.rows(),
            from: None,
        }
    }

    /// The row that is shown.
    #[must_use]
    pub fn shown(&self) -> &'a Statement {
        self.rows.first().expect("a responsibility has a row")
    }

    /// The rows below the shown one.
    #[must_use]
    pub fn evidence(&self) -> &'a [Statement] {
        self.rows.get(1..).unwrap_or_default()
    }
}

/// What is answered: for an item or the plan, who answers for it, or, where it has no rows of its
/// own, what follows from what belongs to it; for a body, what it answers for.
#[must_use]
pub fn answers(plan: &Plan, node: Node) -> Vec<BodyAnswer<'_>> {
    match node {
        Node::Body(id) => plan.responsibilities_of(id).map(BodyAnswer::of).collect(),
        Node::Document(_) => Vec::new(),
        Node::Plan => plan.responsible(node).iter().map(BodyAnswer::of).collect(),
        Node::Item(id) => {
            let own = plan.responsible(node);
            if own.is_empty() {
                inherited(plan, id)
            } else {
                own.iter().map(BodyAnswer::of).collect()
            }
        }
    }
}

fn inherited(plan: &Plan, item: ItemId) -> Vec<BodyAnswer<'_>> {
    let mut all = Vec::new();
    // Of several rows of a body the first.
    let mut rows: HashMap<ItemId, HashMap<BodyId, &Responsibility>> = HashMap::new();
    for one in plan.inherited(item) {
        for from in one.from {
            let rows = rows.entry(from).or_insert_with(|| {
                let rows = plan.responsible(Node::Item(from)).iter().rev();
                rows.map(|row| (row.body, row)).collect()
            });
            let below = rows.get(&one.body).copied();
            all.extend(below.map(|below| BodyAnswer {
                item: Node::Item(item),
                from: Some(from),
                ..BodyAnswer::of(below)
            }));
        }
    }
    all
}

/// A body as JSON.
#[derive(Debug, Serialize)]
struct BodyJson<'a> {
    id: &'a str,
    abbr: &'a str,
    name: Both<'a>,
}

/// An answer as JSON.
#[derive(Debug, Serialize)]
pub struct AnswerJson<'a> {
    body: BodyJson<'a>,
    item: Brief<'a>,
    #[serde(flatten)]
    shown: RowRecord,
    evidence: Vec<RowRecord>,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<&'a str>,
}

impl<'a> AnswerJson<'a> {
    /// An answer in full.
    #[must_use]
    pub fn of(plan: &'a Plan, one: &BodyAnswer<'a>) -> AnswerJson<'a> {
        let body = &plan[one.body];
        AnswerJson {
            body: BodyJson {
                id: &body.id,
                abbr: &body.abbr,
                name: Both::from(&body.name),
            },
            item: Brief::of(plan, one.item),
            shown: row_record(plan, one.shown()),
            evidence: one
                .evidence()
                .iter()
                .map(|row| row_record(plan, row))
                .collect(),
            from: one.from.map(|id| plan[id].id.as_ref()),
        }
    }
}

/// Nodes as a JSON array, one a line.
#[must_use]
pub fn nodes(plan: &Plan, nodes: &[Node]) -> String {
    json::array(nodes.iter().map(|&one| node(plan, one))) + "\n"
}

/// A node as the data file has it, with who answers for it or what it answers for.
fn node(plan: &Plan, node: Node) -> String {
    let answers = answers(plan, node);
    let answers: Vec<AnswerJson> = answers
        .iter()
        .map(|one| AnswerJson::of(plan, one))
        .collect();
    match node {
        Node::Document(_) => json::node(plan, node, &[]),
        Node::Plan | Node::Item(_) | Node::Body(_) => {
            let mut more = vec![("responsibilities", json::line(&answers))];
            let result = plan.verdict(node).map(ResultJson::from);
            more.extend(result.map(|result| ("result", json::line(&result))));
            json::node(plan, node, &more)
        }
    }
}

/// A verdict as JSON.
#[derive(Debug, Serialize)]
struct ResultJson {
    verdict: Outcome,
    #[serde(skip_serializing_if = "Option::is_none")]
    year: Option<u16>,
    confidence: Confidence,
}

impl From<Verdict> for ResultJson {
    fn from(verdict: Verdict) -> ResultJson {
        ResultJson {
            verdict: verdict.outcome,
            year: verdict.year,
            confidence: verdict.confidence,
        }
    }
}

/// The verdict on a node and its year, as cells; empty for one that is not measured.
#[must_use]
pub fn result(plan: &Plan, node: Node) -> [String; 2] {
    let verdict = plan.verdict(node);
    let year = verdict.and_then(|verdict| verdict.year);
    let outcome = verdict.map(|verdict| word(verdict.outcome));
    [outcome.unwrap_or_default(), optional(year)]
}

fn optional(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// What a line of a table of answers is about, beside the item.
struct TableLine<'a> {
    plan: &'a Plan,
    one: &'a BodyAnswer<'a>,
    row: &'a Statement,
    lang: Lang,
}

/// A cell of a table of answers.
#[derive(Clone, Copy)]
enum TableCell {
    /// It says something of what is answered for.
    Item(fn(&Plan, Node) -> String),
    /// It says something of one of the rows.
    Row(fn(&TableLine) -> String),
    /// It says something of one of the rows, and where there is none, the same of an item.
    Either(fn(&TableLine) -> String, fn(&Plan, &Item) -> String),
}

/// The status of a row; what is not begun has none in a data file.
fn status(row: &Statement) -> String {
    let said = row.status.map(word);
    let not_begun = row.is_not_begun().then(|| NOT_BEGUN_NAMES[0].to_owned());
    said.or(not_begun).unwrap_or_default()
}

/// The columns of a table of answers.
#[rustfmt::skip]
const COLUMNS: [(&str, TableCell); 23] = [
    ("item", TableCell::Item(|plan, item| plan.id(item).to_owned())),
    ("item_kind", TableCell::Item(|plan, item| kind_id(plan, item).to_owned())),
    ("item_name_en", TableCell::Item(|plan, item| plan.name(item).en().to_owned())),
    ("item_name_zh", TableCell::Item(|plan, item| plan.name(item).zh().to_owned())),
    ("role", TableCell::Row(|of| of.row.role.stated().map(word).unwrap_or_default())),
    ("body", TableCell::Row(|of| of.plan[of.one.body].id.to_string())),
    ("abbr", TableCell::Row(|of| of.plan[of.one.body].abbr.to_string())),
    ("body_name_en", TableCell::Row(|of| of.plan[of.one.body].name.en().to_owned())),
    ("body_name_zh", TableCell::Row(|of| of.plan[of.one.body].name.zh().to_owned())),
    ("basis", TableCell::Row(|of| word(of.row.basis))),
    ("document", TableCell::Row(|of| optional(of.row.document.map(|id| &of.plan[id].id)))),
    ("says", TableCell::Row(|of| doubted_basis(of.plan, of.row, of.lang))),
    ("confidence", TableCell::Either(|of| word(of.row.confidence), |_, item| stated(item))),
    ("from", TableCell::Row(|of| optional(of.one.from.map(|id| &of.plan[id].id)))),
    ("unit", TableCell::Row(|of| of.row.unit.to_string())),
    ("contact", TableCell::Row(|of| of.row.contact.to_string())),
    ("due", TableCell::Row(|of| optional(of.row.due))),
    ("status", TableCell::Row(|of| status(of.row))),
    ("note_en", TableCell::Either(|of| of.row.note.en().to_owned(), |_, item| item.note.en().to_owned())),
    ("note_zh", TableCell::Either(|of| of.row.note.zh().to_owned(), |_, item| item.note.zh().to_owned())),
    ("sources", TableCell::Either(|of| sources(of.plan, &of.row.sources), |plan, item| sources(plan, &item.sources))),
    ("result", TableCell::Item(|plan, item| result(plan, item)[0].clone())),
    ("result_year", TableCell::Item(|plan, item| result(plan, item)[1].clone())),
];

/// The head of a table of answers.
#[must_use]
pub fn head() -> [&'static str; 23] {
    COLUMNS.map(|(name, _)| name)
}

/// A line of a table of answers, for one of the rows of an answer; for the item alone where none is
/// given.
#[must_use]
pub fn cells(
    plan: &Plan,
    item: Node,
    of: Option<(&BodyAnswer, &Statement)>,
    lang: Lang,
) -> Vec<String> {
    let line = of.map(|(one, row)| TableLine {
        plan,
        one,
        row,
        lang,
    });
    let cell = |(_, cell): (_, TableCell)| match (cell, &line) {
        (TableCell::Item(cell), _) => cell(plan, item),
        (TableCell::Row(cell) | TableCell::Either(cell, _), Some(line)) => cell(line),
        (TableCell::Either(_, cell), None) => {
            let item = item.item().map(|id| cell(plan, &plan[id]));
            item.unwrap_or_default()
        }
        (TableCell::Row(_), None) => String::new(),
    };
    COLUMNS.into_iter().map(cell).collect()
}

/// How well an item is confirmed; nothing where that goes without saying, as in a data file.
fn stated(item: &Item) -> String {
    let is_bare = item.sources.is_empty() && item.confidence == Confidence::High;
    if is_bare {
        String::new()
    } else {
        word(item.confidence)
    }
}

/// Where a statement comes from, a line each.
fn sources(plan: &Plan, sources: &[Source]) -> String {
    let all = sources.iter().map(|source| match source {
        Source::Document(id) => plan[*id].id.to_string(),
        Source::Address(address) => address.to_string(),
    });
    all.collect::<Vec<_>>().join("\n")
}
