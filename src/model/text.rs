//! Languages and the bilingual text of a plan. Every string of a data file passes through
//! [`sanitize`] on its way in, so nothing past this point can speak to a terminal.

use std::fmt;
use std::ops::Deref;

use super::sanitize::sanitize;

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

/// An immutable string of a loaded plan, already clean.
#[derive(Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Str(Box<str>);

impl Str {
    /// `raw` without what could act on a terminal or hide on it, and without blanks around it.
    #[must_use]
    pub fn sanitize(raw: &str) -> Str {
        Str(sanitize(raw).trim().into())
    }
}

impl From<Box<str>> for Str {
    /// Cleans `raw`; what is clean already is not copied.
    fn from(raw: Box<str>) -> Str {
        let changed = {
            let clean = sanitize(&raw);
            let text = clean.trim();
            (text != &*raw).then(|| text.into())
        };
        Str(changed.unwrap_or(raw))
    }
}

impl Deref for Str {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for Str {
    fn as_ref(&self) -> &str {
        self
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

/// A text in both languages; an empty side falls back to the other.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Text {
    en: Str,
    zh: Str,
}

impl Text {
    /// A text of two sides that are clean, either of which may be empty.
    pub(super) fn new(en: Str, zh: Str) -> Text {
        Text { en, zh }
    }

    /// A text of these two sides, either of which may be empty.
    #[must_use]
    pub fn sanitize(en: &str, zh: &str) -> Text {
        Text::new(Str::sanitize(en), Str::sanitize(zh))
    }

    /// The English side; empty where the file gives none.
    #[must_use]
    pub fn en(&self) -> &str {
        &self.en
    }

    /// The Chinese side; empty where the file gives none.
    #[must_use]
    pub fn zh(&self) -> &str {
        &self.zh
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

    /// The text in the other language than `lang`, if the file gives that side and it is not the same.
    #[must_use]
    pub fn other(&self, lang: Lang) -> Option<&str> {
        self.own(lang.other())
            .filter(|other| self.own(lang) != Some(other))
    }

    /// Neither side is given.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.en.is_empty() && self.zh.is_empty()
    }
}
