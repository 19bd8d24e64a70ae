//! A menu over everything: its filter, its lines. The menu of commands, at the foot of the screen.

use ratatui::layout::Rect;

use super::{Canvas, right_of};
use crate::app::layout::menu_rows;
use crate::app::{CommandMenu, Menu};
use crate::i18n::menu::menu as texts;
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
            let heading = entry.heading.is_some();
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
            if let Some(open) = entry.heading {
                let sign = match (open, self.app.plain_signs()) {
                    (true, false) => "▾ ",
                    (false, false) => "▸ ",
                    (true, true) => "- ",
                    (false, true) => "+ ",
                };
                let rest = self.line(right_of(row, 2), self.span(sign, style));
                self.line(rest, self.span(&entry.text, style));
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

    /// The commands with their letters, below a line that says what they are about.
    pub(super) fn commands(&mut self, menu: &CommandMenu) {
        let area = menu.area();
        self.clear(area);
        let Some(head) = Self::row(area, 0) else {
            return;
        };
        self.rule(head, None);
        let title = texts(self.app.lang()).commands_title;
        let rest = self.line(
            right_of(head, 1),
            self.span(format!(" {title} "), self.theme.accent),
        );
        if !menu.about().is_empty() {
            let about = format!("{} ", menu.about());
            self.line(rest, self.span(about, self.theme.quiet));
        }
        let [above, below] = menu.more();
        let sign = match (above, below, self.app.plain_signs()) {
            (false, false, _) => "",
            (true, false, false) => " ↑ ",
            (false, true, false) => " ↓ ",
            (true, true, false) => " ↑↓ ",
            (true, false, true) => " Up ",
            (_, true, true) => " Down ",
        };
        self.line_right(head, self.span(sign, self.theme.quiet));
        for (row, chosen, command) in menu.visible() {
            let style = if chosen {
                self.buffer.set_style(row, self.theme.cursor);
                self.theme.cursor
            } else {
                self.theme.base
            };
            let strong = if chosen { style } else { self.theme.strong };
            let cursor = self.span(if chosen { ">" } else { " " }, style);
            self.line(row, cursor);
            self.line(right_of(row, 2), self.span(&command.key, strong));
            let text = right_of(row, 4);
            let text = Rect {
                width: text.width.saturating_sub(1),
                ..text
            };
            self.line(text, self.span(command.text, style));
        }
    }

    /// The chosen entry in full below the others, if it is cut among them.
    fn chosen_entry(&mut self, menu: &Menu, left: u16) {
        let screen = self.buffer.area;
        let (rows, told) = menu_rows(screen.as_size());
        let Some(entry) = menu.current().filter(|entry| entry.heading.is_none()) else {
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
