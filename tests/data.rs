//! The shipped plan.

use plan::model::{Input, SHIPPED, load};

#[test]
fn the_shipped_plan_loads() {
    let plan = load(
        Input {
            name: "data/plan.json",
            bytes: SHIPPED,
        },
        &[],
    );
    let plan = plan.unwrap_or_else(|problems| {
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        panic!("{}", lines.join("\n"))
    });
    assert_eq!(plan.items().len(), 78);
}

#[test]
fn saved_and_loaded_it_is_the_same() {
    let plan = load(
        Input {
            name: "data/plan.json",
            bytes: SHIPPED,
        },
        &[],
    )
    .unwrap();
    let json = plan::model::to_json(&plan);
    let again = load(
        Input {
            name: "again",
            bytes: json.as_bytes(),
        },
        &[],
    )
    .unwrap();
    assert_eq!(plan::model::diff(&plan, &again), []);
}
