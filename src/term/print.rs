//! What the terminal shows, in small. A copy of its cells would take six times the memory, and all
//! that is ever asked of them is whether other cells look the same.

use std::hash::BuildHasher;

use hashbrown::DefaultHashBuilder;
use ratatui::buffer::Cell;
use ratatui::layout::Size;

use super::paint::Look;
use super::pen::Pen;

/// The print of a cell. Two that look different have the same one in one of 10^19 cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Print(u64);

impl Print {
    /// A cell that is covered by the character to its left.
    const TAIL: Print = Print(0);
}

/// The prints of all cells, and one more of each row as it came.
#[derive(Debug, Default)]
pub(super) struct Prints {
    size: Size,
    cells: Vec<Print>,
    rows: Vec<u64>,
    hash: DefaultHashBuilder,
}

impl Prints {
    /// Those of a screen without anything on it.
    pub(super) fn blank(size: Size) -> Prints {
        let (width, height) = (usize::from(size.width), usize::from(size.height));
        let hash = DefaultHashBuilder::default();
        let row = vec![Cell::EMPTY; width];
        let blank = print(&hash, &Look::Head(&Cell::EMPTY, 1));
        Prints {
            size,
            cells: vec![blank; width * height],
            rows: vec![hash.hash_one(&*row); height],
            hash,
        }
    }

    pub(super) fn size(&self) -> Size {
        self.size
    }

    /// Whether these are the very cells of a row.
    pub(super) fn is_row(&self, y: u16, cells: &[Cell]) -> bool {
        self.rows.get(usize::from(y)) == Some(&self.hash.hash_one(cells))
    }

    /// Takes over a row: `cells`, which show as `looks`. Gives for each whether it looks different now.
    pub(super) fn take_row(&mut self, y: u16, cells: &[Cell], looks: &[Look]) -> Vec<bool> {
        let start = usize::from(y) * usize::from(self.size.width);
        let shown = self.cells.get_mut(start..start + looks.len());
        if let Some(row) = self.rows.get_mut(usize::from(y)) {
            *row = self.hash.hash_one(cells);
        }
        let mut head = false;
        let pairs = shown.unwrap_or_default().iter_mut().zip(looks);
        pairs
            .map(|(shown, look)| {
                let next = print(&self.hash, look);
                // A tail is the same if its head is.
                if next != Print::TAIL || *shown != Print::TAIL {
                    head = *shown == next;
                }
                *shown = next;
                !head
            })
            .collect()
    }
}

fn print(hash: &DefaultHashBuilder, look: &Look) -> Print {
    match look {
        Look::Head(cell, width) => {
            let pen = Pen::of(cell).as_seen_on(cell.symbol());
            Print(hash.hash_one((cell.symbol(), pen, width)).max(1))
        }
        Look::Tail => Print::TAIL,
    }
}
