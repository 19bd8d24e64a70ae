//! Was it reached? Each verdict is worked out here a second time, from the plan's file read as plain
//! JSON, and compared with what the program says in list, csv, JSON, filters and on the screen.

use std::collections::BTreeMap;

use crate::facts::{Facts, str};
use crate::program::out;
use crate::ui::{Ui, options};
use plan::model::Lang;
use serde_json::Value;

/// The verdict of each measured item: its word, and the year of the result that decides.
fn expected(facts: &Facts) -> BTreeMap<String, (&'static str, Option<u64>)> {
    let measured = facts.list("items").iter();
    let measured = measured.filter(|item| item["measure"].is_object());
    measured
        .map(|item| (str(&item["id"]).to_owned(), verdict(item)))
        .collect()
}

/// A figure: year, value, near.
type Figure = (u64, f64, bool);

fn verdict(item: &Value) -> (&'static str, Option<u64>) {
    let points = item["measure"]["points"].as_array().expect("a list");
    let sure = |point: &&Value| {
        let own = point["confidence"].as_str();
        own.or(item["confidence"].as_str()) != Some("low")
    };
    let of = |kind: &str| -> Vec<Figure> {
        let own = points.iter().filter(|point| point["kind"] == kind);
        own.filter(sure)
            .filter_map(|point| {
                let near = point["near"] == true;
                Some((point["year"].as_u64()?, point["value"].as_f64()?, near))
            })
            .collect()
    };
    let Some(&(due, target, _)) = of("target").iter().max_by_key(|one| one.0) else {
        return ("none", None);
    };
    let falls = of("baseline").iter().any(|one| one.1 > target);
    let met = |value: f64| {
        if falls {
            value <= target
        } else {
            value >= target
        }
    };
    let mut results = of("actual");
    results.retain(|one| one.0 <= due);
    results.sort_by_key(|one| one.0);
    let (near, exact): (Vec<Figure>, Vec<Figure>) = results.into_iter().partition(|one| one.2);
    let lost = exact.iter().rposition(|one| !met(one.1));
    let kept = &exact[lost.map_or(0, |at| at + 1)..];
    match (kept.first(), exact.last(), near.last()) {
        (Some(first), _, _) if first.0 < due => ("early", Some(first.0)),
        (Some(first), _, _) => ("reached", Some(first.0)),
        (None, Some(last), _) if last.0 == due => ("missed", Some(due)),
        (None, _, Some(last)) if met(last.1) => ("near", Some(last.0)),
        (None, _, _) => ("none", None),
    }
}

/// What stands in a list in English and Chinese for a verdict.
fn words(word: &str) -> [&'static str; 2] {
    match word {
        "reached" => ["reached 2", "已达到"],
        "early" => ["reached early, by", "提前达到"],
        "near" => ["similar measure", "相近口径"],
        "missed" => ["not reached", "未达到"],
        _ => ["no result found", "未查到结果"],
    }
}

/// They come out as they were worked out by hand from the sources.
#[test]
fn the_verdicts_are_those_of_the_sources() {
    let all = expected(&Facts::shipped());
    let known: Vec<(&str, &str, u64)> = all
        .iter()
        .filter_map(|(id, (word, year))| Some((id.as_str(), *word, (*year)?)))
        .collect();
    assert_eq!(
        known,
        [
            ("I10", "early", 2024),
            ("I13", "missed", 2025),
            ("I15", "near", 2023),
            ("I2", "missed", 2025),
            ("I3", "early", 2024),
            ("I4", "early", 2024),
            ("I5", "reached", 2025),
        ]
    );
    assert_eq!(all.len(), 17);
}

#[test]
fn json_and_csv_give_them() {
    let all = expected(&Facts::shipped());
    let json: Vec<Value> =
        serde_json::from_str(&out(&["list", "indicator", "--format", "json"])).expect("JSON");
    assert_eq!(json.len(), all.len());
    for node in &json {
        let (word, year) = all[str(&node["id"])];
        let result = &node["result"];
        assert_eq!(
            (str(&result["verdict"]), result["year"].as_u64()),
            (word, year),
            "{node}"
        );
    }
    for (command, first, least) in [
        (&["list", "--format", "csv"][..], "id", 17),
        (&["export", "--format", "csv"], "item", 17),
    ] {
        let text = out(command);
        let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        let heads = reader.headers().expect("a header").clone();
        let at = |name: &str| {
            heads
                .iter()
                .position(|head| head == name)
                .expect("the column")
        };
        let (id, result, year) = (at(first), at("result"), at("result_year"));
        let mut seen = 0;
        for row in reader.records().map(|row| row.expect("a row")) {
            let expected = all.get(&row[id]);
            let word = expected.map_or("", |(word, _)| word);
            let when = expected.and_then(|(_, year)| *year);
            let when = when.map_or_else(String::new, |year| year.to_string());
            assert_eq!((&row[result], &row[year]), (word, when.as_str()), "{row:?}");
            seen += usize::from(expected.is_some());
        }
        assert!(seen >= least, "{command:?}");
    }
}

#[test]
fn list_and_screen_say_them_and_count_them() {
    let all = expected(&Facts::shipped());
    let count = |words: &[&str]| {
        all.values()
            .filter(|(word, _)| words.contains(word))
            .count()
    };
    let reached = count(&["reached", "early", "near"]);
    let (missed, none) = (count(&["missed"]), count(&["none"]));
    let counts = [
        [
            format!("{reached} reached"),
            format!("{missed} not reached"),
            format!("{none} with no result found"),
        ],
        [
            format!("{reached}项已达到"),
            format!("{missed}项未达到"),
            format!("{none}项未查到结果"),
        ],
    ];
    for (at, lang) in [Lang::En, Lang::Zh].into_iter().enumerate() {
        let name = ["en", "zh"][at];
        let list = out(&["list", "indicator", "--lang", name]);
        let ui = Ui::with(120, 40, options(lang)).press("<esc><space>i");
        let screen = ui.frame();
        for count in &counts[at] {
            assert!(
                list.lines().next().is_some_and(|line| line.contains(count)),
                "{list}"
            );
            assert!(screen.contains(count), "{count}\n{screen}");
        }
        for (id, (word, year)) in &all {
            for text in [&list, &screen] {
                let row = text
                    .lines()
                    .find(|line| line.trim_start().starts_with(&format!("{id} ")))
                    .unwrap_or_else(|| panic!("{id} has a row:\n{text}"));
                let says = row.contains(words(word)[at])
                    && year.is_none_or(|year| row.contains(&year.to_string()));
                assert!(says, "{id} {word}: {row}");
            }
        }
    }
}

/// On a normal screen all seventeen stand on two pages.
#[test]
fn two_pages_of_a_normal_screen_hold_them_all() {
    let mut text = String::new();
    let ui = Ui::with(80, 24, options(Lang::En)).press("<esc><space>i");
    text.push_str(&ui.frame());
    text.push_str(&ui.press("<pagedown>").frame());
    for id in expected(&Facts::shipped()).keys() {
        let has = text
            .lines()
            .any(|line| line.trim_start().starts_with(&format!("{id} ")));
        assert!(has, "{id}\n{text}");
    }
}

/// The filters give the same items, and the gaps those without a result.
#[test]
fn the_filters_find_them() {
    let all = expected(&Facts::shipped());
    let found = |query: &str| -> Vec<String> {
        let json = out(&["search", "--limit", "99", "--format", "json", query]);
        let hits: Vec<Value> = serde_json::from_str(&json).expect("JSON");
        let mut ids: Vec<String> = hits.iter().map(|hit| str(&hit["id"]).to_owned()).collect();
        ids.sort();
        ids
    };
    let with = |words: &[&str]| -> Vec<String> {
        let own = all.iter().filter(|(_, (word, _))| words.contains(word));
        own.map(|(id, _)| id.clone()).collect()
    };
    assert_eq!(found("result:reached"), with(&["reached", "early", "near"]));
    assert_eq!(found("result:missed"), with(&["missed"]));
    assert_eq!(found("结果:未达到"), with(&["missed"]));
    assert_eq!(found("result:none"), with(&["none"]));
    let gaps: Vec<Value> =
        serde_json::from_str(&out(&["list", "--gaps", "--format", "json"])).expect("JSON");
    let of = |gap: &str| {
        let own = gaps.iter().filter(|one| one["gap"] == gap);
        let mut ids: Vec<String> = own.map(|one| str(&one["id"]).to_owned()).collect();
        ids.sort();
        ids
    };
    assert_eq!(of("result"), with(&["none"]));
    assert_eq!(of("evidence"), found("lead:inferred"));
}

/// An item whose leads are all inferred says so by a sign and a word, wherever its leads stand.
#[test]
fn an_inferred_lead_is_told_from_a_documented_one() {
    let facts = Facts::shipped();
    let list = out(&["list"]);
    let csv = out(&["list", "--format", "csv"]);
    for id in facts.ids(&["task", "project", "action"]) {
        let leads = facts.leads(&id);
        let inferred = leads.iter().filter(|one| one.basis == "mandate").count();
        let start = format!("{id} ");
        let row = list
            .lines()
            .find(|line| line.starts_with(&start))
            .expect("a row");
        assert!(row.matches('*').count() >= inferred, "{row}");
        assert_eq!(row.contains("inferred"), inferred > 0, "{row}");
        let row = csv
            .lines()
            .find(|line| line.starts_with(&format!("{id},")))
            .expect("a row");
        assert_eq!(row.contains("mandate"), inferred > 0, "{row}");
    }
    let ui = Ui::with(120, 40, options(Lang::En)).press("<esc><ctrl-right*2>");
    let row = |id: &str| {
        let frame = ui.frame();
        let line = frame.lines().find(|line| line.contains(&format!(" {id} ")));
        line.expect("a row")
            .split('│')
            .next()
            .unwrap_or_default()
            .to_owned()
    };
    assert!(row("P4").contains("MIIT*"), "{}", row("P4"));
    assert!(
        row("P1").contains("MIIT ") && !row("P1").contains('*'),
        "{}",
        row("P1")
    );
}

/// Two items side by side share what the file says of both.
#[test]
fn comparing_marks_what_both_have() {
    let facts = Facts::shipped();
    let bodies = |id: &str| -> Vec<String> {
        let all = facts.answers(id).into_iter();
        all.map(|one| facts.abbr(&one.body).to_owned()).collect()
    };
    let ui = Ui::with(120, 40, options(Lang::En))
        .press("<esc><space>/p1<enter><space>c<space>/p3<enter><space>c");
    let frame = ui.frame();
    for body in bodies("P1")
        .iter()
        .filter(|body| bodies("P3").contains(body))
    {
        let both = facts.answers("P1").iter().any(|one| {
            let same =
                |other: &crate::facts::Stated| other.body == one.body && other.role == one.role;
            facts.abbr(&one.body) == body && facts.answers("P3").iter().any(same)
        });
        let marked = frame.matches(&format!("= {body} ")).count();
        assert_eq!(marked == 2, both, "{body}\n{frame}");
    }
    let text = out(&["compare", "P1", "P3"]);
    assert!(text.contains("= CAC"), "{text}");
    let refused = crate::program::ran(&mut crate::program::program(&["compare", "P1", "miit"]));
    assert_eq!(refused.status, 2, "{}", refused.err);
}
