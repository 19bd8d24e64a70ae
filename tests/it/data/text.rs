//! What becomes of strings, figures and characters of a data file.

use std::borrow::Cow;

use plan::model::{Figure, Lang, Str, Text, clip, fold_id, readings, sanitize};

#[test]
fn what_acts_on_a_terminal_goes() {
    for (raw, want) in [
        ("plain", "plain"),
        ("\u{1b}]0;PWN\u{7}\u{1b}[2J", "]0;PWN[2J"),
        ("a\nb\tc\u{2028}d\r\ne", "a b c d  e"),
        ("\u{202e}abc\u{2066}\u{200f}", "abc"),
        ("c1 \u{9b}31m \u{85}", "c1 31m  "),
        ("tag\u{e0041}\u{e0100}s", "tags"),
        (
            "zero\u{200b}\u{feff}\u{200d}\u{ad}width\u{fe0f}",
            "zerowidth",
        ),
        ("\u{13000}\u{13430}\u{13000}\u{1d173}", "\u{13000}\u{13000}"),
        ("“数字政府”、5G。", "“数字政府”、5G。"),
        ("e\u{301}", "e\u{301}"),
    ] {
        assert_eq!(sanitize(raw), want, "{raw:?}");
    }
}

#[test]
fn accents_do_not_pile_up() {
    let raw = format!("e{}x\u{301}", "\u{301}".repeat(5000));
    assert_eq!(sanitize(&raw), format!("e{}x\u{301}", "\u{301}".repeat(4)));
}

#[test]
fn marks_do_not_pile_up_in_any_script() {
    let marks = "\u{301}\u{e34}\u{651}\u{5b0}\u{489}\u{93c}\u{f72}\u{3099}\u{e47}\u{1d165}\u{1da00}\u{20dd}\u{1161}\u{11a8}\u{d7b0}\u{e31}\u{ebc}\u{1abe}\u{a806}\u{600}";
    for mark in marks.chars() {
        let many = |count| mark.to_string().repeat(count);
        let (raw, want) = (many(1000), many(4));
        assert_eq!(
            sanitize(&format!("e{raw}x{mark}")),
            format!("e{want}x{mark}"),
            "{mark:?}"
        );
    }
    let mixed = marks.repeat(50);
    assert_eq!(sanitize(&format!("e{mixed}")).chars().count(), 5);
}

#[test]
fn words_of_all_scripts_stay() {
    for word in [
        "กำลัง",
        "हिन्दी",
        "مُحَمَّد",
        "שָׁלוֹם",
        "한국어",
        "བོད་སྐད",
        "ﾊﾞｲｸ",
        "Việt Nam",
        "が",
    ] {
        assert_eq!(sanitize(word), word);
    }
}

#[test]
fn cleaning_twice_is_cleaning_once() {
    for code in 0..=0x0010_ffff {
        let Some(c) = char::from_u32(code) else {
            continue;
        };
        let once = sanitize(c.encode_utf8(&mut [0; 4])).into_owned();
        assert_eq!(sanitize(&once), once, "{code:x}");
        assert!(once.chars().all(|c| !c.is_control()), "{code:x}");
    }
}

#[test]
fn clean_text_is_borrowed() {
    assert!(matches!(
        sanitize("“十四五”国家信息化规划, 2021"),
        Cow::Borrowed(_)
    ));
}

#[test]
fn clipping_marks_what_is_cut() {
    assert_eq!(clip("数字乡村", 4), "数字乡村");
    assert_eq!(clip("数字乡村建设", 4), "数字乡村…");
}

#[test]
fn an_empty_side_falls_back() {
    let text = Text::sanitize("", "规划");
    assert_eq!(text.get(Lang::En), "规划");
    assert_eq!(text.own(Lang::En), None);
    assert!(Text::sanitize(" \u{200b}", "").is_empty());
}

#[test]
fn a_string_of_the_file_is_cleaned() {
    for (raw, clean) in [("规划", "规划"), (" a\nb\u{200b} ", "a b"), ("", "")] {
        assert_eq!(&*Str::from(Box::from(raw)), clean);
        assert_eq!(&*Str::sanitize(raw), clean);
    }
}

#[test]
fn a_figure_is_shown_as_it_was_written() {
    for text in [
        "0",
        "-0.001",
        "0.004",
        "2.125",
        "99.999",
        "412",
        "1000000",
        "-7.77",
        "9007199254740992",
    ] {
        assert_eq!(
            Figure::parse(text).map(|figure| figure.to_string()),
            Some(text.to_owned())
        );
    }
    for (written, shown) in [
        ("2.50", "2.5"),
        ("1e3", "1000"),
        ("25E-1", "2.5"),
        ("1e20", "100000000000000000000"),
    ] {
        assert_eq!(
            Figure::parse(written).map(|figure| figure.to_string()),
            Some(shown.to_owned())
        );
    }
}

#[test]
fn what_cannot_be_held_is_no_figure() {
    for text in [
        "9007199254740993",
        "-12345678901234567890",
        "0.1234567890123456789",
        "1e309",
        "1e-400",
        "",
        "\"1\"",
    ] {
        assert_eq!(Figure::parse(text), None, "{text}");
    }
    assert!(Figure::parse("0e99999999999999999999").is_some());
}

#[test]
fn characters_with_one_and_several_readings() {
    for (c, wanted) in [
        ('数', "shu"),
        ('行', "xing"),
        ('略', "lüe"),
        ('绿', "lü"),
        ('龥', "yu"),
    ] {
        assert_eq!(readings(c).next(), Some(wanted), "{c}");
    }
    assert_eq!(readings('得').filter(|reading| *reading == "de").count(), 1);
    assert!(readings('行').any(|reading| reading == "hang"));
    for c in ['a', '5', '，'] {
        assert_eq!(readings(c).count(), 0, "{c}");
    }
}

#[test]
fn a_figure_is_written_as_it_was_read() {
    for (text, written) in [
        ("-0", "-0.0"),
        ("-0.0", "-0.0"),
        ("0", "0"),
        ("-1", "-1"),
        ("-0.001", "-0.001"),
        ("99.999", "99.999"),
        ("9007199254740992", "9007199254740992"),
    ] {
        let figure: Figure = serde_json::from_str(text).expect("a figure");
        assert_eq!(serde_json::to_string(&figure).expect("text"), written);
    }
    assert!(serde_json::from_str::<Figure>("9007199254740993").is_err());
}

#[test]
fn ids_are_the_same_in_any_case() {
    for (id, folded) in [
        ("P1", "p1"),
        ("Ünit", "ünit"),
        (" p1\u{200b}", "p1"),
        ("A b", "a b"),
    ] {
        assert_eq!(fold_id(id), folded);
    }
}
