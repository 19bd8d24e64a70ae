//! What is sent to the terminal for others: the clipboard, within what a terminal takes, and the
//! title. Nothing is ever asked back.

use crate::common::{Bond, Pty};
use crate::ui::Ui;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use plan::app::{Effect, Options};
use plan::clipboard::{Between, LIMIT, copy};
use plan::model::{Input, Lang, load};

const PLAN: &str = env!("CARGO_BIN_EXE_plan");

/// What was copied last.
fn copied(ui: &Ui) -> &str {
    let mut copies = ui.effects.iter().rev().filter_map(|effect| match effect {
        Effect::Copy(text) => Some(text.as_str()),
        _ => None,
    });
    copies.next().expect("something was copied")
}

#[test]
fn what_is_copied_is_shown_to_select_by_hand() {
    let ui = Ui::new(80, 24).press("5g<enter><space>y");
    let first = copied(&ui).lines().next().expect("a line").to_owned();
    let frame = ui.frame();
    let start: String = first.chars().take(40).collect();
    assert!(frame.contains("Copied. If pasting fails"), "{frame}");
    assert!(frame.contains(&start), "{start} in\n{frame}");
    // Any key takes the box away.
    assert!(!ui.press("<down>").frame().contains("If pasting fails"));
    let whole = Ui::new(80, 24).press("5g<enter><space>Y");
    assert!(copied(&whole).len() > first.len() && copied(&whole).contains("P1"));
}

#[test]
fn a_long_text_is_cut_between_characters_and_that_is_said() {
    let small = std::fs::read_to_string("tests/small/plan.json").expect("it is there");
    let long = "长".repeat(LIMIT);
    let mut bytes = small;
    for text in [
        "经得起风暴的码头。",
        "Quays that a storm does not take away.",
    ] {
        assert!(bytes.contains(text), "{text}");
        bytes = bytes.replacen(text, &long, 1);
    }
    for (lang, said) in [(Lang::En, "the first 54 kB"), (Lang::Zh, "前 54 kB")] {
        let name = "plan.json";
        let plan = load(
            Input {
                name,
                bytes: bytes.as_bytes(),
            },
            &[],
        )
        .expect("it loads");
        let options = Options {
            lang,
            ..Options::default()
        };
        let ui = Ui::on(plan, 80, 24, options).press("<esc><space>/PR1<enter><space>Y");
        let text = copied(&ui);
        assert!(text.len() <= LIMIT && text.len() > LIMIT - 4);
        assert!(ui.frame().contains(said), "{}", ui.frame());
    }
}

/// The bytes that the program writes between a citation's key and its end.
fn session(arguments: &[&str], environment: &[(&str, Option<&str>)]) -> Vec<u8> {
    let mut pty = Pty::start_as(Bond::Controlling, (80, 24), PLAN, arguments, environment);
    pty.shows("P1");
    pty.send(" y");
    pty.until("says so", |pty| {
        ["Copied", "已复制"]
            .iter()
            .any(|word| pty.text().contains(word))
    });
    pty.send(" q");
    assert_eq!(pty.ends(), 0);
    pty.is_given_back();
    std::mem::take(&mut pty.bytes)
}

#[test]
fn the_clipboard_is_written_and_never_read() {
    for (environment, wrapped) in [
        (&[][..], None),
        (
            &[("TMUX", Some("/tmp/tmux,1,0"))][..],
            Some("\x1bPtmux;\x1b\x1b]52;c;"),
        ),
        (&[("TERM", Some("screen"))][..], Some("\x1bP\x1b]52;c;")),
    ] {
        let bytes = session(&["P1"], environment);
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("]52;c;?"), "the clipboard was asked");
        let (_, rest) = text.split_once("\x1b]52;c;").expect("it is written");
        let (data, _) = rest.split_once('\x07').expect("it has an end");
        let sent = STANDARD.decode(data).expect("it is base64");
        let sent = String::from_utf8(sent).expect("it is UTF-8");
        assert!(sent.contains("5G") && !sent.contains('\x1b'), "{sent}");
        match wrapped {
            Some(wrapped) => assert!(text.contains(wrapped), "{environment:?}"),
            None => assert!(!text.contains("\x1bP")),
        }
    }
}

#[test]
fn the_title_is_the_plans_and_is_given_back() {
    let bytes = session(&["P1"], &[]);
    let text = String::from_utf8_lossy(&bytes);
    assert!(
        text.contains("\x1b[22;0t\x1b]2;14th Five-Year Plan"),
        "{text}"
    );
    let bytes = session(&["P1", "--lang", "zh"], &[]);
    let text = String::from_utf8_lossy(&bytes);
    assert!(
        text.contains("\x1b]2;“十四五”国家信息化规划\x1b\\"),
        "{text}"
    );
}

#[test]
fn a_text_is_sent_in_base64() {
    let sent = copy("P3 数字乡村", Between::Nothing).expect("it is short");
    assert_eq!(sent, "\x1b]52;c;UDMg5pWw5a2X5Lmh5p2R\x07".as_bytes());
    assert_eq!(copy(&"x".repeat(LIMIT + 1), Between::Nothing), None);
    let longest = copy(&"x".repeat(LIMIT), Between::Nothing).expect("it is not too long");
    assert!(longest.len() < 74_000);
}

#[test]
fn tmux_may_pass_it_on() {
    let sent = copy("P3", Between::Tmux).expect("it is short");
    let sent = String::from_utf8(sent).expect("it is ASCII");
    assert_eq!(
        sent,
        "\x1b]52;c;UDM=\x07\x1bPtmux;\x1b\x1b]52;c;UDM=\x07\x1b\\"
    );
}

#[test]
fn screen_gets_it_in_pieces() {
    let text = "x".repeat(600);
    let sent = copy(&text, Between::Screen).expect("it is short");
    let bare = copy(&text, Between::Nothing).expect("it is short");
    let pieces = sent
        .strip_prefix(bare.as_slice())
        .expect("the bare sequence comes first");
    assert!(pieces.starts_with(b"\x1bP\x1b]52;c;") && pieces.ends_with(b"\x07\x1b\\"));
    let inside = String::from_utf8_lossy(pieces).replace("\x1b\\\x1bP", "");
    assert_eq!(
        inside
            .trim_start_matches("\x1bP")
            .trim_end_matches("\x1b\\")
            .as_bytes(),
        bare
    );
}

#[test]
fn what_stands_between_is_known_by_the_environment() {
    for (term, tmux, sty, between) in [
        ("xterm-256color", false, false, Between::Nothing),
        ("xterm-256color", true, false, Between::Tmux),
        ("tmux-256color", false, false, Between::Tmux),
        ("screen-256color", true, false, Between::Tmux),
        ("screen-256color", false, false, Between::Screen),
        ("xterm", false, true, Between::Screen),
    ] {
        assert_eq!(
            Between::new(term, tmux, sty),
            between,
            "{term} {tmux} {sty}"
        );
    }
}
