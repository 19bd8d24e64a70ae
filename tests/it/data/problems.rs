//! Each kind of problem of a data file, at its line and column; what has no place in a message;
//! large, deep and broken files.

use std::ops::ControlFlow;

use plan::model::{
    Failed, Input, Lang, Node, Problem, ProblemKind, SHIPPED, load, load_by, plan_schema,
    sheet::Rules,
};
use proptest::prelude::*;

const SMALL: &str = include_str!("../../small/plan.json");
const EXAMPLE: &str = include_str!("../../../data/example-overlay.json");

fn problems(bytes: &[u8]) -> Vec<Problem> {
    let input = Input {
        name: "p.json",
        bytes,
    };
    load(input, &[]).err().unwrap_or_default()
}

fn lines(bytes: &[u8]) -> Vec<String> {
    problems(bytes).iter().map(ToString::to_string).collect()
}

#[track_caller]
fn expect(bytes: &[u8], starts: &[&str]) {
    let lines = lines(bytes);
    let fits = lines.len() == starts.len()
        && lines
            .iter()
            .zip(starts)
            .all(|(line, start)| line.starts_with(start));
    let text = String::from_utf8_lossy(&bytes[..bytes.len().min(300)]);
    assert!(fits, "{text}\n{lines:#?}\nexpected {starts:#?}");
}

/// The small plan with `from` once replaced by `to`.
#[track_caller]
fn edited(edits: &[(&str, &str)]) -> String {
    let mut text = SMALL.to_owned();
    for (from, to) in edits {
        assert!(text.contains(from), "{from} is not in the small plan");
        text = text.replacen(from, to, 1);
    }
    text
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn no_json() {
    for (text, start) in [
        ("", "p.json:1:1: the file is empty;"),
        (" \n\t\n", "p.json:1:1: the file is empty;"),
        ("\u{feff}", "p.json:1:1: the file is empty;"),
        ("{", "p.json:1:2: invalid JSON: the text ends too early;"),
        ("[", "p.json:1:2: invalid JSON: the text ends too early;"),
        (
            "{\n\"计划",
            "p.json:2:4: invalid JSON: the text ends too early;",
        ),
        (
            "hello",
            "p.json:1:1: invalid JSON: a value is missing here;",
        ),
        (
            "{\"format\": 1,}",
            "p.json:1:14: invalid JSON: a comma before a closing bracket;",
        ),
        (
            "{\"items\": [1,]}",
            "p.json:1:14: invalid JSON: a comma before a closing bracket;",
        ),
        (
            "{format:1}",
            "p.json:1:2: invalid JSON: a key in double quotes is missing;",
        ),
        (
            "{\"计划\" 1}",
            "p.json:1:7: invalid JSON: a colon is missing after the key;",
        ),
        (
            "{\"a\":1 \"b\":2}",
            "p.json:1:8: invalid JSON: a comma or a closing bracket is missing;",
        ),
        ("{} x", "p.json:1:4: invalid JSON: text after the end;"),
        (
            "Last login: Mon\n{\"items\": [{\"id\": \"A\", \"name\": \"B\", \"kind\": \"task\"}]}",
            "p.json:1:1: invalid JSON: text before the first bracket;",
        ),
        (
            "{\"a\":\"\\x41\"}",
            "p.json:1:8: invalid JSON: an invalid backslash;",
        ),
        ("{\"a\":01}", "p.json:1:7: invalid JSON: an invalid number;"),
        (
            "{\"a\":0x1}",
            "p.json:1:7: invalid JSON: an invalid number;",
        ),
        (
            "{\"a\":1_000}",
            "p.json:1:7: invalid JSON: an invalid number;",
        ),
        ("{\"a\":5%}", "p.json:1:7: invalid JSON: an invalid number;"),
        ("{\"a\":.5}", "p.json:1:6: invalid JSON: an invalid number;"),
        (
            "// c\n{}",
            "p.json:1:1: invalid JSON: JSON has no comments;",
        ),
        (
            "{\"a\":1, /* c */}",
            "p.json:1:9: invalid JSON: JSON has no comments;",
        ),
        (
            "{\"a\":1，}",
            "p.json:1:7: invalid JSON: a full-width comma (， U+FF0C); use , instead",
        ),
        ("{\"a\"：1}", "p.json:1:5: invalid JSON: a full-width colon"),
        (
            "{\u{a0}\"a\":1}",
            "p.json:1:2: invalid JSON: a no-break space (U+00A0);",
        ),
        (
            "{“a”:1}",
            "p.json:1:2: invalid JSON: a curly quotation mark",
        ),
        (
            "{\"a”: \"b\"}",
            "p.json:1:4: invalid JSON: a curly quotation mark",
        ),
        ("［1]", "p.json:1:1: invalid JSON: a full-width bracket"),
        (
            "{'a':1}",
            "p.json:1:2: invalid JSON: a single quotation mark (' U+0027);",
        ),
        (
            "{\"a\":1\u{fe0f}}",
            "p.json:1:7: invalid JSON: an invisible sign",
        ),
        (
            "{\"a\"∶1}",
            "p.json:1:5: invalid JSON: a full-width colon (∶",
        ),
        (
            "{\"a\":1\u{37e}\"b\":2}",
            "p.json:1:7: invalid JSON: a semicolon (\u{37e} U+037E); use , instead",
        ),
        (
            "{\"a\":1。\"b\":2}",
            "p.json:1:7: invalid JSON: a punctuation mark not used in JSON (。 U+3002); use , instead",
        ),
        (
            "{\"a\"‧1}",
            "p.json:1:5: invalid JSON: a punctuation mark not used in JSON (‧ U+2027); use : instead",
        ),
        (
            "# c\nformat: 1\nitems:\n",
            "p.json:1:1: this file is in YAML format, not JSON;",
        ),
        // What a program said before it wrote the file.
        (
            "Password:\n{\"format\":1}\n",
            "p.json:1:1: invalid JSON: text before the first bracket; delete it",
        ),
        (
            "[INFO] starting\n{\n\"format\":1}\n",
            "p.json:1:1: invalid JSON: text before the first bracket; delete it",
        ),
        (
            "\n[warn] starting\n{\"format\":1}\n",
            "p.json:2:1: invalid JSON: text before the first bracket; delete it",
        ),
        (
            "Item,Lead\nP1,miit\n",
            "p.json:1:1: this file is a sheet (CSV), not JSON; rename it to .csv",
        ),
    ] {
        expect(text.as_bytes(), &[start]);
    }
}

/// Words and numbers as other languages write them, and signs of other scripts.
#[test]
fn what_is_foreign_is_named() {
    for (text, start) in [
        (
            "{\"a\": None}",
            "p.json:1:7: invalid JSON: JSON has no None;",
        ),
        (
            "{\"a\": True}",
            "p.json:1:7: invalid JSON: JSON has no True;",
        ),
        (
            "[-Infinity]",
            "p.json:1:3: invalid JSON: JSON has no Infinity;",
        ),
        ("[NaN]", "p.json:1:2: invalid JSON: JSON has no NaN;"),
        (
            "{\"a\": +5}",
            "p.json:1:7: invalid JSON: a plus sign before a number;",
        ),
        (
            "{\"a\": 5,5}",
            "p.json:1:9: invalid JSON: a comma in a number; use",
        ),
        (
            "{<!-- -->}",
            "p.json:1:2: invalid JSON: JSON has no comments;",
        ),
        (
            "<!-- ours -->\n{\"a\": 5}",
            "p.json:1:1: invalid JSON: JSON has no comments;",
        ),
        (
            "<!-- a page --><html>",
            "p.json:1:1: this file is in HTML/XML format",
        ),
        (
            "{\"a\": 5\u{60c}}",
            "p.json:1:8: invalid JSON: an Arabic comma (",
        ),
        (
            "{\u{2033}a\": 5}",
            "p.json:1:2: invalid JSON: a double prime (",
        ),
        (
            "{\u{2028}}",
            "p.json:1:2: invalid JSON: a line break that is not ASCII (",
        ),
    ] {
        expect(text.as_bytes(), &[start]);
    }
}

/// Signs that look like those of JSON or like nothing, and files of other formats.
#[test]
fn what_looks_right_is_named() {
    for (text, start) in [
        ("{″a″:1}", "p.json:1:2: invalid JSON: a double prime"),
        ("{\"a\":1،}", "p.json:1:7: invalid JSON: an Arabic comma"),
        (
            "{\"a\":ｔrue}",
            "p.json:1:6: invalid JSON: a full-width sign (ｔ U+FF54); use t instead",
        ),
        (
            "{\u{200f}\"a\":1}",
            "p.json:1:2: invalid JSON: an invisible sign (U+200F); delete it",
        ),
        (
            "{\u{1680}\"a\":1}",
            "p.json:1:2: invalid JSON: a wide blank (U+1680);",
        ),
        (
            "{\u{7f}\"a\":1}",
            "p.json:1:2: invalid JSON: a control character (U+007F); delete it",
        ),
        (
            "{\u{c}\"a\":1}",
            "p.json:1:2: invalid JSON: a control character (U+000C); delete it",
        ),
        (
            "%PDF-1.7",
            "p.json:1:1: this file is in PDF format, not JSON;",
        ),
        (
            "\n<!DOCTYPE html>",
            "p.json:1:1: this file is in HTML/XML format, not JSON;",
        ),
        ("\0\0\0\0", "p.json:1:1: invalid JSON: a control character"),
    ] {
        expect(text.as_bytes(), &[start]);
    }
}

/// It is valid JSON by the grammar, and no text.
#[test]
fn half_a_surrogate_pair_is_called_so() {
    for half in [r"\ud83d", r"\ude00", r"a\ud83d\u0041z", r"\ud83d\n"] {
        let text = edited(&[("Decides.", half)]);
        let lines = lines(text.as_bytes());
        assert!(
            lines.len() == 1 && lines[0].contains("half a surrogate pair"),
            "{half}: {lines:?}"
        );
    }
    expect(edited(&[("Decides.", r"\ud83d\ude00")]).as_bytes(), &[]);
}

#[test]
fn not_utf8() {
    let wide: Vec<u8> = SMALL.encode_utf16().flat_map(u16::to_le_bytes).collect();
    expect(
        &wide,
        &["p.json:1:1: this looks like UTF-16LE; save it as UTF-8: iconv -f utf-16le -t utf-8 "],
    );
    let marked: Vec<u8> = [0xff, 0xfe].into_iter().chain(wide).collect();
    expect(
        &marked,
        &["p.json:1:1: this looks like UTF-16; save it as UTF-8: iconv -f utf-16 -t utf-8 "],
    );
    let wide: Vec<u8> = SMALL.encode_utf16().flat_map(u16::to_be_bytes).collect();
    expect(
        &wide,
        &["p.json:1:1: this looks like UTF-16BE; save it as UTF-8: iconv -f utf-16be -t utf-8 "],
    );
    let wide: Vec<u8> = SMALL
        .chars()
        .flat_map(|c| u32::from(c).to_le_bytes())
        .collect();
    expect(
        &wide,
        &["p.json:1:1: this looks like UTF-32LE; save it as UTF-8: iconv -f utf-32le -t utf-8 "],
    );
    expect(
        b"{\n \"a\":\"\xca\xfd\xd7\xd6\"}",
        &["p.json:2:7: this looks like GB18030; save it as UTF-8: iconv -f gb18030 -t utf-8 "],
    );
    expect(
        b"\x1f\x8b\x08\0",
        &["p.json:1:1: this file is packed (gzip); unpack it: gzip -dc "],
    );
    // A sheet by its name that something packed is no sheet.
    let lines = |name, bytes: &[u8]| {
        let problems = load(Input { name, bytes }, &[]).expect_err("no plan");
        problems[0].render(Lang::En)
    };
    for name in ["p.csv", "p.xlsx"] {
        let said = lines(name, b"\x1f\x8b\x08\0");
        assert!(said.contains("this file is packed (gzip)"), "{said}");
    }
    // Wrong bytes among control characters are no text in any encoding.
    expect(b"{\x01\xca\xfd\xd7\xd6", &["p.json:1:3: not UTF-8; save"]);
    expect(
        b"{\n \"a\":\"\xe8\xae\xa1\xff\"}",
        &["p.json:2:8: not UTF-8;"],
    );
    let cut = SMALL.find('海').unwrap() + 1;
    for cut in [cut, cut + 1] {
        let wanted = "p.json:5:54: the file breaks off in the middle of a character; copy it again";
        expect(&SMALL.as_bytes()[..cut], &[wanted]);
    }
    // A pair of curly quotation marks within a string that is broken off is not at fault.
    expect(
        "{\n \"a\": \"“数字”".as_bytes(),
        &["p.json:2:12: invalid JSON: the text ends too early"],
    );
}

#[test]
fn a_byte_order_mark_and_other_line_ends_are_no_problem() {
    expect(format!("\u{feff}{SMALL}").as_bytes(), &[]);
    expect(SMALL.replace('\n', "\r\n").as_bytes(), &[]);
    expect(SMALL.replace('\n', "\r").as_bytes(), &[]);
}

#[test]
fn a_file_without_what_a_plan_has() {
    expect(
        b"{}",
        &[
            "p.json:1:1: the key \u{201c}format\u{201d} is missing;",
            "p.json:1:1: the key “plan” is missing; add it: \"plan\": { \"name\": \"Our plan\" }, or open an overlay with --overlay",
            "p.json:1:1: the key “items” is missing;",
        ],
    );
    expect(
        b"3",
        &["p.json:1:1: a number, which is not a plan; write an object"],
    );
    expect(
        b" []",
        &["p.json:1:2: a list […], which is not a plan; write an object"],
    );
    expect(
        b"null",
        &["p.json:1:1: null, which is not a plan; write an object"],
    );
}

/// An edit of the small plan, and how the lines begin that it leads to, after `p.json:`.
type Case = (
    &'static [(&'static str, &'static str)],
    &'static [&'static str],
);

const CASES: &[Case] = &[
    (
        &[(r#""format": 1"#, r#""format": 2"#)],
        &["2:13: unknown format 2;"],
    ),
    (
        &[(r#""format": 1"#, r#""format": "1""#)],
        &["2:13: a text in double quotes instead of a number;"],
    ),
    (
        &[(r#""format": 1,"#, r#""format": 1, "format": 1,"#)],
        &["2:16: the key “format” appears twice;"],
    ),
    (
        &[(r#""kinds""#, r#""kind""#)],
        &["21:3: unknown key “kind”; did you mean “kinds”?"],
    ),
    (&[(r#""issuer": "council","#, "")], &[]),
    (
        &[(r#""issuer": "council""#, r#""issuer": "counsil""#)],
        &[
            "6:15: HARBOUR: no item, organisation or document has the id “counsil”; did you mean “council”?",
        ],
    ),
    (
        &[(r#""issuer": "council""#, r#""issuer": "LAW""#)],
        &["6:15: HARBOUR: “LAW” is a document; write the id of an organisation here"],
    ),
    (
        &[(r#""dated": "2026-03""#, r#""dated": "2026-3""#)],
        &["8:14: HARBOUR: “2026-3” is not a date;"],
    ),
    (
        &[(r#""from": 2026"#, r#""from": 2036"#)],
        &["10:15: HARBOUR: the period ends before it begins;"],
    ),
    (
        &[(r#""from": 2026"#, r#""from": 0"#)],
        &["10:25: HARBOUR: the number is out of range; write one from 1 to 9999"],
    ),
    (
        &[(r#""from": 2026"#, r#""from": 2026.5"#)],
        &["10:25: HARBOUR: a number instead of a whole number;"],
    ),
    (
        &[(r#""summary": {"#, r#""sumary": {"#)],
        &["12:5: HARBOUR: unknown key “sumary”; did you mean “summary”?"],
    ),
    (
        &[(r#""follows": ["LAW"]"#, r#""follows": "LAW""#)],
        &["16:16: HARBOUR: a text in double quotes instead of a list"],
    ),
    (
        &[(r#""follows": ["LAW"]"#, r#""follows": ["LAW", 7]"#)],
        &["16:24: HARBOUR: a number instead of a text"],
    ),
    (
        &[(r#""aliases": ["town plan"]"#, r#""aliases": null"#)],
        &["17:16: HARBOUR: null instead of a list"],
    ),
    (
        &[(r#""id": "measure""#, r#""id": "Programme""#)],
        &[
            "28:13: Programme: the id “Programme” is already taken at p.json:23:13;",
            "56:27: M1: the kind “measure” is not declared; use one of: programme, gauge",
            "73:27: M2: the kind “measure” is not declared;",
            "81:27: M3: the kind “measure” is not declared;",
        ],
    ),
    (
        &[
            (r#""id": "gauge""#, r#""id": "Body""#),
            (r#""kind": "gauge""#, r#""kind": "measure""#),
        ],
        &["33:13: Body: the id “Body” is reserved;"],
    ),
    (
        &[(r#""id": "M2""#, r#""id": "m1""#)],
        &["73:13: m1: the id “m1” is already taken at p.json:56:13;"],
    ),
    (
        &[(r#""id": "M2""#, r#""id": "WORKS""#)],
        &[
            "7:20: HARBOUR: “works” is an item; write the id of an organisation here",
            "114:13: works: the id “works” is already taken at p.json:73:13;",
            "124:20: quays: “works” is an item;",
            "144:19: LETTER: “works” is an item;",
            "152:29: M1: “works” is an item;",
            "154:29: M1: “works” is an item;",
            "155:29: M3: “works” is an item;",
        ],
    ),
    (
        &[(r#""id": "M2""#, r#""id": "Plan""#)],
        &["73:13: Plan: the id “Plan” is reserved;"],
    ),
    (
        &[(r#""id": "M2""#, r#""id": "harbour""#)],
        &["73:13: harbour: the id “harbour” is already taken at p.json:4:11;"],
    ),
    (
        &[(r#""id": "M2""#, r#""id": " ""#)],
        &["73:13: the id is empty;"],
    ),
    (
        &[(r#""id": "M2", "#, "")],
        &["72:5: the key “id” is missing;"],
    ),
    (
        &[(
            r#""en": "Light the south quay", "zh": "南码头照明""#,
            r#""en": "\u200b""#,
        )],
        &["74:15: M2: “name” is empty;"],
    ),
    (
        &[(
            r#"{ "en": "Light the south quay", "zh": "南码头照明" }"#,
            r#"["Light", "照明"]"#,
        )],
        &["74:15: M2: a list […] instead of a text"],
    ),
    (
        &[(r#""en": "Light the south quay""#, r#""fr": "x""#)],
        &["74:17: M2: unknown key “fr”; remove it"],
    ),
    (
        &[(r#""parent": "PR1""#, r#""parent": "M1""#)],
        &["60:17: M1: these items are each other's parents: M1 → M1;"],
    ),
    (
        &[
            (r#""parent": "PR1""#, r#""parent": "M3""#),
            (r#""parent": "PR2""#, r#""parent": "M1""#),
        ],
        &["83:17: M3: these items are each other's parents: M1 → M3 → M1;"],
    ),
    (
        &[(r#""parent": "PR1""#, r#""parent": "works""#)],
        &["60:17: M1: “works” is an organisation; write the id of an item here"],
    ),
    (
        &[(
            r#""related": ["GA1", "works"]"#,
            r#""related": ["GA1", "wroks"]"#,
        )],
        &[
            "51:26: PR2: no item, organisation or document has the id “wroks”; did you mean “works”?",
        ],
    ),
    (
        &[(r#""number": 2"#, r#""number": -2"#)],
        &["48:51: PR2: the number is out of range;"],
    ),
    (
        &[(r#""number": 2"#, r#""number": 1e400"#)],
        &["48:51: PR2: a number instead of a whole number;"],
    ),
    (
        &[(r#""by": "2028""#, r#""by": "2028-02-30""#)],
        &["66:17: M1: “2028-02-30” is not a date;"],
    ),
    (
        &[(r#""by": "2028", "#, "")],
        &["66:9: M1: the key “by” is missing;"],
    ),
    (
        &[(
            r#""document": "LETTER", "sources""#,
            r#""document": "works", "sources""#,
        )],
        &["67:87: M1: “works” is an organisation; write the id of a document here"],
    ),
    (
        &[(r#""year": 2025"#, r#""year": 20250"#)],
        &["96:21: GA1: the number is out of range; write one from 1 to 9999"],
    ),
    (
        &[(r#""value": 412"#, r#""value": 1e309"#)],
        &["96:36: GA1: the number is too large or too long;"],
    ),
    (
        &[(r#""value": 412"#, r#""value": 9007199254740993"#)],
        &["96:36: GA1: the number is too large or too long;"],
    ),
    (
        &[(r#""value": 412"#, r#""value": 0.1234567890123456789"#)],
        &["96:36: GA1: the number is too large or too long;"],
    ),
    (
        &[(r#""kind": "baseline""#, r#""kind": "base line""#)],
        &["96:49: GA1: unknown value “base line”; did you mean “baseline”?"],
    ),
    (
        &[(r#""successor": "works""#, r#""successor": "quays""#)],
        &["124:20: quays: these organisations are each other's successors: quays → quays;"],
    ),
    (
        &[(r#""role": "issuer""#, r#""role": "author""#)],
        &["150:53: HARBOUR: unknown value “author”; use one of: lead, support, issuer"],
    ),
    (
        &[(r#""item": "HARBOUR""#, r#""item": "LAW""#)],
        &["150:15: LAW: “LAW” is a document; write the id of an item or the plan here"],
    ),
    (
        &[(r#""document": "LETTER", "confidence""#, r#""confidence""#)],
        &["154:63: M1: the basis “companion” needs a “document”;"],
    ),
    (
        &[(r#""sources": ["LETTER"] },"#, r#""sources": ["LETER"] },"#)],
        &[
            "66:84: M1: no item, organisation or document has the id “LETER”; did you mean “LETTER”?",
        ],
    ),
    (
        &[(r#""confidence": "high""#, r#""confidence": "certain""#)],
        &["18:19: HARBOUR: unknown value “certain”; use one of: high, medium, low"],
    ),
    (&[(r#""confidence": "high","#, "")], &[]),
];

#[test]
fn every_problem_has_its_place() {
    for (edits, starts) in CASES {
        let starts: Vec<String> = starts
            .iter()
            .map(|start| format!("p.json:{start}"))
            .collect();
        let starts: Vec<&str> = starts.iter().map(|start| &**start).collect();
        expect(edited(edits).as_bytes(), &starts);
    }
}

#[test]
fn in_both_languages() {
    let text = edited(&[(r#""parent": "PR1""#, r#""parent": "PR9""#)]);
    let [problem] = &problems(text.as_bytes())[..] else {
        panic!("one problem")
    };
    assert_eq!(
        problem.render(Lang::Zh),
        "p.json:60:17: M1: 编号“PR9”不存在；是否为“PR1”？"
    );
}

#[test]
fn a_message_cannot_speak_to_a_terminal() {
    let evil = "\u{1b}]0;PWN\u{7}\u{202e}".repeat(2000);
    for (from, to) in [
        ("PR9", evil.clone()),
        ("kind", format!("\\u001b[31m{}", "k".repeat(100_000))),
        (
            "2028",
            evil.replace('\u{1b}', "\\u001b").replace('\u{7}', ""),
        ),
    ] {
        let text = SMALL.replacen(&format!("\"{from}\""), &format!("\"{to}\""), 1);
        let text = text.replacen("\"PR1\",", &format!("\"{to}\","), 1);
        for problem in problems(text.as_bytes()) {
            for line in [Lang::En, Lang::Zh].map(|lang| problem.render(lang)) {
                assert!(
                    !line.chars().any(|c| c.is_control() || c == '\u{202e}'),
                    "{line:?}"
                );
                assert!(line.chars().count() < 600, "{}", line.len());
            }
        }
    }
}

#[test]
fn deep_and_large_files_are_refused_in_good_time() {
    let deep = "[".repeat(1_000_000);
    expect(
        deep.as_bytes(),
        &["p.json:1:1000001: invalid JSON: the text ends too early;"],
    );
    let deep = format!("{}{}", "[".repeat(1_000_000), "]".repeat(1_000_000));
    expect(
        deep.as_bytes(),
        &["p.json:1:1: a list […], which is not a plan"],
    );
    let deep = format!("{}1{}", "{\"items\":".repeat(100_000), "}".repeat(100_000));
    let found = lines(deep.as_bytes());
    assert!(
        found
            .iter()
            .any(|line| line.starts_with("p.json:1:10: an object {…} instead of a list"))
    );
    let keys: Vec<String> = (0..200_000).map(|key| format!("\"k{key}\":0")).collect();
    let found = lines(format!("{{{}}}", keys.join(",")).as_bytes());
    assert_eq!(found.len(), 10_001);
    assert!(
        found.last().unwrap().contains("and 190003 more problems"),
        "{:?}",
        found.last()
    );
    let zeros = format!("{{\"items\":[{}0]}}", "0,".repeat(100_000));
    assert_eq!(lines(zeros.as_bytes()).len(), 10_001);
}

/// What grew with the square of a record would take minutes here.
#[test]
fn a_record_with_very_many_values_takes_no_longer_than_many_records() {
    const MANY: usize = 100_000;
    let ids: Vec<String> = (0..MANY).map(|at| format!("\"NONE{at}\"")).collect();
    let text = edited(&[(
        r#""related": ["#,
        &format!("\"related\": [{},", ids.join(",")),
    )]);
    assert_eq!(lines(text.as_bytes()).len(), 10_001);
    let wrong = format!("\"aliases\": [{}0], \"note\"", "0,".repeat(MANY));
    assert_eq!(
        lines(edited(&[("\"note\"", &wrong)]).as_bytes()).len(),
        10_001
    );
    let aliases: Vec<String> = (0..MANY).map(|at| format!("\"alias {at}\"")).collect();
    let aliases = aliases.join(",");
    let row = |at| format!(r#"{{"item":"M1","body":"works","role":"lead","unit":"unit {at}"}}"#);
    let rows: Vec<String> = (0..MANY).map(row).collect();
    let rows = rows.join(",");
    let overlay = format!(
        r#"{{"format":1,"items":[{{"id":"M1","aliases":[{aliases}]}}],"responsibilities":[{rows}]}}"#
    );
    let small = Input {
        name: "p.json",
        bytes: SMALL.as_bytes(),
    };
    let overlay = Input {
        name: "o.json",
        bytes: overlay.as_bytes(),
    };
    let plan = load(small, &[overlay]).expect("nothing is wrong");
    let Some(Node::Item(quay)) = plan.find("M1") else {
        panic!("an item")
    };
    assert_eq!(plan[quay].aliases.len(), MANY);
    let rows = plan.responsible(Node::Item(quay)).iter();
    let rows: usize = rows.map(|one| one.rows().len()).sum();
    assert!(rows > MANY);
}

#[test]
fn loading_tells_how_far_it_is_and_can_be_cancelled() {
    let input = Input {
        name: "data/plan.json",
        bytes: SHIPPED,
    };
    let seen = std::cell::RefCell::new(Vec::new());
    let watch = |bytes| {
        seen.borrow_mut().push(bytes);
        ControlFlow::Continue(())
    };
    assert!(load_by(input, &[], Rules::default(), &watch).is_ok());
    let seen = seen.into_inner();
    assert!(seen.is_sorted(), "{seen:?}");
    assert!(seen.len() > 3);
    assert_eq!(seen.last().copied(), Some(SHIPPED.len() as u64));
    let cancelled = load_by(input, &[], Rules::default(), &|_| ControlFlow::Break(()));
    assert!(matches!(cancelled, Err(Failed::Cancelled)));
}

/// Loading ends, and what is wrong has a place and a line of text.
fn check_any(bytes: &[u8]) -> Result<(), TestCaseError> {
    let Err(problems) = load(
        Input {
            name: "p.json",
            bytes,
        },
        &[],
    ) else {
        return Ok(());
    };
    prop_assert!(!problems.is_empty());
    let text = String::from_utf8_lossy(bytes);
    let text = text.trim_start_matches('\u{feff}');
    for problem in problems {
        prop_assert!(
            problem.at.line > 0 && problem.at.column > 0,
            "{:?}",
            problem
        );
        let line = text.split('\n').nth(problem.at.line as usize - 1);
        let line = line.expect("the line exists").chars().count();
        prop_assert!(problem.at.column as usize <= line + 1, "{:?}", problem);
        for line in [Lang::En, Lang::Zh].map(|lang| problem.render(lang)) {
            prop_assert!(line.starts_with("p.json:"));
            prop_assert!(!line.contains(char::is_control), "{:?}", line);
        }
    }
    Ok(())
}

/// A change somewhere in a text, as slips of a hand or of a disk make them.
fn mutate(text: &mut Vec<u8>, (how, at, value): (u8, usize, u8)) {
    let at = at % text.len().max(1);
    match how {
        0 => text[at] ^= value.max(1),
        1 => drop(text.remove(at)),
        2 => text.insert(at, value),
        3 => text.truncate(at),
        4 => {
            let piece: Vec<u8> = text[at..text.len().min(at + usize::from(value))].to_vec();
            text.splice(at..at, piece);
        }
        // One word of the file in the place of another: wrong references, kinds, types.
        _ => {
            let whole = String::from_utf8_lossy(text).into_owned();
            let mut words: Vec<&str> = whole.split_inclusive(['"', '[', '{', ',', ' ']).collect();
            let from = at % words.len();
            let to = (at / 7 + usize::from(value)) % words.len();
            words[to] = words[from];
            *text = words.concat().into_bytes();
        }
    }
    if text.is_empty() {
        text.push(b' ');
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn any_text_of_marks(text in "[\\[\\]{}:,\"a1 \\n\\\\é计]{0,60}") {
        check_any(text.as_bytes())?;
    }

    #[test]
    fn any_change_of_a_small_plan(
        changes in prop::collection::vec((0..6_u8, any::<usize>(), any::<u8>()), 1..4)
    ) {
        let mut text = SMALL.as_bytes().to_vec();
        for change in changes {
            mutate(&mut text, change);
        }
        check_any(&text)?;
    }

    #[test]
    fn any_change_of_an_overlay(
        changes in prop::collection::vec((0..6_u8, any::<usize>(), any::<u8>()), 1..4)
    ) {
        let mut text = EXAMPLE.as_bytes().to_vec();
        for change in changes {
            mutate(&mut text, change);
        }
        let plan = Input { name: "plan", bytes: SHIPPED };
        let overlay = Input { name: "o.json", bytes: &text };
        if let Err(problems) = load(plan, &[overlay]) {
            prop_assert!(!problems.is_empty());
            prop_assert!(problems.iter().all(|problem| problem.at.line > 0 && problem.at.file == "o.json"));
        }
    }
}

/// Where a record of each sort stands in the small plan.
const RECORDS: [(&str, &str); 11] = [
    ("PlanRecord", "/plan"),
    ("PeriodRecord", "/plan/period"),
    ("KindRecord", "/kinds/2"),
    ("ItemRecord", "/items/2"),
    ("PartRecord", "/items/2/parts/1"),
    ("TargetRecord", "/items/2/targets/1"),
    ("MeasureRecord", "/items/5/measure"),
    ("PointRecord", "/items/5/measure/points/2"),
    ("BodyRecord", "/bodies/2"),
    ("DocumentRecord", "/documents/1"),
    ("RowRecord", "/responsibilities/3"),
];

/// The schema and the loader agree: what the one requires, the other misses.
#[test]
fn what_the_schema_requires_is_missed() {
    let schema: serde_json::Value = serde_json::from_str(&plan_schema()).unwrap();
    let plan: serde_json::Value = serde_json::from_str(SMALL).unwrap();
    let miss = |at: &str, key: &str| {
        let mut plan = plan.clone();
        plan.pointer_mut(at)
            .unwrap()
            .as_object_mut()
            .unwrap()
            .remove(key);
        let missed = problems(plan.to_string().as_bytes())
            .into_iter()
            .any(|problem| {
                problem.what == ProblemKind::MissingPlan
                    || matches!(problem.what, ProblemKind::MissingKey { key: missed } if missed == key)
            });
        (at.to_owned(), key.to_owned(), missed)
    };
    let mut records: Vec<(&str, &serde_json::Value)> = vec![("", &schema)];
    records.extend(RECORDS.map(|(record, at)| (at, &schema["$defs"][record])));
    assert_eq!(
        records.len() + 1,
        schema["$defs"].as_object().unwrap().len() - 5 + 1
    );
    for (at, schema) in records {
        let required: Vec<&str> = schema["required"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|key| key.as_str())
            .collect();
        for key in schema["properties"].as_object().unwrap().keys() {
            assert_eq!(
                miss(at, key),
                (at.to_owned(), key.to_owned(), required.contains(&&**key))
            );
        }
    }
}
