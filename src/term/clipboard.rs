//! The clipboard of the terminal that somebody sits at, by OSC 52: the only one that can be reached
//! through SSH. It is written, never read; no terminal confirms it.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// Terminals drop what is longer than about 74,000 bytes in base64.
pub const LIMIT: usize = 54_000;

/// GNU screen passes strings on in pieces of at most so many bytes.
const SCREEN_PIECE: usize = 240;

/// The sequence that puts `text` into the clipboard of a terminal of the kind that `TERM` names;
/// `None` if the text is too long for it.
#[must_use]
pub fn copy(text: &str, term: &str) -> Option<Vec<u8>> {
    if text.len() > LIMIT {
        return None;
    }
    let sequence = format!("\x1b]52;c;{}\x07", STANDARD.encode(text)).into_bytes();
    if !term.starts_with("screen") {
        return Some(sequence);
    }
    // GNU screen passes on what is wrapped; tmux, which may call itself screen, takes the bare
    // sequence. Each ignores the other's.
    let mut both = sequence.clone();
    for piece in sequence.chunks(SCREEN_PIECE) {
        both.extend_from_slice(b"\x1bP");
        both.extend_from_slice(piece);
        both.extend_from_slice(b"\x1b\\");
    }
    Some(both)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_sent_in_base64() {
        let sent = copy("P3 数字乡村", "xterm-256color").expect("it is short");
        assert_eq!(sent, "\x1b]52;c;UDMg5pWw5a2X5Lmh5p2R\x07".as_bytes());
        assert_eq!(copy(&"x".repeat(LIMIT + 1), "xterm"), None);
    }

    #[test]
    fn screen_gets_it_in_pieces() {
        let sent = copy(&"x".repeat(600), "screen-256color").expect("it is short");
        let bare = copy(&"x".repeat(600), "tmux").expect("it is short");
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
}
