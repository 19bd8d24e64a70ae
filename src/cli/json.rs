//! JSON for programs: keys in their order, what is empty left out, one record a line. Nodes are
//! written by the model, as the data file has them.

use std::fmt::{self, Display};

use super::fault::Fault;
use super::out::Out;
use crate::card::kind_id;
use crate::model::{Confidence, Date, Node, Plan, Source, Text, node_json};

/// A JSON value.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    /// A whole number.
    Int(i64),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Json>),
    /// An object, its keys in this order.
    Object(Object),
    /// JSON already.
    Written(String),
}

/// A JSON object.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Object(Vec<(&'static str, Json)>);

impl Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Json::Int(value) => write!(f, "{value}"),
            Json::Text(text) => f.write_str(&quoted(text)),
            Json::List(values) => {
                f.write_str("[")?;
                for (at, value) in values.iter().enumerate() {
                    f.write_str(if at > 0 { "," } else { "" })?;
                    write!(f, "{value}")?;
                }
                f.write_str("]")
            }
            Json::Object(Object(pairs)) => {
                f.write_str("{")?;
                for (at, (key, value)) in pairs.iter().enumerate() {
                    f.write_str(if at > 0 { "," } else { "" })?;
                    write!(f, "{}:{value}", quoted(key))?;
                }
                f.write_str("}")
            }
            Json::Written(text) => f.write_str(text),
        }
    }
}

fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("a string can be written")
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

impl From<i64> for Json {
    fn from(value: i64) -> Json {
        Json::Int(value)
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
}

/// Writes an array, one element a line.
///
/// # Errors
/// Output failed.
pub fn array(out: &mut Out, values: impl IntoIterator<Item = Json>) -> Result<(), Fault> {
    let mut before = "[\n";
    for value in values {
        out.text(before)?;
        out.text(&value.to_string())?;
        before = ",\n";
    }
    out.text(if before == "[\n" { "[]\n" } else { "\n]\n" })
}

/// Writes an object, one key a line, and of its lists of objects one element a line.
///
/// # Errors
/// Output failed.
pub fn object(out: &mut Out, Object(pairs): &Object) -> Result<(), Fault> {
    let mut before = "{\n";
    for (key, value) in pairs {
        out.text(before)?;
        out.text(&quoted(key))?;
        out.text(": ")?;
        match value {
            Json::List(values) if matches!(values.first(), Some(Json::Object(_))) => {
                let lines: Vec<String> = values.iter().map(ToString::to_string).collect();
                out.text(&format!("[\n{}\n]", lines.join(",\n")))?;
            }
            other => out.text(&other.to_string())?,
        }
        before = ",\n";
    }
    out.text("\n}\n")
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

/// A node as the data file has it, with its `kind`, and `more` behind it.
#[must_use]
pub fn node(plan: &Plan, node: Node, Object(more): Object) -> Json {
    let mut json = node_json(plan, node);
    let kind = match node {
        Node::Item(_) => String::new(), // it has one already
        Node::Plan | Node::Body(_) | Node::Document(_) => {
            format!("\"kind\":{},", quoted(kind_id(plan, node)))
        }
    };
    json.insert_str(1, &kind);
    json.pop();
    for (key, value) in more {
        json.extend([",", &quoted(key), ":", &value.to_string()]);
    }
    Json::Written(json + "}")
}

/// A node's id, kind and name.
#[must_use]
pub fn brief(plan: &Plan, node: Node) -> Object {
    Object::default()
        .put("id", plan.id(node))
        .put("kind", kind_id(plan, node))
        .put("name", plan.name(node))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_json() {
        let object = Object::default()
            .put("a", "quote \" and 五\n")
            .put(
                "b",
                vec![Json::from(1), Json::from(Object::default().put("c", -2))],
            )
            .text("d", "")
            .put("e", Vec::new());
        let value: serde_json::Value =
            serde_json::from_str(&Json::from(object).to_string()).expect("JSON");
        let expected = serde_json::json!({"a": "quote \" and 五\n", "b": [1, {"c": -2}], "e": []});
        assert_eq!(value, expected);
    }
}
