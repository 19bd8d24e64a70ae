//! The painter: turns a frame into the fewest bytes that make the terminal show it. It keeps a copy
//! of what is shown, compares row by row, and knows where the terminal's cursor is and what its pen
//! writes, so that nothing is sent that changes nothing. It never asks the terminal.
//!
//! What one would get wrong: a wide character covers the cell to its right whatever the buffer
//! holds there, and overwriting half of one destroys both halves. So both frames are first read as
//! a terminal would show them ([`look`]), and those readings are compared.

use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::layout::{Position, Rect};

use super::pen::{Pen, digits};

/// Starts and ends a frame that the terminal shows at once.
const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";

/// What a terminal shows in one cell.
#[derive(Clone, Copy)]
enum Look<'a> {
    /// A character begins here and takes so many columns.
    Head(&'a Cell, u16),
    /// The cell is covered by the character to its left.
    Tail,
}

/// Keeps what the terminal shows, and writes what has to change.
pub(super) struct Painter {
    shown: Buffer,
    /// The cells of `shown` may be anything: the next frame clears them first.
    unknown: bool,
    /// Where the cursor is, if that is known.
    cursor: Option<Position>,
    /// The column is beyond doubt; or else the next move along the row starts from its edge.
    exact: bool,
    cursor_shown: bool,
    pen: Pen,
    out: Vec<u8>,
}

impl Painter {
    /// A painter for a terminal of which nothing is known.
    pub(super) fn new() -> Painter {
        Painter {
            shown: Buffer::empty(Rect::ZERO),
            unknown: true,
            cursor: None,
            exact: false,
            cursor_shown: true,
            pen: Pen::default(),
            out: Vec::new(),
        }
    }

    /// Forgets what the terminal shows: the next frame is written whole.
    pub(super) fn forget(&mut self) {
        *self = Painter {
            out: std::mem::take(&mut self.out),
            ..Painter::new()
        };
    }

    /// Begins a frame.
    pub(super) fn begin(&mut self) {
        self.out.clear();
        self.out.extend_from_slice(BEGIN);
    }

    /// Makes the terminal show the cells of `next`.
    pub(super) fn cells(&mut self, next: &Buffer) {
        if self.unknown || self.shown.area != next.area {
            self.clear(next.area);
        }
        for y in 0..next.area.height {
            self.row(y, next);
        }
    }

    /// Ends the frame with the cursor at its place: the bytes to send, empty if nothing changes.
    pub(super) fn end(&mut self, cursor: Option<Position>) -> &[u8] {
        self.place_cursor(cursor);
        if self.out.len() == BEGIN.len() {
            self.out.clear();
        } else {
            self.out.extend_from_slice(END);
        }
        &self.out
    }

    fn clear(&mut self, area: Rect) {
        if self.unknown {
            // Nothing is known of the pen either.
            self.out.extend_from_slice(b"\x1b[m");
            self.pen = Pen::default();
        }
        self.change_pen(self.pen.towards_erasing());
        self.out.extend_from_slice(b"\x1b[H\x1b[2J");
        self.at(Position::ORIGIN);
        self.shown = Buffer::empty(area);
        self.unknown = false;
    }

    fn place_cursor(&mut self, cursor: Option<Position>) {
        let inside = cursor.filter(|&at| self.shown.area.contains(at));
        if let Some(at) = inside {
            self.go(at);
        }
        if self.cursor_shown != inside.is_some() {
            self.cursor_shown = inside.is_some();
            self.out.extend_from_slice(if self.cursor_shown {
                b"\x1b[?25h"
            } else {
                b"\x1b[?25l"
            });
        }
    }

    fn row(&mut self, y: u16, next: &Buffer) {
        let cells = row_of(next, y);
        if cells == row_of(&self.shown, y) {
            return;
        }
        let shown = std::mem::take(&mut self.shown);
        let changed = changes(row_of(&shown, y), cells);
        self.shown = shown;
        self.write_row(y, cells, &changed);
        let start = usize::from(y) * cells.len();
        self.shown.content[start..start + cells.len()].clone_from_slice(cells);
    }

    /// Writes the changed cells of a row: blanks at its left and right edge by erasing, the rest
    /// from left to right.
    fn write_row(&mut self, y: u16, cells: &[Cell], changed: &[bool]) {
        let Some(last) = changed.iter().rposition(|&c| c) else {
            return;
        };
        let plain = |cell: &Cell| cell.symbol() == " " && Pen::of(cell).is_plain_on_blank();
        let looks = look(cells);
        // A tail is no blank, though its cell may look like one.
        let blank = |x: usize| matches!(looks[x], Look::Head(cell, _) if plain(cell));
        let first = changed
            .iter()
            .position(|&c| c)
            .expect("something has changed");
        let left = (0..cells.len()).find(|&x| !blank(x)).unwrap_or(cells.len());
        let right = (0..cells.len()).rfind(|&x| !blank(x)).map_or(0, |x| x + 1);
        let mut from = first;
        let mut to = last + 1;
        // Erasing to the left reaches to the cursor's own cell.
        let blanks_left = changed[..left]
            .iter()
            .rposition(|&c| c)
            .map_or(0, |x| x + 1);
        if left < cells.len() && blanks_left >= first + 12 {
            self.change_pen(self.pen.towards_erasing());
            self.go(Position::new(column(blanks_left - 1), y));
            self.out.extend_from_slice(b"\x1b[1K");
            from = blanks_left;
        }
        let blanks_right = (right..=last).find(|&x| changed[x]).unwrap_or(to);
        let erase = blanks_right >= from && to > blanks_right + 3;
        if erase {
            to = blanks_right;
        }
        self.write_cells(y, &looks, changed, from..to);
        if erase {
            self.change_pen(self.pen.towards_erasing());
            self.go(Position::new(column(blanks_right), y));
            self.out.extend_from_slice(b"\x1b[K");
        }
    }

    fn write_cells(
        &mut self,
        y: u16,
        looks: &[Look],
        changed: &[bool],
        range: std::ops::Range<usize>,
    ) {
        for x in range {
            let Look::Head(cell, width) = looks[x] else {
                continue;
            };
            if !changed[x] {
                continue;
            }
            self.go_within_row(Position::new(column(x), y), looks);
            self.change_pen(self.pen.towards(cell));
            self.write(cell, width, looks.len());
        }
    }

    /// Like [`Painter::go`], but writes a few unchanged cells again where that is shorter.
    fn go_within_row(&mut self, to: Position, looks: &[Look]) {
        if let Some(from) = self.cursor
            && from.y == to.y
            && from.x < to.x
            && to.x - from.x <= 4
        {
            let between = &looks[usize::from(from.x)..usize::from(to.x)];
            let bytes: usize = between
                .iter()
                .map(|look| match look {
                    Look::Head(cell, _) if doubtful(cell.symbol()) => usize::MAX / 8,
                    Look::Head(cell, _) if self.pen.towards(cell) != self.pen => usize::MAX / 8,
                    Look::Head(cell, _) => cell.symbol().len(),
                    Look::Tail => 0,
                })
                .sum();
            let begins = matches!(between.first(), Some(Look::Head(..)));
            if begins && bytes <= if to.x - from.x == 1 { 3 } else { 4 } {
                for look in between {
                    if let Look::Head(cell, width) = look {
                        self.write(cell, *width, looks.len());
                    }
                }
            }
        }
        self.go(to);
    }

    /// Writes one character where the cursor is.
    fn write(&mut self, cell: &Cell, width: u16, columns: usize) {
        let symbol = cell.symbol();
        let doubt = doubtful(symbol);
        if doubt && let Some(at) = self.cursor {
            // The terminal may take it for narrower than it is: nothing old shall stay beside it.
            self.out
                .extend(std::iter::repeat_n(b' ', usize::from(width)));
            self.cursor = None;
            self.go(at);
        }
        self.out.extend_from_slice(symbol.as_bytes());
        self.cursor = self.cursor.and_then(|at| {
            let x = at.x + width;
            (usize::from(x) < columns && !doubt).then_some(Position::new(x, at.y))
        });
        // Some terminals draw box characters, quotation marks and the like two columns wide.
        self.exact &= symbol.is_ascii() || width > 1;
    }

    fn at(&mut self, position: Position) {
        self.cursor = Some(position);
        self.exact = true;
    }

    fn change_pen(&mut self, next: Pen) {
        self.pen.change(next, &mut self.out);
        self.pen = next;
    }

    /// Moves the cursor by the shortest way.
    fn go(&mut self, to: Position) {
        if self.cursor == Some(to) {
            return;
        }
        let mut best = absolute(to);
        if let Some(from) = self.cursor {
            for way in relative(from, to, self.exact).into_iter().flatten() {
                if way.len() < best.len() {
                    best = way;
                }
            }
        }
        self.out.extend_from_slice(&best);
        self.at(to);
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
        let room = column(cells.len() - looks.len());
        let controls = cell.symbol().contains(char::is_control);
        let width = if controls { 0 } else { cell.cell_width() };
        if (1..=room).contains(&width) {
            looks.push(Look::Head(cell, width));
            looks.extend(std::iter::repeat_n(Look::Tail, usize::from(width - 1)));
        } else {
            looks.push(Look::Head(&Cell::EMPTY, 1));
        }
    }
    looks
}

/// For each cell of a row, whether it looks different now.
fn changes(shown: &[Cell], next: &[Cell]) -> Vec<bool> {
    let mut same_head = false;
    look(shown)
        .into_iter()
        .zip(look(next))
        .map(|looks| {
            match looks {
                (Look::Head(old, before), Look::Head(new, after)) => {
                    same_head = before == after && looks_alike(old, new);
                }
                (Look::Tail, Look::Tail) => {}
                (Look::Head(..), Look::Tail) | (Look::Tail, Look::Head(..)) => same_head = false,
            }
            !same_head
        })
        .collect()
}

fn looks_alike(old: &Cell, new: &Cell) -> bool {
    old.symbol() == new.symbol() && Pen::of(old).towards(new) == Pen::of(old)
}

/// A character of which terminals disagree how many columns it takes.
fn doubtful(symbol: &str) -> bool {
    !symbol.is_ascii() && symbol.chars().nth(1).is_some()
}

fn absolute(to: Position) -> Vec<u8> {
    let mut way = b"\x1b[".to_vec();
    if to != Position::ORIGIN {
        digits(to.y + 1, &mut way);
        if to.x > 0 {
            way.push(b';');
            digits(to.x + 1, &mut way);
        }
    }
    way.push(b'H');
    way
}

/// The ways that start where the cursor is: from its column if that is `exact`, or from the edge
/// of its row; along the row, or by line feeds to a row below.
fn relative(from: Position, to: Position, exact: bool) -> [Option<Vec<u8>>; 2] {
    let feeds = to.y.checked_sub(from.y).filter(|&n| n <= 6);
    let way = |start: &[u8], x: u16| {
        feeds.map(|n| {
            let mut way = start.to_vec();
            way.extend(std::iter::repeat_n(b'\n', usize::from(n)));
            way.extend(along(x, to.x));
            way
        })
    };
    [way(b"\r", 0), if exact { way(b"", from.x) } else { None }]
}

fn along(from: u16, to: u16) -> Vec<u8> {
    let counted = |n: u16, letter: u8| {
        let mut way = b"\x1b[".to_vec();
        if n > 1 {
            digits(n, &mut way);
        }
        way.push(letter);
        way
    };
    if from == to {
        Vec::new()
    } else if from < to {
        counted(to - from, b'C')
    } else if from - to <= 3 {
        vec![b'\x08'; usize::from(from - to)]
    } else {
        counted(from - to, b'D')
    }
}

#[cfg(test)]
mod tests;
