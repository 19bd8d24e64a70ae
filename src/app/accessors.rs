//! What view and program may ask of the state. Nothing here changes it.

use std::sync::Arc;

use ratatui::layout::Size;

use super::layout::Areas;
use super::list::List;
use super::{
    App, Colours, Context, DetailPane, Focus, Keymap, Lookup, MatrixView, Msg, Notice, Popup,
    Progress, Subject, TabKind,
};
use crate::describe::Goal;
use crate::i18n::screen::{Screen, screen};
use crate::model::{BasisFilter, Date, Lang, Node, Plan};
use crate::page::{Charset, Page, width};
use crate::search::Marker;

/// What is asked for by the name of a part of the state: `name: type = |app| value`.
macro_rules! parts {
    ($($(#[$doc:meta])* $name:ident: $type:ty = |$app:ident| $value:expr;)*) => {
        impl App {$(
            $(#[$doc])*
            #[must_use]
            pub fn $name(&self) -> $type {
                let $app = self;
                $value
            }
        )*}
    };
}

parts! {
    /// The plan that is shown.
    plan: &Arc<Plan> = |app| &app.plan;
    /// The keys in force.
    keymap: &Keymap = |app| &app.options.keymap;
    /// The prompt and what it found.
    lookup: &Lookup = |app| &app.lookup;
    /// The list.
    list: &List = |app| &app.list;
    /// The detail.
    detail: &DetailPane = |app| &app.detail;
    /// Ids of the bookmarked nodes, oldest first.
    bookmarks: &[String] = |app| &app.options.bookmarks;
    /// Which colours the terminal has.
    colours: Colours = |app| app.options.colours;
    /// What the screen can draw.
    charset: Charset = |app| app.options.charset;
    /// The number of the theme; it only ever grows, the view takes it round.
    theme: usize = |app| app.options.theme;
    /// Today's date, if it is known.
    today: Option<Date> = |app| app.options.today;
    /// The screen's size.
    size: Size = |app| app.size;
    /// Where everything goes on the screen.
    areas: Areas = |app| app.areas;
    /// Which pane has the keys.
    focus: Focus = |app| app.focus;
    /// Which tab is shown.
    section: TabKind = |app| app.section;
    /// Which responsibilities count.
    basis: BasisFilter = |app| app.basis;
    /// The page in the detail.
    page: &Page = |app| app.detail.page();
    /// The matrix, while it is shown.
    matrix_view: Option<&MatrixView> = |app| app.matrix_view.as_ref();
    /// What lies over the panes.
    overlay: Option<&Popup> = |app| app.overlay.as_ref();
    /// What there is to say at the foot of the screen.
    notice: Option<&Notice> = |app| app.notice.as_ref();
    /// How far loading is.
    progress: Option<Progress> = |app| app.progress;
    /// Why the row under the cursor was found, where its name does not show it.
    why: Option<&str> = |app| app.why.as_deref();
}

impl App {
    /// Language of names and interface. A screen of ASCII is English: it cannot draw Chinese.
    #[must_use]
    pub fn lang(&self) -> Lang {
        if self.options.charset == Charset::Ascii {
            Lang::En
        } else {
            self.options.lang
        }
    }

    /// Lines, bars and marks have to be drawn in ASCII.
    #[must_use]
    pub fn plain_signs(&self) -> bool {
        self.options.charset.plain_signs()
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
            || (matches!(msg, Msg::Reload | Msg::Suspend) && self.options.kiosk)
            || (matches!(msg, Msg::Back) && !self.leads_back())
            || (matches!(msg, Msg::Fold)
                && self.list.current().is_none_or(|row| row.open.is_none()))
            || (matches!(msg, Msg::Link(_) | Msg::Open)
                && self.context() == Context::Detail
                && !links());
        !idle
    }

    /// The node that keys such as "copy" and "who" are about: what the detail shows, or, where it
    /// shows a page about many, the link or the row that is chosen.
    #[must_use]
    pub fn node(&self) -> Option<Node> {
        let shown = self.detail.subject().and_then(Subject::node);
        shown.or_else(|| match (self.focus, self.detail.goal()) {
            (Focus::Detail, Some(Goal::Node(node))) => Some(*node),
            (Focus::Detail, Some(Goal::Address(_) | Goal::Query(_) | Goal::Fold) | None) => None,
            (Focus::Prompt | Focus::List, _) => self.list.current().map(|row| row.node),
        })
    }

    /// What marks the query in the texts that show; `None` where nothing is to be marked.
    #[must_use]
    pub fn marker(&self) -> Option<Marker> {
        // A single letter stands everywhere: to mark it tells nothing, and costs most on the line.
        let long = self.lookup.input().value().trim().len() > 1;
        long.then(|| Marker::new(self.lookup.query()))
    }

    /// What would complete the filter at the end of the prompt; shown once it is plain that a filter
    /// is being typed.
    #[must_use]
    pub fn completion(&self) -> Option<String> {
        let typed = self.lookup.input().value();
        let in_prompt = matches!(self.context(), Context::Prompt | Context::Empty);
        in_prompt
            .then(|| crate::query::complete(&self.plan, typed))
            .flatten()
    }

    /// The filters as which a question was read, where the prompt's line has room for them; elsewhere
    /// they are among the notes.
    #[must_use]
    pub fn read_as(&self) -> Option<String> {
        /// Sign and caret of the prompt, blanks, and how many were found.
        const COUNT: usize = 20;
        let note = self.lookup.found()?.read_as()?;
        let said = crate::describe::note(&self.plan, note, self.lang());
        let wide = width(self.lookup.input().value()) + width(&said) + COUNT;
        (wide <= usize::from(self.size.width)).then_some(said)
    }

    /// Something was found, and all of it is hidden.
    #[must_use]
    pub fn is_all_hidden(&self) -> bool {
        let [shown, whole] = [self.lookup.found(), self.lookup.whole()];
        shown.is_some_and(|shown| shown.hits.is_empty())
            && whole.is_some_and(|whole| !whole.hits.is_empty())
    }

    /// What a nearest answer in a row of the list has of the query.
    #[must_use]
    pub fn has(&self, row: usize, node: Node) -> Option<String> {
        let hit = self.lookup.found()?.hits.get(row)?;
        let near = hit.near.as_ref().filter(|_| hit.node == node)?;
        let words = near.said(self.lookup.query());
        Some(crate::describe::has(&words, self.lang()))
    }

    /// How much the body in a row leads or issued, where that ranks it.
    #[must_use]
    pub fn ranked(&self, row: usize, node: Node) -> Option<String> {
        let found = self.lookup.found()?;
        let hit = found.hits.get(row).filter(|hit| hit.node == node)?;
        crate::describe::ranked(found, hit, self.lang())
    }

    /// The date by which the node in a row is listed, where what was found is listed by date; that of our
    /// own work, where only this is listed.
    #[must_use]
    pub fn due(&self, row: usize, node: Node) -> Option<Date> {
        if self.lookup.found().is_none() && self.shows_ours_alone() && node.item().is_some() {
            return crate::describe::own_work(&self.plan, node, self.options.today)?.due;
        }
        let hit = self.lookup.found()?.hits.get(row)?;
        hit.due.filter(|_| hit.node == node)
    }

    /// The word for an assignment to a node that needs attention, such as late or overdue. Only an
    /// overlay assigns.
    #[must_use]
    pub fn assignment_flag(&self, node: Node) -> Option<&'static str> {
        if self.plan.overlays().is_empty() || !matches!(node, Node::Item(_)) {
            return None;
        }
        crate::describe::assignment_flag(&self.plan, node, self.lang(), self.options.today)
    }
}
