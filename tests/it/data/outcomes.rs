//! What is counted in the matrix, and what decides whether a target was reached.

use crate::ui::shipped;
use plan::describe::{brief_results, result_of_target};
use plan::model::*;
use plan::search::AskedOf;

#[test]
fn cells_are_the_responsibilities_that_count() {
    let plan = shipped();
    let kinds: Vec<KindId> = plan.kinds().map(|(id, _)| id).collect();
    for basis in BasisFilter::STEPS {
        let matrix = Matrix::of(&plan, &kinds, basis);
        let cells: usize = matrix.rows.iter().map(|line| line.count.total()).sum();
        let stated = plan.responsibilities().iter();
        let expected = stated
            .filter(|one| {
                let shown = basis.shown(one);
                one.item != Node::Plan && shown.is_some_and(|row| !row.is_former())
            })
            .count();
        assert_eq!(cells, expected, "{basis:?}");
        for line in &matrix.rows {
            assert_eq!(line.roles.len(), matrix.columns.len());
            let former = line.until.iter().filter(|until| until.is_some()).count();
            let roles = line.roles.iter().flatten().count();
            assert_eq!(roles, line.count.total() + former);
        }
        let totals: Vec<usize> = matrix.rows.iter().map(|line| line.count.total()).collect();
        assert!(totals.is_sorted_by(|a, b| a >= b));
    }
}

/// A point: its kind, year and value, and more of its keys.
type Written<'a> = (&'a str, u16, f64, &'a str);

/// A plan of one item that is measured by points.
fn measured(points: &[Written]) -> Plan {
    let points: Vec<String> = points
        .iter()
        .map(|(kind, year, value, more)| {
            format!(r#"{{"kind":"{kind}","year":{year},"value":{value}{more}}}"#)
        })
        .collect();
    let json = format!(
        r#"{{"format":1,"plan":{{"id":"X","name":{{"en":"x"}},"issuer":"b","dated":"2021","period":{{"from":2021,"to":2025}},"compiled":"2026","summary":{{"en":"x"}},"follows":[],"aliases":[],"confidence":"high","sources":["https://example.org"]}},
            "kinds":[{{"id":"indicator","prefix":"I","name":{{"en":"i"}},"plural":{{"en":"i"}}}}],
            "items":[{{"id":"I1","kind":"indicator","name":{{"en":"x"}},"confidence":"high","sources":["https://example.org"],"measure":{{"unit":{{"en":"%"}},"points":[{}]}}}}],
            "bodies":[{{"id":"b","name":{{"en":"b"}},"confidence":"high","sources":["https://example.org"]}}],"documents":[],"responsibilities":[]}}"#,
        points.join(",")
    );
    let input = Input {
        name: "x",
        bytes: json.as_bytes(),
    };
    load(input, &[]).expect("it is valid")
}

/// The verdict on points.
fn of(points: &[Written]) -> (Outcome, Option<u16>) {
    let plan = measured(points);
    let (_, verdict) = plan.verdicts().next().expect("it is measured");
    (verdict.outcome, verdict.year)
}

#[test]
fn the_last_result_up_to_the_targets_year_decides() {
    let base = ("baseline", 2020, 5.0, "");
    let up = ("target", 2025, 9.0, "");
    let cases: &[(&[Written], Outcome, Option<u16>)] = &[
        (&[base, up], Outcome::None, None),
        (
            &[base, up, ("actual", 2025, 9.0, "")],
            Outcome::Reached,
            Some(2025),
        ),
        (
            &[base, up, ("actual", 2025, 8.9, "")],
            Outcome::Missed,
            Some(2025),
        ),
        (&[base, up, ("actual", 2024, 8.9, "")], Outcome::None, None),
        (&[base, up, ("actual", 2026, 9.5, "")], Outcome::None, None),
        (
            &[
                up,
                ("actual", 2023, 9.5, ""),
                ("actual", 2022, 9.1, ""),
                ("actual", 2021, 7.0, ""),
            ],
            Outcome::Early,
            Some(2022),
        ),
        (
            &[up, ("actual", 2023, 9.5, ""), ("actual", 2025, 8.0, "")],
            Outcome::Missed,
            Some(2025),
        ),
        (
            &[base, ("target", 2025, 3.0, ""), ("actual", 2025, 2.0, "")],
            Outcome::Reached,
            Some(2025),
        ),
        (
            &[base, ("target", 2025, 3.0, ""), ("actual", 2025, 4.0, "")],
            Outcome::Missed,
            Some(2025),
        ),
        (
            &[up, ("actual", 2023, 9.5, r#","near":true"#)],
            Outcome::Near,
            Some(2023),
        ),
        (
            &[up, ("actual", 2025, 2.0, r#","near":true"#)],
            Outcome::None,
            None,
        ),
        (
            &[up, ("actual", 2025, 9.5, r#","confidence":"low""#)],
            Outcome::None,
            None,
        ),
    ];
    for (points, outcome, year) in cases {
        assert_eq!(of(points), (*outcome, *year), "{points:?}");
    }
}

/// What is short of a target is never shown as if it were not, and differences are those of the figures as
/// they are written.
#[test]
fn what_falls_short_never_rounds_to_the_target() {
    for (actual, target, said) in [
        (
            99.999_999_9,
            100.0,
            [
                "99.9999999 of 100%, 0.0000001 percentage points short",
                "<0.01 short",
            ],
        ),
        (
            0.1,
            0.3,
            ["0.1 of 0.3%, 0.2 percentage points short", "0.2 short"],
        ),
        (
            999_990_000_000_000_000_000.0,
            1e21,
            [
                "999990000000000000000 of 1e21%, 10000000000000000 percentage points short",
                "10000000000000000 short",
            ],
        ),
        (
            11.256,
            12.0,
            [
                "11.256 of 12%, 0.744 percentage points short",
                "0.744 short",
            ],
        ),
        (
            0.000_4,
            0.000_5,
            [
                "0.0004 of 0.0005%, 0.0001 percentage points short",
                "<0.01 short",
            ],
        ),
    ] {
        let plan = measured(&[("target", 2025, target, ""), ("actual", 2025, actual, "")]);
        let node = plan.find("I1").expect("the item");
        let whole = result_of_target(&plan, node, Lang::En).expect("it is measured");
        // With the unit, without it, in a word.
        let brief = brief_results(&plan, node, AskedOf::Results, Lang::En);
        assert_eq!([whole.as_str(), &brief[brief.len() - 2]], said);
    }
    // From above, too: a target to fall to.
    let points = [
        ("baseline", 2020, 9.0, ""),
        ("target", 2025, 5.0, ""),
        ("actual", 2025, 5.001, ""),
    ];
    let plan = measured(&points);
    let node = plan.find("I1").expect("the item");
    let shown = brief_results(&plan, node, AskedOf::Results, Lang::En);
    assert_eq!(
        shown,
        ["5.001%, target 5%", "5.001, target 5", "not reached"]
    );
    // Every pair of figures of up to nine places differs by what their decimals do.
    for (larger, smaller, by) in [
        (0.3, 0.1, 0.2),
        (1.1, 1.0, 0.1),
        (4.35, 4.349_999_999, 0.000_000_001),
        (1e300, 1e299, 9e299),
        (5e-324, 0.0, 5e-324),
        (1.0, -1.0, 2.0),
        (0.1, -0.2, 0.3),
    ] {
        assert_eq!(difference(larger, smaller).to_string(), f64::to_string(&by));
    }
}
