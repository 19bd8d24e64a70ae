//! What the words of the pages mean: for the help, and for those who ask.

use super::strings;
use crate::model::{Confidence, Lang, Role, Term};

strings! {
    pub Terms terms

    /// Heads them in the help.
    title: "What the words mean" / "用语说明",
    name(term: Term): match term {
        Term::Role(Role::Lead) => "Lead" / "牵头",
        Term::Role(Role::Support) => "Support" / "配合",
        Term::Role(_) => "Issued by" / "印发",
        Term::Basis(_) => "Inferred" / "推定",
        Term::Documented => "Documented" / "有文件依据",
        Term::Confidence(Confidence::Medium) => "Partly confirmed" / "部分核实",
        Term::Confidence(_) => "Unconfirmed" / "待核实",
        Term::Near => "By a similar measure" / "相近口径",
        Term::Overdue => "Overdue" / "逾期",
    },
    explained(term: Term): match term {
        Term::Role(Role::Lead) => "directs the work" / "组织推动该项工作",
        Term::Role(Role::Support) => "takes part in it" / "协助牵头单位",
        Term::Role(_) => "issued a document on it, which is no lead" / "印发了有关文件，不等于牵头",
        Term::Basis(_) => "by the organisation's remit; no document says so" / "仅根据部门职责，未见文件载明",
        Term::Documented => "in the plan, a press report or a document" / "规划原文、媒体报道或其他文件载明",
        Term::Confidence(Confidence::Medium) => "a source says so in part, or nearly" / "来源只载明一部分或意思相近",
        Term::Confidence(_) => "no source that we saw confirms it" / "未见来源证实",
        Term::Near => "the result counts almost the same as the target" / "结果与目标的统计口径相近但不相同",
        Term::Overdue => "its date has passed, and it is not done" / "已过完成时限但尚未完成",
    },
    said(name: &str, explained: &str): "{name}: {explained}." / "{name}：{explained}。",
}
