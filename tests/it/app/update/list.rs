//! The list: its tabs, its folds, its cursor.

use plan::app::{Subject, TabKind};
use plan::model::{Lang, Node};

use super::{hides, id, shows, start, typed, vim};
use crate::ui::{Ui, options};

#[test]
fn tabs_narrow_the_list_and_the_query() {
    let ui = start().press("<esc><ctrl-right*2>");
    let kind = ui.app.plan().kind("project").expect("there are projects");
    assert_eq!(ui.app.section(), TabKind::Kind(kind));
    assert_eq!(ui.app.list().rows().len(), 17);
    let ui = ui.press("<shift-tab>digital");
    let of_kind = |ui: &Ui| {
        let rows = ui.app.list().rows().iter();
        rows.filter(|row| matches!(row.node, Node::Item(id) if ui.app.plan()[id].kind == kind))
            .count()
    };
    assert!(of_kind(&ui) > 0 && of_kind(&ui) == ui.app.list().rows().len());
    let narrow = ui.app.list().rows().len();
    let ui = ui.press("<tab><ctrl-left*2>");
    assert!(ui.app.list().rows().len() > narrow);
    assert_eq!(typed(&ui), "digital");
    for (number, section) in TabKind::of(ui.app.plan()).into_iter().enumerate().take(10) {
        let ui = vim().press("<esc>").press(&number.to_string());
        assert_eq!(ui.app.section(), section);
        let rows = ui.app.list().rows().len();
        let all = section.count(ui.app.plan());
        assert!(
            rows >= all && (rows == all || number < 9),
            "{section:?}: {rows} rows of {all}"
        );
    }
}

/// Every tab can be reached, those under "more" too.
#[test]
fn the_tabs_go_round() {
    let mut ui = start().press("<esc>");
    let sections = TabKind::of(ui.app.plan());
    for section in sections.iter().skip(1).chain(&sections[..1]) {
        ui = ui.press("<ctrl-right>");
        assert_eq!(ui.app.section(), *section);
        let (tabs, _) = ui.app.tabs();
        assert!(tabs.iter().any(|tab| tab.section == *section), "it shows");
    }
    let ui = ui.press("<ctrl-left>");
    assert_eq!(ui.app.section(), TabKind::Documents);
}

/// The tab comes back with the place, but a new question is asked of everything, unless that tab
/// was looked at first.
#[test]
fn the_first_question_of_a_session_is_asked_of_everything() {
    let place = start().press("<esc><ctrl-right*9>").app.place();
    let again = || {
        let mut ui = start();
        ui.app.return_to(&place);
        assert_ne!(ui.app.section(), TabKind::All);
        ui
    };
    let ui = again().press("5g");
    assert_eq!(ui.app.section(), TabKind::All);
    assert_eq!(id(&ui, ui.row()).as_deref(), Some("P1"));
    let ui = again().press("<down>5g");
    assert_eq!(id(&ui, ui.row()).as_deref(), Some("I3"));
    shows(&ui, "1 match");
    let ui = ui.press("<ctrl-u>silk road");
    shows(&ui, "Enter searches all tabs");
    let ui = ui.press("<enter>");
    assert_eq!(id(&ui, ui.row()).as_deref(), Some("P17"));
}

#[test]
fn folds_hide_what_belongs_to_a_row_and_keep_the_cursor() {
    let ui = start().press("<esc><home><down>");
    assert_eq!(id(&ui, ui.row()).as_deref(), Some("F1"));
    let all = ui.app.list().rows().len();
    let ui = ui.press("<left>");
    let folded = ui.app.list().rows().len();
    assert!(folded < all);
    assert_eq!(id(&ui, ui.row()).as_deref(), Some("F1"));
    let ui = ui.press("<down>");
    assert_eq!(
        id(&ui, ui.row()).as_deref(),
        Some("F2"),
        "what is folded is passed over"
    );
    let ui = ui.press("<up><right>");
    assert_eq!(ui.app.list().rows().len(), all);
    let ui = ui.press("<right*2>");
    assert_eq!(
        id(&ui, ui.row()).as_deref(),
        Some("P1"),
        "it goes into what is open"
    );
    let ui = ui.press("<left*2>");
    assert_eq!(
        id(&ui, ui.row()).as_deref(),
        Some("T1"),
        "it goes to what it belongs to, and folds that"
    );
    assert!(ui.app.list().rows().len() < all);
    let ui = ui.press("5g<esc><shift-tab>5g<esc*2>");
    assert!(
        ui.app.list().rows().len() < all,
        "a query leaves the folds alone"
    );
}

#[test]
fn the_list_moves_by_lines_pages_and_ends() {
    let ui = start().press("<esc><end>");
    let last = ui.app.list().rows().len() - 1;
    assert_eq!(ui.app.list().cursor(), last);
    let ui = ui.press("<down>");
    assert_eq!(ui.app.list().cursor(), last);
    let ui = ui.press("<home>");
    assert_eq!((ui.app.list().cursor(), ui.app.list().offset()), (0, 0));
    let height = usize::from(ui.app.areas().list.expect("a list").height);
    let ui = ui.press("<pagedown>");
    assert_eq!(ui.app.list().cursor(), height - 1);
    let ui = ui.press("<ctrl-d>");
    assert_eq!(ui.app.list().cursor(), height - 1 + height / 2);
    let ui = ui.press("<ctrl-u><pageup><up*2>");
    assert_eq!(ui.app.list().cursor(), 0);
}

/// Where the cursor stands in the list.
fn at(ui: &Ui) -> String {
    let row = ui.app.list().current().expect("the list has rows");
    ui.app.plan().id(row.node).to_owned()
}

#[test]
fn a_query_that_is_cleared_leaves_the_list_where_it_was() {
    let ui = start().press("<esc><end>");
    let last = at(&ui);
    assert_ne!(last, "PLAN");
    for query in [
        "5g<esc*2>",
        "zzzz<esc*2>",
        "<shift-tab>5g<esc>",
        "s<bs>silk<esc>",
    ] {
        let ui = start().press("<esc><end>").press(query);
        assert_eq!((typed(&ui), at(&ui)), ("", last.clone()), "{query}");
    }
}

#[test]
fn a_hit_that_was_opened_is_where_the_list_goes() {
    let ui = start().press("silk<enter>");
    let opened = at(&ui);
    let ui = ui.press("<esc*2>");
    assert_eq!((typed(&ui), at(&ui)), ("", opened));
}

#[test]
fn every_tab_keeps_its_place() {
    let mut ui = start().press("<esc><ctrl-right*2><down*2>");
    let second = at(&ui);
    ui = ui.press("<ctrl-left><down*3>");
    let first = at(&ui);
    ui = ui.press("<ctrl-right>");
    assert_eq!(at(&ui), second);
    ui = ui.press("<shift-tab>5g<esc*2><ctrl-left>");
    assert_eq!(at(&ui), first);
    ui = ui.press("<ctrl-right>");
    assert_eq!(at(&ui), second);
}

#[test]
fn an_id_in_a_folded_branch_is_unfolded_to() {
    let mut ui = start().press("<esc>");
    let plan = ui.app.plan().clone();
    let Some(Node::Item(id)) = plan.find("P3") else {
        panic!("there is a P3");
    };
    for above in plan.ancestors(id).collect::<Vec<_>>() {
        ui = ui.press(&format!("<space>/{}<enter><esc><left>", plan[above].id));
    }
    let rows = |ui: &Ui| {
        ui.app
            .list()
            .rows()
            .iter()
            .any(|row| row.node == Node::Item(id))
    };
    let folded = plan.ancestors(id).next().is_none() || !rows(&ui);
    assert!(folded, "the branch is folded");
    let ui = ui.press("<space>/P3<enter>");
    assert!(rows(&ui));
    assert_eq!(at(&ui), "P3");
}

/// Enter on a result names what it opened above the detail, which has the keys from then on.
#[test]
fn enter_on_a_result_is_seen() {
    for (lang, title) in [
        (Lang::En, "▸ P1 5G applications"),
        (Lang::Zh, "▸ P1 5G创新应用"),
    ] {
        let ui = Ui::with(80, 24, options(lang)).press("5g");
        hides(&ui, title);
        let ui = ui.press("<enter>");
        shows(&ui, title);
        hides(&ui.press("<esc>"), title);
    }
}

/// The counts of all there is do not stand beside what was found.
#[test]
fn tabs_have_no_counts_beside_an_answer() {
    for (lang, counted, plain) in [
        (Lang::En, "Tasks 10", "Tasks  "),
        (Lang::Zh, "重大任务 10", "重大任务  "),
    ] {
        let ui = Ui::with(80, 24, options(lang));
        shows(&ui, counted);
        let ui = ui.press("5g");
        hides(&ui, counted);
        shows(&ui, plain);
        shows(&ui.press("<esc><esc>"), counted);
    }
}

/// The row under the cursor is marked to be compared, whether it was opened or not.
#[test]
fn compare_takes_the_row_under_the_cursor() {
    for keys in [
        "5g<tab><space>cp3<tab><space>c",
        "<down*3><space>c<down*2><space>c",
        "5g<enter><space>cp3<tab><space>c",
    ] {
        let ui = Ui::new(80, 24).press(keys);
        let compared = matches!(
            ui.app.detail().subject(),
            Some(Subject::Compare([Node::Item(_), Node::Item(_)]))
        );
        assert!(compared, "{keys}\n{}", ui.frame());
    }
}

/// Where an organisation is to be compared, organisations are found first, and items for an item; what is
/// awaited is said.
#[test]
fn what_can_be_compared_is_found_first() {
    for (keys, other, pair) in [
        (
            "miit<enter><space>ceducation<enter>",
            "organisation",
            ["miit", "moe"],
        ),
        (
            "moe<enter><space>cindustry<enter>",
            "organisation",
            ["moe", "miit"],
        ),
        (
            "p3<enter><space>cministry of education<enter>",
            "item",
            ["P3", ""],
        ),
    ] {
        let ui = start().press(keys.split("<space>c").next().expect("keys"));
        let ui = ui.press("<space>c");
        shows(&ui, &format!("Type the other {other} and press"));
        let ui = start().press(keys);
        let plan = ui.app.plan();
        let Some(Subject::Compare(shown)) = ui.app.detail().subject() else {
            panic!("{keys}\n{}", ui.frame())
        };
        let ids = shown.map(|node| plan.id(node));
        assert_eq!(ids[0], pair[0], "{keys}");
        assert!(pair[1].is_empty() || ids[1] == pair[1], "{keys}: {ids:?}");
    }
    let waiting = start().press("miit<enter><space>ceducation");
    shows(&waiting, "Command: MIIT and MOE side by side");
    // One that is moved to is opened, and compared from there.
    let opened = waiting.press("<down><enter>");
    assert_eq!(opened.app.node(), opened.app.plan().find("moe"));
    let compared = opened.press("<space>c");
    assert!(matches!(
        compared.app.detail().subject(),
        Some(Subject::Compare(_))
    ));
    // With the comparison the mark has gone.
    let after = start().press("miit<enter><space>ceducation<enter>cac");
    assert!(!after.app.is_above_rows(), "{}", after.frame());
    // The answer to a question keeps its order, and without a mark all is as it was.
    let asked = "which tasks have no lead";
    let rows = |ui: &Ui| ui.app.list().rows().to_vec();
    let marked = start().press("miit<enter><space>c").paste(asked);
    assert_eq!(rows(&marked), rows(&start().paste(asked)));
    let unmarked = start().press("miit<enter><space>c<space>ceducation");
    assert_eq!(rows(&unmarked), rows(&start().press("education")));
}

/// What an organisation leads stands on the first screen of its page, before all else.
#[test]
fn the_page_of_an_organisation_begins_with_what_it_leads() {
    for (lang, first, second) in [
        (Lang::En, "Lead ", "Works with"),
        (Lang::Zh, "牵头 ", "协作单位"),
    ] {
        let ui = Ui::with(80, 24, options(lang)).press("miit<enter>");
        let page = ui.page().join("\n");
        let at = |text: &str| {
            page.find(text)
                .unwrap_or_else(|| panic!("{text} is not in\n{page}"))
        };
        assert!(at(first) < at(second), "{page}");
        shows(&ui, "P1  5G");
        if lang == Lang::En {
            hides(&ui, "D7");
        }
    }
}
