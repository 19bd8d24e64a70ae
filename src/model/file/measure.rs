//! An indicator's figures, and what overlays add to them.

use std::collections::{HashMap, HashSet};
use std::iter::once;

use crate::model::{Figure, PointKind, Text};

use super::findings::{JsonPath, Path};
use super::overlay::{Key, LayeredValue};
use super::parts::{Measure, MeasureRecord, Point, PointRecord};
use super::problem::{Location, ProblemKind};
use super::resolve::Layers;
use super::values::Values;

/// How an item is measured, by all records about it.
pub(super) fn measure_of<R>(
    layers: &mut Layers<R>,
    values: &mut Values,
    (key, of): Key<R, Option<MeasureRecord>>,
) -> Option<Measure> {
    let mut unit = LayeredValue::new("measure.unit", Text::default());
    let mut binding = LayeredValue::new("measure.binding", None);
    let mut points = Points::default();
    let mut given = false;
    let base = layers.base.at.file;
    for layer in once(&mut layers.base).chain(&mut layers.over) {
        let Some(record) = of(&mut layer.record).take() else {
            continue;
        };
        let (file, outer) = (layer.at.file, layer.at.path(&layer.id));
        let path = outer.key(key);
        let MeasureRecord {
            unit: fresh_unit,
            binding: fresh_binding,
            points: fresh_points,
        } = record;
        let mut changed = !given;
        given = true;
        if let Some(text) = fresh_unit {
            let path = path.key("unit");
            let fresh = values.name(text, path, "unit");
            changed |= unit.set(values, path, fresh);
        }
        if unit.get().is_empty() {
            values
                .findings
                .add(path, ProblemKind::MissingKey { key: "unit" });
        }
        if fresh_binding.is_some() {
            changed |= binding.set(values, path.key("binding"), fresh_binding);
        }
        let list = path.key("points");
        let fresh = fresh_points.into_iter().enumerate();
        let fresh = fresh.filter_map(|(index, point)| {
            let path = list.at(index);
            let point = point_of(values, point, path);
            let is_news = file == base || points.is_news(values, &point, path);
            is_news.then_some((index, point))
        });
        let fresh: Vec<(usize, Point)> = fresh.collect();
        changed |= !fresh.is_empty();
        points.add(fresh, list);
        if changed && file != base {
            layers.changed.push(file);
        }
    }
    given.then(|| Measure {
        unit: unit.into_value(),
        binding: binding.into_value(),
        points: points.all.into(),
    })
}

fn point_of(values: &mut Values, record: PointRecord, path: Path) -> Point {
    let kind = values.need(record.kind, path, "kind");
    Point {
        year: values.year(record.year, path, "year"),
        value: record.value.map(Figure::value),
        kind: kind.unwrap_or(PointKind::Target),
        near: record.near.unwrap_or(false),
        confidence: record.confidence,
        sources: values.sources(record.sources, path.key("sources")),
        origin: path.file(),
    }
}

/// Figures of several files. Beside those of the plan overlays may give their own, but only one for a
/// year.
#[derive(Default)]
struct Points {
    all: Vec<Point>,
    known: HashSet<(Year, FigureBits)>,
    /// What overlays give for a year, and where the first of it stands; no value where they differ.
    given: HashMap<Year, (Option<FigureBits>, JsonPath)>,
}

/// The year of a figure, and of which kind it is.
type Year = (u16, PointKind);

/// A figure as bits, so that it can be looked up.
type FigureBits = Option<u64>;

fn year(point: &Point) -> Year {
    (point.year, point.kind)
}

fn value(point: &Point) -> FigureBits {
    // The two zeros are one.
    point.value.map(|value| (value + 0.0).to_bits())
}

impl Points {
    /// Whether no earlier file gives a figure of an overlay. One that another overlay gives differently
    /// is a problem.
    fn is_news(&self, values: &mut Values, point: &Point, path: Path) -> bool {
        if let Some((given, first)) = self.given.get(&year(point))
            && *given != Some(value(point))
        {
            let what = ProblemKind::Conflict {
                field: "measure.points",
                first: Location::default(),
            };
            values.findings.add_beside(path, what, Some(first.clone()));
            return false;
        }
        !self.known.contains(&(year(point), value(point)))
    }

    /// Adds figures of one record, each with its place in the list at `path`.
    fn add(&mut self, points: Vec<(usize, Point)>, path: Path) {
        for (index, point) in points {
            self.known.insert((year(&point), value(&point)));
            if point.origin.is_overlay() {
                let fresh = || (Some(value(&point)), path.at(index).place());
                let (given, _) = self.given.entry(year(&point)).or_insert_with(fresh);
                if *given != Some(value(&point)) {
                    *given = None;
                }
            }
            self.all.push(point);
        }
    }
}
