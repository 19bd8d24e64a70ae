//! What must be reached by when: all targets and target figures of the plan, by year.

use std::collections::BTreeMap;

use super::build::Piece;
use super::measure::number;
use super::node::Writer;
use super::{Page, Style, Tone};
use crate::model::{Node, Plan, PointKind};

/// All targets of the plan by their year.
#[must_use]
pub fn years(plan: &Plan, style: &Style) -> Page {
    let mut writer = Writer::new(plan, style);
    let lang = style.lang;
    let mut by_year: BTreeMap<u16, Vec<(Node, Vec<Piece>)>> = BTreeMap::new();
    for (id, item) in plan.items() {
        for target in &item.targets {
            let said = writer.target(target);
            by_year
                .entry(target.by.year)
                .or_default()
                .push((Node::Item(id), said));
        }
        let Some(figures) = &item.measure else {
            continue;
        };
        for point in figures
            .points
            .iter()
            .filter(|point| point.kind == PointKind::Target)
        {
            let value = point
                .value
                .map_or_else(|| writer.labels.unknown.to_owned(), number);
            let mut said = vec![Piece::plain(format!("{value} {}", figures.unit.get(lang)))];
            said.extend(writer.doubt(point.confidence));
            by_year
                .entry(point.year)
                .or_default()
                .push((Node::Item(id), said));
        }
    }
    writer
        .out
        .line(vec![Piece::new(writer.labels.years, Tone::Strong)]);
    if by_year.is_empty() {
        writer
            .out
            .line(vec![Piece::new(writer.labels.no_years, Tone::Quiet)]);
    }
    for (year, targets) in by_year {
        writer.out.gap();
        writer.out.line(vec![
            Piece::new(year.to_string(), Tone::Label),
            Piece::new(format!("  {}", targets.len()), Tone::Quiet),
        ]);
        let mut last = None;
        for (node, said) in targets {
            if writer.out.is_full() {
                break;
            }
            if last != Some(node) {
                let title = writer.link(node);
                writer.out.hanging(2, 5, title);
            }
            last = Some(node);
            writer.out.hanging(5, 5, said);
        }
    }
    writer.out.finish()
}
