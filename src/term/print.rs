//! What the terminal shows, in small. A copy of its cells would take three times the memory, and all
//! that is ever asked of them is whether other cells look the same.

use ratatui::layout::Size;
use ratatui::style::Color;

use super::paint::Look;
use super::pen::Pen;

/// All that can be seen in a cell: the character's bytes, its columns, colours and attributes, mixed
/// to 64 bits. That two which look different come out alike is not to be expected in anybody's time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Print(u64);

/// The prints of all cells.
#[derive(Debug, Default)]
pub(super) struct Prints {
    size: Size,
    cells: Vec<Print>,
}

impl Prints {
    /// Those of a screen without anything on it.
    pub(super) fn blank(size: Size) -> Prints {
        let cells = usize::from(size.width) * usize::from(size.height);
        Prints {
            size,
            cells: vec![Print::BLANK; cells],
        }
    }

    pub(super) fn size(&self) -> Size {
        self.size
    }

    /// Takes over what a row looks like. Gives for each cell whether that is different from before;
    /// nothing if none is.
    pub(super) fn take_row(&mut self, y: u16, looks: &[Look]) -> Option<Vec<bool>> {
        let start = usize::from(y) * usize::from(self.size.width);
        let shown = self.cells.get_mut(start..start + looks.len())?;
        let mut pairs = shown.iter().zip(looks);
        let first = pairs.position(|(shown, look)| *shown != Print::of(look))?;
        let mut changed = vec![false; looks.len()];
        let mut head = true;
        let cells = shown.iter_mut().zip(looks).zip(&mut changed).skip(first);
        for ((shown, look), changed) in cells {
            let next = Print::of(look);
            // A tail has changed if its head has.
            if next != Print::TAIL || *shown != Print::TAIL {
                head = *shown != next;
            }
            (*shown, *changed) = (next, head);
        }
        Some(changed)
    }
}

impl Print {
    /// A cell that is covered by the character to its left.
    const TAIL: Print = Print(0);
    /// A cell with nothing on it.
    const BLANK: Print = Print::mixed(b' ' as u64, 1);

    fn of(look: &Look) -> Print {
        match look {
            Look::Head(cell, width) => {
                let symbol = cell.symbol();
                let pen = Pen::of(cell).as_seen_on(symbol);
                Print::mixed(bytes(symbol), manner(pen, *width))
            }
            Look::Tail => Print::TAIL,
        }
    }

    /// The halves of a product together depend on every bit of both factors (Wang Yi's `wyhash`).
    #[expect(clippy::cast_possible_truncation, reason = "each half by itself")]
    const fn mixed(symbol: u64, manner: u64) -> Print {
        let one = (symbol ^ 0x9E37_79B9_7F4A_7C15) as u128;
        let product = one * (manner ^ 0x6A09_E667_F3BC_C909) as u128;
        Print(product as u64 ^ (product >> 64) as u64)
    }
}

/// The bytes of a character as a number. Those of longer ones are mixed (FNV-1a, 64 bits).
fn bytes(symbol: &str) -> u64 {
    let bytes = symbol.bytes();
    if symbol.len() <= 8 {
        return bytes.rev().fold(0, |all, byte| all << 8 | u64::from(byte));
    }
    bytes.fold(0xCBF2_9CE4_8422_2325, |all, byte| {
        (all ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3)
    })
}

/// From the lowest bits up: columns (2), attributes (9), ink and paper (26 each).
fn manner(pen: Pen, width: u16) -> u64 {
    let (ink, paper, attributes) = pen.parts();
    u64::from(width)
        | u64::from(attributes.bits()) << 2
        | u64::from(colour(ink)) << 11
        | u64::from(colour(paper)) << 37
}

/// A number for each colour; 0 for the terminal's own.
fn colour(colour: Color) -> u32 {
    let indexed = |n: u8| 1 << 24 | u32::from(n);
    match colour {
        Color::Reset => 0,
        Color::Black => 1,
        Color::Red => 2,
        Color::Green => 3,
        Color::Yellow => 4,
        Color::Blue => 5,
        Color::Magenta => 6,
        Color::Cyan => 7,
        Color::Gray => 8,
        Color::DarkGray => 9,
        Color::LightRed => 10,
        Color::LightGreen => 11,
        Color::LightYellow => 12,
        Color::LightBlue => 13,
        Color::LightMagenta => 14,
        Color::LightCyan => 15,
        Color::White => 16,
        Color::Indexed(n) => indexed(n),
        Color::Rgb(red, green, blue) => u32::from_be_bytes([2, red, green, blue]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::buffer::Cell;
    use ratatui::style::{Modifier, Style};

    fn print(symbol: &'static str, style: Style, width: u16) -> Print {
        let mut cell = Cell::new(symbol);
        cell.set_style(style);
        Print::of(&Look::Head(&cell, width))
    }

    #[test]
    fn what_looks_different_has_another_print() {
        let plain = Style::new();
        let all = Modifier::all();
        let prints = [
            Print::TAIL,
            print(" ", plain, 1),
            print(" ", plain.reversed(), 1),
            print(" ", plain.on_red(), 1),
            print("a", plain, 1),
            print("a", plain.red(), 1),
            print("a", plain.on_red(), 1),
            print("a", plain.fg(Color::Indexed(1)), 1),
            print("a", plain.fg(Color::Rgb(0, 0, 1)), 1),
            print("a", plain.add_modifier(all), 1),
            print("a", plain.add_modifier(all - Modifier::BOLD), 1),
            print("规", plain, 1),
            print("规", plain, 2),
            print("👩‍👩‍👧", plain, 2),
            print("👩‍👩‍👦", plain, 2),
        ];
        for (number, one) in prints.iter().enumerate() {
            assert!(!prints[..number].contains(one), "{number}: {one:?}");
        }
    }

    #[test]
    fn the_ink_of_a_blank_is_not_seen() {
        assert_eq!(print(" ", Style::new().red().bold(), 1), Print::BLANK);
    }
}
