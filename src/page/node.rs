//! The page of a node: its description laid out with labels in a margin.

use super::TAB;
use super::builder::PageBuilder;
use super::lines::{Head, Page, Style};
use super::{measure, responsibilities};
use crate::describe::{
    self, Card, Content, Entry, Section, SectionKind, TextRole, TextRun, account, describe,
};
use crate::model::{Node, Plan};

/// The page of a node.
#[must_use]
pub fn node(plan: &Plan, node: Node, style: &Style) -> Page {
    page(plan, describe(plan, node, style.options()), style)
}

/// The page with every row about who answers for a node, or what a body answers for.
#[must_use]
pub fn who(plan: &Plan, node: Node, style: &Style) -> Page {
    page(plan, account(plan, node, style.options()), style)
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
        writer.section(section);
    }
    writer.out.finish()
}

/// Lays out sections: the plan, how the page is to look, and the lines so far.
pub(super) struct PageWriter<'a> {
    pub(super) plan: &'a Plan,
    pub(super) style: &'a Style,
    pub(super) out: PageBuilder,
}

impl<'a> PageWriter<'a> {
    pub(super) fn new(plan: &'a Plan, style: &'a Style) -> PageWriter<'a> {
        // Labels stand left of the first tab stop.
        let out = PageBuilder::new(style.width, usize::from(TAB))
            .charset(style.charset)
            .tight(style.head != Head::Full)
            .up_to(style.most);
        PageWriter { plan, style, out }
    }

    /// The first lines: sign, kind, certainty, origin; the names in both languages.
    fn head(&mut self, head: &describe::Head) {
        match self.style.head {
            Head::Full => {}
            Head::Line => {
                let label = self.style.charset.fit(&head.label).into_owned();
                let name = TextRun::new(label, TextRole::Name);
                self.out.raw([head.sign.clone(), TextRun::plain(" "), name]);
                return;
            }
            Head::None => return,
        }
        let doubt = if head.is_low {
            TextRole::Warn
        } else {
            TextRole::Quiet
        };
        let mut first = vec![head.sign.clone()];
        for (text, role) in [
            (head.kind.as_str(), TextRole::Quiet),
            (head.doubt, doubt),
            (head.ours, TextRole::Ours),
        ] {
            if !text.is_empty() {
                first.extend([TextRun::plain("  "), TextRun::new(text, role)]);
            }
        }
        self.out.line(first);
        self.out
            .line(vec![TextRun::new(&head.name, TextRole::Name)]);
        if let Some(other) = &head.other {
            self.out.line(vec![TextRun::plain(other)]);
        }
    }

    pub(super) fn section(&mut self, section: &Section) {
        match section.kind {
            SectionKind::Facts | SectionKind::Legend => self.facts(section),
            SectionKind::Paragraph => {
                for entry in &section.entries {
                    self.out.line(entry.runs(self.style.lang));
                }
            }
            SectionKind::Assigned => responsibilities::assigned(self, section),
            SectionKind::Leads => responsibilities::leads(self, section),
            SectionKind::Together => responsibilities::together(self, section),
            SectionKind::Charges => responsibilities::charges(self, section),
            SectionKind::Account => responsibilities::account(self, section),
            SectionKind::Measure => measure::measure(self, section),
        }
    }

    fn facts(&mut self, section: &Section) {
        let mut label = section.label.as_str();
        for entry in &section.entries {
            let runs = self.runs(entry);
            self.out.field(std::mem::take(&mut label), runs);
        }
    }

    /// An entry in running text, with how sure it is.
    pub(super) fn runs(&self, entry: &Entry) -> Vec<TextRun> {
        let lang = self.style.lang;
        let mut runs = entry.runs(lang);
        if !matches!(entry.content, Content::Figure { .. }) {
            runs.extend(entry.doubt_run(lang));
        }
        runs
    }

    /// A line for each further part of an entry.
    pub(super) fn below(&mut self, runs: &[TextRun]) {
        if !runs.is_empty() {
            self.out.field("", runs.to_vec());
        }
    }
}
