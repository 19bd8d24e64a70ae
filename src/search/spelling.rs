//! How words may be written otherwise: British and American spelling, plural and singular; and how
//! far apart two spellings are. All words here are folded.

/// Stems that the two spellings write differently: British, American.
const STEMS: &[(&str, &str)] = &[
    ("ageing", "aging"),
    ("analyse", "analyze"),
    ("artefact", "artifact"),
    ("behaviour", "behavior"),
    ("catalogue", "catalog"),
    ("centre", "center"),
    ("colour", "color"),
    ("defence", "defense"),
    ("dialogue", "dialog"),
    ("endeavour", "endeavor"),
    ("enrol", "enroll"),
    ("favour", "favor"),
    ("fibre", "fiber"),
    ("fulfil", "fulfill"),
    ("harbour", "harbor"),
    ("labelling", "labeling"),
    ("labour", "labor"),
    ("licence", "license"),
    ("litre", "liter"),
    ("metre", "meter"),
    ("modelling", "modeling"),
    ("neighbour", "neighbor"),
    ("offence", "offense"),
    ("paediatric", "pediatric"),
    ("programme", "program"),
    ("signalling", "signaling"),
    ("skilful", "skillful"),
    ("theatre", "theater"),
    ("travelling", "traveling"),
];

/// What follows the s or z of `-ise`, `-ize` and their kin.
const AFTER_S: &[&str] = &[
    "ation", "ations", "ational", "e", "ed", "er", "ers", "es", "ing", "at", "ati", "atio",
];

/// Shorter words are left alone.
const SHORTEST: usize = 4;

/// Another way to write a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Variant {
    pub(super) word: String,
    /// Only the whole word will do: it was made from a plural or a singular.
    pub(super) whole: bool,
}

/// Other ways to write `word`, without `word` itself, in a fixed order.
pub(super) fn variants(word: &str) -> Vec<Variant> {
    let mut all: Vec<Variant> = Vec::new();
    if word.len() < SHORTEST || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return all;
    }
    let mut add = |other: String, whole: bool| {
        if other != word && !all.iter().any(|variant| variant.word == other) {
            all.push(Variant { word: other, whole });
        }
    };
    for spelling in [Some(word.to_owned()), other_spelling(word)]
        .into_iter()
        .flatten()
    {
        if let Some(single) = singular(&spelling) {
            add(single, true);
        }
        let stem = spelling.strip_suffix('y');
        if let Some(stem) = stem.filter(|stem| ends_in_consonant(stem)) {
            add(format!("{stem}ies"), true);
        }
        add(spelling, false);
    }
    all
}

/// The same word in the other spelling.
fn other_spelling(word: &str) -> Option<String> {
    for &(british, american) in STEMS {
        // The longer one first, for it may begin with the other.
        let mut pair = [(british, american), (american, british)];
        pair.sort_by_key(|(from, _)| std::cmp::Reverse(from.len()));
        for (from, to) in pair {
            if let Some(rest) = word.strip_prefix(from) {
                return Some(format!("{to}{rest}"));
            }
        }
    }
    AFTER_S.iter().find_map(|rest| {
        let stem = word.strip_suffix(rest)?;
        let (stem, other) = match stem.strip_suffix("is") {
            Some(stem) => (stem, "iz"),
            None => (stem.strip_suffix("iz")?, "is"),
        };
        (stem.len() >= 3).then(|| format!("{stem}{other}{rest}"))
    })
}

/// The singular of what looks like a plural.
fn singular(word: &str) -> Option<String> {
    if let Some(stem) = word.strip_suffix("ies") {
        return (stem.len() >= 2).then(|| format!("{stem}y"));
    }
    if ["sses", "shes", "ches", "xes"]
        .iter()
        .any(|ending| word.ends_with(ending))
    {
        return word.strip_suffix("es").map(str::to_owned);
    }
    if ["ss", "us", "is"]
        .iter()
        .any(|ending| word.ends_with(ending))
    {
        return None;
    }
    word.strip_suffix('s').map(str::to_owned)
}

fn ends_in_consonant(stem: &str) -> bool {
    stem.bytes()
        .last()
        .is_some_and(|last| !b"aeiou".contains(&last))
}

/// How many mistakes a word of this many letters may hold.
pub(super) fn allowed(letters: usize) -> usize {
    match letters {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// The letters that a word holds, a bit for each.
pub(super) fn letters(word: &[u8]) -> u32 {
    let letters = word.iter().filter(|byte| byte.is_ascii_lowercase());
    letters.fold(0, |mask, byte| mask | 1 << (byte - b'a'))
}

/// How many of the wanted [`letters`] are not there: two spellings are at least so far apart.
pub(super) fn lacks(wanted: u32, there: u32) -> usize {
    (wanted & !there).count_ones() as usize
}

/// How far two spellings are apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Distance {
    /// Between the whole words.
    pub(super) whole: usize,
    /// Between what is typed and the nearest beginning of the word.
    pub(super) beginning: usize,
}

/// The distance of `typed` from `word`, counting missing, extra, wrong and swapped neighbouring
/// letters (Damerau-Levenshtein in which no letter is touched twice).
pub(super) fn distance(typed: &[u8], word: &[u8]) -> Distance {
    let width = typed.len() + 1;
    let mut older: Vec<usize> = vec![0; width];
    let mut old: Vec<usize> = (0..width).collect();
    let mut row: Vec<usize> = vec![0; width];
    let mut beginning = typed.len();
    for (down, &letter) in word.iter().enumerate() {
        row[0] = down + 1;
        for across in 1..width {
            let same = typed[across - 1] == letter;
            let mut least = (old[across - 1] + usize::from(!same))
                .min(old[across] + 1)
                .min(row[across - 1] + 1);
            let swapped = down > 0
                && across > 1
                && typed[across - 2] == letter
                && word[down - 1] == typed[across - 1];
            if swapped {
                least = least.min(older[across - 2] + 1);
            }
            row[across] = least;
        }
        beginning = beginning.min(row[width - 1]);
        std::mem::swap(&mut older, &mut old);
        std::mem::swap(&mut old, &mut row);
    }
    Distance {
        whole: old[width - 1],
        beginning,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn has(word: &str, other: &str) {
        assert!(
            variants(word).iter().any(|variant| variant.word == other),
            "{word}: {:?}",
            variants(word)
        );
    }

    #[test]
    fn british_and_american() {
        for (british, american) in [
            ("standardisation", "standardization"),
            ("organised", "organized"),
            ("centres", "centers"),
            ("programme", "program"),
            ("labour", "labor"),
        ] {
            has(british, american);
            has(american, british);
        }
    }

    #[test]
    fn plural_and_singular() {
        has("villages", "village");
        has("policies", "policy");
        has("policy", "policies");
        has("processes", "process");
        assert!(variants("business").is_empty());
        assert!(variants("5g").is_empty());
    }

    #[test]
    fn distances_are_those_of_the_textbook() {
        let cases = [
            "",
            "a",
            "silk",
            "slik",
            "sillk",
            "road",
            "elderly",
            "eldrely",
            "manufacturng",
            "manufacturing",
        ];
        for one in cases {
            for other in cases {
                let got = distance(one.as_bytes(), other.as_bytes());
                assert_eq!(got.whole, strsim::osa_distance(one, other), "{one} {other}");
                let least = (0..=other.len())
                    .map(|end| strsim::osa_distance(one, &other[..end]))
                    .min();
                assert_eq!(Some(got.beginning), least, "{one} {other}");
            }
        }
    }
}
