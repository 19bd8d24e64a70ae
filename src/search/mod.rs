//! The lookup: an [`Index`] holds the texts of a plan, and [`Index::search`] returns the nodes that match
//! a [`Query`](crate::query::Query), best first.
//!
//! The result depends on the plan and the query alone: not on earlier queries, nor on the number of
//! threads.

mod answer;
mod asked;
mod asked_item;
mod asked_of;
mod by_when;
mod compared;
mod field;
mod fuzzy;
mod highlight;
mod ids;
mod index;
mod lists;
mod loose;
mod matcher;
mod named;
mod named_first;
mod nearest;
mod number_in;
mod of_one;
mod own_desks;
mod own_unit;
mod partial;
mod pattern;
mod rank;
mod reading;
mod recut;
mod score;
mod segment_chinese;
mod text;
mod tiers;
mod whole;
mod why;

pub use field::{Field, Tier};
pub use fuzzy::{Fuzzy, FuzzyKind, mask};
pub use highlight::{Marker, highlights};
pub use ids::no_such;
pub use index::{Index, LazyIndex};
pub use nearest::Near;
pub(crate) use why::BETWEEN;
pub use why::Why;

use std::sync::Arc;

use crate::model::{Date, Node};
use crate::query::{Note, Sought};

/// Starts the threads among which a search of a large plan is shared. Each calls `begin` first. Does
/// nothing if they are running.
pub fn start_threads(begin: impl Fn() + Send + Sync + 'static) {
    let pool = rayon::ThreadPoolBuilder::new().start_handler(move |_| begin());
    let _ = pool.build_global();
}

/// A node that matches a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The node.
    pub node: Node,
    /// How it matches.
    pub tier: Tier,
    /// Orders the hits of one tier, group of fields and group of nodes; 0 to 4095, more is better.
    pub score: i64,
    /// The field that decided the rank.
    pub field: Field,
    /// What a nearest hit has of the query, and what it lacks.
    pub near: Option<Arc<Near>>,
    /// The date by which it is listed, where what is found is listed by date.
    pub due: Option<Date>,
}

impl Hit {
    /// A hit of a node that no word decides.
    fn of(node: Node, tier: Tier) -> Hit {
        Hit {
            node,
            tier,
            score: 0,
            field: Field::Kind,
            near: None,
            due: None,
        }
    }
}

/// The answer to a query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The best 300 hits, best first.
    pub hits: Vec<Hit>,
    /// Index of the first weak hit. Weak hits match only in descriptions or inside words, below others
    /// that do not; the screen dims them.
    pub weak: usize,
    /// The number of nodes that match, those beyond `hits` included.
    pub total: usize,
    /// The same by groups of nodes.
    pub counts: Counts,
    /// Remarks on the query itself.
    pub notes: Vec<Note>,
    /// What is due stands in the order of its dates, the earliest first.
    pub by_date: bool,
    /// What was asked of what matches.
    pub asked_of: AskedOf,
}

/// What a query asks of what it finds, which the rows of a list say beside the names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum AskedOf {
    /// Who leads it; nothing else was asked.
    #[default]
    Leads,
    /// What is to be reached.
    Targets,
    /// What came of that.
    Results,
}

/// How many nodes match, by group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Items, and the plan itself.
    pub items: usize,
    /// Organisations.
    pub bodies: usize,
    /// Documents.
    pub documents: usize,
}

impl Found {
    /// Returns true if a note says why nothing was found.
    #[must_use]
    pub fn says_why_nothing(&self) -> bool {
        let is_nowhere = |note: &Note| matches!(note, Note::Nowhere(_));
        self.is_none_such() || self.notes.iter().any(is_nowhere)
    }

    /// Returns true if the answer to a question is that nothing is so: other words would not help.
    #[must_use]
    pub fn is_none_such(&self) -> bool {
        let is_none_such = |note: &Note| {
            matches!(
                note,
                Note::NoneSuch { .. }
                    | Note::NoDates
                    | Note::NoAssignments
                    | Note::NoSuchId { .. }
                    | Note::UnknownValue { .. }
            )
        };
        let is_unrecorded = |note: &Note| matches!(note, Note::Unrecorded(_));
        let is_nothing = || self.hits.is_empty() && self.notes.iter().any(is_unrecorded);
        self.notes.iter().any(is_none_such) || is_nothing()
    }

    /// Returns true if nothing passes the filters of a question, and that says no more than this.
    fn is_other_none(&self) -> bool {
        let other = |note: &Note| {
            matches!(
                note,
                Note::NoneSuch {
                    of: Sought::Other,
                    ..
                }
            )
        };
        self.notes.iter().any(other)
    }

    /// Returns the organisation that stands above what was asked about it: `miit's projects`.
    #[must_use]
    pub fn subject(&self) -> Option<Node> {
        let first = self.hits.first()?.node;
        let is_above = matches!(first, Node::Body(_)) && self.counts.items > 0;
        (is_above && self.read_as().is_some()).then_some(first)
    }

    /// Returns how many answers there are: all that match but the subject.
    #[must_use]
    pub fn answers(&self) -> usize {
        self.total - usize::from(self.subject().is_some())
    }

    /// Returns the filters as which a question about a set was read.
    #[must_use]
    pub fn read_as(&self) -> Option<&Note> {
        self.notes
            .iter()
            .find(|note| matches!(note, Note::ReadAs(_)))
    }
}
