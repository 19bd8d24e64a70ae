//! Questions: the words that only ask are dropped, and what they ask for is kept as the
//! [`Intent`]. `who is responsible for 5g`, `5g lead`, `谁负责5g` and `5g由哪个部门牵头` all look
//! for 5g.

mod chinese;

use super::spelling::distance;
pub(super) use chinese::chinese;

/// What a query asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Intent {
    /// Anything.
    #[default]
    Any,
    /// Who answers for something.
    Who,
    /// What a body answers for.
    What,
}

/// What a word can do in an English question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// `who`: asks for bodies.
    Who,
    /// `what`, `which`: what follows tells what it asks for.
    Which,
    /// `responsible`, `lead`: asks, even without a question word.
    Core,
    /// `handles`: asks only together with a question word.
    Verb,
    /// `is`, `the`, `for`: dropped beside a word that asks.
    Helper,
    /// `ministry`: dropped after `which` and after a core.
    Office,
    /// `tasks`: dropped after `which` and `whose`; then a body is what is looked for.
    Work,
}

#[rustfmt::skip]
const PARTS: &[(Part, &[&str])] = &[
    (Part::Who, &["who", "whos", "whom", "whose"]),
    (Part::Which, &["what", "whats", "which"]),
    (
        Part::Core,
        &[
            "responsible", "responsibility", "responsibilities", "accountable", "lead",
            "leads", "leader", "charge", "duties", "mandate",
        ],
    ),
    (
        Part::Verb,
        &[
            "leading", "led", "handle", "handles", "handling", "manage", "manages", "managing",
            "run", "runs", "running", "oversee", "oversees", "overseeing", "own", "owns",
            "head", "heads", "heading", "supervise", "supervises", "coordinate", "coordinates",
            "answer", "answers", "answerable", "deal", "deals", "dealing", "take", "takes",
            "taking", "care", "look", "looks", "looking", "after", "implement", "implements",
            "implementing", "carry", "carries", "carrying", "out", "tasked", "charged", "work",
            "works", "working", "drive", "drives", "do", "done", "doing", "covers", "cover",
            "belong", "belongs", "behind", "ask", "contact", "call", "write", "talk", "speak",
            "turn", "about", "support", "supports", "supporting", "supported", "participate",
            "participates", "involved", "help", "helps",
        ],
    ),
    (
        Part::Helper,
        &[
            "is", "are", "was", "were", "be", "does", "did", "has", "have", "had", "will",
            "should", "must", "can", "the", "a", "an", "of", "for", "in", "on", "to", "by", "with",
            "at", "please", "show", "me", "tell", "find", "list", "i", "we", "want", "need",
            "know", "and", "it", "this", "that", "there", "main", "all", "mainly", "actually",
        ],
    ),
    (
        Part::Office,
        &[
            "ministry", "ministries", "body", "bodies", "department", "departments", "agency",
            "agencies", "office", "offices", "organisation", "organization", "organisations",
            "organizations", "unit", "units", "authority", "authorities", "institution",
            "institutions", "regulator", "regulators", "one", "ones", "person", "people",
        ],
    ),
    (
        Part::Work,
        &[
            "task", "tasks", "project", "projects", "action", "actions", "item", "items", "thing",
            "things", "duty", "area", "areas", "job", "jobs", "role", "target", "targets",
        ],
    ),
];

fn is(part: Part, word: &str) -> bool {
    PARTS
        .iter()
        .any(|(other, words)| *other == part && words.contains(&word))
}

/// Verbs of which a body is the one that acts, if `by` follows.
#[rustfmt::skip]
const DONE: &[&str] = &[
    "led", "run", "managed", "headed", "handled", "overseen", "supervised", "coordinated", "owned",
];

/// Whether a word names what bodies do, so that the possessive before it is one.
pub(super) fn is_duty(word: &str) -> bool {
    is_any(&[Part::Work, Part::Core], word)
}

fn is_any(parts: &[Part], word: &str) -> bool {
    parts.iter().any(|&part| is(part, word))
}

/// What may stand before what is looked for, without asking for a body.
const BEFORE_IT: &[&[&str]] = &[
    &["how", "many"],
    &["how", "much"],
    &["number", "of"],
    &["tell", "me", "about"],
    &["show", "me"],
    &["look", "up"],
    &["search", "for"],
];

/// `word`, or the word that asks for which it was misspelt.
fn heard<'a>(word: &'a str, parts: &[Part]) -> &'a str {
    if word.len() < 4 || PARTS.iter().any(|(_, words)| words.contains(&word)) {
        return word;
    }
    let near = |other: &&str| {
        let alike = other.len() > 4 && other.as_bytes().first() == word.as_bytes().first();
        alike && distance(word.as_bytes(), other.as_bytes()).whole == 1
    };
    let words = PARTS.iter().filter(|(part, _)| parts.contains(part));
    words
        .flat_map(|(_, words)| *words)
        .copied()
        .find(near)
        .unwrap_or(word)
}

/// The words with those corrected that only ask: the first one, and those after a question word.
fn all_heard<'a>(words: &[&'a str]) -> Vec<&'a str> {
    let mut asked = false;
    let each = words.iter().enumerate().map(|(at, &word)| {
        let parts: &[Part] = if asked {
            &[Part::Core, Part::Verb]
        } else if at == 0 {
            &[Part::Which]
        } else {
            &[]
        };
        let word = heard(word, parts);
        asked |= is_any(&[Part::Who, Part::Which], word);
        word
    });
    each.collect()
}

/// Which of the English `words` only ask, and what they ask for. The marks are as many as the
/// words.
pub(super) fn english(words: &[&str]) -> (Vec<bool>, Intent) {
    let words = &*all_heard(words);
    let mut dropped = vec![false; words.len()];
    let mut intent = Intent::Any;
    let before = BEFORE_IT.iter().find(|before| words.starts_with(before));
    if let Some(before) = before.filter(|before| before.len() < words.len()) {
        dropped
            .iter_mut()
            .take(before.len())
            .for_each(|mark| *mark = true);
    }
    for (at, word) in words.iter().enumerate() {
        if dropped.get(at) == Some(&true) {
            continue;
        }
        let found = if is(Part::Who, word) {
            eat(words, at, &mut dropped, &[Part::Work]);
            Intent::Who
        } else if is(Part::Which, word) {
            let offices = eat(words, at, &mut dropped, &[Part::Office, Part::Work]);
            let body = words.get(at..offices).unwrap_or_default();
            if body.iter().any(|word| is(Part::Office, word)) {
                Intent::Who
            } else {
                Intent::What
            }
        } else if DONE.contains(word) && words.get(at + 1) == Some(&"by") {
            eat(words, at, &mut dropped, &[]);
            Intent::What
        } else if is(Part::Core, word) && only_asks(words, at) {
            eat(words, at, &mut dropped, &[Part::Office]);
            // in charge
            let before = at.checked_sub(1).filter(|&at| is(Part::Helper, words[at]));
            if let Some(before) = before {
                dropped[before] = true;
            }
            Intent::Who
        } else {
            continue;
        };
        if intent == Intent::Any {
            intent = found;
        }
    }
    if intent != Intent::Any {
        trim_ends(words, &mut dropped);
    }
    (dropped, intent)
}

/// Words that ask only beside a certain other word: `care` after `take`, `work` before `on`.
const BESIDE: &[(&[&str], Side, &[&str])] = &[
    (&["charge"], Side::Before, &["in"]),
    (&["care"], Side::Before, &["take", "takes", "taking"]),
    (&["after"], Side::Before, &["look", "looks", "looking"]),
    (&["out"], Side::Before, &["carry", "carries", "carrying"]),
    (&["work", "works", "working"], Side::After, &["on"]),
    (&["answer", "answers", "answerable"], Side::After, &["for"]),
];

/// Where the other word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Before,
    After,
}

/// Whether the word at `at` can only ask there.
fn only_asks(words: &[&str], at: usize) -> bool {
    let Some(word) = words.get(at) else {
        return false;
    };
    let rule = BESIDE.iter().find(|(words, ..)| words.contains(word));
    let beside = rule.is_none_or(|(_, side, others)| {
        let other = match side {
            Side::Before => at.checked_sub(1),
            Side::After => Some(at + 1),
        };
        other
            .and_then(|other| words.get(other))
            .is_some_and(|other| others.contains(other))
    });
    beside && is_any(&[Part::Core, Part::Verb, Part::Helper], word)
}

/// Drops the word at `at` and what follows as long as it only asks; the place after it.
fn eat(words: &[&str], at: usize, dropped: &mut [bool], nouns: &[Part]) -> usize {
    let mut end = at + 1;
    let mut noun = false;
    while let Some(word) = words.get(end) {
        // Only one noun: "which ministry", but not the ministry of "what does the ministry of".
        noun |= matches!(*word, "do" | "does" | "did");
        let is_noun = !noun && is_any(nouns, word);
        if !is_noun && !only_asks(words, end) {
            break;
        }
        noun |= is_noun;
        end += 1;
    }
    for mark in dropped.iter_mut().take(end).skip(at) {
        *mark = true;
    }
    end
}

/// In a question, words that only ask are dropped from both ends too.
fn trim_ends(words: &[&str], dropped: &mut [bool]) {
    for (at, word) in words.iter().enumerate() {
        let office = is(Part::Office, word) && dropped.get(at + 1) == Some(&true);
        if dropped.get(at) == Some(&true) || only_asks(words, at) || office {
            dropped[at] = true;
        } else {
            break;
        }
    }
    for at in (0..words.len()).rev() {
        if dropped.get(at) == Some(&true) || only_asks(words, at) {
            dropped[at] = true;
        } else {
            break;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn english_left(text: &str, wanted: &str, intent: Intent) {
        let words: Vec<&str> = text.split(' ').collect();
        let (dropped, found) = english(&words);
        let left: Vec<&str> = words
            .iter()
            .zip(dropped)
            .filter_map(|(word, dropped)| (!dropped).then_some(*word))
            .collect();
        assert_eq!((left.join(" ").as_str(), found), (wanted, intent), "{text}");
    }

    #[test]
    fn english_questions() {
        for (text, left) in [
            ("who is responsible for open source", "open source"),
            ("who leads telemedicine", "telemedicine"),
            ("who takes care of elderly care", "elderly care"),
            ("who is responsable for open source", "open source"),
            ("wich ministry leeds open source", "open source"),
            ("person in charge of open source", "open source"),
            ("who supports digital villages", "digital villages"),
            ("who leads work safety", "work safety"),
            (
                "which ministry leads rural revitalization",
                "rural revitalization",
            ),
            ("what department handles chips", "chips"),
            ("which agency is behind chips", "chips"),
            ("chips belong to whom", "chips"),
            ("who should i ask about chips", "chips"),
            ("who do i contact about chips", "chips"),
            ("responsible for blockchain", "blockchain"),
            ("is responsible for blockchain", "blockchain"),
            ("in charge of satellites", "satellites"),
            ("ministry responsible for satellites", "satellites"),
            ("whose job is data trading", "data trading"),
            ("satellites lead", "satellites"),
            ("lead ministry for satellites", "satellites"),
            ("show me who runs the data market", "data market"),
        ] {
            english_left(text, left, Intent::Who);
        }
        for (text, left) in [
            (
                "what does the ministry of education do",
                "ministry of education",
            ),
            ("what is ndrc in charge of", "ndrc"),
            ("which projects does ndrc lead", "ndrc"),
            ("what are the tasks of ndrc", "ndrc"),
            ("led by ndrc", "ndrc"),
        ] {
            english_left(text, left, Intent::What);
        }
        english_left("how many netizens", "netizens", Intent::Any);
        english_left("tell me about chips", "chips", Intent::Any);
        for text in [
            "skills for all",
            "world leading quality",
            "ministry of education",
            "leadership",
            "with leeds",
        ] {
            english_left(text, text, Intent::Any);
        }
    }
}
