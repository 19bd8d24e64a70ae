//! What is seen: every frame is a function of the state. Nothing here can change it.

mod detail;
mod grid;
mod head;
mod links;
mod list;
mod menu;
mod progress;
pub mod theme;

use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use crate::app::{App, Marker, Notice, Overlay};
use crate::page::{graphemes, truncate, width};
pub use links::links;
pub use theme::Theme;

/// Draws the state on an empty buffer. Gives where the terminal's own cursor stands, if anywhere.
pub fn draw(app: &App, buffer: &mut Buffer) -> Option<Position> {
    let theme = Theme::shown(app.theme(), app.colours());
    let whole = buffer.area;
    let mut canvas = Canvas {
        buffer,
        app,
        marker: app.marker(),
        theme,
        caret: None,
    };
    canvas.buffer.set_style(whole, theme.base);
    canvas.screen();
    canvas.caret.filter(|caret| whole.contains(*caret))
}

/// Where things are painted, and with what.
struct Canvas<'a> {
    buffer: &'a mut Buffer,
    app: &'a App,
    marker: Option<Marker>,
    theme: &'static Theme,
    /// At the caret of the prompt that has the keys: an input method opens its window there.
    caret: Option<Position>,
}

impl Canvas<'_> {
    fn screen(&mut self) {
        let areas = self.app.areas();
        if let Some(Overlay::Menu(menu)) = self.app.overlay() {
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
            self.rule(area, areas.divider);
        }
        if let Some(area) = areas.divider {
            self.divider(area);
        }
        if let Some(area) = areas.note {
            self.note(area);
        }
        if let Some(area) = areas.list {
            self.list(area);
        }
        if let Some(area) = areas.detail {
            match self.app.grid() {
                Some(grid) => self.grid(grid, area),
                None => self.detail(area),
            }
        }
        if let Some(area) = areas.footer {
            self.footer(area);
        }
        if let Some(notice) = self.app.notice() {
            self.notice(notice);
        }
    }

    /// Text at a place of an area, cut to what is left of it. Gives the column behind it.
    fn text(&mut self, area: Rect, column: u16, text: &str, style: Style) -> u16 {
        let area = area.intersection(self.buffer.area);
        let room = area.width.saturating_sub(column);
        if area.height == 0 || room == 0 {
            return column;
        }
        let text = self.app.charset().fit(text);
        let text = truncate(&text, usize::from(room), self.app.plain_signs());
        let start = self.buffer.index_of(area.x + column, area.y);
        let mut free = self.buffer.content.iter_mut().skip(start);
        let mut left = usize::from(room);
        for (_, symbol) in graphemes(&text) {
            let wide = usize::from(symbol.cell_width());
            if wide == 0 || symbol.contains(char::is_control) {
                continue;
            }
            if wide > left {
                break;
            }
            left -= wide;
            if let Some(head) = free.next() {
                head.set_symbol(symbol).set_style(style);
            }
            free.by_ref().take(wide - 1).for_each(Cell::reset);
        }
        column + u16::try_from(width(&text)).unwrap_or(room).min(room)
    }

    /// The same, ending at the right edge.
    fn text_right(&mut self, area: Rect, text: &str, style: Style) -> u16 {
        let shown = self.app.charset().fit(text);
        let wide = u16::try_from(width(&shown)).unwrap_or(u16::MAX);
        let Some(column) = area.width.checked_sub(wide) else {
            return area.width;
        };
        self.text(area, column, text, style);
        column
    }

    /// Text with its matches of the query marked.
    fn marked(&mut self, area: Rect, column: u16, text: &str, style: Style) -> u16 {
        let text = truncate(
            text,
            usize::from(area.width.saturating_sub(column)),
            self.app.plain_signs(),
        );
        let mut at = column;
        let mut done = 0;
        let marker = self.marker.as_ref();
        for range in marker.map_or_else(Vec::new, |marker| marker.ranges(&text)) {
            let (Some(before), Some(hit)) = (text.get(done..range.start), text.get(range.clone()))
            else {
                break;
            };
            at = self.text(area, at, before, style);
            at = self.text(area, at, hit, self.theme.over(style, self.theme.hit));
            done = range.end;
        }
        self.text(area, at, text.get(done..).unwrap_or_default(), style)
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
    #[cold]
    fn notice(&mut self, notice: &Notice) {
        let screen = self.buffer.area;
        let footer = self.app.areas().footer.map_or(0, |area| area.height);
        let ground = Rect {
            height: screen.height.saturating_sub(footer),
            ..screen
        };
        let wide = usize::from(screen.width).max(1);
        let title = (!notice.title.is_empty()).then_some((&notice.title, self.theme.accent));
        let body = notice.body.iter().map(|line| (line, self.theme.base));
        let lines: Vec<(String, Style)> = title
            .into_iter()
            .chain(body)
            .flat_map(|(line, style)| {
                let wrapped = crate::page::wrapped(line, wide);
                wrapped.into_iter().map(move |line| (line, style))
            })
            .collect();
        let rule = u16::from(ground.height > 6);
        let height = u16::try_from(lines.len())
            .unwrap_or(u16::MAX)
            .saturating_add(rule);
        let height = height
            .min(ground.height.saturating_sub(1))
            .max(ground.height.min(1));
        let area = Rect {
            y: ground.bottom() - height,
            height,
            ..ground
        };
        self.clear(area);
        if rule > 0 {
            self.rule(Rect { height: 1, ..area }, None);
        }
        for (place, (line, style)) in lines.iter().enumerate() {
            if let Some(row) = Self::row(area, place + usize::from(rule)) {
                self.text(row, 0, line, *style);
            }
        }
    }
}
