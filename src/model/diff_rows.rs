//! What changed among the rows that say who answers for what.

use std::collections::{HashMap, HashSet, VecDeque};

use super::diff::{Change, DiffSide, Subject, change, compare, fields, place};
use super::file::row_json;
use super::order::{Moved, moved};
use super::{BodyId, ChangeKind, Node, Plan, Responsibility, Role, Statement, fold_id};

/// A pair of an item and a body, by their ids.
type ItemAndBody = (String, String);

pub(super) fn responsibilities(old: &Plan, new: &Plan, changes: &mut Vec<Change>) {
    let pair = |plan: &Plan, one: &Responsibility| -> ItemAndBody {
        (pair_id(plan, one.item), fold_id(&plan[one.body].id))
    };
    let by_pair = |plan: &Plan| -> HashMap<ItemAndBody, usize> {
        let all = plan.responsibilities().iter().enumerate();
        all.map(|(at, one)| (pair(plan, one), at)).collect()
    };
    let (old_at, new_at) = (by_pair(old), by_pair(new));
    for one in new.responsibilities() {
        let before = old_at
            .get(&pair(new, one))
            .map(|&at| rows(old, &old.responsibilities()[at]));
        rows_of_pair(&before.unwrap_or_default(), &rows(new, one), changes);
    }
    orders(old, new, changes);
    let gone = |one: &&Responsibility| !new_at.contains_key(&pair(old, one));
    for one in old.responsibilities().iter().filter(gone) {
        rows_of_pair(&rows(old, one), &[], changes);
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
        for role in Role::ALL {
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

fn rows(plan: &Plan, one: &Responsibility) -> Vec<DiffSide> {
    let side = |row: &Statement| DiffSide {
        id: plan.id(one.item).to_owned(),
        body: Some(plan[one.body].id.to_string()),
        name: plan.name(one.item).clone(),
        fields: fields(&row_json(plan, row)),
    };
    one.rows().iter().map(side).collect()
}

/// Rows have no ids: those that are equal belong together, then those that agree in most of what
/// makes a row, then those that are left, in order.
fn rows_of_pair(old: &[DiffSide], new: &[DiffSide], changes: &mut Vec<Change>) {
    const ALIKE: [&[&str]; 4] = [
        &["role", "basis", "document", "unit"],
        &["role", "basis"],
        &["basis", "document"],
        &[],
    ];
    let same = |(before, now): (&DiffSide, &DiffSide)| before.fields == now.fields;
    if old.len() == new.len() && old.iter().zip(new).all(same) {
        return;
    }
    // For each new row the old one that it belongs to.
    let mut from: Vec<Option<usize>> = vec![None; new.len()];
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    let mut join = |key: &dyn Fn(&DiffSide) -> Vec<Option<String>>| {
        let mut free: HashMap<Vec<Option<String>>, VecDeque<usize>> = HashMap::new();
        let taken: HashSet<usize> = from.iter().flatten().copied().collect();
        for (at, side) in old.iter().enumerate() {
            if !taken.contains(&at) {
                free.entry(key(side)).or_default().push_back(at);
            }
        }
        for (to, from) in from
            .iter_mut()
            .enumerate()
            .filter(|(_, from)| from.is_none())
        {
            let alike = free.get_mut(&key(&new[to]));
            *from = alike.and_then(VecDeque::pop_front);
            pairs.extend(from.map(|from| (from, to)));
        }
        from.clone()
    };
    let same = join(&all_values);
    let mut all = same.clone();
    for keys in ALIKE {
        all = join(&|side| keys.iter().map(|key| side.value(key)).collect());
    }
    for (before, now) in pairs {
        compare(Subject::Responsibility, &old[before], &new[now], changes);
    }
    changes.extend(rows_moved(old, &same));
    for (side, _) in new.iter().zip(&all).filter(|(_, from)| from.is_none()) {
        changes.push(change(Subject::Responsibility, side, ChangeKind::Added));
    }
    let kept: HashSet<usize> = all.into_iter().flatten().collect();
    for (_, side) in old.iter().enumerate().filter(|(at, _)| !kept.contains(at)) {
        changes.push(change(Subject::Responsibility, side, ChangeKind::Removed));
    }
}

/// All fields of a row with their values.
fn all_values(side: &DiffSide) -> Vec<Option<String>> {
    let fields = side.fields.iter();
    fields
        .flat_map(|(field, value)| [Some(field.clone()), Some(value.clone())])
        .collect()
}

/// Rows that are as they were but stand elsewhere: of several that weigh the same the first is shown.
/// A row has no id; it goes by the document that it names, or by its basis.
fn rows_moved(old: &[DiffSide], same: &[Option<usize>]) -> Vec<Change> {
    let before: Vec<usize> = (0..old.len()).collect();
    let now = same.iter().zip(old.len()..);
    let now: Vec<usize> = now.map(|(from, new)| from.unwrap_or(new)).collect();
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
