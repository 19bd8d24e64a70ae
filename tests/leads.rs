//! "Who is responsible for …": for every task, project and action, typing what it is called shows
//! it first, and the first screen names everyone who leads, each with what that rests on. What is
//! drawn is read back from the screen and compared with the plan's file, read as plain JSON.

mod facts;
mod ui;

use crossterm::event::Event;
use facts::{Facts, Stated, str};
use plan::app::Options;
use plan::model::{Date, Lang};
use ui::Ui;

const SOUGHT: &[&str] = &["task", "project", "action"];

/// The words of one language, as a reader knows them; not taken from the program.
struct Words {
    lang: Lang,
    key: &'static str,
    lead: &'static str,
    /// Columns of the margin in which labels stand.
    margin: usize,
    press: &'static str,
    plan: &'static str,
    mandate: &'static str,
    named: &'static str,
    medium: &'static str,
    low: &'static str,
}

const LANGS: [Words; 2] = [
    Words {
        lang: Lang::En,
        key: "en",
        lead: "Lead",
        margin: 9,
        press: "a press report says so",
        plan: "the plan says so",
        mandate: "inferred from its mandate",
        named: "named in ",
        medium: "partly confirmed",
        low: "unconfirmed",
    },
    Words {
        lang: Lang::Zh,
        key: "zh",
        lead: "牵头",
        margin: 7,
        press: "据媒体报道",
        plan: "规划明文",
        mandate: "按其职责推断",
        named: "见",
        medium: "部分核实",
        low: "未核实",
    },
];

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
        let abbreviations: Vec<&str> = blocks.iter().map(|block| abbreviation(block)).collect();
        assert_eq!(
            abbreviations,
            ["MEM", "MPS", "MCA", "CAC"],
            "{}",
            ui.frame()
        );
        shows_leads(&ui, &facts, words, "T6");
    }
}

fn start(lang: Lang) -> Ui {
    let options = Options {
        lang,
        today: Date::parse("2026-11-24"),
        ..Options::default()
    };
    Ui::with(80, 24, options)
}

/// The prompt holds this text and nothing else.
#[track_caller]
fn pasted(ui: Ui, text: &str) -> Ui {
    let mut ui = ui.press("<ctrl-e><ctrl-u>");
    let event = Event::Paste(text.to_owned());
    let msg = plan::keys::message(ui.app.keymap(), ui.app.context(), &event);
    ui.send(msg.expect("a prompt takes what is pasted"));
    ui
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

#[track_caller]
fn shows_leads(ui: &Ui, facts: &Facts, words: &Words, id: &str) {
    let expected = facts.leads(id);
    assert!(!expected.is_empty(), "{id} has nobody who leads");
    let blocks = lead_blocks(ui, words);
    let drawn: Vec<&str> = blocks.iter().map(|block| abbreviation(block)).collect();
    let stated: Vec<&str> = expected.iter().map(|one| facts.abbr(&one.body)).collect();
    assert_eq!(drawn, stated, "{id}:\n{}", ui.frame());
    for (block, one) in blocks.iter().zip(&expected) {
        if let Err(missing) = says(block, facts, words, one) {
            panic!("{id}: {block:?} lacks {missing:?}\n{}", ui.frame());
        }
    }
}

/// The lines under the label of those who lead, as they stand on the screen: a block a body, which
/// begins with its abbreviation, blanks taken out where lines were joined.
#[track_caller]
fn lead_blocks(ui: &Ui, words: &Words) -> Vec<String> {
    let area = ui.app.areas().detail.expect("the detail shows");
    let buffer = ui.buffer();
    let text = ui::dump_area(&buffer, area);
    let lines: Vec<&str> = text
        .lines()
        .map(|line| line.strip_prefix(' ').unwrap_or(line))
        .collect();
    let start = lines
        .iter()
        .position(|line| line.starts_with(words.lead))
        .unwrap_or_else(|| panic!("nobody leads:\n{}", ui.frame()));
    let mut blocks: Vec<String> = Vec::new();
    for (nth, line) in lines.iter().skip(start).enumerate() {
        let (label, said) = split_columns(line, words.margin);
        if nth > 0 && !label.trim().is_empty() || said.is_empty() {
            break;
        }
        if is_head(&said) {
            blocks.push(said);
        } else if let Some(block) = blocks.last_mut() {
            block.push(' ');
            block.push_str(&said);
        }
    }
    blocks
}

/// A line that begins with an abbreviation and two blanks.
fn is_head(said: &str) -> bool {
    said.split_once("  ").is_some_and(|(sign, _)| {
        !sign.is_empty() && sign.chars().all(|c| c.is_ascii_uppercase() || c == ' ')
    })
}

fn abbreviation(block: &str) -> &str {
    block.split_once("  ").map_or(block, |(sign, _)| sign)
}

/// A line cut at a column.
fn split_columns(line: &str, column: usize) -> (String, String) {
    let mut used = 0;
    let at = line.char_indices().find(|(_, character)| {
        let here = used;
        used += unicode_width::UnicodeWidthChar::width(*character).unwrap_or(0);
        here >= column
    });
    let (label, said) = line.split_at(at.map_or(line.len(), |(at, _)| at));
    (label.to_owned(), said.trim_end().to_owned())
}

/// Whether the block says what the row says; else the first thing that it lacks.
fn says(block: &str, facts: &Facts, words: &Words, one: &Stated) -> Result<(), String> {
    let block = without_blanks(block);
    let lacks = |what: &str| -> Result<(), String> {
        let there = block.contains(&without_blanks(what));
        if there { Ok(()) } else { Err(what.to_owned()) }
    };
    match one.basis.as_str() {
        "plan" => lacks(words.plan)?,
        "press" => lacks(words.press)?,
        "mandate" => lacks(words.mandate)?,
        "companion" => {
            let id = one.document.as_deref().expect("a companion row names it");
            let document = facts.get("documents", id);
            let name = without_blanks(str(&document["name"][words.key]));
            let named = without_blanks(words.named);
            let (_, cited) = block.split_once(&named).ok_or(words.named)?;
            let cited = cited.trim_start_matches('《');
            let shown: String = cited.chars().take_while(|&c| c != '…').collect();
            let same = name
                .chars()
                .zip(shown.chars())
                .take_while(|(a, b)| a == b)
                .count();
            let is_cut = shown.chars().count() < cited.chars().count();
            let enough = if is_cut {
                same == shown.chars().count() && same >= 4
            } else {
                shown.starts_with(&name)
            };
            if !enough {
                return Err(name);
            }
            if let Some(date) = document["dated"].as_str() {
                lacks(&spelt(date, words.lang))?;
            }
        }
        other => panic!("no such basis in the plan: {other}"),
    }
    let inferred = one.basis == "mandate";
    if !inferred && block.contains(&without_blanks(words.mandate)) {
        return Err("only what is inferred may say so".to_owned());
    }
    match one.confidence.as_str() {
        "high" => Ok(()),
        "medium" => lacks(words.medium),
        "low" => lacks(words.low),
        other => panic!("no such confidence: {other}"),
    }
}

/// A date as a reader reads it.
fn spelt(date: &str, lang: Lang) -> String {
    const MONTHS: &str =
        "January February March April May June July August September October November December";
    let mut parts = date
        .split('-')
        .map(|part| part.parse::<usize>().expect("a number"));
    let (year, month, day) = (parts.next(), parts.next(), parts.next());
    let year = year.expect("a year");
    let name = |month: usize| MONTHS.split(' ').nth(month - 1).expect("a month");
    match (lang, month, day) {
        (Lang::En, None, _) => format!("{year}"),
        (Lang::En, Some(month), None) => format!("{} {year}", name(month)),
        (Lang::En, Some(month), Some(day)) => format!("{day} {} {year}", name(month)),
        (Lang::Zh, None, _) => format!("{year}年"),
        (Lang::Zh, Some(month), None) => format!("{year}年{month}月"),
        (Lang::Zh, Some(month), Some(day)) => format!("{year}年{month}月{day}日"),
    }
}

fn without_blanks(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}
