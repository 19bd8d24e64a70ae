//! What our own office has, alone: the list, its head, the matrix show nothing else.

use crate::ui::{Ui, options, with_overlays};
use plan::app::{MatrixView, Msg};
use plan::model::{Date, Input, Lang, Node};

const EXAMPLE: &str = include_str!("../../../data/example-overlay.json");

fn start(lang: Lang) -> Ui {
    let plan = with_overlays(&[Input {
        name: "example-overlay.json",
        bytes: EXAMPLE.as_bytes(),
    }]);
    Ui::on(plan, 80, 24, options(lang))
}

fn is_ours(ui: &Ui, node: Node) -> bool {
    let plan = ui.app.plan();
    let rows = plan.responsibilities().iter();
    let mut rows = rows.filter(|one| one.item == node || Node::Body(one.body) == node);
    rows.any(|one| one.assigned().next().is_some())
}

fn rows(ui: &Ui) -> Vec<Node> {
    ui.app.list().rows().iter().map(|row| row.node).collect()
}

#[test]
fn what_was_found_is_narrowed_as_the_tabs_are() {
    for lang in [Lang::En, Lang::Zh] {
        for asked in ["lead:cac", "what does cac lead", "p3", "data", "quantum"] {
            let all = start(lang).paste(asked).press("<enter>");
            let before = rows(&all);
            let ours = all.press("<space>e<space>e");
            let shown = rows(&ours);
            let expected: Vec<Node> = before
                .iter()
                .copied()
                .filter(|node| is_ours(&ours, *node))
                .collect();
            assert_eq!(shown, expected, "{asked}");
            let found = ours.app.lookup().found().expect("an answer");
            let counts = found.counts;
            assert_eq!(found.total, shown.len(), "{asked}");
            assert_eq!(counts.items + counts.bodies + counts.documents, shown.len());
            // What is asked next is narrowed too, and all of it comes back.
            let all = ours.press("<space>e");
            assert_eq!(rows(&all), before, "{asked}");
        }
        let ours = start(lang).press("<esc><space>e<space>e").paste("lead:cac");
        assert!(rows(&ours).iter().all(|node| is_ours(&ours, *node)));
        assert!(!rows(&ours).is_empty());
    }
}

/// Nothing is said to be in the plan that is only hidden.
#[test]
fn what_is_hidden_is_not_called_missing() {
    for (lang, said, not) in [
        (
            Lang::En,
            "None of these is assigned by our",
            "Nothing found",
        ),
        (Lang::Zh, "其中没有本单位分工的条目", "未找到"),
    ] {
        let frame = start(lang)
            .press("<esc><space>e<space>e")
            .paste("quantum")
            .frame();
        assert!(frame.contains(said) && !frame.contains(not), "{frame}");
    }
}

/// Back from a page the list is narrowed as it is now, not as it was.
#[test]
fn going_back_keeps_to_what_is_ours() {
    let ui = start(Lang::En)
        .paste("lead:cac")
        .press("<enter><space>m<space>e<space>e");
    let ui = ui.press("<esc><esc>");
    assert!(
        rows(&ui).iter().all(|node| is_ours(&ui, *node)),
        "{}",
        ui.frame()
    );
}

#[test]
fn the_matrix_opens_where_our_office_has_something() {
    let ui = start(Lang::En).press("<esc><space>e<space>e<space>m");
    let grid = ui.app.matrix_view().expect("the matrix");
    let (_, item, role) = MatrixView::current(grid).expect("a cell");
    assert!(role.is_some());
    assert!(is_ours(&ui, Node::Item(item)), "{}", ui.frame());
    for (_, column, _) in grid.visible_columns() {
        let mut rows = grid.visible_rows();
        assert!(rows.any(|(_, row)| row.roles[column].is_some()));
    }
}

/// A role that has ended is told from one that holds, in the cells and in the legend.
#[test]
fn an_ended_role_is_marked_in_the_matrix() {
    for (lang, ended) in [(Lang::En, "– ended"), (Lang::Zh, "– 已结束")] {
        for (width, height) in [(80, 24), (120, 40), (44, 12)] {
            let ui = Ui::with(width, height, options(lang)).press("t2<enter><space>m");
            let frame = ui.frame();
            assert!(frame.contains("●–") && frame.contains(ended), "{frame}");
            let tab = ui.press("<tab><tab>").frame();
            assert!(!tab.contains(ended) || tab.contains("–"), "{tab}");
        }
    }
}

/// A session that stays open over midnight knows the new day.
#[test]
fn what_is_overdue_depends_on_the_day() {
    for (lang, overdue) in [(Lang::En, "overdue"), (Lang::Zh, "逾期")] {
        let mut ui = start(lang).paste("P3-EX1").press("<enter>");
        assert!(!ui.frame().contains(overdue), "{}", ui.frame());
        ui.send(Msg::Today(Date::parse("2027-07-01").expect("a day")));
        assert!(ui.frame().contains(overdue), "{}", ui.frame());
    }
}

/// Where names of what is overdue are cut, they have the room that there is.
#[test]
fn names_beside_dates_have_the_room_that_is_free() {
    let overlay = r#"{"format": 1, "responsibilities": [
        {"item": "A7", "body": "cac", "role": "lead", "basis": "assigned", "due": "2026-05-31"},
        {"item": "T8", "body": "cac", "role": "lead", "basis": "assigned", "due": "2026-05-31"},
        {"item": "T10", "body": "cac", "role": "lead", "basis": "assigned", "due": "2026-03-31", "status": "late"},
        {"item": "P3", "body": "cac", "role": "lead", "basis": "assigned", "due": "2026-03-31", "status": "late"}]}"#;
    for width in [40, 76, 80, 100, 120] {
        let plan = with_overlays(&[Input {
            name: "o.json",
            bytes: overlay.as_bytes(),
        }]);
        let mut ui = Ui::on(plan, width, 24, options(Lang::En));
        ui.send(Msg::Today(Date::parse("2026-11-30").expect("a day")));
        let frame = ui.paste("what is overdue").frame();
        let rows = frame.lines().filter(|line| line.contains(" 2026-0"));
        let rows: Vec<&str> = rows.collect();
        assert!(rows.len() >= 4, "{frame}");
        for row in rows {
            if let Some((_, after)) = row.split_once('…') {
                let blanks = after.chars().take_while(|c| *c == ' ').count();
                assert!(blanks < 5, "{blanks} blanks: {frame}");
            }
        }
    }
}

/// A unit whose name is a topic's word: its work is offered above what has the word, and a row that is moved
/// to is opened.
#[test]
fn the_work_of_a_unit_is_offered_by_its_name() {
    let overlay = r#"{"format": 1, "responsibilities": [
        {"item": "T8", "body": "moe", "role": "lead", "unit": "IT"},
        {"item": "P1", "body": "moe", "role": "support", "unit": "IT"}]}"#;
    for (lang, said, query) in [
        (Lang::En, "assignments of IT, your", "unit:IT"),
        (Lang::Zh, "本单位IT的2项分工", "责任处室:IT"),
    ] {
        for (width, height) in [(40, 12), (80, 24)] {
            let start = || {
                let plan = with_overlays(&[Input {
                    name: "o.json",
                    bytes: overlay.as_bytes(),
                }]);
                Ui::on(plan, width, height, options(lang)).press("IT")
            };
            let ui = start();
            assert!(ui.frame().contains(said), "{}", ui.frame());
            let first = ui.app.list().rows()[0].node;
            let ui = ui.press("<enter>");
            assert_eq!(ui.app.lookup().input().value(), query);
            let ids: Vec<&str> = rows(&ui)
                .iter()
                .map(|&node| ui.app.plan().id(node))
                .collect();
            assert_eq!(ids, ["T8", "P1"]);
            // The same from below, and a row by itself.
            let ui = start().press("<down><up><enter>");
            assert_eq!(ui.app.lookup().input().value(), query);
            let ui = start().press("<down><enter>");
            assert_eq!(ui.app.node(), Some(first));
        }
    }
}
