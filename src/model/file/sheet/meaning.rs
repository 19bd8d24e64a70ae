//! What a heading means, as people write it: in any case, with words around it, misspelt.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::cells::folded;
use super::headings::{Column, HEADINGS};
use crate::model::{Lang, nearest_by};

/// Words that head the items where no other word does, and something else of them where one does.
const WEAK: &[&str] = &[
    "project",
    "项目",
    "measure",
    "objective",
    "goal",
    "deliverable",
    "milestone",
    "phase",
    "step",
    "organisation name",
    "body name",
    "机构名称",
];

/// A text with more bytes is no heading.
const LONGEST: usize = 120;

/// What a heading means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Meaning {
    /// What its column holds.
    pub column: Column,
    /// The language of the texts in it, where the heading says it.
    pub lang: Option<Lang>,
}

/// What a heading means; nothing where it is not known. Case, blanks and punctuation do not matter;
/// it may be in both languages at once (`Item 任务`), and say more in brackets.
///
/// And whether that is only likely: it only begins or ends like a heading that means something
/// (`target_offset`, `action_id`), or has one of the weak words; then another column may mean that more
/// clearly.
#[must_use]
pub fn meaning(heading: &str) -> Option<(Meaning, bool)> {
    if heading.len() > LONGEST {
        return None;
    }
    let mut lang = None;
    let mut tokens = Vec::new();
    for token in tokens_of(heading) {
        match language(&token) {
            Some(found) if lang.is_none() => lang = Some(found),
            Some(_) | None => tokens.push(token),
        }
    }
    let joined = |of: &dyn Fn(&str) -> bool| {
        let parts = tokens.iter().filter(|token| of(token));
        parts.map(String::as_str).collect::<String>()
    };
    let whole = joined(&|_| true);
    let is_latin = |token: &str| token.starts_with(|c: char| c.is_ascii_alphanumeric());
    let clear = [
        whole.clone(),
        // `英文名称`
        strip_language(&whole, &mut lang).to_owned(),
        joined(&is_latin),
        joined(&|token| !is_latin(token)),
        // `Due date (YYYY-MM-DD)`
        before_bracket(heading),
    ];
    if let Some(column) = clear.iter().find_map(|name| exactly(name)) {
        let is_weak = WEAK
            .iter()
            .any(|word| clear.iter().any(|name| is_either(word, name)));
        return Some((Meaning { column, lang }, is_weak));
    }
    let is_id = tokens.last().is_some_and(|token| token == "id");
    let id = is_id.then_some(Column::Id);
    let column = id.or_else(|| exactly(tokens.first()?))?;
    Some((Meaning { column, lang }, true))
}

/// What stands before the first bracket, folded.
fn before_bracket(heading: &str) -> String {
    folded(
        heading
            .split(['(', '（', '[', '【', '/'])
            .next()
            .unwrap_or_default(),
    )
}

/// All headings, each with the form in which it is compared.
static FOLDED: LazyLock<Vec<(&str, String)>> = LazyLock::new(|| {
    let names = HEADINGS
        .iter()
        .flat_map(|line| line.en.iter().chain(line.zh));
    names.map(|name| (*name, folded(name))).collect()
});

/// The heading that this one was probably meant to be: a letter or two are wrong.
#[must_use]
pub fn nearest(heading: &str) -> Option<&'static str> {
    if heading.len() > LONGEST {
        return None;
    }
    let heading = folded(heading);
    let most = match heading.chars().count() {
        0..4 => return None,
        4..8 => 1,
        _ => 2,
    };
    let known = FOLDED.iter().map(|(name, folded)| (folded, *name));
    nearest_by(&heading, known, most)
}

/// What each heading means, by the form in which it is compared.
static COLUMNS: LazyLock<HashMap<String, Column>> = LazyLock::new(|| {
    let names = HEADINGS.iter().flat_map(|line| {
        let names = line.en.iter().chain(line.zh);
        names.map(|name| (compared(name), line.column))
    });
    // Of two that are alike the first holds.
    names.rev().collect()
});

fn exactly(name: &str) -> Option<Column> {
    let one = name.strip_suffix('s').and_then(|one| COLUMNS.get(one));
    COLUMNS.get(name).or(one).copied()
}

/// The form in which a known heading is compared.
fn compared(known: &str) -> String {
    if known == "#" {
        return known.to_owned();
    }
    let letters = known.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// Whether `name`, folded, is `known` or several of it.
fn is_either(known: &str, name: &str) -> bool {
    same(known, name) || name.strip_suffix('s').is_some_and(|one| same(known, one))
}

/// Whether `known`, folded, is `name`, which is folded.
fn same(known: &str, name: &str) -> bool {
    !name.is_empty() && compared(known) == name
}

/// The words of a heading, folded: runs of Latin letters and digits, and of others.
fn tokens_of(heading: &str) -> Vec<String> {
    if heading.trim() == "#" {
        return vec!["#".to_owned()];
    }
    let mut tokens: Vec<String> = Vec::new();
    let (mut last, mut is_lower) = (None, false);
    for c in heading.chars().map(crate::model::half_width) {
        let kind = c.is_alphanumeric().then_some(c.is_ascii());
        // `actionName`
        let humps = c.is_ascii_uppercase() && is_lower;
        is_lower = c.is_ascii_lowercase();
        if let Some(kind) = kind {
            if humps || last != Some(kind) || tokens.is_empty() {
                tokens.push(String::new());
            }
            if let Some(token) = tokens.last_mut() {
                token.extend(c.to_lowercase());
            }
        }
        last = kind;
    }
    tokens
}

fn language(token: &str) -> Option<Lang> {
    match token {
        "en" | "english" | "英文" | "英语" => Some(Lang::En),
        "zh" | "cn" | "chinese" | "中文" | "汉语" => Some(Lang::Zh),
        _ => None,
    }
}

fn strip_language<'n>(name: &'n str, lang: &mut Option<Lang>) -> &'n str {
    for (word, of) in [("英文", Lang::En), ("中文", Lang::Zh)] {
        if let Some(rest) = name.strip_prefix(word) {
            lang.get_or_insert(of);
            return rest;
        }
    }
    name
}
