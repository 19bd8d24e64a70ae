//! The lookup: a [`Query`] is what was typed, an [`Index`] what can be found, and
//! [`Index::search`] puts the two together, best first.
//!
//! A result depends on the plan and the query alone: not on earlier queries, not on the number of
//! threads.

mod ask;
mod engine;
mod field;
mod filter;
mod fold;
mod fuzzy;
mod growth;
mod heard;
mod highlight;
mod index;
mod matching;
mod narrow;
mod number;
mod parts;
mod pinyin;
mod query;
mod rank;
mod scan;
mod sound;
mod spelling;
mod term;
mod text;
mod vocabulary;
mod why;

pub use ask::Intent;
pub use field::{Field, Tier};
pub use filter::complete;
pub use growth::Growth;
pub use highlight::{Marker, highlights};
pub use index::Index;
pub use query::{FilterName, Query};
pub use why::Why;

use crate::model::Node;

/// Starts the threads that share out what is large. Each begins with `begin`; where they run already,
/// nothing changes.
pub fn start_threads(begin: impl Fn() + Send + Sync + 'static) {
    let pool = rayon::ThreadPoolBuilder::new().start_handler(move |_| begin());
    let _ = pool.build_global();
}

/// A node that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What was found.
    pub node: Node,
    /// How well it matches.
    pub tier: Tier,
    /// How well it matches within its tier, field and kind; more is better.
    pub score: i64,
    /// The field that decided.
    pub field: Field,
}

/// The answer to a query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The best hits, best first.
    pub hits: Vec<Hit>,
    /// From here on the hits match only by the way: what is above has settled the query.
    pub weak: usize,
    /// How many nodes match, those beyond `hits` included.
    pub total: usize,
    /// What is to be said about the query itself.
    pub notes: Vec<Note>,
}

/// What is to be said about a query itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// There is no filter of this name.
    UnknownFilter(String),
    /// The filter does not know this value.
    UnknownValue {
        /// Which filter.
        filter: FilterName,
        /// The value, as typed.
        value: String,
        /// The values there are.
        known: Vec<String>,
    },
    /// A word is not known; these were looked for instead.
    DidYouMean {
        /// The word, folded.
        typed: String,
        /// What was looked for, best first.
        meant: Vec<String>,
    },
}
