//! Comparing two plans lists exactly what was edited.

use plan::model::{Change, ChangeKind, Input, ORDER, Plan, SHIPPED, Subject, diff, load, to_json};
use proptest::prelude::*;
use serde_json::Value;

fn plan_of(json: &Value) -> Plan {
    let bytes = json.to_string().into_bytes();
    let input = Input {
        name: "p.json",
        bytes: &bytes,
    };
    load(input, &[]).unwrap_or_else(|problems| panic!("{}", problems[0]))
}

fn shipped() -> Value {
    serde_json::from_slice(SHIPPED).expect("the shipped plan is JSON")
}

/// A field as a change names it.
fn text(value: Option<&Value>) -> Option<String> {
    value.map(|value| {
        value
            .as_str()
            .map_or_else(|| value.to_string(), str::to_owned)
    })
}

/// One edit: of which list, at which place, and how.
#[derive(Clone, Debug)]
struct Edit {
    list: usize,
    at: usize,
    how: usize,
}

const LISTS: [(&str, Subject); 4] = [
    ("items", Subject::Item),
    ("bodies", Subject::Body),
    ("documents", Subject::Document),
    ("responsibilities", Subject::Responsibility),
];

/// Makes an edit; what a comparison must say of it.
fn make(plan: &mut Value, edit: &Edit, number: usize) -> Option<(Subject, String, String)> {
    let (list, subject) = LISTS[edit.list % LISTS.len()];
    let records = plan[list].as_array_mut()?;
    let at = edit.at % records.len();
    let record = &mut records[at];
    let id = record
        .get("id")
        .or_else(|| record.get("item"))?
        .as_str()?
        .to_owned();
    let says = |what: &str| Some((subject, id.clone(), what.to_owned()));
    match (edit.how % 5, subject) {
        (0, Subject::Responsibility) => {
            record["note"] = serde_json::json!({ "en": format!("edit {number}"), "zh": "改" });
            says("note.en")
        }
        (0, _) => {
            record["name"]["en"] = format!("Edit {number}").into();
            says("name.en")
        }
        (1, Subject::Responsibility) => {
            record["sources"] = vec![format!("https://edit.example/{number}")].into();
            says("sources")
        }
        (1, _) => {
            record["aliases"] = vec![format!("edit {number}")].into();
            (subject != Subject::Document)
                .then(|| says("aliases"))
                .flatten()
        }
        (4, _) => {
            // Far enough that it stands behind something else, whatever else is edited.
            let record = records.remove(at);
            records.insert((at + records.len() / 2) % records.len(), record);
            (subject != Subject::Responsibility)
                .then(|| says("order"))
                .flatten()
        }
        (2, Subject::Item) => {
            record["number"] = (1000 + number).into();
            says("number")
        }
        (3, Subject::Item) => {
            let mut new = record.clone();
            let id = format!("NEW{number}");
            new["id"] = id.clone().into();
            records.push(new);
            Some((subject, id, "added".to_owned()))
        }
        (2 | 3, Subject::Responsibility) => {
            let row = records.remove(at);
            let same = |other: &Value| ["item", "body"].iter().all(|key| other[key] == row[key]);
            // Who still answers by another row may stand elsewhere now, and that is a change, too.
            (!records.iter().any(same))
                .then(|| says("removed"))
                .flatten()
        }
        (..) => None,
    }
}

fn said(change: &Change) -> (Subject, String, String) {
    let what = match &change.kind {
        ChangeKind::Added => "added".to_owned(),
        ChangeKind::Removed => "removed".to_owned(),
        ChangeKind::Changed { field, .. } => field.clone(),
    };
    (change.subject, change.id.clone(), what)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    /// Each edit is of a node of its own, so that none undoes another.
    #[test]
    fn exactly_the_edits_are_listed(edits in prop::collection::vec((0..4_usize, any::<usize>(), 0..5_usize), 0..6)) {
        let before = shipped();
        let mut after = shipped();
        let mut expected = Vec::new();
        for (number, (list, at, how)) in edits.into_iter().enumerate() {
            let mut trial = after.clone();
            let said = make(&mut trial, &Edit { list, at, how }, number);
            if let Some(said) = said
                && !expected.iter().any(|(_, id, _): &(Subject, String, String)| *id == said.1)
            {
                expected.push(said);
                after = trial;
            }
        }
        let (old, new) = (plan_of(&before), plan_of(&after));
        let mut found: Vec<_> = diff(&old, &new).iter().map(said).collect();
        // A note comes in two languages, and says so twice.
        found.retain(|(_, _, what)| what != "note.zh");
        let order = |list: &mut Vec<(Subject, String, String)>| list.sort();
        order(&mut found);
        order(&mut expected);
        // An edited note may have been there before in English only.
        prop_assert_eq!(&found, &expected);
        prop_assert!(diff(&new, &new).is_empty());
        prop_assert_eq!(diff(&new, &old).len(), diff(&old, &new).len());
        // And what is written of the new plan is the new plan.
        let json = to_json(&new);
        let again = load(Input { name: "again", bytes: json.as_bytes() }, &[]);
        prop_assert!(diff(&new, &again.unwrap()).is_empty());
    }
}

#[test]
fn a_change_says_what_was_and_what_is() {
    let before = shipped();
    let mut after = shipped();
    after["plan"]["period"]["to"] = 2026.into();
    after["kinds"][0]["plural"]["en"] = "Aims".into();
    after["items"][0].as_object_mut().unwrap().remove("short");
    let changes = diff(&plan_of(&before), &plan_of(&after));
    let found: Vec<_> = changes
        .iter()
        .map(|change| {
            let ChangeKind::Changed { field, old, new } = &change.kind else {
                panic!("{change:?}")
            };
            (
                change.subject,
                &*change.id,
                &**field,
                old.clone(),
                new.clone(),
            )
        })
        .collect();
    let short = &before["items"][0]["short"];
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(
        found,
        [
            (
                Subject::Plan,
                "PLAN",
                "period.to",
                some("2025"),
                some("2026")
            ),
            (
                Subject::Kind,
                "goal",
                "plural.en",
                some("Goals"),
                some("Aims")
            ),
            (Subject::Item, "G1", "short.en", text(short.get("en")), None),
            (Subject::Item, "G1", "short.zh", text(short.get("zh")), None),
        ]
    );
}

#[test]
fn a_row_that_goes_to_another_body_is_taken_away_and_added() {
    let before = shipped();
    let mut after = shipped();
    let row = before["responsibilities"].as_array().unwrap().len() - 1;
    let bodies = before["bodies"].as_array().unwrap();
    let old = before["responsibilities"][row]["body"].clone();
    let item = &before["responsibilities"][row]["item"];
    let answers = |body: &Value| {
        let rows = before["responsibilities"].as_array().unwrap();
        rows.iter()
            .any(|row| row["body"] == *body && row["item"] == *item)
    };
    let new = bodies
        .iter()
        .map(|body| &body["id"])
        .find(|id| !answers(id))
        .unwrap()
        .clone();
    after["responsibilities"][row]["body"] = new.clone();
    let changes = diff(&plan_of(&before), &plan_of(&after));
    let found: Vec<_> = changes
        .iter()
        .map(|change| (change.body.clone(), &change.kind))
        .collect();
    assert_eq!(
        found,
        [
            (text(Some(&new)), &ChangeKind::Added),
            (text(Some(&old)), &ChangeKind::Removed)
        ]
    );
}

/// The order of those who lead is what a reader sees first.
#[test]
fn those_who_lead_in_another_order_are_told() {
    let before = shipped();
    let mut after = shipped();
    let rows = after["responsibilities"].as_array_mut().unwrap();
    let of = |row: &Value| row["item"] == "T6" && row["role"] == "lead";
    let first = rows.iter().position(of).unwrap();
    assert!(of(&rows[first + 1]));
    let [one, other] = [0, 1].map(|at| text(rows[first + at].get("body")).unwrap());
    rows.swap(first, first + 1);
    let changes = diff(&plan_of(&before), &plan_of(&after));
    let [change] = changes.as_slice() else {
        panic!("{changes:?}")
    };
    assert_eq!(
        said(change),
        (Subject::Responsibility, "T6".to_owned(), "order".to_owned())
    );
    let ChangeKind::Changed { old, new, .. } = &change.kind else {
        panic!("{change:?}")
    };
    let body = change.body.clone().unwrap();
    let expected = if body == one {
        (None, Some(other))
    } else {
        (Some(one), None)
    };
    assert_eq!((old.clone(), new.clone()), expected, "{change:?}");
}

/// Of two rows that weigh the same the first is shown.
#[test]
fn rows_of_one_body_in_another_order_are_told() {
    let before = shipped();
    let mut after = shipped();
    let rows = after["responsibilities"].as_array_mut().unwrap();
    let of = |row: &Value| row["item"] == "P3" && row["body"] == "ndrc";
    let places: Vec<usize> = (0..rows.len()).filter(|&at| of(&rows[at])).collect();
    rows.swap(places[0], places[1]);
    let changes = diff(&plan_of(&before), &plan_of(&after));
    assert_eq!(changes.len(), 1, "{changes:?}");
    assert_eq!(said(&changes[0]).2, "order");
    assert!(diff(&plan_of(&after), &plan_of(&after)).is_empty());
}

/// A reader of Chinese is told fields in Chinese; in English they are the file's own keys.
#[test]
fn changed_fields_are_named_in_the_readers_language() {
    let folder = tempfile::tempdir().unwrap();
    let [old, new] = ["old.json", "new.json"].map(|name| folder.path().join(name));
    let before = shipped();
    let mut after = before.clone();
    let item = &mut after["items"][0];
    item["summary"]["zh"] = "另一个概要".into();
    item["confidence"] = "low".into();
    std::fs::write(&old, before.to_string()).unwrap();
    std::fs::write(&new, after.to_string()).unwrap();
    let [old, new] = [&old, &new].map(|path| path.display().to_string());
    for (lang, fields) in [
        ("zh", ["  概要（中文）：", "  核实程度："]),
        ("en", ["  summary.zh: ", "  confidence: "]),
    ] {
        let args = ["--lang", lang, "diff", &old, &new];
        let ran = crate::program::ran(&mut crate::program::program(&args));
        assert_eq!(ran.status, 1, "{}", ran.err);
        for field in fields {
            assert!(ran.out.contains(field), "{field}: {}", ran.out);
        }
    }
}

/// Items with a letter each, in this order.
fn lettered(ids: &str) -> Plan {
    let items = ids
        .chars()
        .map(|id| serde_json::json!({ "id": id.to_string(), "kind": "t", "name": "n" }));
    plan_of(&serde_json::json!({
        "format": 1, "plan": { "name": "X" }, "items": items.collect::<Vec<_>>(),
        "kinds": [{ "id": "t", "prefix": "T", "name": "T", "plural": "T", "primary": true }],
    }))
}

#[test]
fn as_few_as_can_be_are_moved() {
    for (old, new, expected) in [
        ("abcd", "abcd", ""),
        ("abcd", "bd", ""),
        ("bd", "abcd", ""),
        ("abcd", "bcda", "a^d"),
        ("abcd", "dabc", "dc^"),
        ("abcd", "acbd", "cba"),
        ("abxcd", "cabyd", "cb^"),
        ("", "ab", ""),
    ] {
        let changes = diff(&lettered(old), &lettered(new));
        let moved = changes.iter().filter_map(|change| match &change.kind {
            ChangeKind::Changed { field, old, new } if field == ORDER => {
                let sign = |one: &Option<String>| one.clone().unwrap_or("^".into());
                Some(format!("{}{}{}", change.id, sign(old), sign(new)))
            }
            _ => None,
        });
        assert_eq!(moved.collect::<Vec<_>>().join(" "), expected, "{old} {new}");
    }
}
