//! What can happen to the state ([`Msg`]) and what the state may ask for ([`Effect`]).
//! It is `Msg`, not `Action`: the plan itself has actions.

use std::sync::Arc;

use ratatui::layout::{Position, Size};

use super::question::Question;
use super::session_state::PlanLoaded;
use crate::model::{Change, Date, Plan};
use crate::search::{Found, LazyIndex};

/// One event, in the words of the program.
#[derive(Clone, Debug)]
pub enum Msg {
    /// A character for the prompt that has the keys.
    Type(char),
    /// Pasted text; a line break in it is a blank.
    Paste(String),
    /// A readline command for the prompt.
    Edit(Edit),
    /// Move the cursor of the list, the matrix or a menu; scroll where there is only a page.
    Move(Motion),
    /// Scroll the detail wherever the focus is.
    Scroll(Motion),
    /// Move the cursor of the matrix to another column.
    MoveColumn(Motion),
    /// Open what the cursor is on, or follow the link.
    Open,
    /// Unfold the row; in a prompt: take the completion at its end, or go right.
    Unfold,
    /// Fold the row, or go to its parent.
    Fold,
    /// An earlier query.
    Earlier,
    /// Give the focus to the next pane, or to the one before.
    Pane(Step),
    /// Give the focus to the prompt.
    Prompt,
    /// Close the topmost thing.
    Leave,
    /// Show a tab by its number; 0 is all.
    Tab(usize),
    /// Show the next tab, or the one before.
    NextTab(Step),
    /// Select a link of the page.
    Link(Step),
    /// The detail takes the whole width, or gives it back.
    Wide,
    /// Back to where you were.
    Back,
    /// Forward again.
    Forward,
    /// Everything that is known of who answers for the node.
    Who,
    /// Bodies × items.
    Matrix,
    /// The indicators as pictures.
    Charts,
    /// Targets by year.
    Years,
    /// What is missing.
    Gaps,
    /// Mark a node, then compare it with another.
    Compare,
    /// The plan's own page.
    Overview,
    /// Step through all, documented and assigned responsibilities.
    Basis,
    /// The other language.
    Lang,
    /// Copy a citation.
    Cite,
    /// Copy a short list: what a body answers for, or what is listed.
    CopyList,
    /// Copy the whole node as Markdown.
    CopyPage,
    /// Set or remove a bookmark.
    Bookmark,
    /// List the bookmarks.
    Bookmarks,
    /// Read the files again.
    Reload,
    /// The next theme.
    Theme,
    /// Ask for an id to go to.
    GoTo,
    /// Open the menu of commands, or close it.
    Menu,
    /// List the keys.
    Help,
    /// Ask this query in the place of what the prompt says.
    Query(String),
    /// Close the topmost thing; where nothing is open, leave the program.
    Close,
    /// Leave the program.
    Quit,
    /// Cancel what is under way; at rest, leave the program.
    Cancel,
    /// Paint everything anew.
    Redraw,
    /// Give the terminal back to the shell for a while.
    Suspend,
    /// The mouse was pressed.
    Click(Position),
    /// The mouse wheel turned.
    Wheel(Position, Step),
    /// The terminal has another size.
    Resize(Size),
    /// The answer to [`Effect::Search`] with that number.
    Found(u64, Found),
    /// How far files are read.
    Progress(Progress),
    /// The plan that was waited for is there.
    Arrived(Box<PlanLoaded>),
    /// It will not come: the files cannot be read, or something is wrong in them.
    Unreadable,
    /// A plan was loaded aside and is to be shown; what changed.
    Loaded(Arc<Plan>, Arc<LazyIndex>, Vec<Change>),
    /// Something worth a line at the foot of the screen.
    Note(String),
    /// It is another day.
    Today(Date),
    /// The session ends in a minute unless a key is pressed.
    IdleSoon,
}

/// What the state asks the program to do for it.
#[derive(Debug)]
pub enum Effect {
    /// Leave.
    Quit,
    /// Leave as one who was interrupted.
    Interrupt,
    /// Leave and print this id (`--print`).
    Choose(String),
    /// Send a text to the terminal's clipboard.
    Copy(String),
    /// Have the question answered.
    Search(Question),
    /// Stop until the shell continues the program.
    Suspend,
    /// Forget what the terminal shows, and paint it anew.
    Redraw,
    /// Read the files; answer with [`Msg::Arrived`] or [`Msg::Unreadable`] the first time, later with
    /// [`Msg::Loaded`] or [`Msg::Note`].
    Load,
    /// Stop loading.
    CancelLoad,
    /// Leave, for there will be no plan.
    GiveUp,
    /// Keep something for the next session.
    Remember(Memo),
}

/// How far files are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Bytes that are done.
    pub done: u64,
    /// Bytes in all.
    pub all: u64,
    /// For so many milliseconds it has been going on.
    pub millis: u64,
}

impl Progress {
    /// How much is done, in hundredths.
    #[must_use]
    pub fn share(self) -> u64 {
        self.done * 100 / self.all.max(1)
    }

    /// Bytes a second.
    #[must_use]
    pub fn rate(self) -> u64 {
        self.done * 1000 / self.millis.max(1)
    }

    /// Seconds that are left if it goes on like this; unknown while nothing is done.
    #[must_use]
    pub fn left(self) -> Option<u64> {
        let rest = self.all.saturating_sub(self.done);
        (self.rate() > 0).then(|| rest.div_ceil(self.rate()))
    }
}

/// Something to be kept for the next session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Memo {
    /// A query was used.
    Asked(String),
    /// The node with this id is bookmarked.
    Marked(String),
    /// It no longer is.
    Unmarked(String),
}

/// How far to move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Motion {
    /// One back.
    Prev,
    /// One on.
    Next,
    /// Half a page back.
    HalfUp,
    /// Half a page on.
    HalfDown,
    /// A page back.
    PageUp,
    /// A page on.
    PageDown,
    /// To the first.
    First,
    /// To the last.
    Last,
}

/// One on, or one back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// One on.
    Next,
    /// One back.
    Prev,
}

/// A readline command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edit {
    /// The character before the caret goes.
    Backspace,
    /// The character under the caret goes.
    Delete,
    /// Caret one character left.
    Left,
    /// Caret one character right.
    Right,
    /// Caret one word left.
    WordLeft,
    /// Caret one word right.
    WordRight,
    /// Caret to the start.
    Home,
    /// Caret to the end.
    End,
    /// The word before the caret goes.
    KillWordLeft,
    /// The word after the caret goes.
    KillWordRight,
    /// All before the caret goes.
    KillToStart,
    /// All after the caret goes.
    KillToEnd,
    /// What went last comes back.
    Yank,
}

/// What the keys mean now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Context {
    /// The search prompt has the keys, and something is typed in it.
    Prompt,
    /// The search prompt has them and is empty.
    Empty,
    /// The list has them.
    List,
    /// The detail has them.
    Detail,
    /// The cells of the matrix have them.
    Matrix,
    /// The filter of the matrix has them. Letters are typed.
    Filter,
    /// The filter of a list over everything has them: the help, the bookmarks. Letters are typed.
    Menu,
    /// The prompt for an id has them.
    GoTo,
    /// The menu of commands has them: a letter is a command.
    Commands,
}

impl Context {
    /// All of them, in the order of the help screen.
    pub const ALL: [Context; 9] = [
        Context::Prompt,
        Context::Empty,
        Context::List,
        Context::Detail,
        Context::Matrix,
        Context::Filter,
        Context::Menu,
        Context::GoTo,
        Context::Commands,
    ];
}
