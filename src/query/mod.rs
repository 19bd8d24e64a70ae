//! What was typed, understood: the words, the filters, and what is asked for. Any input is a query.
//! Beside it what is known of words alone: folding, spelling, mistakes, words without weight.

mod complete;
pub(crate) mod filter;
mod filter_dates;
mod filter_desk;
mod filter_name;
mod filter_test;
mod filter_values;
pub(crate) mod fold;
pub(crate) mod function_words;
mod note;
pub(crate) mod pinyin;
mod pinyin_questions;
mod pinyin_readings;
pub(crate) mod pinyin_typos;
pub(crate) mod question;
mod signs;
pub(crate) mod spelling;
pub(crate) mod stem;
pub(crate) mod typos;
mod word;

pub use complete::complete;
pub(crate) use filter_desk::desks_as_written;
pub(crate) use filter_name::{FILTERS, filter_name};
pub use filter_name::{FilterName, in_lang};
pub(crate) use filter_values::{
    AIMED_AT, ANY, BETWEEN_DATES, KINDS, NEXT, NO_DATE, NOT_BEGUN, RESULTS, Results,
};
pub use filter_values::{BODIES, DOCUMENTS, TARGETS, kind_named, names_of_value};
pub use fold::folded;
pub use note::{Dues, Note, Part, Sought};
pub(crate) use pinyin_questions::in_characters;
pub use question::{Intent, Unrecorded};
pub(crate) use signs::{has_amount, is_beside_symbol};
pub use spelling::{Variant, variants};
pub use typos::{Distance, distance};
pub(crate) use word::{
    LONGEST_SMALL, Word, chinese_number, is_number, is_small, number, roman, split,
};

use crate::model::{Date, half_width};
use fold::{with_symbols, without_joints};
use signs::{has_meant_symbol, is_decimal, with_sign_joined};
use word::{exact, joined};

/// The words of a query, at most; the others are dropped.
const MOST_WORDS: usize = 24;
/// So many characters of a text are read as a query: more than any name or question has.
pub const LONGEST: usize = 1000;
/// A longer text is searched for, but is no question.
const LONGEST_QUESTION: usize = 200;

/// The long forms of the operators `'` and `!`.
const EXACT: &str = "exact";
const NOT: &str = "not";

/// A filter as typed.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Filter {
    pub(crate) name: FilterName,
    /// Folded; empty while it is still being typed.
    pub(crate) value: String,
    /// As typed.
    pub(crate) shown: String,
    /// It takes out what it would let through: `!lead:miit`.
    pub(crate) is_not: bool,
}

/// A query: see [`Query::parse`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Query {
    pub(crate) input: String,
    pub(crate) intent: Intent,
    pub(crate) words: Vec<Word>,
    /// The words as they may spell an id, if that differs: with the small one in `a 7`.
    pub(crate) id_words: Vec<Word>,
    /// What was typed without filters and operators, folded.
    pub(crate) rest: String,
    /// The words that have symbols, with these.
    pub(crate) symbols: Vec<String>,
    pub(crate) excluded: Vec<Word>,
    pub(crate) filters: Vec<Filter>,
    /// Names before a colon that are no filters.
    pub(crate) unknown: Vec<String>,
    /// The day that tells what is overdue.
    pub(crate) today: Option<Date>,
}

impl Query {
    /// The same query asked on a day, which tells what is overdue.
    #[must_use]
    pub fn on(self, today: Option<Date>) -> Query {
        Query { today, ..self }
    }

    /// The day on which it is asked, where it is known.
    #[must_use]
    pub fn today(&self) -> Option<Date> {
        self.today
    }

    /// Parses `input`. Total: there is no input that is not a query.
    #[must_use]
    pub fn parse(input: &str) -> Query {
        let (mut query, plain) = Query::cut(input);
        query.drop_question(&plain);
        let mut seen = Vec::new();
        query.words.retain(|word| {
            // Letters that stand alone may spell a word: `M I I T`.
            let is_letter = word.text.len() == 1 && !word.exact;
            let new = (is_letter || !seen.contains(word)) && seen.len() < MOST_WORDS;
            if new {
                seen.push(word.clone());
            }
            new
        });
        query
    }

    /// Cuts `input` into filters, operators and the pieces of its text, of which no word is dropped yet.
    fn cut(input: &str) -> (Query, Vec<String>) {
        let mut query = Query {
            input: input.to_owned(),
            ..Query::default()
        };
        let mut plain = Vec::new();
        let end = input.char_indices().nth(LONGEST);
        let joined = without_joints(end.map_or(input, |(end, _)| &input[..end]));
        let joined = with_sign_joined(&joined);
        let tokens = tokens(&joined);
        let has_duty = tokens.iter().any(|token| question::is_duty(&folded(token)));
        let mut is_owned = false;
        for token in tokens {
            let owner = owner(token, has_duty);
            // That a body does something says nothing: `MIIT's job`.
            if !(is_owned && ["job", "jobs", "role"].contains(&&*folded(token))) {
                query.token(owner, &mut plain);
            }
            is_owned = has_duty && owner.len() < token.len();
        }
        query.rest = folded(&query.rest);
        (query, plain)
    }

    /// What was typed without filters and operators, folded; the words that ask stay.
    pub(crate) fn plain(&self) -> String {
        Query::cut(&self.input).0.rest
    }

    /// Returns true if nothing is searched for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
            && self.excluded.is_empty()
            && self.filters.iter().all(Filter::is_open)
    }

    /// Returns what the question words ask for.
    #[must_use]
    pub fn intent(&self) -> Intent {
        self.intent
    }

    /// Returns what was typed.
    #[must_use]
    pub fn input(&self) -> &str {
        &self.input
    }

    /// Iterates over the folded words.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(|word| word.text.as_str())
    }

    /// Iterates over the filters that were typed, each with its folded value.
    pub fn filters(&self) -> impl Iterator<Item = (FilterName, &str)> {
        self.filters
            .iter()
            .map(|filter| (filter.name, filter.value.as_str()))
    }

    /// Returns a folded word of it as it was typed, with its capitals.
    pub(crate) fn as_typed(&self, word: &str) -> String {
        let typed = self.input.char_indices().find_map(|(at, _)| {
            let part = self.input.get(at..at + word.len())?;
            part.eq_ignore_ascii_case(word).then_some(part)
        });
        typed.unwrap_or(word).to_owned()
    }

    /// Returns folded words of it, those that were one with a sign between as they were typed: `1.5`.
    pub(crate) fn all_as_typed(&self, words: &[String]) -> Vec<String> {
        let typed = |word: &String| {
            let mut tokens = self.input.split_whitespace();
            let is_it = |token: &&str| word.contains(' ') && folded(token) == *word;
            let token = tokens.find(is_it);
            token.unwrap_or(word).to_owned()
        };
        words.iter().map(typed).collect()
    }

    /// Parses a piece of the input; words that may be part of a question go to `plain`.
    fn token(&mut self, token: &str, plain: &mut Vec<String>) {
        let mut chars = token.chars();
        let first = chars.next().map(half_width);
        let rest = chars.as_str();
        match first {
            Some('\'') if !rest.is_empty() => self.exact_word(rest),
            Some('!') => self.exclude(rest),
            // `#12` and `#p12` are numbers, no kinds.
            Some('#') if rest.ends_with(|c: char| c.is_ascii_digit()) => plain.push(folded(rest)),
            _ => match (Filter::parse(token), token.split_once([':', '：'])) {
                (Some(filter), _) => self.filters.push(filter),
                (None, Some((name, value))) => self.named(name, value, token, plain),
                (None, None) => self.plain_word(token, plain),
            },
        }
    }

    /// Takes out what has the words of a token, or what passes it as a filter.
    fn exclude(&mut self, token: &str) {
        match Filter::parse(token) {
            Some(filter) => self.filters.push(Filter {
                is_not: true,
                ..filter
            }),
            None => self.excluded.extend(exact(token)),
        }
    }

    fn exact_word(&mut self, token: &str) {
        self.rest.push_str(token);
        self.rest.push(' ');
        self.words.extend(exact(token));
    }

    fn plain_word(&mut self, token: &str, plain: &mut Vec<String>) {
        self.rest.push_str(token);
        self.rest.push(' ');
        if has_meant_symbol(token) {
            self.symbols.push(with_symbols(token));
        }
        if is_beside_symbol(token) {
            self.words.push(Word::exact(folded(token)));
        } else {
            plain.push(folded(token));
        }
    }

    /// Parses what has a name before a colon, but is no filter.
    fn named(&mut self, name: &str, value: &str, token: &str, plain: &mut Vec<String>) {
        let short = folded(name);
        if short == EXACT {
            self.exact_word(value);
        } else if short == NOT {
            self.exclude(value);
        } else {
            if short.len() >= 2 && short.bytes().all(|byte| byte.is_ascii_lowercase()) {
                self.unknown.push(name.to_owned());
            }
            self.plain_word(token, plain);
        }
    }

    /// Whether a number in it is an amount, and numbers no item.
    pub(crate) fn has_amount(&self) -> bool {
        signs::has_amount(&self.input)
    }

    /// Whether the text is short enough to be a question.
    pub(crate) fn can_ask(&self) -> bool {
        self.input.chars().nth(LONGEST_QUESTION).is_none()
    }

    /// What it asks as a question about a set; nothing if it is no question.
    pub(crate) fn asked(&self) -> question::Asked {
        let text = self.can_ask().then(|| folded(&self.input));
        text.map(|text| question::asked(&text)).unwrap_or_default()
    }

    /// Whether a folded piece of the input is a number with a point, whose digits belong together.
    fn has_decimal(&self, piece: &str) -> bool {
        let is_it = |token| is_decimal(token) && folded(token) == piece;
        piece.contains(' ') && self.input.split_whitespace().any(is_it)
    }

    /// Drops question words and small words; the rest are the words of the query.
    fn drop_question(&mut self, plain: &[String]) {
        let mut intent = Intent::Any;
        let mut left = Vec::new();
        let can_ask = self.can_ask();
        for piece in plain {
            if !can_ask {
                left.extend(split(piece));
                continue;
            }
            let (piece, found) = question::chinese(piece);
            if intent == Intent::Any {
                intent = found;
            }
            if self.has_decimal(&piece) {
                left.push(piece);
            } else {
                left.extend(split(&piece));
            }
        }
        let refs: Vec<&str> = left.iter().map(String::as_str).collect();
        let (dropped, found) = question::english(&refs);
        if intent == Intent::Any {
            intent = found;
        }
        // Letters in a row spell a word, and are none by themselves: `who leads A I`.
        let is_letter = |at: usize| left.get(at).is_some_and(|word| word.len() == 1);
        let is_spelt = |at: usize| {
            is_letter(at) && (is_letter(at + 1) || at.checked_sub(1).is_some_and(is_letter))
        };
        let mut kept: Vec<String> = left
            .iter()
            .enumerate()
            .filter(|&(at, _)| !dropped[at] || is_spelt(at))
            .map(|(_, word)| word.clone())
            .collect();
        if intent != Intent::Any && !kept.is_empty() && self.words.is_empty() {
            self.rest = joined(&kept);
        }
        let others = [&self.words, &self.excluded]
            .iter()
            .any(|words| !words.is_empty());
        if others || !self.filters.is_empty() || kept.iter().any(|word| !is_small(word)) {
            let all = kept.clone();
            kept.retain(|word| !is_small(word));
            let loose = |text| Word { text, exact: false };
            if !others && kept.len() < all.len() {
                self.id_words = all.into_iter().map(loose).collect();
            }
        }
        self.intent = intent;
        let nothing_else = kept.is_empty() && self.words.is_empty() && self.filters.is_empty();
        if nothing_else && intent != Intent::Any {
            // Only question words so far: search for these.
            let all = plain.iter().flat_map(|piece| split(piece));
            self.words.extend(all.map(Word::exact));
            return;
        }
        let words = kept.into_iter().map(|text| Word { text, exact: false });
        self.words.extend(words);
    }
}

impl Filter {
    pub(crate) fn new(name: FilterName, value: &str) -> Filter {
        Filter {
            name,
            value: folded(value),
            shown: value.to_owned(),
            is_not: false,
        }
    }

    /// Parses `name:value` with the name of a filter, `@body` or `#kind`.
    fn parse(token: &str) -> Option<Filter> {
        let mut chars = token.chars();
        match chars.next().map(half_width) {
            Some('@') => Some(Filter::new(FilterName::Body, chars.as_str())),
            Some('#') => Some(Filter::new(FilterName::Kind, chars.as_str())),
            _ => {
                let (name, value) = token.split_once([':', '：'])?;
                Some(Filter::new(filter_name(&folded(name))?, value))
            }
        }
    }

    /// Returns true while its value is to be typed.
    pub(crate) fn is_open(&self) -> bool {
        self.value.is_empty()
    }
}

/// Returns a word without its possessive ending: `MIIT` of `MIIT's` before its `duties`, and the short
/// `5G` of `5G's` anywhere.
fn owner(token: &str, has_duty: bool) -> &str {
    const SHORT: usize = 3;
    let ends = ["'s", "’s", "＇s", "'S", "’S", "s'", "s’"];
    let owner = ends.iter().find_map(|end| token.strip_suffix(end));
    let counts = |owner: &&str| {
        let is_short =
            owner.chars().count() <= SHORT || owner.contains(|c: char| c.is_ascii_digit());
        is_short || has_duty && !owner.eq_ignore_ascii_case("people")
    };
    owner.filter(counts).unwrap_or(token)
}

/// Splits an input at blanks. A quoted value keeps its blanks: `body:"a b"`.
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
