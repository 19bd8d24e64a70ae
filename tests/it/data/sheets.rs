//! Spreadsheets: what is read from them, and what is said of those that cannot be read.

#[path = "sheet_files.rs"]
mod sheet_files;

use std::fmt::Write as _;
use std::fs;
use std::ops::ControlFlow;
use std::path::PathBuf;

use plan::i18n::sheets::notice;
use plan::model::sheet::{Rules, delimited, template, workbook};
use plan::model::{
    Basis, Confidence, Failed, Input, Lang, Plan, SHIPPED, import, load_by, to_json,
};
use proptest::prelude::*;

use crate::small::FILE;

const RULES: Rules = Rules {
    limit: 8 << 20,
    add: false,
    lenient: false,
};

fn shipped() -> Input<'static> {
    Input {
        name: "plan.json",
        bytes: SHIPPED,
    }
}

fn over_small(name: &str, bytes: &[u8], rules: Rules) -> Result<Plan, Vec<String>> {
    over(FILE, name, bytes, rules)
}

/// A sheet laid over the shipped plan.
fn laid(name: &str, bytes: &[u8], rules: Rules) -> Result<Plan, Vec<String>> {
    over(shipped(), name, bytes, rules)
}

fn over(plan: Input, name: &str, bytes: &[u8], rules: Rules) -> Result<Plan, Vec<String>> {
    let overlay = [Input { name, bytes }];
    match load_by(plan, &overlay, rules, &|_| ControlFlow::Continue(())) {
        Ok(plan) => Ok(plan),
        Err(Failed::Problems(problems)) => Err(problems
            .iter()
            .map(|problem| problem.render(Lang::En))
            .collect()),
        Err(Failed::Cancelled) => panic!("nobody cancels"),
    }
}

/// The assignments that a sheet brought, a line each.
fn assignments(plan: &Plan) -> Vec<String> {
    let mut lines = Vec::new();
    for one in plan.responsibilities() {
        for row in one.rows().iter().filter(|row| row.origin.is_overlay()) {
            let due = row.due.map(|due| due.to_string()).unwrap_or_default();
            let note = row.note.get(Lang::En);
            lines.push(format!(
                "{} {} {:?} | {} | {} | {due} | {:?} | {note}",
                plan.id(one.item),
                plan[one.body].id,
                row.role,
                row.unit,
                row.contact,
                row.status,
            ));
        }
    }
    lines
}

/// What is said of a sheet, and what it brings.
fn told(name: &str, bytes: &[u8]) -> String {
    let mut text = format!("== {name}\n");
    match laid(name, bytes, RULES) {
        Ok(plan) => {
            for (_, one) in plan.notices() {
                let _ = writeln!(text, "{}", notice(one, Lang::En));
            }
            let lines = assignments(&plan);
            text += if lines.is_empty() {
                "ok, nothing\n"
            } else {
                "ok\n"
            };
            for line in lines {
                text.push_str("  ");
                text.push_str(&line);
                text.push('\n');
            }
        }
        Err(problems) => problems
            .iter()
            .for_each(|line| text.extend([line.clone().as_str(), "\n"])),
    }
    text
}

/// Each file of the corpus, with what is said of it. `UPDATE=1` writes both anew.
#[test]
fn odd_and_hostile_sheets_are_told_apart() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/sheet");
    let update = std::env::var_os("UPDATE").is_some();
    if update {
        fs::create_dir_all(&folder).unwrap();
        for (name, bytes) in sheet_files::all() {
            assert!(bytes.len() < 100_000, "{name}: {} bytes", bytes.len());
            fs::write(folder.join(name), bytes).unwrap();
        }
    }
    let mut names: Vec<String> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| !name.starts_with("found-"))
        .collect();
    names.sort();
    assert!(names.len() > 50, "{} files", names.len());
    let said: String = names
        .iter()
        .map(|name| told(name, &fs::read(folder.join(name)).unwrap()))
        .collect();
    crate::snapshot("sheets__corpus", &said);
}

/// A plan as a small office would write it, by hand and as a sheet: nothing but what names it.
#[test]
fn a_small_plan_needs_nothing_but_its_names() {
    let rows = [
        ("P1", "programme", "Roads", "", ""),
        ("P2", "programme", "Water", "", ""),
        ("P3", "programme", "Schools", "", ""),
        ("M1", "measure", "Pave the main street", "P1", "Works"),
        ("M2", "measure", "Bridges", "P1", "Works"),
        ("M3", "measure", "Pipes", "P2", "Water board"),
        ("M4", "measure", "Wells", "P2", "Water board"),
        ("M5", "measure", "Desks", "P3", "Education"),
        ("M6", "measure", "Lunch", "P3", "Finance"),
    ];
    let mut sheet = "ID,Kind,Name,Part of,Lead\n".to_owned();
    let (mut items, mut leads) = (Vec::new(), Vec::new());
    for (id, kind, name, parent, lead) in rows {
        let _ = writeln!(sheet, "{id},{kind},{name},{parent},{lead}");
        let mut item = serde_json::json!({ "id": id, "kind": kind, "name": name });
        if !parent.is_empty() {
            item["parent"] = parent.into();
        }
        items.push(item);
        if !lead.is_empty() {
            let body = lead.to_lowercase().replace(' ', "-");
            leads.push(serde_json::json!({ "item": id, "body": body }));
        }
    }
    let bodies = ["Works", "Water board", "Education", "Finance"];
    let bodies: Vec<_> = bodies
        .iter()
        .map(
            |name| serde_json::json!({ "id": name.to_lowercase().replace(' ', "-"), "name": name }),
        )
        .collect();
    let json = serde_json::json!({
        "format": 1, "plan": { "name": "ours" },
        "items": items, "bodies": bodies, "responsibilities": leads,
    });
    let json = json.to_string();
    let load = |name, bytes| {
        let input = Input { name, bytes };
        plan::model::load(input, &[]).expect("one round of check is enough")
    };
    let by_hand = load("ours.json", json.as_bytes());
    let of_sheet = load("ours.csv", sheet.as_bytes());
    for plan in [&by_hand, &of_sheet] {
        assert_eq!((plan.items().len(), plan.bodies().len()), (9, 4));
        let m2 = plan.find("M2").expect("M2");
        let lead = plan.responsible(m2).first().expect("a lead");
        assert_eq!(plan[lead.body].name.get(Lang::Zh), "Works");
        // What a plan states itself is not in doubt.
        assert_eq!(lead.shown().confidence, Confidence::High);
        assert_eq!(lead.shown().basis, Basis::Plan);
        let kinds: Vec<&str> = plan
            .kinds()
            .map(|(_, kind)| kind.plural.get(Lang::En))
            .collect();
        assert_eq!(kinds.len(), 2, "{kinds:?}");
    }
    assert_eq!(to_json(&by_hand).matches("\"P3\"").count(), 3);
}

/// All of the shipped plan, as a workbook, is the same plan.
#[test]
fn the_shipped_plan_comes_back_from_a_workbook() {
    let plan = plan::model::load(shipped(), &[]).expect("the plan");
    for lang in [Lang::En, Lang::Zh] {
        let book = workbook(&plan::model::sheet::pages(&plan, lang), &[], "").expect("a workbook");
        let input = Input {
            name: "all.xlsx",
            bytes: &book,
        };
        let again = plan::model::load(input, &[]).expect("it is read");
        assert_eq!(to_json(&again), to_json(&plan));
        if lang == Lang::Zh {
            // Laid over itself it has nothing to say.
            let over = laid("all.xlsx", &book, Rules::default()).expect("it is read");
            assert_eq!(to_json(&over), to_json(&plan));
        }
    }
}

/// An assignment of an office to an item of the plan.
#[derive(Clone, Debug)]
struct Assignment {
    item: usize,
    lead: Option<usize>,
    support: Vec<usize>,
    unit: &'static str,
    contact: &'static str,
    due: &'static str,
    status: usize,
    note: String,
}

fn assignment() -> impl Strategy<Value = Assignment> {
    let texts = |texts: &'static [&'static str]| proptest::sample::select(texts);
    (
        (0..78_usize, proptest::option::of(0..50_usize)),
        proptest::collection::vec(0..50_usize, 0..3),
        texts(&["", "Section 2", "规划处", "Unit, with a comma", "=1+1"]),
        texts(&["", "Li Wei", "李伟 8001", "+86 10 8001"]),
        texts(&["", "2026", "2026-06", "2026-06-30", "1999-12-31"]),
        0..5_usize,
        "[ -~、，“”一-十]{0,20}",
    )
        .prop_map(
            |((item, lead), support, unit, contact, due, status, note)| Assignment {
                item,
                lead,
                support,
                unit,
                contact,
                due,
                status,
                note: note.trim().trim_start_matches('\'').trim().to_owned(),
            },
        )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]

    /// The template, filled in, laid over the plan, exported, and read again: nothing is lost, in either
    /// language, as a workbook and as text.
    #[test]
    fn what_is_filled_in_comes_back(
        all in proptest::collection::vec(assignment(), 1..20),
        chinese in any::<bool>(),
        both in any::<bool>(),
    ) {
        let plan = plan::model::load(FILE, &[]).expect("the plan");
        let lang = if chinese { Lang::Zh } else { Lang::En };
        let mut pages = template(&plan, true, lang, both);
        let names: Vec<String> = plan.bodies().map(|(_, body)| body.name.get(lang).to_owned()).collect();
        let mut wanted = 0;
        for one in &all {
            let row = one.item % pages[0].rows.len();
            let row = &mut pages[0].rows[row];
            let status = ["", "open", "done", "late", "dropped"][one.status];
            let bodies = |ids: &[usize]| {
                let names: Vec<&str> = ids.iter().map(|at| &*names[at % names.len()]).collect();
                names.join("、")
            };
            let lead: Vec<usize> = one.lead.into_iter().collect();
            row[2] = bodies(&lead);
            row[3] = bodies(&one.support);
            // A row has to name somebody.
            let nobody = lead.is_empty() && one.support.is_empty() && one.contact.is_empty();
            let unit = if nobody && one.unit.is_empty() { "Unit" } else { one.unit };
            for (cell, text) in row[4..].iter_mut().zip([unit, one.contact, one.due, status, &one.note]) {
                text.clone_into(cell);
            }
            wanted += 1;
        }
        let book = workbook(&pages, &names, "").expect("a workbook");
        let text = delimited(&pages[0], b',');
        let of_book = over_small("ours.xlsx", &book, RULES).expect("the workbook is read");
        let of_text = over_small("ours.csv", &text, RULES).expect("the text is read");
        prop_assert_eq!(assignments(&of_book), assignments(&of_text));
        prop_assert!(wanted > 0);
        // Exported as it is shown, and read again over the plan alone.
        let exported = workbook(&plan::model::sheet::pages(&of_book, lang), &[], "").expect("a workbook");
        let again = over_small("again.xlsx", &exported, RULES).expect("the export is read");
        prop_assert_eq!(assignments(&of_book), assignments(&again));
        // As a plan of its own it is the same, record by record.
        let alone = plan::model::load(Input { name: "all.xlsx", bytes: &exported }, &[]).expect("a plan");
        prop_assert_eq!(to_json(&alone), to_json(&of_book));
        // And so is what `import` makes of it.
        let sheet = Input { name: "ours.xlsx", bytes: &book };
        let (json, _) = import(sheet, Some((FILE, &[])), RULES).expect("it is imported");
        let of_json = over_small("ours.json", json.as_bytes(), RULES).expect("what was imported is read");
        prop_assert_eq!(assignments(&of_book), assignments(&of_json));
    }
}

/// The template, filled in, opened in `LibreOffice` and saved by it as a workbook and as text, is read with
/// the same result. It needs `soffice`, of Debian's package `libreoffice-calc`:
/// `cargo test --test it -- --ignored office`.
#[test]
#[ignore = "needs LibreOffice"]
fn what_an_office_suite_saves_is_read_alike() {
    let plan = plan::model::load(FILE, &[]).expect("the plan");
    let mut pages = template(&plan, true, Lang::Zh, false);
    let names: Vec<String> = plan
        .bodies()
        .map(|(_, body)| body.name.get(Lang::Zh).to_owned())
        .collect();
    for (row, due) in pages[0]
        .rows
        .iter_mut()
        .zip(["2027-06-30", "2027-06", "2027"])
    {
        row[2].clone_from(&names[0]);
        row[3] = names[1..].join("、");
        due.clone_into(&mut row[6]);
        "进展顺利，=1+1".clone_into(&mut row[8]);
    }
    let folder = tempfile::tempdir().expect("a folder");
    let book = workbook(&pages, &names, "").expect("a workbook");
    fs::write(folder.path().join("ours.xlsx"), &book).expect("a file");
    let want = assignments(&over_small("ours.xlsx", &book, RULES).expect("it is read"));
    assert_eq!(want.len(), 3 * names.len());
    for (to, name) in [
        ("xlsx:Calc MS Excel 2007 XML", "ours.xlsx"),
        ("csv:Text - txt - csv (StarCalc):44,34,76", "ours.csv"),
    ] {
        let status = std::process::Command::new("soffice")
            .args([
                "--headless",
                "--convert-to",
                to,
                "--outdir",
                "saved",
                "ours.xlsx",
            ])
            .current_dir(folder.path())
            .env("HOME", folder.path())
            .output()
            .expect("soffice")
            .status;
        assert!(status.success(), "{to}");
        let saved = fs::read(folder.path().join("saved").join(name)).expect("it was saved");
        let plan = over_small(name, &saved, RULES).expect("it is read");
        assert_eq!(assignments(&plan), want, "{to}");
    }
}
