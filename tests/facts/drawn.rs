//! The answer as it is drawn, read back from the screen: the lines under the label of those who
//! lead, and whether they say what the file says.

use plan::app::layout::text_area;
use plan::describe::short_name;
use plan::model::{Lang, Node};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::{Facts, Stated, str};
use crate::ui::{Ui, dump_area};

/// The words of one language, as a reader knows them; not taken from the program.
pub struct Words {
    pub lang: Lang,
    pub key: &'static str,
    pub lead: &'static str,
    pub press: &'static str,
    pub plan: &'static str,
    pub mandate: &'static str,
    pub named: &'static str,
    pub medium: &'static str,
    pub low: &'static str,
}

pub const LANGS: [Words; 2] = [
    Words {
        lang: Lang::En,
        key: "en",
        lead: "Lead",
        press: "source: press report",
        plan: "stated in the plan",
        mandate: "inferred from its remit",
        named: "source: ",
        medium: "partly confirmed",
        low: "unconfirmed",
    },
    Words {
        lang: Lang::Zh,
        key: "zh",
        lead: "牵头",
        press: "据媒体报道",
        plan: "规划原文载明",
        mandate: "根据部门职责推定",
        named: "据《",
        medium: "部分核实",
        low: "待核实",
    },
];

/// The drawn page names exactly those who lead an item, each with what that rests on.
#[track_caller]
pub fn shows_leads(ui: &Ui, facts: &Facts, words: &Words, id: &str) {
    let expected = facts.leads(id);
    assert!(!expected.is_empty(), "{id} has nobody who leads");
    let blocks = lead_blocks(ui, words);
    let drawn: Vec<&str> = blocks.iter().filter_map(|block| body(ui, block)).collect();
    let stated: Vec<String> = expected.iter().map(|one| called(ui, &one.body)).collect();
    assert_eq!(drawn, stated, "{id}:\n{}", ui.frame());
    for (block, one) in blocks.iter().zip(&expected) {
        if let Err(missing) = says(block, facts, words, one) {
            panic!("{id}: {block:?} lacks {missing:?}\n{}", ui.frame());
        }
    }
}

/// What a body with an id is called in one word.
fn called(ui: &Ui, id: &str) -> String {
    match ui.app.plan().find(id) {
        Some(Node::Body(body)) => short_name(ui.app.plan(), body, ui.app.lang()),
        other => panic!("{id} is no body: {other:?}"),
    }
}

/// The lines under the label of those who lead, as they stand on the screen: a block a body, which
/// begins with its abbreviation, blanks taken out where lines were joined.
#[track_caller]
pub fn lead_blocks(ui: &Ui, words: &Words) -> Vec<String> {
    let area = ui.app.areas().detail.expect("the detail shows");
    let buffer = ui.buffer();
    let text = dump_area(&buffer, text_area(area));
    let lines: Vec<&str> = text.lines().collect();
    let start = lines
        .iter()
        .position(|line| line.starts_with(words.lead))
        .unwrap_or_else(|| panic!("nobody leads:\n{}", ui.frame()));
    // The margin is as wide as the labels that stand in it.
    let beside = lines[start].trim_start_matches(words.lead);
    let margin = lines[start].width() - beside.trim_start().width();
    let mut blocks: Vec<String> = Vec::new();
    for (nth, line) in lines.iter().skip(start).enumerate() {
        let (label, said) = split_columns(line, margin);
        if nth > 0 && !label.trim().is_empty() || said.is_empty() {
            break;
        }
        if body(ui, &said).is_some() {
            blocks.push(said);
        } else if let Some(block) = blocks.last_mut() {
            block.push(' ');
            block.push_str(&said);
        }
    }
    blocks
}

/// What a body is called in one word, if a line begins with that: two blanks follow, or how sure it is.
pub fn body<'a>(ui: &Ui, said: &'a str) -> Option<&'a str> {
    // A Chinese name has no blank in it.
    let blank = if ui.app.lang() == Lang::Zh { " " } else { "  " };
    let ends = [blank, "（", " (", " ~", " ?"];
    let end = ends.iter().filter_map(|end| said.find(end)).min();
    let (sign, _) = said.split_at(end.unwrap_or(said.len()));
    let plan = ui.app.plan();
    let mut names = plan
        .bodies()
        .map(|(id, _)| short_name(plan, id, ui.app.lang()));
    names.any(|name| name == sign).then_some(sign)
}

/// A line cut at a column.
fn split_columns(line: &str, column: usize) -> (String, String) {
    let mut used = 0;
    let at = line.char_indices().find(|(_, character)| {
        let here = used;
        used += character.width().unwrap_or(0);
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
        "press" => {
            lacks(words.press)?;
            // A report does not speak of leading: what it does say has to stand beside it.
            lacks(one.note.get(words.key).expect("a report says something"))?;
        }
        "mandate" => lacks(words.mandate)?,
        "companion" => {
            let id = one.document.as_deref().expect("a companion row names it");
            let document = facts.get("documents", id);
            let name = without_blanks(str(&document["name"][words.key]));
            let name = name.replace('《', "〈").replace('》', "〉");
            let named = without_blanks(words.named);
            // What describes a document in Chinese has no title marks.
            let start: String = name.chars().take(4).collect();
            let described = || Some(block.find(&format!("据{start}"))? + "据".len());
            let at = block.find(&named).map(|at| at + named.len());
            let cited = &block[at.or_else(described).ok_or(words.named)?..];
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
        "medium" => lacks(words.medium).or_else(|_| lacks("~")),
        "low" => lacks(words.low).or_else(|_| lacks("?")),
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

pub fn without_blanks(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}
