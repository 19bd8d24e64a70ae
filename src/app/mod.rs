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
mod question;
mod reader;
mod readers;
mod rows;
mod tabs;
mod trail;
mod update;

use std::sync::Arc;

use ratatui::layout::Size;
use tui_input::Input;

pub use crate::search::Marker;
pub use bindings::{BINDINGS, Binding};
pub use keymap::{Chord, Code, HelpLine, KeyError, Keymap};
pub use lookup::Lookup;
pub use matrix::{COUNTS, Grid};
pub use menu::{Entry, Menu};
pub use msg::{Context, Edit, Effect, Memo, Motion, Msg, Progress, Step};
pub use opening::Arrival;
pub use place::{Opened, Place, Shows};
pub use question::Question;
pub use reader::{Reader, SMALL, Subject};
pub use rows::Section;
pub use tabs::Tab;
pub use update::update;

use self::layout::{Areas, Panes, areas, menu_rows};
use self::list::List;
use self::opening::Opening;
use self::trail::Trail;
use crate::model::{BasisFilter, Change, Date, Lang, Node, Plan};
use crate::page::{Charset, Head, Style};
use crate::search::Index;

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
    /// Which colours there are for it.
    pub colours: Colours,
    /// Who takes what is copied.
    pub taker: Taker,
    /// Show the hint for a first start.
    pub first_start: bool,
    /// Ids that are bookmarked.
    pub bookmarks: Vec<String>,
    /// Earlier queries, newest last.
    pub queries: Vec<String>,
    /// The keys in force.
    pub keymap: Keymap,
}

/// Which colours the terminal has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Colours {
    /// Any.
    #[default]
    Rgb,
    /// The 256 of xterm.
    Indexed,
    /// Its own sixteen at most; nobody knows how they look.
    Few,
}

/// Who takes what is copied, as far as the screen has to speak of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Taker {
    /// The terminal.
    #[default]
    Terminal,
    /// tmux, which passes it on only where its settings say so.
    Tmux,
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
    /// So many nodes could be searched when it was last asked.
    asked_of: usize,
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
            asked_of: 0,
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
            most: usize::MAX,
        }
    }

    fn find_why(&self) -> Option<String> {
        let hit = self.lookup.found()?.hits.get(self.list.cursor())?;
        let shown = self.reader.subject() == Some(Subject::Node(hit.node));
        let why = self
            .index
            .why(&self.plan, self.lookup.query(), hit, self.lang());
        why.filter(|_| shown)
            .map(|why| crate::describe::why(&why, self.lang()))
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
            menu.set_height(usize::from(menu_rows(self.size).0));
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
