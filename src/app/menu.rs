//! Lists over everything, with a filter of their own: the keys, the bookmarks, what changed.

use std::collections::HashSet;

use tui_input::Input;

use super::keymap::Keymap;
use super::list::{moved, window};
use super::msg::{Context, Edit, Motion, Msg};
use crate::describe::{self, sign};
use crate::i18n::screen::screen;
use crate::model::{Change, Lang, Node, Plan};

/// A line of a menu.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    /// What stands on the left: keys, an id. Empty: the line is a heading.
    pub left: String,
    /// What it says.
    pub text: String,
    /// What else it is found by.
    pub also: String,
    /// Where Enter goes.
    pub node: Option<Node>,
    /// What Enter does.
    pub run: Option<Msg>,
}

/// A filtered list.
#[derive(Clone, Debug)]
pub struct Menu {
    title: &'static str,
    empty: String,
    entries: Vec<Entry>,
    shown: Vec<usize>,
    input: Input,
    cursor: usize,
    offset: usize,
    height: usize,
}

impl Menu {
    fn new(title: &'static str, empty: String, entries: Vec<Entry>) -> Menu {
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

    /// The keys that work here first, which Enter presses, then all of them by where they work.
    pub(super) fn help(keymap: &Keymap, context: Context, lang: Lang, ascii: bool) -> Menu {
        let words = screen(lang);
        let lines = keymap.lines();
        let mut entries = Vec::new();
        let others = Context::ALL.into_iter().filter(|&other| other != context);
        for (place, here) in std::iter::once(context).chain(others).enumerate() {
            let title = words
                .contexts
                .get(here as usize)
                .copied()
                .unwrap_or_default();
            let text = if place == 0 {
                format!("{}{title}", words.help_here)
            } else {
                title.to_owned()
            };
            entries.push(Entry {
                text,
                ..Entry::default()
            });
            let here = lines
                .iter()
                .filter(|line| line.binding.contexts.contains(&here));
            entries.extend(here.map(|line| Entry {
                left: line.labels(ascii).join(" "),
                text: line.said(lang).to_owned(),
                also: format!(
                    "{} {} {}",
                    line.said(Lang::En),
                    line.said(Lang::Zh),
                    line.names.join(" ")
                ),
                run: (place == 0).then(|| line.binding.msg.clone()),
                ..Entry::default()
            }));
        }
        Menu::new(words.help_title, words.no_key.to_owned(), entries)
    }

    /// The bookmarked nodes; what is said where there are none.
    pub(super) fn bookmarks(plan: &Plan, ids: &[String], lang: Lang, none: String) -> Menu {
        let words = screen(lang);
        let found = ids.iter().rev().filter_map(|id| plan.find(id));
        let entries = found.map(|node| Entry {
            left: sign(plan, node).to_owned(),
            text: plan.name(node).get(lang).to_owned(),
            also: plan.name(node).get(lang.other()).to_owned(),
            node: Some(node),
            run: None,
        });
        Menu::new(words.bookmarks_title, none, entries.collect())
    }

    /// What a reload changed.
    pub(super) fn changes(plan: &Plan, changes: &[Change], lang: Lang) -> Menu {
        let words = screen(lang);
        let entries = describe::changes(changes, lang)
            .into_iter()
            .map(|line| Entry {
                node: plan.find(&line.id),
                left: line.id,
                text: line.text,
                ..Entry::default()
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
    pub fn visible(&self) -> impl Iterator<Item = (bool, &Entry)> {
        let shown = self
            .shown
            .iter()
            .enumerate()
            .skip(self.offset)
            .take(self.height);
        shown.filter_map(|(place, &entry)| Some((place == self.cursor, self.entries.get(entry)?)))
    }

    /// Columns that the left side takes.
    #[must_use]
    pub fn left_width(&self) -> usize {
        self.entries
            .iter()
            .map(|entry| crate::page::width(&entry.left))
            .max()
            .unwrap_or(0)
            .min(30)
    }

    /// The line under the cursor.
    #[must_use]
    pub fn current(&self) -> Option<&Entry> {
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

    /// Every word has to stand in the line; headings of nothing go, and so does what is said twice.
    fn filter(&mut self) {
        let typed = self.input.value().to_lowercase();
        let words: Vec<&str> = typed.split_whitespace().collect();
        let mut said = HashSet::new();
        let mut keep = |entry: &Entry| {
            let line = format!("{} {} {}", entry.left, entry.text, entry.also).to_lowercase();
            let heading = entry.left.is_empty() && entry.node.is_none();
            let matches = !heading && words.iter().all(|word| line.contains(word));
            words.is_empty() || (matches && said.insert((entry.left.clone(), entry.text.clone())))
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
