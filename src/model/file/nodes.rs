//! How the fields of nodes are read that need more than their type says: ids, names, what a node
//! belongs to, and how sure it is.

use crate::model::{BodyId, Confidence, ItemId, KindId, Origin, PLAN_ID, Str, Text};

use super::object::TextRecord;
use super::overlay::Key;
use super::resolve::{Layers, Sourced};
use super::values::{Values, confidence};

/// A field that is one string, or a text in both languages.
type StrKey<R> = Key<R, Option<Box<str>>>;
type TextKey<R> = Key<R, Option<TextRecord>>;

/// The id of a node, which was taken out of its record when it was defined.
pub(super) fn own_id<R>(all: &mut Layers<R>, _: &mut Values, _: StrKey<R>) -> Str {
    Str::sanitize(&all.base.id)
}

/// The plan's id, which need not be given.
pub(super) fn plan_id<R>(all: &mut Layers<R>, _: &mut Values, _: StrKey<R>) -> Str {
    let given = &*all.base.id;
    Str::sanitize(if given.is_empty() { PLAN_ID } else { given })
}

/// A text that the record which brings the node must give.
pub(super) fn name<R>(all: &mut Layers<R>, values: &mut Values, key: TextKey<R>) -> Text {
    all.need(values, key);
    all.field(values, key, Text::default(), |values, given, path| {
        values.name(given, path, key.0)
    })
}

/// What the ids of a kind begin with: if nothing is given, the first letter of its own.
pub(super) fn prefix<R>(all: &mut Layers<R>, values: &mut Values, key: StrKey<R>) -> Str {
    let first = all.base.id.chars().next();
    let first = first.map(|c| c.to_uppercase().to_string());
    let before = Str::sanitize(&first.unwrap_or_default());
    all.field(values, key, before, |_, given, _| given.into())
}

pub(super) fn kind<R>(
    all: &mut Layers<R>,
    values: &mut Values,
    key: Key<R, Option<String>>,
) -> KindId {
    all.need(values, key);
    let kind = all.field(values, key, None, |values, id, path| {
        Some(values.kind(&id, path))
    });
    kind.unwrap_or(KindId::at(0))
}

/// What an item is part of. Which record said it last is kept: a circle is to blame on that.
pub(super) fn parent<R>(
    all: &mut Layers<R>,
    values: &mut Values,
    key: Key<R, Option<String>>,
) -> Option<ItemId> {
    let mut set_by = None;
    let parent = all.field(values, key, None, |values, id, path| {
        set_by = path.record();
        values.item(&id, path)
    });
    values.parents.push(set_by);
    parent
}

/// What became of a body, kept like [`parent`].
pub(super) fn successor<R>(
    all: &mut Layers<R>,
    values: &mut Values,
    key: Key<R, Option<String>>,
) -> Option<BodyId> {
    let mut set_by = None;
    let successor = all.field(values, key, None, |values, id, path| {
        set_by = path.record();
        values.body(&id, path)
    });
    values.successors.push(set_by);
    successor
}

/// Several of a kind `name`, where it does not say how they are called.
pub(super) fn plural<R>(
    name: &Text,
) -> impl FnOnce(&mut Layers<R>, &mut Values, TextKey<R>) -> Text {
    let en = name.en();
    let has_end = en.is_empty() || !en.is_ascii() || en.ends_with('s');
    let end = if has_end { "" } else { "s" };
    let before = Text::sanitize(&format!("{en}{end}"), name.zh());
    move |all, values, key| {
        all.field(values, key, before, |values, given, path| {
            values.name(given, path, key.0)
        })
    }
}

/// How sure a node is of what its sources say.
pub(super) fn evidence<R: Sourced>(
    all: &mut Layers<R>,
    values: &mut Values,
    key: Key<R, Option<Confidence>>,
) -> Confidence {
    let base = all.base.at.file;
    let stated = key.1(&mut all.base.record).is_some();
    let is_sourced = !all.base.record.sources().is_empty();
    let over = all.over.iter();
    let has_sources = is_sourced || over.into_iter().any(|one| !one.record.sources().is_empty());
    let before = confidence(None, is_sourced, base.is_overlay());
    let sure = all.field(values, key, before, |_, given, path| {
        // What an overlay extends may have sources already.
        confidence(Some(given), is_sourced || path.file() != base, false)
    });
    // Without a source only that is sure of which the plan states no doubt.
    if !has_sources && (stated || base.is_overlay()) {
        Confidence::Low
    } else {
        sure
    }
}

/// The file that brought a node.
pub(super) fn origin<R>(all: &mut Layers<R>) -> Origin {
    all.base.at.file
}

/// The overlays that changed something of a node, in their order.
pub(super) fn extended_by<R>(all: &mut Layers<R>) -> Box<[Origin]> {
    all.changed.sort_unstable();
    all.changed.dedup();
    std::mem::take(&mut all.changed).into()
}
