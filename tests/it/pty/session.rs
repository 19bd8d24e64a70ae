//! The explorer in a pseudo-terminal: what a person sees, and what is left when it is gone.

use std::time::{Duration, Instant};

use crate::common::{Bond, Pty, blocked};
use rustix::process::{Signal, kill_process};

const PLAN: &str = env!("CARGO_BIN_EXE_plan");
const SECOND: Duration = Duration::from_secs(1);

/// Signals that end the program: its status is 128 and the signal's number.
const ENDS: [Signal; 11] = [
    Signal::HUP,
    Signal::INT,
    Signal::QUIT,
    Signal::TERM,
    Signal::USR1,
    Signal::USR2,
    Signal::ALARM,
    Signal::VTALARM,
    Signal::PROF,
    Signal::IO,
    Signal::XCPU,
];

fn start() -> Pty {
    start_with(&[])
}

fn start_with(arguments: &[&str]) -> Pty {
    let mut all = vec!["--fresh"];
    all.extend(arguments);
    let mut pty = Pty::start(PLAN, &all);
    pty.shows("P1 ");
    pty
}

#[test]
fn somebody_looks_something_up_and_leaves() {
    let mut pty = start();
    pty.send("digital villages");
    pty.shows("Lead");
    pty.shows("CAC");
    pty.send("\r");
    pty.send(" z");
    pty.shows("牵头");
    pty.send(" z");
    pty.hides("牵头");
    pty.send("\x1b\x1b\x1b");
    pty.hides("> digital villages");
    pty.send(" q");
    assert_eq!(pty.ends(), 0);
    pty.is_given_back();
}

/// Keys of a fast hand come before the terminal is set up.
#[test]
fn what_is_typed_ahead_arrives() {
    let mut pty = Pty::start(PLAN, &["--fresh"]);
    pty.send("digital villages");
    pty.shows("> digital villages");
    let mut pty = Pty::start(PLAN, &["--fresh"]);
    pty.send("digital villages\r");
    pty.shows("Backspace back");
    pty.shows("A7");
}

#[test]
fn modes_are_on_while_it_runs() {
    for mouse in [false, true] {
        let mut pty = start_with(if mouse { &["--mouse"] } else { &[] });
        let screen = pty.screen();
        assert!(screen.alternate_screen() && screen.bracketed_paste() && pty.is_raw());
        let reported = screen.mouse_protocol_mode() == vt100::MouseProtocolMode::ButtonMotion;
        assert_eq!(reported, mouse);
        pty.send("\x03");
        assert_eq!(pty.ends(), 130);
        pty.is_given_back();
    }
}

/// Opens the terminal and panics, in a thread of its own if asked to.
#[test]
#[ignore = "is run by the next test, in a terminal"]
fn panics() {
    plan::explorer::on_panic(|place, message| format!("a defect at {place}: {message}"));
    let (sender, _inputs) = std::sync::mpsc::sync_channel::<plan::terminal::Input>(1);
    let options = plan::terminal::Options::default();
    let _session = plan::terminal::Session::open(&options, sender).expect("there is a terminal");
    if std::env::var("PANIC").expect("it is set") == "thread" {
        let _ = std::thread::spawn(|| panic!("asked to\x1b")).join();
    }
    panic!("asked to\x1b");
}

#[test]
fn a_panic_gives_the_terminal_back_and_prints_one_line() {
    let own = std::env::current_exe().expect("a test knows where it is");
    let own = own.to_str().expect("its name is UTF-8");
    for place in ["test", "thread"] {
        let arguments = [
            "pty::session::panics",
            "--exact",
            "--ignored",
            "--nocapture",
        ];
        let environment = [("PANIC", Some(place))];
        let mut pty = Pty::start_as(Bond::Controlling, (80, 24), own, &arguments, &environment);
        assert_eq!(pty.ends(), 101);
        pty.is_given_back();
        let text = pty.text();
        let last = text.trim_end().lines().last().unwrap_or_default();
        assert!(last.contains("a defect at "), "{text}");
        assert!(text.contains("asked to"), "{text}");
    }
}

#[test]
fn the_title_says_nothing_that_a_file_holds() {
    let title = |arguments: &[&str]| {
        let mut pty = Pty::start(PLAN, arguments);
        pty.until("draws", |pty| pty.bytes.len() > 1000);
        let start = memchr::memmem::find(&pty.bytes, b"\x1b]2;").expect("there is a title") + 4;
        let title = pty.bytes[start..].split(|&byte| byte == 0x1b).next();
        String::from_utf8_lossy(title.expect("it has an end")).into_owned()
    };
    assert_eq!(
        title(&["--fresh"]),
        "14th Five-Year Plan for National Informatization"
    );
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/small/plan.json");
    assert_eq!(title(&["--fresh", "--data", file]), "plan: plan.json");
}

#[test]
fn the_interrupt_key_leaves_with_its_own_status() {
    let mut pty = start();
    pty.send("\x03");
    assert_eq!(pty.ends(), 130);
    pty.is_given_back();
}

#[test]
fn an_id_on_the_command_line_is_opened() {
    let mut pty = Pty::start(PLAN, &["--fresh", "P17"]);
    pty.shows("P17 ");
    pty.shows("Lead");
    let mut pty = Pty::start(PLAN, &["--fresh", "digital", "villages"]);
    pty.shows("> digital villages");
}

#[test]
fn every_size_is_drawn() {
    let mut pty = start();
    for (columns, rows) in [
        (1, 1),
        (0, 0),
        (80, 0),
        (2, 40),
        (300, 2),
        (20, 6),
        (1000, 500),
        (40, 12),
    ] {
        pty.resize(columns, rows);
        pty.send("\x1b[B");
    }
    pty.resize(100, 30);
    pty.until("draws 100x30", |pty| {
        let right = pty
            .screen()
            .rows(90, 10)
            .filter(|row| !row.trim().is_empty())
            .count();
        right >= 2 && pty.text().contains("T2 ")
    });
    pty.send("\x1b\x1b\x1b q");
    assert_eq!(pty.ends(), 0);
    pty.is_given_back();
}

#[test]
fn a_terminal_that_does_not_know_its_size_is_taken_for_a_usual_one() {
    let mut pty = Pty::start_as(Bond::Controlling, (0, 0), PLAN, &["--fresh"], &[]);
    pty.until("draws", |pty| pty.bytes.len() > 1000);
    pty.resize(80, 24);
    pty.shows("P1 ");
}

#[test]
fn signals_and_lost_terminals_end_it() {
    for signal in ENDS {
        let mut pty = start();
        pty.signal(signal);
        let status = pty.ends_within(SECOND).code();
        assert_eq!(status, Some(128 + signal.as_raw()), "{signal:?}");
        pty.is_given_back();
    }
    for bond in [Bond::Controlling, Bond::HupIgnored, Bond::None] {
        let mut pty = Pty::start_as(bond, (80, 24), PLAN, &["--fresh"], &[]);
        pty.shows("P1 ");
        pty.hang_up();
        assert_eq!(pty.ends_within(SECOND).code(), Some(129));
    }
}

/// Frames that nobody reads, until the program hangs in a write.
fn fill(pty: &mut Pty) {
    let mut columns = 100;
    while !blocked(pty) {
        columns = 100 + (columns + 1) % 50;
        pty.resize(columns, 60);
        // A terminal that controls no session tells of no resize: a whole frame is asked for too.
        pty.type_blindly("\x0c");
    }
}

#[test]
fn a_line_that_nobody_reads_does_not_keep_it() {
    for signal in ENDS {
        let mut pty = start();
        fill(&mut pty);
        pty.signal(signal);
        let status = pty.ends_unread(SECOND).code();
        assert_eq!(status, Some(128 + signal.as_raw()), "{signal:?}");
        pty.read(SECOND);
        pty.is_left();
    }
    for bond in [Bond::Controlling, Bond::HupIgnored, Bond::None] {
        let mut pty = Pty::start_as(bond, (80, 24), PLAN, &["--fresh"], &[]);
        pty.shows("P1 ");
        fill(&mut pty);
        pty.hang_up();
        assert_eq!(pty.ends_unread(SECOND).code(), Some(129));
    }
}

#[test]
fn it_stops_and_goes_on_under_a_shell_but_not_in_a_kiosk() {
    let mut pty = Pty::start("sh", &["-i"]);
    pty.send("PS1='$'' '; set -m\r");
    pty.shows("$ ");
    pty.send(format!("{PLAN} --fresh\r"));
    pty.shows("P1 ");
    let program = pty.foreground();
    pty.send("village\x1a");
    pty.until("stops", |_| Pty::state(program) == 'T');
    pty.until("gives the terminal back", |pty| {
        let screen = pty.screen();
        !screen.alternate_screen() && !screen.bracketed_paste() && !screen.hide_cursor()
    });
    pty.send("fg\r");
    pty.shows("> village");
    assert!(pty.screen().alternate_screen() && pty.screen().bracketed_paste());
    pty.send("\x7f");
    pty.shows("> villag ");
    // Another process may ask it to stop, too.
    kill_process(program, Signal::TSTP).expect("it runs");
    let shell = pty.pid();
    pty.until("stops", |pty| {
        Pty::state(program) == 'T' && pty.foreground() == shell && !pty.screen().alternate_screen()
    });
    pty.send("fg\r");
    pty.shows("> villag ");
    kill_process(program, Signal::TERM).expect("it runs");
    pty.until("is back in the shell", |pty| {
        !pty.screen().alternate_screen()
    });
    // Where no shell could continue it, it does not stop.
    let mut pty = start();
    let before = pty.bytes.len();
    pty.signal(Signal::TSTP);
    pty.until("enters again", |pty| {
        pty.bytes.len() > before && pty.screen().alternate_screen()
    });
    pty.settle();
    pty.send("village");
    pty.shows("> village");
    assert_ne!(Pty::state(pty.pid()), 'T');
    let mut pty = start_with(&["--kiosk"]);
    pty.send("\x1avillage");
    pty.signal(Signal::TSTP);
    pty.shows("> village");
    assert_ne!(Pty::state(pty.pid()), 'T');
}

#[test]
fn after_a_stop_that_it_did_not_see_it_is_whole_again() {
    let mut pty = start();
    pty.signal(Signal::STOP);
    pty.until("stops", |pty| Pty::state(pty.pid()) == 'T');
    pty.make_cooked();
    let before = pty.bytes.len();
    pty.signal(Signal::CONT);
    pty.until("is raw and drawn again", |pty| {
        pty.is_raw() && pty.bytes.len() > before + 500
    });
    pty.send("villages");
    pty.shows("> villages");
}

#[test]
fn keys_are_taken_as_terminals_send_them() {
    let mut pty = start();
    pty.send("villagesx\x7fy\x08");
    pty.shows("> villages ");
    // An arrow torn on the way. A busy machine may tear it for longer than is waited for.
    let put_together = (0..50).any(|_| {
        pty.send("\x15villages");
        pty.shows("> villages ");
        for piece in ["\x1b", "[", "D"] {
            pty.send(piece);
            pty.until("has read it", |pty| pty.unread() == 0);
        }
        pty.send("X");
        pty.until("shows the letter", |pty| {
            let text = pty.text();
            let prompt = text.lines().find(|line| line.starts_with(" > "));
            prompt.is_some_and(|line| line.contains('X'))
        });
        pty.text().contains("> villageXs")
    });
    assert!(put_together, "{}", pty.text());
    // An Esc and an arrow in one packet are both there.
    pty.send("\x1b\x1b[D");
    pty.hides("villageXs");
    pty.send("villagesX");
    pty.send("\x1b[DX");
    pty.shows("> villagesXX");
    pty.send("\x15villageXs");
    pty.shows("> villageXs");
    // Esc clears the prompt, the second leaves it.
    pty.send("\x1b");
    pty.hides("villageXs");
    pty.send("\x1b");
    pty.shows("↑↓ move");
    pty.send("?");
    pty.until("shows the help", |pty| {
        pty.text().matches("Esc").count() > 1
    });
    pty.send("\x1b");
    // An Alt-key that is bound to nothing is Esc and the key.
    pty.send("abc");
    pty.shows("> abc");
    pty.send("\x1bx");
    pty.shows("> x ");
}

/// Answers to a program that ran before: nothing of them is typed, in however many pieces they come.
#[test]
fn answers_of_the_terminal_are_dropped() {
    let mut pty = start();
    for piece in [
        "\x1b]11;rgb:1e1e/1e1e/",
        "2e2e\x07",
        "\x1b]11;rgb:1e1e/1e1e/",
        "2e2e\x1b\\",
        "\x1b]11;rgb:1e1e/1e1e/2e2e\x1b",
        "\\",
    ] {
        pty.send(piece);
        pty.until("has read it", |pty| pty.unread() == 0);
        std::thread::sleep(Duration::from_millis(200));
    }
    // A report of the mouse that nobody asked for opens nothing.
    pty.send("\x1b[<0;5;9M\x1b[<0;5;9m\x1bP1!~FFFF\x1b\\");
    pty.send("\x1b]52;c;cXE=\x07\x1bP1$r0m\x1b\\\x1bP>|xterm(1)\x1b\\\x1b_Gi=1;OK\x1b\\");
    // Keys of the keypad and of other terminals that are not known.
    pty.send("\x1bOq\x1bOd\x1b[7^\x1b[?62;c");
    // Answers of which crossterm waits for another end, or for none.
    pty.send("\x1b[?2026;2$y\x1b[?1;0;256S\x1b[?997;1n\x1b[?6;6;1R\x1b[!p");
    pty.send("done");
    pty.shows("> done ");
    // One that is broken off holds no key back but a letter.
    pty.send("\x1b[?2026");
    pty.until("has read it", |pty| pty.unread() == 0);
    std::thread::sleep(Duration::from_millis(100));
    pty.send("\x03");
    pty.hides("> done ");
    pty.send("\x03");
    assert_eq!(pty.ends(), 130);
}

/// The same, torn behind its Esc for longer than an Esc waits, where letters are commands: the Esc is
/// one, the rest does nothing.
#[test]
fn an_answer_that_lost_its_esc_runs_no_command() {
    let mut pty = start_with(&["--keys", "vim"]);
    for rest in [
        "]11;rgb:1e1e/1e1e/2e2e\x07",
        "P0$r0q\x1b\\",
        "_Gi=1;OKq\x1b\\",
        "^q\x1b\\",
        "[?1;2c",
        "[>0;276;0c",
    ] {
        pty.send("\x1b");
        std::thread::sleep(Duration::from_millis(120));
        pty.send(rest);
        pty.until("has read it", |pty| pty.unread() == 0);
        std::thread::sleep(Duration::from_millis(100));
    }
    // `ESC O 1;5P` of old terminals, Caps Lock and Super with a letter in the protocol of kitty.
    pty.send("\x1bO1;5P\x1b[113;9u");
    pty.send("/done\x1b[97;65u");
    pty.shows("> doneA ");
}

#[test]
fn the_foot_and_the_help_tell_the_keys_that_work_here() {
    let mut pty = start();
    pty.shows("Enter open  Space menu  Tab switch  ? help  F2 中文  Ctrl-c quit");
    pty.send("\x1b");
    pty.shows("↑↓ move  Enter open  Space menu");
    pty.send("\t");
    pty.shows("↑↓ scroll  → link  Enter open  Space menu");
    pty.send("?");
    pty.shows("Keys here: detail");
    pty.send("citation");
    pty.shows("copy a citation");
    pty.hides("redraw the screen");
    // Enter presses what the line tells of, if that works here.
    pty.send("\r");
    pty.shows("Copied. If pasting fails");
    pty.send(" i");
    pty.hides("If pasting fails");
    pty.shows("5 reached (1 by a similar measure)  2 not reached");
    pty.shows("85 ░░░░");
    pty.send(" q");
    assert_eq!(pty.ends(), 0);
}

/// As an input method sends them, outside the prompt and within.
#[test]
fn full_width_signs_count_as_their_keys() {
    let mut pty = start();
    pty.send("？");
    pty.shows("Keys here: empty prompt");
    pty.send("\x1b");
    pty.hides("Keys here: empty prompt");
    pty.send("\x1b");
    pty.send("？");
    pty.shows("Keys here: list");
    pty.send("\x1b");
    pty.hides("Keys here: list");
    pty.send("５ｇ　＃project");
    pty.shows(" P1 5G");
    pty.send("\x1b");
    pty.hides("５ｇ");
    pty.send("\x1b");
    pty.send("　／");
    pty.shows("Go to id");
    pty.send("Ｐ１７\r");
    pty.shows("P17  Project");
    pty.send("　ｑ");
    assert_eq!(pty.ends(), 0);
}

#[test]
fn a_paste_is_a_line_and_a_burst_is_taken_in_whole() {
    let mut pty = start();
    pty.send("\x1b[200~digital\rvil");
    pty.until("has read it", |pty| pty.unread() == 0);
    pty.send("lages\x1b[201~");
    pty.shows("> digital villages");
    pty.send("\x15");
    pty.send("\x1b[B\x1b[A".repeat(700));
    pty.send("x".repeat(60_000));
    pty.send("\x15villages");
    pty.shows("> villages");
    assert_eq!(pty.unread(), 0);
    pty.send(format!("\x1b[200~{}\x1b[201~", "paste\n".repeat(200_000)));
    pty.send("\x15done");
    pty.shows("> done");
}

#[test]
fn rubbish_does_nothing_bad() {
    let mut pty = start();
    pty.send(
        b"\xff\xc0\x80\xed\xa0\x80\x9b\x1b[999999999999A\x1b[9;9m\x1b[?62;c\x1b[6;6R\x1b]11;x\x07",
    );
    pty.send(b"\x1b[M !!\x1b[<35;999;999M\x1bP1$r\x1b\\\x00");
    pty.send("villages\x1b[D");
    pty.send("X");
    pty.shows("> villageXs ");
}

#[test]
fn a_window_of_any_claimed_size_takes_little_memory() {
    let mut pty = Pty::start_as(Bond::Controlling, (65_535, 65_535), PLAN, &["--fresh"], &[]);
    pty.until("draws", |pty| pty.bytes.len() > 1000);
    pty.settle();
    assert!(pty.peak_memory() < 60 << 10, "{} kB", pty.peak_memory());
    pty.resize(80, 24);
    // What stands at the right edge.
    pty.shows("plan ended");
    for (columns, rows) in [(65_535, 65_535), (4000, 4000), (65_535, 1), (1, 65_535)] {
        pty.claim(columns, rows);
        let before = pty.bytes.len();
        pty.until("draws", |pty| pty.bytes.len() > before);
        pty.settle();
    }
    assert!(pty.peak_memory() < 60 << 10, "{} kB", pty.peak_memory());
    pty.resize(80, 24);
    pty.shows("plan ended");
    pty.send("\x1b");
    pty.until("leaves the prompt", |pty| pty.screen().hide_cursor());
    pty.send(" q");
    assert_eq!(pty.ends(), 0);
    pty.is_given_back();
}

/// A flood waits in the kernel: little memory, a frame all the time, and a way out behind it.
#[test]
fn a_flood_of_keys_takes_little_memory_and_can_be_left() {
    // Seldom back at the same row when a frame is drawn: then there would be nothing to write.
    let arrows = &format!("{}{}", "\x1b[B".repeat(6), "\x1b[A".repeat(6));
    for keys in [
        "a",
        "\x1b",
        "\t",
        arrows,
        "\x1b[",
        "\x1bO",
        "\x1b]",
        "\x1b[?",
        "\x1b[200~",
    ] {
        let mut pty = start();
        let flood = keys.repeat(8192 / keys.len());
        let start = Instant::now();
        let (mut last_frame, mut peak) = (start, 0);
        while start.elapsed() < 2 * SECOND {
            let before = pty.bytes.len();
            peak = peak.max(pty.peak_memory());
            (0..20).for_each(|_| pty.type_blindly(&flood));
            pty.read(Duration::from_millis(1));
            if pty.bytes.len() > before {
                last_frame = Instant::now();
            }
            let drawn = ["\t", arrows].contains(&keys);
            assert!(
                !drawn || last_frame.elapsed() < SECOND,
                "{keys:?}: no frame"
            );
        }
        assert!(peak < 40 << 10, "{keys:?}: {peak} kB");
        pty.signal(Signal::TERM);
        assert_eq!(pty.ends_within(SECOND).code(), Some(143), "{keys:?}");
        pty.is_given_back();
    }
}

#[test]
fn ctrl_c_leaves_after_a_flood() {
    // Without optimisation what waited takes longer.
    let limit = if cfg!(debug_assertions) {
        crate::common::LIMIT
    } else {
        2 * SECOND
    };
    for keys in ["a", "\x1b", "\t", "\x1b[B\x1b[A"] {
        let mut pty = start();
        let flood = keys.repeat(2048);
        let begin = Instant::now();
        while begin.elapsed() < SECOND {
            pty.type_blindly(&flood);
            pty.read(Duration::from_millis(10));
        }
        let over = Instant::now();
        // The first may still be in the flood, the next clears what was typed, the last leaves.
        while pty.child.try_wait().expect("it is ours").is_none() {
            assert!(over.elapsed() < limit, "{keys:?}: still there");
            pty.type_blindly("\x03");
            pty.read(Duration::from_millis(100));
            std::thread::sleep(Duration::from_millis(50));
        }
        assert_eq!(pty.ends(), 130, "{keys:?}");
        pty.is_given_back();
    }
}

/// In a container its process group has no number, for the shell that started it is outside.
#[test]
fn it_runs_in_a_container() {
    let unshare = "--user --map-root-user --pid --fork --mount-proc".split(' ');
    let mut arguments: Vec<&str> = unshare.collect();
    let mut tried = std::process::Command::new("unshare");
    let tried = tried.args(&arguments).arg("true").status();
    if !tried.is_ok_and(|status| status.success()) {
        eprintln!("skipped: no container can be made here");
        return;
    }
    arguments.extend([PLAN, "--fresh"]);
    let mut pty = Pty::start("unshare", &arguments);
    pty.shows("P1 ");
    assert!(pty.is_raw());
    pty.send("\x03");
    assert_eq!(pty.ends(), 130);
    pty.is_given_back();
}

#[test]
fn where_there_is_no_terminal_there_is_one_line() {
    let home = tempfile::tempdir().expect("a folder can be made");
    let output = std::process::Command::new("setsid")
        .args(["--wait", PLAN])
        .env_remove("XDG_STATE_HOME")
        .env("HOME", home.path())
        .stdin(std::process::Stdio::null())
        .output()
        .expect("setsid runs");
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).expect("it is UTF-8");
    assert!(
        said.starts_with("plan: no terminal") && said.lines().count() == 1,
        "{said}"
    );
    assert!(output.stdout.is_empty());
}

#[test]
fn with_its_output_in_a_pipe_it_draws_on_the_terminal_and_prints_the_choice() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let chosen = folder.path().join("chosen");
    let line = format!(
        "{PLAN} --fresh --print > {}; echo status $?",
        chosen.display()
    );
    let mut pty = Pty::start("sh", &["-c", &line]);
    pty.shows("P1 ");
    pty.send("P17\r");
    pty.shows("status 0");
    assert_eq!(
        std::fs::read_to_string(&chosen).expect("it was written"),
        "P17\n"
    );
    let mut pty = Pty::start("sh", &["-c", &line]);
    pty.shows("P1 ");
    pty.send("\x1b\x1b q");
    pty.shows("status 1");
}

#[test]
fn nothing_happens_while_nobody_types() {
    let mut pty = start();
    pty.send("villages");
    pty.shows("> villages");
    pty.read(Duration::from_millis(300));
    pty.read(Duration::from_millis(300));
    let (bytes, ticks, wakes) = (pty.bytes.len(), pty.ticks(), pty.wakes());
    std::thread::sleep(SECOND);
    pty.read(Duration::from_millis(1));
    assert_eq!(
        (pty.bytes.len(), pty.ticks(), pty.wakes()),
        (bytes, ticks, wakes)
    );
}

/// Little goes over the line: the first frame, and what a key changes.
#[test]
fn a_key_costs_little_more_than_what_it_changes() {
    let mut pty = start();
    pty.settle();
    assert!(
        pty.bytes.len() <= 4500,
        "the first frame takes {} bytes",
        pty.bytes.len()
    );
    let mut costs = Vec::new();
    for text in [
        "digital villages",
        "5g applications",
        "数字丝绸之路",
        "eldercare",
    ] {
        for key in text.chars() {
            let before = pty.cells();
            let start = pty.bytes.len();
            pty.send(key.to_string());
            pty.until("answers", |pty| pty.bytes.len() > start);
            pty.settle();
            let changed: usize = before
                .iter()
                .zip(pty.cells())
                .filter(|(old, new)| *old != new)
                .map(|(_, new)| new.0.len().max(1))
                .sum();
            costs.push((pty.bytes.len() - start, changed));
        }
        pty.send("\x15");
        pty.shows("> ");
        pty.settle();
    }
    let median = |mut numbers: Vec<usize>| {
        numbers.sort_unstable();
        numbers[numbers.len() / 2]
    };
    let bytes = median(costs.iter().map(|(bytes, _)| *bytes).collect());
    assert!(bytes <= 2600, "{bytes} bytes a key: {costs:?}");
    let most = costs.iter().map(|(bytes, _)| *bytes).max();
    assert!(most <= Some(2600), "{most:?} bytes for a key: {costs:?}");
    // Where much changes; a single letter costs more to point at than to write.
    let large = costs.iter().filter(|(_, cells)| *cells > 500);
    let share = median(large.map(|(bytes, cells)| 100 * bytes / cells).collect());
    assert!(share <= 200, "{share} % of what changed: {costs:?}");
}

/// The menu of commands, by its letters and by the arrows, in both presets.
#[test]
fn the_menu_of_commands_is_walked() {
    for preset in ["typing", "vim"] {
        let mut pty = start_with(&["--keys", preset, "P1"]);
        pty.shows("Space menu");
        pty.send(" ");
        pty.shows("Commands P1 5G applications");
        pty.shows("> w who is responsible");
        pty.send("\x1b[B\x1b[B\x1b[B\r");
        pty.shows("Matrix  Projects");
        pty.send(" ");
        pty.shows("n filter by organisation or item");
        pty.send("n");
        pty.shows("Enter table");
        pty.send("miit");
        pty.shows("> miit");
        pty.send("\x1b");
        pty.hides("> miit");
        pty.send(" i");
        pty.shows("85 ░░░░");
        pty.send(" z");
        pty.shows("Space 命令");
        pty.send(" ");
        pty.shows("q 退出");
        pty.send("\x1b");
        pty.hides("q 退出");
        if preset == "vim" {
            // There it closes the page first.
            pty.send("q");
            pty.hides("85 ░░░░");
            pty.shows("34 × 17");
        } else {
            pty.send("quantum");
            pty.shows("> quantum");
            pty.send("\x1b\x1b");
            pty.hides("> quantum");
        }
        pty.send(" q");
        assert_eq!(pty.ends(), 0);
    }
}
