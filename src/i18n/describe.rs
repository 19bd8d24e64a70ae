//! The labels of a node's description and of the pages over the whole plan: the same on the screen,
//! in text, in Markdown and in plain mode.

use super::strings;
use crate::model::Lang;

strings! {
    pub Describe describe

    /// What a figure is counted in.
    measure: "Measure" / "计量单位",
    /// Before the document whose target it is.
    target_of: "target of" / "目标出自",
    parts: "Content" / "主要内容",
    part_of: "Part of" / "上级",
    contains: "Contains" / "包括",
    related: "Related" / "相关",
    /// The documents behind an item's responsibilities and targets.
    documents: "Documents" / "文件",
    sources: "Sources" / "来源",
    note: "Note" / "说明",
    aliases: "Other names" / "别名",
    mandate: "Remit" / "职责",
    before: "Formerly" / "前身",
    now: "Replaced by" / "职责划入",
    /// Documents and items that an organisation issued.
    issued: "Issued" / "印发",
    issuers: "Issued by" / "印发机构",
    number: "Number" / "文号",
    dated: "Date" / "日期",
    announced(dated: &str, day: &str): "{dated}, announced {day}" / "{dated}，{day}公布",
    address: "Address" / "网址",
    cited_by: "Cited by" / "被引用",
    drafted: "Drafted by" / "起草机构",
    period: "Period" / "规划期",
    period_over(year: u16): "ended in {year}" / "已于{year}年结束",
    compiled: "Updated" / "数据截至",
    report: "Mistakes" / "纠错",
    report_how: "Found a mistake? Send the item's id and a source to the maintainer of this data file; plan check FILE checks a corrected file."
        / "如发现错误，请将条目编号和依据告知数据文件维护者；修改后的文件可用 plan check 文件名 检查。",
    follows: "Implements" / "制定依据",
    predecessor: "Previous plan" / "上一期规划",
    count(number: usize, kind: &str): { format!("{number} {kind}") } / { format!("{number}{}{kind}", super::classifier(kind)) },
    inherited: "nothing stated for this item itself; from the items below it:" / "本条目未单独载明，以下来自下级条目：",
    hidden(key: &str): "others are hidden by the filter (key {key})" / "其余已按筛选条件隐藏（按 {key} 键切换）",
    all_hidden(key: &str): "hidden by the filter (key {key})" / "已按筛选条件隐藏（按 {key} 键切换）",
    /// Behind a text of which there is only the other language.
    only_other: "[zh]" / "[en]",
    ours: "from our data" / "本单位数据",
    extended: "with additions from our data" / "含本单位数据",
    charts: "Indicators" / "指标",
    years: "Targets by year" / "分年度目标",
    no_years: "No target has a year." / "没有注明年份的目标。",
    binding: "binding" / "约束性",
    expected: "expected" / "预期性",
    /// Behind an actual result.
    later: "not from the plan" / "非规划数据",
    plan: "Plan" / "规划",
    body: "Organisation" / "机构",
    document: "Document" / "文件",
    bodies: "Organisations" / "机构",
    documents_many: "Documents" / "文件",
    item: "Item" / "条目",
    role: "Role" / "角色",
    name: "Name" / "名称",
    basis: "Basis" / "依据",
    summary: "Summary" / "概要",
    /// Within a citation.
    led_by: "; lead: " / "；牵头：",
    /// Ends a citation.
    data_of(date: &str): "; data as of {date}" / "；数据截至{date}",
    overlay: "Overlay" / "叠加文件",
    added_by(file: &str): "added by {file}" / "由 {file} 新增",
    changed_by(file: &str): "changed by {file}" / "由 {file} 改动",
}
