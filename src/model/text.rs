//! Languages and the bilingual text of a plan. Every string of a data file passes through
//! [`clean`] on its way in, so nothing past this point can speak to a terminal.
//!
//! The strings of a plan lie one after the other in a few large chunks, and a [`Str`] is a place in
//! one: a million items hold ten million strings, and an allocation for each would cost as much as
//! the texts themselves. Those of the shipped plan stay where they are, in the program.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use super::clean::clean;
use super::load::SHIPPED_TEXT;

/// A language of the plan and of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Lang {
    /// English
    #[default]
    En,
    /// Chinese
    Zh,
}

impl Lang {
    /// The other language.
    #[must_use]
    pub fn other(self) -> Lang {
        match self {
            Lang::En => Lang::Zh,
            Lang::Zh => Lang::En,
        }
    }
}

/// Strings one after the other. Empty while an [`Arena`] still adds to it.
#[derive(Default)]
struct Chunk(OnceLock<Box<str>>);

/// The text at a place of a chunk; without one, of the shipped plan.
fn slice(chunk: Option<&Arc<Chunk>>, from: u32, len: u32) -> &str {
    let (from, len) = (from as usize, len as usize);
    let all = match chunk {
        Some(chunk) => chunk.0.get().map(|text| &**text),
        None => Some(SHIPPED_TEXT),
    };
    let text = all.and_then(|text| text.get(from..from + len));
    debug_assert!(
        text.is_some(),
        "a string is read before its arena is sealed"
    );
    text.unwrap_or("")
}

/// Where in the shipped plan a string lies, if it is a part of that very text.
fn in_shipped(text: &str) -> Option<u32> {
    let from = text.as_ptr().addr();
    let from = from.checked_sub(SHIPPED_TEXT.as_ptr().addr())?;
    let inside = from + text.len() <= SHIPPED_TEXT.len();
    u32::try_from(from).ok().filter(|_| inside)
}

/// An immutable string of a loaded plan, already clean.
#[derive(Clone, Default)]
pub struct Str {
    chunk: Option<Arc<Chunk>>,
    start: u32,
    len: u32,
}

impl Deref for Str {
    type Target = str;
    fn deref(&self) -> &str {
        slice(self.chunk.as_ref(), self.start, self.len)
    }
}

impl AsRef<str> for Str {
    fn as_ref(&self) -> &str {
        self
    }
}

impl PartialEq for Str {
    fn eq(&self, other: &Str) -> bool {
        self.len == other.len && (self.len == 0 || **self == **other)
    }
}

impl Eq for Str {}

impl Ord for Str {
    fn cmp(&self, other: &Str) -> Ordering {
        (**self).cmp(&**other)
    }
}

impl PartialOrd for Str {
    fn partial_cmp(&self, other: &Str) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Hash for Str {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (**self).hash(state);
    }
}

impl fmt::Display for Str {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self)
    }
}

impl fmt::Debug for Str {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

impl Str {
    /// `raw` without what could act on a terminal or hide on it, and without blanks around it.
    #[must_use]
    pub fn clean(raw: &str) -> Str {
        let mut arena = Arena::default();
        let text = arena.add(raw);
        arena.seal();
        text
    }

    /// It is empty; known even before its arena is sealed.
    pub(super) fn is_nothing(&self) -> bool {
        self.len == 0
    }
}

/// A text in both languages; an empty side falls back to the other.
#[derive(Clone, Default)]
pub struct Text {
    chunk: Option<Arc<Chunk>>,
    /// Where each side begins.
    en_start: u32,
    zh_start: u32,
    /// How long each side is.
    en: u32,
    zh: u32,
}

impl Text {
    /// A text of these two sides, either of which may be empty.
    #[must_use]
    pub fn clean(en: &str, zh: &str) -> Text {
        let mut arena = Arena::default();
        let text = arena.add_text(en, zh);
        arena.seal();
        text
    }

    /// The English side; empty where the file gives none.
    #[must_use]
    pub fn en(&self) -> &str {
        slice(self.chunk.as_ref(), self.en_start, self.en)
    }

    /// The Chinese side; empty where the file gives none.
    #[must_use]
    pub fn zh(&self) -> &str {
        slice(self.chunk.as_ref(), self.zh_start, self.zh)
    }

    /// The text in `lang`, or else in the other language.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        self.own(lang)
            .or_else(|| self.own(lang.other()))
            .unwrap_or("")
    }

    /// The text in `lang`, only if the file gives that side.
    #[must_use]
    pub fn own(&self, lang: Lang) -> Option<&str> {
        let side = match lang {
            Lang::En => self.en(),
            Lang::Zh => self.zh(),
        };
        (!side.is_empty()).then_some(side)
    }

    /// Neither side is given.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.en == 0 && self.zh == 0
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Text) -> bool {
        // Lengths first: they are known even before a text can be read.
        (self.en, self.zh) == (other.en, other.zh)
            && (self.is_empty() || (self.en() == other.en() && self.zh() == other.zh()))
    }
}

impl Eq for Text {}

impl Hash for Text {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.en().hash(state);
        self.zh().hash(state);
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Text")
            .field("en", &self.en())
            .field("zh", &self.zh())
            .finish()
    }
}

/// A chunk is closed when it has grown to this many bytes.
const CHUNK: usize = 1 << 20;

/// Takes strings in. What it hands out reads as nothing until it is sealed.
#[derive(Default)]
pub(super) struct Arena {
    chunk: Arc<Chunk>,
    text: String,
}

impl Arena {
    /// Takes in one string, cleaned.
    pub(super) fn add(&mut self, raw: &str) -> Str {
        let clean = clean(raw);
        let text = clean.trim();
        let len = length(text);
        if len == 0 {
            return Str::default();
        }
        if let Some(start) = in_shipped(text) {
            let chunk = None;
            return Str { chunk, start, len };
        }
        Str {
            start: self.push(text),
            chunk: Some(Arc::clone(&self.chunk)),
            len,
        }
    }

    /// Takes in both sides of a text, cleaned.
    pub(super) fn add_text(&mut self, en: &str, zh: &str) -> Text {
        let (en, zh) = (clean(en), clean(zh));
        let (en, zh) = (en.trim(), zh.trim());
        let shipped = |side: &str| match side {
            "" => Some(0),
            _ => in_shipped(side),
        };
        let sides = shipped(en).zip(shipped(zh));
        let (en_start, zh_start) = sides.unwrap_or_else(|| {
            let start = self.push(en);
            self.text.push_str(zh);
            (start, start + length(en))
        });
        let chunk = sides.is_none().then(|| Arc::clone(&self.chunk));
        Text {
            chunk,
            en_start,
            zh_start,
            en: length(en),
            zh: length(zh),
        }
    }

    /// A string, even if it was taken in just now and is not sealed.
    pub(super) fn read<'a>(&'a self, text: &'a Str) -> &'a str {
        match &text.chunk {
            Some(chunk) if Arc::ptr_eq(chunk, &self.chunk) => {
                let (from, len) = (text.start as usize, text.len as usize);
                self.text.get(from..from + len).unwrap_or("")
            }
            Some(_) | None => text,
        }
    }

    /// From here on, all strings handed out so far can be read.
    pub(super) fn seal(&mut self) {
        let text = std::mem::take(&mut self.text);
        let chunk = std::mem::take(&mut self.chunk);
        let first = chunk.0.set(text.into_boxed_str());
        debug_assert!(first.is_ok(), "a chunk is sealed once");
    }

    /// Appends a text, maybe to a new chunk. Gives where it begins.
    fn push(&mut self, text: &str) -> u32 {
        if self.text.len() >= CHUNK {
            self.seal();
            self.text.reserve_exact(CHUNK + CHUNK / 8);
        }
        let start = length(&self.text);
        self.text.push_str(text);
        start
    }
}

fn length(text: &str) -> u32 {
    u32::try_from(text.len()).expect("a file is smaller than 4 GB")
}

#[cfg(test)]
mod tests {
    use super::{Arena, CHUNK, Lang, SHIPPED_TEXT, Str, Text};

    #[test]
    fn an_empty_side_falls_back() {
        let text = Text::clean("", "规划");
        assert_eq!(text.get(Lang::En), "规划");
        assert_eq!(text.own(Lang::En), None);
        assert!(Text::clean(" \u{200b}", "").is_empty());
    }

    #[test]
    fn strings_survive_their_arena() {
        let mut arena = Arena::default();
        let long = "规".repeat(CHUNK / 2);
        let strings: Vec<Str> = [&long, "a", "", &long, "b"]
            .map(|raw| arena.add(raw))
            .into();
        let text = arena.add_text("en", "中文");
        arena.seal();
        drop(arena);
        let read: Vec<&str> = strings.iter().map(|string| &**string).collect();
        assert_eq!(read, [&long, "a", "", &long, "b"]);
        assert_eq!((text.en(), text.zh()), ("en", "中文"));
    }

    #[test]
    fn what_the_program_holds_is_not_copied() {
        let mut arena = Arena::default();
        let mut words = SHIPPED_TEXT.split('"').filter(|text| text.len() > 20);
        let mut word = || {
            words
                .find(|text| !text.contains('\n'))
                .expect("it has words")
        };
        let (one, other) = (word(), word());
        let alone = arena.add(one);
        let both = arena.add_text(one, other);
        let side = arena.add_text("", other);
        assert_eq!(arena.text, "");
        let mixed = arena.add_text(one, "新");
        assert_eq!(arena.text, format!("{one}新"));
        arena.seal();
        assert!(std::ptr::eq(&raw const *alone, one));
        assert_eq!((both.en(), both.zh()), (one, other));
        assert_eq!((side.en(), side.zh()), ("", other));
        assert_eq!((mixed.en(), mixed.zh()), (one, "新"));
    }

    #[test]
    fn places_are_small() {
        assert_eq!(size_of::<Str>(), 16);
        assert_eq!(size_of::<Text>(), 24);
    }
}
