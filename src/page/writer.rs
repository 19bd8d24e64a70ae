//! What all pages are written with: the head of a node, facts in the column beside their labels.

use super::builder::PageBuilder;
use super::lines::{Head, Style};
use super::wrap::width;
use crate::describe::{self, Content, Entry, Goal, Place, Section, TextRole, TextRun};
use crate::model::Plan;

/// Columns for labels and the blanks behind them, at least and at most.
const MARGIN: (usize, usize) = (9, 12);

/// A wider sign pushes what follows out of its column.
const WIDEST_SIGN: usize = 12;

/// Lays out sections: the plan, how the page is to look, and the lines so far.
pub(super) struct PageWriter<'a> {
    pub(super) plan: &'a Plan,
    pub(super) style: &'a Style,
    pub(super) out: PageBuilder,
}

impl<'a> PageWriter<'a> {
    pub(super) fn new(plan: &'a Plan, style: &'a Style) -> PageWriter<'a> {
        Self::labelled(plan, style, &[])
    }

    /// The same for sections: their labels stand in the margin, two blanks before the text.
    pub(super) fn labelled(
        plan: &'a Plan,
        style: &'a Style,
        sections: &[Section],
    ) -> PageWriter<'a> {
        let shown =
            |section: &&Section| style.unfolded || !matches!(section.place, Place::Folded(..));
        let labels = sections.iter().filter(shown);
        let labels = labels.map(|section| width(&section.label) + 2);
        let widest = labels.max().unwrap_or(0);
        let out = PageBuilder::new(style.width, widest.clamp(MARGIN.0, MARGIN.1))
            .charset(style.charset)
            .tight(style.head != Head::Full)
            .up_to(style.most);
        PageWriter { plan, style, out }
    }

    /// The first lines: sign, kind, certainty, origin; the names in both languages.
    pub(super) fn head(&mut self, head: &describe::Head) {
        match self.style.head {
            Head::Full => {}
            Head::Line => {
                let label = self.style.charset.fit(&head.label).into_owned();
                let name = TextRun::new(label, TextRole::Name);
                let mut runs = vec![head.sign.clone()];
                if head.sign.text != head.label {
                    runs.extend([TextRun::plain(" "), name]);
                }
                self.out.raw(runs);
                return;
            }
            Head::None => return,
        }
        let doubt = if head.is_low {
            TextRole::Doubt
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
        if let Some(name) = head.name_beside_sign() {
            self.out.line(vec![TextRun::new(name, TextRole::Name)]);
        }
        if let Some(other) = &head.other {
            self.out.line(vec![TextRun::plain(other)]);
        }
    }

    /// A section of facts: the label before the first.
    pub(super) fn facts(&mut self, section: &Section) {
        let mut label = section.label.as_str();
        let column = signs(section);
        for entry in &section.entries {
            let mut runs = self.runs(entry);
            if let (Content::Node { sign, .. }, Some(blank)) = (&entry.content, runs.get_mut(1)) {
                blank.text = " ".repeat(column.saturating_sub(width(&sign.text)) + 1);
            }
            let indent = if column > 0 { column + 1 } else { 0 };
            self.out
                .hanging_field(std::mem::take(&mut label), indent, runs);
        }
    }

    /// An entry in running text, with how sure it is.
    pub(super) fn runs(&self, entry: &Entry) -> Vec<TextRun> {
        let lang = self.style.lang;
        let mut runs = entry.runs(lang);
        if !matches!(entry.content, Content::Figure { .. }) {
            runs.extend(entry.doubt_run(lang));
        }
        if let Some(query) = &entry.query {
            for run in runs.iter_mut().filter(|run| run.link.is_none()) {
                run.link = Some(Goal::Query(query.clone()));
            }
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

/// Columns of the widest sign of a section's nodes: what follows stands in one column.
pub(super) fn signs(section: &Section) -> usize {
    let signs = section
        .entries
        .iter()
        .filter_map(|entry| match &entry.content {
            Content::Node { sign, .. } => Some(width(&sign.text)),
            Content::Text(_) | Content::Figure { .. } => None,
        });
    signs.max().unwrap_or(0).min(WIDEST_SIGN)
}
