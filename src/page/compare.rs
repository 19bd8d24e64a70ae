//! Two nodes side by side: a column each, what they share marked.

use super::builder::wrapped;
use super::lines::{Page, Style};
use super::wrap::width;
use super::writer::PageWriter;
use crate::describe::{Compared, TextRole, TextRun, compare as described, compare_legend};
use crate::i18n::who::who;
use crate::model::{Node, Plan};

/// Blanks between the columns.
const GAP: usize = 2;

/// Two items or two bodies in two columns; empty for other nodes.
#[must_use]
pub fn compare(plan: &Plan, nodes: [Node; 2], style: &Style) -> Page {
    let mut writer = PageWriter::new(plan, style);
    let column = style.width.saturating_sub(GAP) / 2;
    let Some(rows) = described(plan, nodes, style.lang.into()) else {
        return writer.out.finish();
    };
    let legend = compare_legend(&rows, style.lang);
    if !legend.is_empty() {
        writer.out.line(vec![TextRun::new(legend, TextRole::Quiet)]);
    }
    for row in &rows {
        if !row.label.is_empty() {
            writer.out.gap();
            let label = TextRun::new(row.label, TextRole::Label);
            writer.out.line(vec![label]);
        }
        let [left, right] = row.sides.each_ref().map(|side| lines(side, column, style));
        for at in 0..left.len().max(right.len()) {
            let blank = || vec![TextRun::plain("")];
            let mut runs = left.get(at).cloned().unwrap_or_else(blank);
            let used: usize = runs.iter().map(|run| width(&run.text)).sum();
            runs.push(TextRun::plain(
                " ".repeat((column + GAP).saturating_sub(used)),
            ));
            runs.extend(right.get(at).cloned().unwrap_or_default());
            writer
                .out
                .line(runs.into_iter().map(TextRun::whole).collect());
        }
    }
    writer.out.finish()
}

/// The lines of one side, each as runs no wider than the column.
fn lines(side: &[Compared], column: usize, style: &Style) -> Vec<Vec<TextRun>> {
    let mut lines = Vec::new();
    if side.is_empty() {
        let none = TextRun::new(who(style.lang).not_stated, TextRole::Quiet);
        lines.push(vec![TextRun::plain("  "), none]);
    }
    for one in side {
        let text = style.charset.fit(&one.run.text);
        for (nth, part) in wrapped(&text, column.saturating_sub(2))
            .into_iter()
            .enumerate()
        {
            let sign = if one.shared && nth == 0 { "= " } else { "  " };
            let role = match (one.shared, one.run.role) {
                (true, TextRole::Plain) => TextRole::Name,
                (true | false, role) => role,
            };
            let mut run = TextRun::new(part, role);
            run.link = one.run.link.clone().filter(|_| nth == 0);
            lines.push(vec![TextRun::new(sign, TextRole::Bar), run]);
        }
    }
    lines
}
