//! What is asked of one item or one organisation, which its page says, or which no page can say.

use super::set_words::Piece;
use super::{Asked, is_filler};

/// What plans do not record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unrecorded {
    /// How much money something gets or costs.
    Money,
    /// When an organisation was founded.
    Founding,
    /// How an organisation can be reached.
    Contacts,
}

/// What a question asks of something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct OfOne {
    /// The words that say of what.
    pub(crate) of: Vec<String>,
    /// What is asked that is not recorded.
    pub(crate) unrecorded: Option<Unrecorded>,
    /// Who pays for it.
    pub(crate) of_payer: bool,
    /// Which organisation came after it.
    pub(crate) of_successor: bool,
    /// What its page says, by a word of that.
    pub(crate) is_on_page: bool,
}

/// What the page of an item says of it.
#[rustfmt::skip]
const ON_PAGE: &[&str] = &[
    "status", "progress", "state", "source", "sources", "evidence", "owner", "details", "summary", "description",
    "状态", "进展", "进度", "现状", "来源", "依据", "详情", "简介",
];
/// Words for money that ask how much of it there is.
#[rustfmt::skip]
const MONEY: &[&str] = &[
    "budget", "budgets", "budgeted", "经费", "总经费", "工程经费", "项目经费", "专项经费", "预算", "总预算", "经费预算", "拨款",
];
/// Others, which ask so beside a word that asks.
#[rustfmt::skip]
const OF_MONEY: &[&str] = &[
    "money", "funding", "funds", "cost", "costs", "spending", "资金", "总资金", "钱", "花", "花费", "费用", "成本",
];
/// What those do who give it, beside a word that asks for them.
#[rustfmt::skip]
const PAYING: &[&str] = &[
    "pay", "pays", "paid", "paying", "fund", "funds", "funded", "finances", "financed",
    "出钱", "出资", "掏钱", "付钱", "买单", "资助", "拨款",
];
/// Words that ask when an organisation was founded.
#[rustfmt::skip]
const FOUNDED: &[&str] = &[
    "founded", "established", "成立于", "设立于", "成立的", "设立的", "组建的", "成立", "设立", "组建",
];
/// Words that ask which one came after it.
#[rustfmt::skip]
const SUCCESSION: &[&str] = &[
    "replaced", "replaces", "replace", "successor", "successors", "succeeded", "succeeds", "became", "归到", "归", "并入",
    "并到", "接替", "取代", "接管", "后继机构", "继任",
];

/// Words that ask how an organisation can be reached.
#[rustfmt::skip]
const CONTACTS: &[&str] = &[
    "phone", "telephone", "tel", "email", "mail", "fax", "hotline",
    "电话号码", "电话", "电子邮箱", "电子邮件", "邮箱", "传真",
];
/// Words that stand beside these and name nothing.
const BESIDE_CONTACTS: &[&str] = &["number", "numbers", "address", "e"];

/// Returns a Chinese word with what asks at its end as a word of its own: 数据局成立.
fn with_end_apart(word: &str) -> Vec<&str> {
    let mut ends = FOUNDED.iter().chain(SUCCESSION).chain(CONTACTS);
    let end = ends.find(|end| !end.is_ascii() && word.len() > end.len() && word.ends_with(**end));
    end.map_or_else(
        || vec![word],
        |end| <[&str; 2]>::from(word.split_at(word.len() - end.len())).to_vec(),
    )
}

/// Reads what is asked of one thing; `None` if nothing of this is.
pub(crate) fn of_one(asked: &Asked) -> Option<OfOne> {
    if asked.negated.is_some() {
        return None;
    }
    let of_money = !asked.pieces.is_empty();
    let (mut unrecorded, mut of_successor, mut of_payer) = (None, false, false);
    let mut is_on_page = false;
    let mut of = Vec::new();
    for word in asked.rest.iter().flat_map(|word| with_end_apart(word)) {
        let is = |words: &[&str]| words.contains(&word);
        if is(PAYING) && asked.has(Piece::Who) {
            unrecorded = Some(Unrecorded::Money);
            of_payer = true;
        } else if is(MONEY) || of_money && is(OF_MONEY) {
            unrecorded = Some(Unrecorded::Money);
        } else if is(FOUNDED) && asked.has(Piece::When) {
            unrecorded = Some(Unrecorded::Founding);
        } else if is(CONTACTS) {
            unrecorded = Some(Unrecorded::Contacts);
        } else if is(SUCCESSION) {
            of_successor = true;
        } else if is(ON_PAGE) {
            is_on_page = true;
        } else if !is_filler(word) {
            of.push(word.to_owned());
        }
    }
    if unrecorded.is_none() && asked.has(Piece::Contact) {
        unrecorded = Some(Unrecorded::Contacts);
    }
    if unrecorded == Some(Unrecorded::Contacts) {
        of.retain(|word| !BESIDE_CONTACTS.contains(&&**word));
    }
    let asks = unrecorded.is_some() || of_successor || is_on_page || asked.has(Piece::Target);
    asks.then_some(OfOne {
        of,
        unrecorded,
        of_payer,
        of_successor,
        is_on_page,
    })
}
