//! What the keys of a data file hold, how that stands in a cell, and the words that people write there.

use crate::model::Lang;

/// What a key holds, and how it stands in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::model::file) enum Holds {
    /// A text in both languages: two columns, or one in either.
    Text,
    /// A string.
    Line,
    /// Strings, one in each line.
    Lines,
    /// An id of this sort, or a name of what has it.
    One(Of),
    /// Several of them.
    Many(Of),
    /// A date.
    Date,
    /// A whole number.
    Whole,
    /// A number.
    Figure,
    /// Yes or no.
    Flag,
    /// One of these words.
    Word(&'static [Word]),
}

/// What an id names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(in crate::model::file) enum Of {
    Item,
    Body,
    Document,
    Kind,
    /// A document's id or an address: whatever stands there.
    Source,
    /// Any node.
    Node,
}

/// A word of a data file, and what people write for it.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::model::file) struct Word {
    /// As the data file has it.
    pub(in crate::model::file) key: &'static str,
    /// In English; the first is the one that is written.
    pub(in crate::model::file) en: &'static [&'static str],
    /// In Chinese; the first is the one that is written.
    pub(in crate::model::file) zh: &'static [&'static str],
}

impl Word {
    pub(in crate::model::file) fn name(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.en[0],
            Lang::Zh => self.zh[0],
        }
    }
}

/// Statuses.
#[rustfmt::skip]
pub(in crate::model::file) const STATUS: &[Word] = &[
    Word { key: "open", en: &["open", "in progress", "ongoing", "on track", "not started", "started", "planned", "active", "new", "to do", "pending", "ready", "ready to start", "scheduled", "proposed", "draft", "under way", "underway", "on hold", "paused"], zh: &["进行中", "推进中", "未开始", "未启动", "已启动", "正在推进", "持续推进", "按计划推进", "在办", "待办", "新建", "计划中", "暂缓"] },
    Word { key: "done", en: &["done", "completed", "complete", "finished", "closed", "achieved"], zh: &["已完成", "完成", "办结", "已办结", "完结"] },
    Word { key: "late", en: &["late", "delayed", "overdue", "behind", "behind schedule", "at risk", "caution"], zh: &["逾期", "滞后", "延期", "已逾期", "未按期完成"] },
    Word { key: "dropped", en: &["dropped", "cancelled", "canceled", "abandoned", "suspended"], zh: &["已取消", "取消", "终止", "中止", "已终止"] },
];

/// The names of the statuses.
#[must_use]
pub fn statuses(lang: Lang) -> Vec<&'static str> {
    STATUS.iter().map(|word| word.name(lang)).collect()
}

/// Roles.
#[rustfmt::skip]
pub(in crate::model::file) const ROLE: &[Word] = &[
    Word { key: "lead", en: &["lead", "leads", "responsible"], zh: &["牵头", "牵头单位", "负责", "主责", "主办"] },
    Word { key: "support", en: &["support", "supports", "participant"], zh: &["配合", "配合单位", "参与", "协办", "参与单位"] },
    Word { key: "issuer", en: &["issuer", "issued"], zh: &["印发", "发布"] },
];

#[rustfmt::skip]
pub(in crate::model::file) const BASIS: &[Word] = &[
    Word { key: "plan", en: &["plan"], zh: &["规划"] },
    Word { key: "press", en: &["press"], zh: &["报道"] },
    Word { key: "companion", en: &["companion"], zh: &["配套文件"] },
    Word { key: "mandate", en: &["mandate", "inferred"], zh: &["推定", "职责"] },
    Word { key: "assigned", en: &["assigned"], zh: &["本单位分工", "本单位安排"] },
];

#[rustfmt::skip]
pub(in crate::model::file) const CONFIDENCE: &[Word] = &[
    Word { key: "high", en: &["high", "confirmed"], zh: &["已核实", "高"] },
    Word { key: "medium", en: &["medium", "partly confirmed"], zh: &["部分核实", "中"] },
    Word { key: "low", en: &["low", "unconfirmed"], zh: &["待核实", "低"] },
];

#[rustfmt::skip]
pub(in crate::model::file) const FIGURE: &[Word] = &[
    Word { key: "baseline", en: &["baseline"], zh: &["基期值", "基数"] },
    Word { key: "target", en: &["target"], zh: &["目标值", "目标"] },
    Word { key: "actual", en: &["actual"], zh: &["实际完成值", "实际值", "实际"] },
];

/// Yes and no.
#[rustfmt::skip]
pub(in crate::model::file) const FLAG: &[Word] = &[
    Word { key: "true", en: &["yes", "true", "y", "1"], zh: &["是"] },
    Word { key: "false", en: &["no", "false", "n", "0"], zh: &["否"] },
];
