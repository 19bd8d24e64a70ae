//! The words for what changed between two plans.

use super::strings;
use crate::model::Lang;

strings! {
    pub Diff diff

    /// Only the new plan has it.
    added: "Added" / "新增",
    /// Only the old plan has it.
    removed: "Removed" / "删除",
    /// A field differs.
    changed: "Changed" / "改动",
    plan: "plan" / "规划",
    kind: "kind" / "类别",
    item: "item" / "条目",
    body: "organisation" / "机构",
    document: "document" / "文件",
    /// That an organisation is responsible for an item.
    responsibility: "responsibility" / "责任关系",
    /// No value.
    nothing: "nothing" / "无",
    /// Where something stands in a list.
    after(id: Option<&str>): match id {
        Some(id) => "after {id}" / "在{id}之后",
        None => "first" / "最前",
    },
    /// Heading of the whole.
    title(old: &str, new: &str): "Changes from {old} to {new}" / "从 {old} 到 {new} 的变动",
    /// Nothing changed.
    same: "No differences." / "没有差异。",
}
