//! Runs of text: the smallest parts of a description, each with its role and its link target. What
//! a role looks like is decided by the renderers.

use crate::model::{Node, Plan};

/// The role of a run of text; a theme or a terminal gives it a colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum TextRole {
    /// Running text.
    #[default]
    Plain,
    /// A name, the answer.
    Name,
    /// Secondary text.
    Quiet,
    /// The label of a field.
    Label,
    /// The id of a node; the number is its kind's place in the file.
    Id(u8),
    /// The body that leads.
    Body,
    /// What is not sure: unconfirmed, not stated.
    Doubt,
    /// A warning: late, overdue.
    Warn,
    /// Text from an overlay.
    Ours,
    /// A bar from zero to a figure.
    Bar,
    /// The rest of the bar, up to the largest figure.
    Track,
}

impl TextRole {
    /// The role of a node's sign: by kind; the plan, bodies and documents have their own.
    #[must_use]
    pub fn of(plan: &Plan, node: Node) -> TextRole {
        match node {
            Node::Item(id) => TextRole::Id(u8::try_from(plan[id].kind.index() % 200).unwrap_or(0)),
            Node::Plan => TextRole::Id(253),
            Node::Body(_) => TextRole::Id(254),
            Node::Document(_) => TextRole::Id(255),
        }
    }
}

/// The target of a link.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Goal {
    /// A node of the plan.
    Node(Node),
    /// An address; it can only be copied.
    Address(String),
    /// A query to be asked.
    Query(String),
    /// What a page folds away: it is shown, or folded again.
    Fold,
}

/// A run of text in one role.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TextRun {
    /// The text.
    pub text: String,
    /// Its role.
    pub role: TextRole,
    /// Its link target.
    pub link: Option<Goal>,
    /// Broken only where a line would not hold it: a name in an enumeration.
    pub whole: bool,
}

impl TextRun {
    /// Text in a role.
    #[must_use]
    pub fn new(text: impl Into<String>, role: TextRole) -> TextRun {
        TextRun {
            text: text.into(),
            role,
            link: None,
            whole: false,
        }
    }

    /// Running text.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> TextRun {
        TextRun::new(text, TextRole::Plain)
    }

    /// The same run, kept on one line where it fits.
    #[must_use]
    pub fn whole(mut self) -> TextRun {
        self.whole = true;
        self
    }

    /// The same run with a link target.
    #[must_use]
    pub fn to(mut self, goal: Goal) -> TextRun {
        self.link = Some(goal);
        self
    }
}

/// The text of several runs.
#[must_use]
pub fn join(runs: &[TextRun]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}
