//! The explorer as a login: through a real sshd, with the block that the help page prints.

mod common;

use std::process::{ExitCode, Output};
use std::time::{Duration, Instant};

use common::sshd::{SSHD, Sshd};
use common::{LIMIT, Pty, peak_memory};
use rustix::process::{Signal, kill_process};

const KIOSK: &str = "--kiosk --commands";

fn main() -> ExitCode {
    common::trials::run(&[(
        SSHD,
        &[
            (
                "a_session_from_first_frame_to_quit",
                a_session_from_first_frame_to_quit,
            ),
            (
                "a_killed_client_leaves_nothing_behind",
                a_killed_client_leaves_nothing_behind,
            ),
            (
                "a_client_that_reads_nothing_keeps_nothing",
                a_client_that_reads_nothing_keeps_nothing,
            ),
            (
                "without_a_terminal_there_is_one_line",
                without_a_terminal_there_is_one_line,
            ),
            ("nothing_is_forwarded", nothing_is_forwarded),
            (
                "questions_are_answered_without_a_screen",
                questions_are_answered_without_a_screen,
            ),
            ("everything_else_is_refused", everything_else_is_refused),
            (
                "a_megabyte_of_text_is_no_question",
                a_megabyte_of_text_is_no_question,
            ),
            ("the_client_changes_nothing", the_client_changes_nothing),
            ("many_sessions_sleep_and_go", many_sessions_sleep_and_go),
            (
                "a_window_of_any_claimed_size_takes_little_memory",
                a_window_of_any_claimed_size_takes_little_memory,
            ),
            (
                "a_flood_of_keys_takes_little_memory",
                a_flood_of_keys_takes_little_memory,
            ),
        ],
    )])
}

/// What a client claims never sizes memory: at the start, and by a resize.
fn a_window_of_any_claimed_size_takes_little_memory() {
    let sshd = Sshd::start(KIOSK);
    let mut session = sshd.session_of((65_535, 65_535));
    let [explorer] = sshd.runs(1)[..] else {
        unreachable!("one runs")
    };
    session.until("draws", |pty| pty.bytes.len() > 1000);
    session.settle();
    session.resize(80, 24);
    // What stands at the right edge.
    session.shows("plan ended");
    for (columns, rows) in [(65_535, 65_535), (4000, 4000)] {
        session.claim(columns, rows);
        let before = session.bytes.len();
        session.until(&format!("draws {columns}x{rows}"), |pty| {
            pty.bytes.len() > before
        });
        session.settle();
    }
    let peak = peak_memory(explorer);
    assert!(peak > 0 && peak < 60 << 10, "{peak} kB");
    session.resize(80, 24);
    session.shows("plan ended");
    session.send("\x1b");
    session.until("leaves the prompt", |pty| pty.screen().hide_cursor());
    session.send(" q");
    assert_eq!(session.ends(), 0);
    session.is_given_back();
}

fn a_flood_of_keys_takes_little_memory() {
    let sshd = Sshd::start(KIOSK);
    for keys in ["a", "\x1b", "\t", "\x1b["] {
        let mut session = open(&sshd);
        let [explorer] = sshd.runs(1)[..] else {
            unreachable!("one runs")
        };
        let start = Instant::now();
        while start.elapsed() < Duration::from_secs(2) {
            session.type_blindly(&keys.repeat(2048));
            session.read(Duration::from_millis(1));
        }
        let peak = peak_memory(explorer);
        assert!(peak > 0 && peak < 40 << 10, "{keys:?}: {peak} kB");
        kill_process(explorer, Signal::TERM).expect("it runs");
        assert_eq!(session.ends(), 143, "{keys:?}");
        session.is_given_back();
        sshd.runs(0);
    }
}

fn open(sshd: &Sshd) -> Pty {
    let mut session = sshd.session();
    session.shows("P1");
    session
}

fn a_session_from_first_frame_to_quit() {
    let sshd = Sshd::start(KIOSK);
    let mut session = open(&sshd);
    // No shell stays between, whichever the account has.
    let [explorer] = sshd.runs(1)[..] else {
        unreachable!("one runs")
    };
    assert!(above(explorer).starts_with("sshd"), "{}", above(explorer));
    session.send("digital villages");
    session.shows("CAC");
    session.resize(50, 15);
    session.until("follows the resize", |pty| {
        let rows: Vec<_> = pty.screen().rows(0, 50).collect();
        rows.len() == 15 && rows.iter().filter(|row| !row.trim().is_empty()).count() > 5
    });
    session.send("\x1a");
    session.send("\x1b");
    // The hint of an empty prompt, then the list without a caret: two Escs in one packet are one.
    session.shows("Type a name");
    session.settle();
    session.send("\x1b");
    session.until("leaves the prompt", |pty| pty.screen().hide_cursor());
    session.send(" q");
    assert_eq!(session.ends(), 0);
    session.is_given_back();
    sshd.runs(0);
}

/// The name of the process above.
fn above(pid: rustix::process::Pid) -> String {
    let read = |file: String| std::fs::read_to_string(file).unwrap_or_default();
    let status = read(format!("/proc/{pid}/status"));
    let parent = status.lines().find_map(|line| line.strip_prefix("PPid:"));
    read(format!("/proc/{}/comm", parent.unwrap_or_default().trim()))
}

fn a_killed_client_leaves_nothing_behind() {
    let sshd = Sshd::start(KIOSK);
    let session = open(&sshd);
    sshd.runs(1);
    session.signal(Signal::KILL);
    let start = Instant::now();
    sshd.runs(0);
    assert!(
        start.elapsed() < Duration::from_secs(3),
        "{:?}",
        start.elapsed()
    );
}

fn a_client_that_reads_nothing_keeps_nothing() {
    let sshd = Sshd::start(KIOSK);
    let mut session = open(&sshd);
    session.resize(400, 150);
    let [explorer] = sshd.runs(1)[..] else {
        unreachable!("one runs")
    };
    // The client reads nothing and sends nothing any more. Every notice of another size makes a
    // whole frame, until the line is full.
    session.signal(Signal::STOP);
    let end = Instant::now() + LIMIT;
    while !is_writing(explorer) {
        assert!(Instant::now() < end, "the line never fills");
        kill_process(explorer, Signal::WINCH).expect("it runs");
        std::thread::sleep(Duration::from_millis(2));
    }
    kill_process(explorer, Signal::TERM).expect("it runs");
    let start = Instant::now();
    sshd.runs(0);
    assert!(
        start.elapsed() < Duration::from_secs(1),
        "{:?}",
        start.elapsed()
    );
}

/// The process waits within a write to its terminal.
fn is_writing(pid: rustix::process::Pid) -> bool {
    let call = || std::fs::read_to_string(format!("/proc/{pid}/syscall")).unwrap_or_default();
    let first = call();
    std::thread::sleep(Duration::from_millis(3));
    first.starts_with("1 ") && call() == first
}

fn without_a_terminal_there_is_one_line() {
    let sshd = Sshd::start(KIOSK);
    is_refused("no terminal", &sshd.asks(&[]));
}

#[track_caller]
fn is_refused(what: &str, output: &Output) {
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{what}: {said}");
    assert_eq!(said.lines().count(), 1, "{what}: {said}");
    assert!(
        said.starts_with("plan: ") && said.len() < 400,
        "{what}: {said}"
    );
    assert!(
        !said.contains("/target/") && !said.contains(char::from(27)),
        "{what}: {said}"
    );
    assert!(
        output.stdout.is_empty(),
        "{what}: {}",
        String::from_utf8_lossy(&output.stdout)
    );
}

fn nothing_is_forwarded() {
    let sshd = Sshd::start(KIOSK);
    let here = format!("127.0.0.1:{}", sshd.port());
    for options in [
        &["-W", here.as_str()][..],
        &[
            "-N",
            "-o",
            "ExitOnForwardFailure=yes",
            "-R",
            "0:127.0.0.1:22",
        ],
    ] {
        let output = sshd.client(options, &[]);
        assert_eq!(output.status.code(), Some(255), "{options:?}");
    }
    // Of a subsystem's standard error sshd forwards nothing.
    let output = sshd.client(&["-T", "-s"], &["sftp"]);
    assert_eq!(
        (output.status.code(), output.stdout.len()),
        (Some(2), 0),
        "a file transfer"
    );
}

fn questions_are_answered_without_a_screen() {
    let sshd = Sshd::start(KIOSK);
    let told = |command: &[&str]| {
        let output = sshd.asks(command);
        assert_eq!(output.status.code(), Some(0), "{command:?}: {output:?}");
        String::from_utf8(output.stdout).expect("it is UTF-8")
    };
    assert!(told(&["who", "P1"]).contains("MIIT"));
    let found = told(&["search", "养老", "--format", "json"]);
    assert!(found.starts_with('[') && found.contains("养老"), "{found}");
    assert!(told(&["plan show 'T1'"]).contains("T1"));
    assert!(told(&["list project --lang zh"]).contains("5G创新应用"));
    assert!(told(&["export --format csv"]).lines().count() > 50);
    assert_eq!(sshd.asks(&["search", "qqqqzzzz"]).status.code(), Some(1));
}

fn everything_else_is_refused() {
    let sshd = Sshd::start(KIOSK);
    for command in [
        "id",
        "sh -c id",
        "/bin/sh",
        "config",
        "completions bash",
        "man",
        "schema",
        "help",
        "help ssh",
        "--help",
        "--version",
        "check /etc/passwd",
        "diff /etc/passwd /etc/group",
        "search --data /etc/passwd 5g",
        "--data /etc/passwd search 5g",
        "--data=/etc/passwd list",
        "list --overlay /etc/passwd",
        "list --config /etc/passwd",
        "list --log /tmp/x",
        "export --out /tmp/x",
        "export --format json --out=/tmp/x",
        "search 5g; id",
        "search 5g;id",
        "search 5g | sh",
        "search 5g && id",
        "search 5g & id",
        "search $(id)",
        "search `id`",
        "search \"$(id)\"",
        "search ${HOME}",
        "search 5g > /tmp/x",
        "search < /etc/passwd",
        "search 5g\nid",
        "search 5g\r\nid",
        "search '5g\n--data /etc/passwd'",
        "search 'unclosed",
        "search \x1b]0;x\x07",
        "-- search",
        "5g",
        "scp -t /tmp",
        "rsync --server . /tmp",
        "internal-sftp",
    ] {
        let output = sshd.asks(&[command]);
        is_refused(command, &output);
    }
    let long = format!("search {}", "x".repeat(100_000));
    is_refused("a long line", &sshd.asks(&[&long]));
}

fn a_megabyte_of_text_is_no_question() {
    let sshd = Sshd::start(KIOSK);
    // No variable holds so much: the system does not even start the program. Of a megabyte sshd
    // does not take the packet.
    let piece = "x".repeat(100_000);
    for (pieces, status) in [(2, 1), (11, 255)] {
        let mut command = vec!["search"];
        command.extend(vec![piece.as_str(); pieces]);
        let output = sshd.asks(&command);
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(status), "{pieces}: {said}");
        assert_eq!(
            (said.lines().count(), output.stdout.len()),
            (1, 0),
            "{said}"
        );
        sshd.runs(0);
    }
}

fn the_client_changes_nothing() {
    let sshd = Sshd::start(KIOSK);
    let secret = tempfile::NamedTempFile::new().expect("a file can be made");
    let name = secret.path().to_str().expect("it is UTF-8");
    let send: Vec<String> = [
        "PLAN_DATA",
        "PLAN_OVERLAY",
        "PLAN_CONFIG",
        "XDG_CONFIG_HOME",
        "HOME",
    ]
    .iter()
    .map(|variable| format!("SetEnv={variable}={name}"))
    .collect();
    for setting in &send {
        let output = sshd.client(&["-T", "-o", setting], &["show", "P1"]);
        assert_eq!(output.status.code(), Some(0), "{setting}: {output:?}");
    }
    let output = sshd.client(&["-T", "-o", "SetEnv=LANG=zh_CN.UTF-8"], &["show", "P1"]);
    assert!(
        String::from_utf8_lossy(&output.stdout).contains("工程"),
        "{output:?}"
    );
}

fn many_sessions_sleep_and_go() {
    const MANY: usize = 8;
    let sshd = Sshd::start(KIOSK);
    let sessions: Vec<Pty> = (0..MANY).map(|_| open(&sshd)).collect();
    let explorers = sshd.runs(MANY);
    let ticks = || -> u64 { explorers.iter().map(|&pid| common::ticks(pid)).sum() };
    // What the start still has to do comes to rest.
    let end = Instant::now() + LIMIT;
    let mut before = u64::MAX;
    while before != ticks() && Instant::now() < end {
        before = ticks();
        std::thread::sleep(Duration::from_millis(300));
    }
    std::thread::sleep(Duration::from_secs(1));
    assert_eq!(
        ticks() - before,
        0,
        "they use no processor while nobody types"
    );
    for session in &sessions {
        session.signal(Signal::KILL);
    }
    let start = Instant::now();
    sshd.runs(0);
    assert!(
        start.elapsed() < Duration::from_secs(3),
        "{:?}",
        start.elapsed()
    );
}
