//! Dates as people write them into sheets.

use plan::model::{Input, Node, Plan, Problem, Responsibility, SHIPPED, load};

/// The plan with an assignment for each of its first items, due on these dates.
fn assigned(dates: &[&str]) -> Result<Plan, Vec<Problem>> {
    let shipped = Input {
        name: "plan.json",
        bytes: SHIPPED,
    };
    let plan = load(shipped, &[]).expect("the shipped plan loads");
    let rows = plan.items().zip(dates);
    let rows = rows.map(|((_, item), date)| format!("{},MIIT,\"{date}\"\n", item.id));
    let sheet = format!("Item,Lead,Due\n{}", rows.collect::<String>());
    let sheet = Input {
        name: "ours.csv",
        bytes: sheet.as_bytes(),
    };
    load(shipped, &[sheet])
}

/// When the assignments of the first items are due.
fn due(plan: &Plan) -> Vec<Option<String>> {
    let items = plan.items().map(|(id, _)| Node::Item(id));
    let due = items.map(|item| {
        let rows = plan.responsible(item).iter();
        let mut rows = rows.flat_map(Responsibility::assigned);
        rows.find_map(|row| row.due).map(|due| due.to_string())
    });
    due.collect()
}

#[test]
fn dates_are_read_as_people_write_them() {
    let cases = [
        ("2025", "2025"),
        ("2025年", "2025"),
        ("2025年底前", "2025"),
        ("end of 2025", "2025"),
        ("2025-06", "2025-06"),
        ("2025.6", "2025-06"),
        ("2025/6", "2025-06"),
        ("6/2025", "2025-06"),
        ("2025年6月", "2025-06"),
        ("2025年6月底前", "2025-06"),
        ("２０２５年６月", "2025-06"),
        ("2025年上半年", "2025-06"),
        ("Q3 2025", "2025-09"),
        ("2025年第四季度", "2025-12"),
        ("June 2025", "2025-06"),
        ("Sept. 2025", "2025-09"),
        ("by Jun 2025", "2025-06"),
        ("2025.6.30", "2025-06-30"),
        ("2025/6/30", "2025-06-30"),
        ("2025-06-30", "2025-06-30"),
        ("2025-06-30 00:00:00", "2025-06-30"),
        ("2025-06-30T12:00:00", "2025-06-30"),
        ("2025年6月30日", "2025-06-30"),
        ("20250630", "2025-06-30"),
        ("30 June 2025", "2025-06-30"),
        ("June 30th, 2025", "2025-06-30"),
        ("30.6.2025", "2025-06-30"),
        ("6.7.2025", "2025-07-06"),
        ("30/6/2025", "2025-06-30"),
        ("6/30/2025", "2025-06-30"),
        ("2024-02-29", "2024-02-29"),
        ("end of March 2027", "2027-03"),
        ("by the end of March 2027", "2027-03"),
        ("End-March 2027", "2027-03"),
        ("end of Q2 2027", "2027-06"),
        ("by the end of 2027", "2027"),
        ("the 30th of June, 2027", "2027-06-30"),
        ("30/06/2027", "2027-06-30"),
        ("2027年3月底", "2027-03"),
        ("2027年第二季度", "2027-06"),
        ("mid-2027", "2027-06"),
        ("Mid 2027", "2027-06"),
        ("middle of 2027", "2027-06"),
        ("2027年中", "2027-06"),
        ("2025-", "2025"),
        ("-2025-", "2025"),
    ];
    let dates = cases.map(|(text, _)| text);
    let plan = assigned(&dates).expect("all are dates");
    for ((text, want), due) in cases.iter().zip(due(&plan)) {
        assert_eq!(due.as_deref(), Some(*want), "{text}");
    }
}

#[test]
fn what_is_no_day_or_may_be_two_is_refused() {
    for text in [
        "6/7/2025",
        "03/04/2027",
        "2025-13",
        "2025-02-29",
        "2025-6-31",
        "25-6-30",
        "2025.6.30.1",
        "0999",
        "12345",
        "2025-006",
    ] {
        let problems = assigned(&[text]).expect_err(text);
        assert_eq!(problems.len(), 1, "{text}: {problems:?}");
        assert!(
            problems[0].to_string().contains("is not a clear date"),
            "{text}: {problems:?}"
        );
    }
    // Words alone are no date that was misspelt: they are kept as a note.
    for text in ["", "长期", "soon"] {
        let plan = assigned(&[text]).expect("it states no date");
        assert_eq!(due(&plan)[0], None, "{text}");
    }
}
