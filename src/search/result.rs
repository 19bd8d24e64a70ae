//! The verdict on an indicator, as far as the filter `result:` needs it.

use crate::model::{Item, Plan, PointKind};

/// Whether a target was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    Reached,
    Missed,
    /// No result is known, or none of a year that decides.
    Unknown,
}

/// Returns the outcome of an item that is measured against a target; `None` for any other. The last
/// result within the plan's period decides. The direction is that from the baseline to the target, up
/// where there is no baseline.
pub(super) fn outcome(plan: &Plan, item: &Item) -> Option<Outcome> {
    let measure = item.measure.as_ref()?;
    let last = |kind: PointKind, until: u16| {
        let points = measure.points.iter();
        let known = points.filter(|point| point.kind == kind && point.year <= until);
        let known = known.filter_map(|point| Some((point.year, point.value?)));
        known.max_by_key(|(year, _)| *year)
    };
    let (due, target) = last(PointKind::Target, u16::MAX)?;
    let Some((year, actual)) = last(
        PointKind::Actual,
        plan.info().period.map_or(u16::MAX, |(_, to)| to),
    ) else {
        return Some(Outcome::Unknown);
    };
    let baseline = last(PointKind::Baseline, u16::MAX);
    let down = baseline.is_some_and(|(_, baseline)| target < baseline);
    let met = if down {
        actual <= target
    } else {
        actual >= target
    };
    Some(match (met, year < due) {
        (true, _) => Outcome::Reached,
        (false, false) => Outcome::Missed,
        (false, true) => Outcome::Unknown,
    })
}
