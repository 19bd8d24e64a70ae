//! A node as a card: its facts under their labels, in words, in the order in which they answer
//! questions. `show` prints it, `Y` copies it as Markdown, plain mode reads it out and numbers its
//! links. A card is data: how it is laid out is left to its reader.

use crate::model::{BasisFilter, Confidence, ItemId, Lang, Node, Plan, Source, Text};
use crate::words::card::card as words;
use crate::words::who;

mod answer;
mod body;
mod changes;
mod document;
mod found;
mod item;
pub mod markdown;

pub use answer::{basis, became, inherited, remarks, said, standing, weighed};
pub use body::{Group, groups};
pub use changes::{Changed, changes};
pub use found::{note, why};
pub use markdown::{citation, markdown};

/// In which language names and texts are said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// The language of labels, and of names unless `both`.
    pub lang: Lang,
    /// Names in both languages, that of `lang` first.
    pub both: bool,
}

impl From<Lang> for Names {
    fn from(lang: Lang) -> Names {
        Names { lang, both: false }
    }
}

impl Names {
    /// A name: in both languages where that is asked for.
    #[must_use]
    pub fn name(self, text: &Text) -> String {
        match (self.both, text.own(self.lang), text.own(self.lang.other())) {
            (true, Some(own), Some(other)) if own != other => format!("{own} · {other}"),
            (true | false, _, _) => self.text(text),
        }
    }

    /// A text, marked where the file gives it only in the other language.
    #[must_use]
    pub fn text(self, text: &Text) -> String {
        match (text.own(self.lang), text.own(self.lang.other())) {
            (Some(own), _) => own.to_owned(),
            (None, None) => String::new(),
            (None, Some(other)) => {
                let mark = match self.lang {
                    Lang::En => words(self.lang).only_zh,
                    Lang::Zh => words(self.lang).only_en,
                };
                format!("{other} {mark}")
            }
        }
    }
}

/// The facts about a node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The node.
    pub node: Node,
    /// Its id.
    pub id: String,
    /// What sort of node, in words.
    pub kind: String,
    /// Its name.
    pub name: String,
    /// Its name in the other language, unless `name` holds both.
    pub other: Option<String>,
    /// How sure it is; empty where that goes without saying.
    pub sure: &'static str,
    /// What is known of it.
    pub sections: Vec<Section>,
}

/// Facts under one label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The label.
    pub label: String,
    /// The facts, never none.
    pub entries: Vec<Entry>,
}

/// A fact.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// In words.
    pub text: String,
    /// Of a responsibility, what it rests on.
    pub rests: String,
    /// What it speaks of, if that is a node.
    pub link: Option<Node>,
    /// What else is to be said of it.
    pub more: Vec<String>,
    /// Of a responsibility, what else bears it out.
    pub evidence: Vec<String>,
    /// Where it can be read.
    pub address: Option<String>,
}

impl Entry {
    /// The fact in one line.
    #[must_use]
    pub fn line(&self, lang: Lang) -> String {
        if self.rests.is_empty() {
            self.text.clone()
        } else {
            format!("{}{}{}", self.text, who::who(lang).colon, self.rests)
        }
    }

    /// What stands below it: what else is to be said, and what else bears it out.
    pub fn below(&self) -> impl Iterator<Item = &str> {
        self.more.iter().chain(&self.evidence).map(String::as_str)
    }

    fn text(text: impl Into<String>) -> Entry {
        Entry {
            text: text.into(),
            ..Entry::default()
        }
    }

    fn link(node: Node, text: impl Into<String>) -> Entry {
        Entry {
            text: text.into(),
            link: Some(node),
            ..Entry::default()
        }
    }
}

impl Card {
    /// The card of `node`.
    #[must_use]
    pub fn of(plan: &Plan, node: Node, names: Names) -> Card {
        Card::filtered(plan, node, names, BasisFilter::All)
    }

    /// The card of `node` with those responsibilities that count.
    #[must_use]
    pub fn filtered(plan: &Plan, node: Node, names: Names, basis: BasisFilter) -> Card {
        let writer = Writer {
            basis,
            ..Writer::new(plan, names)
        };
        let mut sections = match node {
            Node::Plan => writer.plan(),
            Node::Item(id) => writer.item(id),
            Node::Body(id) => writer.body(id),
            Node::Document(id) => writer.document(id),
        };
        sections.extend(writer.tail(node));
        sections.retain(|section| !section.entries.is_empty());
        let name = plan.name(node);
        let other = name
            .own(names.lang.other())
            .filter(|_| name.own(names.lang).is_some());
        Card {
            node,
            id: plan.id(node).to_owned(),
            kind: kind(plan, node, names.lang),
            name: names.name(name),
            other: other.filter(|_| !names.both).map(str::to_owned),
            sure: who::confidence(names.lang, plan.confidence(node)),
            sections,
        }
    }
}

/// Who answers for a node, as far as it counts: a section a role.
#[must_use]
pub fn answers(plan: &Plan, node: Node, names: Names, basis: BasisFilter) -> Vec<Section> {
    let writer = Writer {
        basis,
        ..Writer::new(plan, names)
    };
    writer.answers(node)
}

/// Where something can be read.
#[must_use]
pub fn source(plan: &Plan, source: &Source, names: Names) -> Entry {
    Writer::new(plan, names).source(source)
}

/// All figures of an item in one line, its unit last.
#[must_use]
pub fn figures(plan: &Plan, item: ItemId, names: Names) -> String {
    Writer::new(plan, names).figures(item)
}

/// What an item has to reach by a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aim {
    /// The year.
    pub year: u16,
    /// The item.
    pub item: ItemId,
    /// What is to be reached.
    pub text: String,
}

/// All targets and target figures of the plan, by year, then in plan order.
#[must_use]
pub fn targets(plan: &Plan, names: Names) -> Vec<Aim> {
    let writer = Writer::new(plan, names);
    let mut aims: Vec<Aim> = plan.items().flat_map(|(id, _)| writer.aims(id)).collect();
    aims.sort_by_key(|aim| aim.year);
    aims
}

/// What sort of node, in words.
#[must_use]
pub fn kind(plan: &Plan, node: Node, lang: Lang) -> String {
    match node {
        Node::Plan => words(lang).plan.to_owned(),
        Node::Item(id) => plan[plan[id].kind].name.get(lang).to_owned(),
        Node::Body(_) => words(lang).body.to_owned(),
        Node::Document(_) => words(lang).document.to_owned(),
    }
}

/// What a program calls the sort of node: `project`, `body`, `document`, `plan`.
#[must_use]
pub fn kind_id(plan: &Plan, node: Node) -> &str {
    match node {
        Node::Plan => "plan",
        Node::Item(id) => &plan[plan[id].kind].id,
        Node::Body(_) => "body",
        Node::Document(_) => "document",
    }
}

/// Writes the facts of one plan in one language.
struct Writer<'a> {
    plan: &'a Plan,
    names: Names,
    /// Which responsibilities count.
    basis: BasisFilter,
}

impl<'a> Writer<'a> {
    fn new(plan: &'a Plan, names: Names) -> Writer<'a> {
        Writer {
            plan,
            names,
            basis: BasisFilter::All,
        }
    }

    fn lang(&self) -> Lang {
        self.names.lang
    }

    /// A section of one text; none where the text is empty.
    fn text(&self, label: &str, text: &Text) -> Section {
        let said = self.names.text(text);
        let entries = if said.is_empty() {
            vec![]
        } else {
            vec![Entry::text(said)]
        };
        Section {
            label: label.to_owned(),
            entries,
        }
    }

    /// A section of one line.
    fn line(label: &str, line: impl Into<String>) -> Section {
        let line = line.into();
        let entries = if line.is_empty() {
            vec![]
        } else {
            vec![Entry::text(line)]
        };
        Section {
            label: label.to_owned(),
            entries,
        }
    }

    /// A section of links.
    fn links(&self, label: impl Into<String>, nodes: impl IntoIterator<Item = Node>) -> Section {
        let entries = nodes
            .into_iter()
            .map(|node| Entry::link(node, self.named(node)))
            .collect();
        Section {
            label: label.into(),
            entries,
        }
    }

    /// A node within a sentence: its id or abbreviation, and its name.
    fn named(&self, node: Node) -> String {
        let name = self.names.name(self.plan.name(node));
        let sign = match node {
            Node::Plan => "",
            Node::Item(_) | Node::Document(_) => self.plan.id(node),
            Node::Body(id) => &self.plan[id].abbr,
        };
        if sign.is_empty() {
            name
        } else {
            format!("{sign} {name}")
        }
    }

    /// What stands last on every card: remark, other names, confidence, sources.
    fn tail(&self, node: Node) -> Vec<Section> {
        let words = words(self.lang());
        let list = who::who(self.lang()).list;
        let aliases: Vec<&str> = self
            .plan
            .aliases(node)
            .iter()
            .map(|alias| &**alias)
            .collect();
        let sure = match self.plan.confidence(node) {
            Confidence::High => "",
            low @ (Confidence::Medium | Confidence::Low) => who::confidence(self.lang(), low),
        };
        let file = |origin| {
            self.plan
                .overlay(origin)
                .map(|overlay| overlay.file.clone())
        };
        let changed: Vec<String> = self
            .plan
            .extended_by(node)
            .iter()
            .copied()
            .filter_map(file)
            .collect();
        vec![
            self.text(words.note, self.plan.note(node)),
            Self::line(words.also, aliases.join(list)),
            Self::line(words.confidence, sure),
            Self::line(
                words.from_overlay,
                file(self.plan.origin(node)).unwrap_or_default(),
            ),
            Self::line(words.changed_by, changed.join(list)),
            Section {
                label: words.sources.to_owned(),
                entries: self
                    .plan
                    .grounds(node)
                    .into_iter()
                    .map(|one| self.source(one))
                    .collect(),
            },
        ]
    }

    fn source(&self, source: &Source) -> Entry {
        match source {
            Source::Document(id) => {
                let document = &self.plan[*id];
                let mut entry = Entry::link(Node::Document(*id), self.named(Node::Document(*id)));
                if !document.url.is_empty() {
                    entry.address = Some(document.url.to_string());
                }
                entry
            }
            Source::Address(address) => Entry {
                address: Some(address.to_string()),
                ..Entry::default()
            },
        }
    }
}
