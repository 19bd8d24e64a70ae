//! Words that bound a time: `before 2027`, `between october and december`, 10月到12月之间.

use super::time::{calendar, is_year, month_named, month_numbered};
use crate::model::Date;
use crate::query::BETWEEN_DATES;

/// On which side of a time something is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DueSide {
    Before,
    After,
    Since,
    Until,
}

/// The words of each.
const ENGLISH: &[(DueSide, &[&str])] = &[
    (DueSide::Before, &["before"]),
    (DueSide::After, &["after"]),
    (DueSide::Since, &["since"]),
    (DueSide::Until, &["until", "till"]),
];
/// What follows the month in Chinese.
const CHINESE: &[(DueSide, &[&str])] = &[
    (DueSide::Before, &["之前", "以前"]),
    (DueSide::After, &["之后", "以后", "后"]),
    (DueSide::Since, &["以来", "起", "开始"]),
];
/// Words between the two times of a span.
const TO: &[&str] = &["and", "to"];
const TO_ZH: &[&str] = &["到", "至", "和"];

/// A month or a year; without a year it is yet to be told which.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Moment {
    year: Option<u16>,
    month: u8,
    day: u8,
}

/// A bounded time, as far as it is told in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Bounded {
    first: Moment,
    kind: BoundKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum BoundKind {
    Side(DueSide),
    To(Moment),
}

impl Bounded {
    /// The time as the value of a filter, of a year if that is named apart; `None` where it would be counted from today and that is not known.
    pub(super) fn value(self, of_year: Option<&str>, today: Option<Date>) -> Option<String> {
        let of_year: Option<u16> = of_year.and_then(|year| year.parse().ok());
        let first = Moment {
            year: self.first.year.or(of_year),
            ..self.first
        };
        let this = Bounded { first, ..self };
        this.of_day(today)
    }

    fn of_day(self, today: Option<Date>) -> Option<String> {
        let year = |moment: Moment, or: u16| moment.year.unwrap_or(or);
        let date = |moment: Moment, year: u16| Date {
            year,
            month: moment.month,
            day: moment.day,
        };
        let now = today.map(|today| (today.year, today.month));
        let (this, month) = now.or_else(|| Some((self.first.year?, 0)))?;
        Some(match self.kind {
            BoundKind::To(to) => {
                let first = year(self.first, to.year.unwrap_or(this));
                let turns = to.year.is_none() && to.month < self.first.month;
                let last = year(to, first + u16::from(turns));
                let (from, to) = (date(self.first, first), date(to, last));
                format!("{from}{BETWEEN_DATES}{to}")
            }
            BoundKind::Side(side) => {
                let is_over = self.first.month < month;
                let is_to_come = self.first.month > month;
                let or = match side {
                    DueSide::Before | DueSide::Until => this + u16::from(is_over),
                    DueSide::After | DueSide::Since => this - u16::from(is_to_come && this > 0),
                };
                let date = date(self.first, year(self.first, or));
                match side {
                    DueSide::Before => format!("{BETWEEN_DATES}{}", date.before()),
                    DueSide::After => format!("{}{BETWEEN_DATES}", date.after()),
                    DueSide::Since => format!("{date}{BETWEEN_DATES}"),
                    DueSide::Until => format!("{BETWEEN_DATES}{date}"),
                }
            }
        })
    }
}

/// Reads a bounded time with which English words begin, and how many they are.
pub(super) fn english(words: &[String]) -> Option<(usize, Bounded)> {
    let word = words.first()?;
    if word == "between" || word == "from" {
        let (length, first) = moment(words.get(1..)?)?;
        let between = words.get(1 + length)?;
        TO.contains(&&**between).then_some(())?;
        let (more, to) = moment(words.get(2 + length..)?)?;
        let kind = BoundKind::To(to);
        return Some((2 + length + more, Bounded { first, kind }));
    }
    let (side, _) = ENGLISH.iter().find(|(_, known)| known.contains(&&**word))?;
    let (length, first) = moment(words.get(1..)?)?;
    let kind = BoundKind::Side(*side);
    Some((1 + length, Bounded { first, kind }))
}

/// Reads a moment with which words begin: a day, a month with or without its year, a year.
fn moment(words: &[String]) -> Option<(usize, Moment)> {
    if let Some((length, day)) = calendar(words) {
        let year = day.year.and_then(|year| year.parse().ok());
        let (month, day) = (day.month, day.day);
        return Some((length, Moment { year, month, day }));
    }
    let word = words.first()?;
    let next = words.get(1);
    if let Some(month) = month_named(word) {
        let year = next.filter(|word| is_year(word));
        let length = 1 + usize::from(year.is_some());
        let year = year.and_then(|year| year.parse().ok());
        return Some((
            length,
            Moment {
                year,
                month,
                day: 0,
            },
        ));
    }
    let year = Some(word).filter(|word| is_year(word))?.parse().ok();
    let month = next.and_then(|word| month_numbered(word));
    let length = 1 + usize::from(month.is_some());
    let month = month.unwrap_or(0);
    Some((
        length,
        Moment {
            year,
            month,
            day: 0,
        },
    ))
}

/// Reads what follows a month in a Chinese run: the side, and what is left of the run.
pub(super) fn after_month(month: u8, year: Option<&str>, run: &str) -> Option<(Bounded, usize)> {
    let sides = CHINESE
        .iter()
        .flat_map(|(side, words)| words.iter().map(move |word| (*side, word)));
    let found = sides.filter(|(_, word)| run.starts_with(**word));
    let (side, word) = found.max_by_key(|(_, word)| word.len())?;
    let year = year.and_then(|year| year.parse().ok());
    let first = Moment {
        year,
        month,
        day: 0,
    };
    let kind = BoundKind::Side(side);
    Some((Bounded { first, kind }, word.len()))
}

/// The time from one month to another.
pub(super) fn between(from: u8, to: u8, year: Option<&str>) -> Bounded {
    let year = year.and_then(|year| year.parse().ok());
    let moment = |month| Moment {
        year,
        month,
        day: 0,
    };
    Bounded {
        first: moment(from),
        kind: BoundKind::To(moment(to)),
    }
}

/// Returns true for a Chinese word between two times.
pub(super) fn is_to(word: &str) -> bool {
    TO_ZH.contains(&word)
}
