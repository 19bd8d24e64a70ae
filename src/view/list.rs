//! The list: the rows that show, and no others.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use super::{Canvas, right_of, rows_from, width};
use crate::app::list::Row;
use crate::app::{Focus, Section};
use crate::describe::{TextRole, leading, leads_line, sign};
use crate::model::Node;
use crate::page::truncate;

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
        let flat = app.lookup().found().is_some();
        // Among answers only what matches is marked.
        let tone = if chosen || flat {
            style
        } else {
            style.patch(self.theme.tone(TextRole::of(app.plan(), row.node)))
        };
        let name = sign(app.plan(), row.node);
        let mut line = Line::from(self.span(if chosen { ">" } else { " " }, style));
        if !flat {
            let fold = match (row.open, app.plain_signs()) {
                (None, _) => " ",
                (Some(true), false) => "▾",
                (Some(false), false) => "▸",
                (Some(true), true) => "-",
                (Some(false), true) => "+",
            };
            line.push_span(" ".repeat(usize::from(row.depth.min(8))));
            line.push_span(self.span(fold, tone));
        }
        let least = if flat { usize::from(signs) } else { 2 };
        let blanks = least.saturating_sub(width(name)) + 1;
        line.spans.extend(self.marked(name, tone));
        line.push_span(" ".repeat(blanks));
        let label = app.plan().label(row.node, app.lang());
        let taken = line.width() + width(label);
        let has = app.has(index, row.node);
        let right = self.row_right(area.width, row.node, style, first_weak, taken, has);
        let left = self.line_right(area, right);
        let rest = self.line(left, line);
        let label = truncate(label, usize::from(rest.width), app.plain_signs());
        self.line(rest, self.marked(&label, style));
    }

    /// What stands on the right of a row: what is overdue or late, and, where there is room, who
    /// leads. `taken`: columns that the rest of the row would like.
    fn row_right(
        &self,
        room: u16,
        node: Node,
        style: Style,
        first_weak: bool,
        taken: usize,
        has: Option<String>,
    ) -> Line<'static> {
        let app = self.app;
        let beside = self.areas.divider.is_some() && !self.areas.is_stacked();
        // From right to left, so that what matters most is there where the row is short. One column
        // stays free before the line that divides list and detail.
        let edge = if beside { " " } else { "" };
        let mut line = Line::raw(edge);
        let add = |line: &mut Line<'static>, text: &str, role: Style| {
            let part = self.span(format!(" {text}"), self.theme.over(style, role));
            if line.width() + part.width() <= usize::from(room) {
                line.push_span(part);
            }
        };
        if first_weak {
            add(&mut line, app.words().weak, self.theme.quiet);
        }
        if let Some(word) = app.assignment_flag(node) {
            add(&mut line, word, self.theme.warn);
        }
        if let Some(has) = has {
            let room = usize::from(room / 2).max(1);
            let has = truncate(&has, room, app.plain_signs());
            add(&mut line, &has, self.theme.quiet);
            line.spans.reverse();
            return line;
        }
        let leads = self.leads(node);
        // Where the detail does not show beside it, a row answers as well as it can.
        let alone = !beside && taken + 2 + width(&leads) + line.width() <= usize::from(room);
        if !leads.is_empty() && (room >= ROOM_FOR_LEADS || alone) {
            add(&mut line, &leads, self.theme.quiet);
            line.push_span(" ");
        }
        if line.width() == edge.len() {
            return Line::default();
        }
        line.spans.reverse();
        line
    }

    /// Who leads, by abbreviation; how much a body answers for.
    fn leads(&self, node: Node) -> String {
        let app = self.app;
        let plan = app.plan();
        let filter = app.basis();
        match node {
            Node::Item(_) => {
                let leads = leading(plan, node, filter);
                leads_line(
                    plan,
                    &leads,
                    if leads.len() > 2 { 2 } else { 3 },
                    app.lang(),
                )
            }
            Node::Body(id) => {
                let shown = plan
                    .responsibilities_of(id)
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
        let room = area.width.saturating_sub(2);
        let lines = self.wrapped(&text, room, self.theme.warn);
        self.lines(right_of(area, 1), lines);
    }

    /// Nothing was found: what to try. In a tab, first of all everything.
    fn nothing(&mut self, area: Rect) {
        let area = right_of(area, 1);
        let words = self.app.words();
        if self.app.lookup().is_waiting() {
            self.line(area, self.span(words.searching, self.theme.strong));
            return;
        }
        let narrowed = self.app.section() != Section::All;
        let tips = [
            if narrowed { words.all_tabs } else { "" },
            words.nothing_try,
        ];
        let tips = self.app.keyed(&tips.join("\n"));
        let tips = tips.lines().filter(|tip| !tip.is_empty());
        let tips = tips.flat_map(|tip| self.wrapped(tip, area.width, self.theme.base));
        let tips = tips.collect();
        self.line(area, self.span(words.nothing, self.theme.strong));
        self.lines(rows_from(area, 2), tips);
    }
}
