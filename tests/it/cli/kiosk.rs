//! What a client may ask of a kiosk: its line is read by us and by no shell.

use crate::program::{Ran, out, program, ran};

fn asked(line: &str) -> Ran {
    let mut command = program(&["--kiosk", "--commands"]);
    ran(command.env("SSH_ORIGINAL_COMMAND", line))
}

/// The one line that refuses it.
#[track_caller]
fn refused(line: &str) -> String {
    let Ran { status, out, err } = asked(line);
    assert_eq!((status, out.as_str()), (2, ""), "{line}: {err}");
    assert_eq!(err.lines().count(), 1, "{line}: {err}");
    err
}

#[test]
fn a_client_may_ask() {
    for (line, same) in [
        ("search 5g", &["search", "5g"][..]),
        ("plan who 'silk road'", &["who", "silk road"]),
        ("export --format csv", &["export", "--format", "csv"]),
        ("list --lang zh", &["list", "--lang", "zh"]),
        ("search 'data #project'", &["search", "data #project"]),
        (
            "search data #project 5g",
            &["search", "data", "#project", "5g"],
        ),
        (
            "search #project --limit 3 a",
            &["search", "#project", "--limit", "3", "a"],
        ),
        ("search # data", &["search", "#", "data"]),
        (
            "search data \"digital # y\" '#'",
            &["search", "data", "digital # y", "#"],
        ),
    ] {
        let plain = ran(&mut program(same));
        let Ran { status, out, err } = asked(line);
        assert_eq!(
            (status, &out, &err),
            (plain.status, &plain.out, &plain.err),
            "{line}"
        );
        assert!(status < 2, "{line}: {err}");
    }
    assert!(out(&["search", "5g"]).contains("5G"));
}

#[test]
fn what_a_client_may_not_is_refused_in_one_line() {
    for (line, named) in [
        ("search --help", "\"--help\" is not available"),
        ("search 5g -h", "\"-h\" is not available"),
        ("who --version", "\"--version\" is not available"),
        ("scp -t /tmp", "\"scp\" is not available"),
        ("SEARCH data -n 1", "\"SEARCH\" is not available"),
        ("list -o/x", "--out is not available"),
        ("search 5g -o x", "--out is not available"),
        ("search a\\b", "a query must not contain \\"),
        ("search a\tb", "a query must not contain \\t"),
    ] {
        let problem = refused(line);
        let problem = problem.strip_prefix("plan: ").unwrap_or(&problem);
        assert!(problem.starts_with(named), "{line}: {problem}");
    }
    for line in [
        " ",
        "5g",
        "bash",
        "config",
        "man",
        "check /etc/passwd",
        "diff a b",
        "help",
        "--help",
        "search --version",
        "search 5g --data /etc/passwd",
        "--overlay x list",
        "export --out /tmp/x",
        "list --config x",
        "list --log x",
        "list --max-size 1G",
        "search 'x",
        "-- search",
        "scp -t .",
        "search 5g; reboot",
        "search 'a | b'",
        "search $(id)",
        "search 5g\nid",
        &format!("search {}", "x".repeat(5000)),
    ] {
        refused(line);
    }
    // What is not offered is no advice either.
    for option in [
        "helpp", "hel", "version1", "dat", "overla", "confi", "lo", "max-siz", "kios", "ou",
    ] {
        for command in ["list", "search 5g", "export", "who 5g"] {
            let line = format!("{command} --{option} x");
            let problem = refused(&line);
            let near = problem
                .split_once("did you mean ")
                .map(|(_, near)| near.trim());
            let is_offered =
                |near: &str| asked(&format!("list {}", near.trim_end_matches('?'))).status == 0;
            assert!(near.is_none_or(is_offered), "{line}: {problem}");
        }
    }
    assert!(refused("list --formt json").contains("did you mean --format?"));
    // Help is not offered, so it is no advice.
    for line in [
        "search",
        "search 5g --nonsense",
        "search 5g --limit 0",
        "show",
    ] {
        let problem = refused(line);
        assert!(!problem.contains("--help"), "{line}: {problem}");
    }
}

/// What is invisible is named: else a command would be denied that is offered. Nothing is called nothing.
#[test]
fn what_cannot_be_seen_is_named() {
    for (line, said) in [
        ("se\u{202e}arch x", "\"se<U+202E>arch\" is not available"),
        ("\u{feff}search x", "\"<U+FEFF>search\" is not available"),
        ("sear\u{fe0f}ch", "\"sear<U+FE0F>ch\" is not available"),
        (
            "search 5g --for\u{200b}mat json",
            "unknown option --for<U+200B>mat",
        ),
        (
            "list --format js\u{ad}on",
            "--format cannot be \"js<U+00AD>on\"",
        ),
        (" ", "no command was given"),
        ("\u{3000}", "no command was given"),
        ("''", "no command was given"),
        ("plan ' '", "no command was given"),
    ] {
        let problem = refused(line);
        let problem = problem.strip_prefix("plan: ").unwrap_or(&problem);
        assert!(problem.starts_with(said), "{line:?}: {problem}");
    }
    // On an own machine alike.
    for (args, said) in [
        (
            ["list", "--fo\u{200b}rmat=json"],
            "unknown option --fo<U+200B>rmat",
        ),
        (["show", "P\u{200b}99"], "no item \"P<U+200B>99\""),
        (["list", "ta\u{200b}sx"], "unknown kind \"ta<U+200B>sx\""),
        (["help", "sh\u{200b}eets"], "no help on \"sh<U+200B>eets\""),
    ] {
        let Ran { status, err, .. } = ran(&mut program(&args));
        assert_ne!(status, 0);
        assert!(err.contains(said), "{err}");
    }
}
