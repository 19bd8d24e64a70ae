//! Measured items in a row each: where it began, what was to be reached, where it stands, whether
//! that was reached.

use super::card::Entry;
use super::names::Names;
use super::text::{TextRole, TextRun};
use super::writer::Writer;
use crate::i18n::results::results;
use crate::i18n::who;
use crate::model::{
    Confidence, ItemId, Lang, Measure, Node, Outcome, Plan, PointKind, Verdict, difference,
};
use crate::search::AskedOf;

/// A measured item in a row.
#[derive(Clone, Debug, PartialEq)]
pub struct Strip {
    /// The item.
    pub item: ItemId,
    /// It as a link.
    pub title: Entry,
    /// Its heading among its kind.
    pub category: String,
    /// The baseline, as the file has it; empty where it is not known.
    pub baseline: String,
    /// The target; empty where it is not known.
    pub target: String,
    /// The last result with its unit and year; empty where there is none.
    pub latest: String,
    /// The verdict.
    pub verdict: TextRun,
    /// By how much the target was missed, behind the verdict where there is room; else empty.
    pub short: String,
    /// The last result, or else the baseline, as a share of the largest figure.
    pub reached: f64,
    /// The target as a share of the largest figure.
    pub wanted: Option<f64>,
}

impl Strip {
    /// Whether the bar ends at the baseline, because there is no later figure.
    #[must_use]
    pub fn is_baseline(&self) -> bool {
        self.latest.is_empty()
    }
}

/// The measured items of the plan, in plan order.
#[must_use]
pub fn strips(plan: &Plan, names: Names) -> Vec<Strip> {
    let writer = Writer::new(plan, names.into());
    let measured = plan.verdicts();
    measured
        .filter_map(|(id, verdict)| writer.strip(id, verdict))
        .collect()
}

/// The strip of one item; `None` for one that is not measured.
#[must_use]
pub fn strip(plan: &Plan, id: ItemId, names: Names) -> Option<Strip> {
    Writer::new(plan, names.into()).strip(id, plan.verdict(Node::Item(id))?)
}

/// How many targets were reached, missed and are without a result, each with the query that lists
/// them; none where nothing is measured.
#[must_use]
pub fn tally(plan: &Plan, lang: Lang) -> Vec<Entry> {
    let (tally, words) = (plan.tally(), results(lang));
    if tally.total() == 0 {
        return Vec::new();
    }
    let entry = |text, query: &str| Entry {
        query: Some(query.to_owned()),
        ..Entry::text(vec![TextRun::plain(text)])
    };
    vec![
        entry(words.reached_of(tally), "result:reached"),
        entry(words.missed(tally.missed), "result:missed"),
        entry(words.none(tally.none), "result:none"),
    ]
}

/// The sign of what is not sure: `~` partly confirmed, `?` unconfirmed; empty for high confidence.
#[must_use]
pub fn doubt_sign(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::High => "",
        Confidence::Medium => "~",
        Confidence::Low => "?",
    }
}

/// What the bars show, and the signs of what is not sure, as far as there are any.
#[must_use]
pub fn strips_legend(strips: &[Strip], lang: Lang) -> String {
    let mut said = results(lang).legend.to_owned();
    for confidence in [Confidence::Medium, Confidence::Low] {
        let sign = doubt_sign(confidence);
        if strips
            .iter()
            .any(|strip| strip.verdict.text.ends_with(sign))
        {
            said.extend(["  ", sign, " ", who::confidence(lang, confidence)]);
        }
    }
    said
}

/// A figure as it is written; one beyond all usual sizes with an exponent, not with hundreds of zeros.
#[must_use]
pub fn figure(value: f64) -> String {
    // Of a zero the sign says nothing.
    let value = value + 0.0;
    let usual = value == 0.0 || (1e-9..1e21).contains(&value.abs());
    if usual {
        value.to_string()
    } else {
        format!("{value:e}")
    }
}

/// A figure with its unit: "56 %", "12 × 100 million people", "12亿人".
#[must_use]
pub fn with_unit(value: f64, unit: &str) -> String {
    let first = unit.chars().next();
    let value = figure(value);
    if first.is_some_and(|first| first.is_ascii_digit()) {
        format!("{value} × {unit}")
    } else if first.is_some_and(|first| !first.is_ascii() || first == '%') {
        format!("{value}{unit}")
    } else {
        format!("{value} {unit}").trim_end().to_owned()
    }
}

/// A figure of so many signs is short enough for a list.
const FEW_DIGITS: usize = 5;
/// Figures are rounded to parts of a whole, so many.
const PARTS: f64 = 100.0;
/// Before a figure that is rounded.
const ROUNDED: char = '≈';
/// The unit of a share; the difference of two shares has another.
const PERCENT: &str = "%";
/// A product is taken to such a part of a whole: less is an error of the arithmetic.
const EXACT: f64 = 1e6;

/// A unit is written directly behind its figure, so that each figure has it: 亿人, %.
fn is_attached(unit: &str) -> bool {
    unit.starts_with(PERCENT) || unit.chars().next().is_some_and(|first| !first.is_ascii())
}

/// How much something is, with its unit where that is written directly behind the figure.
fn attached(figure: &str, unit: &str) -> String {
    let unit = if is_attached(unit) { unit } else { "" };
    format!("{figure}{unit}")
}

/// A difference, with its unit where that is written directly behind the figure.
fn difference_of(by: &str, unit: &str, lang: Lang) -> String {
    match unit {
        PERCENT => results(lang).points(by),
        // Of a share of something the difference is no such share.
        _ if unit.starts_with(PERCENT) => by.to_owned(),
        _ => attached(by, unit),
    }
}

/// The last result of a measured node beside its target, and by how much it falls short: "11.25 of 12 GB,
/// 0.75 short". `None` where one of them is not known.
#[must_use]
pub fn result_of_target(plan: &Plan, node: Node, lang: Lang) -> Option<String> {
    let measure = plan[node.item()?].measure.as_ref()?;
    let unit = measure.unit.get(lang);
    let [actual, target] = result_and_target(measure)?;
    let (words, short) = (results(lang), shortfall(plan, node, lang));
    let figure = figure(actual);
    // Of "11.25 of 12%" the unit is that of both.
    let shown = match lang {
        Lang::En if short.is_some() => figure,
        Lang::En | Lang::Zh => attached(&figure, unit),
    };
    let said = words.of_target(&shown, &with_unit(target, unit), short.is_some());
    Some(match short {
        Some(short) => said + who::who(lang).comma + &short,
        None => said,
    })
}

/// The same for a row of a list, rounded, where it falls short by how much alone: with its unit, shorter
/// without it, then in a word; where targets were asked for, the target that has no result. None of what is not
/// measured, or where neither was asked.
#[must_use]
pub fn brief_results(plan: &Plan, node: Node, asked: AskedOf, lang: Lang) -> Vec<String> {
    if asked == AskedOf::Leads {
        return Vec::new();
    }
    let measure = node.item().and_then(|id| plan[id].measure.as_ref());
    let (Some(measure), Some(verdict)) = (measure, plan.verdict(node)) else {
        return Vec::new();
    };
    let mut brief = result_and_target(measure)
        .map(|figures| brief_figures(measure, figures, short_by(plan, node), lang))
        .unwrap_or_default();
    let target = measure
        .last(PointKind::Target)
        .and_then(|point| point.value);
    if let Some(target) = target.filter(|_| asked == AskedOf::Targets && brief.is_empty()) {
        let unit = measure.unit.get(lang);
        let figures = [attached(&figure(target), unit), figure(target)];
        return figures.map(|figure| results(lang).target(&figure)).into();
    }
    let word = results(lang).outcome(verdict.outcome);
    brief.extend(Some(word).filter(|word| !word.is_empty()));
    brief
}

/// The result and the target of a measure, or by how much it falls `short`: with units, then without.
fn brief_figures(
    measure: &Measure,
    [actual, target]: [f64; 2],
    short: Option<f64>,
    lang: Lang,
) -> Vec<String> {
    let (words, unit) = (results(lang), measure.unit.get(lang));
    let Some(by) = short else {
        let shown = beside(actual, target);
        let bare = words.of_target(&shown, &figure(target), false);
        let (actual, target) = (attached(&shown, unit), with_unit(target, unit));
        let with_units = words.of_target(&actual, &target, false);
        return vec![with_units, bare];
    };
    let bare = amount(by);
    let with_unit = match in_ones(by, unit) {
        Some((by, rest)) => format!("{} {rest}", amount(by)),
        None if is_attached(unit) => difference_of(&bare, unit, lang),
        None => format!("{bare} {unit}").trim_end().to_owned(),
    };
    let all = [with_unit, bare].into_iter();
    all.map(|by| words.short_by(&by)).collect()
}

/// A figure in a unit that begins with a number, as a figure of what is counted: of 0.75 × "100 million
/// people", 75 "million people".
fn in_ones(by: f64, unit: &str) -> Option<(f64, &str)> {
    let (number, rest) = unit.split_once(' ')?;
    let number: f64 = number.replace(',', "").parse().ok()?;
    let counts = rest.starts_with(|first: char| first.is_alphabetic());
    counts.then_some(((by * number * EXACT).round() / EXACT, rest))
}

/// By how much, rounded.
fn amount(by: f64) -> String {
    match rounded(by) {
        None => figure(by),
        Some(by) if by > 0.0 => format!("{ROUNDED}{by}"),
        Some(_) => format!("<{}", 1.0 / PARTS),
    }
}

/// The last result and the last target.
fn result_and_target(measure: &Measure) -> Option<[f64; 2]> {
    let known = |kind| measure.last(kind).and_then(|point| point.value);
    Some([known(PointKind::Actual)?, known(PointKind::Target)?])
}

/// By how much a target was missed: "0.75 short"; none where it was not.
fn shortfall(plan: &Plan, node: Node, lang: Lang) -> Option<String> {
    let by = short_by(plan, node)?;
    let unit = plan[node.item()?].measure.as_ref()?.unit.get(lang);
    Some(results(lang).short_by(&difference_of(&figure(by), unit, lang)))
}

/// The same as a number.
fn short_by(plan: &Plan, node: Node) -> Option<f64> {
    let [actual, target] = result_and_target(plan[node.item()?].measure.as_ref()?)?;
    let is_missed = plan.verdict(node)?.outcome == Outcome::Missed && actual < target;
    is_missed.then(|| difference(target, actual))
}

/// A figure of few digits, with a sign where it is rounded. What is not the figure beside it never rounds
/// to that or beyond.
fn beside(value: f64, other: f64) -> String {
    let Some(nearest) = rounded(value) else {
        return figure(value);
    };
    let shown = if value < other && nearest >= other {
        (value * PARTS).floor() / PARTS
    } else if value > other && nearest <= other {
        (value * PARTS).ceil() / PARTS
    } else {
        nearest
    };
    format!("{ROUNDED}{}", figure(shown))
}

/// A figure of many digits, rounded; none where that changes nothing.
fn rounded(value: f64) -> Option<f64> {
    let near = (value * PARTS).round() / PARTS;
    let is_long = figure(value).len() > FEW_DIGITS && value.fract() != 0.0;
    (is_long && figure(near) != figure(value)).then_some(near)
}

impl Writer<'_> {
    fn strip(&self, id: ItemId, verdict: Verdict) -> Option<Strip> {
        let item = &self.plan[id];
        let measure = item.measure.as_ref()?;
        let known = |kind| measure.last(kind).and_then(|point| point.value);
        let figure = |kind| known(kind).map_or_else(String::new, self::figure);
        let unit = measure.unit.get(self.lang());
        let latest = measure.last(PointKind::Actual).and_then(|point| {
            let value = with_unit(point.value?, unit);
            Some(value + &who::aside(self.lang(), &point.year.to_string()))
        });
        let short = shortfall(self.plan, Node::Item(id), self.lang());
        let short = short.map(|short| who::who(self.lang()).comma.to_owned() + &short);
        let most = most(measure);
        let share = |value: f64| if most > 0.0 { value / most } else { 0.0 };
        let reached = known(PointKind::Actual).or_else(|| known(PointKind::Baseline));
        Some(Strip {
            item: id,
            title: self.link(Node::Item(id)),
            category: item.category.get(self.lang()).to_owned(),
            baseline: figure(PointKind::Baseline),
            target: figure(PointKind::Target),
            latest: latest.unwrap_or_default(),
            verdict: self.verdict_run(verdict),
            short: short.unwrap_or_default(),
            reached: reached.map_or(0.0, share),
            wanted: known(PointKind::Target).map(share),
        })
    }

    /// A verdict in a few words, with a sign where its figures are not sure.
    pub(super) fn verdict_run(&self, verdict: Verdict) -> TextRun {
        let role = match verdict.outcome {
            Outcome::None => TextRole::Quiet,
            Outcome::Reached | Outcome::Early | Outcome::Near | Outcome::Missed => TextRole::Name,
        };
        let text = results(self.lang()).short_of(verdict);
        let sign = doubt_sign(verdict.confidence);
        TextRun::new(format!("{text} {sign}").trim_end(), role)
    }
}

/// The largest figure of a measure.
pub(super) fn most(measure: &Measure) -> f64 {
    let values = measure.points.iter().filter_map(|point| point.value);
    values.fold(0.0, f64::max)
}
