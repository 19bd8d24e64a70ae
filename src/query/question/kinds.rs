//! The kind that a question is about.

use super::super::{BODIES, DOCUMENTS, chinese_number, kind_named, number};
use super::set_words::ANY_WORK;
use super::{Asked, Piece};
use crate::model::Plan;
use crate::query::fold::folded;

/// Words that may stand before the name of a kind.
pub(crate) const BEFORE_KIND: &[&str] = &["key", "major", "main", "priority", "special"];
/// The same in Chinese.
pub(crate) const BEFORE_KIND_ZH: &[&str] =
    &["重大", "重点", "优先", "专项", "主要", "总体", "发展"];
/// What says that all of a kind are meant.
const EACH: &[&str] = &["各", "每", "这些"];
/// Measure words before the name of a kind.
const MEASURES: &[&str] = &["项", "个", "条", "大"];

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
    /// The same, and the plan itself calls the kind otherwise.
    pub(crate) is_other_word: bool,
}

impl NamedKind {
    /// The kind, and the word for it if that may mean any work.
    fn new(plan: &Plan, kind: String, any_work: Option<impl AsRef<str>>) -> NamedKind {
        let names = plan
            .kind(&kind)
            .map(|id| [&plan[id].name, &plan[id].plural]);
        let is_own = |word: &str| {
            let mut names = names.into_iter().flatten();
            names.any(|name| {
                [name.en(), name.zh()]
                    .iter()
                    .any(|name| folded(name) == word)
            })
        };
        NamedKind {
            is_any_work: any_work.is_some(),
            is_other_word: any_work.is_some_and(|word| !is_own(word.as_ref())),
            kind,
        }
    }
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
        let next = words.get(at + 1);
        let two = next.map(|next| format!("{} {next}", words[at]));
        let two = two.and_then(|two| Some((known(&two)?, two)));
        let length = if two.is_some() { 2 } else { 1 };
        let (kind, word) = match two {
            Some((kind, two)) => (Some(kind), two),
            None => (known(&words[at]), words[at].clone()),
        };
        if let Some(kind) = kind {
            words.drain(at..at + length);
            let mut before = words.drain(..at).collect::<Vec<_>>();
            let head = before.pop_if(|word| BEFORE_KIND.contains(&&**word));
            let is_any_work = head.is_none() && ANY_WORK.contains(&&*word);
            // Several are counted, and not numbered.
            let is_plural = word.ends_with('s');
            before.pop_if(|before| {
                if word.is_ascii() {
                    is_plural && cardinal(before).is_some()
                } else {
                    is_all_of(plan, &kind, before)
                }
            });
            words.splice(0..0, before);
            return Some(NamedKind::new(plan, kind, is_any_work.then_some(&word)));
        }
        if word.is_ascii() {
            continue;
        }
        // The last characters of a Chinese run, or the first: 乡村任务, 任务乡村.
        let cuts = || word.char_indices().map(|(at, _)| at).skip(1);
        let named = |name: &str| {
            let any_work = ANY_WORK.iter().find(|word| **word == name);
            Some((known(name)?, any_work))
        };
        let last = cuts().find_map(|cut| Some((named(&word[cut..])?, &word[..cut])));
        let first = || cuts().find_map(|cut| Some((named(&word[..cut])?, &word[cut..])));
        let is_last = last.is_some();
        if let Some(((kind, any_work), rest)) = last.or_else(first) {
            let mut heads = BEFORE_KIND_ZH.iter();
            let head = heads.find_map(|head| rest.strip_suffix(head));
            let any_work = any_work.filter(|_| head.is_none());
            let rest = head.unwrap_or(rest).to_owned();
            words[at] = if is_last {
                without_count(plan, &kind, rest, &mut words[..at])
            } else {
                rest
            };
            words.retain(|word| !word.is_empty());
            return Some(NamedKind::new(plan, kind, any_work));
        }
    }
    None
}

/// Returns what stands before the name of a kind without what says that all of it are meant: 各项, 十大; its
/// digits are a word of their own.
fn without_count(plan: &Plan, kind: &str, rest: String, before: &mut [String]) -> String {
    let measured = MEASURES.iter().find_map(|one| rest.strip_suffix(one));
    let count = measured.unwrap_or(&rest);
    if EACH.contains(&count) || is_all_of(plan, kind, count) {
        return String::new();
    }
    match before.last_mut() {
        Some(digits) if count.is_empty() && is_all_of(plan, kind, digits) => {
            digits.clear();
            String::new()
        }
        _ => rest,
    }
}

/// Returns true if a word is the number of all that there are of a kind: the 17 of 17项工程.
fn is_all_of(plan: &Plan, kind: &str, word: &str) -> bool {
    let all = plan.kind(kind).map(|kind| plan.items_of(kind).count());
    all.is_some() && cardinal(word) == all
}

/// Returns the number that a word says, if it does not order.
fn cardinal(word: &str) -> Option<usize> {
    let in_words = || number(word).filter(|(_, is_ordinal)| !is_ordinal);
    let written = word.parse().ok().or_else(|| chinese_number(word));
    written.or_else(|| Some(in_words()?.0))
}

/// Takes what only says that all, or the main ones, of a kind are meant out of what is not read yet.
pub(crate) fn drop_all_of(plan: &Plan, kind: &str, words: &mut Vec<String>) {
    let is_said = |word: &String| {
        let heads = [BEFORE_KIND, BEFORE_KIND_ZH].concat();
        heads.contains(&&**word) || is_all_of(plan, kind, word)
    };
    words.retain(|word| !is_said(word));
}
