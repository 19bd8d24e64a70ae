//! The terminal is restored on every way out, in a program that does nothing else.
//! The explorer itself is driven in `pty.rs`.

mod common;

use std::time::Duration;

use common::{Bond, Pty, blocked};
use rustix::process::Signal;

const SECOND: Duration = Duration::from_secs(1);

/// The sample program beside this test's own binary.
fn sample() -> String {
    let own = std::env::current_exe().expect("a test knows where it is");
    let folder = own
        .parent()
        .and_then(|deps| deps.parent())
        .expect("tests lie in target/*/deps");
    folder
        .join("examples/sample")
        .to_str()
        .expect("the folder's name is UTF-8")
        .to_owned()
}

fn start() -> Pty {
    let mut pty = Pty::start(&sample(), &[]);
    pty.shows("ready");
    pty
}

#[test]
fn modes_are_on_while_it_runs_and_off_afterwards() {
    let mut pty = start();
    let screen = pty.screen();
    assert!(screen.alternate_screen() && screen.bracketed_paste() && screen.hide_cursor());
    assert_eq!(
        screen.mouse_protocol_mode(),
        vt100::MouseProtocolMode::ButtonMotion
    );
    assert!(pty.is_raw());
    pty.send("q");
    assert_eq!(pty.ends(), 0);
    pty.is_given_back();
}

#[test]
fn a_signal_ends_it_and_gives_the_terminal_back() {
    for (signal, status) in [
        (Signal::HUP, 129),
        (Signal::INT, 130),
        (Signal::QUIT, 131),
        (Signal::TERM, 143),
        (Signal::USR1, 138),
        (Signal::USR2, 140),
        (Signal::ALARM, 142),
        (Signal::XCPU, 152),
        (Signal::XFSZ, 153),
        (Signal::VTALARM, 154),
        (Signal::PROF, 155),
        (Signal::IO, 157),
    ] {
        let mut pty = start();
        pty.signal(signal);
        assert_eq!(pty.ends_within(SECOND).code(), Some(status));
        pty.is_given_back();
    }
}

#[test]
fn a_lost_terminal_ends_it() {
    for bond in [Bond::Controlling, Bond::HupIgnored, Bond::None] {
        let mut pty = Pty::start_as(bond, (80, 24), &sample(), &[], &[]);
        pty.shows("ready");
        pty.hang_up();
        assert_eq!(pty.ends_within(SECOND).code(), Some(129));
    }
}

#[test]
fn a_line_that_nobody_reads_does_not_keep_it() {
    let mut pty = start();
    // Frames that nobody reads, until the program hangs in a write.
    let mut size = 100;
    while !blocked(&pty) {
        size = 100 + (size + 1) % 50;
        pty.resize(size, 60);
        pty.type_blindly("x");
    }
    pty.signal(Signal::TERM);
    let status = pty.ends_unread(SECOND);
    assert_eq!(status.code(), Some(143));
    // Who reads again finds the terminal given back.
    pty.read(SECOND);
    pty.is_left();
}

#[test]
fn a_panic_gives_the_terminal_back_and_prints_one_line() {
    for (keys, message) in [("!", "asked to panic"), ("w", "in another thread")] {
        let mut pty = start();
        pty.send(keys);
        assert_eq!(pty.ends(), 101);
        pty.is_given_back();
        let text = pty.text();
        let lines: Vec<&str> = text
            .lines()
            .filter(|line| !line.trim().is_empty())
            .collect();
        let [line] = lines.as_slice() else {
            panic!("{lines:?}")
        };
        assert!(line.starts_with("sample: a defect at "), "{line}");
        assert!(line.ends_with(message), "{line}");
    }
}

#[test]
fn it_stops_and_goes_on_under_a_shell() {
    let mut pty = Pty::start("sh", &["-i"]);
    pty.send("PS1='$'' '; set -m\r");
    pty.shows("$ ");
    pty.send(format!("{}\r", sample()));
    pty.shows("ready");
    pty.send("a");
    pty.shows("readya");
    let program = pty.foreground();
    rustix::process::kill_process(program, Signal::TSTP).expect("it runs");
    let shell = pty.pid();
    pty.until("stops", |pty| {
        Pty::state(program) == 'T' && pty.foreground() == shell && !pty.screen().alternate_screen()
    });
    assert!(!pty.screen().bracketed_paste() && !pty.screen().hide_cursor());
    pty.send("fg\r");
    pty.shows("readya");
    assert!(pty.screen().alternate_screen() && pty.screen().bracketed_paste());
    pty.send("b");
    pty.shows("readyab");
    pty.send("q");
    // What is typed before the program has ended is the program's.
    pty.until("is back in the shell", |pty| {
        pty.foreground() == shell && !pty.screen().alternate_screen()
    });
    pty.send("exit\r");
    assert_eq!(pty.ends(), 0);
}

#[test]
fn it_is_raw_again_after_a_stop_that_it_did_not_see() {
    let mut pty = start();
    pty.signal(Signal::STOP);
    pty.until("stops", |pty| Pty::state(pty.pid()) == 'T');
    pty.make_cooked();
    let before = pty.bytes.len();
    pty.signal(Signal::CONT);
    pty.until("is raw and drawn again", |pty| {
        pty.is_raw() && pty.bytes.len() > before + 40
    });
    pty.send("c");
    pty.shows("readyc");
}

#[test]
fn where_no_shell_could_continue_it_it_does_not_stop() {
    let mut pty = start();
    let before = pty.bytes.len();
    pty.signal(Signal::TSTP);
    // Input that waits is dropped on leaving and entering.
    pty.until("enters again", |pty| {
        pty.bytes.len() > before && pty.screen().alternate_screen()
    });
    pty.settle();
    pty.send("d");
    pty.shows("readyd");
    assert_ne!(Pty::state(pty.pid()), 'T');
}

#[test]
fn a_burst_is_taken_in_whole_and_costs_few_frames() {
    let mut pty = start();
    let frames = |pty: &Pty| memchr::memmem::find_iter(&pty.bytes, b"\x1b[?2026h").count();
    let before = frames(&pty);
    pty.send("z".repeat(60_000));
    pty.send("\x1b[A");
    pty.until("has read everything", |pty| pty.unread() == 0);
    pty.send("\x1b[200~end");
    pty.send("\x1b[201~");
    pty.shows("<3>");
    let drawn = frames(&pty) - before;
    assert!(drawn < 300, "{drawn} frames for 60,000 keys");
}

#[test]
fn keys_may_arrive_in_pieces() {
    let mut pty = start();
    for piece in ["\x1b", "[", "B"] {
        pty.send(piece);
        pty.until("has read it", |pty| pty.unread() == 0);
    }
    pty.shows("readyv");
    pty.send("\x1b[200~a paste\nof any ");
    pty.send("size".repeat(100));
    pty.send("\x1b[201~");
    pty.shows("<415>");
}

#[test]
fn an_esc_and_an_arrow_in_one_packet_are_both_there() {
    let mut pty = start();
    pty.send("\x1b\x1b[B");
    pty.shows("readyev");
    pty.send("x\x1b");
    pty.shows("readyevxe");
}

/// Answers to a program that ran before: nothing of them is typed, in however many pieces they come.
#[test]
fn answers_of_the_terminal_are_dropped() {
    let mut pty = start();
    let pieces = |pty: &mut Pty, pieces: &[&str]| {
        for piece in pieces {
            pty.send(piece);
            pty.until("has read it", |pty| pty.unread() == 0);
            std::thread::sleep(Duration::from_millis(300));
        }
    };
    pieces(&mut pty, &["\x1b]11;rgb:1e1e/1e1e/", "2e2e\x07"]);
    pieces(&mut pty, &["\x1b]11;rgb:1e1e/1e1e/", "2e2e\x1b\\"]);
    pty.send("\x1b]52;c;cXE=\x07\x1bP1$r0m\x1b\\\x1bP>|xterm(1)\x1b\\\x1b_Gi=1;OK\x1b\\");
    // Keys of the keypad and of other terminals that are not known.
    pty.send("\x1bOq\x1bOd\x1b[7^\x1b[?62;c");
    pty.send("done");
    pty.shows("readydone");
}

#[test]
fn a_paste_that_is_longer_than_any_prompt_is_cut() {
    let mut pty = start();
    pty.send(format!("\x1b[200~{}\x1b[201~x", "y".repeat(1 << 20)));
    pty.shows("<8192>x");
}

#[test]
fn nothing_happens_while_nothing_happens() {
    let mut pty = start();
    pty.read(Duration::from_millis(200));
    let (bytes, cpu, switches) = (pty.bytes.len(), pty.ticks(), pty.wakes());
    pty.read(Duration::from_millis(900));
    assert_eq!(
        (pty.bytes.len(), pty.ticks(), pty.wakes()),
        (bytes, cpu, switches)
    );
}

#[test]
fn without_a_terminal_it_says_so() {
    let output = std::process::Command::new("setsid")
        .args(["--wait", &sample()])
        .stdin(std::process::Stdio::null())
        .output()
        .expect("setsid runs");
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        String::from_utf8_lossy(&output.stderr),
        "sample: no terminal\n"
    );
    assert!(output.stdout.is_empty());
}
