//! Data that comes through pipes, answers that go into them, and what is between.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use crate::common::Pty;

const PLAN: &str = env!("CARGO_BIN_EXE_plan");
const SHIPPED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/data/plan.json");

/// Runs a line of the shell in which `$P` is the program and `$D` the shipped plan.
fn shell(line: &str, home: &Path) -> Output {
    let mut command = Command::new("bash");
    command.args(["-c", line]).env("P", PLAN).env("D", SHIPPED);
    for name in ["HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"] {
        command.env(name, home);
    }
    for name in ["LC_ALL", "LC_MESSAGES", "PLAN_LANG"] {
        command.env_remove(name);
    }
    command.env("LANG", "C.UTF-8").stdin(Stdio::null());
    command.output().expect("bash runs")
}

fn said(output: &Output) -> (i32, String, String) {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let status = output.status.code().expect("it ends by itself");
    (status, text(&output.stdout), text(&output.stderr))
}

#[test]
fn a_pipe_is_a_data_file() {
    let home = tempfile::tempdir().expect("a folder");
    for (line, starts) in [
        ("cat $D | $P --data - show P17", "P17"),
        ("cat $D | $P --data /dev/stdin show P17", "P17"),
        ("$P --data <(cat $D) show P17", "P17"),
        ("$P --data - show P17 < $D", "P17"),
        ("cat $D | PLAN_DATA=- $P show P17", "P17"),
        ("mkfifo f; cat $D > f & $P --data f show P17", "P17"),
        ("cat $D | $P check -", "<stdin>: ok"),
        ("cat $D | $P diff - $D && echo same", "same"),
        ("cat $D | $P diff $D - && echo same", "same"),
    ] {
        let line = format!("cd {}; {line}", home.path().display());
        let (status, out, err) = said(&shell(&line, home.path()));
        assert!(status == 0 && out.starts_with(starts), "{line}: {out}{err}");
        assert_eq!(err, "", "{line}");
    }
    for (line, names) in [
        ("echo '{' | $P check -", "<stdin>:2:1: "),
        ("echo '{' | $P --data - list", "<stdin>:2:1: "),
        (
            "cat $D | $P --max-size 1k --data - list",
            "<stdin>: is larger than 1 kB",
        ),
        ("$P --data - list < /", "<stdin>: is a directory"),
        ("$P --data - list <&-", "<stdin>: is closed"),
        // One that nobody writes to is waited for.
        (
            "cd; mkfifo silent; $P --data silent list",
            "silent: too little input within 10 s",
        ),
        (
            "cat $D | $P --kiosk --data - list",
            "-: standard input is not read in kiosk mode",
        ),
        (
            "$P --kiosk --overlay /dev/stdin list < $D",
            "plan: stdin: standard input is not read in kiosk mode",
        ),
        ("$P --kiosk --data <(cat $D) list", "is not a regular file"),
    ] {
        let (status, out, err) = said(&shell(line, home.path()));
        assert!(status == 2 && out.is_empty(), "{line}: {out}");
        assert!(
            err.contains(names) && err.lines().count() == 1,
            "{line}: {err}"
        );
    }
}

#[test]
fn keys_come_from_the_terminal_when_the_plan_comes_through_a_pipe() {
    let line = format!("cat {SHIPPED} | {PLAN} --data - --fresh");
    let mut pty = Pty::start("bash", &["-c", &line]);
    pty.shows("Digital");
    pty.send("silk");
    pty.shows("> silk");
    pty.send("\r");
    pty.shows("P17");
}

/// What came through a pipe is kept; that it was read again would not be true.
#[test]
fn a_reload_says_what_cannot_be_read_again() {
    const ONCE: &str = "Nothing changed; standard input and pipes cannot be read again.";
    for options in ["--data -", "--data - --overlay <(echo '{\"format\":1}')"] {
        let line = format!("cat {SHIPPED} | {PLAN} {options} --fresh");
        let mut pty = Pty::start("bash", &["-c", &line]);
        pty.shows("Digital");
        pty.send(" r");
        pty.shows(ONCE);
    }
    let home = tempfile::tempdir().expect("a folder");
    let line = "echo :r | $P --plain --data <(cat $D)";
    let (_, out, _) = said(&shell(line, home.path()));
    assert!(out.contains(ONCE), "{out}");
    assert!(!out.contains("reloaded"), "{out}");
}

#[test]
fn what_cannot_be_written_is_an_error_and_a_closed_pipe_is_not() {
    let home = tempfile::tempdir().expect("a folder");
    for (line, want) in [
        ("$P list >&-", 2),
        ("$P list 1</dev/null", 2),
        ("$P search 5g --format json >&-", 2),
        ("$P help >&-", 2),
        ("$P --version >&-", 2),
        ("$P check $D >&-", 2),
        ("$P export > /dev/full", 2),
        ("$P list > /dev/null", 0),
        ("$P list <> /dev/null >&0 2>&0", 0),
        ("$P list > /dev/null 2>&1", 0),
        ("$P export | head -1", 0),
    ] {
        let line = format!("set -o pipefail; {line}");
        let (status, _, err) = said(&shell(&line, home.path()));
        assert_eq!(status, want, "{line}: {err}");
        assert_eq!(err.is_empty(), want == 0, "{line}: {err}");
    }
    // Without standard error too nothing can be said, but the status says it.
    for (before, after) in [(": | ", ""), ("", "</dev/null")] {
        for command in ["list", "--plain 5g", "--help", "export -f xlsx -o -"] {
            let line = format!("cd; {before}$P {command} {after} >&- 2>&-");
            assert_eq!(said(&shell(&line, home.path())).0, 2, "{line}");
        }
    }
}

/// Everything that writes on standard output, in every format.
#[test]
fn all_that_is_written_fails_with_a_line_and_ends_with_a_pipe() {
    let home = tempfile::tempdir().expect("a folder");
    let mut commands: Vec<String> = [
        "check $D",
        "compare P3 P4",
        "config",
        "config --default",
        "completions zsh",
        "man",
        "help",
        "help ssh",
        "help sheets",
        "schema",
        "schema overlay",
        "new",
        "new -",
        "template plan",
        "template overlay -f csv",
        "template plan -f xlsx -o -",
        "import s.csv",
        "import s.csv -o /dev/stdout",
        "diff $D s.json",
        "diff $D s.json -f json",
        "export -f json -o -",
        "export -f xlsx",
        "export -o /dev/stdout",
        "export -o /dev/fd/1",
        "--plain",
        "--plain 5g",
        "--help",
        "who --help",
        "--version",
    ]
    .map(str::to_owned)
    .to_vec();
    for format in ["text", "json", "tsv", "csv", "markdown"] {
        for command in ["list", "show P3", "search 5g", "who 5g", "matrix"] {
            commands.push(format!("{command} -f {format}"));
        }
        if format != "text" {
            commands.push(format!("export -f {format}"));
        }
    }
    let files = "cd; echo 'Item,Lead\nP3,MIIT' > s.csv; sed 's/Digital/Numeric/' $D > s.json";
    said(&shell(files, home.path()));
    for command in commands {
        for target in [">&-", ">/dev/full", "1</dev/null"] {
            let line = format!("cd; echo 5g | $P {command} {target}");
            let (status, _, err) = said(&shell(&line, home.path()));
            let failed = err.matches("cannot be written").count();
            assert_eq!((status, failed), (2, 1), "{line}: {err}");
        }
        let line = format!("cd; echo 5g | ($P {command}; echo $? >&2) | true");
        let (_, _, err) = said(&shell(&line, home.path()));
        assert!(
            err.ends_with('\n') && !err.contains("Broken"),
            "{line}: {err}"
        );
        assert_ne!(err.lines().last(), Some("2"), "{line}: {err}");
    }
    // A file that is no file: named, and a pipe through it is silent too.
    for (line, want) in [
        ("$P export -f csv -o /dev/full", 2),
        ("$P template plan -o /dev/full", 2),
        ("ulimit -f 0; $P export -f json -o x", 2),
        ("mkfifo f; head -c 1 f >/dev/null & $P export -o f", 0),
    ] {
        let (status, _, err) = said(&shell(&format!("cd; {line}"), home.path()));
        assert_eq!((status, err.is_empty()), (want, want == 0), "{line}: {err}");
    }
    assert!(!home.path().join("-").exists());
}

#[test]
fn a_choice_that_cannot_be_printed_is_an_error() {
    for target in [">&-", ">/dev/full"] {
        let line = format!("{PLAN} --fresh --print 5g {target}; echo status $?");
        let mut pty = Pty::start("bash", &["-c", &line]);
        pty.shows("P1  Project");
        pty.send("\r");
        pty.shows("cannot be written");
        pty.shows("status 2");
    }
}

#[test]
fn a_cut_list_says_so_and_no_list_is_cut_to_nothing() {
    let home = tempfile::tempdir().expect("a folder");
    for format in ["text", "json", "csv", "tsv", "markdown"] {
        let line = format!("$P search data --format {format}");
        let (status, _, err) = said(&shell(&line, home.path()));
        assert!(status == 0 && err.contains("20 of "), "{format}: {err}");
        let line = format!("$P search data --limit 300 --format {format}");
        assert_eq!(said(&shell(&line, home.path())).2, "", "{format}");
    }
    for line in [
        "$P search data --limit 0",
        "$P search data --limit -1",
        "$P matrix --kind nothing",
    ] {
        let (status, out, err) = said(&shell(line, home.path()));
        assert!(status == 2 && out.is_empty() && !err.is_empty(), "{line}");
    }
    for (line, is_said) in [
        (
            "$P search data --limit -5",
            "--limit cannot be \"-5\"; it can be a count: 1",
        ),
        (
            "$P search data -n x",
            "--limit cannot be \"x\"; it can be a count: 1",
        ),
        (
            "$P list --max-size -5",
            "--max-size cannot be \"-5\"; it can be a size",
        ),
        (
            "$P --idle -5",
            "--idle cannot be \"-5\"; it can be a number of minutes",
        ),
        (
            "$P --lang zh search data --limit -5",
            "--limit 的值“-5”无效；可用：数量",
        ),
    ] {
        let (status, _, err) = said(&shell(line, home.path()));
        assert!(status == 2 && err.contains(is_said), "{line}: {err}");
    }
}

/// A change of a plan.
type Edit<'e> = &'e dyn Fn(&mut serde_json::Value);

/// The time grows with the file: what its square would take, the processor's limit does not allow.
#[test]
fn what_is_long_in_one_place_takes_no_square() {
    const MANY: usize = 40_000;
    let home = tempfile::tempdir().expect("a folder");
    let small = include_str!("../../small/plan.json");
    let small: serde_json::Value = serde_json::from_str(small).expect("JSON");
    let item = |at: usize| serde_json::json!({"id": format!("Z{at}"), "kind": "measure", "name": {"en": "Thing"}});
    let edits: [(&str, &str, Edit); 6] = [
        ("points", "export", &|plan| {
            let point =
                |at| serde_json::json!({"year": 2000 + at % 50, "value": at, "kind": "actual"});
            plan["items"][5]["measure"]["points"] = (0..MANY).map(point).collect();
        }),
        ("chain", "list", &|plan| {
            let items = plan["items"].as_array_mut().expect("a list");
            items.extend((0..MANY).map(|at| {
                let mut link = item(at);
                link["parent"] = match at {
                    0 => "M2".into(),
                    _ => format!("Z{}", at - 1).into(),
                };
                link
            }));
        }),
        ("bodies", "export", &|plan| {
            let body = |at| serde_json::json!({"id": format!("b{at}"), "name": {"en": "Body"}});
            let bodies = plan["bodies"].as_array_mut().expect("a list");
            bodies.extend((0..MANY).map(body));
            let row = |at| serde_json::json!({"item": "M1", "body": format!("b{at}"), "role": "lead", "basis": "plan"});
            let rows = plan["responsibilities"].as_array_mut().expect("a list");
            rows.extend((0..MANY).map(row));
        }),
        ("summary", "search quay", &|plan| {
            plan["items"][2]["summary"]["en"] = "quay s. ".repeat(10 * MANY).into();
        }),
        ("nearest", "search -- quay zzzz", &|plan| {
            plan["items"][2]["summary"]["en"] = "quay s. ".repeat(10 * MANY).into();
        }),
        ("aliases", "show M1", &|plan| {
            plan["items"][2]["aliases"] = (0..MANY).map(|at| format!("alias {at}")).collect();
        }),
    ];
    for (name, command, edit) in edits {
        let mut plan = small.clone();
        edit(&mut plan);
        let path = home.path().join(name);
        fs::write(&path, plan.to_string()).expect("it can be written");
        let line = format!(
            "ulimit -t 20; $P --data {} {command} > /dev/null",
            path.display()
        );
        let (status, _, err) = said(&shell(&line, home.path()));
        assert_eq!(status, 0, "{name}: {err}");
    }
    // Thousands of columns that mean nothing.
    let columns: Vec<String> = (0..1_200).map(|at| format!("Column {at}")).collect();
    let columns = columns.join(",");
    let sheet = home.path().join("wide.csv");
    fs::write(&sheet, format!("Item,Lead,{columns}\nP1,miit\n")).expect("it can be written");
    let line = format!("ulimit -t 20; $P check {} > /dev/null", sheet.display());
    let (status, _, err) = said(&shell(&line, home.path()));
    assert_eq!(status, 0, "{err}");
}

/// Every card names what is above it: not all of a chain of thousands.
#[test]
fn a_long_chain_of_parents_is_exported_in_proportion() {
    let home = tempfile::tempdir().expect("a folder");
    let sizes = [1000, 2000].map(|count| {
        let items = (0..count).map(|at| {
            let mut item = serde_json::json!({
                "id": format!("X{at}"), "kind": "thing", "name": {"en": "Link"},
                "confidence": "low", "sources": [],
            });
            if at > 0 {
                item["parent"] = format!("X{}", at - 1).into();
            }
            item
        });
        let plan = fs::read(SHIPPED).expect("the shipped plan");
        let mut plan: serde_json::Value = serde_json::from_slice(&plan).expect("JSON");
        plan["kinds"] = serde_json::json!([{
            "id": "thing", "prefix": "X", "name": {"en": "Thing"}, "plural": {"en": "Things"},
        }]);
        plan["items"] = items.collect();
        plan["responsibilities"] = serde_json::json!([]);
        let path = home.path().join("chain.json");
        fs::write(&path, plan.to_string()).expect("it can be written");
        let line = format!("$P --data {} export | wc -c", path.display());
        let (_, out, err) = said(&shell(&line, home.path()));
        out.trim()
            .parse::<usize>()
            .unwrap_or_else(|_| panic!("{out}{err}"))
    });
    assert!(sizes[1] < 3 * sizes[0], "{sizes:?}");
}

/// The shell lines of the page for sshd, run on keys as people send them.
#[test]
fn only_bare_keys_are_taken_and_none_is_joined_to_another() {
    let home = tempfile::tempdir().expect("a folder");
    let people = home.path().join("people");
    fs::create_dir(&people).expect("a folder");
    let key = |name: &str| {
        let line = format!("ssh-keygen -q -t ed25519 -N '' -C {name} -f {name} && cat {name}.pub");
        let line = format!("cd {}; {line}", home.path().display());
        said(&shell(&line, home.path())).1
    };
    let (ann, bob, eve) = (key("ann"), key("bob"), key("eve"));
    let write = |name: &str, text: &str| {
        let file = fs::File::create(people.join(name));
        file.and_then(|mut file| file.write_all(text.as_bytes()))
            .expect("it can be written");
    };
    write("a.pub", ann.trim_end());
    write("b.pub", &format!("# Bob\r\n{}\r\n", bob.trim_end()));
    write("c.pub", &format!("command=\"id\" {eve}"));
    write("d.pub", "ssh-ed25519 nonsense\n");
    write("e.pub", &format!("ssh-rsa,command=\"id\" {eve}"));
    write("f.pub", &format!("ssh-ed25519 {eve}"));
    let setup = plan::i18n::ssh::SETUP;
    let start = setup.find("grep").expect("the loop");
    let end = setup.find("plan help").expect("what follows");
    let line = setup[start..end].replace("/etc/ssh/plan_keys", "keys");
    let line = format!("cd {}; {line}", home.path().display());
    let (_, _, err) = said(&shell(&line, home.path()));
    let keys = fs::read_to_string(home.path().join("keys")).expect("the keys");
    assert_eq!(keys, ann + &bob);
    assert!(err.contains("not a bare key: command="), "{err}");
    assert!(
        err.contains("not a bare key: ssh-ed25519 nonsense"),
        "{err}"
    );
}

#[test]
fn what_is_due_is_overdue_by_the_local_day() {
    let home = tempfile::tempdir().expect("a folder");
    let line = format!(
        "cd {}; sed \"s/TODAY/$(date -u +%F)/\" > ours.json <<'END'\n{}\nEND\n",
        home.path().display(),
        r#"{"format": 1, "responsibilities": [{"item": "P1", "body": "miit", "role": "lead",
            "basis": "assigned", "unit": "Unit 1", "due": "TODAY", "status": "open", "sources": []}]}"#
    );
    for (zone, overdue) in [("AAA24", false), ("AAA-24", true), ("Nowhere/Else", false)] {
        let line = format!("{line} TZ={zone} $P --overlay ours.json who P1");
        let (status, out, err) = said(&shell(&line, home.path()));
        assert_eq!(status, 0, "{err}");
        assert_eq!(out.contains("overdue"), overdue, "{zone}: {out}");
    }
    let line =
        format!("{line} TZ=UTC $P --overlay ours.json who is responsible for what is due today");
    let (status, out, err) = said(&shell(&line, home.path()));
    assert_eq!((status, out.starts_with("P1 ")), (0, true), "{out}{err}");
}

/// A terminal that shows no UTF-8 gets English in ASCII, whatever the language.
#[test]
fn a_poor_terminal_gets_english() {
    for (arguments, shows) in [
        (&["--plain", "5g"][..], "1: "),
        (&["help"], "Largest data file"),
        (&["man"], "Which headings a spreadsheet may have"),
        (&["config", "--default"], "#help-anywhere"),
        (&["show", "nothing"], "no item"),
        (&["list", "--nonsense"], "unknown option"),
        (&["matrix", "--kind", "task"], "L Lead"),
        (&["check", "/nothing"], "does not exist"),
        (&["--data", "/nothing", "list"], "does not exist"),
        (&["--data", "/dev/null", "list"], "not a regular file"),
        (&["--log", "/nothing/log", "list"], "cannot be written"),
        (&["--data", "/nothing"], "does not exist"),
        (&["--data", "/nothing", "--plain"], "does not exist"),
    ] {
        let locale = [("LANG", Some("zh_CN.GB18030")), ("PLAN_LANG", None)];
        let bond = crate::common::Bond::Controlling;
        let mut pty = Pty::start_as(bond, (80, 24), PLAN, arguments, &locale);
        pty.shows(shows);
        assert!(pty.bytes.is_ascii(), "{arguments:?}");
    }
}

/// A pipe that does not wait, with a reader that is slow to begin.
#[test]
fn an_output_that_does_not_wait_is_waited_for() {
    let (mut reader, writer) = std::io::pipe().expect("a pipe");
    let flags = rustix::fs::fcntl_getfl(&writer).expect("flags");
    rustix::fs::fcntl_setfl(&writer, flags | rustix::fs::OFlags::NONBLOCK).expect("set");
    let home = tempfile::tempdir().expect("a folder");
    let mut command = Command::new(PLAN);
    command.args(["export", "--format", "json"]);
    command.env("HOME", home.path()).stdin(Stdio::null());
    let mut child = command
        .stdout(writer)
        .stderr(Stdio::piped())
        .spawn()
        .expect("it runs");
    // It keeps the end that is written to.
    drop(command);
    let mut all = Vec::new();
    std::io::Read::read_to_end(&mut reader, &mut all).expect("all of it");
    assert!(child.wait().expect("it ends").success());
    assert!(all.len() > 1 << 17 && all.ends_with(b"}\n"));
}
