//! Where things lie on screens of any size, and how lists move.

use plan::app::Motion;
use plan::app::layout::*;
use plan::app::list::{moved, window};
use plan::page::TAB;
use proptest::prelude::*;
use ratatui::layout::{Rect, Size};

#[test]
fn beside_the_list_text_begins_at_a_tab_stop() {
    for width in SIDE_BY_SIDE..300 {
        let all = areas(Size::new(width, 24), Panes::Split { detail: false });
        let detail = all.detail.expect("they stand side by side");
        assert_eq!(text_area(detail).x % TAB, 0, "{width} columns");
    }
}

#[test]
fn every_area_lies_on_the_screen() {
    for width in 0..260 {
        for height in 0..50 {
            for panes in [
                Panes::Split { detail: false },
                Panes::Split { detail: true },
                Panes::Whole,
            ] {
                let screen = Rect::new(0, 0, width, height);
                let a = areas(Size::new(width, height), panes).with_aside();
                let parts = [
                    a.title,
                    Some(a.prompt),
                    a.tabs,
                    a.rule,
                    a.list,
                    a.divider,
                    a.detail,
                    a.aside_divider,
                    a.aside,
                    a.footer,
                ];
                let mut covered = 0u32;
                for part in parts.into_iter().flatten() {
                    assert_eq!(
                        part.intersection(screen),
                        part,
                        "{width}x{height} {panes:?}"
                    );
                    covered += part.area();
                }
                assert_eq!(
                    covered,
                    screen.area(),
                    "{width}x{height} {panes:?}: parts overlap or leave a gap"
                );
            }
        }
    }
}

#[test]
fn a_wide_screen_has_a_third_pane_and_text_stays_narrow() {
    for width in SIDE_BY_SIDE..300 {
        let split = areas(Size::new(width, 40), Panes::Split { detail: false });
        let all = split.with_aside();
        assert_eq!(all.aside.is_some(), width >= 160, "{width} columns");
        assert!(all.aside.is_none() || all.page().width <= PROSE);
        let names = all.list.map_or(0, |list| list.width);
        assert!(names >= 38, "{names} columns for names at {width}");
    }
}

#[test]
fn the_chosen_tab_always_shows() {
    let widths = [6, 8, 11, 10, 9, 7, 13];
    for room in 0..100 {
        for chosen in 0..widths.len() {
            let shown = fit_tabs(&widths, chosen, room, 5);
            assert!(
                shown.iter().any(|&(_, index)| index == chosen),
                "{chosen} at {room}"
            );
        }
    }
    assert_eq!(fit_tabs(&widths, 0, 100, 5).len(), widths.len());
}

proptest! {
    // No file of seeds: those of the sources would lie at the top of the repository.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn the_cursor_is_always_in_the_window(
        count in 0usize..50, height in 0usize..20, start in 0usize..50, offset in 0usize..50,
    ) {
        let cursor = start.min(count.saturating_sub(1));
        for motion in [Motion::Prev, Motion::Next, Motion::HalfUp, Motion::HalfDown,
                       Motion::PageUp, Motion::PageDown, Motion::First, Motion::Last] {
            let to = moved(cursor, count, height, motion);
            let top = window(offset, to, count, height);
            prop_assert!(count == 0 || to < count);
            prop_assert!(top <= to && to < top + height.max(1));
            prop_assert!(top + height.max(1) <= count.max(height.max(1)));
        }
    }
}
