//! Plans that are lopsided: what is written of them takes time in proportion to the file.

use std::fmt::Write;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

const PLAN: &str = env!("CARGO_BIN_EXE_plan");

fn time(file: &Path, words: &str) -> Duration {
    let began = Instant::now();
    let mut plan = Command::new(PLAN);
    let output = plan.args(words.split(' ')).arg("--data").arg(file).output();
    let output = output.expect("it runs");
    assert!(output.status.success(), "{words}: {output:?}");
    began.elapsed()
}

/// One that all parents are climbed from takes eight times as long.
#[test]
fn a_chain_of_parents_is_climbed_once() {
    const LENGTH: usize = 16_000;
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("p.json");
    let (mut items, mut rows) = (String::new(), String::new());
    for at in 0..LENGTH {
        let comma = if at == 0 { "" } else { "," };
        let parent = (at + 1) % LENGTH;
        let parent = if parent == 0 {
            String::new()
        } else {
            format!(r#","parent":"A{parent}""#)
        };
        let _ = write!(
            items,
            r#"{comma}{{"id":"A{at}","kind":"t","name":"n {at}"{parent}}}"#
        );
        let _ = write!(
            rows,
            r#"{comma}{{"item":"A{at}","body":"b","role":"lead","basis":"plan"}}"#
        );
    }
    let text = format!(
        r#"{{"format":1,"plan":{{"name":"X"}},"items":[{items}],"bodies":[{{"id":"b","name":"B"}}],"responsibilities":[{rows}]}}"#
    );
    std::fs::write(&file, text).expect("it is written");
    let whole = time(&file, "export --format json");
    for words in ["export --body b --format json", "compare A0 A1"] {
        let taken = time(&file, words);
        assert!(taken < whole * 4, "{words}: {taken:?}, all of it {whole:?}");
    }
}

/// An item that very many bodies lead, and a body that leads very many items: tables take no longer than JSON.
#[test]
fn very_many_leads_are_listed_once() {
    const MANY: usize = 20_000;
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("p.json");
    let list = |one: &dyn Fn(usize) -> String| (0..MANY).map(one).collect::<Vec<_>>().join(",");
    let items = list(&|at| format!(r#"{{"id":"A{at}","kind":"t","name":"n"}}"#));
    let bodies = list(&|at| format!(r#"{{"id":"b{at}","name":"B{at}"}}"#));
    let rows = list(&|at| {
        format!(
            r#"{{"item":"A0","body":"b{at}","role":"lead","basis":"plan"}},{{"item":"A{at}","body":"b0","role":"support","basis":"plan"}}"#
        )
    });
    let text = format!(
        r#"{{"format":1,"plan":{{"name":"X"}},"items":[{items}],"bodies":[{bodies}],"responsibilities":[{rows}]}}"#
    );
    std::fs::write(&file, text).expect("it is written");
    let whole = time(&file, "list --format json");
    for words in ["list --format csv", "list body --format tsv", "list"] {
        let taken = time(&file, words);
        assert!(taken < whole * 3, "{words}: {taken:?}, JSON {whole:?}");
    }
}

/// Ids that are made take time in proportion to the sheet.
#[test]
fn very_many_new_items_are_numbered_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let taken = [1_000, 8_000].map(|many| {
        let file = folder.path().join("ours.csv");
        let mut text = "Item,Lead,Unit\n".to_owned();
        for at in 0..many {
            let _ = writeln!(text, "new {at},中华人民共和国住房和城乡建设部{at},u");
        }
        std::fs::write(&file, text).expect("it is written");
        let mut plan = Command::new(PLAN);
        let began = Instant::now();
        let output = plan.arg("import").arg(&file).arg("--new").output();
        let output = output.expect("it runs");
        assert!(output.status.success(), "{output:?}");
        began.elapsed()
    });
    assert!(taken[1] < taken[0] * 16, "{taken:?}");
}
