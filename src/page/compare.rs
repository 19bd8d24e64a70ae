//! Two nodes side by side: a column each, what they share marked.

use super::builder::wrapped;
use super::lines::{Page, Style};
use super::wrap::width;
use super::writer::PageWriter;
use crate::describe::{
    Compared, TextRole, TextRun, compare as described, compare_counts, compare_legend,
};
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
    if let Some(counts) = compare_counts(plan, nodes, style.lang) {
        let counts = TextRun::plain(style.charset.fit(&counts).into_owned());
        writer.out.hanging(0, 0, vec![counts]);
    }
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
        let [mut left, mut right] = row.sides.each_ref().map(|side| lines(side, column, style));
        // What both have stays beside itself, however it is wrapped.
        let both = row.sides[0].iter().take_while(|one| one.shared).count();
        for (one, other) in left.iter_mut().zip(&mut right).take(both) {
            let height = one.len().max(other.len());
            one.resize_with(height, Vec::new);
            other.resize_with(height, Vec::new);
        }
        let [left, right] = [left.concat(), right.concat()];
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

/// The lines of each thing on one side, each line as runs no wider than the column.
fn lines(side: &[Compared], column: usize, style: &Style) -> Vec<Vec<Vec<TextRun>>> {
    if side.is_empty() {
        let none = TextRun::new(who(style.lang).not_stated, TextRole::Quiet);
        return vec![vec![vec![TextRun::plain("  "), none]]];
    }
    let mut all = Vec::with_capacity(side.len());
    for one in side {
        let mut lines = Vec::new();
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
        all.push(lines);
    }
    all
}
