//! Files of which the system tells nothing, as on a network file system: here every notice is refused
//! to the program.

mod common;

use std::fs;
use std::process::ExitCode;

use common::Pty;

const PLAN: &str = env!("CARGO_BIN_EXE_plan");
const STRACE: &str = "/usr/bin/strace";

fn main() -> ExitCode {
    common::trials::run(&[(STRACE, &[("files_are_polled", files_are_polled)])])
}

fn files_are_polled() {
    for call in [
        "inotify_init1:error=EMFILE",
        "inotify_add_watch:error=ENOSPC",
    ] {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let path = |name: &str| folder.path().join(name).display().to_string();
        let overlay = path("ours.json");
        fs::write(&overlay, "{\"format\": 1}").expect("it is written");
        let inject = format!("inject={call}");
        let trace = [
            "-f",
            "-qq",
            "-o",
            &path("trace"),
            "-e",
            &inject,
            PLAN,
            "--fresh",
            "--overlay",
            &overlay,
        ];
        let mut pty = Pty::start(STRACE, &trace);
        pty.shows("P1 ");
        let refused =
            || fs::read_to_string(path("trace")).is_ok_and(|text| text.contains("INJECTED"));
        pty.until("asks for notices", |_| refused());
        let name = "{\"format\": 1, \"items\": [{\"id\": \"P1\", \"aliases\": [\"ours\"]}]}";
        fs::write(&overlay, name).expect("it is written");
        pty.shows("P1: changed: ");
        pty.send("\x03");
        assert_eq!(pty.ends(), 130);
    }
}
