//! A plan as a data file again, overlays and all: what is loaded from it is the same plan.

use serde::Serialize;

use super::json::Json;
use super::problem::JsonType;
use super::records::{
    BodyRecord, DocumentRecord, File, ItemRecord, KindRecord, MeasureRecord, PartRecord,
    PeriodRecord, PlanRecord, PointRecord, RowRecord, TargetRecord, TextRecord,
};
use crate::model::{
    Body, BodyId, Date, Document, DocumentId, Figure, Input, Item, Kind, Measure, Node, Part, Plan,
    Point, Responsibility, Source, Statement, Str, Target, Text,
};

/// The plan in the format of data files, laid out to be read and compared.
#[must_use]
pub fn to_json(plan: &Plan) -> String {
    let mut out = String::from("{\n  \"format\": 1,\n  \"plan\": ");
    lay_out(Json::of(&node_json(plan, Node::Plan)), 2, 0, &mut out);
    let kinds = plan.kinds.iter().map(kind_json);
    let node = |node| node_json(plan, node);
    let items = plan.items().map(|(id, _)| node(Node::Item(id)));
    let bodies = plan.bodies().map(|(id, _)| node(Node::Body(id)));
    let documents = plan.documents().map(|(id, _)| node(Node::Document(id)));
    section(&mut out, "kinds", kinds);
    section(&mut out, "items", items);
    section(&mut out, "bodies", bodies);
    section(&mut out, "documents", documents);
    let rows = plan.responsibilities.iter().flat_map(|one| {
        let rows = one.rows().iter();
        rows.map(|row| row_json(plan, one, row))
    });
    section(&mut out, "responsibilities", rows);
    if !plan.thesaurus().is_empty() {
        section(&mut out, "thesaurus", plan.thesaurus().iter().map(json));
    }
    out.push_str("\n}\n");
    out
}

/// A plan as the records of a data file.
pub(super) fn file_of(plan: &Plan) -> File {
    serde_json::from_str(&to_json(plan)).expect("what is written can be read")
}

/// The plan without the items that are not `kept`; what refers to one of those does so no more.
#[must_use]
pub fn part(plan: &Plan, kept: impl Fn(Node) -> bool) -> Plan {
    let is_kept = |id: &str| {
        plan.find(id)
            .is_some_and(|node| kept(node) || !is_item(node))
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

fn is_item(node: Node) -> bool {
    matches!(node, Node::Item(_))
}

/// A data file, laid out to be read and compared. Empty lists are left out.
pub(super) fn file_json(file: &File) -> String {
    let mut out = String::from("{\n  \"format\": 1");
    if let Some(plan) = &file.r#for {
        out.push_str(",\n  \"for\": ");
        out.push_str(&json(plan));
    }
    if let Some(plan) = &file.plan {
        out.push_str(",\n  \"plan\": ");
        lay_out(Json::of(&json(plan)), 2, 0, &mut out);
    }
    let mut list = |key: &str, records: Vec<String>| {
        if !records.is_empty() || key == "items" && file.plan.is_some() {
            section(&mut out, key, records.into_iter());
        }
    };
    list("kinds", file.kinds.iter().flatten().map(json).collect());
    list("items", file.items.iter().flatten().map(json).collect());
    list("bodies", file.bodies.iter().map(json).collect());
    list("documents", file.documents.iter().map(json).collect());
    let rows = file.responsibilities.iter().map(json);
    list("responsibilities", rows.collect());
    list("thesaurus", file.thesaurus.iter().map(json).collect());
    out.push_str("\n}\n");
    out
}

/// One node in the format of data files, on one line.
#[must_use]
pub fn node_json(plan: &Plan, node: Node) -> String {
    match node {
        Node::Plan => json(&plan.plan_record()),
        Node::Item(id) => json(&plan.item_record(&plan[id])),
        Node::Body(id) => json(&plan.body_record(&plan[id])),
        Node::Document(id) => json(&plan.document_record(&plan[id])),
    }
}

/// One kind in the format of data files.
pub(in crate::model) fn kind_json(kind: &Kind) -> String {
    json(&KindRecord {
        id: raw(&kind.id),
        // It may be empty, but has to be given.
        prefix: Some((&*kind.prefix).into()),
        name: text(&kind.name),
        plural: text(&kind.plural),
        primary: kind.primary.then_some(true),
    })
}

/// One of the rows of a responsibility in the format of data files.
pub(in crate::model) fn row_json(plan: &Plan, one: &Responsibility, row: &Statement) -> String {
    json(&RowRecord {
        item: raw(plan.id(one.item)),
        body: raw(&plan[one.body].id),
        role: Some(row.role),
        basis: Some(row.basis),
        document: plan.document_raw(row.document),
        note: text(&row.note),
        confidence: Some(row.confidence),
        sources: plan.source_raws(&row.sources),
        unit: raw(&row.unit),
        contact: raw(&row.contact),
        due: row.due.map(date),
        status: row.status,
    })
}

fn json(record: &impl Serialize) -> String {
    serde_json::to_string(record).expect("a record can be written")
}

fn section(out: &mut String, key: &str, records: impl Iterator<Item = String>) {
    out.push_str(",\n  \"");
    out.push_str(key);
    out.push_str("\": [");
    let mut separator = "";
    for record in records {
        out.push_str(separator);
        separator = ",";
        start_line(out, 4);
        lay_out(Json::of(&record), 4, 0, out);
    }
    if !separator.is_empty() {
        start_line(out, 2);
    }
    out.push(']');
}

/// What fits into a line of so many characters stands on one.
const LINE: usize = 120;

/// Writes a value at an indent; `before` characters stand on its line already.
fn lay_out(at: Json, indent: usize, before: usize, out: &mut String) {
    let start = out.len();
    write(at, None, out);
    if indent + before + out[start..].chars().count() > LINE {
        out.truncate(start);
        write(at, Some(indent), out);
    }
}

/// Writes a value: each member and element on a line of its own, at an indent, or all on one line.
fn write(at: Json, indent: Option<usize>, out: &mut String) {
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

fn raw<'s, T: From<&'s str>>(text: &'s str) -> Option<T> {
    (!text.is_empty()).then(|| text.into())
}

fn all<T, R>(list: &[T], record: impl Fn(&T) -> R) -> Vec<R> {
    list.iter().map(record).collect()
}

fn raws(list: &[Str]) -> Vec<Box<str>> {
    all(list, |text| (&**text).into())
}

fn text(text: &Text) -> Option<TextRecord> {
    (!text.is_empty()).then(|| TextRecord {
        en: raw(text.en()),
        zh: raw(text.zh()),
    })
}

fn date(date: Date) -> String {
    date.to_string()
}

impl Plan {
    fn body_raws(&self, ids: &[BodyId]) -> Vec<String> {
        all(ids, |&id| (&*self[id].id).into())
    }

    fn document_raw(&self, id: Option<DocumentId>) -> Option<String> {
        id.and_then(|id| raw(&self[id].id))
    }

    fn source_raws(&self, sources: &[Source]) -> Vec<String> {
        all(sources, |source| match source {
            Source::Document(id) => (&*self[*id].id).into(),
            Source::Address(address) => (&**address).into(),
        })
    }

    fn plan_record(&self) -> PlanRecord {
        let info = self.info();
        PlanRecord {
            id: raw(&info.id),
            name: text(&info.name),
            issuer: info.issuer.and_then(|id| raw(&self[id].id)),
            drafted_by: self.body_raws(&info.drafted_by),
            dated: info.dated.map(date),
            announced: info.announced.map(date),
            period: info.period.map(|(from, to)| PeriodRecord {
                from: Some(from.into()),
                to: Some(to.into()),
            }),
            compiled: info.compiled.map(date),
            summary: text(&info.summary),
            follows: all(&info.follows, |&id| (&*self[id].id).into()),
            predecessor: self.document_raw(info.predecessor),
            aliases: raws(&info.aliases),
            note: text(&info.note),
            confidence: Some(info.confidence),
            sources: self.source_raws(&info.sources),
        }
    }

    fn item_record(&self, item: &Item) -> ItemRecord {
        ItemRecord {
            id: raw(&item.id),
            kind: raw(&self[item.kind].id),
            number: item.number.map(Into::into),
            category: text(&item.category),
            name: text(&item.name),
            short: text(&item.short),
            seed_name: text(&item.seed_name),
            parent: item.parent.and_then(|id| raw(&self[id].id)),
            related: all(&item.related, |&node| self.id(node).into()),
            summary: text(&item.summary),
            aliases: raws(&item.aliases),
            parts: all(&item.parts, |part| self.part_record(part)),
            targets: all(&item.targets, |target| self.target_record(target)),
            measure: item.measure.as_ref().map(|one| self.measure_record(one)),
            note: text(&item.note),
            confidence: Some(item.confidence),
            sources: self.source_raws(&item.sources),
        }
    }

    fn part_record(&self, part: &Part) -> PartRecord {
        PartRecord {
            name: text(&part.name),
            confidence: part.confidence,
            sources: self.source_raws(&part.sources),
        }
    }

    fn target_record(&self, target: &Target) -> TargetRecord {
        TargetRecord {
            by: Some(date(target.by)),
            text: text(&target.text),
            document: self.document_raw(target.document),
            sources: self.source_raws(&target.sources),
        }
    }

    fn measure_record(&self, measure: &Measure) -> MeasureRecord {
        MeasureRecord {
            unit: text(&measure.unit),
            binding: measure.binding,
            points: all(&measure.points, |point| self.point_record(point)),
        }
    }

    fn point_record(&self, point: &Point) -> PointRecord {
        PointRecord {
            year: Some(point.year.into()),
            value: point.value.map(Figure::from),
            kind: Some(point.kind),
            near: point.near.then_some(true),
            confidence: point.confidence,
            sources: self.source_raws(&point.sources),
        }
    }

    fn body_record(&self, body: &Body) -> BodyRecord {
        BodyRecord {
            id: raw(&body.id),
            abbr: raw(&body.abbr),
            name: text(&body.name),
            aliases: raws(&body.aliases),
            mandate: text(&body.mandate),
            note: text(&body.note),
            successor: body.successor.and_then(|id| raw(&self[id].id)),
            confidence: Some(body.confidence),
            sources: self.source_raws(&body.sources),
        }
    }

    fn document_record(&self, document: &Document) -> DocumentRecord {
        DocumentRecord {
            id: raw(&document.id),
            name: text(&document.name),
            number: raw(&document.number),
            dated: document.dated.map(date),
            date_note: text(&document.date_note),
            issuers: self.body_raws(&document.issuers),
            url: raw(&document.url),
            note: text(&document.note),
            confidence: Some(document.confidence),
            sources: self.source_raws(&document.sources),
        }
    }
}
