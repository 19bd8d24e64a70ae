//! What is typed into the prompt, and how questions and answers meet.

use std::sync::Arc;

use crossterm::event::Event;
use plan::app::{App, Context, Effect, Focus, Memo, Msg, Options, update};
use plan::model::Lang;
use plan::search::Index;
use ratatui::layout::Size;

use super::{start, typed};
use crate::ui::{Ui, options, shipped};

#[test]
fn the_prompt_is_readline_s() {
    // Keys, what stands in the prompt, where the caret is.
    let table = [
        ("abc", "abc", 3),
        ("abc<left>x", "abxc", 3),
        ("abc<ctrl-b*2>x", "axbc", 2),
        ("abc<home>x", "xabc", 1),
        ("abc<ctrl-a>x<ctrl-e>y", "xabcy", 5),
        ("abc<ctrl-a><ctrl-f>x", "axbc", 2),
        ("abc<backspace>", "ab", 2),
        ("abc<ctrl-h>", "ab", 2),
        ("abc<left><ctrl-d>", "ab", 2),
        ("abc<left><delete>", "ab", 2),
        ("one two<ctrl-w>", "one ", 4),
        ("one two<alt-backspace>", "one ", 4),
        ("one two<alt-b>x", "one xtwo", 5),
        ("one two<ctrl-a><alt-f>x", "one xtwo", 5),
        ("one two<ctrl-a><alt-d>", "two", 0),
        ("one two<alt-b><ctrl-u>", "two", 0),
        ("one two<alt-b><ctrl-k>", "one ", 4),
        ("one two<ctrl-w><ctrl-y>", "one two", 7),
        ("one two<alt-b><ctrl-u><ctrl-e><ctrl-y>", "twoone ", 7),
        ("数字<left>x", "数x字", 2),
        ("数字政府<ctrl-u>", "", 0),
        ("q", "q", 1),
        ("a?", "a?", 2),
        ("<end><home><left><right>", "", 0),
        ("lead:mi<right>", "lead:miit", 9),
    ];
    for (keys, value, caret) in table {
        let ui = start().press(keys);
        let input = ui.app.lookup().input();
        assert_eq!((input.value(), input.cursor()), (value, caret), "{keys}");
        assert_eq!(ui.app.focus(), Focus::Prompt, "{keys}");
    }
}

#[test]
fn a_line_break_in_a_paste_is_a_blank() {
    let mut ui = start();
    let event = Event::Paste("digital\r\nvillages\tand\u{1b}[31m\u{202e}more\n".to_owned());
    let msg = plan::keys::message(ui.app.keymap(), ui.app.context(), &event);
    ui.send(msg.expect("a paste is typed"));
    let words = typed(&ui).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        words.starts_with("digital villages and"),
        "{:?}",
        typed(&ui)
    );
    assert!(
        typed(&ui)
            .chars()
            .all(|c| !c.is_control() && c != '\u{202e}'),
        "{:?}",
        typed(&ui)
    );
    assert_eq!(ui.app.context(), Context::Prompt, "nothing was opened");
    let mut list = start().press("<esc>");
    list.send(Msg::Paste("5g\n".to_owned()));
    assert_eq!(typed(&list), "5g ", "a paste into the list is a query");
    assert_eq!(list.app.context(), Context::Prompt);
}

#[test]
fn the_arrows_choose_while_typing_and_the_detail_follows() {
    let ui = start().press("digital<down*2>");
    assert_eq!(ui.app.context(), Context::Prompt);
    assert_eq!(ui.app.list().cursor(), 2);
    assert_eq!(ui.app.node(), ui.row());
    let ui = ui.press("<up><ctrl-n*2><ctrl-p>");
    assert_eq!(ui.app.list().cursor(), 2);
    let ui = ui.press("<shift-down*2><shift-up>");
    assert_eq!((ui.app.detail().scroll(), ui.app.list().cursor()), (1, 2));
    assert_eq!(typed(&ui), "digital");
    let ui = ui.press("s");
    assert_eq!(
        ui.app.list().cursor(),
        0,
        "another query begins at its best answer"
    );
}

#[test]
fn earlier_queries_come_back() {
    let options = Options {
        queries: vec!["oldest".to_owned(), "5g".to_owned()],
        ..options(Lang::En)
    };
    let ui = Ui::with(80, 24, options).press("<ctrl-r>");
    assert_eq!(typed(&ui), "5g");
    let ui = ui.press("<alt-up>");
    assert_eq!(typed(&ui), "oldest");
    let ui = ui.press("<ctrl-u>t6<enter>");
    let asked =
        |effect: &Effect| matches!(effect, Effect::Remember(Memo::Asked(query)) if query == "t6");
    assert!(ui.effects.iter().any(asked));
    let ui = ui.press("<esc*2><shift-tab><ctrl-r>");
    assert_eq!(typed(&ui), "t6");
}

#[test]
fn a_late_answer_is_dropped_and_enter_waits_for_the_right_one() {
    let plan = Arc::new(shipped());
    let index = Index::lazy(&plan);
    let mut app = App::new(
        Arc::clone(&plan),
        Arc::clone(&index),
        Size::new(80, 24),
        options(Lang::En),
    );
    let mut asked = Vec::new();
    for character in "t6".chars() {
        match update(&mut app, Msg::Type(character)) {
            Some(Effect::Search(question)) => asked.push(question),
            other => panic!("typing asks: {other:?}"),
        }
    }
    let before = app.list().rows().len();
    let [first, second] = &asked[..] else {
        panic!("two questions")
    };
    assert!(update(&mut app, first.answer()).is_none());
    assert_eq!(app.list().rows().len(), before, "an old answer was taken");
    assert!(app.lookup().is_waiting());
    assert!(update(&mut app, Msg::Open).is_none());
    assert_eq!(app.focus(), Focus::Prompt, "it waits");
    update(&mut app, second.answer());
    assert_eq!((app.node(), app.focus()), (plan.find("T6"), Focus::Detail));
}

#[test]
fn marks_that_are_typed_one_by_one_do_not_pile_up() {
    for mark in ["\u{e34}", "\u{301}", "\u{1da00}", "\u{11a8}"] {
        let ui = start().press(&format!("x{}y", mark.repeat(50)));
        assert_eq!(typed(&ui), format!("x{}y", mark.repeat(4)), "{mark:?}");
    }
}

/// What was typed is cleared by the first Ctrl-C; at rest the next one leaves.
#[test]
fn ctrl_c_clears_and_then_leaves() {
    for keys in [
        "5g<ctrl-c><ctrl-c>",
        "5g<ctrl-u><ctrl-c>",
        "quit<ctrl-u><ctrl-c>",
    ] {
        let ui = start().press(keys);
        let ends = matches!(ui.effects.last(), Some(plan::app::Effect::Interrupt));
        assert!(
            ends,
            "{keys}: {:?} {:?}\n{}",
            ui.effects,
            ui.app.context(),
            ui.frame()
        );
    }
}
