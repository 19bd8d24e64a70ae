//! What day it is, and when a session is warned that nobody uses.

use std::time::{Duration, UNIX_EPOCH};

use plan::clock::{day_in, stamp, zone};
use plan::explorer::warned_after;
use plan::model::Date;

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
    for (name, date) in [
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
        let there = zone(Some(name));
        assert_eq!(day_in(there.as_ref(), noon), Date::parse(date), "{name}");
    }
}

#[test]
fn an_idle_session_is_warned_a_minute_before_its_end() {
    let minutes = Duration::from_mins;
    assert_eq!(warned_after(minutes(30)), minutes(29));
    assert_eq!(warned_after(minutes(2)), minutes(1));
    // There is time to answer, however short it is.
    assert_eq!(warned_after(minutes(1)), Duration::from_secs(30));
}
