//! The state of the explorer, all of it, and the one function that changes it.
//!
//! What is shown is derived: `sync_derived` brings rows, page and scrolling in line with the state after
//! every message, so no arm of [`update`] has to think of it.

mod accessors;
mod bindings;
mod chord;
mod commands;
mod detail;
mod help_line;
mod history;
mod keymap;
pub mod layout;
pub mod list;
mod lookup;
mod matrix;
mod menu;
mod msg;
mod notice;
mod offers;
mod phrases;
mod question;
mod rows;
mod session_state;
mod start;
mod tabs;
mod trail;
mod update;

use std::collections::HashMap;
use std::sync::Arc;

use ratatui::layout::Size;
use tui_input::Input;

pub use crate::search::Marker;
pub use bindings::{BINDINGS, Binding, HINTS, Preset};
pub use chord::{Chord, Code, Stroke};
pub use commands::CommandMenu;
pub use detail::{DetailPane, SMALL, Subject};
pub use help_line::HelpLine;
pub use keymap::{KeyError, Keymap};
pub use lookup::Lookup;
pub use matrix::{COUNTS, MatrixView, Shape};
pub use menu::{Menu, MenuEntry};
pub use msg::{Context, Edit, Effect, Memo, Motion, Msg, Progress, Step};
pub use notice::{Notice, NoticeBox};
pub use offers::Offer;
pub use phrases::Asked;
pub use question::Question;
pub use rows::TabKind;
pub use session_state::{Opened, PlanLoaded, SessionState, Shows};
pub use tabs::Tab;
pub use update::update;

use self::history::History;
use self::layout::{Areas, Panes, areas, menu_rows};
use self::list::{List, ListMark};
use self::start::Opening;
use crate::model::{BasisFilter, Change, Date, Lang, Node, Plan};
use crate::page::{Charset, Head, Style};
use crate::search::LazyIndex;

/// Settings that are known before the first frame.
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
    /// Where copied text goes.
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

/// Which colours the terminal can show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Colours {
    /// Any.
    #[default]
    Rgb,
    /// The 256 of xterm.
    Indexed,
    /// Its own sixteen at most; how they look is unknown.
    Few,
}

/// Where copied text goes, as far as a notice has to say it.
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
pub enum Popup {
    /// A list with a filter: the help, the bookmarks.
    Menu(Menu),
    /// The menu of commands.
    Commands(CommandMenu),
    /// The prompt for an id, and what was wrong with the last one.
    GoTo(Input, Option<String>),
}

/// The whole state.
#[derive(Debug)]
pub struct App {
    plan: Arc<Plan>,
    index: Arc<LazyIndex>,
    options: Options,
    size: Size,
    /// Derived from size, panes and notes once after each message: every row asks for it.
    areas: Areas,
    focus: Focus,
    section: TabKind,
    basis: BasisFilter,
    lookup: Lookup,
    list: List,
    detail: DetailPane,
    matrix_view: Option<MatrixView>,
    overlay: Option<Popup>,
    notice: Option<Notice>,
    history: History,
    /// Where the rows of each tab stood that were left for a query or another tab.
    places: HashMap<TabKind, ListMark>,
    /// The tab whose own rows the list shows; `None` while it shows what was found.
    listed: Option<TabKind>,
    /// The hit that was opened last: the list goes there once the query is cleared.
    opened: Option<Node>,
    /// The tab was restored from the last session; the first typed character switches back to All.
    returned: bool,
    progress: Option<Progress>,
    /// The plan is still being read; the one that is held is empty.
    opening: Option<Opening>,
    why: Option<String>,
    /// The node that the next one is compared with.
    marked: Option<Node>,
    /// What was typed over the matrix, with the matrix at what it names.
    cell_asked: Option<(String, MatrixView)>,
    /// What changed with the last reload.
    changes: Vec<Change>,
}

impl App {
    /// The explorer on a plan, on a screen of a size.
    #[must_use]
    pub fn new(plan: Arc<Plan>, index: Arc<LazyIndex>, size: Size, options: Options) -> App {
        App::made(plan, index, size, options, None)
    }

    fn made(
        plan: Arc<Plan>,
        index: Arc<LazyIndex>,
        size: Size,
        options: Options,
        opening: Option<Opening>,
    ) -> App {
        let mut app = App {
            plan,
            index,
            size,
            areas: Areas::default(),
            focus: Focus::Prompt,
            section: TabKind::All,
            basis: BasisFilter::default(),
            lookup: Lookup::new(options.queries.clone(), options.today),
            list: List::default(),
            detail: DetailPane::default(),
            matrix_view: None,
            overlay: None,
            notice: None,
            history: History::default(),
            places: HashMap::new(),
            listed: None,
            opened: None,
            returned: false,
            progress: None,
            opening,
            why: None,
            marked: None,
            cell_asked: None,
            changes: Vec::new(),
            options,
        };
        app.notice = app.first_notice();
        app.list.set_folds(rows::first_folds(&app.plan));
        app.show_rows();
        app.sync_derived();
        app
    }

    /// What the keys mean now.
    #[must_use]
    pub fn context(&self) -> Context {
        match (&self.overlay, &self.matrix_view, self.focus) {
            (Some(Popup::Menu(_)), _, _) => Context::Menu,
            (Some(Popup::Commands(_)), _, _) => Context::Commands,
            (Some(Popup::GoTo(..)), _, _) => Context::GoTo,
            (None, Some(grid), _) if grid.typing() => Context::Filter,
            (None, Some(_), _) => Context::Matrix,
            (None, None, Focus::Prompt) if self.lookup.input().value().is_empty() => Context::Empty,
            (None, None, Focus::Prompt) => Context::Prompt,
            (None, None, Focus::List) => Context::List,
            (None, None, Focus::Detail) => Context::Detail,
        }
    }

    /// Computes where everything goes. Not cheap: it words and wraps the notes on the search.
    fn compute_areas(&self) -> Areas {
        let whole = self.matrix_view.is_some()
            || (self.detail.is_wide() && self.detail.subject().is_some());
        let panes = if whole {
            Panes::Whole
        } else {
            Panes::Split {
                detail: self.focus == Focus::Detail,
            }
        };
        let areas = areas(self.size, panes);
        let areas = match self.detail.subject() {
            Some(Subject::Node(_)) if self.matrix_view.is_none() => areas.with_aside(),
            _ => areas, // pages about the whole plan, tables
        };
        let room = usize::from(areas.list.map_or(0, |list| list.width.saturating_sub(2))).max(1);
        let lines = crate::page::wrapped(&self.search_notes_said(), room).len();
        // What is offered above the rows is read before them.
        let rows = self.list.rows().len();
        let kept = rows.min(if self.offered().is_some() { 1 } else { 2 });
        areas.with_note(u16::try_from(lines).unwrap_or(u16::MAX), kept)
    }

    /// How the page in the detail is laid out.
    fn style(&self) -> Style {
        Style {
            lang: self.lang(),
            width: usize::from(self.areas.page().width.min(self.widest())),
            head: head(&self.areas),
            charset: self.options.charset,
            basis: self.basis,
            basis_key: match self.basis {
                BasisFilter::All => String::new(),
                BasisFilter::Documented | BasisFilter::Assigned => self.keyed("{basis}"),
            },
            today: self.options.today,
            aside: self.areas.aside.map(|area| {
                let area = layout::text_area(area);
                (usize::from(area.width), usize::from(area.height))
            }),
            unfolded: self.detail.is_unfolded(),
            most: usize::MAX,
        }
    }

    /// How wide a page may be: running text no wider than the eye follows.
    fn widest(&self) -> u16 {
        match self.detail.subject() {
            Some(Subject::Node(_) | Subject::Years) | None => layout::PROSE,
            Some(Subject::Who(_) | Subject::Charts | Subject::Gaps | Subject::Compare(_)) => {
                layout::TABLE
            }
        }
    }

    fn find_why(&self) -> Option<String> {
        let hit = self.lookup.found()?.hits.get(self.list.cursor())?;
        let shown = self.detail.subject() == Some(Subject::Node(hit.node));
        let why = self
            .index
            .why(&self.plan, self.lookup.query(), hit, self.lang());
        why.filter(|_| shown)
            .map(|why| crate::describe::why(&why, self.lang()))
    }

    /// Brings everything that is derived in line with the state.
    fn sync_derived(&mut self) {
        if !self.detail.is_pinned() {
            let subject = self.list.current().map(|row| Subject::Node(row.node));
            self.detail.follow(subject);
            if self.focus == Focus::Detail && self.detail.subject().is_none() {
                // The page that had the keys is gone.
                self.focus = Focus::List;
            }
        }
        // Focus and page say which panes show: both are final from here on.
        self.areas = self.compute_areas();
        let areas = self.areas;
        if let Some(area) = areas.list {
            // A list that does not show keeps its height, or it would come back scrolled.
            let height = area.height.saturating_sub(self.rows_below_notice(area));
            self.list.set_height(usize::from(height.max(1)));
        }
        let (style, lang) = (self.style(), self.lang());
        let height = usize::from(areas.page().height);
        self.detail.lay_out(&self.plan, style, height);
        self.why = self.find_why();
        if let Some(grid) = &mut self.matrix_view {
            grid.sync_derived(
                &self.plan,
                areas.detail.unwrap_or_default().as_size(),
                self.basis,
                lang,
            );
        }
        match &mut self.overlay {
            Some(Popup::Menu(menu)) => menu.set_height(usize::from(menu_rows(self.size).0)),
            Some(Popup::Commands(menu)) => menu.lay_out(self.size),
            Some(Popup::GoTo(..)) | None => {}
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
                self.detail
                    .link()
                    .is_none_or(|link| link < self.page().links.len()),
                "the link is on the page",
            ),
            (
                self.focus != Focus::Detail || self.detail.subject().is_some(),
                "what is not shown has no focus",
            ),
            (
                self.areas == self.compute_areas(),
                "the areas are those of the state",
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
        (Some(_), Some(_)) if areas.is_stacked() => Head::None,
        (Some(_), _) => Head::Full,
        (None, Some(_)) => Head::None,
        (None, None) => Head::Line,
    }
}
