//! The list: its rows, folds, cursor and offset, and all scrolling arithmetic. What the list
//! knows of a row is enough to move; what the row says is the view's business.

use std::collections::HashSet;

use super::msg::Motion;
use crate::model::Node;

/// One line of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListRow {
    /// What it stands for.
    pub node: Node,
    /// How far it is indented.
    pub depth: u8,
    /// It can be unfolded (`Some(false)`) or is (`Some(true)`).
    pub open: Option<bool>,
}

/// A window on rows.
#[derive(Clone, Debug, Default)]
pub struct List {
    rows: Vec<ListRow>,
    cursor: usize,
    /// The rows are new, and none of them was moved to: what is offered above them is chosen.
    above: bool,
    offset: usize,
    height: usize,
    folded: HashSet<Node>,
    /// What was folded or unfolded since the folds were set.
    toggled: HashSet<Node>,
}

/// Where a list stood, to come back to exactly that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListMark {
    node: Option<Node>,
    cursor: usize,
    above: bool,
    offset: usize,
}

impl ListMark {
    /// The same place in a list of other nodes.
    #[must_use]
    pub fn renamed(self, renamed: impl Fn(Node) -> Option<Node>) -> ListMark {
        ListMark {
            node: self.node.and_then(renamed),
            ..self
        }
    }
}

impl List {
    /// All rows.
    #[must_use]
    pub fn rows(&self) -> &[ListRow] {
        &self.rows
    }

    /// The index of the row under the cursor.
    #[must_use]
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// Whether what is offered above the rows is chosen, if there is such.
    #[must_use]
    pub fn is_above(&self) -> bool {
        self.above
    }

    /// Chooses what is offered above the rows, or else the row under the cursor.
    pub fn set_above(&mut self, above: bool) {
        self.above = above;
    }

    /// The first row that shows.
    #[must_use]
    pub fn offset(&self) -> usize {
        self.offset
    }

    /// What the cursor is on; `None` in an empty list.
    #[must_use]
    pub fn current(&self) -> Option<ListRow> {
        self.rows.get(self.cursor).copied()
    }

    /// The rows that show, with their indices.
    pub fn visible(&self) -> impl Iterator<Item = (usize, ListRow)> + '_ {
        let end = (self.offset + self.height.max(1)).min(self.rows.len());
        (self.offset..end).filter_map(|index| Some((index, *self.rows.get(index)?)))
    }

    /// Whether the node is folded.
    #[must_use]
    pub fn is_folded(&self, node: Node) -> bool {
        self.folded.contains(&node)
    }

    /// Replaces all folds. The rows have to be set anew after that.
    pub fn set_folds(&mut self, folded: HashSet<Node>) {
        self.folded = folded;
        self.toggled.clear();
    }

    /// What was folded or unfolded since the folds were set.
    #[must_use]
    pub fn toggled(&self) -> &HashSet<Node> {
        &self.toggled
    }

    /// Calls the nodes of all folds by other names, or forgets them.
    pub fn rename_folds(&mut self, renamed: impl Fn(Node) -> Option<Node>) {
        for nodes in [&mut self.folded, &mut self.toggled] {
            *nodes = nodes.iter().filter_map(|&node| renamed(node)).collect();
        }
    }

    /// Folds or unfolds a node. The rows have to be set anew after that.
    pub fn fold(&mut self, node: Node, folded: bool) {
        let changed = if folded {
            self.folded.insert(node)
        } else {
            self.folded.remove(&node)
        };
        if changed && !self.toggled.remove(&node) {
            self.toggled.insert(node);
        }
    }

    /// Other rows, with the cursor on the first.
    pub fn set(&mut self, rows: Vec<ListRow>) {
        self.rows = rows;
        self.cursor = 0;
        self.above = true;
        self.offset = 0;
    }

    /// Other rows about the same things: the cursor stays on its node, on the same line of the
    /// screen where that is possible.
    pub fn update(&mut self, rows: Vec<ListRow>) {
        let mark = self.mark();
        self.rows = rows;
        self.restore(mark);
    }

    /// Where the list stands.
    #[must_use]
    pub fn mark(&self) -> ListMark {
        ListMark {
            node: self.current().map(|row| row.node),
            cursor: self.cursor,
            above: self.above,
            offset: self.offset,
        }
    }

    /// Back to where it stood; a node that is gone is replaced by its neighbour.
    pub fn restore(&mut self, mark: ListMark) {
        let found = mark.node.and_then(|node| {
            let same = self
                .rows
                .get(mark.cursor)
                .is_some_and(|row| row.node == node);
            if same {
                Some(mark.cursor)
            } else {
                self.rows.iter().position(|row| row.node == node)
            }
        });
        let line = mark.cursor.saturating_sub(mark.offset);
        self.cursor = found
            .unwrap_or(mark.cursor)
            .min(self.rows.len().saturating_sub(1));
        self.above = mark.above && self.cursor == 0;
        self.offset = self.cursor.saturating_sub(line);
        self.keep_visible();
    }

    /// Puts the cursor on a node, if it has a row.
    pub fn select(&mut self, node: Node) -> bool {
        let found = self.rows.iter().position(|row| row.node == node);
        if let Some(index) = found {
            self.cursor = index;
            self.above = false;
            self.keep_visible();
        }
        found.is_some()
    }

    /// Puts the cursor on the row at a line of the window, if there is one.
    pub fn select_line(&mut self, line: usize) -> bool {
        let index = self.offset + line;
        let there = index < self.rows.len();
        if there {
            self.cursor = index;
            self.above = false;
        }
        there
    }

    /// How many rows show.
    pub fn set_height(&mut self, height: usize) {
        if self.height != height {
            self.height = height;
            self.keep_visible();
        }
    }

    /// Moves the cursor. At an end it stays there.
    pub fn go(&mut self, motion: Motion) {
        self.cursor = moved(self.cursor, self.rows.len(), self.height, motion);
        self.above = false;
        self.keep_visible();
    }

    fn keep_visible(&mut self) {
        self.offset = window(self.offset, self.cursor, self.rows.len(), self.height);
    }
}

/// Where a cursor gets to among `count` rows of which `height` show.
#[must_use]
pub fn moved(cursor: usize, count: usize, height: usize, motion: Motion) -> usize {
    let page = height.saturating_sub(1).max(1);
    let half = (height / 2).max(1);
    let to = match motion {
        Motion::Prev => cursor.saturating_sub(1),
        Motion::Next => cursor + 1,
        Motion::HalfUp => cursor.saturating_sub(half),
        Motion::HalfDown => cursor + half,
        Motion::PageUp => cursor.saturating_sub(page),
        Motion::PageDown => cursor + page,
        Motion::First => 0,
        Motion::Last => count,
    };
    to.min(count.saturating_sub(1))
}

/// The offset nearest to `offset` at which the cursor shows and no room is wasted below.
#[must_use]
pub fn window(offset: usize, cursor: usize, count: usize, height: usize) -> usize {
    let height = height.max(1);
    offset
        .clamp((cursor + 1).saturating_sub(height), cursor)
        .min(count.saturating_sub(height))
}
