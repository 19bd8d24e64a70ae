//! An office's own sheet, as the plan and beside one: what it says of its work is shown and asked alike.

use std::ops::ControlFlow;

use crate::facts::drawn::without_blanks;
use crate::ui::{Ui, options, with_overlays};
use plan::app::Effect;
use plan::model::sheet::Rules;
use plan::model::{Failed, Input, Lang, Plan, load_by};

const ZH: &str = "重点任务,责任单位,配合单位,责任人,完成时限,进展情况,备注\n\
    推进智慧校园建设,信息化处,\"办公室、财务处\",张伟,2026年6月30日,进行中,经费未到位\n\
    教师数字素养培训,人事处,,陈静,长期坚持,已完成第一批,\n\
    数字教材试点,基础教育处,,刘洋,2026年9月,√,\n";
const EN: &str = "Task,Lead,Support,Person,Deadline,State,Comments\n\
    Village broadband,Rural section,\"Office, Finance\",Maria Rossi,30 June 2026,open,no money\n\
    Train staff,Training section,,Ken Sato,2027-03-15,not started,\n";

fn own(sheet: &str) -> Plan {
    let input = Input {
        name: "own.csv",
        bytes: sheet.as_bytes(),
    };
    match load_by(input, &[], Rules::default(), &|_| ControlFlow::Continue(())) {
        Ok(plan) => plan,
        Err(Failed::Problems(problems)) => panic!("{problems:?}"),
        Err(Failed::Cancelled) => panic!("nobody cancels"),
    }
}

fn beside(sheet: &str) -> Plan {
    with_overlays(&[Input {
        name: "ours.csv",
        bytes: sheet.as_bytes(),
    }])
}

fn rows(ui: &Ui) -> Vec<String> {
    let rows = ui.app.list().rows().iter();
    rows.map(|row| ui.app.plan().id(row.node).to_owned())
        .collect()
}

/// What a sheet says of an office's own work is shown and found where the sheet is the plan, too, and its
/// items have a kind with a name in either language.
#[test]
fn an_own_list_as_the_plan_says_all_that_it_holds() {
    for (sheet, lang, said, kind, queries) in [
        (
            ZH,
            Lang::Zh,
            [
                "信息化处",
                "张伟",
                "2026年6月30日",
                "进行中",
                "逾期",
                "经费未到位",
            ],
            "任务 3",
            ["情况:逾期", "张伟"],
        ),
        (
            EN,
            Lang::En,
            [
                "Rural section",
                "Maria Rossi",
                "30 June 2026",
                "open",
                "overdue",
                "no money",
            ],
            "Tasks 2",
            ["is:late", "maria rossi"],
        ),
    ] {
        let start = || Ui::on(own(sheet), 80, 24, options(lang));
        let frame = start().frame();
        assert!(frame.contains(kind), "{frame}");
        let other = Ui::on(own(sheet), 80, 24, options(lang.other())).frame();
        let name = if lang == Lang::En { "任务" } else { "Tasks" };
        assert!(other.contains(name), "{other}");
        let page = start().press("<esc><space>/T1<enter>").page().concat();
        let mut rest = without_blanks(&page);
        for part in said {
            let part = without_blanks(part);
            let at = rest.find(&part);
            rest = rest.split_off(at.unwrap_or_else(|| panic!("no {part} in\n{page}")));
            assert_eq!(rest.matches(&part).count(), 1, "{part} in\n{page}");
        }
        for query in queries {
            let ui = start().press("<ctrl-e><ctrl-u>").paste(query);
            assert_eq!(rows(&ui), ["T1"], "{query}: {}", ui.frame());
        }
    }
}

/// What several organisations do of the same work is said once, who leads first, and what the plan itself
/// says of the lead stands beside it with its source.
#[test]
fn the_same_work_is_said_once_beside_the_plans_own_lead() {
    const OURS: &str = "Item,Lead,Support,Unit,Contact,Due,Status,Note\n\
        P1,MIIT,\"CAC, NDRC\",Room 7,Li Wei,2026-10,not started,waits\n\
        T8,MOE,NHC,Room 8,Zhang Wei,2026-06-30,open,no money\n";
    let page = |id: &str| {
        let ui = Ui::on(beside(OURS), 80, 60, options(Lang::En));
        let page = ui.press(&format!("<esc><space>/{id}<enter>")).page();
        page.join("\n")
    };
    let p1 = page("P1");
    for once in [
        "Room 7",
        "Li Wei",
        "October 2026",
        "not started; waits",
        "Support  CAC NDRC",
    ] {
        assert_eq!(p1.matches(once).count(), 1, "{once} in\n{p1}");
    }
    let joined = without_blanks(&p1);
    let source = joined
        .find("source:5GApplication")
        .unwrap_or_else(|| panic!("{p1}"));
    assert!(
        source < joined.find("Ouroffice").unwrap_or_default(),
        "{p1}"
    );
    let t8 = without_blanks(&page("T8"));
    let (_, ours) = t8.split_once("Ouroffice").unwrap_or_else(|| panic!("{t8}"));
    let at = |name: &str| ours.find(name).unwrap_or_else(|| panic!("{name}: {ours}"));
    assert!(at("MinistryofEducation") < at("NationalHealth"), "{ours}");
    // On the list, too, the lead that was typed stands there by its name.
    let list = Ui::on(beside(OURS), 80, 24, options(Lang::En));
    let list = list.press("<ctrl-e><ctrl-u>").paste("is:late").frame();
    let row = list.lines().find(|line| line.contains("T8 "));
    assert!(row.is_some_and(|row| row.contains(" MOE ")), "{list}");
}

/// Of what our office has to do alone the list and the short list hold no other rows.
#[test]
fn only_our_own_work_is_listed_where_only_that_is_asked_for() {
    const OURS: &str = "Item,Lead,Due\nP2,MIIT,2099\nP9,CAC,2099\n";
    let ui = Ui::on(beside(OURS), 80, 24, options(Lang::En));
    let all = rows(&ui).len();
    let ui = ui.press("<esc><space>e<space>e");
    assert_eq!(rows(&ui), ["PLAN", "P2", "P9"], "{}", ui.frame());
    assert!(!ui.frame().contains("All 78"), "{}", ui.frame());
    let copied = ui.press("<space>s");
    let Some(Effect::Copy(text)) = copied.effects.last() else {
        panic!("nothing was copied");
    };
    assert_eq!(text.lines().count(), 3, "{text}");
    let ui = copied.press("<esc><space>e");
    assert_eq!(rows(&ui).len(), all);
    // A plan without any own work has nothing to hide.
    let plain = Ui::new(80, 24).press("<esc><space>e<space>e");
    assert_eq!(rows(&plain).len(), all);
}

/// A list of missed targets says by how much, and so does what is copied of it.
#[test]
fn missed_targets_say_by_how_much() {
    for (lang, query, short) in [
        (Lang::En, "which targets were missed", "0.75 short"),
        (Lang::Zh, "哪些目标未达到", "差0.75"),
    ] {
        let ui = Ui::on(beside("Item,Lead\nP2,MIIT\n"), 120, 40, options(lang));
        let ui = ui.press("<ctrl-e><ctrl-u>").paste(query);
        let row = ui.frame();
        let row = row
            .lines()
            .find(|line| line.contains("I2 "))
            .expect("it is listed");
        let (list, _) = row.split_once('│').expect("two columns");
        assert!(list.contains(short), "{row}");
        assert!(!ui.frame().contains("≈16 "), "{}", ui.frame());
        let copied = ui.press("<tab><space>s");
        let Some(Effect::Copy(text)) = copied.effects.last() else {
            panic!("nothing was copied");
        };
        let line = text.lines().find(|line| line.starts_with("I2\t"));
        assert!(line.is_some_and(|line| line.contains(short)), "{text}");
    }
    for (lang, short) in [(Lang::En, "0.75 short"), (Lang::Zh, "差0.75")] {
        let ui = Ui::in_lang(80, 40, lang).press("<esc><space>i");
        assert!(ui.page().join("\n").contains(short), "{}", ui.frame());
    }
}
