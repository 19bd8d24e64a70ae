//! Pages of thousands of lines: laid out as far as somebody looks, and whole for whoever goes to
//! their end.

use std::fmt::Write as _;

use crate::ui::Ui;
use plan::app::Options;
use plan::model::{Input, Plan, load};

const CHILDREN: usize = 3000;

/// A goal under which three thousand tasks fall.
fn wide() -> Plan {
    let mut items =
        String::from(r#"{"id":"G1","kind":"goal","name":{"en":"The goal"},"confidence":"high"}"#);
    for number in 1..=CHILDREN {
        write!(
            items,
            r#",{{"id":"T{number}","kind":"task","parent":"G1","name":{{"en":"Task {number}"}},"confidence":"high"}}"#
        )
        .expect("a string takes everything");
    }
    let text = format!(
        r#"{{"format":1,"plan":{{"id":"W","name":{{"en":"Wide"}},"issuer":"B",
            "dated":"2026","compiled":"2026-01-01","period":{{"from":2026,"to":2030}},
            "confidence":"high","summary":{{"en":"Wide."}},"sources":["https://wide.example/"]}},
            "bodies":[{{"id":"B","abbr":"B","name":{{"en":"The body"}},"confidence":"high"}}],"kinds":[
            {{"id":"goal","prefix":"G","name":{{"en":"Goal"}},"plural":{{"en":"Goals"}}}},
            {{"id":"task","prefix":"T","name":{{"en":"Task"}},"plural":{{"en":"Tasks"}}}}],
            "items":[{items}]}}"#
    );
    let input = Input {
        name: "wide",
        bytes: text.as_bytes(),
    };
    load(input, &[]).unwrap_or_else(|problems| panic!("{}", problems[0]))
}

fn on_the_goal() -> Ui {
    Ui::on(wide(), 80, 24, Options::default())
        .press("g1<enter>")
        .on_node("G1")
}

#[test]
fn a_long_page_is_laid_out_as_far_as_it_shows() {
    let ui = on_the_goal();
    assert!(ui.app.page().cut);
    assert!(ui.page().len() < 400, "{}", ui.page().len());
    // The scroll bar says that there is more.
    let frame = ui.frame();
    assert!(frame.contains('┃'), "{frame}");
}

#[test]
fn its_end_is_one_key_away() {
    let ui = on_the_goal().press("<end>");
    assert!(!ui.app.page().cut);
    let last = format!("T{CHILDREN} Task {CHILDREN}");
    assert!(ui.page().iter().any(|line| line.contains(&last)));
    let frame = ui.frame();
    assert!(frame.contains(&last), "{frame}");
}

#[test]
fn scrolling_and_choosing_come_to_every_line() {
    let mut ui = on_the_goal();
    for _ in 0..CHILDREN / 10 {
        ui = ui.press("<pagedown>");
    }
    let last = format!("T{CHILDREN} Task {CHILDREN}");
    assert!(ui.frame().contains(&last), "{}", ui.frame());
    let mut ui = on_the_goal();
    // A line has two links, its sign and its name.
    for _ in 0..2 * CHILDREN + 5 {
        ui = ui.press("<right>");
    }
    let ui = ui.press("<enter>").on_node(&format!("T{CHILDREN}"));
    assert!(ui.page().len() < 100);
}

#[test]
fn another_width_keeps_the_place() {
    let ui = on_the_goal();
    let ui = (0..40).fold(ui, |ui, _| ui.press("<pagedown>"));
    let first = |ui: &Ui| {
        let page = ui.page();
        page[ui.app.detail().scroll()].clone()
    };
    let before = first(&ui);
    let ui = ui.resize(100, 24);
    let number = |line: &str| {
        let digits = line.rsplit(' ').next().expect("a word");
        digits.parse::<usize>().expect("a number")
    };
    assert!(number(&before).abs_diff(number(&first(&ui))) < 5);
}
