//! A question with all that it takes to answer it, so that another thread can.

use std::sync::Arc;

use super::Msg;
use crate::model::Plan;
use crate::query::Query;
use crate::search::LazyIndex;

/// A question that was asked of a plan.
#[derive(Debug)]
pub struct Question {
    ticket: u64,
    query: Query,
    plan: Arc<Plan>,
    index: Arc<LazyIndex>,
}

impl Question {
    /// A question with its number.
    #[must_use]
    pub fn new(
        plan: &Arc<Plan>,
        index: &Arc<LazyIndex>,
        (ticket, query): (u64, Query),
    ) -> Question {
        Question {
            ticket,
            query,
            plan: Arc::clone(plan),
            index: Arc::clone(index),
        }
    }

    /// Its number; the answer carries it.
    #[must_use]
    pub fn ticket(&self) -> u64 {
        self.ticket
    }

    /// Among so many nodes the answer is looked for.
    #[must_use]
    pub fn size(&self) -> usize {
        self.plan.size()
    }

    /// The message that answers it.
    #[must_use]
    pub fn answer(&self) -> Msg {
        Msg::Found(self.ticket, self.index.search(&self.plan, &self.query))
    }

    /// The same, unless it is cancelled meanwhile.
    pub fn answer_until(&self, cancelled: &(dyn Fn() -> bool + Sync)) -> Option<Msg> {
        let found = self
            .index
            .search_until(&self.plan, &self.query, cancelled)?;
        Some(Msg::Found(self.ticket, found))
    }
}
