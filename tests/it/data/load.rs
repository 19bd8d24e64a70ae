//! What is wrong with a data file is said at its place, all at once, and nothing panics; and a plan
//! with kinds of its own is a plan like any other.

use crate::small::{SMALL, attempt};
use crate::ui::Ui;
use plan::app::Options;
use plan::model::{Input, Lang, SHIPPED, load};
use proptest::prelude::*;

fn wrong(plan: &[u8], overlays: &[&str]) -> Vec<String> {
    attempt(plan, overlays).err().unwrap_or_default()
}

/// The small plan with parts of its text replaced.
#[track_caller]
fn edited(edits: &[(&str, &str)]) -> String {
    let mut text = SMALL.to_owned();
    for (from, to) in edits {
        assert!(text.contains(from), "the small plan has no {from}");
        text = text.replacen(from, to, 1);
    }
    text
}

#[test]
fn all_mistakes_are_said_at_once_each_at_its_place() {
    let text = edited(&[
        (r#""number": 1,"#, r#""numbr": 1,"#),
        (
            r#""kind": "measure", "number": 2"#,
            r#""kind": "mesure", "number": -2"#,
        ),
        (r#""parent": "PR1""#, r#""parent": "PR9""#),
        (r#""2029-06""#, r#""2029-13""#),
        (
            r#""role": "support", "basis": "mandate""#,
            r#""role": "suport", "basis": 7"#,
        ),
        (r#""successor": "works""#, r#""successor": "M1""#),
        (
            r#""document": "LETTER", "confidence": "medium""#,
            r#""confidence": "medium""#,
        ),
    ]);
    let said = [
        "p.json:40:41: PR1: unknown key “numbr”; did you mean “number”?",
        "p.json:60:17: M1: no item, organisation or document has the id “PR9”; did you mean “PR1”?",
        "p.json:67:17: M1: “2029-13” is not a date; use \"2025\", \"2025-06\" or \"2025-06-30\"",
        "p.json:73:27: M2: the kind “mesure” is not declared; use one of: programme, measure, gauge",
        "p.json:73:47: M2: the number is out of range; write one from 0 to 4294967295",
        "p.json:124:20: quays: “M1” is an item; write the id of an organisation here",
        "p.json:151:48: M1: unknown value “suport”; did you mean “support”?",
        "p.json:151:67: M1: a number instead of a text in double quotes; write for example \"…\"",
        "p.json:154:63: M1: the basis “companion” needs a “document”; add it: \"document\": \"D1\", or choose another basis",
    ];
    assert_eq!(wrong(text.as_bytes(), &[]), said);
}

#[test]
fn what_is_no_plan_at_all_is_one_clear_line() {
    let deep = "[".repeat(100_000);
    let cases: &[(&[u8], &str)] = &[
        (
            b"",
            "p.json:1:1: the file is empty; write a plan or an overlay into it",
        ),
        (
            b"{",
            "p.json:1:2: invalid JSON: the text ends too early; complete it",
        ),
        (
            b"3",
            "p.json:1:1: a number, which is not a plan; write an object: { \"format\": 1, \"plan\": { \"name\": \"Our plan\" }, \"items\": [] }, an overlay without \"plan\"",
        ),
        (
            b"{\"a\":\"x\ny\"}",
            "p.json:1:7: invalid JSON: a line break or control character in a string; delete it or write \\n",
        ),
        (
            "\u{feff}{\"format\": 1,}".as_bytes(),
            "p.json:1:14: invalid JSON: a comma before a closing bracket; delete it",
        ),
    ];
    for (bytes, line) in cases {
        assert_eq!(
            wrong(bytes, &[]),
            [*line],
            "{:?}",
            String::from_utf8_lossy(bytes)
        );
    }
    for bytes in [
        deep.as_bytes(),
        b"\xff\xfe{\0}\0",
        b"\"\xe4\xb8",
        b"{\"format\":1,\"plan\":\xc3\x28}",
    ] {
        let lines = wrong(bytes, &[]);
        assert_eq!(lines.len(), 1, "{lines:?}");
        assert!(
            lines.iter().all(|line| line.starts_with("p.json:1:")),
            "{lines:?}"
        );
    }
}

#[test]
fn a_byte_order_mark_is_no_mistake_and_a_key_given_twice_is_one() {
    let marked = format!("\u{feff}{SMALL}");
    assert_eq!(wrong(marked.as_bytes(), &[]), [""; 0]);
    let twice = edited(&[(r#""format": 1,"#, r#""format": 1, "format": 1,"#)]);
    let lines = wrong(twice.as_bytes(), &[]);
    assert!(
        lines.iter().any(|line| line.contains("format")),
        "{lines:?}"
    );
}

#[test]
fn the_same_in_chinese() {
    let text = edited(&[(r#""parent": "PR1""#, r#""parent": "PR9""#)]);
    let problems = load(
        Input {
            name: "p.json",
            bytes: text.as_bytes(),
        },
        &[],
    )
    .err()
    .unwrap_or_default();
    let lines: Vec<String> = problems
        .iter()
        .map(|problem| problem.render(Lang::Zh))
        .collect();
    assert_eq!(lines.len(), 1);
    assert!(
        lines
            .iter()
            .all(|line| line.starts_with("p.json:60:17: M1") && line.contains("PR9")),
        "{lines:?}"
    );
    assert!(
        lines
            .iter()
            .all(|line| line.chars().any(|c| ('一'..='龥').contains(&c))),
        "{lines:?}"
    );
}

#[test]
fn a_plan_with_other_kinds_works_like_any() {
    let plan = attempt(SMALL.as_bytes(), &[]).expect("the small plan loads");
    let ui = Ui::on(plan, 80, 24, Options::default());
    let frame = ui.frame();
    for tab in ["Programmes 2", "Measures", "Gauges"] {
        assert!(frame.contains(tab), "{tab} is not in\n{frame}");
    }
    let ui = ui.press("kind:measure north").on_node("M1");
    assert!(ui.frame().contains("Lead"), "{}", ui.frame());
    ui.press("<ctrl-u>#programme ferry").on_node("PR2");
}

/// A line has the form `FILE:LINE:COLUMN: …`, with numbers that lie in the file.
fn has_place(line: &str, text: &str) -> bool {
    let mut parts = line.splitn(4, ':');
    let name = parts.next() == Some("p.json");
    let row = parts.next().and_then(|n| n.parse::<usize>().ok());
    let column = parts.next().and_then(|n| n.parse::<usize>().ok());
    name && row.is_some_and(|row| (1..=text.lines().count() + 1).contains(&row))
        && column.is_some_and(|column| column > 0)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    /// Whatever the bytes: a plan, or problems with their places.
    #[test]
    fn any_bytes_are_answered(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let lines = wrong(&bytes, &[]);
        prop_assert!(!lines.is_empty());
    }

    /// The shipped plan with one run of bytes overwritten is loaded or refused at a place in it.
    #[test]
    fn a_damaged_plan_is_refused_at_its_place(at in 0usize..SHIPPED.len(), with in "[\\[\\]{}\",:a-zA-Z0-9 ]{0,6}", cut in 0usize..12) {
        let mut bytes = SHIPPED.to_vec();
        let end = (at + cut).min(bytes.len());
        bytes.splice(at..end, with.bytes());
        let text = String::from_utf8_lossy(&bytes).into_owned();
        for line in wrong(&bytes, &[]) {
            prop_assert!(has_place(&line, &text), "{line}");
        }
    }
}

#[test]
fn a_plain_string_is_a_text_in_either_language() {
    let name = r#"{ "en": "Rebuild the north quay", "zh": "重建北码头" }"#;
    let text = edited(&[(name, r#""Quay 北""#)]);
    let plan = attempt(text.as_bytes(), &[]).expect("a plan");
    let node = plan.find("M1").expect("an item");
    assert_eq!(plan.name(node).own(Lang::En), Some("Quay 北"));
    assert_eq!(plan.name(node).own(Lang::Zh), Some("Quay 北"));
}

/// serde alone would take a list for the members in their order.
#[test]
fn a_list_is_no_record() {
    for (from, to) in [
        (r#""measure": {"#, r#""measure": [], "note": {"#),
        (
            r#""period": { "from": 2026, "to": 2030 }"#,
            r#""period": [2026, 2030]"#,
        ),
    ] {
        let wrong = wrong(edited(&[(from, to)]).as_bytes(), &[]);
        assert!(wrong[0].contains("a list"), "{wrong:?}");
    }
}

#[test]
fn circles_are_found_once() {
    let parents = ["A1", "A2", "A1", "", "A4", "A3", "A0"];
    let items = parents.iter().enumerate().map(|(at, parent)| {
        let parent = match *parent {
            "" => String::new(),
            parent => format!(r#","parent":"{parent}""#),
        };
        format!(r#"{{"id":"A{at}","kind":"t","name":"n"{parent}}}"#)
    });
    let items = items.collect::<Vec<_>>().join(",");
    let plan = format!(r#"{{"format":1,"plan":{{"name":"X"}},"items":[{items}]}}"#);
    let wrong = wrong(plan.as_bytes(), &[]);
    let circles = wrong.iter().map(|line| {
        let (_, circle) = line.split_once("parents: ").expect("a circle");
        circle.split(';').next().expect("its ids")
    });
    let circles: Vec<&str> = circles.collect();
    assert_eq!(circles, ["A1 → A2 → A1", "A4 → A4"]);
}

/// However a value is written, what stands behind it is found where it is.
#[test]
fn values_are_found_at_their_places() {
    let text = r#" { "a" : [1, {"b\"]": "x\\"}, [ ], -2.5e3 ], "c":null , "d": {}, "c": "\u00e9",
 "format": 1, "plan": {"name": "X"}, "items": [ { "id" : "P1", "kind": "t", "b\"]":1, "name": "n" }, [ ], -2.5e3 ] } "#;
    let wrong = wrong(text.as_bytes(), &[]);
    let begin = [
        "1:4: unknown key “a”",
        "1:46: unknown key “c”",
        "1:57: unknown key “d”",
        "1:66: the key “c” appears twice",
        "2:77: P1: unknown key “b\"]”",
        "2:102: a list […] instead of an object",
        "2:107: a number instead of an object",
    ];
    assert_eq!(wrong.len(), begin.len(), "{wrong:?}");
    for (line, begin) in wrong.iter().zip(begin) {
        assert!(line.starts_with(&format!("p.json:{begin}")), "{line}");
    }
}
