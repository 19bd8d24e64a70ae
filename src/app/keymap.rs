//! The table of keys. Help, footer and README come from it; the user's own keys are laid over it.
//! It knows no terminal: [`crate::keys`] turns a terminal's events into [`Chord`]s.

use std::collections::HashMap;
use std::fmt;

use super::msg::Context::{self, Detail, Filter, GoTo, List, Matrix, Prompt};
use super::msg::{Edit, Motion, Msg, Step};
use crate::model::Lang;

/// A key without its modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Code {
    /// A character, as typed: `G`, not Shift and `g`.
    Char(char),
    /// The named keys.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Backspace, 0x7f and 0x08.
    Backspace,
    /// Delete.
    Delete,
    /// Cursor keys.
    Left,
    /// Cursor right.
    Right,
    /// Cursor up.
    Up,
    /// Cursor down.
    Down,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// A function key.
    F(u8),
}

/// A key with its modifiers. A character comes without Shift: terminals disagree on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Chord {
    /// The key.
    pub code: Code,
    /// With Ctrl.
    pub ctrl: bool,
    /// With Alt.
    pub alt: bool,
    /// With Shift; never with a character.
    pub shift: bool,
}

/// The names of keys, as they are written in the table and in a configuration file.
const NAMES: &[(&str, Code)] = &[
    ("enter", Code::Enter),
    ("esc", Code::Esc),
    ("tab", Code::Tab),
    ("backspace", Code::Backspace),
    ("delete", Code::Delete),
    ("left", Code::Left),
    ("right", Code::Right),
    ("up", Code::Up),
    ("down", Code::Down),
    ("home", Code::Home),
    ("end", Code::End),
    ("pageup", Code::PageUp),
    ("pagedown", Code::PageDown),
    ("space", Code::Char(' ')),
];

impl Chord {
    /// Reads `ctrl-d`, `alt-left`, `G`, `f1`, `space`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Chord> {
        let mut chord = Chord {
            code: Code::Enter,
            ctrl: false,
            alt: false,
            shift: false,
        };
        let mut rest = text;
        loop {
            let lower = rest.to_ascii_lowercase();
            let (flag, length) = match lower.as_str() {
                name if name.starts_with("ctrl-") => (&mut chord.ctrl, 5),
                name if name.starts_with("alt-") => (&mut chord.alt, 4),
                name if name.starts_with("shift-") => (&mut chord.shift, 6),
                _ => break,
            };
            if rest.len() == length {
                break;
            }
            *flag = true;
            rest = rest.get(length..)?;
        }
        let lower = rest.to_ascii_lowercase();
        let function = lower
            .strip_prefix('f')
            .and_then(|number| number.parse::<u8>().ok());
        let mut characters = rest.chars();
        chord.code = match (characters.next(), characters.next(), function) {
            (Some(one), None, _) => Code::Char(one),
            (_, _, Some(number @ 1..=24)) => Code::F(number),
            _ => NAMES.iter().find(|(name, _)| *name == lower)?.1,
        };
        let is_char = matches!(chord.code, Code::Char(_));
        (!(is_char && chord.shift)).then_some(chord)
    }

    /// The key as a person reads it: `↑`, `Ctrl-d`, `F1`. In ASCII where asked.
    #[must_use]
    pub fn label(&self, ascii: bool) -> String {
        let arrow = |sign: &str, word: &str| {
            if ascii {
                word.to_owned()
            } else {
                sign.to_owned()
            }
        };
        let name = match self.code {
            Code::Char(' ') => "Space".to_owned(),
            Code::Char(character) => character.to_string(),
            Code::Up => arrow("↑", "Up"),
            Code::Down => arrow("↓", "Down"),
            Code::Left => arrow("←", "Left"),
            Code::Right => arrow("→", "Right"),
            Code::PageUp => "PgUp".to_owned(),
            Code::PageDown => "PgDn".to_owned(),
            Code::Delete => "Del".to_owned(),
            Code::Backspace => "Backspace".to_owned(),
            Code::Enter => "Enter".to_owned(),
            Code::Esc => "Esc".to_owned(),
            Code::Tab => "Tab".to_owned(),
            Code::Home => "Home".to_owned(),
            Code::End => "End".to_owned(),
            Code::F(number) => format!("F{number}"),
        };
        let modifiers = [
            (self.ctrl, "Ctrl-"),
            (self.alt, "Alt-"),
            (self.shift, "Shift-"),
        ];
        modifiers
            .iter()
            .filter(|(on, _)| *on)
            .map(|(_, word)| *word)
            .collect::<String>()
            + &name
    }
}

impl fmt::Display for Chord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.label(false))
    }
}

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
    /// The help line in both languages; empty: it belongs to the row above.
    pub help: [&'static str; 2],
    /// The word for the footer in both languages; empty: not shown there.
    pub hint: [&'static str; 2],
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
    hint: [&'static str; 2],
) -> Binding {
    Binding {
        name,
        contexts,
        keys,
        msg,
        help,
        hint,
    }
}

const NONE: [&str; 2] = ["", ""];

/// All keys, in the order of the help screen.
pub static BINDINGS: &[Binding] = &[
    // The prompt
    row(
        "up",
        &[Prompt],
        "up ctrl-p",
        Msg::Move(Motion::Prev),
        ["previous answer", "上一条"],
        NONE,
    ),
    row(
        "down",
        &[Prompt],
        "down ctrl-n",
        Msg::Move(Motion::Next),
        ["next answer", "下一条"],
        ["choose", "选择"],
    ),
    row(
        "open",
        &[Prompt, List],
        "enter",
        Msg::Open,
        ["open it", "打开"],
        ["open", "打开"],
    ),
    row(
        "page-up",
        &[Prompt, List, Detail, Filter, Matrix],
        "pageup",
        Msg::Move(Motion::PageUp),
        ["a page up", "上一页"],
        NONE,
    ),
    row(
        "page-down",
        &[Prompt, List, Detail, Filter, Matrix],
        "pagedown",
        Msg::Move(Motion::PageDown),
        ["a page down", "下一页"],
        NONE,
    ),
    row(
        "scroll-up",
        &[Prompt, List],
        "shift-up",
        Msg::Scroll(Motion::Prev),
        ["scroll the detail up", "详情上滚"],
        NONE,
    ),
    row(
        "scroll-down",
        &[Prompt, List],
        "shift-down",
        Msg::Scroll(Motion::Next),
        ["scroll the detail down", "详情下滚"],
        NONE,
    ),
    row(
        "earlier",
        &[Prompt],
        "ctrl-r alt-up",
        Msg::Earlier,
        ["an earlier query", "以前的查询"],
        NONE,
    ),
    row(
        "pane",
        &[Prompt, List, Detail],
        "tab",
        Msg::Pane(Step::Next),
        ["next pane", "下一栏"],
        ["pane", "换栏"],
    ),
    row(
        "pane-back",
        &[Prompt, List, Detail],
        "shift-tab",
        Msg::Pane(Step::Prev),
        ["previous pane", "上一栏"],
        NONE,
    ),
    row(
        "leave",
        EVERYWHERE,
        "esc",
        Msg::Leave,
        [
            "clear, close or leave the topmost thing",
            "清除、关闭或离开最上层",
        ],
        NONE,
    ),
    // Editing a prompt
    row(
        "left",
        &[Prompt, GoTo],
        "left ctrl-b",
        Msg::Edit(Edit::Left),
        ["one character left", "左移一字"],
        NONE,
    ),
    row(
        "right",
        &[Prompt, GoTo],
        "right ctrl-f",
        Msg::Edit(Edit::Right),
        [
            "one character right; at the end: complete a filter",
            "右移一字；在末尾补全筛选",
        ],
        NONE,
    ),
    row(
        "word-left",
        TYPING,
        "alt-b ctrl-left",
        Msg::Edit(Edit::WordLeft),
        ["one word left", "左移一词"],
        NONE,
    ),
    row(
        "word-right",
        TYPING,
        "alt-f ctrl-right",
        Msg::Edit(Edit::WordRight),
        ["one word right", "右移一词"],
        NONE,
    ),
    row(
        "line-start",
        TYPING,
        "ctrl-a home",
        Msg::Edit(Edit::Home),
        ["to the start", "到行首"],
        NONE,
    ),
    row(
        "line-end",
        TYPING,
        "ctrl-e end",
        Msg::Edit(Edit::End),
        ["to the end", "到行尾"],
        NONE,
    ),
    row(
        "erase",
        TYPING,
        "backspace ctrl-h",
        Msg::Edit(Edit::Backspace),
        ["erase the character before", "删除前一字"],
        NONE,
    ),
    row(
        "delete",
        TYPING,
        "ctrl-d delete",
        Msg::Edit(Edit::Delete),
        ["erase the character under the cursor", "删除后一字"],
        NONE,
    ),
    row(
        "erase-word",
        TYPING,
        "ctrl-w alt-backspace",
        Msg::Edit(Edit::KillWordLeft),
        ["erase the word before", "删除前一词"],
        NONE,
    ),
    row(
        "delete-word",
        TYPING,
        "alt-d",
        Msg::Edit(Edit::KillWordRight),
        ["erase the word after", "删除后一词"],
        NONE,
    ),
    row(
        "erase-all",
        TYPING,
        "ctrl-u",
        Msg::Edit(Edit::KillToStart),
        ["erase to the start", "删至行首"],
        NONE,
    ),
    row(
        "erase-rest",
        TYPING,
        "ctrl-k",
        Msg::Edit(Edit::KillToEnd),
        ["erase to the end", "删至行尾"],
        NONE,
    ),
    row(
        "yank",
        TYPING,
        "ctrl-y",
        Msg::Edit(Edit::Yank),
        ["put back what was erased", "恢复刚删除的"],
        NONE,
    ),
    // Lists
    row(
        "next",
        LIST_ONLY,
        "j down",
        Msg::Move(Motion::Next),
        ["next row", "下一行"],
        ["move", "移动"],
    ),
    row(
        "previous",
        LIST_ONLY,
        "k up",
        Msg::Move(Motion::Prev),
        ["previous row", "上一行"],
        NONE,
    ),
    row(
        "next-row",
        &[Filter],
        "down ctrl-n",
        Msg::Move(Motion::Next),
        ["next row", "下一行"],
        ["choose", "选择"],
    ),
    row(
        "previous-row",
        &[Filter],
        "up ctrl-p",
        Msg::Move(Motion::Prev),
        ["previous row", "上一行"],
        NONE,
    ),
    row(
        "first",
        COMMANDS,
        "g home",
        Msg::Move(Motion::First),
        ["to the first", "到开头"],
        NONE,
    ),
    row(
        "last",
        COMMANDS,
        "G end",
        Msg::Move(Motion::Last),
        ["to the last", "到末尾"],
        NONE,
    ),
    row(
        "half-down",
        COMMANDS,
        "ctrl-d",
        Msg::Move(Motion::HalfDown),
        ["half a page down", "下半页"],
        NONE,
    ),
    row(
        "half-up",
        COMMANDS,
        "ctrl-u",
        Msg::Move(Motion::HalfUp),
        ["half a page up", "上半页"],
        NONE,
    ),
    row(
        "fold",
        &[List],
        "h left",
        Msg::Fold,
        ["fold, or go to what it belongs to", "折叠或到上级"],
        ["fold", "折叠"],
    ),
    row(
        "unfold",
        &[List],
        "l right",
        Msg::Unfold,
        ["unfold", "展开"],
        NONE,
    ),
    row(
        "search",
        COMMANDS,
        "/",
        Msg::Prompt,
        ["search", "搜索"],
        ["search", "搜索"],
    ),
    row(
        "tab",
        PANES,
        "1",
        Msg::Tab(1),
        ["1-9 choose a tab, 0 all", "1-9 选分类，0 全部"],
        NONE,
    ),
    row("tab-0", PANES, "0", Msg::Tab(0), NONE, NONE),
    row("tab-2", PANES, "2", Msg::Tab(2), NONE, NONE),
    row("tab-3", PANES, "3", Msg::Tab(3), NONE, NONE),
    row("tab-4", PANES, "4", Msg::Tab(4), NONE, NONE),
    row("tab-5", PANES, "5", Msg::Tab(5), NONE, NONE),
    row("tab-6", PANES, "6", Msg::Tab(6), NONE, NONE),
    row("tab-7", PANES, "7", Msg::Tab(7), NONE, NONE),
    row("tab-8", PANES, "8", Msg::Tab(8), NONE, NONE),
    row("tab-9", PANES, "9", Msg::Tab(9), NONE, NONE),
    // The detail
    row(
        "down-line",
        &[Detail],
        "j down",
        Msg::Move(Motion::Next),
        ["scroll down", "下滚"],
        ["scroll", "滚动"],
    ),
    row(
        "up-line",
        &[Detail],
        "k up",
        Msg::Move(Motion::Prev),
        ["scroll up", "上滚"],
        NONE,
    ),
    row(
        "next-link",
        &[Detail],
        "n",
        Msg::Link(Step::Next),
        ["next link", "下一链接"],
        ["link", "链接"],
    ),
    row(
        "previous-link",
        &[Detail],
        "N",
        Msg::Link(Step::Prev),
        ["previous link", "上一链接"],
        NONE,
    ),
    row(
        "follow",
        &[Detail],
        "enter",
        Msg::Open,
        ["follow the link", "打开链接"],
        ["follow", "打开"],
    ),
    row(
        "wide",
        PANES,
        "f",
        Msg::Wide,
        ["the whole width for the detail", "详情占满"],
        ["wide", "占满"],
    ),
    // The matrix, and prompts of their own
    row(
        "cell-down",
        &[Matrix],
        "j down",
        Msg::Move(Motion::Next),
        ["next body", "下一单位"],
        ["cells", "移动"],
    ),
    row(
        "cell-up",
        &[Matrix],
        "k up",
        Msg::Move(Motion::Prev),
        ["previous body", "上一单位"],
        NONE,
    ),
    row(
        "cell-right",
        &[Matrix],
        "l right",
        Msg::Aside(Motion::Next),
        ["next column", "右一列"],
        NONE,
    ),
    row(
        "cell-left",
        &[Matrix],
        "h left",
        Msg::Aside(Motion::Prev),
        ["previous column", "左一列"],
        NONE,
    ),
    row(
        "aside-right",
        &[Filter],
        "right",
        Msg::Aside(Motion::Next),
        ["next column", "右一列"],
        NONE,
    ),
    row(
        "aside-left",
        &[Filter],
        "left",
        Msg::Aside(Motion::Prev),
        ["previous column", "左一列"],
        NONE,
    ),
    row(
        "choose",
        &[Matrix, Filter, GoTo],
        "enter",
        Msg::Open,
        ["open it", "打开"],
        ["open", "打开"],
    ),
    row(
        "kind",
        &[Matrix],
        "tab",
        Msg::Pane(Step::Next),
        ["the next kind of items", "换一类条目"],
        ["kind", "换类"],
    ),
    row(
        "kind-next",
        &[Filter],
        "tab",
        Msg::Pane(Step::Next),
        ["the next kind of items", "换一类条目"],
        NONE,
    ),
    row(
        "kind-back",
        &[Matrix, Filter],
        "shift-tab",
        Msg::Pane(Step::Prev),
        ["the previous kind of items", "换上一类条目"],
        NONE,
    ),
    // Anywhere but a prompt
    row(
        "back",
        COMMANDS,
        "backspace H alt-left",
        Msg::Back,
        ["back to where you were", "返回"],
        ["back", "返回"],
    ),
    row(
        "forward",
        COMMANDS,
        "L alt-right",
        Msg::Forward,
        ["forward again", "前进"],
        NONE,
    ),
    row(
        "who",
        COMMANDS,
        "w",
        Msg::Who,
        [
            "who is responsible, with all evidence",
            "谁负责（全部依据）",
        ],
        ["who", "谁负责"],
    ),
    row(
        "matrix",
        COMMANDS,
        "m",
        Msg::Matrix,
        ["bodies × items", "单位×条目 矩阵"],
        ["matrix", "矩阵"],
    ),
    row(
        "charts",
        COMMANDS,
        "i",
        Msg::Charts,
        ["indicators as charts", "指标图"],
        NONE,
    ),
    row(
        "years",
        COMMANDS,
        "d",
        Msg::Years,
        ["targets by year", "按年份看目标"],
        NONE,
    ),
    row(
        "basis",
        COMMANDS,
        "e",
        Msg::Basis,
        [
            "responsibilities: all, documented, assigned here",
            "责任：全部、有文件、本单位",
        ],
        NONE,
    ),
    row(
        "language",
        COMMANDS,
        "z",
        Msg::Lang,
        ["中文", "English"],
        ["中文", "EN"],
    ),
    row(
        "cite",
        COMMANDS,
        "y",
        Msg::Cite,
        ["copy a citation", "复制引用"],
        ["copy", "复制"],
    ),
    row(
        "copy",
        COMMANDS,
        "Y",
        Msg::CopyPage,
        ["copy the whole page as Markdown", "复制全文（Markdown）"],
        NONE,
    ),
    row(
        "bookmark",
        COMMANDS,
        "b",
        Msg::Bookmark,
        ["set or remove a bookmark", "加/去书签"],
        NONE,
    ),
    row(
        "bookmarks",
        COMMANDS,
        "'",
        Msg::Bookmarks,
        ["bookmarks", "书签"],
        NONE,
    ),
    row(
        "reload",
        COMMANDS,
        "r",
        Msg::Reload,
        ["read the files again", "重新读取"],
        NONE,
    ),
    row(
        "theme",
        COMMANDS,
        "t",
        Msg::Theme,
        ["next theme", "换主题"],
        NONE,
    ),
    row(
        "goto",
        COMMANDS,
        ":",
        Msg::GoTo,
        ["go to an id", "按编号前往"],
        NONE,
    ),
    row(
        "help",
        COMMANDS,
        "?",
        Msg::Help,
        ["help", "帮助"],
        ["help", "帮助"],
    ),
    row(
        "quit",
        COMMANDS,
        "q",
        Msg::Quit,
        ["quit", "退出"],
        ["quit", "退出"],
    ),
    // Everywhere
    row(
        "help-anywhere",
        EVERYWHERE,
        "f1",
        Msg::Help,
        ["help", "帮助"],
        NONE,
    ),
    row(
        "language-anywhere",
        EVERYWHERE,
        "f2",
        Msg::Lang,
        ["中文", "English"],
        NONE,
    ),
    row(
        "redraw",
        EVERYWHERE,
        "ctrl-l",
        Msg::Redraw,
        ["redraw", "重画"],
        NONE,
    ),
    row(
        "suspend",
        EVERYWHERE,
        "ctrl-z",
        Msg::Suspend,
        ["suspend", "挂起"],
        NONE,
    ),
    row(
        "cancel",
        EVERYWHERE,
        "ctrl-c",
        Msg::Cancel,
        ["cancel; at rest, quit", "取消；空闲时退出"],
        NONE,
    ),
];

const LIST_ONLY: &[Context] = &[List];

/// The keys in force: the table, with the user's own keys laid over it.
#[derive(Clone, Debug)]
pub struct Keymap {
    chords: HashMap<(Context, Chord), usize>,
    keys: Vec<Vec<Chord>>,
}

/// What is wrong with the user's own keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyError {
    /// No binding has that name; the nearest one that there is.
    UnknownName(String, String),
    /// No key is written like that.
    UnknownKey(String, String),
    /// Two bindings want one key in one context.
    Conflict(String, String, String),
}

impl KeyError {
    /// The error in words.
    #[must_use]
    pub fn render(&self, lang: Lang) -> String {
        match (lang, self) {
            (Lang::En, KeyError::UnknownName(name, near)) => {
                format!("keys.{name}: no such binding; did you mean {near}?")
            }
            (Lang::Zh, KeyError::UnknownName(name, near)) => {
                format!("keys.{name}：没有这个按键名；是否指 {near}？")
            }
            (Lang::En, KeyError::UnknownKey(name, key)) => {
                format!(
                    "keys.{name}: no key is written {key:?}; write for example \"ctrl-d\", \"alt-left\", \"G\", \"f5\""
                )
            }
            (Lang::Zh, KeyError::UnknownKey(name, key)) => {
                format!(
                    "keys.{name}：没有 {key:?} 这种键；写法如 \"ctrl-d\"、\"alt-left\"、\"G\"、\"f5\""
                )
            }
            (Lang::En, KeyError::Conflict(key, one, other)) => {
                format!(
                    "keys: {key} is bound to both {one} and {other}; give one of them another key"
                )
            }
            (Lang::Zh, KeyError::Conflict(key, one, other)) => {
                format!("keys：{key} 同时绑定给 {one} 和 {other}；请改其中一个")
            }
        }
    }
}

impl Default for Keymap {
    fn default() -> Keymap {
        Keymap::new(&[]).expect("the table of keys has no conflict")
    }
}

impl Keymap {
    /// The table with some bindings' keys replaced: pairs of a name and its keys.
    ///
    /// # Errors
    /// An unknown name or key, or two bindings that want one key in one context.
    pub fn new(own: &[(String, Vec<String>)]) -> Result<Keymap, KeyError> {
        for (name, _) in own {
            if !BINDINGS.iter().any(|binding| binding.name == name) {
                let near = BINDINGS
                    .iter()
                    .max_by_key(|binding| similarity(binding.name, name));
                let near = near.map_or("", |binding| binding.name);
                return Err(KeyError::UnknownName(name.clone(), near.to_owned()));
            }
        }
        let mut map = Keymap {
            chords: HashMap::new(),
            keys: Vec::with_capacity(BINDINGS.len()),
        };
        for (index, binding) in BINDINGS.iter().enumerate() {
            let wanted: Vec<&str> = match own.iter().find(|(name, _)| name == binding.name) {
                Some((_, keys)) => keys.iter().map(String::as_str).collect(),
                None => binding.keys.split(' ').collect(),
            };
            let mut chords = Vec::new();
            for key in wanted {
                let unknown = || KeyError::UnknownKey(binding.name.to_owned(), key.to_owned());
                let chord = Chord::parse(key).ok_or_else(unknown)?;
                chords.push(chord);
                for &context in binding.contexts {
                    if let Some(other) = map.chords.insert((context, chord), index) {
                        let other = BINDINGS.get(other).map_or("", |binding| binding.name);
                        return Err(KeyError::Conflict(
                            chord.to_string(),
                            other.to_owned(),
                            binding.name.to_owned(),
                        ));
                    }
                }
            }
            map.keys.push(chords);
        }
        Ok(map)
    }

    /// What a key means in a context.
    #[must_use]
    pub fn message(&self, context: Context, chord: Chord) -> Option<Msg> {
        let index = *self.chords.get(&(context, chord))?;
        BINDINGS.get(index).map(|binding| binding.msg.clone())
    }

    /// The bindings with the keys in force, in the order of the help screen.
    pub fn rows(&self) -> impl Iterator<Item = (&'static Binding, &[Chord])> {
        BINDINGS.iter().zip(self.keys.iter().map(Vec::as_slice))
    }
}

/// How alike two names are: the length of their common beginning. Enough to guess a slip.
fn similarity(one: &str, other: &str) -> usize {
    let common = one
        .chars()
        .zip(other.chars())
        .take_while(|(a, b)| a == b)
        .count();
    common * 100 - one.len().abs_diff(other.len()).min(99)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_has_no_conflict_and_every_key_is_known() {
        assert_eq!(Keymap::new(&[]).err(), None);
    }

    #[test]
    fn own_keys_replace_and_conflicts_name_both() {
        let own = |name: &str, key: &str| vec![(name.to_owned(), vec![key.to_owned()])];
        let map = Keymap::new(&own("quit", "Q")).unwrap();
        assert!(matches!(
            map.message(List, Chord::parse("Q").unwrap()),
            Some(Msg::Quit)
        ));
        assert!(map.message(List, Chord::parse("q").unwrap()).is_none());
        let conflict = Keymap::new(&own("quit", "w")).unwrap_err();
        assert_eq!(
            conflict,
            KeyError::Conflict("w".into(), "who".into(), "quit".into())
        );
        let unknown = Keymap::new(&own("bookmrk", "x")).unwrap_err();
        assert_eq!(
            unknown,
            KeyError::UnknownName("bookmrk".into(), "bookmark".into())
        );
        assert!(matches!(
            Keymap::new(&own("quit", "hyper-x")),
            Err(KeyError::UnknownKey(..))
        ));
    }

    #[test]
    fn chords_read_as_they_are_written() {
        for (text, label) in [
            ("ctrl-d", "Ctrl-d"),
            ("G", "G"),
            ("f1", "F1"),
            ("alt-left", "Alt-←"),
            ("shift-tab", "Shift-Tab"),
            ("-", "-"),
        ] {
            assert_eq!(
                Chord::parse(text).map(|chord| chord.to_string()).as_deref(),
                Some(label)
            );
        }
        assert_eq!(Chord::parse("shift-g"), None);
        assert_eq!(Chord::parse(""), None);
    }
}
