//! How Chinese characters are read: pinyin without tones.

use pinyin::{Pinyin, ToPinyinMulti};

/// The readings of a character, the most common one first; none for what is no Chinese character.
pub fn readings(c: char) -> impl Iterator<Item = &'static str> {
    let all = c.to_pinyin_multi();
    let plain = move || all.into_iter().flatten().map(Pinyin::plain);
    // Readings that differ in their tones alone are one.
    let is_first = move |at: usize, reading| plain().take(at).all(|before| before != reading);
    let each = plain().enumerate();
    each.filter_map(move |(at, reading)| is_first(at, reading).then_some(reading))
}
