//! Pages: what is said of a node, of the indicators, of the keys, laid out in lines for a width.
//! A page is data below both `app` (which scrolls it and follows its links) and `view` (which
//! paints it), so a link is where it is seen, and nothing of it flows back from a frame.

mod ascii;
mod build;
mod charts;
mod measure;
mod node;
mod wrap;
mod years;

pub use ascii::{Charset, plain};
pub use build::{Builder, Piece};
pub use charts::charts;
pub use measure::{bar, number};
pub use node::{node, overdue, who};
pub use wrap::{cut, graphemes, width, wrapped};
pub use years::years;

use crate::model::{BodyId, Lang, Node, Plan};

/// Terminals start with a tab stop in each eighth column, and get nowhere in fewer bytes: so columns
/// of text begin there where list and detail stand side by side.
pub const TAB: u16 = 8;

/// What a span of text is for; the theme says how that looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tone {
    /// What is to be read.
    #[default]
    Plain,
    /// A name, the answer.
    Strong,
    /// What may be overlooked.
    Quiet,
    /// The label of a field.
    Label,
    /// The id of a node; the number is its kind's place in the file.
    Id(u8),
    /// The body that leads.
    Lead,
    /// What warns: unconfirmed, late.
    Warn,
    /// What comes from an overlay.
    Ours,
    /// A bar from baseline to target.
    Bar,
    /// What of a bar is not reached.
    Track,
}

/// What a link leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Goal {
    /// A node of the plan.
    Node(Node),
    /// An address; it can only be copied.
    Address(String),
}

/// A link of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Where it leads.
    pub goal: Goal,
    /// The line on which it begins.
    pub line: usize,
}

/// A run of text in one tone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// The text.
    pub text: String,
    /// What it is for.
    pub tone: Tone,
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
    fn tight(mut self) -> Line {
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
    /// The links.
    pub links: Vec<Link>,
    /// More would follow: only so much was asked for.
    pub cut: bool,
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
    pub basis: crate::model::BasisFilter,
    /// The key that changes which count; empty where all do.
    pub basis_key: String,
    /// Today, to tell what is overdue; `None` where nobody said.
    pub today: Option<crate::model::Date>,
    /// Lines that are wanted; the page ends soon after so many.
    pub most: usize,
}

/// What a node is called where there is no room for a name: an item by its id, a body by its
/// abbreviation.
#[must_use]
pub fn sign(plan: &Plan, node: Node) -> String {
    match node {
        Node::Body(id) if !plan[id].abbr.is_empty() => plan[id].abbr.to_string(),
        Node::Plan | Node::Item(_) | Node::Body(_) | Node::Document(_) => plan.id(node).to_owned(),
    }
}

/// What a body is called where there is room for one word: in English its abbreviation; in Chinese
/// its name if that is short, or else the first short one of its aliases.
#[must_use]
pub fn short_name(plan: &Plan, id: BodyId, lang: Lang) -> String {
    let up_to = |most: usize| move |name: &&str| !name.is_ascii() && name.chars().count() <= most;
    let body = &plan[id];
    let short = match lang {
        Lang::En => None,
        Lang::Zh => {
            let name = body.name.own(Lang::Zh).filter(up_to(5));
            name.or_else(|| body.aliases.iter().map(|alias| &**alias).find(up_to(6)))
        }
    };
    short.map_or_else(|| sign(plan, Node::Body(id)), str::to_owned)
}

/// The tone of a node's sign: by kind; the plan, bodies and documents have their own.
#[must_use]
pub fn id_tone(plan: &Plan, node: Node) -> Tone {
    match node {
        Node::Item(id) => Tone::Id(u8::try_from(plan[id].kind.index() % 200).unwrap_or(0)),
        Node::Plan => Tone::Id(253),
        Node::Body(_) => Tone::Id(254),
        Node::Document(_) => Tone::Id(255),
    }
}

/// Whether a node comes from an overlay, and whether one added to it.
#[must_use]
pub fn origin(plan: &Plan, node: Node) -> (bool, bool) {
    let (origin, extended) = match node {
        Node::Plan => return (false, false),
        Node::Item(id) => (plan[id].origin, &plan[id].extended_by),
        Node::Body(id) => (plan[id].origin, &plan[id].extended_by),
        Node::Document(id) => (plan[id].origin, &plan[id].extended_by),
    };
    (origin.is_overlay(), !extended.is_empty())
}
