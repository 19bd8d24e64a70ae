//! What names in cells stand for: nodes by their ids, names, short names and other names.

use std::collections::HashMap;

use super::cells::folded;
use super::fields::Of;
use crate::model::file::records::{
    BodyRecord, DocumentRecord, File, ItemRecord, KindRecord, PlanRecord, TextRecord,
};
use crate::model::{Lang, PLAN_ID, readings};

/// How a name names something; the first beats the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    Id,
    Name,
    Short,
    Alias,
}

/// What came of looking a name up.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// The id of the only one.
    One(String),
    /// The ids of all it can be.
    Several(Vec<String>),
    Nothing,
}

/// Everything that can be named.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// Ids, by folded names and what they name.
    by_name: HashMap<(Of, String), Vec<(Rank, usize)>>,
    /// Each id, with the name that is shown beside it.
    ids: Vec<(Of, String, [String; 2])>,
    /// The kind of what has none.
    first_kind: String,
    /// Guessing takes long: so many guesses are left.
    guesses: usize,
}

fn sides(text: Option<&TextRecord>) -> impl Iterator<Item = &str> {
    let sides = text.into_iter().flat_map(|text| [&text.en, &text.zh]);
    sides.filter_map(|side| side.as_deref())
}

impl Names {
    pub(super) fn new() -> Names {
        Names {
            guesses: 100,
            ..Names::default()
        }
    }

    /// Adds what a file declares.
    pub(super) fn add_file(&mut self, file: &File) {
        if let Some(plan) = &file.plan {
            self.add_plan(plan);
        }
        file.kinds
            .iter()
            .flatten()
            .for_each(|kind| self.add_kind(kind));
        file.bodies.iter().for_each(|body| self.add_body(body));
        file.documents
            .iter()
            .for_each(|document| self.add_document(document));
        file.items
            .iter()
            .flatten()
            .for_each(|item| self.add_item(item));
    }

    pub(super) fn add_plan(&mut self, plan: &PlanRecord) {
        let id = plan.id.as_deref().unwrap_or(PLAN_ID);
        let at = self.add_id(Of::Node, id, plan.name.as_ref());
        self.add_name(Of::Node, Rank::Id, PLAN_ID, at);
        self.add_all(Of::Node, Rank::Name, sides(plan.name.as_ref()), at);
        let aliases = plan.aliases.iter().map(|alias| &**alias);
        self.add_all(Of::Node, Rank::Alias, aliases, at);
    }

    /// Whether an id is the plan's.
    pub(super) fn is_plan(&self, id: &str) -> bool {
        let known = self.by_name.get(&(Of::Node, folded(id)));
        known.is_some_and(|all| all.iter().any(|(rank, _)| *rank == Rank::Id))
    }

    pub(super) fn add_kind(&mut self, kind: &KindRecord) {
        let Some(id) = kind.id.as_deref() else { return };
        if self.first_kind.is_empty() && kind.primary == Some(true) {
            id.clone_into(&mut self.first_kind);
        }
        let at = self.add_id(Of::Kind, id, kind.name.as_ref());
        self.add_all(Of::Kind, Rank::Name, sides(kind.name.as_ref()), at);
        self.add_all(Of::Kind, Rank::Name, sides(kind.plural.as_ref()), at);
    }

    pub(super) fn add_item(&mut self, item: &ItemRecord) {
        let Some(id) = item.id.as_deref() else { return };
        let at = self.add_id(Of::Item, id, item.name.as_ref());
        self.add_all(Of::Item, Rank::Name, sides(item.name.as_ref()), at);
        self.add_all(Of::Item, Rank::Short, sides(item.short.as_ref()), at);
        self.add_all(Of::Item, Rank::Alias, sides(item.seed_name.as_ref()), at);
        self.add_all(
            Of::Item,
            Rank::Alias,
            item.aliases.iter().map(|alias| &**alias),
            at,
        );
    }

    pub(super) fn add_body(&mut self, body: &BodyRecord) {
        let Some(id) = body.id.as_deref() else { return };
        let at = self.add_id(Of::Body, id, body.name.as_ref());
        self.add_all(Of::Body, Rank::Name, body.abbr.as_deref().into_iter(), at);
        self.add_all(Of::Body, Rank::Name, sides(body.name.as_ref()), at);
        self.add_all(
            Of::Body,
            Rank::Alias,
            body.aliases.iter().map(|alias| &**alias),
            at,
        );
    }

    pub(super) fn add_document(&mut self, document: &DocumentRecord) {
        let Some(id) = document.id.as_deref() else {
            return;
        };
        let at = self.add_id(Of::Document, id, document.name.as_ref());
        self.add_all(Of::Document, Rank::Name, sides(document.name.as_ref()), at);
        self.add_all(
            Of::Document,
            Rank::Short,
            document.number.as_deref().into_iter(),
            at,
        );
    }

    fn add_id(&mut self, of: Of, id: &str, name: Option<&TextRecord>) -> usize {
        let same = self.by_name.get(&(of, folded(id)));
        let same = same.and_then(|all| all.iter().find(|(rank, _)| *rank == Rank::Id));
        if let Some((_, at)) = same {
            return *at;
        }
        let at = self.ids.len();
        let side = |own: Lang, other: Lang| {
            let side = |lang| match lang {
                Lang::En => name.and_then(|name| name.en.as_deref()),
                Lang::Zh => name.and_then(|name| name.zh.as_deref()),
            };
            side(own)
                .or_else(|| side(other))
                .unwrap_or_default()
                .to_owned()
        };
        let name = [side(Lang::En, Lang::Zh), side(Lang::Zh, Lang::En)];
        self.ids.push((of, id.to_owned(), name));
        self.add_name(of, Rank::Id, id, at);
        at
    }

    fn add_all<'n>(&mut self, of: Of, rank: Rank, names: impl Iterator<Item = &'n str>, at: usize) {
        names.for_each(|name| self.add_name(of, rank, name, at));
    }

    fn add_name(&mut self, of: Of, rank: Rank, name: &str, at: usize) {
        let name = folded(name);
        if name.is_empty() {
            return;
        }
        let known = self.by_name.entry((of, name)).or_default();
        if !known.iter().any(|(_, other)| *other == at) {
            known.push((rank, at));
        }
    }

    /// What a name stands for among what is `of` some sort.
    pub(super) fn find(&self, of: Of, name: &str) -> Found {
        let name = folded(name);
        let sorts: &[Of] = match of {
            Of::Item => &[Of::Item, Of::Node],
            Of::Node | Of::Source => &[Of::Item, Of::Body, Of::Document, Of::Node],
            Of::Body => &[Of::Body],
            Of::Document => &[Of::Document],
            Of::Kind => &[Of::Kind],
        };
        let all = sorts
            .iter()
            .filter_map(|of| self.by_name.get(&(*of, name.clone())));
        let all: Vec<(Rank, usize)> = all.flatten().copied().collect();
        let Some(best) = all.iter().map(|(rank, _)| *rank).min() else {
            return Found::Nothing;
        };
        let best = all.iter().filter(|(rank, _)| *rank == best);
        let mut ids: Vec<String> = best.map(|(_, at)| self.ids[*at].1.clone()).collect();
        if ids.len() == 1 {
            Found::One(ids.remove(0))
        } else {
            Found::Several(ids)
        }
    }

    /// The kind of items that state none: the first that people look for.
    pub(super) fn first_kind(&self) -> &str {
        &self.first_kind
    }

    /// Whether an id is taken by anything.
    pub(super) fn is_taken(&self, id: &str) -> bool {
        let id = folded(id);
        [Of::Item, Of::Body, Of::Document, Of::Node]
            .iter()
            .any(|of| {
                let known = self.by_name.get(&(*of, id.clone()));
                known.is_some_and(|all| all.iter().any(|(rank, _)| *rank == Rank::Id))
            })
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
            let inside = name.chars().count() > 1 && known.contains(&name);
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
            .map(|(_, id, name)| {
                [0, 1].map(|side| format!("{id} {}", name[side]).trim().to_owned())
            })
            .collect()
    }

    /// An id made of a name: its Latin letters, or the pinyin of its first characters.
    pub(super) fn new_id(&self, name: &str) -> String {
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
        self.free(if id.is_empty() { "x" } else { id }, "-")
    }

    /// `id`, or with the first number behind it that makes it free.
    pub(super) fn free(&self, id: &str, between: &str) -> String {
        if !self.is_taken(id) {
            return id.to_owned();
        }
        let numbered = (2..).map(|number| format!("{id}{between}{number}"));
        let free = numbered.into_iter().find(|id| !self.is_taken(id));
        free.unwrap_or_else(|| id.to_owned())
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

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Names {
        let mut names = Names::new();
        let file = r#"{ "items": [
                { "id": "P12", "name": { "en": "Digital villages", "zh": "数字乡村建设工程" }, "short": { "en": "Villages" }, "aliases": ["rural"] },
                { "id": "A7", "name": { "en": "Digital village action", "zh": "数字乡村发展行动" }, "aliases": ["rural", "P12"] }
            ], "bodies": [
                { "id": "miit", "abbr": "MIIT", "name": { "zh": "工业和信息化部" }, "aliases": ["工信部"] }
            ] }"#;
        names.add_file(&serde_json::from_str(file).unwrap());
        names
    }

    #[test]
    fn nodes_are_found_by_all_their_names() {
        let names = names();
        let one = |id: &str| Found::One(id.to_owned());
        for (of, name, want) in [
            (Of::Item, "p12", one("P12")),
            (Of::Item, "“数字乡村建设”工程", one("P12")),
            (Of::Item, "VILLAGES", one("P12")),
            (Of::Item, "digital village action", one("A7")),
            (
                Of::Item,
                "rural",
                Found::Several(vec!["P12".into(), "A7".into()]),
            ),
            (Of::Item, "roads", Found::Nothing),
            (Of::Body, "工信部", one("miit")),
            (Of::Body, "P12", Found::Nothing),
            (Of::Item, "", Found::Nothing),
        ] {
            assert_eq!(names.find(of, name), want, "{name}");
        }
    }

    #[test]
    fn what_is_not_found_has_near_names() {
        let mut names = names();
        assert_eq!(
            names.near(Of::Item, "数字乡村建设"),
            [
                ["P12 Digital villages", "P12 数字乡村建设工程"],
                ["A7 Digital village action", "A7 数字乡村发展行动"]
            ]
        );
        assert_eq!(
            names.near(Of::Body, "信息化部"),
            [["miit 工业和信息化部"; 2]]
        );
        for name in ["水利部", "省工业和信息化部"] {
            assert!(names.near(Of::Body, name).is_empty(), "{name}");
        }
    }

    #[test]
    fn new_ids_are_free() {
        let mut names = names();
        assert_eq!(names.new_id("IT section"), "it-section");
        assert_eq!(names.new_id("规划处"), "guihuachu");
        assert_eq!(names.new_id("！"), "x");
        assert_eq!(names.new_id("miit"), "miit-2");
        names.add_body(&BodyRecord {
            id: Some("guihuachu".into()),
            ..BodyRecord::default()
        });
        assert_eq!(names.new_id("规划处"), "guihuachu-2");
    }
}
