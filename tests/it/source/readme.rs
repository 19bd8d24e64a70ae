//! The README's picture, its table of keys and its lines for sshd are made from the program.
//! `UPDATE=1 cargo test --test it readme` writes them; otherwise a difference fails.

use std::fmt::Write as _;

use crate::ui::{Ui, options};
use plan::app::Keymap;
use plan::i18n::ssh::SETUP;
use plan::model::Lang;

const README: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");

#[test]
fn picture_keys_and_the_lines_for_sshd_are_those_of_the_program() {
    let before = std::fs::read_to_string(README).expect("a README");
    let mut text = before.clone();
    replace(
        &mut text,
        "<!-- picture: start -->",
        &picture("who leads digital villages"),
    );
    replace(&mut text, "<!-- keys -->", &keys());
    replace(&mut text, "<!-- ssh -->", &code(SETUP));
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(README, text).expect("README can be written");
    } else {
        assert!(
            text == before,
            "README.md is not what the program says; UPDATE=1 cargo test --test it readme"
        );
    }
}

/// Puts new text between a mark and the next `<!-- end -->`.
#[track_caller]
fn replace(text: &mut String, mark: &str, new: &str) {
    let start = text
        .find(mark)
        .unwrap_or_else(|| panic!("README.md has no {mark}"))
        + mark.len();
    let end = start
        + text[start..]
            .find("<!-- end -->")
            .expect("a mark has an end");
    text.replace_range(start..end, &format!("\n{new}\n"));
}

fn code(text: &str) -> String {
    format!("\n```text\n{text}```\n")
}

fn picture(keys: &str) -> String {
    let ui = Ui::with(80, 18, options(Lang::En)).press(keys);
    format!("\n```text\n{}```\n", ui.frame())
}

/// What keys do, and where; two of them in a row.
fn keys() -> String {
    let mut table = String::from("\n| key | does | key | does |\n| --- | --- | --- | --- |\n");
    let keymap = Keymap::default();
    let lines = keymap.lines();
    let cells = lines.iter().map(|line| {
        let labels = line.labels(false);
        let labels: Vec<String> = labels.iter().map(|key| format!("`{key}`")).collect();
        let (said, places) = (line.said(Lang::En), line.places(Lang::En));
        let places = match places.as_str() {
            "" => String::new(),
            places => format!("({places}) "),
        };
        format!("| {} | {said} {places}", labels.join(" "))
    });
    let cells: Vec<String> = cells.collect();
    let half = cells.len().div_ceil(2);
    let (left, right) = cells.split_at(half);
    let right = right.iter().map(String::as_str).chain(["| | "]);
    for (left, right) in left.iter().zip(right) {
        writeln!(table, "{left}{right}|").expect("a string takes all");
    }
    table
}

#[test]
fn it_is_short_enough_to_be_read() {
    let text = std::fs::read_to_string(README).expect("a README");
    let lines = text.lines().count();
    assert!(lines <= 200, "README.md has {lines} lines");
}
