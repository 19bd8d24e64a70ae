//! What day it is: here, and as a clock at Greenwich shows it.

use std::sync::LazyLock;
use std::time::{SystemTime, UNIX_EPOCH};

use tz::{DateTime, TimeZone, UtcDateTime};

use crate::model::Date;

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

/// Today, where the reader is; at Greenwich if no time zone is known.
#[must_use]
pub fn today() -> Option<Date> {
    day_in(HERE.as_ref(), SystemTime::now())
}

/// Today for a kiosk, which reads no file and no variable of its clients: at Greenwich.
#[must_use]
pub fn today_in_kiosk() -> Option<Date> {
    day_in(None, SystemTime::now())
}

/// The day of a time in a time zone.
fn day_in(zone: Option<&TimeZone>, now: SystemTime) -> Option<Date> {
    let here = zone.and_then(|zone| DateTime::from_timespec(seconds(now)?, 0, zone.as_ref()).ok());
    let here = here.map(|here| (here.year(), here.month(), here.month_day()));
    let (year, month, day) = here.or_else(|| {
        let there = at_greenwich(now)?;
        Some((there.year(), there.month(), there.month_day()))
    })?;
    let year = u16::try_from(year).ok()?;
    Some(Date { year, month, day })
}

/// A time as logs write it: `2026-11-24T05:06:07Z`.
#[must_use]
pub fn stamp(now: SystemTime) -> Option<String> {
    let time = at_greenwich(now)?.to_string();
    Some(format!("{}Z", time.split('.').next()?))
}

fn at_greenwich(now: SystemTime) -> Option<UtcDateTime> {
    UtcDateTime::from_timespec(seconds(now)?, 0).ok()
}

/// Seconds since 1970.
fn seconds(now: SystemTime) -> Option<i64> {
    let since = now.duration_since(UNIX_EPOCH).ok()?;
    i64::try_from(since.as_secs()).ok()
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
            assert_eq!(day_in(None, now), Date::parse(date));
        }
        let late = UNIX_EPOCH + Duration::from_secs(1_735_689_599);
        assert_eq!(stamp(late).as_deref(), Some("2024-12-31T23:59:59Z"));
    }

    #[test]
    fn the_day_is_that_of_the_time_zone() {
        let noon = UNIX_EPOCH + Duration::from_hours(482_148);
        for (zone, date) in [
            ("AAA24", "2024-12-31"),
            ("AAA-24", "2025-01-02"),
            ("AAA12:01", "2024-12-31"),
            ("AAA-11:59", "2025-01-01"),
            ("EST5EDT,M3.2.0,M11.1.0", "2025-01-01"),
            ("no zone", "2025-01-01"),
            ("Nonsense", "2025-01-01"),
            (":/nonexistent", "2025-01-01"),
            ("../../etc/passwd", "2025-01-01"),
            ("AAA-9999999999", "2025-01-01"),
        ] {
            let zone = super::zone(Some(zone));
            assert_eq!(day_in(zone.as_ref(), noon), Date::parse(date), "{zone:?}");
        }
    }
}
