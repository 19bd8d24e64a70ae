//! What is said of a node beside its texts: dates, sources, how sure it is, and the few words that
//! the data file has for roles and what they rest on.

use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::item::DocumentId;
use super::text::Str;

/// Words of the data file, there in lower case.
macro_rules! words {
    ($(#[$meta:meta])* pub enum $name:ident as $record:literal { $($words:tt)* }) => {
        $(#[$meta])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize, Serialize, JsonSchema,
        )]
        #[serde(rename_all = "lowercase")]
        #[schemars(rename = $record)]
        pub enum $name { $($words)* }
    };
}

words! {
    // `Low` where there is no source.
    /// How well a statement is confirmed.
    #[derive(Default)]
    pub enum Confidence as "ConfidenceRecord" {
        /// Confirmed: seen in a source.
        High,
        /// Partly confirmed: seen in part, or follows closely.
        Medium,
        /// Unconfirmed, or inferred.
        #[default]
        Low,
    }
}

/// Which file a statement comes from: 0 is the plan, 1 the first overlay, and so on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Origin(pub u8);

impl Origin {
    /// It comes from an overlay: the organisation's own words.
    #[must_use]
    pub fn is_overlay(self) -> bool {
        self.0 > 0
    }
}

/// A date as exact as its source: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Date {
    /// Year, 1 to 9999.
    pub year: u16,
    /// Month 1-12; 0 where it is not given.
    pub month: u8,
    /// Day 1-31; 0 where it is not given.
    pub day: u8,
}

impl Date {
    /// Reads a date; `None` if it has another form, or if there is no such day.
    #[must_use]
    pub fn parse(text: &str) -> Option<Date> {
        let mut parts = text.split('-');
        let mut part = |digits: usize| -> Option<Option<u16>> {
            let Some(part) = parts.next() else {
                return Some(None);
            };
            let valid = part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
            valid.then(|| part.parse().ok())
        };
        let (year, month, day) = (part(4)??, part(2)?, part(2)?);
        if parts.next().is_some() {
            return None;
        }
        let part = |part: u16| u8::try_from(part).unwrap_or(0);
        Date::new(year, month.map(part), day.map(part))
    }

    /// A year, month or day; `None` if there is no such day.
    pub(super) fn new(year: u16, month: Option<u8>, day: Option<u8>) -> Option<Date> {
        let date = Date {
            year,
            month: month.unwrap_or(0),
            day: day.unwrap_or(0),
        };
        let month_fits = month.is_none_or(|month| (1..=12).contains(&month));
        let day_fits =
            day.is_none_or(|day| month.is_some() && (1..=date.days_of_month()).contains(&day));
        (month_fits && day_fits && (1..=9999).contains(&year)).then_some(date)
    }

    /// A whole year.
    #[must_use]
    pub fn of_year(year: u16) -> Date {
        Date {
            year,
            month: 0,
            day: 0,
        }
    }

    /// The day after a day.
    #[must_use]
    pub fn next_day(self) -> Date {
        let Date { year, month, day } = self;
        match (month, day) {
            _ if day < self.days_of_month() => Date {
                day: day + 1,
                ..self
            },
            (12, _) => Date {
                year: year.saturating_add(1),
                month: 1,
                day: 1,
            },
            _ => Date {
                month: month + 1,
                day: 1,
                ..self
            },
        }
    }

    /// The day before a day.
    #[must_use]
    pub fn previous_day(self) -> Date {
        let Date { year, month, day } = self;
        let last = |of: Date| Date {
            day: of.days_of_month(),
            ..of
        };
        match (month, day) {
            (_, 2..) => Date {
                day: day - 1,
                ..self
            },
            (2.., _) => last(Date {
                month: month - 1,
                ..self
            }),
            _ => Date {
                year: year.saturating_sub(1),
                month: 12,
                day: 31,
            },
        }
    }

    /// The year, the month or the day before it.
    #[must_use]
    pub fn before(self) -> Date {
        let Date { year, month, day } = self;
        match (month, day) {
            (_, 1..) => self.previous_day(),
            (2.., 0) => Date {
                month: month - 1,
                ..self
            },
            (1, 0) => Date {
                year: year.saturating_sub(1),
                month: 12,
                day: 0,
            },
            (0, 0) => Date {
                year: year.saturating_sub(1),
                ..self
            },
        }
    }

    /// The year, the month or the day after it.
    #[must_use]
    pub fn after(self) -> Date {
        let Date { year, month, day } = self;
        match (month, day) {
            (_, 1..) => self.next_day(),
            (12, 0) => Date {
                year: year.saturating_add(1),
                month: 1,
                day: 0,
            },
            (1.., 0) => Date {
                month: month + 1,
                ..self
            },
            (0, 0) => Date {
                year: year.saturating_add(1),
                ..self
            },
        }
    }

    /// The day of the week of a day, from Monday, 0, to Sunday, 6; by Sakamoto's method.
    #[must_use]
    pub fn weekday(self) -> u16 {
        const MONTHS: [u16; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
        const MONDAY: u16 = 6;
        let year = self.year - u16::from(self.month < 3 && self.year > 0);
        let month = usize::from(self.month.saturating_sub(1));
        let month = MONTHS.get(month).copied().unwrap_or(0);
        (year + year / 4 - year / 100 + year / 400 + month + u16::from(self.day) + MONDAY) % 7
    }

    fn days_of_month(self) -> u8 {
        let leap = self.year.is_multiple_of(4)
            && (!self.year.is_multiple_of(100) || self.year.is_multiple_of(400));
        match self.month {
            2 if leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        for part in [self.month, self.day] {
            if part > 0 {
                write!(f, "-{part:02}")?;
            }
        }
        Ok(())
    }
}

impl Date {
    /// It lies in a year, in a month or on a day.
    #[must_use]
    pub fn lies_in(self, time: Date) -> bool {
        let first = |date: Date| (date.year, date.month, date.day);
        first(time) <= first(self) && first(self) <= time.last_day()
    }

    /// All of it lies before `today`: June 2025 is past from the first of July on.
    #[must_use]
    pub fn is_past(self, today: Date) -> bool {
        self.last_day() < (today.year, today.month, today.day)
    }

    /// Year, month and day by which dates that are not equally exact are put in order: a month comes after
    /// its days.
    #[must_use]
    pub fn last_day(self) -> (u16, u8, u8) {
        let last = |part: u8| if part == 0 { u8::MAX } else { part };
        (self.year, last(self.month), last(self.day))
    }

    /// The key that puts what is due in order, the earliest first and what has no date last.
    #[must_use]
    pub fn urgency(due: Option<Date>) -> (u16, u8, u8) {
        due.map_or((u16::MAX, u8::MAX, u8::MAX), Date::last_day)
    }
}

/// Where a statement comes from.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Source {
    /// A document of the plan.
    Document(DocumentId),
    /// An address.
    Address(Str),
}

/// Where a statement comes from; many statements share one list.
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct Sources(Option<Arc<[Source]>>);

impl Deref for Sources {
    type Target = [Source];
    fn deref(&self) -> &[Source] {
        self.0.as_deref().unwrap_or_default()
    }
}

impl FromIterator<Source> for Sources {
    fn from_iter<T: IntoIterator<Item = Source>>(sources: T) -> Sources {
        let list: Arc<[Source]> = sources.into_iter().collect();
        Sources((!list.is_empty()).then_some(list))
    }
}

impl fmt::Debug for Sources {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(&**self).finish()
    }
}

words! {
    /// The kind of a figure.
    pub enum PointKind as "PointKindRecord" {
        /// The value at the start of the plan.
        Baseline,
        /// The value to be reached.
        Target,
        /// The actual result.
        Actual,
    }
}

words! {
    // In order of strength.
    /// The role of an organisation.
    pub enum Role as "RoleRecord" {
        /// The lead.
        Lead,
        /// Supports the lead.
        Support,
        /// The issuer.
        Issuer,
        /// The role is not stated: only an assignment may leave it out, and the file has no word for it.
        #[serde(skip)]
        Unstated,
    }
}

impl Role {
    /// All roles, the strongest first.
    pub const ALL: [Role; 4] = [Role::Lead, Role::Support, Role::Issuer, Role::Unstated];

    /// The role as a file has it; none where it is not stated.
    #[must_use]
    pub fn stated(self) -> Option<Role> {
        (self != Role::Unstated).then_some(self)
    }
}

words! {
    // In the order of the file's schema; the numbers order by strength.
    /// The basis of a responsibility.
    pub enum Basis as "BasisRecord" {
        /// The plan's own text.
        Plan = 1,
        /// A press report about the plan.
        Press = 2,
        /// A named companion document.
        Companion = 3,
        /// Inferred from the organisation's statutory remit.
        Mandate = 4,
        /// An assignment by an organisation to its own units.
        Assigned = 0,
    }
}

words! {
    /// The status of an assignment.
    pub enum Status as "StatusRecord" {
        /// In progress.
        Open,
        /// Done.
        Done,
        /// Late.
        Late,
        /// Dropped.
        Dropped,
    }
}
