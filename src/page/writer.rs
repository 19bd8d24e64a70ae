//! What all pages are written with: the head of a node, facts in the column beside their labels.

use super::MARGIN;
use super::builder::PageBuilder;
use super::lines::{Head, Style};
use crate::describe::{self, Content, Entry, Goal, Section, TextRole, TextRun};
use crate::model::Plan;

/// Lays out sections: the plan, how the page is to look, and the lines so far.
pub(super) struct PageWriter<'a> {
    pub(super) plan: &'a Plan,
    pub(super) style: &'a Style,
    pub(super) out: PageBuilder,
}

impl<'a> PageWriter<'a> {
    pub(super) fn new(plan: &'a Plan, style: &'a Style) -> PageWriter<'a> {
        let out = PageBuilder::new(style.width, MARGIN)
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
                self.out.raw([head.sign.clone(), TextRun::plain(" "), name]);
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
        self.out
            .line(vec![TextRun::new(&head.name, TextRole::Name)]);
        if let Some(other) = &head.other {
            self.out.line(vec![TextRun::plain(other)]);
        }
    }

    /// A section of facts: the label before the first.
    pub(super) fn facts(&mut self, section: &Section) {
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
