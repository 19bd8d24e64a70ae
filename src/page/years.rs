//! What must be reached by when: all targets and target figures of the plan, by year.

use super::lines::{Page, Style};
use super::writer::PageWriter;
use crate::describe::{self, Goal, TextRole, TextRun, targets};
use crate::i18n::describe::describe as labels;
use crate::i18n::results::results;
use crate::model::{Lang, Node, Plan};

/// All targets of the plan by their year.
#[must_use]
pub fn years(plan: &Plan, style: &Style) -> Page {
    let mut writer = PageWriter::new(plan, style);
    let (labels, words) = (labels(style.lang), results(style.lang));
    let heading = TextRun::new(labels.years, TextRole::Name);
    writer.out.line(vec![heading]);
    let aims = targets(plan, style.options());
    if aims.is_empty() {
        let none = TextRun::new(labels.no_years, TextRole::Quiet);
        writer.out.line(vec![none]);
    }
    if aims.iter().any(|aim| aim.verdict.is_none()) {
        let unjudged = TextRun::new(words.in_words, TextRole::Quiet);
        writer.out.hanging(0, 0, vec![unjudged]);
    }
    for same in aims.chunk_by(|one, other| one.year == other.year) {
        writer.out.gap();
        let year = same.first().map_or(0, |aim| aim.year);
        let items = same.chunk_by(|one, other| one.item == other.item).count();
        let counts = words.targets(same.len(), items);
        let blank = if style.lang == Lang::En { " " } else { "" };
        let counts = TextRun::new(format!("{blank}{counts}"), TextRole::Quiet);
        let goal = Goal::Query(format!("by:{year}"));
        writer.out.line(vec![
            TextRun::new(words.year(year), TextRole::Name),
            counts.to(goal),
        ]);
        let mut last = None;
        for aim in same {
            if writer.out.is_full() {
                break;
            }
            if last != Some(aim.item) {
                let title = describe::link(plan, Node::Item(aim.item), style.lang.into());
                writer.out.hanging(2, 5, title.runs(style.lang));
            }
            last = Some(aim.item);
            let mut runs = writer.runs(&aim.entry);
            if let Some(verdict) = &aim.verdict {
                runs.extend([TextRun::plain("  "), verdict.clone().whole()]);
            }
            writer.out.hanging(5, 5, runs);
        }
    }
    writer.out.finish()
}
