//! What is counted in the matrix, and what decides whether a target was reached.

use crate::ui::shipped;
use plan::model::*;

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

/// The verdict on points.
fn of(points: &[Written]) -> (Outcome, Option<u16>) {
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
    let plan = load(input, &[]).expect("it is valid");
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
