//! The list: the rows that show, and no others.

use std::collections::HashMap;

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::Line;

use super::leads::{LEADS, LEAST, SHORTEST};
use super::{Canvas, right_of, rows_from, width};
use crate::app::layout::list_area;
use crate::app::list::ListRow;
use crate::app::{Focus, TabKind};
use crate::describe::{INFERRED, TextRole, sign_in};
use crate::i18n::results::results;
use crate::model::{KindId, Node};
use crate::page::{truncate, truncate_words};

/// Names stand in one column behind ids of up to so many columns, and behind names of bodies.
const WIDEST_ID: usize = 4;
const WIDEST_BODY: usize = 12;
/// The columns of a count of leads, such as ` +2`, at most.
const SHORTEST_COUNT: usize = 4;

/// A name cut at a word takes more than such a part of its room, or it is cut within one.
const FULL: (usize, usize) = (4, 5);

/// What a row says of its node.
struct RowTexts {
    sign: String,
    /// Columns of the sign and of blanks behind it, so that names stand below each other.
    column: usize,
    label: String,
}

/// What rows have said that is said once, or explained.
#[derive(Default)]
struct SaidOnce {
    /// That they match less well.
    weak: bool,
    /// That a lead is inferred.
    inferred: bool,
}

/// Nodes whose signs stand in one column.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum SignColumn {
    Plan,
    Items(KindId),
    Bodies,
    Documents,
    Found,
}

/// Cuts a name at a word, or within one where otherwise much of the room would stay empty.
fn cut(name: &str, room: usize, ascii: bool) -> String {
    let words = truncate_words(name, room, ascii);
    let is_full = width(&words) * FULL.1 > room * FULL.0;
    if is_full && width(&words) + LEAST > room {
        words
    } else {
        truncate(name, room, ascii)
    }
}

/// A ground shows where the cursor is; without one a mark does.
fn cursor_mark(style: Style) -> &'static str {
    let ground = style.bg.is_some() || style.add_modifier.contains(Modifier::REVERSED);
    if ground { " " } else { ">" }
}

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
        let rows: Vec<(usize, ListRow)> = app.list().visible().collect();
        let columns = self.sign_columns(&rows);
        let weak = app.lookup().found().map(|found| found.weak);
        let mut said = SaidOnce::default();
        for (line, (index, row)) in rows.into_iter().enumerate() {
            let Some(area) = Self::row(area, line) else {
                break;
            };
            let column = columns.get(&self.column_of(row.node)).copied();
            let texts = self.texts(row.node, column.unwrap_or(0));
            let is_weak = weak.is_some_and(|weak| index >= weak);
            self.list_row(area, (index, row), &texts, is_weak, &mut said);
        }
        if said.inferred {
            self.list_legend();
        }
        let bar = Rect {
            x: match self.areas.divider {
                // On the line between the panes it costs no column.
                Some(divider) if !self.areas.is_stacked() => divider.x,
                Some(_) | None => area.right().saturating_sub(1),
            },
            width: 1,
            ..area
        };
        let (first, count) = (app.list().offset(), app.list().rows().len());
        self.scroll_bar(bar, first, count, app.focus() == Focus::List);
    }

    /// Which nodes share a column of signs: those of a kind; in what was found, all but bodies, whose
    /// signs are names in Chinese.
    fn column_of(&self, node: Node) -> SignColumn {
        let found = self.app.lookup().found().is_some();
        match node {
            Node::Body(_) => SignColumn::Bodies,
            Node::Plan | Node::Item(_) | Node::Document(_) if found => SignColumn::Found,
            Node::Item(id) => SignColumn::Items(self.app.plan()[id].kind),
            Node::Plan => SignColumn::Plan,
            Node::Document(_) => SignColumn::Documents,
        }
    }

    /// How wide the columns of signs are: as the widest that shows, and as the last of its kind, so
    /// that they do not change when the list scrolls.
    fn sign_columns(&self, rows: &[(usize, ListRow)]) -> HashMap<SignColumn, usize> {
        let plan = self.app.plan();
        let mut columns: HashMap<SignColumn, usize> = HashMap::new();
        for (_, row) in rows {
            let sort = self.column_of(row.node);
            let column = columns.entry(sort).or_insert_with(|| {
                let last = match sort {
                    SignColumn::Items(kind) => plan.items_of(kind).next_back().map(Node::Item),
                    SignColumn::Documents => plan
                        .documents()
                        .next_back()
                        .map(|(id, _)| Node::Document(id)),
                    SignColumn::Plan | SignColumn::Bodies | SignColumn::Found => None,
                };
                last.map_or(0, |last| width(plan.id(last)))
            });
            *column = (*column).max(width(&self.sign_of(row.node)));
        }
        for (sort, column) in &mut columns {
            let most = match sort {
                SignColumn::Bodies => WIDEST_BODY,
                SignColumn::Plan
                | SignColumn::Items(_)
                | SignColumn::Documents
                | SignColumn::Found => WIDEST_ID,
            };
            *column = (*column).min(most);
        }
        columns
    }

    fn sign_of(&self, node: Node) -> String {
        sign_in(self.app.plan(), node, self.app.lang())
    }

    fn texts(&self, node: Node, column: usize) -> RowTexts {
        let app = self.app;
        let sign = self.sign_of(node);
        let in_tree = app.lookup().found().is_none();
        let label = match node {
            // Title and page name the plan.
            Node::Plan if in_tree => app.words().overview,
            Node::Plan | Node::Item(_) | Node::Body(_) | Node::Document(_) => {
                app.plan().label(node, app.lang())
            }
        };
        let label = if label == sign { "" } else { label };
        RowTexts {
            column: column.max(width(&sign)),
            label: label.to_owned(),
            sign,
        }
    }

    fn list_row(
        &mut self,
        area: Rect,
        (index, row): (usize, ListRow),
        texts: &RowTexts,
        weak: bool,
        said: &mut SaidOnce,
    ) {
        let app = self.app;
        let chosen = index == app.list().cursor() && !app.is_above_rows();
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
        let mark = if chosen { cursor_mark(style) } else { " " };
        let mut line = Line::from(self.span(mark, style));
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
        line.spans.extend(self.marked(&texts.sign, tone));
        line.push_span(" ".repeat(texts.column - width(&texts.sign) + 1));
        let area = list_area(area);
        let taken = line.width() + width(&texts.label);
        let free = usize::from(area.width).saturating_sub(taken);
        let most = usize::from(area.width).saturating_sub(SHORTEST.max(line.width()));
        let right = self.row_right((index, row.node), style, (free, most), weak, said);
        let left = self.line_right(area, right);
        let rest = self.line(left, line);
        let label = cut(&texts.label, usize::from(rest.width), app.plain_signs());
        self.line(rest, self.marked(&label, style));
    }

    /// What stands on the right of a row: by when it is due, what is overdue or late, and, in columns that its name
    /// leaves free, that it matches less well, what it has of the query, or who leads. Where the name
    /// leaves no room for that, it is cut for one lead, which may take `most` columns.
    fn row_right(
        &self,
        (index, node): (usize, Node),
        style: Style,
        (free, most): (usize, usize),
        weak: bool,
        said: &mut SaidOnce,
    ) -> Line<'static> {
        let app = self.app;
        let spaced = |blanks: &'static str, text: &str, role: Style| {
            let style = self.theme.over(style, role);
            [self.span(blanks, style), self.span(text.to_owned(), style)]
        };
        let part = |text: &str, role: Style| spaced("  ", text, role);
        let flag = app.assignment_flag(node).unwrap_or_default();
        let ranked = app.ranked(index, node);
        let (flag, tone) = match &ranked {
            Some(ranked) => (ranked.as_str(), self.theme.quiet),
            None => (flag, self.theme.warn),
        };
        let mut line = Line::default();
        let due = app.due(index, node).map(|due| due.to_string());
        let shown = due.iter().map(String::as_str).chain([flag]);
        let shown: Vec<&str> = shown.filter(|text| !text.is_empty()).collect();
        let flagged = match shown.len() {
            0 => 0,
            _ => width(&shown.join(" ")) + 2,
        };
        // One blank will do where two would cut the name.
        let gap = if due.is_some() && flagged > free {
            " "
        } else {
            "  "
        };
        let counts = most >= SHORTEST_COUNT;
        let (free, most) = (free.saturating_sub(flagged), most.saturating_sub(flagged));
        let word = app.words().weak;
        let has = app.has(index, node);
        // It never stands in the place of a lead.
        let tagged = width(word) + 2;
        let beside = match self.leads(node, 1) {
            lead if has.is_none() && !lead.is_empty() => width(&lead) + 2,
            _ => 0,
        };
        let is_tagged = weak && !said.weak && tagged + beside <= free;
        let free = if is_tagged {
            line.extend(part(word, self.theme.quiet));
            said.weak = true;
            free - tagged
        } else {
            free
        };
        let fits = |text: &&str| !text.is_empty() && width(text) + 2 <= free;
        if let Some(has) = has {
            let has = truncate(&has, free.saturating_sub(2), app.plain_signs());
            if width(&has) >= LEAST {
                line.extend(part(&has, self.theme.quiet));
            }
        } else if ranked.is_none() {
            let mut leads = (1..=LEADS).rev().map(|most| self.leads(node, most));
            let leads = leads.find(|leads| fits(&leads.as_str()));
            let leads = leads.map(|leads| (leads, false)).or_else(|| {
                // No name is cut for a lead beside the date that was asked for.
                if due.is_some() {
                    return None;
                }
                let one = self.leads(node, 1);
                let is_led = !one.is_empty() && matches!(node, Node::Item(_));
                if is_led && width(&one) + 2 <= most {
                    return Some((one, false));
                }
                // One blank will do for a lead alone, and a lead that there is no room for is counted.
                let alone = self.lead_alone(node, &one, free, most);
                let count = || {
                    Some(self.leads(node, 0)).filter(|text| counts && width(text) < SHORTEST_COUNT)
                };
                let text = alone
                    .or_else(count)
                    .filter(|text| is_led && !text.is_empty());
                text.map(|text| (text, true))
            });
            if let Some((leads, tight)) = leads {
                // One blank will do where two would cut the name.
                let tight = tight || width(&leads) + 1 == free;
                line.extend(spaced(
                    if tight { " " } else { "  " },
                    &leads,
                    self.theme.quiet,
                ));
                said.inferred |= matches!(node, Node::Item(_)) && leads.contains(INFERRED);
            }
        }
        if let Some(due) = &due {
            line.extend(spaced(gap, due, self.theme.quiet));
        }
        if !flag.is_empty() {
            let gap = if due.is_some() { " " } else { "  " };
            line.extend(spaced(gap, flag, tone));
        }
        line
    }

    /// What the mark of leads means, on the line above the list or below it.
    fn list_legend(&mut self) {
        let (app, areas) = (self.app, self.areas);
        let level = areas.divider.filter(|_| areas.is_stacked());
        let (Some(line), Some(list)) = (areas.rule.or(level), areas.list) else {
            return;
        };
        let area = Rect {
            x: list.x,
            width: list.width.saturating_sub(1),
            ..line
        };
        let legend = format!(" {} ", results(app.lang()).inferred_mark);
        self.line_right(area, self.span(legend, self.theme.quiet));
    }

    /// What there is to say of the question; as a chosen row, where Enter does what it says.
    pub(super) fn note(&mut self, area: Rect) {
        let text = self.app.search_notes_said();
        let room = area.width.saturating_sub(2);
        let style = if self.app.is_above_rows() {
            self.buffer.set_style(area, self.theme.cursor);
            let mark = cursor_mark(self.theme.cursor);
            self.line(area, self.span(mark, self.theme.cursor));
            self.theme.cursor
        } else {
            self.theme.accent
        };
        let lines = self.wrapped(&text, room, style);
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
        if self.app.runs_on_enter() || self.app.asks_for_file() {
            return;
        }
        if self.app.is_all_hidden() {
            let said = self.app.keyed(words.none_ours);
            let lines = self.wrapped(&said, area.width, self.theme.strong);
            self.lines(area, lines);
            return;
        }
        let narrowed = self.app.section() != TabKind::All;
        let found = self.app.lookup().found();
        let is_answered = found.is_some_and(|found| found.is_none_such());
        let tips = [
            if narrowed { words.all_tabs } else { "" },
            if is_answered { "" } else { words.nothing_try },
        ];
        let tips = self.app.keyed(&tips.join("\n"));
        let tips = tips.lines().filter(|tip| !tip.is_empty());
        let tips = tips.flat_map(|tip| self.wrapped(tip, area.width, self.theme.base));
        let tips = tips.collect();
        if !is_answered {
            self.line(area, self.span(words.nothing, self.theme.strong));
        }
        self.lines(rows_from(area, 2), tips);
    }
}
