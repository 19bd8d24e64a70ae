//! The index of a large plan, part by part: what is indexed can be searched while the rest is not.

use std::sync::Arc;

use super::index::{Index, SEGMENT, Segment, Told, segments};
use crate::model::{Node, Plan};

/// An index that is being built.
#[derive(Debug)]
pub struct Growth {
    plan: Arc<Plan>,
    nodes: Arc<[Node]>,
    segments: Vec<Arc<Segment>>,
    /// Nodes that each part adds.
    step: usize,
}

impl Growth {
    /// The index of `plan` that grows by at least so many nodes at a time.
    #[must_use]
    pub fn new(plan: &Arc<Plan>, step: usize) -> Growth {
        Growth {
            plan: Arc::clone(plan),
            nodes: plan.nodes().collect(),
            segments: Vec::new(),
            step: step.div_ceil(SEGMENT).max(1) * SEGMENT,
        }
    }

    /// How many nodes the next part will add.
    #[must_use]
    pub fn ahead(&self) -> usize {
        let done = self.segments.len() * SEGMENT;
        self.nodes.len().saturating_sub(done).min(self.step)
    }

    /// Indexes the next part, on as many threads as help, and gives what can be searched then. `told`
    /// is told now and then how many nodes of the part are done, and may cancel. `None` once all of
    /// the plan is indexed, or it was cancelled.
    pub fn grow(&mut self, told: Told<'_>) -> Option<Arc<Index>> {
        let first = self.segments.len();
        let from = first * SEGMENT;
        let part = self.nodes.get(from..from + self.ahead())?;
        if part.is_empty() {
            return None;
        }
        let more = segments(&self.plan, part, first, told)?;
        self.segments.extend(more);
        let nodes = Arc::clone(&self.nodes);
        Some(Arc::new(Index::made(
            &self.plan,
            nodes,
            self.segments.clone(),
        )))
    }
}

impl Index {
    /// How many nodes can be found.
    #[must_use]
    pub fn size(&self) -> usize {
        self.size
    }

    /// All of the plan can be found.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.size == self.nodes.len()
    }

    /// It holds what `before` holds, and more of the same plan.
    #[must_use]
    pub fn goes_on(&self, before: &Index) -> bool {
        Arc::ptr_eq(&self.nodes, &before.nodes) && self.size > before.size
    }
}
