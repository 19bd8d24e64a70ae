//! Words for when there is no screen yet, or none any more.

use super::strings;
use crate::model::{Lang, clip};

strings! {
    pub Term term

    no_terminal: "no terminal; without one, use plan search, plan who, plan show, or --plain"
        / "没有终端；可使用 plan search、plan who、plan show，或 --plain",
    unread(name: &str): "{name}: loading cancelled" / "{name}：已取消读取",
    /// At `place` in the source.
    defect(place: &str, what: &str): {
        format!("plan: internal error, please report it ({place}: {})", clip(what, MOST))
    } / {
        format!("plan: 程序内部错误，请反馈（{place}：{}）", clip(what, MOST))
    },
}

/// So much of what happened is said; it may hold words of a file.
const MOST: usize = 200;
