//! What changed between two plans: node by node and field by field, for whoever keeps the data.
//! Both sides are compared as they would be written, so no field can be forgotten.

use std::collections::HashMap;

use super::diff_rows::responsibilities;
use super::file::{RawJson, kind_json};
use super::order::moved;
use super::{JsonType, Kind, Node, Plan, Text, fold_id, node_json};

/// Something that differs between two plans.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What it is about.
    pub subject: Subject,
    /// Its id; of a responsibility, that of the item.
    pub id: String,
    /// Of a responsibility: the id of the body.
    pub body: Option<String>,
    /// Its name: the new one, unless it was removed.
    pub name: Text,
    /// What happened.
    pub kind: ChangeKind,
}

/// What a change is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Subject {
    /// The plan itself.
    Plan,
    /// A kind.
    Kind,
    /// An item.
    Item,
    /// A body.
    Body,
    /// A document.
    Document,
    /// A row: that a body answers for an item.
    Responsibility,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    /// Only the new plan has it.
    Added,
    /// Only the old plan has it.
    Removed,
    /// A field differs.
    Changed {
        /// The field as in the data file, `name.en`, or [`ORDER`].
        field: String,
        /// What it was; nothing if it was not given.
        old: Option<String>,
        /// What it is; nothing if it is no longer given.
        new: Option<String>,
    },
}

/// The field that stands for the place in a list: its value is the id of what stands before, among
/// what both plans have. The order of those who lead an item is told in this way, too.
pub const ORDER: &str = "order";

/// What changed from `old` to `new`, in the order of the new plan, removed things where they stood
/// in the old one's lists.
#[must_use]
pub fn diff(old: &Plan, new: &Plan) -> Vec<Change> {
    let mut changes = Vec::new();
    compare(
        Subject::Plan,
        &side(old, Node::Plan),
        &side(new, Node::Plan),
        &mut changes,
    );
    for subject in [
        Subject::Kind,
        Subject::Item,
        Subject::Body,
        Subject::Document,
    ] {
        lists(
            &DiffList::of(old, subject),
            &DiffList::of(new, subject),
            &mut changes,
        );
    }
    responsibilities(old, new, &mut changes);
    changes
}

/// One list of a plan.
struct DiffList<'p> {
    plan: &'p Plan,
    subject: Subject,
    /// Of kinds there are none.
    nodes: Vec<Node>,
    ids: Vec<&'p str>,
}

impl<'p> DiffList<'p> {
    fn of(plan: &'p Plan, subject: Subject) -> DiffList<'p> {
        let nodes = plan.nodes();
        let nodes: Vec<Node> = nodes.filter(|node| subject_of(*node) == subject).collect();
        let ids = match subject {
            Subject::Kind => plan.kinds().map(|(_, kind)| &*kind.id).collect(),
            _ => nodes.iter().map(|&node| plan.id(node)).collect(),
        };
        DiffList {
            plan,
            subject,
            nodes,
            ids,
        }
    }

    /// The side at a place of the list; made when it is asked for, for there may be a million.
    fn side(&self, at: usize) -> DiffSide {
        match self.nodes.get(at) {
            Some(&node) => side(self.plan, node),
            None => kind_side(self.plan, &self.plan.kinds[at]),
        }
    }

    fn places(&self) -> HashMap<String, usize> {
        self.ids
            .iter()
            .enumerate()
            .map(|(at, id)| (fold_id(id), at))
            .collect()
    }
}

fn subject_of(node: Node) -> Subject {
    match node {
        Node::Plan => Subject::Plan,
        Node::Item(_) => Subject::Item,
        Node::Body(_) => Subject::Body,
        Node::Document(_) => Subject::Document,
    }
}

/// One side of a comparison.
pub(super) struct DiffSide {
    pub(super) id: String,
    pub(super) body: Option<String>,
    pub(super) name: Text,
    /// Fields and values, in the order of the data file.
    pub(super) fields: Vec<(String, String)>,
}

impl DiffSide {
    /// The value of a field, if it is given.
    pub(super) fn value(&self, field: &str) -> Option<String> {
        let mut fields = self.fields.iter();
        let (_, value) = fields.find(|(key, _)| key == field)?;
        Some(value.clone())
    }
}

fn side(plan: &Plan, node: Node) -> DiffSide {
    let json = node_json(plan, node);
    DiffSide {
        id: plan.id(node).to_owned(),
        body: None,
        name: plan.name(node).clone(),
        fields: fields(&json),
    }
}

fn kind_side(plan: &Plan, kind: &Kind) -> DiffSide {
    DiffSide {
        id: kind.id.to_string(),
        body: None,
        name: kind.name.clone(),
        fields: fields(&kind_json(plan, kind)),
    }
}

/// The fields of a record; those of an object inside it by themselves.
pub(super) fn fields(json: &str) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for member in RawJson::of(json).members() {
        if member.value.json_type() == JsonType::Object {
            for inner in member.value.members() {
                all.push((format!("{}.{}", member.key, inner.key), plain(inner.value)));
            }
        } else {
            all.push((member.key.into_owned(), plain(member.value)));
        }
    }
    all
}

/// A string without its quotes, anything else as it is written.
fn plain(at: RawJson) -> String {
    at.string()
        .map_or_else(|| at.written().to_owned(), std::borrow::Cow::into_owned)
}

/// Something stands elsewhere.
pub(super) fn place(old: Option<String>, new: Option<String>) -> ChangeKind {
    ChangeKind::Changed {
        field: ORDER.to_owned(),
        old,
        new,
    }
}

pub(super) fn change(subject: Subject, side: &DiffSide, kind: ChangeKind) -> Change {
    let (id, body, name) = (side.id.clone(), side.body.clone(), side.name.clone());
    Change {
        subject,
        id,
        body,
        name,
        kind,
    }
}

pub(super) fn compare(subject: Subject, old: &DiffSide, new: &DiffSide, changes: &mut Vec<Change>) {
    let added = new
        .fields
        .iter()
        .filter(|(field, _)| old.value(field).is_none());
    for (field, _) in old.fields.iter().chain(added) {
        let (old, now) = (old.value(field), new.value(field));
        if old != now {
            let kind = ChangeKind::Changed {
                field: field.clone(),
                old,
                new: now,
            };
            changes.push(change(subject, new, kind));
        }
    }
}

fn lists(old: &DiffList, new: &DiffList, changes: &mut Vec<Change>) {
    let (old_places, new_places) = (old.places(), new.places());
    let before: Vec<usize> = (0..old.ids.len()).collect();
    let now = new.ids.iter().enumerate().map(|(at, id)| {
        let known = old_places.get(&fold_id(id));
        known.map_or(before.len() + at, |&known| known)
    });
    let mut moves = moved(&before, &now.collect::<Vec<_>>())
        .into_iter()
        .peekable();
    for (at, id) in new.ids.iter().enumerate() {
        let side = new.side(at);
        let Some(&known) = old_places.get(&fold_id(id)) else {
            changes.push(change(new.subject, &side, ChangeKind::Added));
            continue;
        };
        compare(new.subject, &old.side(known), &side, changes);
        if let Some(one) = moves.next_if(|one| one.what == known) {
            let id = |at: usize| old.ids[at].to_owned();
            let place = place(one.before.map(id), one.now.map(id));
            changes.push(change(new.subject, &side, place));
        }
    }
    for (at, id) in old.ids.iter().enumerate() {
        if !new_places.contains_key(&fold_id(id)) {
            changes.push(change(old.subject, &old.side(at), ChangeKind::Removed));
        }
    }
}
