//! The words of commands and flags.

use plan::cli::help::*;
use plan::i18n::flags::{HELP, help as text};
use plan::model::Lang;

#[test]
fn every_command_and_flag_is_worded_and_every_word_is_used() {
    let root = command(Lang::En);
    let mut used = Vec::new();
    for command in std::iter::once(&root).chain(root.get_subcommands()) {
        let name = if command.get_name() == "plan" {
            ""
        } else {
            command.get_name()
        };
        let args = command.get_arguments().map(|arg| arg.get_id().as_str());
        for arg in std::iter::once("").chain(args) {
            let row = text(name, arg).unwrap_or_else(|| panic!("no words: {name} {arg}"));
            used.push((row.command, row.arg));
        }
    }
    for row in HELP {
        assert!(
            used.contains(&(row.command, row.arg)),
            "unused: {} {}",
            row.command,
            row.arg
        );
        assert!(!row.en.is_empty() && !row.zh.is_empty());
    }
}

#[test]
fn help_has_no_english_heading_in_chinese() {
    let mut root = parser(Lang::Zh);
    let help = render(&mut root, Lang::Zh);
    for english in ["Usage", "Options", "Commands", "Arguments", "Print", ":\n"] {
        assert!(!help.contains(english), "{english} in\n{help}");
    }
    command(Lang::Zh).debug_assert();
}
