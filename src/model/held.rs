//! How many items an organisation answers for: one count for every place that gives one.

use super::{BasisFilter, BodyId, Node, Plan, Role, Statement};

/// How many items a body answers for. The plan itself is no item, and what has ended is counted apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Held {
    /// Items that it answers for today.
    pub now: usize,
    /// Items that it answered for and no longer does.
    pub former: usize,
    /// The last year in which it answered for any of those.
    pub until: u16,
}

impl Held {
    /// Counts statements about items or the plan.
    #[must_use]
    pub fn of<'s>(rows: impl Iterator<Item = (Node, &'s Statement)>) -> Held {
        let mut held = Held::default();
        for (_, row) in rows.filter(|(node, _)| matches!(node, Node::Item(_))) {
            match row.until {
                None => held.now += 1,
                Some(until) => {
                    held.former += 1;
                    held.until = held.until.max(until.year);
                }
            }
        }
        held
    }
}

impl Plan {
    /// How many items a body answers for in a role, or in any, as far as `basis` counts.
    #[must_use]
    pub fn held(&self, body: BodyId, role: Option<Role>, basis: BasisFilter) -> Held {
        let rows = self
            .responsibilities_of(body)
            .filter_map(|known| Some((known.item, basis.shown(known)?)));
        Held::of(rows.filter(|(_, row)| role.is_none_or(|role| row.role == role)))
    }
}
