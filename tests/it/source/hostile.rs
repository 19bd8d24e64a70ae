//! Names, settings and sizes that somebody chose to do harm: nothing of them acts on a terminal, and
//! what is too large is refused before it is read.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

const SMALL: &str = "tests/small/plan.json";

/// A name that would clear the screen, break the line and turn it around.
const NAME: &str = "a\u{1b}[2J\u{9b}\n\u{202e}b";
const CLEAN: &str = "a[2J b";
/// The same where the name may be what is wrong: what cannot be seen is named.
const NAMED: &str = "a<U+001B>[2J<U+009B> <U+202E>b";
/// The words that a search reads in it.
const WORDS: &str = "“2j” or “b”";

fn run(arguments: &[&str], environment: &[(&str, &str)]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_plan"))
        .args(arguments)
        .env_clear()
        .env("HOME", "/nonexistent")
        .envs(environment.iter().copied())
        .stdin(Stdio::null())
        .output()
        .expect("the program starts")
}

/// Everything that a run wrote is clean, and so is the name in it.
#[track_caller]
fn is_clean(arguments: &[&str], environment: &[(&str, &str)]) {
    let output = run(arguments, environment);
    let written = [output.stdout, output.stderr].concat();
    let text = String::from_utf8(written).expect("it is UTF-8");
    let evil = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
    assert!(!text.contains(evil), "{arguments:?}: {text:?}");
    // Markdown has its own marks between.
    let plain = text.replace('\\', "");
    let is_said = [CLEAN, NAMED, WORDS]
        .iter()
        .any(|name| plain.contains(name));
    assert!(is_said, "{arguments:?}: {text:?}");
}

/// A folder with a plan and an overlay of that name.
fn folder() -> (TempDir, String, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let plan = folder.path().join(NAME);
    fs::copy(SMALL, &plan).expect("it can be copied");
    let overlay = folder.path().join(format!("{NAME}.ours"));
    fs::write(&overlay, "{\"format\": 1}").expect("it can be written");
    let text = |path: PathBuf| path.into_os_string().into_string().expect("it is UTF-8");
    (folder, text(plan), text(overlay))
}

#[test]
fn a_name_is_clean_wherever_it_is_said() {
    let (folder, plan, overlay) = folder();
    let below = folder.path().join("none").join(NAME);
    let below = below.to_str().expect("it is UTF-8");
    for arguments in [
        &["check", &plan][..],
        &["check", &overlay],
        &["check", below],
        &["diff", &plan, SMALL, "--format", "markdown"],
        &["config", "--data", &plan, "--overlay", &overlay],
        &["list", "--data", below],
        &["list", "--overlay", &plan],
        &["list", "--config", below],
        &["list", "--log", below],
        &["export", "--out", below],
        &["show", NAME],
        &["who", NAME],
        &["list", NAME],
        &["help", NAME],
        &["search", "5g", "--kind", NAME],
        &["search", "5g", "--body", NAME],
        &["search", "5g", "--theme", NAME],
    ] {
        is_clean(arguments, &[]);
    }
    for variable in ["PLAN_DATA", "PLAN_OVERLAY", "PLAN_CONFIG", "PLAN_THEME"] {
        is_clean(&["list"], &[(variable, NAME)]);
    }
}

#[test]
fn a_configuration_file_is_clean_wherever_it_is_said() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join(NAME);
    let name = file.to_str().expect("it is UTF-8");
    // As a string of TOML holds it.
    let told = r#""a\u001b[2J\u009b\n\u202eb""#;
    for (text, arguments) in [
        (format!("data = {told}"), &["config"][..]),
        (format!("overlays = [{told}]"), &["config"]),
        (format!("[keys]\n{told} = {told}"), &["config"]),
        (format!("data = {told}"), &["list"]),
        (format!("theme = {told}"), &["list"]),
        (format!("{told} = 1"), &["list"]),
        ("\u{1b}[2J = 1".to_owned(), &["list"]),
        ("theme = ".to_owned(), &["list"]),
    ] {
        fs::write(&file, text).expect("it can be written");
        is_clean(&[arguments, &["--config", name]].concat(), &[]);
    }
    fs::write(&file, b"\xff\xfe").expect("it can be written");
    is_clean(&["list", "--config", name], &[]);
}

#[track_caller]
fn refused(arguments: &[&str], line: &str) {
    let output = run(arguments, &[]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!((output.status.code(), said.as_str()), (Some(2), line));
}

/// A file of so many bytes that holds nothing and takes no room.
fn of_size(path: &Path, bytes: u64) {
    let file = fs::File::create(path).expect("it can be made");
    file.set_len(bytes).expect("it can be made longer");
}

#[test]
fn what_is_too_large_is_refused_before_it_is_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name).display().to_string();
    let (large, medium, config) = (at("large.json"), at("medium.json"), at("config.toml"));
    of_size(Path::new(&large), (1 << 30) + 1);
    of_size(Path::new(&medium), (16 << 20) + 1);
    of_size(Path::new(&config), (1 << 20) + 1);
    let larger = |name: &str, limit: &str| {
        format!("plan: {name}: is larger than {limit}; allow more with --max-size\n")
    };
    refused(&["list", "--data", &large], &larger(&large, "1 GB"));
    refused(&["list", "--overlay", &large], &larger(&large, "1 GB"));
    refused(&["check", &large], &larger(&large, "1 GB"));
    refused(&["--data", &large], &larger(&large, "1 GB"));
    // In a kiosk the limit is lower, and no path is shown.
    for option in ["--data", "--overlay"] {
        let arguments = ["--kiosk", option, &medium];
        refused(&arguments, &larger("medium.json", "16 MB"));
    }
    let allowed = run(&["list", "--data", &medium], &[]);
    let said = String::from_utf8_lossy(&allowed.stderr).into_owned();
    assert!(!said.contains("larger"), "{said}");
    // The flag moves both limits.
    let small = fs::metadata(SMALL).expect("it is there").len();
    let exact = small.to_string();
    for more in [&[][..], &["--kiosk"]] {
        let arguments = [&["list", "--max-size", &exact, "--data", SMALL], more].concat();
        assert_eq!(run(&arguments, &[]).status.code(), Some(0));
    }
    let less = (small - 1).to_string();
    let arguments = ["list", "--max-size", &less, "--data", SMALL];
    refused(&arguments, &larger(SMALL, &format!("{less} B")));
    refused(
        &["list", "--max-size", "big"],
        "plan: --max-size cannot be \"big\"; it can be a size such as 500K, 64M, 2G\n",
    );
    refused(
        &["list", "--config", &config],
        &format!("plan: {config}: is larger than 1 MB; name a smaller file\n"),
    );
}

#[test]
fn a_client_of_a_kiosk_says_only_what_its_terminal_and_language_are() {
    let answer = |environment: &[(&str, &str)]| {
        let output = run(&["--kiosk"], environment);
        (output.status.code(), output.stdout)
    };
    // Without a terminal there is nothing to draw on; a dumb one is answered line by line.
    assert_eq!(answer(&[("TERM", "xterm")]).0, Some(2));
    let (status, said) = answer(&[("TERM", "dumb")]);
    assert_eq!(status, Some(0));
    let (_, chinese) = answer(&[("TERM", "dumb"), ("LANG", "zh_CN.UTF-8")]);
    assert_ne!(said, chinese);
    for variable in [
        "PLAN_DATA",
        "PLAN_OVERLAY",
        "PLAN_CONFIG",
        "PLAN_LANG",
        "PLAN_THEME",
        "XDG_CONFIG_HOME",
        "XDG_STATE_HOME",
        "HOME",
    ] {
        let environment = [("TERM", "dumb"), (variable, "/etc/passwd")];
        assert_eq!(answer(&environment), (Some(0), said.clone()), "{variable}");
    }
}
