//! A plan as a data file again, overlays and all: what is loaded from it is the same plan.

use super::Json;
use super::problem::Sort;
use super::records::{
    BodyRecord, DocumentRecord, ItemRecord, KindRecord, MeasureRecord, PartRecord, PeriodRecord,
    PlanRecord, PointRecord, RowRecord, TargetRecord, TextRecord,
};
use crate::model::{
    Body, BodyId, Date, Document, DocumentId, Figure, Item, Kind, Measure, Node, Part, Plan, Point,
    Row, Source, Str, Target, Text,
};

/// The plan in the format of data files, laid out to be read and compared.
#[must_use]
pub fn to_json(plan: &Plan) -> String {
    let mut out = String::from("{\n  \"format\": 1,\n  \"plan\": ");
    let head = serde_json::to_string(&plan.plan_record()).expect("a record can be written");
    lay_out(Json::of(&head), 2, 0, &mut out);
    section(
        &mut out,
        "kinds",
        plan.kinds().map(|(_, kind)| kind_record(kind)),
    );
    section(
        &mut out,
        "items",
        plan.items().map(|(_, item)| plan.item_record(item)),
    );
    section(
        &mut out,
        "bodies",
        plan.bodies().map(|(_, body)| plan.body_record(body)),
    );
    section(
        &mut out,
        "documents",
        plan.documents().map(|(_, one)| plan.document_record(one)),
    );
    section(&mut out, "responsibilities", plan.row_records());
    out.push_str("\n}\n");
    out
}

/// One node in the format of data files, on one line.
#[must_use]
pub fn node_json(plan: &Plan, node: Node) -> String {
    let json = match node {
        Node::Plan => serde_json::to_string(&plan.plan_record()),
        Node::Item(id) => serde_json::to_string(&plan.item_record(&plan[id])),
        Node::Body(id) => serde_json::to_string(&plan.body_record(&plan[id])),
        Node::Document(id) => serde_json::to_string(&plan.document_record(&plan[id])),
    };
    json.expect("a record can be written")
}

/// One kind in the format of data files.
pub(in crate::model) fn kind_json(kind: &Kind) -> String {
    serde_json::to_string(&kind_record(kind)).expect("a record can be written")
}

fn section(out: &mut String, key: &str, records: impl Iterator<Item = impl serde::Serialize>) {
    out.push_str(",\n  \"");
    out.push_str(key);
    out.push_str("\": [");
    let mut any = false;
    for record in records {
        let json = serde_json::to_string(&record).expect("a record can be written");
        out.push_str(if any { ",\n    " } else { "\n    " });
        lay_out(Json::of(&json), 4, 0, out);
        any = true;
    }
    out.push_str(if any { "\n  ]" } else { "]" });
}

/// What fits into a line of so many characters stands on one.
const LINE: usize = 120;

/// Writes a value at an indent; `before` characters stand on its line already.
fn lay_out(at: Json, indent: usize, before: usize, out: &mut String) {
    let start = out.len();
    flat(at, out);
    let fits = indent + before + out[start..].chars().count() <= LINE;
    let (open, close) = match at.sort() {
        Sort::Object if !fits => ('{', '}'),
        Sort::List if !fits => ('[', ']'),
        Sort::Object | Sort::List | Sort::Text | Sort::Number | Sort::Bool | Sort::Null => return,
    };
    out.truncate(start);
    out.push(open);
    let mut separator = "";
    let mut next = |out: &mut String| {
        out.push_str(separator);
        separator = ",";
        out.push('\n');
        out.extend(std::iter::repeat_n(' ', indent + 2));
    };
    for member in at.members() {
        next(out);
        let key = serde_json::to_string(&member.key).expect("a string can be written");
        out.push_str(&key);
        out.push_str(": ");
        lay_out(member.value, indent + 2, key.chars().count() + 2, out);
    }
    for element in at.elements() {
        next(out);
        lay_out(element, indent + 2, 0, out);
    }
    out.push('\n');
    out.extend(std::iter::repeat_n(' ', indent));
    out.push(close);
}

/// Writes a value on one line.
fn flat(at: Json, out: &mut String) {
    let mut separator = "";
    match at.sort() {
        Sort::Object => {
            out.push('{');
            for member in at.members() {
                let key = serde_json::to_string(&member.key).expect("a string can be written");
                out.push_str(separator);
                out.push(' ');
                out.push_str(&key);
                out.push_str(": ");
                flat(member.value, out);
                separator = ",";
            }
            out.push_str(if separator.is_empty() { "}" } else { " }" });
        }
        Sort::List => {
            out.push('[');
            for element in at.elements() {
                out.push_str(separator);
                flat(element, out);
                separator = ", ";
            }
            out.push(']');
        }
        Sort::Text | Sort::Number | Sort::Bool | Sort::Null => out.push_str(at.written()),
    }
}

fn raw(text: &str) -> Option<Box<str>> {
    (!text.is_empty()).then(|| text.into())
}

fn raws(list: &[Str]) -> Vec<Box<str>> {
    list.iter().map(|text| (&**text).into()).collect()
}

fn text(text: &Text) -> Option<TextRecord> {
    (!text.is_empty()).then(|| TextRecord {
        en: raw(text.en()),
        zh: raw(text.zh()),
    })
}

fn date(date: Date) -> Box<str> {
    date.to_string().into()
}

fn kind_record(kind: &Kind) -> KindRecord {
    KindRecord {
        id: raw(&kind.id),
        // It may be empty, but has to be given.
        prefix: Some((&*kind.prefix).into()),
        name: text(&kind.name),
        plural: text(&kind.plural),
        primary: kind.primary.then_some(true),
    }
}

impl Plan {
    fn body_raws(&self, ids: &[BodyId]) -> Vec<Box<str>> {
        ids.iter().map(|&id| (&*self[id].id).into()).collect()
    }

    fn document_raw(&self, id: Option<DocumentId>) -> Option<Box<str>> {
        id.map(|id| (&*self[id].id).into())
    }

    fn source_raws(&self, sources: &[Source]) -> Vec<Box<str>> {
        let raw = |source: &Source| match source {
            Source::Document(id) => (&*self[*id].id).into(),
            Source::Address(address) => (&**address).into(),
        };
        sources.iter().map(raw).collect()
    }

    fn plan_record(&self) -> PlanRecord {
        let info = self.info();
        PlanRecord {
            id: raw(&info.id),
            name: text(&info.name),
            issuer: raw(&self[info.issuer].id),
            drafted_by: self.body_raws(&info.drafted_by),
            dated: Some(date(info.dated)),
            announced: info.announced.map(date),
            period: Some(PeriodRecord {
                from: Some(info.from.into()),
                to: Some(info.to.into()),
            }),
            compiled: Some(date(info.compiled)),
            summary: text(&info.summary),
            follows: info
                .follows
                .iter()
                .filter_map(|&id| self.document_raw(Some(id)))
                .collect(),
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
            related: item
                .related
                .iter()
                .map(|&node| self.id(node).into())
                .collect(),
            summary: text(&item.summary),
            aliases: raws(&item.aliases),
            parts: item
                .parts
                .iter()
                .map(|part| self.part_record(part))
                .collect(),
            targets: item
                .targets
                .iter()
                .map(|target| self.target_record(target))
                .collect(),
            measure: item
                .measure
                .as_ref()
                .map(|measure| self.measure_record(measure)),
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
            points: measure
                .points
                .iter()
                .map(|point| self.point_record(point))
                .collect(),
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

    fn row_records(&self) -> impl Iterator<Item = RowRecord> {
        self.responsibilities.iter().flat_map(move |one| {
            one.rows()
                .iter()
                .map(move |row| self.row_record(one.item, one.body, row))
        })
    }

    pub(in crate::model) fn row_record(&self, item: Node, body: BodyId, row: &Row) -> RowRecord {
        RowRecord {
            item: raw(self.id(item)),
            body: raw(&self[body].id),
            role: Some(row.role),
            basis: Some(row.basis),
            document: self.document_raw(row.document),
            note: text(&row.note),
            confidence: Some(row.confidence),
            sources: self.source_raws(&row.sources),
            unit: raw(&row.unit),
            contact: raw(&row.contact),
            due: row.due.map(date),
            status: row.status,
        }
    }
}
