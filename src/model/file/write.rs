//! A plan as a data file again, overlays and all: what is loaded from it is the same plan.

use serde::Serialize;

use super::json::RawJson;
use super::parts::RowRecord;
use super::problem::JsonType;
use super::records::{File, KindRecord};
use super::resolve::Sourced;
use super::stored::{Written, raw};
use crate::model::{Confidence, Input, Kind, Node, Plan, Responsibility, Statement};

/// The plan in the format of data files, laid out to be read and compared.
#[must_use]
pub fn to_json(plan: &Plan) -> String {
    laid_out(&file_of(plan), true)
}

/// A plan as the records of a data file.
pub(super) fn file_of(plan: &Plan) -> File {
    let row = |one: &Responsibility, row| RowRecord {
        item: raw(plan.id(one.item)),
        body: raw(&plan[one.body].id),
        ..row_record(plan, row)
    };
    let rows = plan.responsibilities.iter();
    let rows = rows.flat_map(|one| one.rows().iter().map(move |of| row(one, of)));
    File {
        format: Some(1),
        plan: Some(unstated(plan.info().written(plan))),
        kinds: Some(plan.kinds.iter().map(|kind| kind.record(plan)).collect()),
        items: Some(nodes(&plan.items, plan)),
        bodies: nodes(&plan.bodies, plan),
        documents: nodes(&plan.documents, plan),
        responsibilities: rows.collect(),
        thesaurus: plan.thesaurus().to_vec(),
        ..File::default()
    }
}

fn nodes<N: Written<R>, R: Sourced>(nodes: &[N], plan: &Plan) -> Vec<R> {
    let records = nodes.iter().map(|node| node.written(plan));
    records.map(unstated).collect()
}

/// A record without the certainty that goes without saying: stated without a source it would be a doubt.
fn unstated<R: Sourced>(mut record: R) -> R {
    let is_bare = record.sources().is_empty();
    let confidence = record.confidence();
    confidence.take_if(|sure| is_bare && *sure == Confidence::High);
    record
}

/// The plan without the items that are not `kept`; what refers to one of those does so no more.
#[must_use]
pub fn part(plan: &Plan, kept: impl Fn(Node) -> bool) -> Plan {
    let is_kept = |id: &str| {
        let node = plan.find(id);
        node.is_some_and(|node| node.item().is_none() || kept(node))
    };
    let mut file = file_of(plan);
    let items = file.items.get_or_insert_default();
    items.retain(|item| item.id.as_deref().is_some_and(is_kept));
    for item in items {
        item.parent.take_if(|parent| !is_kept(parent));
        item.related.retain(|other| is_kept(other));
    }
    let rows = &mut file.responsibilities;
    rows.retain(|row| row.item.as_deref().is_some_and(is_kept));
    let text = file_json(&file);
    let input = Input {
        name: "",
        bytes: text.as_bytes(),
    };
    super::load(input, &[]).expect("a part of a plan is a plan")
}

/// A data file, laid out to be read and compared. Empty lists are left out.
pub(super) fn file_json(file: &File) -> String {
    laid_out(file, false)
}

/// A data file, with the lists of a plan or only with those that hold something.
fn laid_out(file: &File, all: bool) -> String {
    let is_plan = file.plan.is_some();
    let text = json(file);
    let mut out = String::from("{");
    for member in RawJson::of(&text).members() {
        let is_list = member.value.json_type() == JsonType::List;
        let records = member.value.elements();
        let is_needed = match &*member.key {
            "thesaurus" => false,
            "items" => all || is_plan,
            _ => all || !is_list,
        };
        if records.is_empty() && !is_needed {
            continue;
        }
        let separator = if out.len() > 1 { "," } else { "" };
        out.push_str(separator);
        start_line(&mut out, 2);
        out.extend([member.written.written(), ": "]);
        if is_list {
            section(&mut out, &records);
        } else {
            lay_out(member.value, 2, 0, &mut out);
        }
    }
    out.push_str("\n}\n");
    out
}

/// One node in the format of data files, on one line.
#[must_use]
pub fn node_json(plan: &Plan, node: Node) -> String {
    match node {
        Node::Plan => json(&unstated(plan.info().written(plan))),
        Node::Item(id) => json(&unstated(plan[id].written(plan))),
        Node::Body(id) => json(&unstated(plan[id].written(plan))),
        Node::Document(id) => json(&unstated(plan[id].written(plan))),
    }
}

/// One kind in the format of data files.
pub(in crate::model) fn kind_json(plan: &Plan, kind: &Kind) -> String {
    json(&kind.record(plan))
}

/// A row in the format of data files, without what it is about: its responsibility says that.
#[must_use]
pub fn row_record(plan: &Plan, row: &Statement) -> RowRecord {
    row.written(plan)
}

/// One row in the format of data files, without what it is about.
pub(in crate::model) fn row_json(plan: &Plan, row: &Statement) -> String {
    json(&row_record(plan, row))
}

fn json(record: &impl Serialize) -> String {
    serde_json::to_string(record).expect("a record can be written")
}

/// Writes a list of records, each on lines of its own.
fn section(out: &mut String, records: &[RawJson]) {
    out.push('[');
    for (at, record) in records.iter().enumerate() {
        out.push_str(if at > 0 { "," } else { "" });
        start_line(out, 4);
        lay_out(*record, 4, 0, out);
    }
    if !records.is_empty() {
        start_line(out, 2);
    }
    out.push(']');
}

/// What fits into a line of so many characters stands on one.
const LINE: usize = 120;

/// Writes a value at an indent; `before` characters stand on its line already.
fn lay_out(at: RawJson, indent: usize, before: usize, out: &mut String) {
    let start = out.len();
    write(at, None, out);
    if indent + before + out[start..].chars().count() > LINE {
        out.truncate(start);
        write(at, Some(indent), out);
    }
}

/// Writes a value: each member and element on a line of its own, at an indent, or all on one line.
fn write(at: RawJson, indent: Option<usize>, out: &mut String) {
    let (open, close, pad) = match at.json_type() {
        JsonType::Object => ('{', '}', " "),
        JsonType::List => ('[', ']', ""),
        JsonType::Text | JsonType::Number | JsonType::Bool | JsonType::Null => {
            return out.push_str(at.written());
        }
    };
    out.push(open);
    let members = at.members().into_iter();
    let members = members.map(|member| (member.written.written(), ": ", member.value));
    let elements = at.elements().into_iter().map(|element| ("", "", element));
    let mut separator = "";
    for (key, colon, value) in members.chain(elements) {
        out.push_str(separator);
        match indent {
            Some(indent) => start_line(out, indent + 2),
            None if separator.is_empty() => out.push_str(pad),
            None => out.push(' '),
        }
        separator = ",";
        out.push_str(key);
        out.push_str(colon);
        match indent {
            Some(indent) => {
                let before = key.chars().count() + colon.len();
                lay_out(value, indent + 2, before, out);
            }
            None => write(value, None, out),
        }
    }
    match indent {
        Some(indent) => start_line(out, indent),
        None if separator.is_empty() => {}
        None => out.push_str(pad),
    }
    out.push(close);
}

fn start_line(out: &mut String, indent: usize) {
    out.push('\n');
    out.extend(std::iter::repeat_n(' ', indent));
}

impl Kind {
    /// The kind as a record. Its prefix may be empty, but has to be given.
    fn record(&self, plan: &Plan) -> KindRecord {
        KindRecord {
            prefix: Some((&*self.prefix).into()),
            ..self.written(plan)
        }
    }
}
