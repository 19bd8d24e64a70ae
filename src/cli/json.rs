//! JSON for programs, one record a line. Its types are derived; nodes are written by the model, as
//! the data file has them.

use serde::Serialize;

use super::error::CliError;
use super::output::Out;
use crate::describe::kind_id;
use crate::model::{Node, Plan, Text, node_json};

/// A text in both languages; an empty side is left out.
#[derive(Clone, Debug, Serialize)]
pub struct Both<'a> {
    #[serde(skip_serializing_if = "str::is_empty")]
    en: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    zh: &'a str,
}

impl<'a> From<&'a Text> for Both<'a> {
    fn from(text: &'a Text) -> Both<'a> {
        Both {
            en: text.en(),
            zh: text.zh(),
        }
    }
}

/// A node's id, kind and name.
#[derive(Clone, Debug, Serialize)]
pub struct Brief<'a> {
    id: &'a str,
    kind: &'a str,
    name: Both<'a>,
}

impl<'a> Brief<'a> {
    /// The brief form of a node.
    #[must_use]
    pub fn of(plan: &'a Plan, node: Node) -> Brief<'a> {
        Brief {
            id: plan.id(node),
            kind: kind_id(plan, node),
            name: plan.name(node).into(),
        }
    }
}

/// A value on one line.
#[must_use]
pub fn line(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("an answer can be written")
}

/// A value that is one word, as the data file writes it: a role, a basis.
#[must_use]
pub fn word(value: impl Serialize) -> String {
    line(&value).trim_matches('"').to_owned()
}

/// Values as an array, one a line.
#[must_use]
pub fn lines(values: impl IntoIterator<Item = impl Serialize>) -> String {
    array(values.into_iter().map(|value| line(&value)))
}

/// Written values as an array, one a line.
#[must_use]
pub fn array(values: impl IntoIterator<Item = String>) -> String {
    let values: Vec<String> = values.into_iter().collect();
    if values.is_empty() {
        "[]".to_owned()
    } else {
        format!("[\n{}\n]", values.join(",\n"))
    }
}

/// Writes an object of written values, one key a line.
///
/// # Errors
/// Output failed.
pub fn object(out: &mut Out, pairs: &[(&str, String)]) -> Result<(), CliError> {
    let lines = pairs
        .iter()
        .map(|(key, value)| format!("\"{key}\": {value}"));
    let lines: Vec<String> = lines.collect();
    out.text(&format!("{{\n{}\n}}\n", lines.join(",\n")))
}

/// A node as the data file has it, with its `kind`, and with `more` of its keys behind them.
#[must_use]
pub fn node(plan: &Plan, node: Node, more: &[(&str, String)]) -> String {
    let mut json = node_json(plan, node);
    let kind = match node {
        Node::Item(_) => String::new(), // it has one already
        Node::Plan | Node::Body(_) | Node::Document(_) => {
            format!("\"kind\":{},", line(&kind_id(plan, node)))
        }
    };
    json.insert_str(1, &kind);
    json.pop();
    for (key, value) in more {
        json.extend([",\"", key, "\":", value]);
    }
    json + "}"
}
