//! A large plan in the real program: it is up at once and says how far reading is; what is typed
//! meanwhile is answered; Esc gives up; memory keeps its measure. The everyday size is one that takes any
//! machine far longer to read than what is read before the first frame.
//!
//! A million items, read as fast as it is meant to be:
//! `cargo test --release --test it -- --ignored large`.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::PathBuf;

use crate::common::Pty;
use tempfile::TempDir;

const PLAN: &str = env!("CARGO_BIN_EXE_plan");

/// So many items are read in no less than a second, or a quarter of one where the program is made fast.
const LARGE: u64 = if cfg!(debug_assertions) {
    20_000
} else {
    60_000
};
/// What the program takes in memory whatever it reads.
const FIXED: u64 = 8 << 20;

/// A made-up plan in a file.
struct Made {
    _folder: TempDir,
    path: PathBuf,
    bytes: u64,
}

impl Made {
    fn of(items: u64) -> Made {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let path = folder.path().join("made.json");
        let mut out = BufWriter::new(File::create(&path).expect("a file can be made"));
        crate::made::write(items, 1, &mut out).expect("there is room on the disk");
        out.flush().expect("there is room on the disk");
        let bytes = fs::metadata(&path).expect("it was written").len();
        Made {
            _folder: folder,
            path,
            bytes,
        }
    }

    fn start(&self, arguments: &[&str]) -> Pty {
        let path = self.path.to_str().expect("its name is text");
        let mut all = vec!["--fresh", "--data", path];
        all.extend(arguments);
        let mut pty = Pty::start(PLAN, &all);
        pty.shows("Esc cancels");
        pty
    }
}

/// What a line of a file in `/proc/PID` says, in bytes.
fn memory(pty: &Pty, file: &str, line: &str) -> u64 {
    let text = fs::read_to_string(format!("/proc/{}/{file}", pty.pid())).expect("it runs");
    let line = text.lines().find_map(|said| said.strip_prefix(line));
    let figure = line.and_then(|rest| rest.split_whitespace().next());
    1024 * figure
        .and_then(|figure| figure.parse::<u64>().ok())
        .expect("a figure")
}

/// Typed while it is read, and answered when it is.
fn is_searched(made: &Made) {
    let mut pty = made.start(&[]);
    pty.send("village");
    pty.until("echoes what is typed while it reads", |pty| {
        pty.text().contains("> village") && pty.text().contains("Esc cancels")
    });
    pty.resize(100, 30);
    pty.until("finds it", |pty| {
        let found = |line: &str| line.contains("> village") && line.contains(" items");
        pty.text().lines().any(found)
    });
    let most = |tenths: u64| FIXED + tenths * made.bytes / 10;
    let held = memory(&pty, "smaps_rollup", "Anonymous:");
    let peak = memory(&pty, "status", "VmHWM:");
    println!(
        "{held} bytes held, {peak} at the peak, {} in the file",
        made.bytes
    );
    assert!(held <= most(40), "{held} of {} bytes", made.bytes);
    // The program's own pages count here, and are many where it is made to be debugged.
    assert!(
        cfg!(debug_assertions) || peak <= most(70),
        "{peak} of {} bytes",
        made.bytes
    );
    pty.send("\x1b\x1b\x1b q");
    assert_eq!(pty.ends(), 0);
    pty.is_given_back();
}

/// Esc while it is read leaves, with a line that says so.
fn is_given_up(made: &Made) {
    let mut pty = made.start(&["village"]);
    pty.shows("> village");
    pty.send("\x1b");
    assert_eq!(pty.ends(), 1);
    pty.is_given_back();
    pty.shows("made.json: loading cancelled");
}

#[test]
fn what_is_typed_while_a_plan_is_read_is_answered() {
    is_searched(&Made::of(LARGE));
}

#[test]
fn esc_gives_up_reading() {
    let made = Made::of(LARGE);
    is_given_up(&made);
    let mut pty = made.start(&[]);
    pty.send("\x03");
    assert_eq!(pty.ends(), 130);
    pty.is_given_back();
}

#[test]
fn an_id_on_the_command_line_waits_for_its_plan() {
    let made = Made::of(LARGE);
    let mut pty = made.start(&["b7"]);
    pty.shows("Z7B  Organisation");
}

/// What is wrong in it is said as ever, once the terminal is given back.
#[test]
fn what_is_wrong_is_said_with_its_place() {
    let made = Made::of(LARGE);
    let mut text = fs::read_to_string(&made.path).expect("it is there");
    let last = text.rfind("\"confidence\"").expect("it has one");
    text.replace_range(last + 1..last + 2, "C");
    let line = text[..last].matches('\n').count() + 1;
    fs::write(&made.path, text).expect("it is written");
    let mut pty = made.start(&[]);
    assert_eq!(pty.ends(), 2);
    pty.is_given_back();
    let place = format!("made.json:{line}:");
    pty.shows(&place);
    pty.shows("Confidence");
}

#[test]
#[ignore = "a million items: half a gigabyte of disk, and twice that in memory"]
fn a_million_items() {
    let made = Made::of(1_000_000);
    is_given_up(&made);
    is_searched(&made);
}
