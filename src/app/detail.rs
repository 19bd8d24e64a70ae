//! The detail: what it is about, how it is laid out, how far it is scrolled, which link is chosen.

use super::list::{moved, window};
use super::msg::{Motion, Step};
use crate::describe::Goal;
use crate::model::{Node, Plan};
use crate::page::{self, Page, Style};

/// A plan of up to so many nodes is small: its pages are laid out whole, and it is searched at once.
pub const SMALL: usize = 1500;

/// In others so many lines are laid out below what shows: a page can have a hundred thousand, and most
/// keys lead to another one.
const AHEAD: usize = 100;

/// What belongs to a link, such as a name, a role and its basis, takes so many lines.
const ENTRY: usize = 4;

/// What a page is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A node.
    Node(Node),
    /// Who answers for a node, with all evidence.
    Who(Node),
    /// The indicators as pictures.
    Charts,
    /// Targets by year.
    Years,
    /// What is missing.
    Gaps,
    /// Two nodes side by side.
    Compare([Node; 2]),
}

impl Subject {
    /// The node that it is about, if it is about one.
    #[must_use]
    pub fn node(self) -> Option<Node> {
        match self {
            Subject::Node(node) | Subject::Who(node) => Some(node),
            Subject::Charts | Subject::Years | Subject::Gaps | Subject::Compare(_) => None,
        }
    }
}

/// Where the detail was, to come back to exactly that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct DetailMark {
    pub subject: Option<Subject>,
    /// It was opened, and did not follow the list's cursor.
    pub pinned: bool,
    scroll: usize,
    link: Option<usize>,
    wide: bool,
}

impl DetailMark {
    /// The same place in another plan.
    pub(super) fn renamed(self, renamed: impl Fn(Node) -> Option<Node>) -> DetailMark {
        let subject = self.subject.and_then(|subject| rename(subject, renamed));
        DetailMark {
            subject,
            pinned: self.pinned && subject.is_some(),
            ..self
        }
    }
}

/// A page, how far it is scrolled, and which of its links is chosen.
#[derive(Debug, Default)]
pub struct DetailPane {
    subject: Option<Subject>,
    /// It was opened, and does not follow the list's cursor.
    pinned: bool,
    scroll: usize,
    link: Option<usize>,
    wide: bool,
    /// The link with this goal is chosen once the page is laid out.
    sought: Option<Goal>,
    /// What pages fold away is shown, on all of them.
    unfolded: bool,
    height: usize,
    page: Page,
    laid_out: Option<(Subject, Style)>,
}

impl DetailPane {
    /// What the page is about.
    #[must_use]
    pub fn subject(&self) -> Option<Subject> {
        self.subject
    }

    /// The page.
    #[must_use]
    pub fn page(&self) -> &Page {
        &self.page
    }

    /// The first line that shows.
    #[must_use]
    pub fn scroll(&self) -> usize {
        self.scroll
    }

    /// The chosen link.
    #[must_use]
    pub fn link(&self) -> Option<usize> {
        self.link
    }

    /// It has the whole width.
    #[must_use]
    pub fn is_wide(&self) -> bool {
        self.wide
    }

    /// What pages fold away is shown.
    #[must_use]
    pub fn is_unfolded(&self) -> bool {
        self.unfolded
    }

    /// Shows what pages fold away, or folds it again. What comes to light has half of the height.
    pub(super) fn toggle_fold(&mut self) {
        self.unfolded = !self.unfolded;
        let line = self.link.and_then(|link| self.page.links.get(link));
        if let (true, Some(link)) = (self.unfolded, line) {
            self.scroll = self.scroll.max(link.line.saturating_sub(self.height / 2));
        }
    }

    pub(super) fn is_pinned(&self) -> bool {
        self.pinned
    }

    /// Shows what the list's cursor is on.
    pub(super) fn follow(&mut self, subject: Option<Subject>) {
        self.show(subject);
        if subject.is_none() {
            self.wide = false;
        }
    }

    /// Shows a page that stays, whatever the list does.
    pub(super) fn open(&mut self, subject: Subject) {
        self.show(Some(subject));
        self.pinned = true;
    }

    /// Chooses the link that leads to a node once the page is laid out.
    pub(super) fn seek_link(&mut self, node: Node) {
        self.sought = Some(Goal::Node(node));
    }

    /// Follows the list's cursor again.
    pub(super) fn unpin(&mut self) {
        self.pinned = false;
        self.wide = false;
    }

    fn show(&mut self, subject: Option<Subject>) {
        if self.subject != subject {
            self.subject = subject;
            self.scroll = 0;
            self.link = None;
            self.sought = None;
        }
    }

    pub(super) fn set_wide(&mut self, wide: bool) {
        self.wide = wide;
    }

    pub(super) fn mark(&self) -> DetailMark {
        DetailMark {
            subject: self.subject,
            pinned: self.pinned,
            scroll: self.scroll,
            link: self.link,
            wide: self.wide,
        }
    }

    pub(super) fn restore(&mut self, mark: DetailMark) {
        let DetailMark {
            subject,
            pinned,
            scroll,
            link,
            wide,
        } = mark;
        (self.subject, self.pinned, self.scroll, self.link, self.wide) =
            (subject, pinned, scroll, link, wide);
        // It is laid out anew, or the place in it would be taken for one on the page at hand.
        self.forget_page();
    }

    /// The plan is another one: nodes are called anew, pages are laid out again.
    pub(super) fn replace(&mut self, renamed: impl Fn(Node) -> Option<Node>) {
        self.subject = self.subject.and_then(|subject| rename(subject, &renamed));
        self.pinned &= self.subject.is_some();
        self.forget_page();
    }

    /// No page is laid out: the next one begins afresh, and without a subject there is none.
    fn forget_page(&mut self) {
        self.laid_out = None;
        self.page = Page::default();
    }

    /// Lays the page out for a style, as far as it is needed, unless it is. A chosen link is kept; so
    /// is the place in the text, as far as lines of another width can keep it.
    pub(super) fn lay_out(&mut self, plan: &Plan, style: Style, height: usize) {
        self.height = height;
        let laid_out = self.laid_out.take();
        let laid_out = laid_out.filter(|(subject, _)| Some(*subject) == self.subject);
        match laid_out {
            Some((_, laid)) if laid != style => {
                self.lay_out_anew(plan, &laid, &style);
            }
            Some(_) if !self.page.cut || self.page.lines.len() >= self.need(height) => {}
            Some(_) | None => {
                // Of the two pages only one is in memory.
                self.page = Page::default();
                self.page = self.laid(plan, &style);
            }
        }
        self.laid_out = self.subject.map(|subject| (subject, style));
        self.link = self.link.filter(|&link| link < self.page.links.len());
        if let Some(goal) = self.sought.take() {
            let mut links = self.page.links.iter();
            if let Some(link) = links.position(|link| link.goal == goal) {
                let line = self.page.links[link].line;
                let below = height / 4;
                // From the top of the page where that shows it and what belongs to it; where so few lines
                // show that what stands before it would take most of them, from its own line on.
                self.scroll = match (line + below).saturating_sub(height.saturating_sub(1)) {
                    0 => 0,
                    _ if below < ENTRY => line,
                    scroll => scroll,
                };
                self.link = Some(link);
            }
        }
        self.scroll = self.scroll.min(self.last_scroll());
    }

    /// The lines that are needed to show the page, and to go on by one key.
    fn need(&self, height: usize) -> usize {
        self.scroll.saturating_add(2 * height)
    }

    /// The page as far as it is needed soon.
    fn laid(&self, plan: &Plan, style: &Style) -> Page {
        if plan.size() <= SMALL {
            return self.up_to(plan, style, usize::MAX);
        }
        // The further down, the more: or coming to the end of a long page would take ever longer.
        let ahead = self.scroll.saturating_add(AHEAD);
        self.up_to(plan, style, self.need(self.height).saturating_add(ahead))
    }

    fn up_to(&self, plan: &Plan, style: &Style, most: usize) -> Page {
        let style = Style {
            most,
            ..style.clone()
        };
        match self.subject {
            Some(Subject::Node(node)) => page::node(plan, node, &style),
            Some(Subject::Who(node)) => page::who(plan, node, &style),
            Some(Subject::Charts) => page::charts(plan, &style),
            Some(Subject::Years) => page::years(plan, &style),
            Some(Subject::Gaps) => page::gaps(plan, &style),
            Some(Subject::Compare(nodes)) => page::compare(plan, nodes, &style),
            None => Page::default(),
        }
    }

    /// Lays the page out in another style. The place in the text is kept by how much of the whole page
    /// lies above it.
    fn lay_out_anew(&mut self, plan: &Plan, before: &Style, after: &Style) {
        let folds = before.unfolded != after.unfolded;
        if self.scroll == 0 || folds {
            self.page = self.laid(plan, after);
            return;
        }
        if self.page.cut {
            self.page = self.up_to(plan, before, usize::MAX);
        }
        let lines = self.page.lines.len().max(1);
        self.page = self.up_to(plan, after, usize::MAX);
        self.scroll = self.scroll * self.page.lines.len() / lines;
    }

    fn last_scroll(&self) -> usize {
        self.page.lines.len().saturating_sub(self.height.max(1))
    }

    /// Scrolls to a line, as far as the page has it once it is laid out.
    pub(super) fn scroll_to(&mut self, line: usize) {
        self.scroll = line;
    }

    pub(super) fn scroll_by(&mut self, motion: Motion) {
        let last = self.last_scroll();
        self.scroll = match motion {
            // Where that is shows once all of it is laid out.
            Motion::Last if self.page.cut => usize::MAX,
            Motion::Last => last,
            motion => moved(self.scroll, last + 1, self.height, motion),
        };
        if self.link.is_some_and(|link| !self.shows(link)) {
            self.link = None;
        }
    }

    fn shows(&self, link: usize) -> bool {
        let lines = self.scroll..self.scroll.saturating_add(self.height.max(1));
        self.page
            .links
            .get(link)
            .is_some_and(|link| link.aside || lines.contains(&link.line))
    }

    /// The next link, or the one before; without a chosen one, the first that shows.
    pub(super) fn choose_link(&mut self, step: Step) {
        let count = self.page.links.len();
        if count == 0 {
            return;
        }
        let visible = || (0..count).find(|&link| self.shows(link));
        let next = match (self.link, step) {
            (Some(link), Step::Next) => (link + 1).min(count - 1),
            (Some(link), Step::Prev) => link.saturating_sub(1),
            (None, Step::Next) => visible().unwrap_or(0),
            (None, Step::Prev) => (0..count)
                .rev()
                .find(|&link| self.shows(link))
                .unwrap_or(count - 1),
        };
        self.select_link(next);
    }

    pub(super) fn select_link(&mut self, link: usize) {
        if let Some(target) = self.page.links.get(link) {
            if !target.aside {
                self.scroll = window(self.scroll, target.line, self.page.lines.len(), self.height);
            }
            self.link = Some(link);
        }
    }

    /// Where the chosen link leads.
    pub(super) fn goal(&self) -> Option<&Goal> {
        self.page.links.get(self.link?).map(|link| &link.goal)
    }
}

/// The same subject in another plan.
pub(super) fn rename(subject: Subject, renamed: impl Fn(Node) -> Option<Node>) -> Option<Subject> {
    match subject {
        Subject::Node(node) => renamed(node).map(Subject::Node),
        Subject::Who(node) => renamed(node).map(Subject::Who),
        Subject::Compare([one, other]) => Some(Subject::Compare([renamed(one)?, renamed(other)?])),
        Subject::Charts | Subject::Years | Subject::Gaps => Some(subject),
    }
}
