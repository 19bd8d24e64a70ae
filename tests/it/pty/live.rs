//! Files that change while they are shown. The watch by itself, the state by itself, and the real
//! program while others write: whatever they do, a plan that nobody wrote is never shown.

use std::fs;
use std::io::Write;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use crate::common::{LIMIT, Pty};
use crate::ui::Ui;
use plan::app::{Msg, Options};
use plan::file_watcher::{FileWatcher, Fingerprint};
use plan::model::{Input, Lang, Plan, SHIPPED, diff, load};
use plan::search::Index;
use tempfile::TempDir;

const PLAN: &str = env!("CARGO_BIN_EXE_plan");

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder can be made")
}

fn write<T: AsRef<[u8]>>(path: &Path, text: T) {
    fs::write(path, text).expect("it is written");
}

/// Writes beside the file and renames into place.
fn replace<T: AsRef<[u8]>>(path: &Path, text: T) {
    let beside = path.with_extension("new");
    write(&beside, text);
    fs::rename(&beside, path).expect("it is renamed");
}

// The watch

/// Watches a file and tells what it says; a text without a full stop is wrong.
fn watched_since(path: &Path, before: Fingerprint) -> (FileWatcher, Receiver<String>) {
    let (tell, told) = channel();
    let file = path.to_owned();
    let load = move || {
        let text = fs::read_to_string(&file).unwrap_or_default();
        if text.ends_with('.') {
            Ok(text)
        } else {
            Err(text)
        }
    };
    let show = move |text: Result<String, String>| {
        let _ = tell.send(text.unwrap_or_else(|wrong| wrong));
    };
    let watcher = FileWatcher::start(&[path.to_owned()], before, load, show);
    (watcher.expect("it starts"), told)
}

fn watched(path: &Path) -> (FileWatcher, Receiver<String>) {
    watched_since(path, Fingerprint::of(&[path.to_owned()]))
}

#[track_caller]
fn tells(told: &Receiver<String>, text: &str) {
    let said = told.recv_timeout(LIMIT).expect("something is told");
    assert_eq!(said, text);
}

#[test]
fn every_way_to_replace_a_file_is_seen() {
    let folder = folder();
    let root = folder.path();
    let at = |name: &str| root.join(name);
    fs::create_dir_all(at("v1")).expect("a folder");
    fs::create_dir_all(at("v2")).expect("a folder");
    write(&at("v1/file"), "One.");
    write(&at("v2/file"), "Linked.");
    symlink("v1", at("now")).expect("a link");
    let path = at("now/file");
    let (_watch, told) = watched(&path);
    write(&path, "Two.");
    tells(&told, "Two.");
    replace(&path, "Renamed.");
    tells(&told, "Renamed.");
    write(&path, "Written after it was renamed.");
    tells(&told, "Written after it was renamed.");
    symlink("v2", at("next")).expect("a link");
    fs::rename(at("next"), at("now")).expect("it is renamed");
    tells(&told, "Linked.");
    fs::rename(at("v2"), at("v3")).expect("it is renamed");
    tells(&told, "");
    fs::rename(at("v1"), at("v2")).expect("it is renamed");
    tells(&told, "Written after it was renamed.");
    fs::remove_dir_all(at("v2")).expect("it is removed");
    tells(&told, "");
    fs::create_dir(at("v2")).expect("a folder");
    write(&path, "New.");
    tells(&told, "New.");
    assert_eq!(told.try_recv().ok(), None);
}

#[test]
fn what_is_half_written_is_not_told() {
    let folder = folder();
    let path = folder.path().join("file");
    write(&path, "One.");
    let (_watch, told) = watched(&path);
    let mut file = fs::File::create(&path).expect("it is opened");
    for word in ["A ", "file ", "in ", "pieces"] {
        file.write_all(word.as_bytes()).expect("it is written");
        // Long enough for a watch that does not wait for the end to be wrong.
        std::thread::sleep(Duration::from_millis(100));
    }
    file.write_all(b".").expect("it is written");
    drop(file);
    tells(&told, "A file in pieces.");
    write(&path, "Wrong");
    tells(&told, "Wrong");
    write(&path, "Right.");
    tells(&told, "Right.");
}

#[test]
fn what_changed_before_the_watch_began_is_seen() {
    let folder = folder();
    let path = folder.path().join("file");
    write(&path, "One.");
    let before = Fingerprint::of(std::slice::from_ref(&path));
    write(&path, "Two.");
    let (_watch, told) = watched_since(&path, before);
    tells(&told, "Two.");
}

#[test]
fn nothing_to_watch_needs_no_watch() {
    let load = || Ok::<(), ()>(());
    assert!(FileWatcher::start(&[], Fingerprint::of(&[]), load, |_| ()).is_none());
}

// The state

/// The shipped plan with something of its text replaced.
fn changed(replacements: &[(&str, &str)]) -> String {
    let mut text = include_str!("../../../data/plan.json").to_owned();
    for (from, to) in replacements {
        assert!(text.contains(from), "{from}");
        text = text.replace(from, to);
    }
    text
}

fn loaded(text: &str) -> Plan {
    let name = "plan.json";
    let bytes = text.as_bytes();
    load(Input { name, bytes }, &[]).expect("it loads")
}

impl Ui {
    fn reload(&mut self, plan: Plan) {
        let plan = Arc::new(plan);
        let index = Index::lazy(&plan);
        let changes = diff(self.app.plan(), &plan);
        self.send(Msg::Loaded(plan, index, changes));
    }
}

const OURS: &str = r#"{"format": 1, "responsibilities": [
    {"item": "P3", "body": "miit", "role": "support", "basis": "assigned",
     "confidence": "high", "sources": ["https://ours.example/1"]}]}"#;

fn with_ours() -> Plan {
    crate::ui::with_overlays(&[Input {
        name: "ours.json",
        bytes: OURS.as_bytes(),
    }])
}

#[test]
fn what_changed_is_said_in_one_line_and_listed_by_enter() {
    for (lang, said, title) in [
        (
            Lang::En,
            "P3: 1 responsibility added  (Enter shows all)",
            "What changed",
        ),
        (Lang::Zh, "P3：新增1条责任关系（按 Enter 查看全部）", "变动"),
    ] {
        let mut ui = Ui::in_lang(80, 24, lang);
        ui.reload(with_ours());
        assert!(ui.frame().contains(said), "{}", ui.frame());
        let ui = ui.press("<enter>");
        assert!(ui.frame().contains(title), "{}", ui.frame());
        let ui = ui.press("<enter>").on_node("P3");
        // The next Enter is an Enter again.
        let mut ui = ui.press("<esc>");
        ui.reload(crate::ui::shipped());
        let ui = ui.press("<down>");
        assert!(!ui.press("<enter>").frame().contains(title));
    }
}

#[test]
fn several_changes_are_counted_and_named() {
    let mut ui = Ui::new(120, 40);
    let text = changed(&[
        ("\"id\": \"P17\"", "\"id\": \"P18\""),
        ("\"P17\"", "\"P18\""),
    ]);
    ui.reload(loaded(&text));
    let said = "P18: added; 6 responsibilities added  (+1; Enter shows all)";
    assert!(ui.frame().contains(said), "{}", ui.frame());
    let frame = ui.press("<enter>").frame();
    for line in ["added: ", "removed: "] {
        assert!(frame.contains(line), "{frame}");
    }
}

#[test]
fn the_place_stays_whatever_is_open() {
    for keys in [
        "",
        "5g",
        "digital<down><down>",
        "5g<enter>",
        "miit<enter>jjj",
        "<esc><ctrl-right*3><down*2><enter>",
        "<esc><ctrl-right*5><down*3><enter><space>w",
        "<esc><space>i",
        "<esc><space>d",
        "<esc><space>m",
        "<esc><space>m<down*2><right*2>",
        "<esc><space>'",
        "?",
        "<esc><space>/P1",
    ] {
        let options = Options {
            bookmarks: vec!["P1".into(), "miit".into()],
            ..Options::default()
        };
        let mut ui = Ui::with(80, 24, options).press(keys);
        let before = ui.frame();
        ui.reload(crate::ui::shipped());
        assert_eq!(ui.frame(), before, "{keys}");
        // The way back is still there too.
        let (frames, mut back) = ([ui.frame()], ui);
        for _ in 0..3 {
            back = back.press("<esc>");
        }
        back = back.press("<backspace>");
        assert!(frames[0] == before && back.app.check().is_ok());
    }
}

#[test]
fn what_is_gone_is_left_out() {
    let mut ui = Ui::new(80, 24)
        .press("<esc><space>/P17<enter>")
        .on_node("P17");
    let text = changed(&[
        ("\"id\": \"P17\"", "\"id\": \"P18\""),
        ("\"P17\"", "\"P18\""),
    ]);
    ui.reload(loaded(&text));
    assert!(ui.app.node().is_some());
    let small = fs::read_to_string("tests/small/plan.json").expect("it is there");
    for keys in [
        "",
        "<esc><space>m<down*2><right*2>",
        "5g<enter><space>w",
        "<esc><ctrl-right*4><down*2>",
        "<esc><space>i",
    ] {
        let mut ui = Ui::new(80, 24).press(keys);
        ui.reload(loaded(&small));
        ui.reload(crate::ui::shipped());
        ui.press("<backspace*2><esc*2><down*2>");
    }
}

// The program

/// A file of the plan, and the program on it.
struct Live {
    folder: TempDir,
}

impl Live {
    fn new() -> Live {
        let live = Live { folder: folder() };
        write(&live.file(), SHIPPED);
        live
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("plan.json")
    }

    fn start(&self, more: &[&str]) -> Pty {
        let file = self.file();
        let mut arguments = vec!["--data", file.to_str().expect("it is UTF-8")];
        arguments.extend_from_slice(more);
        let mut pty = Pty::start(PLAN, &arguments);
        pty.shows("P1 ");
        pty
    }
}

/// The shipped plan in which P1 has another name.
fn named(name: &str) -> String {
    changed(&[(
        "\"5G Innovative Applications Project\"",
        &format!("\"{name}\""),
    )])
}

#[test]
fn a_new_file_is_shown_and_the_place_kept() {
    let live = Live::new();
    let mut pty = live.start(&[]);
    pty.send("5g\r");
    pty.shows("5G Innovative Applications Project");
    replace(&live.file(), named("A Project of Another Name"));
    pty.shows("A Project of Another Name");
    pty.shows("P1: changed: name");
    pty.send("\r");
    pty.shows("What changed");
    pty.send("\x1b");
    write(&live.file(), named("A Project Written in Place"));
    pty.shows("A Project Written in Place");
    // A broken file is told, and what is shown stays.
    write(&live.file(), "{\"format\": 1, oops");
    pty.shows("Not reloaded");
    pty.send("\x1b[B\x1b[A");
    pty.hides("Not reloaded");
    pty.shows("A Project Written in Place");
    fs::remove_file(live.file()).expect("it is removed");
    pty.shows("Not reloaded");
    write(&live.file(), named("A Project That Came Back"));
    pty.shows("A Project That Came Back");
    pty.send(" r");
    pty.shows("nothing changed");
    pty.send(" q");
    assert_eq!(pty.ends(), 0);
}

#[test]
fn an_overlay_is_watched_too_and_in_a_kiosk() {
    let live = Live::new();
    let ours = live.folder.path().join("ours.json");
    write(&ours, "{\"format\": 1}");
    let overlay = ours.to_str().expect("it is UTF-8");
    let mut pty = live.start(&["--kiosk", "--overlay", overlay]);
    write(&ours, OURS);
    pty.shows("P3: 1 responsibility added");
    // No path of the host is shown.
    write(&ours, "[");
    pty.shows("Not reloaded");
    let shown = live.folder.path().to_str().expect("it is UTF-8");
    let text = pty.text();
    assert!(
        text.contains("ours.json") && !text.contains(shown),
        "{text}"
    );
    pty.send("\x03");
    pty.ends();
}

/// A sheet as an overlay: what the office saves in its spreadsheet is shown, as text and as a workbook, and
/// what cannot be read is told with its cell.
#[test]
fn a_sheet_is_watched_too() {
    let live = Live::new();
    for name in ["ours.csv", "ours.xlsx"] {
        let ours = live.folder.path().join(name);
        let save = |rows: &[[&str; 3]]| {
            let path = ours.display().to_string();
            if name.ends_with("csv") {
                let lines = rows.iter().map(|row| row.join(",") + "\n");
                replace(&ours, lines.collect::<String>());
                return;
            }
            let mut book = rust_xlsxwriter::Workbook::new();
            let sheet = book.add_worksheet();
            for (at, row) in (0..).zip(rows) {
                sheet.write_row(at, 0, *row).expect("it fits");
            }
            book.save(format!("{path}.new")).expect("a file");
            fs::rename(format!("{path}.new"), &ours).expect("it is replaced");
        };
        let head = ["Item", "Lead", "Unit"];
        save(&[head, ["P1", "MIIT", "Section One"]]);
        let mut pty = live.start(&["--fresh", "--overlay", &ours.display().to_string(), "P1"]);
        pty.shows("Section One");
        save(&[head, ["P1", "MIIT", "Section Two"]]);
        pty.shows("Section Two");
        save(&[head, ["P1", "Pirates", "Section Two"]]);
        pty.shows("left out: no organisation is called");
        pty.shows("“Pirates”");
        pty.shows("Lead: Pirates");
        save(&[head, ["P1", "MIIT", "Section Three"]]);
        pty.shows("Section Three");
        pty.send("\x03");
        pty.ends();
    }
}

/// A change of an overlay is told in one line and listed by Enter, in both languages; one that is
/// half written is told with all that is wrong, and changes nothing.
#[test]
fn what_an_overlay_changes_is_told_and_listed() {
    for (lang, said, title, listed, stays, what_to_do, again) in [
        (
            "en",
            "P3: 1 responsibility added  (Enter shows all)",
            "What changed",
            "1 responsibility added (miit)",
            "previous data: ours.json:",
            "the text ends too early; complete it",
            "nothing changed",
        ),
        (
            "zh",
            "P3：新增1条责任关系（按 Enter 查看全部）",
            "变动",
            "新增1条责任关系（miit）",
            "原有数据：ours.json:",
            "文本不完整；请补全",
            "没有变动",
        ),
    ] {
        let live = Live::new();
        let ours = live.folder.path().join("ours.json");
        write(&ours, "{\"format\": 1}");
        let overlay = ours.to_str().expect("it is UTF-8");
        let mut pty = live.start(&["--kiosk", "--lang", lang, "--overlay", overlay]);
        write(&ours, OURS);
        pty.shows(said);
        pty.send("\r");
        pty.shows(title);
        pty.shows("> P3");
        pty.shows(listed);
        pty.send("\r");
        pty.shows("P3  ");
        write(&ours, &OURS[..OURS.len() / 2]);
        pty.until("tells all of what is wrong", |pty| {
            let text: String = pty.text().split_whitespace().collect();
            let all = [stays, what_to_do].map(|part| part.replace(' ', ""));
            all.iter().all(|part| text.contains(part))
        });
        // What the last whole file said is still there, and is not new when it is whole again.
        write(&ours, OURS);
        pty.shows(again);
        pty.send(" q");
        assert_eq!(pty.ends(), 0);
    }
}

/// Every name that P1 was given; another one would be a mixture.
fn is_whole(text: &str) -> bool {
    let marked = |line: &str| line.find("Version ").map(|at| line[at..].to_owned());
    text.lines().filter_map(marked).all(|found| {
        let words: Vec<&str> = found.split_whitespace().collect();
        matches!(words[..], ["Version", n, "of", m, ..] if n == m)
    })
}

#[test]
fn however_it_is_written_only_whole_plans_are_shown() {
    const TIMES: usize = 1000;
    for writer in [write::<String>, replace::<String>] {
        let live = Live::new();
        let mut sessions: Vec<Pty> = (0..20).map(|_| live.start(&["P1"])).collect();
        let texts: Vec<String> = (0..10)
            .map(|number| named(&format!("Version {number} of {number}")))
            .collect();
        for number in 0..TIMES {
            writer(&live.file(), texts[number % 10].clone());
            for pty in &mut sessions {
                pty.read(Duration::ZERO);
                assert!(is_whole(&pty.text()), "{}", pty.text());
                assert!(!pty.text().contains("Not reloaded"), "{}", pty.text());
            }
        }
        writer(&live.file(), named("Version 99 of 99"));
        for pty in &mut sessions {
            pty.shows("Version 99 of 99");
            pty.send(" q");
            assert_eq!(pty.ends(), 0);
        }
    }
}

#[test]
fn nothing_wakes_while_nothing_changes() {
    let live = Live::new();
    let mut pty = live.start(&[]);
    let mut rests = || {
        pty.until("comes to rest", |pty| {
            let before = pty.wakes();
            // Longer than anything that looks at files now and then would sleep.
            std::thread::sleep(Duration::from_secs(3));
            pty.wakes() == before
        });
    };
    // What the start still has to do, then a file beside ours.
    rests();
    write(&live.folder.path().join("another.json"), "not ours");
    rests();
    pty.send("\x1b q");
    pty.ends();
}
