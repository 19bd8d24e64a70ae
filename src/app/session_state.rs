//! Where a session was left, kept as ids, so that it outlives the session: what is gone
//! from the plan by the next start is left out, and everything else is as it was.

use super::detail::Subject;
use super::rows::Section;
use super::{App, rows};
use crate::model::{Lang, Node};

/// Where a session was left.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SessionState {
    /// The filter of the tab, as it is typed; `None` is the tab of everything.
    pub tab: Option<String>,
    /// What the list's cursor was on.
    pub row: Option<String>,
    /// The page that was opened, unless the detail only followed the cursor.
    pub page: Option<Opened>,
    /// What was folded that is unfolded at first.
    pub folded: Vec<String>,
    /// What was unfolded that is folded at first.
    pub unfolded: Vec<String>,
    /// What stood in the prompt.
    pub query: String,
}

/// A page that was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// What it shows.
    pub shows: Shows,
    /// Of which node, where it is about one.
    pub of: String,
    /// The first line that showed.
    pub line: usize,
}

/// What a page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shows {
    /// A node.
    Node,
    /// Who answers for it.
    Who,
    /// The indicators.
    Charts,
    /// Targets by year.
    Years,
    /// What is missing.
    Gaps,
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
        self.section = Section::of(&self.plan)
            .into_iter()
            .find(|section| section.filter(&self.plan) == place.tab)
            .unwrap_or_default();
        self.returned = self.section != Section::All;
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
