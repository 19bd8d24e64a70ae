//! What changed between two plans: node by node and field by field, for whoever keeps the data.
//! Both sides are compared as they would be written, so no field can be forgotten.

use std::collections::{HashMap, VecDeque};

use super::file::{Json, kind_json};
use super::order::{Moved, moved};
use super::{BodyId, Kind, Node, Plan, Responsibility, Role, Row, Sort, Text, fold_id, node_json};

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
            &List::of(old, subject),
            &List::of(new, subject),
            &mut changes,
        );
    }
    responsibilities(old, new, &mut changes);
    changes
}

/// One list of a plan.
struct List<'p> {
    subject: Subject,
    ids: Vec<&'p str>,
    /// The side at a place of the list; made when it is asked for, for there may be a million.
    side: Box<dyn Fn(usize) -> Side + 'p>,
}

impl<'p> List<'p> {
    fn of(plan: &'p Plan, subject: Subject) -> List<'p> {
        let nodes = |nodes: Vec<Node>| List {
            subject,
            ids: nodes.iter().map(|&node| plan.id(node)).collect(),
            side: Box::new(move |at| side(plan, nodes[at])),
        };
        match subject {
            Subject::Item => nodes(plan.items().map(|(id, _)| Node::Item(id)).collect()),
            Subject::Body => nodes(plan.bodies().map(|(id, _)| Node::Body(id)).collect()),
            Subject::Document => {
                nodes(plan.documents().map(|(id, _)| Node::Document(id)).collect())
            }
            Subject::Kind => List {
                subject,
                ids: plan.kinds().map(|(_, kind)| &*kind.id).collect(),
                side: Box::new(|at| kind_side(&plan.kinds[at])),
            },
            Subject::Plan | Subject::Responsibility => List {
                subject,
                ids: Vec::new(),
                side: Box::new(|_| side(plan, Node::Plan)),
            },
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

/// One side of a comparison.
struct Side {
    id: String,
    body: Option<String>,
    name: Text,
    /// Fields and values, in the order of the data file.
    fields: Vec<(String, String)>,
}

impl Side {
    /// The value of a field, if it is given.
    fn value(&self, field: &str) -> Option<String> {
        let mut fields = self.fields.iter();
        let (_, value) = fields.find(|(key, _)| key == field)?;
        Some(value.clone())
    }
}

fn side(plan: &Plan, node: Node) -> Side {
    let json = node_json(plan, node);
    Side {
        id: plan.id(node).to_owned(),
        body: None,
        name: plan.name(node).clone(),
        fields: fields(&json),
    }
}

fn kind_side(kind: &Kind) -> Side {
    Side {
        id: kind.id.to_string(),
        body: None,
        name: kind.name.clone(),
        fields: fields(&kind_json(kind)),
    }
}

/// The fields of a record; those of an object inside it by themselves.
fn fields(json: &str) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for member in Json::of(json).members() {
        if member.value.sort() == Sort::Object {
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
fn plain(at: Json) -> String {
    at.string()
        .map_or_else(|| at.written().to_owned(), std::borrow::Cow::into_owned)
}

/// Something stands elsewhere.
fn place(old: Option<String>, new: Option<String>) -> ChangeKind {
    ChangeKind::Changed {
        field: ORDER.to_owned(),
        old,
        new,
    }
}

fn change(subject: Subject, side: &Side, kind: ChangeKind) -> Change {
    let (id, body, name) = (side.id.clone(), side.body.clone(), side.name.clone());
    Change {
        subject,
        id,
        body,
        name,
        kind,
    }
}

fn compare(subject: Subject, old: &Side, new: &Side, changes: &mut Vec<Change>) {
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

fn lists(old: &List, new: &List, changes: &mut Vec<Change>) {
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
        let side = (new.side)(at);
        let Some(&known) = old_places.get(&fold_id(id)) else {
            changes.push(change(new.subject, &side, ChangeKind::Added));
            continue;
        };
        compare(new.subject, &(old.side)(known), &side, changes);
        if let Some(one) = moves.next_if(|one| one.what == known) {
            let id = |at: usize| old.ids[at].to_owned();
            let place = place(one.before.map(id), one.now.map(id));
            changes.push(change(new.subject, &side, place));
        }
    }
    for (at, id) in old.ids.iter().enumerate() {
        if !new_places.contains_key(&fold_id(id)) {
            changes.push(change(old.subject, &(old.side)(at), ChangeKind::Removed));
        }
    }
}

/// A pair of an item and a body, by their ids.
type Pair = (String, String);

fn responsibilities(old: &Plan, new: &Plan, changes: &mut Vec<Change>) {
    let pair = |plan: &Plan, one: &Responsibility| -> Pair {
        (pair_id(plan, one.item), fold_id(&plan[one.body].id))
    };
    let by_pair = |plan: &Plan| -> HashMap<Pair, usize> {
        let all = plan.responsibilities().iter().enumerate();
        all.map(|(at, one)| (pair(plan, one), at)).collect()
    };
    let (old_at, new_at) = (by_pair(old), by_pair(new));
    for one in new.responsibilities() {
        let before = old_at
            .get(&pair(new, one))
            .map(|&at| rows(old, &old.responsibilities()[at]));
        rows_of_pair(before.unwrap_or_default(), rows(new, one), changes);
    }
    orders(old, new, changes);
    let gone = |one: &&Responsibility| !new_at.contains_key(&pair(old, one));
    for one in old.responsibilities().iter().filter(gone) {
        rows_of_pair(rows(old, one), Vec::new(), changes);
    }
}

/// In which order those answer who answer in the same way for the same item in both plans.
fn orders(old: &Plan, new: &Plan, changes: &mut Vec<Change>) {
    let items = new.items().map(|(id, _)| Node::Item(id));
    for node in std::iter::once(Node::Plan).chain(items) {
        let before = match node {
            Node::Plan => Some(Node::Plan),
            Node::Item(_) | Node::Body(_) | Node::Document(_) => old.find(new.id(node)),
        };
        let Some(before) = before.filter(|before| matches!(before, Node::Plan | Node::Item(_)))
        else {
            continue;
        };
        for role in [Role::Lead, Role::Support, Role::Issuer] {
            let was = who(old, before, role);
            let known = |body: BodyId| match old.find(&new[body].id) {
                Some(Node::Body(known)) => Some(known),
                Some(_) | None => None,
            };
            let is: Vec<BodyId> = who(new, node, role).into_iter().filter_map(known).collect();
            let id = |body: BodyId| old[body].id.to_string();
            changes.extend(moved(&was, &is).into_iter().map(|one| Change {
                subject: Subject::Responsibility,
                id: new.id(node).to_owned(),
                body: Some(id(one.what)),
                name: new.name(node).clone(),
                kind: place(one.before.map(id), one.now.map(id)),
            }));
        }
    }
}

/// Who answers for a node in a role, in order.
fn who(plan: &Plan, node: Node, role: Role) -> Vec<BodyId> {
    let all = plan.responsible(node).iter();
    all.filter(|one| one.shown().role == role)
        .map(|one| one.body)
        .collect()
}

/// The plan goes by one id, whatever its own.
fn pair_id(plan: &Plan, node: Node) -> String {
    if node == Node::Plan {
        String::new()
    } else {
        fold_id(plan.id(node))
    }
}

fn rows(plan: &Plan, one: &Responsibility) -> Vec<Side> {
    let side = |row: &Row| {
        let record = plan.row_record(one.item, one.body, row);
        let json = serde_json::to_string(&record).expect("a record can be written");
        let mut fields = fields(&json);
        fields.retain(|(field, _)| field != "item" && field != "body");
        Side {
            id: plan.id(one.item).to_owned(),
            body: Some(plan[one.body].id.to_string()),
            name: plan.name(one.item).clone(),
            fields,
        }
    };
    one.rows().iter().map(side).collect()
}

/// Rows have no ids: those that are equal belong together, then those that agree in most of what
/// makes a row, then those that are left, in order.
fn rows_of_pair(old: Vec<Side>, new: Vec<Side>, changes: &mut Vec<Change>) {
    const ALIKE: [&[&str]; 4] = [
        &["role", "basis", "document", "unit"],
        &["role", "basis"],
        &["basis", "document"],
        &[],
    ];
    let order = rows_moved(&old, &new);
    let mut old: Vec<Option<Side>> = old.into_iter().map(Some).collect();
    let mut new: Vec<Option<Side>> = new.into_iter().map(Some).collect();
    let mut pairs: Vec<(Side, Side)> = Vec::new();
    let mut join = |key: &dyn Fn(&Side) -> Vec<Option<String>>| {
        let mut free: HashMap<Vec<Option<String>>, VecDeque<usize>> = HashMap::new();
        for (at, side) in old.iter().enumerate() {
            if let Some(side) = side {
                free.entry(key(side)).or_default().push_back(at);
            }
        }
        for to in &mut new {
            let alike = to.as_ref().and_then(|now| free.get_mut(&key(now)));
            if let Some(from) = alike.and_then(VecDeque::pop_front) {
                pairs.extend(old[from].take().zip(to.take()));
            }
        }
    };
    join(&all_values);
    for keys in ALIKE {
        join(&|side| keys.iter().map(|key| side.value(key)).collect());
    }
    for (before, now) in &pairs {
        compare(Subject::Responsibility, before, now, changes);
    }
    changes.extend(order);
    for side in new.iter().flatten() {
        changes.push(change(Subject::Responsibility, side, ChangeKind::Added));
    }
    for side in old.iter().flatten() {
        changes.push(change(Subject::Responsibility, side, ChangeKind::Removed));
    }
}

/// All fields of a row with their values.
fn all_values(side: &Side) -> Vec<Option<String>> {
    let fields = side.fields.iter();
    fields
        .flat_map(|(field, value)| [Some(field.clone()), Some(value.clone())])
        .collect()
}

/// Rows that are as they were but stand elsewhere: of several that weigh the same the first is shown.
/// A row has no id; it goes by the document that it names, or by its basis.
fn rows_moved(old: &[Side], new: &[Side]) -> Vec<Change> {
    let mut free: HashMap<Vec<Option<String>>, VecDeque<usize>> = HashMap::new();
    for (at, row) in old.iter().enumerate() {
        free.entry(all_values(row)).or_default().push_back(at);
    }
    let before: Vec<usize> = (0..old.len()).collect();
    let now = new.iter().enumerate().map(|(at, row)| {
        let alike = free.get_mut(&all_values(row));
        alike
            .and_then(VecDeque::pop_front)
            .unwrap_or(old.len() + at)
    });
    let now: Vec<usize> = now.collect();
    let named = |at: usize| {
        let fields = &old[at].fields;
        let of = |key: &str| fields.iter().find(|(field, _)| field == key);
        let said = of("document").or_else(|| of("basis"));
        said.map_or_else(String::new, |(_, value)| value.clone())
    };
    let told = |one: Moved<usize>| {
        let place = place(one.before.map(named), one.now.map(named));
        change(Subject::Responsibility, &old[one.what], place)
    };
    moved(&before, &now).into_iter().map(told).collect()
}
