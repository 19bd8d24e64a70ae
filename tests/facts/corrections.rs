//! Facts that were corrected or added later, as a table: id, path, what has to stand there, how
//! sure it is, and the source that has to be named for it.

use serde_json::Value;

use super::{Facts, str};

/// One line of the table.
pub struct Correction {
    /// A node's id, or `item/body/document` for who answers for an item by a document.
    pub id: &'static str,
    /// Keys down to the value. In a list of points, a year stands for the result of that year.
    pub path: &'static str,
    /// A text after `…` has to end the value; elsewhere it is the whole of it, or, in a list, one
    /// of its members. A list without blanks after its commas has to be the whole list.
    pub value: &'static str,
    pub confidence: &'static str,
    /// An address or a document's id; `-` where the text names its source itself or is wording.
    pub source: &'static str,
}

const TABLE: &str = include_str!("corrections.tsv");

/// The lines of the table.
pub fn all() -> Vec<Correction> {
    let lines = TABLE.lines().skip(1);
    lines
        .map(|line| {
            let mut cells = line.split('\t');
            let mut cell = || cells.next().expect("five cells a line");
            Correction {
                id: cell(),
                path: cell(),
                value: cell(),
                confidence: cell(),
                source: cell(),
            }
        })
        .collect()
}

impl Correction {
    /// Whether the file says so; else what it says instead.
    pub fn holds(&self, facts: &Facts) -> Result<(), String> {
        let node = node(facts, self.id).ok_or("there is no such node")?;
        let mut chain = vec![node];
        for key in self.path.split('.') {
            let above = chain[chain.len() - 1];
            let below = match above.as_array() {
                Some(points) => points.iter().find(|point| is_result(point, key)),
                None => above.get(key),
            };
            chain.push(below.ok_or_else(|| format!("nothing at {key}"))?);
        }
        let value = chain[chain.len() - 1];
        if !says(value, self.value) {
            return Err(format!("it is {value}"));
        }
        // What stands nearest above the value bears its confidence and its sources.
        let nearest = |key: &str| chain.iter().rev().find_map(|one| one.get(key));
        let confidence = nearest("confidence").map(str).unwrap_or_default();
        if confidence != self.confidence {
            return Err(format!("its confidence is {confidence:?}"));
        }
        let named = nearest("sources").and_then(Value::as_array);
        let named = named.is_some_and(|list| list.iter().any(|one| one == self.source));
        if self.source != "-" && !named {
            return Err("its source is not named".to_owned());
        }
        Ok(())
    }
}

fn node<'a>(facts: &'a Facts, id: &str) -> Option<&'a Value> {
    if let [item, body, document] = id.split('/').collect::<Vec<_>>()[..] {
        let mut rows = facts.list("responsibilities").iter();
        return rows
            .find(|row| row["item"] == item && row["body"] == body && row["document"] == document);
    }
    if facts.plan()["id"] == id {
        return Some(facts.plan());
    }
    ["items", "bodies", "documents"]
        .iter()
        .flat_map(|key| facts.list(key))
        .find(|node| node["id"] == id)
}

fn is_result(point: &Value, year: &str) -> bool {
    point["kind"] == "actual" && point["year"].as_u64() == year.parse().ok()
}

fn says(value: &Value, expected: &str) -> bool {
    match value {
        Value::String(text) => match expected.strip_prefix('…') {
            Some(end) => text.ends_with(end),
            None => text == expected,
        },
        Value::Array(list) => {
            let whole: Vec<&str> = list.iter().map(str).collect();
            whole.contains(&expected) || whole.join(",") == expected
        }
        number => serde_json::from_str::<Value>(expected).is_ok_and(|one| one == *number),
    }
}
