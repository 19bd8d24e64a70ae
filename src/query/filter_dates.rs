//! The values of filters that are dates: a year, a month, a day, or a time from one to another.

use super::filter_values::BETWEEN_DATES;
use crate::model::{Date, half_width};

/// A time in which a date may lie: from the one to the other, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct DateRange {
    from: Date,
    to: Date,
}

impl DateRange {
    /// Parses a year, a month or a day, or two of them with two dots between, of which one may be missing;
    /// `None` while it is being typed, an error if it cannot become one.
    pub(super) fn parse(text: &str) -> Result<Option<DateRange>, ()> {
        let text: String = text.chars().map(half_width).collect();
        let (from, to) = text.split_once(BETWEEN_DATES).unwrap_or((&text, &text));
        let or = |text: &str, year| {
            let open = text.is_empty().then(|| Date::of_year(year));
            open.map_or_else(|| moment(text), |date| Ok(Some(date)))
        };
        let (from, to) = (or(from, 0)?, or(to, u16::MAX)?);
        Ok(from.zip(to).map(|(from, to)| DateRange { from, to }))
    }

    /// Returns true if a date lies in it; a month lies in a year, and a year in no month.
    pub(super) fn holds(self, date: Date) -> bool {
        let first = |date: Date| (date.year, date.month, date.day);
        first(self.from) <= first(date) && first(date) <= self.to.last_day()
    }
}

/// Parses a year, a month or a day; `None` while it is being typed, an error if it cannot become one.
fn moment(text: &str) -> Result<Option<Date>, ()> {
    let plain = text.trim_end_matches(['-', '/', '.', '年', '月', '日']);
    let parts: Vec<&str> = plain.split(['-', '/', '.', '年', '月']).collect();
    let number = |at: usize| parts.get(at).map_or(Ok(0), |part| part.parse::<u16>());
    let year = number(0).map_err(drop)?;
    let small = |at: usize| {
        number(at)
            .map_err(drop)
            .and_then(|n| u8::try_from(n).map_err(drop))
    };
    let (month, day) = (small(1)?, small(2)?);
    if parts.len() > 3 || month > 12 || day > 31 || year > 9999 {
        return Err(());
    }
    Ok((year >= 1000).then_some(Date { year, month, day }))
}
