//! Circles: items that belong to each other, bodies that became each other.

use crate::model::{Body, BodyId, Item, ItemId, Str};

use super::findings::{At, Findings};
use super::problem::ProblemKind;
use super::values::Values;

pub(super) fn find_cycles(values: &mut Values, items: &[Item], bodies: &[Body]) {
    let parents = items.iter().zip(&values.parents);
    let parents = parents.map(|(item, set_by)| (&item.id, item.parent.map(ItemId::index), *set_by));
    let cycle = |ids| ProblemKind::ParentCycle { ids };
    note(
        &mut values.findings,
        "parent",
        &parents.collect::<Vec<_>>(),
        cycle,
    );
    let successors = bodies.iter().zip(&values.successors);
    let successors =
        successors.map(|(body, set_by)| (&body.id, body.successor.map(BodyId::index), *set_by));
    let cycle = |ids| ProblemKind::SuccessorCycle { ids };
    note(
        &mut values.findings,
        "successor",
        &successors.collect::<Vec<_>>(),
        cycle,
    );
}

/// The id of a node, which other one it leads to, and the record that said so last.
type ParentLink<'n> = (&'n Str, Option<usize>, Option<At>);

/// Notes each circle at the link that was set last: without it there was none.
fn note(
    findings: &mut Findings,
    key: &'static str,
    links: &[ParentLink],
    what: fn(Vec<String>) -> ProblemKind,
) {
    for cycle in cycles(links.len(), |at| links[at].1) {
        let set_by = cycle
            .iter()
            .filter_map(|&at| Some((links[at].2?, links[at].0)));
        if let Some((at, id)) = set_by.max_by_key(|(at, _)| (at.file, at.index)) {
            let ids = cycle.iter().map(|&at| links[at].0.to_string());
            findings.add(at.path(id).key(key), what(ids.collect()));
        }
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
