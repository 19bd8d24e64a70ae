//! The page of a node: its description laid out with labels in a margin.

use super::evidence::{ROOM_FOR_TABLE, table};
use super::lines::{Head, Page, Style};
use super::writer::PageWriter;
use super::{measure, responsibilities};
use crate::describe::{Card, Section, SectionKind, account, describe, evidence};
use crate::model::{Node, Plan};

/// The page of a node.
#[must_use]
pub fn node(plan: &Plan, node: Node, style: &Style) -> Page {
    page(plan, describe(plan, node, style.options()), style)
}

/// The page with every row about who answers for a node, as a table where there is room; or what a
/// body answers for.
#[must_use]
pub fn who(plan: &Plan, node: Node, style: &Style) -> Page {
    let card = account(plan, node, style.options());
    let rows = evidence(plan, node, style.options());
    if style.width < ROOM_FOR_TABLE || rows.is_empty() {
        return page(plan, card, style);
    }
    let mut writer = PageWriter::new(plan, style);
    writer.head(&card.head);
    table(&mut writer, &rows);
    writer.out.finish()
}

fn page(plan: &Plan, card: Card, style: &Style) -> Page {
    let mut writer = PageWriter::new(plan, style);
    writer.head(&card.head);
    let mut sections = card.sections;
    if style.head != Head::Full && matches!(card.head.node, Node::Body(_)) {
        // Where only a few lines show, they have to answer.
        sections.sort_by_key(|section| match (section.block, section.kind) {
            (0, _) => 0,
            (_, SectionKind::Charges | SectionKind::Legend) => 1,
            (_, _) => 2,
        });
    }
    let mut block = 0;
    for section in &sections {
        if section.block != block {
            writer.out.gap();
        }
        block = section.block;
        self::section(&mut writer, section);
    }
    writer.out.finish()
}

fn section(writer: &mut PageWriter, section: &Section) {
    match section.kind {
        SectionKind::Facts | SectionKind::Inherited | SectionKind::Legend => writer.facts(section),
        SectionKind::Paragraph => {
            for entry in &section.entries {
                writer.out.line(entry.runs(writer.style.lang));
            }
        }
        SectionKind::Assigned => responsibilities::assigned(writer, section),
        SectionKind::Leads => responsibilities::leads(writer, section),
        SectionKind::Together => responsibilities::together(writer, section),
        SectionKind::Charges => responsibilities::charges(writer, section),
        SectionKind::Account => responsibilities::account(writer, section),
        SectionKind::Measure => measure::measure(writer, section),
    }
}
