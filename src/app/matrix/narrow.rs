//! The filter of the matrix: which bodies and items it leaves, and on which cell it puts the cursor.

use std::sync::Arc;

use super::MatrixView;
use crate::describe;
use crate::model::{BasisFilter, Lang, Matrix, Node, Plan};
use crate::query::{Query, folded, is_small};
use crate::search;

impl MatrixView {
    /// A word of the filter narrows the bodies if it is in the name of one, else the items: the columns
    /// stand still while the name of a body is typed. Words that stand together in a name are one. Bodies that answer for none of the items that are
    /// left go too.
    pub(super) fn narrow(&mut self, plan: &Plan) {
        let matches = |node: Node, word: &Query| {
            let mut names = names(plan, node);
            // One word, or a whole name.
            if word.input().contains(' ') {
                names.any(|name| holds(name, word.input()))
            } else {
                names.any(|name| in_one_piece(name, word))
            }
        };
        let matrix = Arc::clone(&self.matrix);
        let typed = self.input.value().trim();
        let is_name = |node: Node| names(plan, node).any(|name| holds(name, typed));
        let mut bodies = matrix.rows.iter().map(|line| Node::Body(line.body));
        let mut items = matrix.columns.iter().map(|&id| Node::Item(id));
        let words: Vec<Query> = if bodies.any(is_name) || items.any(is_name) {
            vec![Query::parse(typed)]
        } else {
            let words = typed.split_whitespace().filter(|word| !is_small(word));
            words.map(Query::parse).collect()
        };
        self.rows = (0..matrix.rows.len()).collect();
        self.columns = (0..matrix.columns.len()).collect();
        for word in words {
            let hit = |row: &usize| {
                matrix
                    .rows
                    .get(*row)
                    .is_some_and(|line| matches(Node::Body(line.body), &word))
            };
            let rows: Vec<usize> = self.rows.iter().copied().filter(hit).collect();
            let hit = |column: &usize| {
                matrix
                    .columns
                    .get(*column)
                    .is_some_and(|&id| matches(Node::Item(id), &word))
            };
            let columns: Vec<usize> = self.columns.iter().copied().filter(hit).collect();
            match (rows.is_empty(), columns.is_empty()) {
                (false, _) => self.rows = rows,
                (true, false) => self.columns = columns,
                (true, true) => (self.rows, self.columns) = (rows, columns),
            }
        }
        self.rows.retain(|&row| {
            let mut columns = self.columns.iter();
            columns.any(|&column| has_role(&matrix, row, column))
        });
        // Of our own work there is little: only what has any.
        if matches!(self.made_for, Some((_, BasisFilter::Assigned))) {
            let rows = &self.rows;
            let has = |column: &usize| rows.iter().any(|&row| has_role(&matrix, row, *column));
            self.columns.retain(has);
        }
        if self.sought.is_none() && !self.input.value().trim().is_empty() {
            self.choose_match(plan);
        }
    }

    /// Puts the cursor on the body and the item that the filter names in full, and otherwise on the
    /// first cell with a role.
    fn choose_match(&mut self, plan: &Plan) {
        let typed = self.input.value().trim().to_lowercase();
        let is_named = |node: Node| {
            let mut names = names(plan, node).map(str::to_lowercase);
            names.any(|name| name == typed || typed.split_whitespace().any(|word| word == name))
        };
        let matrix = &self.matrix;
        let row = self.rows.iter().position(|&row| {
            let line = matrix.rows.get(row);
            line.is_some_and(|line| is_named(Node::Body(line.body)))
        });
        let column = self.columns.iter().position(|&column| {
            let item = matrix.columns.get(column);
            item.is_some_and(|&item| is_named(Node::Item(item)))
        });
        let role = |row: usize, column: usize| {
            let cell = self.rows.get(row).zip(self.columns.get(column));
            cell.is_some_and(|(&row, &column)| has_role(matrix, row, column))
        };
        let row = row.unwrap_or_else(|| {
            let mut rows = 0..self.rows.len();
            let row = column.and_then(|column| rows.find(|&row| role(row, column)));
            row.unwrap_or_default()
        });
        let column = column.unwrap_or_else(|| {
            let mut columns = 0..self.columns.len();
            columns
                .find(|&column| role(row, column))
                .unwrap_or_default()
        });
        (self.row, self.column) = (row, column);
    }
}

/// Everything that a node is called.
fn names(plan: &Plan, node: Node) -> impl Iterator<Item = &str> {
    let name = plan.name(node);
    let side = |lang| name.own(lang).unwrap_or_default();
    let sign = describe::sign(plan, node);
    let aliases = plan.aliases(node).iter().map(|alias| &**alias);
    let names = [side(Lang::En), side(Lang::Zh), plan.id(node), sign];
    names.into_iter().chain(aliases)
}

/// Words that were typed one behind the other stand so in a text.
fn holds(text: &str, typed: &str) -> bool {
    typed.trim().contains(' ') && folded(text).contains(&folded(typed))
}

fn has_role(matrix: &Matrix, row: usize, column: usize) -> bool {
    let line = matrix.rows.get(row);
    line.is_some_and(|line| line.roles.get(column).is_some_and(Option::is_some))
}

/// A word stands in a text in one piece, in letters or in pinyin. What the search finds beyond that,
/// letters here and there, would leave a matrix as large as it was.
fn in_one_piece(text: &str, word: &Query) -> bool {
    match search::highlights(text, word).as_slice() {
        [] => false,
        [_] => true,
        [first, ..] => {
            let found = text.get(first.clone()).unwrap_or_default();
            found.chars().count() >= word.input().chars().count()
        }
    }
}
