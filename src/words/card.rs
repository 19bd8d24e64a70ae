//! The labels of a node's card: what `show` prints, what is copied, what plain mode reads out.

use crate::model::Lang;

/// The labels in one language.
#[derive(Debug)]
pub struct Card {
    /// The kind of the plan itself.
    pub plan: &'static str,
    /// The kind of a body.
    pub body: &'static str,
    /// Several of them.
    pub bodies: &'static str,
    /// The kind of a document.
    pub document: &'static str,
    /// Several of them.
    pub documents: &'static str,
    /// Heads a column of items.
    pub item: &'static str,
    /// Heads a column of roles.
    pub role: &'static str,
    /// Heads a column of names.
    pub name: &'static str,
    /// Heads a column of what something rests on.
    pub basis: &'static str,
    /// Who answers, where nobody is known to.
    pub responsible: &'static str,
    /// Who answers, where a filter shows none of them.
    pub hidden: &'static str,
    /// What it is.
    pub summary: &'static str,
    /// What it consists of.
    pub parts: &'static str,
    /// What is to be reached.
    pub targets: &'static str,
    /// Its figures; the unit follows.
    pub measure: fn(unit: &str) -> String,
    /// Only expected.
    pub expected: &'static str,
    /// Binding.
    pub binding: &'static str,
    /// What it belongs to.
    pub part_of: &'static str,
    /// What belongs to it.
    pub contains: &'static str,
    /// What it has to do with.
    pub related: &'static str,
    /// A remark.
    pub note: &'static str,
    /// Other names.
    pub also: &'static str,
    /// How the news of the plan worded it.
    pub news: &'static str,
    /// Where it comes from.
    pub sources: &'static str,
    /// How sure it is.
    pub confidence: &'static str,
    /// A heading among its kind.
    pub category: &'static str,
    /// A body's abbreviation, where its id does not tell it.
    pub abbr: &'static str,
    /// What a body is there for.
    pub mandate: &'static str,
    /// What a body became.
    pub successor: &'static str,
    /// Which bodies became this one.
    pub predecessors: &'static str,
    /// What a body leads or supports, of one kind: "Leads: projects (6)".
    pub charges: fn(does: &str, kind: &str, count: usize) -> String,
    /// A body answers for nothing.
    pub no_charges: &'static str,
    /// The documents a body issued.
    pub issued: fn(count: usize) -> String,
    /// A document's number.
    pub number: &'static str,
    /// A document's date.
    pub dated: &'static str,
    /// Who issued a document or the plan.
    pub issuers: &'static str,
    /// Where it can be read.
    pub address: &'static str,
    /// Which nodes rest on a document.
    pub cited_by: fn(count: usize) -> String,
    /// Who drafted the plan.
    pub drafted_by: &'static str,
    /// When the plan was made public.
    pub announced: &'static str,
    /// The plan's years.
    pub period: &'static str,
    /// When the data was compiled.
    pub compiled: &'static str,
    /// What the plan carries out.
    pub follows: &'static str,
    /// The plan before.
    pub before: &'static str,
    /// It comes from an overlay; the file follows.
    pub from_overlay: &'static str,
    /// Overlays that changed it.
    pub changed_by: &'static str,
    /// A text that is given only in English.
    pub only_en: &'static str,
    /// A text that is given only in Chinese.
    pub only_zh: &'static str,
    /// A target of another document.
    pub target_of: fn(document: &str) -> String,
    /// In brackets.
    pub aside: fn(text: &str) -> String,
    /// Within a citation, before those who lead.
    pub led_by: &'static str,
    /// Ends a citation: when the data was compiled.
    pub data_of: fn(date: &str) -> String,
}

const EN: Card = Card {
    plan: "Plan",
    body: "Body",
    bodies: "Bodies",
    document: "Document",
    documents: "Documents",
    item: "Item",
    role: "Role",
    name: "Name",
    basis: "Basis",
    responsible: "Responsible",
    hidden: "known, but not on the basis that is asked for",
    summary: "Summary",
    parts: "Parts",
    targets: "Targets",
    measure: |unit| format!("Measure ({unit})"),
    expected: "expected",
    binding: "binding",
    part_of: "Part of",
    contains: "Contains",
    related: "Related",
    note: "Note",
    also: "Also called",
    news: "In the news",
    sources: "Sources",
    confidence: "Confidence",
    category: "Field",
    abbr: "Abbreviation",
    mandate: "Mandate",
    successor: "Became",
    predecessors: "Formerly",
    charges: |does, kind, count| format!("{}: {kind} ({count})", capital(does)),
    no_charges: "answers for nothing in this plan",
    issued: |count| format!("Documents issued ({count})"),
    number: "Number",
    dated: "Date",
    issuers: "Issued by",
    address: "Address",
    cited_by: |count| format!("Cited by ({count})"),
    drafted_by: "Drafted by",
    announced: "Announced",
    period: "Period",
    compiled: "Data compiled",
    follows: "Carries out",
    before: "Plan before",
    from_overlay: "Added by",
    changed_by: "Changed by",
    only_en: "[in English]",
    only_zh: "[in Chinese]",
    target_of: |document| format!("target of {document}"),
    aside: |text| format!(" ({text})"),
    led_by: "; lead: ",
    data_of: |date| format!("; data of {date}"),
};

const ZH: Card = Card {
    plan: "规划",
    body: "机构",
    bodies: "机构",
    document: "文件",
    documents: "文件",
    item: "条目",
    role: "角色",
    name: "名称",
    basis: "依据",
    responsible: "负责",
    hidden: "已有说明，但不属于所选的依据",
    summary: "概要",
    parts: "内容",
    targets: "目标",
    measure: |unit| format!("指标（{unit}）"),
    expected: "预期性",
    binding: "约束性",
    part_of: "属于",
    contains: "包含",
    related: "相关",
    note: "说明",
    also: "别名",
    news: "新闻稿用语",
    sources: "来源",
    confidence: "可信度",
    category: "类别",
    abbr: "缩写",
    mandate: "职责",
    successor: "现为",
    predecessors: "前身",
    charges: |does, kind, count| format!("{does}{kind}（{count}）"),
    no_charges: "在本规划中没有负责事项",
    issued: |count| format!("印发文件（{count}）"),
    number: "文号",
    dated: "日期",
    issuers: "印发",
    address: "网址",
    cited_by: |count| format!("被引用（{count}）"),
    drafted_by: "起草",
    announced: "公布",
    period: "规划期",
    compiled: "数据截至",
    follows: "依据",
    before: "上一规划",
    from_overlay: "补充自",
    changed_by: "改动自",
    only_en: "［英文］",
    only_zh: "［中文］",
    target_of: |document| format!("{document}的目标"),
    aside: |text| format!("（{text}）"),
    led_by: "；牵头：",
    data_of: |date| format!("；数据截至{date}"),
};

/// The labels in `lang`.
#[must_use]
pub fn card(lang: Lang) -> &'static Card {
    match lang {
        Lang::En => &EN,
        Lang::Zh => &ZH,
    }
}

/// With a capital letter at its start.
fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(chars).collect()
    })
}
