//! What is said at the foot of the screen, copied, bookmarked, asked of the program.

use tui_input::Input;

use super::super::menu::Menu;
use super::super::msg::{Context, Effect, Memo, Progress};
use super::super::{App, Colours, CommandMenu, Focus, MatrixView, Notice, Popup, Subject, Taker};
use crate::describe::{
    DescribeOptions, Names, body_asked, short_list, short_list_compared, short_list_of, sign_in,
};
use crate::i18n::screen::Saving;
use crate::model::{BasisFilter, Date, Node, Plan};
use crate::page::Charset;

/// The most bytes that are copied: terminals drop what is longer than about 74,000 in base64.
const COPIED: usize = 54_000;

impl App {
    pub(super) fn note_progress(&mut self, progress: Progress) -> Option<Effect> {
        self.progress = Some(progress).filter(|at| at.done < at.all);
        None
    }

    pub(super) fn set_today(&mut self, today: Date) -> Option<Effect> {
        self.options.today = Some(today);
        self.lookup.today = Some(today);
        None
    }

    pub(super) fn say(&mut self, text: impl Into<String>) -> Option<Effect> {
        self.notice = Some(Notice {
            title: text.into(),
            ..Notice::default()
        });
        None
    }

    pub(super) fn copy(
        &mut self,
        write: fn(&Plan, Node, DescribeOptions) -> String,
    ) -> Option<Effect> {
        let options = DescribeOptions {
            today: self.options.today,
            ..Names::from(self.lang()).into()
        };
        match self.node() {
            Some(node) => self.send(write(&self.plan, node, options)),
            None => self.say(self.words().no_node),
        }
    }

    /// Copies what is compared, what a body answers for where its page has the focus, else what is listed.
    pub(super) fn copy_list(&mut self) -> Option<Effect> {
        let (plan, basis, lang) = (&self.plan, self.basis, self.lang());
        let page = self.detail.subject().and_then(Subject::node);
        let cell = self.matrix_view.as_ref().and_then(MatrixView::current);
        // What was asked about a set is what is listed.
        let asked = self
            .lookup
            .found()
            .is_some_and(|found| found.read_as().is_some());
        let compared = match self.detail.subject() {
            Some(Subject::Compare(nodes)) if self.focus == Focus::Detail => Some(nodes),
            _ => None,
        };
        let text = match (cell, self.focus, page) {
            (None, ..) if let Some(nodes) = compared => {
                short_list_compared(plan, nodes, basis, lang)
            }
            (Some((body, ..)), _, _) | (None, Focus::Detail, Some(Node::Body(body))) if !asked => {
                short_list_of(plan, body, basis, lang)
            }
            _ => {
                let subject = self.lookup.found().and_then(|found| found.subject());
                let rows = self.list.rows().iter().map(|row| row.node);
                // The overview is none of what is counted, as on the tab.
                let asked = match self.lookup.found() {
                    Some(_) => self.asked_without_command(),
                    None => self.name_of(self.section),
                };
                let found = self.lookup.found();
                let body = found.and_then(|found| body_asked(plan, self.lookup.query(), found));
                // It is what was asked about, and the heading.
                let asked_about = [subject, body.map(Node::Body), Some(Node::Plan)];
                let is_alone = rows.len() == 1;
                let rows = rows.filter(|node| is_alone || !asked_about.contains(&Some(*node)));
                let rows: Vec<Node> = rows.collect();
                short_list(plan, (asked, body), rows, (basis, self.options.today), lang)
            }
        };
        if text.is_empty() {
            return self.say(self.words().no_node);
        }
        self.send(text)
    }

    /// Sends a text to the terminal's clipboard and shows it: nothing confirms that it arrived.
    pub(super) fn send(&mut self, mut text: String) -> Option<Effect> {
        let words = self.words();
        let most = text.floor_char_boundary(COPIED);
        let title = if most < text.len() {
            words.copied_part
        } else {
            match self.options.taker {
                Taker::Terminal => words.copied,
                Taker::Tmux => words.copied_tmux,
            }
        };
        text.truncate(most);
        self.notice = Some(Notice {
            title: title.to_owned(),
            body: text.lines().map(|line| line.replace('\t', "  ")).collect(),
            copied: true,
            ..Notice::default()
        });
        Some(Effect::Copy(text))
    }

    pub(super) fn next_basis(&mut self) -> Option<Effect> {
        self.basis = self.basis.next();
        self.hide_what_is_not_ours();
        self.update_rows();
        let words = self.words();
        let said = match self.basis {
            BasisFilter::All => words.basis_all,
            BasisFilter::Documented => words.basis_documented,
            BasisFilter::Assigned => words.basis_assigned,
        };
        self.say(said)
    }

    pub(super) fn other_language(&mut self) -> Option<Effect> {
        if self.options.charset == Charset::Ascii {
            return self.say(self.words().only_ascii);
        }
        let (bookmarks, changes) = (self.words().bookmarks_title, self.words().changes_title);
        self.options.lang = self.options.lang.other();
        // What lies over the panes is made in a language; it is made again.
        match self.overlay.take() {
            Some(Popup::Menu(menu)) if menu.has_headings() => self.help(),
            Some(Popup::Menu(menu)) if menu.title() == bookmarks => self.show_bookmarks(),
            Some(Popup::Menu(menu)) if menu.title() == changes => self.show_changes(),
            Some(Popup::GoTo(input, _)) => {
                self.overlay = Some(Popup::GoTo(input, None));
                None
            }
            other => {
                self.overlay = other;
                None
            }
        }
    }

    pub(super) fn next_theme(&mut self) -> Option<Effect> {
        self.options.theme += 1;
        let words = self.words();
        let name = words.themes.get(self.options.theme % words.themes.len());
        let name = name.copied().unwrap_or_default();
        let few = self.options.colours == Colours::Few;
        self.say(words.theme(name, few))
    }

    pub(super) fn bookmark(&mut self) -> Option<Effect> {
        let Some(node) = self.node() else {
            return self.say(self.words().no_node);
        };
        let id = self.plan.id(node).to_owned();
        let words = self.words();
        let marks = &mut self.options.bookmarks;
        if let Some(at) = marks.iter().position(|mark| *mark == id) {
            marks.remove(at);
            self.say(words.bookmark(false, Saving::Works));
            Some(Effect::Remember(Memo::Unmarked(id)))
        } else {
            marks.push(id.clone());
            let saving = if self.options.kiosk {
                Saving::Kiosk
            } else {
                Saving::Works
            };
            self.say(self.keyed(words.bookmark(true, saving)));
            Some(Effect::Remember(Memo::Marked(id)))
        }
    }

    pub(super) fn show_bookmarks(&mut self) -> Option<Effect> {
        self.overlay = Some(Popup::Menu(Menu::bookmarks(
            &self.plan,
            &self.options.bookmarks,
            self.lang(),
            self.keyed(self.words().no_bookmarks),
        )));
        None
    }

    pub(super) fn command_menu(&mut self) -> Option<Effect> {
        if self.context() == Context::Commands {
            self.overlay = None;
            return None;
        }
        let cell = self.matrix_view.as_ref().and_then(MatrixView::current);
        let node = cell.map(|(_, item, _)| Node::Item(item)).or(self.node());
        let about = node.map(|node| {
            let sign = sign_in(&self.plan, node, self.lang());
            match self.plan.label(node, self.lang()) {
                name if name == sign => sign,
                name => format!("{sign} {name}"),
            }
        });
        let menu = CommandMenu::new(
            &self.options.keymap,
            self.context(),
            about.unwrap_or_default(),
            self.lang(),
            self.options.charset.plain_signs(),
            |msg| self.offers(msg),
        );
        self.overlay = Some(Popup::Commands(menu));
        None
    }

    pub(super) fn help(&mut self) -> Option<Effect> {
        if matches!(self.overlay, Some(Popup::Menu(_))) {
            self.overlay = None;
            return None;
        }
        let menu = Menu::help(
            &self.options.keymap,
            self.context(),
            self.lang(),
            self.options.charset.plain_signs(),
        );
        self.overlay = Some(Popup::Menu(menu));
        None
    }

    pub(super) fn ask_id(&mut self) -> Option<Effect> {
        self.overlay = Some(Popup::GoTo(Input::default(), None));
        None
    }

    /// What a kiosk may not do.
    pub(super) fn ask_outside(&mut self, effect: Effect) -> Option<Effect> {
        if self.options.kiosk {
            self.say(self.words().not_in_kiosk)
        } else {
            Some(effect)
        }
    }
}
