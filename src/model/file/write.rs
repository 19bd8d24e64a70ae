//! A plan as a data file again, overlays and all: what is loaded from it is the same plan.

use serde::Serialize;

use super::json::Json;
use super::problem::JsonType;
use super::records::{
    BodyRecord, DocumentRecord, File, ItemRecord, KindRecord, MeasureRecord, PartRecord,
    PeriodRecord, PlanRecord, PointRecord, RowRecord, TargetRecord, TextRecord,
};
use crate::model::{
    Basis, Body, BodyId, Confidence, Date, Document, DocumentId, Figure, Info, Input, Item, ItemId,
    Kind, KindId, Measure, Node, Part, Plan, Point, PointKind, Responsibility, Role, Source,
    Statement, Status, Str, Target, Text,
};

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
        plan: Some(plan.info().written(plan)),
        kinds: Some(plan.kinds.written(plan)),
        items: Some(plan.items.written(plan)),
        bodies: plan.bodies.written(plan),
        documents: plan.documents.written(plan),
        responsibilities: rows.collect(),
        thesaurus: plan.thesaurus().to_vec(),
        ..File::default()
    }
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
    laid_out(file, false)
}

/// A data file, with the lists of a plan or only with those that hold something.
fn laid_out(file: &File, all: bool) -> String {
    let mut out = String::from("{\n  \"format\": 1");
    if let Some(plan) = &file.r#for {
        out.push_str(",\n  \"for\": ");
        out.push_str(&json(plan));
    }
    if let Some(plan) = &file.plan {
        out.push_str(",\n  \"plan\": ");
        lay_out(Json::of(&json(plan)), 2, 0, &mut out);
    }
    let is_plan = file.plan.is_some();
    section(&mut out, "kinds", file.kinds.iter().flatten(), all);
    section(
        &mut out,
        "items",
        file.items.iter().flatten(),
        all || is_plan,
    );
    section(&mut out, "bodies", &file.bodies, all);
    section(&mut out, "documents", &file.documents, all);
    section(&mut out, "responsibilities", &file.responsibilities, all);
    section(&mut out, "thesaurus", &file.thesaurus, false);
    out.push_str("\n}\n");
    out
}

/// One node in the format of data files, on one line.
#[must_use]
pub fn node_json(plan: &Plan, node: Node) -> String {
    match node {
        Node::Plan => json(&plan.info().written(plan)),
        Node::Item(id) => json(&plan[id].written(plan)),
        Node::Body(id) => json(&plan[id].written(plan)),
        Node::Document(id) => json(&plan[id].written(plan)),
    }
}

/// One kind in the format of data files.
pub(in crate::model) fn kind_json(plan: &Plan, kind: &Kind) -> String {
    json(&kind.written(plan))
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

/// Writes a list of records; one without any only if it is `needed`.
fn section<'r, R: Serialize + 'r>(
    out: &mut String,
    key: &str,
    records: impl IntoIterator<Item = &'r R>,
    needed: bool,
) {
    let mut records = records.into_iter().map(json).peekable();
    let is_empty = records.peek().is_none();
    if is_empty && !needed {
        return;
    }
    out.extend([",\n  \"", key, "\": ["]);
    let mut separator = "";
    for record in records {
        out.push_str(separator);
        separator = ",";
        start_line(out, 4);
        lay_out(Json::of(&record), 4, 0, out);
    }
    if !is_empty {
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

/// What stands in a record for a value of the plan.
trait Written<R> {
    fn written(&self, plan: &Plan) -> R;
}

macro_rules! written {
    ($($from:ty => $to:ty: |$value:ident, $plan:pat_param| $result:expr;)*) => {$(
        impl Written<$to> for $from {
            fn written(&self, $plan: &Plan) -> $to {
                let $value = self;
                $result
            }
        }
    )*};
}

written! {
    Str => Option<Box<str>>: |text, _| raw(text);
    Str => Box<str>: |text, _| (&**text).into();
    Text => Option<TextRecord>: |text, _| (!text.is_empty()).then(|| TextRecord {
        en: raw(text.en()),
        zh: raw(text.zh()),
    });
    Date => Option<String>: |date, _| Some(date.to_string());
    Option<Date> => Option<String>: |date, _| date.map(|date| date.to_string());
    Option<u32> => Option<i64>: |number, _| number.map(Into::into);
    u16 => Option<i64>: |year, _| Some((*year).into());
    Option<(u16, u16)> => Option<PeriodRecord>: |years, plan| years.map(|(from, to)| PeriodRecord {
        from: from.written(plan),
        to: to.written(plan),
    });
    KindId => Option<String>: |id, plan| raw(&plan[*id].id);
    Option<ItemId> => Option<String>: |id, plan| id.and_then(|id| raw(&plan[id].id));
    Option<BodyId> => Option<String>: |id, plan| id.and_then(|id| raw(&plan[id].id));
    Option<DocumentId> => Option<String>: |id, plan| id.and_then(|id| raw(&plan[id].id));
    BodyId => String: |id, plan| plan[*id].id.to_string();
    DocumentId => String: |id, plan| plan[*id].id.to_string();
    Node => String: |node, plan| plan.id(*node).to_owned();
    Source => String: |source, plan| match source {
        Source::Document(id) => plan[*id].id.to_string(),
        Source::Address(address) => address.to_string(),
    };
    Option<f64> => Option<Figure>: |value, _| value.map(Figure::from);
    bool => Option<bool>: |flag, _| flag.then_some(true);
    Option<bool> => Option<bool>: |flag, _| *flag;
    Role => Option<Role>: |role, _| role.stated();
    Basis => Option<Basis>: |basis, _| Some(*basis);
    PointKind => Option<PointKind>: |kind, _| Some(*kind);
    Option<Status> => Option<Status>: |status, _| *status;
    Confidence => Option<Confidence>: |sure, _| Some(*sure);
    Option<Confidence> => Option<Confidence>: |sure, _| *sure;
    Option<Measure> => Option<MeasureRecord>: |measure, plan| measure.as_ref().map(|one| one.written(plan));
}

impl<T: Written<R>, R> Written<Vec<R>> for [T] {
    fn written(&self, plan: &Plan) -> Vec<R> {
        self.iter().map(|one| one.written(plan)).collect()
    }
}

impl Written<KindRecord> for Kind {
    fn written(&self, plan: &Plan) -> KindRecord {
        KindRecord {
            id: self.id.written(plan),
            // It may be empty, but has to be given.
            prefix: Some(self.prefix.written(plan)),
            name: self.name.written(plan),
            plural: self.plural.written(plan),
            primary: self.primary.written(plan),
        }
    }
}

/// Records whose keys are the fields of the same name.
macro_rules! records {
    ($($thing:ident => $record:ident: $($field:ident)* $(, without $($absent:ident)*)?;)*) => {$(
        impl Written<$record> for $thing {
            fn written(&self, plan: &Plan) -> $record {
                $record {
                    $($field: self.$field.written(plan),)*
                    $($($absent: None,)*)?
                }
            }
        }
    )*};
}

records! {
    Info => PlanRecord: id name issuer drafted_by dated announced period compiled summary follows
        predecessor aliases note confidence sources;
    Item => ItemRecord: id kind number category name short seed_name parent related summary aliases
        parts targets measure note confidence sources;
    Part => PartRecord: name confidence sources;
    Target => TargetRecord: by text document sources;
    Measure => MeasureRecord: unit binding points;
    Point => PointRecord: year value kind near confidence sources;
    Body => BodyRecord: id abbr name aliases mandate note successor confidence sources;
    Document => DocumentRecord: id name number dated date_note issuers url note confidence sources;
    Statement => RowRecord: role basis document until note confidence sources unit contact due status,
        without item body;
}
