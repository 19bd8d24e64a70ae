//! Stems of English words: `protects`, `protected` and `protection` are one. By the English Snowball
//! stemmer (Porter 2).

use rust_stemmers::{Algorithm, Stemmer};

use super::super::typos::words_of;

/// Shorter words are their own stems.
const SHORTEST: usize = 4;

/// Stems words.
pub(in super::super) struct Stems(Stemmer);

impl std::fmt::Debug for Stems {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Stems")
    }
}

impl Default for Stems {
    fn default() -> Stems {
        Stems(Stemmer::create(Algorithm::English))
    }
}

impl Stems {
    /// Returns the stem of a folded word.
    pub(super) fn of(&self, word: &str) -> String {
        let short = word.len() < SHORTEST || !word.bytes().all(|byte| byte.is_ascii_lowercase());
        if short {
            // Plurals of abbreviations: `apps`, `SMEs`, but not `gas`.
            return word.to_owned();
        }
        self.0.stem(word).into_owned()
    }

    /// Returns the stems of a folded text that uses an alphabet.
    pub(super) fn all(&self, text: &str) -> Vec<String> {
        let words = words_of(text).filter_map(|word| text.get(word));
        words.map(|word| self.of(word)).collect()
    }
}

/// Returns what every word with this stem begins with.
pub(super) fn beginning(stem: &str) -> &str {
    if stem.len() < SHORTEST {
        return stem;
    }
    stem.strip_suffix(['i', 'y', 'e']).unwrap_or(stem)
}
