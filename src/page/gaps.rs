//! One page of what is missing: a paragraph a sort of gap.

use super::lines::{Page, Style};
use super::wrap::width;
use super::writer::{PageWriter, signs};
use crate::describe::{Content, Entry, Goal, TextRole, TextRun, gaps as described};
use crate::i18n::results::results;
use crate::model::Plan;

/// Columns before the nodes, and between them.
const INDENT: usize = 2;
const GAP: usize = 2;

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
        let label = TextRun::new(&section.label, TextRole::Name);
        let label = match gap.query {
            Some(query) => label.to(Goal::Query(query.to_owned())),
            None => label,
        };
        let count = format!("  {}", section.entries.len());
        writer
            .out
            .line(vec![label, TextRun::new(count, TextRole::Quiet)]);
        let nodes = section.entries.iter();
        let column = signs(&section);
        let nodes: Vec<TextRun> = nodes.filter_map(|entry| node(column, entry)).collect();
        let widest = nodes.iter().map(|run| width(&run.text)).max().unwrap_or(0);
        let beside = (style.width.saturating_sub(INDENT) + GAP) / (widest + GAP);
        for row in nodes.chunks(beside.max(1)) {
            let mut runs = Vec::new();
            for run in row {
                let blank = " ".repeat(widest + GAP - width(&run.text));
                runs.extend([run.clone().whole(), TextRun::plain(blank).whole()]);
            }
            runs.pop();
            writer.out.hanging(INDENT, INDENT, runs);
        }
    }
    writer.out.finish()
}

/// A node as one run, its name behind the column of the signs.
fn node(column: usize, entry: &Entry) -> Option<TextRun> {
    let Content::Node { sign, name } = &entry.content else {
        return None;
    };
    let blank = column.saturating_sub(width(&sign.text)) + 1;
    let text = format!("{}{}{}", sign.text, " ".repeat(blank), name.text);
    Some(TextRun {
        text: text.trim_end().to_owned(),
        ..name.clone()
    })
}
