//! The words that filters take as values, in both languages; the first of each is completed.

use super::FilterName;
use super::fold::folded;
use crate::model::{Basis, Confidence, KindId, LeadState, Outcome, Plan, Status};

/// Sorts of verdicts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Results {
    Reached,
    Early,
    Missed,
    None,
    /// Whatever came of it.
    Any,
}

impl Results {
    pub(crate) fn holds(self, outcome: Outcome) -> bool {
        match self {
            Results::Reached => outcome.is_reached(),
            Results::Early => outcome == Outcome::Early,
            Results::Missed => outcome == Outcome::Missed,
            Results::None => outcome == Outcome::None,
            Results::Any => true,
        }
    }
}

/// The values of `basis:` and `status:`; the first one is completed.
pub(crate) const BASES: &[(&[Basis], &[&str])] = &[
    (
        &[Basis::Plan, Basis::Press, Basis::Companion],
        &["documented", "有文件", "有依据"],
    ),
    (
        &[Basis::Mandate],
        &["inferred", "mandate", "remit", "推定", "推断", "职责"],
    ),
    (&[Basis::Assigned], &["assigned", "ours", "本单位", "分工"]),
    (&[Basis::Plan], &["plan", "规划"]),
    (&[Basis::Press], &["press", "媒体", "报道"]),
    (&[Basis::Companion], &["companion", "配套文件", "配套"]),
];
/// The values of `lead:` that name no body, those of `is:` and of `result:`.
pub(crate) const LEADS: &[(LeadState, &[&str])] = &[
    (LeadState::None, &["none", "无", "未查到", "无牵头单位"]),
    (LeadState::Inferred, &["inferred", "推定", "推断"]),
    (
        LeadState::Documented,
        &["documented", "有文件依据", "有依据"],
    ),
    (LeadState::Assigned, &["assigned", "本单位分工", "分工"]),
];
/// The value of `lead:` for what more than one body leads.
pub(crate) const MANY: &[&str] = &["many", "多个", "多家"];
/// The value of `support:` that names no body.
pub(crate) const NONE: &[&str] = &["none", "无", "没有", "无配合单位", "未查到"];
/// The value of `due:` for what comes from today on.
pub(crate) const NEXT: &[&str] = &["next", "临近", "今后"];
/// The value of `due:` for assignments without a date.
pub(crate) const NO_DATE: &[&str] = &["none", "无", "没有", "无时限"];
/// The value of `contact:` for all that have one.
pub(crate) const ANY: &[&str] = &["any", "全部"];
/// Stands between the first and the last day of a value of `due:` and `by:`.
pub(crate) const BETWEEN_DATES: &str = "..";
/// What is not sure, by how sure it is.
pub(crate) const UNSURE: &[(Confidence, &[&str])] = &[
    (
        Confidence::Low,
        &["unconfirmed", "待核实", "未核实", "未证实", "未确认"],
    ),
    (Confidence::Medium, &["partly", "部分核实"]),
];
pub(crate) const RESULTS: &[(Results, &[&str])] = &[
    (Results::Reached, &["reached", "达到", "已达到", "完成"]),
    (Results::Early, &["early", "提前达到", "提前完成", "提前"]),
    (Results::Any, &["any", "全部", "各项"]),
    (Results::Missed, &["missed", "未达到", "未完成"]),
    (
        Results::None,
        &["none", "未查到结果", "未见结果", "无", "没有", "无结果"],
    ),
];
/// The states of assignments, alone and together.
pub(crate) const STATES: &[(&[Status], &[&str])] = &[
    (&[Status::Open], &["open", "进行中", "在办"]),
    (&[Status::Done], &["done", "已完成", "完成"]),
    (&[Status::Late], &["late", "逾期", "滞后", "overdue"]),
    (&[Status::Dropped], &["dropped", "已取消", "取消"]),
    (
        &[Status::Open, Status::Late],
        &["unfinished", "未办结", "未完成"],
    ),
];
/// The value of `status:` for what is not begun.
pub(crate) const NOT_BEGUN: &[&str] = &["unstarted", "未启动", "未开始"];
/// Names of kinds that people use for others.
pub(crate) const KINDS: &[(&str, &str)] = &[
    ("项目", "project"),
    ("工程", "project"),
    ("任务", "task"),
    ("行动", "action"),
    ("programme", "project"),
    ("programmes", "project"),
    ("aspect", "focus"),
    ("aspects", "focus"),
    ("主攻方向", "focus"),
];
/// Returns the kind of items that a name means: its id, its letter, one of its names, or one of
/// [`KINDS`].
#[must_use]
pub fn kind_named(plan: &Plan, name: &str) -> Option<KindId> {
    let folded = folded(name);
    let other = || KINDS.iter().find(|(known, _)| *known == folded);
    plan.kind(name).or_else(|| plan.kind(other()?.1))
}

/// The values of `kind:` that mean organisations.
#[rustfmt::skip]
pub const BODIES: &[&str] = &["body", "bodies", "organisation", "organisations", "organization", "organizations", "org", "orgs", "agency", "agencies", "机构", "部门", "单位"];
/// The values of `kind:` that mean documents.
pub const DOCUMENTS: &[&str] = &["document", "documents", "文件"];

/// The values of `kind:` that mean what is aimed at: the kinds of [`AIMED_AT`].
pub const TARGETS: &[&str] = &["targets", "target", "目标和指标"];
/// The ids of the kinds of what is aimed at.
pub(crate) const AIMED_AT: &[&str] = &["goal", "indicator"];

/// Returns the names of a filter's value that names nothing of the plan, in both languages.
#[must_use]
pub fn names_of_value(filter: FilterName, value: &str) -> Option<&'static [&'static str]> {
    fn all<T>(table: &[(T, &'static [&'static str])]) -> Vec<&'static [&'static str]> {
        table.iter().map(|(_, names)| *names).collect()
    }
    let tables = match filter {
        FilterName::Kind => vec![BODIES, DOCUMENTS, TARGETS],
        FilterName::Lead => [all(LEADS), vec![MANY]].concat(),
        FilterName::Basis => all(BASES),
        FilterName::Status => [all(STATES), vec![NOT_BEGUN]].concat(),
        FilterName::Result => all(RESULTS),
        FilterName::Is => [all(STATES), vec![NOT_BEGUN], all(UNSURE)].concat(),
        FilterName::Support => vec![NONE],
        FilterName::Due => vec![NEXT, NO_DATE],
        FilterName::Contact => vec![ANY],
        FilterName::Body | FilterName::By | FilterName::Unit | FilterName::Under => Vec::new(),
    };
    tables.into_iter().find(|names| names.contains(&value))
}
