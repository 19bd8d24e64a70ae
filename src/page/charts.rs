//! The measured items as strips: a row each where the page is wide, else two or three lines.

use super::lines::{Page, Style};
use super::measure::ticked;
use super::wrap::{truncate, width};
use super::writer::PageWriter;
use crate::describe::{Content, Strip, TextRole, TextRun, strips, strips_legend, tally};
use crate::i18n::describe::describe as labels;
use crate::i18n::results::results;
use crate::model::Plan;

/// From this many columns on, an item stands in one row.
const ONE_ROW: usize = 104;
/// The widest bar, in columns.
const WIDEST: usize = 24;
/// The narrowest bar that shows something, and the narrowest in one row.
const LEAST: usize = 6;
const LEAST_IN_ROW: usize = 8;
/// What is left of a shorter name would tell nothing.
const LEAST_NAME: usize = 14;

/// The widths of the columns.
struct Columns {
    sign: usize,
    name: usize,
    baseline: usize,
    bar: usize,
    target: usize,
    latest: usize,
    verdict: usize,
}

/// All measured items of the plan.
#[must_use]
pub fn charts(plan: &Plan, style: &Style) -> Page {
    let mut writer = PageWriter::new(plan, style);
    let words = results(style.lang);
    let strips = strips(plan, style.lang.into());
    if strips.is_empty() {
        let none = TextRun::new(words.no_measures, TextRole::Quiet);
        writer.out.line(vec![none]);
        return writer.out.finish();
    }
    let columns = columns(&strips, style);
    let mut first = vec![TextRun::new(labels(style.lang).charts, TextRole::Name)];
    for entry in tally(plan, style.lang) {
        first.push(TextRun::plain("  "));
        first.extend(writer.runs(&entry).into_iter().map(TextRun::whole));
    }
    writer.out.line(first);
    let legend = strips_legend(&strips, style.lang);
    let legend = style.charset.fit(&legend).into_owned();
    writer.out.line(vec![TextRun::new(legend, TextRole::Quiet)]);
    let one_row = style.width >= ONE_ROW;
    writer.out.line(heads(&columns, one_row, style));
    let mut category = "";
    for strip in &strips {
        if writer.out.is_full() {
            break;
        }
        if one_row && category != strip.category {
            category = &strip.category;
            let heading = TextRun::new(category, TextRole::Label);
            writer.out.line(vec![heading]);
        }
        if one_row {
            let mut row = title(strip, &columns, style);
            row.extend(scale(strip, &columns, style));
            row.push(cell(&strip.latest, columns.latest + 2, TextRole::Plain));
            push_verdict(&mut row, strip, 0, style);
            writer.out.line(row);
        } else {
            stacked(&mut writer, strip, &columns);
        }
    }
    writer.out.finish()
}

fn stacked(writer: &mut PageWriter, strip: &Strip, columns: &Columns) {
    let style = writer.style;
    let beside = columns.sign + 1 + columns.name + 2 + columns.verdict <= style.width;
    let mut first = title(strip, columns, style);
    let mut second = Vec::new();
    let indent = indent(columns, style);
    let whole = if beside {
        push_verdict(&mut first, strip, 0, style)
    } else {
        push_verdict(&mut second, strip, indent, style)
    };
    writer.out.line(first);
    if !beside {
        writer.out.hanging(indent, indent, second);
    }
    let mut below = scale(strip, columns, style);
    below.push(TextRun::plain(&strip.latest).whole());
    if !whole {
        below.push(TextRun::new(strip.short.clone(), strip.verdict.role).whole());
    }
    writer.out.hanging(indent, indent, below);
}

/// Adds the verdict to a line; where there is room, with by how much the target was missed. Gives
/// whether there was.
fn push_verdict(line: &mut Vec<TextRun>, strip: &Strip, indent: usize, style: &Style) -> bool {
    line.push(strip.verdict.clone());
    let taken: usize = line.iter().map(|run| width(&run.text)).sum();
    let has_room = indent + taken + width(&strip.short) <= style.width;
    if has_room && !strip.short.is_empty() {
        line.push(TextRun::new(strip.short.clone(), strip.verdict.role));
    }
    has_room
}

fn columns(strips: &[Strip], style: &Style) -> Columns {
    let widest = |text: &dyn Fn(&Strip) -> usize| strips.iter().map(text).max().unwrap_or(0);
    let titles = |name: bool| {
        widest(&|strip| match &strip.title.content {
            Content::Node { sign, name: text } => width(if name { &text.text } else { &sign.text }),
            Content::Text(_) | Content::Figure { .. } => 0,
        })
    };
    let [_, _, latest, _] = results(style.lang).columns.map(width);
    let mut columns = Columns {
        sign: titles(false),
        name: titles(true),
        baseline: widest(&|strip| width(&strip.baseline)),
        bar: LEAST,
        target: widest(&|strip| width(&strip.target)),
        latest: widest(&|strip| width(&strip.latest)),
        verdict: widest(&|strip| width(&strip.verdict.text)),
    };
    let left = if style.width >= ONE_ROW {
        columns.latest = columns.latest.max(latest);
        let figures = columns.sign + columns.baseline + columns.target + columns.latest + 9;
        // By how much a target was missed has room where no name is cut for it.
        let whole = widest(&|strip| width(&strip.verdict.text) + width(&strip.short));
        if figures + columns.name + LEAST_IN_ROW + whole <= style.width {
            columns.verdict = whole;
        }
        let most = style.width.saturating_sub(figures + columns.verdict);
        columns.name = columns
            .name
            .min(most.saturating_sub(LEAST_IN_ROW))
            .max(LEAST_NAME);
        most.saturating_sub(columns.name)
    } else {
        let beside = style
            .width
            .saturating_sub(columns.sign + columns.verdict + 3);
        let room = style.width.saturating_sub(columns.sign + 1);
        columns.name = if beside >= LEAST_NAME {
            columns.name.min(beside)
        } else {
            columns.name.min(room)
        };
        let used = columns.sign + columns.baseline + columns.target + 5;
        style.width.saturating_sub(used).min(style.width / 3)
    };
    columns.bar = left.clamp(LEAST, WIDEST);
    columns
}

/// Columns before the second line of a strip.
fn indent(columns: &Columns, style: &Style) -> usize {
    (columns.sign + 1).min(style.width / 8)
}

/// What stands above the columns; a word may be wider than the figures, and reach over what is on
/// their left.
fn heads(columns: &Columns, one_row: bool, style: &Style) -> Vec<TextRun> {
    let [baseline, target, latest, verdict] = results(style.lang).columns;
    let (before, verdict) = if one_row {
        (columns.sign + columns.name + 2, verdict)
    } else {
        (indent(columns, style), "")
    };
    let before = before + columns.baseline;
    let baseline = right(baseline, before);
    let beyond = width(&baseline) - before;
    let target = right(
        target,
        (columns.bar + 2 + columns.target).saturating_sub(beyond),
    );
    [
        baseline,
        target + "  ",
        padded(latest, columns.latest + 2, style),
        verdict.to_owned(),
    ]
    .map(|text| TextRun::new(text, TextRole::Quiet).whole())
    .to_vec()
}

/// The item's sign and name, in columns of their own.
fn title(strip: &Strip, columns: &Columns, style: &Style) -> Vec<TextRun> {
    let Content::Node { sign, name } = &strip.title.content else {
        return Vec::new();
    };
    let mut name = name.clone();
    let text = style.charset.fit(&name.text).into_owned();
    name.text = truncate(&text, columns.name, style.charset.plain_signs());
    let blanks = |count: usize| TextRun::plain(" ".repeat(count));
    let after = columns.name - width(&name.text).min(columns.name);
    vec![
        sign.clone(),
        blanks(columns.sign + 1 - width(&sign.text)),
        name.whole(),
        blanks(after + 1),
    ]
}

/// The baseline, the bar and the target.
fn scale(strip: &Strip, columns: &Columns, style: &Style) -> Vec<TextRun> {
    let mut runs = vec![TextRun::new(
        right(&strip.baseline, columns.baseline) + " ",
        TextRole::Quiet,
    )];
    runs.extend(
        ticked(
            strip.reached,
            strip.wanted,
            columns.bar,
            strip.is_baseline(),
            style.charset.plain_signs(),
        )
        .into_iter()
        .map(TextRun::whole),
    );
    let target = format!(" {}  ", right(&strip.target, columns.target));
    runs.push(TextRun::plain(target));
    runs
}

fn cell(text: &str, columns: usize, role: TextRole) -> TextRun {
    let blanks = " ".repeat(columns.saturating_sub(width(text)));
    TextRun::new(format!("{text}{blanks}"), role).whole()
}

fn padded(text: &str, columns: usize, style: &Style) -> String {
    let text = truncate(text, columns, style.charset.plain_signs());
    let blanks = " ".repeat(columns.saturating_sub(width(&text)));
    text + &blanks
}

fn right(text: &str, columns: usize) -> String {
    " ".repeat(columns.saturating_sub(width(text))) + text
}
