//! Any text of a plan, whatever signs are in it, comes back as it was from a workbook.

use plan::model::sheet::{pages, workbook};
use plan::model::{Input, Lang, load, to_json};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

const PLAN: &str = include_str!("../../small/plan.json");

/// Keys whose strings are words of their own.
const WORDED: [&str; 26] = [
    "id",
    "kind",
    "prefix",
    "issuer",
    "issuers",
    "drafted_by",
    "dated",
    "announced",
    "compiled",
    "follows",
    "predecessor",
    "related",
    "parent",
    "by",
    "due",
    "until",
    "document",
    "item",
    "body",
    "role",
    "basis",
    "confidence",
    "status",
    "successor",
    "url",
    "sources",
];

/// Signs that mean something in cells, and few others.
fn hostile() -> impl Strategy<Value = String> {
    let sign = prop_oneof![
        proptest::sample::select(
            ";；,，、\n\t \"“'=+-@|%#:：/\\_()（）&.0123é字\u{3000}"
                .chars()
                .collect::<Vec<_>>()
        )
        .prop_map(String::from),
        proptest::sample::select(vec![
            "_x000D_",
            "_x0041_",
            "none",
            "无",
            "open",
            "M1",
            "TRUE",
            "1e5",
            "2027-06-30",
            "\u{3000}"
        ])
        .prop_map(str::to_owned),
    ];
    vec(sign, 1..5).prop_map(|signs| signs.concat())
}

/// Puts one of `texts` in the place of each free text.
fn replace(value: &mut Value, key: &str, texts: &mut dyn Iterator<Item = String>) {
    match value {
        Value::String(text) if !WORDED.contains(&key) => *text = texts.next().unwrap_or_default(),
        Value::Array(list) => list.iter_mut().for_each(|one| replace(one, key, texts)),
        Value::Object(record) => {
            for (key, value) in record {
                replace(value, key, texts);
            }
        }
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_text_comes_back_from_a_workbook(texts in vec(hostile(), 40), aliases in vec(hostile(), 1..4), chinese in any::<bool>()) {
        let mut plan: Value = serde_json::from_str(PLAN).expect("it is JSON");
        let mut given = texts.iter().cloned().cycle();
        replace(&mut plan, "", &mut given);
        for list in ["items", "bodies"] {
            plan[list][0]["aliases"] = json!(aliases);
        }
        plan["thesaurus"] = json!([[aliases[0], "b"], [";x", texts[0], "y"]]);
        let bytes = plan.to_string();
        let plan = load(Input { name: "p.json", bytes: bytes.as_bytes() }, &[]);
        // Names may be alike, or be nothing but blanks.
        prop_assume!(plan.is_ok());
        let plan = plan.expect("it is valid");
        let lang = if chinese { Lang::Zh } else { Lang::En };
        let book = workbook(&pages(&plan, lang), &[], "").expect("it fits");
        let again = load(Input { name: "p.xlsx", bytes: &book }, &[]);
        let again = again.map_err(|problems| TestCaseError::fail(format!("{problems:?}")))?;
        let (again, plan) = (to_json(&again), to_json(&plan));
        for (again, line) in again.lines().zip(plan.lines()) {
            prop_assert_eq!(again, line);
        }
        prop_assert_eq!(again.len(), plan.len());
    }
}
