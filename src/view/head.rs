//! The head of the screen: title, prompt, tabs.

use ratatui::layout::Rect;
use ratatui::style::Modifier;
use ratatui::text::Line;

use super::{Canvas, right_of, width};
use crate::app::{Context, Popup};
use crate::describe;
use crate::i18n::menu::menu;
use crate::i18n::results::results;
use crate::i18n::who as words;
use crate::model::{BasisFilter, Role, Status};

/// Below this width a prompt has a sign for a name.
const NARROW: u16 = 40;
/// Columns of the prompt's sign, of the caret and of a gap.
const PROMPT: usize = 7;
/// Columns of the sign and of the caret, of those.
const CARET: usize = 4;

impl Canvas<'_> {
    /// The plan's name on the left; on the right language, and of when the data is.
    pub(super) fn title(&mut self, area: Rect) {
        let app = self.app;
        if app.is_opening() {
            let name = format!(" {}", app.plan().info().name.get(app.lang()));
            self.line(area, self.span(name, self.theme.strong));
            return;
        }
        let (info, words) = (app.plan().info(), app.words());
        let ends = info.period.map(|(_, to)| to);
        let over = app
            .today()
            .is_some_and(|today| ends.is_some_and(|to| today.year > to));
        let name = format!(" {}", info.name.get(app.lang()));
        let over = ends
            .filter(|_| over)
            .map_or_else(String::new, |to| words.period_over(to));
        let only = match app.basis() {
            BasisFilter::All => "",
            BasisFilter::Documented => words.only_documented,
            BasisFilter::Assigned => words.only_assigned,
        };
        let data = info
            .compiled
            .map(|compiled| words.updated(&words::month(app.lang(), compiled)));
        let data = data.unwrap_or_default();
        // The language is seen on every line, the date on the plan's page.
        let shorter = [
            vec![only, &over, words.language, &data],
            vec![only, &over, &data],
            vec![only, &over],
        ];
        let joined = shorter.map(|mut parts| {
            parts.retain(|part| !part.is_empty());
            parts.join("  ")
        });
        let fits = |right: &&String| width(&name) + 2 + width(right) <= usize::from(area.width);
        let right = joined.iter().find(fits).unwrap_or(&joined[2]).clone();
        let left = self.line_right(area, self.span(right, self.theme.quiet));
        let left = Rect {
            width: left.width.saturating_sub(1),
            ..left
        };
        let rest = self.line(left, self.span(name, self.theme.strong));
        let Some((from, to)) = info.period else {
            return;
        };
        let period = format!("  {}", words::years(app.lang(), from, to));
        if usize::from(rest.width) > width(&period) {
            self.line(rest, self.span(period, self.theme.quiet));
        }
    }

    /// The prompt: of the search, of an id, of the matrix.
    pub(super) fn prompt(&mut self, area: Rect) {
        let app = self.app;
        let words = app.words();
        let right = self.prompt_right();
        // In the style of what is typed: both change with every key, and a style costs bytes.
        let left = self.line_right(area, self.span(format!("{right} "), self.theme.base));
        let left = if right.is_empty() {
            area
        } else {
            Rect {
                width: left.width.saturating_sub(1),
                ..left
            }
        };
        let hint;
        let (sign, input, hint, has_keys) = match (app.overlay(), app.matrix_view()) {
            (Some(Popup::GoTo(input, _)), _) if area.width < NARROW => (":", input, "", true),
            (Some(Popup::GoTo(input, _)), _) => (words.goto, input, "", true),
            (Some(Popup::Menu(_) | Popup::Commands(_)) | None, Some(grid)) => {
                hint = if grid.typing() {
                    words.matrix_filter.to_owned()
                } else {
                    app.keyed(words.matrix_narrow)
                };
                let has_keys = app.context() == Context::Filter;
                (">", grid.input(), hint.as_str(), has_keys)
            }
            (Some(Popup::Menu(_) | Popup::Commands(_)) | None, None) => {
                let has_keys = matches!(app.context(), Context::Prompt | Context::Empty);
                (">", app.lookup().input(), words.placeholder, has_keys)
            }
        };
        self.field(left, sign, input, hint, has_keys);
    }

    /// A prompt with its text, scrolled so that the caret shows.
    pub(super) fn field(
        &mut self,
        area: Rect,
        sign: &str,
        input: &tui_input::Input,
        hint: &str,
        has_keys: bool,
    ) {
        let style = if has_keys {
            self.theme.accent
        } else {
            self.theme.quiet
        };
        let rest = self.line(area, self.span(format!(" {sign} "), style));
        let scroll = input.visual_scroll(usize::from(rest.width.saturating_sub(1).max(1)));
        let caret = input.visual_cursor().saturating_sub(scroll);
        let x = rest
            .x
            .saturating_add(u16::try_from(caret).unwrap_or(u16::MAX));
        if has_keys && area.height > 0 && x < area.right() {
            self.caret = Some((x, area.y).into());
        }
        if input.value().is_empty() {
            self.line(rest, self.span(hint, self.theme.quiet));
            return;
        }
        let mut line = Line::from(self.span(from_column(input.value(), scroll), self.theme.base));
        let at_end = input.cursor() >= input.value().chars().count();
        if has_keys
            && at_end
            && let Some(more) = self.app.completion()
        {
            line.push_span(self.span(more, self.theme.quiet));
        }
        self.line(rest, line);
    }

    /// On the right of the prompt: how many were found, how far loading is, what an id lacks.
    fn prompt_right(&self) -> String {
        let app = self.app;
        let words = app.words();
        if let Some(Popup::GoTo(_, Some(wrong))) = app.overlay() {
            return wrong.clone();
        }
        if let Some(at) = app.progress() {
            let share = format!("{} %", at.share());
            if self.buffer.area.width < NARROW {
                return share;
            }
            return format!(
                "{} {share}, {}",
                words.loading,
                app.keyed(words.loading_cancel)
            );
        }
        if app.is_opening() {
            return String::new();
        }
        if let Some(grid) = app.matrix_view() {
            let (bodies, items) = grid.counts();
            return format!("{bodies} × {items}")
                .replace('×', if app.plain_signs() { "x" } else { "×" });
        }
        let lookup = app.lookup();
        // What was found stands until the same is answered anew.
        let stands = lookup.is_again() && lookup.found().is_some();
        match lookup.found() {
            _ if lookup.is_waiting() && !stands => words.searching.to_owned(),
            // A command is what was asked for.
            Some(found) if found.hits.is_empty() && app.is_above_rows() => String::new(),
            Some(found) => {
                let read = app.read_as().map(|read| read + "  ").unwrap_or_default();
                // By group, where what was typed leaves room for that.
                let typed = width(lookup.input().value()) + width(&read);
                let room = usize::from(self.buffer.area.width).saturating_sub(typed + PROMPT);
                let counts = describe::counts(app.plan(), lookup.query(), found, app.lang());
                let fits = !counts.is_empty() && width(&counts) <= room;
                let said = if fits {
                    counts
                } else {
                    words.matches(found.answers())
                };
                let order = describe::order(found, app.lang());
                let comma = words::who(app.lang()).comma;
                let ordered = [&said, comma, order].concat();
                let said = if order.is_empty() || width(&ordered) > room {
                    said
                } else {
                    ordered
                };
                // A question that has room by itself is shown from its first letter on.
                let is_whole = typed + CARET <= usize::from(self.buffer.area.width);
                if read.is_empty() && width(&said) > room && is_whole {
                    String::new()
                } else {
                    read + &said
                }
            }
            None => String::new(),
        }
    }

    /// The tabs with how many each holds; what does not fit is under "more".
    pub(super) fn tabs(&mut self, area: Rect) {
        let app = self.app;
        let plan = app.plan();
        if let Some(grid) = app.matrix_view() {
            let kind = grid
                .kind()
                .map_or("", |kind| plan[kind].plural.get(app.lang()));
            let said = format!("{}  {kind}", app.words().matrix);
            let rest = self.line(right_of(area, 1), self.span(said, self.theme.accent));
            // Hardly ever is an issuer or a role that is not stated among the cells.
            let occurs = |role: Role| {
                let mut cells = grid.visible_rows().flat_map(|(_, row)| &row.roles);
                let always = matches!(role, Role::Lead | Role::Support);
                always || cells.any(|cell| *cell == Some(role))
            };
            let roles = Role::ALL.into_iter().filter(|&role| occurs(role));
            let legend: Vec<String> = roles
                .map(|role| {
                    let sign = words::sign(role, false, app.plain_signs());
                    format!("{sign} {}", words::does(app.lang(), role))
                })
                .collect();
            let hollow_of = [Role::Lead, Role::Support];
            let hollow = hollow_of
                .map(|role| words::sign(role, true, app.plain_signs()))
                .concat();
            let hollow = format!("{hollow} {}", results(app.lang()).inferred);
            let mut legend = format!("{}  {hollow} ", legend.join("  "));
            // Only an overlay assigns, and only what is assigned can be late.
            if !plan.overlays().is_empty() {
                let late = words::status(app.lang(), Status::Late);
                legend.insert_str(0, &format!("! {late}  "));
            }
            // Where a shown row has a role that ended.
            let mut rows = grid.visible_rows();
            let has_ended = rows.any(|(_, row)| row.until.iter().any(Option::is_some));
            let ended = has_ended.then(|| {
                let dash = if app.plain_signs() { "-" } else { words::ENDED };
                format!("{dash} {} ", results(app.lang()).ended)
            });
            let ended = ended.unwrap_or_default();
            if has_ended {
                legend.extend([" ", &ended]);
            }
            // On a narrow screen at least the signs that are in every matrix.
            let least = hollow_of.map(|role| {
                let sign = words::sign(role, false, app.plain_signs());
                format!("{sign} {} ", words::does(app.lang(), role))
            });
            let least = least.concat();
            let mut legends = [legend, [&*least, &ended].concat(), least].into_iter();
            let fits = |said: &String| width(said) < usize::from(rest.width);
            if let Some(legend) = legends.find(fits) {
                self.line_right(rest, self.span(legend, self.theme.quiet));
            }
            return;
        }
        if self.title_for_tabs(area) {
            return;
        }
        if let Some(steps) = app.trail() {
            self.trail(right_of(area, 1), &steps);
            return;
        }
        let (tabs, hidden) = app.tabs();
        let mut rest = area;
        for tab in tabs {
            let style = if tab.section == app.section() {
                self.theme.accent.add_modifier(Modifier::UNDERLINED)
            } else {
                self.theme.base
            };
            rest = self.line(right_of(area, tab.column), self.span(tab.label, style));
        }
        if hidden && rest.width > 2 {
            self.line(
                right_of(rest, 2),
                self.span(app.words().more, self.theme.quiet),
            );
        }
    }

    /// How one came to the page: the last steps are what matters where there is no room for all.
    fn trail(&mut self, area: Rect, steps: &[String]) {
        let then = menu(self.app.lang()).then;
        let room = usize::from(area.width);
        let wide = |steps: &[String]| width(&self.app.charset().fit(&steps.join(then)));
        let first = (0..steps.len())
            .find(|&first| wide(&steps[first..]) <= room)
            .unwrap_or(steps.len().saturating_sub(1));
        let Some((here, before)) = steps[first..].split_last() else {
            return;
        };
        let mut rest = area;
        for step in before {
            rest = self.line(rest, self.span(format!("{step}{then}"), self.theme.quiet));
        }
        let style = self.theme.accent.patch(self.theme.hit);
        self.line(rest, self.span(here, style));
    }
}

/// The text from a column on.
fn from_column(text: &str, columns: usize) -> &str {
    let mut used = 0;
    for (at, character) in text.char_indices() {
        if used >= columns {
            return text.get(at..).unwrap_or_default();
        }
        used += width(character.encode_utf8(&mut [0; 4]));
    }
    if columns == 0 { text } else { "" }
}
