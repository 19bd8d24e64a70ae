//! The state of the explorer, all of it, and the one function that changes it.
//!
//! What is shown is derived: `settle` brings rows, page and scrolling in line with the state after
//! every message, so no arm of [`update`] has to think of it.

mod bindings;
mod keymap;
pub mod layout;
pub mod list;
mod lookup;
mod matrix;
mod menu;
mod msg;
mod opening;
mod place;
mod reader;
mod rows;
mod tabs;
mod trail;
mod update;

use std::sync::Arc;

use ratatui::layout::Size;
use tui_input::Input;

pub use bindings::{BINDINGS, Binding};
pub use keymap::{Chord, Code, HelpLine, KeyError, Keymap};
pub use lookup::Lookup;
pub use matrix::{COUNTS, Grid};
pub use menu::{Entry, Menu};
pub use msg::{Context, Edit, Effect, Memo, Motion, Msg, Progress, Step};
pub use opening::Arrival;
pub use place::{Opened, Place, Shows};
pub use reader::{Reader, Subject};
pub use rows::Section;
pub use tabs::Tab;
pub use update::update;

use self::layout::{Areas, Panes, areas};
use self::list::List;
use self::opening::Opening;
use self::trail::Trail;
use crate::model::{BasisFilter, Change, Date, Lang, Node, Plan};
use crate::page::{Charset, Goal, Head, Page, Style};
use crate::search::Index;
use crate::words::screen::{Screen, screen};

/// What is settled before the first frame.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Language of names and interface.
    pub lang: Lang,
    /// What the screen can draw.
    pub charset: Charset,
    /// Nothing may be written, no file read again, no suspending.
    pub kiosk: bool,
    /// Enter chooses: it leaves and prints the id.
    pub print: bool,
    /// Today, to tell what is overdue.
    pub today: Option<Date>,
    /// The number of the theme.
    pub theme: usize,
    /// Show the hint for a first start.
    pub first_start: bool,
    /// Ids that are bookmarked.
    pub bookmarks: Vec<String>,
    /// Earlier queries, newest last.
    pub queries: Vec<String>,
    /// The keys in force.
    pub keymap: Keymap,
}

/// Which pane has the keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// The search prompt.
    Prompt,
    /// The list.
    List,
    /// The detail.
    Detail,
}

/// What lies over the panes.
#[derive(Clone, Debug)]
pub enum Overlay {
    /// A list with a filter: the help, the bookmarks.
    Menu(Menu),
    /// The prompt for an id, and what was wrong with the last one.
    GoTo(Input, Option<String>),
}

/// Lines at the foot of the screen that go away with the next key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notice {
    /// What happened.
    pub title: String,
    /// What was copied, to select from by hand.
    pub body: Vec<String>,
    /// It tells of a reload: Enter shows what changed.
    pub changes: bool,
}

impl Notice {
    /// It is a box of its own, not a line in passing: Esc closes it and nothing else.
    fn is_box(&self) -> bool {
        !self.title.is_empty() && !self.body.is_empty()
    }
}

/// The whole state.
#[derive(Debug)]
pub struct App {
    plan: Arc<Plan>,
    index: Arc<Index>,
    options: Options,
    size: Size,
    focus: Focus,
    section: Section,
    basis: BasisFilter,
    lookup: Lookup,
    list: List,
    reader: Reader,
    grid: Option<Grid>,
    overlay: Option<Overlay>,
    notice: Option<Notice>,
    trail: Trail,
    /// The tab is the last session's, and nobody touched it: a new question is asked of everything.
    returned: bool,
    progress: Option<Progress>,
    /// The plan is still being read; the one that is held is empty.
    opening: Option<Opening>,
    why: Option<String>,
    /// What changed with the last reload.
    changes: Vec<Change>,
}

impl App {
    /// The explorer on a plan, on a screen of a size.
    #[must_use]
    pub fn new(plan: Arc<Plan>, index: Arc<Index>, size: Size, options: Options) -> App {
        App::made(plan, index, size, options, None)
    }

    fn made(
        plan: Arc<Plan>,
        index: Arc<Index>,
        size: Size,
        options: Options,
        opening: Option<Opening>,
    ) -> App {
        let mut app = App {
            plan,
            index,
            size,
            focus: Focus::Prompt,
            section: Section::All,
            basis: BasisFilter::default(),
            lookup: Lookup::new(options.queries.clone()),
            list: List::default(),
            reader: Reader::default(),
            grid: None,
            overlay: None,
            notice: None,
            trail: Trail::default(),
            returned: false,
            progress: None,
            opening,
            why: None,
            changes: Vec::new(),
            options,
        };
        if app.options.first_start {
            let hint = app.keyed(app.words().first_start);
            let body = hint.lines().map(str::to_owned).collect();
            app.notice = Some(Notice {
                body,
                ..Notice::default()
            });
        }
        app.list.set_folds(rows::first_folds(&app.plan));
        app.show_rows();
        app.settle();
        app
    }

    /// The plan that is shown.
    #[must_use]
    pub fn plan(&self) -> &Arc<Plan> {
        &self.plan
    }

    /// The index of that plan.
    #[must_use]
    pub fn index(&self) -> &Arc<Index> {
        &self.index
    }

    /// Language of names and interface. A screen of ASCII is English: it cannot draw Chinese.
    #[must_use]
    pub fn lang(&self) -> Lang {
        if self.options.charset == Charset::Ascii {
            Lang::En
        } else {
            self.options.lang
        }
    }

    /// What the screen can draw.
    #[must_use]
    pub fn charset(&self) -> Charset {
        self.options.charset
    }

    /// Lines, bars and marks have to be drawn in ASCII.
    #[must_use]
    pub fn plain_signs(&self) -> bool {
        self.options.charset.plain_signs()
    }

    /// The session is a kiosk's.
    #[must_use]
    pub fn kiosk(&self) -> bool {
        self.options.kiosk
    }

    /// The number of the theme; it only ever grows, the view takes it round.
    #[must_use]
    pub fn theme(&self) -> usize {
        self.options.theme
    }

    /// Today, if anybody said.
    #[must_use]
    pub fn today(&self) -> Option<Date> {
        self.options.today
    }

    /// The keys in force.
    #[must_use]
    pub fn keymap(&self) -> &Keymap {
        &self.options.keymap
    }

    /// The screen's size.
    #[must_use]
    pub fn size(&self) -> Size {
        self.size
    }

    /// Which pane has the keys.
    #[must_use]
    pub fn focus(&self) -> Focus {
        self.focus
    }

    /// Which tab is shown.
    #[must_use]
    pub fn section(&self) -> Section {
        self.section
    }

    /// Which responsibilities count.
    #[must_use]
    pub fn basis(&self) -> BasisFilter {
        self.basis
    }

    /// The prompt and what it found.
    #[must_use]
    pub fn lookup(&self) -> &Lookup {
        &self.lookup
    }

    /// The list.
    #[must_use]
    pub fn list(&self) -> &List {
        &self.list
    }

    /// The detail.
    #[must_use]
    pub fn reader(&self) -> &Reader {
        &self.reader
    }

    /// The page in the detail.
    #[must_use]
    pub fn page(&self) -> &Page {
        self.reader.page()
    }

    /// The matrix, while it is shown.
    #[must_use]
    pub fn grid(&self) -> Option<&Grid> {
        self.grid.as_ref()
    }

    /// What lies over the panes.
    #[must_use]
    pub fn overlay(&self) -> Option<&Overlay> {
        self.overlay.as_ref()
    }

    /// What there is to say at the foot of the screen.
    #[must_use]
    pub fn notice(&self) -> Option<&Notice> {
        self.notice.as_ref()
    }

    /// How far loading is.
    #[must_use]
    pub fn progress(&self) -> Option<Progress> {
        self.progress
    }

    /// Ids of the bookmarked nodes, oldest first.
    #[must_use]
    pub fn bookmarks(&self) -> &[String] {
        &self.options.bookmarks
    }

    /// The interface's words.
    #[must_use]
    pub fn words(&self) -> &'static Screen {
        screen(self.lang())
    }

    /// A sentence of the interface with the keys in force in place of their names.
    #[must_use]
    pub fn keyed(&self, sentence: &str) -> String {
        self.keymap().keyed(sentence, self.plain_signs())
    }

    /// A message would do something here, so that the footer may name its key.
    #[must_use]
    pub fn offers(&self, msg: &Msg) -> bool {
        let links = || !self.page().links.is_empty();
        let idle = (matches!(msg, Msg::Earlier) && !self.lookup.has_earlier())
            || (matches!(msg, Msg::Back) && !self.trail.leads_back())
            || (matches!(msg, Msg::Fold)
                && self.list.current().is_none_or(|row| row.open.is_none()))
            || (matches!(msg, Msg::Link(_) | Msg::Open)
                && self.context() == Context::Detail
                && !links());
        !idle
    }

    /// What the keys mean now.
    #[must_use]
    pub fn context(&self) -> Context {
        match (&self.overlay, &self.grid, self.focus) {
            (Some(Overlay::Menu(_)), _, _) => Context::Menu,
            (Some(Overlay::GoTo(..)), _, _) => Context::GoTo,
            (None, Some(grid), _) if grid.typing() => Context::Filter,
            (None, Some(_), _) => Context::Matrix,
            (None, None, Focus::Prompt) => Context::Prompt,
            (None, None, Focus::List) => Context::List,
            (None, None, Focus::Detail) => Context::Detail,
        }
    }

    /// Where everything goes.
    #[must_use]
    pub fn areas(&self) -> Areas {
        let whole =
            self.grid.is_some() || (self.reader.is_wide() && self.reader.subject().is_some());
        let panes = if whole {
            Panes::Whole
        } else {
            Panes::Split {
                detail: self.focus == Focus::Detail,
            }
        };
        let areas = areas(self.size, panes);
        let room = usize::from(areas.list.map_or(0, |list| list.width.saturating_sub(2))).max(1);
        let lines = crate::page::wrapped(&self.search_notes().join(" "), room).len();
        areas.with_note(u16::try_from(lines).unwrap_or(u16::MAX))
    }

    /// How the page in the detail is laid out.
    fn style(&self) -> Style {
        let areas = self.areas();
        Style {
            lang: self.lang(),
            width: usize::from(areas.page().width),
            head: head(&areas),
            charset: self.options.charset,
            basis: self.basis,
            basis_key: match self.basis {
                BasisFilter::All => String::new(),
                BasisFilter::Documented | BasisFilter::Assigned => self.keyed("{basis}"),
            },
            today: self.options.today,
        }
    }

    /// The node that keys such as "copy" and "who" are about: what the detail shows, or, where it
    /// shows a page about many, the link or the row that is chosen.
    #[must_use]
    pub fn node(&self) -> Option<Node> {
        let shown = self.reader.subject().and_then(Subject::node);
        shown.or_else(|| match (self.focus, self.reader.goal()) {
            (Focus::Detail, Some(Goal::Node(node))) => Some(*node),
            (Focus::Detail, Some(Goal::Address(_)) | None) => None,
            (Focus::Prompt | Focus::List, _) => self.list.current().map(|row| row.node),
        })
    }

    /// Where a visible text matches the query: byte ranges.
    #[must_use]
    pub fn highlights(&self, text: &str) -> Vec<std::ops::Range<usize>> {
        // A single letter stands everywhere: to mark it tells nothing, and costs most on the line.
        if self.lookup.input().value().trim().len() <= 1 {
            return Vec::new();
        }
        crate::search::highlights(text, self.lookup.query())
    }

    /// What would complete the filter at the end of the prompt; shown once it is plain that a filter
    /// is being typed.
    #[must_use]
    pub fn completion(&self) -> Option<String> {
        let typed = self.lookup.input().value();
        let in_prompt = self.context() == Context::Prompt;
        in_prompt
            .then(|| crate::search::complete(&self.plan, typed))
            .flatten()
    }

    /// What there is to say of the question itself: an unknown filter, another spelling.
    #[must_use]
    pub fn search_notes(&self) -> Vec<String> {
        let notes = self.lookup.found().map_or(&[][..], |found| &found.notes);
        notes
            .iter()
            .map(|note| crate::card::note(note, self.lang()))
            .collect()
    }

    /// Why the row under the cursor was found, where its name does not show it.
    #[must_use]
    pub fn why(&self) -> Option<&str> {
        self.why.as_deref()
    }

    fn find_why(&self) -> Option<String> {
        let hit = self.lookup.found()?.hits.get(self.list.cursor())?;
        let shown = self.reader.subject() == Some(Subject::Node(hit.node));
        let why = self
            .index
            .why(&self.plan, self.lookup.query(), hit, self.lang());
        why.filter(|_| shown)
            .map(|why| crate::card::why(&why, self.lang()))
    }

    /// How an assignment of our own to a node stands, where that needs attention: late, overdue.
    #[must_use]
    pub fn standing(&self, node: Node) -> Option<&'static str> {
        if self.plan.overlays().is_empty() || !matches!(node, Node::Item(_)) {
            return None;
        }
        let said = crate::card::standing(&self.plan, node, self.lang(), self.options.today);
        said.first().copied()
    }

    /// Brings everything that is derived in line with the state.
    fn settle(&mut self) {
        let areas = self.areas();
        if let Some(area) = areas.list {
            // A list that does not show keeps its height, or it would come back scrolled.
            self.list.set_height(usize::from(area.height));
        }
        if !self.reader.is_pinned() {
            let subject = self.list.current().map(|row| Subject::Node(row.node));
            self.reader.follow(subject);
            if self.focus == Focus::Detail && self.reader.subject().is_none() {
                // The page that had the keys is gone.
                self.focus = Focus::List;
                return self.settle();
            }
        }
        let (style, lang) = (self.style(), self.lang());
        let height = usize::from(areas.page().height);
        self.reader.lay_out(&self.plan, style, height);
        self.why = self.find_why();
        if let Some(grid) = &mut self.grid {
            grid.settle(
                &self.plan,
                areas.detail.unwrap_or_default().as_size(),
                self.basis,
                lang,
            );
        }
        if let Some(Overlay::Menu(menu)) = &mut self.overlay {
            menu.set_height(usize::from(self.size.height.saturating_sub(3)));
        }
        debug_assert_eq!(self.check(), Ok(()));
    }

    /// What must hold after every message; the first thing that does not.
    ///
    /// # Errors
    /// The broken invariant, in words.
    pub fn check(&self) -> Result<(), &'static str> {
        let list = &self.list;
        let count = list.rows().len();
        let resolves = |node: &Node| self.plan.find(self.plan.id(*node)) == Some(*node);
        let checks = [
            (
                count == 0 || list.cursor() < count,
                "the cursor is on a row",
            ),
            (
                count == 0 || list.visible().any(|(index, _)| index == list.cursor()),
                "the cursor shows",
            ),
            (
                list.current().is_none_or(|row| resolves(&row.node)),
                "the row is in the plan",
            ),
            (
                self.node().is_none_or(|node| resolves(&node)),
                "the page is in the plan",
            ),
            (
                self.reader
                    .link()
                    .is_none_or(|link| link < self.page().links.len()),
                "the link is on the page",
            ),
            (
                self.focus != Focus::Detail || self.reader.subject().is_some(),
                "what is not shown has no focus",
            ),
        ];
        checks
            .iter()
            .find(|(holds, _)| !holds)
            .map_or(Ok(()), |(_, law)| Err(*law))
    }
}

/// On a tiny screen the row above the page names it, or a line of its own does.
fn head(areas: &Areas) -> Head {
    match (areas.tabs, areas.list) {
        (Some(_), _) => Head::Full,
        (None, Some(_)) => Head::None,
        (None, None) => Head::Line,
    }
}
