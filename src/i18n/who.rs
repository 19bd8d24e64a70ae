//! How responsibility is said: roles, what they rest on, how sure they are, dates. Screen and
//! commands take these words from here, so one fact is never worded twice.
//!
//! A basis is never dropped and never upgraded: what is inferred reads as inferred.

use crate::model::{Basis, Confidence, Date, Lang, PointKind, Role, Status};

/// The fixed words of this room.
#[derive(Debug)]
pub struct Who {
    /// Heading of the bodies that lead, and of what a body leads.
    pub lead: &'static str,
    /// Heading of the bodies that take part, and of what a body takes part in.
    pub support: &'static str,
    /// Heading of the bodies that issued, and of what a body issued.
    pub issuer: &'static str,
    /// A body leads …
    pub leads: &'static str,
    /// A body takes part in …
    pub supports: &'static str,
    /// A body issued …
    pub issued: &'static str,
    /// Nobody is known to answer for it.
    pub nobody: &'static str,
    /// A figure or date that the plan does not give.
    pub not_stated: &'static str,
    /// What an organisation added in an overlay.
    pub here: &'static str,
    /// Rows below the one that is shown.
    pub evidence: &'static str,
    /// In the place of what a responsibility rests on, where that was just said.
    pub same: &'static str,
    /// The date of an assignment.
    pub due: &'static str,
    /// That date is past.
    pub overdue: &'static str,
    /// Between the parts of one line.
    pub comma: &'static str,
    /// Between the members of an enumeration.
    pub list: &'static str,
    /// Between a label and what it labels.
    pub colon: &'static str,
    /// Between two sentences.
    pub stop: &'static str,
}

const EN: Who = Who {
    lead: "Lead",
    support: "Support",
    issuer: "Issuer",
    leads: "leads",
    supports: "supports",
    issued: "issued",
    nobody: "not stated in the plan",
    not_stated: "not stated",
    here: "Our office",
    evidence: "also",
    same: "on the same basis",
    due: "due",
    overdue: "overdue",
    comma: ", ",
    list: ", ",
    colon: ": ",
    stop: ". ",
};

const ZH: Who = Who {
    lead: "牵头",
    support: "参与",
    issuer: "印发",
    leads: "牵头",
    supports: "参与",
    issued: "印发",
    nobody: "规划未说明",
    not_stated: "未说明",
    here: "本单位",
    evidence: "另见",
    same: "依据同上",
    due: "期限",
    overdue: "已逾期",
    comma: "，",
    list: "、",
    colon: "：",
    stop: "。",
};

/// The fixed words in `lang`.
#[must_use]
pub fn who(lang: Lang) -> &'static Who {
    match lang {
        Lang::En => &EN,
        Lang::Zh => &ZH,
    }
}

/// The heading for a role: "Lead", "Support", "Issuer".
#[must_use]
pub fn role(lang: Lang, role: Role) -> &'static str {
    let words = who(lang);
    match role {
        Role::Lead => words.lead,
        Role::Support => words.support,
        Role::Issuer => words.issuer,
    }
}

/// What a body does in a role: "leads", "supports", "issued".
#[must_use]
pub fn does(lang: Lang, role: Role) -> &'static str {
    let words = who(lang);
    match role {
        Role::Lead => words.leads,
        Role::Support => words.supports,
        Role::Issuer => words.issued,
    }
}

/// The sign of a role, told apart without colour: a disc leads, a square supports, a diamond issued;
/// hollow where that is only inferred. In ASCII L, S, I, and small letters.
#[must_use]
pub fn sign(role: Role, inferred: bool, ascii: bool) -> &'static str {
    let signs = match (role, ascii) {
        (Role::Lead, false) => ["●", "○"],
        (Role::Support, false) => ["■", "□"],
        (Role::Issuer, false) => ["◆", "◇"],
        (Role::Lead, true) => ["L", "l"],
        (Role::Support, true) => ["S", "s"],
        (Role::Issuer, true) => ["I", "i"],
    };
    signs[usize::from(inferred)]
}

/// What a responsibility rests on, in plain words: "named in the 5G action plan, 5 July 2021",
/// "* inferred from its mandate". `document` is the name of the document that the same row names,
/// `dated` that document's date.
#[must_use]
pub fn basis(lang: Lang, basis: Basis, document: Option<&str>, dated: Option<Date>) -> String {
    let cited = document.map(|name| cite(lang, name, dated));
    let plain = match (lang, basis) {
        (Lang::En, Basis::Assigned) => "assigned here",
        (Lang::En, Basis::Plan) => "the plan says so",
        (Lang::En, Basis::Press) => "rests on a press report",
        (Lang::En, Basis::Companion) => "named in a companion document",
        (Lang::En, Basis::Mandate) => "* inferred from its mandate",
        (Lang::Zh, Basis::Assigned) => "本单位安排",
        (Lang::Zh, Basis::Plan) => "规划明文",
        (Lang::Zh, Basis::Press) => "依据媒体报道",
        (Lang::Zh, Basis::Companion) => "见配套文件",
        (Lang::Zh, Basis::Mandate) => "* 按其职责推断",
    };
    match (lang, basis, cited) {
        (_, _, None) => plain.to_owned(),
        (Lang::En, Basis::Companion, Some(cited)) => format!("named in {cited}"),
        (Lang::Zh, Basis::Companion, Some(cited)) => format!("见{cited}"),
        (Lang::En, _, Some(cited)) => format!("{plain}: {cited}"),
        (Lang::Zh, _, Some(cited)) => format!("{plain}：{cited}"),
    }
}

/// The same in a word or two, for narrow columns: "document", "inferred".
#[must_use]
pub fn basis_short(lang: Lang, basis: Basis) -> &'static str {
    match (lang, basis) {
        (Lang::En, Basis::Assigned) => "assigned here",
        (Lang::En, Basis::Plan) => "plan",
        (Lang::En, Basis::Press) => "press",
        (Lang::En, Basis::Companion) => "document",
        (Lang::En, Basis::Mandate) => "* inferred",
        (Lang::Zh, Basis::Assigned) => "本单位",
        (Lang::Zh, Basis::Plan) => "规划",
        (Lang::Zh, Basis::Press) => "报道",
        (Lang::Zh, Basis::Companion) => "文件",
        (Lang::Zh, Basis::Mandate) => "* 推断",
    }
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

/// A title in Chinese title marks, unless it brings its own.
fn title(name: &str) -> String {
    if name.contains('《') {
        name.to_owned()
    } else {
        format!("《{name}》")
    }
}

/// How sure a statement is; empty for `High`, which goes without saying.
#[must_use]
pub fn confidence(lang: Lang, confidence: Confidence) -> &'static str {
    match (lang, confidence) {
        (_, Confidence::High) => "",
        (Lang::En, Confidence::Medium) => "partly confirmed",
        (Lang::En, Confidence::Low) => "unconfirmed",
        (Lang::Zh, Confidence::Medium) => "部分核实",
        (Lang::Zh, Confidence::Low) => "未核实",
    }
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
    match (lang, status) {
        (Lang::En, Status::Open) => "open",
        (Lang::En, Status::Done) => "done",
        (Lang::En, Status::Late) => "late",
        (Lang::En, Status::Dropped) => "dropped",
        (Lang::Zh, Status::Open) => "进行中",
        (Lang::Zh, Status::Done) => "已完成",
        (Lang::Zh, Status::Late) => "滞后",
        (Lang::Zh, Status::Dropped) => "已取消",
    }
}

/// What a figure says.
#[must_use]
pub fn point(lang: Lang, kind: PointKind) -> &'static str {
    match (lang, kind) {
        (Lang::En, PointKind::Baseline) => "baseline",
        (Lang::En, PointKind::Target) => "target",
        (Lang::En, PointKind::Actual) => "actual",
        (Lang::Zh, PointKind::Baseline) => "基数",
        (Lang::Zh, PointKind::Target) => "目标",
        (Lang::Zh, PointKind::Actual) => "实际",
    }
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

/// Where an inherited responsibility comes from: "from P1-P4, P6".
#[must_use]
pub fn from(lang: Lang, ids: &[&str]) -> String {
    match lang {
        Lang::En => format!("from {}", ranges(ids)),
        Lang::Zh => format!("据 {}", ranges(ids)),
    }
}

/// Ids with runs drawn together: `P1-P4, P6`. Two in a row stay two.
#[must_use]
pub fn ranges(ids: &[&str]) -> String {
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
            2 => format!("{first}, {last}"),
            _ => format!("{first}-{last}"),
        })
        .collect();
    worded.join(", ")
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_basis_names_its_document_and_date() {
        let day = Date {
            year: 2021,
            month: 7,
            day: 5,
        };
        let said = |lang, kind, name| basis(lang, kind, name, Some(day));
        assert_eq!(
            said(Lang::En, Basis::Companion, Some("5G action plan")),
            "named in 5G action plan, 5 July 2021"
        );
        assert_eq!(
            said(Lang::Zh, Basis::Companion, Some("5G行动计划")),
            "见《5G行动计划》（2021年7月5日）"
        );
        assert_eq!(
            basis(Lang::En, Basis::Mandate, None, None),
            "* inferred from its mandate"
        );
        assert_eq!(
            basis(Lang::En, Basis::Assigned, None, None),
            "assigned here"
        );
    }

    #[test]
    fn a_date_is_as_exact_as_its_source() {
        let of = |month, day| {
            date(
                Lang::En,
                Date {
                    year: 2021,
                    month,
                    day,
                },
            )
        };
        assert_eq!(
            [of(0, 0), of(12, 0), of(12, 27)],
            ["2021", "December 2021", "27 December 2021"]
        );
        assert_eq!(
            date(
                Lang::Zh,
                Date {
                    year: 2021,
                    month: 12,
                    day: 0
                }
            ),
            "2021年12月"
        );
    }

    #[test]
    fn runs_of_ids_are_drawn_together() {
        assert_eq!(ranges(&["P1", "P2", "P3", "P4"]), "P1-P4");
        assert_eq!(ranges(&["P1", "P2", "P9", "T1"]), "P1, P2, P9, T1");
        assert_eq!(ranges(&["a", "b"]), "a, b");
        assert_eq!(ranges(&[]), "");
        assert_eq!(from(Lang::En, &["P9", "P10", "P11"]), "from P9-P11");
    }
}
