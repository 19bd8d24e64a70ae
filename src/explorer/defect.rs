//! What a defect of the program looks like: one line, on a terminal that is whole.

use std::io::{self, Write};
use std::time::Duration;

use rustix::event::PollFlags;

use crate::terminal::{is_ready, restore_at_once};

/// From now on a panic in any thread restores the terminal, prints the one line that `line` makes of
/// the place and the message, and ends the process with status 101.
pub fn on_panic(line: fn(&str, &str) -> String) {
    std::panic::set_hook(Box::new(move |info| {
        restore_at_once();
        let place = info.location().map_or_else(String::new, |at| {
            let file = at.file();
            let inner = &file[file.rfind("src/").unwrap_or(0)..];
            format!("{inner}:{}", at.line())
        });
        let text = line(&place, info.payload_as_str().unwrap_or_default());
        let text = text.replace(char::is_control, " ");
        // Standard error may be blocked as the terminal may.
        if is_ready(io::stderr(), PollFlags::OUT, Duration::from_millis(100)) {
            let _ = io::stderr().write_all(format!("{text:.300}\n").as_bytes());
        }
        signal_hook::low_level::exit(101);
    }));
}
