//! What there is to say of a node, once and for all readers: [`describe`] gives a [`Card`] of
//! sections and entries in the order in which they answer questions. The screen's page, text,
//! Markdown and plain mode lay it out; none of them decides what is said.

mod basis;
mod body;
mod card;
mod changes;
mod compare;
mod document;
mod evidence;
mod figures;
mod found;
mod gaps;
mod item;
mod leads;
pub mod markdown;
mod names;
mod overview;
mod plan;
mod responsibilities;
mod short_list;
mod strips;
mod text;
mod typed;
mod values;
mod writer;

pub use basis::{assignment_flag, basis, basis_line, doubted_basis, own_work};
pub use card::{Card, Content, Entry, Extra, Head, Place, Section, SectionKind, only_node};
pub use changes::{Changed, changes};
pub use compare::{Compared, ComparedRow, compare, compare_counts, compare_legend};
pub use evidence::{EvidenceRow, evidence};
pub use figures::{Aim, figures, targets};
pub use found::{body_asked, counts, due, has, note, order, ranked, why};
pub use gaps::{GapSection, gaps};
pub use leads::{INFERRED, Lead, inferred_aside, leading, leads_line};
pub use markdown::{citation, markdown};
pub use names::{Names, kind, kind_id, short_name, sign, sign_in};
pub use short_list::{short_list, short_list_compared, short_list_of};
pub use strips::{
    Strip, brief_results, doubt_sign, result_of_target, strip, strips, strips_legend, tally,
    with_unit,
};
pub use text::{Goal, TextRole, TextRun, join};
pub use typed::{filters_in, typed};
pub use writer::DescribeOptions;

use crate::model::{Node, Plan};
use writer::{Blocks, Writer};

/// A node as a link: its sign and its short name.
#[must_use]
pub fn link(plan: &Plan, node: Node, names: Names) -> Entry {
    Writer::new(plan, names.into()).link(node)
}

/// Everything about a node but the evidence of single rows.
#[must_use]
pub fn describe(plan: &Plan, node: Node, options: DescribeOptions) -> Card {
    let writer = Writer::new(plan, options);
    let blocks = match node {
        Node::Plan => writer.plan(),
        Node::Item(id) => writer.item(id),
        Node::Body(id) => writer.body(id),
        Node::Document(id) => writer.document(id),
    };
    card(&writer, node, blocks)
}

/// Who answers for an item or the plan, and no more; a body or document in full.
#[must_use]
pub fn responsibilities(plan: &Plan, node: Node, options: DescribeOptions) -> Card {
    let writer = Writer::new(plan, options);
    match node {
        Node::Plan | Node::Item(_) => {
            let mut sections = writer.responsibility_sections(node);
            sections.splice(0..0, writer.own_date(node));
            card(&writer, node, vec![sections])
        }
        Node::Body(_) | Node::Document(_) => describe(plan, node, options),
    }
}

/// The full account of who answers for an item or the plan: every row with its basis, its remark and
/// its sources; a body or document in full.
#[must_use]
pub fn account(plan: &Plan, node: Node, options: DescribeOptions) -> Card {
    let writer = Writer::new(plan, options);
    match node {
        Node::Plan | Node::Item(_) => card(&writer, node, writer.account(node)),
        Node::Body(_) | Node::Document(_) => describe(plan, node, options),
    }
}

fn card(writer: &Writer, node: Node, blocks: Blocks) -> Card {
    let numbered = blocks
        .into_iter()
        .enumerate()
        .flat_map(|(block, sections)| {
            sections.into_iter().map(move |mut section| {
                section.block = block;
                section
            })
        });
    Card {
        head: writer.head(node),
        sections: numbered
            .filter(|section| !section.entries.is_empty())
            .collect(),
    }
}
