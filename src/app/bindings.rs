//! The table of keys: a row a command. Help, footer, README and the user's own keys follow from it.

use super::msg::Context::{self, Detail, Filter, GoTo, List, Matrix, Menu, Prompt};
use super::msg::{Edit, Motion, Msg, Step};

/// What keys do, and what is said of it.
#[derive(Debug)]
pub struct Binding {
    /// Its name in a configuration file.
    pub name: &'static str,
    /// Where it holds.
    pub contexts: &'static [Context],
    /// The keys, apart by blanks.
    pub keys: &'static str,
    /// What it does.
    pub msg: Msg,
    /// The help line in both languages; empty: the row above speaks of it too.
    pub help: [&'static str; 2],
}

/// Where letters are typed.
pub(super) const TYPING: &[Context] = &[Prompt, Filter, Menu, GoTo];
const FILTERS: &[Context] = &[Filter, Menu];
const PAGED: &[Context] = &[Prompt, List, Detail, Matrix, Filter, Menu];
const PANES: &[Context] = &[List, Detail];
/// Where letters are keys.
pub(super) const COMMANDS: &[Context] = &[List, Detail, Matrix];
const EVERYWHERE: &[Context] = &Context::ALL;

const fn row(
    name: &'static str,
    contexts: &'static [Context],
    keys: &'static str,
    msg: Msg,
    help: [&'static str; 2],
) -> Binding {
    Binding {
        name,
        contexts,
        keys,
        msg,
        help,
    }
}

const NONE: [&str; 2] = ["", ""];

/// All keys, in the order of the help screen.
#[rustfmt::skip]
pub static BINDINGS: &[Binding] = &[
    // Moving: what the cursor keys do where
    row("up", &[Prompt], "up ctrl-p", Msg::Move(Motion::Prev), ["previous and next answer", "上一条、下一条"]),
    row("down", &[Prompt], "down ctrl-n", Msg::Move(Motion::Next), NONE),
    row("next", &[List], "j down", Msg::Move(Motion::Next), ["next and previous row", "下一行、上一行"]),
    row("previous", &[List], "k up", Msg::Move(Motion::Prev), NONE),
    row("down-line", &[Detail], "j down", Msg::Move(Motion::Next), ["scroll down and up", "向下、向上滚动"]),
    row("up-line", &[Detail], "k up", Msg::Move(Motion::Prev), NONE),
    row("cell-down", &[Matrix], "j down", Msg::Move(Motion::Next), ["next and previous body", "下一机构、上一机构"]),
    row("cell-up", &[Matrix], "k up", Msg::Move(Motion::Prev), NONE),
    row("next-row", FILTERS, "down ctrl-n", Msg::Move(Motion::Next), ["next and previous row", "下一行、上一行"]),
    row("previous-row", FILTERS, "up ctrl-p", Msg::Move(Motion::Prev), NONE),
    row("cell-right", &[Matrix], "l right", Msg::MoveColumn(Motion::Next), ["next and previous column", "右一列、左一列"]),
    row("cell-left", &[Matrix], "h left", Msg::MoveColumn(Motion::Prev), NONE),
    row("aside-right", &[Filter], "right", Msg::MoveColumn(Motion::Next), ["next and previous column", "右一列、左一列"]),
    row("aside-left", &[Filter], "left", Msg::MoveColumn(Motion::Prev), NONE),
    // Opening and leaving
    row("open", &[Prompt, List], "enter", Msg::Open, ["open it", "打开"]),
    row("follow", &[Detail], "enter", Msg::Open, ["follow the link", "打开链接"]),
    row("choose", &[Matrix, Filter, Menu, GoTo], "enter", Msg::Open, ["open it", "打开"]),
    row("next-link", &[Detail], "n", Msg::Link(Step::Next), ["next and previous link", "下一链接、上一链接"]),
    row("previous-link", &[Detail], "N", Msg::Link(Step::Prev), NONE),
    row("leave", EVERYWHERE, "esc", Msg::Leave, ["clear, close or leave the topmost thing", "清空、关闭或离开当前一层"]),
    row("search", COMMANDS, "/", Msg::Prompt, ["search", "搜索"]),
    row("earlier", &[Prompt], "ctrl-r alt-up", Msg::Earlier, ["an earlier query", "历史查询"]),
    // Finding one's way
    row("fold", &[List], "h left", Msg::Fold, ["fold or go to what it belongs to; unfold", "折叠或到上级；展开"]),
    row("unfold", &[List], "l right", Msg::Unfold, NONE),
    row("tab", PANES, "1", Msg::Tab(1), ["1-9 choose a tab, 0 all", "1-9 选分类，0 全部"]),
    row("tab-0", PANES, "0", Msg::Tab(0), NONE),
    row("tab-2", PANES, "2", Msg::Tab(2), NONE),
    row("tab-3", PANES, "3", Msg::Tab(3), NONE),
    row("tab-4", PANES, "4", Msg::Tab(4), NONE),
    row("tab-5", PANES, "5", Msg::Tab(5), NONE),
    row("tab-6", PANES, "6", Msg::Tab(6), NONE),
    row("tab-7", PANES, "7", Msg::Tab(7), NONE),
    row("tab-8", PANES, "8", Msg::Tab(8), NONE),
    row("tab-9", PANES, "9", Msg::Tab(9), NONE),
    row("tab-next", PANES, ">", Msg::NextTab(Step::Next), ["next and previous tab", "下一分类、上一分类"]),
    row("tab-previous", PANES, "<", Msg::NextTab(Step::Prev), NONE),
    row("kind", &[Matrix, Filter], "tab", Msg::Pane(Step::Next), ["next and previous kind of items", "换下一类、上一类条目"]),
    row("kind-back", &[Matrix, Filter], "shift-tab", Msg::Pane(Step::Prev), NONE),
    row("pane", &[Prompt, List, Detail], "tab", Msg::Pane(Step::Next), ["next and previous pane", "下一栏、上一栏"]),
    row("pane-back", &[Prompt, List, Detail], "shift-tab", Msg::Pane(Step::Prev), NONE),
    row("page-up", PAGED, "pageup", Msg::Move(Motion::PageUp), ["a page up and down", "上一页、下一页"]),
    row("page-down", PAGED, "pagedown", Msg::Move(Motion::PageDown), NONE),
    row("half-down", COMMANDS, "ctrl-d", Msg::Move(Motion::HalfDown), ["half a page down and up", "向下、向上半页"]),
    row("half-up", COMMANDS, "ctrl-u", Msg::Move(Motion::HalfUp), NONE),
    row("first", COMMANDS, "g home", Msg::Move(Motion::First), ["to the first and to the last", "到开头、到末尾"]),
    row("last", COMMANDS, "G end", Msg::Move(Motion::Last), NONE),
    row("scroll-up", &[Prompt, List], "shift-up", Msg::Scroll(Motion::Prev), ["scroll the detail up and down", "向上、向下滚动详情"]),
    row("scroll-down", &[Prompt, List], "shift-down", Msg::Scroll(Motion::Next), NONE),
    row("wide", PANES, "f", Msg::Wide, ["the whole width for the detail", "详情占满整行"]),
    row("back", COMMANDS, "backspace H alt-left", Msg::Back, ["back to where you were", "返回"]),
    row("forward", COMMANDS, "L alt-right", Msg::Forward, ["forward again", "前进"]),
    // What else there is to see and to do
    row("who", COMMANDS, "w", Msg::Who, ["who is responsible, with all evidence", "谁负责（全部依据）"]),
    row("matrix", COMMANDS, "m", Msg::Matrix, ["matrix of bodies × items", "矩阵：机构×条目"]),
    row("charts", COMMANDS, "i", Msg::Charts, ["indicators as charts", "指标图"]),
    row("years", COMMANDS, "d", Msg::Years, ["targets by year", "按年份看目标"]),
    row("basis", COMMANDS, "e", Msg::Basis, ["all, documented or assigned responsibilities", "责任：全部、有文件依据、本单位安排"]),
    row("language", COMMANDS, "z", Msg::Lang, ["中文 (Chinese)", "English（英文）"]),
    row("cite", COMMANDS, "y", Msg::Cite, ["copy a citation", "复制引用"]),
    row("copy", COMMANDS, "Y", Msg::CopyPage, ["copy the whole page as Markdown", "复制全文（Markdown）"]),
    row("bookmark", COMMANDS, "b", Msg::Bookmark, ["set or remove a bookmark", "添加或删除书签"]),
    row("bookmarks", COMMANDS, "'", Msg::Bookmarks, ["bookmarks", "查看书签"]),
    row("reload", COMMANDS, "r", Msg::Reload, ["read the files again", "重新读取文件"]),
    row("theme", COMMANDS, "t", Msg::Theme, ["next theme", "换配色"]),
    row("goto", COMMANDS, ":", Msg::GoTo, ["go to an id", "按编号前往"]),
    row("help", COMMANDS, "?", Msg::Help, ["help", "帮助"]),
    row("quit", COMMANDS, "q", Msg::Quit, ["quit", "退出"]),
    row("help-anywhere", EVERYWHERE, "f1", Msg::Help, ["help", "帮助"]),
    row("language-anywhere", EVERYWHERE, "f2", Msg::Lang, ["中文 (Chinese)", "English（英文）"]),
    row("redraw", EVERYWHERE, "ctrl-l", Msg::Redraw, ["redraw the screen", "重画屏幕"]),
    row("suspend", EVERYWHERE, "ctrl-z", Msg::Suspend, ["suspend", "挂起"]),
    row("cancel", EVERYWHERE, "ctrl-c", Msg::Cancel, ["cancel; at rest, quit", "取消；空闲时退出"]),
    // Editing a prompt
    row("left", &[Prompt, Menu, GoTo], "left ctrl-b", Msg::Edit(Edit::Left), ["left, right; at the end, complete a filter", "左移、右移一字；在末尾右移则补全筛选条件"]),
    row("right", &[Prompt, Menu, GoTo], "right ctrl-f", Msg::Edit(Edit::Right), NONE),
    row("word-left", TYPING, "alt-b ctrl-left", Msg::Edit(Edit::WordLeft), ["a word left and right", "左移、右移一词"]),
    row("word-right", TYPING, "alt-f ctrl-right", Msg::Edit(Edit::WordRight), NONE),
    row("line-start", TYPING, "ctrl-a home", Msg::Edit(Edit::Home), ["to the start and to the end", "到行首、到行尾"]),
    row("line-end", TYPING, "ctrl-e end", Msg::Edit(Edit::End), NONE),
    row("erase", TYPING, "backspace ctrl-h", Msg::Edit(Edit::Backspace), ["erase before and under the cursor", "删除前一字、后一字"]),
    row("delete", TYPING, "ctrl-d delete", Msg::Edit(Edit::Delete), NONE),
    row("erase-word", TYPING, "ctrl-w alt-backspace", Msg::Edit(Edit::KillWordLeft), ["erase the word before and after", "删除前一词、后一词"]),
    row("delete-word", TYPING, "alt-d", Msg::Edit(Edit::KillWordRight), NONE),
    row("erase-all", TYPING, "ctrl-u", Msg::Edit(Edit::KillToStart), ["erase to the start and to the end", "删至行首、删至行尾"]),
    row("erase-rest", TYPING, "ctrl-k", Msg::Edit(Edit::KillToEnd), NONE),
    row("yank", TYPING, "ctrl-y", Msg::Edit(Edit::Yank), ["put back what was erased", "恢复刚删除的内容"]),
];

/// A hint of the footer: the name of a binding, a word for it in both languages, and its rank.
pub type Hint = (&'static str, [&'static str; 2], u8);

/// What the footer says in a context, from left to right. Where there is no room for all, those with
/// the lowest rank stay: how to get help and how to get out come first.
#[rustfmt::skip]
pub static HINTS: &[(Context, &[Hint])] = &[
    (Prompt, &[
        ("down", ["choose", "选择"], 4), ("open", ["open", "打开"], 3), ("pane", ["pane", "换栏"], 5),
        ("leave", ["lists", "列表"], 6), ("help-anywhere", ["help", "帮助"], 1), ("language-anywhere", ["中文", "English"], 7),
        ("cancel", ["quit", "退出"], 2), ("earlier", ["earlier query", "历史查询"], 8), ("scroll-down", ["scroll the answer", "滚动详情"], 9),
    ]),
    (List, &[
        ("next", ["move", "移动"], 4), ("open", ["open", "打开"], 3), ("search", ["search", "搜索"], 5),
        ("who", ["who", "谁负责"], 6), ("matrix", ["matrix", "矩阵"], 7), ("help", ["help", "帮助"], 1),
        ("quit", ["quit", "退出"], 2), ("language", ["中文", "English"], 8), ("charts", ["charts", "指标图"], 9), ("years", ["targets", "目标"], 10),
        ("tab-next", ["tab", "分类"], 11), ("fold", ["fold", "折叠"], 14),
        ("bookmark", ["bookmark", "书签"], 12), ("cite", ["copy", "复制"], 13),
    ]),
    (Detail, &[
        ("down-line", ["scroll", "滚动"], 5), ("next-link", ["link", "链接"], 7), ("follow", ["follow", "打开"], 8),
        ("back", ["back", "返回"], 3), ("cite", ["copy", "复制"], 4), ("help", ["help", "帮助"], 1),
        ("quit", ["quit", "退出"], 2), ("search", ["search", "搜索"], 6), ("who", ["who", "谁负责"], 9), ("wide", ["wide", "占满"], 10),
        ("bookmark", ["bookmark", "书签"], 11), ("language", ["中文", "English"], 12),
    ]),
    (Matrix, &[
        ("cell-down", ["cells", "移动"], 7), ("choose", ["open", "打开"], 4), ("search", ["filter", "筛选"], 6),
        ("kind", ["kind", "换类"], 3), ("leave", ["close", "关闭"], 5), ("help", ["help", "帮助"], 1), ("quit", ["quit", "退出"], 2),
        ("who", ["who", "谁负责"], 8), ("basis", ["basis", "依据"], 9), ("language", ["中文", "English"], 10),
    ]),
    (Filter, &[
        ("next-row", ["choose", "选择"], 5), ("choose", ["open", "打开"], 4), ("kind", ["kind", "换类"], 3), ("leave", ["cells", "表格"], 2),
        ("help-anywhere", ["help", "帮助"], 1), ("language-anywhere", ["中文", "English"], 6),
    ]),
    (Menu, &[
        ("next-row", ["choose", "选择"], 3), ("choose", ["open", "打开"], 2), ("leave", ["close", "关闭"], 1),
    ]),
    (GoTo, &[("choose", ["go", "前往"], 2), ("leave", ["close", "关闭"], 1)]),
];
