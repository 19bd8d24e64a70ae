//! Other spellings of a word: British and American, plural and singular. All words here are folded.

/// Stems that are spelt differently: British, American.
#[rustfmt::skip]
const STEMS: &[(&str, &str)] = &[
    ("ageing", "aging"), ("analyse", "analyze"), ("artefact", "artifact"),
    ("behaviour", "behavior"), ("catalogue", "catalog"), ("centre", "center"),
    ("colour", "color"), ("defence", "defense"), ("dialogue", "dialog"),
    ("endeavour", "endeavor"), ("enrol", "enroll"), ("favour", "favor"), ("fibre", "fiber"),
    ("fulfil", "fulfill"), ("harbour", "harbor"), ("labelling", "labeling"), ("labour", "labor"),
    ("licence", "license"), ("litre", "liter"), ("metre", "meter"), ("modelling", "modeling"),
    ("neighbour", "neighbor"), ("offence", "offense"), ("paediatric", "pediatric"),
    ("programme", "program"), ("signalling", "signaling"), ("skilful", "skillful"),
    ("theatre", "theater"), ("travelling", "traveling"),
];

/// The endings after the s or z of `-ise` and `-ize`.
const AFTER_S: &[&str] = &[
    "ation", "ations", "ational", "e", "ed", "er", "ers", "es", "ing", "at", "ati", "atio",
];

/// Shorter words have no variants.
const SHORTEST: usize = 4;

/// Another spelling of a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variant {
    /// The word in the other spelling.
    pub word: String,
    /// Only the whole word matches: it was made from a plural or a singular.
    pub whole: bool,
}

/// Returns the other spellings of `word`, in a fixed order.
#[must_use]
pub fn variants(word: &str) -> Vec<Variant> {
    let mut all: Vec<Variant> = Vec::new();
    // 5gs
    let single = word.strip_suffix('s').filter(|single| {
        single.starts_with(|c: char| c.is_ascii_digit())
            && single.ends_with(|c: char| c.is_ascii_lowercase())
    });
    if let Some(single) = single {
        all.push(Variant {
            word: single.to_owned(),
            whole: true,
        });
    }
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

/// Returns the word in the other spelling.
fn other_spelling(word: &str) -> Option<String> {
    for &(british, american) in STEMS {
        // The longer one first, for it may begin with the other.
        let mut pair = [(british, american), (american, british)];
        pair.sort_by_key(|(from, _)| std::cmp::Reverse(from.len()));
        for (from, to) in pair {
            if let Some(rest) = word.strip_prefix(from) {
                return Some(format!("{to}{rest}"));
            }
            // datacentre
            if let Some(before) = word.strip_suffix(from) {
                return Some(format!("{before}{to}"));
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

/// Returns the singular of what looks like a plural.
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
