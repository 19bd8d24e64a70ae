//! The beginning. Large files are read while the explorer is already up: until the plan is there, only
//! the prompt takes keys, and what is typed is asked as soon as there is somebody to answer. Then it
//! goes on where the last session was left.

use std::sync::Arc;

use ratatui::layout::Size;

use super::detail::Subject;
use super::msg::{Effect, Msg};
use super::rows::{self, TabKind};
use super::session_state::{Opened, PlanLoaded, SessionState, Shows};
use super::{App, Notice, Options};
use crate::i18n::menu::menu;
use crate::i18n::sheets::not_understood;
use crate::model::{Lang, Node, Plan};
use crate::search::Index;

/// What is known while the plan is waited for.
#[derive(Debug)]
pub(super) struct Opening {
    /// The query that the explorer was started with.
    query: String,
}

impl App {
    /// The explorer before its plan is read, which until then is called `name`. `query` is what it
    /// was started with.
    #[must_use]
    pub fn unread(name: &str, query: &str, size: Size, options: Options) -> App {
        let plan = Arc::new(Plan::unread(name));
        let index = Index::lazy(&plan);
        let opening = Opening {
            query: query.to_owned(),
        };
        let mut app = App::made(plan, index, size, options, Some(opening));
        app.lookup.set_input(query);
        app
    }

    /// What is said before any key: what of sheets is left out or shown as notes, and how to begin.
    pub(super) fn first_notice(&self) -> Option<Notice> {
        let mut left = self.not_understood().into_iter();
        let title = left.next();
        let hint = self
            .options
            .first_start
            .then(|| self.keyed(self.words().first_start));
        (title.is_some() || hint.is_some()).then(|| Notice {
            title: title.unwrap_or_default(),
            body: left
                .chain(hint.iter().flat_map(|hint| hint.lines()).map(str::to_owned))
                .collect(),
            ..Notice::default()
        })
    }

    /// Which cells and columns of sheets are left out or shown as notes; clients of a kiosk can do nothing
    /// about it.
    pub(super) fn not_understood(&self) -> Vec<String> {
        if self.options.kiosk {
            return Vec::new();
        }
        not_understood(&self.plan, self.lang())
    }

    /// The plan is still being read.
    #[must_use]
    pub fn is_opening(&self) -> bool {
        self.opening.is_some()
    }

    /// Begins where the last session was left, and with a first query: an exact id opens that node.
    /// Gives the question to be answered.
    pub fn begin(&mut self, place: Option<SessionState>, query: &str) -> Option<Effect> {
        self.come_back(place, query.is_empty());
        match self.plan.find(query) {
            _ if query.is_empty() => None,
            Some(node) => {
                self.open_node(node);
                None
            }
            None => self.first_query(query),
        }
    }

    /// Goes to where the last session was left. Who asks for something is not led to another tab.
    fn come_back(&mut self, place: Option<SessionState>, whole: bool) {
        match place {
            Some(place) if whole => {
                self.return_to(&place);
                self.say_continued();
            }
            Some(SessionState {
                folded, unfolded, ..
            }) => self.return_to(&SessionState {
                folded,
                unfolded,
                ..SessionState::default()
            }),
            None => {}
        }
    }

    /// Says that the session begins where the last one was left, unless that is where all begin.
    fn say_continued(&mut self) {
        let elsewhere = self.returned || self.list.cursor() > 0 || self.detail.is_pinned();
        if elsewhere && self.notice.is_none() {
            self.notice = Some(Notice {
                title: self.keyed(menu(self.lang()).continued),
                ..Notice::default()
            });
            // The row that the list comes back to stands above it.
            self.sync_derived();
        }
    }

    /// The plan is there: the explorer begins with it, and with what was typed meanwhile.
    pub(super) fn arrived(&mut self, arrival: PlanLoaded) -> Option<Effect> {
        let opening = self.opening.take()?;
        let typed = self.lookup.input().value() != opening.query;
        let options = Options {
            bookmarks: arrival.bookmarks,
            queries: arrival.queries,
            // Whoever has typed already needs no hint that one can.
            first_start: arrival.first_start && !typed,
            ..std::mem::take(&mut self.options)
        };
        let app = App::new(arrival.plan, arrival.index, self.size, options);
        let before = std::mem::replace(self, app);
        self.overlay = before.overlay;
        self.notice = before.notice.or(self.notice.take());
        let input = before.lookup.input();
        if !typed {
            return self.begin(arrival.place, &opening.query);
        }
        self.come_back(arrival.place, input.value().is_empty());
        if input.value().is_empty() {
            return None;
        }
        self.lookup.take_over(&before.lookup);
        let asked = self.ask();
        self.lookup.open_when_found = asked.is_some() && before.lookup.open_when_found;
        asked
    }
}

impl App {
    /// The language that was chosen, whatever the screen can draw.
    #[must_use]
    pub fn chosen_lang(&self) -> Lang {
        self.options.lang
    }

    /// Where one is. It is cheap enough to be asked after every key.
    #[must_use]
    pub fn place(&self) -> SessionState {
        let id = |node: &Node| self.plan.id(*node).to_owned();
        let toggled = |folded| {
            let nodes = self.list.toggled().iter();
            nodes
                .filter(|&&node| self.list.is_folded(node) == folded)
                .map(id)
                .collect()
        };
        SessionState {
            tab: self.section.filter(&self.plan),
            row: self.list.current().map(|row| id(&row.node)),
            page: self.opened(),
            folded: toggled(true),
            unfolded: toggled(false),
            query: self.lookup.input().value().trim().to_owned(),
        }
    }

    fn opened(&self) -> Option<Opened> {
        let subject = self.detail.subject().filter(|_| self.detail.is_pinned())?;
        let shows = match subject {
            Subject::Node(_) => Shows::Node,
            Subject::Who(_) => Shows::Who,
            Subject::Charts => Shows::Charts,
            Subject::Years => Shows::Years,
            Subject::Gaps => Shows::Gaps,
            Subject::Compare(_) => return None, // two marks of one session
        };
        let of = subject
            .node()
            .map_or_else(String::new, |node| self.plan.id(node).to_owned());
        Some(Opened {
            shows,
            of,
            line: self.detail.scroll(),
        })
    }

    /// Goes to where a session was left. The prompt keeps the focus and stays empty, so that the
    /// place does not stand in the way of a new question.
    pub fn return_to(&mut self, place: &SessionState) {
        self.list.set_folds(rows::first_folds(&self.plan));
        for (ids, folded) in [(&place.folded, true), (&place.unfolded, false)] {
            for node in ids.iter().filter_map(|id| self.plan.find(id)) {
                self.list.fold(node, folded);
            }
        }
        self.section = TabKind::of(&self.plan)
            .into_iter()
            .find(|section| section.filter(&self.plan) == place.tab)
            .unwrap_or_default();
        self.returned = self.section != TabKind::All;
        self.show_rows();
        let row = place.row.as_deref().and_then(|id| self.plan.find(id));
        let listed = row.is_none_or(|node| self.select_nearest(node));
        let page = place.page.as_ref().and_then(|page| self.subject_of(page));
        match (page, row) {
            (Some(subject), _) => {
                self.detail.open(subject);
                self.detail
                    .scroll_to(place.page.as_ref().map_or(0, |page| page.line));
            }
            // It was found by a query, which is not asked again.
            (None, Some(node)) if !listed => self.detail.open(Subject::Node(node)),
            (None, _) => {}
        }
        self.sync_derived();
    }

    /// Puts the cursor on a node, or on what it belongs to where its own row is folded away.
    fn select_nearest(&mut self, node: Node) -> bool {
        if self.list.select(node) {
            return true;
        }
        let Node::Item(id) = node else {
            return false;
        };
        let above: Vec<_> = self.plan.ancestors(id).map(Node::Item).collect();
        above.into_iter().any(|node| self.list.select(node))
    }

    fn subject_of(&self, page: &Opened) -> Option<Subject> {
        let node = || self.plan.find(&page.of);
        match page.shows {
            Shows::Node => node().map(Subject::Node),
            Shows::Who => node().map(Subject::Who),
            Shows::Charts => Some(Subject::Charts),
            Shows::Years => Some(Subject::Years),
            Shows::Gaps => Some(Subject::Gaps),
        }
    }
}

/// A message that means something before there is a plan.
pub(super) fn is_early(msg: &Msg) -> bool {
    matches!(
        msg,
        Msg::Type(_)
            | Msg::Paste(_)
            | Msg::Edit(_)
            | Msg::Move(_)
            | Msg::Open
            | Msg::Leave
            | Msg::Lang
            | Msg::Theme
            | Msg::Help
            | Msg::Quit
            | Msg::Cancel
            | Msg::Redraw
            | Msg::Suspend
            | Msg::Resize(_)
            | Msg::Progress(_)
            | Msg::Arrived(_)
            | Msg::Unreadable
            | Msg::Note(_)
            | Msg::Today(_)
            | Msg::IdleSoon
    )
}
