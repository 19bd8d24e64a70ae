//! Stems of English words: `protects`, `protected` and `protection` are one. By the English Snowball
//! stemmer (Porter 2).

use rust_stemmers::{Algorithm, Stemmer};

/// Shorter words are their own stems.
const SHORTEST: usize = 4;

/// Words whose stem is that of words with another meaning: `customers`, `universal`, `import`.
#[rustfmt::skip]
const OWN: &[&str] = &[
    "animal", "animals", "customs", "emerging", "goods", "important", "news", "securities",
    "universities", "university",
];

/// Stems words.
pub(crate) struct Stems(Stemmer);

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
    pub(crate) fn of(&self, word: &str) -> String {
        let letters = word.bytes().all(|byte| byte.is_ascii_lowercase());
        if word.len() < SHORTEST || !letters || OWN.contains(&word) {
            return word.to_owned();
        }
        self.0.stem(word).into_owned()
    }
}

/// Returns what every word with this stem begins with.
pub(crate) fn beginning(stem: &str) -> &str {
    if stem.len() < SHORTEST {
        return stem;
    }
    stem.strip_suffix(['i', 'y', 'e']).unwrap_or(stem)
}
