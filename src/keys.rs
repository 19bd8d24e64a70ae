//! From a terminal's event to a message. What terminals disagree on is settled here once: Shift on
//! characters, full-width forms typed with an input method, Ctrl-h for Backspace.

use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyEventKind, KeyEventState, KeyModifiers, MouseButton, MouseEvent,
    MouseEventKind,
};
use ratatui::layout::{Position, Size};

use crate::app::{Chord, Code, Context, Keymap, Msg, Step};
use crate::model::half_width;

/// What an event means in a context; `None`: nothing.
#[must_use]
pub fn message(keymap: &Keymap, context: Context, event: &Event) -> Option<Msg> {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => key_message(keymap, context, *key),
        Event::Key(_) | Event::FocusGained | Event::FocusLost => None,
        Event::Paste(text) => Some(Msg::Paste(text.clone())),
        Event::Resize(width, height) => Some(Msg::Resize(Size::new(*width, *height))),
        Event::Mouse(mouse) => mouse_message(*mouse),
    }
}

fn key_message(keymap: &Keymap, context: Context, key: KeyEvent) -> Option<Msg> {
    let key = shifted(key);
    let chord = chord(key)?;
    let bound = keymap
        .message(context, chord)
        .or_else(|| keymap.message(context, narrowed(chord)?));
    match bound {
        None if keymap.is_typed(context) => typed(key),
        bound => bound,
    }
}

/// Some terminals report Shift or Caps Lock and the small letter where others report the capital one.
fn shifted(key: KeyEvent) -> KeyEvent {
    let locked = key.state.contains(KeyEventState::CAPS_LOCK);
    let mut capital = match key.code {
        KeyCode::Char(c) if key.modifiers.contains(KeyModifiers::SHIFT) != locked => {
            c.to_uppercase()
        }
        _ => return key,
    };
    match (capital.next(), capital.next()) {
        (Some(c), None) => KeyEvent {
            code: KeyCode::Char(c),
            ..key
        },
        _ => key,
    }
}

/// The character a key types; full width stays what it is, for the search folds it.
fn typed(key: KeyEvent) -> Option<Msg> {
    let plain = key.modifiers.difference(KeyModifiers::SHIFT).is_empty();
    match key.code {
        KeyCode::Char(character) if plain => Some(Msg::Type(character)),
        _ => None,
    }
}

/// None for a key with Super, Hyper or Meta: nothing is bound to these.
fn chord(key: KeyEvent) -> Option<Chord> {
    let known = KeyModifiers::SHIFT | KeyModifiers::CONTROL | KeyModifiers::ALT;
    if !known.contains(key.modifiers) {
        return None;
    }
    let code = match key.code {
        KeyCode::Char(character) => Code::Char(character),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab | KeyCode::BackTab => Code::Tab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::F(number) => Code::F(number),
        _ => return None,
    };
    let has = |modifier| key.modifiers.contains(modifier);
    let (ctrl, alt) = (has(KeyModifiers::CONTROL), has(KeyModifiers::ALT));
    let back = key.code == KeyCode::BackTab;
    let shift = back || (has(KeyModifiers::SHIFT) && !matches!(code, Code::Char(_)));
    let code = match code {
        Code::Char(character) if ctrl => Code::Char(character.to_ascii_lowercase()),
        other => other,
    };
    Some(Chord {
        code,
        ctrl,
        alt,
        shift,
    })
}

/// A full-width character as its ASCII key, for an input method may be on.
fn narrowed(chord: Chord) -> Option<Chord> {
    let Code::Char(wide) = chord.code else {
        return None;
    };
    let narrow = match wide {
        '\u{ff01}'..='\u{ff5e}' => half_width(wide),
        '\u{3000}' => ' ',
        '‘' | '’' => '\'',
        '《' | '〈' => '<',
        '》' | '〉' => '>',
        '、' => '/',
        _ => return None,
    };
    Some(Chord {
        code: Code::Char(narrow),
        ..chord
    })
}

/// The Esc that an Alt-key bound to nothing is, before the key itself.
pub const ESC: Event = Event::Key(KeyEvent::new(KeyCode::Esc, KeyModifiers::NONE));

/// The key of an Alt-key; it comes after an Esc if the Alt-key is bound to nothing.
#[must_use]
pub fn without_alt(event: &Event) -> Option<Event> {
    match event {
        Event::Key(key) if key.modifiers.contains(KeyModifiers::ALT) => {
            let modifiers = key.modifiers.difference(KeyModifiers::ALT);
            Some(Event::Key(KeyEvent { modifiers, ..*key }))
        }
        _ => None,
    }
}

fn mouse_message(mouse: MouseEvent) -> Option<Msg> {
    let at = Position::new(mouse.column, mouse.row);
    match mouse.kind {
        MouseEventKind::Down(MouseButton::Left) => Some(Msg::Click(at)),
        MouseEventKind::ScrollDown => Some(Msg::Wheel(at, Step::Next)),
        MouseEventKind::ScrollUp => Some(Msg::Wheel(at, Step::Prev)),
        _ => None,
    }
}
