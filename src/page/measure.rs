//! The figures of a measure: a line for each, with a bar on the measure's own scale.

use super::wrap::width;
use super::writer::PageWriter;
use crate::describe::{Content, Entry, Section, TextRole, TextRun};
use crate::i18n::results::results;

/// The widest bar, in columns.
const WIDEST: usize = 40;
/// The narrowest bar that leaves room for more on its line.
const LEAST: usize = 12;
/// So many figures at most have a bar each where there is only room for short ones.
const FEW: usize = 3;

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

/// A bar of `columns` from zero to the largest figure: filled up to `reached`, a tick at `wanted`.
/// Both are shares of that figure. However close, what is short of the tick never touches it. A bar
/// that ends at a `baseline` is drawn fainter.
#[must_use]
pub fn ticked(
    reached: f64,
    wanted: Option<f64>,
    columns: usize,
    baseline: bool,
    ascii: bool,
) -> Vec<TextRun> {
    let cells_of = |share| bar(share, 1.0, columns, ascii).0.chars().count();
    let tick = wanted.map(|wanted| (wanted, cells_of(wanted).min(columns.saturating_sub(1))));
    let mut filled = cells_of(reached);
    if let Some((wanted, at)) = tick
        && reached < wanted
    {
        filled = filled.min(at.saturating_sub(1));
    }
    let (full, rest) = match (baseline, ascii) {
        (true, true) => ('=', '-'),
        (true, false) => ('░', '─'),
        (false, true) => ('#', '-'),
        (false, false) => ('█', '─'),
    };
    let mut cells = vec![(full, TextRole::Bar); filled];
    cells.resize(columns.max(filled), (rest, TextRole::Track));
    if let Some((_, at)) = tick
        && let Some(cell) = cells.get_mut(at)
    {
        *cell = (if ascii { '|' } else { '┃' }, TextRole::Name);
    }
    let runs = cells.chunk_by(|one, other| one.1 == other.1);
    let run = |cells: &[(char, TextRole)]| {
        let role = cells.first().map_or(TextRole::Track, |cell| cell.1);
        TextRun::new(cells.iter().map(|cell| cell.0).collect::<String>(), role)
    };
    runs.map(run).collect()
}

/// Adds a measure's unit and figures to a page.
pub(super) fn measure(writer: &mut PageWriter, section: &Section) {
    let lang = writer.style.lang;
    let figures = || {
        section
            .entries
            .iter()
            .filter_map(|entry| match &entry.content {
                Content::Figure { head, value, .. } => Some((entry, head, value)),
                Content::Text(_) | Content::Node { .. } => None,
            })
    };
    let widest = |widths: &mut dyn Iterator<Item = usize>| widths.max().unwrap_or(0);
    let first = widest(&mut figures().map(|(_, head, _)| width(&head.text)));
    let second = widest(&mut figures().map(|(_, _, value)| width(&value.text)));
    let aside = widest(&mut section.entries.iter().map(|entry| {
        let asides = entry.asides(lang);
        asides.iter().map(|run| width(&run.text)).sum()
    }));
    let left = writer.out.room().saturating_sub(first + second + 3);
    // What is to be said of a figure stands beside its bar, unless that would leave hardly one.
    let beside = left.checked_sub(aside).filter(|&left| left >= LEAST);
    let columns = beside.unwrap_or(left).min(WIDEST);
    // Many short bars look alike: then one as long as the line shows the latest figure.
    let is_one = columns < LEAST && figures().count() > FEW;
    // What holds of several figures is said once below them.
    let mut said = figures().filter_map(|(entry, head, _)| {
        let asides = entry.asides(lang);
        (!asides.is_empty()).then_some((head, asides))
    });
    let shared = said.next().zip(said.next_back());
    let same = said.all(|(_, asides)| shared.as_ref().is_some_and(|((_, one), _)| *one == asides));
    let shared = shared.filter(|((_, one), (_, other))| is_one && same && one == other);
    let shared = shared.and_then(|((from, asides), (to, _))| {
        let ((from, what), (to, other)) = (year_and_kind(from), year_and_kind(to));
        let of_kind = |entry: &Entry, head: &TextRun| {
            let (_, kind) = year_and_kind(head);
            (kind == what) != entry.asides(lang).is_empty()
        };
        let all = figures().all(|(entry, head, _)| of_kind(entry, head));
        (all && what == other).then(|| (results(lang).figures(from, to, what), asides))
    });
    let mut label = section.label.as_str();
    for entry in &section.entries {
        let label = std::mem::take(&mut label);
        let Content::Figure {
            head,
            value,
            share,
            wanted,
            ..
        } = &entry.content
        else {
            let runs = writer.runs(entry);
            writer.out.field(label, runs);
            continue;
        };
        let blank = |columns: usize| " ".repeat(columns);
        let after = blank(first - width(&head.text) + 1);
        let before = blank(second - width(&value.text));
        let mut runs = vec![
            head.clone(),
            TextRun::plain(after),
            TextRun::new(format!("{before}{} ", value.text), value.role),
        ];
        if let Some(share) = *share
            && columns >= 4
            && !is_one
        {
            let ascii = writer.style.charset.plain_signs();
            runs.extend(ticked(share, *wanted, columns, false, ascii));
        }
        if shared.is_none() {
            runs.extend(entry.asides(lang));
        }
        writer.out.field(label, runs);
    }
    if let Some((figures, asides)) = shared {
        let mut runs = vec![TextRun::plain(figures)];
        runs.extend(asides);
        writer.below(&runs);
    }
    let latest = section.entries.iter().rev().find_map(|entry| {
        let Content::Figure { share, wanted, .. } = &entry.content else {
            return None;
        };
        // The target's own figure reaches its tick by itself.
        share
            .filter(|_| share != wanted)
            .map(|share| (share, *wanted))
    });
    if let Some((share, wanted)) = latest.filter(|_| is_one) {
        let room = writer.out.room().min(WIDEST);
        let ascii = writer.style.charset.plain_signs();
        writer.below(&ticked(share, wanted, room, false, ascii));
        let legend = writer.style.charset.fit(results(lang).legend).into_owned();
        writer.below(&[TextRun::new(legend, TextRole::Quiet)]);
    }
}

/// The year and the kind of a figure, which its head names: "2021 actual".
fn year_and_kind(head: &TextRun) -> (&str, &str) {
    head.text.split_once(' ').unwrap_or((&head.text, ""))
}
