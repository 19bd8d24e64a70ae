//! How responsibility is said: roles, what they rest on, how sure they are, dates. Screen and
//! commands take these words from here, so one fact is never worded twice.
//!
//! A basis is never dropped and never upgraded: what is inferred reads as inferred.

use super::{of, strings};
use crate::model::{Basis, Confidence, Date, Held, Lang, PointKind, Role, Status};

strings! {
    pub Who who

    /// In the place of a lead where none is known.
    nobody: "none found; not stated in the plan" / "未查到，规划未载明",
    /// A figure or date that the plan does not give.
    not_stated: "not stated" / "未载明",
    /// What an organisation added in an overlay.
    here: "Our office" / "本单位",
    /// Rows below the one that is shown.
    evidence: "also" / "另见",
    /// In the place of the basis that stands just above.
    same: "on the same basis" / "依据同上",
    due: "due" / "完成时限",
    /// Between an organisation and an item for which it has no role.
    does_nothing: "has no role in" / "不承担",
    overdue: "overdue" / "逾期",
    not_begun: "not started" / "未启动",
    /// Between the parts of one line.
    comma: ", " / "，",
    /// Between the members of an enumeration.
    list: ", " / "、",
    /// Between a label and what it labels.
    colon: ": " / "：",
    /// Between two facts of one line.
    semicolon: "; " / "；",
    /// Between two sentences.
    stop: ". " / "。",
}

/// The heading for a role: "Lead", "Support", "Issued by".
#[must_use]
pub fn role(lang: Lang, role: Role) -> &'static str {
    let pair = match role {
        Role::Lead => ["Lead", "牵头"],
        Role::Support => ["Support", "配合"],
        Role::Issuer => ["Issued by", "印发"],
        Role::Unstated => ["Role not stated", "未注明角色"],
    };
    of(pair, lang)
}

/// What an organisation does in a role: "leads", "supports", "issued".
#[must_use]
pub fn does(lang: Lang, role: Role) -> &'static str {
    let pair = match role {
        Role::Lead => ["leads", "牵头"],
        Role::Support => ["supports", "配合"],
        Role::Issuer => ["issued", "印发"],
        Role::Unstated => ["role not stated", "未注明角色"],
    };
    of(pair, lang)
}

/// The sign of a role, told apart without colour: a disc leads, a square supports, a diamond issued, a
/// triangle where the role is not stated; hollow where that is only inferred. In ASCII L, S, I, N, and small letters.
#[must_use]
pub fn sign(role: Role, inferred: bool, ascii: bool) -> &'static str {
    let signs = match (role, ascii) {
        (Role::Lead, false) => ["●", "○"],
        (Role::Support, false) => ["■", "□"],
        (Role::Issuer, false) => ["◆", "◇"],
        (Role::Unstated, false) => ["▲", "△"],
        (Role::Lead, true) => ["L", "l"],
        (Role::Support, true) => ["S", "s"],
        (Role::Issuer, true) => ["I", "i"],
        (Role::Unstated, true) => ["N", "n"],
    };
    signs[usize::from(inferred)]
}

/// The same, with a dash behind it where the role has ended: ●–.
#[must_use]
pub fn sign_until(role: Role, inferred: bool, ended: bool, ascii: bool) -> String {
    let dash = match (ended, ascii) {
        (false, _) => "",
        (true, false) => ENDED,
        (true, true) => "-",
    };
    [sign(role, inferred, ascii), dash].concat()
}

/// Behind the sign of a role that has ended, and before the year in which it did.
pub const ENDED: &str = "–";

/// What a responsibility rests on, in plain words: "source: 5G action plan, 5 July 2021",
/// "* inferred from its remit". `document` is the name of the document that the same row names,
/// `dated` that document's date.
#[must_use]
pub fn basis(lang: Lang, basis: Basis, document: Option<&str>, dated: Option<Date>) -> String {
    let cited = document.map(|name| cite(lang, name, dated));
    let plain = match basis {
        Basis::Assigned => ["assigned by our office", "本单位分工"],
        Basis::Plan => ["stated in the plan", "规划原文载明"],
        Basis::Press => ["source: press report", "据媒体报道"],
        Basis::Companion => ["source: companion document", "据配套文件"],
        Basis::Mandate => ["* inferred from its remit", "* 根据部门职责推定"],
    };
    let plain = of(plain, lang);
    match (lang, basis, cited) {
        (_, _, None) => plain.to_owned(),
        (Lang::En, Basis::Companion, Some(cited)) => format!("source: {cited}"),
        (Lang::Zh, Basis::Companion, Some(cited)) => format!("据{cited}"),
        (Lang::En, _, Some(cited)) => format!("{plain}, {cited}"),
        (Lang::Zh, _, Some(cited)) => format!("{plain}：{cited}"),
    }
}

/// That something ended: "until 2023"; 至2023年.
#[must_use]
pub fn until(lang: Lang, ended: Date) -> String {
    match lang {
        Lang::En => format!("until {}", date(lang, ended)),
        Lang::Zh => format!("至{}", date(lang, ended)),
    }
}

/// How many items an organisation answers for, and for how many it no longer does: "9 (and 2 until 2023)";
/// 9项（另有2项至2023年）.
#[must_use]
pub fn held(lang: Lang, held: Held) -> String {
    let Held { now, former, .. } = held;
    let now = match lang {
        Lang::En => now.to_string(),
        Lang::Zh => format!("{now}项"),
    };
    match former {
        0 => now,
        _ => {
            now + &aside(
                lang,
                &[of(["and ", "另有"], lang), &self::former(lang, held)].concat(),
            )
        }
    }
}

/// The second part of that: "2 until 2023"; 2项至2023年.
#[must_use]
pub fn former(lang: Lang, held: Held) -> String {
    let Held { former, until, .. } = held;
    match lang {
        Lang::En => format!("{former} until {until}"),
        Lang::Zh => format!("{former}项至{until}年"),
    }
}

/// The same in a word or two, for narrow columns: "document", "inferred".
#[must_use]
pub fn basis_short(lang: Lang, basis: Basis) -> &'static str {
    let pair = match basis {
        Basis::Assigned => ["our office", "本单位"],
        Basis::Plan => ["plan", "规划"],
        Basis::Press => ["press", "报道"],
        Basis::Companion => ["document", "文件"],
        Basis::Mandate => ["* inferred", "* 推定"],
    };
    of(pair, lang)
}

/// A document with its date, as it stands within a sentence.
#[must_use]
pub fn cite(lang: Lang, name: &str, dated: Option<Date>) -> String {
    match (lang, dated) {
        (Lang::En, None) => name.to_owned(),
        (Lang::En, Some(dated)) => format!("{name}, {}", date(lang, dated)),
        (Lang::Zh, None) => title(name),
        (Lang::Zh, Some(dated)) => format!("{}（{}）", title(name), date(lang, dated)),
    }
}

/// How the titles of documents end in Chinese. A name that ends otherwise describes its document.
const TITLES: [&str; 21] = [
    "规划", "纲要", "计划", "意见", "通知", "规定", "方案", "要点", "公报", "报告", "指南", "规范",
    "规则", "政策", "决定", "办法", "条例", "细则", "名单", "标准", "法",
];

/// Documents in Chinese title marks, each in its own where a name has several. Marks within them
/// become single ones; a description has none.
fn title(name: &str) -> String {
    let all: Vec<String> = name.split('；').map(|one| titled(one.trim())).collect();
    all.join("、")
}

fn titled(name: &str) -> String {
    // `（2021—2023年）` and `（试行）` belong to the title, `（维基文库）` does not.
    let bracket = name.ends_with('）').then(|| name.rfind('（')).flatten();
    let (head, aside) = name.split_at(bracket.unwrap_or(name.len()));
    if !TITLES.iter().any(|end| head.ends_with(end)) {
        return name.to_owned();
    }
    let is_part = |aside: &str| {
        let inner = aside.trim_start_matches('（');
        inner.starts_with(|c: char| c.is_ascii_digit())
            || ["试行", "暂行", "修订", "通知", "征求意见稿"]
                .iter()
                .any(|word| inner.starts_with(word))
    };
    let (inner, outer) = if is_part(aside) {
        (name, "")
    } else {
        (head, aside)
    };
    format!(
        "《{}》{outer}",
        inner.replace('《', "〈").replace('》', "〉")
    )
}

/// How sure a statement is; empty for `High`, which goes without saying.
#[must_use]
pub fn confidence(lang: Lang, confidence: Confidence) -> &'static str {
    let pair = match confidence {
        Confidence::High => ["", ""],
        Confidence::Medium => ["partly confirmed", "部分核实"],
        Confidence::Low => ["unconfirmed", "待核实"],
    };
    of(pair, lang)
}

/// What is said by the way, in brackets behind what it is about.
#[must_use]
pub fn aside(lang: Lang, text: &str) -> String {
    match lang {
        Lang::En => format!(" ({text})"),
        Lang::Zh => format!("（{text}）"),
    }
}

/// How an assignment stands.
#[must_use]
pub fn status(lang: Lang, status: Status) -> &'static str {
    let pair = match status {
        Status::Open => ["open", "进行中"],
        Status::Done => ["done", "已完成"],
        Status::Late => ["late", "逾期"],
        Status::Dropped => ["dropped", "已取消"],
    };
    of(pair, lang)
}

/// What a figure says.
#[must_use]
pub fn point(lang: Lang, kind: PointKind) -> &'static str {
    let pair = match kind {
        PointKind::Baseline => ["baseline", "基期值"],
        PointKind::Target => ["target", "目标值"],
        PointKind::Actual => ["actual", "实际完成值"],
    };
    of(pair, lang)
}

/// A date as exact as its source: "5 July 2021", "July 2021", "2021"; 2021年7月5日.
#[must_use]
pub fn date(lang: Lang, date: Date) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let Date { year, month, day } = date;
    let name = usize::from(month)
        .checked_sub(1)
        .and_then(|at| MONTHS.get(at));
    match (lang, name, day) {
        (Lang::En, None, _) => format!("{year}"),
        (Lang::En, Some(name), 0) => format!("{name} {year}"),
        (Lang::En, Some(name), _) => format!("{day} {name} {year}"),
        (Lang::Zh, None, _) => format!("{year}年"),
        (Lang::Zh, Some(_), 0) => format!("{year}年{month}月"),
        (Lang::Zh, Some(_), _) => format!("{year}年{month}月{day}日"),
    }
}

/// The month of a date, short: "Jul 2021"; 2021年7月.
#[must_use]
pub fn month(lang: Lang, date: Date) -> String {
    let whole = self::date(lang, Date { day: 0, ..date });
    match (lang, whole.split_once(' ')) {
        (Lang::En, Some((name, year))) => format!("{} {year}", name.get(..3).unwrap_or(name)),
        (Lang::En | Lang::Zh, _) => whole,
    }
}

/// Years from one to another: "2021-2025"; 2021—2025年.
#[must_use]
pub fn years(lang: Lang, from: u16, to: u16) -> String {
    match lang {
        Lang::En => format!("{from}-{to}"),
        Lang::Zh => format!("{from}—{to}年"),
    }
}

/// Where an inherited responsibility comes from: "from P1-P4, P6".
#[must_use]
pub fn from(lang: Lang, ids: &[&str]) -> String {
    match lang {
        Lang::En => format!("from {}", ranges(lang, ids)),
        Lang::Zh => format!("据 {}", ranges(lang, ids)),
    }
}

/// Ids with runs drawn together: `P1-P4, P6`, in Chinese `P1-P4、P6`. Two in a row stay two.
#[must_use]
pub fn ranges(lang: Lang, ids: &[&str]) -> String {
    let list = who(lang).list;
    let mut runs: Vec<(&str, &str, usize)> = Vec::new();
    for &id in ids {
        match runs.last_mut() {
            Some((_, last, length)) if follows(last, id) => {
                *last = id;
                *length += 1;
            }
            _ => runs.push((id, id, 1)),
        }
    }
    let worded: Vec<String> = runs
        .into_iter()
        .map(|(first, last, length)| match length {
            1 => first.to_owned(),
            2 => format!("{first}{list}{last}"),
            _ => format!("{first}-{last}"),
        })
        .collect();
    worded.join(list)
}

/// `next` is the id right after `last`: same letters, the number one higher.
fn follows(last: &str, next: &str) -> bool {
    let split = |id: &str| {
        let at = id.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        id[at..]
            .parse::<u64>()
            .ok()
            .map(|number| (id[..at].to_owned(), number))
    };
    match (split(last), split(next)) {
        (Some((a, n)), Some((b, m))) => a == b && n.checked_add(1) == Some(m),
        (_, None) | (None, _) => false,
    }
}
