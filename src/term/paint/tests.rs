//! Whatever is painted, an independent emulator shows it, and nothing needless is sent.

use super::*;
use proptest::prelude::*;
use ratatui::layout::Rect;
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
fn blanks_before_what_stays_are_erased_where_they_are() {
    let mut seen = Seen::new(30, 2);
    seen.paint(
        &lines(&[
            "a long name of it | its page  ",
            "数字乡村发展行动  | 数字      ",
        ]),
        None,
    );
    let next = lines(&[
        "a name            | new page  ",
        "数                | 数字      ",
    ]);
    let sent = seen.paint(&next, None);
    seen.shows(&next);
    assert_eq!(sent, "^[?2026h^[1;3Hname ^[10X^[21Gnew\r\n数^[14X^[?2026l");
}

#[test]
fn a_gap_is_written_again_with_the_pen_that_follows() {
    let mut seen = Seen::new(20, 1);
    seen.paint(&lines(&["NRTA  named in      "]), None);
    let mut next = lines(&["NATC  noted at      "]);
    next.set_style(Rect::new(0, 0, 4, 1), Style::new().bold());
    let sent = seen.paint(&next, None);
    seen.shows(&next);
    assert_eq!(sent, "^[?2026h\r^[1mNATC  ^[mnoted at^[?2026l");
}

#[test]
fn tab_stops_lead_to_columns() {
    let mut seen = Seen::new(60, 3);
    let next = lines(&[
        "short     |     text at a stop, and     more of it          ",
        "数字…     |     text at a stop                              ",
        "five whole…     text at a stop                              ",
    ]);
    let sent = seen.paint(&next, None);
    seen.shows(&next);
    let rows: Vec<&str> = sent.split('\n').collect();
    assert!(
        rows[0].ends_with("short\t  |\ttext at a stop, and\tmore of it\r"),
        "{sent}"
    );
    // Where the character before may be wider, the next stop is still the same, or it isn't.
    assert_eq!(rows[1], "数字…\t  |\ttext at a stop\r");
    assert!(rows[2].starts_with("five whole…\ttext at a stop"), "{sent}");
    let next = lines(&[
        "…       a       …   b                                       ",
        "       …     a                                              ",
        "                                                            ",
    ]);
    let mut seen = Seen::new(60, 3);
    let sent = seen.paint(&next, None);
    seen.shows(&next);
    let rows: Vec<&str> = sent.split('\n').collect();
    assert!(rows[0].ends_with("…\ta\t…   b"), "{sent}");
    assert!(rows[1].ends_with("…^[14Ga^[?25l^[?2026l"), "{sent}");
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

/// A link on one row.
fn to(x: u16, y: u16, width: u16, address: &str) -> Link {
    (Rect::new(x, y, width, 1), 3, address.to_owned())
}

#[test]
fn a_link_is_opened_and_closed_around_its_text() {
    let mut seen = Seen::new(30, 2);
    let frame = lines(&[
        "see https://a.example/x       ",
        "and b                         ",
    ]);
    let link = || vec![to(4, 0, 19, "https://a.example/x")];
    seen.painter.link(link());
    let sent = seen.paint(&frame, None);
    seen.shows(&frame);
    let open = "^]8;id=3;https://a.example/x^\\https://a.example/x^]8;;^\\";
    assert!(sent.contains(open), "{sent}");
    // The same again is nothing; a link that is gone takes its text with it.
    seen.painter.link(link());
    assert_eq!(seen.paint(&frame, None), "");
    seen.painter.link(Vec::new());
    let sent = seen.paint(&frame, None);
    assert!(sent.contains("https://a.example/x"), "{sent}");
    assert!(!sent.contains("]8;"), "{sent}");
    assert_eq!(seen.paint(&frame, None), "");
}

#[test]
fn only_addresses_of_the_web_are_links() {
    let mut seen = Seen::new(10, 1);
    let frame = lines(&["address   "]);
    for address in [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "https://a.example/\x1b\\\x1b]52;c;eA==\x07",
        "https://a.example/a b",
        "https://a.example/数",
        &format!("https://a.example/{}", "x".repeat(3000)),
    ] {
        seen.painter.forget();
        seen.painter.link(vec![to(0, 0, 7, address)]);
        let sent = seen.paint(&frame, None);
        assert!(!sent.contains("^]"), "{address}: {sent}");
    }
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

/// Which cells of a frame belong to which link, by what was sent: the bytes between two changes of
/// the link are shown on a screen full of a sign that no frame has, and what they replace is theirs.
struct Linked {
    cells: Vec<Option<String>>,
    open: Option<String>,
}

impl Linked {
    fn take(&mut self, before: &vt100::Screen, sent: &str) {
        let mut screen = before.clone();
        for piece in sent.split_inclusive("\x1b\\") {
            let (plain, change) = match piece.split_once("\x1b]8;") {
                Some((plain, change)) => (plain, Some(change)),
                None => (piece, None),
            };
            self.written(&mut screen, plain);
            if let Some(change) = change.map(|change| change.trim_end_matches("\x1b\\")) {
                let address = change.split_once(';').map_or("", |(_, address)| address);
                self.open = (!address.is_empty()).then(|| address.to_owned());
            }
        }
    }

    fn written(&mut self, screen: &mut vt100::Screen, bytes: &str) {
        let (rows, columns) = screen.size();
        let mut scratch = vt100::Parser::new(rows, columns, 0);
        let (y, x) = screen.cursor_position();
        let full = format!("\x1b[H{}", "Z".repeat(usize::from(rows * columns)));
        scratch.process(format!("{full}\x1b[{};{}H", y + 1, x + 1).as_bytes());
        scratch.process(bytes.as_bytes());
        for (place, cell) in self.cells.iter_mut().enumerate() {
            let (y, x) = (column(place) / columns, column(place) % columns);
            let seen = scratch.screen().cell(y, x);
            if seen.is_some_and(|seen| seen.contents() != "Z") {
                cell.clone_from(&self.open);
            }
        }
        *screen = scratch.screen().clone();
    }
}

proptest! {
    #[test]
    fn links_lie_where_they_shall(
        frames in proptest::collection::vec((frame(31, 4), 0u16..31, 0u16..4, 1u16..12), 1..6),
    ) {
        let mut seen = Seen::new(31, 4);
        let mut linked = Linked { cells: vec![None; 31 * 4], open: None };
        for (next, x, y, width) in frames {
            let address = format!("https://a.example/{x}");
            seen.painter.link(vec![to(x, y, width, &address)]);
            let before = seen.screen.screen().clone();
            let sent = seen.paint(&next, Some(Position::new(3, 1))).replace('^', "\x1b");
            seen.shows(&next);
            linked.take(&before, &sent);
            prop_assert_eq!(&linked.open, &None);
            for row in 0..4u16 {
                for (at, look) in look(row_of(&next, row)).into_iter().enumerate() {
                    let inside = row == y && column(at) >= x && column(at) < x + width;
                    let is = linked.cells[usize::from(row) * 31 + at].is_some();
                    // A blank need not be part of a link; half a character goes with the other.
                    if matches!(look, Look::Head(..)) && !look.is_blank() {
                        prop_assert_eq!(is, inside, "column {} of row {}", at, row);
                    }
                    if !inside && matches!(look, Look::Head(..)) {
                        prop_assert!(!is, "column {} of row {}", at, row);
                    }
                }
            }
        }
    }

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
