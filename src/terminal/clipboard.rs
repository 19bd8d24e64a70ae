//! The clipboard of the terminal that somebody sits at, by OSC 52: the only one that can be reached
//! through SSH. It is written, never read; no terminal confirms it.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// Terminals drop what is longer than about 74,000 bytes in base64.
pub const LIMIT: usize = 54_000;

/// GNU screen passes strings on in pieces of at most so many bytes.
const SCREEN_PIECE: usize = 240;

/// What stands between the program and the terminal, and takes sequences for itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Between {
    /// Nothing that is known of.
    #[default]
    Nothing,
    /// tmux.
    Tmux,
    /// GNU screen; or tmux, which may go by its name.
    Screen,
}

impl Between {
    /// By the kind of terminal that `TERM` names, and by whether `TMUX` and `STY` are set.
    #[must_use]
    pub fn new(term: &str, tmux: bool, sty: bool) -> Between {
        if tmux || term.starts_with("tmux") {
            Between::Tmux
        } else if sty || term.starts_with("screen") {
            Between::Screen
        } else {
            Between::Nothing
        }
    }
}

/// The sequence that puts `text` into the clipboard; `None` if the text is too long for it.
#[must_use]
pub fn copy(text: &str, between: Between) -> Option<Vec<u8>> {
    if text.len() > LIMIT {
        return None;
    }
    let sequence = format!("\x1b]52;c;{}\x07", STANDARD.encode(text)).into_bytes();
    let mut all = sequence.clone();
    match between {
        Between::Nothing => {}
        // Some settings let tmux take the bare sequence, others let it pass on what is wrapped.
        Between::Tmux => {
            all.extend_from_slice(b"\x1bPtmux;");
            for byte in sequence {
                if byte == b'\x1b' {
                    all.push(byte);
                }
                all.push(byte);
            }
            all.extend_from_slice(b"\x1b\\");
        }
        // GNU screen passes on what is wrapped; tmux takes the bare sequence. Each ignores the
        // other's.
        Between::Screen => {
            for piece in sequence.chunks(SCREEN_PIECE) {
                all.extend_from_slice(b"\x1bP");
                all.extend_from_slice(piece);
                all.extend_from_slice(b"\x1b\\");
            }
        }
    }
    Some(all)
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
