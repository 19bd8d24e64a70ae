//! What an office lays beside the plan, on the screen: it shows up in the detail, the lists, the
//! search, the matrix and the answers, and taking it away leaves no trace. Compared with the example
//! overlay read as plain JSON.

use std::sync::Arc;

use crate::facts::drawn::without_blanks;
use crate::facts::str;
use crate::program::out;
use crate::ui::{Ui, options, shipped, today, with_overlays};
use plan::app::layout::text_area;
use plan::app::{Effect, MatrixView, Msg, Options};
use plan::model::{BasisFilter, Date, Input, Lang, Node, Plan};
use plan::page::{self, Style};
use plan::search::Index;
use serde_json::Value;

const EXAMPLE: &str = include_str!("../../../data/example-overlay.json");
const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/data/example-overlay.json");

fn example() -> Value {
    serde_json::from_str(EXAMPLE).expect("the example is JSON")
}

fn list(value: &Value, key: &str) -> Vec<Value> {
    value[key].as_array().cloned().unwrap_or_default()
}

fn overlaid(times: usize) -> Plan {
    let overlay = || Input {
        name: "example-overlay.json",
        bytes: EXAMPLE.as_bytes(),
    };
    let overlays: Vec<Input> = (0..times).map(|_| overlay()).collect();
    with_overlays(&overlays)
}

fn start(plan: Plan, lang: Lang) -> Ui {
    Ui::on(plan, 80, 24, options(lang))
}

/// The detail's text without the breaks that its layout brings.
fn detail(ui: &Ui) -> String {
    let area = ui.app.areas().detail.expect("the detail shows");
    let text = crate::ui::dump_area(&ui.buffer(), text_area(area));
    without_blanks(&text)
}

#[track_caller]
fn pasted(ui: Ui, text: &str) -> Ui {
    ui.press("<ctrl-e><ctrl-u>").paste(text)
}

/// The id of each row of the list.
fn rows(ui: &Ui) -> Vec<String> {
    let rows = ui.app.list().rows().iter();
    rows.map(|row| ui.app.plan().id(row.node).to_owned())
        .collect()
}

#[test]
fn an_assignment_stands_below_the_lead_under_a_label_of_ours() {
    for row in list(&example(), "responsibilities") {
        for (lang, here, lead) in [
            (Lang::En, "Ouroffice", "Lead"),
            (Lang::Zh, "本单位", "牵头"),
        ] {
            let ui = start(overlaid(1), lang)
                .press(&format!("<esc><space>/{}<enter>", str(&row["item"])));
            let said = without_blanks(&ui.page().concat());
            for part in ["unit", "contact"] {
                let part = without_blanks(str(&row[part]));
                assert!(said.contains(&part), "{part} is not in\n{}", ui.frame());
            }
            let at = said
                .rfind(here)
                .expect("it stands under a label of its own");
            let lead = said.find(lead).is_none_or(|lead| lead < at);
            assert!(lead || str(&row["item"]) == "P3-EX1", "{}", ui.frame());
            // The label says whose it is, and nothing repeats it.
            let repeated = ["assignedbyouroffice", "本单位分工"];
            assert!(
                !repeated.iter().any(|mark| said.contains(mark)),
                "{}",
                ui.frame()
            );
            let status = match (lang, str(&row["status"])) {
                (_, "") => "",
                (Lang::En, status) => status,
                (Lang::Zh, "open") => "进行中",
                (Lang::Zh, "done") => "已完成",
                (Lang::Zh, "late") => "逾期",
                (Lang::Zh, "dropped") => "已取消",
                (_, other) => panic!("no such status: {other}"),
            };
            assert!(said.contains(status), "{status} is not in\n{}", ui.frame());
        }
    }
    let ui = start(overlaid(1), Lang::En).press("<esc><space>/P3<enter>");
    let said = detail(&ui);
    assert!(
        said.find("Ouroffice")
            .is_some_and(|at| at < said.find("Lead").unwrap_or(0))
            && said.contains("due31March2026,late"),
        "{}",
        ui.frame()
    );
    let done = start(overlaid(1), Lang::En).press("<esc><space>/P15<enter>");
    assert!(
        !detail(&done).contains("overdue"),
        "what is done is not overdue:\n{}",
        done.frame()
    );
}

/// Each thing that is said of an assignment has a label of its own, in all forms; that it is late is said
/// once, and the office stands there by its name.
#[test]
fn an_assignment_is_laid_out_under_labels() {
    for (lang, labels, late) in [
        (
            "en",
            ["Our office", "due", "Our office", "Unit", "Contact", "Note"],
            ["late", "overdue"],
        ),
        (
            "zh",
            ["本单位", "完成时限", "本单位", "责任处室", "联系人", "备注"],
            ["逾期", "逾期，逾期"],
        ),
    ] {
        let show = |format: &str| {
            let args = ["--overlay", PATH, "-l", lang, "show", "P3", "-f", format];
            out(&args)
        };
        let plain = out(&["--plain", "--overlay", PATH, "-l", lang, "P3"]);
        let page = start(overlaid(1), if lang == "en" { Lang::En } else { Lang::Zh });
        let page = page.press("<esc>:P3<enter>").frame();
        for text in [show("text"), show("markdown"), plain, page] {
            let mut rest = text.as_str();
            for label in labels {
                let at = rest.find(label);
                rest = &rest[at.unwrap_or_else(|| panic!("no {label} in\n{text}"))..];
            }
            let name = ["Example Office", "示例办公室"];
            assert!(name.iter().any(|name| text.contains(name)), "{text}");
            assert!(text.contains(late[0]), "{text}");
            assert!(!text.contains(late[1]), "{text}");
        }
    }
}

#[test]
fn it_is_found_by_unit_contact_alias_status_and_date() {
    let mut ui = start(overlaid(1), Lang::En);
    for row in list(&example(), "responsibilities") {
        for part in ["unit", "contact"].map(|key| str(&row[key]).to_owned()) {
            if !part.is_empty() {
                ui = pasted(ui, &part);
                assert!(
                    rows(&ui).contains(&str(&row["item"]).to_owned()),
                    "{part}:\n{}",
                    ui.frame()
                );
            }
        }
    }
    for (query, first) in [
        ("示例乡村专班", "A7"),
        ("example village desk", "A7"),
        ("status:late", "P3"),
        ("due:2030-12", "A7"),
        ("due:2025-06", "P15"),
        ("server move", "P3-EX1"),
        ("our office", "exo"),
    ] {
        ui = pasted(ui, query);
        assert_eq!(
            rows(&ui).first().map(String::as_str),
            Some(first),
            "{query}:\n{}",
            ui.frame()
        );
    }
    ui = pasted(ui, "status:late");
    assert_eq!(rows(&ui), ["P3"]);
}

/// What is late is late by its date too; and an office that says only who handles it does not lead.
#[test]
fn what_is_overdue_is_late_and_a_unit_alone_leads_nothing() {
    let overlay = r#"{"format": 1, "responsibilities": [
        {"item": "P12", "body": "mps", "unit": "Desk 1", "due": "2020-01", "status": "open"},
        {"item": "P14", "body": "mps", "unit": "Desk 2", "due": "2020-01", "status": "done"},
        {"item": "P13", "body": "mps", "unit": "Desk 3", "due": "2990-01"}
    ]}"#;
    let input = Input {
        name: "ours.json",
        bytes: overlay.as_bytes(),
    };
    let plan = with_overlays(&[input]);
    let p13 = plan.find("P13").expect("an item");
    let leads = |row: &&plan::model::Responsibility| row.shown().role == plan::model::Role::Lead;
    let names = plan.responsible(p13).iter().filter(leads);
    let names: Vec<&str> = names.map(|row| &*plan[row.body].id).collect();
    assert_eq!(names, ["cac"]);
    for (lang, query) in [
        (Lang::En, "is:late"),
        (Lang::En, "what is overdue"),
        (Lang::Zh, "逾期"),
        (Lang::Zh, "状态:逾期"),
    ] {
        let options = Options {
            today: Date::parse("2026-11-29"),
            ..options(lang)
        };
        let ui = pasted(Ui::on(with_overlays(&[input]), 80, 24, options), query);
        assert_eq!(rows(&ui), ["P12"], "{query}:\n{}", ui.frame());
    }
}

#[test]
fn lists_show_what_is_late_and_where_an_own_item_belongs() {
    let ui = start(overlaid(1), Lang::En).press("<esc>");
    let frame = ui.frame();
    let line = |id: &str| {
        // The list, without the page beside it.
        let mut rows = frame
            .lines()
            .filter_map(|line| line.split(['┃', '│']).next());
        let found = rows.find(|line| line.contains(&format!("{id} ")));
        found
            .unwrap_or_else(|| panic!("no {id} in\n{frame}"))
            .to_owned()
    };
    assert!(line("P3").contains("late"), "{frame}");
    assert!(!line("P2").contains("late"), "{frame}");
    let ids = rows(&ui);
    let at = |id: &str| ids.iter().position(|row| row == id);
    assert_eq!(
        at("P3-EX1"),
        at("P3").map(|at| at + 1),
        "it stands under what it belongs to"
    );
    for number in 0..=9 {
        let ids = rows(&start(overlaid(1), Lang::En).press(&format!("<esc>{number}")));
        let mut once = ids.clone();
        once.sort();
        once.dedup();
        assert_eq!(
            once.len(),
            ids.len(),
            "tab {number} lists something twice: {ids:?}"
        );
    }
}

#[test]
fn the_matrix_has_our_office_and_can_be_narrowed_to_it() {
    let ui = start(overlaid(1), Lang::En).press("<esc><space>m");
    let ui = ui.press("<space>nexo<tab>");
    let bodies = |ui: &Ui| -> Vec<String> {
        let grid = ui.app.matrix_view().expect("the matrix");
        grid.visible_rows()
            .map(|(_, line)| ui.app.plan()[line.body].id.to_string())
            .collect()
    };
    assert_eq!(bodies(&ui), ["exo"], "{}", ui.frame());
    let ui = ui.press("<esc*3><space>e<space>m");
    let ui = ui.press("<space>e");
    assert_eq!(ui.app.basis(), BasisFilter::Assigned);
    let kinds = ui.app.plan().kinds().len();
    let mut seen = std::collections::BTreeSet::new();
    let mut ui = ui;
    for _ in 0..kinds {
        seen.extend(bodies(&ui));
        ui = ui.press("<tab>");
    }
    let expected: Vec<String> = vec!["exo".to_owned(), "miit".to_owned()];
    assert_eq!(seen.into_iter().collect::<Vec<_>>(), expected);
    assert!(ui.app.matrix_view().is_some_and(MatrixView::holds));
}

#[test]
fn the_command_gives_unit_contact_date_and_status() {
    for row in list(&example(), "responsibilities") {
        let said = out(&[
            "who",
            str(&row["item"]),
            "--format",
            "json",
            "--overlay",
            PATH,
        ]);
        let said: Value = serde_json::from_str(&said).expect("JSON");
        let given = list(&said, "responsibilities");
        let mine = |one: &&Value| one["body"]["id"] == row["body"];
        let mine = given.iter().find(mine).expect("the assignment is given");
        for key in ["role", "basis", "unit", "contact", "due", "status", "note"] {
            assert_eq!(mine[key], row[key], "{} {key}", row["item"]);
        }
    }
}

/// Everything that only the overlay says.
fn only_ours() -> Vec<String> {
    let example = example();
    let mut words = Vec::new();
    let both = |text: &Value| [str(&text["en"]).to_owned(), str(&text["zh"]).to_owned()];
    for (key, fields) in [
        ("bodies", &["name", "mandate"][..]),
        ("documents", &["name", "note"]),
        ("items", &["name", "short", "summary", "note"]),
        ("responsibilities", &["note"]),
    ] {
        for one in list(&example, key) {
            words.extend(fields.iter().flat_map(|field| both(&one[field])));
            words.extend(["unit", "contact"].map(|field| str(&one[field]).to_owned()));
            words.extend(
                list(&one, "aliases")
                    .iter()
                    .map(|alias| str(alias).to_owned()),
            );
        }
    }
    words.extend(["P3-EX1".to_owned(), "EX1".to_owned(), "7.77".to_owned()]);
    words.retain(|word| !word.is_empty());
    words
}

/// All pages of a plan in both languages, as plain text.
fn pages(plan: &Plan) -> Vec<String> {
    let mut texts = Vec::new();
    for lang in [Lang::En, Lang::Zh] {
        let style = Style {
            lang,
            width: 70,
            head: page::Head::Full,
            charset: page::Charset::Unicode,
            basis: BasisFilter::All,
            basis_key: String::new(),
            today: today(),
            aside: None,
            unfolded: true,
            most: usize::MAX,
        };
        let text = |page: page::Page| -> String {
            let lines = page.lines.iter().map(page::Line::text);
            lines.collect::<Vec<_>>().join("\n")
        };
        texts.extend(
            plan.nodes()
                .map(|node| text(page::node(plan, node, &style))),
        );
        texts.extend(plan.nodes().map(|node| text(page::who(plan, node, &style))));
        texts.push(text(page::charts(plan, &style)));
        texts.push(text(page::years(plan, &style)));
    }
    texts
}

#[test]
fn taking_it_away_leaves_no_trace() {
    let ours = only_ours();
    assert!(ours.len() > 15);
    let with = without_blanks(&pages(&overlaid(1)).join("\n"));
    for word in &ours {
        let shown = with.contains(&without_blanks(word));
        assert!(shown, "{word} is not shown with the overlay");
    }
    // A session that had it, and goes on without.
    let fresh = start(shipped(), Lang::En);
    let mut ui = start(overlaid(1), Lang::En).press("server move<enter><space>b<esc>");
    let plan = Arc::new(shipped());
    let index = Index::lazy(&plan);
    ui.send(Msg::Loaded(plan, index, Vec::new()));
    let mut ui = ui.press("<esc*3><home>");
    ui.send(Msg::Leave);
    assert_eq!(rows(&ui), rows(&fresh));
    assert_eq!(pages(ui.app.plan()), pages(fresh.app.plan()));
    let ui = ui.press("<space>'");
    let shown = ui.frame();
    for text in pages(ui.app.plan()).iter().chain([&shown]) {
        let text = without_blanks(text);
        for word in &ours {
            assert!(
                !text.contains(&without_blanks(word)),
                "{word} is in\n{text}"
            );
        }
    }
    for format in ["markdown", "csv", "json"] {
        let with = out(&["export", "--format", format, "--overlay", PATH]);
        let without = out(&["export", "--format", format]);
        assert!(with.contains("Example Unit 1"), "{format}");
        assert!(
            !without.contains("Example Unit") && !without.contains("EX1"),
            "{format}"
        );
    }
}

#[test]
fn laying_it_twice_is_laying_it_once() {
    assert_eq!(pages(&overlaid(2)), pages(&overlaid(1)));
    let once = out(&["export", "--format", "json", "--overlay", PATH]);
    let twice = out(&[
        "export",
        "--format",
        "json",
        "--overlay",
        PATH,
        "--overlay",
        PATH,
    ]);
    assert_eq!(twice, once);
}

#[test]
fn what_is_ours_says_so_in_both_languages() {
    for (lang, ours, extended) in [
        (Lang::En, "from our data", "with additions from our data"),
        (Lang::Zh, "本单位数据", "含本单位数据"),
    ] {
        for (id, mark) in [
            ("P3-EX1", ours),
            ("exo", ours),
            ("EX1", ours),
            ("A7", extended),
            ("I5", extended),
        ] {
            let ui = start(overlaid(1), lang).press(&format!("<esc><space>/{id}<enter>"));
            let said = detail(&ui);
            let mark = without_blanks(mark);
            let at = said.find(&mark);
            assert!(at.is_some_and(|at| at < 90), "{id}: {said}");
        }
        let node = |ui: &Ui, id: &str| ui.app.plan().find(id);
        let ui = start(overlaid(1), lang);
        assert!(matches!(node(&ui, "P1"), Some(Node::Item(_))));
        let plain = ui.press("<esc><space>/P1<enter>");
        let text = crate::ui::dump_area(
            &plain.buffer(),
            plain.app.areas().detail.expect("the detail"),
        );
        assert!(!text.contains(ours), "{text}");
    }
}

/// Figures and targets of ours stand beside the plan's, also where there is no screen.
#[test]
fn a_figure_and_a_target_of_ours_say_so_on_the_command_line() {
    for (id, line) in [
        ("I5", "2026 actual: 7.77 (unconfirmed) (from our data)"),
        (
            "P3-EX1",
            "2027-06     All servers moved (example) (from our data)",
        ),
    ] {
        let with = out(&["--overlay", PATH, "show", id]);
        assert!(with.contains(line), "{with}");
    }
    let of_the_plan = out(&["--overlay", PATH, "show", "I3"]);
    assert!(
        of_the_plan.contains("2025 actual: 83.9 (not from the plan)"),
        "{of_the_plan}"
    );
    assert!(!of_the_plan.contains("overlay"), "{of_the_plan}");
}

/// An assignment that only says who has it on the desk says nothing of a role, and none is read into it.
#[test]
fn a_role_that_is_not_stated_is_said_so_and_counts_as_none() {
    const ROWS: &[u8] = br#"{"format":1,"bodies":[{"id":"desk","name":"Desk"}],"responsibilities":[
        {"item":"P1","body":"desk","unit":"IT section","due":"2027-06-30"},
        {"item":"T9","body":"desk","role":"lead","unit":"IT section"}]}"#;
    let plan = with_overlays(&[Input {
        name: "ours.json",
        bytes: ROWS,
    }]);
    let desk = plan.find("desk").and_then(Node::body).expect("a body");
    let kinds = plan::model::Matrix::kinds(&plan);
    let matrix = plan::model::Matrix::of(&plan, &kinds, BasisFilter::Assigned);
    let count = matrix
        .rows
        .iter()
        .find(|row| row.body == desk)
        .expect("a row")
        .count;
    assert_eq!((count.lead, count.support, count.unstated), (1, 0, 1));
    // What is written is read back as it was.
    let written = plan::model::to_json(&plan);
    let again = crate::small::attempt(written.as_bytes(), &[]).expect("a plan");
    assert_eq!(plan::model::diff(&plan, &again), []);
    let index = Index::build(&plan);
    for (query, found) in [("support:desk", 0), ("lead:desk", 1), ("@desk #project", 1)] {
        let query = plan::query::Query::parse(query);
        assert_eq!(index.search(&plan, &query).hits.len(), found, "{query:?}");
    }
    for (lang, said) in [(Lang::En, "role not stated"), (Lang::Zh, "未注明角色")] {
        let ui = start(
            with_overlays(&[Input {
                name: "ours.json",
                bytes: ROWS,
            }]),
            lang,
        );
        let ui = ui.press("p1<enter>");
        assert!(ui.page().join("\n").contains(said), "{}", ui.frame());
        let ui = ui.press("<esc><space>m<space>ndesk");
        assert!(ui.frame().contains(&format!("▲ {said}")), "{}", ui.frame());
    }
}

/// What an office has to do itself stands above the fold of the first screen, with the file it is from.
#[test]
fn the_first_screen_says_what_is_late_and_due_and_from_which_file() {
    for (lang, parts) in [
        (
            Lang::En,
            [
                "National data center",
                "(late)",
                "30 June 2027",
                "example-overlay.json",
                "5 items assigned",
            ],
        ),
        (
            Lang::Zh,
            [
                "一体化大数据中心",
                "（逾期）",
                "2027年6月30日",
                "example-overlay.json",
                "5个条目有分工",
            ],
        ),
    ] {
        let with = detail(&start(overlaid(1), lang));
        for part in parts {
            assert!(
                with.contains(&without_blanks(part)),
                "{part} is not in\n{with}"
            );
        }
        let without = detail(&start(shipped(), lang));
        assert!(!without.contains(&without_blanks(parts[4])) && !without.contains(parts[1]));
    }
}

/// More that is late than there is room for is counted, and what is due next still shows.
#[test]
fn what_is_due_next_shows_below_much_that_is_late() {
    let row =
        |item: usize, due: &str| format!(r#"{{"item":"P{item}","body":"miit","due":"{due}"}}"#);
    let mut rows: Vec<String> = (1..9).map(|item| row(item, "2020-06-30")).collect();
    rows.push(row(9, "2030-06-30"));
    let file = format!(r#"{{"format":1,"responsibilities":[{}]}}"#, rows.join(","));
    let input = || Input {
        name: "folder/ours.json",
        bytes: file.as_bytes(),
    };
    for (lang, more, next) in [
        (Lang::En, "6 more late", "30 June 2030"),
        (Lang::Zh, "另有6项逾期", "2030年6月30日"),
    ] {
        let said = detail(&start(with_overlays(&[input()]), lang));
        for part in [more, next, "ours.json"] {
            assert!(
                said.contains(&without_blanks(part)),
                "{part} is not in\n{said}"
            );
        }
        assert!(!said.contains("folder"), "{said}");
    }
}

/// Several assignments of an item: a row on the overview, a line each on its page with the plan's lead
/// below them, and in a copied list, which is in the order of dates, the first of them.
#[test]
fn several_assignments_are_of_one_item() {
    let file = br#"{"format":1,"bodies":[{"id":"desk","name":"Desk"}],"responsibilities":[
        {"item":"P5","body":"desk","unit":"Room 1","due":"2020-06-30","status":"open"},
        {"item":"P5","body":"desk","role":"support","unit":"Room 2","due":"2020-05-31","status":"late"},
        {"item":"P5","body":"desk","unit":"Room 3","due":"2990-01-01"},
        {"item":"T9","body":"desk","unit":"Room 1","due":"2020-01-31"},
        {"item":"A7","body":"desk","unit":"Room 4","due":"2020-12-31"},
        {"item":"P1","body":"desk","due":"2990-02-01"}]}"#;
    let name = "ours.json";
    let ours = || with_overlays(&[Input { name, bytes: file }]);
    for (lang, more, late) in [
        (Lang::En, "1morelate", "T9\tInternational cooperation\t"),
        (Lang::Zh, "另有1项逾期", "T9\t数字国际合作\t"),
    ] {
        let said = detail(&start(ours(), lang));
        let at = |text: &str| said.find(text).unwrap_or_else(|| panic!("{text}: {said}"));
        assert!(at("T9") < at("P5") && at("P5") < at(more), "{said}");
        assert_eq!(said.matches("P5").count(), 1, "{said}");
        let page = start(ours(), lang).press("<esc><space>/P5<enter>");
        for part in ["Room2", "Room3", "NDA"] {
            let zh = ["Room2", "Room3", "国家数据局"];
            let part = if lang == Lang::Zh && part == "NDA" {
                zh[2]
            } else {
                part
            };
            assert!(
                without_blanks(&page.page().concat()).contains(part),
                "{part}\n{}",
                page.frame()
            );
        }
        let list = pasted(start(ours(), lang), "is:late").press("<tab><space>s");
        let Some(Effect::Copy(text)) = list.effects.last() else {
            panic!("nothing was copied");
        };
        let lines: Vec<&str> = text.lines().skip(1).collect();
        assert!(
            lines[0].starts_with(late) && lines[0].contains("\tRoom 1\t"),
            "{text}"
        );
        let signs: Vec<&str> = lines
            .iter()
            .filter_map(|line| line.split('\t').next())
            .collect();
        assert_eq!(&signs[..3], ["T9", "P5", "A7"], "{text}");
    }
}
