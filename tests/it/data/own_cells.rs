//! What people leave open or write wrongly in a sheet of their own keeps nothing else of it from being read.

use crate::ui::{Ui, options};
use plan::app::TabKind;
use plan::i18n::sheets;
use plan::model::sheet::{Rules, SheetNotice};
use plan::model::{Basis, Input, Lang, Plan, Problem, SHIPPED, Statement, go_on_always, load_by};

/// The shipped plan under a sheet.
fn read(sheet: &str, lenient: bool) -> Result<Plan, Vec<Problem>> {
    let plan = Input {
        name: "plan.json",
        bytes: SHIPPED,
    };
    let overlay = Input {
        name: "ours.csv",
        bytes: sheet.as_bytes(),
    };
    let rules = Rules {
        lenient,
        ..Rules::default()
    };
    load_by(plan, &[overlay], rules, &go_on_always).map_err(plan::model::Failed::problems)
}

/// What the sheet assigned for an item: the bodies' names in English, and the rows.
fn ours<'p>(plan: &'p Plan, id: &str) -> Vec<(&'p str, &'p Statement)> {
    let node = plan.find(id).expect("an item");
    let all = plan.responsible(node).iter();
    let rows = all.flat_map(|known| known.rows().iter().map(move |row| (known.body, row)));
    let rows = rows.filter(|(_, row)| row.basis == Basis::Assigned);
    rows.map(|(body, row)| (plan[body].name.get(Lang::En), row))
        .collect()
}

const FLAWED: &str = "Item,Lead,Unit,Due,Status,Note\n\
    P1,Ministry of Magic,Room 1,2027-06-30,open,call them\n\
    P2,\"MIIT, Ministry of Magic\",,31/02/2027,open,\n\
    P99,MIIT,,2027-01-01,,\n\
    P3,MOST,,2027-01-02,done,\n";

#[test]
fn a_cell_that_cannot_be_read_is_left_out_and_the_rest_stands() {
    let plan = read(FLAWED, true).expect("it opens");
    let [(body, row)] = ours(&plan, "P1")[..] else {
        panic!("one row");
    };
    assert_eq!(body, "Lead not recognised");
    assert_eq!(
        (row.due.map(|due| due.to_string()), &*row.unit),
        (Some("2027-06-30".into()), "Room 1")
    );
    for lang in [Lang::En, Lang::Zh] {
        assert_eq!(row.note.get(lang), "Lead: Ministry of Magic; call them");
    }
    // The name that is known stands.
    let [(body, row)] = ours(&plan, "P2")[..] else {
        panic!("one row");
    };
    assert_eq!(body, "Ministry of Industry and Information Technology");
    assert_eq!(row.due, None);
    assert!(row.note.get(Lang::En).contains("Due: 31/02/2027"));
    assert!(row.note.get(Lang::En).contains("Ministry of Magic"));
    assert_eq!(ours(&plan, "P3").len(), 1);
    let left_out = plan
        .notices()
        .iter()
        .filter_map(|(_, notice)| match notice {
            SheetNotice::LeftOut { place, .. } => Some(place.to_string()),
            _ => None,
        });
    assert_eq!(left_out.collect::<Vec<_>>(), ["B2", "B3", "D3", "A4"]);
    // The screen says so once, before anything is pressed.
    for lang in [Lang::En, Lang::Zh] {
        let said = sheets::not_understood(&plan, lang).concat();
        assert!(said.contains("ours.csv:B2") && said.contains('4'), "{said}");
    }
    let shown = Ui::on(plan, 120, 40, options(Lang::En)).frame();
    assert!(!shown.contains("Ministry of Magic"), "{shown}");
}

/// What is checked, or made into a data file, is refused as before.
#[test]
fn a_check_names_every_cell() {
    let problems = read(FLAWED, false).expect_err("it is wrong");
    let places = problems.iter().filter_map(|one| one.at.cell.as_ref());
    let places: Vec<String> = places.map(ToString::to_string).collect();
    assert_eq!(places, ["B2", "B3", "D3", "A4"]);
}

/// A sheet of which nothing stands says why, with what to do.
#[test]
fn a_sheet_of_nothing_that_is_known_is_refused() {
    for lenient in [false, true] {
        let problems = read("Item,Lead\nSmart campuses,MIIT\n", lenient);
        assert_eq!(problems.expect_err("it is wrong").len(), 1);
    }
}

/// A row that leaves the lead open is not the work of our own office, unless no row could say who leads.
#[test]
fn a_row_without_a_lead_has_none() {
    let open = "Item,Lead,Unit,Due\nP1,,Room 1,2027-06-30\nP2,,,2027-06-30\nP3,MIIT,,\n";
    let without = "Item,Unit,Due\nP1,Room 1,2027-06-30\nP2,,2027-06-30\n";
    for lenient in [false, true] {
        let plan = read(open, lenient).expect("it opens");
        for id in ["P1", "P2"] {
            let names: Vec<&str> = ours(&plan, id).into_iter().map(|(name, _)| name).collect();
            assert_eq!(names, ["No lead stated"], "{id}");
        }
        let plan = read(without, lenient).expect("it opens");
        for id in ["P1", "P2"] {
            let names: Vec<&str> = ours(&plan, id).into_iter().map(|(name, _)| name).collect();
            assert_eq!(names, ["Our office"], "{id}");
        }
    }
}

/// A percentage is said as it is written.
#[test]
fn a_share_is_named_by_the_words_of_its_cell() {
    let sheet = "Item,Lead,Status\nP1,MIIT,50%\nP2,MIIT,完成80%\nP3,MIIT,100%\n";
    let plan = read(sheet, false).expect("it opens");
    let said = plan.notices().iter();
    let said: Vec<String> = said
        .map(|(_, notice)| sheets::notice(notice, Lang::En))
        .collect();
    assert!(
        said.iter()
            .any(|line| line.contains("C2") && line.contains("“50%”")),
        "{said:?}"
    );
    assert!(said.iter().any(|line| line.contains("“100%”")), "{said:?}");
    assert!(!said.iter().any(|line| line.contains("0-99")), "{said:?}");
}

/// A template that nobody filled in assigns nothing to anybody.
#[test]
fn an_untouched_template_is_nobodys_work() {
    let plan = crate::ui::shipped();
    for lang in [Lang::En, Lang::Zh] {
        for both in [false, true] {
            let pages = plan::model::sheet::template(&plan, true, lang, both);
            let page = pages.first().expect("a page");
            let bytes = plan::model::sheet::delimited(page, b',');
            let text = String::from_utf8(bytes).expect("text");
            let laid = read(&text, false).expect("it opens");
            let rows = laid
                .responsibilities()
                .iter()
                .flat_map(plan::model::Responsibility::rows);
            assert_eq!(rows.filter(|row| row.basis == Basis::Assigned).count(), 0);
            assert_eq!(laid.items().len(), plan.items().len());
        }
    }
}

/// A date without its year is told that the year is missing; other words are told what a date is.
#[test]
fn a_date_without_its_year_is_told_so() {
    for (due, no_year) in [
        ("end of December", true),
        ("by December", true),
        ("by the end of the year", true),
        ("June 30", true),
        ("年底前", true),
        ("12月31日", true),
        ("6月底前", true),
        ("some day", false),
        ("长期坚持", false),
        ("after the review", false),
    ] {
        let plan = read(&format!("Item,Lead,Due\nP1,MIIT,{due}\n"), false).expect("it opens");
        for (lang, words) in [(Lang::En, "no year"), (Lang::Zh, "缺少年份")] {
            let mut said = plan
                .notices()
                .iter()
                .map(|(_, one)| sheets::notice(one, lang));
            assert_eq!(said.any(|line| line.contains(words)), no_year, "{due}");
        }
    }
}

/// What stands in the place of a lead that is not stated is no organisation of the list, and has no role.
#[test]
fn a_lead_that_is_not_stated_is_no_organisation() {
    let read = || read("Item,Lead,Due\nP1,,2027-06-30\nP3,MIIT,\n", false).expect("it opens");
    let plan = read();
    for (lang, said, role) in [
        (Lang::En, "No lead stated", "role not stated"),
        (Lang::Zh, "未注明牵头单位", "未注明角色"),
    ] {
        let ui = Ui::on(read(), 80, 60, options(lang));
        let page = ui.press("<esc><space>/P1<enter>").page().join("\n");
        assert!(page.contains(said) && !page.contains(role), "{page}");
        let tab = TabKind::Bodies.count(&plan);
        assert_eq!(tab, plan.bodies().len() - 1);
    }
}
