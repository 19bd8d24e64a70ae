//! The JSON Schemas of plans and overlays, made from the records that are read.

use serde_json::{Map, Value, json};

use super::records::File;

/// What a record must hold: in a plan, and in an overlay, where a record may extend what is there.
/// Every key here is checked when a record is taken in; a test holds both together.
const REQUIRED: &[(&str, &[&str], &[&str])] = &[
    ("File", &["format", "plan", "items"], &["format"]),
    ("PlanRecord", &["name"], &[]),
    ("PeriodRecord", &["from", "to"], &[]),
    ("KindRecord", &["id", "name"], &["id"]),
    ("ItemRecord", &["id", "kind", "name"], &["id"]),
    ("PartRecord", &["name"], &["name"]),
    ("TargetRecord", &["by", "text"], &["by", "text"]),
    ("MeasureRecord", &["unit"], &[]),
    ("PointRecord", &["year", "kind"], &["year", "kind"]),
    ("BodyRecord", &["id", "name"], &["id"]),
    ("DocumentRecord", &["id", "name"], &["id"]),
    ("RowRecord", &["item", "body"], &["item"]),
];

/// The schema of everything that either file may hold; nothing is required.
pub(super) fn file_schema() -> Value {
    let mut schema = schemars::schema_for!(File).to_value();
    without_null(&mut schema);
    schema
}

/// The schema of a plan, draft 2020-12.
#[must_use]
pub fn plan_schema() -> String {
    let mut schema = file_schema();
    remove(&mut schema, "for");
    schema["title"] = "A plan".into();
    require(&mut schema, |(_, plan, _)| plan);
    pretty(&schema)
}

/// The schema of an overlay, draft 2020-12.
#[must_use]
pub fn overlay_schema() -> String {
    let mut schema = file_schema();
    remove(&mut schema, "plan");
    schema["title"] = "An overlay: what an organisation adds to a plan".into();
    if let Some(all) = schema["$defs"].as_object_mut() {
        all.remove("PlanRecord");
        all.remove("PeriodRecord");
    }
    schema["$defs"]["BasisRecord"] = json!({
        "description": "An overlay can only assign; may be left out.",
        "type": "string",
        "const": "assigned",
    });
    require(&mut schema, |(_, _, overlay)| overlay);
    pretty(&schema)
}

type Requirement = (
    &'static str,
    &'static [&'static str],
    &'static [&'static str],
);

fn require(schema: &mut Value, keys: fn(&Requirement) -> &'static [&'static str]) {
    for row in REQUIRED {
        let record = if row.0 == "File" {
            Some(&mut *schema)
        } else {
            schema["$defs"].get_mut(row.0)
        };
        if let Some(record) = record
            && !keys(row).is_empty()
        {
            record["required"] = keys(row).into();
        }
    }
    schema["properties"]["format"]["const"] = 1.into();
}

fn remove(schema: &mut Value, key: &str) {
    if let Some(properties) = schema["properties"].as_object_mut() {
        properties.remove(key);
    }
}

/// A key that is given has a value; the types of optional fields allow `null` beside it.
fn without_null(schema: &mut Value) {
    match schema {
        Value::Object(map) => {
            if let Some(Value::Array(sorts)) = map.get_mut("type") {
                sorts.retain(|sort| sort != "null");
                if let [sort] = &sorts[..] {
                    let sort = sort.clone();
                    map.insert("type".to_owned(), sort);
                }
            }
            if let Some(Value::Array(choices)) = map.remove("anyOf") {
                let choice = choices.into_iter().find(|choice| choice["type"] != "null");
                let choice = choice.and_then(|choice| choice.as_object().cloned());
                merge(map, choice.unwrap_or_default());
            }
            map.values_mut().for_each(without_null);
        }
        Value::Array(list) => list.iter_mut().for_each(without_null),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn merge(map: &mut Map<String, Value>, choice: Map<String, Value>) {
    for (key, value) in choice {
        map.entry(key).or_insert(value);
    }
}

fn pretty(schema: &Value) -> String {
    let text = serde_json::to_string_pretty(schema).expect("a schema can be written");
    text + "\n"
}
