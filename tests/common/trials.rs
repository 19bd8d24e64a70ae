//! Tests that need a program which not every machine has: without it they are shown as ignored, and
//! their names say why. `PLAN_TEST_ALL=1` makes that a failure, so that nobody skips them unseen.

use std::path::Path;
use std::process::ExitCode;

use libtest_mimic::{Arguments, Trial};

/// A name and what it does.
pub type Test = (&'static str, fn());

/// Runs the tests of each program that is there.
pub fn run(programs: &[(&str, &[Test])]) -> ExitCode {
    let must = std::env::var_os("PLAN_TEST_ALL").is_some();
    let trials = programs.iter().flat_map(|(program, tests)| {
        let there = Path::new(program).exists();
        tests.iter().map(move |&(name, test)| {
            let name = if there {
                name.to_owned()
            } else {
                format!("{name} (there is no {program})")
            };
            let program = (*program).to_owned();
            let trial = Trial::test(name, move || {
                if !Path::new(&program).exists() {
                    return Err(format!("{program} is missing").into());
                }
                test();
                Ok(())
            });
            trial.with_ignored_flag(!there && !must)
        })
    });
    libtest_mimic::run(&Arguments::from_args(), trials.collect()).exit_code()
}
