//! Ids written as words: `p 17`, `P05`, `project no. 12`, `third task`, `第三项任务`, `17号工程`.

use super::index::Index;
use super::pattern::Term;
use super::recut::recut;
use crate::model::{KindId, Plan, half_width};
use crate::query::fold::{folded, is_ideograph};
use crate::query::question::is_pinyin_of;
use crate::query::question::kinds::{BEFORE_KIND, BEFORE_KIND_ZH};
use crate::query::{
    DOCUMENTS, Intent, KINDS, Note, Query, Word, chinese_number, is_small, kind_named, number,
    roman,
};

/// Words that may stand beside a kind and a number, with those before a kind.
const FILLERS: &[&str] = &["no", "nr", "number"];

/// Names of documents, whose ids begin with `D`.
const DOCUMENT: &[&str] = &[
    "doc",
    "docs",
    "document",
    "documents",
    "policy document",
    "文件",
    "文档",
    "政策文件",
    "配套文件",
];

/// What a kind is called before a number, and its id in the plan: elsewhere the words mean more than that.
const CALLED: &[(&str, &str)] = &[
    ("measure", "safeguard"),
    ("measures", "safeguard"),
    ("target", "goal"),
    ("targets", "goal"),
    ("objective", "goal"),
    ("objectives", "goal"),
    ("program", "project"),
    ("programs", "project"),
    ("area", "focus"),
    ("areas", "focus"),
    ("groups", "group"),
    ("保障", "safeguard"),
    ("措施", "safeguard"),
    ("类别", "group"),
    ("领域", "focus"),
    ("行动组", "group"),
];

/// Measure words between a number and its kind.
const UNITS: &[&str] = &["项", "个", "条", "大"];

/// A larger number is a year, or no number of a node.
const MOST: usize = 999;

/// Returns the terms of a query; the id alone if the words spell one.
pub(super) fn terms(index: &Index, plan: &Plan, query: &Query) -> Vec<Term> {
    let ids = [&query.words, &query.id_words];
    let spelt = |words: &&Vec<Word>| spelt_id(index, plan, words);
    match ids.iter().find_map(spelt).filter(|_| !query.has_amount()) {
        // Where more is asked, others whose ids begin so are not meant.
        Some(text) if query.intent() != Intent::Any || query.input().is_empty() => {
            vec![Term::whole(&text)]
        }
        Some(text) => vec![Term::new(&Word { text, exact: true })],
        None => recut(index, query),
    }
}

/// The words of a query with the small ones of its ids.
pub(super) fn words_of(query: &Query) -> Vec<Word> {
    if query.id_words.is_empty() || query.words.iter().any(|word| word.exact) {
        query.words.clone()
    } else {
        query
            .id_words
            .iter()
            .filter(|word| !is_small(&word.text))
            .cloned()
            .collect()
    }
}

/// Returns the id that the words spell, if there is such a node.
pub(super) fn spelt_id(index: &Index, plan: &Plan, words: &[Word]) -> Option<String> {
    let spelt = Numbered::of(words)?;
    numbered(index, plan, spelt.kind.as_deref()?, spelt.number)
}

/// Returns the id with this number, of the kind that is called `kind` or has this letter.
pub(super) fn numbered(index: &Index, plan: &Plan, kind: &str, number: usize) -> Option<String> {
    let is_there = |text: &String| plan.find(text).is_some();
    // One character begins many words: 第三方.
    if kind.starts_with(is_ideograph) && kind.chars().nth(1).is_none() {
        return None;
    }
    let kind = if DOCUMENT.contains(&kind) { "d" } else { kind };
    let spelt = Some(format!("{kind}{number}")).filter(is_there);
    spelt.or_else(|| of_kind_named(index, plan, kind, number).filter(is_there))
}

/// Returns the id with this number, of the kind whose name is `kind`.
fn of_kind_named(index: &Index, plan: &Plan, kind: &str, number: usize) -> Option<String> {
    let term = Term::loose(without_head(kind).unwrap_or(kind));
    let kinds = plan.kinds().enumerate().filter_map(|(at, (_, kind))| {
        let found = term.find(index.kinds.of(at))?;
        Some((found, folded(&kind.prefix)))
    });
    // The shorter name is the nearer one.
    let named = kinds.min_by_key(|(found, _)| *found);
    let named = named.map(|(_, prefix)| prefix);
    let prefix = named.or_else(|| Some(folded(&plan[kind_called(plan, kind)?].prefix)))?;
    Some(format!("{prefix}{number}"))
}

/// Returns the kind that is called so before a number, perhaps with a word before it.
fn kind_called(plan: &Plan, name: &str) -> Option<KindId> {
    let called = |name: &str| {
        let other = || CALLED.iter().find(|(known, _)| *known == name);
        kind_named(plan, name)
            .or_else(|| plan.kind(other()?.1))
            .or_else(|| kind_in_pinyin(plan, name))
    };
    called(name).or_else(|| called(without_head(name)?))
}

/// Returns the kind whose Chinese name letters spell, syllable by syllable: `renwu`.
fn kind_in_pinyin(plan: &Plan, letters: &str) -> Option<KindId> {
    let is_it = |name: &str| {
        let mut names = [Some(name), without_head(name)].into_iter().flatten();
        names.any(|name| is_pinyin_of(letters, name))
    };
    let mut kinds = plan.kinds();
    let kind = kinds.find(|(_, kind)| is_it(kind.name.zh()) || is_it(kind.plural.zh()));
    let called = || {
        let mut called = KINDS.iter().chain(CALLED);
        plan.kind(called.find(|(name, _)| is_pinyin_of(letters, name))?.1)
    };
    kind.map(|(id, _)| id).or_else(called)
}

/// The name of a kind without a word that may stand before it.
pub(super) fn without_head(name: &str) -> Option<&str> {
    let mut heads = BEFORE_KIND_ZH.iter();
    let word = heads.find_map(|head| name.strip_prefix(head));
    word.filter(|word| !word.is_empty())
}

/// Returns the note that the id that the words spell is not there. `None` if they spell none that might be.
pub(super) fn no_such_number_in(plan: &Plan, words: &[Word]) -> Option<Note> {
    no_such_number(plan, &Numbered::of(words)?)
}

/// Returns the note that there is no node with this kind and number, if the kind has numbers.
pub(super) fn no_such_number(plan: &Plan, one: &Numbered) -> Option<Note> {
    let name = one.kind.as_deref()?;
    let kind = kind_called(plan, name);
    let is_document = || DOCUMENT.contains(&name) || DOCUMENTS.contains(&name) || name == "d";
    // `Tasks 2025` has a year.
    if one.number > MOST || kind.is_none() && !is_document() {
        return None;
    }
    no_such_id(plan, kind, one.number)
}

fn no_such_id(plan: &Plan, kind: Option<KindId>, number: usize) -> Option<Note> {
    let known = plan.ids_from_to(kind)?;
    Some(Note::NoSuchId {
        id: plan.id_numbered(kind, number),
        kind: kind.map(|kind| plan[kind].id.to_string()),
        known: known.map(str::to_owned),
    })
}

/// Returns the note that an id is not there which is the letter of a kind and a number: P99.
#[must_use]
pub fn no_such(plan: &Plan, id: &str) -> Option<Note> {
    let id: String = id.trim().chars().map(half_width).collect();
    let kind = plan.kind_of_id(&id)?;
    let digits = id.trim_start_matches(|c: char| !c.is_ascii_digit());
    no_such_id(plan, kind, digits.parse().ok()?)
}

/// A number, with its kind if it has one: `task 3`, 第三项.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Numbered {
    pub(super) kind: Option<String>,
    pub(super) number: usize,
    pub(super) is_ordinal: bool,
    /// It stands before its kind and is no ordinal: `10 project`.
    pub(super) is_before: bool,
}

impl From<usize> for Numbered {
    fn from(number: usize) -> Numbered {
        Numbered {
            kind: None,
            number,
            is_ordinal: false,
            is_before: false,
        }
    }
}

impl Numbered {
    /// Reads words that are a number and a kind and no more.
    pub(super) fn of(words: &[Word]) -> Option<Numbered> {
        let mut spelling = Spelling::default();
        let fits = |word: &Word| !word.exact && spelling.add(&word.text);
        words.iter().all(fits).then_some(())?;
        if spelling.is_before && spelling.kind.last()?.ends_with('s') {
            return None;
        }
        Some(Numbered {
            kind: (!spelling.kind.is_empty()).then(|| spelling.kind.join(" ")),
            number: spelling.number?,
            is_ordinal: spelling.is_ordinal,
            is_before: spelling.is_before,
        })
    }
}

/// A kind and a number, as far as the words before gave them.
#[derive(Debug, Default, PartialEq, Eq)]
struct Spelling {
    /// The words of its name: `focus`, `area`.
    kind: Vec<String>,
    number: Option<usize>,
    /// The number is an ordinal, and may stand before its kind: 17项工程 are seventeen projects.
    is_ordinal: bool,
    /// The number is in digits.
    is_digits: bool,
    /// It stands before its kind and is no ordinal: `the #1 task`, but not `3 tasks`.
    is_before: bool,
}

impl Spelling {
    /// Adds a word; returns false if it cannot belong to an id.
    fn add(&mut self, word: &str) -> bool {
        if word.starts_with(is_ideograph) {
            return self.add_chinese(word);
        }
        if let Some((number, is_ordinal)) = number(word) {
            self.is_ordinal |= is_ordinal;
            // Twenty-one.
            let tens = self.number.filter(|&tens| tens == 20 && number < 10);
            let before = self.number.replace(tens.unwrap_or(0) + number);
            return before.is_none() || tens.is_some();
        }
        if self.kind.last().is_some_and(|kind| kind.len() > 1)
            && let Some(number) = roman(word)
        {
            return self.number.replace(number).is_none();
        }
        let digits = word.trim_start_matches(|c: char| c.is_ascii_lowercase());
        let letters = word.strip_suffix(digits).unwrap_or_default();
        let ordinal = ["st", "nd", "rd", "th"]
            .iter()
            .find_map(|end| digits.strip_suffix(end));
        if let Some(digits) = ordinal.filter(|_| letters.is_empty()) {
            self.is_ordinal = true;
            return self.add_number(digits);
        }
        let mut fillers = [FILLERS, BEFORE_KIND].into_iter();
        let is_filler = fillers.any(|words| words.contains(&letters));
        let fits = letters.is_empty() || is_filler || self.add_kind(letters);
        fits && (digits.is_empty() || self.add_number(digits))
    }

    fn add_chinese(&mut self, word: &str) -> bool {
        let (word, marked) = match word.strip_prefix('第') {
            Some(rest) => (rest, true),
            None => (word, false),
        };
        self.is_ordinal |= marked;
        let is_digit = |c: char| "一二三四五六七八九十".contains(c);
        // 工程第五项
        let measured = UNITS.iter().find_map(|unit| word.strip_suffix(unit));
        let is_at_end = |word: &&str| word.contains('第') && word.ends_with(is_digit);
        let word = measured.filter(is_at_end).unwrap_or(word);
        let rest = word.trim_start_matches(is_digit);
        let before = word.strip_suffix(rest).unwrap_or_default();
        let name = rest.trim_end_matches(is_digit);
        let after = rest.strip_prefix(name).unwrap_or_default();
        if !before.is_empty() && !self.add_chinese_number(before) {
            return false;
        }
        let numbered = name.strip_prefix('号');
        self.is_ordinal |= numbered.is_some();
        let unit = UNITS
            .iter()
            .find_map(|unit| name.strip_prefix(unit))
            .filter(|_| !name.starts_with("项目"));
        let name = numbered.or(unit).unwrap_or(name);
        // 任务第三
        let before_ordinal = name.strip_suffix('第');
        self.is_ordinal |= before_ordinal.is_some();
        let name = before_ordinal.unwrap_or(name);
        (name.is_empty() || self.add_kind(name))
            && (after.is_empty() || self.add_chinese_number(after))
    }

    fn add_kind(&mut self, kind: &str) -> bool {
        let may_count = self.number.is_some() && !self.is_ordinal;
        self.is_before |= may_count;
        // A letter is no kind: `5 g`.
        let is_due = !may_count || self.is_digits && kind.is_ascii() && kind.len() > 1;
        if is_due {
            self.kind.push(kind.to_owned());
        }
        is_due
    }

    fn add_number(&mut self, digits: &str) -> bool {
        let number = digits.parse().ok();
        self.is_digits = true;
        number.is_some() && std::mem::replace(&mut self.number, number).is_none()
    }

    fn add_chinese_number(&mut self, digits: &str) -> bool {
        let number = chinese_number(digits);
        number.is_some() && std::mem::replace(&mut self.number, number).is_none()
    }
}
