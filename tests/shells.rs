//! What a Tab gives in the shells themselves: each with the script that the program prints for it, in
//! a pseudo-terminal.

mod common;

use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode};

use common::{Bond, Pty};
use unicode_width::UnicodeWidthStr;

const PLAN: &str = env!("CARGO_BIN_EXE_plan");

fn main() -> ExitCode {
    common::trials::run(&[
        ("/usr/bin/bash", &[("bash_offers_what_fits", bash)]),
        ("/usr/bin/zsh", &[("zsh_offers_what_fits", zsh)]),
        ("/usr/bin/fish", &[("fish_offers_what_fits", fish)]),
        ("/usr/bin/man", &[("the_manual_fits_80_columns", manual)]),
    ])
}

/// As `man` lays it out: Chinese, which has no blanks, is broken too.
fn manual() {
    for page in ["plan.1", "plan.zh.1"] {
        let page = format!("{}/data/man/{page}", env!("CARGO_MANIFEST_DIR"));
        let laid_out = Command::new("man")
            .args(["-l", &page])
            .envs([
                ("LC_ALL", "C.UTF-8"),
                ("MANWIDTH", "80"),
                ("MANPAGER", "cat"),
            ])
            .env_remove("MAN_KEEP_FORMATTING")
            .output()
            .expect("man runs");
        let text = String::from_utf8(laid_out.stdout).expect("it is UTF-8");
        assert!(text.lines().count() > 200, "{page}\n{text}");
        for line in text.lines() {
            assert!(line.width() <= 80, "{page}: {line}");
        }
    }
}

/// What is typed, what is offered then, and how the table of commands and options says it.
const CASES: &[(&str, &[&str], &[&str])] = &[
    (
        "plan s",
        &["schema", "search", "show"],
        &["best match first", "Print the JSON Schema"],
    ),
    (
        "plan show --",
        &["--format", "--lang", "--overlay"],
        &["ASCII only"],
    ),
    (
        "plan who --format ",
        &["json", "csv", "tsv", "markdown"],
        &["For programs"],
    ),
    ("plan who --role ", &["lead", "support"], &["It leads"]),
    ("plan search -k ", &["project", "body"], &[]),
    ("plan search road --", &["--kind", "--kiosk"], &[]),
    ("plan who road and --", &["--lang", "--log"], &[]),
    ("plan matrix --format=", &["json", "csv", "markdown"], &[]),
    (
        "plan search road --kind=",
        &["project", "task", "body"],
        &[],
    ),
    ("plan list --body mi", &["miit"], &[]),
    ("plan list --body MI", &["miit"], &[]),
    ("plan show MII", &["miit"], &[]),
    ("plan --lang ", &["en", "zh", "both"], &["Chinese"]),
    ("plan completions ", &["bash", "zsh", "fish"], &[]),
    ("plan help ", &["matrix", "search", "ssh"], &[]),
];

/// A shell: how it is started, with the script in its folder, and how often Tab is pressed.
struct Shell {
    name: &'static str,
    /// `SCRIPT` stands for the script's path.
    arguments: &'static [&'static str],
    /// What it is told first.
    told: &'static str,
    tabs: &'static str,
    /// It shows what the words mean.
    describes: bool,
}

fn bash() {
    offers(&Shell {
        name: "bash",
        arguments: &["--noprofile", "--norc", "-i"],
        told: "PS1='ready''> '; source SCRIPT",
        tabs: "\t\t",
        describes: false,
    });
}

fn zsh() {
    offers(&Shell {
        name: "zsh",
        arguments: &["-f", "-i"],
        told: "PS1='ready''> '; autoload -U compinit; compinit -u -D; source SCRIPT",
        tabs: "\t",
        describes: true,
    });
}

fn fish() {
    offers(&Shell {
        name: "fish",
        arguments: &["--no-config", "-i"],
        told: "function fish_prompt; echo 'ready''> '; end; source SCRIPT",
        tabs: "\t",
        describes: true,
    });
}

fn offers(shell: &Shell) {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let script = folder.path().join("script");
    let printed = Command::new(PLAN)
        .args(["completions", shell.name, "--lang", "en"])
        .output()
        .expect("it runs");
    fs::write(&script, printed.stdout).expect("it is written");
    let file = folder.path().join("the-only-file.json");
    fs::write(&file, "{}").expect("it is written");
    for (typed, offered, meant) in CASES {
        let mut pty = start(shell, &script);
        complete(&mut pty, typed, shell.tabs);
        for word in *offered {
            let is_there = |text: &str| {
                text.split_whitespace().any(|shown| {
                    // fish repeats the option.
                    shown == *word || shown.ends_with(&format!("={word}"))
                })
            };
            pty.until(&format!("offers {word} after {typed:?}"), |pty| {
                is_there(&pty.text())
            });
        }
        for words in meant.iter().filter(|_| shell.describes) {
            pty.shows(words);
        }
        // After a command no other command is offered, but for a topic of the help.
        let text = pty.text();
        assert!(
            typed.contains("help") || !text.contains("diff"),
            "{typed}\n{text}"
        );
    }
    let mut pty = start(shell, &script);
    let begun = folder.path().join("the-on");
    complete(&mut pty, &format!("plan check {}", begun.display()), "\t");
    pty.shows("the-only-file.json");
    for typed in [
        "plan check ",
        "plan diff ",
        "plan diff script ",
        "plan import ",
    ] {
        let mut pty = start(shell, &script);
        pty.send(format!("cd {}\r", folder.path().display()));
        pty.send(format!("{typed}{}", shell.tabs));
        pty.shows("the-only-file.json");
    }
}

fn start(shell: &Shell, script: &Path) -> Pty {
    let programs = Path::new(PLAN).parent().expect("it is in a folder");
    let path = format!("{}:/usr/bin:/bin", programs.display());
    let environment = [("PATH", Some(path.as_str()))];
    let mut pty = Pty::start_as(
        Bond::Controlling,
        (110, 40),
        shell.name,
        shell.arguments,
        &environment,
    );
    let script = script.to_str().expect("it is UTF-8");
    pty.send(format!("{}\r", shell.told.replace("SCRIPT", script)));
    pty.shows("ready>");
    pty
}

fn complete(pty: &mut Pty, typed: &str, tabs: &str) {
    pty.send(typed);
    let last = typed.trim_end().rsplit('/').next().unwrap_or(typed);
    pty.shows(last);
    pty.send(tabs);
}
