//! What stands elsewhere in a list than before: as few as have to be moved to make one order of the
//! other. What is new or gone moves nothing.

use std::collections::HashMap;
use std::hash::Hash;

/// Something that was moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Moved<T> {
    /// What.
    pub(super) what: T,
    /// What it stood behind, among what is in both lists; nothing if it was the first.
    pub(super) before: Option<T>,
    /// What it stands behind now.
    pub(super) now: Option<T>,
}

/// What was moved, in the new order. Nothing may stand twice in a list.
pub(super) fn moved<T: Copy + Eq + Hash>(old: &[T], new: &[T]) -> Vec<Moved<T>> {
    let places: HashMap<T, usize> = old.iter().copied().zip(0..).collect();
    let common: Vec<(T, usize)> = new
        .iter()
        .filter_map(|&what| Some((what, *places.get(&what)?)))
        .collect();
    if common.is_sorted_by_key(|&(_, place)| place) {
        return Vec::new();
    }
    let mut sorted = common.clone();
    sorted.sort_by_key(|&(_, place)| place);
    let behind: HashMap<T, T> = sorted
        .windows(2)
        .map(|pair| (pair[1].0, pair[0].0))
        .collect();
    let kept = kept(&common);
    (0..common.len())
        .filter(|&at| !kept[at])
        .map(|at| {
            let what = common[at].0;
            Moved {
                what,
                before: behind.get(&what).copied(),
                now: at.checked_sub(1).map(|at| common[at].0),
            }
        })
        .collect()
}

/// Which of these need not move: a longest run of rising places.
fn kept<T>(common: &[(T, usize)]) -> Vec<bool> {
    // For each length of a run where the one with the lowest end ends, and for each what goes before.
    let mut ends: Vec<usize> = Vec::new();
    let mut links: Vec<Option<usize>> = Vec::new();
    for (at, (_, place)) in common.iter().enumerate() {
        let length = ends.partition_point(|&end| common[end].1 < *place);
        links.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        if length == ends.len() {
            ends.push(at);
        } else {
            ends[length] = at;
        }
    }
    let mut kept = vec![false; common.len()];
    let mut next = ends.last().copied();
    while let Some(at) = next {
        kept[at] = true;
        next = links[at];
    }
    kept
}
