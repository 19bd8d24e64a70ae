//! How far files are read, where the list will stand: a bar, how many bytes, how fast, how long still.

use ratatui::layout::Rect;

use super::Canvas;
use crate::app::Progress;
use crate::model::Lang;
use crate::page::bar;

/// The widest bar, in columns.
const WIDEST: usize = 30;

impl Canvas<'_> {
    /// Nothing is said before there is something to say: what is read at once shows no bar.
    pub(super) fn progress(&mut self, area: Rect) {
        let app = self.app;
        let Some(at) = app.progress() else { return };
        let words = app.words();
        let name = app.plan().info().name.get(Lang::En);
        let room = usize::from(area.width.saturating_sub(9)).min(WIDEST);
        let share = u8::try_from(at.share()).unwrap_or(100);
        let (full, rest) = bar(share.into(), 100.0, room, app.plain_signs());
        let lines = [
            (format!("{} {name}", words.loading), self.theme.strong),
            (format!("{full}{rest} {share:3} %"), self.theme.accent),
            (bytes(at, words.of), self.theme.base),
            (pace(at, words.loading_left), self.theme.base),
            (words.loading_type.to_owned(), self.theme.quiet),
        ];
        let mut below = 0;
        for (text, style) in &lines {
            for line in crate::page::wrapped(text, usize::from(area.width.saturating_sub(2))) {
                if let Some(row) = Self::row(area, below) {
                    self.text(row, 1, &line, *style);
                }
                below += 1;
            }
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_short() {
        let at = Progress {
            done: 226_400_000,
            all: 524_887_352,
            millis: 1_730,
        };
        let left = |seconds| format!("{seconds} s left");
        assert_eq!(bytes(at, "of"), "226 of 524 MB");
        assert_eq!(pace(at, left), "130 MB/s  3 s left");
        let at = Progress { done: 0, ..at };
        assert_eq!(bytes(at, "of"), "0.0 of 524 MB");
        assert_eq!(pace(at, left), "0.0 MB/s");
    }
}
