//! The second reading of a record that serde refused: every unknown, double or wrongly typed key of
//! it, each at its place. What keys there are it knows from the records' own JSON Schema.

use serde_json::{Map, Value};

use super::check::{Sort, Syntax, Wanted, What};
use super::place::At;

/// The sorts of values that a schema allows at a place.
pub(super) struct Shape<'s> {
    root: &'s Value,
}

/// Something wrong, and where it begins.
pub(super) struct Misshape {
    pub(super) from: usize,
    pub(super) what: What,
}

impl<'s> Shape<'s> {
    pub(super) fn new(root: &'s Value) -> Shape<'s> {
        Shape { root }
    }

    /// The schema of the values in the file's member `key`; for a list, of its elements.
    pub(super) fn of_member(&self, key: &str) -> &'s Value {
        let member = self.follow(&self.root["properties"][key]);
        member
            .get("items")
            .map_or(member, |items| self.follow(items))
    }

    /// The keys that may stand outermost.
    pub(super) fn keys(&self) -> impl Iterator<Item = &'s str> {
        self.root["properties"]
            .as_object()
            .into_iter()
            .flat_map(|map| map.keys())
            .map(|key| &**key)
    }

    fn follow(&self, schema: &'s Value) -> &'s Value {
        let name = schema["$ref"]
            .as_str()
            .and_then(|path| path.rsplit('/').next());
        name.map_or(schema, |name| &self.root["$defs"][name])
    }

    /// Notes what is wrong with a value, and gives what is right in it.
    pub(super) fn read(
        &self,
        at: At,
        schema: &'s Value,
        wrong: &mut Vec<Misshape>,
    ) -> Option<Value> {
        let schema = self.follow(schema);
        let mut refuse = |what| {
            wrong.push(Misshape {
                from: at.from,
                what,
            });
            None
        };
        let wanted = wanted(schema);
        let found = at.sort();
        if found != wanted {
            return refuse(What::WrongSort {
                found,
                wanted: Wanted::Sort(wanted),
            });
        }
        match wanted {
            Sort::Object => Some(self.object(at, schema, wrong)),
            Sort::List => {
                let element = &schema["items"];
                let elements = at.elements().map(|at| {
                    let right = self.read(at, element, wrong);
                    right.unwrap_or_else(|| nothing(self.follow(element)))
                });
                Some(Value::Array(elements.collect()))
            }
            Sort::Text => match serde_json::from_str::<String>(at.slice()) {
                Ok(text) => match known_words(schema) {
                    Some(known) if !known.contains(&text) => {
                        let near = nearest(&text, known.iter().map(|word| &**word));
                        refuse(What::UnknownWord {
                            word: text,
                            known,
                            near,
                        })
                    }
                    Some(_) | None => Some(Value::String(text)),
                },
                Err(_) => refuse(What::Syntax(Syntax::Escape)),
            },
            Sort::Number if schema["type"] == "integer" => {
                match serde_json::from_str::<i64>(at.slice()) {
                    Ok(number) => Some(number.into()),
                    Err(_) => refuse(What::WrongSort {
                        found,
                        wanted: Wanted::Whole,
                    }),
                }
            }
            Sort::Number => match serde_json::from_str::<f64>(at.slice()) {
                Ok(number) => Some(number.into()),
                Err(_) => refuse(What::WrongSort {
                    found,
                    wanted: Wanted::Figure,
                }),
            },
            Sort::Bool | Sort::Null => serde_json::from_str(at.slice()).ok(),
        }
    }

    fn object(&self, at: At, schema: &'s Value, wrong: &mut Vec<Misshape>) -> Value {
        let known = &schema["properties"];
        let mut right = Map::new();
        let mut seen = Map::new();
        for member in at.members() {
            let key = &*member.key;
            if seen.insert(key.to_owned(), Value::Null).is_some() {
                let what = What::DoubleKey {
                    key: key.to_owned(),
                };
                wrong.push(Misshape {
                    from: member.from,
                    what,
                });
            } else if let Some(schema) = known.get(key) {
                let value = self.read(member.value, schema, wrong);
                right.extend(value.map(|value| (key.to_owned(), value)));
            } else {
                let keys = known.as_object().into_iter().flat_map(|map| map.keys());
                let what = unknown_key(key, keys.map(|key| &**key));
                wrong.push(Misshape {
                    from: member.from,
                    what,
                });
            }
        }
        Value::Object(right)
    }
}

/// What stands for an element that is wrong, so that the others keep their places.
fn nothing(schema: &Value) -> Value {
    match wanted(schema) {
        Sort::Object => Value::Object(Map::new()),
        Sort::Text => "".into(),
        Sort::List => Value::Array(Vec::new()),
        Sort::Number => 0.into(),
        Sort::Bool | Sort::Null => Value::Null,
    }
}

fn wanted(schema: &Value) -> Sort {
    match schema["type"].as_str() {
        Some("object") => Sort::Object,
        Some("array") => Sort::List,
        Some("integer" | "number") => Sort::Number,
        Some("boolean") => Sort::Bool,
        // Words are given by `oneOf`.
        Some(_) | None => Sort::Text,
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

/// A key that is not among `known`.
pub(super) fn unknown_key<'k>(key: &str, known: impl Iterator<Item = &'k str>) -> What {
    What::UnknownKey {
        key: key.to_owned(),
        near: nearest(key, known),
    }
}

/// The word of `known` that was probably meant by `word`, if one is near.
pub fn nearest<'k>(word: &str, known: impl Iterator<Item = &'k str>) -> Option<String> {
    const LONGEST: usize = 64;
    let mut known = known.peekable();
    if word.len() > LONGEST || known.peek().is_none() {
        return None;
    }
    let word = word.to_lowercase();
    let most = if word.chars().count() < 4 { 1 } else { 2 };
    let distance = |known: &str| strsim::damerau_levenshtein(&word, &known.to_lowercase());
    known
        .filter(|known| known.len().abs_diff(word.len()) <= 8)
        .map(|known| (distance(known), known))
        .filter(|(distance, _)| *distance <= most)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, known)| known.to_owned())
}
