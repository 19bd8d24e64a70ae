//! An office's own sheet, as the plan and beside one: what it says of its work is shown and asked alike.

use std::ops::ControlFlow;

use crate::facts::drawn::without_blanks;
use crate::ui::{Ui, options, with_overlays};
use plan::app::Effect;
use plan::model::sheet::{Rules, SheetNotice};
use plan::model::{Failed, Input, Lang, Plan, Responsibility, Status, load_by};

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
                "2026年6月30日",
                "进行中",
                "逾期",
                "信息化处",
                "张伟",
                "经费未到位",
            ],
            "任务 3",
            ["情况:逾期", "张伟"],
        ),
        (
            EN,
            Lang::En,
            [
                "30 June 2026",
                "open",
                "overdue",
                "Rural section",
                "Maria Rossi",
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
        "Note        waits",
        "Support  CAC NDRC",
    ] {
        assert_eq!(p1.matches(once).count(), 1, "{once} in\n{p1}");
    }
    let joined = without_blanks(&p1);
    let source = joined
        .find("source:5GApplication")
        .unwrap_or_else(|| panic!("{p1}"));
    assert!(
        source < joined.rfind("Ouroffice").unwrap_or_default(),
        "{p1}"
    );
    let t8 = without_blanks(&page("T8"));
    let (_, ours) = t8
        .rsplit_once("Ouroffice")
        .unwrap_or_else(|| panic!("{t8}"));
    let at = |name: &str| ours.find(name).unwrap_or_else(|| panic!("{name}: {ours}"));
    assert!(at("MinistryofEducation") < at("NationalHealth"), "{ours}");
    // On the list, too, the lead that was typed stands there by its name.
    let list = Ui::on(beside(OURS), 80, 24, options(Lang::En));
    let list = list.press("<ctrl-e><ctrl-u>").paste("T8").frame();
    let row = list.lines().find(|line| line.contains("T8 Digital"));
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
    for (lang, query, brief, short) in [
        (
            Lang::En,
            "which targets were missed",
            "75 million people short",
            "0.75 short",
        ),
        (Lang::Zh, "哪些目标未达到", "差0.75亿人", "差0.75亿人"),
    ] {
        let ui = Ui::on(beside("Item,Lead\nP2,MIIT\n"), 120, 40, options(lang));
        let ui = ui.press("<ctrl-e><ctrl-u>").paste(query);
        let row = ui.frame();
        let row = row
            .lines()
            .find(|line| line.contains("I2 "))
            .expect("it is listed");
        let (list, _) = row.split_once('│').expect("two columns");
        assert!(list.contains(brief), "{row}");
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

/// What is not begun has the office's word and no status beside it that says otherwise.
#[test]
fn what_is_not_begun_is_not_in_progress() {
    for word in [
        "Not started",
        "Planned",
        "Pending",
        "TBD",
        "On hold",
        "0%",
        "未启动",
        "未开始",
        "待启动",
        "尚未启动",
        "计划中",
        "筹备中",
        "暂停",
    ] {
        let plan = beside(&format!("Item,Lead,Status\nP1,MIIT,{word}\n"));
        let rows = plan.responsibilities().iter();
        let rows: Vec<_> = rows.flat_map(Responsibility::assigned).collect();
        let [row] = rows.as_slice() else {
            panic!("{word}: {rows:?}");
        };
        assert_eq!((row.status, row.note.en()), (None, word));
    }
}

/// What only says what a status says is nothing to report.
#[test]
fn the_names_of_the_statuses_are_no_notice() {
    for (word, status) in [
        ("In progress", Status::Open),
        ("in progress", Status::Open),
        ("OPEN", Status::Open),
        ("Completed", Status::Done),
        ("Overdue", Status::Late),
        ("完成", Status::Done),
        ("推进中", Status::Open),
    ] {
        let plan = beside(&format!("Item,Lead,Status\nP1,MIIT,{word}\n"));
        let mut rows = plan
            .responsibilities()
            .iter()
            .flat_map(Responsibility::assigned);
        assert_eq!(
            rows.next().and_then(|row| row.status),
            Some(status),
            "{word}"
        );
        let mut notices = plan.notices().iter().map(|(_, notice)| notice);
        assert!(
            !notices.any(|notice| matches!(notice, SheetNotice::ReadAs { .. })),
            "{word}: {:?}",
            plan.notices()
        );
    }
}

/// By when our own work is due and how it stands is on the first screen of the item's page, and in the
/// rows of what is listed by date.
#[test]
fn an_own_date_stands_first() {
    const OURS: &str = "Item,Lead,Unit,Due,Status\n\
        T8,MOE,Room 8,2026-06-30,open\n\
        P10,MIIT,,2099-12-20,not started\n";
    for (lang, lead, wanted, row) in [
        (
            Lang::En,
            "Lead",
            ["due30June2026,open,overdue", "due20December2099,notstarted"],
            "2026-06-30 overdue",
        ),
        (
            Lang::Zh,
            "牵头",
            [
                "完成时限2026年6月30日，进行中，逾期",
                "完成时限2099年12月20日，未启动",
            ],
            "2026-06-30 逾期",
        ),
    ] {
        for (width, height) in [(80, 24), (40, 12), (120, 40)] {
            let start = || Ui::on(beside(OURS), width, height, options(lang));
            for (id, wanted) in ["T8", "P10"].into_iter().zip(wanted) {
                let ui = start().press(&format!("<esc><space>/{id}<enter>"));
                let page = without_blanks(&ui.page().concat());
                let own = page
                    .find(wanted)
                    .unwrap_or_else(|| panic!("{}", ui.frame()));
                let lead = page.find(lead).unwrap_or_else(|| panic!("{}", ui.frame()));
                assert!(own < lead, "{}", ui.frame());
                // It is on the first screen of a small terminal, where the page stands alone.
                let shown = without_blanks(&ui.frame().replace('┃', ""));
                assert!(width > 40 || shown.contains(wanted), "{}", ui.frame());
            }
            for query in ["is:late", "due:2026"] {
                let frame = start().press("<ctrl-e><ctrl-u>").paste(query).frame();
                assert!(frame.contains(row), "{query}: {frame}");
            }
        }
    }
}
