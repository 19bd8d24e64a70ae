//! A plan that is read while the explorer is already up: what can be done before it is there, and
//! what becomes of that when it is.

use crate::ui::Ui;
use plan::app::{Effect, Focus, Msg, Options, Progress, SessionState};
use plan::model::Lang;

fn unread(query: &str) -> Ui {
    Ui::unread(query, 80, 24, Options::default())
}

fn typed(ui: &Ui) -> &str {
    ui.app.lookup().input().value()
}

/// A tab and a page, as a session may have been left.
fn left() -> SessionState {
    SessionState {
        tab: Some("kind:action".to_owned()),
        row: Some("A3".to_owned()),
        ..SessionState::default()
    }
}

#[test]
fn what_is_typed_early_is_asked_once_it_can_be() {
    let ui = unread("").press("vilages<left*5>l");
    assert_eq!(typed(&ui), "villages");
    assert!(ui.app.lookup().found().is_none() && !ui.app.lookup().is_waiting());
    let ui = ui.arrive(Some(left()));
    assert_eq!(typed(&ui), "villages");
    assert_eq!(ui.app.lookup().input().cursor(), 3);
    assert!(ui.app.lookup().found().is_some_and(|found| found.total > 0));
    assert_eq!(ui.app.focus(), Focus::Prompt);
    // Who asks for something is not led to another tab.
    assert_eq!(ui.app.place().tab, None);
}

#[test]
fn enter_pressed_early_opens_the_first_answer() {
    let ui = unread("").press("p17<enter>").arrive(None).on_node("P17");
    assert_eq!(ui.app.focus(), Focus::Detail);
    // Whoever typed on after it has changed their mind.
    let ui = unread("").press("p17<enter><backspace>").arrive(None);
    assert_eq!(ui.app.focus(), Focus::Prompt);
    let ui = unread("").press("<enter>").arrive(None);
    assert_eq!(ui.app.focus(), Focus::Prompt);
}

#[test]
fn an_unread_plan_begins_as_a_read_one_does() {
    for query in ["", "P17", "digital villages"] {
        for place in [None, Some(left())] {
            let mut read = Ui::new(80, 24);
            if let Some(Effect::Search(question)) = read.app.begin(place.clone(), query) {
                read.send(question.answer());
            }
            let waited = unread(query).arrive(place);
            assert_eq!(waited.frame(), read.frame(), "{query:?}");
            assert_eq!(waited.app.place(), read.app.place(), "{query:?}");
        }
    }
}

#[test]
fn nothing_else_is_there_yet() {
    let before = unread("").frame();
    for keys in [
        "<tab>",
        "<shift-tab>",
        "<down>",
        "<pagedown>",
        "<alt-up>",
        "<enter>",
    ] {
        let ui = unread("").press(keys);
        assert_eq!(ui.frame(), before, "{keys}");
        assert!(ui.effects.is_empty(), "{keys}");
    }
    // The help lists every key; none leads anywhere.
    let ui = unread("").press("<f1>matrix<enter>");
    assert!(ui.app.matrix_view().is_none() && ui.app.overlay().is_none());
}

#[test]
fn esc_gives_up_and_the_interrupt_key_interrupts() {
    let ui = unread("").press("data<esc>");
    assert!(matches!(ui.effects[..], [Effect::GiveUp]));
    let ui = unread("").press("data<ctrl-c>");
    assert!(matches!(ui.effects[..], [Effect::Interrupt]));
    // The topmost thing goes first.
    let ui = unread("").press("<f1><esc>");
    assert!(ui.effects.is_empty() && ui.app.overlay().is_none());
    let mut ui = unread("");
    ui.send(Msg::Unreadable);
    assert!(matches!(ui.effects[..], [Effect::GiveUp]));
}

#[test]
fn language_help_and_memory_stay() {
    let ui = unread("").press("<f2><f1>").arrive(None);
    assert_eq!(ui.app.lang(), Lang::Zh);
    assert!(ui.app.overlay().is_some());
    assert_eq!(ui.app.bookmarks(), ["P1"]);
    let ui = ui.press("<esc><alt-up>");
    assert_eq!(typed(&ui), "earlier");
}

#[test]
fn progress_is_shown_from_when_there_is_some() {
    let mut ui = unread("");
    assert!(!ui.frame().contains("large.json\n large") && !ui.frame().contains('%'));
    ui.send(Msg::Progress(Progress {
        done: 30_000_000,
        all: 60_000_000,
        millis: 500,
    }));
    let frame = ui.frame();
    for part in [
        "Loading large.json",
        "50 %",
        "30 of 60 MB",
        "60 MB/s",
        "1 s left",
        "Esc cancels",
    ] {
        assert!(frame.contains(part), "{part}:\n{frame}");
    }
    // Figures are short.
    for (done, parts) in [
        (226_400_000, &["226 of 524 MB", "130 MB/s  3 s left"][..]),
        (0, &["0.0 of 524 MB", "0.0 MB/s "]),
    ] {
        ui.send(Msg::Progress(Progress {
            done,
            all: 524_887_352,
            millis: 1_730,
        }));
        let frame = ui.frame();
        assert!(parts.iter().all(|part| frame.contains(part)), "{frame}");
        assert_eq!(frame.contains("left"), done > 0, "{frame}");
    }
    let frame = ui.arrive(None).frame();
    assert!(
        !frame.contains('%') && !frame.contains("Loading"),
        "{frame}"
    );
}
