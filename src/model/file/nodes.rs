//! What the records say of the plan and of each kind, item, body and document.

use std::iter::once;
use std::mem::take;

use crate::model::{
    Body, BodyId, Confidence, Document, Info, Item, Kind, KindId, Node, Origin, PLAN_ID, Part,
    Source, Sources, Str, Target, Text,
};

use super::findings::Path;
use super::measure::measure_of;
use super::problem::What;
use super::records::{
    BodyRecord, DocumentRecord, ItemRecord, KindRecord, PartRecord, PlanRecord, TargetRecord,
    TextRecord,
};
use super::resolve::{Layer, Layers};
use super::values::{Values, confidence, text};

/// What the plan says of itself.
pub(super) fn info_of(values: &mut Values, plan: Layer<PlanRecord>) -> Info {
    let path = plan.at.path(&plan.id);
    let record = plan.record;
    let sourced = !record.sources.is_empty();
    let name = values.needed_name(record.name, path, "name");
    let issuer = record.issuer;
    let issuer = issuer.and_then(|id| values.body(&id, path.key("issuer")));
    let period = record.period.map(|period| {
        let outer = path.key("period");
        let from = values.year(period.from, outer, "from");
        let to = values.year(period.to, outer, "to");
        if 0 < to && to < from {
            values.findings.add(outer, What::PeriodReversed);
        }
        (from, to)
    });
    let mut date =
        |given: Option<Box<str>>, key| given.and_then(|date| values.date(&date, path.key(key)));
    let dated = date(record.dated, "dated");
    let announced = date(record.announced, "announced");
    let compiled = date(record.compiled, "compiled");
    let summary = record.summary.map(text).unwrap_or_default();
    let list = path.key("follows");
    let follows = record.follows.iter().enumerate();
    let follows = follows.filter_map(|(index, id)| values.document(id, list.at(index)));
    Info {
        id: plan_id(&plan.id),
        name,
        issuer,
        dated,
        announced,
        period,
        compiled,
        summary,
        follows: follows.collect(),
        drafted_by: bodies(values, &record.drafted_by, path.key("drafted_by")),
        predecessor: record
            .predecessor
            .and_then(|id| values.document(&id, path.key("predecessor"))),
        aliases: strings(record.aliases),
        note: record.note.map(text).unwrap_or_default(),
        confidence: confidence(record.confidence, sourced, false),
        sources: values.sources(record.sources, path.key("sources")),
    }
}

fn bodies(values: &mut Values, ids: &[Box<str>], path: Path) -> Box<[BodyId]> {
    let ids = ids.iter().enumerate();
    ids.filter_map(|(index, id)| values.body(id, path.at(index)))
        .collect()
}

/// Strings, cleaned, but for those of which nothing is left.
fn strings(given: Vec<Box<str>>) -> Box<[Str]> {
    let clean = given.into_iter().map(Str::from);
    clean.filter(|text| !text.is_empty()).collect()
}

/// A field that is one string.
fn str_field<R>(
    values: &mut Values,
    layers: &mut Layers<R>,
    key: &'static str,
    of: fn(&mut R) -> &mut Option<Box<str>>,
) -> Str {
    let read = |_: &mut Values, given: Box<str>, _: Path| given.into();
    layers.field(
        values,
        key,
        Str::default(),
        |record| of(record).take(),
        read,
    )
}

/// A field that is a text in both languages.
fn text_field<R>(
    values: &mut Values,
    layers: &mut Layers<R>,
    key: &'static str,
    of: fn(&mut R) -> &mut Option<TextRecord>,
) -> Text {
    let read = |_: &mut Values, given, _: Path| text(given);
    let before = Text::default();
    layers.field(values, key, before, |record| of(record).take(), read)
}

/// A text that the record which brings the node must give.
fn name_field<R>(
    values: &mut Values,
    layers: &mut Layers<R>,
    key: &'static str,
    of: fn(&mut R) -> &mut Option<TextRecord>,
) -> Text {
    let given = of(&mut layers.base.record).is_some();
    layers.need(values, key, given);
    let read = |values: &mut Values, given, path: Path| values.name(given, path, key);
    let before = Text::default();
    layers.field(values, key, before, |record| of(record).take(), read)
}

fn aliases<R>(
    values: &mut Values,
    layers: &mut Layers<R>,
    of: fn(&mut R) -> &mut Vec<Box<str>>,
) -> Box<[Str]> {
    let read = |_: &mut Values, one: Box<str>, _: Path| {
        let one = Str::from(one);
        (!one.is_empty()).then_some(one)
    };
    let all = layers.list(
        values,
        "aliases",
        |record| take(of(record)),
        read,
        Str::clone,
    );
    all.into()
}

/// What a record gives of how sure it is, and of where it comes from.
type Evidence<'r> = (&'r mut Option<Confidence>, &'r mut Vec<Box<str>>);

/// Sources and how sure a node is of what they say.
fn evidence<R>(
    values: &mut Values,
    layers: &mut Layers<R>,
    of: fn(&mut R) -> Evidence<'_>,
) -> (Confidence, Sources) {
    let base = layers.base.at.file;
    let (given, sources) = of(&mut layers.base.record);
    let (given, sourced) = (*given, !sources.is_empty());
    let before = confidence(None, sourced, base.is_overlay());
    let read = |_: &mut Values, given, path: Path| {
        // What an overlay extends may have sources already.
        confidence(Some(given), sourced || path.file() != base, false)
    };
    let take_given = |record: &mut R| of(record).0.take();
    let sure = layers.field(values, "confidence", before, take_given, read);
    let take_sources = |record: &mut R| take(of(record).1);
    let sources = if layers.over.is_empty() {
        let given = take_sources(&mut layers.base.record);
        values.sources(given, layers.base.path().key("sources"))
    } else {
        let read = |values: &mut Values, one, path: Path| values.source(one, path);
        let all = layers.list(values, "sources", take_sources, read, Source::clone);
        all.into_iter().collect()
    };
    // Without a source only that is sure of which the plan states no doubt.
    let stated = given.is_some() || base.is_overlay();
    let sure = if sources.is_empty() && stated {
        Confidence::Low
    } else {
        sure
    };
    (sure, sources)
}

/// The overlays that changed something, in their order.
fn changed<R>(layers: Layers<R>) -> Box<[Origin]> {
    let mut changed = layers.changed;
    changed.sort_unstable();
    changed.dedup();
    changed.into()
}

pub(super) fn kind_of(values: &mut Values, mut layers: Layers<KindRecord>) -> Kind {
    layers.need(values, "name", layers.base.record.name.is_some());
    let mut kind = Kind {
        id: Str::clean(&layers.base.id),
        prefix: prefix_of(&layers.base.id),
        name: Text::default(),
        plural: Text::default(),
        primary: false,
    };
    // Overlays seldom touch kinds: the last one that does has its way.
    for layer in once(&mut layers.base).chain(&mut layers.over) {
        let path = layer.at.path(&layer.id);
        if let Some(prefix) = layer.record.prefix.take() {
            kind.prefix = prefix.into();
        }
        if let Some(name) = layer.record.name.take() {
            kind.name = values.name(name, path.key("name"), "name");
        }
        if let Some(plural) = layer.record.plural.take() {
            kind.plural = values.name(plural, path.key("plural"), "plural");
        }
        kind.primary = layer.record.primary.unwrap_or(kind.primary);
    }
    if kind.plural.is_empty() {
        kind.plural = plural_of(&kind.name);
    }
    kind
}

/// Several of a kind, where it does not say how they are called.
fn plural_of(name: &Text) -> Text {
    let en = name.en();
    let end = if en.is_ascii() && !en.is_empty() && !en.ends_with('s') {
        "s"
    } else {
        ""
    };
    Text::clean(&format!("{en}{end}"), name.zh())
}

/// What the ids of a kind's items begin with, where the kind does not say it.
fn prefix_of(id: &str) -> Str {
    let first = id.chars().next().map(|c| c.to_uppercase().to_string());
    Str::clean(&first.unwrap_or_default())
}

/// The plan's id, which need not be given.
fn plan_id(given: &str) -> Str {
    Str::clean(if given.is_empty() { PLAN_ID } else { given })
}

pub(super) fn item_of(values: &mut Values, mut layers: Layers<ItemRecord>) -> Item {
    let all = &mut layers;
    let v = values;
    all.need(v, "kind", all.base.record.kind.is_some());
    let kind = all.field(
        v,
        "kind",
        KindId::at(0),
        |record| record.kind.take(),
        |values, id, path| values.kind(&id, path),
    );
    let number = all.field(
        v,
        "number",
        None,
        |record| record.number.take(),
        Values::number,
    );
    let name = name_field(v, all, "name", |record| &mut record.name);
    let mut set_by = None;
    let parent = all.field(
        v,
        "parent",
        None,
        |record| record.parent.take(),
        |values, id, path| {
            set_by = path.record();
            values.item(&id, path)
        },
    );
    v.parents.push(set_by);
    let related = all.list(
        v,
        "related",
        |record| take(&mut record.related),
        |values, id, path| values.node(&id, None, path),
        Node::clone,
    );
    let parts = all.list(
        v,
        "parts",
        |record| take(&mut record.parts),
        |values, part, path| Some(part_of(values, part, path)),
        |part| part.name.clone(),
    );
    let targets = all.list(
        v,
        "targets",
        |record| take(&mut record.targets),
        |values, target, path| Some(target_of(values, target, path)),
        |target| (target.by, target.text.clone(), target.document),
    );
    let (confidence, sources) = evidence(v, all, |record| {
        (&mut record.confidence, &mut record.sources)
    });
    Item {
        id: Str::clean(&all.base.id),
        kind,
        number,
        category: text_field(v, all, "category", |record| &mut record.category),
        name,
        short: text_field(v, all, "short", |record| &mut record.short),
        seed_name: text_field(v, all, "seed_name", |record| &mut record.seed_name),
        parent,
        related: related.into(),
        summary: text_field(v, all, "summary", |record| &mut record.summary),
        aliases: aliases(v, all, |record| &mut record.aliases),
        parts: parts.into(),
        targets: targets.into(),
        measure: measure_of(v, all),
        note: text_field(v, all, "note", |record| &mut record.note),
        confidence,
        sources,
        origin: all.base.at.file,
        extended_by: changed(layers),
    }
}

fn part_of(values: &mut Values, record: PartRecord, path: Path) -> Part {
    Part {
        name: values.needed_name(record.name, path, "name"),
        confidence: record.confidence,
        sources: values.sources(record.sources, path.key("sources")),
        origin: path.file(),
    }
}

fn target_of(values: &mut Values, record: TargetRecord, path: Path) -> Target {
    let document = record.document.as_deref();
    Target {
        by: values.needed_date(record.by.as_deref(), path, "by"),
        text: values.needed_name(record.text, path, "text"),
        document: document.and_then(|id| values.document(id, path.key("document"))),
        sources: values.sources(record.sources, path.key("sources")),
        origin: path.file(),
    }
}

pub(super) fn body_of(values: &mut Values, mut layers: Layers<BodyRecord>) -> Body {
    let all = &mut layers;
    let v = values;
    let name = name_field(v, all, "name", |record| &mut record.name);
    let mut set_by = None;
    let successor = all.field(
        v,
        "successor",
        None,
        |record| record.successor.take(),
        |values, id, path| {
            set_by = path.record();
            values.body(&id, path)
        },
    );
    v.successors.push(set_by);
    let (confidence, sources) = evidence(v, all, |record| {
        (&mut record.confidence, &mut record.sources)
    });
    Body {
        id: Str::clean(&all.base.id),
        abbr: str_field(v, all, "abbr", |record| &mut record.abbr),
        name,
        aliases: aliases(v, all, |record| &mut record.aliases),
        mandate: text_field(v, all, "mandate", |record| &mut record.mandate),
        note: text_field(v, all, "note", |record| &mut record.note),
        successor,
        confidence,
        sources,
        origin: all.base.at.file,
        extended_by: changed(layers),
    }
}

pub(super) fn document_of(values: &mut Values, mut layers: Layers<DocumentRecord>) -> Document {
    let all = &mut layers;
    let v = values;
    let name = name_field(v, all, "name", |record| &mut record.name);
    let dated = all.field(
        v,
        "dated",
        None,
        |record| record.dated.take(),
        |values, date, path| values.date(&date, path),
    );
    let issuers = all.list(
        v,
        "issuers",
        |record| take(&mut record.issuers),
        |values, id, path| values.body(&id, path),
        BodyId::clone,
    );
    let (confidence, sources) = evidence(v, all, |record| {
        (&mut record.confidence, &mut record.sources)
    });
    Document {
        id: Str::clean(&all.base.id),
        name,
        number: str_field(v, all, "number", |record| &mut record.number),
        dated,
        date_note: text_field(v, all, "date_note", |record| &mut record.date_note),
        issuers: issuers.into(),
        url: str_field(v, all, "url", |record| &mut record.url),
        note: text_field(v, all, "note", |record| &mut record.note),
        confidence,
        sources,
        origin: all.base.at.file,
        extended_by: changed(layers),
    }
}
