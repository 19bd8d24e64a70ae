//! Words for when there is no screen yet, or none any more.

use crate::model::{Lang, clip};

/// The words of this room.
#[derive(Debug)]
pub struct Term {
    /// The explorer was asked for where there is no terminal.
    pub no_terminal: &'static str,
    /// Reading a plan was cancelled.
    pub unread: fn(&str) -> String,
    /// A defect of ours: the place in the source, and what happened.
    pub defect: fn(&str, &str) -> String,
}

/// So much of what happened is said; it may hold words of a file.
const MOST: usize = 200;

const EN: Term = Term {
    no_terminal: "no terminal; for an answer without one: plan search, plan who, plan show, or --plain",
    unread: |name| format!("{name}: not read to its end: cancelled"),
    defect: |place, what| {
        let what = clip(what, MOST);
        format!("plan: a defect of the program, please report it ({place}: {what})")
    },
};

const ZH: Term = Term {
    no_terminal: "没有终端；不用终端也可查询：plan search、plan who、plan show，或 --plain",
    unread: |name| format!("{name}：没有读完：已取消"),
    defect: |place, what| {
        let what = clip(what, MOST);
        format!("plan: 程序出现缺陷，请报告（{place}：{what}）")
    },
};

/// The words in a language.
#[must_use]
pub fn term(lang: Lang) -> &'static Term {
    match lang {
        Lang::En => &EN,
        Lang::Zh => &ZH,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_defect_is_told_in_one_clean_line() {
        for lang in [Lang::En, Lang::Zh] {
            let line = (term(lang).defect)("src/x.rs:1", "no\n\u{202e}\u{1b}[2Jgood");
            assert!(line.contains("no [2Jgood"), "{line}");
        }
    }
}
