//! Lays an overlay's record over a node that is there already: a field that is given replaces, a
//! list is joined as a set. Two overlays that set one field differently are a problem.

use super::build::{Builder, Log};
use super::check::{Spot, What};
use super::place::Path;
use super::records::{BodyRecord, DocumentRecord, ItemRecord, KindRecord};
use super::{
    Body, BodyId, Confidence, Document, DocumentId, Item, ItemId, Kind, KindId, Measure, Node,
    Origin, Point, Source, Sources,
};

/// Sets a field, unless another overlay set it to something else. Whether it changed.
fn replace<T: PartialEq>(
    log: &mut Log,
    (node, field): (Node, &'static str),
    path: Path,
    slot: &mut T,
    fresh: T,
) -> bool {
    let before = log.set_by.get(&(node, field));
    if *slot != fresh
        && let Some(before) = before
        && before.file != log.file
    {
        let first = Some(before.clone());
        log.flaw_beside(
            path,
            What::Conflict {
                field,
                first: Spot::default(),
            },
            first,
        );
        return false;
    }
    let place = log.place(path);
    log.set_by.insert((node, field), place);
    let changed = *slot != fresh;
    *slot = fresh;
    changed
}

/// Adds what is not there yet. Whether there was something to add.
fn join<T>(list: &mut Box<[T]>, fresh: Box<[T]>, same: impl Fn(&T, &T) -> bool) -> bool {
    let mut all = std::mem::take(list).into_vec();
    let before = all.len();
    for one in fresh {
        if !all.iter().any(|other| same(other, &one)) {
            all.push(one);
        }
    }
    let grown = all.len() > before;
    *list = all.into();
    grown
}

fn join_sources(list: &mut Sources, fresh: &[Source]) -> bool {
    let missing: Vec<&Source> = fresh
        .iter()
        .filter(|source| !list.contains(source))
        .collect();
    if missing.is_empty() {
        return false;
    }
    *list = list.iter().chain(missing).cloned().collect();
    true
}

/// Adds to the list of overlays that extended a node which another file brought.
fn mark(extended_by: &mut Box<[Origin]>, brought_by: Origin, here: Origin) {
    if brought_by != here && !extended_by.contains(&here) {
        *extended_by = extended_by.iter().copied().chain([here]).collect();
    }
}

/// `replace` for fields of the same name in record, node and fresh node; the last value says
/// whether anything changed.
macro_rules! lay {
    ($log:expr, $node:expr, $record:expr, $slot:expr, $fresh:expr; $($field:ident),*) => {{
        let mut changed = false;
        $(if $record.$field.is_some() {
            let path = Path::Record;
            let path = path.key(stringify!($field));
            let fresh = std::mem::take(&mut $fresh.$field);
            let key = ($node, stringify!($field));
            changed |= replace($log, key, path, &mut $slot.$field, fresh);
        })*
        changed
    }};
}

impl Builder {
    pub(super) fn extend_kind(&mut self, id: KindId, fresh: Kind, record: &KindRecord) {
        // Overlays seldom touch kinds: the last one that does has its way.
        let kind = &mut self.kinds[id.index()];
        if record.prefix.is_some() {
            kind.prefix = fresh.prefix;
        }
        if record.name.is_some() {
            kind.name = fresh.name;
        }
        if record.plural.is_some() {
            kind.plural = fresh.plural;
        }
        if record.primary.is_some() {
            kind.primary = fresh.primary;
        }
    }

    pub(super) fn extend_item(&mut self, id: ItemId, mut fresh: Item, record: &ItemRecord) {
        let log = &mut self.log;
        let node = Node::Item(id);
        let item = &mut self.items[id.index()];
        let mut more = item.more.take().unwrap_or_default();
        let mut news = fresh.more.take().unwrap_or_default();
        let mut changed = lay!(log, node, record, item, fresh; number, name, parent, summary);
        changed |= lay!(log, node, record, more, news; category, short, seed_name, note);
        if record.kind.is_some() {
            let path = Path::Record;
            let key = (node, "kind");
            changed |= replace(log, key, path.key("kind"), &mut item.kind, fresh.kind);
        }
        if record.confidence.is_some() {
            let path = Path::Record;
            let (path, key) = (path.key("confidence"), (node, "confidence"));
            changed |= replace(log, key, path, &mut item.confidence, fresh.confidence);
        }
        changed |= join(&mut item.aliases, fresh.aliases, |a, b| a == b);
        changed |= join_sources(&mut item.sources, &fresh.sources);
        if item.sources.is_empty() {
            item.confidence = Confidence::Low;
        }
        changed |= join(&mut more.related, news.related, |a, b| a == b);
        changed |= join(&mut more.parts, news.parts, |a, b| a.name == b.name);
        changed |= join(&mut more.targets, news.targets, |a, b| {
            a.by == b.by && a.text == b.text && a.document == b.document
        });
        if let Some(measure) = news.measure {
            changed |= lay_measure(log, node, &mut more.measure, measure);
        }
        if changed {
            mark(&mut more.extended_by, item.origin, log.file);
        }
        item.more = more.boxed();
    }

    pub(super) fn extend_body(&mut self, id: BodyId, mut fresh: Body, record: &BodyRecord) {
        let log = &mut self.log;
        let node = Node::Body(id);
        let body = &mut self.bodies[id.index()];
        let mut changed =
            lay!(log, node, record, body, fresh; abbr, name, mandate, note, successor);
        if record.confidence.is_some() {
            let path = Path::Record;
            let (path, key) = (path.key("confidence"), (node, "confidence"));
            changed |= replace(log, key, path, &mut body.confidence, fresh.confidence);
        }
        changed |= join(&mut body.aliases, fresh.aliases, |a, b| a == b);
        changed |= join_sources(&mut body.sources, &fresh.sources);
        if body.sources.is_empty() {
            body.confidence = Confidence::Low;
        }
        if changed {
            mark(&mut body.extended_by, body.origin, log.file);
        }
    }

    pub(super) fn extend_document(
        &mut self,
        id: DocumentId,
        mut fresh: Document,
        record: &DocumentRecord,
    ) {
        let log = &mut self.log;
        let node = Node::Document(id);
        let document = &mut self.documents[id.index()];
        let mut changed =
            lay!(log, node, record, document, fresh; name, number, dated, date_note, url, note);
        if record.confidence.is_some() {
            let path = Path::Record;
            let (path, key) = (path.key("confidence"), (node, "confidence"));
            changed |= replace(log, key, path, &mut document.confidence, fresh.confidence);
        }
        changed |= join(&mut document.issuers, fresh.issuers, |a, b| a == b);
        changed |= join_sources(&mut document.sources, &fresh.sources);
        if document.sources.is_empty() {
            document.confidence = Confidence::Low;
        }
        if changed {
            mark(&mut document.extended_by, document.origin, log.file);
        }
    }
}

fn lay_measure(log: &mut Log, node: Node, slot: &mut Option<Measure>, fresh: Measure) -> bool {
    let path = Path::Record;
    let path = path.key("measure");
    let Some(measure) = slot else {
        if fresh.unit.is_empty() {
            log.flaw(path, What::MissingKey { key: "unit" });
        }
        *slot = Some(fresh);
        return true;
    };
    let mut changed = false;
    if !fresh.unit.is_empty() {
        let key = (node, "measure.unit");
        changed |= replace(log, key, path.key("unit"), &mut measure.unit, fresh.unit);
    }
    if measure.unit.is_empty() {
        log.flaw(path, What::MissingKey { key: "unit" });
    }
    if fresh.binding.is_some() {
        let key = (node, "measure.binding");
        changed |= replace(
            log,
            key,
            path.key("binding"),
            &mut measure.binding,
            fresh.binding,
        );
    }
    changed | lay_points(log, node, &mut measure.points, fresh.points)
}

/// Adds the figures that are not there yet. Two overlays that give different ones for a year are a
/// problem; what the plan itself gives stands beside theirs.
fn lay_points(log: &mut Log, node: Node, points: &mut Box<[Point]>, fresh: Box<[Point]>) -> bool {
    let path = Path::Record;
    let path = path.key("measure");
    let path = path.key("points");
    let mut added = Vec::new();
    for (index, point) in fresh.into_iter().enumerate() {
        let key = (node, point.year, point.kind);
        let path = path.at(index);
        let same = |other: &&Point| (other.year, other.kind) == (point.year, point.kind);
        let others = || points.iter().filter(same);
        let theirs = |other: &Point| {
            other.origin.is_overlay() && other.origin != log.file && other.value != point.value
        };
        if others().any(theirs) {
            let first = log.figured_by.get(&key).cloned();
            let what = What::Conflict {
                field: "measure.points",
                first: Spot::default(),
            };
            log.flaw_beside(path, what, first);
            continue;
        }
        let known = others().any(|other| other.value == point.value);
        let place = log.place(path);
        log.figured_by.entry(key).or_insert(place);
        if !known {
            added.push(point);
        }
    }
    let grown = !added.is_empty();
    let before = std::mem::take(points).into_vec();
    *points = before.into_iter().chain(added).collect();
    grown
}
