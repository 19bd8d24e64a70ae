//! What the words of the pages mean is explained to those who ask.

use plan::describe::note;
use plan::model::Lang;
use plan::query::Note;

use super::indexed::Indexed;
use crate::ui::{Ui, options};

fn explained(of: &Indexed, asked: &str, lang: Lang) -> Option<String> {
    let found = of.search(asked);
    let is_terms = |note: &&Note| matches!(note, Note::Terms(_));
    let terms = found.notes.iter().find(is_terms);
    terms.map(|terms| note(&of.plan, terms, lang))
}

#[test]
fn a_word_of_the_pages_is_explained() {
    let shipped = Indexed::shipped();
    for (asked, starts) in [
        ("lead vs support", &["Lead: ", "Support: "][..]),
        (
            "what is the difference between lead and support?",
            &["Lead: ", "Support: "],
        ),
        ("what does inferred mean", &["Inferred: "]),
        (
            "what does \"partly confirmed\" mean",
            &["Partly confirmed: "],
        ),
        ("what is a lead", &["Lead: "]),
        ("unconfirmed meaning", &["Unconfirmed: "]),
    ] {
        let said = explained(&shipped, asked, Lang::En).unwrap_or_default();
        assert!(
            starts.iter().all(|start| said.contains(start)),
            "{asked}: {said}"
        );
        assert_eq!(said.matches(": ").count(), starts.len(), "{asked}: {said}");
    }
    for (asked, starts) in [
        ("牵头和配合有什么区别", &["牵头：", "配合："][..]),
        ("推定是什么意思？", &["推定："]),
        ("什么是牵头单位", &["牵头："]),
        ("部分核实是什么意思", &["部分核实："]),
    ] {
        let said = explained(&shipped, asked, Lang::Zh).unwrap_or_default();
        assert!(
            starts.iter().all(|start| said.contains(start)),
            "{asked}: {said}"
        );
    }
}

/// The explanation stands above the list, and in the help.
#[test]
fn the_screen_explains_a_word() {
    for (lang, asked, said) in [
        (
            Lang::En,
            "what does inferred mean",
            "Inferred: by the organisation's remit",
        ),
        (Lang::En, "lead vs support", "Lead: directs the work"),
        (Lang::Zh, "推定是什么意思", "推定：仅根据部门职责"),
    ] {
        for (width, height) in [(80, 24), (40, 12), (120, 40)] {
            let frame = Ui::with(width, height, options(lang)).paste(asked).frame();
            let blanks = |text: &str| text.split_whitespace().collect::<String>();
            let start: String = frame
                .lines()
                .map(|line| line.split('│').next().unwrap_or(""))
                .collect();
            assert!(blanks(&start).contains(&blanks(said)), "{frame}");
        }
    }
    let help = Ui::with(80, 24, options(Lang::En))
        .press("<tab>?inferred")
        .frame();
    assert!(help.contains("no document says so"), "{help}");
}

/// What asks for something of the plan beside it, or does not ask what a word means, is none of these.
#[test]
fn other_questions_with_these_words_are_answered_from_the_plan() {
    let shipped = Indexed::shipped();
    for asked in [
        "lead",
        "what is overdue",
        "what is inferred",
        "what does MIIT lead",
        "who supports the lead",
        "difference between p1 and p2",
        "牵头",
        "5g牵头是什么意思",
    ] {
        assert_eq!(explained(&shipped, asked, Lang::En), None, "{asked}");
    }
}

/// The signs of lists and pages are names of what they stand for.
#[test]
fn a_sign_is_explained() {
    let shipped = Indexed::shipped();
    for (asked, start) in [
        ("what does * mean", "Inferred: "),
        ("what does the * mean?", "Inferred: "),
        ("what does ~ mean", "Partly confirmed: "),
        ("what does ? mean", "Unconfirmed: "),
        ("what does \"?\" mean?", "Unconfirmed: "),
        ("meaning of the sign *", "Inferred: "),
    ] {
        let said = explained(&shipped, asked, Lang::En).unwrap_or_default();
        assert!(said.starts_with(start), "{asked}: {said}");
        assert_eq!(said.matches(": ").count(), 1, "{asked}: {said}");
    }
    for (asked, start) in [
        ("*是什么意思", "推定："),
        ("～代表什么意思？", "部分核实："),
        ("？是什么意思", "待核实："),
        ("符号*是什么意思", "推定："),
    ] {
        let said = explained(&shipped, asked, Lang::Zh).unwrap_or_default();
        assert!(said.starts_with(start), "{asked}: {said}");
    }
    for asked in ["what does this mean?", "lead?", "MIIT* mean", "*", "?"] {
        assert_eq!(explained(&shipped, asked, Lang::En), None, "{asked}");
    }
}
