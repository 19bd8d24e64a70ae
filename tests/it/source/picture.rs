//! The README's coloured picture: the program itself, run in a pseudo-terminal, its screen drawn as SVG.
//! `UPDATE=1 cargo test --test it picture` draws it anew; otherwise a difference fails.

use std::fmt::Write as _;

use crate::common::{Bond, Pty};
use vt100::{Cell, Color, Screen};

const PICTURE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/data/picture.svg");
/// Columns and rows of the terminal, and what a cell measures.
const SIZE: (u16, u16) = (80, 24);
const CELL: (u16, u16) = (9, 18);
const MARGIN: u16 = 10;
const TEXT: &str = "#d8dee9";
const GROUND: &str = "#1b1f27";
/// The sixteen colours that a terminal names.
const NAMED: [&str; 16] = [
    "#3b4252", "#e06c75", "#98c379", "#e5c07b", "#61afef", "#c678dd", "#56b6c2", "#d8dee9",
    "#7f8794", "#ff7a85", "#b5e890", "#ffd98a", "#82c4ff", "#dd9bf0", "#74d4df", "#ffffff",
];

#[test]
fn the_picture_is_what_the_program_shows() {
    let arguments = ["--fresh", "--theme", "dark", "--lang", "en"];
    let environment = [("COLORTERM", Some("truecolor"))];
    let mut pty = Pty::start_as(
        Bond::Controlling,
        SIZE,
        env!("CARGO_BIN_EXE_plan"),
        &arguments,
        &environment,
    );
    pty.shows("P1 ");
    pty.send("who leads digital villages");
    pty.shows("> who leads digital villages");
    pty.shows("2 items, 2 documents");
    pty.shows("source: Digital Village");
    pty.settle();
    let drawn = draw(pty.screen());
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(PICTURE, drawn).expect("it can be written");
        return;
    }
    let kept = std::fs::read_to_string(PICTURE).unwrap_or_default();
    assert!(
        kept == drawn,
        "data/picture.svg is not what the program shows; UPDATE=1 cargo test --test it picture"
    );
}

/// How a run of cells looks.
#[derive(Clone, PartialEq, Eq)]
struct Look {
    text: String,
    ground: String,
    bold: bool,
    quiet: bool,
    underlined: bool,
}

fn look(cell: &Cell) -> Look {
    let (mut text, mut ground) = (color(cell.fgcolor(), TEXT), color(cell.bgcolor(), GROUND));
    if cell.inverse() {
        std::mem::swap(&mut text, &mut ground);
    }
    Look {
        text,
        ground,
        bold: cell.bold(),
        quiet: cell.dim(),
        underlined: cell.underline(),
    }
}

fn color(color: Color, default: &str) -> String {
    match color {
        Color::Default => default.to_owned(),
        Color::Rgb(red, green, blue) => format!("#{red:02x}{green:02x}{blue:02x}"),
        Color::Idx(index @ 0..16) => NAMED[usize::from(index)].to_owned(),
        Color::Idx(index @ 16..232) => {
            let step = |part: u8| if part == 0 { 0 } else { 55 + 40 * part };
            let cube = index - 16;
            let [red, green, blue] = [cube / 36, cube / 6 % 6, cube % 6].map(step);
            format!("#{red:02x}{green:02x}{blue:02x}")
        }
        Color::Idx(index) => {
            let grey = 8 + 10 * (index - 232);
            format!("#{grey:02x}{grey:02x}{grey:02x}")
        }
    }
}

/// The screen: a rectangle for each run with a ground of its own, a text for each run that is not blank.
fn draw(screen: &Screen) -> String {
    let (columns, rows) = SIZE;
    let (width, height) = (columns * CELL.0 + 2 * MARGIN, rows * CELL.1 + 2 * MARGIN);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" \
         height=\"{height}\">\n<title>plan: who leads digital villages</title>\n\
         <rect width=\"{width}\" height=\"{height}\" rx=\"8\" fill=\"{GROUND}\"/>\n\
         <g font-family=\"ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', monospace\" \
         font-size=\"15\" xml:space=\"preserve\">\n"
    );
    for row in 0..rows {
        let cell = |column: u16| screen.cell(row, column).expect("it lies on the screen");
        let mut column = 0;
        while column < columns {
            let (start, look) = (column, self::look(cell(column)));
            let is_wide = cell(column).is_wide();
            let mut text = String::new();
            // A run holds characters of one width, so that it can be stretched to its columns.
            while column < columns
                && self::look(cell(column)) == look
                && cell(column).is_wide() == is_wide
            {
                let content = cell(column).contents();
                text.push_str(if content.is_empty() { " " } else { content });
                column += if is_wide { 2 } else { 1 };
            }
            run(&mut svg, (start, row), column - start, &text, &look);
        }
    }
    svg + "</g>\n</svg>\n"
}

fn run(svg: &mut String, (column, row): (u16, u16), columns: u16, text: &str, look: &Look) {
    let (x, y) = (MARGIN + column * CELL.0, MARGIN + row * CELL.1);
    let (width, height) = (columns * CELL.0, CELL.1);
    if look.ground != GROUND {
        let ground = &look.ground;
        let _ = writeln!(
            svg,
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{ground}\"/>"
        );
    }
    if text.trim().is_empty() {
        return;
    }
    let mut style = format!("fill=\"{}\"", look.text);
    for (has, more) in [
        (look.bold, " font-weight=\"bold\""),
        (look.quiet, " opacity=\"0.65\""),
        (look.underlined, " text-decoration=\"underline\""),
    ] {
        style += if has { more } else { "" };
    }
    let text = text
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;");
    let base = y + CELL.1 - 5;
    let _ = writeln!(
        svg,
        "<text x=\"{x}\" y=\"{base}\" textLength=\"{width}\" lengthAdjust=\"spacingAndGlyphs\" {style}>{text}</text>"
    );
}
