//! The matrix: what the cursor is on, the heads of the columns, then a row a body. The heads stand
//! still while the cells scroll under them.

use ratatui::layout::Rect;

use super::{Canvas, width};
use crate::app::{COUNTS, Grid};
use crate::describe::{TextRole, short_name};
use crate::model::{BodyId, Line, Node, Role};
use crate::words::who as words;

impl Canvas<'_> {
    #[cold]
    pub(super) fn grid(&mut self, grid: &Grid, area: Rect) {
        let app = self.app;
        let shape = grid.shape();
        let (Some(said), Some(heads)) = (Self::row(area, 0), Self::row(area, 1)) else {
            return;
        };
        self.said(grid, said);
        if grid.counts().0 == 0 {
            self.text(heads, 1, app.words().matrix_empty, self.theme.base);
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
        self.text(
            Rect {
                width: shape.head,
                ..heads
            },
            1,
            &more,
            self.theme.label,
        );
        let counts = [Role::Lead, Role::Support].map(|role| words::sign(role, app.plain_signs()));
        let over_counts = Rect {
            width: shape.head.min(heads.width),
            ..heads
        };
        self.text_right(
            over_counts,
            &format!("{} ", counts.join("/")),
            self.theme.label,
        );
        for (place, (chosen, _, item)) in grid.visible_columns().enumerate() {
            let cell = cell(heads, shape.head, shape.cell, place);
            let tone = self.theme.tone(TextRole::of(app.plan(), Node::Item(item)));
            let style = if chosen {
                self.theme.strong.patch(self.theme.hit)
            } else {
                tone
            };
            self.text(cell, 0, &app.plan()[item].id, style);
        }
        for (line, (chosen, row)) in grid.visible_rows().enumerate() {
            if let Some(area) = Self::row(area, line + 2) {
                self.grid_row(grid, area, chosen, row);
            }
        }
    }

    fn grid_row(&mut self, grid: &Grid, area: Rect, chosen: bool, row: &Line) {
        let app = self.app;
        let shape = grid.shape();
        let head = Rect {
            width: shape.head.min(area.width),
            ..area
        };
        let style = if chosen {
            self.theme.strong
        } else {
            self.theme.base
        };
        self.text(head, 0, if chosen { ">" } else { " " }, style);
        let name = short_name(app.plan(), row.body, app.lang());
        let counts = format!("{}/{} ", row.count.lead, row.count.support);
        let end = self.text_right(head, &counts, self.theme.quiet);
        let left = Rect {
            width: end.saturating_sub(1),
            ..head
        };
        self.text(left, 1, &name, style);
        if shape.name > 0 {
            let column = shape.head.saturating_sub(shape.name + COUNTS);
            let name = app.plan()[row.body].name.get(app.lang());
            self.text(left, column, name, self.theme.base);
        }
        for (place, (here, column, _)) in grid.visible_columns().enumerate() {
            let cell = cell(area, shape.head, shape.cell, place);
            let role = row.roles.get(column).copied().flatten();
            let sign = role.map_or("·", |role| words::sign(role, app.plain_signs()));
            let sign = if app.plain_signs() && role.is_none() {
                "."
            } else {
                sign
            };
            let style = match (chosen && here, role) {
                (true, _) => self.theme.cursor,
                (false, Some(_)) => self.theme.strong,
                (false, None) => self.theme.label,
            };
            let room = width(sign).max(1);
            self.text(cell, 0, sign, style);
            if chosen && here && room < 2 {
                self.text(cell, 1, " ", style);
            }
        }
    }

    /// The cell under the cursor in words: body, role, item, basis.
    fn said(&mut self, grid: &Grid, area: Rect) {
        let app = self.app;
        let Some((body, item, role)) = grid.current() else {
            return;
        };
        let plan = app.plan();
        let mut at = self.text(
            area,
            1,
            &short_name(plan, body, app.lang()),
            self.theme.strong,
        );
        let does = role.map_or_else(
            || "-".to_owned(),
            |role| words::does(app.lang(), role).to_owned(),
        );
        at = self.text(area, at + 1, &does, self.theme.quiet);
        let tone = self.theme.tone(TextRole::of(plan, Node::Item(item)));
        at = self.text(area, at + 1, &plan[item].id, tone);
        at = self.text(
            area,
            at + 1,
            plan.label(Node::Item(item), app.lang()),
            self.theme.base,
        );
        if let Some(basis) = self.cell_basis(body, item) {
            self.text(area, at + 2, &basis, self.theme.quiet);
        }
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
