//! Plain mode: everything that the explorer knows and does, in lines that read aloud well. The way
//! through it alone, and the real program in a pipe.

use std::collections::BTreeSet;
use std::fs;
use std::io::{Seek, Write};
use std::path::Path;
use std::sync::{Arc, LazyLock};

use crate::common::{Bond, Pty};
use crate::program::{Ran, program, ran};
use plan::app::BINDINGS;
use plan::describe::kind_id;
use plan::i18n::screen::Saving;
use plan::model::{Input, Lang, Node, Plan, SHIPPED, load};
use plan::plain::{COMMANDS, PlainSession, Request, Start};
use plan::search::{Index, LazyIndex};
use plan::state::Store;
use proptest::prelude::*;
use proptest::sample::select;
use tempfile::TempDir;

const PLAN: &str = env!("CARGO_BIN_EXE_plan");
const OVERLAY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/data/example-overlay.json");

/// Keys of the explorer that only a screen needs: what moves over it, and what edits its prompts. A
/// line is edited by the terminal, and opened, cleared and left by being entered.
const SCREEN_ONLY: &[&str] = &[
    "up",
    "down",
    "next",
    "previous",
    "down-line",
    "up-line",
    "compare",
    "cell-down",
    "cell-up",
    "next-row",
    "previous-row",
    "cell-right",
    "cell-left",
    "aside-right",
    "aside-left",
    "open",
    "follow",
    "choose",
    "next-link",
    "previous-link",
    "leave",
    "close",
    "search",
    "back-anywhere",
    "menu",
    "narrow",
    "copy-list",
    "fold",
    "unfold",
    "tab-next",
    "tab-previous",
    "kind",
    "kind-back",
    "pane",
    "pane-back",
    "page-up",
    "half-down",
    "half-up",
    "first",
    "last",
    "scroll-up",
    "scroll-down",
    "wide",
    "theme",
    "goto",
    "help-anywhere",
    "language-anywhere",
    "redraw",
    "suspend",
    "cancel",
    "left",
    "right",
    "word-left",
    "word-right",
    "line-start",
    "line-end",
    "erase",
    "delete",
    "erase-word",
    "delete-word",
    "erase-all",
    "erase-rest",
    "yank",
];

/// Has the program read lines from a pipe, with a home of its own.
fn talk(home: &Path, args: &[&str], lines: &str) -> Ran {
    let mut input = tempfile::tempfile().expect("a file");
    input.write_all(lines.as_bytes()).expect("a file");
    input.rewind().expect("a file");
    ran(program(args).env("HOME", home).stdin(input))
}

/// The same without a past and without a future.
fn say(args: &[&str], lines: &str) -> Ran {
    talk(home().path(), &[&["--plain"], args].concat(), lines)
}

fn home() -> TempDir {
    tempfile::tempdir().expect("a folder can be made")
}

fn read(overlays: &[&str]) -> Plan {
    let texts: Vec<Vec<u8>> = overlays
        .iter()
        .map(|path| fs::read(path).expect("an overlay"))
        .collect();
    let overlays: Vec<Input> = texts
        .iter()
        .map(|bytes| Input {
            name: "overlay.json",
            bytes,
        })
        .collect();
    let plan = Input {
        name: "data/plan.json",
        bytes: SHIPPED,
    };
    load(plan, &overlays).expect("it loads")
}

fn session(start: Start) -> PlainSession {
    let plan = Arc::new(read(&[]));
    let index = Index::lazy(&plan);
    PlainSession::new(plan, index, start)
}

/// Everything that is said to a line, its further pages too.
fn all(session: &mut PlainSession, asked: &str) -> String {
    let mut said = session.answer(asked).lines;
    while said
        .last()
        .is_some_and(|line| line.ends_with("press Enter to show them."))
    {
        said.pop();
        said.extend(session.answer("").lines);
    }
    said.join("\n")
}

#[test]
fn a_pipe_is_answered_aloud() {
    for (lang, name) in [("en", "aloud"), ("zh", "aloud_zh")] {
        let lines = "5g\n1\n<\n？\n:P99\n99\n:d\nq\nnot read\n";
        let said = say(&["--lang", lang], lines);
        assert_eq!((said.status, said.err.as_str()), (0, ""));
        assert!(!said.out.contains('\u{1b}'), "no cursor moves");
        crate::snapshot(&format!("plain__{name}"), &said.out);
    }
}

/// What there is beside queries and numbers, each once, on a plan with an overlay.
#[test]
fn every_command_answers_aloud() {
    for (lang, name) in [("en", "commands"), ("zh", "commands_zh")] {
        let lines = "：P3\n：ｗ\n:b\n:y\n:Y\n:'\n:e\n:e\n:e\n:y\n<\n>\n>\n\
                     :m safeguard\n:m x\nmiit 5g\n2\n:h\n:i\n:z\n:r\nq\n";
        let said = say(&["--lang", lang, "--overlay", OVERLAY], lines);
        assert_eq!((said.status, said.err.as_str()), (0, ""));
        crate::snapshot(&format!("plain__{name}"), &said.out);
    }
}

#[test]
fn a_choice_is_printed_and_a_dumb_terminal_is_answered_in_lines() {
    let chosen = say(&["--print", "szxc"], "1\n");
    assert_eq!((chosen.status, chosen.out.as_str()), (0, "A7\n"));
    assert_eq!(say(&["--print", "szxc"], "q\n").status, 1);
    let home = home();
    let dumb = ran(program(&["P1"])
        .env("TERM", "dumb")
        .env("HOME", home.path()));
    assert!(dumb.out.contains("1. Lead: MIIT"), "{}", dumb.out);
}

/// Each key of the explorer is there as a command, or is named as one that only a screen needs.
#[test]
fn what_the_explorer_does_can_be_done_without_a_screen() {
    let commands: BTreeSet<&str> = COMMANDS.iter().map(|command| command.name).collect();
    let bindings: BTreeSet<&str> = BINDINGS.iter().map(|binding| binding.name).collect();
    let tabs =
        |name: &str| name == "tab" || name.strip_prefix("tab-").is_some_and(|n| n.len() == 1);
    for name in &bindings {
        let (here, screen) = (commands.contains(name), SCREEN_ONLY.contains(name));
        // A tab is a filter here: `kind:project`.
        assert!(here ^ screen ^ tabs(name), "{name}");
    }
    for name in commands.iter().chain(SCREEN_ONLY) {
        assert!(bindings.contains(name), "no key is called {name}");
    }
    for lang in [Lang::En, Lang::Zh] {
        let help = plan::plain::help(lang).join("\n");
        for command in COMMANDS {
            assert!(help.contains(command.typed), "{}", command.name);
        }
    }
}

/// Whatever the explorer shows can be had without a screen: every node by the list of its kind,
/// which the plan's own answer names; every figure, every target, every body's duties.
#[test]
fn all_that_the_explorer_knows_can_be_read_out() {
    let mut session = session(Start::default());
    let plan = Arc::clone(session.plan());
    let of_the_plan = all(&mut session, ":PLAN");
    for kind in plan
        .kinds()
        .map(|(_, kind)| &*kind.id)
        .chain(["body", "document"])
    {
        let asked = format!("kind:{kind}");
        assert!(of_the_plan.contains(&asked), "{asked} is not named");
        let said = all(&mut session, &asked);
        for node in plan.nodes().filter(|&node| kind_id(&plan, node) == kind) {
            let name = plan.name(node).get(Lang::En);
            assert!(said.contains(name), "{asked} lacks {name}");
        }
    }
    let [figures, targets, duties] = [":i", ":d", ":m"].map(|asked| all(&mut session, asked));
    for (id, item) in plan.items() {
        let name = format!(". {} ", plan.id(Node::Item(id)));
        assert_eq!(figures.contains(&name), item.measure.is_some(), "{name}");
        for target in &item.targets {
            let text = target.text.get(Lang::En);
            assert!(targets.contains(text), "{name} {text}");
        }
    }
    let answering = plan.bodies().filter(|(id, _)| {
        plan.responsibilities_of(*id)
            .any(|known| known.item != Node::Plan)
    });
    for (_, body) in answering {
        assert!(
            duties.contains(&format!(". {}, ", body.abbr)),
            "{}",
            body.abbr
        );
    }
}

/// Who answers is said of every item by every body's name, with every document that bears it out and
/// every remark; what rests on the same document is said once.
#[test]
fn all_evidence_can_be_read_out_and_nothing_twice() {
    let mut session = session(Start::default());
    let plan = Arc::clone(session.plan());
    for (id, item) in plan.items() {
        let node = Node::Item(id);
        let card = session.answer(&item.id).lines;
        let evidence = session.answer(":w").lines;
        let said = evidence.join("\n");
        for one in plan.responsible(node) {
            let name = plan[one.body].name.get(Lang::En);
            assert!(
                card.join("\n").contains(name) && said.contains(name),
                "{} {name}",
                item.id
            );
            for row in one.rows() {
                let document = row.document.map(|id| plan[id].name.get(Lang::En));
                assert!(
                    said.contains(document.unwrap_or_default()),
                    "{} {name}",
                    item.id
                );
                assert!(said.contains(row.note.get(Lang::En)), "{} {name}", item.id);
            }
        }
        // A document may stand among the papers and among the sources, but not twice in either.
        let unnumbered = |line: &String| line.split_once(". ").map(|(_, said)| said.to_owned());
        for section in card.chunk_by(|_, next| !next.ends_with(':')) {
            let lines: Vec<String> = section.iter().filter_map(unnumbered).collect();
            let different: BTreeSet<&String> = lines.iter().collect();
            assert_eq!(lines.len(), different.len(), "{card:#?}");
        }
    }
}

#[test]
fn the_way_leads_back_and_forward_and_a_new_step_ends_it() {
    let mut session = session(Start::default());
    let first = |session: &mut PlainSession, line: &str| session.answer(line).lines[0].clone();
    let five = first(&mut session, "5g");
    let project = first(&mut session, "1");
    assert!(project.starts_with("Project P1:"), "{project}");
    assert_eq!(first(&mut session, "<"), five);
    assert_eq!(first(&mut session, "<"), "This is the start.");
    assert_eq!(first(&mut session, ">"), five);
    first(&mut session, ">");
    for line in ["go back", "how do I go back?", "怎么返回"] {
        assert_eq!(first(&mut session, line), five, "{line}");
        assert_eq!(first(&mut session, ">"), project);
    }
    first(&mut session, "<");
    assert_eq!(first(&mut session, ">"), project);
    assert_eq!(first(&mut session, ">"), "Nothing to go forward to.");
    first(&mut session, "<");
    first(&mut session, "T1");
    assert_eq!(first(&mut session, ">"), "Nothing to go forward to.");
    // Capitals are forgiven, but where a small letter means something else.
    assert!(session.answer("Q").quit && session.answer("q").quit);
    assert_ne!(session.answer(":Y").lines, session.answer(":y").lines);
}

#[test]
fn an_answer_says_why_it_was_found_where_its_name_does_not() {
    let mut session = session(Start::default());
    session.answer("szxc");
    let named = session.answer("1").lines[1].clone();
    assert_eq!(named, "Match: pinyin of 数字乡村.");
    session.answer("digital village");
    let named = session.answer("1").lines[1].clone();
    assert!(named.starts_with("Chinese name"), "{named}");
}

#[test]
fn a_target_that_is_asked_about_is_answered_with_its_result() {
    let mut session = session(Start::default());
    let said = all(&mut session, "was 5g reached?");
    assert!(
        said.contains("Lead: MIIT. Result: reached early, by 2024."),
        "{said}"
    );
}

#[test]
fn a_basis_that_does_not_count_is_not_said() {
    let mut session = session(Start::default());
    let inferred = |session: &mut PlainSession, asked: &str| {
        all(session, asked).contains("inferred from its remit")
    };
    assert!(inferred(&mut session, "T3") && inferred(&mut session, "miit"));
    assert!(all(&mut session, "kind:task").contains("Task T3"));
    let said = session.answer(":e").lines;
    assert_eq!(said[0], "Showing: documented only.");
    assert!(!inferred(&mut session, "T3") && !inferred(&mut session, "miit"));
    assert!(!inferred(&mut session, "T3") && !all(&mut session, ":w").contains("inferred"));
    let matrix = all(&mut session, ":m task");
    assert!(!matrix.contains("MIIT, leads T1-T5"), "{matrix}");
    session.answer(":e");
    let said = all(&mut session, "T1");
    assert!(
        said.contains("Lead: hidden by the filter (key :e)."),
        "{said}"
    );
    session.answer(":e");
    assert!(all(&mut session, ":m task").contains("MIIT, leads T1-T5"));
}

/// A line that somebody may enter: a command in any form, a number, an id, a query, rubbish.
fn line() -> impl Strategy<Value = String> {
    let typed: Vec<&str> = COMMANDS.iter().map(|command| command.typed).collect();
    prop_oneof![
        4 => select(typed).prop_map(str::to_owned),
        2 => (0_u32..40).prop_map(|number| number.to_string()),
        2 => select(vec!["P3", ":T1", "miit", ":plan", "D7", "5g", "谁负责养老", "kind:body", ":m task"])
            .prop_map(str::to_owned),
        1 => "[:<>'？：＇a-z0-9 ]{0,6}",
        1 => ".{0,12}",
    ]
}

/// Two plans and their indexes, of which a reload makes the other the one that is read.
static READ: LazyLock<[(Arc<Plan>, Arc<LazyIndex>); 2]> = LazyLock::new(|| {
    [&[][..], &[OVERLAY]].map(|overlays| {
        let plan = Arc::new(read(overlays));
        let index = Index::lazy(&plan);
        (plan, index)
    })
});

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(60) })]

    /// Whatever is entered, each line of the answer is one line of text, and says something.
    #[test]
    fn anything_can_be_entered(lines in prop::collection::vec(line(), 1..30)) {
        let (plan, index) = READ[0].clone();
        let mut session = PlainSession::new(plan, index, Start::default());
        let mut reads = 0;
        for line in lines {
            let reply = session.answer(&line);
            let mut said = reply.lines;
            if reply.request == Some(Request::Reload) {
                reads += 1;
                let (plan, index) = READ[reads % 2].clone();
                said.extend(session.replace(plan, index));
            }
            prop_assert!(!said.is_empty() || reply.quit, "{line:?}");
            for one in said {
                prop_assert!(!one.contains(char::is_control), "{line:?}: {one:?}");
            }
        }
    }
}

#[test]
fn what_does_not_outlast_the_session_says_so() {
    for (saving, said) in [
        (Saving::Works, "Bookmarked. "),
        (Saving::Kiosk, "kiosk mode saves nothing"),
        (Saving::Homeless, "HOME is not a full path"),
        (Saving::Fails, "for this session only"),
    ] {
        let mut session = session(Start {
            saving,
            ..Start::default()
        });
        session.answer(":P1");
        let lines = session.answer(":b").lines.join("\n");
        assert!(lines.contains(said), "{lines}");
    }
}

#[test]
fn bookmarks_and_queries_are_kept_and_come_back() {
    let start = Start {
        bookmarks: vec!["T1".into(), "P3".into(), "gone".into()],
        queries: vec!["silk".into()],
        ..Start::default()
    };
    let mut session = session(start);
    let said = session.answer(":'").lines;
    assert_eq!(said[0], "2 bookmarks.");
    assert!(said[1].starts_with("1. Project P3:") && said[2].starts_with("2. Task T1:"));
    assert!(
        session
            .answer("1")
            .lines
            .contains(&"Bookmarked.".to_owned())
    );
    assert_eq!(
        session.answer(":b").request,
        Some(Request::Unmarked("P3".into()))
    );
    assert!(
        !session
            .answer("P3")
            .lines
            .contains(&"Bookmarked.".to_owned())
    );
    assert_eq!(
        session.answer(":b").request,
        Some(Request::Marked("P3".into()))
    );
    assert_eq!(
        session.answer("5g").request,
        Some(Request::Asked("5g".into()))
    );
    assert_eq!(session.answer("qqqq").request, None, "it has no answers");
    assert_eq!(session.answer(":b").request, None, "no node is open");
    assert_eq!(session.answer(":h").lines[1..], ["1. 5g", "2. silk"]);
    assert_eq!(session.answer("2").request, None, "it is known");
    assert_eq!(session.answer("P3").request, None, "an id is no query");
}

/// A query is told from an id of a plan read again; who is gone is not on the way any more.
#[test]
fn another_plan_takes_the_place_of_the_first() {
    let mut session = session(Start::default());
    assert_eq!(session.answer(":r").request, Some(Request::Reload));
    let same = Arc::clone(session.plan());
    let index = Index::lazy(&same);
    let said = session.replace(same, index);
    assert_eq!(said, ["Data reloaded; nothing changed."]);
    session.answer("P3");
    let with = Arc::new(read(&[OVERLAY]));
    let index = Index::lazy(&with);
    let said = session.replace(Arc::clone(&with), index);
    assert!(said[0].starts_with("Data reloaded; "), "{said:?}");
    let at = said
        .iter()
        .position(|line| line.contains(" P3-EX1: added: "));
    let at = at.unwrap_or_else(|| panic!("{said:#?}"));
    let opened = session.answer(&at.to_string());
    assert_eq!(opened.opened, with.find("P3-EX1"));
    assert!(session.answer("<").lines[0].starts_with("Project P3:"));
    session.answer(">");
    let old = Arc::new(read(&[]));
    let index = Index::lazy(&old);
    session.replace(old, index);
    assert_eq!(session.answer(":y").lines.len(), 1);
    assert!(session.answer(":y").lines[0].starts_with("P3 "));
}

/// What one leaves the other finds, whichever comes first.
#[test]
fn bookmarks_queries_and_language_are_those_of_the_explorer() {
    let home = home();
    let said = talk(home.path(), &["--plain"], "szxc\n1\n:b\nP3\n:b\n:z\nq\n");
    assert_eq!((said.status, said.err.as_str()), (0, ""));
    let store = Store::at(home.path().join(".local/state/plan"));
    let memory = store.recall("PLAN").memory;
    assert_eq!(memory.bookmarks, ["A7", "P3"]);
    assert_eq!(
        (memory.queries, memory.lang),
        (vec!["szxc".to_owned()], Some(Lang::Zh))
    );
    let state = home.path().join(".local/state");
    let environment = [("XDG_STATE_HOME", state.to_str())];
    let mut pty = Pty::start_as(Bond::Controlling, (80, 24), PLAN, &[], &environment);
    pty.shows("谁负责");
    pty.send("\u{12}");
    pty.shows("> szxc");
    pty.send("\u{1b}");
    pty.shows("提问：谁负责");
    pty.send("\u{1b}");
    pty.shows("Space 命令");
    pty.send(" '");
    pty.shows("数字乡村发展行动");
    pty.send("\u{1b} /T1\r b");
    pty.shows("已添加书签");
    pty.send(" q");
    assert_eq!(pty.ends(), 0);
    let said = talk(home.path(), &["--plain"], ":'\nq\n");
    let marks: Vec<&str> = said.out.lines().skip(2).collect();
    assert_eq!(marks.len(), 4, "{}", said.out);
    assert_eq!(marks[0], "3 个书签。");
    assert!(marks[1].starts_with("1. 重大任务 T1："), "{}", said.out);
    // Who names a language gets it.
    let said = talk(home.path(), &["--plain", "--lang", "en"], ":'\nq\n");
    assert!(said.out.contains("3 bookmarks."), "{}", said.out);
}

#[test]
fn a_kiosk_keeps_nothing_and_reads_nothing_again() {
    let home = home();
    let said = talk(home.path(), &["--plain", "--kiosk"], "P3\n:b\n:'\n:r\nq\n");
    assert_eq!((said.status, said.err.as_str()), (0, ""));
    assert!(
        said.out.contains("1 bookmark.\n1. Project P3:"),
        "{}",
        said.out
    );
    assert!(
        said.out.ends_with("Not available in kiosk mode.\n"),
        "{}",
        said.out
    );
    assert_eq!(fs::read_dir(home.path()).expect("a folder").count(), 0);
}

#[test]
fn a_log_says_how_it_ended() {
    let home = home();
    let path = home.path().join("log");
    let log = path.to_str().expect("UTF-8");
    let said = talk(home.path(), &["--plain", "--log", log], "P3\nq\n");
    assert_eq!((said.status, said.err.as_str()), (0, ""));
    let text = fs::read_to_string(&path).expect("it was written");
    let last = text.lines().last().expect("a line");
    assert!(last.ends_with(" quit") && !text.contains("P3"), "{text}");
}

#[test]
fn what_cannot_be_kept_is_said_once_and_is_in_nobodys_way() {
    let home = home();
    fs::write(home.path().join(".local"), "a file").expect("a file");
    let said = talk(home.path(), &["--plain"], "P3\n:b\nT1\n:b\n:'\nq\n");
    assert_eq!((said.status, said.err.as_str()), (0, ""));
    assert_eq!(
        said.out.matches("cannot be saved").count(),
        1,
        "{}",
        said.out
    );
    assert!(said.out.contains("2 bookmarks."), "{}", said.out);
}

/// A file that changed is read when that is asked for; while it is wrong, the plan stays.
#[test]
fn files_are_read_again_when_that_is_asked_for() {
    let (home, folder) = (home(), home());
    let path = folder.path().join("overlay.json");
    fs::write(&path, "{").expect("a file");
    let data = path.to_str().expect("UTF-8");
    let said = talk(home.path(), &["--plain", "--overlay", data], "q\n");
    assert_eq!(said.status, 2);
    fs::copy(OVERLAY, &path).expect("a file");
    let mut pty = Pty::start_as(
        Bond::Controlling,
        (80, 24),
        PLAN,
        &["--plain", "--overlay", data],
        &[],
    );
    pty.shows("q quits");
    fs::write(&path, "{").expect("a file");
    pty.send(":r\n");
    pty.shows("Not reloaded");
    fs::write(&path, r#"{"format": 1}"#).expect("a file");
    pty.send(":r\n");
    pty.shows("P3-EX1: removed");
    pty.send("q\n");
    assert_eq!(pty.ends(), 0);
}
