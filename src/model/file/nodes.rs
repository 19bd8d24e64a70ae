//! What the records say of the plan and of each kind, item, body and document.

use crate::model::{
    Body, BodyId, Confidence, Document, DocumentId, Info, Item, Kind, KindId, Node, Origin,
    PLAN_ID, Part, Source, Sources, Str, Target, Text,
};

use super::findings::Path;
use super::measure::measure_of;
use super::overlay::{Key, key};
use super::problem::ProblemKind;
use super::records::{
    BodyRecord, DocumentRecord, ItemRecord, KindRecord, PartRecord, PlanRecord, TargetRecord,
    TextRecord,
};
use super::resolve::{Layer, Layers};
use super::values::{Values, confidence, text};

impl<R> Layers<R> {
    /// A field that is one string.
    fn string(&mut self, v: &mut Values, key: Key<R, Option<Box<str>>>) -> Str {
        self.field(v, key, Str::default(), |_, given, _| given.into())
    }

    /// A field that is a text in both languages.
    fn text(&mut self, v: &mut Values, key: Key<R, Option<TextRecord>>) -> Text {
        self.field(v, key, Text::default(), |_, given, _| text(given))
    }

    /// A text that the record which brings the node must give.
    fn name(&mut self, v: &mut Values, key: Key<R, Option<TextRecord>>) -> Text {
        self.need(v, key);
        self.field(v, key, Text::default(), |v, given, path| {
            v.name(given, path, key.0)
        })
    }

    fn aliases(&mut self, v: &mut Values, key: Key<R, Vec<Box<str>>>) -> Box<[Str]> {
        let read = |_: &mut Values, one: Box<str>, _: Path| {
            let one = Str::from(one);
            (!one.is_empty()).then_some(one)
        };
        self.list(v, key, read, Str::clone).into()
    }

    /// How sure a node is of what its sources say, and these.
    fn evidence(
        &mut self,
        v: &mut Values,
        sure: Key<R, Option<Confidence>>,
        sources: Key<R, Vec<String>>,
    ) -> (Confidence, Sources) {
        let base = self.base.at.file;
        let sourced = !sources.1(&mut self.base.record).is_empty();
        let stated = sure.1(&mut self.base.record).is_some();
        let before = confidence(None, sourced, base.is_overlay());
        let sure = self.field(v, sure, before, |_, given, path| {
            // What an overlay extends may have sources already.
            confidence(Some(given), sourced || path.file() != base, false)
        });
        let sources = if self.over.is_empty() {
            let given = std::mem::take(sources.1(&mut self.base.record));
            v.sources(given, self.base.path().key("sources"))
        } else {
            let all = self.list(v, sources, Values::source, Source::clone);
            all.into_iter().collect()
        };
        // Without a source only that is sure of which the plan states no doubt.
        let sure = if sources.is_empty() && (stated || base.is_overlay()) {
            Confidence::Low
        } else {
            sure
        };
        (sure, sources)
    }

    /// The overlays that changed something, in their order.
    fn extended_by(mut self) -> Box<[Origin]> {
        self.changed.sort_unstable();
        self.changed.dedup();
        self.changed.into()
    }
}

/// What the plan says of itself.
pub(super) fn info_of(v: &mut Values, plan: Layer<PlanRecord>) -> Info {
    let all = &mut Layers::of(plan, true);
    let date = |v: &mut Values, date: String, path: Path| v.date(&date, path);
    let body = |v: &mut Values, id: String, path: Path| v.body(&id, path);
    let document = |v: &mut Values, id: String, path: Path| v.document(&id, path);
    let period = all.field(v, key!(period), None, |v, period, path| {
        let from = v.year(period.from, path, "from");
        let to = v.year(period.to, path, "to");
        if 0 < to && to < from {
            v.findings.add(path, ProblemKind::PeriodReversed);
        }
        Some((from, to))
    });
    let (confidence, sources) = all.evidence(v, key!(confidence), key!(sources));
    Info {
        id: plan_id(&all.base.id),
        name: all.name(v, key!(name)),
        issuer: all.field(v, key!(issuer), None, body),
        drafted_by: all.list(v, key!(drafted_by), body, BodyId::clone).into(),
        dated: all.field(v, key!(dated), None, date),
        announced: all.field(v, key!(announced), None, date),
        period,
        compiled: all.field(v, key!(compiled), None, date),
        summary: all.text(v, key!(summary)),
        follows: all
            .list(v, key!(follows), document, DocumentId::clone)
            .into(),
        predecessor: all.field(v, key!(predecessor), None, document),
        aliases: all.aliases(v, key!(aliases)),
        note: all.text(v, key!(note)),
        confidence,
        sources,
    }
}

/// The plan's id, which need not be given.
fn plan_id(given: &str) -> Str {
    Str::sanitize(if given.is_empty() { PLAN_ID } else { given })
}

pub(super) fn kind_of(v: &mut Values, mut all: Layers<KindRecord>) -> Kind {
    let name = all.name(v, key!(name));
    // What is not given is made of the id and the name.
    let first = all.base.id.chars().next();
    let prefix = first.map(|c| c.to_uppercase().to_string());
    let before = Str::sanitize(&prefix.unwrap_or_default());
    let prefix = all.field(v, key!(prefix), before, |_, given, _| given.into());
    let plural = all.field(v, key!(plural), plural_of(&name), |v, given, path| {
        v.name(given, path, "plural")
    });
    Kind {
        id: Str::sanitize(&all.base.id),
        prefix,
        name,
        plural,
        primary: all.field(v, key!(primary), false, |_, given, _| given),
    }
}

/// Several of a kind, where it does not say how they are called.
fn plural_of(name: &Text) -> Text {
    let en = name.en();
    let has_end = en.is_empty() || !en.is_ascii() || en.ends_with('s');
    let end = if has_end { "" } else { "s" };
    Text::sanitize(&format!("{en}{end}"), name.zh())
}

pub(super) fn item_of(v: &mut Values, mut all: Layers<ItemRecord>) -> Item {
    all.need(v, key!(kind));
    let mut set_by = None;
    let parent = all.field(v, key!(parent), None, |v, id, path| {
        set_by = path.record();
        v.item(&id, path)
    });
    v.parents.push(set_by);
    let kind = all.field(v, key!(kind), None, |v, id, path| Some(v.kind(&id, path)));
    let related = |v: &mut Values, id: String, path: Path| v.node(&id, None, path);
    let part = |v: &mut Values, part, path: Path| Some(part_of(v, part, path));
    let target = |v: &mut Values, target, path: Path| Some(target_of(v, target, path));
    let same_target = |target: &Target| (target.by, target.text.clone(), target.document);
    let (confidence, sources) = all.evidence(v, key!(confidence), key!(sources));
    Item {
        id: Str::sanitize(&all.base.id),
        kind: kind.unwrap_or(KindId::at(0)),
        number: all.field(v, key!(number), None, Values::number),
        category: all.text(v, key!(category)),
        name: all.name(v, key!(name)),
        short: all.text(v, key!(short)),
        seed_name: all.text(v, key!(seed_name)),
        parent,
        related: all.list(v, key!(related), related, Node::clone).into(),
        summary: all.text(v, key!(summary)),
        aliases: all.aliases(v, key!(aliases)),
        parts: all
            .list(v, key!(parts), part, |part| part.name.clone())
            .into(),
        targets: all.list(v, key!(targets), target, same_target).into(),
        measure: measure_of(v, &mut all),
        note: all.text(v, key!(note)),
        confidence,
        sources,
        origin: all.base.at.file,
        extended_by: all.extended_by(),
    }
}

fn part_of(v: &mut Values, record: PartRecord, path: Path) -> Part {
    Part {
        name: v.needed_name(record.name, path, "name"),
        confidence: record.confidence,
        sources: v.sources(record.sources, path.key("sources")),
        origin: path.file(),
    }
}

fn target_of(v: &mut Values, record: TargetRecord, path: Path) -> Target {
    let document = record.document.as_deref();
    Target {
        by: v.needed_date(record.by.as_deref(), path, "by"),
        text: v.needed_name(record.text, path, "text"),
        document: document.and_then(|id| v.document(id, path.key("document"))),
        sources: v.sources(record.sources, path.key("sources")),
        origin: path.file(),
    }
}

pub(super) fn body_of(v: &mut Values, mut all: Layers<BodyRecord>) -> Body {
    let mut set_by = None;
    let successor = all.field(v, key!(successor), None, |v, id, path| {
        set_by = path.record();
        v.body(&id, path)
    });
    v.successors.push(set_by);
    let (confidence, sources) = all.evidence(v, key!(confidence), key!(sources));
    Body {
        id: Str::sanitize(&all.base.id),
        abbr: all.string(v, key!(abbr)),
        name: all.name(v, key!(name)),
        aliases: all.aliases(v, key!(aliases)),
        mandate: all.text(v, key!(mandate)),
        note: all.text(v, key!(note)),
        successor,
        confidence,
        sources,
        origin: all.base.at.file,
        extended_by: all.extended_by(),
    }
}

pub(super) fn document_of(v: &mut Values, mut all: Layers<DocumentRecord>) -> Document {
    let issuer = |v: &mut Values, id: String, path: Path| v.body(&id, path);
    let (confidence, sources) = all.evidence(v, key!(confidence), key!(sources));
    Document {
        id: Str::sanitize(&all.base.id),
        name: all.name(v, key!(name)),
        number: all.string(v, key!(number)),
        dated: all.field(v, key!(dated), None, |v, date, path| v.date(&date, path)),
        date_note: all.text(v, key!(date_note)),
        issuers: all.list(v, key!(issuers), issuer, BodyId::clone).into(),
        url: all.string(v, key!(url)),
        note: all.text(v, key!(note)),
        confidence,
        sources,
        origin: all.base.at.file,
        extended_by: all.extended_by(),
    }
}
