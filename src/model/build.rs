//! Where a plan grows while files are read: strings in an arena, ids as symbols, nodes as they come.
//! Until everything is read and [`Builder::finish`] settles it, every id inside a node holds a
//! *symbol* instead of a place: what it names may stand further down, or in another file.
//!
//! A builder is hasty or careful. The hasty one only notices *that* something is wrong, and stops;
//! the careful one is used after that, keeps the place of everything, and collects all problems.

use std::collections::HashMap;
use std::hash::BuildHasher;

use hashbrown::{DefaultHashBuilder, HashTable};

use super::check::{NodeSort, What};
use super::ids::Ids;
use super::place::{Path, Step};
use super::records::{Raw, TextRecord};
use super::text::Arena;
use super::{
    Body, BodyId, Confidence, Date, Document, DocumentId, Info, Item, Kind, KindId, Node, Origin,
    Overlay, PLAN_ID, PointKind, Row, Source, Sources, Str, Text,
};

/// What a symbol stands for.
#[derive(Clone, Copy, Default)]
pub(super) struct Slot {
    pub(super) node: Option<Node>,
    /// The last file that defined or extended it.
    pub(super) file: Origin,
}

/// A place in a file, by the steps that lead to it.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub(super) file: Origin,
    /// Where the record begins, in bytes.
    pub(super) record: usize,
    pub(super) steps: Vec<Step>,
}

/// Something that was found to be wrong.
pub(super) struct Finding {
    pub(super) at: Place,
    pub(super) what: What,
    /// The other place that it has to do with.
    pub(super) first: Option<Place>,
}

/// That an id was mentioned; kept by a careful builder only.
pub(super) struct Mention {
    pub(super) symbol: usize,
    pub(super) of: Mentioned,
    pub(super) at: Place,
}

/// What a mention has to be of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Mentioned {
    Kind,
    Node(NodeSort),
    AnyNode,
}

/// No more problems than this are kept; the others are counted.
pub(super) const MOST_FINDINGS: usize = 10_000;

/// What is wrong, and where things stand.
#[derive(Default)]
pub(super) struct Log {
    pub(super) careful: bool,
    /// Something is wrong.
    pub(super) flawed: bool,
    /// The file that is being read.
    pub(super) file: Origin,
    /// Where the record that is being read begins; careful builders only.
    pub(super) record: usize,
    pub(super) findings: Vec<Finding>,
    /// Findings that were not kept.
    pub(super) uncounted: usize,
    pub(super) mentions: Vec<Mention>,
    /// Where nodes were defined, by symbol.
    pub(super) defined: HashMap<usize, Place>,
    pub(super) kinds_defined: HashMap<usize, Place>,
    /// Where a node's parent or successor was last set.
    pub(super) above: HashMap<Node, Place>,
    /// Where overlays set fields.
    pub(super) set_by: HashMap<(Node, &'static str), Place>,
    /// Where overlays gave a figure for a year.
    pub(super) figured_by: HashMap<(Node, u16, PointKind), Place>,
}

impl Log {
    pub(super) fn place(&self, path: Path) -> Place {
        // A hasty builder's places are never looked at.
        let steps = if self.careful {
            path.steps()
        } else {
            Vec::new()
        };
        Place {
            file: self.file,
            record: self.record,
            steps,
        }
    }

    pub(super) fn flaw(&mut self, path: Path, what: What) {
        self.flaw_beside(path, what, None);
    }

    pub(super) fn flaw_beside(&mut self, path: Path, what: What, first: Option<Place>) {
        let at = self.place(path);
        self.find(Finding { at, what, first });
    }

    pub(super) fn find(&mut self, finding: Finding) {
        self.flawed = true;
        if self.findings.len() < MOST_FINDINGS {
            self.findings.push(finding);
        } else {
            self.uncounted += 1;
        }
    }
}

/// Lists of sources that many statements share.
#[derive(Default)]
struct Shared {
    table: HashTable<Sources>,
    hasher: DefaultHashBuilder,
}

/// The table of shared lists is emptied when it has grown to this size.
const MOST_SHARED: usize = 1 << 14;

/// A plan in the making.
#[derive(Default)]
pub(super) struct Builder {
    pub(super) log: Log,
    pub(super) arena: Arena,
    shared: Shared,
    pub(super) ids: Ids,
    /// By symbol.
    pub(super) slots: Vec<Slot>,
    pub(super) kind_ids: Ids,
    /// By symbol of a kind.
    pub(super) kind_slots: Vec<Option<(KindId, Origin)>>,
    pub(super) info: Option<Info>,
    pub(super) kinds: Vec<Kind>,
    pub(super) items: Vec<Item>,
    pub(super) bodies: Vec<Body>,
    pub(super) documents: Vec<Document>,
    /// Who answers for what, in the order of the files.
    /// With its place among all rows.
    pub(super) rows: Vec<(Node, BodyId, u32, Row)>,
    pub(super) overlays: Vec<Overlay>,
}

/// What came of an attempt to define an id.
pub(super) enum Defined {
    /// It is new.
    New,
    /// It is there already, from another file, and is extended.
    Extends(Node),
    /// It cannot be; the problem is noted.
    Refused,
}

impl Builder {
    pub(super) fn new(careful: bool) -> Builder {
        let mut builder = Builder::default();
        builder.log.careful = careful;
        // The first symbols, of ids and of kinds, stand for nothing: that of a missing id.
        builder.kind_ids.symbol("");
        builder.symbol("");
        let plan = builder.symbol(PLAN_ID);
        builder.slots[plan].node = Some(Node::Plan);
        builder
    }

    /// The next file begins.
    pub(super) fn begin(&mut self, file: Origin) {
        self.log.file = file;
        self.log.record = 0;
    }

    pub(super) fn in_overlay(&self) -> bool {
        self.log.file.is_overlay()
    }

    pub(super) fn symbol(&mut self, id: &str) -> usize {
        let symbol = self.ids.symbol(id);
        if symbol >= self.slots.len() {
            self.slots.resize(symbol + 1, Slot::default());
        }
        symbol
    }

    /// Mentions a node: its symbol.
    pub(super) fn mention(&mut self, raw: &Raw, of: Mentioned, path: Path) -> usize {
        let symbol = self.symbol(&raw.0);
        if self.log.careful {
            let at = self.log.place(path);
            self.log.mentions.push(Mention { symbol, of, at });
        }
        symbol
    }

    pub(super) fn kind(&mut self, raw: &Raw, path: Path) -> KindId {
        let symbol = self.kind_ids.symbol(&raw.0);
        if self.log.careful {
            let at = self.log.place(path);
            self.log.mentions.push(Mention {
                symbol,
                of: Mentioned::Kind,
                at,
            });
        }
        KindId::at(symbol)
    }

    pub(super) fn body(&mut self, raw: &Raw, path: Path) -> BodyId {
        BodyId::at(self.mention(raw, Mentioned::Node(NodeSort::Body), path))
    }

    pub(super) fn bodies(&mut self, raws: &[Raw], path: Path) -> Box<[BodyId]> {
        raws.iter()
            .enumerate()
            .map(|(index, raw)| self.body(raw, path.at(index)))
            .collect()
    }

    pub(super) fn document(&mut self, raw: &Raw, path: Path) -> DocumentId {
        DocumentId::at(self.mention(raw, Mentioned::Node(NodeSort::Document), path))
    }

    pub(super) fn str(&mut self, raw: Option<&Raw>) -> Str {
        raw.map(|raw| self.arena.add(&raw.0)).unwrap_or_default()
    }

    pub(super) fn strs(&mut self, raws: &[Raw]) -> Box<[Str]> {
        raws.iter()
            .map(|raw| self.arena.add(&raw.0))
            .filter(|text| !text.is_nothing())
            .collect()
    }

    pub(super) fn text(&mut self, record: Option<&TextRecord>) -> Text {
        let Some(TextRecord { en, zh }) = record else {
            return Text::default();
        };
        let (en, zh) = (en.as_ref(), zh.as_ref());
        self.arena
            .add_text(en.map_or("", |raw| &raw.0), zh.map_or("", |raw| &raw.0))
    }

    /// A text that may not be empty where it is given, and has to be given where it is `needed`.
    pub(super) fn name(
        &mut self,
        record: Option<&TextRecord>,
        outer: Path,
        key: &'static str,
        needed: bool,
    ) -> Text {
        let text = self.text(record);
        if record.is_some() && text.is_empty() {
            self.log.flaw(outer.key(key), What::EmptyText { key });
        } else if record.is_none() && needed {
            self.log.flaw(outer, What::MissingKey { key });
        }
        text
    }

    /// A value that has to be given.
    pub(super) fn need<T>(
        &mut self,
        value: Option<T>,
        outer: Path,
        key: &'static str,
    ) -> Option<T> {
        if value.is_none() {
            self.log.flaw(outer, What::MissingKey { key });
        }
        value
    }

    pub(super) fn date(&mut self, raw: Option<&Raw>, path: Path) -> Option<Date> {
        let found = &raw?.0;
        let date = Date::parse(found.trim());
        if date.is_none() {
            self.log.flaw(
                path,
                What::BadDate {
                    found: found.clone().into_owned(),
                },
            );
        }
        date
    }

    pub(super) fn year(&mut self, value: Option<i64>, outer: Path, key: &'static str) -> u16 {
        let Some(value) = self.need(value, outer, key) else {
            return 0;
        };
        if let Ok(year @ 1..=9999) = u16::try_from(value) {
            return year;
        }
        self.log.flaw(
            outer.key(key),
            What::OutOfRange {
                least: 1,
                most: 9999,
            },
        );
        0
    }

    /// A list of sources; equal lists are one and the same.
    pub(super) fn sources(&mut self, raws: &[Raw], path: Path) -> Sources {
        if raws.is_empty() {
            return Sources::default();
        }
        let hash = self
            .shared
            .hasher
            .hash_one(raws.iter().map(|raw| &*raw.0).collect::<Vec<_>>());
        let mut symbols = Vec::new();
        for (index, raw) in raws.iter().enumerate() {
            let document = (!is_address(&raw.0)).then(|| self.document(raw, path.at(index)));
            symbols.push(document);
        }
        let arena = &self.arena;
        let same = |list: &Sources| {
            list.len() == raws.len()
                && list
                    .iter()
                    .zip(raws)
                    .zip(&symbols)
                    .all(|((source, raw), symbol)| match source {
                        Source::Document(id) => *symbol == Some(*id),
                        Source::Address(text) => symbol.is_none() && arena.read(text) == raw.0,
                    })
        };
        if let Some(list) = self.shared.table.find(hash, same) {
            return list.clone();
        }
        if self.shared.table.len() >= MOST_SHARED {
            self.shared.table.clear();
        }
        let list: Sources = raws
            .iter()
            .zip(symbols)
            .map(|(raw, symbol)| match symbol {
                Some(id) => Source::Document(id),
                None => Source::Address(self.arena.add(&raw.0)),
            })
            .collect();
        // Lists are never hashed again: a table that grows starts anew, and only sharing is lost.
        if self.shared.table.len() == self.shared.table.capacity() {
            self.shared.table = HashTable::with_capacity(2 * self.shared.table.capacity() + 64);
        }
        self.shared.table.insert_unique(hash, list.clone(), |_| 0);
        list
    }

    /// How sure a statement is: without a source it is not. An overlay need not say it.
    pub(super) fn confidence(&self, given: Option<Confidence>, sourced: bool) -> Confidence {
        match given {
            Some(given) if sourced => given,
            None if sourced && self.in_overlay() => Confidence::High,
            Some(_) | None => Confidence::Low,
        }
    }

    /// The symbol of a record's own id.
    pub(super) fn own_id(&mut self, raw: Option<&Raw>) -> Option<usize> {
        let raw = self.need(raw, Path::Record, "id")?;
        let symbol = self.symbol(&raw.0);
        if self.ids.name(symbol).is_empty() {
            self.log
                .flaw(Path::Record.key("id"), What::EmptyText { key: "id" });
            return None;
        }
        Some(symbol)
    }

    /// Defines the id with this symbol as `node`, or finds what it extends.
    pub(super) fn define(&mut self, symbol: usize, raw: Option<&Raw>, node: Node) -> Defined {
        let slot = self.slots[symbol];
        let path = Path::Record;
        let path = path.key("id");
        let id = || {
            raw.map(|raw| raw.0.clone().into_owned())
                .unwrap_or_default()
        };
        match slot.node {
            None => {
                let file = self.log.file;
                self.slots[symbol] = Slot {
                    node: Some(node),
                    file,
                };
                if self.log.careful {
                    let place = self.log.place(path);
                    self.log.defined.insert(symbol, place);
                }
                Defined::New
            }
            Some(Node::Plan) if !self.log.defined.contains_key(&symbol) => {
                self.log.flaw(path, What::ReservedId { id: id() });
                Defined::Refused
            }
            Some(before) if slot.file < self.log.file && sort(before) == sort(node) => {
                self.slots[symbol].file = self.log.file;
                Defined::Extends(before)
            }
            Some(_) => {
                let first = self.log.defined.get(&symbol).cloned();
                self.log.flaw_beside(path, double_id(id()), first);
                Defined::Refused
            }
        }
    }
}

fn double_id(id: String) -> What {
    What::DoubleId {
        id,
        first: super::check::Spot::default(),
    }
}

pub(super) fn sort(node: Node) -> NodeSort {
    match node {
        Node::Plan => NodeSort::Plan,
        Node::Item(_) => NodeSort::Item,
        Node::Body(_) => NodeSort::Body,
        Node::Document(_) => NodeSort::Document,
    }
}

/// A source is an address or the id of a document.
fn is_address(source: &str) -> bool {
    source.contains("://")
}
