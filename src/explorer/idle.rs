//! The end of a session that nobody uses.

use std::time::{Duration, Instant};

/// How long before its end an idle session is warned.
const WARNING: Duration = Duration::from_mins(1);

/// Measures the time without a key.
pub(super) struct IdleClock {
    idle: Option<Duration>,
    last: Instant,
    warned: bool,
}

/// What is due.
pub(super) enum Tick {
    Nothing,
    Warn,
    End,
}

impl IdleClock {
    /// A session that may be idle for so long; `None`: for ever.
    pub(super) fn new(idle: Option<Duration>) -> IdleClock {
        IdleClock {
            idle,
            last: Instant::now(),
            warned: false,
        }
    }

    /// A key was pressed.
    pub(super) fn restart(&mut self) {
        (self.last, self.warned) = (Instant::now(), false);
    }

    /// When an idle session is warned: a minute before its end, or halfway if it is shorter.
    fn warning(idle: Duration) -> Duration {
        idle.saturating_sub(WARNING.min(idle / 2))
    }

    /// How long to wait at most.
    pub(super) fn time(&self) -> Option<Duration> {
        let idle = self.idle?;
        let until = if self.warned {
            idle
        } else {
            IdleClock::warning(idle)
        };
        Some(until.saturating_sub(self.last.elapsed()))
    }

    /// What is due now; a warning only once.
    pub(super) fn tick(&mut self) -> Tick {
        let (Some(idle), elapsed) = (self.idle, self.last.elapsed()) else {
            return Tick::Nothing;
        };
        if elapsed >= idle {
            Tick::End
        } else if !self.warned && elapsed >= IdleClock::warning(idle) {
            self.warned = true;
            Tick::Warn
        } else {
            Tick::Nothing
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_idle_session_is_warned_a_minute_before_its_end() {
        let minutes = Duration::from_mins;
        assert_eq!(IdleClock::warning(minutes(30)), minutes(29));
        assert_eq!(IdleClock::warning(minutes(2)), minutes(1));
        // There is time to answer, however short it is.
        assert_eq!(IdleClock::warning(minutes(1)), Duration::from_secs(30));
    }
}
