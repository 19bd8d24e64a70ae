//! Circles: items that belong to each other, bodies that became each other.

use crate::model::{Body, BodyId, Item, ItemId};

use super::findings::At;
use super::problem::ProblemKind;
use super::values::Values;

/// Notes each circle at the link that was set last: without it there was none.
pub(super) fn find_cycles(values: &mut Values, items: &[Item], bodies: &[Body]) {
    let parent = |at: usize| items[at].parent.map(ItemId::index);
    for cycle in cycles(items.len(), parent) {
        let id = |at: usize| items[at].id.to_string();
        let last = last(&values.parents, &cycle, id);
        let ids = cycle.into_iter().map(id).collect();
        note(values, last, "parent", ProblemKind::ParentCycle { ids });
    }
    let successor = |at: usize| bodies[at].successor.map(BodyId::index);
    for cycle in cycles(bodies.len(), successor) {
        let id = |at: usize| bodies[at].id.to_string();
        let last = last(&values.successors, &cycle, id);
        let ids = cycle.into_iter().map(id).collect();
        note(
            values,
            last,
            "successor",
            ProblemKind::SuccessorCycle { ids },
        );
    }
}

/// The record that said last what one of these belongs to, and the id of the one.
fn last(
    set_by: &[Option<At>],
    cycle: &[usize],
    ids: impl Fn(usize) -> String,
) -> Option<(At, String)> {
    let links = cycle
        .iter()
        .filter_map(|&at| Some((set_by.get(at).copied()??, at)));
    let (at, node) = links.max_by_key(|(at, _)| (at.file, at.index))?;
    Some((at, ids(node)))
}

fn note(values: &mut Values, last: Option<(At, String)>, key: &'static str, what: ProblemKind) {
    if let Some((at, id)) = last {
        values.findings.add(at.path(&id).key(key), what);
    }
}

/// The circles of a relation in which each of `count` things has at most one next: each as the
/// places on it, from one to the same again.
fn cycles(count: usize, next: impl Fn(usize) -> Option<usize>) -> Vec<Vec<usize>> {
    let mut found = Vec::new();
    // 0: not seen; otherwise in which walk.
    let mut seen = vec![0_u32; count];
    let mut walk = 0;
    for start in 0..count {
        walk += 1;
        let mut at = start;
        while seen[at] == 0 {
            seen[at] = walk;
            match next(at) {
                Some(next) => at = next,
                None => break,
            }
        }
        // The walk met itself: from here once around.
        if seen[at] == walk && next(at).is_some() {
            let mut cycle = vec![at];
            let mut step = next(at);
            while let Some(here) = step.filter(|&here| here != at) {
                cycle.push(here);
                step = next(here);
            }
            cycle.push(at);
            found.push(cycle);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::cycles;

    #[test]
    fn circles_are_found_once() {
        let next = [Some(1), Some(2), Some(1), None, Some(4), Some(3), Some(0)];
        assert_eq!(
            cycles(next.len(), |at| next[at]),
            [vec![1, 2, 1], vec![4, 4]]
        );
    }
}
