//! Times in questions: `next month`, `december 2026`, `30 june 2027`, 12月底前, 年底.

use super::within::Within;
use crate::model::Date;
use crate::query::BETWEEN_DATES;

/// A year or a month, counted from today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Time {
    LastYear,
    ThisYear,
    NextYear,
    Today,
    LastMonth,
    ThisMonth,
    NextMonth,
    ThisWeek,
    NextWeek,
    ThisQuarter,
    NextQuarter,
    /// A quarter of this year.
    Quarter(u8),
    /// So long from today on.
    Within(Within),
}

impl Time {
    /// The time as the value of a filter.
    pub(super) fn on(self, today: Date) -> String {
        let Date { year, month, .. } = today;
        match self {
            Time::LastYear => year.saturating_sub(1).to_string(),
            Time::ThisYear => year.to_string(),
            Time::NextYear => year.saturating_add(1).to_string(),
            Time::Today => today.to_string(),
            Time::LastMonth => Date { day: 0, ..today }.before().to_string(),
            Time::ThisMonth => format!("{year}-{month:02}"),
            Time::NextMonth => next(month % 12 + 1, None, today),
            Time::ThisWeek => week(today),
            Time::NextWeek => week((0..DAYS_OF_WEEK).fold(today, |day, _| day.next_day())),
            Time::ThisQuarter => quarter(year, month.div_ceil(MONTHS_OF_QUARTER)),
            Time::NextQuarter => match month.div_ceil(MONTHS_OF_QUARTER) {
                QUARTERS => quarter(year.saturating_add(1), 1),
                this => quarter(year, this + 1),
            },
            Time::Quarter(number) => quarter(year, number),
            Time::Within(time) => time.on(today),
        }
    }
}

const DAYS_OF_WEEK: u16 = 7;
const MONTHS_OF_QUARTER: u8 = 3;
const QUARTERS: u8 = 4;

/// A quarter of a year, from 1 on, as the value of a filter.
fn quarter(year: u16, number: u8) -> String {
    let last = number * MONTHS_OF_QUARTER;
    let first = last + 1 - MONTHS_OF_QUARTER;
    format!("{year}-{first:02}{BETWEEN_DATES}{year}-{last:02}")
}

/// The week of a day, from Monday on, as the value of a filter.
fn week(day: Date) -> String {
    let monday = (0..day.weekday()).fold(day, |day, _| day.previous_day());
    let sunday = (1..DAYS_OF_WEEK).fold(monday, |day, _| day.next_day());
    format!("{monday}{BETWEEN_DATES}{sunday}")
}

/// The times at which it is this month, or this day of it, as the values of a filter; the nearest first,
/// of two the one to come.
pub(super) fn nearest(month: u8, day: Option<u8>, today: Date) -> Vec<String> {
    let months = |year: u16, month: u8| i32::from(year) * 12 + i32::from(month);
    let away = |year: &u16| {
        let away = months(*year, month) - months(today.year, today.month);
        (away.abs(), away < 0)
    };
    let mut years = [
        today.year,
        today.year.saturating_add(1),
        today.year.saturating_sub(1),
    ];
    years.sort_by_key(away);
    let day = day.map_or_else(String::new, |day| format!("-{day:02}"));
    let values = years.iter().map(|year| format!("{year}-{month:02}{day}"));
    values.collect()
}

/// The next time that it is this month, or this day of it, today's included, as the value of a filter.
pub(super) fn next(month: u8, day: Option<u8>, today: Date) -> String {
    let is_over = (month, day.unwrap_or(u8::MAX)) < (today.month, today.day);
    let year = today.year.saturating_add(u16::from(is_over));
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

/// Returns what follows the word for a day at the beginning of a Chinese text.
pub(super) fn after_day(text: &str) -> Option<&str> {
    const DAY: &[&str] = &["日之前", "日前", "日", "号之前", "号前", "号"];
    DAY.iter().find_map(|day| text.strip_prefix(day))
}

/// Returns the day of a number: `30`, `1st`.
pub(super) fn day_numbered(word: &str) -> Option<u8> {
    let ends = ["st", "nd", "rd", "th"];
    let number = ends.iter().find_map(|end| word.strip_suffix(end));
    let number = number.unwrap_or(word);
    let day = number.parse().ok().filter(|_| number.len() <= 2)?;
    (1..=31).contains(&day).then_some(day)
}

/// Returns true for the number of a year.
pub(super) fn is_year(word: &str) -> bool {
    word.len() == 4 && word.starts_with("20") && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// A day in a question, of the next such month where no year is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NamedDay {
    pub(super) year: Option<String>,
    pub(super) month: u8,
    pub(super) day: u8,
}

/// Reads the day with which words begin, and how many they are: `30 june 2027`, `june 30`, `2027 06 30`,
/// `30 06 2027`. What may be two days, `03 04 2027`, is none.
pub(super) fn calendar(words: &[String]) -> Option<(usize, NamedDay)> {
    let word = |at: usize| words.get(at).map_or("", String::as_str);
    let of = usize::from(word(1) == "of");
    let named = month_named(word(1 + of)).zip(day_numbered(word(0)));
    let named = named.map(|found| (2 + of, found));
    let other = || month_named(word(0)).zip(day_numbered(word(1)));
    if let Some((length, (month, day))) = named.or_else(|| other().map(|found| (2, found))) {
        let year = Some(word(length))
            .filter(|word| is_year(word))
            .map(str::to_owned);
        let length = length + usize::from(year.is_some());
        return Some((length, NamedDay { year, month, day }));
    }
    let number = |at| day_numbered(word(at));
    let (year, month, day) = if is_year(word(0)) {
        (word(0), number(1)?, number(2)?)
    } else if is_year(word(2)) {
        match (number(0)?, number(1)?) {
            (day, month) if day > 12 || day == month => (word(2), month, day),
            (month, day) if day > 12 => (word(2), month, day),
            _ => return None,
        }
    } else {
        return None;
    };
    let year = Some(year.to_owned());
    (month <= 12).then_some((3, NamedDay { year, month, day }))
}
