//! Rows: who answers for what. Those about one node and body become one responsibility.

use std::collections::HashSet;

use crate::model::{Basis, BodyId, Node, Origin, Responsibility, Role, Statement};

use super::findings::At;
use super::parts::RowRecord;
use super::problem::{NodeSort, ProblemKind};
use super::values::{Values, confidence, string, text};

/// A row, and what it is about.
pub(super) struct Stated {
    item: Node,
    body: BodyId,
    /// Its place among the rows of all files.
    place: u32,
    row: Statement,
}

/// What a row says, if it is known of whom and of what.
pub(super) fn stated_of(
    values: &mut Values,
    record: RowRecord,
    file: Origin,
    index: usize,
    place: u32,
) -> Option<Stated> {
    let at = At {
        file,
        list: "responsibilities",
        index: Some(index),
    };
    let path = at.path(record.item.as_deref().unwrap_or_default());
    let item = values.need(record.item.as_deref(), path, "item");
    let wanted = Some(NodeSort::ItemOrPlan);
    let item = item.and_then(|id| values.node(id, wanted, path.key("item")));
    let body = values.need(record.body, path, "body");
    let body = body.and_then(|id| values.body(&id, path.key("body")));
    let overlay = file.is_overlay();
    let basis = match record.basis {
        None if overlay => Basis::Assigned,
        None => Basis::Plan,
        Some(basis) => {
            if overlay && basis != Basis::Assigned {
                values
                    .findings
                    .add(path.key("basis"), ProblemKind::NotAssigned);
            }
            basis
        }
    };
    let document = record.document.as_deref();
    if basis == Basis::Companion && document.is_none() {
        let what = ProblemKind::CompanionWithoutDocument;
        values.findings.add(path.key("basis"), what);
    }
    // An assignment is its own source, in whatever file it stands, and so is the plan's own text.
    let own = matches!(basis, Basis::Assigned | Basis::Plan);
    let sourced = !record.sources.is_empty() || document.is_some() || own;
    let document = document.and_then(|id| values.document(id, path.key("document")));
    let due = record.due.as_deref();
    let until = record.until.as_deref();
    let row = Statement {
        // An office that only says who handles it there does not say in which role.
        role: record.role.unwrap_or(match basis {
            Basis::Assigned => Role::Unstated,
            Basis::Plan | Basis::Press | Basis::Companion | Basis::Mandate => Role::Lead,
        }),
        basis,
        document,
        until: until.and_then(|date| values.date(date, path.key("until"))),
        note: record.note.map(text).unwrap_or_default(),
        confidence: confidence(record.confidence, sourced, overlay || !own),
        sources: values.sources(record.sources, path.key("sources")),
        origin: file,
        unit: string(record.unit),
        contact: string(record.contact),
        due: due.and_then(|date| values.date(date, path.key("due"))),
        status: record.status,
    };
    let (item, body) = item.zip(body)?;
    Some(Stated {
        item,
        body,
        place,
        row,
    })
}

/// Rows for one node and body become one responsibility, its strongest row first. Nodes come in
/// plan order; within a node by role, former ones last, then by the first row with that role in the order of files.
pub(super) fn gather(mut rows: Vec<Stated>) -> Vec<Responsibility> {
    rows.sort_unstable_by_key(|one| (one.item, one.body, one.row.role, one.row.basis, one.place));
    let pairs = rows.chunk_by(|a, b| (a.item, a.body) == (b.item, b.body));
    let mut all: Vec<Responsibility> = Vec::with_capacity(pairs.count());
    // Those of one node, each with the place of the first row that has the role it is shown with.
    let mut node: Vec<(u32, Responsibility)> = Vec::new();
    let mut pair: Vec<Statement> = Vec::new();
    let mut first = u32::MAX;
    let mut rows = rows.into_iter().peekable();
    while let Some(Stated {
        item,
        body,
        place,
        row,
    }) = rows.next()
    {
        if pair.first().is_none_or(|shown| shown.role == row.role) {
            first = first.min(place);
        }
        pair.push(row);
        let next = rows.peek().map(|next| (next.item, next.body));
        if next != Some((item, body)) {
            let rows = without_repeats(std::mem::take(&mut pair));
            node.push((first, Responsibility::of(item, body, rows)));
            first = u32::MAX;
        }
        if next.is_none_or(|(next, _)| next != item) {
            node.sort_unstable_by_key(|(first, one)| {
                (one.shown().role, one.shown().is_former(), *first)
            });
            all.extend(node.drain(..).map(|(_, one)| one));
        }
    }
    all
}

/// Drops an overlay's row that says what another row says already: an overlay may be laid twice.
fn without_repeats(mut rows: Vec<Statement>) -> Vec<Statement> {
    if rows.len() > 1 && rows.iter().any(|row| row.origin.is_overlay()) {
        let mut said = HashSet::new();
        rows.retain(|row| {
            let anywhere = Statement {
                origin: Origin::default(),
                ..row.clone()
            };
            said.insert(anywhere) || !row.origin.is_overlay()
        });
    }
    rows
}
