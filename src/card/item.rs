//! The cards of an item and of the plan itself.

use super::{Aim, Entry, Section, Writer, answer};
use crate::model::{
    Item, ItemId, Measure, Node, Origin, Part, Point, PointKind, Responsibility, Row, Target,
};
use crate::words::card::card as words;
use crate::words::page::page as labels;
use crate::words::who;

impl Writer<'_> {
    pub(super) fn item(&self, id: ItemId) -> Vec<Section> {
        let words = words(self.lang());
        let item = &self.plan[id];
        let items = |ids: &[ItemId]| ids.iter().map(|&id| Node::Item(id)).collect::<Vec<_>>();
        let above: Vec<ItemId> = self.plan.ancestors(id).collect();
        let mut sections = self.answers(Node::Item(id));
        sections.extend([
            self.text(words.summary, &item.summary),
            self.parts(item),
            self.targets(item),
        ]);
        sections.extend(item.measure.as_ref().map(|measure| self.measure(measure)));
        sections.extend([
            self.text(words.category, &item.category),
            self.links(words.part_of, items(&above)),
            self.links(words.contains, items(self.plan.children(id))),
            self.links(words.related, self.plan.related(Node::Item(id))),
            self.text(words.news, &item.seed_name),
        ]);
        sections
    }

    fn parts(&self, item: &Item) -> Section {
        let entry = |part: &Part| {
            let sure = part
                .confidence
                .map(|sure| who::confidence(self.lang(), sure));
            let line = self.with(self.names.text(&part.name), sure.unwrap_or_default());
            Entry::text(self.with(line, self.ours(part.origin)))
        };
        let entries = item.parts.iter().map(entry).collect();
        Section {
            label: words(self.lang()).parts.to_owned(),
            entries,
        }
    }

    fn targets(&self, item: &Item) -> Section {
        let lang = self.lang();
        let entry = |target: &Target| {
            let by = who::date(lang, target.by);
            let text = self.names.text(&target.text);
            let line = if text.starts_with(&by) {
                text
            } else {
                format!("{by}{}{text}", who::who(lang).colon)
            };
            let line = self.with(line, self.ours(target.origin));
            match target.document {
                None => Entry::text(line),
                Some(id) => {
                    let of = (words(lang).target_of)(self.plan[id].name.get(lang));
                    Entry::link(Node::Document(id), self.with(line, &of))
                }
            }
        };
        let entries = item.targets.iter().map(entry).collect();
        Section {
            label: words(lang).targets.to_owned(),
            entries,
        }
    }

    /// What an item has to reach, and by when.
    pub(super) fn aims(&self, id: ItemId) -> Vec<Aim> {
        let item = &self.plan[id];
        let aim = |year, text| Aim {
            year,
            item: id,
            text,
        };
        let said = self.targets(item).entries;
        let years = item.targets.iter().map(|target| target.by.year);
        let mut aims: Vec<Aim> = years
            .zip(said)
            .map(|(year, entry)| aim(year, entry.text))
            .collect();
        if let Some(measure) = &item.measure {
            let unit = self.names.text(&measure.unit);
            let targets = measure.points.iter();
            let targets = targets.filter(|point| point.kind == PointKind::Target);
            aims.extend(targets.map(|point| aim(point.year, self.with(self.point(point), &unit))));
        }
        aims
    }

    fn measure(&self, measure: &Measure) -> Section {
        let lang = self.lang();
        let mut unit = self.names.text(&measure.unit);
        if let Some(binding) = measure.binding {
            let sort = if binding {
                words(lang).binding
            } else {
                words(lang).expected
            };
            unit = format!("{unit}{}{sort}", who::who(lang).comma);
        }
        let mut entries: Vec<Entry> = measure
            .points
            .iter()
            .map(|point| {
                let later = point.kind == PointKind::Actual && !point.origin.is_overlay();
                let whose = if later {
                    labels(lang).later
                } else {
                    self.ours(point.origin)
                };
                Entry::text(self.with(self.point(point), whose))
            })
            .collect();
        if entries.is_empty() {
            entries.push(Entry::text(who::who(lang).not_stated));
        }
        Section {
            label: (words(lang).measure)(&unit),
            entries,
        }
    }

    /// All figures of an item in one line.
    pub(super) fn figures(&self, id: ItemId) -> String {
        let Some(measure) = &self.plan[id].measure else {
            return String::new();
        };
        let words = who::who(self.lang());
        let points: Vec<String> = measure
            .points
            .iter()
            .map(|point| self.point(point))
            .collect();
        let points = if points.is_empty() {
            words.not_stated.to_owned()
        } else {
            points.join(words.comma)
        };
        self.with(points, &self.names.text(&measure.unit))
    }

    /// That something came from an overlay; nothing if it did not.
    fn ours(&self, origin: Origin) -> &'static str {
        if origin.is_overlay() {
            labels(self.lang()).ours
        } else {
            ""
        }
    }

    fn point(&self, point: &Point) -> String {
        let lang = self.lang();
        let value = point.value.map_or_else(
            || who::who(lang).not_stated.to_owned(),
            |value| value.to_string(),
        );
        let kind = who::point(lang, point.kind);
        let line = format!("{} {kind}{}{value}", point.year, who::who(lang).colon);
        let sure = point.confidence.map(|sure| who::confidence(lang, sure));
        self.with(line, sure.unwrap_or_default())
    }

    /// `line`, and a remark behind it if there is one.
    pub(super) fn with(&self, line: String, remark: &str) -> String {
        match (remark, self.lang()) {
            ("", _) => line,
            (_, crate::model::Lang::En) => format!("{line} ({remark})"),
            (_, crate::model::Lang::Zh) => format!("{line}（{remark}）"),
        }
    }

    pub(super) fn plan(&self) -> Vec<Section> {
        let lang = self.lang();
        let words = words(lang);
        let info = self.plan.info();
        let documents = |ids: &[crate::model::DocumentId]| {
            ids.iter().map(|&id| Node::Document(id)).collect::<Vec<_>>()
        };
        let announced = info
            .announced
            .map(|date| who::date(lang, date))
            .unwrap_or_default();
        let mut sections = self.answers(Node::Plan);
        sections.extend([
            self.text(words.summary, &info.summary),
            Self::line(words.dated, who::date(lang, info.dated)),
            Self::line(words.announced, announced),
            Self::line(words.period, format!("{}-{}", info.from, info.to)),
            Self::line(words.compiled, who::date(lang, info.compiled)),
            self.links(
                words.drafted_by,
                info.drafted_by.iter().map(|&id| Node::Body(id)),
            ),
            self.links(words.follows, documents(&info.follows)),
            self.links(words.before, info.predecessor.map(Node::Document)),
            self.links(words.related, self.plan.related(Node::Plan)),
        ]);
        sections
    }
}

/// What a body answers for, in one line: "P1 5G applications: named in …".
impl Writer<'_> {
    pub(super) fn charge(&self, one: &Responsibility, row: &Row) -> Entry {
        Entry {
            rests: answer::said(self.plan, row, self.lang()),
            more: answer::remarks(row, self.names),
            ..Entry::link(one.item, self.named(one.item))
        }
    }
}
