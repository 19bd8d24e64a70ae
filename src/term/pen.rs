//! The pen: which colours and attributes the terminal writes with, and the shortest way to change
//! them. A blank shows only its background, so it never makes the pen change its ink.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

/// Attributes that show on a blank cell too.
const SHOW_ON_BLANK: Modifier = Modifier::REVERSED
    .union(Modifier::UNDERLINED)
    .union(Modifier::CROSSED_OUT)
    .union(Modifier::SLOW_BLINK)
    .union(Modifier::RAPID_BLINK);

/// Each attribute with the parameter that sets it and the one that takes it off.
const ATTRIBUTES: [(Modifier, u8, u8); 9] = [
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::SLOW_BLINK, 5, 25),
    (Modifier::RAPID_BLINK, 6, 25),
    (Modifier::REVERSED, 7, 27),
    (Modifier::HIDDEN, 8, 28),
    (Modifier::CROSSED_OUT, 9, 29),
];

/// Colours and attributes, of a cell or of the terminal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Pen {
    ink: Color,
    paper: Color,
    attributes: Modifier,
}

impl Pen {
    /// How `cell` is to be written.
    pub(super) fn of(cell: &Cell) -> Pen {
        Pen {
            ink: cell.fg,
            paper: cell.bg,
            attributes: cell.modifier,
        }
    }

    /// A blank written with this pen is what erasing leaves behind.
    pub(super) fn is_plain_on_blank(self) -> bool {
        self.paper == Color::Reset && !self.attributes.intersects(SHOW_ON_BLANK)
    }

    /// Its ink, its paper, its attributes.
    pub(super) fn parts(self) -> (Color, Color, Modifier) {
        (self.ink, self.paper, self.attributes)
    }

    /// What can be seen of it on a character: of one that writes a blank only the background.
    pub(super) fn as_seen_on(self, symbol: &str) -> Pen {
        if symbol == " " && !self.attributes.intersects(SHOW_ON_BLANK) {
            return Pen {
                paper: self.paper,
                ..Pen::default()
            };
        }
        self
    }

    /// The pen nearest to `self` that writes `cell` as it should look.
    pub(super) fn towards(self, cell: &Cell) -> Pen {
        let wanted = Pen::of(cell);
        if cell.symbol() == " " && !wanted.attributes.intersects(SHOW_ON_BLANK) {
            let attributes = self.attributes.difference(SHOW_ON_BLANK);
            return Pen {
                paper: wanted.paper,
                attributes,
                ..self
            };
        }
        wanted
    }

    /// The pen nearest to `self` that erases to the plain background.
    pub(super) fn towards_erasing(self) -> Pen {
        self.towards(&Cell::EMPTY)
    }

    /// Appends the shortest sequence that turns `self` into `next`; nothing if they are equal.
    pub(super) fn change(self, next: Pen, out: &mut Vec<u8>) {
        if self == next {
            return;
        }
        let mut difference = Vec::with_capacity(24);
        self.difference(next, &mut difference);
        let mut afresh = Vec::with_capacity(24);
        if next != Pen::default() {
            // An empty first parameter is 0, which takes everything off.
            afresh.push(b';');
            Pen::default().difference(next, &mut afresh);
        }
        out.extend_from_slice(b"\x1b[");
        out.extend(if difference.len() <= afresh.len() {
            difference
        } else {
            afresh
        });
        out.push(b'm');
    }

    /// The parameters that lead from `self` to `next` without starting afresh.
    fn difference(self, next: Pen, out: &mut Vec<u8>) {
        let mut kept = self.attributes;
        for (attribute, _, off) in ATTRIBUTES {
            if kept.contains(attribute) && !next.attributes.contains(attribute) {
                parameter(off, out);
                for (same, _, also) in ATTRIBUTES {
                    if also == off {
                        kept.remove(same);
                    }
                }
            }
        }
        for (attribute, on, _) in ATTRIBUTES {
            if next.attributes.contains(attribute) && !kept.contains(attribute) {
                parameter(on, out);
            }
        }
        if self.ink != next.ink {
            colour(next.ink, 30, out);
        }
        if self.paper != next.paper {
            colour(next.paper, 40, out);
        }
    }
}

fn parameter(value: u8, out: &mut Vec<u8>) {
    if !matches!(out.last(), None | Some(b';')) {
        out.push(b';');
    }
    digits(u16::from(value), out);
}

/// The parameters of a colour; `base` is 30 for ink and 40 for paper.
fn colour(colour: Color, base: u8, out: &mut Vec<u8>) {
    let plain = |n| base + n;
    let bright = |n| base + 60 + n;
    parameter(
        match colour {
            Color::Reset => plain(9),
            Color::Black => plain(0),
            Color::Red => plain(1),
            Color::Green => plain(2),
            Color::Yellow => plain(3),
            Color::Blue => plain(4),
            Color::Magenta => plain(5),
            Color::Cyan => plain(6),
            Color::Gray => plain(7),
            Color::DarkGray => bright(0),
            Color::LightRed => bright(1),
            Color::LightGreen => bright(2),
            Color::LightYellow => bright(3),
            Color::LightBlue => bright(4),
            Color::LightMagenta => bright(5),
            Color::LightCyan => bright(6),
            Color::White => bright(7),
            Color::Indexed(_) | Color::Rgb(..) => plain(8),
        },
        out,
    );
    match colour {
        Color::Indexed(n) => {
            parameter(5, out);
            parameter(n, out);
        }
        Color::Rgb(red, green, blue) => {
            parameter(2, out);
            for part in [red, green, blue] {
                parameter(part, out);
            }
        }
        _ => {}
    }
}

/// Appends `n` in decimal digits.
pub(super) fn digits(n: u16, out: &mut Vec<u8>) {
    if n >= 10 {
        digits(n / 10, out);
    }
    out.push(b'0' + u8::try_from(n % 10).expect("a remainder of ten"));
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::style::Style;

    fn pen(style: Style) -> Pen {
        let mut cell = Cell::new("x");
        cell.set_style(style);
        Pen::of(&cell)
    }

    #[track_caller]
    fn changes(from: Style, to: Style, expected: &str) {
        let mut out = Vec::new();
        pen(from).change(pen(to), &mut out);
        assert_eq!(String::from_utf8_lossy(&out).replace('\x1b', "^"), expected);
    }

    #[test]
    fn the_shortest_change_is_written() {
        let plain = Style::new();
        changes(plain, plain, "");
        changes(plain, plain.bold(), "^[1m");
        changes(plain.bold(), plain, "^[m");
        changes(plain.bold().red(), plain.red(), "^[22m");
        changes(plain.bold().dim(), plain.dim(), "^[;2m");
        changes(plain.bold().dim().red(), plain.dim().red(), "^[22;2m");
        changes(plain.red(), plain.light_blue(), "^[94m");
        changes(
            plain.red().bold().underlined().on_blue(),
            plain.green(),
            "^[;32m",
        );
        changes(plain, plain.fg(Color::Indexed(208)), "^[38;5;208m");
        changes(plain, plain.bg(Color::Rgb(1, 20, 255)), "^[48;2;1;20;255m");
    }

    #[test]
    fn a_blank_does_not_change_the_ink() {
        let pen = pen(Style::new().red().bold());
        assert_eq!(pen.towards(&Cell::new(" ")), pen);
        let mut reversed = Cell::new(" ");
        reversed.set_style(Style::new().reversed());
        assert_eq!(pen.towards(&reversed), Pen::of(&reversed));
        assert_eq!(Pen::of(&reversed).towards(&Cell::new(" ")), Pen::default());
    }
}
