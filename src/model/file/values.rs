//! From the values of records to those of the model: texts, dates, figures, and references to what
//! the ids name. What is wrong is noted, and something stands in for it: a plan with findings is
//! never handed out.

use std::collections::HashMap;

use crate::model::{
    BodyId, Confidence, Date, DocumentId, ItemId, KindId, Node, Source, Sources, Str, Text,
};

use super::findings::{At, Findings, Path};
use super::object::TextRecord;
use super::problem::{NodeSort, ProblemKind};
use super::resolve::{Ids, sort};

/// Reads values, and collects what is wrong with them.
#[derive(Default)]
pub(super) struct Values {
    pub(super) findings: Findings,
    pub(super) ids: Ids<Node>,
    pub(super) kinds: Ids<KindId>,
    /// The ids of the kinds, in their order.
    pub(super) kind_ids: Vec<String>,
    /// For each item, which record said last what it belongs to.
    pub(super) parents: Vec<Option<At>>,
    /// For each body, which record said last what became of it.
    pub(super) successors: Vec<Option<At>>,
    /// Lists of sources that were read already: many statements share one.
    sources: HashMap<Vec<String>, Sources>,
}

impl Values {
    pub(super) fn new() -> Values {
        Values {
            ids: Ids::of_nodes(),
            ..Values::default()
        }
    }

    /// A value that has to be given.
    pub(super) fn need<T>(
        &mut self,
        given: Option<T>,
        outer: Path,
        key: &'static str,
    ) -> Option<T> {
        if given.is_none() {
            self.findings.add(outer, ProblemKind::MissingKey { key });
        }
        given
    }

    /// A text that may not be empty.
    pub(super) fn name(&mut self, given: TextRecord, path: Path, key: &'static str) -> Text {
        let text = text(given);
        if text.is_empty() {
            self.findings.add(path, ProblemKind::EmptyText { key });
        }
        text
    }

    /// A text that has to be given and may not be empty.
    pub(super) fn needed_name(
        &mut self,
        given: Option<TextRecord>,
        outer: Path,
        key: &'static str,
    ) -> Text {
        let given = self.need(given, outer, key);
        let name = given.map(|given| self.name(given, outer.key(key), key));
        name.unwrap_or_default()
    }

    pub(super) fn date(&mut self, given: &str, path: Path) -> Option<Date> {
        let date = Date::parse(given.trim());
        if date.is_none() {
            let found = given.to_owned();
            self.findings.add(path, ProblemKind::BadDate { found });
        }
        date
    }

    /// A date that has to be given.
    pub(super) fn needed_date(
        &mut self,
        given: Option<&str>,
        outer: Path,
        key: &'static str,
    ) -> Date {
        let given = self.need(given, outer, key);
        let date = given.and_then(|given| self.date(given, outer.key(key)));
        date.unwrap_or(Date::of_year(1))
    }

    pub(super) fn year(&mut self, given: Option<i64>, outer: Path, key: &'static str) -> u16 {
        let Some(given) = self.need(given, outer, key) else {
            return 0;
        };
        if let Ok(year @ 1..=9999) = u16::try_from(given) {
            return year;
        }
        let (least, most) = (1, 9999);
        self.findings
            .add(outer.key(key), ProblemKind::OutOfRange { least, most });
        0
    }

    pub(super) fn number(&mut self, given: i64, path: Path) -> Option<u32> {
        let number = u32::try_from(given).ok();
        if number.is_none() {
            let (least, most) = (0, i64::from(u32::MAX));
            self.findings
                .add(path, ProblemKind::OutOfRange { least, most });
        }
        number
    }

    pub(super) fn kind(&mut self, id: &str, path: Path) -> KindId {
        self.kinds.get(id).unwrap_or_else(|| {
            // No line is made better by more of them.
            const MOST: usize = 40;
            let known = self.kind_ids.iter().take(MOST).cloned().collect();
            let kind = id.to_owned();
            self.findings
                .add(path, ProblemKind::UnknownKind { kind, known });
            KindId::at(0)
        })
    }

    /// The node with this id, which has to be of the sort that is wanted, if one is.
    pub(super) fn node(&mut self, id: &str, wanted: Option<NodeSort>, path: Path) -> Option<Node> {
        let Some(node) = self.ids.get(id) else {
            let id = id.to_owned();
            self.findings
                .add(path, ProblemKind::UnknownId { id, near: None });
            return None;
        };
        let found = sort(node);
        let fits = wanted.is_none_or(|wanted| match wanted {
            NodeSort::ItemOrPlan => matches!(found, NodeSort::Item | NodeSort::Plan),
            NodeSort::Plan | NodeSort::Item | NodeSort::Body | NodeSort::Document => {
                found == wanted
            }
        });
        if let Some(wanted) = wanted
            && !fits
        {
            let id = id.to_owned();
            self.findings
                .add(path, ProblemKind::WrongNode { id, found, wanted });
            return None;
        }
        Some(node)
    }

    pub(super) fn item(&mut self, id: &str, path: Path) -> Option<ItemId> {
        self.node(id, Some(NodeSort::Item), path)?.item()
    }

    pub(super) fn body(&mut self, id: &str, path: Path) -> Option<BodyId> {
        self.node(id, Some(NodeSort::Body), path)?.body()
    }

    pub(super) fn document(&mut self, id: &str, path: Path) -> Option<DocumentId> {
        self.node(id, Some(NodeSort::Document), path)?.document()
    }

    /// A source is an address or the id of a document.
    pub(super) fn source(&mut self, given: &str, path: Path) -> Option<Source> {
        if given.contains("://") {
            return Some(Source::Address(Str::sanitize(given)));
        }
        self.document(given, path).map(Source::Document)
    }

    /// A list of sources; equal lists are one and the same.
    pub(super) fn sources(&mut self, given: Vec<String>, path: Path) -> Sources {
        if given.is_empty() {
            return Sources::default();
        }
        if let Some(known) = self.sources.get(&given) {
            return known.clone();
        }
        let each = given.iter().enumerate();
        let read: Vec<Option<Source>> = each
            .map(|(index, one)| self.source(one, path.at(index)))
            .collect();
        let sound = read.iter().all(Option::is_some);
        let sources: Sources = read.into_iter().flatten().collect();
        if sound {
            // What is wrong has to be said wherever it stands.
            self.sources.insert(given, sources.clone());
        }
        sources
    }
}

/// How sure a statement of this file is. What a plan states without a doubt is sure, and so is what an
/// overlay has a source for; without a source nothing else is.
pub(super) fn confidence(given: Option<Confidence>, sourced: bool, overlay: bool) -> Confidence {
    match given {
        Some(given) if sourced => given,
        None if sourced || !overlay => Confidence::High,
        Some(_) | None => Confidence::Low,
    }
}

/// Both sides of a text, cleaned.
pub(super) fn text(given: TextRecord) -> Text {
    let side = |side: Option<Box<str>>| side.map(Str::from).unwrap_or_default();
    Text::new(side(given.en), side(given.zh))
}

/// A string, cleaned; empty where none is given.
pub(super) fn string(given: Option<Box<str>>) -> Str {
    given.map(Str::from).unwrap_or_default()
}
