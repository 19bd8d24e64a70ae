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
