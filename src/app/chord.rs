//! A key with its modifiers, and how it is written and read. It knows no terminal: [`crate::keys`] turns
//! a terminal's events into [`Chord`]s.

use std::fmt;

/// A key without its modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Code {
    /// A character, as typed: `G`, not Shift and `g`.
    Char(char),
    /// The named keys.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Backspace, 0x7f and 0x08.
    Backspace,
    /// Delete.
    Delete,
    /// Cursor keys.
    Left,
    /// Cursor right.
    Right,
    /// Cursor up.
    Up,
    /// Cursor down.
    Down,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// A function key.
    F(u8),
}

/// A key with its modifiers. A character comes without Shift: terminals disagree on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Chord {
    /// The key.
    pub code: Code,
    /// With Ctrl.
    pub ctrl: bool,
    /// With Alt.
    pub alt: bool,
    /// With Shift; never with a character.
    pub shift: bool,
}

/// The names of keys, as they are written in the table and in a configuration file.
const NAMES: &[(&str, Code)] = &[
    ("enter", Code::Enter),
    ("esc", Code::Esc),
    ("tab", Code::Tab),
    ("backspace", Code::Backspace),
    ("delete", Code::Delete),
    ("left", Code::Left),
    ("right", Code::Right),
    ("up", Code::Up),
    ("down", Code::Down),
    ("home", Code::Home),
    ("end", Code::End),
    ("pageup", Code::PageUp),
    ("pagedown", Code::PageDown),
    ("space", Code::Char(' ')),
];

impl Chord {
    /// Reads `ctrl-d`, `alt-left`, `G`, `f1`, `space`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Chord> {
        let mut chord = Chord {
            code: Code::Enter,
            ctrl: false,
            alt: false,
            shift: false,
        };
        let mut rest = text;
        loop {
            let lower = rest.to_ascii_lowercase();
            let (flag, length) = match lower.as_str() {
                name if name.starts_with("ctrl-") => (&mut chord.ctrl, 5),
                name if name.starts_with("alt-") => (&mut chord.alt, 4),
                name if name.starts_with("shift-") => (&mut chord.shift, 6),
                _ => break,
            };
            if rest.len() == length {
                break;
            }
            *flag = true;
            rest = rest.get(length..)?;
        }
        let lower = rest.to_ascii_lowercase();
        let function = lower
            .strip_prefix('f')
            .and_then(|number| number.parse::<u8>().ok());
        let mut characters = rest.chars();
        chord.code = match (characters.next(), characters.next(), function) {
            (Some(one), None, _) => Code::Char(one),
            (_, _, Some(number @ 1..=24)) => Code::F(number),
            _ => NAMES.iter().find(|(name, _)| *name == lower)?.1,
        };
        let is_char = matches!(chord.code, Code::Char(_));
        (!(is_char && chord.shift)).then_some(chord)
    }

    /// The arrow that goes down, by itself.
    #[must_use]
    pub fn is_down(&self) -> bool {
        self.code == Code::Down && !(self.ctrl || self.alt || self.shift)
    }

    /// The key as a person reads it: `↑`, `Ctrl-d`, `F1`. In ASCII where asked.
    #[must_use]
    pub fn label(&self, ascii: bool) -> String {
        let arrow = |sign: &str, word: &str| {
            if ascii {
                word.to_owned()
            } else {
                sign.to_owned()
            }
        };
        let name = match self.code {
            Code::Char(' ') => "Space".to_owned(),
            Code::Char(character) => character.to_string(),
            Code::Up => arrow("↑", "Up"),
            Code::Down => arrow("↓", "Down"),
            Code::Left => arrow("←", "Left"),
            Code::Right => arrow("→", "Right"),
            Code::PageUp => "PgUp".to_owned(),
            Code::PageDown => "PgDn".to_owned(),
            Code::Delete => "Del".to_owned(),
            Code::Backspace => "Backspace".to_owned(),
            Code::Enter => "Enter".to_owned(),
            Code::Esc => "Esc".to_owned(),
            Code::Tab => "Tab".to_owned(),
            Code::Home => "Home".to_owned(),
            Code::End => "End".to_owned(),
            Code::F(number) => format!("F{number}"),
        };
        let modifiers = [
            (self.ctrl, "Ctrl-"),
            (self.alt, "Alt-"),
            (self.shift, "Shift-"),
        ];
        modifiers
            .iter()
            .filter(|(on, _)| *on)
            .map(|(_, word)| *word)
            .collect::<String>()
            + &name
    }
}

impl Chord {
    /// It types its character where characters are typed.
    #[must_use]
    pub fn is_text(&self) -> bool {
        matches!(self.code, Code::Char(_)) && !self.ctrl && !self.alt
    }
}

impl fmt::Display for Chord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.label(false))
    }
}

/// How a command is given: by a key, or by a letter in the menu of commands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stroke {
    /// The key that opens the menu, where it is a letter there.
    pub leader: Option<Chord>,
    /// The key, or the letter.
    pub chord: Chord,
}

impl Stroke {
    /// The stroke as a person reads it: `Ctrl-d`, `Space w`. In ASCII where asked.
    #[must_use]
    pub fn label(&self, ascii: bool) -> String {
        let key = self.chord.label(ascii);
        match self.leader {
            Some(leader) => format!("{} {key}", leader.label(ascii)),
            None => key,
        }
    }
}
