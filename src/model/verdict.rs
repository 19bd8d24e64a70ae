//! Was it reached? The verdict on an item's measure, computed from its figures alone.

use serde::Serialize;

use super::item::ItemId;
use super::value::{Confidence, PointKind};
use super::{Item, Measure, Point};
use super::{Node, Plan};

/// What became of a target figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    /// Reached in the target's year.
    Reached,
    /// Reached before the target's year, and not lost again.
    Early,
    /// A near measure, not the one of the target, reached its value.
    Near,
    /// Not reached by the target's year.
    Missed,
    /// No result found that decides it.
    None,
}

impl Outcome {
    /// Whether it counts as reached; a near measure does, and has to say so.
    #[must_use]
    pub fn is_reached(self) -> bool {
        match self {
            Outcome::Reached | Outcome::Early | Outcome::Near => true,
            Outcome::Missed | Outcome::None => false,
        }
    }
}

/// What became of an item's target figure, and what that rests on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Verdict {
    /// What became of it.
    pub outcome: Outcome,
    /// The year of the result that decides; of an early one, the first year known to reach it.
    pub year: Option<u16>,
    /// How sure the figures are that decide: the least sure of them.
    pub confidence: Confidence,
}

const UNDECIDED: Verdict = Verdict {
    outcome: Outcome::None,
    year: None,
    confidence: Confidence::High,
};

impl Measure {
    /// The last figure of a sort that is known: of the latest year, there the last in the file.
    #[must_use]
    pub fn last(&self, kind: PointKind) -> Option<&Point> {
        let known = self.points.iter();
        known
            .filter(|point| point.kind == kind && point.value.is_some())
            .max_by_key(|point| point.year)
    }
}

/// The verdict on an item that is measured; `None` for one that is not.
///
/// The target is the last target figure. It is to be exceeded unless the baseline lies above it. Only
/// results up to the target's year count, and neither results nor targets of low confidence. The last
/// result decides:
/// it reaches the target (*early* if it and all results since an earlier year do), or it is of the
/// target's year and does not (*missed*). One that falls short before the target's year decides
/// nothing. Results of a near measure are asked only where the others decide nothing, and only a
/// reached value counts (*near*).
#[must_use]
pub fn verdict(item: &Item) -> Option<Verdict> {
    let measure = item.measure.as_ref()?;
    Some(decided(item, measure).unwrap_or(UNDECIDED))
}

fn decided(item: &Item, measure: &Measure) -> Option<Verdict> {
    let sure = |point: &Point| point.confidence.unwrap_or(item.confidence);
    let target = measure.last(PointKind::Target)?;
    let wanted = target.value?;
    if sure(target) == Confidence::Low {
        return None;
    }
    let baseline = measure
        .last(PointKind::Baseline)
        .and_then(|base| base.value);
    let down = baseline.is_some_and(|base| base > wanted);
    let reaches = |point: &Point| {
        let value = point.value.unwrap_or(f64::NAN);
        if down {
            value <= wanted
        } else {
            value >= wanted
        }
    };
    let results = |near: bool| {
        let all = measure.points.iter().filter(move |point| {
            point.kind == PointKind::Actual
                && point.near == near
                && point.value.is_some()
                && point.year <= target.year
                && sure(point) != Confidence::Low
        });
        let mut all: Vec<&Point> = all.collect();
        all.sort_by_key(|point| std::cmp::Reverse(point.year));
        all
    };
    let verdict = |outcome, point: &Point| Verdict {
        outcome,
        year: Some(point.year),
        confidence: sure(target).max(sure(point)),
    };
    let exact = results(false);
    // The results that reach it, from the last one back to the first that has not been lost again.
    let first = exact.iter().take_while(|point| reaches(point)).last();
    match (first, exact.first()) {
        (Some(first), _) if first.year < target.year => Some(verdict(Outcome::Early, first)),
        (Some(first), _) => Some(verdict(Outcome::Reached, first)),
        (None, Some(last)) if last.year == target.year => Some(verdict(Outcome::Missed, last)),
        (None, _) => {
            let near = results(true);
            let last = near.first().filter(|point| reaches(point))?;
            Some(verdict(Outcome::Near, last))
        }
    }
}

/// Verdicts of a plan by their number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Reached, near measures among them.
    pub reached: usize,
    /// Near measures among the reached.
    pub near: usize,
    /// Not reached.
    pub missed: usize,
    /// Without a result that decides.
    pub none: usize,
}

impl Tally {
    /// All items that are measured.
    #[must_use]
    pub fn total(self) -> usize {
        self.reached + self.missed + self.none
    }
}

impl Plan {
    /// The items that are measured, each with its verdict, in plan order.
    pub fn verdicts(&self) -> impl Iterator<Item = (ItemId, Verdict)> {
        self.items()
            .filter_map(|(id, item)| Some((id, verdict(item)?)))
    }

    /// How many verdicts of each sort there are.
    #[must_use]
    pub fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        for (_, Verdict { outcome, .. }) in self.verdicts() {
            match outcome {
                Outcome::Reached | Outcome::Early => tally.reached += 1,
                Outcome::Near => {
                    tally.reached += 1;
                    tally.near += 1;
                }
                Outcome::Missed => tally.missed += 1,
                Outcome::None => tally.none += 1,
            }
        }
        tally
    }

    /// The verdict on a node; `None` for one that is not measured.
    #[must_use]
    pub fn verdict(&self, node: Node) -> Option<Verdict> {
        verdict(&self[node.item()?])
    }
}
