//! Words that mean the same.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Words that mean the same to those who search, in any language, as the file has them. They are
/// kept as one text: thousands of short ones would take several times their length.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, JsonSchema)]
#[schemars(with = "Vec<String>", inline)]
pub struct Synonyms(Box<str>);

/// Ends each word; one within a word parts it in two.
const WORD_END: char = '\0';

impl Synonyms {
    /// Iterates over the words.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.0.split_terminator(WORD_END)
    }
}

/// A word of a file, where possible without a copy.
#[derive(Deserialize)]
struct Word<'a>(#[serde(borrow)] Cow<'a, str>);

impl<'de> Deserialize<'de> for Synonyms {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Synonyms, D::Error> {
        let mut text = String::new();
        for Word(word) in Vec::deserialize(deserializer)? {
            text.push_str(&word);
            text.push(WORD_END);
        }
        Ok(Synonyms(text.into()))
    }
}

impl Serialize for Synonyms {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.words())
    }
}
