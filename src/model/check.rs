//! What can be wrong with a data file: where, and what to do about it.

use std::fmt;

use super::Lang;

/// Something wrong with a data file, at its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file, as it was named.
    pub file: String,
    /// Line, from 1; 0 where the whole file is meant.
    pub line: u32,
    /// Column in characters, from 1; 0 where the whole file is meant.
    pub column: u32,
    /// The id of the node at that place.
    pub item: Option<String>,
    /// What is wrong.
    pub what: What,
}

/// What can be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// To be told apart.
    Other(String),
}

impl Problem {
    /// One line: `FILE:LINE:COLUMN: ITEM: what is wrong; what to do`.
    #[must_use]
    pub fn render(&self, _lang: Lang) -> String {
        let What::Other(what) = &self.what;
        format!("{}:{}:{}: {what}", self.file, self.line, self.column)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.render(Lang::En))
    }
}
