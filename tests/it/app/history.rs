//! The way back: each step shows something else, and no step changes a query.

use crate::ui::{Ui, options};
use plan::model::Lang;

fn start(lang: Lang) -> Ui {
    Ui::with(80, 24, options(lang))
}

#[test]
fn backspace_goes_back_through_what_was_opened_and_erases_nothing() {
    for (lang, back) in [
        (Lang::En, "<backspace>"),
        (Lang::Zh, "<backspace>"),
        (Lang::En, "<alt-left>"),
    ] {
        let mut ui = start(lang).press("P1<enter><esc>T2<enter><esc>P9<enter>");
        let mut seen = vec![ui.frame()];
        let mut queries = Vec::new();
        loop {
            let offered = ui.app.offers(&plan::app::Msg::Back);
            ui = ui.press(back);
            let query = ui.app.lookup().input().value().to_owned();
            assert!(["P1", "T2", "P9", ""].contains(&&*query), "{query}");
            if !offered {
                break;
            }
            assert_ne!(seen.last(), Some(&ui.frame()), "{back} shows no change");
            seen.push(ui.frame());
            queries.push(query);
        }
        assert_eq!(queries, ["P9", "T2", "P1"]);
    }
}

#[test]
fn in_the_prompt_backspace_erases() {
    let ui = start(Lang::En).press("P1<enter>P9<backspace>");
    assert_eq!(ui.app.lookup().input().value(), "P");
}
