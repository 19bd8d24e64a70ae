//! How Chinese characters are read: pinyin without tones, the most common reading first.
//!
//! The table holds the ideographs of everyday and official Chinese (U+4E00 to U+9FFF). It is made
//! from the `pinyin` crate by the test below, which also compares them: the crate itself carries
//! rare characters and tones that nobody here asks for, at ten times the size.

/// The first ideograph of the table.
const FIRST: u32 = 0x4E00;

/// Every set of readings that some ideograph has, one a line.
const SETS: &str = include_str!("reading-sets.txt");

/// The number of its set for each ideograph, as two digits of base 64 from `0` on.
const NUMBERS: &[u8] = include_bytes!("readings.txt");

/// Ideographs on a line of [`NUMBERS`].
const LINE: usize = 64;

/// How many sets there are.
const COUNT: usize = {
    let bytes = SETS.as_bytes();
    let mut count = 0;
    let mut at = 0;
    while at < bytes.len() {
        count += (bytes[at] == b'\n') as usize;
        at += 1;
    }
    count
};

/// Where each set ends.
#[expect(
    clippy::cast_possible_truncation,
    reason = "the line above asserts it, and a const can't call try_from"
)]
static ENDS: [u16; COUNT] = {
    let bytes = SETS.as_bytes();
    let mut ends = [0; COUNT];
    let mut number = 0;
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] == b'\n' {
            assert!(at <= u16::MAX as usize, "the sets fit into 64 kB");
            ends[number] = at as u16;
            number += 1;
        }
        at += 1;
    }
    ends
};

/// The readings of a character, without tones; none for what is no ideograph of the table.
pub fn readings(c: char) -> impl Iterator<Item = &'static str> {
    set(c)
        .unwrap_or_default()
        .split(' ')
        .filter(|reading| !reading.is_empty())
}

fn set(c: char) -> Option<&'static str> {
    let row = (c as u32).checked_sub(FIRST)? as usize;
    let at = 2 * row + row / LINE;
    let (high, low) = (NUMBERS.get(at)?, NUMBERS.get(at + 1)?);
    let number = usize::from(high.checked_sub(b'0')?) * 64 + usize::from(low.checked_sub(b'0')?);
    let end = usize::from(*ENDS.get(number)?);
    let start = match number.checked_sub(1) {
        Some(before) => usize::from(*ENDS.get(before)?) + 1,
        None => 0,
    };
    SETS.get(start..end)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fmt::Write as _;

    use pinyin::ToPinyinMulti;

    use super::*;

    const LAST: u32 = 0x9FFF;

    /// The readings as the crate has them, each once.
    fn theirs(c: char) -> Vec<&'static str> {
        let mut all = Vec::new();
        for reading in c.to_pinyin_multi().into_iter().flatten() {
            if !all.contains(&reading.plain()) {
                all.push(reading.plain());
            }
        }
        all
    }

    fn ideographs() -> impl Iterator<Item = char> {
        (FIRST..=LAST).filter_map(char::from_u32)
    }

    #[test]
    fn the_table_is_made_from_the_crate() {
        let sets: BTreeSet<String> = ideographs().map(|c| theirs(c).join(" ")).collect();
        let sets: Vec<String> = sets.into_iter().collect();
        let mut numbers = String::new();
        for (row, c) in ideographs().enumerate() {
            if row > 0 && row % LINE == 0 {
                numbers.push('\n');
            }
            let number = sets
                .binary_search(&theirs(c).join(" "))
                .expect("it was put in");
            let digit = |value: usize| char::from(b'0' + u8::try_from(value).expect("a digit"));
            write!(numbers, "{}{}", digit(number / 64), digit(number % 64)).expect("to a string");
        }
        let sets = sets.iter().fold(String::new(), |all, set| all + set + "\n");
        if std::env::var_os("UPDATE").is_some() {
            let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/model/");
            std::fs::write(format!("{folder}reading-sets.txt"), &sets).expect("written");
            std::fs::write(format!("{folder}readings.txt"), &numbers).expect("written");
            return;
        }
        assert!(
            sets == SETS && numbers.as_bytes() == NUMBERS,
            "run this test with UPDATE=1"
        );
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
        assert!(readings('行').any(|reading| reading == "hang"));
        for c in ['a', '5', '，', '㐀', '\u{20000}'] {
            assert_eq!(readings(c).count(), 0, "{c}");
        }
    }
}
