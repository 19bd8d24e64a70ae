//! Opening pages and menus, and going back.

use super::super::detail::Subject;
use super::super::history::Way;
use super::super::msg::{Context, Effect, Memo, Motion, Msg, Step};
use super::super::{App, Focus, MatrixView, Offer, Popup, TabKind};
use crate::describe::{self, Goal};
use crate::model::{Node, Str};
use crate::query::{FilterName, Part};
use crate::search::no_such;

impl App {
    pub(super) fn open(&mut self) -> Option<Effect> {
        match self.context() {
            Context::Prompt | Context::Empty | Context::List => self.open_row(),
            Context::Detail => self.follow(),
            Context::Matrix => self.open_cell(),
            Context::Filter => self.leave_filter(),
            Context::Menu => self.open_entry(),
            Context::GoTo => self.open_id(),
            Context::Commands => self.run_command(),
        }
    }

    /// Opens what the row or the prompt stands for, as soon as the search has ended.
    pub(super) fn open_row(&mut self) -> Option<Effect> {
        if self.lookup.is_waiting() || self.is_opening() {
            self.lookup.open_when_found = true;
            return None;
        }
        if let Some(offer) = self.offer_on_enter() {
            return self.take_offer(offer);
        }
        match self.list.current() {
            None => self.search_all(),
            Some(row) if self.options.print => {
                Some(Effect::Choose(self.plan.id(row.node).to_owned()))
            }
            Some(row) => self.open_found(row.node),
        }
    }

    fn take_offer(&mut self, offer: Offer) -> Option<Effect> {
        match offer {
            Offer::Command(msg) => self.run_typed(msg),
            Offer::Compare(pair) => {
                self.marked = None;
                let asked = self.lookup.keep().map(Memo::Asked);
                let remembered = asked.map(Effect::Remember);
                self.whole_page(Subject::Compare(pair)).or(remembered)
            }
            Offer::Cell(grid) => {
                self.take_back_query();
                self.matrix_view = Some(*grid);
                None
            }
            Offer::Unit(name) => {
                let filter = Part::Filter(FilterName::Unit, name);
                let query = describe::typed(&self.plan, &filter, self.lang());
                self.list_query(&query)
            }
        }
    }

    /// Runs a command whose name was typed as a query: about the place where it was typed, or about what
    /// stands beside the name.
    fn run_typed(&mut self, msg: Msg) -> Option<Effect> {
        if !self.is_command_beside() && !self.take_back_query() {
            self.lookup.set_input("");
            self.ask();
        }
        self.sync_derived();
        let narrowed = self.is_command_beside().then(|| self.node()).flatten();
        let effect = super::apply(self, msg);
        if let (Some(Node::Body(body)), Some(grid)) = (narrowed, &mut self.matrix_view) {
            grid.insert(&describe::short_name(&self.plan, body, self.options.lang));
        }
        effect
    }

    /// Opens the page of a row; its query is kept.
    fn open_found(&mut self, node: Node) -> Option<Effect> {
        self.leave_mark();
        if self.lookup.found().is_some() {
            self.opened = Some(node);
        }
        self.detail.open(Subject::Node(node));
        self.give_focus(Focus::Detail);
        let asked = self.lookup.keep();
        asked.map(|query| Effect::Remember(Memo::Asked(query)))
    }

    /// Where nothing was found in a tab, asks the same of everything.
    fn search_all(&mut self) -> Option<Effect> {
        if self.section == TabKind::All || self.lookup.found().is_none() {
            return None;
        }
        self.section = TabKind::All;
        self.ask()
    }

    /// Follows the chosen link, or chooses the first that shows.
    pub(super) fn follow(&mut self) -> Option<Effect> {
        match self.detail.goal().cloned() {
            None => self.choose_link(Step::Next),
            Some(Goal::Node(node)) => self.go_to(node),
            Some(Goal::Address(address)) => self.send(address),
            Some(Goal::Query(query)) => {
                let query = describe::filters_in(&self.plan, &query, self.lang());
                self.list_query(&query)
            }
            Some(Goal::Fold) => {
                self.detail.toggle_fold();
                None
            }
        }
    }

    /// Asks a query in the place of what the prompt says; the way back leads here.
    pub(super) fn run_query(&mut self, query: &str) -> Option<Effect> {
        self.leave_mark();
        self.matrix_view = None;
        self.detail.unpin();
        self.section = TabKind::All;
        self.lookup.set_input(query);
        self.focus = Focus::Prompt;
        self.ask()
    }

    /// The same for what was not typed: the keys go to what it lists, of which one leads back.
    fn list_query(&mut self, query: &str) -> Option<Effect> {
        let asked = self.run_query(query);
        self.focus = Focus::List;
        asked
    }

    /// Opens a page; the way back leads here.
    pub(super) fn show(&mut self, subject: Subject) -> Option<Effect> {
        self.leave_mark();
        self.matrix_view = None;
        self.overlay = None;
        self.detail.open(subject);
        self.give_focus(Focus::Detail);
        None
    }

    /// Opens a node's page; the cursor goes to its row, if it has one.
    pub(super) fn go_to(&mut self, node: Node) -> Option<Effect> {
        let effect = self.show(Subject::Node(node));
        self.reveal(node);
        effect
    }

    /// The plan's own page, and the list from the top.
    pub(super) fn overview(&mut self) -> Option<Effect> {
        let effect = self.show(Subject::Node(Node::Plan));
        if self.section != TabKind::All || self.lookup.found().is_some() {
            self.section = TabKind::All;
            self.lookup.set_input("");
            self.opened = None;
            self.ask();
            self.detail.open(Subject::Node(Node::Plan));
        }
        self.list.go(Motion::First);
        effect
    }

    /// Opens a page over the whole width, or closes it again.
    pub(super) fn whole_page(&mut self, subject: Subject) -> Option<Effect> {
        if self.detail.subject() == Some(subject) && self.matrix_view.is_none() {
            return self.turn_page(Way::Back);
        }
        self.show(subject);
        self.detail.set_wide(true);
        None
    }

    pub(super) fn who(&mut self) -> Option<Effect> {
        let node = match self.matrix_view.as_ref().and_then(MatrixView::current) {
            Some((_, item, _)) => Some(Node::Item(item)),
            None => self.node(),
        };
        match node {
            Some(node) if self.detail.subject() == Some(Subject::Who(node)) => {
                self.turn_page(Way::Back)
            }
            Some(node) => self.show_evidence(node),
            None => self.say(self.words().no_node),
        }
    }

    pub(super) fn matrix(&mut self) -> Option<Effect> {
        if self.matrix_view.is_some() {
            return self.turn_page(Way::Back);
        }
        self.leave_mark();
        let mut grid = MatrixView::new(&self.plan, self.node());
        // What is asked beside the command is looked for in the matrix: `matrix moe t8`.
        if self.is_command_beside() {
            grid.filter_for(self.asked_without_command());
            grid.sync_derived(&self.plan, self.size, self.basis, self.lang());
            if grid.current().is_none() {
                grid = MatrixView::new(&self.plan, self.node());
            }
        }
        self.matrix_view = Some(grid);
        None
    }

    pub(super) fn open_cell(&mut self) -> Option<Effect> {
        let (body, item, _) = self.matrix_view.as_ref()?.current()?;
        self.show_evidence(Node::Item(item));
        self.detail.seek_link(Node::Body(body));
        None
    }

    /// The filter of the matrix stays, and the keys go to the cells that it leaves; a single one is opened.
    fn leave_filter(&mut self) -> Option<Effect> {
        let grid = self.matrix_view.as_mut()?;
        grid.set_typing(grid.current().is_none());
        if grid.counts() == (1, 1) {
            return self.open_cell();
        }
        None
    }

    /// Opens the evidence about a node, which is a table over the whole width.
    fn show_evidence(&mut self, node: Node) -> Option<Effect> {
        self.show(Subject::Who(node));
        self.reveal(node);
        self.detail.set_wide(true);
        None
    }

    pub(super) fn open_entry(&mut self) -> Option<Effect> {
        let Some(Popup::Menu(menu)) = &mut self.overlay else {
            return None;
        };
        if menu.toggle() {
            return None;
        }
        let entry = menu.current().cloned().unwrap_or_default();
        match (entry.node, entry.run) {
            (Some(node), _) => {
                self.overlay = None;
                self.go_to(node)
            }
            (None, Some(msg)) => {
                self.overlay = None;
                super::apply(self, msg)
            }
            // A key of another place does nothing here.
            (None, None) if menu.has_headings() => None,
            (None, None) => {
                self.overlay = None;
                None
            }
        }
    }

    fn run_command(&mut self) -> Option<Effect> {
        let Some(Popup::Commands(menu)) = &self.overlay else {
            return None;
        };
        let msg = menu.current()?.msg.clone();
        self.overlay = None;
        super::apply(self, msg)
    }

    pub(super) fn open_id(&mut self) -> Option<Effect> {
        let Some(Popup::GoTo(input, _)) = &self.overlay else {
            return None;
        };
        if let Some(node) = self.plan.find(input.value()) {
            return self.go_to(node);
        }
        let wrong = match no_such(&self.plan, input.value()) {
            Some(note) => describe::note(&self.plan, &note, self.lang()),
            None => self.words().no_such_id(&Str::sanitize(input.value())),
        };
        if let Some(Popup::GoTo(_, said)) = &mut self.overlay {
            *said = Some(wrong);
        }
        None
    }

    /// Opens a node by its id, as `plan P17` does.
    pub(in crate::app) fn open_node(&mut self, node: Node) {
        self.reveal(node);
        self.detail.open(Subject::Node(node));
        self.focus = Focus::Detail;
        self.sync_derived();
    }

    /// Puts a first query into the prompt. Gives the question to be answered.
    pub(in crate::app) fn first_query(&mut self, text: &str) -> Option<Effect> {
        self.lookup.set_input(text);
        let asked = self.ask();
        self.sync_derived();
        asked
    }

    /// Goes back, or forward again; says so where there is nowhere to go.
    pub(super) fn turn_page(&mut self, way: Way) -> Option<Effect> {
        let words = self.words();
        if self.travel(way) {
            return None;
        }
        self.say(match way {
            Way::Back => words.no_back,
            Way::Forward => words.no_forward,
        })
    }
}
