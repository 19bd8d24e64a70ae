//! The clipboard of the user's own terminal, by OSC 52: the only one that can be reached
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
