//! Draws the state: every frame is a function of it, and nothing here can change it.
//!
//! Text becomes ratatui's `Line`s and `Span`s by `Canvas::span`, `marked` and `wrapped`, and is drawn
//! by `line`, `line_right` and `lines`, which cut it with an ellipsis. Drawn by hand is only what
//! ratatui has no widget for: rows with parts on both sides, the matrix, the prompt with its caret.

mod detail;
mod foot;
mod grid;
mod head;
mod leads;
mod list;
mod menu;
mod progress;
mod rules;
pub mod theme;

use std::borrow::Cow;

use ratatui::Frame;
use ratatui::buffer::{Buffer, CellDiffOption, CellWidth as _};
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::symbols::border;
use ratatui::text::{Line, Span};
use ratatui::widgets::{
    Block, Borders, Paragraph, Scrollbar, ScrollbarOrientation, ScrollbarState,
    StatefulWidget as _, Widget as _,
};

use crate::app::layout::Areas;
use crate::app::{App, Marker, NoticeBox, Popup};
use crate::page::{truncate, width};
pub use theme::Theme;

/// Draws the state on an empty frame. The terminal's own cursor stands at the caret of the prompt that
/// has the keys.
pub fn draw(app: &App, frame: &mut Frame) {
    let whole = frame.area();
    let theme = Theme::shown(app.theme(), app.colours());
    let mut canvas = Canvas {
        buffer: frame.buffer_mut(),
        app,
        areas: app.areas(),
        marker: app.marker(),
        theme,
        caret: None,
    };
    canvas.buffer.set_style(whole, theme.base);
    canvas.screen();
    empty_hidden_halves(canvas.buffer);
    redraw_beside_clusters(canvas.buffer);
    if let Some(caret) = canvas.caret.filter(|caret| whole.contains(*caret)) {
        frame.set_cursor_position(caret);
    }
}

/// Empties the hidden half of each wide character. ratatui compares the hidden cells of two frames too,
/// and takes an unchanged blank for shown; but a terminal that loses one half of a character may paint
/// the other in any colour. An empty cell is equal to no visible one, so it is always drawn anew.
fn empty_hidden_halves(buffer: &mut Buffer) {
    for place in 1..buffer.content.len() {
        let inside = !place.is_multiple_of(usize::from(buffer.area.width).max(1));
        if inside && buffer.content[place - 1].cell_width() > 1 {
            buffer.content[place].set_symbol("");
        }
    }
}

/// Has what stands beside a cluster of several signs (a conjunct of Indic scripts, a flag, an emoji with a
/// skin) always drawn anew: a terminal may draw the signs beside each other, over those cells.
fn redraw_beside_clusters(buffer: &mut Buffer) {
    for place in 0..buffer.content.len() {
        let cell = &buffer.content[place];
        let signs = cell.symbol().chars();
        let signs = signs.map(|c| width(c.encode_utf8(&mut [0; 4])));
        let signs = signs.filter(|&width| width > 0);
        if cell.symbol().len() > 4 && signs.clone().nth(1).is_some() {
            let next = place + usize::from(cell.cell_width());
            // Some marks that count nothing take a column.
            let end = (place + signs.sum::<usize>()).max(next + 1);
            for beside in buffer.content.iter_mut().take(end).skip(next) {
                beside.set_diff_option(CellDiffOption::AlwaysUpdate);
            }
        }
    }
}

/// Where things are painted, and with what.
struct Canvas<'a> {
    buffer: &'a mut Buffer,
    app: &'a App,
    areas: Areas,
    marker: Option<Marker>,
    theme: &'static Theme,
    /// At the caret of the prompt that has the keys: an input method opens its window there.
    caret: Option<Position>,
}

impl Canvas<'_> {
    fn screen(&mut self) {
        let areas = self.areas;
        if let Some(Popup::Menu(menu)) = self.app.overlay() {
            self.menu(menu);
            return;
        }
        if let Some(area) = areas.title {
            self.title(area);
        }
        self.prompt(areas.prompt);
        if let Some(area) = areas.tabs.filter(|_| !self.app.is_opening()) {
            self.tabs(area);
        }
        if let Some(area) = areas.rule {
            self.panes_rule(area);
        }
        if let Some(area) = areas.divider {
            self.divider(area);
        }
        if let (Some(line), Some(area)) = (areas.aside_divider, areas.aside) {
            self.border(Borders::LEFT).render(line, self.buffer);
            self.aside(area);
        }
        if let Some(area) = areas.note {
            self.note(area);
        }
        if let Some(area) = areas.list {
            self.list(area);
        }
        if let Some(area) = areas.detail {
            match self.app.matrix_view() {
                Some(grid) => self.grid(grid, area),
                None => self.detail(area),
            }
        }
        if let Some(area) = areas.footer {
            self.footer(area);
        }
        if let Some(Popup::Commands(menu)) = self.app.overlay() {
            self.commands(menu);
        }
        if let Some(notice) = self.app.notice_box() {
            self.notice(notice);
        }
    }

    /// A text in a style, in the characters that this screen can draw.
    fn span<'t>(&self, text: impl Into<Cow<'t, str>>, style: Style) -> Span<'t> {
        let charset = self.app.charset();
        let fitted = match text.into() {
            Cow::Borrowed(text) => charset.fit(text),
            Cow::Owned(text) => charset.fit(&text).into_owned().into(),
        };
        Span::styled(fitted, style)
    }

    /// A text in spans, with its matches of the query marked.
    fn marked<'t>(&self, text: &'t str, style: Style) -> Vec<Span<'t>> {
        let hit_style = self.theme.over(style, self.theme.hit);
        let marker = self.marker.as_ref();
        let mut spans = Vec::new();
        let mut done = 0;
        for range in marker.map_or_else(Vec::new, |marker| marker.ranges(text)) {
            let (Some(before), Some(hit)) = (text.get(done..range.start), text.get(range.clone()))
            else {
                break;
            };
            spans.push(self.span(before, style));
            spans.push(self.span(hit, hit_style));
            done = range.end;
        }
        spans.push(self.span(text.get(done..).unwrap_or_default(), style));
        spans
    }

    /// A text in lines of at most `room` columns.
    fn wrapped(&self, text: &str, room: u16, style: Style) -> Vec<Line<'static>> {
        let text = self.app.charset().fit(text);
        let lines = crate::page::wrapped(&text, usize::from(room.max(1)));
        let styled = |line| Span::styled(line, style).into();
        lines.into_iter().map(styled).collect()
    }

    /// Draws a line at the left edge of an area, cut to its width. Returns what is left of the area
    /// to the right of it. Control characters and characters without a width are not drawn:
    /// [`Buffer::set_line`] skips them.
    fn line<'t>(&mut self, area: Rect, line: impl Into<Line<'t>>) -> Rect {
        let area = area.intersection(self.buffer.area);
        if area.is_empty() {
            return area;
        }
        let line = cut_line(line.into(), area.width, self.app.plain_signs());
        let (end, _) = self.buffer.set_line(area.x, area.y, &line, area.width);
        right_of(area, end - area.x)
    }

    /// Draws a line at the right edge of an area, unless it is wider than that. Returns what is left
    /// of the area to the left of it.
    fn line_right<'t>(&mut self, area: Rect, line: impl Into<Line<'t>>) -> Rect {
        let line = line.into();
        let wide = u16::try_from(line.width()).unwrap_or(u16::MAX);
        let Some(left) = area.width.checked_sub(wide) else {
            return area;
        };
        self.line(right_of(area, left), line);
        Rect {
            width: left,
            ..area
        }
    }

    /// Draws lines from the top of an area on, as many as it has rows, each cut to its width.
    fn lines(&mut self, area: Rect, lines: Vec<Line>) {
        let ascii = self.app.plain_signs();
        let lines = lines.into_iter();
        let lines: Vec<Line> = lines
            .map(|line| cut_line(line, area.width, ascii))
            .collect();
        Paragraph::new(lines).render(area, self.buffer);
    }

    /// An empty block with lines on some of its sides.
    fn border(&self, sides: Borders) -> Block<'static> {
        let set = if self.app.plain_signs() {
            ASCII_BORDER
        } else {
            border::PLAIN
        };
        Block::new()
            .borders(sides)
            .border_set(set)
            .border_style(self.theme.label)
    }

    /// A bar in one column that shows which of `count` lines an area as high as it is has, from
    /// line `first` on; nothing where all of them show.
    fn scroll_bar(&mut self, area: Rect, first: usize, count: usize, active: bool) {
        let height = usize::from(area.height);
        let last = count.saturating_sub(height);
        if last == 0 || height < 2 || area.is_empty() {
            return;
        }
        let style = if active {
            self.theme.accent
        } else {
            self.theme.label
        };
        let thumb = if self.app.plain_signs() { "#" } else { "┃" };
        let bar = Scrollbar::new(ScrollbarOrientation::VerticalRight)
            .begin_symbol(None)
            .end_symbol(None)
            .track_symbol(None)
            .thumb_symbol(thumb)
            .thumb_style(style);
        let mut state = ScrollbarState::new(last + 1)
            .position(first)
            .viewport_content_length(height);
        bar.render(area, self.buffer, &mut state);
    }

    /// A row of an area, if it has that many.
    fn row(area: Rect, line: usize) -> Option<Rect> {
        let line = u16::try_from(line)
            .ok()
            .filter(|&line| line < area.height)?;
        Some(Rect {
            y: area.y + line,
            height: 1,
            ..area
        })
    }

    /// Empties an area. A wide character that reaches into it from the left goes whole, or its other
    /// half would stay.
    fn clear(&mut self, area: Rect) {
        let area = area.intersection(self.buffer.area);
        for y in area.top()..area.bottom() {
            for x in area.left()..area.right() {
                self.buffer[(x, y)].reset();
            }
            if let Some(left) = area.left().checked_sub(1)
                && width(self.buffer[(left, y)].symbol()) > 1
            {
                self.buffer[(left, y)].set_symbol(" ");
            }
        }
        self.buffer.set_style(area, self.theme.base);
    }

    /// Lines above the footer: what happened, and what was copied.
    fn notice(&mut self, notice: NoticeBox) {
        let NoticeBox {
            area,
            has_rule,
            lines,
            hidden,
        } = notice;
        let area = area.intersection(self.buffer.area);
        let lines = lines.into_iter().map(|(line, is_title)| {
            let tone = if is_title {
                self.theme.accent
            } else {
                self.theme.base
            };
            Line::from(self.span(line, tone))
        });
        let lines: Vec<Line> = lines.collect();
        let room = lines.len();
        let sides = if has_rule {
            Borders::TOP
        } else {
            Borders::NONE
        };
        self.clear(area);
        Paragraph::new(lines)
            .block(self.border(sides))
            .render(area, self.buffer);
        // What does not fit is counted on the last line.
        if hidden > 0
            && room > 1
            && let Some(last) = Self::row(area, usize::from(area.height) - 1)
        {
            self.clear(last);
            let more = self.app.words().notice_more(hidden + 1);
            self.line(last, self.span(self.app.keyed(&more), self.theme.label));
        }
    }
}

/// Borders of a screen that draws lines in ASCII.
const ASCII_BORDER: border::Set = border::Set {
    top_left: "+",
    top_right: "+",
    bottom_left: "+",
    bottom_right: "+",
    vertical_left: "|",
    vertical_right: "|",
    horizontal_top: "-",
    horizontal_bottom: "-",
};

/// The columns of an area from one of them on.
fn right_of(area: Rect, column: u16) -> Rect {
    let column = column.min(area.width);
    Rect {
        x: area.x + column,
        width: area.width - column,
        ..area
    }
}

/// The rows of an area from one of them on.
fn rows_from(area: Rect, row: u16) -> Rect {
    let row = row.min(area.height);
    Rect {
        y: area.y + row,
        height: area.height - row,
        ..area
    }
}

/// A line cut to a width, with an ellipsis where something is missing.
fn cut_line(mut line: Line, room: u16, ascii: bool) -> Line {
    let mut left = usize::from(room);
    let too_wide = line.spans.iter().position(|span| {
        let fits = span.width() <= left;
        left = left.saturating_sub(if fits { span.width() } else { 0 });
        !fits
    });
    if let Some(place) = too_wide {
        line.spans.truncate(place + 1);
        if let Some(last) = line.spans.last_mut() {
            last.content = truncate(&last.content, left, ascii).into();
        }
    }
    line
}
