//! How a matrix fills its room: which columns of the screen names and cells have, and how many fit.

use ratatui::layout::Size;

use super::{HEAD, MatrixView};
use crate::describe;
use crate::model::{Lang, MatrixRow, Node, Plan};
use crate::page::width;

/// From this height on there is room for the items' names and for totals.
const ROOM_FOR_NAMES: u16 = 16;
/// With fewer columns left for them, the names of bodies would tell nothing.
const LEAST_NAME: u16 = 16;
/// Longer names of bodies are cut: cells too far from them are read in the wrong row.
const MOST_NAME: u16 = 45;
/// Of an upright name in letters fewer would tell nothing.
const LEAST_UPRIGHT: u16 = 8;
/// Columns for how much a body leads and supports, and a blank.
pub const COUNTS: u16 = 7;

/// How a matrix fills its room: columns for the names of bodies and for a cell, and how many fit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shape {
    /// Columns of the screen for a body's sign, its counts and a blank.
    pub head: u16,
    /// Columns of that which a body's name has; none on a narrow screen.
    pub name: u16,
    /// Columns of the screen for a cell.
    pub cell: u16,
    /// Rows of cells that show.
    pub rows: usize,
    /// Columns of cells that show.
    pub columns: usize,
    /// Lines above the ids for the items' names.
    pub names: u16,
    /// Each name has a line of its own, above its column; else they stand upright.
    pub stairs: bool,
    /// Whether there is a line below the cells for how many answer for each item.
    pub totals: bool,
}

impl MatrixView {
    pub(super) fn fit(&self, plan: &Plan, size: Size, lang: Lang) -> Shape {
        let narrow = |columns: usize| u16::try_from(columns).unwrap_or(u16::MAX);
        let widest = |widths: &mut dyn Iterator<Item = usize>| narrow(widths.max().unwrap_or(0));
        let rows = || {
            let rows = self.rows.iter();
            rows.filter_map(|&row| self.matrix.rows.get(row))
        };
        let items = || {
            let columns = self.columns.iter();
            columns.filter_map(|&column| self.matrix.columns.get(column).copied())
        };
        let short = |line: &MatrixRow| describe::short_name(plan, line.body, lang);
        let sign = widest(&mut rows().map(|line| width(&short(line)))).min(12);
        let full = widest(&mut rows().map(|line| {
            let name = plan[line.body].name.get(lang);
            if name == short(line) { 0 } else { width(name) }
        }));
        let id = widest(&mut items().map(|id| width(&plan[id].id))).max(1);
        let least = (id + 1).max(3);
        let count = narrow(self.columns.len()).max(1);
        let has_room = size.height >= ROOM_FOR_NAMES;
        let label = |id| plan.label(Node::Item(id), lang);
        // Steps of names go beyond the last column.
        let ends = (0..count).zip(items());
        let beyond = ends.map(|(place, id)| {
            let before = usize::from((count - place).saturating_mul(least));
            width(label(id)).saturating_sub(before)
        });
        let beyond = narrow(beyond.max().unwrap_or(0));
        // What the cells leave free goes to the names of bodies, the rest to the cells.
        let head = sign + 2 + COUNTS;
        let free = size
            .width
            .saturating_sub(head.saturating_add(count.saturating_mul(least)));
        let stairs = has_room && lang == Lang::En && count <= size.height / 3 && beyond <= free;
        let free = free - if stairs { beyond } else { 0 };
        let name = if free >= LEAST_NAME {
            free.min(full + 1).min(MOST_NAME)
        } else {
            0
        };
        let cell = (least + (free - name.min(free)) / count).min(least + 2);
        let head = (head + name).min(size.width.saturating_sub(2));
        let columns = usize::from(size.width.saturating_sub(head) / cell.max(1));
        // Upright, names have a quarter of the height: the cells need the rest.
        let letters = widest(&mut items().map(|id| label(id).chars().count()));
        let upright = letters.min(size.height / 4);
        let legible = lang == Lang::Zh || upright >= LEAST_UPRIGHT;
        let names = match (has_room, stairs) {
            (true, true) => count,
            (true, false) if legible => upright,
            (_, _) => 0,
        };
        let used = HEAD + names + u16::from(has_room);
        let rows = usize::from(size.height.saturating_sub(used)).min(self.rows.len().max(1));
        Shape {
            head,
            name,
            cell,
            rows,
            columns,
            names,
            stairs,
            totals: has_room,
        }
    }
}
