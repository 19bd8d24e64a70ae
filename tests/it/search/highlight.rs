//! What of a text is marked.

use plan::query::Query;
use plan::search::highlights;

#[track_caller]
fn shown(text: &str, query: &str) -> Vec<String> {
    highlights(text, &Query::parse(query))
        .into_iter()
        .map(|range| text[range].to_owned())
        .collect()
}

#[test]
fn words_pinyin_letters_and_mistakes() {
    for (text, query, wanted) in [
        (
            "5G Innovative Applications",
            "applic 5g",
            &["5G", "Applic"][..],
        ),
        ("“数字絲綢之路”共建", "丝绸", &["絲綢"]),
        ("数字“乡村”发展", "字乡", &["字", "乡"]),
        ("数字乡村发展行动", "szxc", &["数字乡村"]),
        ("Digital Silk Road", "dsr", &["D", "S", "R"]),
        ("Digital Silk Road", "slik", &["Silk"]),
        ("Data centre", "center", &["centre"]),
        ("City policies", "policy", &["policies"]),
        ("Digital Silk Road", "qqqq", &[]),
        ("", "x", &[]),
    ] {
        assert_eq!(shown(text, query), wanted, "{query} in {text}");
    }
}
