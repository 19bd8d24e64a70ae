//! Overlays: what an office lays beside the plan.

use plan::model::{Basis, Confidence, Date, Lang, Node, Plan, SHIPPED, Status, diff, to_json};

use crate::small::{SMALL, attempt};

const EXAMPLE: &str = include_str!("../../../data/example-overlay.json");

fn shipped(overlays: &[&str]) -> Plan {
    attempt(SHIPPED, overlays).unwrap_or_else(|lines| panic!("{}", lines.join("\n")))
}

fn item(plan: &Plan, id: &str) -> plan::model::ItemId {
    match plan.find(id) {
        Some(Node::Item(id)) => id,
        other => panic!("{id} is {other:?}"),
    }
}

#[test]
fn the_example_adds_and_extends() {
    let plan = shipped(&[EXAMPLE]);
    let [overlay] = plan.overlays() else {
        panic!("one overlay")
    };
    assert_eq!((&*overlay.file, &*overlay.for_plan), ("o1.json", "PLAN"));

    let own = item(&plan, "p3-ex1");
    assert_eq!(plan.parent(own), Some(item(&plan, "P3")));
    assert!(plan.children(item(&plan, "P3")).contains(&own));
    assert!(plan[own].origin.is_overlay() && plan[own].extended_by.is_empty());
    assert_eq!(plan[own].confidence, Confidence::High, "it has a source");

    let village = item(&plan, "A7");
    assert!(
        plan[village]
            .aliases
            .iter()
            .any(|alias| &**alias == "示例乡村专班")
    );
    assert!(!plan[village].origin.is_overlay());
    assert_eq!(plan[village].extended_by.len(), 1);

    let points = &plan[item(&plan, "I5")].measure.as_ref().unwrap().points;
    assert_eq!(points.last().unwrap().value, Some(7.77));
    assert!(points.last().unwrap().origin.is_overlay());
    assert!(!points.first().unwrap().origin.is_overlay());

    let assigned: Vec<_> = plan
        .responsible(Node::Item(item(&plan, "P3")))
        .iter()
        .filter(|one| one.shown().basis == Basis::Assigned)
        .collect();
    let [one] = assigned[..] else {
        panic!("one assignment")
    };
    let row = one.shown();
    assert_eq!(&*plan[one.body].abbr, "EXO");
    assert_eq!(
        (&*row.unit, row.status),
        ("Example Unit 2", Some(Status::Late))
    );
    assert_eq!(row.due, Date::parse("2026-03-31"));
    assert!(row.origin.is_overlay());
    assert_eq!(row.note.get(Lang::Zh), "等待服务器迁移。");
}

#[test]
fn taken_away_it_leaves_no_trace() {
    let with = shipped(&[EXAMPLE]);
    let without = shipped(&[]);
    assert!(!diff(&without, &with).is_empty());
    assert_eq!(diff(&without, &shipped(&[])), []);
    assert_eq!(without.find("P3-EX1"), None);
    assert!(without.overlays().is_empty());
}

#[test]
fn twice_is_once() {
    let once = shipped(&[EXAMPLE]);
    // Not byte for byte the same, but it says the same.
    let respaced = EXAMPLE.replace('\n', "\n ");
    for twice in [shipped(&[EXAMPLE, EXAMPLE]), shipped(&[EXAMPLE, &respaced])] {
        assert_eq!(to_json(&once), to_json(&twice));
        for (id, item) in once.items() {
            assert_eq!(*item, twice[id]);
        }
        assert_eq!(once.responsibilities(), twice.responsibilities());
    }
}

#[test]
fn saved_with_its_overlay_it_loads_as_a_plan() {
    let plan = shipped(&[EXAMPLE]);
    let json = to_json(&plan);
    let again = attempt(json.as_bytes(), &[]).unwrap();
    assert_eq!(diff(&plan, &again), []);
    let own = again.responsible(Node::Item(item(&again, "P3-EX1")));
    assert_eq!(&*own.first().unwrap().shown().unit, "Example Unit 2");
}

#[test]
fn what_is_given_replaces_and_lists_are_joined() {
    let overlay = r#"{ "format": 1, "for": "harbour", "items": [{
        "id": "m1", "name": { "en": "Rebuild the northern quay" }, "aliases": ["docks", "docks"],
        "related": ["m2", "LETTER"], "parts": [{ "name": { "en": "Piles", "zh": "桩基" } }, { "name": { "en": "Lamps" } }],
        "confidence": "low" }],
      "bodies": [{ "id": "QUAYS", "abbr": "BQ" }],
      "documents": [{ "id": "law", "dated": "2020" }],
      "kinds": [{ "id": "gauge", "primary": true }] }"#;
    let plan = attempt(SMALL.as_bytes(), &[overlay]).unwrap();
    let quay = &plan[item(&plan, "M1")];
    assert_eq!(
        (quay.name.en(), quay.name.zh()),
        ("Rebuild the northern quay", "")
    );
    assert_eq!(quay.short.zh(), "北码头", "what is not given stays");
    assert_eq!(quay.aliases.len(), 1);
    assert_eq!(quay.parts.len(), 3);
    assert_eq!(quay.related.len(), 2);
    assert_eq!(quay.confidence, Confidence::Low);
    assert_eq!(&*quay.id, "M1");
    let Some(Node::Body(body)) = plan.find("quays") else {
        panic!("a body")
    };
    assert_eq!(&*plan[body].abbr, "BQ");
    let Some(Node::Document(law)) = plan.find("LAW") else {
        panic!("a document")
    };
    assert_eq!(plan[law].dated, Some(Date::of_year(2020)));
    assert!(plan.kinds().all(|(_, kind)| kind.primary));
}

#[test]
fn what_is_wrong_with_an_overlay_is_said_at_its_place() {
    let row = |rest: &str| {
        format!(
            r#"{{"format":1,"responsibilities":[{{"item":"M1","body":"works","role":"lead"{rest}}}]}}"#
        )
    };
    let cases: Vec<(Vec<String>, &[&str])> = vec![
        (vec![r#"{"format":1}"#.into()], &[]),
        (vec![row("")], &[]),
        (
            vec![row(r#","due":"2026-02-29""#)],
            &["o1.json:1:81: M1: “2026-02-29” is not a date;"],
        ),
        (
            vec![row(r#","status":"laet""#)],
            &["o1.json:1:84: M1: unknown value “laet”; did you mean “late”?"],
        ),
        (
            vec![row(r#","basis":"plan""#)],
            &["o1.json:1:83: M1: responsibilities in an overlay are assignments;"],
        ),
        (
            vec![r#"{"format":1,"for":"Harbour Town Plan 2030"}"#.into()],
            &[],
        ),
        (
            vec![r#"{"format":1,"for":"ELSEWHERE"}"#.into()],
            &["o1.json:1:19: this overlay is for the plan “ELSEWHERE”, not for “HARBOUR”;"],
        ),
        (
            vec![r#"{"format":1,"items":[{"id":"PR1","parent":"M1"}]}"#.into()],
            &["o1.json:1:43: PR1: these items are each other's parents: PR1 → M1 → PR1;"],
        ),
        (
            vec![r#"{"format":1,"items":[{"id":"M1","parent":"PR7"}]}"#.into()],
            &[
                "o1.json:1:42: M1: no item, organisation or document has the id “PR7”; did you mean “PR1”?",
            ],
        ),
        (
            vec![
                r#"{"format":1,"items":[{"id":"M1","number":7}]}"#.into(),
                r#"{"format":1,"items":[{"id":"M2"},{"id":"M1","number":8}]}"#.into(),
            ],
            &[
                "o2.json:1:54: M1: two overlays set “number” differently, the other at o1.json:1:42;",
            ],
        ),
        (
            vec![
                r#"{"format":1,"items":[{"id":"N1","kind":"measure","name":{"en":"a"}}]}"#.into(),
                r#"{"format":1,"items":[{"id":"N1","kind":"measure","name":{"en":"b"}}]}"#.into(),
            ],
            &["o2.json:1:57: N1: two overlays set “name” differently, the other at o1.json:1:57;"],
        ),
        (
            vec![
                r#"{"format":1,"items":[{"id":"M1","number":7}]}"#.into(),
                r#"{ "format":1,"items":[{"id":"M1","number":7}]}"#.into(),
            ],
            &[],
        ),
        (
            vec![r#"{"format":1,"items":[{"id":"N1"}]}"#.into()],
            &[
                "o1.json:1:22: N1: the key “kind” is missing;",
                "o1.json:1:22: N1: the key “name” is missing;",
            ],
        ),
        (
            vec![r#"{"format":1,"items":[{"id":"works","number":1}]}"#.into()],
            &["o1.json:1:28: works: the id “works” is already taken at p.json:"],
        ),
        (
            vec![r#"{"format":1,"items":[{"id":"M1","measure":{"points":[]}}]}"#.into()],
            &["o1.json:1:43: M1: the key “unit” is missing;"],
        ),
        (
            vec![SMALL.to_owned()],
            &["o1.json:3:3: this is a complete plan, not an overlay;"],
        ),
        (
            vec![r#"{"items":[]}"#.into()],
            &["o1.json:1:1: the key “format” is missing;"],
        ),
    ];
    for (overlays, expected) in cases {
        says(&overlays, expected);
    }
}

/// The small plan with overlays laid over it gives problems that begin like this.
#[track_caller]
fn says(overlays: &[String], expected: &[&str]) {
    let overlays: Vec<&str> = overlays.iter().map(|text| &**text).collect();
    let lines = attempt(SMALL.as_bytes(), &overlays)
        .err()
        .unwrap_or_default();
    let mut pairs = lines.iter().zip(expected);
    let fits = lines.len() == expected.len() && pairs.all(|(line, start)| line.starts_with(start));
    assert!(fits, "{overlays:#?}\n{lines:#?}\nexpected {expected:#?}");
}

#[test]
fn two_overlays_agree_on_a_figure_or_say_that_they_do_not() {
    let figure = |kind: &str, year: u16, value: &str| {
        format!(
            r#"{{"format":1,"items":[{{"id":"GA1","measure":{{"points":[{{"year":{year},"value":{value},"kind":"{kind}"}}]}}}}]}}"#
        )
    };
    let twice = |other: String| vec![figure("actual", 2024, "7"), other];
    says(
        &twice(figure("actual", 2024, "8.5")),
        &[
            "o2.json:1:55: GA1: two overlays set “measure.points” differently, the other at o1.json:1:55;",
        ],
    );
    says(&twice(format!(" {}", figure("actual", 2024, "7"))), &[]);
    says(&twice(figure("actual", 2025, "8")), &[]);
    says(&twice(figure("target", 2024, "9")), &[]);
    // What the plan itself says stays beside it.
    let three = figure("actual", 2024, "7");
    let plan = attempt(SMALL.as_bytes(), &[&three, &format!(" {three}")]).expect("they agree");
    let points = &plan[item(&plan, "GA1")]
        .measure
        .as_ref()
        .expect("figures")
        .points;
    assert_eq!(
        points
            .iter()
            .filter(|point| point.origin.is_overlay())
            .count(),
        1
    );
}

/// What is wrong with its ids follows from that; what is wrong in itself does not.
#[test]
fn of_an_overlay_for_another_plan_that_is_said_and_not_what_follows() {
    let overlay = r#"{"format":1,"for":"ELSEWHERE",
        "items":[{"id":"P17","aliases":["x"]},{"id":"M1","parent":"Z9"},{"id":"M2","number":-1}],
        "responsibilities":[{"item":"Q1","body":"nobody","role":"lead","due":"soon"}]}"#;
    says(
        &[overlay.to_owned()],
        &[
            "o1.json:1:19: this overlay is for the plan “ELSEWHERE”, not for “HARBOUR”;",
            "o1.json:2:93: M2: the number is out of range;",
            "o1.json:3:78: Q1: “soon” is not a date;",
        ],
    );
}
