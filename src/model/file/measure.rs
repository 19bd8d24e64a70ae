//! An indicator's figures, and what overlays add to them.

use std::collections::{HashMap, HashSet};
use std::iter::once;

use crate::model::{Figure, PointKind, Text};

use super::findings::{At, JsonPath, Path};
use super::overlay::{Field, Key};
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
    let mut unit = Field::new("measure.unit", Text::default());
    let mut binding = Field::new("measure.binding", None);
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
        let fresh: Vec<Point> = fresh
            .map(|(index, point)| point_of(values, point, list.at(index)))
            .collect();
        if file == base {
            points.bring(fresh, layer.at);
        } else {
            changed |= points.extend(values, fresh, layer.at, list);
        }
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

/// Figures of several files.
#[derive(Default)]
struct Points {
    all: Vec<Point>,
    /// The record and the place in it of each.
    stand: Vec<(At, usize)>,
    /// What the files so far say of each year; counted when there is something to compare with.
    known: Option<HashMap<(u16, PointKind), Known>>,
}

#[derive(Default)]
struct Known {
    /// All figures.
    values: HashSet<Value>,
    /// Those of overlays.
    overlays: HashSet<Value>,
    /// Where the first of these stands.
    first: Option<(At, usize)>,
}

/// A figure as bits, so that it can be looked up.
type Value = Option<u64>;

fn value(point: &Point) -> Value {
    // The two zeros are one.
    point.value.map(|value| (value + 0.0).to_bits())
}

impl Known {
    fn note(&mut self, point: &Point, stands: (At, usize)) {
        self.values.insert(value(point));
        if point.origin.is_overlay() {
            self.overlays.insert(value(point));
            self.first.get_or_insert(stands);
        }
    }
}

impl Points {
    /// Adds the figures of the record that brings the item.
    fn bring(&mut self, points: Vec<Point>, at: At) {
        self.stand = (0..points.len()).map(|index| (at, index)).collect();
        self.all = points;
    }

    /// Adds the figures that are not there yet. Two overlays that give different ones for a year are
    /// a problem; what the plan itself gives stands beside theirs. Whether there was one to add.
    fn extend(&mut self, values: &mut Values, points: Vec<Point>, at: At, list: Path) -> bool {
        let known = self.known.get_or_insert_with(|| {
            let mut known: HashMap<_, Known> = HashMap::new();
            for (point, stands) in self.all.iter().zip(&self.stand) {
                let year = known.entry((point.year, point.kind)).or_default();
                year.note(point, *stands);
            }
            known
        });
        let before = self.all.len();
        for (index, point) in points.into_iter().enumerate() {
            let year = known.get(&(point.year, point.kind));
            let differs = |other: &Value| *other != value(&point);
            if let Some(year) = year.filter(|year| year.overlays.iter().any(differs)) {
                let what = ProblemKind::Conflict {
                    field: "measure.points",
                    first: Location::default(),
                };
                let first = year.first.map(|(at, index)| place(at, index));
                values.findings.add_beside(list.at(index), what, first);
            } else if year.is_none_or(|year| !year.values.contains(&value(&point))) {
                self.all.push(point);
                self.stand.push((at, index));
            }
        }
        let fresh = self.all.iter().zip(&self.stand).skip(before);
        for (point, stands) in fresh {
            let year = known.entry((point.year, point.kind)).or_default();
            year.note(point, *stands);
        }
        self.all.len() > before
    }
}

fn place(at: At, index: usize) -> JsonPath {
    let record = at.path("");
    record.key("measure").key("points").at(index).place()
}
