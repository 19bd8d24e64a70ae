//! What of a spelling does not count, other spellings, and how far two are apart.

use plan::query::{distance, folded, variants};
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

#[track_caller]
fn same(pairs: &[(&str, &str)]) {
    for (text, wanted) in pairs {
        assert_eq!(folded(text), *wanted, "{text}");
    }
}

#[test]
fn what_does_not_count_is_removed() {
    same(&[
        ("ＭＩＩＴ", "miit"),
        ("數字絲綢之路", "数字丝绸之路"),
        ("“数字丝绸之路”共建", "数字丝绸之路共建"),
        ("5G 应用", "5g应用"),
        ("Space-Air-Ground", "space air ground"),
        ("People's Bank", "peoples bank"),
        ("People’s Bank", "peoples bank"),
        ("naïve Café", "naive cafe"),
        ("  a \u{3000} b  ", "a b"),
        ("1,000 Mbit/s, more", "1000 mbit s more"),
        ("２０２５年", "2025年"),
        ("互联网+医疗", "互联网医疗"),
        ("R&D", "rd"),
        ("国发〔2016〕73号", "国发2016 73号"),
        ("ﬁve oﬃces", "five offices"),
        ("A.I. and the U.S.A.", "ai and the usa"),
        ("A. I. and the U. S. A. law", "ai and the usa law"),
        ("R & D fund, Ｒ＆Ｄ", "rd fund rd"),
        ("R and D, land and d", "rd land and d"),
        ("Internet+Health, X+Y, C++", "internet health x y c"),
        ("Science & arts. A plan", "science arts a plan"),
        ("Web3.0, v1.2", "web3 0 v1 2"),
    ]);
}

#[test]
fn punctuation_folds_as_by_the_tables() {
    let short = "\u{2010}\u{205E}\u{3000}\u{3003}\u{3008}\u{301B}\u{FF01}\u{FF5E}";
    let ends: Vec<char> = short.chars().collect();
    for c in ends.chunks(2).flat_map(|ends| ends[0]..=ends[1]) {
        // By the tables of Unicode, in ASCII; all other signs are blanks.
        let parts = std::iter::once(c).nfkd();
        let parts = parts.filter(|part| !is_combining_mark(*part));
        let plain = parts.map(|part| match part {
            _ if part.is_alphanumeric() || part.is_ascii() => part,
            _ => ' ',
        });
        let plain: String = plain.collect();
        let got = folded(&format!("aa{c}bb"));
        let by_tables = folded(&format!("aa{plain}bb"));
        assert!(got == "aabb" || got == by_tables, "{c}: {got}");
    }
}

#[test]
fn every_pair_is_found() {
    const PAIRS: &str = include_str!("../../../src/query/hanzi.txt");
    let pairs: Vec<char> = PAIRS.chars().filter(|c| *c != '\n').collect();
    let simplified: String = pairs.chunks(2).map(|pair| pair[1]).collect();
    let traditional: String = pairs.chunks(2).map(|pair| pair[0]).collect();
    assert_eq!(folded(&traditional), simplified);
    assert_eq!(folded("简体字一龥"), "简体字一龥");
}

#[test]
fn folding_twice_is_folding_once() {
    for text in ["“智能网联”設施", "İstanbul ǅ", "ﬁ½①Ⅳ", "a\u{301}b", "中·国"]
    {
        let once = folded(text);
        assert_eq!(folded(&once), once, "{text}");
    }
}

#[track_caller]
fn has(word: &str, other: &str) {
    assert!(
        variants(word).iter().any(|variant| variant.word == other),
        "{word}: {:?}",
        variants(word)
    );
}

#[test]
fn british_and_american() {
    for (british, american) in [
        ("standardisation", "standardization"),
        ("organised", "organized"),
        ("centres", "centers"),
        ("programme", "program"),
        ("labour", "labor"),
    ] {
        has(british, american);
        has(american, british);
    }
}

#[test]
fn plural_and_singular() {
    has("villages", "village");
    has("policies", "policy");
    has("policy", "policies");
    has("processes", "process");
    assert!(variants("business").is_empty());
    assert!(variants("5g").is_empty());
}

#[test]
fn distances_are_those_of_the_textbook() {
    let words = "a silk slik sillk road elderly eldrely manufacturng manufacturing";
    let cases: Vec<&str> = words.split(' ').chain([""]).collect();
    for &one in &cases {
        for &other in &cases {
            let got = distance(one.as_bytes(), other.as_bytes());
            assert_eq!(got.whole, strsim::osa_distance(one, other), "{one} {other}");
            let least = (0..=other.len())
                .map(|end| strsim::osa_distance(one, &other[..end]))
                .min();
            assert_eq!(Some(got.beginning), least, "{one} {other}");
        }
    }
}
