//! The words of commands and flags.

use plan::cli::help::*;
use plan::i18n::flags::{HELP, help as text};
use plan::i18n::ssh::{BLOCK, GLOBAL, REPLACE, SETUP, page};
use plan::model::Lang;

/// However the files of keys were saved: each key is a line of its own, and nothing but bare keys.
#[test]
fn the_loop_for_keys_takes_each_key_once() {
    use std::process::{Command, Stdio};
    let folder = tempfile::tempdir().expect("a folder");
    let in_folder = |program: &str, arguments: &[&str]| {
        let mut command = Command::new(program);
        command.args(arguments).current_dir(folder.path());
        command.stdin(Stdio::null()).output()
    };
    let key = |name: &str| {
        let make = ["-q", "-t", "ed25519", "-N", "", "-C", name, "-f", name];
        in_folder("ssh-keygen", &make).ok()?;
        let key = std::fs::read_to_string(folder.path().join(format!("{name}.pub"))).ok()?;
        Some(key.trim().to_owned())
    };
    let (Some(one), Some(two)) = (key("one"), key("two")) else {
        eprintln!("skipped: there is no ssh-keygen");
        return;
    };
    std::fs::create_dir(folder.path().join("people")).expect("a folder");
    let begin = SETUP.find("grep -ah").expect("the loop begins");
    let end = SETUP.find("/etc/ssh/plan_keys").expect("the loop ends");
    let line = format!("{}keys", &SETUP[begin..end]);
    let utf16: Vec<u8> = format!("\u{feff}{one}\r\n{two}\r\n")
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    for (saved, taken) in [
        (format!("{one}\n{two}\n").into_bytes(), 2),
        (format!("{one}\r\n# 王\r\n\r\n{two}").into_bytes(), 2),
        (format!("# mine\r{one}\r{two}\r").into_bytes(), 2),
        (format!("\u{feff}{one}\n\t {two}").into_bytes(), 2),
        (format!("\u{feff}# 王\n{one}\0\n{two}").into_bytes(), 2),
        (utf16, 2),
        (format!("command=\"sh\" {one}\r{two}").into_bytes(), 1),
        (format!("{one}\x0bcommand=\"sh\" {two}").into_bytes(), 1),
        (b"\0\r\n#\n".to_vec(), 0),
    ] {
        for name in ["a.pub", "b.pub"] {
            std::fs::write(folder.path().join("people").join(name), &saved).expect("it is written");
        }
        in_folder("sh", &["-c", &line]).expect("the shell runs");
        let keys = std::fs::read_to_string(folder.path().join("keys")).expect("the keys");
        assert_eq!(keys.lines().count(), 2 * taken, "{saved:?}: {keys}");
        for key in keys.lines() {
            let bare = key == one || key == two || key.starts_with(&format!("{one}\x0b"));
            assert!(bare, "{saved:?}: {key:?}");
        }
    }
}

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

#[test]
fn all_but_the_block_is_a_comment() {
    for lang in [Lang::En, Lang::Zh] {
        let page = page(lang);
        let said = |line: &&str| !line.is_empty() && !line.starts_with('#');
        let block: Vec<&str> = page.lines().filter(said).collect();
        assert_eq!(block, BLOCK.lines().collect::<Vec<_>>());
        for line in SETUP.lines().chain(REPLACE.lines()).chain(GLOBAL.lines()) {
            assert!(page.contains(line), "{line}");
        }
    }
}
