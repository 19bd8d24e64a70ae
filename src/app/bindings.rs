//! The table of keys: a row a command. Help, footer, README and the user's own keys follow from it.

use super::msg::Context::{self, Detail, Filter, GoTo, List, Matrix, Menu, Prompt};
use super::msg::{Edit, Motion, Msg, Step};
use crate::i18n::keys::Keys;

/// One of the texts about keys.
pub type Word = fn(&Keys) -> &'static str;

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
    /// The help line; empty: the row above speaks of it too.
    pub help: Word,
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
    help: Word,
) -> Binding {
    Binding {
        name,
        contexts,
        keys,
        msg,
        help,
    }
}

const NONE: Word = |_| "";

/// All keys, in the order of the help screen.
#[rustfmt::skip]
pub static BINDINGS: &[Binding] = &[
    // Moving: what the cursor keys do where
    row("up", &[Prompt], "up ctrl-p", Msg::Move(Motion::Prev), |w| w.answers),
    row("down", &[Prompt], "down ctrl-n", Msg::Move(Motion::Next), NONE),
    row("next", &[List], "j down", Msg::Move(Motion::Next), |w| w.rows),
    row("previous", &[List], "k up", Msg::Move(Motion::Prev), NONE),
    row("down-line", &[Detail], "j down", Msg::Move(Motion::Next), |w| w.scroll_lines),
    row("up-line", &[Detail], "k up", Msg::Move(Motion::Prev), NONE),
    row("cell-down", &[Matrix], "j down", Msg::Move(Motion::Next), |w| w.matrix_bodies),
    row("cell-up", &[Matrix], "k up", Msg::Move(Motion::Prev), NONE),
    row("next-row", FILTERS, "down ctrl-n", Msg::Move(Motion::Next), |w| w.rows),
    row("previous-row", FILTERS, "up ctrl-p", Msg::Move(Motion::Prev), NONE),
    row("cell-right", &[Matrix], "l right", Msg::MoveColumn(Motion::Next), |w| w.columns),
    row("cell-left", &[Matrix], "h left", Msg::MoveColumn(Motion::Prev), NONE),
    row("aside-right", &[Filter], "right", Msg::MoveColumn(Motion::Next), |w| w.columns),
    row("aside-left", &[Filter], "left", Msg::MoveColumn(Motion::Prev), NONE),
    // Opening and leaving
    row("open", &[Prompt, List], "enter", Msg::Open, |w| w.open_it),
    row("follow", &[Detail], "enter", Msg::Open, |w| w.follow_link),
    row("choose", &[Matrix, Filter, Menu, GoTo], "enter", Msg::Open, |w| w.open_it),
    row("next-link", &[Detail], "n", Msg::Link(Step::Next), |w| w.links),
    row("previous-link", &[Detail], "N", Msg::Link(Step::Prev), NONE),
    row("leave", EVERYWHERE, "esc", Msg::Leave, |w| w.leave),
    row("search", COMMANDS, "/", Msg::Prompt, |w| w.search),
    row("earlier", &[Prompt], "ctrl-r alt-up", Msg::Earlier, |w| w.earlier),
    // Finding one's way
    row("fold", &[List], "h left", Msg::Fold, |w| w.folds),
    row("unfold", &[List], "l right", Msg::Unfold, NONE),
    row("tab", PANES, "1", Msg::Tab(1), |w| w.tabs),
    row("tab-0", PANES, "0", Msg::Tab(0), NONE),
    row("tab-2", PANES, "2", Msg::Tab(2), NONE),
    row("tab-3", PANES, "3", Msg::Tab(3), NONE),
    row("tab-4", PANES, "4", Msg::Tab(4), NONE),
    row("tab-5", PANES, "5", Msg::Tab(5), NONE),
    row("tab-6", PANES, "6", Msg::Tab(6), NONE),
    row("tab-7", PANES, "7", Msg::Tab(7), NONE),
    row("tab-8", PANES, "8", Msg::Tab(8), NONE),
    row("tab-9", PANES, "9", Msg::Tab(9), NONE),
    row("tab-next", PANES, ">", Msg::NextTab(Step::Next), |w| w.tab_next),
    row("tab-previous", PANES, "<", Msg::NextTab(Step::Prev), NONE),
    row("kind", &[Matrix, Filter], "tab", Msg::Pane(Step::Next), |w| w.kinds),
    row("kind-back", &[Matrix, Filter], "shift-tab", Msg::Pane(Step::Prev), NONE),
    row("pane", &[Prompt, List, Detail], "tab", Msg::Pane(Step::Next), |w| w.panes),
    row("pane-back", &[Prompt, List, Detail], "shift-tab", Msg::Pane(Step::Prev), NONE),
    row("page-up", PAGED, "pageup", Msg::Move(Motion::PageUp), |w| w.pages),
    row("page-down", PAGED, "pagedown", Msg::Move(Motion::PageDown), NONE),
    row("half-down", COMMANDS, "ctrl-d", Msg::Move(Motion::HalfDown), |w| w.half_pages),
    row("half-up", COMMANDS, "ctrl-u", Msg::Move(Motion::HalfUp), NONE),
    row("first", COMMANDS, "g home", Msg::Move(Motion::First), |w| w.ends),
    row("last", COMMANDS, "G end", Msg::Move(Motion::Last), NONE),
    row("scroll-up", &[Prompt, List], "shift-up", Msg::Scroll(Motion::Prev), |w| w.scroll_detail),
    row("scroll-down", &[Prompt, List], "shift-down", Msg::Scroll(Motion::Next), NONE),
    row("wide", PANES, "f", Msg::Wide, |w| w.whole_width),
    row("back", COMMANDS, "backspace H alt-left", Msg::Back, |w| w.back_again),
    row("forward", COMMANDS, "L alt-right", Msg::Forward, |w| w.forward),
    // What else there is to see and to do
    row("who", COMMANDS, "w", Msg::Who, |w| w.who_in_full),
    row("matrix", COMMANDS, "m", Msg::Matrix, |w| w.matrix_of),
    row("charts", COMMANDS, "i", Msg::Charts, |w| w.charts_of),
    row("years", COMMANDS, "d", Msg::Years, |w| w.years_of),
    row("gaps", COMMANDS, "x", Msg::Gaps, |w| w.gaps_of),
    row("compare", PANES, "c", Msg::Compare, |w| w.compare_two),
    row("overview", COMMANDS, "o", Msg::Overview, |w| w.overview_of),
    row("basis", COMMANDS, "e", Msg::Basis, |w| w.basis_of),
    row("language", COMMANDS, "z", Msg::Lang, |w| w.other_language),
    row("cite", COMMANDS, "y", Msg::Cite, |w| w.cite),
    row("copy", COMMANDS, "Y", Msg::CopyPage, |w| w.copy_page),
    row("bookmark", COMMANDS, "b", Msg::Bookmark, |w| w.set_bookmark),
    row("bookmarks", COMMANDS, "'", Msg::Bookmarks, |w| w.bookmarks),
    row("reload", COMMANDS, "r", Msg::Reload, |w| w.reload),
    row("theme", COMMANDS, "t", Msg::Theme, |w| w.theme),
    row("goto", COMMANDS, ":", Msg::GoTo, |w| w.goto),
    row("help", COMMANDS, "?", Msg::Help, |w| w.help),
    row("quit", COMMANDS, "q", Msg::Quit, |w| w.quit),
    row("help-anywhere", EVERYWHERE, "f1", Msg::Help, |w| w.help),
    row("language-anywhere", EVERYWHERE, "f2", Msg::Lang, |w| w.other_language),
    row("redraw", EVERYWHERE, "ctrl-l", Msg::Redraw, |w| w.redraw),
    row("suspend", EVERYWHERE, "ctrl-z", Msg::Suspend, |w| w.suspend),
    row("cancel", EVERYWHERE, "ctrl-c", Msg::Cancel, |w| w.cancel_or_quit),
    // Editing a prompt
    row("left", &[Prompt, Menu, GoTo], "left ctrl-b", Msg::Edit(Edit::Left), |w| w.letters),
    row("right", &[Prompt, Menu, GoTo], "right ctrl-f", Msg::Edit(Edit::Right), NONE),
    row("word-left", TYPING, "alt-b ctrl-left", Msg::Edit(Edit::WordLeft), |w| w.word_jumps),
    row("word-right", TYPING, "alt-f ctrl-right", Msg::Edit(Edit::WordRight), NONE),
    row("line-start", TYPING, "ctrl-a home", Msg::Edit(Edit::Home), |w| w.line_ends),
    row("line-end", TYPING, "ctrl-e end", Msg::Edit(Edit::End), NONE),
    row("erase", TYPING, "backspace ctrl-h", Msg::Edit(Edit::Backspace), |w| w.erase),
    row("delete", TYPING, "ctrl-d delete", Msg::Edit(Edit::Delete), NONE),
    row("erase-word", TYPING, "ctrl-w alt-backspace", Msg::Edit(Edit::KillWordLeft), |w| w.erase_words),
    row("delete-word", TYPING, "alt-d", Msg::Edit(Edit::KillWordRight), NONE),
    row("erase-all", TYPING, "ctrl-u", Msg::Edit(Edit::KillToStart), |w| w.erase_line),
    row("erase-rest", TYPING, "ctrl-k", Msg::Edit(Edit::KillToEnd), NONE),
    row("yank", TYPING, "ctrl-y", Msg::Edit(Edit::Yank), |w| w.yank),
];

/// A hint of the footer: the name of a binding, a word for it, and its rank.
pub type Hint = (&'static str, Word, u8);

/// What the footer says in a context, from left to right. Where there is no room for all, those with
/// the lowest rank stay: how to get help and how to get out come first.
#[rustfmt::skip]
pub static HINTS: &[(Context, &[Hint])] = &[
    (Prompt, &[
        ("down", |w| w.choose, 4), ("open", |w| w.open, 3), ("pane", |w| w.pane, 5),
        ("leave", |w| w.lists, 6), ("help-anywhere", |w| w.help, 1), ("language-anywhere", |w| w.language, 7),
        ("cancel", |w| w.quit, 2), ("earlier", |w| w.earlier_query, 8), ("scroll-down", |w| w.scroll_answer, 9),
    ]),
    (List, &[
        ("next", |w| w.move_, 4), ("open", |w| w.open, 3), ("search", |w| w.search, 5),
        ("who", |w| w.who, 6), ("matrix", |w| w.matrix, 7), ("help", |w| w.help, 1),
        ("quit", |w| w.quit, 2), ("language", |w| w.language, 8), ("charts", |w| w.charts, 9), ("years", |w| w.targets, 10), ("gaps", |w| w.gaps, 15),
        ("tab-next", |w| w.tab, 11), ("fold", |w| w.fold, 14),
        ("bookmark", |w| w.bookmark, 12), ("cite", |w| w.copy, 13),
    ]),
    (Detail, &[
        ("down-line", |w| w.scroll, 5), ("next-link", |w| w.link, 7), ("follow", |w| w.follow, 8),
        ("back", |w| w.back, 3), ("cite", |w| w.copy, 4), ("help", |w| w.help, 1),
        ("quit", |w| w.quit, 2), ("search", |w| w.search, 6), ("who", |w| w.who, 9), ("wide", |w| w.wide, 10),
        ("bookmark", |w| w.bookmark, 11), ("language", |w| w.language, 12),
    ]),
    (Matrix, &[
        ("cell-down", |w| w.cells, 7), ("choose", |w| w.open, 4), ("search", |w| w.filter, 6),
        ("kind", |w| w.kind, 3), ("leave", |w| w.close, 5), ("help", |w| w.help, 1), ("quit", |w| w.quit, 2),
        ("who", |w| w.who, 8), ("basis", |w| w.basis, 9), ("language", |w| w.language, 10),
    ]),
    (Filter, &[
        ("next-row", |w| w.choose, 5), ("choose", |w| w.open, 4), ("kind", |w| w.kind, 3), ("leave", |w| w.to_cells, 2),
        ("help-anywhere", |w| w.help, 1), ("language-anywhere", |w| w.language, 6),
    ]),
    (Menu, &[
        ("next-row", |w| w.choose, 3), ("choose", |w| w.open, 2), ("leave", |w| w.close, 1),
    ]),
    (GoTo, &[("choose", |w| w.go, 2), ("leave", |w| w.close, 1)]),
];
