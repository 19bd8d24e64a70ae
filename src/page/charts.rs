//! The indicators as pictures: every item that is measured, by category, each on its own scale.

use super::lines::{Page, Style};
use super::measure::measure;
use super::writer::PageWriter;
use crate::describe::{self, TextRole, TextRun};
use crate::i18n::describe::describe as labels;
use crate::i18n::who;
use crate::model::{Confidence, Node, Plan};

/// All measures of the plan.
#[must_use]
pub fn charts(plan: &Plan, style: &Style) -> Page {
    let mut writer = PageWriter::new(plan, style);
    let (lang, labels) = (style.lang, labels(style.lang));
    writer.out.line(vec![
        TextRun::new(labels.charts, TextRole::Name),
        TextRun::new(format!("  {}", labels.legend), TextRole::Quiet),
    ]);
    let mut category = None;
    for (id, item) in plan.items() {
        if item.measure.is_none() {
            continue;
        }
        if writer.out.is_full() {
            break;
        }
        let heading = item.category.get(lang);
        if category != Some(heading) {
            writer.out.gap();
            if !heading.is_empty() {
                let heading = TextRun::new(heading, TextRole::Label);
                writer.out.line(vec![heading]);
            }
            category = Some(heading);
        }
        writer.out.gap();
        let mut title = describe::link(plan, Node::Item(id), lang.into());
        if item.confidence == Confidence::Low {
            title.doubt = who::confidence(lang, item.confidence);
        }
        let title = writer.runs(&title);
        writer.out.line(title);
        if let Some(section) = describe::measure(plan, id, lang.into()) {
            measure(&mut writer, &section);
        }
    }
    writer.out.finish()
}
