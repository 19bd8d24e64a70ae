//! The thread that reads the terminal, and the one that reads keys: between them a filter.
//!
//! crossterm takes what terminals answer to a program that ran before for keys, or waits for the end
//! of it for ever; it takes an Esc at the end of a packet for a key, so that the rest of a torn arrow
//! would be typed. So it never reads the terminal itself: it reads standard input, which from the start
//! of a session is a pipe, and into that goes what [`Filter`] leaves of what the terminal sends: keys and
//! pastes, each whole, and Esc as `ESC [ 27 u`, which is nothing else.
//!
//! What it cannot tell: a string torn right behind `ESC P 1` or `ESC k` may also be keys, and is taken for
//! those. A broken-off sequence costs the next letter.

use std::io::{self, PipeWriter, Write};
use std::os::fd::{AsFd, OwnedFd};
use std::sync::mpsc::SyncSender;
use std::time::{Duration, Instant};

use crossterm::event::{self, Event, KeyEventKind};
use rustix::event::PollFlags;
use rustix::io::Errno;

use super::Input;
use super::tty::{is_ready, spawn};

/// How long an Esc waits for what belongs to it.
const ESC: Duration = Duration::from_millis(50);
/// How long the rest of a sequence is waited for.
const ANSWER: Duration = Duration::from_millis(500);
/// How long the rest of a paste is waited for: a bad line may stop for a while.
const PASTING: Duration = Duration::from_secs(3);
/// Keys this close together are of a burst or a paste: no hand presses them.
const CLOSE: Duration = Duration::from_millis(20);
/// How much of a paste is kept, in bytes: what a prompt takes, and with its marks no more than a pipe
/// takes in one piece.
const PASTE: usize = 4000;
/// The most characters of what may be keys or a string.
const LONGEST: usize = 256;
/// The size of the pipe: a flood of keys waits with its sender, so that little waits before a Ctrl-C.
#[cfg(target_os = "linux")]
const PIPE: usize = 4096;

/// What begins a string behind an Esc: OSC, APC, PM, SOS.
const STRINGS: [char; 4] = [']', '_', '^', 'X'];
/// The same, if it is not typed: DCS, and a title of screen.
const PERHAPS: [char; 2] = ['P', 'k'];
/// The end of a paste.
const PASTED: &[u8] = b"\x1b[201~";
/// An Esc that is one, as in the protocol of kitty.
const ESC_KEY: &str = "\x1b[27u";

/// Starts both threads. Keys are sent until the terminal or the receiver is gone.
pub(super) fn start<T: From<Input> + Send + 'static>(
    terminal: &OwnedFd,
    inputs: SyncSender<T>,
    mouse: bool,
) -> io::Result<()> {
    let (reader, writer) = io::pipe()?;
    #[cfg(target_os = "linux")]
    rustix::pipe::fcntl_setpipe_size(&writer, PIPE)?;
    // crossterm decides here what it reads: standard input, if that is a terminal.
    rustix::stdio::dup2_stdin(terminal)?;
    event::poll(Duration::ZERO)?;
    rustix::stdio::dup2_stdin(&reader)?;
    let (terminal, gone) = (terminal.try_clone()?, inputs.clone());
    spawn("terminal", move || {
        let writer = filter(&terminal, writer);
        let _ = gone.send(Input::Gone.into());
        // On a closed pipe crossterm would spin.
        std::mem::forget(writer);
    })?;
    spawn("input", move || {
        while let Ok(event) = event::read() {
            let is_ours = match &event {
                Event::Key(key) => key.kind != KeyEventKind::Release,
                Event::Paste(_) => true,
                Event::Mouse(_) => mouse,
                // Focus is not asked for; sizes come from the kernel.
                Event::FocusGained | Event::FocusLost | Event::Resize(..) => false,
            };
            if is_ours && inputs.send(Input::Event(event).into()).is_err() {
                return;
            }
        }
        let _ = inputs.send(Input::Gone.into());
    })
}

/// Writes what the terminal sends into the pipe, filtered, until it is gone. A full pipe makes this wait.
fn filter(terminal: impl AsFd, mut pipe: PipeWriter) -> PipeWriter {
    let mut filter = Filter::default();
    let mut last: Option<Instant> = None;
    let mut bytes = [0; 512];
    loop {
        let patience = filter.patience();
        let keys = if patience.is_none_or(|time| is_ready(&terminal, PollFlags::IN, time)) {
            match rustix::io::read(&terminal, &mut bytes) {
                Ok(0) => return pipe,
                Ok(length) => {
                    let now = Instant::now();
                    let gap = last.map_or(Duration::MAX, |last| now - last);
                    last = Some(now);
                    filter.take(&bytes[..length], gap)
                }
                Err(Errno::INTR) => continue,
                // Another program that shares the terminal made it non-blocking.
                Err(Errno::AGAIN) => {
                    is_ready(&terminal, PollFlags::IN, PASTING);
                    continue;
                }
                Err(_) => return pipe,
            }
        } else {
            filter.expire()
        };
        if pipe.write_all(&keys).is_err() {
            return pipe;
        }
    }
}

/// Bytes of the terminal in, bytes of keys and pastes out.
#[derive(Debug, Default)]
pub struct Filter {
    state: State,
    /// The beginning of a character.
    partial: Vec<u8>,
    out: Vec<u8>,
}

#[derive(Debug, Default)]
enum State {
    /// Nothing is held back.
    #[default]
    Idle,
    /// A Ctrl-C: was it pressed by itself?
    CtrlC,
    /// An Esc and what came behind it; of that so many characters were passed on already.
    Held(String, usize),
    /// These characters were passed on as keys, but the rest of a sequence may still come.
    Late(String),
    /// Within a string of the terminal; after an Esc, if true. Only its end or what it cannot hold ends it.
    String(bool),
    /// Within a paste.
    Paste(Vec<u8>),
}

impl Filter {
    /// How long to wait for more before [`Filter::expire`]; `None` if that is not limited.
    #[must_use]
    pub fn patience(&self) -> Option<Duration> {
        match &self.state {
            State::CtrlC => Some(CLOSE),
            State::Held(text, _) => match text.as_bytes() {
                [_, b'[' | b'O'] | [_, b'[', b'M', ..] => Some(ANSWER),
                // Shift and Home in rxvt; an answer has a `?` or two figures.
                [_, b'[', key @ .., b'$'] if key.iter().all(u8::is_ascii_digit) => Some(ESC),
                // Nobody types figures behind Alt-[.
                [_, b'[' | b'O', ..] => None,
                _ => Some(ESC),
            },
            State::Late(_) => Some(ANSWER),
            State::Paste(_) => Some(PASTING),
            State::Idle | State::String(_) => None,
        }
    }

    /// Takes what came in one packet, `gap` after the one before.
    pub fn take(&mut self, bytes: &[u8], gap: Duration) -> Vec<u8> {
        if let State::Late(before) = &self.state {
            // The rest of a late sequence comes in one packet, a key comes alone.
            let is_rest = match before.as_str() {
                "\x1b" => bytes.len() > 1 && b"[]_^PX".contains(&bytes[0]),
                _ => bytes.contains(&7) || bytes.windows(2).any(|two| two == b"\x1b\\"),
            };
            self.state = if is_rest {
                State::Held(before.clone(), before.chars().count())
            } else {
                State::Idle
            };
        }
        // No paste holds a packet of one such key alone: its end is lost.
        if matches!(self.state, State::Paste(_)) && is_no_text(bytes) && gap >= CLOSE {
            self.paste();
        }
        for (at, &byte) in bytes.iter().enumerate() {
            match &mut self.state {
                State::Paste(text) => {
                    text.push(byte);
                    if text.ends_with(PASTED) {
                        self.paste();
                    } else if text.len() > PASTE + PASTED.len() {
                        text.remove(PASTE);
                    }
                }
                _ => {
                    if let Some(character) = self.character(byte) {
                        self.character_came(character, at == 0 && gap >= CLOSE);
                    }
                }
            }
        }
        std::mem::take(&mut self.out)
    }

    /// Nothing more came: what is held is taken for what it is; the end of a string is waited for.
    pub fn expire(&mut self) -> Vec<u8> {
        match std::mem::take(&mut self.state) {
            State::CtrlC => self.out.push(3),
            State::Held(text, said) => self.give_up(text, said),
            State::Paste(text) => {
                self.state = State::Paste(text);
                self.paste();
            }
            state @ State::String(_) => self.state = state,
            State::Idle | State::Late(_) => {}
        }
        std::mem::take(&mut self.out)
    }

    /// The character that a byte completes. A byte of C1 by itself is one; what is no UTF-8 is dropped.
    fn character(&mut self, byte: u8) -> Option<char> {
        self.partial.push(byte);
        match str::from_utf8(&self.partial) {
            Ok(text) => {
                let character = text.chars().next();
                self.partial.clear();
                character
            }
            Err(error) if error.error_len().is_none() => None,
            Err(_) if self.partial.len() > 1 => {
                self.partial.clear();
                self.character(byte)
            }
            Err(_) => {
                self.partial.clear();
                Some(char::from(byte)).filter(|c| c.is_control())
            }
        }
    }

    /// `alone`: nothing came right before it.
    fn character_came(&mut self, c: char, alone: bool) {
        match std::mem::take(&mut self.state) {
            State::CtrlC if c == '\x03' => self.state = State::CtrlC,
            State::CtrlC => {
                self.key(ESC_KEY);
                self.character_came(c, false);
            }
            State::String(true) if c == '\\' => {}
            State::String(true) => {
                self.state = State::Held("\x1b".into(), 0);
                self.character_came(c, alone);
            }
            State::String(false) => match c {
                '\x07' | '\u{9c}' => {}
                '\x1b' => self.state = State::String(true),
                // No string holds it: it is a key.
                c if c.is_control() => self.character_came(c, alone),
                _ => self.state = State::String(false),
            },
            State::Held(mut text, said) => {
                if text.len() < 2 * LONGEST {
                    text.push(c);
                }
                self.decide(text, (c, alone), said);
            }
            State::Idle | State::Late(_) | State::Paste(_) => match c {
                '\x1b' => self.state = State::Held("\x1b".into(), 0),
                '\x03' if alone => self.state = State::CtrlC,
                '\x03' => self.key(ESC_KEY),
                // The introducers as one character each: an Esc and the letter mean the same.
                '\u{80}'..='\u{9f}' => {
                    let letter = u8::try_from(c).map_or(' ', |byte| char::from(byte - 0x40));
                    if "[]OP_^X".contains(letter) {
                        self.state = State::Held(format!("\x1b{letter}"), 0);
                    }
                }
                c => self.key(c.encode_utf8(&mut [0; 4])),
            },
        }
    }

    /// Takes `text`, an Esc and more up to a character, for what it is, or holds it if that is not clear.
    fn decide(&mut self, text: String, (last, alone): (char, bool), said: usize) {
        let rest = &text[1..];
        let mut signs = rest.chars();
        let first = signs.next().unwrap_or(last);
        let is_perhaps = PERHAPS.contains(&first);
        match rest.as_bytes() {
            // An Esc, and what is of no Alt-key.
            [0x1b | 3] | [0xc2, 0x80..=0x9f] => {
                self.key(ESC_KEY);
                self.character_came(last, false);
            }
            // The end of a string without one.
            b"\\" => {}
            [b'[', b'M', _, _, _] | [b'[', b'[', _] if last.is_ascii() => self.sequence(&text),
            [b'[', b'M', ..] | b"[[" | [b'[' | b'O'] => self.state = State::Held(text, said),
            b"[200~" => self.state = State::Paste(Vec::new()),
            [b'[' | b'O', ..] => match last {
                ' '..='?' => self.state = State::Held(text, said),
                '@'..='~' => self.sequence(&text),
                // It is broken off.
                _ => self.character_came(last, alone),
            },
            [_] if is_perhaps || STRINGS.contains(&first) => self.state = State::Held(text, said),
            _ if STRINGS.contains(&first) => {
                self.state = State::String(false);
                self.character_came(last, alone);
            }
            _ if is_perhaps => self.perhaps(text, last, said),
            // An Alt-key.
            _ => self.key(&text),
        }
    }

    /// Takes `text`, an Esc, P or k and more, for a string or for keys, or holds it if that is not clear.
    fn perhaps(&mut self, text: String, last: char, said: usize) {
        let begin = text[2..].trim_start_matches(|c: char| c.is_ascii_digit() || c == ';');
        // Answers go on with `1$r`, `0+r`, `1!~`, `>|`.
        let is_answer = begin.starts_with(|c: char| c.is_ascii_punctuation());
        match last {
            '\x07' | '\u{9c}' => {}
            '\\' if text.ends_with("\x1b\\") => {}
            '\x1b' => self.state = State::Held(text, said),
            _ if text.starts_with("\x1bP") && is_answer => self.state = State::String(false),
            _ if last.is_control() || text.len() > LONGEST || text[1..].contains('\x1b') => {
                // It was keys, and the last ones begin anew.
                let end = text[1..]
                    .find('\x1b')
                    .map_or(text.len() - last.len_utf8(), |at| at + 1);
                self.keys(&text[..end], said);
                for c in text[end..].chars() {
                    self.character_came(c, false);
                }
            }
            _ => self.state = State::Held(text, said),
        }
    }

    /// Nothing more came of `text`, an Esc and more: that was keys, unless nobody types it.
    fn give_up(&mut self, text: String, said: usize) {
        if text.starts_with("\x1b[") || text.starts_with("\x1bO") {
            return;
        }
        self.keys(&text, said);
        self.state = State::Late(text);
    }

    /// Passes keys on, but for so many characters that were passed on before.
    fn keys(&mut self, text: &str, said: usize) {
        let text = text
            .char_indices()
            .nth(said)
            .map_or("", |(at, _)| &text[at..]);
        self.key(text.strip_suffix('\x1b').unwrap_or(text));
        if text.ends_with('\x1b') {
            self.key(ESC_KEY);
        }
    }

    /// Passes a whole sequence on if it is a key or a report of the mouse, as crossterm knows them.
    fn sequence(&mut self, text: &str) {
        let known = match text.as_bytes()[1..] {
            [b'O', key] => b"ABCDFHPQRS".contains(&key),
            [b'[', b'[', key] => (b'A'..=b'E').contains(&key),
            [b'[', b'<', ref figures @ .., b'm' | b'M'] => are_figures(figures),
            [b'[', ref figures @ .., key] => b"ABCDFHPQSZ~u".contains(&key) && are_figures(figures),
            _ => false,
        };
        if known {
            self.key(text);
        }
    }

    /// Passes a paste on.
    fn paste(&mut self) {
        if let State::Paste(mut text) = std::mem::take(&mut self.state) {
            if text.ends_with(PASTED) {
                text.truncate(text.len() - PASTED.len());
            }
            text.truncate(PASTE);
            self.key("\x1b[200~");
            self.out.extend(text);
            self.out.extend(PASTED);
        }
    }

    fn key(&mut self, text: &str) {
        self.out.extend(text.as_bytes());
    }
}

/// A Ctrl-C or an arrow, and nothing else.
fn is_no_text(bytes: &[u8]) -> bool {
    matches!(bytes, [3] | [27, b'[' | b'O', b'A'..=b'D'])
}

/// What stands between the beginning of a sequence and its last letter, where it is a key.
fn are_figures(text: &[u8]) -> bool {
    text.len() < 32
        && text
            .iter()
            .all(|byte| matches!(byte, b'0'..=b'9' | b';' | b':'))
}
