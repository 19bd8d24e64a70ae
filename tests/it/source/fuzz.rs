//! Whatever comes in from outside, nothing breaks: data files, overlays, queries, keys.
//!
//! Each target starts from the files in its folder of `tests/corpus`, which are also what was once
//! found, and changes them at random. In an ordinary run that takes a second or two; with
//! `FUZZ_SECONDS=600 cargo test --release --test it fuzz -- --nocapture` each target goes on for ten
//! minutes. What breaks something is made as small as it can be and left in the corpus.

use std::fs;
use std::io::{Cursor, Read, Write};
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::{Arc, LazyLock};
use std::time::{Duration, Instant};

use crate::ui::paper::{paper, torn};
use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use plan::app::{App, Effect, Options, update};
use plan::keys::message;
use plan::model::sheet::Rules;
use plan::model::{Failed, Input, Lang, Plan, Problem, SHIPPED, load, load_by};
use plan::query::{Query, complete};
use plan::search::{Index, LazyIndex, highlights};
use proptest::prelude::*;
use proptest::sample::{Index as Place, select};
use proptest::test_runner::{Config, TestCaseError, TestError, TestRunner};
use ratatui::layout::Size;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

const SMALL: &[u8] = include_bytes!("../../small/plan.json");

/// The small plan and its index.
static PLAN: LazyLock<(Arc<Plan>, Arc<LazyIndex>)> = LazyLock::new(|| {
    let plan = load(file("plan.json", SMALL), &[]).expect("the small plan loads");
    let plan = Arc::new(plan);
    let index = Index::lazy(&plan);
    (plan, index)
});

fn file<'a>(name: &'a str, bytes: &'a [u8]) -> Input<'a> {
    Input { name, bytes }
}

#[test]
fn the_loader() {
    fuzz("plan", |bytes| {
        let loaded = load(file("plan.json", bytes), &[]);
        if let Ok(plan) = &loaded {
            uses(plan)?;
        }
        is_told(loaded.err())
    });
}

#[test]
fn the_overlay() {
    fuzz("overlay", |bytes| {
        for base in [SMALL, SHIPPED] {
            let once = file("ours.json", bytes);
            let loaded = load(file("plan.json", base), &[once]);
            if let Ok(plan) = &loaded {
                uses(plan)?;
                let twice = load(file("plan.json", base), &[once, once]);
                prop_assert!(twice.is_ok(), "an overlay can be laid twice");
            }
            is_told(loaded.err())?;
        }
        Ok(())
    });
}

/// Sheets, as they are and, of workbooks, part by part: a change to the archive alone would hardly
/// ever reach what is in it.
#[test]
fn the_sheet() {
    let rules = Rules {
        limit: 4 << 20,
        add: true,
        lenient: false,
    };
    fuzz("sheet", |bytes| {
        for name in ["ours.csv", "ours.xlsx"] {
            for base in [SMALL, SHIPPED] {
                let plan = file("plan.json", base);
                let over = [file(name, bytes)];
                let loaded = load_by(plan, &over, rules, &|_| ControlFlow::Continue(()));
                match loaded {
                    Ok(plan) => uses(&plan)?,
                    Err(Failed::Problems(problems)) => is_told(Some(problems))?,
                    Err(Failed::Cancelled) => prop_assert!(false, "nobody cancels"),
                }
            }
            let alone = load_by(
                file(name, bytes),
                &[],
                rules,
                &|_| ControlFlow::Continue(()),
            );
            if let Err(Failed::Problems(problems)) = alone {
                is_told(Some(problems))?;
            }
        }
        Ok(())
    });
}

#[test]
fn the_query() {
    fuzz("query", |bytes| {
        let text = String::from_utf8_lossy(bytes);
        let (plan, index) = &*PLAN;
        let query = Query::parse(&text);
        let found = index.search(plan, &query);
        prop_assert!(found.weak <= found.hits.len() && found.hits.len() <= found.total);
        for hit in found.hits.iter().take(20) {
            for lang in [Lang::En, Lang::Zh] {
                let _ = index.why(plan, &query, hit, lang);
                are_within(plan.name(hit.node).get(lang), &query)?;
            }
        }
        are_within(&text, &query)?;
        if let Some(more) = complete(plan, &text) {
            let _ = Query::parse(&format!("{text}{more}"));
        }
        Ok(())
    });
}

#[test]
fn the_keys() {
    fuzz("keys", |bytes| {
        let (plan, index) = &*PLAN;
        let size = Size::new(60, 16);
        let mut app = App::new(
            Arc::clone(plan),
            Arc::clone(index),
            size,
            Options::default(),
        );
        for event in events(bytes) {
            let msg = message(app.keymap(), app.context(), &event);
            let mut next = msg;
            while let Some(msg) = next.take() {
                if let Some(Effect::Search(question)) = update(&mut app, msg) {
                    next = Some(question.answer());
                }
                prop_assert_eq!(app.check(), Ok(()));
            }
        }
        prop_assert_eq!(torn(&paper(&app)), None);
        Ok(())
    });
}

/// Bytes as keys: an Esc goes with the key behind it, as Alt.
fn events(bytes: &[u8]) -> Vec<Event> {
    let mut modifiers = KeyModifiers::NONE;
    let mut events = Vec::new();
    for c in String::from_utf8_lossy(bytes).chars() {
        let code = match c {
            '\x1b' if modifiers.is_empty() => {
                modifiers = KeyModifiers::ALT;
                continue;
            }
            '\x1b' => KeyCode::Esc,
            '\r' | '\n' => KeyCode::Enter,
            '\t' => KeyCode::Tab,
            '\x7f' => KeyCode::Backspace,
            '\x01'..='\x1a' => {
                modifiers |= KeyModifiers::CONTROL;
                KeyCode::Char(char::from(b'`' + c as u8))
            }
            // The arrows, which nobody types with Alt.
            'A'..='D' if modifiers == KeyModifiers::ALT => {
                let arrows = [KeyCode::Up, KeyCode::Down, KeyCode::Right, KeyCode::Left];
                modifiers = KeyModifiers::NONE;
                arrows[usize::from(c as u8 - b'A')]
            }
            c => KeyCode::Char(c),
        };
        let modifiers = std::mem::replace(&mut modifiers, KeyModifiers::NONE);
        events.push(Event::Key(KeyEvent::new(code, modifiers)));
    }
    if events.len() % 7 == 3 {
        let text = String::from_utf8_lossy(bytes).into_owned();
        events.insert(events.len() / 2, Event::Paste(text));
    }
    events
}

/// A plan that was loaded can be searched, and asked about every node.
fn uses(plan: &Plan) -> Result<(), TestCaseError> {
    let index = Index::build(plan);
    for text in ["a", "lead:miit", "数字", "by:2025"] {
        let _ = index.search(plan, &Query::parse(text));
    }
    for node in plan.nodes() {
        prop_assert_eq!(plan.find(plan.id(node)), Some(node));
        prop_assert!(!plan.name(node).is_empty());
        let _ = plan.responsible(node);
        let _ = plan.related(node);
    }
    Ok(())
}

/// Each problem is one line, in both languages, and says nothing to a terminal.
fn is_told(problems: Option<Vec<Problem>>) -> Result<(), TestCaseError> {
    let Some(problems) = problems else {
        return Ok(());
    };
    prop_assert!(!problems.is_empty());
    for problem in problems.iter().take(50) {
        for lang in [Lang::En, Lang::Zh] {
            let line = problem.render(lang);
            prop_assert!(
                !line.is_empty() && !line.contains(char::is_control),
                "{line:?}"
            );
        }
    }
    Ok(())
}

/// What is marked lies in the text, on whole characters, in order.
fn are_within(text: &str, query: &Query) -> Result<(), TestCaseError> {
    let mut end = 0;
    for range in highlights(text, query) {
        prop_assert!(
            range.start >= end && range.start < range.end,
            "{range:?} in {text:?}"
        );
        prop_assert!(text.get(range.clone()).is_some(), "{range:?} in {text:?}");
        end = range.end;
    }
    Ok(())
}

/// Runs a target on its corpus, then on what random changes make of it.
fn fuzz(target: &str, test: impl Fn(&[u8]) -> Result<(), TestCaseError>) {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/corpus")
        .join(target);
    let mut corpus = Vec::new();
    let mut files: Vec<_> = fs::read_dir(&folder)
        .expect("a target has a corpus")
        .flatten()
        .collect();
    files.sort_by_key(fs::DirEntry::file_name);
    for entry in files {
        let bytes = fs::read(entry.path()).expect("it can be read");
        if let Err(error) = test(&bytes) {
            panic!("{}: {error}", entry.path().display());
        }
        corpus.push(bytes);
    }
    let seconds = std::env::var("FUZZ_SECONDS")
        .ok()
        .and_then(|text| text.parse().ok());
    let time = Duration::from_secs(seconds.unwrap_or(0));
    let begin = Instant::now();
    let mut cases = 0;
    loop {
        const CASES: u32 = 48;
        let config = Config {
            cases: CASES,
            failure_persistence: None,
            ..Config::default()
        };
        let result = TestRunner::new(config).run(&changed(corpus.clone()), |bytes| test(&bytes));
        if let Err(TestError::Fail(reason, bytes)) = result {
            let name = format!("found-{:016x}", hash(&bytes));
            fs::write(folder.join(&name), &bytes).expect("the corpus can be written");
            panic!("{target}: {reason}; see {name} in its corpus");
        }
        cases += CASES;
        if begin.elapsed() >= time {
            break;
        }
    }
    println!(
        "{target}: {cases} cases in {:?}, nothing found",
        begin.elapsed()
    );
}

fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

/// One change of some bytes.
#[derive(Clone, Debug)]
enum Change {
    Flip(Place, u8),
    Cut(Place, usize),
    Insert(Place, Vec<u8>),
    Copy(Place, Place, usize),
    End(Place),
}

/// What means something to a parser, a terminal or a reader.
const PIECES: &[&[u8]] = &[
    b"\"",
    b"{",
    b"}",
    b"[",
    b"]",
    b",",
    b":",
    b"null",
    b"true",
    b"-1",
    b"1e999",
    b"\\u0000",
    b"\\ud800",
    b"\\",
    b"\n",
    b"\"id\":\"T1\"",
    b"\"parent\":\"T1\"",
    b"\xef\xbb\xbf",
    b"\xff",
    b"\xc3",
    b"\x1b",
    b"\x1b[A",
    b"\x1b[<0;3;3M",
    b"\x1b[200~",
    b"\x1b[201~",
    b"\x1b]",
    b"\t",
    b"\r",
    b"\x7f",
    b"?",
    b"'",
    b"!",
    b"@",
    b"#",
    b"by:",
    b"lead:",
    b"kind:",
    b"who ",
    b"</row>",
    b"<c r=\"XFD1048576\"><v>1e300</v></c>",
    b"<c t=\"s\"><v>99</v></c>",
    b"<mergeCell ref=\"A1:XFD1048576\"/>",
    b" r=\"A1\"",
    b"&amp;",
    b"<f t=\"shared\" si=\"9\"/>",
    b"Item,Lead,Due\n",
    "任务,牵头单位\r\n".as_bytes(),
    b";",
    b"2025",
    b"=",
    "谁负责".as_bytes(),
    "數".as_bytes(),
    "ｗ".as_bytes(),
    "e\u{301}".as_bytes(),
    "\u{202e}".as_bytes(),
    "👩‍👩‍👧".as_bytes(),
    "İ".as_bytes(),
    "ﬀ".as_bytes(),
    b"m",
    b"w",
    b"z",
    b"i",
    b"f",
    b"/",
];

fn changed(corpus: Vec<Vec<u8>>) -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        4 => select(PIECES).prop_map(<[u8]>::to_vec),
        1 => proptest::collection::vec(any::<u8>(), 1..6),
        1 => (select(PIECES), 2..300_usize).prop_map(|(piece, times)| piece.repeat(times)),
    ];
    let change = prop_oneof![
        2 => (any::<Place>(), any::<u8>()).prop_map(|(at, bits)| Change::Flip(at, bits)),
        2 => (any::<Place>(), 1..40_usize).prop_map(|(at, length)| Change::Cut(at, length)),
        4 => (any::<Place>(), piece).prop_map(|(at, piece)| Change::Insert(at, piece)),
        2 => (any::<Place>(), any::<Place>(), 1..200_usize)
            .prop_map(|(from, to, length)| Change::Copy(from, to, length)),
        1 => any::<Place>().prop_map(Change::End),
    ];
    let changes = proptest::collection::vec(change, 0..12);
    (select(corpus), any::<Place>(), changes).prop_map(|(mut bytes, part, changes)| {
        if let Some(mut parts) = unpacked(&bytes) {
            let part = part.index(parts.len());
            for change in changes {
                apply(&mut parts[part].1, change);
            }
            return packed(&parts);
        }
        for change in changes {
            apply(&mut bytes, change);
        }
        bytes
    })
}

/// The parts of an archive.
fn unpacked(bytes: &[u8]) -> Option<Vec<(String, Vec<u8>)>> {
    const MOST: u64 = 1 << 20;
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut parts = Vec::new();
    for index in 0..archive.len() {
        let part = archive.by_index(index).ok()?;
        let name = part.name().ok()?.into_owned();
        let mut bytes = Vec::new();
        part.take(MOST).read_to_end(&mut bytes).ok()?;
        parts.push((name, bytes));
    }
    (!parts.is_empty()).then_some(parts)
}

fn packed(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let options = SimpleFileOptions::default();
        zip.start_file(name.as_str(), options).expect("memory");
        zip.write_all(bytes).expect("memory");
    }
    zip.finish().expect("memory").into_inner()
}

fn apply(bytes: &mut Vec<u8>, change: Change) {
    let place = |place: Place, bytes: &[u8]| place.index(bytes.len() + 1);
    match change {
        Change::Flip(at, bits) => {
            let at = place(at, bytes);
            if let Some(byte) = bytes.get_mut(at) {
                *byte ^= bits;
            }
        }
        Change::Cut(at, length) => {
            let at = place(at, bytes);
            bytes.drain(at..(at + length).min(bytes.len()));
        }
        Change::Insert(at, piece) => {
            let at = place(at, bytes);
            bytes.splice(at..at, piece);
        }
        Change::Copy(from, to, length) => {
            let from = place(from, bytes);
            let piece = bytes[from..(from + length).min(bytes.len())].to_vec();
            let to = place(to, bytes);
            bytes.splice(to..to, piece);
        }
        Change::End(at) => bytes.truncate(place(at, bytes)),
    }
}
