//! What view and program may ask of the state. Nothing here changes it.

use std::sync::Arc;

use ratatui::layout::Size;

use super::layout::Areas;
use super::list::List;
use super::{
    App, Binding, Colours, Context, DetailPane, Focus, Keymap, Lookup, MatrixView, Msg, Notice,
    Overlay, Progress, Section, Subject,
};
use crate::describe::Goal;
use crate::i18n::keys::keys;
use crate::i18n::screen::{Screen, screen};
use crate::model::{BasisFilter, Date, Lang, Node, Plan};
use crate::page::{Charset, Page, width};
use crate::query::Note;
use crate::search::{Hit, Marker, Tier};

impl App {
    /// Which colours the terminal has.
    #[must_use]
    pub fn colours(&self) -> Colours {
        self.options.colours
    }

    /// The plan that is shown.
    #[must_use]
    pub fn plan(&self) -> &Arc<Plan> {
        &self.plan
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

    /// The number of the theme; it only ever grows, the view takes it round.
    #[must_use]
    pub fn theme(&self) -> usize {
        self.options.theme
    }

    /// Today's date, if it is known.
    #[must_use]
    pub fn today(&self) -> Option<Date> {
        self.options.today
    }

    /// From now on it is another day, if it is known.
    pub fn set_today(&mut self, today: Option<Date>) {
        self.options.today = today.or(self.options.today);
        self.lookup.today = self.options.today;
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

    /// Where everything goes on the screen.
    #[must_use]
    pub fn areas(&self) -> Areas {
        self.areas
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
    pub fn detail(&self) -> &DetailPane {
        &self.detail
    }

    /// The page in the detail.
    #[must_use]
    pub fn page(&self) -> &Page {
        self.detail.page()
    }

    /// The matrix, while it is shown.
    #[must_use]
    pub fn matrix_view(&self) -> Option<&MatrixView> {
        self.matrix_view.as_ref()
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
            || (matches!(msg, Msg::Reload | Msg::Suspend) && self.options.kiosk)
            || (matches!(msg, Msg::Back) && !self.history.leads_back())
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
        let notes = self.lookup.found().map_or(&[][..], |found| &found.notes);
        let beside = self.read_as().is_some();
        let notes = notes
            .iter()
            .filter(|note| !beside || !matches!(note, Note::ReadAs(_)))
            .map(|note| crate::describe::note(&self.plan, note, self.lang()));
        notes.chain(self.command_note()).collect()
    }

    /// The command whose word the query is.
    fn command_typed(&self) -> Option<&'static Binding> {
        let typed = self.lookup.input().value().trim().to_lowercase();
        let command = self.keymap().asked(&typed)?;
        let is_here = command.contexts.contains(&Context::List) && self.offers(&command.msg);
        is_here.then_some(command)
    }

    /// What Enter does in the prompt if the query is the word of a command and nothing has that word
    /// as it stands: it runs the command. A hit that is moved to is opened.
    #[must_use]
    pub fn command_on_enter(&self) -> Option<&Msg> {
        let found = self.lookup.found()?;
        let is_like = |hit: &Hit| hit.tier >= Tier::Fuzzy;
        let nothing = found.hits.first().is_none_or(is_like) && self.list.cursor() == 0;
        let here = self.context() == Context::Prompt && self.section == Section::All;
        let command = self.command_typed().filter(|_| nothing && here)?;
        Some(&command.msg)
    }

    /// Says how to run the command whose word the query is.
    fn command_note(&self) -> Option<String> {
        self.lookup.found()?;
        let command = self.command_typed()?;
        let key = match self.context() {
            _ if self.command_on_enter().is_some() => "{open}".to_owned(),
            Context::Prompt => format!("{{pane}} {{{}}}", command.name),
            _ => format!("{{{}}}", command.name),
        };
        let what = (command.help)(keys(self.lang()));
        Some(self.words().command(&self.keyed(&key), what))
    }

    /// The filters as which a question was read, where the prompt's line has room for them; elsewhere
    /// they are among the notes.
    #[must_use]
    pub fn read_as(&self) -> Option<String> {
        const COUNT: usize = 16;
        let note = self.lookup.found()?.read_as()?;
        let said = crate::describe::note(&self.plan, note, self.lang());
        let wide = width(self.lookup.input().value()) + width(&said) + COUNT;
        (wide <= usize::from(self.size.width)).then_some(said)
    }

    /// What a nearest answer in a row of the list has of the query.
    #[must_use]
    pub fn has(&self, row: usize, node: Node) -> Option<String> {
        let hit = self.lookup.found()?.hits.get(row)?;
        let near = hit.near.as_ref().filter(|_| hit.node == node)?;
        let words: Vec<&str> = near.has.iter().map(|has| has.word.as_str()).collect();
        Some(crate::describe::has(&words, self.lang()))
    }

    /// Why the row under the cursor was found, where its name does not show it.
    #[must_use]
    pub fn why(&self) -> Option<&str> {
        self.why.as_deref()
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
