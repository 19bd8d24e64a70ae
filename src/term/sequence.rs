//! One key from the bytes that a terminal sends for it. Pure and total: any bytes give a step, and a
//! step never takes more bytes than are there. What is not understood is skipped, never typed.

use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};

/// What the bytes at hand begin with.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// An event, and how many bytes it took.
    Event(Event, usize),
    /// So many bytes mean nothing.
    Skip(usize),
    /// A bracketed paste begins after so many bytes.
    Paste(usize),
    /// The bytes may be the beginning of something longer.
    More,
}

/// The longest sequence with parameters that is waited for.
const LONGEST: usize = 256;
/// The longest string (an answer to a question that somebody else asked) that is waited for.
const LONGEST_STRING: usize = 4096;

/// A key without its surroundings.
pub(super) fn key(code: KeyCode, modifiers: KeyModifiers) -> Event {
    Event::Key(KeyEvent::new(code, modifiers))
}

/// Reads the first step of `bytes`, which are not empty.
pub(super) fn step(bytes: &[u8]) -> Step {
    match bytes {
        [0x1b, rest @ ..] => escape(rest),
        [byte, ..] if byte.is_ascii() => {
            let (code, modifiers) = ascii(*byte);
            Step::Event(key(code, modifiers), 1)
        }
        _ => match character(bytes) {
            Character::Is(c) if c.is_control() => Step::Skip(c.len_utf8()),
            Character::Is(c) => {
                Step::Event(key(KeyCode::Char(c), KeyModifiers::NONE), c.len_utf8())
            }
            Character::Begins => Step::More,
            Character::Broken => Step::Skip(1),
        },
    }
}

/// The key that a byte below 0x80 stands for.
fn ascii(byte: u8) -> (KeyCode, KeyModifiers) {
    match byte {
        b'\r' | b'\n' => (KeyCode::Enter, KeyModifiers::NONE),
        b'\t' => (KeyCode::Tab, KeyModifiers::NONE),
        0x08 | 0x7f => (KeyCode::Backspace, KeyModifiers::NONE),
        0x1b => (KeyCode::Esc, KeyModifiers::NONE),
        0x00 => (KeyCode::Char(' '), KeyModifiers::CONTROL),
        0x01..=0x1a => (
            KeyCode::Char(char::from(byte + 0x60)),
            KeyModifiers::CONTROL,
        ),
        0x1c..=0x1f => (
            KeyCode::Char(char::from(byte + 0x40)),
            KeyModifiers::CONTROL,
        ),
        0x20.. => (KeyCode::Char(char::from(byte)), KeyModifiers::NONE),
    }
}

enum Character {
    Is(char),
    Begins,
    Broken,
}

/// The UTF-8 character at the beginning of `bytes`.
fn character(bytes: &[u8]) -> Character {
    let few = &bytes[..bytes.len().min(4)];
    let (valid, broken) = match std::str::from_utf8(few) {
        Ok(text) => (text, false),
        Err(error) => {
            let text = std::str::from_utf8(&few[..error.valid_up_to()]).unwrap_or_default();
            (text, error.error_len().is_some())
        }
    };
    match valid.chars().next() {
        Some(c) => Character::Is(c),
        None if broken => Character::Broken,
        None => Character::Begins,
    }
}

/// What follows an ESC; `rest` does not hold it, but the lengths of the steps do.
fn escape(rest: &[u8]) -> Step {
    let alt =
        |code, modifiers, length| Step::Event(key(code, modifiers | KeyModifiers::ALT), length);
    match rest {
        [] => Step::More,
        // Esc twice in one packet is twice Esc.
        [0x1b, ..] => Step::Event(key(KeyCode::Esc, KeyModifiers::NONE), 1),
        [b'[', rest @ ..] => control(rest),
        [b'O', rest @ ..] => match rest {
            [] => Step::More,
            [letter, ..] => match letter_key(*letter) {
                Some(code) => Step::Event(key(code, KeyModifiers::NONE), 3),
                None => alt(KeyCode::Char('O'), KeyModifiers::NONE, 2),
            },
        },
        [b']' | b'P' | b'X' | b'^' | b'_', text @ ..] => string(text),
        [byte, ..] if byte.is_ascii() => {
            let (code, modifiers) = ascii(*byte);
            alt(code, modifiers, 2)
        }
        _ => match character(rest) {
            Character::Is(c) if c.is_control() => Step::Skip(1 + c.len_utf8()),
            Character::Is(c) => alt(KeyCode::Char(c), KeyModifiers::NONE, 1 + c.len_utf8()),
            Character::Begins => Step::More,
            Character::Broken => Step::Event(key(KeyCode::Esc, KeyModifiers::NONE), 1),
        },
    }
}

/// A string of the terminal's, up to its end: an answer that came too late for whoever asked.
fn string(text: &[u8]) -> Step {
    for (at, byte) in text.iter().enumerate().take(LONGEST_STRING) {
        match byte {
            0x07 => return Step::Skip(at + 3),
            0x1b => match text.get(at + 1) {
                Some(b'\\') => return Step::Skip(at + 4),
                None => return Step::More,
                Some(_) => return unended(),
            },
            _ => {}
        }
    }
    if text.len() >= LONGEST_STRING {
        unended()
    } else {
        Step::More
    }
}

/// It was no string: an Esc, and what follows is typed.
fn unended() -> Step {
    Step::Event(key(KeyCode::Esc, KeyModifiers::NONE), 1)
}

/// A control sequence; `rest` is what follows `ESC [`.
fn control(rest: &[u8]) -> Step {
    match rest {
        // The Linux console's F1 to F5.
        [b'[', rest @ ..] => match rest {
            [] => Step::More,
            [letter @ b'A'..=b'E', ..] => {
                Step::Event(key(KeyCode::F(letter - b'A' + 1), KeyModifiers::NONE), 4)
            }
            [_, ..] => Step::Skip(3),
        },
        // A mouse of the oldest kind.
        [b'M', rest @ ..] => {
            if rest.len() < 3 {
                Step::More
            } else {
                Step::Skip(6)
            }
        }
        _ => {
            let parameters = rest
                .iter()
                .take_while(|b| (0x20..0x40).contains(*b))
                .count();
            match rest.get(parameters) {
                None if rest.len() < LONGEST => Step::More,
                None => Step::Skip(rest.len() + 2),
                Some(last @ 0x40..0x7f) => sequence(&rest[..parameters], *last, parameters + 3),
                // The sequence broke off; what broke it is read by itself.
                Some(_) => Step::Skip(parameters + 2),
            }
        }
    }
}

/// A whole control sequence of `length` bytes.
fn sequence(parameters: &[u8], last: u8, length: usize) -> Step {
    if let [b'<', numbers @ ..] = parameters {
        return mouse(numbers, last).map_or(Step::Skip(length), |event| Step::Event(event, length));
    }
    if parameters
        .first()
        .is_some_and(|b| (b'<'..=b'?').contains(b))
    {
        return Step::Skip(length);
    }
    let [first, second, third] = numbers(parameters);
    let code = match last {
        b'~' if first == 200 => return Step::Paste(length),
        b'~' if first == 27 => character_key(third),
        b'~' => numbered_key(first),
        b'u' => character_key(first),
        b'Z' => return Step::Event(key(KeyCode::BackTab, KeyModifiers::NONE), length),
        // rxvt's Shift and an arrow.
        b'a'..=b'd' if parameters.is_empty() => {
            let code = letter_key(last.to_ascii_uppercase());
            return code.map_or(Step::Skip(length), |code| {
                Step::Event(key(code, KeyModifiers::SHIFT), length)
            });
        }
        // A report of the cursor's place looks like F3.
        b'R' if first != 1 || !(2..=16).contains(&second) => None,
        b'A'..=b'F' | b'H' | b'P'..=b'S' => letter_key(last),
        _ => None,
    };
    match code {
        Some(code) => Step::Event(key(code, modifiers(second)), length),
        None => Step::Skip(length),
    }
}

/// Up to three numbers, 0 where none is given; sub-parameters after a colon are left out.
fn numbers(parameters: &[u8]) -> [u32; 3] {
    let mut numbers = [0_u32; 3];
    for (number, part) in numbers.iter_mut().zip(parameters.split(|&b| b == b';')) {
        for digit in part.iter().map_while(|b| char::from(*b).to_digit(10)) {
            *number = number.saturating_mul(10).saturating_add(digit);
        }
    }
    numbers
}

/// The modifiers of a parameter, which is one more than their sum.
fn modifiers(parameter: u32) -> KeyModifiers {
    let bits = parameter.saturating_sub(1);
    let table = [
        (1, KeyModifiers::SHIFT),
        (2, KeyModifiers::ALT),
        (4, KeyModifiers::CONTROL),
        (8, KeyModifiers::SUPER),
    ];
    table
        .into_iter()
        .filter(|(bit, _)| bits & bit != 0)
        .map(|(_, modifier)| modifier)
        .collect()
}

/// A key by the letter that ends its sequence.
fn letter_key(letter: u8) -> Option<KeyCode> {
    Some(match letter {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'E' => KeyCode::KeypadBegin,
        b'F' => KeyCode::End,
        b'H' => KeyCode::Home,
        b'M' => KeyCode::Enter,
        b'P'..=b'S' => KeyCode::F(letter - b'P' + 1),
        _ => return None,
    })
}

/// A key by the number before its tilde.
fn numbered_key(number: u32) -> Option<KeyCode> {
    let function = |base: u32| u8::try_from(number - base).ok().map(KeyCode::F);
    match number {
        1 | 7 => Some(KeyCode::Home),
        2 => Some(KeyCode::Insert),
        3 => Some(KeyCode::Delete),
        4 | 8 => Some(KeyCode::End),
        5 => Some(KeyCode::PageUp),
        6 => Some(KeyCode::PageDown),
        11..=15 => function(10),
        17..=21 => function(11),
        23..=26 => function(12),
        28..=29 => function(13),
        31..=34 => function(14),
        _ => None,
    }
}

/// A key by its character's number, as newer terminals send keys with modifiers.
fn character_key(number: u32) -> Option<KeyCode> {
    match number {
        9 => Some(KeyCode::Tab),
        13 => Some(KeyCode::Enter),
        27 => Some(KeyCode::Esc),
        8 | 127 => Some(KeyCode::Backspace),
        _ => char::from_u32(number)
            .filter(|c| !c.is_control())
            .map(KeyCode::Char),
    }
}

/// A report of the mouse: button, column and row.
fn mouse(parameters: &[u8], last: u8) -> Option<Event> {
    let [button, column, row] = numbers(parameters);
    let which = match button & 0b11 {
        0 => MouseButton::Left,
        1 => MouseButton::Middle,
        2 => MouseButton::Right,
        _ => return None,
    };
    let kind = match (button & !0b1_1111, button & 0b11, last) {
        (0, _, b'M') => MouseEventKind::Down(which),
        (0, _, b'm') => MouseEventKind::Up(which),
        (0x20, _, b'M') => MouseEventKind::Drag(which),
        (0x40, 0, b'M') => MouseEventKind::ScrollUp,
        (0x40, 1, b'M') => MouseEventKind::ScrollDown,
        _ => return None,
    };
    Some(Event::Mouse(MouseEvent {
        kind,
        column: u16::try_from(column.checked_sub(1)?).ok()?,
        row: u16::try_from(row.checked_sub(1)?).ok()?,
        modifiers: KeyModifiers::NONE,
    }))
}
