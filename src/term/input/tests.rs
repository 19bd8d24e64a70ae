//! Keys as terminals really send them: whole, in pieces, broken, and all at once.

use super::*;
use proptest::prelude::*;

/// Feeds pieces; a number is a silence in milliseconds before the next piece.
enum Piece {
    Bytes(&'static [u8]),
    Silence(u64),
}
use Piece::{Bytes, Silence};

fn feed(pieces: &[Piece]) -> Vec<Event> {
    let mut decoder = Decoder::default();
    let mut events = Vec::new();
    let mut silence = Duration::ZERO;
    for piece in pieces {
        match piece {
            Silence(ms) => {
                silence = Duration::from_millis(*ms);
                let mut waited = Duration::ZERO;
                while let Some(patience) = decoder.patience() {
                    waited += patience;
                    if waited > silence {
                        break;
                    }
                    decoder.expire(&mut events);
                }
            }
            Bytes(bytes) => {
                decoder.feed(bytes, silence, &mut events);
                silence = Duration::ZERO;
            }
        }
    }
    events
}

fn name(event: &Event) -> String {
    match event {
        Event::Key(key) => {
            let mut name = String::new();
            for (modifier, prefix) in [
                (KeyModifiers::CONTROL, "C-"),
                (KeyModifiers::ALT, "A-"),
                (KeyModifiers::SHIFT, "S-"),
            ] {
                if key.modifiers.contains(modifier) {
                    name += prefix;
                }
            }
            match key.code {
                KeyCode::Char(c) => name.push(c),
                KeyCode::F(n) => return format!("{name}F{n}"),
                code => return format!("{name}{code:?}"),
            }
            name
        }
        Event::Paste(text) => format!("<{text}>"),
        Event::Mouse(mouse) => format!("{:?}@{},{}", mouse.kind, mouse.column, mouse.row),
        other => format!("{other:?}"),
    }
}

#[track_caller]
fn gives(pieces: &[Piece], expected: &str) {
    let names: Vec<String> = feed(pieces).iter().map(name).collect();
    assert_eq!(names.join(" "), expected);
}

#[test]
fn keys_as_they_are_sent() {
    for (bytes, expected) in [
        (&b"a\xe4\xba\x94Z"[..], "a 五 Z"),
        (
            b"\r\n\t\x7f\x08\x00\x01\x1a\x1f",
            "Enter Enter Tab Backspace Backspace C-  C-a C-z C-_",
        ),
        (b"\x1b[A\x1b[B\x1bOC\x1b[D", "Up Down Right Left"),
        (
            b"\x1b[1;2A\x1b[1;3D\x1b[1;5C\x1b[a",
            "S-Up A-Left C-Right S-Up",
        ),
        (
            b"\x1b[H\x1b[F\x1b[1~\x1b[8~\x1bOH",
            "Home End Home End Home",
        ),
        (
            b"\x1b[2~\x1b[3~\x1b[5~\x1b[6~\x1b[Z",
            "Insert Delete PageUp PageDown BackTab",
        ),
        (
            b"\x1bOP\x1b[12~\x1b[[C\x1b[15~\x1b[24~\x1b[1;2R",
            "F1 F2 F3 F5 F12 S-F3",
        ),
        (b"\x1bb\x1b\x7f\x1b\xe4\xba\x94", "A-b A-Backspace A-五"),
        (b"\x1b[97;5u\x1b[27;5;9~", "C-a C-Tab"),
        (
            b"\x1b[<0;5;6M\x1b[<0;5;6m\x1b[<64;3;3M\x1b[<32;7;8M",
            "Down(Left)@4,5 Up(Left)@4,5 ScrollUp@2,2 Drag(Left)@6,7",
        ),
    ] {
        gives(&[Bytes(bytes)], expected);
    }
}

#[test]
fn what_is_no_key_does_nothing() {
    for bytes in [
        &b"\xff\xc0\x80\xed\xa0\x80\xc2\x9b"[..],
        b"\x1b[6;6R\x1b[?62;c\x1b[I\x1b[O\x1b[201~\x1b[999999999999999999X\x1b[;;;;;;;;m\x1b[-1;-1G",
        b"\x1b]11;rgb:0000/0000/0000\x07\x1b]11;x\x1b\\\x1bP1$r0m\x1b\\",
        b"\x1b[M !!\x1b[<35;999;999M\x1b[<0;0;0M\x1b[<0;99999999;1M",
        b"\x1b[1;\x1b[2;\x1b[3",
    ] {
        gives(&[Bytes(bytes), Silence(1000)], "");
    }
}

#[test]
fn an_esc_waits_for_what_belongs_to_it() {
    gives(&[Bytes(b"\x1b")], "");
    gives(&[Bytes(b"\x1b"), Silence(50)], "Esc");
    gives(
        &[
            Bytes(b"\x1b"),
            Silence(40),
            Bytes(b"["),
            Silence(40),
            Bytes(b"A"),
        ],
        "Up",
    );
    gives(
        &[
            Bytes(b"\x1b[1;"),
            Silence(40),
            Bytes(b"5"),
            Silence(40),
            Bytes(b"C"),
        ],
        "C-Right",
    );
    gives(&[Bytes(b"\x1b\x1b"), Silence(50)], "Esc Esc");
    gives(&[Bytes(b"\x1b\x1b[B")], "Esc Down");
    gives(&[Bytes(b"\x1b"), Silence(60), Bytes(b"b")], "Esc b");
    gives(&[Bytes(b"\x1b["), Silence(300), Bytes(b"A")], "A-[ A");
    gives(&[Bytes(b"\x1bO"), Silence(300)], "A-O");
    gives(&[Bytes(b"\x1bPq"), Silence(300)], "Esc P q");
    gives(&[Bytes(b"\x1b]0;a\x1b[Bb")], "Esc ] 0 ; a Down b");
    gives(&[Bytes(b"\xe4\xba"), Silence(20), Bytes(b"\x94x")], "五 x");
    gives(&[Bytes(b"\xe4"), Silence(150), Bytes(b"\xba\x94")], "五");
    gives(&[Bytes(b"\xe4\xba"), Silence(300), Bytes(b"x")], "x");
}

#[test]
fn a_paste_is_one_event_however_it_is_cut() {
    gives(&[Bytes(b"\x1b[200~who\nleads\x1b[201~x")], "<who\nleads> x");
    gives(
        &[
            Bytes(b"\x1b[200~a\x1b[Ab\x1b"),
            Bytes(b"[20"),
            Silence(40),
            Bytes(b"1~q"),
        ],
        "<a\x1b[Ab> q",
    );
    gives(
        &[
            Bytes(b"\x1b[200~a"),
            Silence(90),
            Bytes(b"\x1b[Bb\x1b[201~"),
        ],
        "<a\x1b[Bb>",
    );
    gives(&[Bytes(b"\x1b[200~\x1b[201~")], "");
    gives(
        &[Bytes(b"\x1b[200~\xff\xe4\x1b[201~")],
        "<\u{fffd}\u{fffd}>",
    );
    gives(
        &[
            Bytes(b"\x1b[200~a"),
            Silence(500),
            Bytes(b"bcd\re\x1b[201~"),
        ],
        "<abcd\re>",
    );
}

#[test]
fn a_paste_without_an_end_does_not_swallow_the_keys() {
    gives(
        &[
            Bytes(b"\x1b[200~a"),
            Silence(300),
            Bytes(b"\x1b[B"),
            Bytes(b"j"),
        ],
        "<a> Down j",
    );
    gives(
        &[
            Bytes(b"\x1b[200~a"),
            Silence(300),
            Bytes(b"\x1b"),
            Silence(60),
            Bytes(b"j"),
        ],
        "<a> Esc j",
    );
    gives(
        &[
            Bytes(b"\x1b[200~a"),
            Silence(300),
            Bytes(b"\x1b["),
            Bytes(b"B"),
        ],
        "<a> Down",
    );
    gives(
        &[Bytes(b"\x1b[200~a"), Silence(300), Bytes(b"\x03")],
        "<a> C-c",
    );
    gives(
        &[
            Bytes(b"\x1b[200~a"),
            Silence(1500),
            Bytes(b"\r"),
            Bytes(b"j"),
        ],
        "<a> Enter j",
    );
    gives(
        &[
            Bytes(b"\x1b[200~a"),
            Silence(1500),
            Bytes(b"bcdefg"),
            Bytes(b"\x1b[201~j"),
        ],
        "<a> <bcdefg> j",
    );
    gives(
        &[Bytes(b"\x1b[200~a"), Silence(1500), Bytes(b"\x1b[201~j")],
        "<a> j",
    );
}

#[test]
fn a_paste_beyond_all_measure_is_cut() {
    let mut decoder = Decoder::default();
    let mut events = Vec::new();
    decoder.feed(b"\x1b[200~", Duration::ZERO, &mut events);
    for _ in 0..3 * PASTE_LIMIT / 4096 {
        decoder.feed(&[b'x'; 4096], Duration::ZERO, &mut events);
    }
    decoder.feed(b"\x1b[201~q", Duration::ZERO, &mut events);
    let [Event::Paste(text), Event::Key(_)] = events.as_slice() else {
        panic!("{}", events.len())
    };
    assert_eq!(text.len(), PASTE_LIMIT);
}

proptest! {
    /// However bytes are cut into pieces, they mean the same, and nothing stays pending for good.
    #[test]
    fn pieces_do_not_matter(bytes in bytes(), cuts in proptest::collection::vec(1..9usize, 0..200)) {
        let mut whole = Vec::new();
        let mut decoder = Decoder::default();
        decoder.feed(&bytes, Duration::ZERO, &mut whole);
        let mut parts = Vec::new();
        let mut other = Decoder::default();
        let mut rest = bytes.as_slice();
        for cut in cuts {
            let (part, after) = rest.split_at(cut.min(rest.len()));
            other.feed(part, Duration::ZERO, &mut parts);
            rest = after;
        }
        other.feed(rest, Duration::ZERO, &mut parts);
        for _ in 0..bytes.len() + 2 {
            decoder.expire(&mut whole);
            other.expire(&mut parts);
        }
        prop_assert_eq!(&whole, &parts);
        prop_assert_eq!(decoder.patience(), None);
    }
}

fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        any::<u8>().prop_map(|byte| vec![byte]),
        proptest::sample::select(vec![
            &b"\x1b"[..],
            b"\x1b[",
            b"\x1bO",
            b"\x1b]",
            b"\x1bP",
            b"\x1b[200~",
            b"\x1b[201~",
            b"\x1b[A",
            b"\x1b[1;5",
            b"\x1b[<0;5",
            b"\x1b[M",
            b"\x1b[[",
            "数".as_bytes(),
            b"\xe4\xba",
            b"\x07",
            b"\x1b\\",
            b"q",
            b";",
            b"~",
        ])
        .prop_map(<[u8]>::to_vec),
    ];
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}
