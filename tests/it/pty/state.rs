//! What comes back at the next start: nothing is lost when two write at once, nothing is broken,
//! nothing is ever in the way. The file itself, and the real program in a pseudo-terminal.

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::time::Duration;

use crate::common::{Bond, Pty};
use plan::app::{Memo, SessionState};
use plan::model::Lang;
use plan::state::{Change, PLANS, StateError, StateWriter, Store};
use rustix::process::{Signal, kill_process_group};
use tempfile::TempDir;

const PLAN: &str = env!("CARGO_BIN_EXE_plan");
/// How often each of two processes writes.
const TIMES: usize = 1000;
/// Names the folder to a process that this test starts: itself, to write.
const FOLDER: &str = "PLAN_TEST_FOLDER";
const WRITER: &str = "PLAN_TEST_WRITER";

/// A folder in memory, if there is one: thousands of writes, each with the disk's word, take long.
fn folder() -> TempDir {
    tempfile::tempdir_in("/dev/shm")
        .or_else(|_| tempfile::tempdir())
        .expect("a folder can be made")
}

fn marked(id: impl Into<String>) -> Change {
    Change::Memo(Memo::Marked(id.into()))
}

fn bookmarks(store: &Store) -> Vec<String> {
    let recalled = store.recall("p");
    assert!(recalled.error.is_none(), "{:?}", recalled.error);
    recalled.memory.bookmarks
}

/// Not a test of its own: the process that `two_processes_lose_nothing` starts. Half of what it
/// marks it unmarks again.
#[test]
fn a_writer() {
    let (Ok(folder), Ok(name)) = (std::env::var(FOLDER), std::env::var(WRITER)) else {
        return;
    };
    let store = Store::at(PathBuf::from(folder));
    for number in 0..TIMES / 2 {
        let query = Change::Memo(Memo::Asked(format!("{name} {number}")));
        let mark = marked(format!("{name}-{number}"));
        store.change("p", &[mark]).expect("it is written");
        let change = if number % 2 == 0 {
            Change::Memo(Memo::Unmarked(format!("{name}-{number}")))
        } else {
            query
        };
        store.change("p", &[change]).expect("it is written");
    }
}

fn writer(folder: &Path, name: &str) -> Child {
    let own = std::env::current_exe().expect("a test knows where it is");
    Command::new(own)
        .args(["--exact", "pty::state::a_writer"])
        .env(FOLDER, folder)
        .env(WRITER, name)
        .stdout(std::process::Stdio::null())
        .spawn()
        .expect("it starts")
}

#[test]
fn two_processes_lose_nothing() {
    let folder = folder();
    let store = Store::at(folder.path().join("plan"));
    let mut writers = ["a", "b"].map(|name| writer(&folder.path().join("plan"), name));
    let mut reads = 0;
    // Whoever reads meanwhile never sees half a file.
    while writers
        .iter_mut()
        .any(|one| one.try_wait().expect("it is ours").is_none())
    {
        let recalled = store.recall("p");
        assert!(recalled.error.is_none(), "{:?}", recalled.error);
        reads += 1;
    }
    for writer in &mut writers {
        assert!(writer.wait().expect("it is ours").success());
    }
    assert!(reads > 100, "only {reads} reads");
    let expected: BTreeSet<String> = ["a", "b"]
        .iter()
        .flat_map(|name| (0..TIMES / 2).map(move |number| (name, number)))
        .filter(|(_, number)| number % 2 == 1)
        .map(|(name, number)| format!("{name}-{number}"))
        .collect();
    let found: BTreeSet<String> = bookmarks(&store).into_iter().collect();
    assert_eq!(found, expected);
    let queries = store.recall("p").memory.queries;
    assert_eq!(queries.len(), plan::state::QUERIES);
    let left: Vec<_> = fs::read_dir(folder.path().join("plan"))
        .expect("it is there")
        .map(|entry| entry.expect("it can be read").file_name())
        .collect();
    assert_eq!(left.len(), 2, "only the file and its lock: {left:?}");
}

#[test]
fn threads_with_a_writer_each_lose_nothing() {
    let folder = folder();
    let at = folder.path().join("plan");
    std::thread::scope(|scope| {
        for name in ["a", "b", "c"] {
            let at = at.clone();
            scope.spawn(move || {
                let writer =
                    StateWriter::new(Store::at(at), "p", false, |error| panic!("{error:?}"));
                for number in 0..200 {
                    writer.keep(marked(format!("{name}{number}")));
                }
                writer.keep_at_end(vec![Change::Lang(Lang::Zh)]);
                assert!(writer.finish(crate::common::LIMIT).is_none());
            });
        }
    });
    let store = Store::at(at);
    assert_eq!(bookmarks(&store).len(), 600);
    assert_eq!(store.recall("p").memory.lang, Some(Lang::Zh));
}

#[test]
fn only_the_owner_reads_it() {
    let folder = folder();
    let store = Store::at(folder.path().join("state/plan"));
    store.change("p", &[marked("P1")]).expect("it is written");
    let mode = |path: &Path| {
        fs::metadata(path)
            .expect("it is there")
            .permissions()
            .mode()
            & 0o777
    };
    assert_eq!(mode(&store.file()), 0o600);
    assert_eq!(mode(&folder.path().join("state/plan")), 0o700);
}

#[test]
fn a_broken_file_is_set_aside_and_never_written_over() {
    for broken in [
        "",
        "{",
        "[]",
        "{\"format\": \"x\"}",
        "{\"format\": 1, \"plans\": 7}",
        "\u{0}\u{0}",
    ] {
        for read_first in [true, false] {
            let folder = folder();
            let store = Store::at(folder.path().to_owned());
            fs::write(store.file(), broken).expect("it is written");
            let error = if read_first {
                store.recall("p").error
            } else {
                store.change("p", &[marked("P1")]).expect("it is written")
            };
            let Some(StateError::SetAside(aside)) = error else {
                panic!("{broken:?}: {error:?}");
            };
            assert_eq!(fs::read_to_string(aside).expect("it is there"), broken);
            store.change("p", &[marked("P2")]).expect("it is written");
            assert!(bookmarks(&store).contains(&"P2".to_owned()));
        }
    }
}

#[test]
fn broken_files_do_not_pile_up_and_are_not_lost() {
    let folder = folder();
    let store = Store::at(folder.path().to_owned());
    for number in 0..20 {
        fs::write(store.file(), format!("broken {number}")).expect("it is written");
        let error = store.recall("p").error;
        match number {
            0..10 => assert!(matches!(error, Some(StateError::SetAside(_)))),
            _ => assert!(matches!(error, Some(StateError::Broken(_)))),
        }
    }
    assert!(store.change("p", &[marked("P1")]).is_err());
    let text = fs::read_to_string(store.file()).expect("it is there");
    assert_eq!(text, "broken 19");
    let first = fs::read_to_string(folder.path().join("state.broken-1.json"));
    assert_eq!(first.expect("it is there"), "broken 0");
}

#[test]
fn what_a_newer_version_wrote_is_left_alone() {
    let folder = folder();
    let store = Store::at(folder.path().to_owned());
    let text = "{\"format\": 2, \"plans\": [\"in another shape\"]}";
    fs::write(store.file(), text).expect("it is written");
    assert!(matches!(
        store.recall("p").error,
        Some(StateError::Newer(_))
    ));
    assert!(matches!(
        store.change("p", &[marked("P1")]),
        Err(StateError::Newer(_))
    ));
    assert_eq!(fs::read_to_string(store.file()).expect("it is there"), text);
}

#[test]
fn what_stands_in_the_way_is_told() {
    let folder = folder();
    let in_the_way = folder.path().join("file");
    fs::write(&in_the_way, "").expect("it is written");
    // Not even root makes folders in the last one.
    for at in [in_the_way, PathBuf::from("/proc/plan")] {
        let store = Store::at(at.clone());
        let error = store.change("p", &[marked("P1")]).expect_err("it cannot");
        for lang in [Lang::En, Lang::Zh] {
            let line = error.render(lang);
            assert!(line.contains(at.to_str().expect("it is UTF-8")), "{line}");
            assert!(!line.contains("os error") && !line.contains('\n'), "{line}");
        }
    }
    let store = Store::at(folder.path().join("none"));
    let recalled = store.recall("p");
    assert!(recalled.first && recalled.error.is_none());
    assert!(
        !folder.path().join("none").exists(),
        "reading makes nothing"
    );
}

#[test]
fn a_writer_tries_again_and_reports_once() {
    let folder = folder();
    let at = folder.path().join("plan");
    fs::write(&at, "in the way").expect("it is written");
    let (said, told) = std::sync::mpsc::channel();
    let writer = StateWriter::new(Store::at(at.clone()), "p", false, move |error| {
        said.send(error.render(Lang::En)).expect("somebody hears");
    });
    writer.keep(marked("P1"));
    told.recv_timeout(crate::common::LIMIT).expect("it is told");
    fs::remove_file(&at).expect("it was there");
    writer.keep(marked("P2"));
    assert!(writer.finish(crate::common::LIMIT).is_none());
    assert_eq!(bookmarks(&Store::at(at)), ["P1", "P2"]);
    assert!(told.try_recv().is_err(), "it was told twice");
}

#[test]
fn another_plan_has_its_own() {
    let folder = folder();
    let store = Store::at(folder.path().to_owned());
    let place = SessionState {
        row: Some("P3".into()),
        ..SessionState::default()
    };
    let changes = [marked("P1"), Change::Place(place.clone())];
    store.change("p", &changes).expect("it is written");
    store.change("q", &[marked("X")]).expect("it is written");
    let (p, q) = (store.recall("p").memory, store.recall("q").memory);
    assert_eq!((p.bookmarks, p.place), (vec!["P1".into()], Some(place)));
    assert_eq!((q.bookmarks, q.place), (vec!["X".into()], None));
}

/// The program in a pseudo-terminal, with its state in a folder of ours.
struct Home(TempDir);

impl Home {
    fn new() -> Home {
        Home(folder())
    }

    fn store(&self) -> Store {
        Store::at(self.0.path().join("plan"))
    }

    fn start(&self, arguments: &[&str]) -> Pty {
        let home = self.0.path().to_str().expect("it is UTF-8");
        let environment = [("XDG_STATE_HOME", Some(home)), ("HOME", Some(home))];
        let mut pty = Pty::start_as(Bond::Controlling, (80, 24), PLAN, arguments, &environment);
        pty.until("takes the terminal", |pty| !pty.text().trim().is_empty());
        pty
    }
}

/// Leaves the prompt, and the program.
fn quit(pty: &mut Pty) {
    pty.send("\x1b");
    pty.send(" q");
    assert_eq!(pty.ends(), 0);
}

#[test]
fn bookmarks_and_queries_come_back_in_every_way_out() {
    for end in ["q", "signal", "line"] {
        let home = Home::new();
        let mut pty = home.start(&[]);
        pty.send("5g");
        pty.shows("5G");
        pty.send("\r");
        pty.send(" b");
        pty.shows("Bookmarked");
        match end {
            "q" => pty.send(" q"),
            "signal" => pty.signal(Signal::TERM),
            _ => pty.hang_up(),
        }
        pty.ends();
        let mut pty = home.start(&[]);
        pty.send("\x12");
        pty.shows("> 5g");
        pty.send("\x15\x1b");
        pty.send(" '");
        pty.shows("Bookmarks");
        pty.shows("P1 ");
        pty.send("\x1b");
        quit(&mut pty);
    }
}

#[test]
fn the_place_comes_back_and_is_not_in_the_way() {
    for signal in [None, Some(Signal::HUP), Some(Signal::TERM)] {
        let home = Home::new();
        let mut pty = home.start(&[]);
        pty.shows("Press any key to close this hint");
        pty.send("\x1b");
        pty.hides("Press any key to close this hint");
        // The second tab, its third row, who answers for it.
        pty.send("\x1b[1;5C\x1b[1;5C");
        pty.send("\x1b[B\x1b[B");
        pty.shows("P3  Project");
        pty.send(" w");
        // The whole frame: a page that is half drawn is not the one that comes back.
        pty.until("shows the evidence", |pty| {
            pty.text().contains("Role     Organisation") && pty.bytes.ends_with(b"\x1b[?2026l")
        });
        let page = right(&pty);
        match signal {
            None => pty.send(" q"),
            Some(signal) => pty.signal(signal),
        }
        pty.ends_within(Duration::from_secs(1));
        let mut pty = home.start(&[]);
        // It comes back beside the list: the table of evidence as paragraphs.
        pty.until("shows the evidence again", |pty| {
            right(pty).iter().any(|row| row.contains("leads, "))
        });
        assert!(!pty.text().contains("Press any key to close this hint"));
        // The prompt has the keys, and is empty.
        pty.send("miit");
        pty.shows("> miit");
        pty.send("\x15");
        quit(&mut pty);
        // Somebody who wants to begin at the beginning can.
        let mut pty = home.start(&["--fresh"]);
        pty.shows("PLAN");
        assert_ne!(right(&pty), page);
        quit(&mut pty);
    }
}

/// The right half of the screen, where the page is, without head and foot.
fn right(pty: &Pty) -> Vec<String> {
    let rows = pty.screen().rows(34, 46);
    rows.skip(4)
        .take(18)
        .map(|row| row.trim_end().to_owned())
        .collect()
}

/// Two of one person's sessions: what each did is there afterwards, whichever ended last; the place
/// is where the last one was.
#[test]
fn two_sessions_at_once_lose_nothing() {
    let home = Home::new();
    let mut one = home.start(&[]);
    let mut other = home.start(&[]);
    for (pty, query, id) in [
        (&mut one, "5g", "P1  Project"),
        (&mut other, "digital villages", "A7  Action"),
    ] {
        pty.send(query);
        pty.shows(id);
        pty.send("\r");
        pty.shows("Backspace back");
        pty.send(" b");
        pty.shows("Bookmarked");
    }
    // Only the first chooses a language; the other, which ends later, has no say in it.
    one.send("\x1bOQ");
    one.shows("全部");
    one.send(" q");
    assert_eq!(one.ends(), 0);
    other.send(" w");
    other.shows("source: ");
    other.send(" q");
    assert_eq!(other.ends(), 0);
    let mut next = home.start(&[]);
    next.shows("全部");
    next.shows("A7  ");
    next.send("\x12");
    next.shows("> digital villages");
    next.send("\x12");
    next.shows("> 5g");
    next.send("\x15\x1b");
    next.shows("Space 命令");
    next.send(" '");
    next.shows("书签");
    next.shows("P1  5G创新应用工程");
    next.shows("A7  数字乡村发展行动");
    next.send("\x1b");
    quit(&mut next);
}

/// A lock that another program holds: nothing waits for it, what is not kept is said once, on the screen or
/// behind it, and is written as soon as that can be.
#[test]
fn a_lock_in_other_hands_loses_no_bookmark_without_a_word() {
    const SAID: &str = "lock: in use";
    for (is_seen, is_released) in [(true, true), (true, false), (false, false)] {
        let home = Home::new();
        let at = home.0.path().join("plan");
        fs::create_dir(&at).expect("a folder");
        let lock = fs::File::create(at.join("lock")).expect("a lock");
        lock.lock().expect("it is ours");
        let mut pty = home.start(&[]);
        pty.send("5g");
        pty.shows("P1  Project");
        pty.send("\r");
        pty.shows("Backspace back");
        pty.send(" b");
        if is_seen {
            pty.shows(SAID);
        }
        if is_released {
            lock.unlock().expect("it is free");
        }
        pty.send(" q");
        assert_eq!(pty.ends(), 0);
        let text = String::from_utf8_lossy(&pty.bytes).into_owned();
        let after = text.rsplit("\x1b[?1049l").next().unwrap_or_default();
        assert_eq!(after.contains(SAID), !is_seen, "{after:?}");
        drop(lock);
        let kept = home.store().recall("PLAN").memory.bookmarks;
        assert_eq!(kept.len(), usize::from(is_released), "{kept:?}");
    }
}

/// Rows that were folded are folded again.
#[test]
fn folds_come_back() {
    let home = Home::new();
    let mut pty = home.start(&[]);
    pty.send("\x1b");
    pty.shows("Space menu");
    pty.send("\x1b[B");
    pty.shows("F1  Focus area");
    pty.send("\x1b[D");
    pty.shows("▸F1");
    pty.hides("P1 ");
    quit(&mut pty);
    let mut pty = home.start(&[]);
    pty.shows("▸F1");
    assert!(!pty.text().contains("P1 "), "{}", pty.text());
    quit(&mut pty);
    let mut pty = home.start(&["--fresh"]);
    pty.shows("▾F1");
    pty.shows("P1 ");
    quit(&mut pty);
}

#[test]
fn the_language_that_was_chosen_comes_back_unless_another_is_asked_for() {
    let home = Home::new();
    let mut pty = home.start(&[]);
    pty.send("\x1bOQ");
    pty.shows("全部");
    quit(&mut pty);
    let mut pty = home.start(&[]);
    pty.shows("全部");
    quit(&mut pty);
    let mut pty = home.start(&["--lang", "en"]);
    pty.shows("All");
    quit(&mut pty);
    let mut pty = home.start(&["--fresh"]);
    pty.shows("All");
    quit(&mut pty);
}

#[test]
fn a_kiosk_keeps_nothing() {
    let home = Home::new();
    let mut pty = home.start(&["--kiosk"]);
    pty.send("5g\r");
    pty.send(" b");
    pty.shows("Bookmarked");
    pty.send(" q");
    assert_eq!(pty.ends(), 0);
    let left = fs::read_dir(home.0.path()).expect("it is there").count();
    assert_eq!(left, 0, "a kiosk wrote something");
    home.store()
        .change("14FYP-INFORMATIZATION", &[Change::Lang(Lang::Zh)])
        .expect("it is written");
    let mut pty = home.start(&["--kiosk"]);
    pty.shows("All");
    pty.send("\x1b q");
    pty.ends();
}

#[test]
fn without_a_home_the_reason_is_said() {
    for home in ["", "relative"] {
        let environment = [("XDG_STATE_HOME", Some(home)), ("HOME", Some(home))];
        let mut pty = Pty::start_as(Bond::Controlling, (80, 24), PLAN, &[], &environment);
        pty.until("takes the terminal", |pty| !pty.text().trim().is_empty());
        pty.send("5g\r");
        pty.send(" b");
        pty.shows("HOME is not a full path");
        pty.send(" q");
        assert_eq!(pty.ends(), 0);
    }
}

#[test]
fn a_folder_that_cannot_be_used_is_only_a_note() {
    let home = Home::new();
    fs::write(home.0.path().join("plan"), "in the way").expect("it is written");
    let mut pty = home.start(&[]);
    pty.shows("cannot be saved");
    // It goes on, and does not say it again.
    pty.send("5g\r");
    pty.send(" b");
    pty.shows("Bookmarked for this session only: nothing can be saved");
    pty.send(" b");
    pty.shows("Bookmark removed for this session only");
    pty.send(" q");
    assert_eq!(pty.ends(), 0);

    let home = Home::new();
    let store = home.store();
    fs::create_dir(home.0.path().join("plan")).expect("a folder");
    fs::write(store.file(), "broken").expect("it is written");
    let mut pty = home.start(&[]);
    pty.shows("the file was moved to");
    quit(&mut pty);
    assert!(store.recall("p").error.is_none());
}

/// Whatever lies in the folder: nothing waits, nothing is replaced that is a link.
#[test]
fn a_pipe_for_a_lock_holds_nothing_up_and_a_link_stays_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let made = std::process::Command::new("mkfifo")
        .arg(folder.path().join("lock"))
        .status();
    assert!(made.expect("mkfifo runs").success());
    let store = Store::at(folder.path().to_owned());
    let asked = [Change::Memo(Memo::Asked("5g".to_owned()))];
    let error = store.change("A", &asked).expect_err("no lock, no change");
    assert!(error.render(Lang::En).contains("not a file"));

    let folder = tempfile::tempdir().expect("a folder");
    let real = folder.path().join("real.json");
    let store = Store::at(folder.path().to_owned());
    std::os::unix::fs::symlink("real.json", store.file()).expect("a link");
    for _ in 0..2 {
        assert!(store.change("A", &asked).expect("it is written").is_none());
        assert!(store.file().is_symlink() && real.is_file());
    }
    assert_eq!(store.recall("A").memory.queries, ["5g"]);

    // A link to a folder is set aside, never the folder.
    let folder = tempfile::tempdir().expect("a folder");
    let other = folder.path().join("documents");
    fs::create_dir(&other).expect("a folder");
    let store = Store::at(folder.path().to_owned());
    std::os::unix::fs::symlink("documents", store.file()).expect("a link");
    assert!(store.change("A", &asked).expect("it is written").is_some());
    assert!(other.is_dir() && store.file().is_file());
}

/// Whatever is in the way, and wherever it is found: a bookmark says that it does not last.
#[test]
fn what_cannot_be_saved_is_for_this_session_only() {
    for in_the_way in ["a fifo", "a loop", "a lock", "a file", "/dev/full"] {
        let home = Home::new();
        let plan = home.0.path().join("plan");
        if in_the_way == "a file" {
            fs::write(&plan, "in the way").expect("it is written");
        } else {
            fs::create_dir(&plan).expect("a folder");
        }
        let (state, lock) = (plan.join("state.json"), plan.join("lock"));
        let link = |to: &str| std::os::unix::fs::symlink(to, &state).expect("a link");
        match in_the_way {
            "a fifo" => {
                let made = Command::new("mkfifo").arg(&state).status();
                assert!(made.expect("mkfifo runs").success());
            }
            "a loop" => link("state.json"),
            "/dev/full" => link("/dev/full"),
            "a lock" => fs::create_dir(lock).expect("a folder"),
            _ => {}
        }
        let mut pty = home.start(&["P1"]);
        // Said at the start, or where the first change fails.
        if in_the_way == "a lock" {
            pty.shows("Support");
            pty.send(" b");
            pty.shows("cannot be saved");
            pty.send(" b");
            pty.shows("Bookmark removed for this session only");
        } else {
            pty.shows("cannot be saved");
        }
        pty.send(" b");
        pty.shows("Bookmarked for this session only");
        pty.send(" q");
        assert_eq!(pty.ends(), 0);
        // Plain mode too.
        let typed = home.0.path().join("typed");
        fs::write(&typed, "P1\n:b\n:b\n:b\n").expect("it is written");
        let done = Command::new(PLAN)
            .args(["--plain", "--lang", "en"])
            .env("XDG_STATE_HOME", home.0.path())
            .stdin(fs::File::open(&typed).expect("it is there"))
            .output()
            .expect("it runs");
        let done = String::from_utf8_lossy(&done.stdout);
        assert!(done.contains("cannot be saved"), "{in_the_way}: {done}");
        assert!(
            done.contains("Bookmarked for this session only"),
            "{in_the_way}: {done}"
        );
    }
}

/// A device or a pipe was put there on purpose: it is said, and neither moved nor replaced.
#[test]
fn what_is_no_file_is_left_alone() {
    for device in ["/dev/null", "/dev/full", "fifo"] {
        let folder = folder();
        let made = std::process::Command::new("mkfifo")
            .arg(folder.path().join("fifo"))
            .status();
        assert!(made.expect("mkfifo runs").success());
        let store = Store::at(folder.path().to_owned());
        std::os::unix::fs::symlink(device, store.file()).expect("a link");
        let error = store.recall("p").error.expect("it is said");
        assert!(error.render(Lang::En).ends_with("not a file"), "{device}");
        let error = store.change("p", &[marked("P1")]).expect_err("no file");
        assert!(error.render(Lang::En).ends_with("not a file"), "{device}");
        let link = fs::read_link(store.file()).expect("it is still a link");
        assert_eq!(link, Path::new(device));
        assert!(!folder.path().join("state.broken-1.json").exists());
    }
}

/// Of many plans those go that were not used for the longest time, whatever the clock says meanwhile:
/// never the one that is in use.
#[test]
fn a_clock_that_is_set_back_takes_nothing_of_the_plan_in_use() {
    let folder = folder();
    let store = Store::at(folder.path().to_owned());
    // A hundred plans of a time to come, as far as this clock knows.
    let plans =
        (0..PLANS).map(|at| format!(r#""later {at}": {{"used": 99999999999, "queries": ["q"]}}"#));
    let plans = plans.collect::<Vec<_>>().join(",");
    let text = format!(r#"{{"format": 1, "plans": {{{plans}}}}}"#);
    fs::write(store.file(), text).expect("it is written");
    let held = || {
        let later = (0..PLANS).filter(|at| {
            !store
                .recall(&format!("later {at}"))
                .memory
                .queries
                .is_empty()
        });
        later.count()
    };
    assert_eq!(held(), PLANS);
    store.change("p", &[marked("P1")]).expect("it is written");
    assert_eq!(
        (bookmarks(&store), held()),
        (vec!["P1".to_owned()], PLANS - 1)
    );
    // The next plan takes the place of one of those, not of this one.
    store
        .change("another", &[marked("P2")])
        .expect("it is written");
    assert_eq!(
        (bookmarks(&store), held()),
        (vec!["P1".to_owned()], PLANS - 2)
    );
}

/// With a full disk the session goes on, says so, and leaves what was there. That it is said once
/// holds `a_writer_tries_again_and_reports_once`.
#[test]
fn a_full_disk_is_told_on_the_screen() {
    let home = Home::new();
    let at = home.0.path().display();
    // A disk of its own, in a namespace of its own; it is filled once something is kept on it.
    let line = format!(
        "trap : TERM; mount -t tmpfs -o size=64k plan {at} && mkdir {at}/plan && \
         printf '{{\"format\": 1, \"theme\": \"dark\"}}\\n' > {at}/plan/state.json && \
         ! head -c 1M /dev/zero > {at}/fill 2> /dev/null || exit 9; \
         {PLAN} --fresh; cat {at}/plan/state.json; ls {at}/plan"
    );
    let own = ["--user", "--map-root-user", "--mount"];
    let can = Command::new("unshare")
        .args(own)
        .args(["sh", "-c", "mount -t tmpfs plan /mnt"])
        .output();
    if !can.is_ok_and(|done| done.status.success()) {
        eprintln!("not tried: no disk can be mounted here");
        return;
    }
    let arguments = [&own[..], &["sh", "-c", &line]].concat();
    let state = [("XDG_STATE_HOME", home.0.path().to_str())];
    let mut pty = Pty::start_as(Bond::Controlling, (80, 24), "unshare", &arguments, &state);
    pty.shows("> Type a name");
    pty.send("5g");
    pty.shows("P1  Project");
    pty.send("\r");
    pty.shows("space left");
    // The shell that started it goes on.
    kill_process_group(pty.foreground(), Signal::TERM).expect("it is ours");
    pty.shows("\"theme\": \"dark\"");
    pty.ends();
    let left = pty.text();
    assert!(
        left.contains("state.json") && !left.contains(".tmp"),
        "{left}"
    );
}

#[test]
fn no_more_is_written_than_is_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Store::at(folder.path().to_owned());
    let long = |at: usize| format!("{at}{}", "数".repeat(990));
    for plan in ["A", "B", "C", "D", "E", "F", "G"] {
        let marks = (0..1000).map(|at| Change::Memo(Memo::Marked(long(at))));
        store
            .change(plan, &marks.collect::<Vec<_>>())
            .expect("it is written");
        let length = std::fs::metadata(store.file()).expect("a file").len();
        assert!(length <= 16 << 20, "{length}");
        let recalled = store.recall(plan);
        assert!(recalled.error.is_none());
        assert_eq!(recalled.memory.bookmarks.len(), 1000, "{plan}");
    }
}
