//! The small plan of the tests, with kinds of its own, and how plans are tried.

use plan::model::{Input, Plan, Problem, load};

/// The small plan.
pub const SMALL: &str = include_str!("plan.json");

/// The same as a file.
pub const FILE: Input = Input {
    name: "plan.json",
    bytes: SMALL.as_bytes(),
};

/// Loads the small plan with a file laid over it.
pub fn under(name: &str, bytes: &[u8]) -> Result<Plan, Vec<Problem>> {
    load(FILE, &[Input { name, bytes }])
}

/// Loads a plan with overlays called `o1.json` and so on; what is wrong, a line each.
pub fn attempt(plan: &[u8], overlays: &[&str]) -> Result<Plan, Vec<String>> {
    let names: Vec<String> = (1..=overlays.len()).map(|n| format!("o{n}.json")).collect();
    let overlays: Vec<Input> = names
        .iter()
        .zip(overlays)
        .map(|(name, text)| Input {
            name,
            bytes: text.as_bytes(),
        })
        .collect();
    load(
        Input {
            name: "p.json",
            bytes: plan,
        },
        &overlays,
    )
    .map_err(|problems| problems.iter().map(ToString::to_string).collect())
}
