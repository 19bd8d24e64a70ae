//! Words that mean the same.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Str;

/// Words that mean the same to those who search, in any language, as the file has them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Deserialize, Serialize, JsonSchema)]
#[schemars(with = "Vec<String>", inline)]
#[serde(from = "Vec<Box<str>>")]
pub struct Synonyms(Box<[Box<str>]>);

impl From<Vec<Box<str>>> for Synonyms {
    /// Cleans the words, as all texts of a file are.
    fn from(words: Vec<Box<str>>) -> Synonyms {
        let clean = |word: Box<str>| Box::from(&*Str::from(word));
        Synonyms(words.into_iter().map(clean).collect())
    }
}

impl Synonyms {
    /// Iterates over the words.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|word| &**word)
    }
}
