//! Going somewhere, the way back and forward, and Esc.

use plan::app::{Context, Effect, Focus, MatrixView, Msg, Popup, Progress};

use super::{Ui, here, out_of_filter, shows, start, typed};

#[test]
fn back_leads_exactly_to_where_one_was_and_forward_again() {
    let mut ui = start();
    let mut trail = Vec::new();
    // Each of these goes somewhere else and leaves a place behind.
    let steps = [
        ("digital<down*3>", "<enter>"),
        ("<down*4><right*2>", "<enter>"),
        ("<down*2><right>", "<space>w"),
        ("<down*2>", "<space>i"),
        ("<down*6><right*2>", "<enter>"),
        ("", "<space>/miit<enter>"),
        ("<end><left>", "<enter>"),
        ("<space>f", "<space>d"),
        ("<right*2>", "<space>m"),
        ("<down*3><right*3>", "<enter>"),
    ];
    for (before, go) in steps {
        ui = ui.press(before);
        trail.push(here(&ui).come_back_to());
        ui = ui.press(go);
        assert_ne!(trail.last(), Some(&here(&ui)), "{before} {go} went nowhere");
    }
    let last = here(&ui);
    for place in trail.iter().rev() {
        ui = out_of_filter(ui);
        ui = ui.press("<backspace>");
        assert_eq!(&here(&ui), place);
    }
    ui.send(Msg::Back);
    shows(&ui, "Nothing to go back to.");
    for place in trail.iter().skip(1).chain([&last]) {
        ui.send(Msg::Forward);
        assert_eq!(&here(&ui), place);
    }
    ui.send(Msg::Forward);
    shows(&ui, "Nothing to go forward to.");
}

#[test]
fn going_elsewhere_ends_the_way_forward() {
    let ui = start()
        .press("<esc><space>/T6<enter><space>/P1<enter><backspace>")
        .on_node("T6");
    let ui = ui
        .press("<space>/P2<enter>")
        .on_node("P2")
        .press("<alt-right>");
    shows(&ui, "Nothing to go forward to.");
    ui.press("<alt-left>").on_node("T6");
}

#[test]
fn the_other_keys_of_the_way_back() {
    let ui = start().press("<esc><space>/T6<enter><space>/P1<enter>");
    let ui = ui
        .press("<alt-left>")
        .on_node("T6")
        .press("<alt-right>")
        .on_node("P1");
    ui.press("<alt-left>")
        .on_node("T6")
        .press("<alt-right>")
        .on_node("P1")
        .press("<ctrl-h>")
        .on_node("T6");
}

#[test]
fn esc_closes_the_topmost_thing() {
    // A query, with its page wide, under a menu with a filter.
    let ui = start().press("5g<enter><space>f<f1>qu");
    assert!(matches!(ui.app.overlay(), Some(Popup::Menu(_))));
    let ui = ui.press("<esc>");
    assert!(ui.app.overlay().is_none() && ui.app.detail().is_wide());
    let ui = ui.press("<esc>");
    assert!(!ui.app.detail().is_wide() && ui.app.focus() == Focus::Detail);
    let ui = ui.press("<esc>");
    assert_eq!((ui.app.focus(), typed(&ui)), (Focus::List, "5g"));
    let ui = ui.press("<esc>");
    assert_eq!((ui.app.focus(), typed(&ui)), (Focus::List, ""));
    let before = here(&ui);
    let ui = ui.press("<esc*2>");
    assert_eq!(here(&ui), before);
    assert!(
        !ui.effects
            .iter()
            .any(|effect| matches!(effect, Effect::Quit | Effect::Interrupt))
    );
}

#[test]
fn esc_in_the_prompt_clears_and_then_leaves() {
    let ui = start().press("5g<esc>");
    assert_eq!((ui.app.focus(), typed(&ui)), (Focus::Prompt, ""));
    let ui = ui.press("<esc>");
    assert_eq!(ui.app.focus(), Focus::List);
}

#[test]
fn esc_in_the_matrix_takes_the_filter_away_and_closes() {
    let ui = start().press("<esc><space>m<space>nmiit");
    assert!(
        ui.app
            .matrix_view()
            .is_some_and(|grid| grid.input().value() == "miit")
    );
    let ui = ui.press("<esc>");
    assert!(
        ui.app
            .matrix_view()
            .is_some_and(|grid| grid.input().value().is_empty() && !grid.typing())
    );
    let ui = ui.press("<esc>");
    assert!(ui.app.matrix_view().is_none());
    assert_eq!(ui.app.context(), Context::List);
}

/// A page that was opened from a cell is left for that cell, also over other pages.
#[test]
fn esc_leads_back_to_the_cell_that_a_page_was_opened_from() {
    let cell = |ui: &Ui| ui.app.matrix_view().and_then(MatrixView::current);
    for (way, back) in [
        ("<enter>", "<esc>"),
        ("<enter><right><enter>", "<esc>"),
        ("<space>/P9<enter>", "<esc>"),
        ("<space>w", "<esc>"),
    ] {
        let ui = start().press("<esc><space>m<down*2><right*3>");
        let before = cell(&ui);
        assert!(before.is_some());
        let ui = ui.press(way);
        assert!(ui.app.matrix_view().is_none(), "{way}");
        let ui = ui.press(back);
        assert_eq!(cell(&ui), before, "{way}");
        let ui = ui.press("<esc>");
        assert_eq!(ui.app.context(), Context::List, "{way}");
    }
    // A page that the list opened is left for the list.
    let ui = start().press("<esc><space>m<esc><down><enter><esc>");
    assert!(ui.app.matrix_view().is_none());
    assert_eq!(ui.app.focus(), Focus::List);
}

#[test]
fn esc_stops_loading_before_anything_else() {
    let mut ui = start().press("5g");
    ui.send(Msg::Progress(Progress {
        done: 1,
        all: 10,
        millis: 60,
    }));
    let ui = ui.press("<esc>");
    assert!(matches!(ui.effects.last(), Some(Effect::CancelLoad)));
    assert_eq!(typed(&ui), "5g");
}
