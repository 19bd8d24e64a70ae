//! Files that are wrong, or lopsided, in many places at once: the time has to grow with the file, not
//! with its square.

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use plan::model::{BasisFilter, Input, Lang, load};
use plan::page::{Charset, Head, Style, gaps};
use plan::query::Query;
use plan::search::Index;

const SMALL: &str = include_str!("../small/plan.json");
const SIZES: [usize; 3] = [1_000, 10_000, 100_000];

fn input<'t>(name: &'t str, text: &'t str) -> Input<'t> {
    let bytes = text.as_bytes();
    Input { name, bytes }
}

/// So many of them, with a comma between each two.
fn many(size: usize, one: impl Fn(usize) -> String) -> String {
    (0..size).map(one).collect::<Vec<_>>().join(",")
}

/// Numbers where there have to be texts, all in one record.
#[divan::bench(args = SIZES, sample_size = 1, max_time = 2)]
fn wrong_values(bencher: Bencher, size: usize) {
    let wrong = format!(
        r#""aliases": [{}], "note": "#,
        many(size, |_| "1".to_owned())
    );
    let text = SMALL.replacen(r#""note": "#, &wrong, 1);
    let bencher = bencher.counter(ItemsCount::new(size));
    bencher.bench(|| assert!(load(black_box(input("p.json", &text)), &[]).is_err()));
}

/// Ids of nothing, all in one record.
#[divan::bench(args = SIZES, sample_size = 1, max_time = 2)]
fn unknown_ids(bencher: Bencher, size: usize) {
    let ids = many(size, |at| format!("\"NONE{at}\""));
    let text = SMALL.replacen(r#""related": ["#, &format!(r#""related": [{ids},"#), 1);
    let bencher = bencher.counter(ItemsCount::new(size));
    bencher.bench(|| assert!(load(black_box(input("p.json", &text)), &[]).is_err()));
}

/// Lays an overlay that gives one item all of this.
fn overlay(bencher: Bencher, size: usize, key: &str, one: impl Fn(usize) -> String) {
    let list = many(size, one);
    let text = format!(r#"{{"format":1,"items":[{{"id":"M1","{key}":[{list}]}}]}}"#);
    let plan = input("p.json", SMALL);
    let overlay = input("o.json", &text);
    let bencher = bencher.counter(ItemsCount::new(size));
    bencher.bench(|| assert!(load(plan, &[black_box(overlay)]).is_ok()));
}

#[divan::bench(args = SIZES, sample_size = 1, max_time = 2)]
fn aliases_of_an_overlay(bencher: Bencher, size: usize) {
    overlay(bencher, size, "aliases", |at| format!("\"alias {at}\""));
}

#[divan::bench(args = SIZES, sample_size = 1, max_time = 2)]
fn parts_of_an_overlay(bencher: Bencher, size: usize) {
    let part = |at| format!(r#"{{"name":{{"en":"part {at}"}}}}"#);
    overlay(bencher, size, "parts", part);
}

#[divan::bench(args = SIZES, sample_size = 1, max_time = 2)]
fn targets_of_an_overlay(bencher: Bencher, size: usize) {
    let target = |at| format!(r#"{{"by":"2028","text":{{"en":"target {at}"}}}}"#);
    overlay(bencher, size, "targets", target);
}

/// Rows for one item and body.
#[divan::bench(args = SIZES, sample_size = 1, max_time = 2)]
fn rows_of_an_overlay(bencher: Bencher, size: usize) {
    let rows = many(size, |at| {
        format!(r#"{{"item":"M1","body":"works","role":"lead","unit":"unit {at}"}}"#)
    });
    let text = format!(r#"{{"format":1,"responsibilities":[{rows}]}}"#);
    let plan = input("p.json", SMALL);
    let overlay = input("o.json", &text);
    let bencher = bencher.counter(ItemsCount::new(size));
    bencher.bench(|| assert!(load(plan, &[black_box(overlay)]).is_ok()));
}

/// Kinds that no list declares, each of its own.
#[divan::bench(args = SIZES, sample_size = 1, max_time = 2)]
fn kinds_by_use(bencher: Bencher, size: usize) {
    let items = many(size, |at| {
        format!(r#"{{"id":"A{at}","kind":"k{at}","name":"n"}}"#)
    });
    let text = format!(r#"{{"format":1,"plan":{{"name":"X"}},"items":[{items}]}}"#);
    let bencher = bencher.counter(ItemsCount::new(size));
    bencher.bench(|| assert!(load(black_box(input("p.json", &text)), &[]).is_ok()));
}

/// A plan of items in one chain, each before what it belongs to; one body answers for all.
fn chain(size: usize) -> String {
    let items = many(size, |at| {
        let parent = format!(r#","parent":"A{}""#, at + 1);
        let parent = if at + 1 < size { &*parent } else { "" };
        format!(r#"{{"id":"A{at}","kind":"t","name":"n"{parent}}}"#)
    });
    let rows = many(size, |at| {
        format!(r#"{{"item":"A{at}","body":"b","role":"lead","basis":"plan"}}"#)
    });
    let body = r#"{"id":"b","name":"B"}"#;
    format!(
        r#"{{"format":1,"plan":{{"name":"X"}},"items":[{items}],"bodies":[{body}],"responsibilities":[{rows}]}}"#
    )
}

#[divan::bench(args = SIZES, sample_size = 1, max_time = 2)]
fn chain_from_below(bencher: Bencher, size: usize) {
    let text = chain(size);
    let bencher = bencher.counter(ItemsCount::new(size));
    bencher.bench(|| assert!(load(black_box(input("p.json", &text)), &[]).is_ok()));
}

/// What the program writes of such a chain.
const COMMANDS: [&[&str]; 9] = [
    &["list"],
    &["list", "--format", "json"],
    &["matrix"],
    &["search", "body:b"],
    &["compare", "A0", "A1"],
    &["export", "--format", "markdown"],
    &["export", "--format", "csv"],
    &["export", "--body", "b", "--format", "json"],
    &["export", "--body", "b", "--format", "xlsx"],
];

#[divan::bench(args = COMMANDS.iter().flat_map(|words| SIZES.map(|size| (words.join(" "), size))), sample_size = 1, max_time = 2)]
fn written_of_a_chain(bencher: Bencher, (words, size): &(String, usize)) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("p.json");
    std::fs::write(&file, chain(*size)).expect("it is written");
    let bencher = bencher.counter(ItemsCount::new(*size));
    bencher.bench(|| {
        let mut plan = std::process::Command::new(env!("CARGO_BIN_EXE_plan"));
        plan.args(words.split(' ')).arg("--data").arg(&file);
        assert!(plan.output().expect("it runs").status.success());
    });
}

/// A key of so many thousand bytes that no record has.
#[divan::bench(args = [320, 3_200, 32_000], sample_size = 1, max_time = 2)]
fn long_keys(bencher: Bencher, size: usize) {
    let key = "key".repeat(size * 1000 / 3);
    let text = SMALL.replacen(r#""note": "#, &format!(r#""{key}": 1, "note": "#), 1);
    let bencher = bencher.counter(ItemsCount::new(size));
    bencher.bench(|| assert!(load(black_box(input("p.json", &text)), &[]).is_err()));
}

/// A search that reaches one long list of synonyms.
#[divan::bench(args = SIZES, sample_size = 1, max_time = 2)]
fn synonyms(bencher: Bencher, size: usize) {
    let words = many(size, |at| format!("\"word{at}\""));
    let text = format!(
        r#"{{"format":1,"plan":{{"name":"X"}},"items":[{{"id":"A1","kind":"t","name":"a"}}],"thesaurus":[[{words}]]}}"#
    );
    let plan = load(input("p.json", &text), &[]).expect("a plan");
    let index = Index::build(&plan);
    let query = Query::parse("word7 zz");
    let bencher = bencher.counter(ItemsCount::new(size));
    bencher.bench(|| index.search(&plan, black_box(&query)));
}

/// A long text in the place of a query.
#[divan::bench(args = SIZES, sample_size = 1, max_time = 2)]
fn long_queries(bencher: Bencher, size: usize) {
    let plan = load(input("p.json", SMALL), &[]).expect("a plan");
    let index = Index::build(&plan);
    let text = "数据".repeat(size);
    let bencher = bencher.counter(ItemsCount::new(size));
    bencher.bench(|| index.search(&plan, &Query::parse(black_box(&text))));
}

/// Time of a command over a file that is written first.
fn ran(bencher: Bencher, size: usize, name: &str, text: &str, words: &[&str]) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join(name);
    std::fs::write(&file, text).expect("it is written");
    let bencher = bencher.counter(ItemsCount::new(size));
    bencher.bench(|| {
        let mut plan = std::process::Command::new(env!("CARGO_BIN_EXE_plan"));
        plan.args(words).arg(&file);
        assert!(plan.output().expect("it runs").status.success());
    });
}

/// Rows of items and bodies that are all new.
#[divan::bench(args = SIZES, sample_size = 1, max_time = 2)]
fn new_items_of_a_sheet(bencher: Bencher, size: usize) {
    let rows: Vec<String> = (0..size).map(|at| format!("new{at},body{at},u")).collect();
    let text = format!("Item,Lead,Unit\n{}\n", rows.join("\n"));
    ran(bencher, size, "new.csv", &text, &["import", "--new"]);
}

/// Headings that mean nothing.
#[divan::bench(args = SIZES, sample_size = 1, max_time = 2)]
fn unknown_headings(bencher: Bencher, size: usize) {
    let text = format!(
        "Item,Lead,{}\nP1,miit,{}\n",
        many(size, |at| format!("unknown heading {at}")),
        many(size, |_| "x".to_owned())
    );
    ran(bencher, size, "headings.csv", &text, &["check"]);
}

/// One item that all bodies lead, and one body that leads all items.
fn leads(size: usize) -> String {
    let items = many(size, |at| {
        format!(r#"{{"id":"A{at}","kind":"t","name":"n"}}"#)
    });
    let bodies = many(size, |at| format!(r#"{{"id":"b{at}","name":"B{at}"}}"#));
    let rows = many(size, |at| {
        format!(
            r#"{{"item":"A0","body":"b{at}","role":"lead","basis":"plan"}},{{"item":"A{at}","body":"b0","role":"support","basis":"plan"}}"#
        )
    });
    format!(
        r#"{{"format":1,"plan":{{"name":"X"}},"items":[{items}],"bodies":[{bodies}],"responsibilities":[{rows}]}}"#
    )
}

/// What is missing in a plan of items alone, as a page.
#[divan::bench(args = SIZES, sample_size = 1, max_time = 2)]
fn gaps_of_bare_items(bencher: Bencher, size: usize) {
    let items = many(size, |at| {
        format!(r#"{{"id":"A{at}","kind":"t","name":"n"}}"#)
    });
    let text = format!(r#"{{"format":1,"plan":{{"name":"X"}},"items":[{items}]}}"#);
    let plan = load(input("p.json", &text), &[]).expect("the plan loads");
    let style = Style {
        lang: Lang::En,
        width: 80,
        head: Head::None,
        charset: Charset::Unicode,
        basis: BasisFilter::All,
        basis_key: String::new(),
        today: None,
        aside: None,
        unfolded: false,
        most: usize::MAX,
    };
    let bencher = bencher.counter(ItemsCount::new(size));
    bencher.bench(|| gaps(black_box(&plan), &style));
}

/// Lists of such a plan.
const LISTS: [&str; 5] = [
    "list",
    "list --gaps",
    "list --format csv",
    "list body --format csv",
    "list body --format markdown",
];

#[divan::bench(args = LISTS.iter().flat_map(|words| SIZES.map(|size| (*words, size))), sample_size = 1, max_time = 2)]
fn lists_of_many_leads(bencher: Bencher, (words, size): &(&str, usize)) {
    let words: Vec<&str> = words.split(' ').chain(["--data"]).collect();
    ran(bencher, *size, "p.json", &leads(*size), &words);
}
