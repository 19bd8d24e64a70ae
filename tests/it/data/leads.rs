//! "Who is responsible for …": for every task, project and action, typing what it is called shows
//! it first, and the first screen names everyone who leads, each with what that rests on. What is
//! drawn is read back from the screen and compared with the plan's file, read as plain JSON.

use crate::facts::drawn::{LANGS, body, lead_blocks, shows_leads};
use crate::facts::{Facts, str};
use crate::ui::{Ui, options};
use plan::model::Lang;

const SOUGHT: &[&str] = &["task", "project", "action"];

#[test]
fn what_it_is_called_puts_it_first_with_all_who_lead() {
    let facts = Facts::shipped();
    let ids = facts.ids(SOUGHT);
    assert_eq!(ids.len(), 37);
    for words in &LANGS {
        let mut ui = start(words.lang);
        for id in &ids {
            let item = facts.get("items", id);
            let texts = [
                &item["name"]["en"],
                &item["name"]["zh"],
                &item["short"]["en"],
                &item["short"]["zh"],
                &item["id"],
            ];
            for text in texts.into_iter().map(str).filter(|text| !text.is_empty()) {
                ui = pasted(ui, text);
                first_is(&ui, id, text);
                shows_leads(&ui, &facts, words, id);
            }
        }
    }
}

/// Letter by letter it comes to the same, and every state on the way can be drawn.
#[test]
fn typing_letter_by_letter_finds_the_same() {
    let facts = Facts::shipped();
    let mut ui = start(Lang::En);
    for id in facts.ids(SOUGHT) {
        ui = ui.press("<ctrl-e><ctrl-u>").press(&id.to_lowercase());
        first_is(&ui, &id, &id);
        shows_leads(&ui, &facts, &LANGS[0], &id);
    }
}

/// The one with the most leads, spelt out: four bodies, four documents, on the first screen.
#[test]
fn t6_has_four_leads_on_the_first_screen() {
    let facts = Facts::shipped();
    for words in &LANGS {
        let ui = pasted(start(words.lang), "t6");
        let blocks = lead_blocks(&ui, words);
        let bodies: Vec<&str> = blocks.iter().filter_map(|block| body(&ui, block)).collect();
        let wanted = match words.lang {
            Lang::En => ["MEM", "MPS", "MCA", "CAC"],
            Lang::Zh => ["应急管理部", "公安部", "民政部", "中央网信办"],
        };
        assert_eq!(bodies, wanted, "{}", ui.frame());
        shows_leads(&ui, &facts, words, "T6");
    }
}

fn start(lang: Lang) -> Ui {
    Ui::with(80, 30, options(lang))
}

/// The prompt holds this text and nothing else.
#[track_caller]
fn pasted(ui: Ui, text: &str) -> Ui {
    ui.press("<ctrl-e><ctrl-u>").paste(text)
}

#[track_caller]
fn first_is(ui: &Ui, id: &str, typed: &str) {
    let node = ui.row().expect("something was found");
    assert_eq!(ui.app.list().cursor(), 0);
    assert_eq!(
        ui.app.plan().id(node),
        id,
        "after typing {typed:?}:\n{}",
        ui.frame()
    );
}

/// Who led until a year is told from who leads: the year stands with the lead, and nothing counts it.
#[test]
fn a_former_lead_says_until_when() {
    for (lang, line, page, row) in [
        (
            "en",
            "NDA, NDRC (until 2023)",
            "until 2023; source:",
            "NDRC–2023",
        ),
        (
            "zh",
            "国家数据局、国家发改委（至2023年）",
            "至2023年；据",
            "国家发改委",
        ),
    ] {
        let list = crate::program::out(&["--lang", lang, "list", "project"]);
        assert!(list.contains(line), "{list}");
        assert!(crate::program::out(&["--lang", lang, "who", "P5"]).contains(page));
        let lang = if lang == "en" {
            plan::model::Lang::En
        } else {
            plan::model::Lang::Zh
        };
        let ui = crate::ui::Ui::with(120, 40, crate::ui::options(lang)).press("p5");
        assert!(ui.frame().contains(row), "{}", ui.frame());
    }
    let matrix = crate::program::out(&["matrix", "--kind", "project"]);
    let ndrc = matrix
        .lines()
        .find(|line| line.starts_with("NDRC"))
        .expect("a row");
    assert!(ndrc.contains("P5 (until 2023)"), "{ndrc}");
}
