//! Whatever is painted, an independent emulator shows it, and nothing needless is sent.

use super::*;
use proptest::prelude::*;
use ratatui::style::{Color, Modifier, Style};

/// A terminal, as an independent emulator understands it.
struct Seen {
    painter: Painter,
    screen: vt100::Parser,
    sent: usize,
}

impl Seen {
    fn new(width: u16, height: u16) -> Seen {
        let screen = vt100::Parser::new(height, width, 0);
        Seen {
            painter: Painter::new(),
            screen,
            sent: 0,
        }
    }

    fn paint(&mut self, next: &Buffer, cursor: Option<Position>) -> String {
        self.painter.begin();
        self.painter.cells(next);
        let bytes = self.painter.end(cursor).to_vec();
        self.sent = bytes.len();
        self.screen.process(&bytes);
        String::from_utf8(bytes)
            .expect("frames are UTF-8")
            .replace('\x1b', "^")
    }

    #[track_caller]
    fn shows(&self, next: &Buffer) {
        for y in 0..next.area.height {
            for (x, look) in look(row_of(next, y)).into_iter().enumerate() {
                let seen = self
                    .screen
                    .screen()
                    .cell(y, column(x))
                    .expect("it is on the screen");
                let Look::Head(cell, _) = look else {
                    assert!(seen.is_wide_continuation(), "column {x} of row {y}");
                    continue;
                };
                let text = if seen.has_contents() {
                    seen.contents()
                } else {
                    " "
                };
                assert_eq!(text, cell.symbol(), "column {x} of row {y}");
                let pen = Pen::of(cell);
                assert_eq!(
                    pen_of(seen).towards(cell),
                    pen_of(seen),
                    "column {x} of row {y}: {pen:?}"
                );
            }
        }
    }
}

fn pen_of(seen: &vt100::Cell) -> Pen {
    let colour = |colour| match colour {
        vt100::Color::Default => Color::Reset,
        vt100::Color::Idx(1) => Color::Red,
        vt100::Color::Idx(n) => Color::Indexed(n),
        vt100::Color::Rgb(r, g, b) => Color::Rgb(r, g, b),
    };
    let mut cell = Cell::new("x");
    cell.set_fg(colour(seen.fgcolor()))
        .set_bg(colour(seen.bgcolor()));
    for (on, attribute) in [
        (seen.bold(), Modifier::BOLD),
        (seen.dim(), Modifier::DIM),
        (seen.italic(), Modifier::ITALIC),
        (seen.underline(), Modifier::UNDERLINED),
        (seen.inverse(), Modifier::REVERSED),
    ] {
        cell.modifier.set(attribute, on);
    }
    Pen::of(&cell)
}

fn lines(lines: &[&str]) -> Buffer {
    Buffer::with_lines(lines.iter().copied())
}

#[test]
fn an_unchanged_frame_sends_nothing() {
    let mut seen = Seen::new(20, 3);
    let frame = lines(&[
        "plan                ",
        "数字乡村            ",
        "                    ",
    ]);
    seen.paint(&frame, Some(Position::new(4, 0)));
    seen.shows(&frame);
    assert_eq!(seen.paint(&frame, Some(Position::new(4, 0))), "");
    assert_eq!(
        seen.paint(&frame, Some(Position::new(5, 0))),
        "^[?2026h^[C^[?2026l"
    );
    assert_eq!(seen.paint(&frame, None), "^[?2026h^[?25l^[?2026l");
    assert_eq!(seen.paint(&frame, None), "");
}

#[test]
fn blanks_are_erased_and_near_changes_joined() {
    let mut seen = Seen::new(40, 2);
    let prompt = "> 5g and something that is longer      |";
    seen.paint(
        &lines(&[prompt, "a b c d                                 "]),
        None,
    );
    let next = lines(&[
        "                                       |",
        "A b C d                                 ",
    ]);
    let sent = seen.paint(&next, None);
    seen.shows(&next);
    assert_eq!(sent, "^[?2026h^[1;33H^[1K\r\nA b C^[?2026l");
}

#[test]
fn wide_characters_leave_no_halves() {
    let mut seen = Seen::new(8, 1);
    for text in [
        "数字乡村",
        "a数字乡b",
        "数字乡村",
        "ab字  村",
        "  数   |",
        "        ",
        "a字字字b",
    ] {
        let frame = lines(&[text]);
        seen.paint(&frame, None);
        seen.shows(&frame);
    }
}

#[test]
fn what_stands_on_half_a_wide_character_does_not_shift_the_row() {
    let mut seen = Seen::new(6, 1);
    let mut frame = lines(&["数字ab"]);
    seen.paint(&frame, None);
    frame[(3, 0)].set_symbol("|");
    frame[(5, 0)].set_symbol("字");
    seen.paint(&frame, None);
    seen.shows(&frame);
    assert_eq!(seen.screen.screen().contents().trim_end(), "数字a");
}

#[test]
fn after_a_resize_or_a_loss_the_frame_is_whole() {
    let mut seen = Seen::new(10, 2);
    let frame = lines(&["plan      ", "5g        "]);
    seen.paint(&frame, None);
    seen.screen.process(b"\x1b[2Jrubbish\x1b[31m");
    seen.painter.forget();
    seen.paint(&frame, None);
    seen.shows(&frame);
    let small = lines(&["pl"]);
    seen.paint(&small, None);
    assert_eq!(seen.screen.screen().contents(), "pl");
}

fn cell() -> impl Strategy<Value = Cell> {
    let symbol = prop_oneof![
        6 => Just(" "),
        3 => proptest::sample::select(vec!["a", "b", "|", "│", "é", "●"]),
        2 => proptest::sample::select(vec!["数", "字", "乡"]),
    ];
    let style = prop_oneof![
        5 => Just(Style::new()),
        1 => Just(Style::new().bold()),
        1 => Just(Style::new().reversed()),
        1 => Just(Style::new().red().dim()),
        1 => Just(Style::new().on_red().underlined()),
    ];
    (symbol, style).prop_map(|(symbol, style)| {
        let mut cell = Cell::EMPTY;
        cell.set_symbol(symbol).set_style(style);
        cell
    })
}

fn frame(width: u16, height: u16) -> impl Strategy<Value = Buffer> {
    let cells = usize::from(width) * usize::from(height);
    let runs = proptest::collection::vec((cell(), 1..12usize), cells);
    runs.prop_map(move |runs| {
        let all = runs
            .into_iter()
            .flat_map(|(cell, n)| std::iter::repeat_n(cell, n));
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
        for (place, cell) in buffer.content.iter_mut().zip(all) {
            *place = cell;
        }
        buffer
    })
}

proptest! {
    #[test]
    fn any_frame_after_any_other_is_shown(frames in proptest::collection::vec(frame(31, 4), 1..6)) {
        let mut seen = Seen::new(31, 4);
        for next in &frames {
            seen.paint(next, Some(Position::new(3, 1)));
            seen.shows(next);
            prop_assert_eq!(seen.screen.screen().cursor_position(), (1, 3));
            prop_assert_eq!(seen.paint(next, Some(Position::new(3, 1))), "");
        }
    }
}
