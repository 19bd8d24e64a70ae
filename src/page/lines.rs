//! The lines of a page, the links in them, and how a page is laid out.

use super::charset::Charset;
use crate::describe::{DescribeOptions, Goal, TextRole};
use crate::model::{BasisFilter, Date, Lang};

/// A link of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Where it leads.
    pub goal: Goal,
    /// The line on which it begins.
    pub line: usize,
    /// Whether that is a line beside the text.
    pub aside: bool,
}

/// A run of text in one role.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// The text.
    pub text: String,
    /// Its role.
    pub role: TextRole,
    /// The index of the link it belongs to.
    pub link: Option<usize>,
}

/// A line of a page, never wider than the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Its text, from the left.
    pub spans: Vec<Span>,
}

impl Line {
    /// The line as plain text.
    #[must_use]
    pub fn text(&self) -> String {
        self.spans.iter().map(|span| span.text.as_str()).collect()
    }

    /// The same without room for more: pages are kept.
    pub(super) fn tight(mut self) -> Line {
        self.spans.shrink_to_fit();
        for span in &mut self.spans {
            span.text.shrink_to_fit();
        }
        self
    }
}

/// Lines and the links in them, in reading order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// The lines.
    pub lines: Vec<Line>,
    /// The lines that stand beside them.
    pub aside: Vec<Line>,
    /// The links.
    pub links: Vec<Link>,
    /// More would follow: only so much was asked for.
    pub cut: bool,
}

impl Page {
    /// The page with another one beside it, whose links come after its own.
    #[must_use]
    pub(super) fn beside(mut self, aside: Page) -> Page {
        let first = self.links.len();
        let links = aside.links.into_iter();
        self.links.extend(links.map(|link| Link {
            aside: true,
            ..link
        }));
        self.aside = aside.lines;
        for span in self.aside.iter_mut().flat_map(|line| &mut line.spans) {
            span.link = span.link.map(|link| first + link);
        }
        self
    }
}

/// What stands above what is said of a node.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Head {
    /// Sign, kind, certainty, and the names in both languages.
    #[default]
    Full,
    /// Sign and short name on one line: there is hardly room for the answer.
    Line,
    /// Nothing: the name stands elsewhere already.
    None,
}

/// How a page is laid out and what it may assume.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Style {
    /// Language of names and labels.
    pub lang: Lang,
    /// Columns.
    pub width: usize,
    /// How much of a head it has.
    pub head: Head,
    /// What the screen can draw.
    pub charset: Charset,
    /// Which responsibilities count.
    pub basis: BasisFilter,
    /// The key that changes which count; empty where all do.
    pub basis_key: String,
    /// Today, to tell what is overdue; `None` where it is not known.
    pub today: Option<Date>,
    /// Columns and lines beside the text, where there is room for a second page.
    pub aside: Option<(usize, usize)>,
    /// What a page folds away is shown.
    pub unfolded: bool,
    /// Lines that are wanted; the page ends soon after so many.
    pub most: usize,
}

impl Style {
    /// The options of the description that the page lays out.
    pub(super) fn options(&self) -> DescribeOptions<'_> {
        DescribeOptions {
            names: self.lang.into(),
            basis: self.basis,
            basis_key: &self.basis_key,
            today: self.today,
            limit: Some(self.most),
        }
    }
}
