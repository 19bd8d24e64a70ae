//! The thread that reads keys: crossterm's `event::read()`, and a filter for what it gets wrong.
//!
//! crossterm takes an Esc at the end of a packet for a key, so that the rest of a torn arrow would be
//! typed; it takes `ESC ESC [ A` for Esc, `[`, `A`; and it types the terminal's answers to the colour
//! questions of a program that ran before. The filter mends these. What it cannot mend, and why that
//! does no harm:
//!
//! - Esc Esc in one packet is one Esc: the second would have done nothing new, or can be repeated.
//! - Alt-\[ and Alt-O alone do nothing and swallow the next key; nothing is bound to them.
//! - A letter behind a broken UTF-8 character is lost: it can be typed again.
//! - A paste whose end never comes swallows all keys, and so does `ESC [ ?` until a `u` or `c`: only
//!   a broken line or an old answer does that (answers that wait are dropped on entering), and
//!   signals, a hang-up and the idle time still end the session. crossterm would keep such a
//!   sequence at any length; the watch in `guard.rs` ends the session before it takes much memory.
//! - The answer `ESC [ > … c` is typed. It holds figures and `;`, which run no command, and a `c`.
//! - A damaged start of a paste lets its text come as keys; the loop takes care that a Ctrl-C among
//!   other keys never quits.

use std::io;
use std::sync::atomic::{AtomicU64, Ordering::SeqCst};
use std::sync::mpsc::SyncSender;
use std::time::{Duration, Instant};

use crossterm::event::{self, Event, KeyCode, KeyEvent, KeyModifiers};

use super::Input;

/// How long an Esc waits for what belongs to it.
const ESC: Duration = Duration::from_millis(50);
/// How long the rest of an answer is waited for.
const ANSWER: Duration = Duration::from_millis(500);
/// Events of one packet come closer together than this.
const SAME_PACKET: Duration = Duration::from_millis(1);
/// How much of a paste is kept, in bytes: more than any prompt takes.
const PASTE: usize = 8 << 10;

/// Counts the beginnings and ends of reads: it is odd while crossterm reads.
pub(super) static READS: AtomicU64 = AtomicU64::new(0);

/// Starts the thread.
pub(super) fn start<T: From<Input> + Send + 'static>(inputs: SyncSender<T>) -> io::Result<()> {
    let thread = std::thread::Builder::new().name("input".into());
    thread.stack_size(128 << 10).spawn(move || read(&inputs))?;
    Ok(())
}

/// Reads until the terminal or the receiver is gone. A full channel makes this wait.
fn read<T: From<Input>>(inputs: &SyncSender<T>) {
    let mut filter = Filter::default();
    let mut last = Instant::now();
    loop {
        READS.fetch_add(1, SeqCst);
        let next = match filter.patience().map(event::poll) {
            Some(Ok(false)) => Ok(None),
            Some(Err(error)) => Err(error),
            Some(Ok(true)) | None => event::read().map(Some),
        };
        READS.fetch_add(1, SeqCst);
        let events = match next {
            Ok(Some(event)) => filter.take(event, last.elapsed()),
            Ok(None) => filter.expire(),
            Err(_) => {
                let _ = inputs.send(Input::Gone.into());
                return;
            }
        };
        last = Instant::now();
        for event in events {
            if inputs.send(Input::Event(event).into()).is_err() {
                return;
            }
        }
    }
}

/// What is held back until it is clear what it is.
#[derive(Debug, Default)]
enum Held {
    #[default]
    Nothing,
    /// An Esc, or the first byte of a sequence.
    Esc,
    /// A sequence without its Esc.
    Sequence(String),
    /// An answer of the terminal (OSC, DCS, APC) without its Esc, as far as it shows which it is.
    Answer(String),
    /// A paste whose start was torn.
    Paste(String),
}

/// Events of crossterm in, events as they were meant out.
#[derive(Debug, Default)]
struct Filter(Held);

impl Filter {
    /// How long to wait for the next event before [`Filter::expire`]; `None` if nothing is held.
    fn patience(&self) -> Option<Duration> {
        match &self.0 {
            Held::Nothing => None,
            Held::Answer(text) if is_answer(text) == Some(true) => Some(ANSWER),
            Held::Esc | Held::Sequence(_) | Held::Answer(_) | Held::Paste(_) => Some(ESC),
        }
    }

    /// Takes an event that came `gap` after the one before.
    fn take(&mut self, event: Event, gap: Duration) -> Vec<Event> {
        let (code, modifiers) = match event {
            Event::Key(key) => (key.code, key.modifiers.difference(KeyModifiers::SHIFT)),
            Event::Paste(mut text) => {
                text.truncate(text.floor_char_boundary(PASTE));
                return self.pass(Event::Paste(text));
            }
            Event::Mouse(_) => return self.pass(event),
            // Focus is not asked for; sizes come from the kernel.
            Event::FocusGained | Event::FocusLost | Event::Resize(..) => return Vec::new(),
        };
        let typed = match code {
            KeyCode::Char(c) if modifiers.is_empty() => Some(c),
            _ => None,
        };
        match (&mut self.0, code, typed) {
            (Held::Nothing, KeyCode::Esc, _) => self.0 = Held::Esc,
            (Held::Nothing, KeyCode::Char(c @ (']' | '_' | 'P')), _)
                if modifiers == KeyModifiers::ALT =>
            {
                self.0 = Held::Answer(c.into());
            }
            (Held::Esc, _, Some(c @ ('[' | 'O'))) => {
                self.0 = Held::Sequence(c.into());
                // In one packet it was an Esc and a sequence; otherwise a torn sequence.
                return if gap < SAME_PACKET {
                    vec![ESC_KEY]
                } else {
                    Vec::new()
                };
            }
            (Held::Esc, _, Some(c @ (']' | '_'))) => self.0 = Held::Answer(c.into()),
            (Held::Sequence(text), _, Some(c)) => {
                text.push(c);
                let text = std::mem::take(text);
                if text.starts_with('[') && !('@'..='~').contains(&c) && text.len() < 32 {
                    self.0 = Held::Sequence(text);
                } else if text == "[200~" {
                    self.0 = Held::Paste(String::new());
                } else {
                    self.0 = Held::Nothing;
                    return key(&text).into_iter().collect();
                }
            }
            // Their ends: BEL, ST.
            (Held::Answer(_), KeyCode::Char('g'), _) if modifiers == KeyModifiers::CONTROL => {
                self.0 = Held::Nothing;
            }
            (Held::Answer(_), KeyCode::Char('\\'), _) if modifiers == KeyModifiers::ALT => {
                self.0 = Held::Nothing;
            }
            // A torn end.
            (Held::Answer(_), KeyCode::Esc, _) => {}
            (Held::Answer(text), _, Some(c)) => {
                match is_answer(text) {
                    Some(true) => {}
                    _ => text.push(c),
                }
                if is_answer(text) == Some(false) {
                    return self.expire();
                }
            }
            (Held::Paste(text), _, _) => {
                let c = if code == KeyCode::Enter {
                    Some('\n')
                } else {
                    typed
                };
                text.extend(c.filter(|_| text.len() < PASTE));
            }
            _ => return self.pass(event),
        }
        Vec::new()
    }

    /// Nothing more came: what is held is taken for what it is.
    fn expire(&mut self) -> Vec<Event> {
        match std::mem::take(&mut self.0) {
            Held::Nothing | Held::Sequence(_) => Vec::new(),
            Held::Esc => vec![ESC_KEY],
            Held::Answer(text) if is_answer(&text) == Some(true) => Vec::new(),
            // A person pressed Esc and typed on.
            Held::Answer(text) => {
                let typed = text.chars().map(|c| press(KeyCode::Char(c)));
                std::iter::once(ESC_KEY).chain(typed).collect()
            }
            Held::Paste(text) => vec![Event::Paste(text)],
        }
    }

    /// Passes an event on, behind what is held.
    fn pass(&mut self, event: Event) -> Vec<Event> {
        let mut events = self.expire();
        events.push(event);
        events
    }
}

const ESC_KEY: Event = press(KeyCode::Esc);

const fn press(code: KeyCode) -> Event {
    Event::Key(KeyEvent::new(code, KeyModifiers::NONE))
}

/// Whether what follows an Esc is an answer of the terminal; `None` if it is too short to say. `P`
/// may be typed after an Esc, as in `P17`; answers go on with `1$r`, `0+r`, `>|` or `!|`.
fn is_answer(text: &str) -> Option<bool> {
    let mut chars = text.chars();
    match (chars.next(), chars.next(), chars.next()) {
        (Some(']' | '_'), ..) | (_, Some('>' | '!'), _) => Some(true),
        (_, None, _) | (_, Some('0' | '1'), None) => None,
        (_, Some('0' | '1'), Some(third)) => Some(matches!(third, '$' | '+')),
        _ => Some(false),
    }
}

/// The key of a sequence without its Esc; one that is not known does nothing.
fn key(sequence: &str) -> Option<Event> {
    let code = match sequence {
        "[A" | "OA" => KeyCode::Up,
        "[B" | "OB" => KeyCode::Down,
        "[C" | "OC" => KeyCode::Right,
        "[D" | "OD" => KeyCode::Left,
        "[H" | "OH" | "[1~" => KeyCode::Home,
        "[F" | "OF" | "[4~" => KeyCode::End,
        "[3~" => KeyCode::Delete,
        "[5~" => KeyCode::PageUp,
        "[6~" => KeyCode::PageDown,
        "[Z" => KeyCode::BackTab,
        "OP" => KeyCode::F(1),
        "OQ" => KeyCode::F(2),
        _ => return None,
    };
    Some(press(code))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LATER: Duration = Duration::from_millis(20);

    /// What comes of keys: `^` is an Esc, `@` an Alt with the next character, `|` a pause, `·`
    /// silence.
    fn filtered(text: &str) -> Vec<Event> {
        let mut filter = Filter::default();
        let (mut events, mut gap) = (Vec::new(), Duration::ZERO);
        let mut chars = text.chars();
        while let Some(c) = chars.next() {
            let key = match c {
                '|' => {
                    gap = LATER;
                    continue;
                }
                '·' => {
                    events.extend(filter.expire());
                    continue;
                }
                '^' => ESC_KEY,
                '@' => {
                    let code = KeyCode::Char(chars.next().expect("a letter"));
                    Event::Key(KeyEvent::new(code, KeyModifiers::ALT))
                }
                '\r' => press(KeyCode::Enter),
                '\x07' => Event::Key(KeyEvent::new(KeyCode::Char('g'), KeyModifiers::CONTROL)),
                c => press(KeyCode::Char(c)),
            };
            events.extend(filter.take(key, std::mem::take(&mut gap)));
        }
        events.extend(filter.expire());
        events
    }

    fn typed(text: &str) -> Vec<Event> {
        text.chars().map(|c| press(KeyCode::Char(c))).collect()
    }

    #[test]
    fn a_torn_arrow_is_the_arrow_alone() {
        assert_eq!(filtered("^|[|A"), [press(KeyCode::Up)]);
        assert_eq!(
            filtered("^|[|3|~x"),
            [vec![press(KeyCode::Delete)], typed("x")].concat()
        );
        assert_eq!(filtered("^|OB"), [press(KeyCode::Down)]);
    }

    #[test]
    fn an_esc_and_an_arrow_in_one_packet_are_both_there() {
        assert_eq!(filtered("^[A"), [ESC_KEY, press(KeyCode::Up)]);
        assert_eq!(filtered("^|x"), [vec![ESC_KEY], typed("x")].concat());
        assert_eq!(filtered("^^"), [ESC_KEY, ESC_KEY]);
    }

    #[test]
    fn unknown_sequences_do_nothing() {
        assert_eq!(filtered("^|Oq^|Od^|[9;9zx"), typed("x"));
        assert_eq!(filtered("^|[·x"), typed("x"));
    }

    #[test]
    fn answers_are_dropped_and_ids_are_not() {
        assert_eq!(filtered("@]11;rgb:1e1e/2e2e\x07x"), typed("x"));
        assert_eq!(filtered("@]11;rgb:1e1e|/2e2e@\\x"), typed("x"));
        assert_eq!(filtered("@P1$r0m@\\@P>|vt@\\@_Gok@\\x"), typed("x"));
        assert_eq!(filtered("@P17"), [vec![ESC_KEY], typed("P17")].concat());
        assert_eq!(filtered("@P·1"), [vec![ESC_KEY], typed("P1")].concat());
        // A key that no answer holds is a key.
        let enter = press(KeyCode::Enter);
        assert_eq!(filtered("@]11;\rx"), [vec![enter], typed("x")].concat());
    }

    #[test]
    fn a_paste_with_a_torn_start_presses_no_key() {
        assert_eq!(filtered("^|[200~a\rb"), [Event::Paste("a\nb".into())]);
    }

    #[test]
    fn a_paste_is_cut_between_characters() {
        let text = "字".repeat(PASTE);
        let events = Filter::default().take(Event::Paste(text), LATER);
        let [Event::Paste(kept)] = events.as_slice() else {
            panic!("{events:?}")
        };
        assert!(kept.len() <= PASTE && kept.len() > PASTE - 4);
    }
}
