//! Ids as people write and say them: `p 17`, `P05`, `project no. 12`, `第三项任务`, `17号工程`.

use super::fold::{folded, is_ideograph};
use super::index::Index;
use super::query::{Query, Word};
use super::term::Term;
use crate::model::Plan;

/// What may stand beside a kind and a number, in English.
const FILLERS: &[&str] = &["no", "nr", "number", "major", "key", "priority", "special"];

/// What documents are called; their ids begin with `D`.
const DOCUMENT: &[&str] = &["doc", "document", "文件", "文档"];

/// What may stand before the name of a kind.
const HEADS: &[&str] = &["重大", "重点", "优先", "专项"];

/// The words of a query; where they say an id, they are one word.
pub(super) fn terms(index: &Index, plan: &Plan, query: &Query) -> Vec<Term> {
    match said_id(index, plan, &query.words) {
        Some(text) => vec![Term::new(&Word { text, exact: true })],
        None => query.words.iter().map(Term::new).collect(),
    }
}

/// The id that the words say, if there is such a node.
fn said_id(index: &Index, plan: &Plan, words: &[Word]) -> Option<String> {
    let mut said = Said::default();
    for word in words {
        if word.exact || !said.hear(&word.text) {
            return None;
        }
    }
    let (kind, number) = (said.kind?, said.number?);
    let is_there = |text: &String| plan.find(text).is_some();
    let kind = if DOCUMENT.contains(&&*kind) {
        "d"
    } else {
        &kind
    };
    let spelt = Some(format!("{kind}{number}")).filter(is_there);
    spelt.or_else(|| numbered(index, plan, kind, number).filter(is_there))
}

/// What the id of `number` of the kind that is called `kind` would be.
fn numbered(index: &Index, plan: &Plan, kind: &str, number: usize) -> Option<String> {
    let word = HEADS.iter().find_map(|head| kind.strip_prefix(head));
    let text = word.unwrap_or(kind).to_owned();
    let term = Term::new(&Word { text, exact: false });
    let kinds = plan.kinds().enumerate().filter_map(|(at, (_, kind))| {
        let found = term.words(index.kinds.of(at).as_bytes())?;
        Some((found, folded(&kind.prefix)))
    });
    // The shorter name is the nearer one.
    let (_, prefix) = kinds.min_by_key(|(found, _)| *found)?;
    Some(format!("{prefix}{number}"))
}

/// A kind and a number, as far as they are heard.
#[derive(Debug, Default, PartialEq, Eq)]
struct Said {
    kind: Option<String>,
    number: Option<usize>,
    /// The number is one of a row, and may stand before its kind: 17项工程 are all of them.
    is_ordinal: bool,
}

impl Said {
    /// Takes one more word; whether it can belong to an id.
    fn hear(&mut self, word: &str) -> bool {
        if word.starts_with(is_ideograph) {
            return self.hear_chinese(word);
        }
        let digits = word.trim_start_matches(|c: char| c.is_ascii_lowercase());
        let letters = word.strip_suffix(digits).unwrap_or_default();
        let ordinal = ["st", "nd", "rd", "th"]
            .iter()
            .find_map(|end| digits.strip_suffix(end));
        if let Some(digits) = ordinal.filter(|_| letters.is_empty()) {
            self.is_ordinal = true;
            return self.count(digits);
        }
        let heard = letters.is_empty() || FILLERS.contains(&letters) || self.name(letters);
        heard && (digits.is_empty() || self.count(digits))
    }

    fn hear_chinese(&mut self, word: &str) -> bool {
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
        if !before.is_empty() && !self.count_chinese(before) {
            return false;
        }
        let numbered = name.strip_prefix('号');
        self.is_ordinal |= numbered.is_some();
        let unit = ["项", "个", "条", "大"]
            .iter()
            .find_map(|unit| name.strip_prefix(unit));
        let name = numbered.or(unit).unwrap_or(name);
        (name.is_empty() || self.name(name)) && (after.is_empty() || self.count_chinese(after))
    }

    fn name(&mut self, kind: &str) -> bool {
        let is_due = self.number.is_none() || self.is_ordinal;
        is_due && self.kind.replace(kind.to_owned()).is_none()
    }

    fn count(&mut self, digits: &str) -> bool {
        let number = digits.parse().ok();
        number.is_some() && std::mem::replace(&mut self.number, number).is_none()
    }

    /// 三, 十, 十七, 二十.
    fn count_chinese(&mut self, digits: &str) -> bool {
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

    fn said(words: &[&str]) -> Option<(String, usize)> {
        let mut said = Said::default();
        let all = words.iter().all(|word| said.hear(word));
        Some((said.kind?, said.number?)).filter(|_| all)
    }

    #[test]
    fn a_kind_and_a_number() {
        for (words, kind, number) in [
            (&["p", "17"][..], "p", 17),
            (&["p017"], "p", 17),
            (&["project", "no", "12"], "project", 12),
            (&["key", "project12"], "project", 12),
            (&["10th", "task"], "task", 10),
            (&["17", "号工程"], "工程", 17),
            (&["第", "17", "项工程"], "工程", 17),
            (&["第三项任务"], "任务", 3),
            (&["任务十二"], "任务", 12),
            (&["重点工程", "12"], "重点工程", 12),
        ] {
            assert_eq!(said(words), Some((kind.to_owned(), number)), "{words:?}");
        }
        for words in [
            &["5g", "project"][..],
            &["17", "projects"],
            &["17", "项工程"],
            &["project"],
            &["2", "tasks", "3"],
            &["十四五规划"],
            &["ipv6", "users"],
        ] {
            assert_eq!(said(words), None, "{words:?}");
        }
    }
}
