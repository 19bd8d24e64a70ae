//! What is generated is committed, and is what the program says today: schemas, man pages,
//! completions, the README's table of commands. `UPDATE=1 cargo test --test it generated`
//! writes them; otherwise a difference fails.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Command;
use clap_complete::Shell;
use plan::cli::completions::script;
use plan::cli::help::{command, usage};
use plan::cli::man;
use plan::model::{Lang, overlay_schema, plan_schema};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The file at `path` holds `expected`, or gets it.
#[track_caller]
fn is(path: &str, expected: &str) {
    let at = root().join(path);
    if std::env::var_os("UPDATE").is_some() {
        fs::create_dir_all(at.parent().expect("a folder")).expect("a folder");
        fs::write(&at, expected).expect("it can be written");
        return;
    }
    let text = fs::read_to_string(&at).unwrap_or_default();
    assert!(
        text == expected,
        "{path} is not what the program says; UPDATE=1 cargo test"
    );
}

#[test]
fn schemas() {
    is("data/plan.schema.json", &plan_schema());
    is("data/overlay.schema.json", &overlay_schema());
}

#[test]
fn man_pages() {
    is("data/man/plan.1", &man::render(Lang::En));
    is("data/man/plan.zh.1", &man::render(Lang::Zh));
}

#[test]
fn completions() {
    let files = [
        (Shell::Bash, "plan.bash"),
        (Shell::Zsh, "_plan"),
        (Shell::Fish, "plan.fish"),
    ];
    for (shell, name) in files {
        is(
            &format!("data/completions/{name}"),
            &script(shell, Lang::En),
        );
    }
}

#[test]
fn the_readme_lists_commands() {
    const MARK: &str = "<!-- commands -->\n";
    let path = Path::new("README.md");
    let text = fs::read_to_string(root().join(path)).expect("a README");
    let (before, rest) = text.split_once(MARK).expect("the mark is there");
    let (_, after) = rest.split_once("<!-- end -->").expect("a mark has an end");
    let table = table(&command(Lang::En));
    is(
        "README.md",
        &format!("{before}{MARK}\n{table}\n<!-- end -->{after}"),
    );
}

fn table(root: &Command) -> String {
    let mut text = String::from("| command | does |\n| --- | --- |\n");
    for command in root.get_subcommands() {
        let about = command
            .get_about()
            .map(ToString::to_string)
            .unwrap_or_default();
        let usage = usage(command, command.get_name(), Lang::En).replace(" [OPTIONS]", "");
        text.extend(["| `", &cell(&usage), "` | ", &cell(&about), " |\n"]);
    }
    text
}

fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}
