//! Words that mean the same.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Words that mean the same to those who search, in any language, as the file has them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Deserialize, Serialize, JsonSchema)]
#[schemars(with = "Vec<String>", inline)]
pub struct Synonyms(Box<[Box<str>]>);

impl Synonyms {
    /// Iterates over the words.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|word| &**word)
    }
}
