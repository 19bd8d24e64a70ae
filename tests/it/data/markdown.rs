//! Markdown of the shipped plan.

use crate::ui::shipped;
use plan::describe::markdown::*;
use plan::describe::*;
use plan::model::Lang;

#[test]
fn nothing_from_the_data_becomes_markup() {
    let nasty = [
        "# heading",
        "- list",
        "1. list",
        "a *b* _c_ `d`",
        "[x](http://e.org)",
        "<b>&amp;",
        "http://example.org www.example.org a@b.org",
        "| a | b |",
        "+ x",
        "=== ---",
        "1) x",
        "~~x~~",
        ": x",
        "$x$ ^a^",
    ];
    let mut options = pulldown_cmark::Options::all();
    options.remove(pulldown_cmark::Options::ENABLE_SMART_PUNCTUATION);
    for text in nasty {
        let escaped = escape(text);
        let parser = pulldown_cmark::Parser::new_ext(&escaped, options);
        let mut shown = String::new();
        for event in parser {
            match event {
                pulldown_cmark::Event::Text(part) => shown.push_str(&part),
                pulldown_cmark::Event::Start(pulldown_cmark::Tag::Paragraph)
                | pulldown_cmark::Event::End(pulldown_cmark::TagEnd::Paragraph) => {}
                other => panic!("{text:?}: {other:?} in {escaped:?}"),
            }
        }
        assert_eq!(shown, text, "{escaped:?}");
    }
}

#[test]
fn every_node_has_a_card_and_a_citation() {
    let plan = shipped();
    for lang in [Lang::En, Lang::Zh] {
        for node in plan.nodes() {
            let card = describe(&plan, node, Names::from(lang).into());
            assert!(!card.sections.is_empty(), "{}", card.head.id);
            assert!(
                card.sections
                    .iter()
                    .all(|section| !section.entries.is_empty())
            );
            assert!(!citation(&plan, node, lang.into()).contains('\n'));
            let text = markdown(&plan, node, Names::from(lang).into(), 1);
            assert!(text.starts_with("# "));
            assert!(!text.contains("****"), "an empty label: {text}");
        }
    }
}

/// A copy of an organisation's page begins as a letter would: by its name, with the counts beside the role.
#[test]
fn an_organisation_is_named_and_counted_as_in_a_letter() {
    let plan = shipped();
    let node = plan.find("miit").expect("an organisation");
    for (lang, title, counts) in [
        (
            Lang::En,
            "# Ministry of Industry and Information Technology (MIIT)",
            "**Lead**: 22  Tasks 5, ",
        ),
        (
            Lang::Zh,
            "# 工业和信息化部（工信部）",
            "**牵头**：22项  重大任务 5、",
        ),
    ] {
        let options = Names::from(lang).into();
        let text = markdown(&plan, node, options, 1);
        assert_eq!(text.lines().next(), Some(title));
        assert!(text.contains(counts), "{text}");
        let lone = |line: &str| {
            line.starts_with("- ") && line[2..].starts_with(|c: char| c.is_ascii_digit())
        };
        assert!(!text.lines().any(lone), "{text}");
    }
}
