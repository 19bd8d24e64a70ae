//! What view and program may ask of the state. Nothing here changes it.

use std::sync::Arc;

use ratatui::layout::Size;

use super::layout::Areas;
use super::list::List;
use super::phrases::asks_for_file;
use super::{
    App, Asked, Binding, Colours, Context, DetailPane, Focus, Keymap, Lookup, MatrixView, Msg,
    Notice, Popup, Progress, Subject, TabKind,
};
use crate::describe::Goal;
use crate::i18n::keys::keys;
use crate::i18n::screen::{Screen, screen};
use crate::i18n::search::search;
use crate::model::{BasisFilter, Date, Lang, Node, Plan};
use crate::page::{Charset, Page, width};
use crate::query::Note;
use crate::query::question::in_passing;
use crate::search::{Hit, Marker, Tier};

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

    /// What there is to say of the question itself: an unknown filter, another spelling.
    #[must_use]
    pub fn search_notes(&self) -> Vec<String> {
        // Where Enter runs a command, what was not found is not what was asked.
        let found = self.lookup.found();
        let is_alone = !self.is_command_beside();
        let is_run = is_alone && (self.command_on_enter().is_some() || self.asks_for_file());
        let found = found.filter(|_| !is_run);
        let notes = found.map_or(&[][..], |found| &found.notes);
        let beside = self.read_as().is_some();
        let is_reading = |note: &&Note| matches!(note, Note::ReadAs(_));
        let readings = notes.iter().filter(|note| !beside && is_reading(note));
        let others = notes
            .iter()
            .filter(|note| !is_reading(note) && !matches!(note, Note::Command(_)));
        // Where there is no room for all, the answer goes before how the question was read.
        let notes = others.chain(readings);
        let notes = notes.map(|note| self.search_note(note));
        let file = self
            .asks_for_file()
            .then(|| self.words().to_file.to_owned());
        let notes = notes.chain(self.command_note()).chain(file);
        notes.chain(self.comparing_note()).collect()
    }

    /// The same as sentences, one behind the other.
    #[must_use]
    pub fn search_notes_said(&self) -> String {
        let stop = crate::i18n::who::who(self.lang()).stop;
        let gap = stop.trim_start_matches(['.', '。']);
        let mut said = String::new();
        for note in self.search_notes() {
            let is_sentence = said.ends_with(['.', '?', '。', '？']);
            said += if is_sentence || said.is_empty() {
                ""
            } else {
                stop.trim_end()
            };
            said += if said.is_empty() { "" } else { gap };
            said += &note;
        }
        said
    }

    fn search_note(&self, note: &Note) -> String {
        match note {
            Note::NoDates if self.options.kiosk => {
                return search(self.lang()).no_dates_here.to_owned();
            }
            Note::NoAssignments if self.options.kiosk => {
                return search(self.lang()).no_assignments_here.to_owned();
            }
            _ => {}
        }
        let Note::Compare(pair) = note else {
            return crate::describe::note(&self.plan, note, self.lang());
        };
        let signs = pair.map(|node| crate::describe::sign_in(&self.plan, node, self.lang()));
        let what = self.words().side_by_side(&signs[0], &signs[1]);
        let key = match self.pair_on_enter() {
            Some(_) => self.keyed("{open}"),
            None => self.keyed("{first} {open}"),
        };
        self.words().command_here(&key, &what)
    }

    /// The two nodes that Enter on the first row shows side by side, where that was asked for. A hit that
    /// is moved to is opened.
    #[must_use]
    pub fn pair_on_enter(&self) -> Option<[Node; 2]> {
        self.pair_offered().filter(|_| self.list.is_above())
    }

    fn pair_offered(&self) -> Option<[Node; 2]> {
        let notes = &self.lookup.found()?.notes;
        let pair = notes.iter().find_map(|note| match note {
            Note::Compare(pair) => Some(*pair),
            _ => None,
        })?;
        let here = matches!(self.context(), Context::Prompt | Context::List);
        (here && !self.options.print).then_some(pair)
    }

    /// Something is offered above the rows of the list: a command, or a comparison.
    pub(super) fn is_offered(&self) -> bool {
        self.command_offered().is_some() || self.pair_offered().is_some()
    }

    /// What is offered above the rows is chosen, and no row is.
    #[must_use]
    pub fn is_above_rows(&self) -> bool {
        self.list.is_above() && self.is_offered()
    }

    /// A command stands beside what was asked and found.
    pub(super) fn is_command_beside(&self) -> bool {
        self.command_beside().is_some()
    }

    /// What the prompt asks, without a command beside it.
    pub(super) fn asked_without_command(&self) -> &str {
        let typed = self.lookup.input().value().trim();
        let rest = in_passing(typed).filter(|_| self.is_command_beside());
        rest.map_or(typed, |(_, rest)| rest)
    }

    fn command_beside(&self) -> Option<&'static str> {
        let typed = self.lookup.input().value().trim().to_lowercase();
        if self.keymap().asked(&typed, self.lang()).next().is_some() {
            return None;
        }
        let notes = &self.lookup.found()?.notes;
        notes.iter().find_map(|note| match note {
            Note::Command(word) => Some(*word),
            _ => None,
        })
    }

    /// The command whose word the query is, or stands in it.
    fn command_typed(&self) -> Option<(&'static Binding, Asked)> {
        // What a word means is no question about the program's help.
        let notes = self.lookup.found().map_or(&[][..], |found| &found.notes);
        if notes.iter().any(|note| matches!(note, Note::Terms(_))) {
            return None;
        }
        let typed = self.lookup.input().value().trim().to_lowercase();
        let typed = self.command_beside().map_or(typed, str::to_owned);
        // How to go back is said before there is a way back, too.
        let is_here = |(command, _): &(&Binding, Asked)| {
            let is_offered = matches!(command.msg, Msg::Back) || self.offers(&command.msg);
            command.contexts.contains(&Context::List) && is_offered
        };
        self.keymap().asked(&typed, self.lang()).find(is_here)
    }

    /// What Enter does in the prompt if the query asks for a command and nothing has that name: it runs the
    /// command. A hit that is moved to is opened.
    #[must_use]
    pub fn command_on_enter(&self) -> Option<&Msg> {
        self.command_offered().filter(|_| self.list.is_above())
    }

    fn command_offered(&self) -> Option<&Msg> {
        let found = self.lookup.found()?;
        let (command, asked) = self.command_typed()?;
        let named = match asked {
            Asked::ByName => Tier::Exact,
            Asked::ByWord => Tier::Word,
        };
        let is_other = |hit: &Hit| hit.tier > named || !hit.field.is_name();
        let is_beside = || self.is_command_beside();
        let nothing = found.hits.first().is_none_or(is_other) || is_beside();
        let here = self.context() == Context::Prompt && self.section == TabKind::All;
        (nothing && here).then_some(&command.msg)
    }

    /// What the shell does was asked for: a file, paper.
    #[must_use]
    pub fn asks_for_file(&self) -> bool {
        let typed = self.lookup.input().value();
        self.lookup.found().is_some() && asks_for_file(self.command_beside().unwrap_or(typed))
    }

    /// Says how to run the command whose word the query is.
    fn command_note(&self) -> Option<String> {
        self.lookup.found()?;
        let (command, _) = self.command_typed()?;
        let key = match self.context() {
            _ if self.command_on_enter().is_some() => self
                .words()
                .or_in_lists("{open}", &format!("{{{}}}", command.name)),
            Context::Prompt => {
                let key = format!("{{{}}}", command.name);
                self.words().one_then("{pane}", &key)
            }
            _ => format!("{{{}}}", command.name),
        };
        let what = (command.help)(keys(self.lang()));
        let key = self.keyed(&key);
        // Where Enter runs it, what it does is said first: a small screen cuts the rest.
        Some(match self.command_on_enter() {
            Some(_) => self.words().command_here(&key, what),
            None => self.words().command(&key, what),
        })
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
