//! How many instructions the parts take, counted by valgrind. Unlike times they don't depend on
//! what else the machine does: where one grows, the program does more than before.
//!
//!     cargo bench -- --instructions          compares them with instructions.tsv
//!     cargo bench -- --instructions renew    writes that file
//!
//! Each part is done in a process of its own, in one thread. What it takes to get ready for it is
//! counted as well, and taken off.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::process::{Command, ExitCode, Stdio};

use divan::black_box;
use plan::search::Index;
use rayon::prelude::*;

use crate::scene::{Items, QUERIES, Scene, TYPED, query, read};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/bench/instructions.tsv");
/// A made-up plan, large enough that what is done for each item counts.
const MANY: Items = Items(10_000);
/// Growth by more than so many percent fails.
const MOST: f64 = 10.0;
/// Doing nothing: what it takes to get ready.
const NOTHING: &str = "nothing";

/// What is counted, and how often it is done.
fn parts() -> Vec<(Items, &'static str, u64)> {
    let shipped = [
        ("load", 3),
        ("index", 3),
        ("start", 10),
        ("key and back", 10),
        ("frame 80x24", 30),
        ("frame 200x60", 10),
    ];
    let many = [
        ("load", 1),
        ("index", 1),
        ("index and misspelt", 1),
        ("key by key", 1),
    ];
    let queries = QUERIES.map(|(name, _)| (name, 10));
    let shipped = shipped.map(|(what, times)| (Items::SHIPPED, what, times));
    let many = many.into_iter().chain(queries);
    let many = many.map(|(what, times)| (MANY, what, times));
    shipped.into_iter().chain(many).collect()
}

/// Does a part so many times, and nothing else.
pub fn run(items: Items, what: &str, times: u64) {
    let one = rayon::ThreadPoolBuilder::new().num_threads(1);
    let one = one.use_current_thread().build_global();
    one.expect("nothing has asked for threads yet");
    let scene = Scene::of(items);
    let [mut small, mut large] = [(80, 24), (200, 60)].map(|(columns, rows)| {
        let mut explorer = scene.explorer(columns, rows);
        explorer.frame();
        explorer
    });
    // The words that spelling is corrected by are collected once.
    scene.search(query("misspelt"));
    for _ in 0..times {
        match what {
            "load" => drop(black_box(read(&scene.bytes))),
            "index" => drop(black_box(Index::build(&scene.plan))),
            "start" => _ = black_box(scene.explorer(80, 24).frame()),
            "key and back" => _ = black_box(small.type_char('d') + small.erase_char()),
            "frame 80x24" => _ = black_box(small.whole_frame()),
            "frame 200x60" => _ = black_box(large.whole_frame()),
            "key by key" => _ = black_box(scene.type_in(TYPED)),
            "index and misspelt" => _ = black_box(scene.search_anew(query("misspelt"))),
            name => _ = black_box(scene.search(query(name))),
        }
    }
}

/// Counts everything and writes the file.
pub fn renew() -> ExitCode {
    let mut text = format!("toolchain\t{}\n", toolchain());
    for (part, count) in counted() {
        writeln!(text, "{part}\t{count}").expect("a string takes all");
    }
    std::fs::write(FILE, text).expect("the file can be written");
    ExitCode::SUCCESS
}

/// Counts everything and compares it with the file. Growth fails where the toolchain is the same.
pub fn compare() -> ExitCode {
    let file = std::fs::read_to_string(FILE).expect("a file of counts");
    let (head, rows) = file.split_once('\n').expect("rows below the head");
    let before: HashMap<&str, u64> = rows.lines().map(row).collect();
    let now = counted();
    let mut well = before.len() == now.len();
    for (part, count) in &now {
        let change = before.get(&**part).map(|&before| percent(*count, before));
        well &= change.is_some_and(|change| change <= MOST);
        let change = change.map_or("new".to_owned(), |change| format!("{change:+.1} %"));
        println!("{part:30} {count:>13} {change:>9}");
    }
    if well {
        return ExitCode::SUCCESS;
    }
    eprintln!(
        "{FILE} has other parts, or one has grown by more than {MOST} %. \
         Where that has its reason: cargo bench -- --instructions renew"
    );
    let (here, there) = (toolchain(), head.trim_start_matches("toolchain\t"));
    if here == there {
        return ExitCode::FAILURE;
    }
    eprintln!("It may be the toolchain: the file is from {there}, this is {here}");
    ExitCode::SUCCESS
}

fn row(line: &str) -> (&str, u64) {
    let (part, count) = line.split_once('\t').expect("two columns");
    (part, count.parse().expect("a number"))
}

/// By how many percent it has grown.
#[expect(clippy::cast_precision_loss, reason = "a tenth of a percent is enough")]
fn percent(now: u64, before: u64) -> f64 {
    (now as f64 / before as f64 - 1.0) * 100.0
}

/// The compiler, and for what it compiles.
fn toolchain() -> String {
    let rustc = Command::new("rustc").arg("-vV").output();
    let said = String::from_utf8(rustc.expect("rustc runs").stdout).expect("UTF-8");
    let line = |start: &str| said.lines().find_map(|line| line.strip_prefix(start));
    let (rustc, host) = (line("rustc "), line("host: "));
    format!("{} {}", rustc.unwrap_or("?"), host.unwrap_or("?"))
}

/// The instructions it takes to do each part once.
fn counted() -> Vec<(String, u64)> {
    let [shipped, many] = [Items::SHIPPED, MANY].map(|items| count(items, NOTHING, 0));
    let once = |(items, what, times): (Items, &str, u64)| {
        let ready = if items == MANY { many } else { shipped };
        let count = (count(items, what, times) - ready) / times;
        (format!("{what}, {items}"), count)
    };
    parts().into_par_iter().map(once).collect()
}

/// The instructions of a process that does a part so many times.
fn count(Items(items): Items, what: &str, times: u64) -> u64 {
    let program = std::env::current_exe().expect("this program is a file");
    let run = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(program)
        .args(["--count", &items.to_string(), what, &times.to_string()])
        .stdin(Stdio::null())
        .output()
        .expect("valgrind is installed");
    let said = String::from_utf8_lossy(&run.stderr);
    let count = said
        .lines()
        .find_map(|line| line.split_once("Collected : "));
    match count {
        Some((_, count)) if run.status.success() => count.trim().parse().expect("a number"),
        _ => panic!("{what}: {said}"),
    }
}
