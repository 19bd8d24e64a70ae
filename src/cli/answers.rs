//! Responsibilities as records: one for each body and item, with what it rests on. JSON, tables and
//! the export are written from them.

use super::json::{self, Json, Object};
use crate::card::said;
use crate::model::{Basis, BodyId, ItemId, Lang, Node, Plan, Responsibility, Role, Row, Status};

/// That a body answers for a node; for an item without rows of its own, `from` is the item below
/// it that says so.
#[derive(Clone, Copy, Debug)]
pub struct Answer<'a> {
    /// What is answered for.
    pub item: Node,
    /// Who answers.
    pub body: BodyId,
    /// The rows, the shown one first.
    pub rows: &'a [Row],
    /// The item from which this follows.
    pub from: Option<ItemId>,
}

impl<'a> Answer<'a> {
    fn of(one: &'a Responsibility) -> Answer<'a> {
        Answer {
            item: one.item,
            body: one.body,
            rows: one.rows(),
            from: None,
        }
    }

    /// The row that is shown.
    #[must_use]
    pub fn shown(&self) -> &'a Row {
        self.rows.first().expect("a responsibility has a row")
    }

    /// The rows below the shown one.
    #[must_use]
    pub fn evidence(&self) -> &'a [Row] {
        self.rows.get(1..).unwrap_or_default()
    }
}

/// What is answered: for an item or the plan, who answers for it, or, where it has no rows of its
/// own, what follows from what belongs to it; for a body, what it answers for.
#[must_use]
pub fn answers(plan: &Plan, node: Node) -> Vec<Answer<'_>> {
    match node {
        Node::Body(id) => plan.charges(id).map(Answer::of).collect(),
        Node::Document(_) => Vec::new(),
        Node::Plan => plan.responsible(node).iter().map(Answer::of).collect(),
        Node::Item(id) => {
            let own = plan.responsible(node);
            if own.is_empty() {
                inherited(plan, id)
            } else {
                own.iter().map(Answer::of).collect()
            }
        }
    }
}

fn inherited(plan: &Plan, item: ItemId) -> Vec<Answer<'_>> {
    let mut all = Vec::new();
    for one in plan.inherited(item) {
        for from in one.from {
            let below = plan
                .responsible(Node::Item(from))
                .iter()
                .find(|row| row.body == one.body);
            all.extend(below.map(|below| Answer {
                item: Node::Item(item),
                from: Some(from),
                ..Answer::of(below)
            }));
        }
    }
    all
}

/// A role as the file writes it.
#[must_use]
pub fn role(role: Role) -> &'static str {
    match role {
        Role::Lead => "lead",
        Role::Support => "support",
        Role::Issuer => "issuer",
    }
}

/// A basis as the file writes it.
#[must_use]
pub fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Assigned => "assigned",
        Basis::Plan => "plan",
        Basis::Press => "press",
        Basis::Companion => "companion",
        Basis::Mandate => "mandate",
    }
}

/// A status as the file writes it.
#[must_use]
pub fn status(status: Status) -> &'static str {
    match status {
        Status::Open => "open",
        Status::Done => "done",
        Status::Late => "late",
        Status::Dropped => "dropped",
    }
}

/// What a row says, onto what `head` holds.
#[must_use]
pub fn row(plan: &Plan, row: &Row, head: Object) -> Object {
    head.put("role", role(row.role))
        .put("basis", basis(row.basis))
        .some("document", row.document.map(|id| plan[id].id.as_ref()))
        .both("note", &row.note)
        .put("confidence", json::confidence(row.confidence))
        .put("sources", json::sources(plan, &row.sources))
        .text("unit", &row.unit)
        .text("contact", &row.contact)
        .some("due", row.due.map(json::date))
        .some("status", row.status.map(status))
}

/// An answer in full.
#[must_use]
pub fn answer(plan: &Plan, one: &Answer) -> Json {
    let body = &plan[one.body];
    let who = Object::default()
        .put("id", body.id.as_ref())
        .put("abbr", body.abbr.as_ref())
        .put("name", &body.name);
    let head = Object::default()
        .put("body", who)
        .put("item", json::brief(plan, one.item));
    let evidence = one
        .evidence()
        .iter()
        .map(|other| row(plan, other, Object::default()).into());
    row(plan, one.shown(), head)
        .put("evidence", evidence.collect::<Vec<Json>>())
        .some("from", one.from.map(|id| plan[id].id.as_ref()))
        .into()
}

/// A node as the data file has it, with who answers for it or what it answers for.
#[must_use]
pub fn node(plan: &Plan, node: Node) -> Json {
    let answers: Vec<Json> = answers(plan, node)
        .iter()
        .map(|one| answer(plan, one))
        .collect();
    let more = match node {
        Node::Document(_) => Object::default(),
        Node::Plan | Node::Item(_) | Node::Body(_) => {
            Object::default().put("responsibilities", answers)
        }
    };
    json::node(plan, node, more)
}

/// The columns of a table of answers.
pub const COLUMNS: [&str; 20] = [
    "item",
    "item_kind",
    "item_name_en",
    "item_name_zh",
    "role",
    "body",
    "abbr",
    "body_name_en",
    "body_name_zh",
    "basis",
    "document",
    "says",
    "confidence",
    "from",
    "unit",
    "contact",
    "due",
    "status",
    "note_en",
    "note_zh",
];

/// A row of a table of answers.
#[must_use]
pub fn cells(plan: &Plan, one: &Answer, row: &Row, lang: Lang) -> Vec<String> {
    let body = &plan[one.body];
    let item = plan.name(one.item);
    vec![
        plan.id(one.item).to_owned(),
        crate::card::kind_id(plan, one.item).to_owned(),
        item.en().to_string(),
        item.zh().to_string(),
        role(row.role).to_owned(),
        body.id.to_string(),
        body.abbr.to_string(),
        body.name.en().to_string(),
        body.name.zh().to_string(),
        basis(row.basis).to_owned(),
        row.document
            .map(|id| plan[id].id.to_string())
            .unwrap_or_default(),
        said(plan, row, lang),
        json::confidence(row.confidence).to_owned(),
        one.from
            .map(|id| plan[id].id.to_string())
            .unwrap_or_default(),
        row.unit.to_string(),
        row.contact.to_string(),
        row.due.map(json::date).unwrap_or_default(),
        row.status.map(status).unwrap_or_default().to_owned(),
        row.note.en().to_string(),
        row.note.zh().to_string(),
    ]
}
