//! What somebody typed, taken apart: words, filters, and what is asked for. Any input is a query.

use super::ask::{self, Intent};
use super::fold::{folded, is_ideograph};
use crate::model::half_width;

/// More words than this are not looked at: nobody types them.
const MOST_WORDS: usize = 24;

/// Words that need not be found where there are others.
const SMALL: &[&str] = &[
    "the", "of", "and", "for", "in", "to", "a", "an", "on", "by", "with", "at", "的", "与", "和",
    "及",
];

/// The letters of the longest of them.
pub(super) const LONGEST_SMALL: usize = 4;

/// Whether a folded word is one that a text or a query may lack.
pub(super) fn is_small(word: &str) -> bool {
    SMALL.contains(&word)
}

/// One word of a query, folded.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Word {
    /// Its letters.
    pub(super) text: String,
    /// It must stand in the text as it is: no pinyin, no guessing.
    pub(super) exact: bool,
}

/// What a filter looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FilterName {
    /// The kind of a node.
    Kind,
    /// A body that answers for it in any role.
    Body,
    /// A body that leads it.
    Lead,
    /// The year or date of a target.
    By,
    /// What a responsibility rests on.
    Basis,
    /// How an assignment stands.
    Status,
    /// When an assignment is due.
    Due,
    /// The unit that has it on the desk.
    Unit,
}

/// The names of the filters, as typed before the colon; the first is the one that is completed.
pub(super) const FILTERS: &[(FilterName, &[&str])] = &[
    (FilterName::Kind, &["kind", "类别", "种类", "类型"]),
    (FilterName::Body, &["body", "部门", "单位"]),
    (FilterName::Lead, &["lead", "牵头", "负责"]),
    (FilterName::By, &["by", "期限", "年份"]),
    (FilterName::Basis, &["basis", "依据"]),
    (FilterName::Status, &["status", "状态"]),
    (FilterName::Due, &["due", "到期"]),
    (FilterName::Unit, &["unit", "承办"]),
];

/// The long forms of the operators that change how a word is matched.
const EXACT: &str = "exact";
const NOT: &str = "not";

/// A filter as typed.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Filter {
    pub(super) name: FilterName,
    /// Folded; empty while it is still being typed.
    pub(super) value: String,
    /// As typed.
    pub(super) shown: String,
}

/// A query: see [`Query::parse`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Query {
    input: String,
    intent: Intent,
    pub(super) words: Vec<Word>,
    pub(super) nots: Vec<Word>,
    pub(super) filters: Vec<Filter>,
    /// Names before a colon that are no filters.
    pub(super) unknown: Vec<String>,
}

impl Query {
    /// Takes `input` apart. Total: there is no input that is not a query.
    #[must_use]
    pub fn parse(input: &str) -> Query {
        let mut query = Query {
            input: input.to_owned(),
            ..Query::default()
        };
        let mut plain = Vec::new();
        let tokens = tokens(input);
        let duty = tokens.iter().any(|token| ask::is_duty(&folded(token)));
        for token in tokens {
            query.token(if duty { owner(token) } else { token }, &mut plain);
        }
        query.ask(&plain);
        let mut seen = Vec::new();
        query.words.retain(|word| {
            let new = !seen.contains(word) && seen.len() < MOST_WORDS;
            if new {
                seen.push(word.clone());
            }
            new
        });
        query
    }

    /// Nothing is looked for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.nots.is_empty() && self.filters.iter().all(Filter::is_open)
    }

    /// What the question words ask for.
    #[must_use]
    pub fn intent(&self) -> Intent {
        self.intent
    }

    /// What was typed.
    #[must_use]
    pub fn input(&self) -> &str {
        &self.input
    }

    /// What all but the filters say, for whoever shows it.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(|word| word.text.as_str())
    }

    /// Sorts one blank-free piece of the input.
    fn token(&mut self, token: &str, plain: &mut Vec<String>) {
        let mut chars = token.chars();
        let first = chars.next().map(half_width);
        let rest = chars.as_str();
        match first {
            Some('\'' | '‘' | '’') if !rest.is_empty() => self.words.extend(exact(rest)),
            Some('!') => self.nots.extend(exact(rest)),
            Some('@') => self.filters.push(Filter::new(FilterName::Body, rest)),
            // `#12` and `#p12` are numbers, no kinds.
            Some('#') if rest.ends_with(|c: char| c.is_ascii_digit()) => plain.push(folded(rest)),
            Some('#') => self.filters.push(Filter::new(FilterName::Kind, rest)),
            _ => match token.split_once([':', '：']) {
                Some((name, value)) => self.named(name, value, token, plain),
                None => plain.push(folded(token)),
            },
        }
    }

    fn named(&mut self, name: &str, value: &str, token: &str, plain: &mut Vec<String>) {
        let short = folded(name);
        if let Some(name) = filter_name(&short) {
            self.filters.push(Filter::new(name, value));
        } else if short == EXACT {
            self.words.extend(exact(value));
        } else if short == NOT {
            self.nots.extend(exact(value));
        } else {
            if short.len() >= 2 && short.bytes().all(|byte| byte.is_ascii_lowercase()) {
                self.unknown.push(name.to_owned());
            }
            plain.push(folded(token));
        }
    }

    /// Drops what only asks; what is left are the words.
    fn ask(&mut self, plain: &[String]) {
        let mut intent = Intent::Any;
        let mut left = Vec::new();
        for piece in plain {
            let (piece, found) = ask::chinese(piece);
            if intent == Intent::Any {
                intent = found;
            }
            left.extend(split(&piece));
        }
        let refs: Vec<&str> = left.iter().map(String::as_str).collect();
        let (dropped, found) = ask::english(&refs);
        if intent == Intent::Any {
            intent = found;
        }
        let mut kept: Vec<String> = left
            .iter()
            .zip(&dropped)
            .filter(|(_, dropped)| !**dropped)
            .map(|(word, _)| word.clone())
            .collect();
        if kept.iter().any(|word| !is_small(word)) {
            let mut next = kept.iter().skip(1).cloned().collect::<Vec<_>>().into_iter();
            kept.retain(|word| {
                // `a 7` is an id.
                let number = |next: String| next.bytes().all(|byte| byte.is_ascii_digit());
                next.next().is_some_and(number) || !is_small(word)
            });
        }
        self.intent = intent;
        let nothing_else = kept.is_empty() && self.words.is_empty() && self.filters.is_empty();
        if nothing_else && intent != Intent::Any {
            // Nothing is asked about yet: take the words as they are.
            let all = plain.iter().flat_map(|piece| split(piece));
            self.words
                .extend(all.map(|text| Word { text, exact: true }));
            return;
        }
        let words = kept.into_iter().map(|text| Word { text, exact: false });
        self.words.extend(words);
    }
}

impl Filter {
    fn new(name: FilterName, value: &str) -> Filter {
        Filter {
            name,
            value: folded(value),
            shown: value.to_owned(),
        }
    }

    /// Its value is still to be typed.
    pub(super) fn is_open(&self) -> bool {
        self.value.is_empty()
    }
}

/// The filter of this name, folded.
pub(super) fn filter_name(name: &str) -> Option<FilterName> {
    FILTERS
        .iter()
        .find(|(_, names)| names.contains(&name))
        .map(|(name, _)| *name)
}

/// Whose it is: `MIIT` of `MIIT's`.
fn owner(token: &str) -> &str {
    let ends = ["'s", "’s", "＇s", "'S", "’S", "s'", "s’"];
    let owner = ends.iter().find_map(|end| token.strip_suffix(end));
    owner.unwrap_or(token)
}

fn exact(text: &str) -> impl Iterator<Item = Word> {
    split(&folded(text))
        .into_iter()
        .map(|text| Word { text, exact: true })
}

/// The words of a folded text: apart at blanks, and where an alphabet meets ideographs.
pub(super) fn split(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut last: Option<char> = None;
    for c in text.chars() {
        if c == ' ' {
            last = None;
            continue;
        }
        match last {
            Some(before) if is_ideograph(before) == is_ideograph(c) => {
                if let Some(word) = words.last_mut() {
                    word.push(c);
                }
            }
            _ => words.push(c.into()),
        }
        last = Some(c);
    }
    words
}

/// The pieces of an input between blanks. A quoted value keeps its blanks: `body:"a b"`.
fn tokens(input: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut start = None;
    let mut quoted = false;
    for (at, c) in input.char_indices() {
        let quote = matches!(c, '"' | '“' | '”' | '＂');
        if quote {
            let before = input.get(..at).and_then(|text| text.chars().next_back());
            quoted = !quoted && matches!(before, Some(':' | '：' | '@' | '＠' | '#' | '＃'));
        }
        if c.is_whitespace() && !quoted {
            if let Some(from) = start.take() {
                tokens.extend(input.get(from..at));
            }
        } else if start.is_none() {
            start = Some(at);
        }
    }
    if let Some(from) = start {
        tokens.extend(input.get(from..));
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(input: &str) -> Vec<String> {
        Query::parse(input).words().map(str::to_owned).collect()
    }

    #[test]
    fn words_are_folded_and_split() {
        assert_eq!(words("  ５Ｇ\u{3000}創新  "), ["5g", "创新"]);
        assert_eq!(words("5g应用"), ["5g", "应用"]);
        assert_eq!(words("e-commerce"), ["e", "commerce"]);
        assert_eq!(words("the market for data"), ["market", "data"]);
        assert_eq!(words("the"), ["the"]);
        assert_eq!(words("A-7"), ["a", "7"]);
        assert!(Query::parse(" \t ").is_empty());
    }

    #[test]
    fn filters_and_operators() {
        let query =
            Query::parse("5g kind:project @miit #任务 lead：工信部 by:2025 'users !core exact:a-b");
        let filters: Vec<_> = query
            .filters
            .iter()
            .map(|filter| (filter.name, filter.value.as_str()))
            .collect();
        assert_eq!(
            filters,
            [
                (FilterName::Kind, "project"),
                (FilterName::Body, "miit"),
                (FilterName::Kind, "任务"),
                (FilterName::Lead, "工信部"),
                (FilterName::By, "2025"),
            ]
        );
        let exact: Vec<_> = query
            .words
            .iter()
            .filter(|word| word.exact)
            .map(|word| word.text.as_str())
            .collect();
        assert_eq!(exact, ["users", "a", "b"]);
        assert_eq!(query.nots.len(), 1);
        assert_eq!(
            Query::parse("body:\"people's bank\" 5g")
                .filters
                .first()
                .map(|filter| filter.value.clone()),
            Some("peoples bank".into())
        );
    }

    #[test]
    fn a_name_that_is_no_filter_is_told_and_its_words_are_kept() {
        let query = Query::parse("colour:red");
        assert_eq!(query.unknown, ["colour"]);
        assert_eq!(words("colour:red"), ["colour", "red"]);
    }

    #[test]
    fn a_question_without_a_topic_is_taken_by_its_words() {
        let query = Query::parse("who");
        assert_eq!(query.intent(), Intent::Who);
        assert!(query.words.iter().all(|word| word.exact));
        assert_eq!(words("who"), ["who"]);
        assert_eq!(words("who leads 5g"), ["5g"]);
        assert_eq!(words("谁负责 5g"), ["5g"]);
        assert_eq!(words("MIIT's projects"), ["miit", "projects"]);
        assert_eq!(words("people's bank"), ["peoples", "bank"]);
    }
}
