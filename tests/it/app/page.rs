//! Lines that are laid out.

use plan::describe::{TextRole, TextRun};
use plan::page::{Charset, Line, PageBuilder, bar, plain, ticked, width};
use proptest::prelude::*;

proptest! {
    // No file of seeds: those of the sources would lie at the top of the repository.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn no_line_is_wider_than_the_page(words in "[a-z数字，“” ]{0,80}", columns in 2usize..40, margin in 0usize..12) {
        let mut builder = PageBuilder::new(columns, margin);
        builder.field("Label", vec![TextRun::plain(words.clone()), TextRun::new(words, TextRole::Name)]);
        let page = builder.finish();
        for line in &page.lines {
            prop_assert!(width(&line.text()) <= columns.max(6), "{:?} in {}", line.text(), columns);
        }
    }
}

#[test]
fn nothing_is_lost_and_links_know_their_line() {
    let mut builder = PageBuilder::new(40, 8);
    let goal = plan::describe::Goal::Address("https://example.org".into());
    builder.field(
        "Who",
        vec![
            TextRun::plain("one two three four five six seven "),
            TextRun::plain("eight").to(goal),
        ],
    );
    let page = builder.finish();
    let text: Vec<String> = page.lines.iter().map(Line::text).collect();
    assert_eq!(
        text,
        ["Who     one two three four five six", "        seven eight"]
    );
    assert_eq!(page.links[0].line, 1);
}

#[test]
fn chinese_is_pinyin_and_the_rest_its_nearest_relative() {
    assert_eq!(
        plain("5G创新应用工程"),
        "5G chuang xin ying yong gong cheng"
    );
    assert_eq!(plain("“十四五”规划"), "\"shi si wu\" gui hua");
    assert_eq!(plain("Ünïcode – ＡＢ ☃"), "Unicode - AB ?");
    assert!(plain("数字，丝路（一）").is_ascii());
}

#[test]
fn signs_of_ambiguous_width_go_and_chinese_stays() {
    assert_eq!(
        Charset::Unambiguous.fit("“十四五”规划—×"),
        "\"十四五\"规划-x"
    );
    assert_eq!(Charset::Unambiguous.fit("数字，丝路"), "数字，丝路");
}

#[test]
fn bars_keep_to_their_scale() {
    assert_eq!(bar(15.0, 56.0, 16, true), ("####".into(), "-".repeat(12)));
    assert_eq!(bar(0.0, 0.0, 3, true), (String::new(), "---".into()));
    assert_eq!(bar(9.0, 3.0, 3, true), ("###".into(), String::new()));
}

#[test]
fn a_bar_short_of_its_tick_never_touches_it() {
    let drawn = |reached, wanted, baseline| -> String {
        let runs = ticked(reached, Some(wanted), 10, baseline, true);
        runs.into_iter().map(|run| run.text).collect()
    };
    assert_eq!(drawn(0.999, 1.0, false), "########-|");
    assert_eq!(drawn(1.0, 1.0, false), "#########|");
    assert_eq!(drawn(1.0, 0.5, false), "#####|####");
    assert_eq!(drawn(0.5, 1.0, true), "=====----|");
    assert_eq!(drawn(0.0, 0.0, false), "|---------");
}

#[test]
fn what_stays_together_still_breaks_between_words_where_no_line_holds_it() {
    let mut builder = PageBuilder::new(24, 4);
    builder.line(vec![
        TextRun::plain("five reached by a similar measure").whole(),
    ]);
    let page = builder.finish();
    let text: Vec<String> = page.lines.iter().map(Line::text).collect();
    assert_eq!(text, ["five reached by a", "similar measure"]);
}
