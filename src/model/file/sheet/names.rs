//! What names in cells stand for: nodes by their ids, names, short names and other names.

use std::collections::HashMap;

use serde_json::Value as Json;

use super::cells::folded;
use super::holds::Of;
use crate::model::{PLAN_ID, readings, with_one_and};

/// How a name names something; the first beats the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum NameRank {
    Id,
    Name,
    Short,
    Alias,
}

/// Everything that can be named.
#[derive(Debug, Default)]
pub(super) struct KnownNames {
    /// Ids, by folded names and what they name.
    by_name: HashMap<(Of, String), Vec<(NameRank, usize)>>,
    /// Each id, with the name that is shown beside it, in English and in Chinese.
    ids: Vec<(String, [String; 2])>,
    /// The kind of what has none.
    first_kind: String,
    /// The letters of ids, by the ids of their kinds.
    prefixes: HashMap<String, String>,
    /// Guessing takes long: so many guesses are left.
    guesses: usize,
    /// The last number behind each stem of a made id: those below are taken.
    numbers: HashMap<String, usize>,
}

/// The keys of records that name them, and how.
const NAMING: [(&str, NameRank); 7] = [
    ("abbr", NameRank::Name),
    ("name", NameRank::Name),
    ("plural", NameRank::Name),
    ("short", NameRank::Short),
    ("number", NameRank::Short),
    ("seed_name", NameRank::Alias),
    ("aliases", NameRank::Alias),
];

/// The names of kinds are written with one of these words, or without.
const HEADS: [&str; 4] = ["", "重大", "重点", "优先"];

/// What the ids in a list of a data file name.
fn of_list(list: &str) -> Option<Of> {
    match list {
        "plan" => Some(Of::Node),
        "kinds" => Some(Of::Kind),
        "bodies" => Some(Of::Body),
        "documents" => Some(Of::Document),
        "items" => Some(Of::Item),
        _ => None,
    }
}

/// The strings of a text in both languages, of a list, or of one string.
fn strings(value: &Json) -> Vec<&str> {
    match value {
        Json::String(text) => vec![text],
        Json::Array(list) => list.iter().filter_map(Json::as_str).collect(),
        _ => ["en", "zh"]
            .iter()
            .filter_map(|side| value[side].as_str())
            .collect(),
    }
}

impl KnownNames {
    pub(super) fn new() -> KnownNames {
        KnownNames {
            guesses: 100,
            ..KnownNames::default()
        }
    }

    /// Adds a record of a list; the plan need not have an id.
    pub(super) fn add(&mut self, list: &str, record: &Json) {
        let Some(of) = of_list(list) else { return };
        let is_plan = of == Of::Node;
        let id = record["id"].as_str().or(is_plan.then_some(PLAN_ID));
        let Some(id) = id else { return };
        let at = self.by_id(of, id).unwrap_or_else(|| {
            let name = &record["name"];
            let side = |own: &str, other: &str| {
                let side = name[own].as_str().or_else(|| name[other].as_str());
                side.unwrap_or_default().to_owned()
            };
            let name = [side("en", "zh"), side("zh", "en")];
            self.ids.push((id.to_owned(), name));
            self.ids.len() - 1
        });
        self.add_name(of, NameRank::Id, id, at);
        if is_plan {
            self.add_name(of, NameRank::Id, PLAN_ID, at);
        }
        if of == Of::Kind && self.first_kind.is_empty() && record["primary"] == true {
            id.clone_into(&mut self.first_kind);
        }
        if let Some(prefix) = record["prefix"].as_str().filter(|_| of == Of::Kind) {
            self.prefixes.insert(id.to_owned(), prefix.to_owned());
        }
        for (key, rank) in NAMING {
            for name in strings(&record[key]) {
                self.add_name(of, rank, name, at);
                if of == Of::Body {
                    self.add_name(of, NameRank::Alias, &with_one_and(name), at);
                }
            }
        }
    }

    fn by_id(&self, of: Of, id: &str) -> Option<usize> {
        let known = self.by_name.get(&(of, folded(id)))?;
        let same = known.iter().find(|(rank, _)| *rank == NameRank::Id);
        same.map(|(_, at)| *at)
    }

    /// Whether an id is the plan's.
    pub(super) fn is_plan(&self, id: &str) -> bool {
        self.by_id(Of::Node, id).is_some()
    }

    fn add_name(&mut self, of: Of, rank: NameRank, name: &str, at: usize) {
        let name = folded(name);
        if name.is_empty() {
            return;
        }
        let known = self.by_name.entry((of, name)).or_default();
        if !known.iter().any(|(_, other)| *other == at) {
            known.push((rank, at));
        }
    }

    /// The ids of the items that are called by their kind and their number: `Task 3`, 任务3.
    fn find_numbered(&self, name: &str) -> Vec<String> {
        let kind = name.trim_end_matches(|c: char| c.is_ascii_digit());
        let number = &name[kind.len()..];
        let named = |head: &str| self.find_folded(Of::Kind, &format!("{head}{}", kind.trim_end()));
        let kinds: Vec<String> = HEADS.iter().flat_map(|head| named(head)).collect();
        let prefixes = kinds.iter().filter_map(|kind| self.prefixes.get(kind));
        let ids = prefixes.map(|prefix| folded(&format!("{prefix}{number}")));
        let ids = ids.filter(|_| !number.is_empty());
        ids.flat_map(|id| self.find_folded(Of::Item, &id)).collect()
    }

    /// The ids of all that a name stands for among what is `of` some sort.
    pub(super) fn find(&self, of: Of, name: &str) -> Vec<String> {
        let found = self.find_folded(of, &folded(name));
        if found.is_empty() && of == Of::Body {
            // Another word for `and` stands in it.
            return self.find_folded(of, &folded(&with_one_and(name)));
        }
        if found.is_empty() && of == Of::Item {
            return self.find_numbered(&folded(name));
        }
        found
    }

    fn find_folded(&self, of: Of, name: &str) -> Vec<String> {
        let sorts: &[Of] = match of {
            Of::Item => &[Of::Item, Of::Node],
            Of::Node | Of::Source => &[Of::Item, Of::Body, Of::Document, Of::Node],
            Of::Body => &[Of::Body],
            Of::Document => &[Of::Document],
            Of::Kind => &[Of::Kind],
        };
        let all = sorts.iter();
        let all = all.filter_map(|of| self.by_name.get(&(*of, name.to_owned())));
        let all: Vec<(NameRank, usize)> = all.flatten().copied().collect();
        let best = all.iter().map(|(rank, _)| *rank).min();
        let best = all.iter().filter(|(rank, _)| Some(*rank) == best);
        best.map(|(_, at)| self.ids[*at].0.clone()).collect()
    }

    /// The id of the only one that a name stands for.
    pub(super) fn one(&self, of: Of, name: &str) -> Option<String> {
        let mut ids = self.find(of, name);
        ids.pop().filter(|_| ids.is_empty())
    }

    /// The kind of items that state none: the first that people look for.
    pub(super) fn first_kind(&self) -> &str {
        &self.first_kind
    }

    /// Whether an id is taken by anything.
    pub(super) fn is_taken(&self, id: &str) -> bool {
        let sorts = [Of::Item, Of::Body, Of::Document, Of::Node];
        sorts.into_iter().any(|of| self.by_id(of, id).is_some())
    }

    /// Up to three that a name is much like: `P17 Digital villages`, in English and in Chinese. The
    /// more pairs of characters both have in common, the nearer.
    pub(super) fn near(&mut self, of: Of, name: &str) -> Vec<[String; 2]> {
        const MOST: usize = 50_000;
        if self.guesses == 0 || self.by_name.len() > MOST {
            return Vec::new();
        }
        self.guesses -= 1;
        let name = folded(name);
        // A province's office is near to no national one, however much alike their names are.
        if of == Of::Body && is_local(&name) {
            return Vec::new();
        }
        let least = if of == Of::Body { 0.5 } else { 0.35 };
        let like = |known: &str| {
            let pairs = shared_pairs(&name, known);
            // Inside a longer name there are few pairs in common, and yet all that were given.
            // Two letters are inside of many words.
            let fewest = if name.is_ascii() { 3 } else { 2 };
            let inside = name.chars().count() >= fewest && known.contains(&name);
            if inside { pairs.max(0.5) } else { pairs }
        };
        let mut near: Vec<(f64, usize)> = Vec::new();
        for ((sort, known), all) in &self.by_name {
            let likeness = like(known);
            if *sort == of && likeness >= least {
                near.extend(all.iter().map(|(_, at)| (likeness, *at)));
            }
        }
        near.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let mut shown: Vec<usize> = Vec::new();
        for (_, at) in near {
            if !shown.contains(&at) && shown.len() < 3 {
                shown.push(at);
            }
        }
        let shown = shown.into_iter().map(|at| &self.ids[at]);
        shown
            .map(|(id, name)| [0, 1].map(|side| format!("{id} {}", name[side]).trim().to_owned()))
            .collect()
    }

    /// An id made of a name: its Latin letters, or the pinyin of its first characters; with a number
    /// behind it where that is taken.
    pub(super) fn new_id(&mut self, name: &str) -> String {
        const MOST: usize = 24;
        let mut id = String::new();
        for c in name.chars().map(crate::model::half_width) {
            if c.is_ascii_alphanumeric() {
                id.push(c.to_ascii_lowercase());
            } else if let Some(reading) = readings(c).next() {
                id.push_str(reading);
            } else if (c.is_whitespace() || c == '-') && !id.is_empty() && !id.ends_with('-') {
                id.push('-');
            }
            if id.len() >= MOST {
                break;
            }
        }
        let id = id.trim_end_matches('-');
        let id = if id.is_empty() { "x" } else { id };
        if self.is_taken(id) {
            self.numbered(&format!("{id}-"), 2)
        } else {
            id.to_owned()
        }
    }

    /// The first id that is not taken of a stem and a number, from `first` on.
    pub(super) fn numbered(&mut self, stem: &str, first: usize) -> String {
        let from = self.numbers.get(stem).copied().unwrap_or_default();
        let mut numbers = (from.max(first)..).map(|number| (number, format!("{stem}{number}")));
        let free = numbers.find(|(_, id)| !self.is_taken(id));
        let (number, id) = free.unwrap_or_default();
        self.numbers.insert(stem.to_owned(), number);
        id
    }
}

/// The share of pairs of characters that two texts have in common (Sørensen and Dice). The library
/// divides by bytes, of which a Chinese character has three.
fn shared_pairs(one: &str, other: &str) -> f64 {
    let pairs = |length: fn(&str) -> usize| {
        u32::try_from((length(one) + length(other)).saturating_sub(2)).unwrap_or(u32::MAX)
    };
    let characters = pairs(|text| text.chars().count()).max(1);
    strsim::sorensen_dice(one, other) * f64::from(pairs(str::len)) / f64::from(characters)
}

/// Whether the name of an organisation, as Chinese has it, begins with a level below the national one.
fn is_local(name: &str) -> bool {
    name.starts_with(['省', '市', '区', '县', '州']) && !name.starts_with("市场")
}

/// Whether an office calls itself so in its own sheet.
pub(super) fn is_ours(name: &str) -> bool {
    ["ouroffice", "本单位", "我单位", "本部门"].contains(&&*folded(name))
}
