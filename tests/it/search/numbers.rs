//! A kind and a number among other words mean the item, as its id does.

use super::indexed::Indexed;

#[test]
fn a_kind_and_a_number_among_other_words_are_the_item() {
    let shipped = Indexed::shipped();
    for (query, id) in [
        ("project 10 deadline", "P10"),
        ("when does project 10 end", "P10"),
        ("工程10什么时候结束", "P10"),
        ("工程10到什么时候", "P10"),
        ("project 10 budget", "P10"),
        ("project 10 lead", "P10"),
        ("budget of project no. 10", "P10"),
        ("the tenth project deadline", "P10"),
        ("project ten budget", "P10"),
        ("Project X deadline", "P10"),
        ("ｐｒｏｊｅｃｔ １０ deadline", "P10"),
        ("重点工程10的预算", "P10"),
        ("第十项工程什么时候结束", "P10"),
        ("10号工程的预算", "P10"),
        ("what is the status of task 3", "T3"),
        ("任务三的进展", "T3"),
        ("任务三什么时候完成", "T3"),
        ("action group 2 deadline", "R2"),
        ("focus area 3 deadline", "F3"),
        ("第三个方面的进展", "F3"),
        ("safeguard 4 budget", "S4"),
        ("action 7 budget", "A7"),
        ("did goal 2 succeed", "G2"),
        ("was indicator 5 reached", "I5"),
        ("指标5完成了吗", "I5"),
        ("document 12 date", "D12"),
    ] {
        assert_eq!(shipped.ids(query).first(), Some(&id), "{query}");
    }
}

/// What is said of a number and is no kind with a number stays as it is.
#[test]
fn what_only_looks_like_a_kind_and_a_number_stays_words() {
    let shipped = Indexed::shipped();
    for (query, id) in [
        ("17 projects", "P17"),
        ("first action plan", "A1"),
        ("任务一览", "T1"),
        ("三年行动计划", "A3"),
        ("kind:project 10", "P10"),
        ("what project i lead", "P1"),
        ("task 3 years", "T3"),
        ("任务3年", "T3"),
    ] {
        assert_ne!(shipped.ids(query).first(), Some(&id), "{query}");
    }
}

#[test]
fn items_that_are_named_by_kind_and_number_are_compared() {
    let shipped = Indexed::shipped();
    assert_eq!(
        shipped.ids("compare project 10 and project 11"),
        ["P10", "P11"]
    );
}
