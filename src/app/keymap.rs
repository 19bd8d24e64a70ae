//! The keys in force: a preset of the table, with the user's own keys laid over it.

use std::collections::HashMap;

use super::bindings::{BINDINGS, Binding, HINTS, KeyWord, Preset};
use super::chord::{Chord, Stroke};
use super::help_line::HelpLine;
use super::msg::{Context, Msg};
use super::phrases::{Asked, PromptText};
use crate::i18n::config::config as words;
use crate::i18n::keys::keys;
use crate::model::{Lang, nearest};

/// Before a letter of the menu, as it is written in a configuration file.
const LEADER: &str = "space ";

/// The keys in force: the table, with the user's own keys laid over it.
#[derive(Clone, Debug)]
pub struct Keymap {
    preset: Preset,
    chords: HashMap<(Context, Chord), usize>,
    strokes: Vec<Vec<Stroke>>,
}

/// What is wrong with the user's own keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyError {
    /// No binding has that name; the nearest one, if one is near.
    UnknownName(String, Option<String>),
    /// No key is written like that.
    UnknownKey(String, String),
    /// The key is a character, and characters are typed text.
    Typed(String, String),
    /// Two bindings want one key in one context.
    Conflict(String, String, String),
}

impl KeyError {
    /// It is about the keys of the binding with this name.
    #[must_use]
    pub fn is_about(&self, name: &str) -> bool {
        match self {
            KeyError::UnknownName(own, _)
            | KeyError::UnknownKey(own, _)
            | KeyError::Typed(own, _) => own == name,
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
            KeyError::Typed(name, key) => words.typed_text(name, key),
            KeyError::Conflict(key, one, other) => words.bound_twice(key, one, other),
        }
    }
}

impl Default for Keymap {
    fn default() -> Keymap {
        Keymap::preset(Preset::default())
    }
}

impl Keymap {
    /// The keys of a preset.
    #[must_use]
    #[expect(clippy::missing_panics_doc, reason = "a test holds the table to it")]
    pub fn preset(preset: Preset) -> Keymap {
        Keymap::new(preset, &[]).expect("the table of keys has no conflict")
    }

    /// A preset with some bindings' keys replaced: pairs of a name and its keys.
    ///
    /// # Errors
    /// An unknown name or key, a character where characters are typed, or two bindings that want one
    /// key in one context.
    pub fn new(preset: Preset, own: &[(String, Vec<String>)]) -> Result<Keymap, KeyError> {
        for (name, _) in own {
            if !BINDINGS.iter().any(|binding| binding.name == name) {
                let near = nearest(name, BINDINGS.iter().map(|binding| binding.name));
                return Err(KeyError::UnknownName(name.clone(), near));
            }
        }
        let keys_of = |binding: &Binding| match own.iter().find(|(name, _)| name == binding.name) {
            Some((_, keys)) => keys.clone(),
            None => binding.written(preset),
        };
        let opens_menu = BINDINGS.iter().find(|binding| binding.name == "menu");
        let leader = opens_menu.and_then(|menu| Chord::parse(keys_of(menu).first()?));
        // Room for all at once: a table that grows is made anew each time.
        let usual = BINDINGS
            .iter()
            .map(|binding| binding.contexts.len() * binding.keys.split(' ').count());
        let mut map = Keymap {
            preset,
            chords: HashMap::with_capacity(usual.sum()),
            strokes: Vec::with_capacity(BINDINGS.len()),
        };
        for (index, binding) in BINDINGS.iter().enumerate() {
            let mut strokes = Vec::new();
            for key in keys_of(binding) {
                let in_menu = key.strip_prefix(LEADER);
                let unknown = || KeyError::UnknownKey(binding.name.to_owned(), key.clone());
                let chord = Chord::parse(in_menu.unwrap_or(&key)).ok_or_else(unknown)?;
                let typed = preset == Preset::Typing && in_menu.is_none() && chord.is_text();
                if typed && !binding.may_be_text() {
                    return Err(KeyError::Typed(binding.name.to_owned(), key));
                }
                strokes.push(Stroke {
                    leader: in_menu.and(leader),
                    chord,
                });
                if in_menu.is_some() || (!chord.is_text() && !binding.letter.is_empty()) {
                    map.bind(Context::Commands, chord, index)?;
                }
                let contexts = if in_menu.is_some() {
                    &[]
                } else {
                    binding.contexts
                };
                for &context in contexts.iter().filter(|&&one| binding.holds(chord, one)) {
                    map.bind(context, chord, index)?;
                }
            }
            map.strokes.push(strokes);
        }
        Ok(map)
    }

    fn bind(&mut self, context: Context, chord: Chord, index: usize) -> Result<(), KeyError> {
        let name = |index: usize| {
            BINDINGS
                .get(index)
                .map_or("", |binding| binding.name)
                .to_owned()
        };
        match self.chords.insert((context, chord), index) {
            Some(other) if other != index => Err(KeyError::Conflict(
                chord.to_string(),
                name(other),
                name(index),
            )),
            Some(_) | None => Ok(()),
        }
    }

    /// A character that is bound to nothing is typed here: it goes to the prompt that has the keys, or
    /// begins a query.
    #[must_use]
    pub fn is_typed(&self, context: Context) -> bool {
        match context {
            Context::List | Context::Detail | Context::Matrix => self.preset == Preset::Typing,
            Context::Commands => false,
            Context::Prompt | Context::Empty | Context::Filter | Context::Menu | Context::GoTo => {
                true
            }
        }
    }

    /// What a key means in a context.
    #[must_use]
    pub fn message(&self, context: Context, chord: Chord) -> Option<Msg> {
        let index = *self.chords.get(&(context, chord))?;
        BINDINGS.get(index).map(|binding| binding.msg.clone())
    }

    /// What the footer says in a context, from left to right: keys, a word, rank.
    pub fn hints(&self, context: Context) -> impl Iterator<Item = (&Msg, &[Stroke], KeyWord, u8)> {
        let hints = HINTS
            .iter()
            .filter(move |(of, _)| *of == context)
            .flat_map(|(_, hints)| *hints);
        hints.filter_map(move |(name, word, rank)| {
            let (binding, strokes) = self.rows().find(|(binding, _)| binding.name == *name)?;
            Some((&binding.msg, strokes, *word, *rank))
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
                .and_then(|(_, strokes)| strokes.first());
            said += before;
            said += &key.map_or_else(|| name.to_owned(), |key| key.label(ascii));
            rest = after;
        }
        said + rest
    }

    /// The lines of the help, in its order: a row that says what it does, with its own keys and those
    /// of the rows below that it speaks of too. What has no key in this preset has no line.
    #[must_use]
    pub fn lines(&self) -> Vec<HelpLine> {
        let mut lines: Vec<HelpLine> = Vec::new();
        for (binding, strokes) in self.rows() {
            match lines.last_mut() {
                Some(line) if (binding.help)(keys(Lang::En)).is_empty() => {
                    line.strokes.extend(strokes);
                    line.names.push(binding.name);
                }
                Some(_) | None => lines.push(HelpLine {
                    binding,
                    strokes: strokes.to_vec(),
                    names: vec![binding.name],
                }),
            }
        }
        lines.retain(|line| !line.strokes.is_empty());
        lines
    }

    /// The commands of the menu in its order, with their letters; where the user took a letter away,
    /// the command is in the menu all the same.
    pub fn commands(&self) -> impl Iterator<Item = (&'static Binding, Option<Chord>)> {
        let rows = self
            .rows()
            .filter(|(binding, _)| !binding.letter.is_empty());
        rows.map(|(binding, strokes)| {
            let letter = strokes.iter().find(|stroke| stroke.leader.is_some());
            (binding, letter.map(|stroke| stroke.chord))
        })
    }

    /// The commands for which a text in lower case asks, and how; the one that is meant comes first.
    pub fn asked(&self, typed: &str, on: Lang) -> impl Iterator<Item = (&'static Binding, Asked)> {
        let said = PromptText::of(typed);
        let asked = move |binding: &'static Binding| {
            let asked = said.as_ref().and_then(|said| binding.asked_by(said, on));
            asked.map(|asked| (binding, asked))
        };
        BINDINGS.iter().filter_map(asked)
    }

    /// The bindings with the keys in force, in the order of the help screen.
    pub fn rows(&self) -> impl Iterator<Item = (&'static Binding, &[Stroke])> {
        BINDINGS.iter().zip(self.strokes.iter().map(Vec::as_slice))
    }
}
