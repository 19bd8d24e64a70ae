//! The time before the plan is there: large files are read while the explorer is already up. Then
//! only the prompt takes keys; what is typed is asked as soon as there is somebody to answer.

use std::sync::Arc;

use ratatui::layout::Size;

use super::msg::{Effect, Msg};
use super::session_state::SessionState;
use super::{App, Notice, Options};
use crate::i18n::menu::menu;
use crate::i18n::sheets::kept_as_notes;
use crate::model::Plan;
use crate::search::Index;

/// A plan that was waited for, with what is kept of it.
#[derive(Clone, Debug)]
pub struct PlanLoaded {
    /// The plan.
    pub plan: Arc<Plan>,
    /// Its index.
    pub index: Arc<Index>,
    /// Where the last session was left.
    pub place: Option<SessionState>,
    /// Ids that are bookmarked.
    pub bookmarks: Vec<String>,
    /// Earlier queries, newest last.
    pub queries: Vec<String>,
    /// Show the hint for a first start.
    pub first_start: bool,
}

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
        let plan = Plan::unread(name);
        let index = Index::build(&plan);
        let opening = Opening {
            query: query.to_owned(),
        };
        let mut app = App::made(plan.into(), index.into(), size, options, Some(opening));
        app.lookup.set_input(query);
        app
    }

    /// What is said before any key: which cells of sheets are shown as notes, and how to begin.
    pub(super) fn first_notice(&self) -> Option<Notice> {
        let kept = kept_as_notes(&self.plan, self.lang()).filter(|_| !self.options.kiosk);
        let hint = self
            .options
            .first_start
            .then(|| self.keyed(self.words().first_start));
        (kept.is_some() || hint.is_some()).then(|| Notice {
            title: kept.unwrap_or_default(),
            body: hint
                .iter()
                .flat_map(|hint| hint.lines())
                .map(str::to_owned)
                .collect(),
            ..Notice::default()
        })
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
            | Msg::IdleSoon
    )
}
