//! Languages and the bilingual text of a plan. Every string of a data file passes through
//! [`Str::clean`] on its way in, so nothing past this point can speak to a terminal.

use std::fmt;
use std::ops::Deref;

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

impl Deref for Str {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
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
    /// `raw` without what could act on a terminal or hide on it.
    #[must_use]
    pub fn clean(raw: &str) -> Str {
        Str(raw.into())
    }
}

/// A text in both languages; an empty side falls back to the other.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Text {
    /// The English side; empty where the file gives none.
    pub en: Str,
    /// The Chinese side; empty where the file gives none.
    pub zh: Str,
}

impl Text {
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
        let side: &str = match lang {
            Lang::En => &self.en,
            Lang::Zh => &self.zh,
        };
        (!side.is_empty()).then_some(side)
    }

    /// Neither side is given.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.en.is_empty() && self.zh.is_empty()
    }
}
