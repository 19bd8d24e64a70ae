//! `plan search QUERY…`: hits, best first.

use super::args::SearchArgs;
use super::fault::{Fault, Status};
use super::{Context, open};
use crate::model::{Node, Plan};

/// The nodes that a query finds, best first, without the scattered tail.
pub(crate) fn nodes(plan: &Plan, query: &str) -> Vec<Node> {
    plan.find(query).into_iter().collect()
}

/// Searches.
///
/// # Errors
/// The plan cannot be read, or output failed.
pub(crate) fn run(context: &mut Context, args: &SearchArgs) -> Result<Status, Fault> {
    let plan = open::plan(context.settings)?;
    let hits = nodes(&plan, &args.query.join(" "));
    context.out.line(hits.len())?;
    Ok(Status::Done)
}
