//! Whatever is drawn, an independent emulator shows it, and nothing needless is written.

use std::io;

use plan::terminal::{Backend, Output};
use proptest::prelude::*;
use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::{Color, Modifier, Style};
use ratatui::{Terminal, TerminalOptions, Viewport};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Attributes that are visible on a blank cell.
const VISIBLE_ON_BLANK: Modifier = Modifier::REVERSED.union(Modifier::UNDERLINED);

/// Foreground, background, attributes.
type Look = (Color, Color, Modifier);

/// A terminal, as an independent emulator understands it.
struct Emulator {
    screen: vt100::Parser,
    written: Vec<u8>,
}

impl Output for Emulator {
    fn size(&self) -> Size {
        let (height, width) = self.screen.screen().size();
        Size::new(width, height)
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.screen.process(bytes);
        self.written.extend_from_slice(bytes);
        Ok(())
    }
}

fn terminal(width: u16, height: u16) -> Terminal<Backend<Emulator>> {
    let emulator = Emulator {
        screen: vt100::Parser::new(height, width, 0),
        written: Vec::new(),
    };
    let viewport = Viewport::Fixed(Rect::new(0, 0, width, height));
    Terminal::with_options(Backend::new(emulator), TerminalOptions { viewport })
        .expect("it asks for nothing")
}

/// Draws a frame and checks what the emulator shows. Gives what was written.
#[track_caller]
fn draw(
    terminal: &mut Terminal<Backend<Emulator>>,
    next: &Buffer,
    caret: Option<Position>,
) -> String {
    let drawn = terminal.draw(|frame| {
        frame.buffer_mut().clone_from(next);
        if let Some(caret) = caret {
            frame.set_cursor_position(caret);
        }
    });
    drawn.expect("an emulator takes everything");
    let emulator = &mut terminal.backend_mut().output;
    let written = String::from_utf8(std::mem::take(&mut emulator.written)).expect("it is UTF-8");
    let screen = emulator.screen.screen();
    let mut covered = 0;
    for (place, cell) in next.content.iter().enumerate() {
        let (x, y) = next.pos_of(place);
        let seen = screen.cell(y, x).expect("it is on the screen");
        if std::mem::take(&mut covered) > 0 {
            assert!(seen.is_wide_continuation(), "column {x} of row {y}");
            continue;
        }
        covered = cell.cell_width().saturating_sub(1);
        let text = if seen.has_contents() {
            seen.contents()
        } else {
            " "
        };
        assert_eq!(text, cell.symbol(), "column {x} of row {y}");
        let expected = (cell.fg, cell.bg, cell.modifier);
        let blank = text == " " && !cell.modifier.intersects(VISIBLE_ON_BLANK);
        let look = look_of(seen);
        assert_eq!(look.1, expected.1, "column {x} of row {y}");
        let hidden = blank && !look.2.intersects(VISIBLE_ON_BLANK);
        assert!(
            hidden || look == expected,
            "column {x} of row {y}: {look:?}, not {expected:?}"
        );
    }
    assert_eq!(screen.hide_cursor(), caret.is_none());
    if let Some(caret) = caret {
        assert_eq!(screen.cursor_position(), (caret.y, caret.x));
    }
    written.replace('\x1b', "^")
}

fn look_of(seen: &vt100::Cell) -> Look {
    let colour = |colour| match colour {
        vt100::Color::Default => Color::Reset,
        vt100::Color::Idx(1) => Color::Red,
        vt100::Color::Idx(12) => Color::LightBlue,
        vt100::Color::Idx(n) => Color::Indexed(n),
        vt100::Color::Rgb(r, g, b) => Color::Rgb(r, g, b),
    };
    let mut attributes = Modifier::empty();
    for (on, attribute) in [
        (seen.bold(), Modifier::BOLD),
        (seen.dim(), Modifier::DIM),
        (seen.italic(), Modifier::ITALIC),
        (seen.underline(), Modifier::UNDERLINED),
        (seen.inverse(), Modifier::REVERSED),
    ] {
        attributes.set(attribute, on);
    }
    (colour(seen.fgcolor()), colour(seen.bgcolor()), attributes)
}

fn lines(lines: &[&str]) -> Buffer {
    Buffer::with_lines(lines.iter().copied())
}

#[test]
fn an_unchanged_frame_writes_nothing() {
    let mut terminal = terminal(20, 3);
    let frame = lines(&[
        "plan                ",
        "数字乡村            ",
        "                    ",
    ]);
    draw(&mut terminal, &frame, Some(Position::new(4, 0)));
    assert_eq!(draw(&mut terminal, &frame, Some(Position::new(4, 0))), "");
    let moved = draw(&mut terminal, &frame, Some(Position::new(5, 0)));
    assert_eq!(moved, "^[?2026h^[6G^[?2026l");
    assert_eq!(draw(&mut terminal, &frame, None), "^[?2026h^[?25l^[?2026l");
    assert_eq!(draw(&mut terminal, &frame, None), "");
}

#[test]
fn wide_characters_need_no_moves_and_leave_no_halves() {
    let mut terminal = terminal(8, 1);
    let sent = draw(&mut terminal, &lines(&["数字乡村"]), None);
    assert!(sent.contains("数字乡村"), "{sent}");
    for text in [
        "a数字乡b",
        "数字乡村",
        "ab字  村",
        "  数   |",
        "        ",
        "a字字字b",
    ] {
        draw(&mut terminal, &lines(&[text]), None);
    }
}

#[test]
fn where_widths_are_in_doubt_the_next_character_gets_its_own_column() {
    let mut terminal = terminal(12, 1);
    let sent = draw(&mut terminal, &lines(&["a🚀b        "]), None);
    assert!(sent.contains("a  ^[2G🚀^[4Gb"), "{sent}");
}

#[test]
fn what_stays_beside_a_sign_in_doubt_is_not_blanked() {
    let mut terminal = terminal(12, 1);
    draw(&mut terminal, &lines(&["a e\u{301}e 🚀n z  "]), None);
    draw(&mut terminal, &lines(&["a ne xxn z  "]), None);
    draw(&mut terminal, &lines(&["a e\u{301}e 🚀n z  "]), None);
}

/// A terminal that draws every sign in doubt in one column, as older ones do; what a frame holds beside
/// them stands where it should, and nothing older is left.
struct Narrow {
    rows: Vec<Vec<String>>,
    at: (usize, usize),
}

impl Narrow {
    fn take(&mut self, sent: &str) {
        let mut rest = sent;
        while let Some(c) = rest.chars().next() {
            rest = &rest[c.len_utf8()..];
            match c {
                '\r' => self.at.1 = 0,
                '\n' => self.at.0 += 1,
                '\x1b' => {
                    let end = rest.find(char::is_alphabetic).expect("a sequence ends");
                    let numbers = rest[1..end]
                        .split(';')
                        .map(|number| number.parse().unwrap_or(1));
                    let numbers: Vec<usize> = numbers.collect();
                    match &rest[end..=end] {
                        "G" => self.at.1 = numbers[0] - 1,
                        "H" => self.at = (numbers[0] - 1, numbers.get(1).unwrap_or(&1) - 1),
                        _ => {}
                    }
                    rest = &rest[end + 1..];
                }
                c if c == '\u{fe0f}' || c == '\u{200d}' => {}
                c => {
                    let (row, column) = self.at;
                    let wide = matches!(c, '\u{3000}'..='\u{9fff}');
                    // Half of a wide character is none.
                    if self.rows[row][column + 1].is_empty() {
                        " ".clone_into(&mut self.rows[row][column + 1]);
                    }
                    self.rows[row][column] = c.to_string();
                    if wide {
                        self.rows[row][column + 1] = String::new();
                    }
                    self.at.1 += 1 + usize::from(wide);
                }
            }
        }
    }
}

#[test]
fn signs_whose_width_is_in_doubt_leave_nothing_old_and_shift_nothing() {
    for sign in [
        "🪿",
        "🚀",
        "🫨",
        "☎️",
        "⚠️",
        "🇨🇳",
        "👩‍🔬",
        "𝌆",
        "\u{13430}",
        "\u{1d2c0}",
        "क्षि",
        "㊙",
        "⿼",
        "\u{2ebf0}",
        "\u{31350}",
        "\u{323b0}",
    ] {
        let mut terminal = terminal(16, 2);
        let mut narrow = Narrow {
            rows: vec![vec![String::new(); 40]; 2],
            at: (0, 0),
        };
        let doubt = sign.width();
        let filler = "x".repeat(16);
        for line in [
            filler.clone(),
            format!("a{sign}b数{}|", " ".repeat(16 - 5 - doubt)),
            filler.clone(),
            format!("{sign}{sign}{}|c", " ".repeat(16 - 2 - 2 * doubt)),
            format!("{sign}{}|d", " ".repeat(16 - 2 - doubt)),
            format!("ab{}{sign}", " ".repeat(16 - 2 - doubt)),
            filler,
        ] {
            let next = lines(&[&line, &line]);
            let drawn = terminal.draw(|frame| frame.buffer_mut().clone_from(&next));
            drawn.expect("an emulator takes everything");
            let sent = std::mem::take(&mut terminal.backend_mut().output.written);
            narrow.take(&String::from_utf8(sent).expect("it is UTF-8"));
            // What stands in each column, where that is not in doubt.
            let mut column = 0;
            for grapheme in UnicodeSegmentation::graphemes(line.as_str(), true) {
                for row in &narrow.rows {
                    let drawn = &row[column];
                    let as_meant = drawn == grapheme || (grapheme == sign && drawn != "x");
                    assert!(as_meant, "{sign}: {line}: {row:?} at {column}");
                    let beside = grapheme == sign && doubt == 2;
                    assert!(!beside || row[column + 1] != "x", "{sign}: {line}: {row:?}");
                }
                column += grapheme.width();
            }
        }
    }
}

#[test]
fn the_pen_is_kept_from_cell_to_cell() {
    let mut terminal = terminal(8, 1);
    draw(&mut terminal, &lines(&["        "]), None);
    let mut next = lines(&["ab cd ef"]);
    next.set_style(Rect::new(0, 0, 2, 1), Style::new().bold().red());
    next.set_style(
        Rect::new(3, 0, 2, 1),
        Style::new().bold().fg(Color::Indexed(208)),
    );
    let sent = draw(&mut terminal, &next, None);
    assert_eq!(
        sent,
        "^[?2026h^[1;31m^[1Hab^[38;5;208m^[4Gcd^[m^[7Gef^[?2026l"
    );
}

#[test]
fn a_resize_writes_the_frame_anew() {
    let mut terminal = terminal(10, 2);
    let frame = lines(&["plan      ", "5g        "]);
    draw(&mut terminal, &frame, None);
    terminal
        .backend_mut()
        .output
        .screen
        .process(b"\x1b[2Jrubbish\x1b[31m");
    terminal.resize(frame.area).expect("it asks for nothing");
    draw(&mut terminal, &frame, None);
}

#[test]
fn no_control_character_is_written() {
    use ratatui::backend::Backend as _;
    for symbol in ["\x07", "\x1b[31m", "\u{9b}2J"] {
        let mut backend = Backend::new(Emulator {
            screen: vt100::Parser::new(1, 3, 0),
            written: Vec::new(),
        });
        let mut cell = Cell::EMPTY;
        cell.set_symbol(symbol);
        let drawn = backend.draw([(1, 0, &cell)].into_iter());
        let shown = drawn.and_then(|()| backend.flush());
        shown.expect("an emulator takes everything");
        let written = String::from_utf8_lossy(&backend.output.written).into_owned();
        assert!(!written.contains(symbol), "{written:?}");
    }
}

fn style() -> impl Strategy<Value = Style> {
    prop_oneof![
        5 => Just(Style::new()),
        1 => Just(Style::new().bold()),
        1 => Just(Style::new().reversed()),
        1 => Just(Style::new().red().dim()),
        1 => Just(Style::new().on_red().underlined()),
        1 => Just(Style::new().light_blue().on_light_blue()),
        1 => Just(Style::new().fg(Color::Rgb(1, 20, 255)).bg(Color::Indexed(208))),
    ]
}

/// A frame of runs of one character each, as the explorer draws them: wide characters lie whole within
/// it, and their hidden halves are empty.
fn frame(width: u16, height: u16) -> impl Strategy<Value = Buffer> {
    let symbol = prop_oneof![
        6 => Just(" "),
        3 => proptest::sample::select(vec!["a", "b", "|", "│", "é", "●"]),
        2 => proptest::sample::select(vec!["数", "字", "乡"]),
    ];
    let cells = usize::from(width) * usize::from(height);
    let runs = proptest::collection::vec((symbol, style(), 1..12usize), cells);
    runs.prop_map(move |runs| {
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
        let all = runs.into_iter();
        let mut all = all.flat_map(|(symbol, style, n)| std::iter::repeat_n((symbol, style), n));
        for y in 0..height {
            let mut x = 0;
            while x < width {
                let (symbol, style) = all.next().expect("there are enough");
                let room = usize::from(width - x);
                let next = buffer.set_stringn(x, y, symbol, room, style).0.max(x + 1);
                if next > x + 1 {
                    buffer[(x + 1, y)].set_symbol("");
                }
                x = next;
            }
        }
        buffer
    })
}

proptest! {
    #[test]
    fn any_frame_after_any_other_is_shown(frames in proptest::collection::vec(frame(31, 4), 1..6)) {
        let mut terminal = terminal(31, 4);
        let caret = Some(Position::new(3, 1));
        for next in &frames {
            draw(&mut terminal, next, caret);
            prop_assert_eq!(draw(&mut terminal, next, caret), "");
        }
    }
}
