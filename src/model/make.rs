//! Makes of each record what the model has for it: its texts, dates and references, and what must be
//! there.

use super::build::{Builder, Mentioned};
use super::check::{NodeSort, What};
use super::place::Path;
use super::records::{
    BodyRecord, ConfidenceRecord, DocumentRecord, ItemRecord, KindRecord, MeasureRecord,
    PartRecord, PlanRecord, PointRecord, Raw, RowRecord, TargetRecord,
};
use super::{
    Basis, Body, BodyId, Date, Document, DocumentId, Info, Item, ItemId, ItemMore, Kind, KindId,
    Measure, Node, Part, Point, PointKind, Role, Row, RowMore, Target,
};

const ROOT: Path = Path::Record;

impl Builder {
    pub(super) fn plan(&mut self, record: &PlanRecord) -> Option<Info> {
        let name = self.name(record.name.as_ref(), ROOT, "name", true);
        let issuer = self.need(record.issuer.as_ref(), ROOT, "issuer");
        let issuer = issuer.map(|raw| self.body(raw, ROOT.key("issuer")));
        let period = self.need(record.period.as_ref(), ROOT, "period");
        let years = period.map(|period| {
            let outer = ROOT.key("period");
            (
                self.year(period.from, outer, "from"),
                self.year(period.to, outer, "to"),
            )
        });
        if years.is_some_and(|(from, to)| 0 < to && to < from) {
            self.log.flaw(ROOT.key("period"), What::PeriodReversed);
        }
        let dated = self.needed_date(record.dated.as_ref(), ROOT, "dated");
        let compiled = self.needed_date(record.compiled.as_ref(), ROOT, "compiled");
        let follows = ROOT.key("follows");
        let follow = |(index, raw)| self.document(raw, follows.at(index));
        let follows = record.follows.iter().enumerate().map(follow).collect();
        let before = record.predecessor.as_ref();
        let confidence = self.needed_confidence(record.confidence, ROOT);
        let (from, to) = years.unwrap_or_default();
        Some(Info {
            id: self.str(record.id.as_ref()),
            name,
            issuer: issuer?,
            drafted_by: self.bodies(&record.drafted_by, ROOT.key("drafted_by")),
            dated: dated?,
            announced: self.date(record.announced.as_ref(), ROOT.key("announced")),
            from,
            to,
            compiled: compiled?,
            summary: self.name(record.summary.as_ref(), ROOT, "summary", true),
            follows,
            predecessor: before.map(|raw| self.document(raw, ROOT.key("predecessor"))),
            aliases: self.strs(&record.aliases),
            note: self.text(record.note.as_ref()),
            confidence: self.confidence(confidence, !record.sources.is_empty()),
            sources: self.sources(&record.sources, ROOT.key("sources")),
        })
    }

    fn needed_date(&mut self, raw: Option<&Raw>, outer: Path, key: &'static str) -> Option<Date> {
        let raw = self.need(raw, outer, key)?;
        self.date(Some(raw), outer.key(key))
    }

    /// An overlay may leave it out: then an office is sure of what it says.
    fn needed_confidence<T: Into<super::Confidence>>(
        &mut self,
        given: Option<T>,
        outer: Path,
    ) -> Option<super::Confidence> {
        if !self.in_overlay() {
            return self.need(given, outer, "confidence").map(Into::into);
        }
        given.map(Into::into)
    }

    /// How sure a node is.
    fn sure(
        &mut self,
        given: Option<ConfidenceRecord>,
        new: bool,
        sources: &[Raw],
    ) -> super::Confidence {
        let given = if new {
            self.needed_confidence(given, ROOT)
        } else {
            given.map(Into::into)
        };
        // What an overlay extends may have sources already.
        self.confidence(given, !new || !sources.is_empty())
    }

    pub(super) fn kind_of(&mut self, record: &KindRecord, new: bool) -> Kind {
        let prefix = if new {
            self.need(record.prefix.as_ref(), ROOT, "prefix")
        } else {
            record.prefix.as_ref()
        };
        let kind = Kind {
            id: self.str(record.id.as_ref()),
            prefix: self.str(prefix),
            name: self.name(record.name.as_ref(), ROOT, "name", new),
            plural: self.name(record.plural.as_ref(), ROOT, "plural", new),
            primary: record.primary.unwrap_or(false),
        };
        self.arena.seal();
        kind
    }

    pub(super) fn item_of(&mut self, record: &ItemRecord, id: ItemId, new: bool) -> Item {
        let kind = match &record.kind {
            Some(raw) => self.kind(raw, ROOT.key("kind")),
            None if new => {
                self.log.flaw(ROOT, What::MissingKey { key: "kind" });
                KindId::at(0)
            }
            None => KindId::at(0),
        };
        let number = record
            .number
            .map(|number| u32::try_from(number).map_err(|_| number));
        if let Some(Err(_)) = number {
            let most = i64::from(u32::MAX);
            self.log
                .flaw(ROOT.key("number"), What::OutOfRange { least: 0, most });
        }
        let parent = record.parent.as_ref().map(|raw| {
            let path = ROOT.key("parent");
            if self.log.careful {
                let place = self.log.place(path);
                self.log.above.insert(Node::Item(id), place);
            }
            ItemId::at(self.mention(raw, Mentioned::Node(NodeSort::Item), path))
        });
        let item = Item {
            id: self.str(record.id.as_ref()),
            kind,
            number: number.and_then(Result::ok),
            name: self.name(record.name.as_ref(), ROOT, "name", new),
            parent,
            summary: self.text(record.summary.as_ref()),
            aliases: self.strs(&record.aliases),
            confidence: self.sure(record.confidence, new, &record.sources),
            sources: self.sources(&record.sources, ROOT.key("sources")),
            origin: self.log.file,
            more: self.item_more(record).boxed(),
        };
        self.seal_overlay();
        item
    }

    fn item_more(&mut self, record: &ItemRecord) -> ItemMore {
        let (related, parts, targets) =
            (ROOT.key("related"), ROOT.key("parts"), ROOT.key("targets"));
        let relate = |(index, raw)| {
            let symbol = self.mention(raw, Mentioned::AnyNode, related.at(index));
            Node::Item(ItemId::at(symbol))
        };
        ItemMore {
            related: record.related.iter().enumerate().map(relate).collect(),
            category: self.text(record.category.as_ref()),
            short: self.text(record.short.as_ref()),
            seed_name: self.text(record.seed_name.as_ref()),
            parts: record
                .parts
                .iter()
                .enumerate()
                .map(|(index, part)| self.part(part, parts.at(index)))
                .collect(),
            targets: record
                .targets
                .iter()
                .enumerate()
                .filter_map(|(index, target)| self.target(target, targets.at(index)))
                .collect(),
            measure: record.measure.as_ref().map(|measure| self.measure(measure)),
            note: self.text(record.note.as_ref()),
            extended_by: Box::default(),
        }
    }

    fn part(&mut self, record: &PartRecord, path: Path) -> Part {
        Part {
            name: self.name(record.name.as_ref(), path, "name", true),
            confidence: record.confidence.map(Into::into),
            sources: self.sources(&record.sources, path.key("sources")),
            origin: self.log.file,
        }
    }

    fn target(&mut self, record: &TargetRecord, path: Path) -> Option<Target> {
        let by = self.needed_date(record.by.as_ref(), path, "by");
        let text = self.name(record.text.as_ref(), path, "text", true);
        let document = record.document.as_ref();
        Some(Target {
            document: document.map(|raw| self.document(raw, path.key("document"))),
            sources: self.sources(&record.sources, path.key("sources")),
            by: by?,
            text,
            origin: self.log.file,
        })
    }

    fn measure(&mut self, record: &MeasureRecord) -> Measure {
        let path = ROOT.key("measure");
        let points = path.key("points");
        Measure {
            unit: self.name(record.unit.as_ref(), path, "unit", !self.in_overlay()),
            binding: record.binding,
            points: record
                .points
                .iter()
                .enumerate()
                .map(|(index, point)| self.point(point, points.at(index)))
                .collect(),
        }
    }

    fn point(&mut self, record: &PointRecord, path: Path) -> Point {
        let kind = self.need(record.kind, path, "kind");
        Point {
            year: self.year(record.year, path, "year"),
            value: record.value,
            kind: kind.map_or(PointKind::Target, Into::into),
            confidence: record.confidence.map(Into::into),
            sources: self.sources(&record.sources, path.key("sources")),
            origin: self.log.file,
        }
    }

    pub(super) fn body_of(&mut self, record: &BodyRecord, id: BodyId, new: bool) -> Body {
        let successor = record.successor.as_ref().map(|raw| {
            let path = ROOT.key("successor");
            if self.log.careful {
                let place = self.log.place(path);
                self.log.above.insert(Node::Body(id), place);
            }
            self.body(raw, path)
        });
        let body = Body {
            id: self.str(record.id.as_ref()),
            abbr: self.str(record.abbr.as_ref()),
            name: self.name(record.name.as_ref(), ROOT, "name", new),
            aliases: self.strs(&record.aliases),
            mandate: self.text(record.mandate.as_ref()),
            note: self.text(record.note.as_ref()),
            successor,
            confidence: self.sure(record.confidence, new, &record.sources),
            sources: self.sources(&record.sources, ROOT.key("sources")),
            origin: self.log.file,
            extended_by: Box::default(),
        };
        self.seal_overlay();
        body
    }

    pub(super) fn document_of(
        &mut self,
        record: &DocumentRecord,
        _: DocumentId,
        new: bool,
    ) -> Document {
        let document = Document {
            id: self.str(record.id.as_ref()),
            name: self.name(record.name.as_ref(), ROOT, "name", new),
            number: self.str(record.number.as_ref()),
            dated: self.date(record.dated.as_ref(), ROOT.key("dated")),
            date_note: self.text(record.date_note.as_ref()),
            issuers: self.bodies(&record.issuers, ROOT.key("issuers")),
            url: self.str(record.url.as_ref()),
            note: self.text(record.note.as_ref()),
            confidence: self.sure(record.confidence, new, &record.sources),
            sources: self.sources(&record.sources, ROOT.key("sources")),
            origin: self.log.file,
            extended_by: Box::default(),
        };
        self.seal_overlay();
        document
    }

    pub(super) fn row_of(&mut self, record: &RowRecord) -> Row {
        let role = self.need(record.role, ROOT, "role");
        let basis = match (record.basis.map(Basis::from), self.in_overlay()) {
            (None, true) => Some(Basis::Assigned),
            (None, false) => self.need(None, ROOT, "basis"),
            (Some(basis), overlay) => {
                if overlay && basis != Basis::Assigned {
                    self.log.flaw(ROOT.key("basis"), What::NotAssigned);
                }
                Some(basis)
            }
        };
        let document = record.document.as_ref();
        let document = document.map(|raw| self.document(raw, ROOT.key("document")));
        if basis == Some(Basis::Companion) && document.is_none() {
            self.log
                .flaw(ROOT.key("basis"), What::CompanionWithoutDocument);
        }
        let confidence = self.needed_confidence(record.confidence, ROOT);
        // An assignment is its own source, in whatever file it stands.
        let sourced =
            !record.sources.is_empty() || document.is_some() || basis == Some(Basis::Assigned);
        let row = Row {
            role: role.map_or(Role::Lead, Into::into),
            basis: basis.unwrap_or(Basis::Mandate),
            document,
            confidence: self.confidence(confidence, sourced),
            sources: self.sources(&record.sources, ROOT.key("sources")),
            origin: self.log.file,
            more: RowMore {
                note: self.text(record.note.as_ref()),
                unit: self.str(record.unit.as_ref()),
                contact: self.str(record.contact.as_ref()),
                due: self.date(record.due.as_ref(), ROOT.key("due")),
                status: record.status.map(Into::into),
            }
            .boxed(),
        };
        self.seal_overlay();
        row
    }

    /// Overlays are small, and what they say is compared with what is there: it must be readable.
    fn seal_overlay(&mut self) {
        if self.in_overlay() {
            self.arena.seal();
        }
    }
}
