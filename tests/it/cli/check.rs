//! `plan check` and what every command says of broken data: a line a problem, which begins with its
//! place, as editors read it, and ends with what to do, in the reader's language.

use std::fs;
use std::path::Path;
use std::process::Command;

const SMALL: &str = include_str!("../../small/plan.json");

/// What is broken in the small plan, and the item that the problem is about.
const BROKEN: &[(&str, &str, &str)] = &[
    (r#""parent": "PR1""#, r#""parent": "PR9""#, "M1"),
    (r#""parent": "PR1""#, r#""parent": "M1""#, "M1"),
    (r#""id": "M2""#, r#""id": "m1""#, "m1"),
    (r#""id": "M2""#, r#""id": """#, ""),
    (r#""by": "2028""#, r#""by": "2028-13""#, "M1"),
    (r#""by": "2028""#, r#""by": 2028"#, "M1"),
    (r#""kind": "gauge""#, r#""kind": "gouge""#, "GA1"),
    (r#""value": 412"#, r#""value": "412""#, "GA1"),
    (r#""year": 2025"#, r#""year": 99999"#, "GA1"),
    (r#""from": 2026"#, r#""from": 2036"#, "HARBOUR"),
    (r#""issuer": "council""#, r#""issuer": "M1""#, "HARBOUR"),
    (r#""confidence": "medium""#, r#""confidence": "hi""#, "PR2"),
    (r#""sources": ["LETTER"]"#, r#""sources": ["LETTR"]"#, "PR2"),
    (r#""summary""#, r#""sumary""#, "HARBOUR"),
    (r#""format": 1"#, r#""format": 2"#, ""),
    (r#""format": 1,"#, r#""format": 1"#, ""),
];

#[test]
fn each_problem_is_one_line_with_its_place_and_what_to_do() {
    let folder = tempfile::tempdir().expect("a folder");
    for (from, to, item) in BROKEN {
        let text = broken(&[(*from, *to)]);
        fs::write(folder.path().join("p.json"), &text).expect("a file");
        let [english, chinese] = ["en", "zh"].map(|lang| {
            let said = run(folder.path(), &["--lang", lang, "check", "p.json"]);
            assert_eq!((said.0, said.1.as_str()), (2, ""), "{to}");
            said.2
        });
        let places = |said: &str| -> Vec<(usize, usize)> { said.lines().map(place).collect() };
        assert!(!places(&english).is_empty(), "{to}: nothing is said");
        assert_eq!(places(&english), places(&chinese), "{to}");
        for (line, column) in places(&english) {
            let on = text.lines().nth(line - 1).unwrap_or_default();
            assert!(column <= on.chars().count() + 1, "{to}: {english}");
        }
        let first = english.lines().next().expect("a line");
        let about = first.split(':').nth(3).expect("four colons").trim();
        assert!(item.is_empty() || about == *item, "{to}: {first}");
        for line in english.lines() {
            let (_, advice) = line.rsplit_once("; ").unwrap_or_default();
            assert!(!advice.is_empty(), "{to}: {line}");
        }
        for line in chinese.lines() {
            let (_, advice) = line.rsplit_once('；').unwrap_or_default();
            let han = advice
                .chars()
                .filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c));
            assert!(han.count() > 1, "{to}: {line}");
        }
    }
}

#[test]
fn check_says_all_problems_and_the_others_the_first_twenty() {
    let folder = tempfile::tempdir().expect("a folder");
    let row = r#""body": "council", "role": "lead", "basis": "plan", "confidence": "low"},"#;
    let rows = (0..33).map(|at| format!("{{\"item\": \"X{at:02}\", {row}\n"));
    let rows = format!("\"responsibilities\": [\n{}", rows.collect::<String>());
    let text = broken(&[(r#""responsibilities": ["#, rows.as_str())]);
    fs::write(folder.path().join("p.json"), text).expect("a file");
    let (status, _, all) = run(folder.path(), &["check", "p.json"]);
    assert_eq!((status, all.lines().count()), (2, 33), "{all}");
    for command in ["list", "matrix", "export"] {
        let (status, out, said) = run(folder.path(), &["--data", "p.json", command]);
        assert_eq!((status, out.as_str()), (2, ""));
        let lines: Vec<&str> = said.lines().collect();
        let (rest, first) = lines.split_last().expect("lines");
        assert_eq!(first, all.lines().take(20).collect::<Vec<_>>());
        assert_eq!(*rest, "plan: and 13 more; plan check FILE shows all");
    }
}

/// With an overlay beside it, what is wrong with the plan is still said once.
#[test]
fn a_problem_of_the_plan_is_said_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = broken(&[(r#""parent": "PR1""#, r#""parent": "PR9""#)]);
    fs::write(folder.path().join("p.json"), text).expect("a file");
    let over = r#"{"format": 1, "items": [{"id": "M2", "parent": "PR7"}]}"#;
    fs::write(folder.path().join("o.json"), over).expect("a file");
    let (status, _, said) = run(folder.path(), &["check", "p.json", "o.json"]);
    let files: Vec<&str> = said
        .lines()
        .filter_map(|line| line.split(':').next())
        .collect();
    assert_eq!((status, files), (2, vec!["p.json", "o.json"]), "{said}");
}

/// Without a file, the plan and the overlays of the options are checked; each file once.
#[test]
fn check_takes_the_files_of_the_options_and_each_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = broken(&[(r#""parent": "PR1""#, r#""parent": "PR9""#)]);
    fs::write(folder.path().join("p.json"), text).expect("a file");
    fs::write(folder.path().join("good.json"), SMALL).expect("a file");
    let over = r#"{"format": 1, "items": [{"id": "M2", "parent": "PR7"}]}"#;
    fs::write(folder.path().join("o.json"), over).expect("a file");
    for (args, files) in [
        (&["check", "--data", "p.json"][..], &["p.json"][..]),
        (&["--data", "p.json", "check"], &["p.json"]),
        (
            &["check", "--data", "good.json", "--overlay", "o.json"],
            &["o.json"],
        ),
        (&["check", "good.json", "o.json", "./o.json"], &["o.json"]),
        (&["check", "p.json", "p.json"], &["p.json"]),
    ] {
        let (status, _, said) = run(folder.path(), args);
        let found: Vec<&str> = said
            .lines()
            .filter_map(|line| line.split(':').next())
            .collect();
        assert_eq!((status, found.as_slice()), (2, files), "{args:?}: {said}");
    }
    fs::write(folder.path().join("list.csv"), "Task,Who\nMove,IT\n").expect("a file");
    let (status, out, _) = run(folder.path(), &["check", "--data", "list.csv"]);
    assert_eq!(status, 0);
    assert!(out.starts_with("list.csv: ok, 1 item, "), "{out}");
    let (status, _, said) = run(folder.path(), &["check"]);
    let wanted = "plan: FILE is missing, as in: plan check ours.xlsx\n";
    assert_eq!((status, said.as_str()), (2, wanted));
}

/// The small plan with `from` once replaced by `to`.
#[track_caller]
fn broken(edits: &[(&str, &str)]) -> String {
    let mut text = SMALL.to_owned();
    for (from, to) in edits {
        assert!(text.contains(from), "{from} is not in the small plan");
        text = text.replacen(from, to, 1);
    }
    text
}

/// Line and column of `p.json:LINE:COLUMN: …`.
#[track_caller]
fn place(line: &str) -> (usize, usize) {
    let mut parts = line.splitn(4, ':');
    assert_eq!(parts.next(), Some("p.json"), "{line}");
    let mut number = || parts.next().and_then(|part| part.parse().ok());
    match (number(), number()) {
        (Some(line), Some(column)) => (line, column),
        _ => panic!("no place: {line}"),
    }
}

/// Exit status, standard output and standard error.
fn run(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_plan"))
        .args(arguments)
        .current_dir(folder)
        .env_clear()
        .output()
        .expect("the program starts");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (
        output.status.code().expect("no signal ends it"),
        text(output.stdout),
        text(output.stderr),
    )
}

/// A file that cannot be read hides nothing of the others.
#[test]
fn every_overlay_is_checked_beside_one_that_cannot_be_read() {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in [
        ("p.json", broken(&[])),
        ("broken.json", "{\"format\"：1}".to_owned()),
        (
            "wrong.json",
            "{\"format\":1,\"items\":[{\"id\":\"M2\",\"related\":[\"ZZ9\"],\"nme\":\"x\"}]}"
                .to_owned(),
        ),
        ("sheet.csv", "Item,Lead\nM2,Nobody at all\n".to_owned()),
        (
            "good.json",
            "{\"format\":1,\"items\":[{\"id\":\"M2\",\"note\":\"x\"}]}".to_owned(),
        ),
    ] {
        fs::write(folder.path().join(name), text).expect("a file");
    }
    let all = [
        "--data",
        "p.json",
        "check",
        "wrong.json",
        "broken.json",
        "sheet.csv",
        "good.json",
    ];
    let (status, out, said) = run(folder.path(), &all);
    let of = |name: &str| said.lines().filter(|line| line.starts_with(name)).count();
    assert_eq!(
        (status, of("wrong.json"), of("broken.json"), of("sheet.csv")),
        (2, 2, 1, 1),
        "{said}"
    );
    assert!(out.starts_with("good.json: ok"), "{out}{said}");
}
