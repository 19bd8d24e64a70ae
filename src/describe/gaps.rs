//! What is missing in a plan, a section a sort of gap.

use super::card::Section;
use super::names::Names;
use super::writer::Writer;
use crate::i18n::results::results;
use crate::model::{Gap, Node, Plan};

/// A sort of gap and the items that have it.
#[derive(Clone, Debug, PartialEq)]
pub struct GapSection {
    /// The sort.
    pub gap: Gap,
    /// The items, as links; never none.
    pub section: Section,
    /// The query that lists them, where there is one.
    pub query: Option<&'static str>,
}

/// The gaps of a plan, those that it has.
#[must_use]
pub fn gaps(plan: &Plan, names: Names) -> Vec<GapSection> {
    let writer = Writer::new(plan, names.into());
    let section = |gap| GapSection {
        gap,
        section: writer.links(
            &results(names.lang).gap(gap),
            plan.lacking(gap).into_iter().map(Node::Item),
        ),
        query: match gap {
            Gap::Lead => Some("lead:none"),
            Gap::Evidence => Some("lead:inferred"),
            Gap::Result => Some("result:none"),
            Gap::Target | Gap::Source => None,
        },
    };
    let mut gaps: Vec<GapSection> = Gap::ALL.into_iter().map(section).collect();
    gaps.retain(|gap| !gap.section.entries.is_empty());
    gaps
}
