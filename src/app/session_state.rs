//! Where a session was left, kept as ids, so that it outlives the session: what is gone
//! from the plan by the next start is left out, and everything else is as it was.

use std::sync::Arc;

use crate::model::Plan;
use crate::search::Index;

/// Where a session was left.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SessionState {
    /// The filter of the tab, as it is typed; `None` is the tab of everything.
    pub tab: Option<String>,
    /// What the list's cursor was on.
    pub row: Option<String>,
    /// The page that was opened, unless the detail only followed the cursor.
    pub page: Option<Opened>,
    /// What was folded that is unfolded at first.
    pub folded: Vec<String>,
    /// What was unfolded that is folded at first.
    pub unfolded: Vec<String>,
    /// What stood in the prompt.
    pub query: String,
}

/// A page that was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// What it shows.
    pub shows: Shows,
    /// Of which node, where it is about one.
    pub of: String,
    /// The first line that showed.
    pub line: usize,
}

/// What a page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
    pub index: Arc<Index>,
    /// Where the last session was left.
    pub place: Option<SessionState>,
    /// Ids that are bookmarked.
    pub bookmarks: Vec<String>,
    /// Earlier queries, newest last.
    pub queries: Vec<String>,
    /// Show the hint for a first start.
    pub first_start: bool,
}
