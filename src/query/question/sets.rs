//! Questions about a set: `which tasks have no lead`, `哪些目标没有达到`. They are answered by filters.

use super::super::function_words::is_function;
use super::super::word::split;
use super::time::{Time, after_month, month_named, month_numbered, next};
use super::zh;
use crate::model::Date;

/// What a part of such a question asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    NoLead,
    NoSupport,
    Inferred,
    Unconfirmed,
    Late,
    Missed,
    Reached,
    NoResult,
    /// Assignments that are done.
    Done,
    /// What our own office answers for.
    Ours,
    /// For a figure: how much of something.
    Figure,
    /// How many of a kind.
    Count,
    /// What is to be done by a time.
    Due,
    /// What is past its date, or, with a time, is due then.
    Expires,
    /// A time, counted from today.
    Time(Time),
    /// The end of a year.
    YearEnd,
    /// At what time.
    When,
    /// What a body issued.
    Issued,
    /// Two or more bodies together.
    Joint,
    /// Which body leads most.
    Most,
    /// What a body leads.
    Leads,
    /// What a body takes part in.
    Supports,
    /// What is aimed at, or what came of it.
    Target,
    /// Which body.
    Who,
    /// A list of something.
    List,
    /// Another word that says that it is a question about a set.
    Asks,
}

/// The words of each piece; the longest ones are tried first.
#[rustfmt::skip]
const ENGLISH: &[(Piece, &[&str])] = &[
    (Piece::NoLead, &[
        "no lead", "no leads", "no leader", "without a lead", "without lead", "without leads",
        "without a leader", "lack a lead", "lacks a lead", "nobody leads", "no one leads",
        "nobody in charge", "no one in charge", "no lead body", "no lead ministry",
        "no responsible ministry", "nobody is responsible",
    ]),
    (Piece::NoSupport, &[
        "no support", "no supports", "no supporters", "no supporting body", "no supporting bodies", "no supporting ministry",
        "without support", "without a supporting body", "without supporting bodies", "nobody supports", "no one supports",
    ]),
    (Piece::Count, &["how many", "number of", "the number of", "count of"]),
    (Piece::Due, &[
        "due", "deadline", "deadlines", "to be done", "be done", "must be done", "to be finished", "be finished", "expected",
    ]),
    (Piece::YearEnd, &["end of year", "end of the year", "year end", "end of this year"]),
    (Piece::Time(Time::LastYear), &["last year"]),
    (Piece::Time(Time::ThisYear), &["this year"]),
    (Piece::Time(Time::NextYear), &["next year"]),
    (Piece::Time(Time::ThisMonth), &["this month"]),
    (Piece::Time(Time::NextMonth), &["next month"]),
    (Piece::When, &["when", "until when", "how long", "which year", "what year", "what date"]),
    (Piece::Issued, &["issue", "issued", "issues", "publish", "published", "release", "released"]),
    (Piece::Inferred, &[
        "only inferred", "inferred", "not documented", "undocumented", "without a document",
    ]),
    (Piece::Unconfirmed, &["unconfirmed", "not confirmed", "not sure", "uncertain"]),
    (Piece::Late, &[
        "late", "overdue", "behind schedule", "delayed", "running late", "past its date", "past due", "expired",
    ]),
    (Piece::Missed, &[
        "missed", "not reached", "not met", "not achieved", "not fulfilled", "fell short",
        "fall short", "failed", "short of target", "not hit",
    ]),
    (Piece::Reached, &["reached", "met", "meet", "meets", "reach", "achieved", "achieve", "fulfilled", "hit"]),
    (Piece::NoResult, &[
        "no result", "no results", "without a result", "without result", "without results", "result unknown", "no result found",
        "no results found", "result not found", "results not found",
    ]),
    (Piece::Done, &["completed", "finished", "are done", "were done", "already done"]),
    (Piece::Ours, &["our office", "our unit", "my office", "our own", "our", "ours"]),
    (Piece::Figure, &["how much", "how far", "how far along", "how high", "what share", "to what extent"]),
    (Piece::Joint, &["together", "jointly", "shared by", "joint", "both"]),
    (Piece::Most, &["the most", "most"]),
    (Piece::Leads, &["lead", "leads", "led", "leading"]),
    (Piece::Supports, &[
        "support", "supports", "supported", "supporting", "takes part", "take part", "participates", "participate",
    ]),
    (Piece::Target, &[
        "target", "targets", "result", "results", "to be reached", "be reached", "to be achieved", "be achieved",
        "to be met", "be met", "to reach",
    ]),
    (Piece::Who, &["who"]),
    (Piece::List, &["list"]),
    (Piece::Asks, &["which", "what", "show", "all", "anything", "everything"]),
];

#[rustfmt::skip]
const CHINESE: &[(Piece, &[&str])] = &[
    (Piece::NoLead, &[
        "没有牵头单位", "没有牵头部门", "没有明确牵头", "没有牵头", "无牵头单位", "无牵头", "没人牵头",
        "无人牵头", "没有负责单位", "没有负责部门", "无人负责", "没人负责", "没人管", "缺少牵头单位",
        "缺牵头单位", "未明确牵头单位",
    ]),
    (Piece::NoSupport, &[
        "没有配合单位", "没有配合部门", "没有配合", "无配合单位", "无配合", "没有参与单位", "缺少配合单位", "没人配合", "无人配合",
    ]),
    (Piece::Count, &["多少个", "多少项", "多少条", "多少份", "多少家", "几个", "几项", "几家", "几份", "有多少", "总数"]),
    (Piece::Due, &["截止", "完成时限", "时限", "要完成", "应完成", "该完成", "需要完成", "应该完成"]),
    (Piece::Expires, &["到期"]),
    (Piece::Time(Time::LastYear), &["去年"]),
    (Piece::Time(Time::ThisYear), &["今年", "本年", "本年度", "今年内"]),
    (Piece::Time(Time::NextYear), &["明年"]),
    (Piece::Time(Time::ThisMonth), &["本月", "这个月", "本月底", "这个月底", "月底", "月底前"]),
    (Piece::Time(Time::NextMonth), &["下个月", "下月", "下月底", "下个月底"]),
    (Piece::YearEnd, &["年底", "年底前", "年末", "今年底", "今年年底"]),
    (Piece::When, &["什么时候", "什么时间", "何时", "哪一年", "哪年", "几时", "多久", "到什么时候"]),
    (Piece::Issued, &["发了", "发布", "印发", "出台", "发过", "发的", "发布了", "印发了", "出台了"]),
    (Piece::Inferred, &["只是推定", "仅为推定", "推定的", "推定", "推断", "没有文件依据", "无文件依据"]),
    (Piece::Unconfirmed, &["未证实", "未确认", "没有证实", "没有确认", "不确定", "存疑"]),
    (Piece::Late, &["逾期", "滞后", "延误", "超期", "拖延", "进度落后", "已经过期", "已过期", "过期", "已经到期", "已到期"]),
    (Piece::Missed, &[
        "没有达到", "没达到", "未达到", "没有完成", "没完成", "未完成", "没有实现", "没实现", "未实现",
        "未达标", "没达标", "没有达标",
    ]),
    (Piece::Reached, &[
        "已经达到", "已达到", "达到了", "完成了", "已经实现", "已实现", "实现了", "已达标", "达标", "完成", "实现",
    ]),
    (Piece::Ours, &["我们单位", "本单位", "我单位", "我们处", "我处", "我们"]),
    (Piece::Done, &["已经完成", "已完成", "已办结", "办结"]),
    (Piece::Figure, &["多少", "多大", "多高", "多快", "几成", "差多少", "差了多少", "差距", "哪一步", "什么程度"]),
    (Piece::NoResult, &[
        "没有结果", "无结果", "结果不明", "没有查到结果", "没查到结果", "未查到结果", "查不到结果", "未见结果", "结果未查到",
    ]),
    (Piece::Joint, &["共同", "一起", "联合", "合作负责"]),
    (Piece::Most, &["最多"]),
    (Piece::Leads, &["牵头", "主导"]),
    (Piece::Supports, &["配合", "参与", "支持"]),
    (Piece::Target, &["目标", "结果", "要达到", "达到"]),
    (Piece::Who, &["谁"]),
    (Piece::Asks, &["哪些", "什么", "哪个", "哪几个", "哪几项", "列出", "所有", "有没有"]),
    (Piece::List, &["清单"]),
];

/// Words of Chinese questions that say nothing else.
#[rustfmt::skip]
const FILLERS: &[&str] = &[
    "请问", "负责", "管理", "部门", "单位", "部委", "机构", "的", "有", "是", "在", "由", "和", "与",
    "都", "要", "被", "了", "吗", "呢", "到", "年", "里", "还", "我", "想", "知道", "内", "前", "数量", "个", "情况",
    "没有", "是否", "能否", "工作", "事项", "事情", "全部", "主要", "一共", "分别", "具体", "条目", "分工",
];

/// A question about a set, as far as it is read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Asked {
    pub(crate) pieces: Vec<Piece>,
    /// A year that stands after `by`, `in`, 到; once it is known which day it is, with the month.
    pub(crate) year: Option<String>,
    /// A month.
    pub(crate) month: Option<u8>,
    /// What was not read, word by word.
    pub(crate) rest: Vec<String>,
    /// The same with what bodies are and with [`FILLERS`], which are parts of names too: `ministry of
    /// education`, 工业和信息化部.
    pub(crate) named: Vec<String>,
}

impl Asked {
    pub(crate) fn has(&self, piece: Piece) -> bool {
        self.pieces.contains(&piece)
    }

    /// Reads a time counted from today as a year or month, and what expires by whether there is one.
    pub(crate) fn on(&mut self, today: Option<Date>) {
        let time = self.pieces.iter().find_map(|piece| match piece {
            Piece::Time(time) => Some(*time),
            _ => None,
        });
        if self.has(Piece::YearEnd) {
            self.month = Some(12);
        }
        let counted = match (self.month, &self.year) {
            (Some(month), Some(year)) => Some(format!("{year}-{month:02}")),
            (Some(month), None) => today.map(|today| next(month, today)),
            (None, _) => time.zip(today).map(|(time, today)| time.on(today)),
        };
        self.year = counted.or(self.year.take());
        for piece in &mut self.pieces {
            if *piece == Piece::Expires {
                *piece = if self.year.is_some() {
                    Piece::Due
                } else {
                    Piece::Late
                };
            }
        }
    }

    /// Returns true if it asks when something is due, or for a list of something.
    pub(crate) fn asks_of_words(&self) -> bool {
        let known = [
            Piece::Due,
            Piece::When,
            Piece::List,
            Piece::Reached,
            Piece::Asks,
        ];
        let other = |piece: &Piece| !known.contains(piece);
        let asks = [Piece::Due, Piece::When, Piece::List];
        asks.iter().any(|piece| self.has(*piece))
            && !self.pieces.iter().any(other)
            && !self.rest.is_empty()
    }

    /// Returns true if it asks how many organisations there are.
    pub(crate) fn counts_bodies(&self) -> bool {
        let is_body = |word: &String| OFFICES.contains(&&**word) || BODIES_ZH.contains(&&**word);
        self.has(Piece::Count) && self.rest.iter().all(is_body) && self.named.iter().any(is_body)
    }

    /// Returns true if it asks when the plan itself begins or ends, or when and by whom it was issued.
    pub(crate) fn is_of_plan(&self) -> bool {
        let asks = self.has(Piece::When) || self.has(Piece::Who) && self.has(Piece::Issued);
        asks && self.rest.iter().any(|word| PLAN.contains(&&**word))
            && self
                .rest
                .iter()
                .all(|word| PLAN.contains(&&**word) || SPANS.contains(&&**word))
    }

    /// Returns true if it is about all that a body does.
    pub(crate) fn has_work(&self) -> bool {
        self.named.iter().any(|word| is_work(word))
    }
}

/// Returns the pieces of a folded question.
pub(crate) fn asked(text: &str) -> Asked {
    let mut asked = Asked::default();
    for run in split(text) {
        if run.is_ascii() {
            asked.rest.push(run);
            continue;
        }
        let last = asked.rest.last().and_then(|word| month_numbered(word));
        match last.zip(after_month(&run)) {
            Some((month, after)) => {
                asked.month = Some(month);
                asked.rest.pop();
                chinese(after, &mut asked);
            }
            None => chinese(&run, &mut asked),
        }
    }
    english(&mut asked);
    asked
}

fn english(asked: &mut Asked) {
    let words = std::mem::take(&mut asked.rest);
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let found = ENGLISH.iter().flat_map(|(piece, texts)| {
            let begun = texts.iter().filter(|text| text.starts_with(&**word));
            let fit = begun.filter_map(|text| {
                let length = text.split(' ').count();
                let same = words.get(at..at + length)?.iter().eq(text.split(' '));
                same.then_some(length)
            });
            fit.map(|length| (length, *piece))
        });
        if let Some((length, piece)) = found.max_by_key(|(length, _)| *length) {
            asked.pieces.push(piece);
            at += length;
            continue;
        }
        let before = at.checked_sub(1).and_then(|at| words.get(at));
        at += 1;
        let is_after = |befores: &[&str]| before.is_some_and(|word| befores.contains(&&**word));
        let month = month_named(word)
            .filter(|_| word != "may" || is_after(&["in", "by", "due", "until"]))
            .or_else(|| month_numbered(word).filter(|_| before.is_some_and(|word| is_year(word))));
        if is_year(word) {
            asked.year = Some(word.clone());
        } else if month.is_some() {
            asked.month = month;
        } else if OFFICES.contains(&&**word) {
            asked.named.push(word.clone());
        } else if is_filler(word) {
            if !word.is_ascii() || is_work(word) {
                asked.named.push(word.clone());
            }
        } else {
            asked.named.push(word.clone());
            asked.rest.push(word.clone());
        }
    }
}

/// The last word of aliases that name bodies, and not what these look after.
#[rustfmt::skip]
const OF_BODIES: &[&str] = &[
    "ministry", "commission", "bureau", "administration", "agency", "office", "department", "regulator", "authority",
    "government", "council", "committee", "bank", "court", "academy", "body",
];

/// Returns true if an alias of a body can only mean the body: `education ministry`, 教育部门, but not
/// `energy`.
pub(crate) fn is_name_of_body(alias: &str) -> bool {
    let mut words = alias.split_whitespace().rev();
    let last = words.next().unwrap_or_default().to_lowercase();
    let english = words.next().is_some() && OF_BODIES.contains(&&*last);
    let mut ends = zh::BODY_ENDS.iter().chain(OFFICE_ENDS);
    english || ends.any(|end| alias.ends_with(end))
}

/// Endings of smaller bodies' names in Chinese.
const OFFICE_ENDS: &[&str] = &["室", "处", "科", "司", "中心", "集团", "公司", "协会"];

/// What bodies are.
#[rustfmt::skip]
const OFFICES: &[&str] = &[
    "ministry", "ministries", "body", "bodies", "agency", "agencies", "department", "departments", "office",
    "organisation", "organization", "organisations",
];

/// The same in Chinese.
const BODIES_ZH: &[&str] = &["部门", "单位", "部委", "机构"];

/// What the plan is called in a question about itself.
const PLAN: &[&str] = &["plan", "规划", "本规划", "这个规划", "该规划"];
/// What is said of its time.
#[rustfmt::skip]
const SPANS: &[&str] = &[
    "end", "ends", "ended", "start", "starts", "started", "begin", "begins", "run", "runs", "finish", "finishes", "expire",
    "expires", "over", "period", "last", "announced", "adopted", "valid", "five", "year", "national",
    "结束", "截止", "开始", "启动", "实施", "公布", "有效", "到", "执行", "期限", "为止",
];

/// Returns true for a word of [`Asked::named`] that says nothing where it is no part of a name.
pub(crate) fn may_be_skipped(word: &str) -> bool {
    is_filler(word) || OFFICES.contains(&word)
}

/// Returns true for a word for all that a body does.
fn is_work(word: &str) -> bool {
    ["work", "工作", "事项", "事情"].contains(&word)
}

fn is_filler(word: &str) -> bool {
    const OTHERS: &[&str] = &[
        "responsible",
        "responsibility",
        "entries",
        "items",
        "has",
        "work",
        "works",
        "mainly",
        "chiefly",
        "primarily",
    ];
    is_function(word) || OTHERS.contains(&word) || !word.is_ascii() && FILLERS.contains(&word)
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.starts_with("20") && word.bytes().all(|byte| byte.is_ascii_digit())
}

fn chinese(run: &str, asked: &mut Asked) {
    let mut rest = run;
    let mut left = String::new();
    let flush = |left: &mut String, asked: &mut Asked| {
        if !left.is_empty() {
            asked.rest.push(std::mem::take(left));
        }
    };
    while let Some(c) = rest.chars().next() {
        let found = CHINESE.iter().flat_map(|(piece, texts)| {
            let fit = texts.iter().filter(|text| rest.starts_with(**text));
            fit.map(|text| (text.len(), Some(*piece)))
        });
        let fillers = FILLERS.iter().filter(|text| rest.starts_with(**text));
        let fillers = fillers.map(|text| (text.len(), None));
        let longest = found.chain(fillers).max_by_key(|(length, _)| *length);
        let length = if let Some((length, piece)) = longest {
            flush(&mut left, asked);
            match piece {
                Some(piece) => asked.pieces.push(piece),
                None => asked.rest.extend(rest.get(..length).map(str::to_owned)),
            }
            length
        } else {
            left.push(c);
            c.len_utf8()
        };
        rest = rest.get(length..).unwrap_or_default();
    }
    flush(&mut left, asked);
}
