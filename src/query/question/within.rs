//! Times to come that are counted from today: `within 3 months`, 三个月内, 未来30天.

use std::ops::Range;

use super::super::word::{chinese_number, number};
use crate::model::Date;
use crate::query::BETWEEN_DATES;

/// So many days or months from today on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Within {
    count: u16,
    unit: Unit,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Days(u16),
    Months(u16),
}

/// The longest time, in its unit: what is longer is no time that work is planned for.
const MOST: usize = 366;

/// What may stand before the number in English.
const BEGINS: &[&str] = &["within", "in", "over", "during"];
const NEXT: &[&str] = &["next", "coming", "following"];
const UNITS: &[(Unit, &[&str])] = &[
    (Unit::Days(1), &["day", "days"]),
    (Unit::Days(7), &["week", "weeks"]),
    (Unit::Months(1), &["month", "months"]),
    (Unit::Months(12), &["year", "years"]),
];

/// What stands before the number in Chinese, or behind the unit.
const BEGINS_ZH: &[&str] = &["未来", "今后", "接下来"];
const ENDS_ZH: &[&str] = &["之内", "以内", "内"];
const UNITS_ZH: &[(Unit, &[&str])] = &[
    (Unit::Days(1), &["天", "日"]),
    (Unit::Days(7), &["周", "个星期", "星期"]),
    (Unit::Months(1), &["个月"]),
    (Unit::Months(12), &["年"]),
];

impl Within {
    fn new(count: usize, unit: Unit) -> Option<Within> {
        let count = u16::try_from(count).ok()?;
        (1..=MOST)
            .contains(&usize::from(count))
            .then_some(Within { count, unit })
    }

    /// The time as the value of a filter.
    pub(super) fn on(self, today: Date) -> String {
        let last = match self.unit {
            Unit::Days(days) => (0..self.count * days).fold(today, |day, _| day.next_day()),
            Unit::Months(months) => {
                let month = Date { day: 0, ..today };
                let month = (0..self.count * months).fold(month, |month, _| month.after());
                let next = Date {
                    day: 1,
                    ..month.after()
                };
                let day = today.day.min(next.previous_day().day);
                Date { day, ..month }
            }
        };
        format!("{today}{BETWEEN_DATES}{last}")
    }
}

/// Reads such a time with which English words begin, and how many they are.
pub(super) fn english(words: &[String]) -> Option<(usize, Within)> {
    let word = |at: usize| words.get(at).map_or("", String::as_str);
    let begins = usize::from(BEGINS.contains(&word(0)));
    let article = begins + usize::from(word(begins) == "the");
    let at = article + usize::from(NEXT.contains(&word(article)));
    if begins == 0 && at == article {
        return None;
    }
    let digits = || word(at).parse().ok();
    let spelt = || number(word(at)).filter(|(_, orders)| !orders);
    let one = || ["a", "an"].contains(&word(at)).then_some(1);
    let count = digits().or_else(|| Some(spelt()?.0)).or_else(one)?;
    let (unit, _) = UNITS
        .iter()
        .find(|(_, names)| names.contains(&word(at + 1)))?;
    Some((at + 2, Within::new(count, *unit)?))
}

/// Finds such a time in a Chinese text.
pub(super) fn chinese(text: &str) -> Option<(Range<usize>, Within)> {
    let is_digit = |c: char| c.is_ascii_digit() || "一二两三四五六七八九十半".contains(c);
    let starts = text.char_indices().filter(|&(_, c)| is_digit(c));
    starts.map(|(at, _)| at).find_map(|at| {
        let (before, here) = text.split_at(at);
        // 6月30日内 is a day, 第3个月 is one month.
        if before.ends_with(|c| is_digit(c) || "月年第".contains(c)) {
            return None;
        }
        let digits = here.trim_start_matches(is_digit);
        let written = here.strip_suffix(digits)?;
        let units = UNITS_ZH
            .iter()
            .flat_map(|(unit, names)| names.iter().map(move |name| (*unit, *name)));
        let (unit, name) = units
            .into_iter()
            .find(|(_, name)| digits.starts_with(name))?;
        let (count, unit) = match (written, unit) {
            ("半", Unit::Months(12)) => (6, Unit::Months(1)),
            ("两", _) => (2, unit),
            _ => (
                written.parse().ok().or_else(|| chinese_number(written))?,
                unit,
            ),
        };
        let after = digits.strip_prefix(name)?;
        let begin = BEGINS_ZH.iter().find(|word| before.ends_with(**word));
        let end = ENDS_ZH.iter().find(|word| after.starts_with(**word));
        if begin.is_none() && end.is_none() {
            return None;
        }
        let from = at - begin.map_or(0, |word| word.len());
        let to = text.len() - after.len() + end.map_or(0, |word| word.len());
        Some((from..to, Within::new(count, unit)?))
    })
}
