//! Writes frames: ratatui decides which cells have changed, this turns them into bytes.
//!
//! The stock `CrosstermBackend` moves the cursor before every wide character and resets the colours
//! around every change, which doubles the bytes of a key in English and triples them in Chinese. Here
//! the pen (colours and attributes) is kept from cell to cell, moves go to absolute columns, and a
//! frame is one write between the marks of synchronized output; one that changes nothing is none.

use std::collections::BTreeMap;
use std::io::{self, Write};

use ratatui::backend::{ClearType, WindowSize};
use ratatui::buffer::{Cell, CellWidth};
use ratatui::layout::{Position, Size};
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthChar;

/// Clears the screen with the pen of the start.
const CLEAR: &[u8] = b"\x1b[m\x1b[2J";

/// The SGR parameter that sets each attribute that the themes use.
const ATTRIBUTES: [(Modifier, u8); 5] = [
    (Modifier::BOLD, 1),
    (Modifier::DIM, 2),
    (Modifier::ITALIC, 3),
    (Modifier::UNDERLINED, 4),
    (Modifier::REVERSED, 7),
];

/// The named colours, in the order of their SGR parameters.
#[rustfmt::skip]
const NAMED: [Color; 16] = [
    Color::Black, Color::Red, Color::Green, Color::Yellow,
    Color::Blue, Color::Magenta, Color::Cyan, Color::Gray,
    Color::DarkGray, Color::LightRed, Color::LightGreen, Color::LightYellow,
    Color::LightBlue, Color::LightMagenta, Color::LightCyan, Color::White,
];

/// Where the bytes of a [`Backend`] go.
pub trait Output {
    /// The size of the terminal, in columns and rows.
    fn size(&self) -> Size;

    /// Writes all of `bytes`.
    /// # Errors
    /// The terminal is gone.
    fn write(&mut self, bytes: &[u8]) -> io::Result<()>;
}

/// A ratatui backend over any [`Output`].
#[derive(Debug)]
pub struct Backend<O> {
    /// Where the bytes go.
    pub output: O,
    /// The frame so far.
    frame: Vec<u8>,
    pen: Pen,
    /// The columns of the terminal, asked once a frame.
    width: u16,
    /// The rows and columns where signs stand whose width is in doubt, and the width that is counted.
    doubts: BTreeMap<(u16, u16), u16>,
    /// The row of the terminal's cursor, and the column where it is certain.
    at: Option<(u16, Option<u16>)>,
    /// Where the cursor has to stand after the frame; `None` hides it.
    caret: Option<Position>,
    /// Whether the terminal shows its cursor; `None` if unknown.
    visible: Option<bool>,
}

/// Colours and attributes that the terminal writes with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Pen {
    fg: Color,
    bg: Color,
    attributes: Modifier,
}

impl<O: Output> Backend<O> {
    /// A backend over a terminal of which nothing is known: the first frame clears it.
    pub fn new(output: O) -> Backend<O> {
        Backend {
            output,
            frame: CLEAR.to_vec(),
            width: 0,
            doubts: BTreeMap::new(),
            pen: Pen::default(),
            at: None,
            caret: None,
            visible: None,
        }
    }

    fn put(&mut self, text: std::fmt::Arguments) {
        // A vector takes everything.
        let _ = self.frame.write_fmt(text);
    }

    fn move_to(&mut self, x: u16, y: u16) {
        match self.at {
            Some((row, Some(column))) if (column, row) == (x, y) => return,
            Some((row, _)) if x == 0 && row == y => self.put(format_args!("\r")),
            Some((row, _)) if x == 0 && row + 1 == y => self.put(format_args!("\r\n")),
            Some((row, _)) if row == y => self.put(format_args!("\x1b[{}G", x + 1)),
            Some((row, _)) if row + 1 == y => self.put(format_args!("\n\x1b[{}G", x + 1)),
            _ if x == 0 => self.put(format_args!("\x1b[{}H", y + 1)),
            _ => self.put(format_args!("\x1b[{};{}H", y + 1, x + 1)),
        }
        self.at = Some((y, Some(x)));
    }

    fn set_pen(&mut self, next: Pen) {
        if next == self.pen {
            return;
        }
        let mut codes = Vec::new();
        // There is no short way to take single attributes off that all terminals know.
        if !next.attributes.contains(self.pen.attributes) {
            codes.push(String::new());
            self.pen = Pen::default();
        }
        let more = next.attributes.difference(self.pen.attributes);
        let more = ATTRIBUTES.iter().filter(|(one, _)| more.contains(*one));
        codes.extend(more.map(|(_, code)| code.to_string()));
        if next.fg != self.pen.fg {
            codes.push(colour_code(next.fg, 30));
        }
        if next.bg != self.pen.bg {
            codes.push(colour_code(next.bg, 40));
        }
        self.put(format_args!("\x1b[{}m", codes.join(";")));
        self.pen = next;
    }

    fn write_cell(&mut self, x: u16, y: u16, cell: &Cell) {
        let symbol = match cell.symbol() {
            text if text.is_empty() || text.contains(char::is_control) => " ",
            text => text,
        };
        self.set_pen(self.pen.for_cell(cell, symbol));
        self.move_to(x, y);
        let width = symbol.cell_width();
        let certain = is_width_certain(symbol, width);
        let doubted = self.doubts.remove(&(y, x));
        if !certain || doubted.is_some() {
            // The terminal may draw it narrower than it is counted: no old text may stay beside it. Nor
            // may the second half of one that stood here: ratatui takes it for gone with the first.
            let blanks = width.max(doubted.unwrap_or_default());
            let blanks = blanks.min(self.width.saturating_sub(x));
            self.frame.extend((0..blanks).map(|_| b' '));
            self.at = Some((y, None));
            self.move_to(x, y);
        }
        if !certain {
            self.doubts.insert((y, x), width);
        }
        let drawn = fitting(symbol, self.width.saturating_sub(x));
        self.frame.extend_from_slice(drawn.as_bytes());
        // At the right edge terminals differ in whether the cursor is still in the last column.
        let next = Some(x + width).filter(|&next| certain && next < self.width);
        self.at = Some((y, next));
    }
}

impl<O: Output> ratatui::backend::Backend for Backend<O> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        self.width = self.output.size().width;
        content.for_each(|(x, y, cell)| self.write_cell(x, y, cell));
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.caret = None;
        Ok(())
    }

    /// Does nothing: ratatui says next where the cursor stands.
    fn show_cursor(&mut self) -> io::Result<()> {
        Ok(())
    }

    /// Never asks the terminal.
    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.caret.unwrap_or_default())
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.caret = Some(position.into());
        Ok(())
    }

    /// Forgets everything about the terminal and clears it with the next frame.
    fn clear(&mut self) -> io::Result<()> {
        self.frame = CLEAR.to_vec();
        (self.pen, self.at, self.visible) = (Pen::default(), None, None);
        self.doubts.clear();
        Ok(())
    }

    /// Clears the whole screen: the explorer draws on all of it.
    fn clear_region(&mut self, _: ClearType) -> io::Result<()> {
        self.clear()
    }

    fn size(&self) -> io::Result<Size> {
        Ok(self.output.size())
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize {
            columns_rows: self.output.size(),
            pixels: Size::ZERO,
        })
    }

    /// Writes the frame, if anything has changed.
    fn flush(&mut self) -> io::Result<()> {
        if let Some(caret) = self.caret {
            self.move_to(caret.x, caret.y);
        }
        let visible = self.caret.is_some();
        if self.visible.replace(visible) != Some(visible) {
            self.put(format_args!("\x1b[?25{}", if visible { 'h' } else { 'l' }));
        }
        if self.frame.is_empty() {
            return Ok(());
        }
        let frame = [b"\x1b[?2026h", self.frame.as_slice(), b"\x1b[?2026l"].concat();
        self.frame.clear();
        self.output.write(&frame)
    }
}

impl Pen {
    /// The pen that writes a cell, as near to `self` as the cell's look allows: on a blank the
    /// foreground is not seen.
    fn for_cell(self, cell: &Cell, symbol: &str) -> Pen {
        let (fg, bg, attributes) = (cell.fg, cell.bg, cell.modifier);
        let seen = self.attributes.union(attributes);
        if symbol == " " && !seen.intersects(Modifier::REVERSED | Modifier::UNDERLINED) {
            return Pen { bg, ..self };
        }
        Pen { fg, bg, attributes }
    }
}

/// The SGR parameters of a colour: `base` is 30 for the foreground and 40 for the background.
fn colour_code(colour: Color, base: u8) -> String {
    match colour {
        Color::Indexed(n) => return format!("{};5;{n}", base + 8),
        Color::Rgb(r, g, b) => return format!("{};2;{r};{g};{b}", base + 8),
        _ => {}
    }
    let bases = [base, base + 60].into_iter();
    let mut codes = bases.flat_map(|first| first..first + 8).zip(NAMED);
    let code = codes.find(|(_, named)| *named == colour);
    code.map_or(base + 9, |(code, _)| code).to_string()
}

/// As much of a cluster as fits into `room` columns where its signs are drawn beside each other: at the
/// right edge they would go on in the next row.
fn fitting(symbol: &str, room: u16) -> &str {
    let mut width = 0;
    let mut over = symbol.char_indices().filter(|(at, c)| {
        width += c.width().unwrap_or(0);
        *at > 0 && width > usize::from(room)
    });
    over.next().map_or(symbol, |(at, _)| &symbol[..at])
}

/// Whether all terminals agree on the width of a character: not on clusters of several, nor on wide ones
/// that Unicode 3.1 did not have, nor on narrow ones beyond the first plane, which nearly all are newer. Tables
/// of terminals and their libraries are of any age.
fn is_width_certain(symbol: &str, width: u16) -> bool {
    let is_old = |c| {
        matches!(c,
            '\u{3000}'..='\u{303e}' | '\u{3041}'..='\u{312c}' | '\u{3131}'..='\u{318e}' | '\u{3400}'..='\u{4db5}'
            | '\u{4e00}'..='\u{9fa5}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{fa2d}' | '\u{ff01}'..='\u{ff60}'
            | '\u{ffe0}'..='\u{ffe6}' | '\u{20000}'..='\u{2a6d6}')
    };
    let is_common = |c: char| c < '\u{10000}';
    let single = symbol.chars().count() == 1;
    symbol.is_ascii() || (single && symbol.contains(if width == 1 { is_common } else { is_old }))
}
