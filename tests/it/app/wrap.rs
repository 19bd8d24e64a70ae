//! Where a line ends, and what is cut off.

use plan::page::{Graphemes, break_points, graphemes, truncate, truncate_words};
use unicode_segmentation::UnicodeSegmentation as _;

#[test]
fn words_stay_whole_and_chinese_breaks_anywhere_but_before_punctuation() {
    assert_eq!(
        break_points("Digital Silk Road"),
        ["Digital ", "Silk ", "Road"]
    );
    assert_eq!(break_points("数字，丝路"), ["数", "字，", "丝", "路"]);
    assert_eq!(break_points("5G创新（一）"), ["5G", "创", "新", "（一）"]);
    assert_eq!(
        break_points("于2021年7月5日印发"),
        ["于", "2021年7月5日", "印", "发"]
    );
}

#[test]
fn what_stands_alone_never_joins() {
    let stands_alone =
        |c: &char| matches!(graphemes(c.encode_utf8(&mut [0; 4])), Graphemes::Alone(..));
    let alone: Vec<char> = ('\0'..=char::MAX).filter(stands_alone).collect();
    let text: String = alone.iter().flat_map(|c| [*c, *c, 'a', '数', *c]).collect();
    assert!(text.grapheme_indices(true).eq(graphemes(&text)));
    let joined = "e\u{301}数\u{FE00}👩\u{200D}🚀";
    assert!(graphemes(joined).map(|(at, _)| at).eq([0, 3, 9]));
}

#[test]
fn a_cut_never_exceeds_the_room() {
    assert_eq!(truncate("数字丝绸之路", 7, false), "数字丝…");
    assert_eq!(truncate("abc", 3, false), "abc");
    assert_eq!(truncate("abcd", 3, true), "ab~");
    assert_eq!(truncate("数", 1, false), "…");
    assert_eq!(truncate("ab", 0, false), "");
    let cut = |room| truncate_words("Big Data Industry Plan", room, false);
    assert_eq!(cut(14), "Big Data…");
    assert_eq!(cut(18), "Big Data Industry…");
    assert_eq!(cut(2), "B…");
    assert_eq!(truncate_words("数字丝绸之路", 7, false), "数字丝…");
}
