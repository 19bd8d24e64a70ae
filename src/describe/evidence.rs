//! Who answers for a node as a table: every row of the file with its document, how sure it is, why.

use super::text::{Goal, TextRole, TextRun};
use super::writer::{DescribeOptions, Writer};
use crate::i18n::results::results;
use crate::i18n::who;
use crate::model::{Basis, BodyId, Confidence, Node, Plan, Source, Statement};

/// A row of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvidenceRow {
    /// The role.
    pub role: &'static str,
    /// The body.
    pub body: TextRun,
    /// The document that says so, or else what the row rests on.
    pub document: TextRun,
    /// The document's date; empty where there is none.
    pub date: String,
    /// How sure it is.
    pub sure: TextRun,
    /// Why: the remark, of an assignment its unit, date and status; then further sources.
    pub why: Vec<TextRun>,
}

/// Every row about who answers for a node, in the order in which they are shown; none for a body or
/// a document.
#[must_use]
pub fn evidence(plan: &Plan, node: Node, options: DescribeOptions) -> Vec<EvidenceRow> {
    let writer = Writer::new(plan, options);
    let all = writer.shown(plan.responsible(node)).take(writer.limit());
    let rows = all.flat_map(|(known, _)| {
        let counting = known
            .rows()
            .iter()
            .filter(|row| options.basis.includes(row));
        counting.map(|row| (known.body, row)).collect::<Vec<_>>()
    });
    rows.map(|(body, row)| writer.evidence_row(body, row))
        .collect()
}

impl Writer<'_> {
    fn evidence_row(&self, known: BodyId, row: &Statement) -> EvidenceRow {
        let (plan, lang) = (self.plan, self.lang());
        let document = match row.document {
            Some(id) => TextRun::plain(plan[id].name.get(lang)).to(Goal::Node(Node::Document(id))),
            None => TextRun::plain(who::basis(lang, row.basis, None, None)),
        };
        let dated = row.document.and_then(|id| plan[id].dated);
        let sure = match row.confidence {
            Confidence::High => TextRun::plain(results(lang).confirmed),
            Confidence::Medium | Confidence::Low => {
                TextRun::new(who::confidence(lang, row.confidence), TextRole::Doubt)
            }
        };
        let mut why = match row.basis {
            Basis::Assigned => self.assignment(row),
            Basis::Plan | Basis::Press | Basis::Companion | Basis::Mandate => self.remark(row),
        };
        let successor = self.answering(known).successor;
        if !successor.is_empty() {
            why.extend([TextRun::plain(if why.is_empty() { "" } else { " " })]);
            why.extend(successor);
        }
        let named = row.document.map(Source::Document);
        let others = row.sources.iter();
        for source in others.filter(|one| named.as_ref() != Some(*one)) {
            if !why.is_empty() {
                why.push(TextRun::plain(" "));
            }
            why.extend(self.source(source).runs(lang));
        }
        EvidenceRow {
            role: who::role(lang, row.role),
            body: self.short(known),
            document,
            date: dated.map(|date| date.to_string()).unwrap_or_default(),
            sure,
            why,
        }
    }
}
