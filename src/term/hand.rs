//! The hand: where the terminal's cursor is and what its pen writes, as far as that is known, and
//! the shortest way to change it.

use ratatui::buffer::Cell;
use ratatui::layout::Position;

use super::link::Link;
use super::paint::Look;
use super::pen::{Pen, digits};
use super::way::{TAB, Way, enters};

/// A terminal's cursor and pen, and the bytes that have moved them.
#[derive(Debug, Default)]
pub(super) struct Hand {
    pub(super) out: Vec<u8>,
    /// Where the cursor is, if that is known.
    cursor: Option<Position>,
    /// So many columns farther right it may be: some terminals draw box characters, quotation marks
    /// and the like two columns wide.
    doubt: u16,
    pen: Pen,
    /// The number of the link that is being written.
    link: Option<usize>,
}

impl Hand {
    /// The same hand with nothing written yet, to try something.
    pub(super) fn fresh(&self) -> Hand {
        Hand {
            out: Vec::with_capacity(128),
            ..*self
        }
    }

    /// Takes over what was tried.
    #[expect(clippy::needless_pass_by_value, reason = "what was tried is used up")]
    pub(super) fn take(&mut self, tried: Hand) {
        self.out.extend_from_slice(&tried.out);
        *self = Hand {
            out: std::mem::take(&mut self.out),
            ..tried
        };
    }

    /// Nothing is known of the pen.
    pub(super) fn reset_pen(&mut self) {
        self.out.extend_from_slice(b"\x1b[m");
        self.pen = Pen::default();
    }

    /// Clears the whole screen.
    pub(super) fn clear(&mut self) {
        self.change_pen(self.pen.towards_erasing());
        self.out.extend_from_slice(b"\x1b[H\x1b[2J");
        self.at(Position::ORIGIN);
    }

    /// Erases from a place to the right edge; or from where the cursor is or would enter the row,
    /// if only blanks of `row` lie between.
    pub(super) fn erase_to_right(&mut self, from: Position, row: &[Look]) {
        self.change_pen(self.pen.towards_erasing());
        let start = match self.cursor {
            Some(at) if at.y == from.y && self.doubt == 0 => Some(at.x),
            Some(at) => enters(at, from).then_some(0),
            None => None,
        };
        let start = start.filter(|&x| {
            let between = row.get(usize::from(x)..usize::from(from.x));
            between.is_some_and(|cells| cells.iter().all(Look::is_blank))
        });
        self.go(Position::new(start.unwrap_or(from.x), from.y));
        self.out.extend_from_slice(b"\x1b[K");
    }

    /// Erases from the left edge to a place, including it.
    pub(super) fn erase_to_left(&mut self, to: Position) {
        self.change_pen(self.pen.towards_erasing());
        self.go(to);
        self.out.extend_from_slice(b"\x1b[1K");
    }

    /// Erases so many cells where the cursor is, and leaves it there.
    pub(super) fn erase_here(&mut self, columns: u16) {
        self.change_pen(self.pen.towards_erasing());
        self.out.extend_from_slice(b"\x1b[");
        digits(columns, &mut self.out);
        self.out.push(b'X');
    }

    /// Like [`Hand::go`], but writes a few unchanged cells again where that is shorter: from where the
    /// cursor is or would enter the row, or from a tab stop.
    pub(super) fn go_within_row(&mut self, to: Position, looks: &[Look]) {
        let near = match self.cursor {
            Some(from) if from == to => return,
            Some(from) if from.y == to.y && from.x < to.x => from.x,
            Some(from) if enters(from, to) => 0,
            Some(_) | None => return self.go(to),
        };
        let mut best = (self.way(to).len(), None);
        for x in [to.x / TAB * TAB, near] {
            let between = &looks[usize::from(x)..usize::from(to.x)];
            if let Some(bytes) = self.rewriting(between, looks[usize::from(to.x)]) {
                let start = Position::new(x, to.y);
                // Rather a blank than a move, if it is sure where it goes.
                let sure = self.cursor != Some(start) || self.doubt == 0;
                let all = self.way(start).len() + bytes;
                if all < best.0 + usize::from(sure) {
                    best = (all, Some((start, between)));
                }
            }
        }
        if let Some((start, between)) = best.1 {
            self.go(start);
            for look in between {
                if let Look::Head(cell, width) = look {
                    self.write(cell, *width, looks.len());
                }
            }
        }
        self.go(to);
    }

    /// How many bytes it takes to write these cells, if the pen changes at most to what it takes to
    /// write the next.
    fn rewriting(&self, looks: &[Look], next: Look) -> Option<usize> {
        let whole = matches!(looks.first(), Some(Look::Head(..)));
        if !whole || looks.len() > 5 {
            return None;
        }
        let mut pen = self.pen;
        let next = match next {
            Look::Head(cell, _) => pen.towards(cell),
            Look::Tail => pen,
        };
        let bytes = looks.iter().map(|look| match look {
            Look::Head(cell, _) => {
                let wanted = pen.towards(cell);
                let cheap = (wanted == pen || wanted == next) && !doubtful(cell.symbol());
                pen = wanted;
                cheap.then_some(cell.symbol().len())
            }
            Look::Tail => Some(0),
        });
        bytes.sum()
    }

    /// What is written from now on belongs to a link, or to none.
    pub(super) fn link(&mut self, link: Option<&Link>) {
        let number = link.map(|(_, number, _)| *number);
        if number == self.link {
            return;
        }
        self.link = number;
        self.out.extend_from_slice(b"\x1b]8;");
        if let Some((_, number, address)) = link {
            // Parts of one link on several rows are shown as one.
            self.out
                .extend_from_slice(format!("id={number};{address}").as_bytes());
        } else {
            self.out.push(b';');
        }
        self.out.extend_from_slice(b"\x1b\\");
    }

    /// Writes one character where the cursor is.
    pub(super) fn write(&mut self, cell: &Cell, width: u16, columns: usize) {
        self.change_pen(self.pen.towards(cell));
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
        self.doubt += u16::from(!symbol.is_ascii() && width == 1);
    }

    fn at(&mut self, position: Position) {
        self.cursor = Some(position);
        self.doubt = 0;
    }

    fn change_pen(&mut self, next: Pen) {
        self.pen.change(next, &mut self.out);
        self.pen = next;
    }

    /// Moves the cursor by the shortest way.
    pub(super) fn go(&mut self, to: Position) {
        if self.cursor != Some(to) {
            self.way(to).write(&mut self.out);
            self.at(to);
        }
    }

    fn way(&self, to: Position) -> Way {
        Way::shortest(self.cursor, self.doubt, to)
    }
}

/// A character of which terminals disagree how many columns it takes.
fn doubtful(symbol: &str) -> bool {
    !symbol.is_ascii() && symbol.chars().nth(1).is_some()
}
