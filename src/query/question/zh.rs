//! Questions in Chinese. The words that ask stand between the others without blanks; they are replaced
//! by a blank: `5g由哪个部门牵头` becomes 5g.

use super::Intent;

/// Question words for bodies.
#[rustfmt::skip]
const WHO: &[&str] = &[
    "谁", "哪个部门", "哪些部门", "哪个单位", "哪些单位", "哪家单位", "哪个机构", "哪些机构",
    "哪个部委", "哪些部委", "哪个部", "哪家", "哪一家", "什么部门", "什么单位", "什么机构",
    "何部门", "何单位",
];
/// Words that may stand before these.
#[rustfmt::skip]
const BEFORE: &[&str] = &[
    "由", "有", "归口", "归", "属于", "是", "应该", "应当", "该", "要", "找", "问", "联系", "具体",
    "主要", "到底", "究竟",
];
/// What makes a noun with 要, which then asks nothing: 纲要由谁负责.
const BEFORE_YAO: [char; 4] = ['纲', '概', '摘', '机'];
/// Polite beginnings.
#[rustfmt::skip]
const POLITE: &[&str] = &[
    "请问", "我想知道", "想知道", "我想问", "请查", "查一下", "帮我查", "什么是",
];
/// Verbs for what bodies do; longest first.
#[rustfmt::skip]
const DOES: &[&str] = &[
    "牵头负责", "负责牵头", "牵头", "负责", "主管", "分管", "主导", "管理", "承担", "落实",
    "推进", "推动", "承办", "统筹", "领导", "参与", "配合", "支持", "来管", "来抓", "来做",
    "联系", "对接", "管", "抓", "来", "主要", "在",
];
/// Words that ask for bodies by themselves; longest first.
#[rustfmt::skip]
const LONE: &[&str] = &[
    "牵头单位", "牵头部门", "牵头机构", "牵头人", "责任单位", "责任部门", "责任主体", "责任人",
    "主管部门", "主管单位", "负责单位", "负责部门", "负责人", "归口部门", "归口单位",
    "联系人", "联系方式", "联系电话", "牵头负责", "牵头", "负责", "主管", "分管",
];
/// Question words for what a body does.
#[rustfmt::skip]
const WHAT: &[&str] = &["什么", "哪些", "啥", "哪几个", "哪几项", "几项", "哪个", "哪项", "多少"];
/// Endings of bodies' names.
#[rustfmt::skip]
pub(super) const BODY_ENDS: &[&str] = &[
    "部", "委", "办", "局", "署", "院", "厅", "员会", "监会", "央行", "人民银行",
];
/// Words that ask for the work of the body before them.
const OF_BODY: &[&str] = &["任务", "工程", "项目", "行动", "事项"];
/// Bodies after the work that they lead: 牵头养老的部门.
const OFFICES: &[&str] = &["的部门", "的单位", "的机构", "的部委"];
/// Verbs between a body and its work.
#[rustfmt::skip]
const LEADS: &[&str] = &[
    "牵头负责", "负责牵头", "牵头", "负责", "主管", "分管", "承担", "参与", "主导",
];
/// Adverbs before these verbs.
#[rustfmt::skip]
const ADVERBS: &[&str] = &["都", "主要", "具体", "分别", "一共", "共"];
/// Words for the work of a body.
#[rustfmt::skip]
const WORK: &[&str] = &[
    "任务", "工程", "项目", "行动", "工作", "事项", "事情", "事", "内容", "职责", "方面",
    "领域",
];
/// Endings that ask for all that a body does.
#[rustfmt::skip]
const DUTIES: &[&str] = &[
    "有哪些职责", "的职责是什么", "职责是什么", "有什么职责", "的职责", "职责", "是什么",
];

/// Returns the length of the first of `words` with which `text` begins.
fn begins(text: &str, words: &[&str]) -> Option<usize> {
    words
        .iter()
        .find(|word| text.starts_with(**word))
        .map(|word| word.len())
}

/// Returns the length of as many of `words` as `text` begins with.
fn begins_all(text: &str, words: &[&str]) -> usize {
    let mut at = 0;
    while let Some(more) = begins(text.get(at..).unwrap_or_default(), words) {
        at += more;
    }
    at
}

/// Returns the length of the beginning of `text` that only asks, and what it asks for; `after` is the
/// text before it.
fn asks_here(after: &str, text: &str) -> Option<(usize, Intent)> {
    if text.starts_with('要') && after.ends_with(BEFORE_YAO) {
        return None;
    }
    asks_who(text)
        .or_else(|| asks_what(after, text))
        .or_else(|| begins(text, LONE).map(|end| (end, Intent::Who)))
}

fn asks_who(text: &str) -> Option<(usize, Intent)> {
    let rest = |at: usize| text.get(at..).unwrap_or_default();
    let at = begins_all(text, BEFORE);
    if matches!(rest(at), "哪个" | "哪一个" | "哪里" | "哪儿") {
        return Some((text.len(), Intent::Who));
    }
    let who = at + begins(rest(at), WHO)?;
    let end = who + begins_all(rest(who), DOES);
    Some((end, Intent::Who))
}

fn asks_what(after: &str, text: &str) -> Option<(usize, Intent)> {
    let rest = |at: usize| text.get(at..).unwrap_or_default();
    // 负责哪些工程, 哪些工程
    let at = begins_all(text, ADVERBS);
    let does = begins(rest(at), DOES).or_else(|| begins(rest(at), &["有", "做", "干", "参与"]));
    let verb = at + does.unwrap_or(0);
    let what = verb + begins(rest(verb), &["了", "着", "的是", "的"]).unwrap_or(0);
    if let Some(more) = begins(rest(what), WHAT) {
        let end = what + more;
        let work = begins(rest(end), WORK);
        if does.is_some() || work.is_some() {
            return Some((end + work.unwrap_or(0), Intent::What));
        }
    }
    if let Some(end) = begins(text, DUTIES) {
        return Some((end, Intent::What));
    }
    // 牵头的工程有哪些, and of a body also 的工程
    let does = begins(text, LEADS).unwrap_or(0);
    let of = does + begins(rest(does), &["的"]).unwrap_or(0);
    let work = if does > 0 {
        WORK
    } else if BODY_ENDS.iter().any(|end| after.ends_with(end)) {
        OF_BODY
    } else {
        return None;
    };
    let work = of + begins(rest(of), work)?;
    let asks = [
        "都",
        "有",
        "是",
        "哪些",
        "什么",
        "哪几个",
        "几个",
        "吗",
        "呢",
    ];
    let end = work + begins_all(rest(work), &asks);
    (end == text.len()).then_some((end, Intent::What))
}

/// Replaces the words of a folded `text` that only ask by blanks, and returns what they ask for.
pub(crate) fn chinese(text: &str) -> (String, Intent) {
    let mut left = String::with_capacity(text.len());
    let mut intent = Intent::Any;
    let polite = begins_all(text, POLITE);
    let mut at = if polite < text.len() { polite } else { 0 };
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let rest = text.get(at..).unwrap_or_default();
        match asks_here(text.get(..at).unwrap_or_default(), rest) {
            Some((length, found)) if length > 0 => {
                // The first word that asks decides.
                if intent == Intent::Any {
                    intent = found;
                }
                left.push(' ');
                at += length;
            }
            Some(_) | None => {
                left.push(c);
                at += c.len_utf8();
            }
        }
    }
    if intent != Intent::Any {
        left = left
            .split(' ')
            .map(bare)
            .filter(|word| !word.is_empty())
            .collect::<Vec<_>>()
            .join(" ");
    }
    (left, intent)
}

/// Removes the particles from a word of a question.
fn bare(word: &str) -> &str {
    let mut word = word;
    while let Some(end) = begins(word, POLITE).or_else(|| begins(word, &["由", "归", "是"])) {
        word = word.get(end..).unwrap_or_default();
    }
    let word = word.trim_start_matches('的');
    let word = word.trim_end_matches(['的', '吗', '呢', '呀', '啊']);
    let office = OFFICES.iter().find_map(|office| word.strip_suffix(office));
    office.unwrap_or(word).trim_end_matches('的')
}
