//! The painter: turns a frame into the fewest bytes that make the terminal show it. It keeps prints
//! of what is shown, compares row by row, and tries more than one way to write a row. It never asks
//! the terminal.
//!
//! What one would get wrong: a wide character covers the cell to its right whatever the buffer
//! holds there, and overwriting half of one destroys both halves. So a frame is first read as
//! a terminal would show it ([`look`]), and such readings are compared.

use std::ops::Range;

use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::layout::{Position, Size};

use super::hand::Hand;
use super::link::{Link, Links, same};
use super::pen::Pen;
use super::print::Prints;

/// Starts and ends a frame that the terminal shows at once.
const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";

/// From so many blanks on it is shorter to erase them at the left edge of a row.
const ERASE_LEFT: usize = 12;
/// From so many blanks on it is shorter to erase them where they are, if the cursor jumps after them.
const ERASE_HERE: usize = 5;

/// What a terminal shows in one cell.
#[derive(Clone, Copy)]
pub(super) enum Look<'a> {
    /// A character begins here and takes so many columns.
    Head(&'a Cell, u16),
    /// The cell is covered by the character to its left.
    Tail,
}

impl Look<'_> {
    /// What erasing leaves behind. A tail is no blank, though its cell may look like one.
    pub(super) fn is_blank(&self) -> bool {
        match self {
            Look::Head(cell, _) => cell.symbol() == " " && Pen::of(cell).is_plain_on_blank(),
            Look::Tail => false,
        }
    }
}

/// Keeps what the terminal shows, and writes what has to change.
pub(super) struct Painter {
    shown: Prints,
    /// The terminal may show anything: the next frame clears it first.
    unknown: bool,
    cursor_shown: bool,
    hand: Hand,
    /// The links of the frame that is shown, and of the one that is being painted.
    links: [Links; 2],
}

impl Painter {
    /// A painter for a terminal of which nothing is known.
    pub(super) fn new() -> Painter {
        Painter {
            shown: Prints::default(),
            unknown: true,
            cursor_shown: true,
            hand: Hand::default(),
            links: [Links::default(), Links::default()],
        }
    }

    /// Forgets what the terminal shows: the next frame is written whole.
    pub(super) fn forget(&mut self) {
        *self = Painter::new();
    }

    /// Begins a frame.
    pub(super) fn begin(&mut self) {
        self.hand.out.clear();
        self.hand.out.extend_from_slice(BEGIN);
    }

    /// The links of the frame that is being painted; told before its cells.
    pub(super) fn link(&mut self, links: Vec<Link>) {
        self.links[1] = Links::new(links);
    }

    /// Makes the terminal show the cells of `next`.
    pub(super) fn cells(&mut self, next: &Buffer) {
        let size = next.area.as_size();
        if self.unknown || self.shown.size() != size {
            self.clear(size);
        }
        for y in 0..next.area.height {
            self.row(y, next);
        }
        let [shown, painted] = &mut self.links;
        *shown = std::mem::take(painted);
    }

    /// Ends the frame with the cursor at its place: the bytes to send, empty if nothing changes.
    pub(super) fn end(&mut self, cursor: Option<Position>) -> &[u8] {
        self.place_cursor(cursor);
        let out = &mut self.hand.out;
        if out.len() == BEGIN.len() {
            out.clear();
        } else {
            out.extend_from_slice(END);
        }
        out
    }

    fn clear(&mut self, size: Size) {
        if self.unknown {
            self.hand.reset_pen();
        }
        self.hand.clear();
        self.links[0] = Links::default();
        self.shown = Prints::blank(size);
        self.unknown = false;
    }

    fn place_cursor(&mut self, cursor: Option<Position>) {
        let size = self.shown.size();
        let inside = cursor.filter(|at| at.x < size.width && at.y < size.height);
        if let Some(at) = inside {
            self.hand.go(at);
        }
        if self.cursor_shown != inside.is_some() {
            self.cursor_shown = inside.is_some();
            let sequence = if self.cursor_shown {
                b"\x1b[?25h"
            } else {
                b"\x1b[?25l"
            };
            self.hand.out.extend_from_slice(sequence);
        }
    }

    fn row(&mut self, y: u16, next: &Buffer) {
        let cells = row_of(next, y);
        let [before, links] = self
            .links
            .each_ref()
            .map(|links| links.row(y, next.area.width));
        let looks = look(cells);
        let changed = self.shown.take_row(y, &looks);
        if changed.is_none() && before.is_empty() && links.is_empty() {
            return;
        }
        let mut changed = changed.unwrap_or_else(|| vec![false; cells.len()]);
        for (x, changed) in changed.iter_mut().enumerate() {
            *changed |= !same(&before, &links, x);
        }
        let row = Row {
            y,
            looks,
            changed,
            links,
        };
        row.write(&mut self.hand);
    }
}

/// A row to be written.
#[derive(Clone)]
struct Row<'a> {
    y: u16,
    looks: Vec<Look<'a>>,
    /// For each cell, whether it has to be written.
    changed: Vec<bool>,
    /// For each cell, its link; empty if there is none in the row.
    links: Vec<Option<&'a Link>>,
}

impl Row<'_> {
    /// Writes what has changed: plainly, or by erasing from some column on, whatever is shortest.
    fn write(&self, hand: &mut Hand) {
        let mut best = hand.fresh();
        self.write_from_left(&mut best, None);
        for from in self.erasures() {
            let mut erased = self.clone();
            for (changed, look) in erased.changed.iter_mut().zip(&self.looks).skip(from) {
                *changed = matches!(look, Look::Head(..)) && !look.is_blank();
            }
            let mut other = hand.fresh();
            erased.write_from_left(&mut other, Some(from));
            if other.out.len() < best.out.len() {
                best = other;
            }
        }
        hand.take(best);
    }

    /// The columns from which erasing to the right may save something: what is blank comes free,
    /// what is unchanged has to be written again. The one that saves most, and the one behind the
    /// last character, where the left of the row can be erased from its own edge.
    fn erasures(&self) -> Vec<usize> {
        let mut gain = 0_usize;
        let mut best = None;
        let mut tail = None;
        for (x, (look, &changed)) in self.looks.iter().zip(&self.changed).enumerate().rev() {
            match look {
                Look::Head(cell, _) if !look.is_blank() => {
                    tail = tail.or(Some(best));
                    gain = gain.saturating_sub(if changed { 0 } else { cell.symbol().len() });
                }
                Look::Head(..) if changed => {
                    gain += 1;
                    if gain > 3 && best.is_none_or(|(most, _)| gain >= most) {
                        best = Some((gain, x));
                    }
                }
                Look::Head(..) | Look::Tail => {}
            }
        }
        let tail = tail.flatten().filter(|tail| Some(*tail) != best);
        let both = best.into_iter().chain(tail);
        both.map(|(_, x)| x).collect()
    }

    fn write_from_left(&self, hand: &mut Hand, erase: Option<usize>) {
        let end = erase.unwrap_or(self.looks.len());
        let start = self.erase_left(hand, end);
        self.write_cells(hand, start..end);
        if let Some(from) = erase {
            hand.link(None);
            hand.erase_to_right(Position::new(column(from), self.y), &self.looks);
            self.write_cells(hand, from..self.looks.len());
        }
        hand.link(None);
    }

    /// Erases changed blanks at the left edge if they are many. Gives the column behind them.
    fn erase_left(&self, hand: &mut Hand, end: usize) -> usize {
        let left = self
            .looks
            .iter()
            .position(|look| !look.is_blank())
            .unwrap_or(end)
            .min(end);
        let first = self.changed.iter().position(|&c| c).unwrap_or(end);
        let last = self.changed[..left].iter().rposition(|&c| c);
        match last {
            Some(last) if left < end && last + 1 >= first + ERASE_LEFT => {
                hand.erase_to_left(Position::new(column(last), self.y));
                last + 1
            }
            _ => 0,
        }
    }

    fn write_cells(&self, hand: &mut Hand, range: Range<usize>) {
        let mut x = range.start;
        while x < range.end {
            if let (Look::Head(cell, width), true) = (self.looks[x], self.changed[x]) {
                let at = Position::new(column(x), self.y);
                let link = self.links.get(x).copied().flatten();
                if self.links.is_empty() {
                    hand.go_within_row(at, &self.looks);
                } else {
                    hand.go(at);
                    hand.link(link);
                }
                let blanks = self.blanks(x..range.end);
                if blanks >= ERASE_HERE && link.is_none() {
                    hand.erase_here(column(blanks));
                    x += blanks;
                    continue;
                }
                hand.write(cell, width, self.looks.len());
            }
            x += 1;
        }
    }

    /// How many cells at the left end of a range can be erased: up to the last blank that has to be
    /// written, if what follows it stays.
    fn blanks(&self, range: Range<usize>) -> usize {
        let cells = self.looks[range.clone()].iter().zip(&self.changed[range]);
        let mut blanks = 0;
        for (x, (look, &changed)) in cells.enumerate() {
            if !look.is_blank() {
                return if changed && x == blanks { 0 } else { blanks };
            }
            if changed {
                blanks = x + 1;
            }
        }
        // Erasing up to the edge is another way to write a row.
        0
    }
}

fn row_of(buffer: &Buffer, y: u16) -> &[Cell] {
    let width = usize::from(buffer.area.width);
    let start = usize::from(y) * width;
    &buffer.content[start..start + width]
}

fn column(x: usize) -> u16 {
    u16::try_from(x).expect("a row is at most 65535 columns wide")
}

/// A row of cells as a terminal shows it.
fn look(cells: &[Cell]) -> Vec<Look<'_>> {
    let mut looks = Vec::with_capacity(cells.len());
    while let Some(cell) = cells.get(looks.len()) {
        let width = match cell.symbol().as_bytes() {
            [b' '..=b'~'] => 1,
            _ if cell.symbol().contains(char::is_control) => 0,
            _ => cell.cell_width(),
        };
        if (1..=column(cells.len() - looks.len())).contains(&width) {
            looks.push(Look::Head(cell, width));
            looks.extend(std::iter::repeat_n(Look::Tail, usize::from(width - 1)));
        } else {
            looks.push(Look::Head(&Cell::EMPTY, 1));
        }
    }
    looks
}

#[cfg(test)]
mod tests;
