//! The trail: how one came to a page that the list does not show. It stands in the place of the tabs.

use super::{App, Subject};
use crate::describe::sign_in;
use crate::model::Node;

/// The most steps that are named after the first.
const LONGEST: usize = 5;

impl App {
    /// The steps to the page that is shown, the first of which is the query or the tab: `5g`, `P1`,
    /// `MIIT`. `None` where the list's cursor is on what the page is about.
    #[must_use]
    pub fn trail(&self) -> Option<Vec<String>> {
        if !self.detail.is_pinned() || self.matrix_view.is_some() {
            return None;
        }
        let here = self.detail.subject().and_then(Subject::node)?;
        let row = self.list.current().map(|row| row.node);
        if row == Some(here) {
            return None;
        }
        let mut nodes = vec![here];
        for subject in self
            .history
            .trail(self.lookup.input().value(), self.section)
        {
            let Some(node) = subject.node() else { break };
            // A page and the evidence on it are one step.
            if nodes.last() != Some(&node) {
                nodes.push(node);
            }
            if row == Some(node) || nodes.len() > LONGEST {
                break;
            }
        }
        let typed = self.lookup.input().value().trim();
        let first = if typed.is_empty() {
            self.name_of(self.section)
        } else {
            typed
        };
        let steps = nodes.iter().rev().map(|&node| self.step(node));
        let mut trail: Vec<String> = std::iter::once(first.to_owned()).chain(steps).collect();
        // A query may be the sign of the page that it led to.
        trail.dedup_by(|next, step| next.to_lowercase() == step.to_lowercase());
        Some(trail)
    }

    fn step(&self, node: Node) -> String {
        sign_in(&self.plan, node, self.lang())
    }
}
