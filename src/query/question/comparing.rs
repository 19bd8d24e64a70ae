//! Questions for what two have in common, or not.

use super::super::word::split;

/// Words that ask for it; those that are two words in English stand as they are split.
#[rustfmt::skip]
const ASKS: &[&str] = &[
    "compare", "compared", "comparing", "comparison", "difference", "differences", "differ", "vs", "versus",
    "有什么区别", "有何区别", "区别", "差别", "差异", "异同", "有什么不同", "有何不同", "不同", "比较", "对比", "相比",
    "more", "多几项", "多几个", "多多少", "谁多", "哪个多", "谁更多", "哪个更多",
];

/// Words that stand between two names.
#[rustfmt::skip]
const BETWEEN: &[&str] = &["和", "与", "跟", "同", "及", "的", "之间", "哪里", "在", "有什么", "有何", "有", "一下", "比", "还是", "谁", "牵头", "or", "leads", "lead", "who", "which"];

/// Returns the words of a folded text beside those that ask to compare; `None` if none does. What stands
/// between two names stays, for it may be part of one.
pub(crate) fn to_compare(text: &str) -> Option<Vec<String>> {
    let mut words = Vec::new();
    let mut asks = false;
    for run in split(text) {
        if run.is_ascii() {
            let is_asking = ASKS.contains(&&*run);
            asks |= is_asking;
            words.extend((!is_asking).then_some(run));
        } else {
            asks |= chinese(&run, &mut words);
        }
    }
    asks.then_some(words)
}

/// Takes a run of ideographs apart, and returns true if it asks to compare.
fn chinese(run: &str, words: &mut Vec<String>) -> bool {
    let mut asks = false;
    let mut left = String::new();
    let mut rest = run;
    while let Some(c) = rest.chars().next() {
        let begins = |words: &[&'static str]| {
            let fit = words.iter().filter(|word| rest.starts_with(**word));
            fit.copied().max_by_key(|word| word.len())
        };
        let asking = begins(ASKS);
        let sign = asking.or_else(|| begins(BETWEEN));
        if let Some(sign) = sign {
            words.extend((!left.is_empty()).then(|| std::mem::take(&mut left)));
            asks |= asking.is_some();
            words.extend(asking.is_none().then(|| sign.to_owned()));
        } else {
            left.push(c);
        }
        rest = rest
            .get(sign.map_or(c.len_utf8(), str::len)..)
            .unwrap_or_default();
    }
    words.extend((!left.is_empty()).then_some(left));
    asks
}

/// Returns true if it is asked of which there is more, which words of other questions ask too.
pub(crate) fn is_of_more(text: &str) -> bool {
    text.split(' ').any(|word| word == "more")
}

/// Returns true for a word that may stand between two names.
pub(crate) fn is_between(word: &str) -> bool {
    BETWEEN.contains(&word)
}
