//! What is measured and what is to be reached: the figures of an item, and the targets of the whole
//! plan by year.

use super::card::{Content, Entry, Section, SectionKind};
use super::names::Names;
use super::strips::{figure, most, result_of_target, with_unit};
use super::text::{TextRole, TextRun, join};
use super::writer::{DescribeOptions, Writer};
use crate::i18n::results::results;
use crate::i18n::who;
use crate::model::{ItemId, Lang, Measure, Node, Outcome, Plan, Point, PointKind};

/// What the figures of a measure are drawn beside: the largest and the last target.
fn scale(measure: &Measure) -> (f64, Option<f64>) {
    let target = measure.last(PointKind::Target);
    (most(measure), target.and_then(|target| target.value))
}

/// All figures of an item in one line, its unit last; empty for an item without a measure.
#[must_use]
pub fn figures(plan: &Plan, id: ItemId, names: Names) -> String {
    let (lang, words) = (names.lang, who::who(names.lang));
    let Some(measure) = &plan[id].measure else {
        return String::new();
    };
    let writer = Writer::new(plan, names.into());
    let scale = scale(measure);
    let line = |point: &Point| {
        let mut entry = writer.point(scale, point);
        if let Content::Figure { whose, .. } = &mut entry.content {
            *whose = None;
        }
        entry.line(lang)
    };
    let lines: Vec<String> = measure.points.iter().map(line).collect();
    let line = match lines.as_slice() {
        [] => words.not_stated.to_owned(),
        lines => lines.join(words.comma),
    };
    let unit = join(&writer.runs(&measure.unit, TextRole::Plain));
    if unit.is_empty() {
        line
    } else {
        line + &who::aside(lang, &unit)
    }
}

/// What an item has to reach by a year.
#[derive(Clone, Debug, PartialEq)]
pub struct Aim {
    /// The year.
    pub year: u16,
    /// The item.
    pub item: ItemId,
    /// What is to be reached.
    pub entry: Entry,
    /// Whether it was reached; none for a target in words, which no figure decides.
    pub verdict: Option<TextRun>,
}

/// All targets and target figures of the plan, by year, then in plan order.
#[must_use]
pub fn targets(plan: &Plan, options: DescribeOptions) -> Vec<Aim> {
    let writer = Writer::new(plan, options);
    let mut aims: Vec<Aim> = plan.items().flat_map(|(id, _)| writer.aims(id)).collect();
    aims.sort_by_key(|aim| aim.year);
    aims
}

/// The targets of an item.
pub(super) fn aims_of(plan: &Plan, id: ItemId, lang: Lang) -> Vec<Aim> {
    Writer::new(plan, Names::from(lang).into()).aims(id)
}

impl Writer<'_> {
    pub(super) fn measure(&self, id: ItemId) -> Option<Section> {
        let measure = self.plan[id].measure.as_ref()?;
        let mut unit = self.runs(&measure.unit, TextRole::Plain);
        let nature = match measure.binding {
            Some(true) => self.labels.binding,
            Some(false) => self.labels.expected,
            None => "",
        };
        if !nature.is_empty() {
            unit.push(TextRun::new(format!("  {nature}"), TextRole::Quiet));
        }
        let mut entries = vec![Entry::text(unit)];
        // One axis for all years.
        let mut points: Vec<&Point> = measure.points.iter().collect();
        points.sort_by_key(|point| point.year);
        let scale = scale(measure);
        entries.extend(points.into_iter().map(|point| self.point(scale, point)));
        Some(Self::section(
            self.labels.measure,
            SectionKind::Measure,
            entries,
        ))
    }

    /// Whether the target figure was reached; `None` for an item that is not measured.
    pub(super) fn result(&self, id: ItemId) -> Option<Section> {
        let verdict = self.plan.verdict(Node::Item(id))?;
        let words = results(self.lang());
        let mut said = words.of(verdict);
        if verdict.outcome == Outcome::Missed {
            let of_target = result_of_target(self.plan, Node::Item(id), self.lang());
            let of_target = of_target.unwrap_or_default();
            said.extend([who::who(self.lang()).colon, &of_target]);
        }
        let entry = Entry {
            doubt: self.doubt(Some(verdict.confidence)),
            ..Entry::text(vec![TextRun::new(said, TextRole::Name)])
        };
        Some(Self::facts(words.label, vec![entry]))
    }

    /// The verdict in words; none for an item that is not measured.
    pub(super) fn result_runs(&self, id: ItemId) -> Vec<TextRun> {
        let verdict = self.plan.verdict(Node::Item(id)).into_iter();
        verdict.map(|verdict| self.verdict_run(verdict)).collect()
    }

    /// What an item has to reach, each with its year.
    pub(super) fn aim_runs(&self, id: ItemId) -> Vec<TextRun> {
        let line = |aim: Aim| {
            let colon = who::who(self.lang()).colon;
            TextRun::plain(format!(
                "{}{colon}{}",
                aim.year,
                aim.entry.line(self.lang())
            ))
        };
        self.aims(id).into_iter().map(line).collect()
    }

    /// A figure beside the [`scale`] of its measure.
    fn point(&self, (most, target): (f64, Option<f64>), point: &Point) -> Entry {
        let lang = self.lang();
        let share = |value: f64| if most > 0.0 { value / most } else { 0.0 };
        let is_actual = point.kind == PointKind::Actual;
        let (value, role) = match point.value {
            // Rounding would state what the file does not say: 99.999 is not 100.
            Some(value) => (figure(value), TextRole::Name),
            None => (who::who(lang).not_stated.to_owned(), TextRole::Doubt),
        };
        let head = format!("{} {}", point.year, who::point(lang, point.kind));
        let whose = match (point.origin.is_overlay(), is_actual) {
            (true, _) => Some(TextRun::new(self.labels.ours, TextRole::Ours)),
            (false, true) => Some(TextRun::new(self.labels.later, TextRole::Quiet)),
            (false, false) => None,
        };
        Entry {
            content: Content::Figure {
                head: if is_actual {
                    TextRun::new(head, TextRole::Quiet)
                } else {
                    TextRun::plain(head)
                },
                value: TextRun::new(value, role),
                share: point.value.map(share),
                wanted: target.map(share),
                whose,
            },
            doubt: self.doubt(point.confidence),
            ..Entry::default()
        }
    }

    /// The targets of an item and the target figures of its measure.
    fn aims(&self, id: ItemId) -> Vec<Aim> {
        let item = &self.plan[id];
        let aim = |year, entry| Aim {
            year,
            item: id,
            entry,
            verdict: None,
        };
        let targets = item.targets.iter();
        let mut aims: Vec<Aim> = targets
            .map(|target| aim(target.by.year, Entry::text(self.target(target))))
            .collect();
        let Some(measure) = &item.measure else {
            return aims;
        };
        let points = measure.points.iter();
        let points = points.filter(|point| point.kind == PointKind::Target);
        aims.extend(points.map(|point| {
            let unit = measure.unit.get(self.lang());
            let value = point.value.map_or_else(
                || who::who(self.lang()).not_stated.to_owned(),
                |value| with_unit(value, unit),
            );
            let runs = vec![TextRun::plain(value)];
            let entry = Entry {
                doubt: self.doubt(point.confidence),
                ..Entry::text(runs)
            };
            let is_judged = measure.last(PointKind::Target) == Some(point);
            let verdict = self.plan.verdict(Node::Item(id)).filter(|_| is_judged);
            Aim {
                verdict: verdict.map(|verdict| self.verdict_run(verdict)),
                ..aim(point.year, entry)
            }
        }));
        aims
    }
}
