//! The words about what is kept for the next session, and about files that change meanwhile.

use super::{Pair, count, of, strings};
use crate::model::Lang;
use crate::model::sheet::{column_of, heading};

strings! {
    pub State state

    not_kept(path: &str, why: &str): "Bookmarks and position cannot be saved: {path}: {why}"
        / "书签和位置无法保存：{path}：{why}",
    set_aside(path: &str): "Saved bookmarks and position could not be read; the file was moved to {path}"
        / "以前保存的书签和位置无法读取，文件已移至 {path}",
    newer(path: &str): "{path} was written by a newer version: it is not changed, and nothing is saved"
        / "{path} 由较新版本写入：不作改动，本次不保存",
    // Why it is not kept.
    denied: "permission denied" / "没有权限",
    read_only: "read-only file system" / "文件系统只读",
    full: "no space left" / "磁盘空间不足",
    in_use: "in use" / "被占用",
    slow: "the disk is too slow" / "磁盘响应过慢",
    no_file: "not a file" / "不是文件",
    broken: "it is damaged and cannot be moved" / "内容损坏，且无法移动",
    /// The files are wrong now.
    stays(problem: &str): "Not reloaded; still showing the previous data: {problem}" / "未重新载入，仍显示原有数据：{problem}",
    /// Before the id of a kind.
    kind: "kind" / "类别",
    // What became of a node.
    added: "added" / "新增",
    removed: "removed" / "删除",
    /// Before the names of the fields.
    changed: "changed" / "改动",
    /// So many responsibilities were added, removed or changed.
    responsibilities(n: usize, what: &str): {
        format!("{} {what}", count(n, "responsibility", "responsibilities"))
    } / "{what}{n}条责任关系",
}

/// The fields of the data file that are called otherwise than the columns of sheets.
const FIELDS: &[Pair] = &[
    ["order", "顺序"],
    ["parts", "主要内容"],
    ["targets", "目标"],
    ["measure", "指标值"],
    ["note", "说明"],
    ["mandate", "职责"],
    ["successor", "职责划入机构"],
    ["issuers", "印发机构"],
    ["period", "规划期"],
    ["follows", "制定依据"],
    ["prefix", "编号前缀"],
    ["plural", "复数名称"],
    ["primary", "主要类别"],
];

/// What a part of a field is called in Chinese.
const PARTS: &[Pair] = &[
    ["en", "英文"],
    ["zh", "中文"],
    ["points", "数值"],
    ["unit", "计量单位"],
    ["binding", "约束性"],
    ["from", "起始年"],
    ["to", "结束年"],
];

/// What a field of the data file is called.
#[must_use]
pub fn field(key: &str, lang: Lang) -> &str {
    if lang == Lang::En {
        return key;
    }
    let own = FIELDS.iter().find(|[id, _]| *id == key);
    let own = own.map(|[_, zh]| *zh);
    own.or_else(|| Some(heading(column_of(key)?, lang)))
        .unwrap_or(key)
}

/// What a field or a part of one is called, written as the file's keys are: `summary.zh`.
#[must_use]
pub fn path(keys: &str, lang: Lang) -> String {
    match (lang, keys.split_once('.')) {
        (Lang::En, _) => keys.to_owned(),
        (Lang::Zh, None) => field(keys, lang).to_owned(),
        (Lang::Zh, Some((key, part))) => {
            let known = PARTS.iter().find(|[id, _]| *id == part);
            let part = known.map_or(part, |part| of(*part, lang));
            field(key, lang).to_owned() + &super::who::aside(lang, part)
        }
    }
}
