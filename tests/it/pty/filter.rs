//! What terminals send, and what was pressed: the filter in front of crossterm's reader.

use std::time::Duration;

use plan::terminal::Filter;

/// What comes of keys: `^` is an Esc, `|` a pause within an answer or a burst, `‖` one of a slow line,
/// `·` a long one.
fn filtered(text: &str) -> String {
    let mut filter = Filter::default();
    let (mut bytes, mut gap) = (Vec::new(), Duration::from_secs(1));
    let pauses = text.split_inclusive(['|', '‖', '·']);
    for packet in pauses {
        let sent = packet
            .trim_end_matches(['|', '‖', '·'])
            .replace('^', "\x1b");
        if !sent.is_empty() {
            bytes.extend(filter.take(sent.as_bytes(), gap));
            gap = Duration::ZERO;
        }
        let pause = Duration::from_millis(match packet.chars().last() {
            Some('|') => 10,
            Some('‖') => 200,
            _ => 3000,
        });
        gap += pause;
        let mut left = pause;
        while let Some(patience) = filter.patience().filter(|patience| *patience <= left) {
            left -= patience;
            bytes.extend(filter.expire());
        }
    }
    let mut keys = String::from_utf8(bytes).expect("it is UTF-8");
    for (sequence, name) in [
        ("\x1b[27u", "Esc"),
        ("\x1b[A", "Up"),
        ("\x1b[B", "Down"),
        ("\x1bOB", "Down"),
        ("\x1b[3~", "Del"),
        ("\r", "Enter"),
        ("\x03", "<c>"),
        ("\x1b", "^"),
    ] {
        keys = keys.replace(sequence, name);
    }
    keys
}

#[test]
fn what_terminals_tear_or_join_is_what_was_pressed() {
    for (sent, meant) in [
        // Torn arrows.
        ("^|[|A", "Up"),
        ("^[‖A", "Up"),
        ("^|[|3|~x", "Delx"),
        ("^|OB", "Down"),
        ("^[1;|5Dx", "^[1;5Dx"),
        // An Esc and an arrow in one packet, an Esc and a letter, twice Esc.
        ("^^[A", "EscUp"),
        ("^x", "^x"),
        ("^·x", "Escx"),
        ("^^", "EscEsc"),
        ("^^^x", "EscEsc^x"),
        ("^\r", "^Enter"),
        // Keys that are not known.
        ("^|Oq^|Od^[9;9zx", "x"),
        ("^|[·x", "x"),
        ("^O1;5Px^O5qy", "xy"),
        ("^[7$·dx", "dx"),
        ("^[[Ax^[[Zy", "^[[Axy"),
        // Reports of the mouse and of the protocol of kitty.
        ("^[<0;5;9M^[<0;5;9mx", "^[<0;5;9M^[<0;5;9mx"),
        ("^[M !!x", "x"),
        ("^[97;2ux", "^[97;2ux"),
        // Answers, in one piece and torn.
        ("^]11;rgb:1e1e/2e2e\x07x", "x"),
        ("^]11;rgb:1e1e|/2e2e^\\x", "x"),
        ("^]11;rgb:1e1e/2e2e^|\\x", "x"),
        ("^P1$r0m^\\^P>|vt^\\^_Gok^\\x", "x"),
        ("^^·x", "EscEscx"),
        ("\u{9d}11;rgb:1e|1e\u{9c}x", "x"),
        ("\u{9b}9;9zx", "x"),
        ("\u{9b}Ax", "Upx"),
        ("\u{85}x", "x"),
        ("^[?2026;2$yx^[?1;0;256Sx^[?997;1nx^[?6;6;1Rx", "xxxx"),
        ("^[?2026;‖2·$yx", "x"),
        ("^[?2026;2$·yx^[4;1$·yx", "xx"),
        (
            "^[>41;354;0cx^[=1cx^[!px^[4;2mx^[6;6Rx^[0nx^[8;24;80tx",
            "xxxxxxx",
        ),
        ("^[?1u^[?62;4cx", "x"),
        // Broken off, without an end, and something in between: keys go on.
        ("^[?2026;2$^[Ax", "Upx"),
        ("^[?·\x03·x", "<c>x"),
        ("^[<数x", "数x"),
        ("^[<0;\rx", "Enterx"),
        // A paste, in one piece and torn, whatever it holds; without an end; behind what is broken off.
        ("^[200~a^[Ab\x03^|[201~x", "^[200~aUpb<c>^[201~x"),
        ("^[200~ab‖\x03·x", "^[200~ab^[201~<c>x"),
        ("^[200~ab‖^[B‖^OB·x", "^[200~ab^[201~DownDownx"),
        ("^[200~ab|^[B|^OB^[201~x", "^[200~abDownDown^[201~x"),
        ("^[200~ab‖^[2‖01~x", "^[200~ab^[201~x"),
        ("^[200~ab··x", "^[200~ab^[201~x"),
        ("^^[200~q\x03^[201~", "Esc^[200~q<c>^[201~"),
        ("^[200^[200~q^[201~", "^[200~q^[201~"),
        // Figures and ids are typed.
        ("5g", "5g"),
        ("41;354", "41;354"),
        ("2025c", "2025c"),
        ("17\r", "17Enter"),
        ("^P17", "^P17"),
        ("^P·1", "^P1"),
        // Torn off longer than an Esc waits: the Esc has been passed on.
        ("^‖]11;rgb:1e1e/1e1e/2e2e\x07x", "Escx"),
        ("^‖P0$r0m^|\\x", "Escx"),
        ("^‖P>|vt^\\x", "Escx"),
        ("^‖_Gok^\\x", "Escx"),
        ("^‖[?1;2cx", "Escx"),
        ("^‖[Bx", "EscDownx"),
        // The same characters as keys, one at a time, and an id.
        ("^‖[‖?‖1", "Esc[?1"),
        ("^‖]‖x^·‖_·x", "Esc]xEsc_x"),
        ("^‖P17", "EscP17"),
        ("^‖P‖0‖$‖r", "EscP0$r"),
        ("^··[x", "Esc[x"),
        ("^·5g", "Esc5g"),
        // However long the rest of a string takes, and whatever it begins with.
        ("^]11;rgb:1e1e/1e1e/·2e2e\x07x", "x"),
        ("^]11;rgb:1e1e/··2e2e^··\\x", "x"),
        ("^P1$r0·m·^\\x", "x"),
        ("^Xabc·dq^\\x", "x"),
        ("^P2$u9/17/25^\\^Ptmux;ab^\\^Pq12^\\x", "x"),
        ("^P+q544e^\\^P数^\\^P0;1|17/ab^\\x", "x"),
        ("^X a b^\\^X hello q\x07^ktitle^\\^ktitle^\\^kt\x07x", "x"),
        ("\u{98}a b\u{9c}x", "x"),
        // Given up, and then the end of it: the rest does nothing, its end nothing either.
        ("^]‖11;rgb:1/1/1^\\x", "^]x"),
        ("^P1‖$r0mq^\\x", "^P1x"),
        ("^ktit‖leq^\\x", "^ktitx"),
        ("^Ptmux;‖q·^\\x", "^Ptmux;qx"),
        // Esc and keys in one packet, of which no string comes.
        ("^kk", "^kk"),
        ("^kj^x", "^kj^x"),
        ("^kj^", "^kjEsc"),
        ("^kj\r", "^kjEnter"),
        ("^X·y", "^Xy"),
        // What no string holds ends it, and is not lost.
        ("^]11;^x", "^x"),
        ("^]11;\rx", "Enterx"),
        ("^]11;\x03·x", "Escx"),
        ("^]11;·\x03·x", "<c>x"),
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

/// Raw bytes of C1, torn and broken characters.
#[test]
fn characters_are_whole() {
    let mut filter = Filter::default();
    let second = Duration::from_secs(1);
    for (sent, meant) in [
        (&b"\xe6\x95"[..], &b""[..]),
        (b"\xb0x", "数x".as_bytes()),
        (b"\x9bA\x9d11;rgb:1\x9cx", b"\x1b[Ax"),
        (b"\x1b^xy\x1b\\z", b"z"),
        (b"\xff\xc0\x80\xed\xa0\x80y", b"y"),
        (b"\xe4\xb8z", b"z"),
    ] {
        assert_eq!(filter.take(sent, second), meant, "{sent:?}");
    }
}

/// Of a paste so much is kept as a prompt takes, of a sequence nothing.
#[test]
fn what_does_not_end_takes_no_memory() {
    for begin in [
        "\x1b[200~",
        "\x1b[",
        "\x1b[?",
        "\x1bO",
        "\x1b]",
        "\x1bP1$",
        "\x1bk",
    ] {
        let mut filter = Filter::default();
        let mut out = filter.take(begin.as_bytes(), Duration::from_secs(1)).len();
        for _ in 0..10_000 {
            out += filter.take(&b"1;".repeat(50), Duration::ZERO).len();
        }
        assert!(out == 0 || begin == "\x1bk", "{begin:?}: {out}");
        let held = format!("{filter:?}").len();
        assert!(held < 40_000, "{begin:?}: {held}");
    }
}
