//! Sentences that are put together.

use plan::i18n::term::term;
use plan::i18n::who::*;
use plan::model::{Basis, Date, Lang};

#[test]
fn a_basis_names_its_document_and_date() {
    let day = Date {
        year: 2021,
        month: 7,
        day: 5,
    };
    let said = |lang, kind, name| basis(lang, kind, name, Some(day));
    assert_eq!(
        said(Lang::En, Basis::Companion, Some("5G action plan")),
        "source: 5G action plan, 5 July 2021"
    );
    assert_eq!(
        said(Lang::Zh, Basis::Companion, Some("5G行动计划")),
        "据《5G行动计划》（2021年7月5日）"
    );
    assert_eq!(
        basis(Lang::En, Basis::Mandate, None, None),
        "* inferred from its remit"
    );
    assert_eq!(
        basis(Lang::En, Basis::Assigned, None, None),
        "assigned by our office"
    );
}

#[test]
fn a_date_is_as_exact_as_its_source() {
    let of = |month, day| {
        date(
            Lang::En,
            Date {
                year: 2021,
                month,
                day,
            },
        )
    };
    assert_eq!(
        [of(0, 0), of(12, 0), of(12, 27)],
        ["2021", "December 2021", "27 December 2021"]
    );
    assert_eq!(
        date(
            Lang::Zh,
            Date {
                year: 2021,
                month: 12,
                day: 0
            }
        ),
        "2021年12月"
    );
}

#[test]
fn runs_of_ids_are_drawn_together() {
    assert_eq!(ranges(Lang::En, &["P1", "P2", "P3", "P4"]), "P1-P4");
    assert_eq!(
        ranges(Lang::En, &["P1", "P2", "P9", "T1"]),
        "P1, P2, P9, T1"
    );
    assert_eq!(ranges(Lang::En, &["a", "b"]), "a, b");
    assert_eq!(ranges(Lang::En, &[]), "");
    assert_eq!(
        ranges(Lang::Zh, &["P1", "P2", "P9", "P10", "P11"]),
        "P1、P2、P9-P11"
    );
    assert_eq!(from(Lang::En, &["P9", "P10", "P11"]), "from P9-P11");
}

#[test]
fn a_defect_is_told_in_one_clean_line() {
    for lang in [Lang::En, Lang::Zh] {
        let line = term(lang).defect("src/x.rs:1", "no\n\u{202e}\u{1b}[2Jgood");
        assert!(line.contains("no [2Jgood"), "{line}");
    }
}

#[test]
fn each_title_has_its_own_marks_and_a_description_none() {
    for (name, said) in [
        ("5G行动计划（2021—2023年）", "《5G行动计划（2021—2023年）》"),
        ("管理规范（试行）", "《管理规范（试行）》"),
        (
            "关于大数据的意见；公安规划（2021—2025年）",
            "《关于大数据的意见》、《公安规划（2021—2025年）》",
        ),
        (
            "国家信息化规划（维基文库）",
            "《国家信息化规划》（维基文库）",
        ),
        (
            "贯彻实施《标准纲要》行动计划",
            "《贯彻实施〈标准纲要〉行动计划》",
        ),
        ("规划内容摘要（掘金）", "规划内容摘要（掘金）"),
        ("就《规划》答记者问", "就《规划》答记者问"),
    ] {
        assert_eq!(cite(Lang::Zh, name, None), said);
    }
}
