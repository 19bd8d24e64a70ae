//! The figures of an indicator: a line for each, with a bar on the measure's own scale.

use super::Tone;
use super::build::Piece;
use super::node::{Writer, room};
use crate::model::{Measure, Point, PointKind};
use crate::words::who as words;

/// The widest bar, in columns.
const WIDEST: usize = 40;
/// The narrowest bar that leaves room for more on its line.
const LEAST: usize = 12;

/// A bar of up to `columns` for `value` on a scale from 0 to `most`: what is reached, and the rest.
#[must_use]
pub fn bar(value: f64, most: f64, columns: usize, ascii: bool) -> (String, String) {
    let share = if most > 0.0 {
        (value / most).clamp(0.0, 1.0)
    } else {
        0.0
    };
    let (full, rest) = if ascii { ("#", "-") } else { ("█", "─") };
    // The share is between 0 and 1 and columns are few: nothing is lost.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "0..=columns"
    )]
    let reached = (share * columns as f64).round() as usize;
    (full.repeat(reached), rest.repeat(columns - reached))
}

/// A figure with at most four decimals, as many as official series have, and no needless zeros.
#[must_use]
pub fn number(value: f64) -> String {
    let text = format!("{value:.4}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Adds a measure's figures to a page.
pub(super) fn measure(writer: &mut Writer, figures: &Measure) {
    let lang = writer.style.lang;
    let mut label = writer.labels.measure;
    let unit = figures.unit.get(lang);
    let nature = match figures.binding {
        Some(true) => writer.labels.binding,
        Some(false) => writer.labels.expected,
        None => "",
    };
    let mut pieces = vec![Piece::plain(unit)];
    if !nature.is_empty() {
        pieces.push(Piece::new(format!("  {nature}"), Tone::Quiet));
    }
    writer.out.field(label, pieces);
    label = "";
    let most = figures
        .points
        .iter()
        .filter_map(|point| point.value)
        .fold(0.0, f64::max);
    let said: Vec<(String, String)> = figures
        .points
        .iter()
        .map(|point| worded(writer, point))
        .collect();
    let first = said.iter().map(|(head, _)| room(head)).max().unwrap_or(0);
    let second = said.iter().map(|(_, value)| room(value)).max().unwrap_or(0);
    let doubts = figures.points.iter();
    let doubts = doubts.filter_map(|point| writer.doubt(point.confidence));
    let doubt = doubts.map(|doubt| doubt.width()).max().unwrap_or(0);
    let left = writer.out.room().saturating_sub(first + second + 3);
    // What is uncertain says so on its own line, unless that would leave hardly a bar.
    let beside = left.checked_sub(doubt).filter(|&left| left >= LEAST);
    let columns = beside.unwrap_or(left).min(WIDEST);
    for (point, (head, value)) in figures.points.iter().zip(&said) {
        let head_tone = if point.kind == PointKind::Actual {
            Tone::Quiet
        } else {
            Tone::Plain
        };
        let value_tone = if point.value.is_some() {
            Tone::Strong
        } else {
            Tone::Warn
        };
        let mut pieces = vec![
            Piece::new(
                format!("{head}{}", " ".repeat(first - room(head) + 1)),
                head_tone,
            ),
            Piece::new(
                format!("{}{value} ", " ".repeat(second - room(value))),
                value_tone,
            ),
        ];
        if let Some(value) = point.value
            && columns >= 4
        {
            let (reached, rest) = bar(value, most, columns, writer.style.charset.plain_signs());
            pieces.push(Piece::new(reached, Tone::Bar));
            pieces.push(Piece::new(rest, Tone::Track));
        }
        pieces.extend(writer.doubt(point.confidence));
        writer.out.field(label, pieces);
        if point.kind == PointKind::Actual {
            let note = if point.origin.is_overlay() {
                writer.labels.ours
            } else {
                writer.labels.later
            };
            let tone = if point.origin.is_overlay() {
                Tone::Ours
            } else {
                Tone::Quiet
            };
            writer.out.field("", vec![Piece::new(note, tone)]);
        }
    }
}

fn worded(writer: &Writer, point: &Point) -> (String, String) {
    let head = format!(
        "{} {}",
        point.year,
        words::point(writer.style.lang, point.kind)
    );
    (
        head,
        point
            .value
            .map_or_else(|| writer.labels.unknown.to_owned(), number),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_keep_to_their_scale() {
        assert_eq!(bar(15.0, 56.0, 16, true), ("####".into(), "-".repeat(12)));
        assert_eq!(bar(0.0, 0.0, 3, true), (String::new(), "---".into()));
        assert_eq!(bar(9.0, 3.0, 3, true), ("###".into(), String::new()));
        assert_eq!(
            (number(15.0), number(2.65), number(-0.5)),
            ("15".into(), "2.65".into(), "-0.5".into())
        );
    }
}
