//! What day it is, as a clock at Greenwich shows it.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::model::Date;

/// Seconds of a day.
const DAY: u64 = 86_400;

/// The day of a time.
#[must_use]
pub fn day(now: SystemTime) -> Option<Date> {
    let days = i64::try_from(seconds(now)? / DAY).ok()?;
    // Years that begin in March have their leap day last.
    let since_march_0 = days + 719_468;
    let era = since_march_0.div_euclid(146_097);
    let day_of_era = since_march_0.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month + 2) / 5 + 1;
    let (month, later) = if month < 10 {
        (month + 3, 0)
    } else {
        (month - 9, 1)
    };
    let year = year_of_era + era * 400 + later;
    Date::parse(&format!("{year:04}-{month:02}-{day:02}"))
}

/// Today.
#[must_use]
pub fn today() -> Option<Date> {
    day(SystemTime::now())
}

/// A time as logs write it: `2026-11-24T05:06:07Z`.
#[must_use]
pub fn stamp(now: SystemTime) -> Option<String> {
    let Date { year, month, day } = day(now)?;
    let rest = seconds(now)? % DAY;
    let (hour, minute, second) = (rest / 3600, rest / 60 % 60, rest % 60);
    Some(format!(
        "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z"
    ))
}

fn seconds(now: SystemTime) -> Option<u64> {
    now.duration_since(UNIX_EPOCH)
        .ok()
        .map(|since| since.as_secs())
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn the_calendar_is_right() {
        for (seconds, date) in [
            (0, "1970-01-01"),
            (951_782_399, "2000-02-28"),
            (951_782_400, "2000-02-29"),
            (1_735_689_599, "2024-12-31"),
            (1_735_689_600, "2025-01-01"),
            (4_107_542_400, "2100-03-01"),
        ] {
            let now = UNIX_EPOCH + Duration::from_secs(seconds);
            assert_eq!(day(now), Date::parse(date));
        }
        let late = UNIX_EPOCH + Duration::from_secs(1_735_689_599);
        assert_eq!(stamp(late).as_deref(), Some("2024-12-31T23:59:59Z"));
    }
}
