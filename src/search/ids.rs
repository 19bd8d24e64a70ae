//! Ids written as words: `p 17`, `P05`, `project no. 12`, `third task`, `第三项任务`, `17号工程`; and words
//! that the plan cuts otherwise: `ipv 6`, `ip v6`, `G D P`.

use super::index::Index;
use super::pattern::Term;
use crate::model::Plan;
use crate::query::fold::{folded, is_ideograph};
use crate::query::{Query, Word, is_small, kind_named, number};

/// Words that may stand beside a kind and a number.
const FILLERS: &[&str] = &["no", "nr", "number", "major", "key", "priority", "special"];

/// Names of documents, whose ids begin with `D`.
const DOCUMENT: &[&str] = &["doc", "document", "文件", "文档"];

/// Words that may stand before the name of a kind.
const HEADS: &[&str] = &["重大", "重点", "优先", "专项"];

/// Returns the terms of a query; the id alone if the words spell one.
pub(super) fn terms(index: &Index, plan: &Plan, query: &Query) -> Vec<Term> {
    let ids = [&query.words, &query.id_words];
    match ids.iter().find_map(|words| spelt_id(index, plan, words)) {
        Some(text) => vec![Term::new(&Word { text, exact: true })],
        None => recut(index, query),
    }
}

/// Joins `ipv 6`, `ip v6` and `G D P`, and divides `ipv6`, where the plan has only the other. A small word
/// counts as a letter of these alone: `A I`.
fn recut(index: &Index, query: &Query) -> Vec<Term> {
    /// Pieces that are joined, at most: `i p v 6`.
    const PIECES: usize = 6;
    let has = |text: &str| index.is_in_texts(&Term::loose(text));
    let has_whole = |text: &str| index.is_in_texts(&Term::whole(text));
    let words = if query.id_words.is_empty() {
        &query.words
    } else {
        &query.id_words
    };
    let mut terms = Vec::with_capacity(words.len());
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let join = |count: usize| {
            let pieces = words.get(at..at + count)?;
            let texts: Vec<&str> = pieces.iter().map(|word| &*word.text).collect();
            let (joined, apart) = (texts.concat(), texts.join(" "));
            let is_numbered = || {
                joined.contains(is_digit)
                    && !texts[1..].iter().any(|text| text.starts_with(is_ideograph))
                    && !is_small(texts[0])
                    && has(&joined)
                    && !has(&apart)
            };
            let is_spelt = || {
                let is_letter = |text: &&str| text.len() == 1 && joined.is_ascii();
                texts.iter().all(is_letter) && has_whole(&joined) && !has_whole(&apart)
            };
            let is_cut = !pieces.iter().any(|word| word.exact) && (is_numbered() || is_spelt());
            is_cut.then_some((joined, count))
        };
        let parts = || {
            let text = &word.text;
            let is_cut = text.is_ascii() && text.contains(is_digit) && !word.exact && !has(text);
            let mut cuts = (1..text.len())
                .filter(|_| is_cut)
                .map(|at| text.split_at(at));
            let (one, two) = cuts.find(|(one, two)| has_whole(&format!("{one} {two}")))?;
            Some([one, two])
        };
        let (found, count) = if let Some((joined, count)) = (2..=PIECES).rev().find_map(join) {
            (vec![Term::loose(&joined)], count)
        } else if let Some(parts) = parts() {
            (parts.map(Term::loose).into(), 1)
        } else if !query.id_words.is_empty() && is_small(&word.text) {
            (vec![], 1)
        } else {
            (vec![Term::new(word)], 1)
        };
        terms.extend(found);
        at += count;
    }
    terms
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}

/// Returns the id that the words spell, if there is such a node.
fn spelt_id(index: &Index, plan: &Plan, words: &[Word]) -> Option<String> {
    let mut spelling = Spelling::default();
    for word in words {
        if word.exact || !spelling.add(&word.text) {
            return None;
        }
    }
    let (kind, number) = (spelling.kind?, spelling.number?);
    let is_there = |text: &String| plan.find(text).is_some();
    let kind = if DOCUMENT.contains(&&*kind) {
        "d"
    } else {
        &kind
    };
    let spelt = Some(format!("{kind}{number}")).filter(is_there);
    spelt.or_else(|| numbered(index, plan, kind, number).filter(is_there))
}

/// Returns the id with this number, of the kind whose name is `kind`.
fn numbered(index: &Index, plan: &Plan, kind: &str, number: usize) -> Option<String> {
    let word = HEADS.iter().find_map(|head| kind.strip_prefix(head));
    let term = Term::loose(word.unwrap_or(kind));
    let kinds = plan.kinds().enumerate().filter_map(|(at, (_, kind))| {
        let found = term.find(index.kinds.of(at))?;
        Some((found, folded(&kind.prefix)))
    });
    // The shorter name is the nearer one.
    let named = kinds.min_by_key(|(found, _)| *found);
    let named = named.map(|(_, prefix)| prefix);
    let prefix = named.or_else(|| Some(folded(&plan[kind_named(plan, kind)?].prefix)))?;
    Some(format!("{prefix}{number}"))
}

/// A kind and a number, as far as the words before gave them.
#[derive(Debug, Default, PartialEq, Eq)]
struct Spelling {
    kind: Option<String>,
    number: Option<usize>,
    /// The number is an ordinal, and may stand before its kind: 17项工程 are seventeen projects.
    is_ordinal: bool,
}

impl Spelling {
    /// Adds a word; returns false if it cannot belong to an id.
    fn add(&mut self, word: &str) -> bool {
        if word.starts_with(is_ideograph) {
            return self.add_chinese(word);
        }
        if let Some((number, is_ordinal)) = number(word) {
            self.is_ordinal |= is_ordinal;
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
        let fits = letters.is_empty() || FILLERS.contains(&letters) || self.add_kind(letters);
        fits && (digits.is_empty() || self.add_number(digits))
    }

    fn add_chinese(&mut self, word: &str) -> bool {
        let (word, marked) = match word.strip_prefix('第') {
            Some(rest) => (rest, true),
            None => (word, false),
        };
        self.is_ordinal |= marked;
        let is_digit = |c: char| "一二三四五六七八九十".contains(c);
        let rest = word.trim_start_matches(is_digit);
        let before = word.strip_suffix(rest).unwrap_or_default();
        let name = rest.trim_end_matches(is_digit);
        let after = rest.strip_prefix(name).unwrap_or_default();
        if !before.is_empty() && !self.add_chinese_number(before) {
            return false;
        }
        let numbered = name.strip_prefix('号');
        self.is_ordinal |= numbered.is_some();
        let unit = ["项", "个", "条", "大"]
            .iter()
            .find_map(|unit| name.strip_prefix(unit));
        let name = numbered.or(unit).unwrap_or(name);
        (name.is_empty() || self.add_kind(name))
            && (after.is_empty() || self.add_chinese_number(after))
    }

    fn add_kind(&mut self, kind: &str) -> bool {
        let is_due = self.number.is_none() || self.is_ordinal;
        is_due && self.kind.replace(kind.to_owned()).is_none()
    }

    fn add_number(&mut self, digits: &str) -> bool {
        let number = digits.parse().ok();
        number.is_some() && std::mem::replace(&mut self.number, number).is_none()
    }

    /// 三, 十, 十七, 二十.
    fn add_chinese_number(&mut self, digits: &str) -> bool {
        let digit = |c: char| "一二三四五六七八九".chars().position(|digit| digit == c);
        let one = |text: &str| {
            let mut chars = text.chars();
            let digit = chars.next().and_then(digit).map(|at| at + 1);
            digit.filter(|_| chars.next().is_none())
        };
        let number = match digits.split_once('十') {
            None => one(digits),
            Some(("", "")) => Some(10),
            Some(("", ones)) => one(ones).map(|ones| 10 + ones),
            Some((tens, "")) => one(tens).map(|tens| 10 * tens),
            Some((tens, ones)) => one(tens)
                .zip(one(ones))
                .map(|(tens, ones)| 10 * tens + ones),
        };
        number.is_some() && std::mem::replace(&mut self.number, number).is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spelt(words: &[&str]) -> Option<(String, usize)> {
        let mut spelling = Spelling::default();
        let all = words.iter().all(|word| spelling.add(word));
        Some((spelling.kind?, spelling.number?)).filter(|_| all)
    }

    #[test]
    fn a_kind_and_a_number() {
        for (words, kind, number) in [
            (&["p", "17"][..], "p", 17),
            (&["p017"], "p", 17),
            (&["project", "no", "12"], "project", 12),
            (&["key", "project12"], "project", 12),
            (&["10th", "task"], "task", 10),
            (&["third", "task"], "task", 3),
            (&["third", "priority", "action"], "action", 3),
            (&["task", "twelve"], "task", 12),
            (&["17", "号工程"], "工程", 17),
            (&["第", "17", "项工程"], "工程", 17),
            (&["第三项任务"], "任务", 3),
            (&["任务十二"], "任务", 12),
            (&["重点工程", "12"], "重点工程", 12),
        ] {
            assert_eq!(spelt(words), Some((kind.to_owned(), number)), "{words:?}");
        }
        for words in [
            &["5g", "project"][..],
            &["17", "projects"],
            &["three", "tasks"],
            &["first", "responders"][..1],
            &["17", "项工程"],
            &["project"],
            &["2", "tasks", "3"],
            &["十四五规划"],
            &["ipv6", "users"],
        ] {
            assert_eq!(spelt(words), None, "{words:?}");
        }
    }
}
