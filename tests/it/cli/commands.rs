//! The commands as they are shipped: what they answer, how they end, what they say when something is
//! wrong. Outputs are snapshots of the shipped plan; `INSTA_UPDATE=always` writes them.

use std::io::Read;
use std::path::Path;
use std::process::Stdio;

use crate::program::{Ran, out, program, ran};

fn plan(args: &[&str]) -> Ran {
    ran(&mut program(args))
}

/// The commands whose output is kept, each under a name.
const KEPT: &[(&str, &[&str])] = &[
    ("search", &["search", "silk", "road"]),
    ("search_pinyin", &["search", "szxc", "--limit", "2"]),
    ("who_item", &["who", "digital", "villages"]),
    ("who_plan", &["who", "PLAN"]),
    ("who_inherited", &["who", "F1"]),
    ("who_body", &["who", "nea"]),
    ("show", &["show", "P17", "I15"]),
    ("list", &["list", "action"]),
    ("matrix", &["matrix", "--kind", "action"]),
];

#[test]
fn every_answer_in_every_format_is_as_before() {
    for (name, args) in KEPT {
        for format in ["text", "json", "tsv", "csv", "markdown"] {
            let said = out(&[args, &["--format", format][..]].concat());
            crate::snapshot(&format!("cli__{name}_{format}"), &said);
        }
        for lang in ["zh", "both"] {
            let said = out(&[args, &["--lang", lang][..]].concat());
            crate::snapshot(&format!("cli__{name}_text_{lang}"), &said);
        }
    }
    crate::snapshot("cli__list_indicator", &out(&["list", "indicator"]));
    crate::snapshot("cli__help", &out(&["--help"]));
    crate::snapshot("cli__help_zh", &out(&["--help", "--lang", "zh"]));
    crate::snapshot("cli__help_search", &out(&["search", "--help"]));
    crate::snapshot("cli__config_default", &out(&["config", "--default"]));
}

/// Each node that a question names is answered for, in every format.
#[test]
fn who_answers_for_all_that_a_question_names() {
    for (asked, wanted) in [
        ("who leads task 3 and project 5", ["T3", "P5"]),
        ("任务3和项目5由谁牵头", ["T3", "P5"]),
        ("who leads 5G and IPv6", ["P1", "I5"]),
        ("5G和IPv6由谁牵头", ["P1", "I5"]),
    ] {
        for lang in ["en", "zh"] {
            let said = out(&["who", asked, "--lang", lang]);
            let heads = |id: &str| said.lines().any(|line| line.starts_with(&format!("{id} ")));
            assert!(wanted.iter().all(|id| heads(id)), "{asked}: {said}");
        }
        let json: serde_json::Value =
            serde_json::from_str(&out(&["who", asked, "-f", "json"])).unwrap();
        assert_eq!(json["node"]["id"], wanted[0], "{asked}");
        assert_eq!(json["also"][0]["node"]["id"], wanted[1], "{asked}");
        assert!(json["also"][0]["responsibilities"].is_array(), "{asked}");
        let csv = out(&["who", asked, "-f", "csv"]);
        let of = |id: &str| csv.lines().any(|line| line.starts_with(&format!("{id},")));
        assert!(wanted.iter().all(|id| of(id)), "{asked}: {csv}");
        let markdown = out(&["who", asked, "-f", "markdown"]);
        assert_eq!(markdown.matches("# ").count(), 2, "{asked}: {markdown}");
    }
    let leads = out(&["who", "tasks 3 and 4", "--role", "lead"]);
    assert!(
        leads.starts_with("T3  ") && leads.contains("\n\nT4  "),
        "{leads}"
    );
}

/// What is not there is said in a line, with what there is.
#[test]
fn an_id_that_is_not_there_is_said_with_those_that_are() {
    for (args, said) in [
        (
            &["who", "task 11"][..],
            "There is no T11; tasks are T1 to T10.",
        ),
        (
            &["search", "eleventh task"],
            "There is no T11; tasks are T1 to T10.",
        ),
        (&["show", "P99"], "There is no P99; projects are P1 to P17."),
        (
            &["show", "D999"],
            "There is no D999; documents are D1 to D116.",
        ),
        (
            &["compare", "P1", "P99"],
            "There is no P99; projects are P1 to P17.",
        ),
        (
            &["who", "项目99", "--lang", "zh"],
            "编号P99不存在；重点工程编号为P1至P17。",
        ),
    ] {
        let ran = plan(args);
        assert_eq!(ran.out, "", "{args:?}");
        assert!(
            ran.status > 0 && ran.err == format!("plan: {said}\n"),
            "{args:?}: {}",
            ran.err
        );
    }
}

/// Standard input that is open for writing alone.
#[test]
fn a_descriptor_that_cannot_be_read_is_named_in_the_words_of_the_system() {
    let folder = tempfile::tempdir().unwrap();
    let only = std::fs::File::create(folder.path().join("out")).unwrap();
    let ran = ran(program(&["--data", "-", "list"]).stdin(only));
    let said = "plan: <stdin>: cannot be read: Bad file descriptor; check it\n";
    assert_eq!((ran.status, ran.err.as_str()), (2, said));
}

/// The table that `export` writes is read without a word about its own columns.
#[test]
fn import_knows_the_columns_of_export() {
    let folder = tempfile::tempdir().unwrap();
    let table = folder.path().join("all.csv");
    let table = table.to_str().unwrap();
    out(&["export", "-f", "csv", "--out", table]);
    let ran = plan(&["import", table]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(!ran.err.contains("unknown column"), "{}", ran.err);
}

/// Wrong usage: what is typed, what is said.
const WRONG: &[(&[&str], &str)] = &[
    (
        &["search"],
        "QUERY is missing, as in: plan search data -k project -n 5",
    ),
    (
        &["search", "5g", "--frmat", "json"],
        "unknown option --frmat; did you mean --format?",
    ),
    (
        &["5g", "--nonsense"],
        "unknown option --nonsense; try --help (or -- before a query)",
    ),
    (
        &["search", "5g", "--format", "xml"],
        "--format cannot be \"xml\"; it can be text, json, tsv, csv, markdown",
    ),
    (
        &["search", "5g", "--limit", "x"],
        "--limit cannot be \"x\"; it can be a count: 1, 2, 3 …",
    ),
    (&["list", "--data"], "--data needs a value; try --help"),
    (&["list", "--ascii=1"], "--ascii takes no value"),
    (
        &["diff", "a"],
        "NEW is missing, as in: plan diff old.json new.json",
    ),
    (
        &["list", "foo"],
        "unknown kind \"foo\"; kinds: goal, focus, task, project, group, action, safeguard, \
         indicator, organisation, document",
    ),
    (
        &["search", "5g", "--kind", "foo"],
        "unknown kind \"foo\"; kinds: goal, focus, task, project, group, action, safeguard, \
         indicator, organisation, document",
    ),
    (
        &["search", "5g", "-k", "plan"],
        "unknown kind \"plan\"; kinds: goal, focus, task, project, group, action, safeguard, \
         indicator, organisation, document",
    ),
    (
        &["who", "5g", "-k", "body"],
        "unknown kind \"body\"; kinds: goal, focus, task, project, group, action, safeguard, indicator",
    ),
    (
        &["list", "--body", "*"],
        "no organisation \"*\"; plan list organisations shows all",
    ),
    (
        &["search", "5g", "--body", "xyzzy"],
        "no organisation \"xyzzy\"; plan list organisations shows all",
    ),
    (
        &["list", "--data", "/nonexistent"],
        "/nonexistent: does not exist; check the name",
    ),
    (
        &["list", "--overlay", "/dev/null"],
        "/dev/null: is not a regular file; name a regular file",
    ),
    (
        &["--config", "/nonexistent", "list"],
        "/nonexistent: does not exist; check the name",
    ),
    (
        &["help", "nope"],
        "no help on \"nope\"; topics: search, who, show, list, matrix, compare, check, diff, export, import, template, new, config, \
         schema, completions, man, help, ssh, sheets",
    ),
    (
        &["--kiosk", "--log", "x", "list"],
        "--kiosk and --log cannot be used together",
    ),
];

#[test]
fn options_that_nothing_fits_say_so() {
    for args in [
        &["who", "5g", "-k", "goal"][..],
        &["who", "miit", "--role", "issue", "-k", "goal"],
        &["list", "goal", "--body", "miit"],
        &["list", "plan", "--body", "miit"],
        &["list", "body", "--gaps"],
        &["list", "document", "--gaps", "-f", "csv"],
        &["list", "goal", "--body", "miit", "-f", "json"],
        &["matrix", "-k", "goal"],
    ] {
        let ran = plan(args);
        assert_eq!(
            (ran.status, ran.err.lines().count()),
            (1, 1),
            "{args:?}: {}",
            ran.err
        );
    }
}

#[test]
fn wrong_usage_is_one_line_in_the_readers_language() {
    for (args, expected) in WRONG {
        let ran = plan(args);
        assert_eq!(ran.err, format!("plan: {expected}\n"), "{args:?}");
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{args:?}");
        let ran = ran_in("zh_CN.UTF-8", args);
        assert_eq!(
            (ran.status, ran.err.lines().count()),
            (2, 1),
            "{args:?}: {}",
            ran.err
        );
        assert!(ran.err.starts_with("plan: "), "{}", ran.err);
        let chinese = ran
            .err
            .chars()
            .filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c))
            .count();
        assert!(chinese > 1, "{args:?}: {}", ran.err);
    }
}

fn ran_in(locale: &str, args: &[&str]) -> Ran {
    ran(program(args).env("LANG", locale))
}

#[test]
fn nothing_found_is_said_and_is_status_1() {
    for args in [
        &["search", "qqqq"][..],
        &["who", "xyzzy plugh"],
        &["show", "P99"],
    ] {
        let ran = plan(args);
        assert_eq!(
            (ran.status, ran.out.as_str(), ran.err.lines().count()),
            (1, "", 1),
            "{args:?}"
        );
    }
    let ran = plan(&["search", "qqqq", "--format", "json"]);
    assert_eq!((ran.status, ran.out.as_str()), (1, "[]\n"));
    let ran = plan(&["show", "P99", "P1", "miti"]);
    assert_eq!(ran.status, 1);
    assert!(ran.out.starts_with("P1  Project"), "{}", ran.out);
    assert!(ran.err.contains("did you mean miit?"), "{}", ran.err);
    let ran = plan(&["compare", "P17x", "P16"]);
    assert!(ran.err.contains("did you mean P17?"), "{}", ran.err);
}

/// What the help offers of itself is what there is, in its message and in the completions.
#[test]
fn every_topic_of_the_help_is_offered() {
    let ran = plan(&["help", "nothing"]);
    let (_, topics) = ran.err.trim_end().split_once("topics: ").expect("topics");
    let topics: Vec<&str> = topics.split(", ").collect();
    assert!(topics.contains(&"ssh") && topics.contains(&"sheets"));
    let script = plan::cli::completions::script(clap_complete::Shell::Zsh, plan::model::Lang::En);
    for topic in topics {
        assert!(!out(&["help", topic]).is_empty(), "{topic}");
        let offered = script.lines().any(|line| {
            line.contains("::topic ") && line.split([' ', '(', ')']).any(|word| word == topic)
        });
        assert!(offered, "{topic}");
    }
}

#[test]
fn a_command_is_one_only_as_the_first_word() {
    let help = |args: &[&str]| out(&[args, &["--help"]].concat());
    assert!(help(&["search"]).contains("QUERY..."));
    assert!(
        help(&["5g", "search"]).contains("COMMAND"),
        "a query, not the command"
    );
    assert!(help(&["--ascii", "--lang", "en", "list"]).contains("[KIND]"));
}

#[test]
fn options_for_all_stand_before_and_after_the_command() {
    let chinese = out(&["list", "goal", "--lang", "zh"]);
    assert_eq!(out(&["--lang", "zh", "list", "goal"]), chinese);
    assert_eq!(
        out(&["--lang", "en", "list", "goal", "--lang", "zh"]),
        chinese
    );
    let ran = plan(&[
        "--overlay",
        "/nonexistent/a",
        "list",
        "--overlay",
        "/nonexistent/b",
    ]);
    assert_eq!(ran.err.lines().count(), 2, "both are read: {}", ran.err);
}

#[test]
fn a_closed_pipe_is_silent() {
    for args in [
        &["export"][..],
        &["export", "--format", "json"],
        &["export", "--format", "csv"],
        &["list", "--format", "json"],
        &["list", "document"],
        &["completions", "bash"],
    ] {
        let mut command = program(args);
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program starts");
        let mut first = [0; 1];
        let mut pipe = child.stdout.take().expect("a pipe");
        pipe.read_exact(&mut first).expect("it says something");
        drop(pipe);
        let output = child.wait_with_output().expect("it ends");
        assert_eq!(output.status.code(), Some(0), "{args:?}");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{args:?}");
    }
}

#[test]
fn a_full_disk_is_told() {
    let Ok(full) = std::fs::OpenOptions::new().write(true).open("/dev/full") else {
        return;
    };
    let output = program(&["list"])
        .stdout(full)
        .output()
        .expect("the program starts");
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(
        said,
        "plan: standard output: cannot be written: No space left on device\n"
    );
}

#[test]
fn settings_come_from_flag_environment_file_default() {
    let folder = tempfile::tempdir().expect("a folder");
    let settings = folder.path().join("plan");
    std::fs::create_dir(&settings).expect("a folder");
    let write = |text: &str| std::fs::write(settings.join("config.toml"), text).expect("a file");
    write("theme = \"light\"\nlang = \"zh\"\nidle = 7\n");
    let run = |args: &[&str]| {
        let mut command = program(args);
        command
            .env("XDG_CONFIG_HOME", folder.path())
            .env("PLAN_THEME", "mono");
        ran(&mut command)
    };
    let told = run(&["config", "--lang", "en"]).out;
    for expected in [
        "lang       en        command line",
        "theme      mono      environment PLAN_THEME",
    ] {
        assert!(told.contains(expected), "{told}");
    }
    assert!(told.contains("idle       7         file "), "{told}");
    assert!(told.contains("mouse      false     default"), "{told}");
    assert!(run(&["list", "goal"]).out.contains("设施体系更完备"));
    let kiosk = run(&["--kiosk", "config"]).out;
    for expected in [
        "theme      auto      default",
        "idle       30        default",
    ] {
        assert!(kiosk.contains(expected), "{kiosk}");
    }
    let at = settings.join("config.toml").display().to_string();
    for (text, said) in [
        (
            "\nthem = 1\n",
            "2:1: unknown setting \"them\"; did you mean \"theme\"?",
        ),
        (
            "theme = \"dark\"\nidle = \"x\"",
            "2:8: idle cannot be \"x\"; it can be a number of minutes from 0 to 100000",
        ),
    ] {
        write(text);
        let ran = run(&["list", "--lang", "en"]);
        assert_eq!((ran.status, ran.err), (2, format!("{at}:{said}\n")));
    }
}

#[test]
fn a_client_of_a_kiosk_may_ask_and_no_more() {
    let folder = tempfile::tempdir().expect("a folder");
    let secret = folder.path().join("secret.json");
    std::fs::write(&secret, "{ secret").expect("a file");
    let secret = secret.display().to_string();
    let client = |line: &str| {
        let mut command = program(&["--kiosk", "--commands"]);
        command
            .env("SSH_ORIGINAL_COMMAND", line)
            .env("PLAN_DATA", &secret);
        command
            .env("PLAN_CONFIG", &secret)
            .env("PLAN_OVERLAY", &secret);
        ran(&mut command)
    };
    let answer = client("who 'digital villages' --format tsv");
    assert_eq!((answer.status, answer.err.as_str()), (0, ""));
    assert!(answer.out.contains("\tcac\t"), "{}", answer.out);
    assert_eq!(client("plan search szxc").status, 0);
    assert_eq!(client("export --format csv").status, 0);
    // No shell reads the line.
    let marker = folder.path().join("marker");
    let line = format!("search 5g; '$(touch {0})' && touch {0}", marker.display());
    assert_eq!((client(&line).status, marker.exists()), (2, false));
    let out = folder.path().join("out");
    for line in [
        "5g".to_owned(),
        "sh -c id".to_owned(),
        format!("check {secret}"),
        format!("list --data {secret}"),
        format!("--overlay {secret} list"),
        format!("export --out {}", out.display()),
        "config".to_owned(),
        "completions bash".to_owned(),
        "--version".to_owned(),
        "search 'x".to_owned(),
        "search $(id) --kind nope".to_owned(),
    ] {
        let ran = client(&line);
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{line}");
        assert_eq!(ran.err.lines().count(), 1, "{line}: {}", ran.err);
        assert!(
            !ran.err.contains("secret.json") || line.contains("check"),
            "{}",
            ran.err
        );
    }
    assert!(!out.exists());
}

#[test]
fn a_comparison_lists_what_an_edit_did() {
    let folder = tempfile::tempdir().expect("a folder");
    let shipped = include_str!("../../../data/plan.json");
    let text = shipped.replace("\"5G applications\"", "\"5G uses\"");
    let text = text.replacen("\"aliases\": [\"工信部\",", "\"aliases\": [", 1);
    let (old, new) = (
        folder.path().join("old.json"),
        folder.path().join("new.json"),
    );
    std::fs::write(&old, shipped).expect("a file");
    std::fs::write(&new, text).expect("a file");
    let (old, new) = (old.display().to_string(), new.display().to_string());
    let same = plan(&["diff", &old, &old]);
    assert_eq!((same.status, same.out.as_str()), (0, ""));
    let told = plan(&["diff", &old, &new]);
    assert_eq!((told.status, told.err.as_str()), (1, ""));
    assert_eq!(told.out.lines().count(), 2, "{}", told.out);
    assert!(
        told.out
            .starts_with("~ item P1  short.en: 5G applications → 5G uses\n~ organisation miit  ")
    );
    let json = plan(&["diff", &old, &new, "--format", "json"]).out;
    let changes: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(changes[0]["change"], "changed");
    assert_eq!(changes[1]["field"], "aliases");
    let markdown = plan(&["diff", &new, &old, "--format", "markdown", "--lang", "zh"]).out;
    assert!(
        markdown.contains("\n## 改动\n\n- 条目 **P1** 5G创新应用工程："),
        "{markdown}"
    );
    assert_eq!(plan(&["diff", &old, "/nonexistent"]).status, 2);
}

#[test]
fn an_overlay_stands_below_the_lead_and_is_checked_over_the_plan() {
    let overlay = concat!(env!("CARGO_MANIFEST_DIR"), "/data/example-overlay.json");
    let ok = format!(
        "{overlay}: ok, 1 item, 1 organisation, 1 document, 6 responsibilities for 5 items\n"
    );
    assert_eq!(out(&["check", overlay]), ok);
    let said = out(&["--overlay", overlay, "who", "P3"]);
    // By when it is due stands first.
    let begin = ["Our office  due 31 March 2026, late", "Lead "];
    for (line, begin) in said.lines().skip(1).zip(begin) {
        assert!(line.starts_with(begin), "{said}");
    }
    let ours = said
        .lines()
        .position(|line| line.starts_with("Our office  EXO "));
    let ours = ours.expect("a line of ours");
    assert!(
        said.lines()
            .nth(ours)
            .is_some_and(|line| line.contains("Example Office (fictitious)")),
        "{said}"
    );
    let labelled = [
        "Unit        Example Unit 2",
        "Contact     ext. 0002 (example)",
        "Note        Waits for the server move.",
    ];
    let lines: Vec<&str> = said.lines().skip(ours + 1).take(labelled.len()).collect();
    assert_eq!(lines, labelled, "{said}");
    let without = out(&["who", "P3"]);
    let kept = said.lines().count() - 2 - labelled.len();
    assert_eq!(kept, without.lines().count());
    assert!(!without.contains("Example"));
    let listed = out(&["--overlay", overlay, "list", "project"]);
    let marked = listed.lines().filter(|line| line.contains("[late]"));
    assert_eq!(marked.count(), 1, "{listed}");
    let twice = out(&["--overlay", overlay, "who", "P3", "--overlay", overlay]);
    assert_eq!(twice, said);
}

#[test]
fn exports_say_what_the_plan_says() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = folder.path().join("plan.json");
    let shown = at.display().to_string();
    assert_eq!(out(&["export", "--format", "json", "--out", &shown]), "");
    let ok =
        format!("{shown}: ok, 78 items, 55 organisations, 116 documents, 381 responsibilities\n");
    assert_eq!(out(&["check", &shown]), ok);
    for args in [
        &["list", "--format", "json"][..],
        &["list", "body", "--format", "json"],
    ] {
        assert_eq!(out(&[args, &["--data", &shown]].concat()), out(args));
    }
    let again = out(&["export", "--format", "json", "--data", &shown]);
    assert_eq!(again, std::fs::read_to_string(&at).expect("it was written"));
    assert_eq!(plan(&["export", "--out", "/nonexistent/x"]).status, 2);
    assert_eq!(
        std::fs::read_dir(folder.path()).expect("a folder").count(),
        1,
        "nothing is left"
    );
}

#[test]
fn the_exported_table_holds_every_statement() {
    let table = out(&["export", "--format", "csv"]);
    let table = table
        .strip_prefix('\u{feff}')
        .expect("a mark for spreadsheets");
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let columns = ["item", "body", "role", "basis", "document"];
    let head = reader.headers().expect("a header").clone();
    let places = columns.map(|name| head.iter().position(|cell| cell == name).expect(name));
    let rows = reader.records().map(|row| row.expect("a row"));
    let mut exported: Vec<[String; 5]> = rows
        .map(|row| places.map(|at| row[at].to_owned()))
        .filter(|[_, body, ..]| !body.is_empty())
        .collect();
    let file = std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("data/plan.json"));
    let file: serde_json::Value = serde_json::from_slice(&file.expect("the plan")).expect("JSON");
    let rows = file["responsibilities"].as_array().expect("rows");
    let mut stated: Vec<[String; 5]> = rows
        .iter()
        .map(|row| columns.map(|name| row[name].as_str().unwrap_or_default().to_owned()))
        .collect();
    exported.sort();
    stated.sort();
    assert_eq!(exported, stated);
}

#[test]
fn the_exported_document_holds_every_node_once() {
    use pulldown_cmark::{Event, Parser, Tag, TagEnd};
    let text = out(&["export", "--format", "markdown"]);
    let mut headings: Vec<String> = Vec::new();
    let mut inside = false;
    for event in Parser::new(&text) {
        match event {
            Event::Start(Tag::Heading { .. }) => {
                inside = true;
                headings.push(String::new());
            }
            Event::End(TagEnd::Heading(_)) => inside = false,
            Event::Text(part) if inside => {
                headings.last_mut().expect("within one").push_str(&part);
            }
            Event::Html(html) | Event::InlineHtml(html) => panic!("markup from the data: {html}"),
            _ => {}
        }
    }
    let ids: Vec<String> = ["", "body", "document"]
        .into_iter()
        .flat_map(|kind| {
            let args = if kind.is_empty() {
                vec!["list"]
            } else {
                vec!["list", kind]
            };
            let nodes: serde_json::Value =
                serde_json::from_str(&out(&[&args[..], &["--format", "json"]].concat()))
                    .expect("JSON");
            let nodes = nodes.as_array().expect("an array").clone();
            nodes.into_iter().map(move |node| match kind {
                // An organisation is called by its name.
                "body" => node["name"]["en"].as_str().expect("a name").to_owned(),
                _ => format!("{} ", node["id"].as_str().expect("an id")),
            })
        })
        .collect();
    assert_eq!(ids.len(), 78 + 55 + 116);
    for id in ids {
        let is_body = !id.ends_with(' ');
        let is_of = |heading: &&String| {
            let rest = heading.strip_prefix(&id);
            rest.is_some_and(|rest| !is_body || rest.is_empty() || rest.starts_with(" ("))
        };
        let count = headings.iter().filter(is_of).count();
        assert_eq!(count, 1, "{id}");
    }
}

/// Every description that a shell shows is Chinese.
#[test]
fn completions_are_described_in_chinese() {
    let script = out(&["completions", "fish", "--lang", "zh"]);
    let described: Vec<&str> = script
        .lines()
        .filter_map(|line| Some(line.split_once(" -d '")?.1.split_once('\'')?.0))
        .collect();
    assert!(described.len() > 100);
    for said in described {
        assert!(!said.is_ascii(), "{said}");
    }
    let values = |sign: &str| script.matches(sign).count();
    assert_eq!(values("\\t'"), values("\\t''"), "a value is described");
}

#[test]
fn a_log_says_when_and_how_it_ended() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("log");
    let log = path.display().to_string();
    assert_eq!(plan(&["--log", &log, "search", "qqqq"]).status, 1);
    let text = std::fs::read_to_string(&path).expect("it was written");
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 2, "{text}");
    assert!(
        lines[0].ends_with(concat!(" plan ", env!("CARGO_PKG_VERSION"))),
        "{text}"
    );
    assert!(!text.contains("qqqq"), "no query is written down");
    let ran = plan(&["--log", "/nonexistent/log", "list"]);
    let expected = "plan: /nonexistent/log: cannot be written: No such file or directory\n";
    assert_eq!((ran.status, ran.err.as_str()), (2, expected));
}

#[test]
fn colour_is_for_terminals_and_those_who_ask() {
    assert!(!out(&["list", "goal"]).contains('\u{1b}'));
    assert!(out(&["list", "goal", "--color", "always"]).contains("\u{1b}[1;36mG1\u{1b}[0m"));
    let forced = ran(program(&["list", "goal"]).env("CLICOLOR_FORCE", "1"));
    assert!(forced.out.contains('\u{1b}'));
    let forced = ran(program(&["list", "goal"])
        .env("CLICOLOR_FORCE", "1")
        .env("NO_COLOR", "1"));
    assert!(!forced.out.contains('\u{1b}'));
}

#[test]
fn an_empty_matrix_names_the_kinds_that_have_responsibilities() {
    let ran = plan(&["matrix", "--kind", "goal"]);
    assert_eq!((ran.status, ran.out.as_str()), (1, ""));
    assert_eq!(
        ran.err,
        "plan: No responsibility matches; kinds with responsibilities: task, project, action, \
         safeguard, indicator\n"
    );
}

/// Who asks about a target reads what came of it, not only the name of the indicator.
#[test]
fn a_target_that_is_asked_about_is_answered_with_its_result() {
    let ran = plan(&["search", "was 5g reached?"]);
    assert_eq!(ran.err, "plan: understood as: kind:indicator 5g\n");
    assert_eq!(
        ran.out,
        "I3  Indicator  5G penetration  MIIT  [reached early, by 2024: 83.9%, target 56%]\n"
    );
    let ran = plan(&["--lang", "zh", "search", "5G 实现了吗"]);
    assert_eq!(ran.err, "plan: 理解为：类别:指标 5g\n");
    assert!(
        ran.out
            .contains("[提前达到（2024年已达到）：83.9%，目标56%]"),
        "{}",
        ran.out
    );
}

/// Who issued a document, or the plan, is asked with the role.
#[test]
fn the_issuers_of_a_document_are_a_role() {
    for query in ["D7", "sailing action plan", "扬帆行动计划"] {
        let ran = plan(&["who", query, "--role", "issue"]);
        assert_eq!(ran.status, 0, "{query}");
        let first = ran.out.lines().next().unwrap_or_default();
        assert!(
            first.starts_with("MIIT") && first.ends_with("Issued by"),
            "{}",
            ran.out
        );
        assert_eq!(ran.out.lines().count(), 10, "{}", ran.out);
    }
    // In Chinese a body is called by its Chinese short name.
    let ran = plan(&["who", "D7", "--role", "issue", "--lang", "zh"]);
    assert!(ran.out.starts_with("工信部  "), "{}", ran.out);
    assert!(!ran.out.contains("MIIT"), "{}", ran.out);
    let ran = plan(&["who", "PLAN", "--role", "issue"]);
    assert!(ran.out.starts_with("CCAC"), "{}", ran.out);
}

/// The lists of the shell call things as the screen does, and figures stand under headings.
#[test]
fn lists_have_short_names_and_headings() {
    for (lang, name, head) in [
        ("en", "5G applications", "baseline"),
        ("zh", "5G创新应用", "基期值"),
    ] {
        for command in [&["search", "5g"][..], &["list", "project"]] {
            let ran = plan(&[&["--lang", lang], command].concat());
            let row = ran
                .out
                .lines()
                .find(|line| line.starts_with("P1 "))
                .expect("P1");
            assert!(row.contains(name) && !row.contains("Project 5G"), "{row}");
        }
        let ran = plan(&["--lang", lang, "list", "indicator"]);
        assert!(
            ran.out
                .lines()
                .nth(2)
                .is_some_and(|line| line.contains(head)),
            "{}",
            ran.out
        );
    }
}
