//! The matrix on the screen: which bodies and items it shows, where its cursor is, how far it is
//! scrolled both ways. What stands in a cell is [`Matrix`]'s business.

mod narrow;
mod shape;

use std::sync::Arc;

use ratatui::layout::Size;
use tui_input::Input;

use super::list::{moved, window};
use super::msg::{Edit, Motion, Step};
use crate::model::{
    BasisFilter, BodyId, ItemId, KindId, Lang, Matrix, MatrixRow, Node, Plan, Role,
};
pub use shape::{COUNTS, Shape};

/// Lines above the cells: what the cursor is on, and the heads of the columns.
pub const HEAD: u16 = 2;
/// A matrix and where one is in it.
#[derive(Clone, Debug)]
pub struct MatrixView {
    kinds: Vec<KindId>,
    chosen: usize,
    input: Input,
    typing: bool,
    matrix: Arc<Matrix>,
    made_for: Option<(KindId, BasisFilter)>,
    rows: Vec<usize>,
    columns: Vec<usize>,
    filtered_by: Option<String>,
    /// The filter names bodies, and it names items.
    named: [bool; 2],
    /// The same by whole names.
    named_whole: [bool; 2],
    /// The cell that it names by whole names, whether it is shown or not.
    cell_named: Option<(BodyId, ItemId)>,
    /// The other kinds that have what the filter names, where this one has nothing of it.
    elsewhere: Vec<usize>,
    /// Where the cursor shall go once the cells are known.
    sought: Option<(BodyId, ItemId)>,
    row: usize,
    column: usize,
    top: usize,
    left: usize,
    shape: Shape,
}

impl MatrixView {
    /// A matrix of the items of the node's kind, or else of the first primary kind with
    /// responsibilities.
    pub(super) fn new(plan: &Plan, near: Option<Node>) -> MatrixView {
        let kinds = Matrix::kinds(plan);
        let item = near.and_then(Node::item);
        let kind = item.map(|id| plan[id].kind);
        let chosen = kinds.iter().position(|&id| Some(id) == kind).unwrap_or(0);
        // It opens at the item it is asked for, with whoever leads that.
        let sought = item.and_then(|id| {
            let first = plan.responsible(Node::Item(id)).first()?;
            Some((first.body, id))
        });
        MatrixView {
            kinds,
            chosen,
            input: Input::default(),
            typing: false,
            matrix: Arc::new(Matrix::of(plan, &[], BasisFilter::All)),
            made_for: None,
            rows: Vec::new(),
            columns: Vec::new(),
            filtered_by: None,
            named: [false; 2],
            named_whole: [false; 2],
            cell_named: None,
            elsewhere: Vec::new(),
            sought,
            row: 0,
            column: 0,
            top: 0,
            left: 0,
            shape: Shape::default(),
        }
    }

    /// The filter.
    #[must_use]
    pub fn input(&self) -> &Input {
        &self.input
    }

    /// Letters go to the filter.
    #[must_use]
    pub fn typing(&self) -> bool {
        self.typing
    }

    /// The kind of its columns.
    #[must_use]
    pub fn kind(&self) -> Option<KindId> {
        self.kinds.get(self.chosen).copied()
    }

    /// The other kinds that have what the filter names, where this one has nothing of it.
    pub fn kinds_elsewhere(&self) -> impl Iterator<Item = KindId> {
        let kinds = self.elsewhere.iter().map(|&place| self.kinds.get(place));
        kinds.flatten().copied()
    }

    /// The other kinds that it can show, in their order.
    fn other_kinds(&self) -> impl Iterator<Item = usize> + use<> {
        let count = self.kinds.len();
        let next = self.chosen + 1..self.chosen + count;
        next.map(move |place| place % count)
    }

    /// The same matrix, or that of another kind, with the cursor on what a text names, alone or with what
    /// its filter names: a cell, a row, a column of this kind.
    pub(super) fn at_named(
        &self,
        text: &str,
        plan: &Plan,
        basis: BasisFilter,
    ) -> Option<MatrixView> {
        const BETWEEN: [char; 4] = ['和', '与', '、', '×'];
        let more = format!("{} {text}", self.input.value());
        let apart = text.replace(BETWEEN, " ");
        [more.trim(), text, &apart].into_iter().find_map(|text| {
            let mut kinds = [self.chosen].into_iter().chain(self.other_kinds());
            kinds.find_map(|kind| self.at_named_of(kind, text, plan, basis))
        })
    }

    fn at_named_of(
        &self,
        kind: usize,
        text: &str,
        plan: &Plan,
        basis: BasisFilter,
    ) -> Option<MatrixView> {
        let grid = self.narrowed_to(text, kind, plan, basis);
        let has_role = grid.current().is_some_and(|(.., role)| role.is_some());
        let is_one = grid.counts() == (1, 1) && grid.named == [true; 2];
        let is_whole = grid.named == grid.named_whole && (grid.named[0] || kind == self.chosen);
        if has_role && (is_one || is_whole && grid.named != [false; 2]) {
            return Some(grid);
        }
        // What has no role is in no filtered table.
        let cell = grid.cell_named?;
        let mut whole = self.narrowed_to("", kind, plan, basis);
        (whole.sought, whole.named) = (Some(cell), [true; 2]);
        whole.seek();
        let here = whole.current().map(|(body, item, _)| (body, item));
        (here == Some(cell)).then_some(whole)
    }

    /// What the filter names of what the cursor is on: a body, an item, or both.
    pub(super) fn named(&self) -> impl Iterator<Item = Node> {
        let cell = self.current();
        let both = cell.map(|(body, item, _)| [Node::Body(body), Node::Item(item)]);
        let named = both.into_iter().flatten().zip(self.named);
        named.filter_map(|(node, is_named)| is_named.then_some(node))
    }

    /// The matrix of a kind with another filter.
    fn narrowed_to(
        &self,
        text: &str,
        chosen: usize,
        plan: &Plan,
        basis: BasisFilter,
    ) -> MatrixView {
        let mut grid = MatrixView {
            chosen,
            input: Input::default(),
            typing: false,
            ..self.clone()
        };
        grid.filter_for(text);
        grid.make(plan, basis);
        grid.narrow(plan);
        grid
    }

    /// How it fills its room.
    #[must_use]
    pub fn shape(&self) -> Shape {
        self.shape
    }

    /// How many bodies and items pass the filter.
    #[must_use]
    pub fn counts(&self) -> (usize, usize) {
        (self.rows.len(), self.columns.len())
    }

    /// The rows that show: whether the cursor is on it, and what stands in it.
    pub fn visible_rows(&self) -> impl Iterator<Item = (bool, &MatrixRow)> {
        let shown = self
            .rows
            .iter()
            .enumerate()
            .skip(self.top)
            .take(self.shape.rows);
        shown.filter_map(|(place, &row)| Some((place == self.row, self.matrix.rows.get(row)?)))
    }

    /// The columns that show: whether the cursor is on it, its place in a row, and its item.
    pub fn visible_columns(&self) -> impl Iterator<Item = (bool, usize, ItemId)> {
        let shown = self
            .columns
            .iter()
            .enumerate()
            .skip(self.left)
            .take(self.shape.columns);
        shown.filter_map(|(place, &column)| {
            Some((
                place == self.column,
                column,
                *self.matrix.columns.get(column)?,
            ))
        })
    }

    /// How many bodies that pass the filter answer for the item in a column today.
    #[must_use]
    pub fn total(&self, column: usize) -> usize {
        let rows = self.rows.iter();
        let lines = rows.filter_map(|&row| self.matrix.rows.get(row));
        lines
            .filter(|line| {
                let has = |is_there: Option<bool>| is_there == Some(true);
                has(line.roles.get(column).map(Option::is_some))
                    && has(line.until.get(column).map(Option::is_none))
            })
            .count()
    }

    /// There are rows above, columns left, rows below, columns right of what shows.
    #[must_use]
    pub fn more(&self) -> [bool; 4] {
        let below = self.top + self.shape.rows < self.rows.len();
        let right = self.left + self.shape.columns < self.columns.len();
        [self.top > 0, self.left > 0, below, right]
    }

    /// What the cursor is on.
    #[must_use]
    pub fn current(&self) -> Option<(BodyId, ItemId, Option<Role>)> {
        let line = self.matrix.rows.get(*self.rows.get(self.row)?)?;
        let column = *self.columns.get(self.column)?;
        Some((
            line.body,
            *self.matrix.columns.get(column)?,
            *line.roles.get(column)?,
        ))
    }

    pub(super) fn edit(&mut self, edit: Edit) {
        super::lookup::change(&mut self.input, edit);
    }

    pub(super) fn insert(&mut self, text: &str) {
        super::lookup::insert(&mut self.input, text);
    }

    /// Looks for what the filter names.
    pub(super) fn filter_for(&mut self, text: &str) {
        self.sought = None;
        self.insert(text);
    }

    /// Letters go to the filter, or are commands again.
    pub(super) fn set_typing(&mut self, typing: bool) {
        self.typing = typing;
    }

    /// Empties the filter; the cursor stays on its cell.
    pub(super) fn clear(&mut self) {
        self.sought = self.current().map(|(body, item, _)| (body, item));
        self.input = Input::default();
    }

    /// Shows the next kind; of one that has what the filter names, where this one has not.
    pub(super) fn next_kind(&mut self, step: Step) {
        let others: Vec<usize> = if self.elsewhere.is_empty() {
            self.other_kinds().collect()
        } else {
            self.elsewhere.clone()
        };
        let next = match step {
            Step::Next => others.first(),
            Step::Prev => others.last(),
        };
        self.chosen = next.copied().unwrap_or(self.chosen);
        self.column = 0;
    }

    pub(super) fn go(&mut self, motion: Motion) {
        self.row = moved(self.row, self.rows.len(), self.shape.rows, motion);
    }

    pub(super) fn move_column(&mut self, motion: Motion) {
        self.column = moved(self.column, self.columns.len(), self.shape.columns, motion);
    }

    /// Puts the cursor on the cell at a place of the pane, if there is one.
    pub(super) fn select_at(&mut self, x: u16, y: u16) -> bool {
        let Shape {
            head,
            cell,
            rows,
            columns,
            names,
            ..
        } = self.shape;
        let (Some(x), Some(y)) = (x.checked_sub(head), y.checked_sub(HEAD + names)) else {
            return false;
        };
        let (column, row) = (usize::from(x / cell.max(1)), usize::from(y));
        let there = row < rows.min(self.rows.len() - self.top.min(self.rows.len()))
            && column < columns.min(self.columns.len() - self.left.min(self.columns.len()));
        if there {
            (self.row, self.column) = (self.top + row, self.left + column);
        }
        there
    }

    /// The plan is another one.
    pub(super) fn replace(&mut self, old: &Plan, new: &Plan) {
        let kind = self.kind().map(|kind| old[kind].id.to_string());
        // One in the history may not have been brought in line yet: what it holds is then of an even
        // older plan.
        let cell = match self.made_for {
            Some(_) => self.current().map(|(body, item, _)| (body, item)),
            None => self.sought,
        };
        let cell = cell.and_then(|(body, item)| {
            let here = [Node::Body(body), Node::Item(item)];
            match here.map(|node| new.find(old.id(node))) {
                [Some(Node::Body(body)), Some(Node::Item(item))] => Some((body, item)),
                _ => None,
            }
        });
        self.kinds = Matrix::kinds(new);
        let same = |id: &KindId| kind.as_deref() == Some(&*new[*id].id);
        self.chosen = self.kinds.iter().position(same).unwrap_or(0);
        self.sought = cell;
        self.made_for = None;
    }

    /// Puts the cursor where it is sought, as far as that is shown.
    fn seek(&mut self) {
        let Some((body, item)) = self.sought.take() else {
            return;
        };
        let has = |row: &usize| self.matrix.rows.get(*row).map(|line| line.body) == Some(body);
        let row = self.rows.iter().position(has);
        let has = |column: &usize| self.matrix.columns.get(*column) == Some(&item);
        let column = self.columns.iter().position(has);
        self.row = row.unwrap_or(self.row);
        self.column = column.unwrap_or(self.column);
    }

    /// Where nothing of the kind counts, the first kind of which something does.
    fn choose_kind_with_cells(&mut self, plan: &Plan, basis: BasisFilter) {
        let count = self.kinds.len();
        let mut places = (self.chosen..count).chain(0..self.chosen);
        let has_cells = |place: &usize| {
            let kind = self.kinds.get(*place);
            kind.is_some_and(|&kind| {
                let mut items = plan.items_of(kind).map(Node::Item);
                items.any(|item| {
                    let mut known = plan.responsible(item).iter();
                    known.any(|one| basis.shown(one).is_some())
                })
            })
        };
        self.chosen = places.find(has_cells).unwrap_or(self.chosen);
    }

    /// Makes the cells of the kind, unless they are made.
    fn make(&mut self, plan: &Plan, basis: BasisFilter) {
        if let Some(kind) = self.kind()
            && self.made_for != Some((kind, basis))
        {
            self.matrix = Arc::new(Matrix::of(plan, &[kind], basis));
            self.made_for = Some((kind, basis));
            self.filtered_by = None;
        }
    }

    /// The kinds that have what the filter names, if this one has nothing of it.
    fn elsewhere(&self, plan: &Plan, basis: BasisFilter) -> Vec<usize> {
        let typed = self.input.value();
        if typed.trim().is_empty() || self.current().is_some() {
            return Vec::new();
        }
        let has_any = |kind: &usize| {
            let grid = self.narrowed_to(typed, *kind, plan, basis);
            grid.current().is_some()
        };
        self.other_kinds().filter(has_any).collect()
    }

    /// Brings cells, filter, cursor and scrolling in line with each other.
    pub(super) fn sync_derived(&mut self, plan: &Plan, size: Size, basis: BasisFilter, lang: Lang) {
        if self.made_for.map(|(_, made)| made) != Some(basis) {
            self.choose_kind_with_cells(plan, basis);
        }
        self.make(plan, basis);
        if self.filtered_by.as_deref() != Some(self.input.value()) {
            self.narrow(plan);
            self.elsewhere = self.elsewhere(plan, basis);
        }
        self.seek();
        self.shape = self.fit(plan, size, lang);
        self.row = self.row.min(self.rows.len().saturating_sub(1));
        self.column = self.column.min(self.columns.len().saturating_sub(1));
        self.top = window(self.top, self.row, self.rows.len(), self.shape.rows);
        self.left = window(
            self.left,
            self.column,
            self.columns.len(),
            self.shape.columns,
        );
    }

    /// The invariant after `sync_derived`: the cursor is on a cell that shows.
    #[must_use]
    pub fn holds(&self) -> bool {
        let shows = |at: usize, first: usize, count: usize, all: usize| {
            all == 0 || count == 0 || (at < all && at >= first && at < first + count)
        };
        shows(self.row, self.top, self.shape.rows, self.rows.len())
            && shows(
                self.column,
                self.left,
                self.shape.columns,
                self.columns.len(),
            )
    }
}
