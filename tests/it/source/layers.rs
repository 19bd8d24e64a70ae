//! Imports point down. Every path of the sources is read, not only the `use` lines: `crate::room`,
//! `super::super::room`, and the crates and parts of `std` that not everybody may touch.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A room of the sources and the rooms below it that it may know.
const ROOMS: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("i18n", &["model"]),
    ("files", &["model", "i18n"]),
    ("query", &["model"]),
    ("search", &["model", "query"]),
    ("describe", &["model", "query", "search", "i18n"]),
    ("page", &["model", "i18n", "describe"]),
    (
        "app",
        &["model", "query", "search", "page", "describe", "i18n"],
    ),
    ("keys", &["app", "i18n", "model"]),
    (
        "view",
        &["model", "app", "page", "describe", "keys", "i18n"],
    ),
    ("terminal", &[]),
    ("config", &["model", "i18n", "app", "files"]),
    ("state", &["model", "i18n", "files", "config", "app"]),
    (
        "plain",
        &["model", "query", "search", "describe", "page", "i18n"],
    ),
    ("file_watcher", &[]),
    ("clipboard", &[]),
    ("clock", &["model"]),
    ("log", &["model", "clock"]),
    (
        "cli",
        &[
            "model", "query", "search", "describe", "page", "config", "files", "state", "i18n",
            "plain", "app", "clock", "log",
        ],
    ),
    (
        "explorer",
        &[
            "model",
            "query",
            "search",
            "describe",
            "page",
            "app",
            "keys",
            "view",
            "terminal",
            "config",
            "files",
            "state",
            "file_watcher",
            "i18n",
            "cli",
            "plain",
            "clipboard",
            "clock",
            "log",
        ],
    ),
];

/// What of the outside only some rooms may touch: the beginning of a path, and the rooms. The
/// longest beginning that fits decides.
const OUTSIDE: &[(&str, &[&str])] = &[
    // The screen
    ("ratatui", &["view", "terminal", "explorer"]),
    (
        "ratatui::layout",
        &["app", "keys", "view", "terminal", "explorer"],
    ),
    ("crossterm", &["terminal"]),
    ("crossterm::event", &["keys", "terminal", "explorer"]),
    ("tui_input", &["app", "view"]),
    (
        "unicode_width",
        &["page", "view", "terminal", "search", "model"],
    ),
    (
        "unicode_segmentation",
        &["page", "app", "search", "model", "cli"],
    ),
    ("unicode_properties", &["model", "query", "terminal"]),
    // The data
    ("serde", &["model", "app", "cli", "config", "state"]),
    ("serde_json", &["model", "cli", "state"]),
    ("schemars", &["model"]),
    ("pinyin", &["model"]),
    ("toml", &["config", "cli"]),
    // The lookup
    ("fuzzy_matcher", &["search"]),
    ("rayon", &["search"]),
    ("strsim", &["search", "cli", "config", "model"]),
    // The command line and the machine
    ("notify", &["file_watcher"]),
    ("tempfile", &["files"]),
    ("clap", &["cli"]),
    ("clap::ValueEnum", &["cli", "config"]),
    ("clap::builder::PossibleValue", &["cli", "config"]),
    ("clap_complete", &["cli"]),
    ("clap_mangen", &["cli"]),
    ("shlex", &["cli"]),
    (
        "rustix",
        &[
            "terminal",
            "files",
            "state",
            "file_watcher",
            "cli",
            "explorer",
            "plain",
        ],
    ),
    ("signal_hook", &["terminal", "explorer", "plain"]),
    ("tz", &["clock"]),
    ("std::env", &["config", "cli", "explorer", "clock"]),
    (
        "std::fs",
        &[
            "files",
            "state",
            "file_watcher",
            "config",
            "cli",
            "terminal",
            "log",
        ],
    ),
    (
        "std::io",
        &[
            "files", "state", "config", "cli", "terminal", "plain", "explorer", "log",
            // A workbook is read as a stream, from memory.
            "model",
        ],
    ),
    (
        "std::thread",
        &["terminal", "explorer", "plain", "state", "file_watcher"],
    ),
    (
        "std::time",
        &[
            "files",
            "state",
            "file_watcher",
            "terminal",
            "explorer",
            "cli",
            "plain",
            "clock",
            "log",
        ],
    ),
    // No other program is started and no network is used, by nobody; a pair of sockets wakes a thread.
    ("std::process::Command", &[]),
    ("std::process::Stdio", &[]),
    ("std::net", &[]),
    ("std::os::unix::net", &[]),
    ("std::os::unix::net::UnixStream", &["terminal"]),
];

/// Words that may stand only in these files or rooms.
const NAMES: &[(&str, &[&str])] = &[
    ("Color::", &["src/view/theme.rs", "src/terminal/"]),
    ("KeyCode::", &["src/keys.rs", "src/terminal/"]),
    ("unsafe ", &[]),
    ("#[allow(", &[]),
    // Tests are in tests/: Cargo.toml says why.
    ("cfg(test)", &[]),
];

#[test]
fn imports_point_down() {
    let mut wrong = Vec::new();
    for source in sources() {
        let Some(room) = source.room() else { continue };
        let Some((_, below)) = ROOMS.iter().find(|(name, _)| *name == room) else {
            wrong.push(format!(
                "{}: the room {room} is not in the table",
                source.path
            ));
            continue;
        };
        for path in paths(&source.text) {
            if let Some(other) = source.other_room(&path)
                && other != room
                && !below.contains(&other.as_str())
            {
                wrong.push(format!(
                    "{}: {room} may not import {other}: {path}",
                    source.path
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Two files may know each other; a longer ring is one file in pieces. A room's own `mod.rs` does not
/// count: it stands for the room.
#[test]
fn no_ring_of_more_than_two_files_forms_in_a_room() {
    let (sources, mut wrong) = (sources(), Vec::new());
    for (room, _) in ROOMS {
        let files: Vec<&Source> = sources
            .iter()
            .filter(|source| source.room().as_deref() == Some(*room))
            .filter(|source| source.depth() > 1)
            .collect();
        let modules: Vec<Vec<&str>> = files.iter().map(|source| source.module()).collect();
        let known: Vec<BTreeSet<usize>> = files
            .iter()
            .map(|source| {
                let paths = paths(&source.text);
                let known = paths.iter().filter_map(|path| source.known(path, &modules));
                known.collect()
            })
            .collect();
        let reached = |from: usize| {
            let mut seen = BTreeSet::new();
            let mut waiting: Vec<usize> = known[from].iter().copied().collect();
            while let Some(next) = waiting.pop() {
                if seen.insert(next) {
                    waiting.extend(&known[next]);
                }
            }
            seen
        };
        let reached: Vec<BTreeSet<usize>> = (0..files.len()).map(reached).collect();
        let ring = (0..files.len())
            .map(|from| {
                let back = reached[from]
                    .iter()
                    .filter(|&&to| reached[to].contains(&from));
                back.map(|&to| files[to].path.as_str()).collect::<Vec<_>>()
            })
            .find(|ring| ring.len() > 2);
        if let Some(ring) = ring {
            wrong.push(format!("{room}: {}", ring.join(", ")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Nothing can be imported in a circle: a room stands below those that know it.
#[test]
fn the_table_has_no_circle() {
    let mut placed: BTreeSet<&str> = BTreeSet::new();
    let mut waiting: Vec<_> = ROOMS.to_vec();
    while !waiting.is_empty() {
        let before = waiting.len();
        waiting.retain(|(room, below)| {
            let ready = below.iter().all(|other| placed.contains(other));
            if ready {
                placed.insert(room);
            }
            !ready
        });
        assert!(waiting.len() < before, "in a circle: {waiting:?}");
    }
}

#[test]
fn only_some_touch_the_outside() {
    let mut wrong = Vec::new();
    for source in sources() {
        let Some(room) = source.room() else { continue };
        for path in paths(&source.text) {
            let rule = OUTSIDE
                .iter()
                .filter(|(start, _)| begins(&path, start))
                .max_by_key(|(start, _)| start.len());
            if let Some((start, rooms)) = rule
                && !rooms.contains(&room.as_str())
            {
                wrong.push(format!(
                    "{}: {room} may not use {start}: {path}",
                    source.path
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn colours_and_key_codes_stay_where_they_belong() {
    let mut wrong = Vec::new();
    for source in sources() {
        for (name, places) in NAMES {
            let allowed = places.iter().any(|place| source.path.starts_with(place));
            if !allowed && source.text.contains(name) {
                wrong.push(format!("{}: {name} belongs to {places:?}", source.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A table that names what is no longer there would hold nothing.
#[test]
fn the_reader_of_paths_reads() {
    let text = "use crate::{model::{Lang, Node}, i18n};\nlet x = super::super::page::width(a);\n\
                // crate::never\nuse std::io::{self, Write as _};\nuse crate::app::{\n    App,\n};";
    let found: Vec<String> = paths(&uncommented(text)).into_iter().collect();
    assert_eq!(
        found,
        [
            "crate::app::App",
            "crate::i18n",
            "crate::model::Lang",
            "crate::model::Node",
            "std::io::Write",
            "std::io::self",
            "super::super::page::width",
        ]
    );
    let deep = Source {
        path: "src/app/update/moving.rs".to_owned(),
        text: String::new(),
    };
    assert_eq!(
        deep.other_room("crate::view::draw"),
        Some("view".to_owned())
    );
    assert_eq!(
        deep.other_room("super::super::super::view::draw"),
        Some("view".to_owned())
    );
    assert_eq!(deep.other_room("super::super::msg::Msg"), None);
    assert!(begins("std::io::Write", "std::io") && !begins("std::iota", "std::io"));
    for (room, _) in ROOMS {
        let there = sources()
            .iter()
            .any(|source| source.room().as_deref() == Some(*room));
        assert!(there, "there is no room {room}");
    }
}

struct Source {
    /// From the package's folder on.
    path: String,
    /// Without comments.
    text: String,
}

impl Source {
    /// The top module that it belongs to; none for the crate's own two files.
    fn room(&self) -> Option<String> {
        let inner = self.path.strip_prefix("src/")?;
        let room = inner.split('/').next()?.trim_end_matches(".rs");
        (!["lib", "main"].contains(&room)).then(|| room.to_owned())
    }

    /// How many modules deep it lies.
    fn depth(&self) -> usize {
        let inner = self.path.trim_start_matches("src/").trim_end_matches(".rs");
        inner.split('/').filter(|part| *part != "mod").count()
    }

    /// Its modules from the room on.
    fn module(&self) -> Vec<&str> {
        let inner = self.path.trim_start_matches("src/").trim_end_matches(".rs");
        inner.split('/').filter(|part| *part != "mod").collect()
    }

    /// The place of the file of the same room into which a path leads, if it leads into another one.
    fn known(&self, path: &str, modules: &[Vec<&str>]) -> Option<usize> {
        let own = self.module();
        let parts: Vec<&str> = path.split("::").collect();
        let ups = parts.iter().take_while(|part| **part == "super").count();
        let mut full: Vec<&str> = match parts.first() {
            Some(&"crate") => Vec::new(),
            Some(&"super") => own.get(..own.len().checked_sub(ups)?)?.to_vec(),
            Some(_) | None => return None,
        };
        full.extend(&parts[ups.max(1)..]);
        let fits = |module: &Vec<&str>| full.starts_with(module);
        let places = (0..modules.len()).filter(|&at| fits(&modules[at]) && modules[at] != own);
        places.max_by_key(|&at| modules[at].len())
    }

    /// The room that a path leads into, if it leaves this one.
    fn other_room(&self, path: &str) -> Option<String> {
        let mut parts = path.split("::");
        let ups = path.split("::").take_while(|part| *part == "super").count();
        if ups > 0 {
            return (ups == self.depth()).then(|| parts.nth(ups).unwrap_or_default().to_owned());
        }
        (parts.next() == Some("crate")).then(|| parts.next().unwrap_or_default().to_owned())
    }
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    collect(&root.join("src"), &mut files);
    assert!(files.len() > 50, "the sources were not found");
    files
        .into_iter()
        .map(|file| {
            let text = fs::read_to_string(&file).expect("a source can be read");
            let inner = file.strip_prefix(root).expect("it lies in the package");
            Source {
                path: inner.to_string_lossy().replace('\\', "/"),
                text: uncommented(&text),
            }
        })
        .collect()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder)
        .expect("a folder can be read")
        .flatten()
    {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|end| end == "rs") {
            files.push(path);
        }
    }
}

fn uncommented(text: &str) -> String {
    let code = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    code.flat_map(|line| [line, "\n"]).collect()
}

fn begins(path: &str, start: &str) -> bool {
    path.strip_prefix(start)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

/// All paths of at least two parts, braces spelt out.
fn paths(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    let mut rest = text;
    while let Some(at) = rest.find("::") {
        let before = &rest[..at];
        let name = before.rfind(|c| !is_name(c)).map_or(0, |end| {
            end + before[end..].chars().next().map_or(1, char::len_utf8)
        });
        let (tree, length) = tree(&rest[name..]);
        if at > name {
            found.extend(tree);
        }
        rest = &rest[(name + length).max(at + 2)..];
    }
    found
}

/// The paths of a use tree at the beginning of a text, and how much of the text they take.
fn tree(text: &str) -> (Vec<String>, usize) {
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    let end = text.find(|c| !is_name(c)).unwrap_or(text.len());
    let (name, rest) = text.split_at(end);
    let Some(after) = rest.strip_prefix("::") else {
        return (vec![name.to_owned()], end);
    };
    let under = |path: String| format!("{name}::{path}");
    if let Some(mut inner) = after.strip_prefix('{') {
        let (mut all, mut used) = (Vec::new(), end + 3);
        loop {
            let blank = inner.len() - inner.trim_start_matches([',', ' ', '\n']).len();
            (inner, used) = (&inner[blank..], used + blank);
            if inner.is_empty() || inner.starts_with('}') {
                return (all, used + 1);
            }
            let (paths, length) = tree(inner);
            all.extend(paths.into_iter().map(under));
            // What stands behind a name, as in `Write as _`, does not matter.
            let to = inner[length..]
                .find([',', '}'])
                .map_or(inner.len(), |to| length + to);
            (inner, used) = (&inner[to..], used + to);
        }
    }
    let (paths, length) = tree(after);
    (paths.into_iter().map(under).collect(), end + 2 + length)
}
