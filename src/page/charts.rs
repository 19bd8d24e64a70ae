//! The indicators as pictures: every item that is measured, by category, each on its own scale.

use super::build::Piece;
use super::measure::measure;
use super::node::Writer;
use super::{Page, Style, Tone};
use crate::model::{Confidence, Node, Plan};

/// All measures of the plan.
#[must_use]
pub fn charts(plan: &Plan, style: &Style) -> Page {
    let mut writer = Writer::new(plan, style);
    let lang = style.lang;
    writer.out.line(vec![
        Piece::new(writer.labels.charts, Tone::Strong),
        Piece::new(format!("  {}", writer.labels.legend), Tone::Quiet),
    ]);
    let mut category = None;
    for (id, item) in plan.items() {
        let Some(figures) = &item.measure else {
            continue;
        };
        if writer.out.is_full() {
            break;
        }
        let heading = item.category.get(lang);
        if category != Some(heading) {
            writer.out.gap();
            if !heading.is_empty() {
                writer.out.line(vec![Piece::new(heading, Tone::Label)]);
            }
            category = Some(heading);
        }
        writer.out.gap();
        let mut title = writer.link(Node::Item(id));
        title.extend(writer.doubt(Some(item.confidence).filter(|&sure| sure == Confidence::Low)));
        writer.out.line(title);
        measure(&mut writer, figures);
    }
    writer.out.finish()
}
