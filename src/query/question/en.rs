//! Questions in English. Each word has a role in questions; whether it asks depends on its neighbours.

use super::super::typos::distance;
use super::super::{number, roman};
use super::Intent;

/// The role of a word in questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum WordRole {
    /// `who`: asks for bodies.
    Who,
    /// `what`, `which`: the words after it decide what it asks for.
    Which,
    /// `responsible`, `lead`: asks even without a question word.
    Core,
    /// `handles`: asks only together with a question word.
    Verb,
    /// `is`, `the`, `for`: dropped next to a word that asks.
    Helper,
    /// `ministry`: dropped after `which` and after a core.
    Office,
    /// `tasks`: dropped after `which` and `whose`, which then ask for what a body does.
    Work,
}

#[rustfmt::skip]
const ROLES: &[(WordRole, &[&str])] = &[
    (WordRole::Who, &["who", "whos", "whom", "whose"]),
    (WordRole::Which, &["what", "whats", "which"]),
    (
        WordRole::Core,
        &[
            "responsible", "responsibility", "responsibilities", "accountable", "lead",
            "leads", "leader", "charge", "duties", "mandate",
        ],
    ),
    (
        WordRole::Verb,
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
            "participates", "involved", "help", "helps", "get", "gets", "protect", "protects",
            "protecting", "pay", "pays", "paying", "fund", "funds", "boss",
        ],
    ),
    (
        WordRole::Helper,
        &[
            "is", "are", "was", "were", "be", "does", "did", "has", "have", "had", "will",
            "should", "must", "can", "the", "a", "an", "of", "for", "in", "on", "to", "by", "with",
            "at", "please", "show", "me", "tell", "find", "list", "i", "we", "want", "need",
            "know", "and", "it", "this", "that", "there", "main", "all", "mainly", "actually",
        ],
    ),
    (
        WordRole::Office,
        &[
            "ministry", "ministries", "body", "bodies", "department", "departments", "agency",
            "agencies", "office", "offices", "organisation", "organization", "organisations",
            "organizations", "unit", "units", "authority", "authorities", "institution",
            "institutions", "regulator", "regulators", "one", "ones", "person", "people",
        ],
    ),
    (
        WordRole::Work,
        &[
            "task", "tasks", "project", "projects", "action", "actions", "item", "items", "thing",
            "things", "duty", "area", "areas", "job", "jobs", "role", "target", "targets",
        ],
    ),
];

fn is(role: WordRole, word: &str) -> bool {
    ROLES
        .iter()
        .any(|(other, words)| *other == role && words.contains(&word))
}

/// Participles after which `by` and a body follow.
#[rustfmt::skip]
const DONE: &[&str] = &[
    "led", "run", "managed", "headed", "handled", "overseen", "supervised", "coordinated", "owned",
];

/// Returns true if a word names what bodies do: a word with `'s` before it is then a possessive.
pub(crate) fn is_duty(word: &str) -> bool {
    is_any(&[WordRole::Work, WordRole::Core], word)
}

fn is_any(roles: &[WordRole], word: &str) -> bool {
    roles.iter().any(|&role| is(role, word))
}

/// Beginnings that are dropped and ask for no body.
const BEFORE_IT: &[&[&str]] = &[
    &["how", "many"],
    &["how", "much"],
    &["number", "of"],
    &["tell", "me", "about"],
    &["show", "me"],
    &["look", "up"],
    &["search", "for"],
    &["contact", "for"],
    &["boss", "of"],
];

/// Corrects a misspelt question word of one of these roles; any other word stays as it is.
fn correct_word<'a>(word: &'a str, roles: &[WordRole]) -> &'a str {
    if word.len() < 4 || ROLES.iter().any(|(_, words)| words.contains(&word)) {
        return word;
    }
    let near = |other: &&str| {
        let alike = other.len() > 4 && other.as_bytes().first() == word.as_bytes().first();
        alike && distance(word.as_bytes(), other.as_bytes()).whole == 1
    };
    let words = ROLES.iter().filter(|(role, _)| roles.contains(role));
    words
        .flat_map(|(_, words)| *words)
        .copied()
        .find(near)
        .unwrap_or(word)
}

/// Corrects the question words: the first word, and those after a question word.
fn correct_spelling<'a>(words: &[&'a str]) -> Vec<&'a str> {
    let mut asked = false;
    let each = words.iter().enumerate().map(|(at, &word)| {
        let roles: &[WordRole] = if asked {
            &[WordRole::Core, WordRole::Verb]
        } else if at == 0 {
            &[WordRole::Which]
        } else {
            &[]
        };
        let word = correct_word(word, roles);
        asked |= is_any(&[WordRole::Who, WordRole::Which], word);
        word
    });
    each.collect()
}

/// Returns for each of the English `words` whether it only asks, and what they ask for.
pub(crate) fn english(words: &[&str]) -> (Vec<bool>, Intent) {
    let words = &*correct_spelling(words);
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
        let found = if is(WordRole::Who, word) {
            drop_run(words, at, &mut dropped, &[WordRole::Work]);
            Intent::Who
        } else if is(WordRole::Which, word) {
            let offices = drop_run(words, at, &mut dropped, &[WordRole::Office, WordRole::Work]);
            let body = words.get(at..offices).unwrap_or_default();
            if body.iter().any(|word| is(WordRole::Office, word)) {
                Intent::Who
            } else {
                Intent::What
            }
        } else if DONE.contains(word) && words.get(at + 1) == Some(&"by") {
            drop_run(words, at, &mut dropped, &[]);
            Intent::What
        } else if is(WordRole::Core, word) && only_asks(words, at) {
            drop_run(words, at, &mut dropped, &[WordRole::Office]);
            // `in` of `in charge`
            let before = at
                .checked_sub(1)
                .filter(|&at| is(WordRole::Helper, words[at]));
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

/// Words that ask only next to certain others: `care` after `take`, `work` before `on`.
const BESIDE: &[(&[&str], Neighbour, &[&str])] = &[
    (&["charge"], Neighbour::Before, &["in"]),
    (&["care"], Neighbour::Before, &["take", "takes", "taking"]),
    (&["after"], Neighbour::Before, &["look", "looks", "looking"]),
    (
        &["out"],
        Neighbour::Before,
        &["carry", "carries", "carrying"],
    ),
    (&["work", "works", "working"], Neighbour::After, &["on"]),
    (
        &["answer", "answers", "answerable"],
        Neighbour::After,
        &["for"],
    ),
];

/// The side of the other word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Neighbour {
    Before,
    After,
}

/// Returns true if the word at `at` only asks there.
fn only_asks(words: &[&str], at: usize) -> bool {
    let Some(word) = words.get(at) else {
        return false;
    };
    let rule = BESIDE.iter().find(|(words, ..)| words.contains(word));
    let beside = rule.is_none_or(|(_, side, others)| {
        let other = match side {
            Neighbour::Before => at.checked_sub(1),
            Neighbour::After => Some(at + 1),
        };
        other
            .and_then(|other| words.get(other))
            .is_some_and(|other| others.contains(other))
    });
    beside && is_any(&[WordRole::Core, WordRole::Verb, WordRole::Helper], word)
}

/// Drops the word at `at` and those after it that only ask. Returns the place after them.
fn drop_run(words: &[&str], at: usize, dropped: &mut [bool], nouns: &[WordRole]) -> usize {
    let mut end = at + 1;
    let mut noun = false;
    while let Some(word) = words.get(end) {
        // Only one noun: "which ministry", but not the ministry of "what does the ministry of".
        noun |= matches!(*word, "do" | "does" | "did");
        let is_noun = !noun && is_any(nouns, word) && !is_named(words, end);
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

/// Returns true if the noun at `at` belongs to what is asked about: `task 3`, `task three`, `ministry of education`.
fn is_named(words: &[&str], at: usize) -> bool {
    let office = words.get(at).is_some_and(|word| is(WordRole::Office, word));
    let mut after = words.iter().skip(at + 1);
    let next = after.find(|word| !matches!(**word, "no" | "nr" | "number"));
    next.is_some_and(|next| {
        // `i` is who asks: `which projects do I lead`.
        let is_roman = roman(next).is_some() && *next != "i";
        let is_number =
            is_roman || next.starts_with(|c: char| c.is_ascii_digit()) || number(next).is_some();
        office && *next == "of" || is_number
    })
}

/// Drops words that only ask from both ends of a question.
fn trim_ends(words: &[&str], dropped: &mut [bool]) {
    for (at, word) in words.iter().enumerate() {
        let office = is(WordRole::Office, word) && dropped.get(at + 1) == Some(&true);
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
