//! Questions about the words that pages use: `lead vs support`, `what does inferred mean`, 推定是什么意思.

use super::super::fold::folded;
use crate::model::{Basis, Confidence, Role, Term};

/// What a term is called in a question.
#[rustfmt::skip]
fn names(term: Term) -> &'static [&'static str] {
        match term {
            Term::Role(Role::Lead) => &["lead", "leads", "leading", "牵头单位", "牵头"],
            Term::Role(Role::Support) => &["support", "supports", "supporting", "配合单位", "配合"],
            Term::Role(Role::Issuer) => &["issued", "issuer", "issues", "印发"],
            Term::Basis(Basis::Mandate) => &["inferred", "推定"],
            Term::Documented => &["documented", "有文件依据", "有文件"],
            Term::Confidence(Confidence::Medium) => &["partly", "部分核实"],
            Term::Confidence(Confidence::Low) => &["unconfirmed", "待核实"],
            Term::Near => &["similar", "相近口径"],
            Term::Overdue => &["overdue", "逾期"],
            Term::Role(Role::Unstated) | Term::Basis(_) | Term::Confidence(Confidence::High) => &[],
        }
    }

/// Words that ask what another one means.
#[rustfmt::skip]
const ASKING: &[&str] = &[
    "mean", "means", "meaning", "define", "definition", "explain", "difference", "differences", "differ",
    "vs", "versus", "意思", "含义", "解释", "定义", "区别", "差别", "不同", "什么叫", "什么是", "何为",
];
/// Words that stand beside these.
#[rustfmt::skip]
const BESIDE: &[&str] = &[
    "what", "whats", "s", "is", "does", "do", "are", "how", "the", "a", "an", "of", "in", "by", "between",
    "and", "or", "from", "to", "here", "this", "that", "word", "term", "role", "confirmed", "measure", "please",
    "sign", "symbol", "mark", "符号", "标记", "号", "代表", "表示",
    "是什么", "什么", "是", "有", "的", "和", "与", "跟", "请", "请问", "指", "一个", "这里", "角色",
];

/// The term for which a sign of lists and pages stands, by one of its names. A question mark is such a
/// sign where it stands alone and more follows.
fn named_by(sign: char, before: &str, after: &str) -> Option<&'static str> {
    let is_alone = || before.is_empty() || before.ends_with([' ', '"', '“', '\'']);
    match sign {
        '*' | '＊' => Some("inferred"),
        '~' | '～' => Some("partly"),
        '?' | '？' if is_alone() && after.contains(char::is_alphabetic) => Some("unconfirmed"),
        _ => None,
    }
}

/// Folds a question, with names in the place of the signs for which these stand.
fn folded_with_signs(input: &str) -> String {
    let mut text = String::new();
    let mut from = 0;
    for (at, sign) in input.char_indices() {
        let after = &input[at + sign.len_utf8()..];
        if let Some(name) = named_by(sign, &input[..at], after) {
            text += &[&folded(&input[from..at]), name, ""].join(" ");
            from = at + sign.len_utf8();
        }
    }
    text + &folded(&input[from..])
}

/// The terms that a question asks to be explained; empty where it asks for something else as well.
#[must_use]
pub(crate) fn terms_asked(input: &str) -> Vec<Term> {
    let text = folded_with_signs(input);
    let (mut terms, mut asks) = (Vec::new(), false);
    for run in text.split_whitespace() {
        let mut rest = run;
        while !rest.is_empty() {
            let first = |words: &[&'static str]| {
                let whole = |word: &&&str| {
                    if word.is_ascii() {
                        rest == **word
                    } else {
                        rest.starts_with(**word)
                    }
                };
                words.iter().filter(whole).map(|word| word.len()).max()
            };
            let term = Term::ALL
                .iter()
                .find_map(|term| Some((first(names(*term))?, *term)));
            let taken = if let Some((taken, term)) = term {
                if !terms.contains(&term) {
                    terms.push(term);
                }
                taken
            } else if let Some(taken) = first(ASKING) {
                asks = true;
                taken
            } else if let Some(taken) = first(BESIDE) {
                taken
            } else {
                return Vec::new();
            };
            rest = &rest[taken..];
        }
    }
    let a_what = ["what is a ", "what is an ", "what s a ", "what s an "];
    asks |= a_what.iter().any(|start| text.starts_with(start));
    if asks { terms } else { Vec::new() }
}
