//! The foot of the screen: the keys that matter now.

use ratatui::layout::Rect;
use ratatui::text::Line;

use super::{Canvas, width};
use crate::app::{Chord, Context, Msg};
use crate::i18n::keys::keys;
use crate::page::Charset;

impl Canvas<'_> {
    /// The few keys that matter now: those of the lowest rank that fit together.
    pub(super) fn footer(&mut self, area: Rect) {
        const GAP: usize = 2;
        let hints = self.hints();
        let mut by_rank: Vec<usize> = (0..hints.len()).collect();
        by_rank.sort_by_key(|&place| hints[place].rank);
        let mut room = usize::from(area.width).saturating_sub(1);
        let mut shown = vec![false; hints.len()];
        for place in by_rank {
            let hint = &hints[place];
            let wide = width(&hint.key) + 1 + width(hint.word);
            if wide <= room {
                shown[place] = true;
                room = room.saturating_sub(wide + GAP);
            }
        }
        let mut line = Line::default();
        let mut gap = " ";
        for (hint, _) in hints.into_iter().zip(shown).filter(|(_, shown)| *shown) {
            line.push_span(gap);
            line.push_span(self.span(hint.key, self.theme.strong));
            line.push_span(" ");
            line.push_span(self.span(hint.word, self.theme.quiet));
            gap = "  ";
        }
        self.line(area, line);
    }

    /// What the footer could say here.
    fn hints(&self) -> Vec<KeyHint> {
        let app = self.app;
        let plain = app.plain_signs();
        let here = app.keymap().hints(app.context());
        let texts = keys(app.lang());
        let is_one_cell = || {
            app.matrix_view()
                .is_some_and(|grid| grid.counts() == (1, 1))
        };
        let hints = here.filter_map(|(msg, strokes, word, rank)| {
            let word = match (app.is_opening(), msg) {
                (true, Msg::Leave) => texts.cancel,
                (true, msg) if !matches!(msg, Msg::Help | Msg::Cancel) => return None,
                // A query is what goes first.
                (_, Msg::Cancel) if !app.lookup().input().value().is_empty() => texts.clear,
                // The filter of the matrix is what goes first.
                (_, Msg::Leave)
                    if app
                        .matrix_view()
                        .is_some_and(|grid| !grid.input().value().is_empty())
                        && app.overlay().is_none() =>
                {
                    texts.show_all
                }
                (_, Msg::Open) if app.offer_on_enter().is_some() => texts.run,
                (_, Msg::Open) if app.context() == Context::Filter && is_one_cell() => texts.open,
                (_, _) => word(texts),
            };
            // Where a page was reached over others, how to go back comes first.
            let rank = match msg {
                Msg::Back if app.trail().is_some() => 0,
                _ => rank,
            };
            let drawable = app.charset() != Charset::Ascii || word.is_ascii();
            // One arrow stands for both.
            let has = |is: fn(&Chord) -> bool| strokes.iter().any(|key| is(&key.chord));
            let key = match (msg, plain) {
                (Msg::Move(_), false) if has(Chord::is_down) => "↑↓".to_owned(),
                (Msg::Move(_), true) if has(Chord::is_down) => "Up/Down".to_owned(),
                // In a query a blank is a blank.
                (Msg::Menu, _) if app.context() == Context::Prompt => {
                    app.keyed(&app.words().one_then("{pane}", "{menu}"))
                }
                // In the menu a letter is pressed by itself.
                _ if app.context() == Context::Commands => strokes.first()?.chord.label(plain),
                _ => strokes.first()?.label(plain),
            };
            (drawable && app.offers(msg)).then_some(KeyHint { key, word, rank })
        });
        hints.collect()
    }
}

/// A key that matters now.
struct KeyHint {
    key: String,
    word: &'static str,
    rank: u8,
}
