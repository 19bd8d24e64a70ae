//! `plan`: connects the command line to its answer, or to the explorer.

use std::process::ExitCode;

use plan::cli::{self, Asked};

fn main() -> ExitCode {
    let env = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    match cli::begin(std::env::args_os().collect(), &env) {
        Asked::Done(status) => status.into(),
        Asked::Explore(_) => ExitCode::from(2),
    }
}
