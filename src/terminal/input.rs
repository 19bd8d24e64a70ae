//! The thread that reads keys: crossterm's `event::read()`, and a filter for what it gets wrong.
//!
//! crossterm takes an Esc at the end of a packet for a key, so that the rest of a torn arrow would be
//! typed; it takes `ESC ESC [ A` for Esc, `[`, `A`; and it types answers of the terminal to a program
//! that ran before, and all but the start of `ESC [ > … c`. The filter mends these. What it cannot mend:
//!
//! - Esc Esc in one packet is one Esc; the Alt-arrow of rxvt, `ESC ESC [ D`, is an Esc and an arrow. Alt-\[
//!   and Alt-O alone swallow the next key. A letter behind a broken UTF-8 character is lost. A paste with
//!   a torn start comes as keys; a Ctrl-C among keys is an Esc. Behind rxvt's Shift-Home, `ESC [ 7 $`, no
//!   event comes until a letter: it eats a `d`, and of the arrow `ESC [ B` it leaves a `B`.
//! - No event comes of a raw byte of C1, of `ESC O 5` or of `ESC [ >`: what follows is taken for keys. So
//!   is the rest of an answer that is torn within its first signs.
//! - A paste without an end swallows all keys, a Ctrl-C too, and so do `ESC [ ?` until a `u` or `c`,
//!   `ESC [ <` until an `m`, any other broken-off sequence until a letter: only by a broken line or an old
//!   answer. Signals, a hang-up and the idle time still end the session, and so does `guard.rs`.

use std::sync::atomic::{AtomicU64, Ordering::SeqCst};
use std::sync::mpsc::SyncSender;
use std::time::{Duration, Instant};

use crossterm::event::{self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::Input;

/// How long an Esc waits for what belongs to it.
const ESC: Duration = Duration::from_millis(50);
/// How long the rest of an answer is waited for.
const ANSWER: Duration = Duration::from_millis(500);
/// Keys this close together are of a burst, a paste or an answer: no hand presses them.
const CLOSE: Duration = Duration::from_millis(20);
/// How long to ask for the rest of a packet; crossterm does not look at all for a time of zero.
const SAME_PACKET: Duration = Duration::from_millis(1);
/// How much of a paste is kept, in bytes: more than any prompt takes.
const PASTE: usize = 8 << 10;

/// What begins a string behind an Esc: OSC, APC, PM, DCS, SOS, and a title of screen.
const STRINGS: [char; 6] = [']', '_', '^', 'P', 'X', 'k'];

/// Counts the beginnings and ends of reads: it is odd while crossterm reads.
pub(super) static READS: AtomicU64 = AtomicU64::new(0);

/// Reads until the terminal or the receiver is gone. A full channel makes this wait.
pub(super) fn read<T: From<Input>>(inputs: &SyncSender<T>, mouse: bool) {
    let mut filter = Filter::default();
    let mut last: Option<Instant> = None;
    loop {
        let mut together = false;
        READS.fetch_add(1, SeqCst);
        let waits = filter.patience().map(|patience| {
            // What crossterm has read already is there at once, however busy the machine is.
            together = event::poll(SAME_PACKET)?;
            Ok(together || event::poll(patience)?)
        });
        let next = match waits {
            Some(Ok(false)) => Ok(None),
            Some(Err(error)) => Err(error),
            Some(Ok(true)) | None => event::read().map(Some),
        };
        READS.fetch_add(1, SeqCst);
        let since = last.map_or(Duration::MAX, |last| last.elapsed());
        let gap = if together { Duration::ZERO } else { since };
        let events = match next {
            Ok(Some(Event::Mouse(_))) if !mouse => Vec::new(),
            Ok(Some(mut event)) => {
                if let Event::Paste(text) = &mut event {
                    text.truncate(text.floor_char_boundary(PASTE));
                }
                filter.take(event, gap)
            }
            Ok(None) => filter.expire(),
            Err(_) => {
                let _ = inputs.send(Input::Gone.into());
                return;
            }
        };
        for event in events {
            if inputs.send(Input::Event(event).into()).is_err() {
                return;
            }
        }
        last = Some(Instant::now());
    }
}

/// Events of crossterm in, events as they were meant out.
#[derive(Debug, Default)]
pub enum Filter {
    /// Nothing is held back.
    #[default]
    Idle,
    /// A Ctrl-C: was it pressed by itself?
    CtrlC,
    /// An Esc was passed on, but its sequence may still come.
    Late,
    /// An Esc and the characters behind it, the characters alone, or figures: pressed, or a sequence?
    Held(String),
    /// Within a string of the terminal: an answer, a title. Only its end or what it cannot hold ends it.
    Answer,
    /// An Esc within such a string: its end begins, if a backslash comes.
    Ending,
}

impl Filter {
    /// How long to wait for the next event before [`Filter::expire`]; `None` if nothing is held.
    fn patience(&self) -> Option<Duration> {
        match self {
            Filter::Idle | Filter::Answer | Filter::Ending => None,
            Filter::Held(text) if text.starts_with('\x1b') => Some(ESC),
            // Nobody types a semicolon so close to figures: an answer, which may be torn.
            Filter::Held(text) if !text.contains(';') => Some(CLOSE),
            Filter::Late | Filter::Held(_) => Some(ANSWER),
            Filter::CtrlC => Some(CLOSE),
        }
    }

    /// Takes an event that came `gap` after the one before: none if both came in one packet.
    pub fn take(&mut self, event: Event, gap: Duration) -> Vec<Event> {
        let (code, modifiers) = match &event {
            Event::Key(key) if key.kind == KeyEventKind::Release => return Vec::new(),
            Event::Key(key) => (key.code, key.modifiers.difference(KeyModifiers::SHIFT)),
            Event::Mouse(_) | Event::Paste(_) => (KeyCode::Null, KeyModifiers::NONE),
            // Focus is not asked for; sizes come from the kernel.
            Event::FocusGained | Event::FocusLost | Event::Resize(..) => return Vec::new(),
        };
        let typed = code.as_char().filter(|_| modifiers.is_empty());
        // BEL, which is Ctrl-g, and ST.
        let ends = typed.is_none() && matches!(code, KeyCode::Char('g' | '\\'));
        let ends = ends || typed == Some('\u{9c}');
        match (std::mem::take(self), code, typed) {
            (Filter::CtrlC, ..) if event == CTRL_C => *self = Filter::CtrlC,
            (Filter::Ending, _, Some('\\')) => {}
            (Filter::CtrlC | Filter::Ending, ..) => {
                return [vec![ESC_KEY], self.take(event, gap)].concat();
            }
            (Filter::Answer, ..) if ends => {}
            (Filter::Answer, KeyCode::Esc, _) => *self = Filter::Ending,
            (Filter::Answer, _, Some(_)) => *self = Filter::Answer,
            (Filter::Held(text), ..) if is_string(&text) && (ends || event == ESC_KEY) => {
                *self = if ends {
                    Filter::Idle
                } else {
                    Filter::Held(text + "\x1b")
                };
            }
            // The rest of a late sequence comes in one packet, a key comes alone.
            (Filter::Late, _, Some(c @ ('[' | ']' | '_' | '^' | 'P'))) => {
                *self = Filter::Held(c.into());
            }
            (Filter::Held(mut text), _, Some(c)) if gap.is_zero() || !is_late(&text) => {
                // In one packet it was an Esc and a sequence; otherwise the sequence was torn.
                let both = text == "\x1b" && matches!(c, '[' | 'O') && gap.is_zero();
                text.push(c);
                let esc = both.then_some(ESC_KEY).into_iter();
                return esc.chain(self.decide(text)).collect();
            }
            (Filter::Held(text), ..) => return [keys(&text), self.take(event, gap)].concat(),
            (_, _, Some(c @ ('0'..='9' | ';'))) => *self = Filter::Held(c.into()),
            // The introducers as one character each: an Esc and the letter mean the same.
            (_, _, Some(c @ '\u{80}'..='\u{9f}')) => {
                let letter = u8::try_from(c).map_or(' ', |byte| char::from(byte - 0x40));
                if "[]OP_^X".contains(letter) {
                    return self.decide(format!("\x1b{letter}"));
                }
            }
            (_, KeyCode::Esc, _) => *self = Filter::Held("\x1b".into()),
            (_, KeyCode::Char(c), _) if modifiers == KeyModifiers::ALT && STRINGS.contains(&c) => {
                *self = Filter::Held(format!("\x1b{c}"));
            }
            _ if event == CTRL_C && gap >= CLOSE => *self = Filter::CtrlC,
            _ if event == CTRL_C => return vec![ESC_KEY],
            _ => return vec![event],
        }
        Vec::new()
    }

    /// Takes `text` for what it is, or holds it if that is not clear.
    fn decide(&mut self, text: String) -> Vec<Event> {
        let sequence = text.trim_start_matches('\x1b');
        match sequence.as_bytes() {
            [b'[', .., b'@'..=b'~'] | [b'O', _] => return key(sequence).into_iter().collect(),
            [b']' | b'_' | b'^', ..] => *self = Filter::Answer,
            // May be typed after an Esc, as `P17` or `k` is; answers go on with `1$r`, `0+r`, `1!~`, `>|`.
            [b'P', .., sign] if sign.is_ascii_punctuation() => *self = Filter::Answer,
            [.., 0x1b, b'\\'] => {}
            _ if is_string(&text) && text.len() < 256 => *self = Filter::Held(text),
            // What crossterm leaves of `ESC [ > 41 ; 354 ; 0 c` and of `ESC O 1 ; 5 P`.
            [b'0'..=b'9', .., b'c' | b'm'] if text.contains(';') => {}
            [b'0'..=b'9' | b';', .., b'0'..=b'9' | b';'] | [b'O' | b'P'] => {
                *self = Filter::Held(text);
            }
            [b'[', ..] if text.len() < 32 => *self = Filter::Held(text),
            // Also the torn end of an answer.
            [b';', b'0'..=b'9', .., b'A'..=b'Z'] | [b'\\'] => {}
            _ => return keys(&text),
        }
        Vec::new()
    }

    /// Nothing more came: what is held is taken for what it is; the end of a string is waited for.
    pub fn expire(&mut self) -> Vec<Event> {
        if self.patience().is_none() {
            return Vec::new();
        }
        match std::mem::take(self) {
            Filter::CtrlC => vec![CTRL_C],
            Filter::Held(text) if text == "\x1b" => {
                *self = Filter::Late;
                vec![ESC_KEY]
            }
            Filter::Held(text) => keys(&text),
            _ => Vec::new(),
        }
    }
}

/// `text` begins as a string of the terminal does.
fn is_string(text: &str) -> bool {
    text.trim_start_matches('\x1b').starts_with(STRINGS)
}

/// `text` is a key, or begins the sequence of an Esc that was passed on.
fn is_late(text: &str) -> bool {
    matches!(text, "[" | "]" | "_" | "^" | "P")
}

/// Characters as they are typed; nothing if that was a sequence without an end.
fn keys(text: &str) -> Vec<Event> {
    if text.trim_start_matches('\x1b').starts_with(['[', 'O']) && !is_late(text) {
        return Vec::new();
    }
    let key = |c| match c {
        '\x1b' => ESC_KEY,
        c => press(KeyCode::Char(c), KeyModifiers::NONE),
    };
    text.chars().map(key).collect()
}

const ESC_KEY: Event = press(KeyCode::Esc, KeyModifiers::NONE);
const CTRL_C: Event = press(KeyCode::Char('c'), KeyModifiers::CONTROL);

const fn press(code: KeyCode, modifiers: KeyModifiers) -> Event {
    Event::Key(KeyEvent::new(code, modifiers))
}

/// The key of a sequence without its Esc; one that is not known does nothing.
fn key(sequence: &str) -> Option<Event> {
    let code = match &sequence[1..] {
        "A" => KeyCode::Up,
        "B" => KeyCode::Down,
        "C" => KeyCode::Right,
        "D" => KeyCode::Left,
        "H" | "1~" => KeyCode::Home,
        "F" | "4~" => KeyCode::End,
        "3~" => KeyCode::Delete,
        "5~" => KeyCode::PageUp,
        "6~" => KeyCode::PageDown,
        "Z" => KeyCode::BackTab,
        "P" => KeyCode::F(1),
        "Q" => KeyCode::F(2),
        _ => return None,
    };
    Some(press(code, KeyModifiers::NONE))
}
