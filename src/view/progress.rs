//! How far files are read, where the list will stand: a bar, how many bytes, how fast, how long still.

use ratatui::layout::Rect;
use ratatui::symbols::{block, line};
use ratatui::widgets::{LineGauge, Widget as _};

use super::{Canvas, right_of, rows_from};
use crate::app::Progress;
use crate::model::Lang;

/// The widest bar, in columns.
const WIDEST: u16 = 30;

impl Canvas<'_> {
    /// Nothing is said before there is something to say: what is read at once shows no bar.
    pub(super) fn progress(&mut self, area: Rect) {
        let app = self.app;
        let Some(at) = app.progress() else { return };
        let words = app.words();
        let name = app.plan().info().name.get(Lang::En);
        let room = area.width.saturating_sub(2);
        let text = right_of(area, 1);
        let title = format!("{} {name}", words.loading);
        let title = self.wrapped(&title, room, self.theme.strong);
        let figures = [
            (bytes(at, words.of), self.theme.base),
            (pace(at, words.loading_left), self.theme.base),
            (words.loading_type.to_owned(), self.theme.quiet),
        ];
        let figures = figures.map(|(text, style)| self.wrapped(&text, room, style));
        let below = u16::try_from(title.len()).unwrap_or(u16::MAX);
        if let Some(row) = Self::row(area, title.len()) {
            self.gauge(row, at);
        }
        self.lines(text, title);
        self.lines(rows_from(text, below.saturating_add(1)), figures.concat());
    }

    /// A bar, and behind it the share that is done.
    fn gauge(&mut self, row: Rect, at: Progress) {
        let (done, rest) = if self.app.plain_signs() {
            ("#", "-")
        } else {
            (block::FULL, line::HORIZONTAL)
        };
        let share = u8::try_from(at.share().min(100)).unwrap_or(100);
        // The column of its label, which is empty, is the gauge's left margin.
        let gauge = Rect {
            width: row.width.saturating_sub(9).min(WIDEST) + 1,
            ..row
        };
        LineGauge::default()
            .label("")
            .ratio(f64::from(share) / 100.0)
            .filled_symbol(done)
            .unfilled_symbol(rest)
            .filled_style(self.theme.accent)
            .unfilled_style(self.theme.accent)
            .render(gauge, self.buffer);
        let share = self.span(format!(" {share:3} %"), self.theme.accent);
        self.line(right_of(row, gauge.width), share);
    }
}

/// Bytes done and in all.
fn bytes(at: Progress, of: &str) -> String {
    format!("{} {of} {}", millions(at.done), mega(at.all))
}

/// Bytes a second, and the time left.
fn pace(at: Progress, left: fn(u64) -> String) -> String {
    let rate = format!("{}/s", mega(at.rate()));
    match at.left() {
        Some(seconds) => format!("{rate}  {}", left(seconds)),
        None => rate,
    }
}

fn mega(bytes: u64) -> String {
    format!("{} MB", millions(bytes))
}

fn millions(bytes: u64) -> String {
    let tenths = bytes / 100_000;
    if tenths < 100 {
        format!("{}.{}", tenths / 10, tenths % 10)
    } else {
        (tenths / 10).to_string()
    }
}
