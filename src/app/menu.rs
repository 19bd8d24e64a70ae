//! Lists over everything, with a filter of their own: the keys, the bookmarks, what changed.

use std::collections::HashSet;

use tui_input::Input;

use super::help_line::HelpLine;
use super::keymap::Keymap;
use super::list::{moved, window};
use super::msg::{Context, Edit, Motion, Msg};
use crate::describe::{self, sign_in};
use crate::i18n::menu::menu as texts;
use crate::i18n::screen::screen;
use crate::i18n::terms::terms;
use crate::i18n::who;
use crate::model::{Change, Lang, Node, Plan, Role, Term};

/// A line of a menu.
#[derive(Clone, Debug, Default)]
pub struct MenuEntry {
    /// What stands on the left: keys, an id, an example.
    pub left: String,
    /// What it says.
    pub text: String,
    /// What else it is found by.
    pub also: String,
    /// Where Enter goes.
    pub node: Option<Node>,
    /// What Enter does.
    pub run: Option<Msg>,
    /// It heads the entries below, which show (`Some(true)`) or are folded away.
    pub heading: Option<bool>,
}

impl MenuEntry {
    fn heading(text: impl Into<String>, open: bool) -> MenuEntry {
        MenuEntry {
            text: text.into(),
            heading: Some(open),
            ..MenuEntry::default()
        }
    }
}

/// What the signs of lists, matrix and bars mean; open where most of them are.
fn signs(context: Context, lang: Lang, ascii: bool) -> Vec<MenuEntry> {
    let texts = texts(lang);
    let of = |roles: &[Role], inferred| {
        let signs = roles.iter().map(|&role| who::sign(role, inferred, ascii));
        signs.collect::<Vec<_>>().join(" ")
    };
    let full = of(&Role::ALL, false);
    let hollow = of(&[Role::Lead, Role::Support], true);
    let others = texts.signs.map(|sign| {
        if ascii {
            sign.replace('█', "#").replace('┃', "|")
        } else {
            sign.to_owned()
        }
    });
    let signs = [full, hollow].into_iter().chain(others);
    let entries = signs
        .zip(texts.signs_explained)
        .map(|(left, text)| MenuEntry {
            left,
            text: text.to_owned(),
            ..MenuEntry::default()
        });
    let open = matches!(context, Context::Matrix | Context::Detail);
    let heading = MenuEntry::heading(texts.signs_title, open);
    std::iter::once(heading).chain(entries).collect()
}

/// A filtered list.
#[derive(Clone, Debug)]
pub struct Menu {
    title: &'static str,
    empty: String,
    entries: Vec<MenuEntry>,
    shown: Vec<usize>,
    input: Input,
    cursor: usize,
    offset: usize,
    height: usize,
}

impl Menu {
    fn new(title: &'static str, empty: String, entries: Vec<MenuEntry>) -> Menu {
        let shown = (0..entries.len()).collect();
        Menu {
            title,
            empty,
            entries,
            shown,
            input: Input::default(),
            cursor: 0,
            offset: 0,
            height: 1,
        }
    }

    /// How to ask, by examples; the keys of the place it was opened from; then, folded, the commands
    /// and the keys of the other places. Enter asks the example, or does what the key does.
    pub(super) fn help(keymap: &Keymap, context: Context, lang: Lang, ascii: bool) -> Menu {
        let (words, texts) = (screen(lang), texts(lang));
        let place = |context: Context| {
            let name = words.contexts.get(context as usize).copied();
            name.unwrap_or_default()
        };
        let mut entries = vec![MenuEntry::heading(texts.ask, true)];
        let examples = texts.examples.iter().zip(&texts.explained);
        entries.extend(examples.map(|(&example, &text)| MenuEntry {
            left: example.to_owned(),
            text: text.to_owned(),
            run: Some(Msg::Query(example.to_owned())),
            ..MenuEntry::default()
        }));
        let mut lines = keymap.lines();
        let mut section = |title: &str, open, takes: &dyn Fn(&HelpLine) -> bool| {
            let (taken, rest) = std::mem::take(&mut lines).into_iter().partition(takes);
            lines = rest;
            let taken: Vec<HelpLine> = taken;
            let heading = (!taken.is_empty()).then(|| MenuEntry::heading(title, open));
            let entries = taken.iter().map(|line| MenuEntry {
                left: line.labels(ascii).join(" "),
                text: line.said(lang).to_owned(),
                also: format!(
                    "{} {} {}",
                    line.said(Lang::En),
                    line.said(Lang::Zh),
                    line.names.join(" ")
                ),
                run: line
                    .binding
                    .contexts
                    .contains(&context)
                    .then(|| line.binding.msg.clone()),
                ..MenuEntry::default()
            });
            heading.into_iter().chain(entries).collect::<Vec<_>>()
        };
        let is_command =
            |line: &HelpLine| !line.binding.letter.is_empty() && line.binding.keys.is_empty();
        let here = format!("{}{}", texts.keys_here, place(context));
        entries.extend(section(&here, true, &|line| {
            line.binding.contexts.contains(&context) && !is_command(line)
        }));
        entries.extend(signs(context, lang, ascii));
        entries.push(MenuEntry::heading(terms(lang).title, false));
        entries.extend(Term::ALL.map(|term| MenuEntry {
            left: terms(lang).name(term),
            text: terms(lang).explained(term),
            also: terms(lang).title.to_owned(),
            ..MenuEntry::default()
        }));
        entries.extend(section(texts.all_commands, false, &is_command));
        for other in Context::ALL {
            entries.extend(section(place(other), false, &|line| {
                line.binding.contexts.contains(&other)
            }));
        }
        let mut menu = Menu::new(words.help_title, words.no_key.to_owned(), entries);
        menu.filter();
        menu.cursor = 1;
        menu
    }

    /// The bookmarked nodes; what is said where there are none.
    pub(super) fn bookmarks(plan: &Plan, ids: &[String], lang: Lang, none: String) -> Menu {
        let words = screen(lang);
        let found = ids.iter().rev().filter_map(|id| plan.find(id));
        let entries = found.map(|node| {
            let (left, name) = (sign_in(plan, node, lang), plan.name(node));
            let text = name.get(lang);
            MenuEntry {
                text: if text == left { "" } else { text }.to_owned(),
                left,
                also: name.get(lang.other()).to_owned(),
                node: Some(node),
                ..MenuEntry::default()
            }
        });
        Menu::new(words.bookmarks_title, none, entries.collect())
    }

    /// What a reload changed.
    pub(super) fn changes(plan: &Plan, changes: &[Change], lang: Lang) -> Menu {
        let words = screen(lang);
        let entries = describe::changes(changes, lang)
            .into_iter()
            .map(|line| MenuEntry {
                node: plan.find(&line.id),
                left: line.id,
                text: line.text,
                ..MenuEntry::default()
            });
        Menu::new(
            words.changes_title,
            words.no_changes.to_owned(),
            entries.collect(),
        )
    }

    /// What it lists.
    #[must_use]
    pub fn title(&self) -> &'static str {
        self.title
    }

    /// What it says where nothing is left.
    #[must_use]
    pub fn empty(&self) -> &str {
        &self.empty
    }

    /// The filter.
    #[must_use]
    pub fn input(&self) -> &Input {
        &self.input
    }

    /// The lines that show: whether the cursor is on it, and the line.
    pub fn visible(&self) -> impl Iterator<Item = (bool, &MenuEntry)> {
        let shown = self
            .shown
            .iter()
            .enumerate()
            .skip(self.offset)
            .take(self.height);
        shown.filter_map(|(place, &entry)| Some((place == self.cursor, self.entries.get(entry)?)))
    }

    /// Columns that the left side takes: as many as the entries need that show.
    #[must_use]
    pub fn left_width(&self) -> usize {
        let shown = self.shown.iter();
        shown
            .filter_map(|&index| self.entries.get(index))
            .map(|entry| crate::page::width(&entry.left))
            .max()
            .unwrap_or(0)
            .min(30)
    }

    /// The line under the cursor.
    #[must_use]
    pub fn current(&self) -> Option<&MenuEntry> {
        self.entries.get(*self.shown.get(self.cursor)?)
    }

    /// The nodes have other names.
    pub(super) fn rename(&mut self, renamed: impl Fn(Node) -> Option<Node>) {
        for entry in &mut self.entries {
            entry.node = entry.node.and_then(&renamed);
        }
    }

    pub(super) fn set_height(&mut self, height: usize) {
        self.height = height;
        self.offset = window(self.offset, self.cursor, self.shown.len(), self.height);
    }

    pub(super) fn edit(&mut self, edit: Edit) {
        super::lookup::change(&mut self.input, edit);
        self.filter();
    }

    pub(super) fn insert(&mut self, text: &str) {
        super::lookup::insert(&mut self.input, text);
        self.filter();
    }

    pub(super) fn has_headings(&self) -> bool {
        self.entries.iter().any(|entry| entry.heading.is_some())
    }

    /// Opens or closes the heading under the cursor; false where there is none.
    pub(super) fn toggle(&mut self) -> bool {
        let index = self.shown.get(self.cursor).copied();
        let entry = index.and_then(|index| self.entries.get_mut(index));
        let Some(open) = entry.and_then(|entry| entry.heading.as_mut()) else {
            return false;
        };
        *open = !*open;
        let cursor = self.cursor;
        self.filter();
        self.cursor = cursor;
        true
    }

    /// While nothing is typed, the entries whose heading is open; else those in which every word
    /// stands, wherever they are, each once.
    fn filter(&mut self) {
        let typed = self.input.value().to_lowercase();
        let words: Vec<&str> = typed.split_whitespace().collect();
        let mut said = HashSet::new();
        let mut open = true;
        let mut keep = |entry: &MenuEntry| {
            open = entry.heading.unwrap_or(open);
            if words.is_empty() {
                return open || entry.heading.is_some();
            }
            let line = format!("{} {} {}", entry.left, entry.text, entry.also).to_lowercase();
            entry.heading.is_none()
                && words.iter().all(|word| line.contains(word))
                && said.insert((entry.left.clone(), entry.text.clone()))
        };
        let all = self.entries.iter().enumerate();
        self.shown = all
            .filter_map(|(index, entry)| keep(entry).then_some(index))
            .collect();
        self.cursor = 0;
        self.offset = 0;
    }

    pub(super) fn go(&mut self, motion: Motion) {
        self.cursor = moved(self.cursor, self.shown.len(), self.height, motion);
        self.offset = window(self.offset, self.cursor, self.shown.len(), self.height);
    }

    pub(super) fn select_line(&mut self, line: usize) -> bool {
        let there = self.offset + line < self.shown.len();
        if there {
            self.cursor = self.offset + line;
        }
        there
    }
}
