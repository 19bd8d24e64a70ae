//! The decoder: bytes from a terminal, in whatever pieces they come, into events.
//!
//! Three things make this more than a table. An Esc may be a key or the beginning of one, so it
//! waits a moment for what belongs to it. A paste may be cut anywhere, and its end may never come:
//! then the keys pressed after a silence are keys again. And a burst of any size costs time in
//! proportion to its length. It knows no clock: whoever reads tells it of silences.

use std::time::Duration;

use crossterm::event::{Event, KeyCode, KeyModifiers};

use super::sequence::{Step, key, step};

/// How long an Esc waits for what belongs to it.
const ESC: Duration = Duration::from_millis(50);
/// How long a sequence that has more than its Esc waits for its end.
const SEQUENCE: Duration = Duration::from_millis(250);
/// After such a silence within a paste, an escape sequence or Ctrl-C is a key.
const PAUSE: Duration = Duration::from_millis(100);
/// After such a silence within a paste, what was pasted so far is handed on.
const SILENCE: Duration = Duration::from_secs(1);

const PASTE_END: &[u8] = b"\x1b[201~";
/// What of a paste is kept; the rest is read and dropped.
const PASTE_LIMIT: usize = 1 << 20;

/// Turns bytes into events.
#[derive(Debug, Default)]
pub struct Decoder {
    /// The beginning of something.
    pending: Vec<u8>,
    paste: Option<Paste>,
}

/// A paste that was begun and has not ended.
#[derive(Debug, Default)]
struct Paste {
    text: Vec<u8>,
    /// What is pending came after a pause, so it may be a key.
    after_pause: bool,
    /// Nothing came for so long that the end will hardly come.
    silent: bool,
}

impl Decoder {
    /// Takes `bytes`, which came after `silence`, and appends what they mean to `events`.
    pub fn feed(&mut self, bytes: &[u8], silence: Duration, events: &mut Vec<Event>) {
        if self.pending.is_empty()
            && let Some(paste) = &mut self.paste
        {
            paste.after_pause = silence >= PAUSE;
            if (paste.silent && is_one_key(bytes)) || (paste.after_pause && bytes == [0x03]) {
                self.end_paste(events);
            }
        }
        self.pending.extend_from_slice(bytes);
        self.take(events);
    }

    /// How long to wait for more before [`Decoder::expire`]; `None` if nothing is pending.
    #[must_use]
    pub fn patience(&self) -> Option<Duration> {
        match (self.pending.as_slice(), &self.paste) {
            ([], Some(paste)) if !paste.silent => Some(SILENCE),
            ([], _) => None,
            ([0x1b], _) => Some(ESC),
            // A sequence, or a character whose bytes arrive apart.
            (_, _) => Some(SEQUENCE),
        }
    }

    /// Nothing more came: what is pending is taken for what it is.
    pub fn expire(&mut self, events: &mut Vec<Event>) {
        if let Some(paste) = &mut self.paste {
            if self.pending.is_empty() {
                paste.silent = true;
                hand_on(&mut paste.text, events);
                return;
            }
            if !paste.after_pause {
                let broken = std::mem::take(&mut self.pending);
                paste.keep(&broken);
                return;
            }
            self.end_paste(events);
        }
        let pending = std::mem::take(&mut self.pending);
        match pending.as_slice() {
            [0x1b] => events.push(key(KeyCode::Esc, KeyModifiers::NONE)),
            [0x1b, letter @ (b'[' | b'O')] => {
                events.push(key(KeyCode::Char(char::from(*letter)), KeyModifiers::ALT));
            }
            // A string that never ended: Esc, and the rest was typed.
            [0x1b, b']' | b'P' | b'X' | b'^' | b'_', ..] => {
                events.push(key(KeyCode::Esc, KeyModifiers::NONE));
                self.pending.extend_from_slice(&pending[1..]);
                self.take(events);
            }
            _ => {}
        }
    }

    /// Takes as much of what is pending as can be understood.
    fn take(&mut self, events: &mut Vec<Event>) {
        let mut taken = 0;
        while taken < self.pending.len() {
            let rest = &self.pending[taken..];
            if let Some(paste) = &mut self.paste {
                match paste.take(rest) {
                    Pasted::Kept(length) => taken += length,
                    Pasted::Ended(length) => {
                        taken += length;
                        self.end_paste(events);
                    }
                    Pasted::Key => self.end_paste(events),
                    Pasted::More => break,
                }
                continue;
            }
            match step(rest) {
                Step::Event(event, length) => {
                    events.push(event);
                    taken += length;
                }
                Step::Skip(length) => taken += length,
                Step::Paste(length) => {
                    taken += length;
                    self.paste = Some(Paste::default());
                }
                Step::More => break,
            }
        }
        self.pending.drain(..taken);
    }

    fn end_paste(&mut self, events: &mut Vec<Event>) {
        if let Some(mut paste) = self.paste.take() {
            hand_on(&mut paste.text, events);
        }
    }
}

/// What the bytes within a paste are.
enum Pasted {
    Kept(usize),
    Ended(usize),
    Key,
    More,
}

impl Paste {
    fn keep(&mut self, bytes: &[u8]) {
        let room = PASTE_LIMIT.saturating_sub(self.text.len());
        self.text.extend_from_slice(&bytes[..bytes.len().min(room)]);
    }

    fn take(&mut self, bytes: &[u8]) -> Pasted {
        let escape = memchr::memchr(0x1b, bytes).unwrap_or(bytes.len());
        if escape > 0 {
            self.after_pause = false;
            self.keep(&bytes[..escape]);
            Pasted::Kept(escape)
        } else if bytes.starts_with(PASTE_END) {
            Pasted::Ended(PASTE_END.len())
        } else if PASTE_END.starts_with(bytes) {
            Pasted::More
        } else if self.after_pause {
            Pasted::Key
        } else {
            self.keep(&bytes[..1]);
            Pasted::Kept(1)
        }
    }
}

fn hand_on(text: &mut Vec<u8>, events: &mut Vec<Event>) {
    let text = std::mem::take(text);
    if !text.is_empty() {
        events.push(Event::Paste(String::from_utf8_lossy(&text).into_owned()));
    }
}

/// A single key press, as a finger makes it.
fn is_one_key(bytes: &[u8]) -> bool {
    bytes.len() <= 4 && std::str::from_utf8(bytes).is_ok_and(|text| text.chars().count() == 1)
}

#[cfg(test)]
mod tests;
