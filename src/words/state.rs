//! The words about what is kept for the next session, and about files that change meanwhile.

use crate::model::Lang;

/// The words of this room in one language.
#[derive(Debug)]
pub struct State {
    /// Nothing can be kept: the folder or file, and why.
    pub not_kept: fn(&str, &str) -> String,
    /// What was kept could not be read as such, and was set aside under this name.
    pub set_aside: fn(&str) -> String,
    /// What was kept comes from a newer version of the program.
    pub newer: fn(&str) -> String,
    /// It may not be written or read.
    pub denied: &'static str,
    /// The file system takes no writes.
    pub read_only: &'static str,
    /// No room is left.
    pub full: &'static str,
    /// Something else than a file stands there.
    pub no_file: &'static str,
    /// It cannot be read, and its place is needed.
    pub broken: &'static str,
    /// The files are wrong now; what is shown stays.
    pub stays: fn(&str) -> String,
    /// Before the id of a kind.
    pub kind: &'static str,
    /// A node is new.
    pub added: &'static str,
    /// A node is gone.
    pub removed: &'static str,
    /// Before the names of the fields that changed.
    pub changed: &'static str,
    /// So many responsibilities were added, removed, changed.
    pub responsibilities: [fn(usize) -> String; 3],
    /// What a field of the data file is called.
    pub field: fn(&str) -> &str,
    /// Between a word and what it is about.
    pub colon: &'static str,
    /// Between names.
    pub comma: &'static str,
    /// Between parts of a line.
    pub semicolon: &'static str,
    /// Something and, in brackets, what belongs to it.
    pub bracketed: fn(&str, &str) -> String,
}

fn english(count: usize, what: &str) -> String {
    let noun = if count == 1 {
        "responsibility"
    } else {
        "responsibilities"
    };
    format!("{count} {noun} {what}")
}

/// The fields of the data file in Chinese.
const FIELDS: &[(&str, &str)] = &[
    ("id", "编号"),
    ("kind", "类别"),
    ("number", "序号"),
    ("order", "顺序"),
    ("category", "分类"),
    ("name", "名称"),
    ("short", "简称"),
    ("seed_name", "原名"),
    ("parent", "上级"),
    ("related", "相关"),
    ("summary", "摘要"),
    ("aliases", "别名"),
    ("parts", "组成"),
    ("targets", "目标"),
    ("measure", "指标值"),
    ("note", "说明"),
    ("confidence", "可信度"),
    ("sources", "来源"),
    ("abbr", "缩写"),
    ("mandate", "职责"),
    ("successor", "后继单位"),
    ("dated", "日期"),
    ("date_note", "日期说明"),
    ("issuers", "印发单位"),
    ("url", "网址"),
    ("issuer", "印发单位"),
    ("drafted_by", "起草单位"),
    ("announced", "公布日期"),
    ("period", "规划期"),
    ("compiled", "数据日期"),
    ("follows", "依据"),
    ("predecessor", "前一规划"),
    ("prefix", "编号前缀"),
    ("plural", "复数名称"),
    ("primary", "主要类别"),
];

fn chinese(key: &str) -> &str {
    FIELDS
        .iter()
        .find(|(known, _)| *known == key)
        .map_or(key, |(_, name)| name)
}

const EN: State = State {
    not_kept: |path, why| format!("Bookmarks and place are not kept: {path}: {why}"),
    set_aside: |path| format!("What was kept could not be read; it was set aside as {path}"),
    newer: |path| format!("{path} is of a newer version: it is left alone, and nothing is kept"),
    denied: "permission denied",
    read_only: "read-only file system",
    full: "no space left",
    no_file: "not a file",
    broken: "it is broken and cannot be set aside",
    stays: |problem| format!("The plan shown stays as it was: {problem}"),
    kind: "kind",
    added: "added",
    removed: "removed",
    changed: "changed",
    responsibilities: [
        |count| english(count, "added"),
        |count| english(count, "removed"),
        |count| english(count, "changed"),
    ],
    field: |key| key,
    colon: ": ",
    comma: ", ",
    semicolon: "; ",
    bracketed: |what, more| format!("{what} ({more})"),
};

const ZH: State = State {
    not_kept: |path, why| format!("书签和位置无法保存：{path}：{why}"),
    set_aside: |path| format!("以前保存的内容无法读取，已移到 {path}"),
    newer: |path| format!("{path} 由更新的版本写成：不作改动，本次不保存"),
    denied: "没有权限",
    read_only: "文件系统只读",
    full: "磁盘空间不足",
    no_file: "不是文件",
    broken: "内容损坏，且无法移开",
    stays: |problem| format!("显示的规划不变：{problem}"),
    kind: "类别",
    added: "新增",
    removed: "删除",
    changed: "改动",
    responsibilities: [
        |count| format!("新增{count}项责任"),
        |count| format!("删除{count}项责任"),
        |count| format!("改动{count}项责任"),
    ],
    field: chinese,
    colon: "：",
    comma: "、",
    semicolon: "；",
    bracketed: |what, more| format!("{what}（{more}）"),
};

/// The words in `lang`.
#[must_use]
pub fn state(lang: Lang) -> &'static State {
    match lang {
        Lang::En => &EN,
        Lang::Zh => &ZH,
    }
}
