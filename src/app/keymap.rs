//! The table of keys. Help, footer and README come from it; the user's own keys are laid over it.
//! It knows no terminal: [`crate::keys`] turns a terminal's events into [`Chord`]s.

use std::collections::HashMap;
use std::fmt;

use super::bindings::{BINDINGS, Binding, HINTS};
use super::msg::{Context, Msg};
use crate::model::Lang;

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

impl fmt::Display for Chord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.label(false))
    }
}

/// The keys in force: the table, with the user's own keys laid over it.
#[derive(Clone, Debug)]
pub struct Keymap {
    chords: HashMap<(Context, Chord), usize>,
    keys: Vec<Vec<Chord>>,
}

/// What is wrong with the user's own keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyError {
    /// No binding has that name; the nearest one that there is.
    UnknownName(String, String),
    /// No key is written like that.
    UnknownKey(String, String),
    /// Two bindings want one key in one context.
    Conflict(String, String, String),
}

impl KeyError {
    /// The error in words.
    #[must_use]
    pub fn render(&self, lang: Lang) -> String {
        match (lang, self) {
            (Lang::En, KeyError::UnknownName(name, near)) => {
                format!("keys.{name}: no such binding; did you mean {near}?")
            }
            (Lang::Zh, KeyError::UnknownName(name, near)) => {
                format!("keys.{name}：没有这个按键名；是否指 {near}？")
            }
            (Lang::En, KeyError::UnknownKey(name, key)) => {
                format!(
                    "keys.{name}: no key is written {key:?}; write for example \"ctrl-d\", \"alt-left\", \"G\", \"f5\""
                )
            }
            (Lang::Zh, KeyError::UnknownKey(name, key)) => {
                format!(
                    "keys.{name}：没有 {key:?} 这种键；写法如 \"ctrl-d\"、\"alt-left\"、\"G\"、\"f5\""
                )
            }
            (Lang::En, KeyError::Conflict(key, one, other)) => {
                format!(
                    "keys: {key} is bound to both {one} and {other}; give one of them another key"
                )
            }
            (Lang::Zh, KeyError::Conflict(key, one, other)) => {
                format!("keys：{key} 同时绑定给 {one} 和 {other}；请改其中一个")
            }
        }
    }
}

impl Default for Keymap {
    fn default() -> Keymap {
        Keymap::new(&[]).expect("the table of keys has no conflict")
    }
}

impl Keymap {
    /// The table with some bindings' keys replaced: pairs of a name and its keys.
    ///
    /// # Errors
    /// An unknown name or key, or two bindings that want one key in one context.
    pub fn new(own: &[(String, Vec<String>)]) -> Result<Keymap, KeyError> {
        for (name, _) in own {
            if !BINDINGS.iter().any(|binding| binding.name == name) {
                let near = BINDINGS
                    .iter()
                    .max_by_key(|binding| similarity(binding.name, name));
                let near = near.map_or("", |binding| binding.name);
                return Err(KeyError::UnknownName(name.clone(), near.to_owned()));
            }
        }
        let mut map = Keymap {
            chords: HashMap::new(),
            keys: Vec::with_capacity(BINDINGS.len()),
        };
        for (index, binding) in BINDINGS.iter().enumerate() {
            let wanted: Vec<&str> = match own.iter().find(|(name, _)| name == binding.name) {
                Some((_, keys)) => keys.iter().map(String::as_str).collect(),
                None => binding.keys.split(' ').collect(),
            };
            let mut chords = Vec::new();
            for key in wanted {
                let unknown = || KeyError::UnknownKey(binding.name.to_owned(), key.to_owned());
                let chord = Chord::parse(key).ok_or_else(unknown)?;
                chords.push(chord);
                for &context in binding.contexts {
                    if let Some(other) = map.chords.insert((context, chord), index) {
                        let other = BINDINGS.get(other).map_or("", |binding| binding.name);
                        return Err(KeyError::Conflict(
                            chord.to_string(),
                            other.to_owned(),
                            binding.name.to_owned(),
                        ));
                    }
                }
            }
            map.keys.push(chords);
        }
        Ok(map)
    }

    /// What a key means in a context.
    #[must_use]
    pub fn message(&self, context: Context, chord: Chord) -> Option<Msg> {
        let index = *self.chords.get(&(context, chord))?;
        BINDINGS.get(index).map(|binding| binding.msg.clone())
    }

    /// What the footer says in a context: keys and a word in both languages, most important first.
    pub fn hints(
        &self,
        context: Context,
    ) -> impl Iterator<Item = (&Msg, &[Chord], [&'static str; 2])> {
        let hints = HINTS
            .iter()
            .filter(move |(of, _)| *of == context)
            .flat_map(|(_, hints)| *hints);
        hints.filter_map(move |(name, word)| {
            let here = |(binding, _): &(&Binding, &[Chord])| {
                binding.name == *name && binding.contexts.contains(&context)
            };
            let (binding, chords) = self.rows().find(here)?;
            Some((&binding.msg, chords, *word))
        })
    }

    /// The bindings with the keys in force, in the order of the help screen.
    pub fn rows(&self) -> impl Iterator<Item = (&'static Binding, &[Chord])> {
        BINDINGS.iter().zip(self.keys.iter().map(Vec::as_slice))
    }
}

/// How alike two names are: the length of their common beginning. Enough to guess a slip.
fn similarity(one: &str, other: &str) -> usize {
    let common = one
        .chars()
        .zip(other.chars())
        .take_while(|(a, b)| a == b)
        .count();
    (common * 100).saturating_sub(one.len().abs_diff(other.len()))
}

#[cfg(test)]
mod tests {
    use super::super::msg::Context::List;
    use super::*;

    #[test]
    fn the_table_has_no_conflict_and_every_key_is_known() {
        assert_eq!(Keymap::new(&[]).err(), None);
    }

    #[test]
    fn every_hint_names_a_binding_of_its_context() {
        let map = Keymap::default();
        for (context, hints) in HINTS {
            assert_eq!(map.hints(*context).count(), hints.len(), "{context:?}");
        }
        assert_eq!(HINTS.len(), Context::ALL.len());
    }

    #[test]
    fn own_keys_replace_and_conflicts_name_both() {
        let own = |name: &str, key: &str| vec![(name.to_owned(), vec![key.to_owned()])];
        let map = Keymap::new(&own("quit", "Q")).unwrap();
        assert!(matches!(
            map.message(List, Chord::parse("Q").unwrap()),
            Some(Msg::Quit)
        ));
        assert!(map.message(List, Chord::parse("q").unwrap()).is_none());
        let conflict = Keymap::new(&own("quit", "w")).unwrap_err();
        assert_eq!(
            conflict,
            KeyError::Conflict("w".into(), "who".into(), "quit".into())
        );
        let unknown = Keymap::new(&own("bookmrk", "x")).unwrap_err();
        assert_eq!(
            unknown,
            KeyError::UnknownName("bookmrk".into(), "bookmark".into())
        );
        assert!(matches!(
            Keymap::new(&own("quit", "hyper-x")),
            Err(KeyError::UnknownKey(..))
        ));
    }

    #[test]
    fn chords_read_as_they_are_written() {
        for (text, label) in [
            ("ctrl-d", "Ctrl-d"),
            ("G", "G"),
            ("f1", "F1"),
            ("alt-left", "Alt-←"),
            ("shift-tab", "Shift-Tab"),
            ("-", "-"),
        ] {
            assert_eq!(
                Chord::parse(text).map(|chord| chord.to_string()).as_deref(),
                Some(label)
            );
        }
        assert_eq!(Chord::parse("shift-g"), None);
        assert_eq!(Chord::parse(""), None);
    }
}
