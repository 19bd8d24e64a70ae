//! Where a session was left, kept as ids, so that it outlives the session: what is gone
//! from the plan by the next start is left out, and everything else is as it was.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::model::Plan;
use crate::search::LazyIndex;

/// Where a session was left, as it is also written to the file of the state.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SessionState {
    /// The filter of the tab, as it is typed; `None` is the tab of everything.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tab: Option<String>,
    /// What the list's cursor was on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<String>,
    /// The page that was opened, unless the detail only followed the cursor.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<Opened>,
    /// What was folded that is unfolded at first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub folded: Vec<String>,
    /// What was unfolded that is folded at first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unfolded: Vec<String>,
    /// What stood in the prompt; it is not written.
    #[serde(skip)]
    pub query: String,
}

/// A page that was opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opened {
    /// What it shows.
    pub shows: Shows,
    /// Of which node, where it is about one.
    #[serde(default)]
    pub of: String,
    /// The first line that showed.
    #[serde(default)]
    pub line: usize,
}

/// What a page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Shows {
    /// A node.
    Node,
    /// Who answers for it.
    Who,
    /// The indicators.
    Charts,
    /// Targets by year.
    Years,
    /// What is missing.
    Gaps,
}

/// A plan that was waited for, with what is kept of it.
#[derive(Clone, Debug)]
pub struct PlanLoaded {
    /// The plan.
    pub plan: Arc<Plan>,
    /// Its index.
    pub index: Arc<LazyIndex>,
    /// Where the last session was left.
    pub place: Option<SessionState>,
    /// Ids that are bookmarked.
    pub bookmarks: Vec<String>,
    /// Earlier queries, newest last.
    pub queries: Vec<String>,
    /// Show the hint for a first start.
    pub first_start: bool,
}
