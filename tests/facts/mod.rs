//! `data/plan.json` read as plain JSON, without the program: what its tests are compared with. The
//! rule by which rows become one answer is written here a second time, from the format's
//! description.

#![allow(dead_code, reason = "each test file uses its own part")]

pub mod corrections;
pub mod drawn;

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

/// A plan's file.
pub struct Facts {
    root: Value,
}

/// What is to be said of one body and one item: the strongest of their rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated {
    pub item: String,
    pub body: String,
    pub role: String,
    pub basis: String,
    pub document: Option<String>,
    pub confidence: String,
    /// It has ended.
    pub former: bool,
    /// Its remark by language.
    pub note: BTreeMap<String, String>,
    /// The place of its first row with that role in the file.
    place: usize,
}

const ROLES: &[&str] = &["lead", "support", "issuer"];
const BASES: &[&str] = &["assigned", "plan", "press", "companion", "mandate"];

impl Facts {
    /// The shipped plan's file.
    pub fn shipped() -> Facts {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/plan.json");
        let text = std::fs::read_to_string(path).expect("the plan's file can be read");
        let root = serde_json::from_str(&text).expect("the plan's file is JSON");
        Facts { root }
    }

    /// What the file says of the plan itself.
    pub fn plan(&self) -> &Value {
        &self.root["plan"]
    }

    /// All objects under a key, in the order of the file.
    pub fn list(&self, key: &str) -> &[Value] {
        self.root[key].as_array().expect("the key holds a list")
    }

    /// The object with this id under a key.
    #[track_caller]
    pub fn get(&self, key: &str, id: &str) -> &Value {
        let found = self.list(key).iter().find(|one| one["id"] == id);
        found.unwrap_or_else(|| panic!("{key} has no {id}"))
    }

    /// The ids of the items of these kinds.
    pub fn ids(&self, kinds: &[&str]) -> Vec<String> {
        let items = self.list("items").iter();
        let wanted = items.filter(|item| kinds.contains(&str(&item["kind"])));
        wanted.map(|item| str(&item["id"]).to_owned()).collect()
    }

    /// The abbreviation of a body, or its id where it has none.
    pub fn abbr(&self, body: &str) -> &str {
        let abbr = self.get("bodies", body)["abbr"].as_str();
        abbr.unwrap_or_else(|| str(&self.get("bodies", body)["id"]))
    }

    /// Who answers for what, as the file is to be understood: for each item and body the row that
    /// is shown.
    pub fn stated(&self) -> Vec<Stated> {
        let mut all: Vec<(usize, Stated)> = Vec::new();
        for (place, row) in self.list("responsibilities").iter().enumerate() {
            let new = stated(row, place);
            let same =
                |old: &&mut (usize, Stated)| (&old.1.item, &old.1.body) == (&new.item, &new.body);
            let Some((_, old)) = all.iter_mut().find(same) else {
                all.push((place, new));
                continue;
            };
            if (rank(ROLES, &new.role), rank(BASES, &new.basis))
                < (rank(ROLES, &old.role), rank(BASES, &old.basis))
            {
                let first = if new.role == old.role {
                    old.place
                } else {
                    place
                };
                *old = Stated {
                    place: first,
                    ..new
                };
            }
        }
        all.into_iter().map(|(_, one)| one).collect()
    }

    /// Who answers for an item, in the order in which it is to be shown.
    pub fn answers(&self, item: &str) -> Vec<Stated> {
        let mut all = self.stated();
        all.retain(|one| one.item == item);
        all.sort_by_key(|one| (rank(ROLES, &one.role), one.place));
        all
    }

    /// Who leads an item, in the order in which it is to be shown.
    pub fn leads(&self, item: &str) -> Vec<Stated> {
        let mut all = self.answers(item);
        all.retain(|one| one.role == "lead");
        all
    }

    /// What a body answers for.
    pub fn charges(&self, body: &str) -> Vec<Stated> {
        let mut all = self.stated();
        all.retain(|one| one.body == body);
        all
    }
}

fn stated(row: &Value, place: usize) -> Stated {
    let word = |key: &str| str(&row[key]).to_owned();
    let sourced = row["sources"]
        .as_array()
        .is_some_and(|list| !list.is_empty());
    Stated {
        item: word("item"),
        body: word("body"),
        role: word("role"),
        basis: word("basis"),
        document: row["document"].as_str().map(str::to_owned),
        former: row["until"].is_string(),
        confidence: if sourced {
            word("confidence")
        } else {
            "low".to_owned()
        },
        note: row["note"]
            .as_object()
            .into_iter()
            .flatten()
            .map(|(lang, text)| (lang.clone(), str(text).to_owned()))
            .collect(),
        place,
    }
}

#[track_caller]
fn rank(order: &[&str], word: &str) -> usize {
    let found = order.iter().position(|one| *one == word);
    found.unwrap_or_else(|| panic!("{word} is none of {order:?}"))
}

/// The text of a value; nothing if there is none.
pub fn str(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
