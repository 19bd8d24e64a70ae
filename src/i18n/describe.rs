//! The labels of a node's description and of the pages over the whole plan: the same on the screen,
//! in text, in Markdown and in plain mode. A label on a page of the screen has seven columns.

use crate::model::Lang;

/// Labels, and the few sentences around them.
#[derive(Debug)]
pub struct Describe {
    /// What an item is measured by.
    pub measure: &'static str,
    /// Its heading among its kind.
    pub category: &'static str,
    /// A target of another document.
    pub target_of: &'static str,
    /// What an item consists of.
    pub parts: &'static str,
    /// What it belongs to.
    pub part_of: &'static str,
    /// What belongs to it.
    pub contains: &'static str,
    /// What it has to do with.
    pub related: &'static str,
    /// The documents behind its responsibilities and targets.
    pub documents: &'static str,
    /// Where the statements come from.
    pub sources: &'static str,
    /// A remark.
    pub note: &'static str,
    /// Other names.
    pub aliases: &'static str,
    /// The wording of the news item.
    pub news: &'static str,
    /// What a body is there for.
    pub mandate: &'static str,
    /// What a body was before.
    pub before: &'static str,
    /// What became of a body.
    pub now: &'static str,
    /// Issued documents.
    pub issued: &'static str,
    /// Issuers of a document.
    pub issuers: &'static str,
    /// A document's number.
    pub number: &'static str,
    /// A document's date.
    pub dated: &'static str,
    /// The plan's date, and the day on which it was made public.
    pub announced: fn(dated: &str, day: &str) -> String,
    /// A document's address.
    pub address: &'static str,
    /// What a document is cited by.
    pub cited_by: &'static str,
    /// Who drafted the plan.
    pub drafted: &'static str,
    /// The plan's period.
    pub period: &'static str,
    /// The plan's period lies behind.
    pub period_over: &'static str,
    /// When the data was compiled.
    pub compiled: &'static str,
    /// Where to report a mistake.
    pub report: &'static str,
    /// Whom to tell.
    pub report_how: &'static str,
    /// What the plan follows.
    pub follows: &'static str,
    /// The plan before it.
    pub predecessor: &'static str,
    /// How many of each kind.
    pub holds: &'static str,
    /// So many items of a kind.
    pub count: fn(usize, &str) -> String,
    /// Inherited responsibility.
    pub inherited: &'static str,
    /// Below all responsibilities of a filter that hides some, with the key that changes it.
    pub hidden: fn(&str) -> String,
    /// The filter hides all of them.
    pub all_hidden: fn(&str) -> String,
    /// Shown where the other language is shown instead.
    pub only_other: &'static str,
    /// What came from an overlay.
    pub ours: &'static str,
    /// Overlay that changed a node.
    pub extended: &'static str,
    /// Heading of the charts.
    pub charts: &'static str,
    /// Says what the bars mean.
    pub legend: &'static str,
    /// Heading of the targets by year.
    pub years: &'static str,
    /// No target has a year.
    pub no_years: &'static str,
    /// The binding kind of indicator.
    pub binding: &'static str,
    /// The expected kind of indicator.
    pub expected: &'static str,
    /// Later results stand apart.
    pub later: &'static str,
    /// The node of kind `plan`.
    pub plan: &'static str,
    /// The node of kind `body`.
    pub body: &'static str,
    /// The node of kind `document`.
    pub document: &'static str,
    /// Several of them.
    pub bodies: &'static str,
    /// Several of them.
    pub documents_many: &'static str,
    /// Heads a column of items.
    pub item: &'static str,
    /// Heads a column of roles.
    pub role: &'static str,
    /// Heads a column of names.
    pub name: &'static str,
    /// Heads a column of what something rests on.
    pub basis: &'static str,
    /// What it is.
    pub summary: &'static str,
    /// Within a citation, before those who lead.
    pub led_by: &'static str,
    /// Ends a citation: when the data was compiled.
    pub data_of: fn(date: &str) -> String,
    /// Overlays that added it or changed it.
    pub overlay: &'static str,
    /// An overlay that added it, by its file.
    pub added_by: fn(file: &str) -> String,
    /// An overlay that changed it, by its file.
    pub changed_by: fn(file: &str) -> String,
}

const EN: Describe = Describe {
    measure: "Unit",
    category: "Field",
    target_of: "a target of",
    parts: "Parts",
    part_of: "Part of",
    contains: "Holds",
    related: "Related",
    documents: "Papers",
    sources: "Sources",
    note: "Note",
    aliases: "Also",
    news: "In news",
    mandate: "Mandate",
    before: "Was",
    now: "Now",
    issued: "Issued",
    issuers: "Issuers",
    number: "Number",
    dated: "Dated",
    announced: |dated, day| format!("{dated}, announced {day}"),
    address: "Address",
    cited_by: "Used by",
    drafted: "Drafted",
    period: "Period",
    period_over: "this period is over",
    compiled: "Data of",
    report: "Errors",
    report_how: "Tell whoever keeps this data file: name the id and a source; `plan check FILE` tests a corrected one.",
    follows: "Follows",
    predecessor: "Earlier",
    holds: "Holds",
    count: |number, kind| format!("{number} {kind}"),
    inherited: "nothing of its own; what follows from its parts:",
    hidden: |key| format!("others are hidden by the filter (key {key})"),
    all_hidden: |key| format!("hidden by the filter (key {key})"),
    only_other: "[zh]",
    ours: "from our overlay",
    extended: "with additions from our overlay",
    charts: "Indicators",
    legend: "from the baseline to the target; actual results are later figures, not the plan's",
    years: "Targets by year",
    no_years: "No target names a year.",
    binding: "binding",
    expected: "expected",
    later: "later result, not the plan's",
    plan: "Plan",
    body: "Body",
    document: "Document",
    bodies: "Bodies",
    documents_many: "Documents",
    item: "Item",
    role: "Role",
    name: "Name",
    basis: "Basis",
    summary: "Summary",
    led_by: "; lead: ",
    data_of: |date| format!("; data of {date}"),
    overlay: "Overlay",
    added_by: |file| format!("added by {file}"),
    changed_by: |file| format!("changed by {file}"),
};

const ZH: Describe = Describe {
    measure: "计量",
    category: "类别",
    target_of: "目标出自",
    parts: "内容",
    part_of: "属于",
    contains: "包含",
    related: "相关",
    documents: "文件",
    sources: "来源",
    note: "说明",
    aliases: "别名",
    news: "新闻稿",
    mandate: "职责",
    before: "前身",
    now: "现为",
    issued: "印发",
    issuers: "印发机构",
    number: "文号",
    dated: "日期",
    announced: |dated, day| format!("{dated}，{day}公布"),
    address: "网址",
    cited_by: "引用",
    drafted: "起草",
    period: "规划期",
    period_over: "规划期已结束",
    compiled: "数据截至",
    report: "纠错",
    report_how: "请告知数据文件的维护者，注明编号和依据；修改后的文件可用 plan check FILE 检查。",
    follows: "依据",
    predecessor: "上一期",
    holds: "共有",
    count: |number, kind| format!("{number}个{kind}"),
    inherited: "本项未单独说明，由下级推得：",
    hidden: |key| format!("其余被筛选隐藏（按 {key} 键）"),
    all_hidden: |key| format!("被筛选隐藏（按 {key} 键）"),
    only_other: "[en]",
    ours: "本单位补充",
    extended: "含本单位补充",
    charts: "指标",
    legend: "由基数到目标；“实际”为后来的结果，非规划所列",
    years: "按年份看目标",
    no_years: "没有注明年份的目标。",
    binding: "约束性",
    expected: "预期性",
    later: "后来的结果，非规划所列",
    plan: "规划",
    body: "机构",
    document: "文件",
    bodies: "机构",
    documents_many: "文件",
    item: "条目",
    role: "角色",
    name: "名称",
    basis: "依据",
    summary: "概要",
    led_by: "；牵头：",
    data_of: |date| format!("；数据截至{date}"),
    overlay: "补充",
    added_by: |file| format!("补充自 {file}"),
    changed_by: |file| format!("改动自 {file}"),
};

/// The labels in `lang`.
#[must_use]
pub fn describe(lang: Lang) -> &'static Describe {
    match lang {
        Lang::En => &EN,
        Lang::Zh => &ZH,
    }
}
