//! The one function that changes the state: a flat match, one line an arm. Parts own their
//! arithmetic; what is derived is settled once, at the end.

use ratatui::layout::Position;
use tui_input::Input;

use super::lookup;
use super::menu::Menu;
use super::msg::{Context, Edit, Effect, Memo, Motion, Msg, Step};
use super::reader::Subject;
use super::rows::{Section, first_folds};
use super::{App, Focus, Grid, Notice, Overlay};
use crate::card;
use crate::model::Node;
use crate::page::Goal;
use crate::search::Found;

/// Applies a message to the state. Gives what the program is asked to do for it.
pub fn update(app: &mut App, msg: Msg) -> Option<Effect> {
    if is_key(&msg) {
        app.notice = None;
    }
    let effect = apply(app, msg);
    app.settle();
    effect
}

/// A message that a person caused; such a one takes the notice away.
fn is_key(msg: &Msg) -> bool {
    !matches!(
        msg,
        Msg::Resize(_)
            | Msg::Found(..)
            | Msg::Progress(..)
            | Msg::Loaded(..)
            | Msg::Note(_)
            | Msg::IdleSoon
    )
}

fn apply(app: &mut App, msg: Msg) -> Option<Effect> {
    match msg {
        Msg::Type(character) => app.type_text(character.encode_utf8(&mut [0; 4])),
        Msg::Paste(text) => app.type_text(&text),
        Msg::Edit(edit) => app.edit(edit),
        Msg::Move(motion) => app.go(motion),
        Msg::Scroll(motion) => app.scroll(motion),
        Msg::Aside(motion) => app.aside(motion),
        Msg::Open => app.open(),
        Msg::Unfold => app.fold(false),
        Msg::Fold => app.fold(true),
        Msg::Earlier => app.earlier(),
        Msg::Pane(step) => app.pane(step),
        Msg::Prompt => app.to_prompt(),
        Msg::Leave => app.leave(),
        Msg::Tab(number) => app.tab(number),
        Msg::Link(step) => app.choose_link(step),
        Msg::Wide => app.wide(),
        Msg::Back => app.back(true),
        Msg::Forward => app.back(false),
        Msg::Who => app.who(),
        Msg::Matrix => app.matrix(),
        Msg::Charts => app.whole_page(Subject::Charts),
        Msg::Years => app.whole_page(Subject::Years),
        Msg::Basis => app.next_basis(),
        Msg::Lang => app.other_language(),
        Msg::Cite => app.copy(|plan, node, lang| card::citation(plan, node, lang.into())),
        Msg::CopyPage => app.copy(|plan, node, lang| card::markdown(plan, node, lang.into(), 1)),
        Msg::Bookmark => app.bookmark(),
        Msg::Bookmarks => app.show_bookmarks(),
        Msg::Reload => app.ask_outside(Effect::Reload),
        Msg::Suspend => app.ask_outside(Effect::Suspend),
        Msg::Theme => app.next_theme(),
        Msg::GoTo => app.ask_id(),
        Msg::Help => app.help(),
        Msg::Quit => Some(Effect::Quit),
        Msg::Cancel => app.cancel(),
        Msg::Redraw => Some(Effect::Redraw),
        Msg::Click(at) => app.click(at),
        Msg::Wheel(at, step) => app.wheel(at, step),
        Msg::Resize(size) => app.resize(size),
        Msg::Found(ticket, found) => app.found(ticket, found),
        Msg::Progress(done, all) => app.note_progress(done, all),
        Msg::Loaded(plan, index, changes) => app.loaded(plan, index, changes),
        Msg::Note(text) => app.say(text),
        Msg::IdleSoon => app.say(app.words().idle_soon),
    }
}

/// Typing and searching.
impl App {
    fn type_text(&mut self, text: &str) -> Option<Effect> {
        match self.context() {
            Context::Prompt if text == "?" && self.lookup.input().value().is_empty() => self.help(),
            Context::Prompt => {
                self.lookup.insert(text);
                self.ask()
            }
            Context::Filter => self.filter(|grid| grid.insert(text), |menu| menu.insert(text)),
            Context::GoTo => self.in_goto(|input| lookup::insert(input, text)),
            Context::List | Context::Detail | Context::Matrix => None,
        }
    }

    fn edit(&mut self, edit: Edit) -> Option<Effect> {
        match self.context() {
            Context::Prompt => self.edit_prompt(edit),
            Context::Filter => self.filter(|grid| grid.edit(edit), |menu| menu.edit(edit)),
            Context::GoTo => self.in_goto(|input| lookup::change(input, edit)),
            Context::List | Context::Detail | Context::Matrix => None,
        }
    }

    fn edit_prompt(&mut self, edit: Edit) -> Option<Effect> {
        let input = self.lookup.input();
        let at_end = input.cursor() >= input.value().chars().count();
        if edit == Edit::Right && at_end {
            let more = crate::search::complete(&self.plan, input.value())?;
            self.lookup.insert(&more);
            return self.ask();
        }
        let before = input.value().to_owned();
        self.lookup.edit(edit);
        if self.lookup.input().value() == before {
            None
        } else {
            self.ask()
        }
    }

    fn filter(
        &mut self,
        on_grid: impl FnOnce(&mut Grid),
        on_menu: impl FnOnce(&mut Menu),
    ) -> Option<Effect> {
        match (&mut self.overlay, &mut self.grid) {
            (Some(Overlay::Menu(menu)), _) => on_menu(menu),
            (None, Some(grid)) => on_grid(grid),
            (Some(Overlay::GoTo(..)), _) | (None, None) => {}
        }
        None
    }

    fn in_goto(&mut self, change: impl FnOnce(&mut Input)) -> Option<Effect> {
        if let Some(Overlay::GoTo(input, wrong)) = &mut self.overlay {
            change(input);
            *wrong = None;
        }
        None
    }

    /// Asks what the prompt says. What is asked is answered later; an empty prompt at once.
    fn ask(&mut self) -> Option<Effect> {
        let narrowed = self.section.filter(&self.plan);
        let asked = self.lookup.ask(narrowed);
        if asked.is_none() {
            self.reader.unpin();
            self.show_rows();
        }
        asked.map(|(ticket, query)| Effect::Search(ticket, query))
    }

    /// Asks again, keeping the cursor where it is if it can be.
    fn found(&mut self, ticket: u64, found: Found) -> Option<Effect> {
        let open = self.lookup.open_when_found;
        if self.lookup.answer(ticket, found) {
            self.reader.unpin();
            self.show_rows();
            if open {
                self.lookup.open_when_found = false;
                return self.open();
            }
        }
        None
    }

    fn earlier(&mut self) -> Option<Effect> {
        if self.lookup.recall() {
            self.ask()
        } else {
            self.say(self.words().no_earlier)
        }
    }

    fn to_prompt(&mut self) -> Option<Effect> {
        if let Some(grid) = &mut self.grid {
            grid.set_typing(true);
        } else {
            self.focus = Focus::Prompt;
            self.reader.set_wide(false);
        }
        None
    }
}

/// Moving.
impl App {
    fn go(&mut self, motion: Motion) -> Option<Effect> {
        match (&mut self.overlay, &mut self.grid, self.focus) {
            (Some(Overlay::Menu(menu)), _, _) => menu.go(motion),
            (Some(Overlay::GoTo(..)), _, _) => {}
            (None, Some(grid), _) => grid.go(motion),
            (None, None, Focus::Detail) => self.reader.scroll_by(motion),
            (None, None, Focus::Prompt | Focus::List) => {
                self.list.go(motion);
                self.reader.unpin();
            }
        }
        None
    }

    fn scroll(&mut self, motion: Motion) -> Option<Effect> {
        self.reader.scroll_by(motion);
        None
    }

    fn aside(&mut self, motion: Motion) -> Option<Effect> {
        if let (None, Some(grid)) = (&self.overlay, &mut self.grid) {
            grid.aside(motion);
        }
        None
    }

    /// Unfolds a row or goes into it; folds it or goes to what it belongs to.
    fn fold(&mut self, folded: bool) -> Option<Effect> {
        let row = self.list.current()?;
        if row.open == Some(folded) {
            self.list.fold(row.node, folded);
            self.update_rows();
        } else if folded {
            let Node::Item(id) = row.node else {
                return None;
            };
            let parent = self.plan.parent(id)?;
            self.list.select(Node::Item(parent));
            self.reader.unpin();
        } else if row.open == Some(true) {
            self.go(Motion::Next);
        }
        None
    }

    fn pane(&mut self, step: Step) -> Option<Effect> {
        if self.grid.is_some() {
            if let (None, Some(grid)) = (&self.overlay, &mut self.grid) {
                grid.next_kind(step);
            }
            return None;
        }
        let next = match (self.focus, step) {
            (Focus::Prompt, Step::Next) | (Focus::Detail, Step::Prev) => Focus::List,
            (Focus::List, Step::Next) | (Focus::Prompt, Step::Prev) => Focus::Detail,
            (Focus::Detail, Step::Next) | (Focus::List, Step::Prev) => Focus::Prompt,
        };
        self.give_focus(next);
        None
    }

    /// Gives the focus to a pane; a detail without a page cannot have it, a wide one keeps its room
    /// only while it has it.
    fn give_focus(&mut self, focus: Focus) {
        let empty = self.reader.subject().is_none();
        self.focus = if focus == Focus::Detail && empty {
            Focus::List
        } else {
            focus
        };
        if self.focus != Focus::Detail {
            self.reader.set_wide(false);
        }
    }

    fn tab(&mut self, number: usize) -> Option<Effect> {
        let section = Section::of(&self.plan).get(number).copied()?;
        self.section = section;
        self.give_focus(Focus::List);
        self.reader.unpin();
        let asked = self.ask();
        if asked.is_none() {
            self.show_rows();
        }
        asked
    }

    fn choose_link(&mut self, step: Step) -> Option<Effect> {
        self.reader.choose_link(step);
        None
    }

    fn wide(&mut self) -> Option<Effect> {
        let wide = !self.reader.is_wide();
        self.give_focus(Focus::Detail);
        self.reader.set_wide(wide && self.focus == Focus::Detail);
        None
    }

    fn resize(&mut self, size: ratatui::layout::Size) -> Option<Effect> {
        self.size = size;
        None
    }
}

/// Opening, going back, closing.
impl App {
    fn open(&mut self) -> Option<Effect> {
        match self.context() {
            Context::Prompt | Context::List => self.open_row(),
            Context::Detail => self.follow(),
            Context::Matrix => self.open_cell(),
            Context::Filter => self.open_entry(),
            Context::GoTo => self.open_id(),
        }
    }

    fn open_row(&mut self) -> Option<Effect> {
        if self.lookup.is_waiting() {
            self.lookup.open_when_found = true;
            return None;
        }
        let node = self.list.current()?.node;
        if self.options.print {
            return Some(Effect::Choose(node));
        }
        self.leave_mark();
        self.reader.open(Subject::Node(node));
        self.give_focus(Focus::Detail);
        self.lookup
            .keep()
            .map(|query| Effect::Remember(Memo::Asked(query)))
    }

    /// Follows the chosen link, or chooses the first that shows.
    fn follow(&mut self) -> Option<Effect> {
        match self.reader.goal().cloned() {
            None => self.choose_link(Step::Next),
            Some(Goal::Node(node)) => self.show(Subject::Node(node)),
            Some(Goal::Address(address)) => self.send(address),
        }
    }

    /// Opens a page; the way back leads here.
    fn show(&mut self, subject: Subject) -> Option<Effect> {
        self.leave_mark();
        self.grid = None;
        self.overlay = None;
        self.reader.open(subject);
        self.give_focus(Focus::Detail);
        None
    }

    /// Opens a page over the whole width, or closes it again.
    fn whole_page(&mut self, subject: Subject) -> Option<Effect> {
        if self.reader.subject() == Some(subject) && self.grid.is_none() {
            return self.back(true);
        }
        self.show(subject);
        self.reader.set_wide(true);
        None
    }

    fn who(&mut self) -> Option<Effect> {
        let node = match self.grid.as_ref().and_then(Grid::current) {
            Some((_, item, _)) => Some(Node::Item(item)),
            None => self.node(),
        };
        match node {
            Some(node) if self.reader.subject() == Some(Subject::Who(node)) => self.back(true),
            Some(node) => self.show(Subject::Who(node)),
            None => self.say(self.words().no_node),
        }
    }

    fn matrix(&mut self) -> Option<Effect> {
        if self.grid.is_some() {
            return self.back(true);
        }
        self.leave_mark();
        self.grid = Some(Grid::new(&self.plan, self.node()));
        None
    }

    fn open_cell(&mut self) -> Option<Effect> {
        let (_, item, _) = self.grid.as_ref()?.current()?;
        self.show(Subject::Who(Node::Item(item)))
    }

    fn open_entry(&mut self) -> Option<Effect> {
        let Some(Overlay::Menu(menu)) = &self.overlay else {
            return self.open_cell();
        };
        let node = menu.current().and_then(|entry| entry.node);
        self.overlay = None;
        node.and_then(|node| self.show(Subject::Node(node)))
    }

    fn open_id(&mut self) -> Option<Effect> {
        let Some(Overlay::GoTo(input, _)) = &self.overlay else {
            return None;
        };
        let id = input.value().trim().to_owned();
        if let Some(node) = self.plan.find(&id) {
            return self.show(Subject::Node(node));
        }
        let wrong = format!("{}: {id}", self.words().no_such_id);
        if let Some(Overlay::GoTo(_, said)) = &mut self.overlay {
            *said = Some(wrong);
        }
        None
    }

    /// Opens a node by its id, as `plan P17` does.
    pub fn open_node(&mut self, node: Node) {
        self.list.select(node);
        self.reader.open(Subject::Node(node));
        self.focus = Focus::Detail;
        self.settle();
    }

    /// Puts a first query into the prompt. Gives the question to be answered.
    pub fn first_query(&mut self, text: &str) -> Option<Effect> {
        self.lookup.set_input(text);
        let asked = self.ask();
        self.settle();
        asked
    }

    fn back(&mut self, back: bool) -> Option<Effect> {
        let words = self.words();
        match (self.travel(back), back) {
            (true, _) => None,
            (false, true) => self.say(words.no_back),
            (false, false) => self.say(words.no_forward),
        }
    }

    /// Closes the topmost thing. In the end the list is left, and Esc does nothing more.
    fn leave(&mut self) -> Option<Effect> {
        if let Some(overlay) = &mut self.overlay {
            let cleared = match overlay {
                Overlay::Menu(menu) => menu.clear(),
                Overlay::GoTo(..) => false,
            };
            if !cleared {
                self.overlay = None;
            }
            return None;
        }
        if self.progress.take().is_some() {
            return Some(Effect::CancelLoad);
        }
        if let Some(grid) = &mut self.grid {
            match (grid.typing(), grid.typing() && grid.clear()) {
                (true, true) => {}
                (true, false) => grid.set_typing(false),
                (false, _) => {
                    self.travel(true);
                }
            }
            return None;
        }
        match self.focus {
            Focus::Prompt if self.lookup.input().value().is_empty() => self.focus = Focus::List,
            Focus::Prompt => {
                self.lookup.set_input("");
                return self.ask();
            }
            Focus::Detail
                if self.reader.is_wide()
                    && self.reader.subject().and_then(Subject::node).is_some() =>
            {
                self.reader.set_wide(false);
            }
            Focus::Detail => {
                self.reader.unpin();
                self.focus = Focus::List;
            }
            Focus::List => {}
        }
        None
    }

    /// Ctrl-c: what is under way ends; at rest the program does.
    fn cancel(&mut self) -> Option<Effect> {
        let at_rest = self.overlay.is_none()
            && self.progress.is_none()
            && self.grid.is_none()
            && self.lookup.input().value().is_empty();
        if at_rest {
            return Some(Effect::Interrupt);
        }
        if self.overlay.is_none() && self.grid.is_none() && self.progress.is_none() {
            self.focus = Focus::Prompt;
        }
        self.leave()
    }
}

/// What is said, copied, kept.
impl App {
    fn say(&mut self, text: impl Into<String>) -> Option<Effect> {
        self.notice = Some(Notice {
            title: text.into(),
            body: Vec::new(),
        });
        None
    }

    fn copy(
        &mut self,
        write: fn(&crate::model::Plan, Node, crate::model::Lang) -> String,
    ) -> Option<Effect> {
        match self.node() {
            Some(node) => self.send(write(&self.plan, node, self.lang())),
            None => self.say(self.words().no_node),
        }
    }

    /// Sends a text to the terminal's clipboard and shows it: nothing confirms that it arrived.
    fn send(&mut self, text: String) -> Option<Effect> {
        let body = text.lines().map(str::to_owned).collect();
        self.notice = Some(Notice {
            title: self.words().copied.to_owned(),
            body,
        });
        Some(Effect::Copy(text))
    }

    fn next_basis(&mut self) -> Option<Effect> {
        self.basis = self.basis.next();
        if self.lookup.found().is_none() {
            self.update_rows();
        }
        let words = self.words();
        let said = match self.basis {
            crate::model::BasisFilter::All => words.basis_all,
            crate::model::BasisFilter::Documented => words.basis_documented,
            crate::model::BasisFilter::Assigned => words.basis_assigned,
        };
        self.say(said)
    }

    fn other_language(&mut self) -> Option<Effect> {
        self.options.lang = self.options.lang.other();
        None
    }

    fn next_theme(&mut self) -> Option<Effect> {
        self.options.theme += 1;
        None
    }

    fn bookmark(&mut self) -> Option<Effect> {
        let Some(node) = self.node() else {
            return self.say(self.words().no_node);
        };
        let id = self.plan.id(node).to_owned();
        let words = self.words();
        let marks = &mut self.options.bookmarks;
        if let Some(at) = marks.iter().position(|mark| *mark == id) {
            marks.remove(at);
            self.say(words.unbookmarked);
            Some(Effect::Remember(Memo::Unmarked(id)))
        } else {
            marks.push(id.clone());
            self.say(words.bookmarked);
            Some(Effect::Remember(Memo::Marked(id)))
        }
    }

    fn show_bookmarks(&mut self) -> Option<Effect> {
        self.overlay = Some(Overlay::Menu(Menu::bookmarks(
            &self.plan,
            &self.options.bookmarks,
            self.lang(),
        )));
        None
    }

    fn help(&mut self) -> Option<Effect> {
        if matches!(self.overlay, Some(Overlay::Menu(_))) {
            self.overlay = None;
            return None;
        }
        let menu = Menu::help(
            &self.options.keymap,
            self.context(),
            self.lang(),
            self.options.ascii,
        );
        self.overlay = Some(Overlay::Menu(menu));
        None
    }

    fn ask_id(&mut self) -> Option<Effect> {
        self.overlay = Some(Overlay::GoTo(Input::default(), None));
        None
    }

    /// What a kiosk may not do.
    fn ask_outside(&mut self, effect: Effect) -> Option<Effect> {
        if self.options.kiosk {
            self.say(self.words().not_in_kiosk)
        } else {
            Some(effect)
        }
    }
}

/// What comes from outside.
impl App {
    fn note_progress(&mut self, done: u64, all: u64) -> Option<Effect> {
        self.progress = (done < all).then_some((done, all));
        None
    }

    /// Another plan takes the place of this one; cursor, folds, query and page stay as far as their
    /// ids are still there.
    fn loaded(
        &mut self,
        plan: std::sync::Arc<crate::model::Plan>,
        index: std::sync::Arc<crate::search::Index>,
        changes: Vec<String>,
    ) -> Option<Effect> {
        let old = std::mem::replace(&mut self.plan, plan);
        self.index = index;
        self.progress = None;
        let new = std::sync::Arc::clone(&self.plan);
        let renamed = |node: Node| new.find(old.id(node));
        let folds = if old.items().len() == 0 {
            first_folds(&self.plan)
        } else {
            self.list
                .folds()
                .iter()
                .filter_map(|&node| renamed(node))
                .collect()
        };
        let current = self.list.current().and_then(|row| renamed(row.node));
        self.list.set_folds(folds);
        self.trail.clear();
        self.section = Section::of(&self.plan)
            .into_iter()
            .find(|section| section.filter(&self.plan) == self.section.filter(&old))
            .unwrap_or_default();
        if let Some(grid) = &mut self.grid {
            grid.replace();
        }
        self.reader.replace(renamed);
        if self.reader.subject().is_none() && self.focus == Focus::Detail {
            self.focus = Focus::List;
        }
        let asked = self.ask();
        self.lookup.forget();
        self.show_rows();
        if let Some(node) = current {
            self.list.select(node);
        }
        if let Some(first) = changes.first() {
            let more = if changes.len() > 1 {
                format!("  (+{}, r)", changes.len() - 1)
            } else {
                String::new()
            };
            self.say(format!("{first}{more}"));
        }
        self.changes = changes;
        asked
    }

    fn click(&mut self, at: Position) -> Option<Effect> {
        let areas = self.areas();
        if let Some(Overlay::Menu(menu)) = &mut self.overlay {
            let line = usize::from(at.y).checked_sub(2)?;
            return if menu.select_line(line) {
                self.open_entry()
            } else {
                None
            };
        }
        if areas.prompt.contains(at) {
            return self.to_prompt();
        }
        if let Some(area) = areas.list.filter(|area| area.contains(at)) {
            self.focus = Focus::List;
            if self.list.select_line(usize::from(at.y - area.y)) {
                self.reader.unpin();
            }
            return None;
        }
        let area = areas.detail.filter(|area| area.contains(at))?;
        if let Some(grid) = &mut self.grid {
            grid.set_typing(false);
            return if grid.select_at(at.x - area.x, at.y - area.y) {
                self.open_cell()
            } else {
                None
            };
        }
        self.give_focus(Focus::Detail);
        let line = self.reader.scroll() + usize::from(at.y - area.y);
        let column = usize::from(at.x - area.x).saturating_sub(usize::from(area.width > 30));
        let link = self.link_at(line, column)?;
        self.reader.select_link(link);
        self.follow()
    }

    fn link_at(&self, line: usize, column: usize) -> Option<usize> {
        let mut end = 0;
        for span in &self.page().lines.get(line)?.spans {
            end += crate::page::width(&span.text);
            if column < end {
                return span.link;
            }
        }
        None
    }

    fn wheel(&mut self, at: Position, step: Step) -> Option<Effect> {
        let motion = match step {
            Step::Next => Motion::Next,
            Step::Prev => Motion::Prev,
        };
        if self.overlay.is_none()
            && self.grid.is_none()
            && self.areas().detail.is_some_and(|area| area.contains(at))
        {
            (0..3).for_each(|_| self.reader.scroll_by(motion));
            return None;
        }
        let detail = std::mem::replace(&mut self.focus, Focus::List);
        self.go(motion);
        self.focus = detail;
        None
    }
}
