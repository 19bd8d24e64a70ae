//! Times in questions: `next month`, `december 2026`, 12月底前, 年底.

use crate::model::Date;

/// A year or a month, counted from today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Time {
    LastYear,
    ThisYear,
    NextYear,
    ThisMonth,
    NextMonth,
}

impl Time {
    /// The time as the value of a filter.
    pub(super) fn on(self, today: Date) -> String {
        let Date { year, month, .. } = today;
        match self {
            Time::LastYear => year.saturating_sub(1).to_string(),
            Time::ThisYear => year.to_string(),
            Time::NextYear => year.saturating_add(1).to_string(),
            Time::ThisMonth => format!("{year}-{month:02}"),
            Time::NextMonth => next(month % 12 + 1, today),
        }
    }
}

/// The next time that it is this month, today's included, as the value of a filter.
pub(super) fn next(month: u8, today: Date) -> String {
    let year = today.year.saturating_add(u16::from(month < today.month));
    format!("{year}-{month:02}")
}

/// Returns the month of a folded name.
pub(super) fn month_named(word: &str) -> Option<u8> {
    #[rustfmt::skip]
    const MONTHS: [&str; 12] = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ];
    let at = MONTHS.iter().position(|month| *month == word)?;
    u8::try_from(at + 1).ok()
}

/// Returns the month of a number.
pub(super) fn month_numbered(word: &str) -> Option<u8> {
    let short = word.len() <= 2;
    let month = word.parse().ok().filter(|_| short)?;
    (1..=12).contains(&month).then_some(month)
}

/// Returns what follows the word for a month at the beginning of a Chinese text.
pub(super) fn after_month(text: &str) -> Option<&str> {
    const MONTH: &[&str] = &["月底前", "月底", "月末", "月份", "月前", "月内", "月"];
    MONTH.iter().find_map(|month| text.strip_prefix(month))
}
