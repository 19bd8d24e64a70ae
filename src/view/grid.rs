//! The matrix: what the cursor is on, the heads of the columns, then a row a body. The heads stand
//! still while the cells scroll under them.

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use super::{Canvas, right_of, rows_from, width};
use crate::app::{COUNTS, MatrixView, Shape};
use crate::describe::{TextRole, short_name};
use crate::i18n::who as words;
use crate::model::{self, BodyId, ItemId, KindId, Node, Role};
use crate::page;

impl Canvas<'_> {
    pub(super) fn grid(&mut self, grid: &MatrixView, area: Rect) {
        let app = self.app;
        let shape = grid.shape();
        let names = usize::from(shape.names);
        let (Some(said), Some(heads)) = (Self::row(area, 0), Self::row(area, names + 1)) else {
            return;
        };
        self.said(grid, said);
        if grid.counts().0 == 0 {
            let area = right_of(rows_from(area, shape.names + 1), 1);
            let lines = self.wrapped(&self.nothing_in(grid), area.width, self.theme.base);
            self.lines(area, lines);
            return;
        }
        let [above, left, below, right] = grid.more();
        let arrows = [
            (above, "↑", "^"),
            (left, "←", "<"),
            (below, "↓", "v"),
            (right, "→", ">"),
        ];
        let more: String = arrows
            .iter()
            .filter(|(there, _, _)| *there)
            .map(|(_, sign, plain)| if app.plain_signs() { *plain } else { *sign })
            .collect();
        let above_names = Rect {
            width: shape.head.min(heads.width),
            ..heads
        };
        let counts =
            [Role::Lead, Role::Support].map(|role| words::sign(role, false, app.plain_signs()));
        let counts = format!("{} ", counts.join("/"));
        // Words beside the signs where the names of the bodies leave room for them.
        let said = app.words();
        let room = usize::from(above_names.width).saturating_sub(2);
        let more_said = if more.is_empty() {
            String::new()
        } else {
            format!("{more} {}", said.matrix_more)
        };
        let counts_said = format!("{} {counts}", said.matrix_counts);
        let (more, counts) = if width(&more_said) + width(&counts_said) <= room {
            (more_said, counts_said)
        } else {
            (more, counts)
        };
        let more = self.span(more, self.theme.label);
        self.line(right_of(above_names, 1), more);
        let counts = self.span(counts, self.theme.label);
        self.line_right(above_names, counts);
        let totals = Self::row(area, names + 2 + shape.rows).filter(|_| shape.totals);
        for (place, (chosen, column, item)) in grid.visible_columns().enumerate() {
            let tone = self.theme.tone(TextRole::of(app.plan(), Node::Item(item)));
            let style = if chosen {
                self.theme.accent.add_modifier(Modifier::UNDERLINED)
            } else {
                tone
            };
            let cell = |row| cell(row, shape.head, shape.cell, place);
            self.line(cell(heads), self.span(&*app.plan()[item].id, style));
            let plain = if chosen {
                self.theme.strong
            } else {
                self.theme.quiet
            };
            let name = app.plan().label(Node::Item(item), app.lang());
            let name = app.charset().fit(name).into_owned();
            if shape.stairs {
                self.step(area, shape, place, &name, plain);
            } else {
                self.upright(area, shape, place, &name, plain);
            }
            if let Some(row) = totals {
                self.line(cell(row), self.span(grid.total(column).to_string(), plain));
            }
        }
        if let Some(row) = totals {
            let total = match app.plain_signs() {
                _ if width(said.matrix_total) + 1 < usize::from(shape.head) => said.matrix_total,
                true => "+",
                false => "Σ",
            };
            self.line(right_of(row, 1), self.span(total, self.theme.quiet));
        }
        for (line, (chosen, row)) in grid.visible_rows().enumerate() {
            if let Some(area) = Self::row(area, names + line + 2) {
                self.grid_row(grid, area, chosen, row);
            }
        }
    }

    /// What is said of a table without cells.
    fn nothing_in(&self, grid: &MatrixView) -> String {
        let app = self.app;
        let typed = grid.input().value().trim();
        let name = |kind: KindId| app.plan()[kind].plural.get(app.lang());
        let Some(kind) = grid.kind().filter(|_| !typed.is_empty()) else {
            return app.words().matrix_empty.to_owned();
        };
        let others: Vec<&str> = grid.kinds_elsewhere().map(name).collect();
        let others = others.join(words::who(app.lang()).list);
        let words = app.words();
        let nothing = words.matrix_nothing(typed, name(kind));
        match &*others {
            "" => nothing,
            _ => nothing + &words.matrix_elsewhere(&others, &app.keyed("{kind}")),
        }
    }

    /// The name of a column on a line of its own, with a line down to the column's head.
    fn step(&mut self, area: Rect, shape: Shape, place: usize, name: &str, style: Style) {
        let column = cell(area, shape.head, shape.cell, place);
        if let Some(row) = Self::row(area, place + 1) {
            let rest = right_of(row, column.x - row.x);
            self.line(rest, self.span(name.to_owned(), style));
        }
        let down = if self.app.plain_signs() { "|" } else { "│" };
        for line in place + 2..=usize::from(shape.names) {
            if let Some(row) = Self::row(column, line) {
                self.line(row, self.span(down, style));
            }
        }
    }

    /// The name of a column upright, a character a line, its end next to the id.
    fn upright(&mut self, area: Rect, shape: Shape, place: usize, name: &str, style: Style) {
        let names = usize::from(shape.names);
        let column = cell(area, shape.head, shape.cell, place);
        let letters = page::graphemes(name).map(|(_, letter)| letter);
        let mut name: Vec<&str> = letters.take(names + 1).collect();
        if name.len() > names
            && let Some(_) = name.pop()
            && let Some(last) = name.last_mut()
        {
            *last = if self.app.plain_signs() { "~" } else { "…" };
        }
        for (line, letter) in name.iter().enumerate() {
            if let Some(row) = Self::row(column, 1 + names - name.len() + line) {
                self.line(row, self.span((*letter).to_owned(), style));
            }
        }
    }

    fn grid_row(&mut self, grid: &MatrixView, area: Rect, chosen: bool, row: &model::MatrixRow) {
        let app = self.app;
        let shape = grid.shape();
        let head = Rect {
            width: shape.head.min(area.width),
            ..area
        };
        let style = if chosen {
            self.theme.idle_cursor
        } else {
            self.theme.base
        };
        if chosen {
            self.buffer.set_style(head, style);
        }
        let name = short_name(app.plan(), row.body, app.lang());
        let counts = format!("{}/{} ", row.count.lead, row.count.support);
        let quiet = self.theme.over(style, self.theme.quiet);
        let rest = self.line_right(head, self.span(counts, quiet));
        let left = Rect {
            width: rest.width.saturating_sub(1),
            ..rest
        };
        self.line(right_of(left, 1), self.span(name.clone(), style));
        let full = app.plan()[row.body].name.get(app.lang());
        if shape.name > 0 && full != name {
            let column = shape.head.saturating_sub(shape.name + COUNTS);
            self.line(right_of(left, column), self.span(full, style));
        }
        for (place, (here, column, item)) in grid.visible_columns().enumerate() {
            let cell = cell(area, shape.head, shape.cell, place);
            let role = row.roles.get(column).copied().flatten();
            let inferred = row.inferred.get(column).copied().unwrap_or(false);
            let former = row.until.get(column).copied().flatten().is_some();
            let empty = if app.plain_signs() { "." } else { "·" };
            let sign = role.map_or_else(
                || empty.to_owned(),
                |role| words::sign_until(role, inferred, former, app.plain_signs()),
            );
            let late = role.is_some() && self.is_late(row.body, item);
            let style = match (chosen && here, role) {
                (true, _) => self.theme.cursor,
                (false, Some(_)) if late => self.theme.warn,
                (false, Some(_)) if former => self.theme.quiet,
                (false, Some(_)) if inferred => self.theme.base,
                (false, Some(_)) => self.theme.strong,
                // The cursor's row and column are marked, besides their heads.
                (false, None) if chosen || here => self.theme.strong,
                (false, None) => self.theme.label,
            };
            let sign = if late { sign + "!" } else { sign };
            // The cursor is two columns wide, so that it is seen.
            let wide = if chosen && here && width(&sign) < 2 {
                " "
            } else {
                ""
            };
            self.line(cell, self.span(format!("{sign}{wide}"), style));
        }
    }

    /// Whether an assignment of the item to the body is late or overdue.
    fn is_late(&self, body: BodyId, item: ItemId) -> bool {
        let known = self.app.plan().responsible(Node::Item(item)).iter();
        let mut rows = known
            .filter(|known| known.body == body)
            .flat_map(model::Responsibility::assigned);
        rows.any(|row| row.needs_attention(self.app.today()))
    }

    /// The cell under the cursor in words: body, role, item, basis.
    fn said(&mut self, grid: &MatrixView, area: Rect) {
        let app = self.app;
        let Some((body, item, role)) = grid.current() else {
            return;
        };
        let plan = app.plan();
        let does = role.map_or(words::who(app.lang()).does_nothing, |role| {
            words::does(app.lang(), role)
        });
        let tone = self.theme.tone(TextRole::of(plan, Node::Item(item)));
        let label = plan.label(Node::Item(item), app.lang());
        let body_does = [
            Span::raw(" "),
            self.span(short_name(plan, body, app.lang()), self.theme.strong),
            Span::raw(" "),
            self.span(does, self.theme.quiet),
        ];
        let names_column = [
            Span::raw(" "),
            self.span(&*plan[item].id, tone),
            Span::raw(" "),
            self.span(label, self.theme.base),
        ];
        // Only here the column is named on a narrow screen; body and role stand in the row too.
        let wide: usize = body_does.iter().chain(&names_column).map(Span::width).sum();
        let body_does = body_does
            .into_iter()
            .filter(|_| wide <= usize::from(area.width));
        let mut line: Line = body_does.chain(names_column).collect();
        if let Some(basis) = self.cell_basis(body, item) {
            line.push_span("  ");
            line.push_span(self.span(basis, self.theme.quiet));
        }
        self.line(area, line);
    }

    fn cell_basis(&self, body: BodyId, item: crate::model::ItemId) -> Option<String> {
        let plan = self.app.plan();
        let known = plan
            .responsible(Node::Item(item))
            .iter()
            .find(|known| known.body == body)?;
        let row = self.app.basis().shown(known)?;
        Some(crate::describe::basis(plan, row, self.app.lang()))
    }
}

fn cell(row: Rect, head: u16, wide: u16, place: usize) -> Rect {
    let offset = u16::try_from(place)
        .unwrap_or(u16::MAX)
        .saturating_mul(wide)
        .saturating_add(head);
    let x = row.x.saturating_add(offset);
    Rect {
        x,
        width: wide.min(row.right().saturating_sub(x)),
        ..row
    }
}
