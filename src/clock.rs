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

/// The time zone of a name as `TZ` has it, `EST5EDT` or a path; of this machine without one. `None` if
/// there is none such.
#[must_use]
pub fn zone(named: Option<&str>) -> Option<TimeZone> {
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

/// The day of a time in a time zone, at Greenwich without one; `None` before 1970.
#[must_use]
pub fn day_in(zone: Option<&TimeZone>, now: SystemTime) -> Option<Date> {
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
