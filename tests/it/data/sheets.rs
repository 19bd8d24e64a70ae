//! Spreadsheets: what is read from them, and what is said of those that cannot be read.

#[path = "sheet_files.rs"]
mod sheet_files;

use std::fmt::Write as _;
use std::fs;
use std::ops::ControlFlow;
use std::path::PathBuf;

use plan::i18n::sheets::notice;
use plan::model::sheet::Rules;
use plan::model::{Failed, Input, Lang, Plan, SHIPPED, load_by, notices};

const RULES: Rules = Rules {
    limit: 8 << 20,
    add: false,
};

fn shipped() -> Input<'static> {
    Input {
        name: "plan.json",
        bytes: SHIPPED,
    }
}

/// A sheet laid over the shipped plan.
fn laid(name: &str, bytes: &[u8], rules: Rules) -> Result<Plan, Vec<String>> {
    let overlay = [Input { name, bytes }];
    match load_by(shipped(), &overlay, rules, &|_| ControlFlow::Continue(())) {
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
    let overlay = [Input { name, bytes }];
    for (_, all) in notices(shipped(), &overlay, RULES) {
        for one in all {
            let _ = writeln!(text, "{}", notice(&one, Lang::En));
        }
    }
    match laid(name, bytes, RULES) {
        Ok(plan) => {
            let lines = assignments(&plan);
            text += if lines.is_empty() {
                "ok, nothing\n"
            } else {
                "ok\n"
            };
            lines.iter().for_each(|line| text += &format!("  {line}\n"));
        }
        Err(problems) => problems
            .iter()
            .for_each(|line| text += &format!("{line}\n")),
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
