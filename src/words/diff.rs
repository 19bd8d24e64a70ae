//! The words for what changed between two plans.

use crate::model::Lang;

/// The words in one language.
#[derive(Debug)]
pub struct Diff {
    /// Only the new plan has it.
    pub added: &'static str,
    /// Only the old plan has it.
    pub removed: &'static str,
    /// A field differs.
    pub changed: &'static str,
    /// The plan itself.
    pub plan: &'static str,
    /// A kind.
    pub kind: &'static str,
    /// An item.
    pub item: &'static str,
    /// A body.
    pub body: &'static str,
    /// A document.
    pub document: &'static str,
    /// That a body answers for an item.
    pub responsibility: &'static str,
    /// No value.
    pub nothing: &'static str,
    /// Where something stands in a list: behind what, or first.
    pub after: fn(Option<&str>) -> String,
    /// Heading of the whole.
    pub title: fn(old: &str, new: &str) -> String,
    /// Nothing changed.
    pub same: &'static str,
}

const EN: Diff = Diff {
    added: "Added",
    removed: "Removed",
    changed: "Changed",
    plan: "plan",
    kind: "kind",
    item: "item",
    body: "body",
    document: "document",
    responsibility: "responsibility",
    nothing: "nothing",
    after: |id| id.map_or_else(|| "first".to_owned(), |id| format!("after {id}")),
    title: |old, new| format!("Changes from {old} to {new}"),
    same: "No difference.",
};

const ZH: Diff = Diff {
    added: "新增",
    removed: "删除",
    changed: "改动",
    plan: "规划",
    kind: "类别",
    item: "条目",
    body: "机构",
    document: "文件",
    responsibility: "责任关系",
    nothing: "无",
    after: |id| id.map_or_else(|| "最前".to_owned(), |id| format!("在{id}之后")),
    title: |old, new| format!("从 {old} 到 {new} 的变化"),
    same: "没有差别。",
};

/// The words for changes in `lang`.
#[must_use]
pub fn diff(lang: Lang) -> &'static Diff {
    match lang {
        Lang::En => &EN,
        Lang::Zh => &ZH,
    }
}
