//! The list: the rows that show, and no others.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{Canvas, width};
use crate::app::list::Row;
use crate::app::{Focus, Section};
use crate::describe::{TextRole, short_name, sign};
use crate::model::{Node, Role};

/// From this many columns on a row also says who leads.
const ROOM_FOR_LEADS: u16 = 44;

impl Canvas<'_> {
    pub(super) fn list(&mut self, area: Rect) {
        let app = self.app;
        if app.is_opening() {
            self.progress(area);
            return;
        }
        if app.list().rows().is_empty() {
            self.nothing(area);
            return;
        }
        let rows: Vec<(usize, Row)> = app.list().visible().collect();
        let signs = rows
            .iter()
            .map(|(_, row)| width(sign(app.plan(), row.node)))
            .max()
            .unwrap_or(0);
        let signs = u16::try_from(signs).unwrap_or(8).min(8);
        let weak = app.lookup().found().map(|found| found.weak);
        for (line, (index, row)) in rows.into_iter().enumerate() {
            if let Some(area) = Self::row(area, line) {
                self.list_row(area, index, row, signs, weak);
            }
        }
    }

    fn list_row(&mut self, area: Rect, index: usize, row: Row, signs: u16, weak: Option<usize>) {
        let app = self.app;
        let first_weak = weak == Some(index);
        let weak = weak.is_some_and(|weak| index >= weak);
        let chosen = index == app.list().cursor();
        let has_keys = app.focus() != Focus::Detail;
        let style = match (chosen, has_keys) {
            (true, true) => self.theme.cursor,
            (true, false) => self.theme.idle_cursor,
            (false, _) if weak => self.theme.quiet,
            (false, _) => self.theme.base,
        };
        if chosen {
            self.buffer.set_style(area, style);
        }
        self.text(area, 0, if chosen { ">" } else { " " }, style);
        let flat = app.lookup().found().is_some();
        // Among answers only what matches is marked.
        let tone = if chosen || flat {
            style
        } else {
            style.patch(self.theme.tone(TextRole::of(app.plan(), row.node)))
        };
        let indent = if flat { 0 } else { u16::from(row.depth.min(8)) };
        let mut column = 1 + indent;
        if !flat {
            let fold = match (row.open, app.plain_signs()) {
                (None, _) => " ",
                (Some(true), false) => "▾",
                (Some(false), false) => "▸",
                (Some(true), true) => "-",
                (Some(false), true) => "+",
            };
            column = self.text(area, column, fold, tone);
        }
        let name = sign(app.plan(), row.node);
        self.marked(area, column, name, tone);
        let wide = u16::try_from(width(name)).unwrap_or(signs);
        column += if flat { signs.max(wide) } else { wide.max(2) } + 1;
        let label = app.plan().label(row.node, app.lang());
        let taken = usize::from(column) + width(label);
        let end = self.row_right(area, row.node, style, first_weak, taken);
        let left = Rect { width: end, ..area };
        self.marked(left, column, label, style);
    }

    /// What stands on the right of a row: what is overdue or late, and, where there is room, who
    /// leads. Gives the column where it begins. `taken`: columns that the rest of the row would like.
    fn row_right(
        &mut self,
        area: Rect,
        node: Node,
        style: Style,
        first_weak: bool,
        taken: usize,
    ) -> u16 {
        let app = self.app;
        let beside = app.areas().divider.is_some();
        // One column stays free before the line that divides list and detail.
        let edge = area.width - u16::from(beside && area.width > 0);
        let mut end = edge;
        if first_weak {
            let text = format!(" {}", app.words().weak);
            let room = Rect { width: end, ..area };
            end = self.text_right(room, &text, self.theme.over(style, self.theme.quiet));
        }
        if let Some(word) = app.standing(node) {
            let at = self.text_right(
                Rect { width: end, ..area },
                &format!(" {word}"),
                self.theme.over(style, self.theme.warn),
            );
            end = at;
        }
        let said = self.leads(node);
        // Where the detail does not show beside it, a row answers as well as it can.
        let alone = !beside && taken + 2 + width(&said) <= usize::from(end);
        if !said.is_empty() && (area.width >= ROOM_FOR_LEADS || alone) {
            let at = self.text_right(
                Rect { width: end, ..area },
                &format!(" {said}"),
                self.theme.over(style, self.theme.quiet),
            );
            end = at.saturating_sub(1);
        }
        if end == edge { area.width } else { end }
    }

    /// Who leads, by abbreviation; how much a body answers for.
    fn leads(&self, node: Node) -> String {
        let app = self.app;
        let plan = app.plan();
        let filter = app.basis();
        match node {
            Node::Item(_) => {
                let shown = plan
                    .responsible(node)
                    .iter()
                    .filter_map(|known| Some((known.body, filter.shown(known)?)));
                let leads = shown.filter(|(_, row)| row.role == Role::Lead);
                let signs: Vec<String> = leads
                    .map(|(body, _)| short_name(plan, body, app.lang()))
                    .collect();
                match signs.as_slice() {
                    [first, second, _, ..] => format!("{first} {second} +{}", signs.len() - 2),
                    _ => signs.join(" "),
                }
            }
            Node::Body(id) => {
                let shown = plan
                    .charges(id)
                    .filter(|known| filter.shown(known).is_some())
                    .count();
                shown.to_string()
            }
            Node::Document(id) => plan[id]
                .dated
                .map_or_else(String::new, |date| date.to_string()),
            Node::Plan => String::new(),
        }
    }

    /// What there is to say of the question.
    pub(super) fn note(&mut self, area: Rect) {
        let text = self.app.search_notes().join(" ");
        let room = usize::from(area.width.saturating_sub(2)).max(1);
        for (line, text) in crate::page::wrapped(&text, room).iter().enumerate() {
            if let Some(row) = Self::row(area, line) {
                self.text(row, 1, text, self.theme.warn);
            }
        }
    }

    /// Nothing was found: what to try. In a tab, first of all everything.
    fn nothing(&mut self, area: Rect) {
        let words = self.app.words();
        let waiting = self.app.lookup().is_waiting();
        let first = if waiting {
            words.searching
        } else {
            words.nothing
        };
        if let Some(row) = Self::row(area, 0) {
            self.text(row, 1, first, self.theme.strong);
        }
        if !waiting {
            let narrowed = self.app.section() != Section::All;
            let tips = [
                if narrowed { words.all_tabs } else { "" },
                words.nothing_try,
            ];
            let tips = self.app.keyed(&tips.join("\n"));
            let room = usize::from(area.width.saturating_sub(1)).max(1);
            let tips = tips.lines().filter(|tip| !tip.is_empty());
            let tips = tips.flat_map(|tip| crate::page::wrapped(tip, room));
            for (line, tip) in tips.enumerate() {
                if let Some(row) = Self::row(area, line + 2) {
                    self.text(row, 1, &tip, self.theme.base);
                }
            }
        }
    }
}
