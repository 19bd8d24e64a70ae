//! The shipped plan without the blanks that make it easy to read: every session has the text in memory.

use std::fs;
use std::path::Path;

/// The shipped plan.
const PLAN: &str = "data/plan.json";

/// Writes the shipped plan to `out`.
pub fn make_ready(out: &Path) {
    println!("cargo:rerun-if-changed={PLAN}");
    let plan = fs::read_to_string(PLAN).expect("the plan is a part of the sources");
    let written = fs::write(out.join("plan.json"), without_blanks(&plan));
    written.expect("the folder for what is built can be written to");
}

/// A JSON text without blanks between its parts.
fn without_blanks(json: &str) -> String {
    let mut inside = false;
    let mut escaped = false;
    let keep = |c: &char| {
        match (inside, escaped, c) {
            (true, true, _) => escaped = false,
            (true, false, '\\') => escaped = true,
            (_, false, '"') => inside = !inside,
            _ => {}
        }
        inside || !c.is_ascii_whitespace()
    };
    json.chars().filter(keep).collect()
}
