//! Spreadsheets wherever a data file is named: through a pipe, in the configuration file, on the line of a
//! kiosk's server. A client of a kiosk names none.

use std::fs::{self, File};
use std::path::Path;

use crate::program::{Ran, out, program, ran};
use encoding_rs::GB18030;

const SMALL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/small/plan.json");
const OURS: &str = "任务,牵头单位,责任处室,完成时限\nP17,工信部,规划处,2027年6月\n";

/// What a run says that reads a file from standard input.
fn piped(args: &[&str], file: &Path) -> Ran {
    let input = File::open(file).expect("it was written");
    ran(program(args).stdin(input))
}

#[test]
fn a_sheet_comes_through_a_pipe() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    let (utf8, gb) = (at("ours.csv"), at("ours-gb.csv"));
    fs::write(&utf8, OURS).expect("a file");
    fs::write(&gb, GB18030.encode(OURS).0).expect("a file");
    let shown = utf8.display().to_string();
    let expected = out(&["--overlay", &shown, "who", "P17"]);
    assert!(expected.contains("规划处"), "{expected}");
    for file in [&utf8, &gb] {
        let answer = piped(&["--overlay", "-", "who", "P17"], file);
        assert_eq!((answer.status, answer.err.as_str()), (0, ""));
        assert_eq!(answer.out, expected);
    }
    let book = at("plan.xlsx");
    out(&[
        "--data",
        SMALL,
        "export",
        "-f",
        "xlsx",
        "-o",
        &book.display().to_string(),
    ]);
    let answer = piped(&["--data", "-", "list"], &book);
    assert_eq!(
        (answer.status, answer.out),
        (0, out(&["--data", SMALL, "list"]))
    );
    // What is wrong has its cell there too, and what is no sheet is no valid JSON.
    fs::write(&utf8, OURS.replace("工信部", "海盗部")).expect("a file");
    let answer = piped(&["--overlay", "-", "check", "-"], &utf8);
    assert_eq!(answer.status, 2);
    fs::write(&utf8, "some words, and no headings\n").expect("a file");
    let answer = piped(&["--data", "-", "list"], &utf8);
    assert_eq!(answer.status, 2);
    assert!(
        answer.err.starts_with("<stdin>:1:1: invalid JSON"),
        "{}",
        answer.err
    );
}

#[test]
fn the_configuration_file_names_sheets() {
    let folder = tempfile::tempdir().expect("a folder");
    let settings = folder.path().join("plan");
    fs::create_dir(&settings).expect("a folder");
    fs::write(settings.join("ours.csv"), OURS).expect("a file");
    let set = |config: &str| fs::write(settings.join("config.toml"), config).expect("a file");
    set("overlays = [\"ours.csv\"]\n");
    let run = |args: &[&str]| ran(program(args).env("XDG_CONFIG_HOME", folder.path()));
    let answer = run(&["who", "P17", "--role", "lead"]);
    assert_eq!((answer.status, answer.err.as_str()), (0, ""));
    assert!(answer.out.contains("MIIT"), "{}", answer.out);
    assert!(run(&["show", "P17"]).out.contains("规划处"));
    fs::write(settings.join("ours.csv"), OURS.replace("P17", "P99")).expect("a file");
    let answer = run(&["who", "P17"]);
    assert_eq!(answer.status, 2);
    assert!(
        answer.err.contains("ours.csv:A2: no item is called “P99”"),
        "{}",
        answer.err
    );
    let book = settings.join("plan.xlsx").display().to_string();
    out(&["--data", SMALL, "export", "-f", "xlsx", "-o", &book]);
    set("data = \"plan.xlsx\"\n");
    assert_eq!(run(&["list"]).out, out(&["--data", SMALL, "list"]));
}

#[test]
fn a_kiosk_reads_the_sheets_of_its_servers_line_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let ours = folder.path().join("ours.csv");
    fs::write(&ours, OURS).expect("a file");
    let ours = ours.display().to_string();
    let client = |server: &[&str], line: &str| {
        let args = [&["--kiosk", "--commands"], server].concat();
        let mut command = program(&args);
        command
            .env("SSH_ORIGINAL_COMMAND", line)
            .env("PLAN_OVERLAY", &ours);
        ran(&mut command)
    };
    let answer = client(&["--overlay", &ours], "show P17");
    assert!(answer.out.contains("规划处"), "{}", answer.out);
    let answer = client(&[], "show P17");
    assert_eq!(answer.status, 0);
    assert!(!answer.out.contains("规划处"), "{}", answer.out);
    for line in [
        format!("show P17 --overlay {ours}"),
        format!("list --data {ours}"),
        format!("import {ours}"),
        format!("check {ours}"),
        "template overlay".to_owned(),
        "new".to_owned(),
        "export -f xlsx -o x.xlsx".to_owned(),
    ] {
        let answer = client(&[], &line);
        assert_eq!((answer.status, answer.out.as_str()), (2, ""), "{line}");
        assert_eq!(answer.err.lines().count(), 1, "{line}: {}", answer.err);
        assert!(
            answer.err.contains("not available in kiosk mode"),
            "{line}: {}",
            answer.err
        );
    }
}

/// Free text in a column of fixed words loses nothing: the sheet opens, the words stand as the note,
/// and one line says where, `check` what may stand there.
#[test]
fn free_text_in_the_status_column_opens_as_the_note() {
    let folder = tempfile::tempdir().expect("a folder");
    let ours = folder.path().join("ours.csv");
    fs::write(
        &ours,
        "Item,Lead,Due,Status,Note\n\
         P1,MIIT,2035-06,\"in progress, waiting for MoF\",\n\
         P2,MIIT,after the review,waiting for MoF,see mail\n",
    )
    .expect("a file");
    let file = ours.display().to_string();
    let run = |lang: &str, args: &[&str]| {
        ran(&mut program(
            &[&["--lang", lang, "--overlay", &file], args].concat(),
        ))
    };
    let first = run("en", &["show", "P1"]);
    assert_eq!(first.status, 0, "{}", first.err);
    assert!(first.out.contains("waiting for MoF"), "{}", first.out);
    assert!(first.out.contains("open"), "{}", first.out);
    let second = run("en", &["show", "P2"]);
    for words in ["waiting for MoF", "see mail", "after the review"] {
        assert!(second.out.contains(words), "{words}: {}", second.out);
    }
    assert_eq!(second.err.lines().count(), 1, "{}", second.err);
    let said = format!("{file}:D3 and others (2 cells) not understood, shown as notes");
    assert!(second.err.starts_with(&said), "{}", second.err);
    let zh = run("zh", &["show", "P2"]);
    assert!(
        zh.err.contains("2个单元格未能识别，已作为备注显示"),
        "{}",
        zh.err
    );
    for (lang, read, status, due) in [
        (
            "en",
            "D2: “in progress” read as open, and shown as a note",
            "D3: Status “waiting for MoF” not understood, shown as a note; use one of open, done, late, dropped, \
             and write free text in the Note column",
            "C3: Due “after the review” not understood",
        ),
        (
            "zh",
            "D2：“in progress”按“进行中”处理，原文作为备注显示",
            "D3：进展“waiting for MoF”未能识别，已作为备注显示；请填写进行中、已完成、逾期、已取消之一，其他说明请写在“备注”栏",
            "C3：完成时限“after the review”未能识别",
        ),
    ] {
        let checked = ran(&mut program(&["--lang", lang, "check", &file]));
        assert_eq!(checked.status, 0, "{}", checked.err);
        for said in [read, status, due] {
            assert!(checked.out.contains(said), "{said}: {}", checked.out);
        }
    }
    // A date that is mistyped is no free text.
    fs::write(&ours, "Item,Lead,Due\nP1,MIIT,2025-13-01\n").expect("a file");
    let answer = run("en", &["show", "P1"]);
    assert_eq!(answer.status, 0);
    assert!(
        answer.err.contains("ours.csv:C2: left out: “2025-13-01”"),
        "{}",
        answer.err
    );
    assert!(answer.out.contains("Due: 2025-13-01"), "{}", answer.out);
    assert_eq!(ran(&mut program(&["check", &file])).status, 2);
}

/// An office that names itself in a column of organisations is not asked who that is.
#[test]
fn our_office_may_lead_in_its_own_sheet() {
    let folder = tempfile::tempdir().expect("a folder");
    let ours = folder.path().join("ours.csv");
    for (lang, name) in [("en", "Our office"), ("zh", "本单位")] {
        fs::write(&ours, format!("Item,Lead,Support\nP1,{name},MIIT\n")).expect("a file");
        let file = ours.display().to_string();
        let answer = ran(&mut program(&[
            "--lang",
            lang,
            "--overlay",
            &file,
            "list",
            "project",
        ]));
        assert_eq!((answer.status, answer.err.as_str()), (0, ""));
        let row = answer.out.lines().find(|line| line.starts_with("P1 "));
        assert!(row.is_some_and(|row| row.contains(name)), "{}", answer.out);
    }
}

/// A list of tasks that the plan does not have is laid over it with `--new`, and what is said of it without
/// names that.
#[test]
fn new_items_and_offices_come_with_new() {
    let folder = tempfile::tempdir().expect("a folder");
    let ours = folder.path().join("ours.csv");
    fs::write(
        &ours,
        "任务,责任单位,完成时限\n推进智慧校园建设,信息化处,2099年\n",
    )
    .expect("a file");
    let file = ours.display().to_string();
    for (lang, item) in [("en", "no item is called"), ("zh", "没有名为")] {
        let args = ["--lang", lang, "--overlay", &file, "who", "智慧校园"];
        let refused = ran(&mut program(&args));
        assert_eq!(refused.status, 2, "{}", refused.out);
        let first = refused.err.lines().next().unwrap_or_default();
        for part in [item, "--new", "--data"] {
            assert!(first.contains(part), "{part}: {first}");
        }
        // Before the command or behind it.
        for args in [
            [&["--new"], &args[..]].concat(),
            [&args[..], &["--new"]].concat(),
        ] {
            let laid = ran(&mut program(&args));
            assert_eq!((laid.status, laid.err.as_str()), (0, ""), "{}", laid.out);
            assert!(laid.out.contains("信息化处"), "{}", laid.out);
        }
        let checked = out(&["--lang", lang, "check", "--new", &file]);
        assert!(checked.contains("推进智慧校园建设"), "{checked}");
        let opened = out(&["--lang", lang, "--data", &file, "who", "T1"]);
        assert!(opened.contains("信息化处"), "{opened}");
    }
    // The overlay is what most people want to fill in.
    assert_eq!(
        out(&["template", "-f", "csv"]),
        out(&["template", "overlay", "-f", "csv"])
    );
}

#[test]
fn the_ending_of_a_file_says_how_it_is_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let written = |command: &[&str], name: &str| {
        let file = folder.path().join(name);
        let file = file.display().to_string();
        out(&[command, &["-o", &file]].concat());
        fs::read(file).expect("it is written")
    };
    let bytes = |args: &[&str]| ran(&mut program(args)).out.into_bytes();
    for (name, format) in [
        ("a.csv", "csv"),
        ("a.TSV", "tsv"),
        ("a.json", "json"),
        ("a.md", "markdown"),
        ("a.txt", "markdown"),
        ("a", "markdown"),
    ] {
        let expected = bytes(&["export", "-f", format]);
        assert!(written(&["export"], name) == expected, "{name}: {format}");
    }
    assert!(written(&["export"], "a.xlsx").starts_with(b"PK"));
    assert!(written(&["export", "-f", "csv"], "b.json") == bytes(&["export", "-f", "csv"]));
    for (name, format) in [("t.csv", "csv"), ("t.tsv", "tsv")] {
        let expected = bytes(&["template", "overlay", "-f", format]);
        assert!(written(&["template", "overlay"], name) == expected);
    }
    assert!(written(&["template", "overlay"], "t.ods").starts_with(b"PK"));
}

/// A name that is not known is one problem, however many cells have it.
#[test]
fn an_unknown_name_is_said_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("ours.csv");
    let rows = "Item,Lead,Support\nP1,Xyzzy Office,MIIT\nP2,Xyzzy Office,\nP3,MIIT,Xyzzy Office\nP4,Plugh Office,\nP5,Plugh Office,\n";
    std::fs::write(&file, rows).expect("a file");
    let name = file.display().to_string();
    for (lang, first, second) in [
        (
            "en",
            "ours.csv:B2: no organisation is called “Xyzzy Office”, and in 2 more cells (B3, C4); ",
            "ours.csv:B5: no organisation is called “Plugh Office”, and in 1 more cell (B6); ",
        ),
        ("zh", "ours.csv:B2", "ours.csv:B5"),
    ] {
        let checked = ran(&mut program(&["--lang", lang, "check", &name]));
        let lines: Vec<&str> = checked.err.lines().collect();
        assert_eq!((checked.status, lines.len()), (2, 2), "{}", checked.err);
        assert!(lines[0].contains(first), "{}", checked.err);
        assert!(lines[1].contains(second), "{}", checked.err);
        if lang == "zh" {
            assert!(
                lines[0].contains("另有2个单元格（B3、C4）"),
                "{}",
                checked.err
            );
        }
    }
}

/// What is not begun is so in a table, too, and in the sheet that is made of it.
#[test]
fn a_table_says_what_is_not_begun() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name).display().to_string();
    let (ours, again) = (at("ours.csv"), at("again.csv"));
    let sheet = "Item,Lead,Status,Note\nP10,NDRC,not yet begun,No budget\nP5,,planned,\n";
    fs::write(&ours, sheet).expect("a file");
    let status = |of: &str, id: &str| -> Vec<[String; 2]> {
        let table = out(&["--overlay", of, "who", id, "-f", "csv"]);
        let mut rows = table
            .lines()
            .map(|line| line.split(',').collect::<Vec<_>>());
        let head = rows.next().expect("a head");
        let column = |name| head.iter().position(|one| *one == name).expect("a column");
        let (state, note) = (column("status"), column("note_en"));
        let rows = rows.filter(|row| row.contains(&"assigned"));
        rows.map(|row| {
            [
                row[state].to_owned(),
                row[note].trim_matches('"').to_owned(),
            ]
        })
        .collect()
    };
    assert_eq!(
        status(&ours, "P10"),
        [["not started", "not yet begun; No budget"]]
    );
    assert_eq!(status(&ours, "P5")[0], ["not started", "planned"]);
    let sheet = "Item,Lead,Status,Note\nP10,NDRC,not started,not yet begun; No budget\n";
    fs::write(&again, sheet).expect("a file");
    assert_eq!(status(&again, "P10"), status(&ours, "P10"));
    let checked = out(&["check", &ours]);
    let said =
        checked.contains("0 organisations") && checked.contains("“planned” read as not started");
    assert!(said && !checked.contains("not yet begun"), "{checked}");
}

/// A file that somebody may have filled in is not lost to one with nothing in it, nor is what the plan is read
/// from; a document that is made of the plan is made again.
#[test]
fn no_file_of_somebody_is_replaced() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name).display().to_string();
    let (ours, plan, blank) = (at("ours.csv"), at("plan.json"), at("blank.csv"));
    fs::write(&ours, OURS).expect("a file");
    fs::copy(SMALL, &plan).expect("a file");
    let link = at("link.json");
    std::os::unix::fs::symlink(&plan, &link).expect("a link");
    let before = |file: &str| fs::read(file).expect("it is there");
    let (filled_in, small) = (before(&ours), before(&plan));
    for (lang, there, input) in [
        (
            "en",
            "it exists already; choose another name",
            "it is being read; choose another name",
        ),
        (
            "zh",
            "文件已存在；请换一个名称",
            "该文件正在读取；请换一个名称",
        ),
    ] {
        for (args, file, why) in [
            (&["template", "overlay", "-o", &ours][..], &ours, there),
            (
                &["template", "plan", "-f", "xlsx", "-o", &ours],
                &ours,
                there,
            ),
            (&["import", &ours, "-o", &ours], &ours, input),
            (
                &["--data", &plan, "import", &ours, "-o", &plan],
                &plan,
                input,
            ),
            (&["new", &ours], &ours, there),
            (
                &["--data", &plan, "export", "-f", "json", "-o", &plan],
                &plan,
                input,
            ),
            (&["--data", &plan, "export", "-o", &link], &link, input),
            (&["--overlay", &ours, "export", "-o", &ours], &ours, input),
        ] {
            let answer = ran(&mut program(&[&["--lang", lang], args].concat()));
            assert_eq!((answer.status, answer.out.as_str()), (2, ""), "{args:?}");
            let is_said = answer.err.contains(file.as_str()) && answer.err.contains(why);
            assert!(is_said, "{args:?}: {}", answer.err);
            assert_eq!(answer.err.lines().count(), 1, "{}", answer.err);
        }
    }
    assert!(before(&ours) == filled_in && before(&plan) == small);
    fs::write(&blank, "").expect("a file");
    out(&["template", "overlay", "-o", &blank]);
    assert!(before(&blank).len() > 100);
    // What was imported before is imported again.
    for _ in 0..2 {
        let again = ["import", &ours, "-o", &at("again.json")];
        assert_eq!(ran(&mut program(&again)).status, 0);
    }
    out(&["export", "-f", "csv", "-o", &blank]);
    assert!(before(&blank) == ran(&mut program(&["export", "-f", "csv"])).out.into_bytes());
}
