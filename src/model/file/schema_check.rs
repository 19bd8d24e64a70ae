//! The reading of a file that serde refused: every unknown, double or wrongly typed key of it, each
//! at its place, and what is right beside them. What keys there are it knows from the records' own
//! JSON Schema.

use std::collections::HashSet;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::model::{Figure, nearest};

use super::findings::{Capped, item_label};
use super::json::{JsonMember, RawJson};
use super::problem::{JsonType, ProblemKind, Syntax, Wanted};
use super::records::File;
use super::schema::file_schema;

/// What is wrong: where it begins, in bytes, and the id of the node that it is about.
pub(super) type Refused = (usize, Option<String>, ProblemKind);

/// What is right in a text of valid JSON, and what is not.
pub(super) fn read_tolerantly(text: &str, overlay: bool) -> (File, Capped<Refused>) {
    let mut reader = TolerantReader {
        text,
        schema: &Schema(file_schema()),
        refused: Capped::default(),
    };
    (reader.file(overlay), reader.refused)
}

struct TolerantReader<'t> {
    text: &'t str,
    schema: &'t Schema,
    refused: Capped<Refused>,
}

impl TolerantReader<'_> {
    fn refuse(&mut self, at: RawJson, item: Option<&String>, what: ProblemKind) {
        let from = at.offset_in(self.text);
        self.refused.push(|| (from, item.cloned(), what));
    }

    /// Refuses a value of another sort than `wanted`.
    fn is(&mut self, at: RawJson, wanted: JsonType, item: Option<&String>) -> bool {
        let found = at.json_type();
        if found != wanted {
            let wanted = Wanted::JsonType(wanted);
            self.refuse(at, item, ProblemKind::WrongSort { found, wanted });
            return false;
        }
        true
    }

    fn file(&mut self, overlay: bool) -> File {
        let root = RawJson::of(self.text);
        let found = root.json_type();
        if found != JsonType::Object {
            self.refuse(root, None, ProblemKind::NoObject(found));
        }
        let members = root.members();
        if overlay && let Some(plan) = members.iter().find(|member| member.key == "plan") {
            self.refuse(plan.written, None, ProblemKind::PlanAsOverlay);
            // Whatever else it holds is not meant to be an overlay's.
            return File {
                format: Some(1),
                ..File::default()
            };
        }
        let foreign = if overlay { "plan" } else { "for" };
        let mut known = self.schema.0["properties"].clone();
        if let Value::Object(known) = &mut known {
            known.remove(foreign);
        }
        let mut file = File::default();
        for (key, at, schema) in self.members(&members, &known, None) {
            match key {
                "$schema" => file.schema = self.record(at, schema),
                "format" => file.format = self.record(at, schema),
                "for" => file.r#for = self.record(at, schema),
                "plan" => file.plan = self.record(at, schema),
                "kinds" => file.kinds = self.records(at, schema),
                "items" => file.items = self.records(at, schema),
                "bodies" => file.bodies = self.records(at, schema).unwrap_or_default(),
                "documents" => file.documents = self.records(at, schema).unwrap_or_default(),
                "responsibilities" => {
                    file.responsibilities = self.records(at, schema).unwrap_or_default();
                }
                _ => file.thesaurus = self.records(at, schema).unwrap_or_default(),
            }
        }
        file
    }

    /// The record at a place: by its own type, and only where that fails by the schema.
    fn record<T: DeserializeOwned>(&mut self, at: RawJson, schema: &Value) -> Option<T> {
        serde_json::from_str(at.written()).ok().or_else(|| {
            let right = self.read(at, schema, None)?;
            serde_json::from_value(right).ok()
        })
    }

    /// Those of a list. What is wrong is left empty, so that the others keep their places.
    fn records<T: DeserializeOwned + Default>(
        &mut self,
        at: RawJson,
        schema: &Value,
    ) -> Option<Vec<T>> {
        let all = self.is(at, JsonType::List, None).then(|| at.elements())?;
        let all = all.into_iter();
        let all = all.map(|at| self.record(at, &schema["items"]).unwrap_or_default());
        Some(all.collect())
    }

    fn read(&mut self, at: RawJson, schema: &Value, item: Option<&String>) -> Option<Value> {
        let schema = self.schema.follow(schema);
        let is_plain_text = at.json_type() != JsonType::Object && schema["type"][1] == "string";
        let wanted = if is_plain_text {
            JsonType::Text
        } else {
            wanted(schema)
        };
        if !self.is(at, wanted, item) {
            return None;
        }
        let found = wanted;
        let refused = match wanted {
            JsonType::Object => {
                let members = at.members();
                // What a record is about holds for all inside it.
                let own = item.is_none().then(|| item_of(&members)).flatten();
                let known = &schema["properties"];
                let item = item.or(own.as_ref());
                let known = self.members(&members, known, item).into_iter();
                let right = known.filter_map(|(key, at, schema)| {
                    Some((key.to_owned(), self.read(at, schema, item)?))
                });
                return Some(Value::Object(right.collect()));
            }
            JsonType::List => {
                let element = self.schema.follow(&schema["items"]);
                let elements = at.elements().into_iter();
                let elements = elements.map(|at| {
                    let right = self.read(at, element, item);
                    right.unwrap_or_else(|| nothing(element))
                });
                return Some(Value::Array(elements.collect()));
            }
            JsonType::Text => match serde_json::from_str::<String>(at.written()) {
                Ok(word) => match known_words(schema) {
                    Some(known) if !known.contains(&word) => {
                        let near = nearest(&word, known.iter().map(String::as_str));
                        ProblemKind::UnknownWord { word, known, near }
                    }
                    Some(_) | None => return Some(Value::String(word)),
                },
                // All else that is wrong in a string was found when the file was read.
                Err(_) => ProblemKind::Syntax(Syntax::Surrogate),
            },
            JsonType::Number if schema["type"] == "integer" => {
                match serde_json::from_str::<i64>(at.written()) {
                    Ok(number) => return Some(number.into()),
                    Err(_) => ProblemKind::WrongSort {
                        found,
                        wanted: Wanted::Whole,
                    },
                }
            }
            JsonType::Number => match Figure::parse(at.written()) {
                Some(figure) => return Some(figure.value().into()),
                None => ProblemKind::WrongSort {
                    found,
                    wanted: Wanted::Figure,
                },
            },
            JsonType::Bool | JsonType::Null => return serde_json::from_str(at.written()).ok(),
        };
        self.refuse(at, item, refused);
        None
    }

    /// The members of an object that are known, each with its schema.
    fn members<'m>(
        &mut self,
        members: &'m [JsonMember],
        known: &'m Value,
        item: Option<&String>,
    ) -> Vec<(&'m str, RawJson<'m>, &'m Value)> {
        let mut found = Vec::new();
        let mut seen = HashSet::new();
        for member in members {
            let key = &*member.key;
            if !seen.insert(key) {
                let key = key.to_owned();
                self.refuse(member.written, item, ProblemKind::DoubleKey { key });
            } else if let Some(schema) = known.get(key) {
                found.push((key, member.value, schema));
            } else {
                let keys = known.as_object().into_iter().flat_map(Map::keys);
                let what = self.unknown_key(key, keys.map(String::as_str));
                self.refuse(member.written, item, what);
            }
        }
        found
    }

    /// A key that is not among `known`. Guesses stop where nobody will read them.
    fn unknown_key<'k>(&self, key: &str, known: impl Iterator<Item = &'k str>) -> ProblemKind {
        let guess = self.refused.more == 0;
        ProblemKind::UnknownKey {
            key: key.to_owned(),
            near: nearest(key, known.filter(|_| guess)),
        }
    }
}

/// The id of the node that a record with these members is about.
fn item_of(members: &[JsonMember]) -> Option<String> {
    let of = |key: &str| members.iter().rfind(|member| member.key == key);
    let id = of("id").or_else(|| of("item"))?;
    item_label(&id.value.string()?)
}

/// What may stand in a file.
struct Schema(Value);

impl Schema {
    fn follow<'s>(&'s self, schema: &'s Value) -> &'s Value {
        let name = schema["$ref"].as_str();
        let name = name.and_then(|path| path.rsplit('/').next());
        name.map_or(schema, |name| &self.0["$defs"][name])
    }
}

/// What stands for an element that is wrong, so that the others keep their places.
fn nothing(schema: &Value) -> Value {
    match wanted(schema) {
        JsonType::Object => Value::Object(Map::new()),
        JsonType::Text => "".into(),
        JsonType::List => Value::Array(Vec::new()),
        JsonType::Number => 0.into(),
        JsonType::Bool | JsonType::Null => Value::Null,
    }
}

fn wanted(schema: &Value) -> JsonType {
    let sort = &schema["type"];
    // Of several the first is the usual one.
    match sort.as_str().or(sort[0].as_str()) {
        Some("object") => JsonType::Object,
        Some("array") => JsonType::List,
        Some("integer" | "number") => JsonType::Number,
        Some("boolean") => JsonType::Bool,
        // Words are given by `oneOf`.
        Some(_) | None => JsonType::Text,
    }
}

fn known_words(schema: &Value) -> Option<Vec<String>> {
    let words = schema.get("oneOf")?.as_array()?;
    Some(
        words
            .iter()
            .filter_map(|word| word["const"].as_str())
            .map(str::to_owned)
            .collect(),
    )
}
