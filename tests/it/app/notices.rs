//! Notices at the foot of the screen: all of what they say on a small one, and what they leave in sight.

use crate::ui::{Ui, options};
use plan::app::{Msg, Options};
use plan::model::Lang;

const SIZES: [(u16, u16); 4] = [(80, 24), (40, 12), (40, 10), (120, 40)];

/// Where the program begins is said in full, and the row that the list comes back to stays in sight.
#[test]
fn a_session_that_goes_on_shows_its_row_beside_the_notice() {
    for lang in [Lang::En, Lang::Zh] {
        for (width, height) in SIZES {
            for row in [2, 3, 6, 7, 16, 17, 18, 19, 32, 39] {
                let left =
                    Ui::with(width, height, options(lang)).press(&format!("<tab><down*{row}>"));
                let place = left.app.place();
                let mut ui = Ui::with(width, height, options(lang));
                ui.app.begin(Some(place.clone()), "");
                check(&ui, place.row.as_deref().expect("a row"));
                let joined: String = ui.frame().split_whitespace().collect();
                let said = match lang {
                    Lang::En => "theoverview,fromthetop.",
                    Lang::Zh => "Spaceo打开概览。",
                };
                assert!(joined.contains(said), "{}", ui.frame());
            }
        }
    }
}

/// The same of a notice that comes while one is at a row.
#[test]
fn a_notice_does_not_cover_the_chosen_row() {
    for (width, height) in SIZES {
        for row in [2, 3, 6, 7, 16, 17, 18, 19, 32, 39] {
            let mut ui =
                Ui::with(width, height, options(Lang::En)).press(&format!("<tab><down*{row}>"));
            let id = ui.app.place().row.expect("a row");
            ui.send(Msg::Note(
                "Two lines are needed for what is said here, and on a wide screen they are one line."
                    .to_owned(),
            ));
            check(&ui, &id);
            let joined: String = ui.frame().split_whitespace().collect();
            assert!(joined.contains("theyareoneline."), "{}", ui.frame());
        }
    }
}

/// What has no room is marked as cut, and the first hint is a whole sentence.
#[test]
fn a_long_notice_on_a_small_screen_ends_with_a_mark() {
    let mut ui = Ui::with(40, 12, options(Lang::En));
    ui.send(Msg::Note("abcd ".repeat(60)));
    let frame = ui.frame();
    let lines: Vec<&str> = frame.lines().filter(|line| line.contains("abcd")).collect();
    assert_eq!(lines.len(), 3, "{frame}");
    assert!(lines[2].trim_end().ends_with('…'), "{frame}");
    let first = Options {
        first_start: true,
        ..options(Lang::En)
    };
    let ui = Ui::with(40, 12, first);
    let joined: String = ui.frame().split_whitespace().collect();
    assert!(joined.contains("Enteropens."), "{}", ui.frame());
}

/// The row of a node stands in the frame.
#[track_caller]
fn check(ui: &Ui, id: &str) {
    let frame = ui.frame();
    let is_row = |line: &str| {
        line.split_whitespace()
            .any(|word| word.trim_start_matches(['▾', '▸']) == id)
    };
    let list = ui.app.areas().list.expect("a list");
    let rows = frame.lines().skip(usize::from(list.y));
    let mut rows = rows.take(usize::from(list.height));
    assert!(rows.any(is_row), "{id}:\n{frame}");
}

/// An organisation that was asked for by its name heads the list that is copied, and is none of it.
#[test]
fn a_copied_list_is_of_what_a_body_answers_for() {
    for (lang, typed, head) in [
        (Lang::En, "moe", "(moe) – 11 entries"),
        (Lang::Zh, "教育部", "（教育部）：11条"),
    ] {
        let ui = Ui::in_lang(100, 40, lang)
            .press(typed)
            .press("<tab><space>s");
        assert!(ui.frame().contains(head), "{}", ui.frame());
    }
}
