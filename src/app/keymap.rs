//! The table of keys. Help, footer and README come from it; the user's own keys are laid over it.
//! It knows no terminal: [`crate::keys`] turns a terminal's events into [`Chord`]s.

use std::fmt;

use std::collections::HashMap;

use super::bindings::{BINDINGS, Binding, COMMANDS, HINTS, TYPING, Word};
use super::msg::{Context, Msg};
use crate::i18n::config::config as words;
use crate::i18n::keys::keys;
use crate::i18n::screen::screen;
use crate::i18n::who::who;
use crate::model::{Lang, nearest};

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

/// A line of the help.
#[derive(Clone, Debug)]
pub struct HelpLine {
    /// The row that says what it does, and where.
    pub binding: &'static Binding,
    /// The keys in force of all its rows.
    pub chords: Vec<Chord>,
    /// The names of all its rows.
    pub names: Vec<&'static str>,
}

impl HelpLine {
    /// What its keys do.
    #[must_use]
    pub fn said(&self, lang: Lang) -> &'static str {
        (self.binding.help)(keys(lang))
    }

    /// Where its keys do it, in words.
    #[must_use]
    pub fn places(&self, lang: Lang) -> String {
        let words = screen(lang);
        let here = self.binding.contexts;
        let name = |context: Context| {
            words
                .contexts
                .get(context as usize)
                .copied()
                .unwrap_or_default()
        };
        let missing: Vec<Context> = Context::ALL
            .into_iter()
            .filter(|context| !here.contains(context))
            .collect();
        match missing[..] {
            [] => words.everywhere.to_owned(),
            [one] => words.everywhere_but(name(one)),
            _ if here == TYPING => words.prompts.to_owned(),
            _ if here == COMMANDS => words.no_prompts.to_owned(),
            _ => {
                let names: Vec<&str> = here.iter().map(|&context| name(context)).collect();
                names.join(who(lang).list)
            }
        }
    }

    /// Its keys as a person reads them; all the digits are one range.
    #[must_use]
    pub fn labels(&self, ascii: bool) -> Vec<String> {
        let labels: Vec<String> = self.chords.iter().map(|chord| chord.label(ascii)).collect();
        let is_digit =
            |label: &&String| label.len() == 1 && label.bytes().all(|byte| byte.is_ascii_digit());
        if labels.iter().filter(is_digit).count() < 10 {
            return labels;
        }
        let others = labels.iter().filter(|label| !is_digit(label)).cloned();
        std::iter::once("0-9".to_owned()).chain(others).collect()
    }
}

/// What is wrong with the user's own keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyError {
    /// No binding has that name; the nearest one, if one is near.
    UnknownName(String, Option<String>),
    /// No key is written like that.
    UnknownKey(String, String),
    /// Two bindings want one key in one context.
    Conflict(String, String, String),
}

impl KeyError {
    /// It is about the keys of the binding with this name.
    #[must_use]
    pub fn is_about(&self, name: &str) -> bool {
        match self {
            KeyError::UnknownName(own, _) | KeyError::UnknownKey(own, _) => own == name,
            KeyError::Conflict(_, one, other) => one == name || other == name,
        }
    }

    /// The error in words.
    #[must_use]
    pub fn render(&self, lang: Lang) -> String {
        let words = words(lang);
        match self {
            KeyError::UnknownName(name, near) => words.no_binding(name, near.as_deref()),
            KeyError::UnknownKey(name, key) => words.no_key(name, key),
            KeyError::Conflict(key, one, other) => words.bound_twice(key, one, other),
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
                let near = nearest(name, BINDINGS.iter().map(|binding| binding.name));
                return Err(KeyError::UnknownName(name.clone(), near));
            }
        }
        // Room for all at once: a table that grows is made anew each time.
        let usual = BINDINGS
            .iter()
            .map(|binding| binding.contexts.len() * binding.keys.split(' ').count());
        let mut map = Keymap {
            chords: HashMap::with_capacity(usual.sum()),
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

    /// What the footer says in a context, from left to right: keys, a word, rank.
    pub fn hints(&self, context: Context) -> impl Iterator<Item = (&Msg, &[Chord], Word, u8)> {
        let hints = HINTS
            .iter()
            .filter(move |(of, _)| *of == context)
            .flat_map(|(_, hints)| *hints);
        hints.filter_map(move |(name, word, rank)| {
            let (binding, chords) = self.rows().find(|(binding, _)| binding.name == *name)?;
            Some((&binding.msg, chords, *word, *rank))
        })
    }

    /// A sentence in which a binding's name in braces stands for its first key: `{help} lists all`.
    #[must_use]
    pub fn keyed(&self, sentence: &str, ascii: bool) -> String {
        let mut said = String::with_capacity(sentence.len());
        let mut rest = sentence;
        while let Some((before, name, after)) = rest.split_once('{').and_then(|(before, inner)| {
            inner
                .split_once('}')
                .map(|(name, after)| (before, name, after))
        }) {
            let key = self
                .rows()
                .find(|(binding, _)| binding.name == name)
                .and_then(|(_, chords)| chords.first());
            said += before;
            said += &key.map_or_else(|| name.to_owned(), |chord| chord.label(ascii));
            rest = after;
        }
        said + rest
    }

    /// The lines of the help, in its order: a row that says what it does, with its own keys and those
    /// of the rows below that it speaks of too.
    #[must_use]
    pub fn lines(&self) -> Vec<HelpLine> {
        let mut lines: Vec<HelpLine> = Vec::new();
        for (binding, chords) in self.rows() {
            match lines.last_mut() {
                Some(line) if (binding.help)(keys(Lang::En)).is_empty() => {
                    line.chords.extend(chords);
                    line.names.push(binding.name);
                }
                Some(_) | None => lines.push(HelpLine {
                    binding,
                    chords: chords.to_vec(),
                    names: vec![binding.name],
                }),
            }
        }
        lines
    }

    /// The bindings with the keys in force, in the order of the help screen.
    pub fn rows(&self) -> impl Iterator<Item = (&'static Binding, &[Chord])> {
        BINDINGS.iter().zip(self.keys.iter().map(Vec::as_slice))
    }
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
        for (wrong, near) in [
            ("bookmrk", Some("bookmark")),
            ("uqit", Some("quit")),
            ("xyzzy", None),
        ] {
            let near = near.map(str::to_owned);
            let unknown = Keymap::new(&own(wrong, "x")).unwrap_err();
            assert_eq!(unknown, KeyError::UnknownName(wrong.into(), near));
        }
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
