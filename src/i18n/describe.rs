//! The labels of a node's description and of the pages over the whole plan: the same on the screen,
//! in text, in Markdown and in plain mode. A label on a page of the screen has seven columns.

use super::strings;
use crate::model::Lang;

strings! {
    pub Describe describe

    measure: "Unit" / "计量",
    category: "Field" / "类别",
    /// Before the document whose target it is.
    target_of: "a target of" / "目标出自",
    parts: "Parts" / "内容",
    part_of: "Part of" / "属于",
    contains: "Holds" / "包含",
    related: "Related" / "相关",
    /// The documents behind an item's responsibilities and targets.
    documents: "Papers" / "文件",
    sources: "Sources" / "来源",
    note: "Note" / "说明",
    aliases: "Also" / "别名",
    news: "In news" / "新闻稿",
    mandate: "Mandate" / "职责",
    before: "Was" / "前身",
    now: "Now" / "现为",
    /// Documents that a body issued.
    issued: "Issued" / "印发",
    issuers: "Issuers" / "印发机构",
    number: "Number" / "文号",
    dated: "Dated" / "日期",
    announced(dated: &str, day: &str): "{dated}, announced {day}" / "{dated}，{day}公布",
    address: "Address" / "网址",
    cited_by: "Used by" / "引用",
    drafted: "Drafted" / "起草",
    period: "Period" / "规划期",
    period_over: "this period is over" / "规划期已结束",
    compiled: "Data of" / "数据截至",
    report: "Errors" / "纠错",
    report_how: "Tell whoever keeps this data file: name the id and a source; `plan check FILE` tests a corrected one."
        / "请告知数据文件的维护者，注明编号和依据；修改后的文件可用 plan check FILE 检查。",
    follows: "Follows" / "依据",
    predecessor: "Earlier" / "上一期",
    /// How many of each kind.
    holds: "Holds" / "共有",
    count(number: usize, kind: &str): "{number} {kind}" / "{number}个{kind}",
    inherited: "nothing of its own; what follows from its parts:" / "本项未单独说明，由下级推得：",
    hidden(key: &str): "others are hidden by the filter (key {key})" / "其余被筛选隐藏（按 {key} 键）",
    all_hidden(key: &str): "hidden by the filter (key {key})" / "被筛选隐藏（按 {key} 键）",
    /// Behind a text of which there is only the other language.
    only_other: "[zh]" / "[en]",
    ours: "from our overlay" / "本单位补充",
    extended: "with additions from our overlay" / "含本单位补充",
    charts: "Indicators" / "指标",
    legend: "from the baseline to the target; actual results are later figures, not the plan's"
        / "由基数到目标；“实际”为后来的结果，非规划所列",
    years: "Targets by year" / "按年份看目标",
    no_years: "No target names a year." / "没有注明年份的目标。",
    binding: "binding" / "约束性",
    expected: "expected" / "预期性",
    later: "later result, not the plan's" / "后来的结果，非规划所列",
    plan: "Plan" / "规划",
    body: "Body" / "机构",
    document: "Document" / "文件",
    bodies: "Bodies" / "机构",
    documents_many: "Documents" / "文件",
    item: "Item" / "条目",
    role: "Role" / "角色",
    name: "Name" / "名称",
    basis: "Basis" / "依据",
    summary: "Summary" / "概要",
    /// Within a citation.
    led_by: "; lead: " / "；牵头：",
    /// Ends a citation.
    data_of(date: &str): "; data of {date}" / "；数据截至{date}",
    overlay: "Overlay" / "补充",
    added_by(file: &str): "added by {file}" / "补充自 {file}",
    changed_by(file: &str): "changed by {file}" / "改动自 {file}",
}
