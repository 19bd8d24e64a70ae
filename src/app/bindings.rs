//! The table of keys: a row a command. Help, footer, README and the user's own keys follow from it.

use super::msg::Context::{self, Detail, Filter, GoTo, List, Matrix, Prompt};
use super::msg::{Edit, Motion, Msg, Step};

/// What keys do, and what is said of it.
#[derive(Debug)]
pub struct Binding {
    /// Its name in a configuration file; one name may stand in several rows, for several contexts.
    pub name: &'static str,
    /// Where it holds.
    pub contexts: &'static [Context],
    /// The keys, apart by blanks.
    pub keys: &'static str,
    /// What it does.
    pub msg: Msg,
    /// The help line in both languages; empty: it belongs to a row nearby.
    pub help: [&'static str; 2],
}

const TYPING: &[Context] = &[Prompt, Filter, GoTo];
const PANES: &[Context] = &[List, Detail];
const COMMANDS: &[Context] = &[List, Detail, Matrix];
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
    // The prompt
    row("up", &[Prompt], "up ctrl-p", Msg::Move(Motion::Prev), ["previous answer", "上一条"]),
    row("down", &[Prompt], "down ctrl-n", Msg::Move(Motion::Next), ["next answer", "下一条"]),
    row("open", &[Prompt, List], "enter", Msg::Open, ["open it", "打开"]),
    row("page-up", &[Prompt, List, Detail, Filter, Matrix], "pageup", Msg::Move(Motion::PageUp), ["a page up", "上一页"]),
    row("page-down", &[Prompt, List, Detail, Filter, Matrix], "pagedown", Msg::Move(Motion::PageDown), ["a page down", "下一页"]),
    row("scroll-up", &[Prompt, List], "shift-up", Msg::Scroll(Motion::Prev), ["scroll the detail up", "详情上滚"]),
    row("scroll-down", &[Prompt, List], "shift-down", Msg::Scroll(Motion::Next), ["scroll the detail down", "详情下滚"]),
    row("earlier", &[Prompt], "ctrl-r alt-up", Msg::Earlier, ["an earlier query", "以前的查询"]),
    row("pane", &[Prompt, List, Detail], "tab", Msg::Pane(Step::Next), ["next pane", "下一栏"]),
    row("pane-back", &[Prompt, List, Detail], "shift-tab", Msg::Pane(Step::Prev), ["previous pane", "上一栏"]),
    row("leave", EVERYWHERE, "esc", Msg::Leave, ["clear, close or leave the topmost thing", "清除、关闭或离开最上层"]),
    // Editing a prompt
    row("left", &[Prompt, GoTo], "left ctrl-b", Msg::Edit(Edit::Left), ["one character left", "左移一字"]),
    row("right", &[Prompt, GoTo], "right ctrl-f", Msg::Edit(Edit::Right), ["one character right; at the end: complete a filter", "右移一字；在末尾补全筛选"]),
    row("word-left", TYPING, "alt-b ctrl-left", Msg::Edit(Edit::WordLeft), ["one word left", "左移一词"]),
    row("word-right", TYPING, "alt-f ctrl-right", Msg::Edit(Edit::WordRight), ["one word right", "右移一词"]),
    row("line-start", TYPING, "ctrl-a home", Msg::Edit(Edit::Home), ["to the start", "到行首"]),
    row("line-end", TYPING, "ctrl-e end", Msg::Edit(Edit::End), ["to the end", "到行尾"]),
    row("erase", TYPING, "backspace ctrl-h", Msg::Edit(Edit::Backspace), ["erase the character before", "删除前一字"]),
    row("delete", TYPING, "ctrl-d delete", Msg::Edit(Edit::Delete), ["erase the character under the cursor", "删除后一字"]),
    row("erase-word", TYPING, "ctrl-w alt-backspace", Msg::Edit(Edit::KillWordLeft), ["erase the word before", "删除前一词"]),
    row("delete-word", TYPING, "alt-d", Msg::Edit(Edit::KillWordRight), ["erase the word after", "删除后一词"]),
    row("erase-all", TYPING, "ctrl-u", Msg::Edit(Edit::KillToStart), ["erase to the start", "删至行首"]),
    row("erase-rest", TYPING, "ctrl-k", Msg::Edit(Edit::KillToEnd), ["erase to the end", "删至行尾"]),
    row("yank", TYPING, "ctrl-y", Msg::Edit(Edit::Yank), ["put back what was erased", "恢复刚删除的"]),
    // Lists
    row("next", &[List], "j down", Msg::Move(Motion::Next), ["next row", "下一行"]),
    row("previous", &[List], "k up", Msg::Move(Motion::Prev), ["previous row", "上一行"]),
    row("next-row", &[Filter], "down ctrl-n", Msg::Move(Motion::Next), ["next row", "下一行"]),
    row("previous-row", &[Filter], "up ctrl-p", Msg::Move(Motion::Prev), ["previous row", "上一行"]),
    row("first", COMMANDS, "g home", Msg::Move(Motion::First), ["to the first", "到开头"]),
    row("last", COMMANDS, "G end", Msg::Move(Motion::Last), ["to the last", "到末尾"]),
    row("half-down", COMMANDS, "ctrl-d", Msg::Move(Motion::HalfDown), ["half a page down", "下半页"]),
    row("half-up", COMMANDS, "ctrl-u", Msg::Move(Motion::HalfUp), ["half a page up", "上半页"]),
    row("fold", &[List], "h left", Msg::Fold, ["fold, or go to what it belongs to", "折叠或到上级"]),
    row("unfold", &[List], "l right", Msg::Unfold, ["unfold", "展开"]),
    row("search", COMMANDS, "/", Msg::Prompt, ["search", "搜索"]),
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
    // The detail
    row("down-line", &[Detail], "j down", Msg::Move(Motion::Next), ["scroll down", "下滚"]),
    row("up-line", &[Detail], "k up", Msg::Move(Motion::Prev), ["scroll up", "上滚"]),
    row("next-link", &[Detail], "n", Msg::Link(Step::Next), ["next link", "下一链接"]),
    row("previous-link", &[Detail], "N", Msg::Link(Step::Prev), ["previous link", "上一链接"]),
    row("follow", &[Detail], "enter", Msg::Open, ["follow the link", "打开链接"]),
    row("wide", PANES, "f", Msg::Wide, ["the whole width for the detail", "详情占满"]),
    // The matrix, and prompts of their own
    row("cell-down", &[Matrix], "j down", Msg::Move(Motion::Next), ["next body", "下一机构"]),
    row("cell-up", &[Matrix], "k up", Msg::Move(Motion::Prev), ["previous body", "上一机构"]),
    row("cell-right", &[Matrix], "l right", Msg::Aside(Motion::Next), ["next column", "右一列"]),
    row("cell-left", &[Matrix], "h left", Msg::Aside(Motion::Prev), ["previous column", "左一列"]),
    row("aside-right", &[Filter], "right", Msg::Aside(Motion::Next), ["next column", "右一列"]),
    row("aside-left", &[Filter], "left", Msg::Aside(Motion::Prev), ["previous column", "左一列"]),
    row("choose", &[Matrix, Filter, GoTo], "enter", Msg::Open, ["open it", "打开"]),
    row("kind", &[Matrix], "tab", Msg::Pane(Step::Next), ["the next kind of items", "换一类条目"]),
    row("kind", &[Filter], "tab", Msg::Pane(Step::Next), ["the next kind of items", "换一类条目"]),
    row("kind-back", &[Matrix, Filter], "shift-tab", Msg::Pane(Step::Prev), ["the previous kind of items", "换上一类条目"]),
    // Anywhere but a prompt
    row("back", COMMANDS, "backspace H alt-left", Msg::Back, ["back to where you were", "返回"]),
    row("forward", COMMANDS, "L alt-right", Msg::Forward, ["forward again", "前进"]),
    row("who", COMMANDS, "w", Msg::Who, ["who is responsible, with all evidence", "谁负责（全部依据）"]),
    row("matrix", COMMANDS, "m", Msg::Matrix, ["matrix of bodies × items", "矩阵：机构×条目"]),
    row("charts", COMMANDS, "i", Msg::Charts, ["indicators as charts", "指标图"]),
    row("years", COMMANDS, "d", Msg::Years, ["targets by year", "按年份看目标"]),
    row("basis", COMMANDS, "e", Msg::Basis, ["responsibilities: all, documented, assigned here", "责任：全部、有文件、本单位"]),
    row("language", COMMANDS, "z", Msg::Lang, ["中文", "English"]),
    row("cite", COMMANDS, "y", Msg::Cite, ["copy a citation", "复制引用"]),
    row("copy", COMMANDS, "Y", Msg::CopyPage, ["copy the whole page as Markdown", "复制全文（Markdown）"]),
    row("bookmark", COMMANDS, "b", Msg::Bookmark, ["set or remove a bookmark", "加/去书签"]),
    row("bookmarks", COMMANDS, "'", Msg::Bookmarks, ["bookmarks", "书签"]),
    row("reload", COMMANDS, "r", Msg::Reload, ["read the files again", "重新读取"]),
    row("theme", COMMANDS, "t", Msg::Theme, ["next theme", "换主题"]),
    row("goto", COMMANDS, ":", Msg::GoTo, ["go to an id", "按编号前往"]),
    row("help", COMMANDS, "?", Msg::Help, ["help", "帮助"]),
    row("quit", COMMANDS, "q", Msg::Quit, ["quit", "退出"]),
    // Everywhere
    row("help-anywhere", EVERYWHERE, "f1", Msg::Help, ["help", "帮助"]),
    row("language-anywhere", EVERYWHERE, "f2", Msg::Lang, ["中文", "English"]),
    row("redraw", EVERYWHERE, "ctrl-l", Msg::Redraw, ["redraw", "重画"]),
    row("suspend", EVERYWHERE, "ctrl-z", Msg::Suspend, ["suspend", "挂起"]),
    row("cancel", EVERYWHERE, "ctrl-c", Msg::Cancel, ["cancel; at rest, quit", "取消；空闲时退出"]),
];

/// A hint of the footer: the name of a binding, and a word for it in both languages.
pub type Hint = (&'static str, [&'static str; 2]);

/// What the footer says in a context: names of bindings, most important first, and a word for each
/// in both languages. What does not fit is left out.
#[rustfmt::skip]
pub static HINTS: &[(Context, &[Hint])] = &[
    (Prompt, &[
        ("down", ["choose", "选择"]), ("open", ["open", "打开"]), ("pane", ["pane", "换栏"]),
        ("leave", ["list", "列表"]), ("help-anywhere", ["help", "帮助"]), ("language-anywhere", ["中文", "English"]),
        ("cancel", ["quit", "退出"]), ("earlier", ["earlier", "以前"]),
    ]),
    (List, &[
        ("next", ["move", "移动"]), ("open", ["open", "打开"]), ("search", ["search", "搜索"]),
        ("who", ["who", "谁负责"]), ("matrix", ["matrix", "矩阵"]), ("help", ["help", "帮助"]),
        ("quit", ["quit", "退出"]), ("language", ["中文", "English"]), ("charts", ["charts", "指标图"]), ("fold", ["fold", "折叠"]),
    ]),
    (Detail, &[
        ("down-line", ["scroll", "滚动"]), ("next-link", ["link", "链接"]), ("follow", ["follow", "打开"]),
        ("back", ["back", "返回"]), ("cite", ["copy", "复制"]), ("help", ["help", "帮助"]),
        ("quit", ["quit", "退出"]), ("search", ["search", "搜索"]), ("who", ["who", "谁负责"]), ("wide", ["wide", "占满"]),
    ]),
    (Matrix, &[
        ("cell-down", ["cells", "移动"]), ("choose", ["open", "打开"]), ("search", ["filter", "筛选"]),
        ("kind", ["kind", "换类"]), ("leave", ["close", "关闭"]), ("help", ["help", "帮助"]), ("quit", ["quit", "退出"]),
        ("basis", ["basis", "依据"]),
    ]),
    (Filter, &[
        ("next-row", ["choose", "选择"]), ("choose", ["open", "打开"]), ("kind", ["kind", "换类"]),
        ("leave", ["close", "关闭"]),
    ]),
    (GoTo, &[("choose", ["go", "前往"]), ("leave", ["close", "关闭"])]),
];
