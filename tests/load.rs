//! What is wrong with a data file is said at its place, all at once, and nothing panics.

use plan::model::{Input, Lang, Plan, SHIPPED, load};

const SMALL: &str = include_str!("small/plan.json");

fn lines(plan: &[u8], overlays: &[&str]) -> Vec<String> {
    let names: Vec<String> = (1..=overlays.len()).map(|n| format!("o{n}.json")).collect();
    let overlays: Vec<Input> = names
        .iter()
        .zip(overlays)
        .map(|(name, text)| Input {
            name,
            bytes: text.as_bytes(),
        })
        .collect();
    match load(
        Input {
            name: "p.json",
            bytes: plan,
        },
        &overlays,
    ) {
        Ok(_) => Vec::new(),
        Err(problems) => problems.iter().map(ToString::to_string).collect(),
    }
}

#[test]
fn show() {
    let edits: &[(&str, &str)] = &[
        (r#""number": 1,"#, r#""numbr": 1,"#),
        (
            r#""kind": "measure", "number": 2"#,
            r#""kind": "mesure", "number": -2"#,
        ),
        (r#""parent": "PR1""#, r#""parent": "PR9""#),
        (r#""2029-06""#, r#""2029-13""#),
        (
            r#""role": "support", "basis": "mandate""#,
            r#""role": "suport", "basis": 7"#,
        ),
        (r#""successor": "works""#, r#""successor": "M1""#),
        (
            r#""document": "LETTER", "confidence": "medium""#,
            r#""confidence": "medium""#,
        ),
    ];
    let mut text = SMALL.to_owned();
    for (from, to) in edits {
        assert!(text.contains(from), "{from}");
        text = text.replacen(from, to, 1);
    }
    for line in lines(text.as_bytes(), &[]) {
        println!("{line}");
    }
    for bad in [
        "",
        "{",
        "[",
        "3",
        "{}",
        r#"{"format":2,"x":[]}"#,
        "{\"a\":\"x\ny\"}",
        "\u{feff}{\"format\": 1,}",
    ] {
        println!("{:?} {:#?}", bad, lines(bad.as_bytes(), &[]));
    }
    println!(
        "{:#?}",
        lines(
            SMALL.as_bytes(),
            &[
                r#"{"format":1,"for":"x"}"#,
                r#"{"format":1,"items":[{"id":"m1","short":{"en":"A"},"parent":"M1"}]}"#,
                r#"{"format":1,"items":[{"id":"m1","short":{"en":"B"}}], "responsibilities":[{"item":"M1","body":"works","role":"lead","basis":"plan","due":"2025-02-30","status":"lte"}]}"#
            ]
        )
    );
}
