//! Ids as numbers: while a file is read, every id that it mentions gets a symbol, whether or not
//! what it names has been read yet. Ids are the same in any case.

use std::hash::BuildHasher;

use hashbrown::{DefaultHashBuilder, HashTable};

use super::clean::clean;
use super::{Node, PLAN_ID, Plan};

/// All ids mentioned so far.
#[derive(Default)]
pub(super) struct Ids {
    /// The ids in small letters, one after the other.
    names: String,
    ends: Vec<u32>,
    table: HashTable<u32>,
    hasher: DefaultHashBuilder,
    folded: String,
    /// The one asked for before: rows about one item follow each other.
    last: usize,
}

/// An id in the form in which ids are compared.
fn fold_into(id: &str, folded: &mut String) {
    folded.clear();
    if id.bytes().all(|byte| byte.is_ascii_graphic()) {
        folded.push_str(id);
        folded.make_ascii_lowercase();
    } else {
        folded.extend(clean(id).trim().chars().flat_map(char::to_lowercase));
    }
}

/// An id in the form in which ids are compared.
pub(super) fn fold_id(id: &str) -> String {
    let mut folded = String::new();
    fold_into(id, &mut folded);
    folded
}

impl Ids {
    /// The symbol of an id; the same for the same id in any case. Symbols count up from 0.
    pub(super) fn symbol(&mut self, id: &str) -> usize {
        fold_into(id, &mut self.folded);
        if !self.folded.is_empty() && self.name(self.last) == self.folded {
            return self.last;
        }
        self.last = self.look_up();
        self.last
    }

    fn look_up(&mut self) -> usize {
        let hash = self.hasher.hash_one(&*self.folded);
        let (names, ends) = (&self.names, &self.ends);
        if let Some(&found) = self
            .table
            .find(hash, |&at| name(names, ends, at) == self.folded)
        {
            return found as usize;
        }
        let symbol = self.ends.len();
        self.names.push_str(&self.folded);
        self.ends
            .push(u32::try_from(self.names.len()).expect("a file is smaller than 4 GB"));
        let (names, ends, hasher) = (&self.names, &self.ends, &self.hasher);
        let next = u32::try_from(symbol).expect("a file holds fewer than 2^32 ids");
        self.table
            .insert_unique(hash, next, |&at| hasher.hash_one(name(names, ends, at)));
        symbol
    }

    /// How many symbols there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The id of a symbol, in small letters.
    pub(super) fn name(&self, symbol: usize) -> &str {
        name(
            &self.names,
            &self.ends,
            u32::try_from(symbol).unwrap_or(u32::MAX),
        )
    }
}

fn name<'a>(names: &'a str, ends: &[u32], symbol: u32) -> &'a str {
    let symbol = symbol as usize;
    let from = symbol
        .checked_sub(1)
        .and_then(|before| ends.get(before))
        .copied()
        .unwrap_or(0);
    let to = ends.get(symbol).copied().unwrap_or(from);
    names.get(from as usize..to as usize).unwrap_or("")
}

/// Finds the nodes of a loaded plan by their ids. It holds no ids of its own, only the nodes' places
/// in plan order.
#[derive(Debug, Default)]
pub(super) struct Finder {
    table: HashTable<u32>,
    hasher: DefaultHashBuilder,
}

impl Finder {
    /// A finder of nodes, each given by its symbol and place.
    pub(super) fn new(ids: &Ids, nodes: impl Iterator<Item = (usize, u32)>) -> Finder {
        let hasher = ids.hasher.clone();
        let mut table = HashTable::with_capacity(ids.len());
        for (symbol, place) in nodes {
            // There is room for all ids, so nothing is ever hashed again.
            table.insert_unique(hasher.hash_one(ids.name(symbol)), place, |_| 0);
        }
        Finder { table, hasher }
    }

    pub(super) fn find(&self, plan: &Plan, id: &str) -> Option<Node> {
        let folded = fold_id(id);
        let same = |id: &str| id.chars().flat_map(char::to_lowercase).eq(folded.chars());
        let hash = self.hasher.hash_one(&*folded);
        let found = self.table.find(hash, |&place| {
            let node = plan.node_at(place as usize);
            same(plan.id(node)) || (node == Node::Plan && same(PLAN_ID))
        });
        found.map(|&place| plan.node_at(place as usize))
    }
}

#[cfg(test)]
mod tests {
    use super::Ids;

    #[test]
    fn the_same_id_in_any_case() {
        let mut ids = Ids::default();
        assert_eq!(ids.symbol("P1"), 0);
        assert_eq!(ids.symbol("Ünit"), 1);
        assert_eq!(ids.symbol(" p1\u{200b}"), 0);
        assert_eq!(ids.symbol("üNIT"), 1);
        assert_eq!((ids.name(0), ids.name(1), ids.len()), ("p1", "ünit", 2));
        for n in 0..5000 {
            assert_eq!(ids.symbol(&format!("X{n}")), n + 2);
        }
        assert_eq!(ids.symbol("x77"), 79);
    }
}
