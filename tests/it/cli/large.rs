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
