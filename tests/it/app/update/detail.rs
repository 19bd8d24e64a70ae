//! The detail: its links and its width; the panes.

use plan::app::{Context, Effect, Focus, Subject};
use plan::describe::Goal;
use plan::page::Link;

use super::{hides, shows, start};
use crate::ui::shipped;

#[test]
fn links_are_chosen_in_reading_order_and_followed() {
    let mut ui = start().press("<esc><space>/T6<enter>");
    let count = ui.app.page().links.len();
    assert!(count > 8);
    for expected in 0..count {
        ui = ui.press("<right>");
        assert_eq!(ui.app.detail().link(), Some(expected));
        let line = ui.app.page().links[expected].line;
        let height = usize::from(ui.app.areas().page().height);
        let scroll = ui.app.detail().scroll();
        assert!(
            (scroll..scroll + height).contains(&line),
            "the chosen link shows"
        );
    }
    let ui = ui.press("<right><left*2>");
    assert_eq!(ui.app.detail().link(), Some(count - 3));
    let ui = start().press("<esc><space>/T6<enter*2>");
    assert_eq!(
        ui.app.detail().link(),
        Some(0),
        "Enter without a chosen link chooses the first"
    );
    let ui = ui
        .press("<enter>")
        .on_node("mem")
        .press("<backspace>")
        .on_node("T6");
    assert_eq!(ui.app.detail().link(), Some(0));
}

#[test]
fn an_address_is_sent_to_the_clipboard_and_shown() {
    let plan = shipped();
    let (_, document) = plan
        .documents()
        .find(|(_, document)| document.url.starts_with("http"))
        .expect("a document with an address");
    let id = document.id.to_string();
    let mut ui = start().press(&format!("<esc><space>/{id}<enter>"));
    let links = &ui.app.page().links;
    let is_address = |link: &Link| matches!(link.goal, Goal::Address(_));
    let address = links
        .iter()
        .position(is_address)
        .expect("it has an address");
    for _ in 0..=address {
        ui = ui.press("<right>");
    }
    let ui = ui.press("<enter>").on_node(&id);
    let [Effect::Copy(copied)] = &ui.effects[..] else {
        panic!("nothing was copied:\n{}", ui.frame())
    };
    assert!(copied.starts_with("http"), "{copied}");
    shows(&ui, "Copied. If pasting fails");
}

#[test]
fn the_detail_takes_the_whole_width_and_gives_it_back() {
    let ui = start().press("5g<esc*2>");
    let ui = ui.press("<space>f");
    assert!(
        ui.app.areas().list.is_none() && ui.app.areas().detail.is_some_and(|area| area.width == 80)
    );
    assert_eq!(ui.app.focus(), Focus::Detail);
    let ui = ui.press("<space>f");
    assert!(ui.app.areas().list.is_some() && ui.app.focus() == Focus::Detail);
    let ui = ui.press("<space>f<tab>");
    assert!(
        ui.app.areas().list.is_some(),
        "who leaves the detail sees the list"
    );
    hides(&ui.press("<esc><space>/T6<enter><space>f"), "│");
}

#[test]
fn panes_go_round() {
    let mut ui = start();
    for focus in [Focus::List, Focus::Detail, Focus::Prompt] {
        ui = ui.press("<tab>");
        assert_eq!(ui.app.focus(), focus);
    }
    for focus in [Focus::Detail, Focus::List, Focus::Prompt] {
        ui = ui.press("<shift-tab>");
        assert_eq!(ui.app.focus(), focus);
    }
    let ui = ui.press("zzzzqqqq<tab*2>");
    assert_ne!(ui.app.focus(), Focus::Detail, "there is no page");
}

/// What a link asks was not typed: the list has the keys, and the way back leads to the page.
#[test]
fn a_link_that_asks_gives_the_keys_to_what_it_lists() {
    let ui = start().press("<space>i<right*2><enter>");
    assert_eq!(ui.app.lookup().input().value(), "result:missed");
    assert_eq!(ui.app.context(), Context::List);
    let ui = ui.press("<backspace>");
    assert_eq!(ui.app.detail().subject(), Some(Subject::Charts));
}
