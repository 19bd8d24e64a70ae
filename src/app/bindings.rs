//! The table of keys: a row a command. Menu, help, footer, README and the user's own keys follow from
//! it, in both presets.

use super::chord::Chord;
use super::msg::Context::{
    self, Commands, Detail, Empty, Filter, GoTo, List, Matrix, Menu, Prompt,
};
use super::msg::{Edit, Motion, Msg, Step};
use crate::i18n::keys::Keys;

/// One of the texts about keys.
pub type KeyWord = fn(&Keys) -> &'static str;

/// A set of keys to begin with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Preset {
    /// Letters are typed wherever one is; commands are in the menu.
    #[default]
    Typing,
    /// Letters are commands outside of the prompts.
    Vim,
}

/// What keys do, and what is said of it.
#[derive(Debug)]
pub struct Binding {
    /// Its name in a configuration file.
    pub name: &'static str,
    /// Where it holds.
    pub contexts: &'static [Context],
    /// The keys, apart by blanks.
    pub keys: &'static str,
    /// The keys that the vim preset adds where letters are not typed.
    pub vim: &'static str,
    /// The letter in the menu of commands; none: it is not in the menu.
    pub letter: &'static str,
    /// What it does.
    pub msg: Msg,
    /// The help line; empty: the row above speaks of it too.
    pub help: KeyWord,
}

impl Binding {
    /// Its keys in a preset, each as it is written in a configuration file.
    #[must_use]
    pub fn written(&self, preset: Preset) -> Vec<String> {
        let vim = match preset {
            Preset::Typing => "",
            Preset::Vim => self.vim,
        };
        // A letter comes first where it is one: it is what one presses.
        let plain = vim.split_whitespace().chain(self.keys.split_whitespace());
        let letter = self.letter.split_whitespace();
        plain
            .map(str::to_owned)
            .chain(letter.map(|letter| format!("space {letter}")))
            .collect()
    }

    /// Its key may be a character even where characters are typed: it is one that begins no query.
    pub(super) fn may_be_text(&self) -> bool {
        let mut keys = self.keys.split_whitespace().filter_map(Chord::parse);
        keys.any(|chord| chord.is_text())
    }

    /// The key has this meaning in a context of the row: where characters are typed, one that is a
    /// character has none, except in an empty prompt that of a row to which it is allowed.
    pub(super) fn holds(&self, chord: Chord, context: Context) -> bool {
        let typed = chord.is_text() && TYPING.contains(&context);
        !typed || (context == Empty && self.may_be_text())
    }
}

/// Where letters are typed.
pub(super) const TYPING: &[Context] = &[Prompt, Empty, Filter, Menu, GoTo];
const PROMPTS: &[Context] = &[Prompt, Empty];
const FILTERS: &[Context] = &[Filter, Menu, Commands];
const PAGED: &[Context] = &[Prompt, Empty, List, Detail, Matrix, Filter, Menu, Commands];
/// Where a query has not begun: commands are at hand.
pub(super) const COMMANDS: &[Context] = &[Empty, List, Detail, Matrix];
/// The same without the matrix.
const PANES: &[Context] = &[Empty, List, Detail];
/// Everything but what lies over the panes.
const SCREEN: &[Context] = &[Prompt, Empty, List, Detail, Matrix];
/// Where the cursor is outside of all prompts.
const OUTSIDE: &[Context] = &[List, Detail, Matrix];
const EVERYWHERE: &[Context] = &Context::ALL;

/// A row with the same keys in both presets.
const fn row(
    name: &'static str,
    contexts: &'static [Context],
    keys: &'static str,
    msg: Msg,
    help: KeyWord,
) -> Binding {
    with_vim(name, contexts, [keys, ""], msg, help)
}

/// A row to which the vim preset adds keys.
const fn with_vim(
    name: &'static str,
    contexts: &'static [Context],
    [keys, vim]: [&'static str; 2],
    msg: Msg,
    help: KeyWord,
) -> Binding {
    Binding {
        name,
        contexts,
        keys,
        vim,
        letter: "",
        msg,
        help,
    }
}

/// A row of the menu: its keys outside of it, those of the vim preset, and its letter in the menu.
const fn command(
    name: &'static str,
    contexts: &'static [Context],
    [keys, vim, letter]: [&'static str; 3],
    msg: Msg,
    help: KeyWord,
) -> Binding {
    Binding {
        name,
        contexts,
        keys,
        vim,
        letter,
        msg,
        help,
    }
}

const NONE: KeyWord = |_| "";

/// All keys, in the order of the help screen; those with a letter are in the order of the menu.
#[rustfmt::skip]
pub static BINDINGS: &[Binding] = &[
    // Moving: what the cursor keys do where
    row("up", PROMPTS, "up ctrl-p", Msg::Move(Motion::Prev), |w| w.answers),
    row("down", PROMPTS, "down ctrl-n", Msg::Move(Motion::Next), NONE),
    with_vim("next", &[List], ["down", "j"], Msg::Move(Motion::Next), |w| w.rows),
    with_vim("previous", &[List], ["up", "k"], Msg::Move(Motion::Prev), NONE),
    with_vim("down-line", &[Detail], ["down", "j"], Msg::Move(Motion::Next), |w| w.scroll_lines),
    with_vim("up-line", &[Detail], ["up", "k"], Msg::Move(Motion::Prev), NONE),
    with_vim("cell-down", &[Matrix], ["down", "j"], Msg::Move(Motion::Next), |w| w.matrix_bodies),
    with_vim("cell-up", &[Matrix], ["up", "k"], Msg::Move(Motion::Prev), NONE),
    row("next-row", FILTERS, "down ctrl-n", Msg::Move(Motion::Next), |w| w.rows),
    row("previous-row", FILTERS, "up ctrl-p", Msg::Move(Motion::Prev), NONE),
    with_vim("cell-right", &[Matrix], ["right", "l"], Msg::MoveColumn(Motion::Next), |w| w.columns),
    with_vim("cell-left", &[Matrix], ["left", "h"], Msg::MoveColumn(Motion::Prev), NONE),
    row("aside-right", &[Filter, Commands], "right", Msg::MoveColumn(Motion::Next), |w| w.columns),
    row("aside-left", &[Filter, Commands], "left", Msg::MoveColumn(Motion::Prev), NONE),
    // Opening and leaving
    row("open", &[Prompt, Empty, List], "enter", Msg::Open, |w| w.open_it),
    row("follow", &[Detail], "enter", Msg::Open, |w| w.follow_link),
    row("choose", &[Matrix, Filter, Menu, GoTo, Commands], "enter", Msg::Open, |w| w.open_it),
    with_vim("next-link", &[Detail], ["right", "n"], Msg::Link(Step::Next), |w| w.links),
    with_vim("previous-link", &[Detail], ["left", "N"], Msg::Link(Step::Prev), NONE),
    row("leave", EVERYWHERE, "esc", Msg::Leave, |w| w.leave),
    with_vim("close", OUTSIDE, ["", "q"], Msg::Close, |w| w.close_or_quit),
    with_vim("search", OUTSIDE, ["", "/"], Msg::Prompt, |w| w.search),
    row("earlier", PROMPTS, "ctrl-r alt-up", Msg::Earlier, |w| w.earlier),
    // Finding one's way
    with_vim("fold", &[Empty, List], ["left", "h"], Msg::Fold, |w| w.folds),
    with_vim("unfold", &[Empty, List], ["right", "l"], Msg::Unfold, NONE),
    with_vim("tab", PANES, ["", "1"], Msg::Tab(1), |w| w.tabs),
    with_vim("tab-0", PANES, ["", "0"], Msg::Tab(0), NONE),
    with_vim("tab-2", PANES, ["", "2"], Msg::Tab(2), NONE),
    with_vim("tab-3", PANES, ["", "3"], Msg::Tab(3), NONE),
    with_vim("tab-4", PANES, ["", "4"], Msg::Tab(4), NONE),
    with_vim("tab-5", PANES, ["", "5"], Msg::Tab(5), NONE),
    with_vim("tab-6", PANES, ["", "6"], Msg::Tab(6), NONE),
    with_vim("tab-7", PANES, ["", "7"], Msg::Tab(7), NONE),
    with_vim("tab-8", PANES, ["", "8"], Msg::Tab(8), NONE),
    with_vim("tab-9", PANES, ["", "9"], Msg::Tab(9), NONE),
    row("kind", &[Matrix, Filter], "tab", Msg::Pane(Step::Next), |w| w.kinds),
    row("kind-back", &[Matrix, Filter], "shift-tab", Msg::Pane(Step::Prev), NONE),
    row("pane", &[Prompt, Empty, List, Detail], "tab", Msg::Pane(Step::Next), |w| w.panes),
    row("pane-back", &[Prompt, Empty, List, Detail], "shift-tab", Msg::Pane(Step::Prev), NONE),
    row("page-up", PAGED, "pageup", Msg::Move(Motion::PageUp), |w| w.pages),
    row("page-down", PAGED, "pagedown", Msg::Move(Motion::PageDown), NONE),
    row("half-down", OUTSIDE, "ctrl-d", Msg::Move(Motion::HalfDown), |w| w.half_pages),
    row("half-up", OUTSIDE, "ctrl-u", Msg::Move(Motion::HalfUp), NONE),
    with_vim("first", COMMANDS, ["home", "g"], Msg::Move(Motion::First), |w| w.ends),
    with_vim("last", COMMANDS, ["end", "G"], Msg::Move(Motion::Last), NONE),
    row("scroll-up", &[Prompt, Empty, List], "shift-up", Msg::Scroll(Motion::Prev), |w| w.scroll_detail),
    row("scroll-down", &[Prompt, Empty, List], "shift-down", Msg::Scroll(Motion::Next), NONE),
    with_vim("back", OUTSIDE, ["backspace ctrl-h", "H"], Msg::Back, |w| w.back_again),
    row("back-anywhere", SCREEN, "alt-left", Msg::Back, |w| w.back_again),
    with_vim("forward", SCREEN, ["alt-right", "L"], Msg::Forward, |w| w.forward),
    // What else there is to see and to do
    row("menu", &[Empty, List, Detail, Matrix, Commands], "space", Msg::Menu, |w| w.menu_of),
    command("who", COMMANDS, ["", "w", "w"], Msg::Who, |w| w.who_in_full),
    command("copy-list", COMMANDS, ["", "s", "s"], Msg::CopyList, |w| w.copy_list),
    command("cite", COMMANDS, ["", "y", "y"], Msg::Cite, |w| w.cite),
    command("matrix", COMMANDS, ["", "m", "m"], Msg::Matrix, |w| w.matrix_of),
    command("narrow", &[Matrix], ["", "", "n"], Msg::Prompt, |w| w.narrow_matrix),
    command("charts", COMMANDS, ["", "i", "i"], Msg::Charts, |w| w.charts_of),
    command("years", COMMANDS, ["", "d", "d"], Msg::Years, |w| w.years_of),
    command("gaps", COMMANDS, ["", "x", "g"], Msg::Gaps, |w| w.gaps_of),
    command("compare", PANES, ["", "c", "c"], Msg::Compare, |w| w.compare_two),
    command("basis", COMMANDS, ["", "e", "e"], Msg::Basis, |w| w.basis_of),
    command("language", COMMANDS, ["", "z", "z"], Msg::Lang, |w| w.other_language),
    row("language-anywhere", EVERYWHERE, "f2", Msg::Lang, |w| w.other_language),
    command("wide", PANES, ["", "f", "f"], Msg::Wide, |w| w.whole_width),
    command("copy", COMMANDS, ["", "Y", "Y"], Msg::CopyPage, |w| w.copy_page),
    command("bookmark", COMMANDS, ["", "b", "b"], Msg::Bookmark, |w| w.set_bookmark),
    command("bookmarks", COMMANDS, ["", "'", "'"], Msg::Bookmarks, |w| w.bookmarks),
    command("tab-next", PANES, ["ctrl-right", ">", ">"], Msg::NextTab(Step::Next), |w| w.tab_next),
    command("tab-previous", PANES, ["ctrl-left", "<", "<"], Msg::NextTab(Step::Prev), |w| w.tab_previous),
    command("overview", COMMANDS, ["", "o", "o"], Msg::Overview, |w| w.overview_of),
    command("reload", COMMANDS, ["", "r", "r"], Msg::Reload, |w| w.reload),
    command("theme", COMMANDS, ["", "t", "t"], Msg::Theme, |w| w.theme),
    command("goto", COMMANDS, ["", ":", "/"], Msg::GoTo, |w| w.goto),
    command("help", COMMANDS, ["?", "", "?"], Msg::Help, |w| w.help),
    row("help-anywhere", EVERYWHERE, "f1", Msg::Help, |w| w.help),
    command("quit", COMMANDS, ["", "", "q"], Msg::Quit, |w| w.quit),
    row("redraw", EVERYWHERE, "ctrl-l", Msg::Redraw, |w| w.redraw),
    row("suspend", EVERYWHERE, "ctrl-z", Msg::Suspend, |w| w.suspend),
    row("cancel", EVERYWHERE, "ctrl-c", Msg::Cancel, |w| w.cancel_or_quit),
    // Editing a prompt
    row("left", &[Prompt, Menu, GoTo], "left ctrl-b", Msg::Edit(Edit::Left), |w| w.letters),
    row("right", &[Prompt, Menu, GoTo], "right ctrl-f", Msg::Edit(Edit::Right), NONE),
    row("word-left", &[Prompt, Filter, Menu, GoTo], "alt-b ctrl-left", Msg::Edit(Edit::WordLeft), |w| w.word_jumps),
    row("word-right", &[Prompt, Filter, Menu, GoTo], "alt-f ctrl-right", Msg::Edit(Edit::WordRight), NONE),
    row("line-start", &[Prompt, Filter, Menu, GoTo], "ctrl-a home", Msg::Edit(Edit::Home), |w| w.line_ends),
    row("line-end", &[Prompt, Filter, Menu, GoTo], "ctrl-e end", Msg::Edit(Edit::End), NONE),
    row("erase", TYPING, "backspace ctrl-h", Msg::Edit(Edit::Backspace), |w| w.erase),
    row("delete", TYPING, "ctrl-d delete", Msg::Edit(Edit::Delete), NONE),
    row("erase-word", TYPING, "ctrl-w alt-backspace", Msg::Edit(Edit::KillWordLeft), |w| w.erase_words),
    row("delete-word", TYPING, "alt-d", Msg::Edit(Edit::KillWordRight), NONE),
    row("erase-all", TYPING, "ctrl-u", Msg::Edit(Edit::KillToStart), |w| w.erase_line),
    row("erase-rest", TYPING, "ctrl-k", Msg::Edit(Edit::KillToEnd), NONE),
    row("yank", TYPING, "ctrl-y", Msg::Edit(Edit::Yank), |w| w.yank),
];

/// A hint of the footer: the name of a binding, a word for it, and its rank.
pub type Hint = (&'static str, KeyWord, u8);

/// What the footer says in a context, from left to right. Where there is no room for all, those with
/// the lowest rank stay: how to get help and how to get out come first, on the start screen also how to get
/// the other language, which nobody finds in one that they cannot read.
#[rustfmt::skip]
pub static HINTS: &[(Context, &[Hint])] = &[
    (Prompt, &[
        ("down", |w| w.choose, 4), ("open", |w| w.open, 3), ("leave", |w| w.clear, 2),
        ("pane", |w| w.pane, 7), ("menu", |w| w.commands, 5), ("help-anywhere", |w| w.help, 1),
        ("language-anywhere", |w| w.language, 6), ("earlier", |w| w.earlier_query, 8), ("scroll-down", |w| w.scroll_answer, 9),
    ]),
    (Empty, &[
        ("down", |w| w.choose, 6), ("open", |w| w.open, 5), ("menu", |w| w.commands, 2), ("pane", |w| w.pane, 7),
        ("tab-next", |w| w.tab, 8), ("help", |w| w.help, 1), ("language-anywhere", |w| w.language, 3),
        ("cancel", |w| w.quit, 4), ("earlier", |w| w.earlier_query, 9), ("fold", |w| w.fold, 10),
    ]),
    (List, &[
        ("next", |w| w.move_, 5), ("open", |w| w.open, 4), ("menu", |w| w.commands, 2), ("fold", |w| w.fold, 8),
        ("back", |w| w.back, 6), ("tab-next", |w| w.tab, 7), ("help", |w| w.help, 1), ("language-anywhere", |w| w.language, 9),
        ("cancel", |w| w.quit, 3), ("pane", |w| w.pane, 10), ("scroll-down", |w| w.scroll_answer, 11),
    ]),
    (Detail, &[
        ("down-line", |w| w.scroll, 7), ("next-link", |w| w.link, 4), ("follow", |w| w.open, 5),
        ("menu", |w| w.commands, 3), ("back", |w| w.back, 6), ("leave", |w| w.close, 2), ("help", |w| w.help, 1),
        ("language-anywhere", |w| w.language, 8),
    ]),
    (Matrix, &[
        ("cell-down", |w| w.cells, 7), ("choose", |w| w.open, 4), ("kind", |w| w.kind, 5), ("menu", |w| w.commands, 2),
        ("narrow", |w| w.filter, 6), ("leave", |w| w.close, 3), ("help", |w| w.help, 1), ("language-anywhere", |w| w.language, 8),
    ]),
    (Filter, &[
        ("next-row", |w| w.choose, 5), ("choose", |w| w.to_cells, 3), ("kind", |w| w.kind, 4), ("leave", |w| w.clear, 2),
        ("help-anywhere", |w| w.help, 1), ("language-anywhere", |w| w.language, 6),
    ]),
    (Menu, &[
        ("next-row", |w| w.choose, 3), ("choose", |w| w.open, 2), ("leave", |w| w.close, 1),
    ]),
    (GoTo, &[("choose", |w| w.go, 2), ("leave", |w| w.close, 1)]),
    (Commands, &[
        ("next-row", |w| w.choose, 4), ("choose", |w| w.run, 2), ("leave", |w| w.close, 1), ("quit", |w| w.quit, 3),
    ]),
];
