//! What day it is: here, and as a clock at Greenwich shows it.

use std::sync::LazyLock;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use tz::TimeZone;

use crate::model::Date;

/// Seconds of a day.
const DAY: u64 = 86_400;

/// The time zone of this machine, or the one that the environment names.
static HERE: LazyLock<Option<TimeZone>> = LazyLock::new(|| {
    let named = std::env::var("TZ").ok().filter(|name| !name.is_empty());
    zone(named.as_deref())
});

fn zone(named: Option<&str>) -> Option<TimeZone> {
    named
        .map_or_else(TimeZone::local, TimeZone::from_posix_tz)
        .ok()
}

/// The day of a time at Greenwich.
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

/// Today, where the reader is; at Greenwich if no time zone is known.
#[must_use]
pub fn today() -> Option<Date> {
    day_in(HERE.as_ref(), SystemTime::now())
}

/// Today for a kiosk, which reads no file and no variable of its clients: at Greenwich.
#[must_use]
pub fn today_in_kiosk() -> Option<Date> {
    day(SystemTime::now())
}

/// The day of a time in a time zone.
fn day_in(zone: Option<&TimeZone>, now: SystemTime) -> Option<Date> {
    let Some(zone) = zone else {
        return day(now);
    };
    let time = i64::try_from(seconds(now)?).ok()?;
    let offset = zone
        .find_local_time_type(time)
        .map_or(0, |here| here.ut_offset());
    let local = u64::try_from(time + i64::from(offset)).ok()?;
    day(UNIX_EPOCH + Duration::from_secs(local))
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

    #[test]
    fn the_day_is_that_of_the_time_zone() {
        let noon = UNIX_EPOCH + Duration::from_secs(1_735_689_600 + 43_200);
        for (zone, date) in [
            ("AAA24", "2024-12-31"),
            ("AAA-24", "2025-01-02"),
            ("AAA12:01", "2024-12-31"),
            ("AAA-11:59", "2025-01-01"),
            ("EST5EDT,M3.2.0,M11.1.0", "2025-01-01"),
            ("no zone", "2025-01-01"),
        ] {
            let zone = super::zone(Some(zone));
            assert_eq!(day_in(zone.as_ref(), noon), Date::parse(date), "{zone:?}");
        }
    }
}
