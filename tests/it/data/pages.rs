//! A node's page leaves out nothing that the plan's file says of it, in either language, and text,
//! Markdown and plain mode say what the page says (`describe.rs`). The file is read as plain JSON;
//! blanks do not count, for the layout breaks lines.

use crate::facts::drawn::without_blanks;
use crate::facts::{Facts, str};
use crate::ui::{Ui, options};
use plan::model::Lang;
use serde_json::Value;

const LANGS: [(Lang, &str); 2] = [(Lang::En, "en"), (Lang::Zh, "zh")];

/// Keys whose values are said in words of their own, or that order what is said.
const WORDED: &[&str] = &[
    "id",
    "kind",
    "number",
    "short",
    "parent",
    "related",
    "confidence",
    "by",
    "dated",
    "issuers",
    "successor",
    "document",
    "year",
    "binding",
];

#[test]
fn every_text_and_source_of_the_file_stands_on_the_page() {
    let facts = Facts::shipped();
    let mut seen = 0;
    for (lang, key) in LANGS {
        let mut ui = start(lang);
        for list in ["items", "bodies", "documents"] {
            for record in facts.list(list) {
                let id = str(&record["id"]);
                ui = ui.press(&format!("<space>/{id}<enter>")).on_node(id);
                let page = page(&ui);
                for text in texts(record, key) {
                    let text = without_blanks(&text);
                    assert!(page.contains(&text), "{id} lacks {text}\n{page}");
                    seen += 1;
                }
            }
        }
    }
    assert!(seen > 4000, "only {seen} texts were sought");
}

/// What an answer rests on is among the sources, and stands below it in the full account.
#[test]
fn the_sources_of_an_answer_stand_on_its_page_and_in_the_full_account() {
    let facts = Facts::shipped();
    let mut seen = 0;
    for row in facts.list("responsibilities") {
        let item = str(&row["item"]);
        let sources = row["sources"].as_array().into_iter().flatten().map(str);
        let bare: Vec<&str> = sources
            .filter(|one| *one != str(&row["document"]))
            .collect();
        if bare.is_empty() {
            continue;
        }
        let ui = start(Lang::En)
            .press(&format!("<space>/{item}<enter>"))
            .on_node(item);
        let at_first = page(&ui);
        let in_full = page(&ui.press("<space>w"));
        for source in bare {
            assert!(at_first.contains(source), "{item}: {source}\n{at_first}");
            assert!(in_full.contains(source), "{item}: {source}\n{in_full}");
            seen += 1;
        }
    }
    assert!(seen > 5, "only {seen} sources");
}

/// Who is named and is no more says on every page what it became.
#[test]
fn a_body_that_is_no_more_says_what_it_became_wherever_it_is_named() {
    let facts = Facts::shipped();
    let mut seen = 0;
    for gone in facts.list("bodies") {
        let Some(next) = gone["successor"].as_str() else {
            continue;
        };
        for (lang, key, now) in [(Lang::En, "en", "Replacedby"), (Lang::Zh, "zh", "职责划入")] {
            let next = facts.get("bodies", next);
            let name = without_blanks(str(&next["name"][key]));
            // Its sign may stand between; in Chinese that is a short name.
            let says = |page: &str| {
                let mut after = page.split(now).skip(1);
                after.any(|after| after.find(&name).is_some_and(|at| at < 30))
            };
            let mut ui = start(lang);
            for one in facts.charges(str(&gone["id"])) {
                for keys in ["", "<space>w"] {
                    ui = ui.press(&format!("<space>/{}<enter>{keys}", one.item));
                    let page = page(&ui);
                    assert!(says(&page), "{} lacks {now} {name}\n{page}", one.item);
                    seen += 1;
                }
            }
        }
    }
    assert!(seen >= 8, "only {seen} answers name a body that is no more");
}

/// A body's page says what it is there for before it lists what it answers for.
#[test]
fn a_body_is_introduced_below_what_it_leads() {
    let facts = Facts::shipped();
    for (lang, key, lead) in [(Lang::En, "en", "Lead"), (Lang::Zh, "zh", "牵头")] {
        let mut ui = start(lang);
        for body in facts.list("bodies") {
            let id = str(&body["id"]);
            ui = ui.press(&format!("<space>/{id}<enter>")).on_node(id);
            let lines = ui.page();
            let lists = lines.iter().position(|line| line.starts_with(lead));
            let below = without_blanks(&lines[lists.expect("a list")..].concat());
            let aliases = body["aliases"].as_array().into_iter().flatten().map(str);
            for text in aliases.chain([str(&body["mandate"][key])]) {
                assert!(
                    below.contains(&without_blanks(text)),
                    "{id}: {text}\n{below}"
                );
            }
        }
    }
}

/// The day on which the plan became known is not its date.
#[test]
fn the_plan_is_dated_as_in_the_file() {
    for (lang, said) in [
        (Lang::En, "December2021,announced27December2021"),
        (Lang::Zh, "2021年12月，2021年12月27日公布"),
    ] {
        let page = page(&start(lang).press("<space>/PLAN<enter>"));
        assert!(page.contains(said), "{page}");
    }
}

fn start(lang: Lang) -> Ui {
    Ui::with(120, 40, options(lang)).unfolded()
}

/// The whole page that is shown, without blanks.
fn page(ui: &Ui) -> String {
    without_blanks(&ui.page().concat())
}

/// Every text of a record in one language, its addresses and the documents it names.
fn texts(record: &Value, lang: &str) -> Vec<String> {
    match record {
        Value::String(text) => vec![text.clone()],
        Value::Number(number) => vec![number.to_string()],
        Value::Array(list) => list.iter().flat_map(|one| texts(one, lang)).collect(),
        Value::Object(map) if map.keys().all(|key| key == "en" || key == "zh") => {
            let own = map.get(lang).or(map.values().next());
            own.into_iter().flat_map(|own| texts(own, lang)).collect()
        }
        Value::Object(map) => map
            .iter()
            .filter(|(key, _)| !WORDED.contains(&key.as_str()))
            .flat_map(|(key, value)| match key.as_str() {
                "points" => values(value),
                _ => texts(value, lang),
            })
            .collect(),
        Value::Null | Value::Bool(_) => Vec::new(),
    }
}

/// The figures of a measure and where they come from.
fn values(points: &Value) -> Vec<String> {
    let points = points.as_array().into_iter().flatten();
    points
        .flat_map(|point| {
            let value = point["value"].as_f64().map(|value| value.to_string());
            let sources = point["sources"].as_array().into_iter().flatten().map(str);
            sources.map(str::to_owned).chain(value).collect::<Vec<_>>()
        })
        .collect()
}
