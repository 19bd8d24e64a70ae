//! What newcomers lay beside the plan: their office without an abbreviation, a sheet with free text.

use crate::ui::{Ui, options, shipped, with_overlays};
use plan::app::Options;
use plan::model::{Input, Lang, LeadState, Plan};

const EXAMPLE: &str = include_str!("../../../data/example-overlay.json");

fn overlaid() -> Plan {
    with_overlays(&[Input {
        name: "example-overlay.json",
        bytes: EXAMPLE.as_bytes(),
    }])
}

fn start(plan: Plan, lang: Lang) -> Ui {
    Ui::on(plan, 80, 24, options(lang))
}

/// An office of one's own without an abbreviation is called by its name, once; its id is nowhere.
#[test]
fn a_body_without_an_abbreviation_is_called_by_its_name() {
    const OWN: &str = r#"{"format": 1,
        "bodies": [{"id": "itsec", "name": {"en": "IT section", "zh": "我办信息化处"}}],
        "responsibilities": [
            {"item": "P1", "body": "itsec", "role": "lead", "contact": "Li Wei"},
            {"item": "P2", "unit": "Room 5"}]}"#;
    let plan = || {
        with_overlays(&[Input {
            name: "own.json",
            bytes: OWN.as_bytes(),
        }])
    };
    for (lang, name, ours, does) in [
        (Lang::En, "IT section", "Our office", "role not stated"),
        (Lang::Zh, "我办信息化处", "本单位", "未注明角色"),
    ] {
        let ui = Ui::on(plan(), 120, 40, options(lang));
        for (keys, times) in [
            // The item's row and the page, then what is copied.
            ("p1<enter>", 2),
            ("p1<enter><space>s", 3),
            // The trail, the name above the page, the item's row and the head of the page.
            ("<esc><space>/itsec<enter>", 4),
        ] {
            let frame = Ui::on(plan(), 120, 40, options(lang)).press(keys).frame();
            let body: String = frame.lines().skip(2).collect::<Vec<_>>().join("\n");
            assert!(!body.contains("itsec"), "{keys}: {frame}");
            assert_eq!(body.matches(name).count(), times, "{keys}: {frame}");
        }
        // One that is called like the label is not named beside it.
        let page = ui.press("p2<enter>").page().join("\n");
        let line = page.lines().find(|line| line.contains(does));
        let line = line.unwrap_or_else(|| panic!("{page}"));
        let (_, rest) = line.split_once(ours).expect("the label");
        let (between, _) = rest.split_once(does).expect("the role");
        assert_eq!(between.trim(), "", "{line}");
    }
}

/// What an office assigns stands beside the leads that documents name, in the counts too.
#[test]
fn an_assignment_takes_no_documented_lead_away() {
    let count = |plan: &Plan, state| {
        let items = plan.items();
        items.filter(|(id, _)| plan.has_lead(*id, state)).count()
    };
    let (alone, with) = (shipped(), overlaid());
    for state in [LeadState::Documented, LeadState::Inferred] {
        assert_eq!(count(&alone, state), count(&with, state), "{state:?}");
    }
    assert_eq!(count(&alone, LeadState::Assigned), 0);
    assert!(count(&with, LeadState::Assigned) > 0);
    let documented = count(&alone, LeadState::Documented);
    let page = start(overlaid(), Lang::En).page().join("\n");
    assert!(page.contains(&format!("{documented} documented")), "{page}");
    assert!(page.contains("assigned by our office"), "{page}");
}

/// A sheet with free text in its Status column opens, and the screen says where that went.
#[test]
fn what_a_sheet_has_that_is_not_understood_is_said_once_and_stays() {
    const SHEET: &str = "Item,Lead,Status\nP1,MIIT,waiting for MoF\n";
    for (lang, said, hint) in [
        (
            Lang::En,
            "ours.csv:C2: Status not understood, shown as a note; see plan check ours.csv",
            "Type to search, wherever",
        ),
        (
            Lang::Zh,
            "ours.csv:C2：进展未能识别，已作为备注显示；详见plan check ours.csv",
            "在任何位置直接输入",
        ),
    ] {
        let plan = with_overlays(&[Input {
            name: "ours.csv",
            bytes: SHEET.as_bytes(),
        }]);
        // It stands above the hint of a first start.
        let first = Options {
            first_start: true,
            ..options(lang)
        };
        let ui = Ui::on(plan, 80, 24, first);
        let frame = ui.frame();
        let hint = frame.find(hint).expect("the hint");
        assert!(frame.find(said).is_some_and(|at| at < hint), "{frame}");
        let ui = ui.press("p1<enter>");
        assert!(!ui.frame().contains(said), "{}", ui.frame());
        assert!(
            ui.page().join(" ").contains("waiting for MoF"),
            "{}",
            ui.frame()
        );
    }
}

#[test]
fn the_matrix_says_what_the_sign_of_a_late_assignment_means() {
    for (lang, said) in [(Lang::En, "! late  ● leads"), (Lang::Zh, "! 逾期  ● 牵头")] {
        let with = start(overlaid(), lang).press("<esc><space>m").frame();
        assert!(with.contains(said), "{with}");
        let without = start(shipped(), lang).press("<esc><space>m").frame();
        assert!(!without.contains("! "), "{without}");
    }
}

/// Where only our own work is listed, each row says by when it is due, as a list of what is due does.
#[test]
fn the_list_of_our_own_work_says_by_when_it_is_due() {
    for lang in [Lang::En, Lang::Zh] {
        let rows = |ui: &Ui| -> Vec<String> {
            let frame = ui.frame();
            let lines = frame.lines().map(str::to_owned);
            lines.filter(|line| line.contains("P15 ")).collect()
        };
        let plain = rows(&start(overlaid(), lang)).join("\n");
        assert!(!plain.contains("2025-06-30"), "{plain}");
        let ui = start(overlaid(), lang).press("<space>e<space>e");
        let ours = rows(&ui).join("\n");
        assert!(ours.contains("2025-06-30"), "{}", ui.frame());
        let late = ui.frame();
        let late = late.lines().find(|line| line.contains("2026-03-31"));
        let said = if lang == Lang::En { "late" } else { "逾期" };
        assert!(
            late.is_some_and(|line| line.contains(said)),
            "{}",
            ui.frame()
        );
    }
}

/// A row of a sheet that names several organisations is one item.
#[test]
fn an_overlay_is_counted_by_the_items_that_it_assigns() {
    const SHEET: &str = "Item,Lead,Support\nT8,MIIT,\"CAC, MOE\"\nP1,MIIT,\n";
    for (lang, said) in [(Lang::En, "2 items assigned"), (Lang::Zh, "2个条目有分工")] {
        let plan = with_overlays(&[Input {
            name: "ours.csv",
            bytes: SHEET.as_bytes(),
        }]);
        let page = start(plan, lang).page().join("\n");
        assert!(page.contains(said), "{page}");
    }
}
