//! What names and numbers in the cells of a sheet stand for.

use plan::model::sheet::Rules;
use plan::model::{
    Failed, Input, Lang, Plan, Problem, Responsibility, SHIPPED, go_on_always, load, load_by,
};
use rust_xlsxwriter::Workbook;

const PLAN: &str = r#"{ "format": 1, "plan": { "name": "X" }, "items": [
        { "id": "P12", "kind": "t", "name": { "en": "Digital villages", "zh": "数字乡村建设工程" },
          "short": { "en": "Villages" }, "aliases": ["rural", "十四五规划abc1"] },
        { "id": "A7", "kind": "t", "name": { "en": "Digital village action", "zh": "数字乡村发展行动" },
          "aliases": ["rural", "P12"] }
    ], "bodies": [
        { "id": "miit", "abbr": "MIIT", "name": { "zh": "工业和信息化部" }, "aliases": ["工信部"] }
    ] }"#;

fn over(name: &str, bytes: &[u8], rules: Rules) -> Result<Plan, Vec<Problem>> {
    let plan = Input {
        name: "plan.json",
        bytes: PLAN.as_bytes(),
    };
    let sheet = Input { name, bytes };
    load_by(plan, &[sheet], rules, &go_on_always).map_err(Failed::problems)
}

/// The plan under a sheet of text; what is wrong in both languages.
fn laid(sheet: &str, add: bool) -> Result<Plan, [String; 2]> {
    let rules = Rules {
        add,
        ..Rules::default()
    };
    let plan = over("ours.csv", sheet.as_bytes(), rules);
    plan.map_err(|problems| [Lang::En, Lang::Zh].map(|lang| problems[0].render(lang)))
}

/// What a row assigned: the ids of the item and the body.
fn assigned(plan: &Plan) -> Vec<(&str, &str)> {
    let all = plan.responsibilities().iter();
    all.map(|one| (plan.id(one.item), &*plan[one.body].id))
        .collect()
}

/// An item is called by its kind and its number, as in the search.
#[test]
fn items_are_found_by_kind_and_number() {
    let shipped = Input {
        name: "plan.json",
        bytes: SHIPPED,
    };
    let laid = |item: &str| {
        let sheet = format!("Item,Support\n{item},MIIT\n");
        let sheet = Input {
            name: "ours.csv",
            bytes: sheet.as_bytes(),
        };
        load(shipped, &[sheet])
    };
    for (item, id) in [
        ("任务3", "T3"),
        ("重大任务3", "T3"),
        ("工程 10", "P10"),
        ("Task 4", "T4"),
        ("project 12", "P12"),
    ] {
        let plan = laid(item).expect(item);
        let all = plan.responsibilities().iter();
        let ours: Vec<&str> = all
            .filter(|one| one.assigned().next().is_some())
            .map(|one| plan.id(one.item))
            .collect();
        assert_eq!(ours, [id], "{item}");
    }
    for item in ["任务99", "Task", "3"] {
        assert!(laid(item).is_err(), "{item}");
    }
}

#[test]
fn nodes_are_found_by_all_their_names() {
    for (item, lead, id) in [
        ("p12", "MIIT", "P12"),
        ("“数字乡村建设”工程", "MIIT", "P12"),
        ("VILLAGES", "MIIT", "P12"),
        ("digital village action", "MIIT", "A7"),
        ("A7", "工信部", "A7"),
        // Only letters, digits and Han characters count, whatever their case and width.
        ("“十四五” 规划－ＡBc-1", "MIIT", "P12"),
    ] {
        let plan = laid(&format!("Item,Lead\n{item},{lead}\n"), false).expect(item);
        assert_eq!(assigned(&plan), [(id, "miit")], "{item}");
    }
    for (item, lead, said) in [
        ("rural", "MIIT", "P12, A7"),
        ("roads", "MIIT", "no item is called “roads”"),
        ("P12", "P12", "“P12”"),
        ("P12", "！", "“！”"),
    ] {
        let problem = laid(&format!("Item,Lead\n{item},{lead}\n"), false);
        let [problem, _] = problem.expect_err(item);
        assert!(problem.contains(said), "{problem}");
    }
}

#[test]
fn what_is_not_found_has_near_names() {
    for (row, near) in [
        (
            "数字乡村建设,MIIT",
            [
                "P12 Digital villages / A7 Digital village action",
                "P12 数字乡村建设工程",
            ],
        ),
        ("P12,信息化部", ["miit 工业和信息化部"; 2]),
    ] {
        let problem = laid(&format!("Item,Lead\n{row}\n"), false).expect_err(row);
        for (problem, near) in problem.iter().zip(near) {
            assert!(problem.contains(near), "{problem}");
        }
    }
    for name in ["水利部", "省工业和信息化部"] {
        let [problem, _] = laid(&format!("Item,Lead\nP12,{name}\n"), false).expect_err(name);
        let is_named = problem.contains(name);
        assert!(is_named && !problem.contains("did you mean"), "{problem}");
    }
}

#[test]
fn new_ids_are_free() {
    let names = [
        "IT section",
        "规划处",
        "♪",
        "归化处",
        "MI'IT",
        "弥IT",
        "谜IT",
    ];
    let rows = names.map(|name| format!("P12,{name}\n")).concat();
    let plan = laid(&format!("Item,Lead\n{rows}"), true).expect("they are added");
    let ids: Vec<&str> = assigned(&plan).into_iter().map(|(_, id)| id).collect();
    assert_eq!(
        ids,
        [
            "it-section",
            "guihuachu",
            "x",
            "guihuachu-2",
            "miit",
            "miit-2",
            "miit-3"
        ]
    );
}

#[test]
fn names_are_separated() {
    for (cell, names) in [
        ("a、b，c, d;e；f", &["a", "b", "c", "d", "e", "f"][..]),
        (" a, b ", &["a", "b"]),
        ("a, b\n", &["a, b"]),
        ("a, b\r\n\r\nc", &["a, b", "c"]),
        (" ,; ", &[]),
    ] {
        let plan = laid(&format!("ID,Other names\nP12,\"{cell}\"\n"), false).expect(cell);
        let aliases = plan.aliases(plan.find("P12").expect("an item"));
        let added: Vec<&str> = aliases.iter().map(|alias| &**alias).skip(2).collect();
        assert_eq!(added, names, "{cell:?}");
    }
}

#[test]
fn numbers_are_days_too() {
    let cases = [
        (2025.0, Some("2025")),
        (45838.0, Some("2025-06-30")),
        (20_250_630.0, Some("2025-06-30")),
        (2025.6, Some("2025-06")),
        (2025.12, Some("2025-12")),
        (2025.1, None),
        (2025.13, None),
        (3.0, None),
        (-1.0, None),
        (1e300, None),
    ];
    for (number, due) in cases {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        for (column, heading) in (0..).zip(["Item", "Lead", "Due"]) {
            sheet.write_string(0, column, heading).expect("a cell");
        }
        sheet.write_string(1, 0, "P12").expect("a cell");
        sheet.write_string(1, 1, "MIIT").expect("a cell");
        sheet.write_number(1, 2, number).expect("a cell");
        let book = book.save_to_buffer().expect("a workbook");
        let rules = Rules {
            lenient: true,
            ..Rules::default()
        };
        let plan = over("ours.xlsx", &book, rules).expect("it opens");
        let rows = plan.responsibilities().iter();
        let mut rows = rows.flat_map(Responsibility::assigned);
        let day = rows.next().expect("a row").due.map(|day| day.to_string());
        assert_eq!(day.as_deref(), due, "{number}");
    }
}

/// Another word for `and` in the name of an organisation names it all the same.
#[test]
fn an_organisation_is_named_with_any_word_for_and() {
    let plan = Input {
        name: "plan.json",
        bytes: SHIPPED,
    };
    for (name, body) in [
        ("Ministry of Science & Technology", "most"),
        ("Ministry of Industry ＆ Information Technology", "miit"),
        ("工业与信息化部", "miit"),
        ("国家发展及改革委员会", "ndrc"),
    ] {
        let sheet = format!("Item,Lead\nP12,{name}\n");
        let input = Input {
            name: "ours.csv",
            bytes: sheet.as_bytes(),
        };
        let laid = load(plan, &[input]).expect("it is laid");
        let rows = laid.responsibilities().iter();
        let mut ours = rows.filter(|row| row.assigned().next().is_some());
        let row = ours.next().expect("a row");
        assert_eq!(&*laid[row.body].id, body, "{name}");
        let index = plan::search::Index::build(&laid);
        let named = index.named(&laid, name);
        assert_eq!(named.map(|node| laid.id(node)), Some(body), "{name}");
    }
}
