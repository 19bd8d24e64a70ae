//! Runs of the program as it is shipped, away from anybody's settings.

#![allow(dead_code, reason = "each test file uses its own part")]

use std::process::{Command, Stdio};

/// What a run left behind.
pub struct Ran {
    pub status: i32,
    pub out: String,
    pub err: String,
}

/// The program in an environment of its own: English, UTF-8, no settings, no home.
pub fn program(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_plan"));
    command
        .args(args)
        .env_clear()
        .env("LANG", "C.UTF-8")
        .env("HOME", "/nonexistent")
        .stdin(Stdio::null());
    command
}

pub fn ran(command: &mut Command) -> Ran {
    let output = command.output().expect("the program starts");
    let text = |bytes| String::from_utf8(bytes).expect("output is UTF-8");
    Ran {
        status: output.status.code().expect("no signal ends it"),
        out: text(output.stdout),
        err: text(output.stderr),
    }
}

/// What a command says that succeeds quietly.
#[track_caller]
pub fn out(args: &[&str]) -> String {
    let ran = ran(&mut program(args));
    assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{args:?}");
    ran.out
}
