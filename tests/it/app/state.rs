//! What is kept for the next session: how much, in which order, and how clean.

use plan::app::{Memo, Opened, SessionState, Shows};
use plan::state::{BOOKMARKS, Change, Memory, PLANS, QUERIES, Store};

fn store() -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Store::at(folder.path().to_owned());
    (folder, store)
}

#[track_caller]
fn change(store: &Store, plan: &str, changes: &[Change]) {
    let said = store.change(plan, changes).expect("it can be written");
    assert!(said.is_none(), "{said:?}");
}

fn memory(store: &Store, plan: &str) -> Memory {
    let recalled = store.recall(plan);
    assert!(recalled.error.is_none(), "{:?}", recalled.error);
    recalled.memory
}

#[test]
fn queries_are_renewed_and_bookmarks_stay() {
    let (_folder, store) = store();
    let asked = ["5g", "miit", "5g"].map(|query| Memo::Asked(query.into()));
    let marked = ["P1", "P3", "P1"].map(|id| Memo::Marked(id.into()));
    let memos = asked.into_iter().chain(marked);
    let memos = memos.chain([Memo::Unmarked("T1".into())]);
    let changes: Vec<Change> = memos.map(Change::Memo).collect();
    change(&store, "p", &changes);
    let kept = memory(&store, "p");
    assert_eq!(kept.queries, ["miit", "5g"]);
    assert_eq!(kept.bookmarks, ["P1", "P3"]);
    assert_eq!(memory(&store, "another").bookmarks, [""; 0]);
}

#[test]
fn sizes_are_bounded() {
    let (_folder, store) = store();
    let mut changes = Vec::new();
    for number in 0..2 * BOOKMARKS {
        changes.push(Change::Memo(Memo::Asked(format!("q{number}"))));
        changes.push(Change::Memo(Memo::Marked(format!("b{number}"))));
    }
    changes.push(Change::Memo(Memo::Asked("x".repeat(1001))));
    change(&store, "p", &changes);
    let kept = memory(&store, "p");
    assert_eq!(
        (kept.queries.len(), kept.bookmarks.len()),
        (QUERIES, BOOKMARKS)
    );
    assert_eq!(kept.queries.last().map(String::as_str), Some("q1999"));
    let marked = [Change::Memo(Memo::Marked("P1".into()))];
    for number in 0..=PLANS {
        change(&store, &format!("plan {number}"), &marked);
    }
    let is_kept = |plan: &str| !memory(&store, plan).bookmarks.is_empty();
    assert!(!is_kept("p") && !is_kept("plan 0"));
    assert!((1..=PLANS).all(|number| is_kept(&format!("plan {number}"))));
}

#[test]
fn a_place_comes_back_as_it_was() {
    let place = SessionState {
        tab: Some("kind:project".into()),
        row: Some("P17".into()),
        page: Some(Opened {
            shows: Shows::Who,
            of: "P3".into(),
            line: 7,
        }),
        folded: vec!["T1".into()],
        unfolded: vec!["T2".into()],
        query: String::new(),
    };
    let (_folder, store) = store();
    change(&store, "p", &[Change::Place(place.clone())]);
    assert_eq!(memory(&store, "p").place, Some(place));
}

#[test]
fn what_is_read_is_cleaned() {
    let (_folder, store) = store();
    let raw = r#"{"format": 1, "lang": "xx", "plans": {"p": {
        "bookmarks": ["P1\u001b[2J", "", "P1[2J", "T1"], "queries": ["\u202e5g"],
        "place": {"row": "\u001bP1", "page": {"shows": "who", "of": "P\u202e3"}}}}}"#;
    std::fs::write(store.file(), raw).expect("it can be written");
    let kept = memory(&store, "p");
    assert_eq!(kept.bookmarks, ["P1[2J", "T1"]);
    assert_eq!(kept.queries, ["5g"]);
    assert_eq!(kept.lang, None);
    let place = kept.place.expect("there is one");
    assert_eq!(place.row.as_deref(), Some("P1"));
    assert_eq!(place.page.map(|page| page.of).as_deref(), Some("P3"));
}

/// Not even within the second, or by a clock that was set back.
#[test]
fn the_plan_in_use_is_never_the_oldest() {
    let (_folder, store) = store();
    // Of one second of a time to come, as far as this clock knows.
    let used = r#"{"used": 99999999999, "bookmarks": ["P1"]}"#;
    let plans = ["c", "b", "a"].map(|plan| format!(r#""{plan}": {used}"#));
    let text = format!(r#"{{"format": 1, "plans": {{{}}}}}"#, plans.join(","));
    std::fs::write(store.file(), text).expect("it is written");
    for plan in ["d", "0"] {
        change(&store, plan, &[Change::Memo(Memo::Marked("P1".into()))]);
    }
    let kept = std::fs::read(store.file()).expect("it is there");
    let kept: serde_json::Value = serde_json::from_slice(&kept).expect("it is JSON");
    let used = |plan: &str| kept["plans"][plan]["used"].as_u64().expect("a time");
    assert!(used("0") > used("d") && used("d") > used("a"));
}
