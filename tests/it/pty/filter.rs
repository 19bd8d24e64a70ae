//! What crossterm reads, and what was pressed: the filter behind its reader.

use std::time::Duration;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use plan::terminal::Filter;

const ESC_KEY: Event = press(KeyCode::Esc, KeyModifiers::NONE);
const CTRL_C: Event = press(KeyCode::Char('c'), KeyModifiers::CONTROL);
const BEL: Event = press(KeyCode::Char('g'), KeyModifiers::CONTROL);

const fn press(code: KeyCode, modifiers: KeyModifiers) -> Event {
    Event::Key(KeyEvent::new(code, modifiers))
}

/// What comes of keys: `^` is an Esc, `@` an Alt with the next character, `|` a pause within an
/// answer or a burst, `‖` one of a slow line, `·` a long one.
fn filtered(text: &str) -> String {
    let mut filter = Filter::default();
    let (mut events, mut gap) = (Vec::new(), Duration::from_secs(1));
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        let event = match c {
            '|' => {
                gap = Duration::from_millis(10);
                continue;
            }
            '‖' => {
                gap = Duration::from_millis(200);
                continue;
            }
            '·' => {
                gap = Duration::from_secs(1);
                events.extend(filter.expire());
                continue;
            }
            '^' => ESC_KEY,
            '@' => {
                let code = KeyCode::Char(chars.next().expect("a letter"));
                press(code, KeyModifiers::ALT)
            }
            '\r' => press(KeyCode::Enter, KeyModifiers::NONE),
            '\x07' => BEL,
            '\x03' => CTRL_C,
            c => press(KeyCode::Char(c), KeyModifiers::NONE),
        };
        events.extend(filter.take(event, std::mem::take(&mut gap)));
    }
    events.extend(filter.expire());
    let name = |event: &Event| match event {
        Event::Key(key) if *event == CTRL_C => format!("<{}>", key.code),
        Event::Key(key) => key.code.to_string(),
        other => format!("{other:?}"),
    };
    events.iter().map(name).collect()
}

#[test]
fn what_terminals_tear_or_join_is_what_was_pressed() {
    for (sent, meant) in [
        // Torn arrows.
        ("^|[|A", "Up"),
        ("^|[|3|~x", "Delx"),
        ("^|OB", "Down"),
        // An Esc and an arrow in one packet, and an Esc and a letter.
        ("^[A", "EscUp"),
        ("^x", "Escx"),
        ("^^", "EscEsc"),
        // Keys that are not known.
        ("^|Oq^|Od^|[9;9zx", "x"),
        ("^|[·x", "x"),
        // Answers, in one piece and torn, and ids.
        ("@]11;rgb:1e1e/2e2e\x07x", "x"),
        ("@]11;rgb:1e1e|/2e2e@\\x", "x"),
        ("^|]11;rgb:1e1e/2e2e^|\\x", "x"),
        ("@P1$r0m@\\@P>|vt@\\@_Gok@\\x", "x"),
        ("@^x|y@\\z", "z"),
        ("\u{9d}11;rgb:1e|1e\u{9c}x", "x"),
        ("\u{9b}9;9zx", "x"),
        ("\u{9b}Ax", "Upx"),
        ("\u{85}x", "x"),
        // What crossterm leaves of `ESC [ > 41 ; 354 ; 0 c`, in one piece and torn, and figures.
        ("41;354;0cx", "x"),
        ("4|1|;|3|5|4|;0|cx", "x"),
        ("0;276;0c5c", "5c"),
        ("41;‖354;‖0‖cx", "x"),
        ("4‖1", "41"),
        ("41;354·x", "41;354x"),
        ("4;2mx", "x"),
        ("5g", "5g"),
        ("2025c", "2025c"),
        ("5·;·0·c", "5;0c"),
        ("^|[A5", "Up5"),
        ("17\r", "17Enter"),
        ("5\x03", "5Esc"),
        ("@P17", "EscP17"),
        ("@P·1", "EscP1"),
        // Torn off longer than an Esc waits: the Esc has been passed on.
        ("^·‖]11;rgb:1e1e/1e1e/2e2e\x07x", "Escx"),
        ("^·‖P0$r0m^|\\x", "Escx"),
        ("^·‖P>|vt@\\x", "Escx"),
        ("^·‖_Gok@\\x", "Escx"),
        ("^·‖[?1;2cx", "Escx"),
        ("^·‖[Bx", "EscDownx"),
        // The same characters as keys, one at a time, and an id.
        ("^·‖[‖?‖1", "Esc[?1"),
        ("^·‖]‖x^·‖_·x", "Esc]xEsc_x"),
        ("^·‖P17", "EscP17"),
        ("^·‖P‖0‖$‖r", "EscP0$r"),
        ("^··[x", "Esc[x"),
        ("^·5g", "Esc5g"),
        // What crossterm leaves of `ESC O 1;5P`.
        (";5Px", "x"),
        (";·5·P", ";5P"),
        // However long the rest of a string takes, and whatever it begins with.
        ("@]11;rgb:1e1e/1e1e/·2e2e\x07x", "x"),
        ("@]11;rgb:1e1e/··2e2e^··\\x", "x"),
        ("@P1$r0·m·@\\x", "x"),
        ("@P2$u9/17/25@\\@Ptmux;ab@\\@Pq12@\\x", "x"),
        ("@P+q544e@\\@P数@\\@P0;1|17/ab^\\x", "x"),
        ("@X a b@\\@X hello q\x07@ktitle@\\@ktitle^\\@kt\x07x", "x"),
        ("\u{98}a b\u{9c}x", "x"),
        // Esc and keys in one packet, of which no string comes.
        ("@kk", "Esckk"),
        ("@kj^x", "EsckjEscx"),
        ("@X·y", "EscXy"),
        // What no string holds ends it, and is not lost.
        ("@]11;^x", "Escx"),
        // A key that no answer holds is a key.
        ("@]11;\rx", "Enterx"),
        // A Ctrl-C by itself, pressed several times, and among other keys.
        ("\x03", "<c>"),
        ("abc·\x03", "abc<c>"),
        ("\x03\x03|\x03", "<c>"),
        ("\x03·\x03", "<c><c>"),
        ("\x03x", "Escx"),
        ("abc\x03\x03", "abcEscEsc"),
        ("abc|\x03·\x03", "abcEsc<c>"),
    ] {
        assert_eq!(filtered(sent), meant, "{sent:?}");
    }
}
