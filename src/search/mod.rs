//! Stub.
use crate::model::{Node, Plan};
use std::ops::Range;
/// q
#[derive(Clone, Debug, Default)]
pub struct Query {
    input: String,
}
impl Query {
    /// p
    #[must_use]
    pub fn parse(input: &str) -> Query {
        Query {
            input: input.to_lowercase(),
        }
    }
    /// e
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.input.trim().is_empty()
    }
}
/// h
#[derive(Clone, Debug)]
pub struct Hit {
    /// n
    pub node: Node,
}
/// f
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// h
    pub hits: Vec<Hit>,
    /// w
    pub weak: usize,
    /// t
    pub total: usize,
}
/// i
#[derive(Debug)]
pub struct Index {}
impl Index {
    /// b
    #[must_use]
    pub fn build(_: &Plan) -> Index {
        Index {}
    }
    /// u
    #[must_use]
    pub fn search_until(
        &self,
        plan: &Plan,
        query: &Query,
        cancelled: &(dyn Fn() -> bool + Sync),
    ) -> Option<Found> {
        (!cancelled()).then(|| self.search(plan, query))
    }
    /// s
    #[must_use]
    pub fn search(&self, plan: &Plan, query: &Query) -> Found {
        let hits: Vec<Hit> = plan
            .nodes()
            .filter(|n| {
                format!("{} {:?}", plan.id(*n), plan.name(*n))
                    .to_lowercase()
                    .contains(query.input.trim())
            })
            .map(|node| Hit { node })
            .collect();
        Found {
            weak: hits.len(),
            total: hits.len(),
            hits,
        }
    }
}
/// h
#[must_use]
pub fn highlights(text: &str, query: &Query) -> Vec<Range<usize>> {
    let w = query.input.trim();
    if w.is_empty() {
        return vec![];
    }
    text.to_lowercase()
        .find(w)
        .filter(|s| text.get(*s..s + w.len()).is_some())
        .map(|s| s..s + w.len())
        .into_iter()
        .collect()
}
/// c
#[must_use]
pub fn complete(_: &Plan, _: &str) -> Option<String> {
    None
}
