//! The kind that a question is about.

use super::super::{BODIES, DOCUMENTS, kind_named};
use super::set_words::ANY_WORK;
use super::{Asked, Piece};
use crate::model::Plan;

/// Words that may stand before the name of a kind.
pub(crate) const BEFORE_KIND: &[&str] = &["key", "major", "priority", "special"];
/// The same in Chinese.
pub(crate) const BEFORE_KIND_ZH: &[&str] = &["重大", "重点", "优先", "专项"];

/// Returns what is listed or counted, or was issued, where that is no kind of items.
pub(crate) fn other(asked: &Asked) -> Option<&'static str> {
    if asked.lists_bodies() {
        return Some(BODIES[0]);
    }
    (asked.has(Piece::Issued) && asked.has(Piece::Asks)).then_some(DOCUMENTS[0])
}

/// The name of a kind in a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NamedKind {
    /// The id of the kind.
    pub(crate) kind: String,
    /// It may as well mean any work: 任务.
    pub(crate) is_any_work: bool,
}

/// What documents are called where it is asked what was issued.
#[rustfmt::skip]
const ISSUED: &[&str] = &[
    "plans", "policies", "policy", "rules", "regulations", "notices", "measures", "papers",
    "规划", "政策", "通知", "意见", "方案", "办法",
];

/// Takes the name of a kind out of what is not read yet; `issued`: of what was issued.
pub(crate) fn take(plan: &Plan, words: &mut Vec<String>, issued: bool) -> Option<NamedKind> {
    let known = |word: &str| {
        let long = Some(word).filter(|word| word.chars().count() > 1);
        let kind = long.and_then(|word| kind_named(plan, word));
        let is_document = DOCUMENTS.contains(&word) || issued && ISSUED.contains(&word);
        let document = || is_document.then(|| DOCUMENTS[0].to_owned());
        kind.map(|kind| plan[kind].id.to_string()).or_else(document)
    };
    for at in 0..words.len() {
        let word = words[at].clone();
        if let Some(kind) = known(&word) {
            words.remove(at);
            let before = at.checked_sub(1);
            let before = before.filter(|&at| BEFORE_KIND.contains(&&*words[at]));
            let is_any_work = before.is_none() && ANY_WORK.contains(&&*word);
            if let Some(before) = before {
                words.remove(before);
            }
            return Some(NamedKind { kind, is_any_work });
        }
        if word.is_ascii() {
            continue;
        }
        // The last characters of a Chinese run, or the first: 乡村任务, 任务乡村.
        let cuts = || word.char_indices().map(|(at, _)| at).skip(1);
        let named = |name: &str| Some((known(name)?, ANY_WORK.contains(&name)));
        let last = cuts().find_map(|cut| Some((named(&word[cut..])?, &word[..cut])));
        let first = || cuts().find_map(|cut| Some((named(&word[..cut])?, &word[cut..])));
        if let Some(((kind, is_any_work), rest)) = last.or_else(first) {
            let head = BEFORE_KIND_ZH
                .iter()
                .find_map(|head| rest.strip_suffix(head));
            let is_any_work = is_any_work && head.is_none();
            head.unwrap_or(rest).clone_into(&mut words[at]);
            words.retain(|word| !word.is_empty());
            return Some(NamedKind { kind, is_any_work });
        }
    }
    None
}
