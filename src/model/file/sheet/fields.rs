//! Which column of which sheet is which key of a data file: one table, by which sheets are read and
//! written.

use super::headings::Column;
use crate::model::Lang;

/// What a key holds, and how it stands in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holds {
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
pub(super) enum Of {
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
pub(super) struct Word {
    /// As the data file has it.
    pub(super) key: &'static str,
    /// In English; the first is the one that is written.
    pub(super) en: &'static [&'static str],
    /// In Chinese; the first is the one that is written.
    pub(super) zh: &'static [&'static str],
}

impl Word {
    pub(super) fn name(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.en[0],
            Lang::Zh => self.zh[0],
        }
    }
}

/// Statuses.
#[rustfmt::skip]
pub(super) const STATUS: &[Word] = &[
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
pub(super) const ROLE: &[Word] = &[
    Word { key: "lead", en: &["lead", "leads", "responsible"], zh: &["牵头", "牵头单位", "负责", "主责", "主办"] },
    Word { key: "support", en: &["support", "supports", "participant"], zh: &["配合", "配合单位", "参与", "协办", "参与单位"] },
    Word { key: "issuer", en: &["issuer", "issued"], zh: &["印发", "发布"] },
];

#[rustfmt::skip]
const BASIS: &[Word] = &[
    Word { key: "plan", en: &["plan"], zh: &["规划"] },
    Word { key: "press", en: &["press"], zh: &["报道"] },
    Word { key: "companion", en: &["companion"], zh: &["配套文件"] },
    Word { key: "mandate", en: &["mandate", "inferred"], zh: &["推定", "职责"] },
    Word { key: "assigned", en: &["assigned"], zh: &["本单位分工", "本单位安排"] },
];

#[rustfmt::skip]
const CONFIDENCE: &[Word] = &[
    Word { key: "high", en: &["high", "confirmed"], zh: &["已核实", "高"] },
    Word { key: "medium", en: &["medium", "partly confirmed"], zh: &["部分核实", "中"] },
    Word { key: "low", en: &["low", "unconfirmed"], zh: &["待核实", "低"] },
];

#[rustfmt::skip]
const FIGURE: &[Word] = &[
    Word { key: "baseline", en: &["baseline"], zh: &["基期值", "基数"] },
    Word { key: "target", en: &["target"], zh: &["目标值", "目标"] },
    Word { key: "actual", en: &["actual"], zh: &["实际完成值", "实际值", "实际"] },
];

/// Yes and no.
#[rustfmt::skip]
pub(super) const FLAG: &[Word] = &[
    Word { key: "true", en: &["yes", "true", "y", "1"], zh: &["是"] },
    Word { key: "false", en: &["no", "false", "n", "0"], zh: &["否"] },
];

/// A key of a data file, and the column it stands in.
#[derive(Debug)]
pub(super) struct Field {
    pub(super) key: &'static str,
    pub(super) column: Column,
    pub(super) holds: Holds,
}

const fn field(key: &'static str, column: Column, holds: Holds) -> Field {
    Field { key, column, holds }
}

/// What the rows of a sheet are.
#[derive(Debug)]
pub(super) struct Sort {
    /// The list of the data file that they go to, or the key of an item's list.
    pub(super) list: &'static str,
    /// The names of such a sheet.
    en: &'static str,
    zh: &'static str,
    /// Columns of which one has to be there: they say what a row is about.
    pub(super) keys: &'static [Column],
    /// Columns that only such sheets have.
    pub(super) shown_by: &'static [Column],
    /// Its keys, in the order of its columns.
    pub(super) fields: &'static [Field],
}

impl Sort {
    pub(super) fn name(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.en,
            Lang::Zh => self.zh,
        }
    }
}

/// The keys of a row that says who answers for an item.
pub(super) const ROW_FIELDS: &[Field] = &[
    field("item", Column::Item, Holds::One(Of::Item)),
    field("role", Column::Role, Holds::Word(ROLE)),
    field("body", Column::Body, Holds::One(Of::Body)),
    field("basis", Column::Basis, Holds::Word(BASIS)),
    field("document", Column::Document, Holds::One(Of::Document)),
    field("until", Column::Until, Holds::Date),
    field("unit", Column::Unit, Holds::Line),
    field("contact", Column::Contact, Holds::Line),
    field("due", Column::Due, Holds::Date),
    field("status", Column::Status, Holds::Word(STATUS)),
    field("note", Column::Note, Holds::Text),
    field("confidence", Column::Confidence, Holds::Word(CONFIDENCE)),
    field("sources", Column::Sources, Holds::Many(Of::Source)),
];

/// The keys of an item.
pub(super) const ITEM_FIELDS: &[Field] = &[
    field("id", Column::Id, Holds::Line),
    field("kind", Column::Kind, Holds::One(Of::Kind)),
    field("number", Column::Number, Holds::Whole),
    field("category", Column::Category, Holds::Text),
    field("name", Column::Name, Holds::Text),
    field("short", Column::Short, Holds::Text),
    field("seed_name", Column::SeedName, Holds::Text),
    field("parent", Column::Parent, Holds::One(Of::Item)),
    field("related", Column::Related, Holds::Many(Of::Node)),
    field("summary", Column::Summary, Holds::Text),
    field("aliases", Column::Aliases, Holds::Lines),
    field("note", Column::Note, Holds::Text),
    field("confidence", Column::Confidence, Holds::Word(CONFIDENCE)),
    field("sources", Column::Sources, Holds::Many(Of::Source)),
];

/// All sorts of sheets, in the order in which a workbook has them. Items are what is left.
#[rustfmt::skip]
pub(super) const SORTS: &[Sort] = &[
    Sort {
        list: "plan", en: "Plan", zh: "规划",
        keys: &[Column::Name], shown_by: &[Column::Compiled, Column::Follows, Column::Predecessor],
        fields: &[
            field("id", Column::Id, Holds::Line),
            field("name", Column::Name, Holds::Text),
            field("issuer", Column::Issuer, Holds::One(Of::Body)),
            field("drafted_by", Column::Drafters, Holds::Many(Of::Body)),
            field("dated", Column::Dated, Holds::Date),
            field("announced", Column::Announced, Holds::Date),
            field("period.from", Column::From, Holds::Whole),
            field("period.to", Column::To, Holds::Whole),
            field("compiled", Column::Compiled, Holds::Date),
            field("summary", Column::Summary, Holds::Text),
            field("follows", Column::Follows, Holds::Many(Of::Document)),
            field("predecessor", Column::Predecessor, Holds::One(Of::Document)),
            field("aliases", Column::Aliases, Holds::Lines),
            field("note", Column::Note, Holds::Text),
            field("confidence", Column::Confidence, Holds::Word(CONFIDENCE)),
            field("sources", Column::Sources, Holds::Many(Of::Source)),
        ],
    },
    Sort {
        list: "kinds", en: "Kinds", zh: "类别",
        keys: &[Column::Id], shown_by: &[Column::Prefix, Column::Plural, Column::Primary],
        fields: &[
            field("id", Column::Id, Holds::Line),
            field("prefix", Column::Prefix, Holds::Line),
            field("name", Column::Name, Holds::Text),
            field("plural", Column::Plural, Holds::Text),
            field("primary", Column::Primary, Holds::Flag),
        ],
    },
    Sort {
        list: "bodies", en: "Organisations", zh: "机构",
        keys: &[Column::Id, Column::Name, Column::Body], shown_by: &[Column::Abbreviation, Column::Mandate, Column::Successor],
        fields: &[
            field("id", Column::Id, Holds::Line),
            field("abbr", Column::Abbreviation, Holds::Line),
            field("name", Column::Name, Holds::Text),
            field("aliases", Column::Aliases, Holds::Lines),
            field("mandate", Column::Mandate, Holds::Text),
            field("note", Column::Note, Holds::Text),
            field("successor", Column::Successor, Holds::One(Of::Body)),
            field("confidence", Column::Confidence, Holds::Word(CONFIDENCE)),
            field("sources", Column::Sources, Holds::Many(Of::Source)),
        ],
    },
    Sort {
        list: "documents", en: "Documents", zh: "文件",
        keys: &[Column::Id, Column::Name], shown_by: &[Column::Address, Column::DateNote],
        fields: &[
            field("id", Column::Id, Holds::Line),
            field("name", Column::Name, Holds::Text),
            field("number", Column::Number, Holds::Line),
            field("dated", Column::Dated, Holds::Date),
            field("date_note", Column::DateNote, Holds::Text),
            field("issuers", Column::Issuer, Holds::Many(Of::Body)),
            field("url", Column::Address, Holds::Line),
            field("note", Column::Note, Holds::Text),
            field("confidence", Column::Confidence, Holds::Word(CONFIDENCE)),
            field("sources", Column::Sources, Holds::Many(Of::Source)),
        ],
    },
    Sort {
        list: "points", en: "Figures", zh: "数值",
        keys: &[Column::Item, Column::Id], shown_by: &[Column::Figure],
        fields: &[
            field("item", Column::Item, Holds::One(Of::Item)),
            field("unit", Column::Measure, Holds::Text),
            field("binding", Column::Binding, Holds::Flag),
            field("year", Column::Year, Holds::Whole),
            field("kind", Column::Figure, Holds::Word(FIGURE)),
            field("value", Column::Value, Holds::Figure),
            field("near", Column::Near, Holds::Flag),
            field("confidence", Column::Confidence, Holds::Word(CONFIDENCE)),
            field("sources", Column::Sources, Holds::Many(Of::Source)),
        ],
    },
    Sort {
        list: "targets", en: "Targets", zh: "目标",
        keys: &[Column::Item, Column::Id], shown_by: &[],
        fields: &[
            field("item", Column::Item, Holds::One(Of::Item)),
            field("by", Column::Due, Holds::Date),
            field("text", Column::Target, Holds::Text),
            field("document", Column::Document, Holds::One(Of::Document)),
            field("sources", Column::Sources, Holds::Many(Of::Source)),
        ],
    },
    Sort {
        list: "parts", en: "Content", zh: "主要内容",
        keys: &[Column::Item, Column::Id], shown_by: &[],
        fields: &[
            field("item", Column::Item, Holds::One(Of::Item)),
            field("name", Column::Part, Holds::Text),
            field("confidence", Column::Confidence, Holds::Word(CONFIDENCE)),
            field("sources", Column::Sources, Holds::Many(Of::Source)),
        ],
    },
    Sort {
        list: "thesaurus", en: "Thesaurus", zh: "同义词",
        keys: &[Column::Words], shown_by: &[Column::Words],
        fields: &[field("words", Column::Words, Holds::Lines)],
    },
    Sort {
        list: "responsibilities", en: "Responsibilities", zh: "责任分工",
        keys: &[Column::Item, Column::Id, Column::Name], shown_by: &[],
        fields: ROW_FIELDS,
    },
    Sort {
        list: "items", en: "Items", zh: "条目",
        keys: &[Column::Id, Column::Item, Column::Name],
        shown_by: &[Column::Id, Column::Item, Column::Name],
        fields: ITEM_FIELDS,
    },
];

/// The sort of sheet whose rows go to this list.
pub(super) fn sort(list: &str) -> &'static Sort {
    let found = SORTS.iter().find(|sort| sort.list == list);
    found.unwrap_or(&SORTS[SORTS.len() - 1])
}
