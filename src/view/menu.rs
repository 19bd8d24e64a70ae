//! A menu over everything: its filter, its lines.

use ratatui::layout::Rect;

use super::{Canvas, right_of};
use crate::app::Menu;
use crate::app::layout::menu_rows;
use crate::page::width;

impl Canvas<'_> {
    pub(super) fn menu(&mut self, menu: &Menu) {
        let screen = self.buffer.area;
        let Some(first) = Self::row(screen, 0) else {
            return;
        };
        self.field(first, menu.title(), menu.input(), "", true);
        let body = Rect {
            y: screen.y + 2.min(screen.height),
            height: screen.height.saturating_sub(3),
            ..screen
        };
        if screen.height > 1 {
            self.rule(
                Rect {
                    y: screen.y + 1,
                    height: 1,
                    ..screen
                },
                None,
            );
        }
        let left = u16::try_from(menu.left_width())
            .unwrap_or(24)
            .min(screen.width / 2);
        let mut any = false;
        for (place, (chosen, entry)) in menu.visible().enumerate() {
            any = true;
            let Some(row) = Self::row(body, place) else {
                continue;
            };
            let heading = entry.left.is_empty();
            let style = match (chosen, heading) {
                (true, _) => self.theme.cursor,
                (false, true) => self.theme.accent,
                (false, false) => self.theme.base,
            };
            if chosen {
                self.buffer.set_style(row, style);
            }
            let cursor = self.span(if chosen { ">" } else { " " }, style);
            self.line(row, cursor);
            if heading {
                self.line(right_of(row, 2), self.span(&entry.text, style));
            } else {
                let keys = Rect {
                    width: (left + 2).min(row.width),
                    ..row
                };
                let strong = if chosen { style } else { self.theme.strong };
                self.line(right_of(keys, 2), self.span(&entry.left, strong));
                self.line(right_of(row, left + 4), self.span(&entry.text, style));
            }
        }
        if !any && let Some(row) = Self::row(body, 0) {
            self.line(right_of(row, 2), self.span(menu.empty(), self.theme.base));
        }
        self.chosen_entry(menu, left);
        if screen.height > 3 {
            self.footer(Rect {
                y: screen.bottom() - 1,
                height: 1,
                ..screen
            });
        }
    }

    /// The chosen entry in full below the others, if it is cut among them.
    fn chosen_entry(&mut self, menu: &Menu, left: u16) {
        let screen = self.buffer.area;
        let (rows, told) = menu_rows(screen.as_size());
        let Some(entry) = menu.current().filter(|entry| !entry.left.is_empty()) else {
            return;
        };
        let right = usize::from(screen.width.saturating_sub(left + 4));
        if width(&entry.left) <= usize::from(left) && width(&entry.text) <= right {
            return;
        }
        let area = Rect {
            y: screen.y + 2 + rows,
            height: told,
            ..right_of(screen, 2)
        };
        let text = format!("{}  {}", entry.left, entry.text);
        let lines = self.wrapped(&text, area.width, self.theme.accent);
        self.lines(area, lines);
    }
}
