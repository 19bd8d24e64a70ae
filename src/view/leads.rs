//! What a row of the list says of who leads its node, or of what came of it.

use super::{Canvas, width};
use crate::describe::{Lead, brief_results, leading, leads_line};
use crate::model::Node;
use crate::page::truncate;

/// So many bodies that lead are named where there is room.
pub(super) const LEADS: usize = 3;
/// The next smaller number.
const FEWER: usize = LEADS - 1;
/// A row that is cut for its lead keeps so many columns of sign and name.
pub(super) const SHORTEST: usize = 26;
/// What a sign and a name are cut to for the name of a lead, where there would only be a count.
const SHORTEST_ALONE: usize = 22;
/// What is left of a word about a row would tell nothing.
pub(super) const LEAST: usize = 8;

impl Canvas<'_> {
    /// Who leads, by short names, at most so many, or, where targets were asked about, how far one was
    /// reached; how much a body answers for.
    pub(super) fn leads(&self, node: Node, most: usize) -> String {
        let app = self.app;
        let plan = app.plan();
        let filter = app.basis();
        // The fewer names there would be room for, the shorter.
        let results = self.results(node);
        let shorter = LEADS.saturating_sub(most);
        if let Some(result) = results.get(shorter).or(results.last()) {
            return result.clone();
        }
        match node {
            Node::Item(_) => {
                let leads = self.leading(node);
                let most = if leads.len() > most {
                    most.min(FEWER)
                } else {
                    most
                };
                leads_line(plan, &leads, most, app.lang())
            }
            Node::Body(id) => plan.held(id, None, filter).now.to_string(),
            Node::Document(id) => plan[id]
                .dated
                .map_or_else(String::new, |date| date.to_string()),
            Node::Plan => String::new(),
        }
    }

    /// What came of a node, or is to come of it, where that was asked.
    fn results(&self, node: Node) -> Vec<String> {
        let app = self.app;
        let found = app.lookup().found();
        let asked = found.map(|found| found.asked_of).unwrap_or_default();
        brief_results(app.plan(), node, asked, app.lang())
    }

    /// Those that lead a node; the one that was asked about first.
    fn leading(&self, node: Node) -> Vec<Lead> {
        let app = self.app;
        let mut leads = leading(app.plan(), node, app.basis());
        if let Some(Node::Body(asked)) = app.lookup().found().and_then(|found| found.subject()) {
            leads.sort_by_key(|lead| lead.body != asked);
        }
        leads
    }

    /// The first of those that lead a node, without how many more there are, as far as there is room for
    /// it: what the name of the node leaves `free`, or `most` and what a shorter name leaves. Where
    /// targets were asked about, the `result`, if all of it fits.
    pub(super) fn lead_alone(
        &self,
        node: Node,
        result: &str,
        free: usize,
        most: usize,
    ) -> Option<String> {
        let app = self.app;
        if !self.results(node).is_empty() {
            return Some(result.to_owned()).filter(|result| width(result) < free);
        }
        let first = self.leading(node).into_iter().next()?;
        let lead = leads_line(app.plan(), &[first], 1, app.lang());
        let room = match most {
            0 => free,
            most => free.max(most + SHORTEST - SHORTEST_ALONE),
        };
        let shown = truncate(&lead, room.saturating_sub(1), app.plain_signs());
        (shown == lead || width(&shown) >= LEAST).then_some(shown)
    }
}
