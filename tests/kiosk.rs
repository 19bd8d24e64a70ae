//! What a kiosk session does to the machine: nothing. Every system call that names a file, makes a
//! process or uses a network is looked at, while somebody opens every view.

mod common;

use std::collections::BTreeSet;
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use common::{LIMIT, Pty};

fn main() -> ExitCode {
    common::trials::run(&[(
        "/usr/bin/strace",
        &[(
            "a_kiosk_reads_its_plan_and_touches_nothing_else",
            a_kiosk_reads_its_plan,
        )],
    )])
}

/// Keys that open everything there is and try what a kiosk refuses, and what is shown then.
const WALK: &[(&str, &str)] = &[
    ("digital", "> digital"),
    ("\r", "Backspace back"),
    ("\x1b[C", ""),
    ("\r", ""),
    ("\x7f", ""),
    (" f", ""),
    (" f", ""),
    ("\x1b", "Space menu"),
    (" w", "Backspace back"),
    ("\x1b", "Space menu"),
    (" m", "Matrix"),
    ("\x1b[C\x1b[B", ""),
    (" nmiit", "> miit"),
    ("\x1b", "Esc close"),
    ("\x1b", "Space menu"),
    (" i", "Indicators"),
    ("\x1b", "Space menu"),
    (" d", "Targets by year"),
    ("\x1b", "Space menu"),
    (" e", "documented only"),
    (" e e", "Showing: all"),
    ("?", "Keys here"),
    ("clip", "Help clip"),
    ("\x1b", ""),
    ("\x1b", "Space menu"),
    (" /", "Go to id"),
    ("nowhere\r", "no item"),
    ("\x1b", "Space menu"),
    (" /P3\r", "Backspace back"),
    ("\x1b[1;5C\x1b[1;5C", "Space menu"),
    ("\x1b[1;5D\x1b[1;5D", ""),
    (" b", "Bookmarked"),
    (" '", "Bookmarks"),
    ("\x1b", "Space menu"),
    (" y", "data"),
    (" Y", "pasting"),
    (" r", "Not available in kiosk"),
    ("\x1b[B\x1b[A", ""),
    ("\x1a", "Not available in kiosk"),
    (" t", ""),
    (" z", "谁负责"),
    (" z", "Space menu"),
    ("\x1b[Z", "Space menu"),
    ("\x15unclosed", "> unclosed"),
    ("\x12", "> "),
    ("\x1b[1;3A", ""),
    ("\x15", "Type a name"),
    ("\x1bOP", "Keys here"),
    ("\x1b", ""),
    ("\x1bOQ", "退出"),
    ("\x1bOQ", "quit"),
    ("\x0c", ""),
];

/// What the system itself reads to start a program.
const SYSTEM: &[&str] = &[
    "/etc/ld.so.cache",
    "/lib/",
    "/lib64/",
    "/usr/lib/",
    "/proc/self/maps",
    // How much memory a sequence takes that does not end.
    "/proc/self/status",
];

fn a_kiosk_reads_its_plan() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = |name: &str| folder.path().join(name).display().to_string();
    let (calls, plan, overlay) = (path("calls"), path("plan.json"), path("overlay.json"));
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/plan.json");
    std::fs::copy(shipped, &plan).expect("it can be copied");
    std::fs::write(&overlay, r#"{"format": 1}"#).expect("it can be written");
    let mut pty = Pty::start(
        "/usr/bin/strace",
        &[
            "-f",
            "-o",
            &calls,
            "-e",
            "trace=%file,%process,%network,%desc",
            env!("CARGO_BIN_EXE_plan"),
            "--kiosk",
            "--data",
            &plan,
            "--overlay",
            &overlay,
        ],
    );
    pty.shows("P1 ");
    for (keys, shown) in WALK {
        pty.send(keys);
        pty.until("has read it", |pty| pty.unread() == 0);
        pty.settle();
        pty.shows(shown);
    }
    pty.send("\x1b");
    pty.settle();
    // Each by itself: among other keys it never quits, and a traced program reads them late.
    let start = Instant::now();
    while pty.child.try_wait().expect("it is ours").is_none() && start.elapsed() < LIMIT {
        pty.type_blindly("\x03");
        pty.settle();
    }
    assert_eq!(pty.ends(), 130, "{}", pty.text());
    let calls = std::fs::read_to_string(&calls).expect("strace wrote it");
    let mut opened = BTreeSet::new();
    let mut programs = 0;
    for call in calls
        .lines()
        .filter_map(|line| line.split_once(' '))
        .map(|(_, call)| call.trim())
    {
        let name = call.split('(').next().unwrap_or_default();
        match name {
            "execve" => programs += 1,
            "open" | "openat" | "openat2" => {
                assert!(
                    call.contains("O_RDONLY") || call.contains("\"/dev/tty\""),
                    "{call}"
                );
                if !call.contains("ENOENT") {
                    let file = call.split('"').nth(1).expect("a file has a name");
                    opened.insert(file.to_owned());
                }
            }
            "socket" | "connect" | "bind" | "fork" | "vfork" | "creat" | "unlink" | "unlinkat"
            | "rename" | "renameat" | "renameat2" | "mkdir" | "mkdirat" | "rmdir" | "symlink"
            | "symlinkat" | "link" | "linkat" | "chmod" | "fchmod" | "fchmodat" | "chown"
            | "truncate" | "ftruncate" | "mknod" | "utimensat" | "chdir" => panic!("{call}"),
            "clone" | "clone3" => assert!(call.contains("CLONE_THREAD"), "{call}"),
            _ => {}
        }
    }
    assert_eq!(programs, 1, "one program is run, itself");
    assert!(
        opened.remove(&plan) && opened.remove(&overlay),
        "{opened:?}"
    );
    opened.retain(|file| !SYSTEM.iter().any(|known| file.starts_with(known)));
    assert_eq!(opened, BTreeSet::new(), "files that nobody named");
    let left: Vec<_> = std::fs::read_dir(folder.path())
        .expect("it is there")
        .flatten()
        .collect();
    assert_eq!(left.len(), 3, "nothing was written: {left:?}");
}
