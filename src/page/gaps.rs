//! One page of what is missing: a paragraph a sort of gap.

use super::lines::{Page, Style};
use super::writer::PageWriter;
use crate::describe::{Goal, TextRole, TextRun, gaps as described};
use crate::i18n::results::results;
use crate::model::Plan;

/// All gaps of the plan.
#[must_use]
pub fn gaps(plan: &Plan, style: &Style) -> Page {
    let mut writer = PageWriter::new(plan, style);
    let words = results(style.lang);
    let heading = TextRun::new(words.gaps, TextRole::Name);
    writer.out.line(vec![heading]);
    let gaps = described(plan, style.lang.into());
    if gaps.is_empty() {
        let none = TextRun::new(words.no_gaps, TextRole::Quiet);
        writer.out.line(vec![none]);
    }
    for gap in gaps {
        let section = gap.section;
        writer.out.gap();
        let label = TextRun::new(&section.label, TextRole::Label);
        let label = match gap.query {
            Some(query) => label.to(Goal::Query(query.to_owned())),
            None => label,
        };
        let count = format!("  {}", section.entries.len());
        writer
            .out
            .line(vec![label, TextRun::new(count, TextRole::Quiet)]);
        let mut runs = Vec::new();
        for entry in &section.entries {
            if !runs.is_empty() {
                runs.push(TextRun::plain("  "));
            }
            // The whole of a name stands on one line, and its sign with it.
            let mut link = entry.runs(style.lang);
            if let (Some(sign), Some(name)) = (link.first().cloned(), link.last_mut()) {
                name.text = format!("{} {}", sign.text, name.text);
                runs.push(name.clone().whole());
            }
        }
        writer.out.hanging(2, 2, runs);
    }
    writer.out.finish()
}
