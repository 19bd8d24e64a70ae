//! Typing searches, wherever one is: a character never is a command, and none ends the program.

use std::sync::LazyLock;

use crate::facts::{Facts, str};
use crate::ui::{Ui, options};
use plan::app::{Context, Effect, Focus};
use plan::model::Lang;
use proptest::prelude::*;
use proptest::sample::select;

/// Keys that lead to every screen on which nothing else takes the letters.
const PLACES: &[&str] = &[
    "",
    "<esc>",
    "<esc><end>",
    "5g<esc>",
    "5g<enter>",
    "5g<enter><right*2>",
    "5g<enter><right*2><enter>",
    "5g<enter><space>f",
    "zzzzqq<enter><esc>",
    "digital<down><tab>",
    "t6<enter><space>w",
    "t6<enter><space>y",
    "<space>m",
    "<space>m<tab><down*3><right*2>",
    "<space>m<enter>",
    "<space>m<space>nmiit<esc>",
    "<space>i",
    "<space>i<right*3>",
    "<space>d",
    "<space>g",
    "<space>o",
    "<space>/p1<enter><space>c<space>/p3<enter><space>c",
    "<space>/miit<enter><end>",
    "<space>'<esc>",
    "?<esc>",
    "<f1>matrix<esc>",
    "<space><esc>",
    "<space><space>",
    "<space>e",
    "5g<enter><backspace><alt-right>",
];

/// Every word of a name, in both languages, every whole Chinese name and every id.
static WORDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let facts = Facts::shipped();
    let mut words = Vec::new();
    for key in ["items", "bodies", "documents"] {
        for node in facts.list(key) {
            words.push(str(&node["id"]).to_owned());
            let name = &node["name"];
            let english = name["en"].as_str().unwrap_or_default();
            words.extend(english.split_whitespace().map(str::to_owned));
            words.extend(name["zh"].as_str().map(str::to_owned));
        }
    }
    words.retain(|word| !word.starts_with(['?', '？', ' ', '<']));
    words.sort();
    words.dedup();
    words
});

fn at(place: &str, lang: Lang) -> Ui {
    Ui::with(80, 24, options(lang)).press(place)
}

fn ends(ui: &Ui) -> bool {
    ui.effects.iter().any(|effect| {
        matches!(
            effect,
            Effect::Quit | Effect::Interrupt | Effect::Choose(_) | Effect::GiveUp
        )
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_word_typed_anywhere_is_searched(
        place in select(PLACES), word in select(WORDS.as_slice()), chinese: bool,
    ) {
        let lang = if chinese { Lang::Zh } else { Lang::En };
        let ui = at(place, lang).press(&word);
        let rows = |ui: &Ui| ui.app.list().rows().to_vec();
        prop_assert_eq!(ui.app.lookup().input().value(), &word, "{}", place);
        prop_assert_eq!(ui.app.context(), Context::Prompt);
        prop_assert!(ui.app.lookup().found().is_some() && !ui.app.lookup().is_waiting());
        prop_assert_eq!(rows(&ui), rows(&at("", lang).press(&word)), "{}", place);
        prop_assert!(!ends(&ui));
    }

    #[test]
    fn no_text_ends_the_program(
        place in select(PLACES), text in "[!-~数字政府谁？！：／ｑ][ -~数字政府谁？！：／ｑ　]{0,20}",
    ) {
        let ui = at(place, Lang::En);
        let escaped = text.replace('<', "");
        prop_assert!(!ends(&ui.press(&escaped)), "{} after {}", text, place);
    }
}

/// The questions that once left the program, folded a row or changed the tab.
#[test]
fn what_once_was_a_command_is_a_query() {
    for text in [
        "quantum",
        "5g",
        "silk road",
        "17",
        "jobs",
        "q",
        "z",
        "：",
        "ｑ",
    ] {
        for place in ["5g<enter>", "<esc>", "<space>m", "<space>i"] {
            let ui = at(place, Lang::En).press(text);
            assert_eq!(ui.app.lookup().input().value(), text, "{place}");
            assert!(!ends(&ui) && ui.app.matrix_view().is_none(), "{place}");
        }
    }
}

/// A query that was begun elsewhere can be left again for where one was.
#[test]
fn the_way_back_leads_to_where_the_query_was_begun() {
    for place in [
        "5g<enter><right*2>",
        "<space>m<down*3><right*2>",
        "<space>i",
    ] {
        let before = at(place, Lang::En);
        let ui = at(place, Lang::En).press("quantum<alt-left>");
        assert_eq!(ui.frame(), before.frame(), "{place}");
        assert_eq!(ui.app.focus(), before.app.focus(), "{place}");
    }
    let ui = at("5g<enter>", Lang::En).press("quantum<esc>");
    assert_eq!(ui.app.focus(), Focus::Prompt);
}

/// A name that is typed in the matrix is searched; erased or given up, the cell is there again.
#[test]
fn an_erased_query_leads_back_to_the_cell() {
    for place in [
        "<esc><space>m<down*3><right*2>",
        "<esc><space>m<tab><space>nmiit<enter><right>",
    ] {
        let before = at(place, Lang::En);
        for keys in [
            "miit<esc>",
            "miit<backspace*4>",
            "miit<ctrl-u>",
            "m<backspace>",
        ] {
            let ui = at(place, Lang::En).press(keys);
            assert_eq!(ui.frame(), before.frame(), "{place} {keys}");
        }
        // What was opened meanwhile is left step by step.
        let ui = at(place, Lang::En).press("miit<down><enter><esc>");
        assert!(ui.app.matrix_view().is_none(), "{place}");
    }
    // Begun elsewhere, an erased query stays in the prompt.
    let ui = at("5g<enter>", Lang::En).press("miit<backspace*4>");
    assert_eq!(ui.app.focus(), Focus::Prompt);
}
