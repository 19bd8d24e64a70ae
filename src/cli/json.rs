//! JSON as the data file has it: keys in their order, what is empty left out. Written from the
//! model, so that what a program reads is what the screen shows.

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use super::fault::Fault;
use super::out::Out;
use crate::card::kind_id;
use crate::model::{
    Body, Confidence, Date, Document, Info, Item, Kind, Measure, Node, Part, Plan, Point,
    PointKind, Source, Target, Text,
};

/// A JSON value.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    /// true or false
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// A number.
    Float(f64),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Json>),
    /// An object, its keys in this order.
    Object(Object),
}

/// A JSON object.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Object(Vec<(&'static str, Json)>);

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Json::Bool(value) => serializer.serialize_bool(*value),
            Json::Int(value) => serializer.serialize_i64(*value),
            Json::Float(value) => serializer.serialize_f64(*value),
            Json::Text(value) => serializer.serialize_str(value),
            Json::List(values) => {
                let mut list = serializer.serialize_seq(Some(values.len()))?;
                values
                    .iter()
                    .try_for_each(|value| list.serialize_element(value))?;
                list.end()
            }
            Json::Object(Object(pairs)) => {
                let mut map = serializer.serialize_map(Some(pairs.len()))?;
                pairs
                    .iter()
                    .try_for_each(|(key, value)| map.serialize_entry(key, value))?;
                map.end()
            }
        }
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Json {
        Json::Text(text.to_owned())
    }
}

impl From<String> for Json {
    fn from(text: String) -> Json {
        Json::Text(text)
    }
}

impl From<bool> for Json {
    fn from(value: bool) -> Json {
        Json::Bool(value)
    }
}

impl From<i64> for Json {
    fn from(value: i64) -> Json {
        Json::Int(value)
    }
}

impl From<f64> for Json {
    /// Whole numbers are written without a point.
    fn from(value: f64) -> Json {
        const EXACT: f64 = 9_007_199_254_740_992.0;
        if value.fract() == 0.0 && value.abs() < EXACT {
            #[expect(clippy::cast_possible_truncation, reason = "whole and within bounds")]
            let whole = value as i64;
            Json::Int(whole)
        } else {
            Json::Float(value)
        }
    }
}

impl From<Vec<Json>> for Json {
    fn from(values: Vec<Json>) -> Json {
        Json::List(values)
    }
}

impl From<Object> for Json {
    fn from(object: Object) -> Json {
        Json::Object(object)
    }
}

impl From<&Text> for Json {
    fn from(text: &Text) -> Json {
        Object::default()
            .text("en", text.en())
            .text("zh", text.zh())
            .into()
    }
}

impl Object {
    /// With a value.
    #[must_use]
    pub fn put(mut self, key: &'static str, value: impl Into<Json>) -> Object {
        self.0.push((key, value.into()));
        self
    }

    /// With a value, if there is one.
    #[must_use]
    pub fn some(self, key: &'static str, value: Option<impl Into<Json>>) -> Object {
        match value {
            Some(value) => self.put(key, value),
            None => self,
        }
    }

    /// With a string, unless it is empty.
    #[must_use]
    pub fn text(self, key: &'static str, text: &str) -> Object {
        if text.is_empty() {
            self
        } else {
            self.put(key, text)
        }
    }

    /// With a text in both languages, unless it is empty.
    #[must_use]
    pub fn both(self, key: &'static str, text: &Text) -> Object {
        if text.is_empty() {
            self
        } else {
            self.put(key, text)
        }
    }

    /// With a list, unless it is empty.
    #[must_use]
    pub fn list<T: Into<Json>>(
        self,
        key: &'static str,
        values: impl IntoIterator<Item = T>,
    ) -> Object {
        let values: Vec<Json> = values.into_iter().map(Into::into).collect();
        if values.is_empty() {
            self
        } else {
            self.put(key, values)
        }
    }
}

/// Writes an array, one element a line.
///
/// # Errors
/// Output failed.
pub fn array(out: &mut Out, values: impl IntoIterator<Item = Json>) -> Result<(), Fault> {
    let mut before = "[\n";
    for value in values {
        out.text(before)?;
        out.text(&serde_json::to_string(&value).expect("keys are strings"))?;
        before = ",\n";
    }
    out.text(if before == "[\n" { "[]\n" } else { "\n]\n" })
}

/// Writes one value over as many lines as it likes.
///
/// # Errors
/// Output failed.
pub fn pretty(out: &mut Out, value: &Json) -> Result<(), Fault> {
    out.text(&(serde_json::to_string_pretty(value).expect("keys are strings") + "\n"))
}

/// A date as the file writes it.
#[must_use]
pub fn date(date: Date) -> String {
    let Date { year, month, day } = date;
    match (month, day) {
        (0, _) => format!("{year:04}"),
        (_, 0) => format!("{year:04}-{month:02}"),
        (_, _) => format!("{year:04}-{month:02}-{day:02}"),
    }
}

/// How sure something is, as the file writes it.
#[must_use]
pub fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::High => "high",
        Confidence::Medium => "medium",
        Confidence::Low => "low",
    }
}

/// Where something comes from: documents' ids and addresses.
#[must_use]
pub fn sources(plan: &Plan, sources: &[Source]) -> Vec<Json> {
    let source = |source: &Source| match source {
        Source::Document(id) => plan[*id].id.as_ref().into(),
        Source::Address(address) => address.as_ref().into(),
    };
    sources.iter().map(source).collect()
}

/// A node as the data file has it, with its `kind`.
#[must_use]
pub fn node(plan: &Plan, node: Node) -> Object {
    match node {
        Node::Plan => info(
            plan,
            plan.info(),
            Object::default()
                .put("id", plan.id(node))
                .put("kind", "plan"),
        ),
        Node::Item(id) => item(plan, &plan[id]),
        Node::Body(id) => body(plan, &plan[id], true),
        Node::Document(id) => document(plan, &plan[id], true),
    }
}

/// A node's id, kind and name.
#[must_use]
pub fn brief(plan: &Plan, node: Node) -> Object {
    Object::default()
        .put("id", plan.id(node))
        .put("kind", kind_id(plan, node))
        .put("name", plan.name(node))
}

/// The plan's own record, onto what `head` holds.
#[must_use]
pub fn info(plan: &Plan, info: &Info, head: Object) -> Object {
    let period = Object::default()
        .put("from", i64::from(info.from))
        .put("to", i64::from(info.to));
    let bodies = info.drafted_by.iter().map(|&id| plan[id].id.as_ref());
    let follows = info.follows.iter().map(|&id| plan[id].id.as_ref());
    head.put("name", &info.name)
        .put("issuer", plan[info.issuer].id.as_ref())
        .list("drafted_by", bodies)
        .put("dated", date(info.dated))
        .some("announced", info.announced.map(date))
        .put("period", period)
        .put("compiled", date(info.compiled))
        .put("summary", &info.summary)
        .list("follows", follows)
        .some(
            "predecessor",
            info.predecessor.map(|id| plan[id].id.as_ref()),
        )
        .list("aliases", info.aliases.iter().map(AsRef::as_ref))
        .both("note", &info.note)
        .put("confidence", confidence(info.confidence))
        .put("sources", sources(plan, &info.sources))
}

/// A kind's record.
#[must_use]
pub fn kind(kind: &Kind) -> Object {
    Object::default()
        .put("id", kind.id.as_ref())
        .put("prefix", kind.prefix.as_ref())
        .put("name", &kind.name)
        .put("plural", &kind.plural)
        .some("primary", kind.primary.then_some(true))
}

/// An item's record.
#[must_use]
pub fn item(plan: &Plan, item: &Item) -> Object {
    Object::default()
        .put("id", item.id.as_ref())
        .put("kind", plan[item.kind].id.as_ref())
        .some("number", item.number.map(i64::from))
        .both("category", &item.category)
        .put("name", &item.name)
        .both("short", &item.short)
        .both("seed_name", &item.seed_name)
        .some("parent", item.parent.map(|id| plan[id].id.as_ref()))
        .list("related", item.related.iter().map(|&node| plan.id(node)))
        .both("summary", &item.summary)
        .list("aliases", item.aliases.iter().map(AsRef::as_ref))
        .list("parts", item.parts.iter().map(|one| part(plan, one)))
        .list("targets", item.targets.iter().map(|one| target(plan, one)))
        .some(
            "measure",
            item.measure.as_ref().map(|one| measure(plan, one)),
        )
        .both("note", &item.note)
        .put("confidence", confidence(item.confidence))
        .put("sources", sources(plan, &item.sources))
}

fn part(plan: &Plan, part: &Part) -> Object {
    Object::default()
        .put("name", &part.name)
        .some("confidence", part.confidence.map(confidence))
        .list("sources", sources(plan, &part.sources))
}

fn target(plan: &Plan, target: &Target) -> Object {
    Object::default()
        .put("by", date(target.by))
        .put("text", &target.text)
        .some("document", target.document.map(|id| plan[id].id.as_ref()))
        .list("sources", sources(plan, &target.sources))
}

fn measure(plan: &Plan, measure: &Measure) -> Object {
    Object::default()
        .put("unit", &measure.unit)
        .some("binding", measure.binding)
        .put(
            "points",
            measure
                .points
                .iter()
                .map(|one| point(plan, one).into())
                .collect::<Vec<_>>(),
        )
}

fn point(plan: &Plan, point: &Point) -> Object {
    let kind = match point.kind {
        PointKind::Baseline => "baseline",
        PointKind::Target => "target",
        PointKind::Actual => "actual",
    };
    Object::default()
        .put("year", i64::from(point.year))
        .some("value", point.value)
        .put("kind", kind)
        .some("confidence", point.confidence.map(confidence))
        .list("sources", sources(plan, &point.sources))
}

/// A body's record; `kind` where it stands among other nodes.
#[must_use]
pub fn body(plan: &Plan, body: &Body, kind: bool) -> Object {
    Object::default()
        .put("id", body.id.as_ref())
        .some("kind", kind.then_some("body"))
        .text("abbr", &body.abbr)
        .put("name", &body.name)
        .list("aliases", body.aliases.iter().map(AsRef::as_ref))
        .both("mandate", &body.mandate)
        .both("note", &body.note)
        .some("successor", body.successor.map(|id| plan[id].id.as_ref()))
        .put("confidence", confidence(body.confidence))
        .put("sources", sources(plan, &body.sources))
}

/// A document's record; `kind` where it stands among other nodes.
#[must_use]
pub fn document(plan: &Plan, document: &Document, kind: bool) -> Object {
    Object::default()
        .put("id", document.id.as_ref())
        .some("kind", kind.then_some("document"))
        .put("name", &document.name)
        .text("number", &document.number)
        .some("dated", document.dated.map(date))
        .both("date_note", &document.date_note)
        .list(
            "issuers",
            document.issuers.iter().map(|&id| plan[id].id.as_ref()),
        )
        .text("url", &document.url)
        .both("note", &document.note)
        .put("confidence", confidence(document.confidence))
        .put("sources", sources(plan, &document.sources))
}
