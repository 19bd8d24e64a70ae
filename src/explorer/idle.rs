//! The end of a session that nobody uses.

use std::time::{Duration, Instant};

/// How long before its end an idle session is warned.
const WARNING: Duration = Duration::from_mins(1);

/// After how long without a key a session is warned that may be idle for so long: a minute before its
/// end, or halfway if it is shorter.
#[must_use]
pub fn warned_after(idle: Duration) -> Duration {
    idle.saturating_sub(WARNING.min(idle / 2))
}

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

    /// How long to wait at most.
    pub(super) fn time(&self) -> Option<Duration> {
        let idle = self.idle?;
        let until = if self.warned {
            idle
        } else {
            warned_after(idle)
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
        } else if !self.warned && elapsed >= warned_after(idle) {
            self.warned = true;
            Tick::Warn
        } else {
            Tick::Nothing
        }
    }
}
