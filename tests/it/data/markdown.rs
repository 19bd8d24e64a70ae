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
