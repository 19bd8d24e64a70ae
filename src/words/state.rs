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
};

/// The words in `lang`.
#[must_use]
pub fn state(lang: Lang) -> &'static State {
    match lang {
        Lang::En => &EN,
        Lang::Zh => &ZH,
    }
}
