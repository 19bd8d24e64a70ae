//! What people write into a cell: dates in many ways, several names.

use crate::model::{Date, half_width};

/// The months in English.
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// What names a part of a year, and its last month; the whole year has none.
const PARTS: [(&[&str], Option<u8>); 8] = [
    (
        &["年底前", "年底", "年末", "全年", "年内", "endof", "end"],
        None,
    ),
    (&["上半年", "h1"], Some(6)),
    (&["下半年", "h2"], Some(12)),
    (&["第一季度", "一季度", "q1"], Some(3)),
    (&["第二季度", "二季度", "q2"], Some(6)),
    (&["第三季度", "三季度", "q3"], Some(9)),
    (&["第四季度", "四季度", "q4"], Some(12)),
    (&["年中", "mid", "middleof"], Some(6)),
];

/// A date that a cell may hold, if there is such a day.
pub(super) fn date_of(year: u16, month: Option<u8>, day: Option<u8>) -> Option<Date> {
    Date::new(year, month, day).filter(|date| date.year >= 1000)
}

/// The day of a number in a column of dates: a year, a day as spreadsheets count them, eight
/// digits, or a year and a month that were meant as text. `2025.1` may have been `2025.10` and
/// is none.
pub(super) fn date_of_number(number: f64) -> Option<Date> {
    let text = number.to_string();
    if let Some((year, month)) = text.split_once('.') {
        let month = month.parse().ok().filter(|month| *month != 1)?;
        return date_of(whole(year, 4)?, Some(month), None);
    }
    match number {
        1900.0..2200.0 => date_of(whole(&text, 4)?, None, None),
        20_000.0..120_000.0 => {
            let kind = calamine::ExcelDateTimeType::DateTime;
            let time = calamine::ExcelDateTime::new(number, kind, false);
            let (year, month, day, ..) = time.to_ymd_hms_milli();
            date_of(year, Some(month), Some(day))
        }
        _ => date_of_text(&text),
    }
}

/// The day of a text: `2025`, `2025-06`, `2025.6.30`, `2025年6月30日`, `2025年底前`, `June 2025`,
/// `30 June 2025`, `30.6.2025`, `20250630`. A date that can be read in two ways is none.
pub(super) fn date_of_text(text: &str) -> Option<Date> {
    let text: String = text.chars().map(half_width).collect();
    let text = with_months(text.trim().to_lowercase());
    if text.chars().count() > 40 {
        return None;
    }
    let text = without_time(&text);
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        let part = |at: std::ops::Range<usize>| text[at].parse::<u8>().ok();
        return date_of(whole(&text[..4], 4)?, Some(part(4..6)?), Some(part(6..8)?));
    }
    let joined: String = text.chars().filter(|c| c.is_alphanumeric()).collect();
    // A part of a year is due by its end.
    let joined = ["by", "the", "end", "of"]
        .iter()
        .fold(&*joined, |text, word| {
            text.strip_prefix(word).unwrap_or(text)
        });
    for (names, month) in PARTS {
        for name in names {
            let rest = joined
                .strip_suffix(name)
                .or_else(|| joined.strip_prefix(name));
            if let Some(year) = rest.and_then(|rest| whole(rest.trim_end_matches('年'), 4)) {
                return date_of(year, month, None);
            }
        }
    }
    let words = words(text)?;
    match &words[..] {
        [DatePart::Number(year, 4)] => date_of(*year, None, None),
        [DatePart::Number(year, 4), month] | [month, DatePart::Number(year, 4)] => {
            date_of(*year, Some(month.month()?), None)
        }
        [DatePart::Number(year, 4), month, day] => {
            date_of(*year, Some(month.month()?), Some(day.day()?))
        }
        [DatePart::Month(month), day, DatePart::Number(year, 4)]
        | [day, DatePart::Month(month), DatePart::Number(year, 4)] => {
            date_of(*year, Some(*month), Some(day.day()?))
        }
        [first, second, DatePart::Number(year, 4)] => {
            let (first, second) = (first.day()?, second.day()?);
            let (day, month) = match (first > 12, second > 12) {
                (true, false) => (first, second),
                (false, true) => (second, first),
                (false, false) if text.contains('.') || first == second => (first, second),
                (true, true) | (false, false) => return None,
            };
            date_of(*year, Some(month), Some(day))
        }
        _ => None,
    }
}

/// Whether a text would be a date with a year: `end of December`, 年底前, 12月31日.
#[must_use]
pub fn lacks_year(text: &str) -> bool {
    const BEFORE: [&str; 8] = [
        "by ", "before ", "until ", "the ", "end of ", "late ", "in ", "on ",
    ];
    const AFTER: [&str; 8] = ["之前", "以前", "底前", "末前", "前", "底", "末", "内"];
    let text: String = text.chars().map(half_width).collect();
    let text = text.trim().to_lowercase();
    if text.len() > 40 || date_of_text(&text).is_some() {
        return false;
    }
    let is_date = |text: &str| {
        let with = [
            format!("2000年{text}"),
            format!("2000{text}"),
            format!("{text} 2000"),
        ];
        with.iter().any(|text| date_of_text(text).is_some())
    };
    let mut rest = text.as_str();
    while let Some(less) = BEFORE.iter().find_map(|word| rest.strip_prefix(word)) {
        rest = less;
    }
    let cut = AFTER.iter().find_map(|word| rest.strip_suffix(word));
    let is_number = rest.chars().all(|c| c.is_ascii_digit());
    let is_year_end = ["year", "year end", "end year", "year-end"].contains(&rest);
    !rest.is_empty()
        && !is_number
        && (is_year_end || is_date(&text) || is_date(rest) || cut.is_some_and(is_date))
}

/// Whether a text that is no date was meant to be a whole one: nothing but the parts of a date, which
/// there is not, or which can be read in two ways. A day of no year, and from one year to another, are
/// words about time.
pub(super) fn is_mistyped_date(text: &str) -> bool {
    let text: String = text.chars().map(half_width).collect();
    let parts = words(text.trim()).unwrap_or_default();
    let is_year = |part: &&DatePart| matches!(part, DatePart::Number(_, 4));
    match parts.len() {
        0 => false,
        2 => parts.iter().filter(is_year).count() == 1,
        _ => true,
    }
}

/// What people write where there is no date.
const NO_DATE: [&str; 16] = [
    "",
    "无",
    "暂无",
    "待定",
    "长期",
    "长期坚持",
    "长期任务",
    "持续",
    "持续推进",
    "持续实施",
    "none",
    "na",
    "tbd",
    "ongoing",
    "continuous",
    "longterm",
];

/// Whether a text in place of a date says that there is none.
pub(super) fn is_no_date(text: &str) -> bool {
    NO_DATE.contains(&&*folded(text))
}

/// A text with the Chinese names of months as numbers: `2026年六月`.
fn with_months(mut text: String) -> String {
    const NAMES: [&str; 12] = [
        "一月",
        "二月",
        "三月",
        "四月",
        "五月",
        "六月",
        "七月",
        "八月",
        "九月",
        "十月",
        "十一月",
        "十二月",
    ];
    for (month, name) in (1..=12).rev().zip(NAMES.into_iter().rev()) {
        if text.contains(name) {
            text = text.replace(name, &format!("{month}月"));
        }
    }
    text
}

/// A number or a month's name in a date.
#[derive(Debug)]
enum DatePart {
    /// A number, and how many digits it has.
    Number(u16, usize),
    Month(u8),
}

impl DatePart {
    fn month(&self) -> Option<u8> {
        match self {
            DatePart::Number(month, 1 | 2) => u8::try_from(*month).ok(),
            DatePart::Number(..) => None,
            DatePart::Month(month) => Some(*month),
        }
    }

    fn day(&self) -> Option<u8> {
        match self {
            DatePart::Number(day, 1 | 2) => u8::try_from(*day).ok(),
            DatePart::Number(..) | DatePart::Month(_) => None,
        }
    }
}

/// `text` as a number of so many digits.
fn whole(text: &str, digits: usize) -> Option<u16> {
    let all = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    all.then(|| text.parse().ok())?
}

/// `2025-06-30T00:00:00` and `2025-06-30 00:00` without their time.
fn without_time(text: &str) -> &str {
    let is_time = |rest: &str| rest.contains(':') && rest.starts_with(|c: char| c.is_ascii_digit());
    match text.split_once(['t', ' ']) {
        Some((date, rest)) if is_time(rest) => date,
        Some(_) | None => text,
    }
}

/// The numbers and names of months of a date; nothing if it holds other words.
fn words(text: &str) -> Option<Vec<DatePart>> {
    let mut words = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let is_kind = |other: char| {
            (c.is_ascii_digit() && other.is_ascii_digit())
                || (c.is_ascii_alphabetic() && other.is_ascii_alphabetic())
        };
        let end = rest.find(|other| !is_kind(other)).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end.max(c.len_utf8()));
        rest = after;
        if c.is_ascii_digit() {
            words.push(DatePart::Number(word.parse().ok()?, word.len()));
        } else if c.is_ascii_alphabetic() {
            match word {
                "st" | "nd" | "rd" | "th" | "by" | "of" | "the" | "on" | "before" | "until" => {
                    continue;
                }
                // A month is due by its end.
                "end" => continue,
                _ if word.len() < 3 => return None,
                _ => {}
            }
            let month = MONTHS.iter().position(|name| name.starts_with(word));
            let month = month.or_else(|| (word == "sept").then_some(8))?;
            words.push(DatePart::Month(u8::try_from(month + 1).ok()?));
        } else if !matches!(
            c,
            '年' | '月' | '日' | '号' | '前' | '底' | '-' | '/' | '.' | ',' | ' ' | '–' | '—'
        ) {
            return None;
        }
    }
    Some(words)
}

/// The names in a cell that holds several. A cell with line breaks holds one in each line, for a
/// name may have a comma.
pub(super) fn names(text: &str) -> Vec<&str> {
    if text.contains(['\n', '\r']) {
        non_empty(text.split(['\n', '\r']))
    } else {
        separate(text)
    }
}

/// The names in a line that holds several.
pub(super) fn separate(text: &str) -> Vec<&str> {
    non_empty(text.split(['、', '，', ',', ';', '；', '\n', '\r']))
}

/// The parts of a text that hold something, without blanks around them.
pub(super) fn non_empty<'t>(parts: impl Iterator<Item = &'t str>) -> Vec<&'t str> {
    parts
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect()
}

/// A text in which only what means something is left, to compare names by: letters, digits and Han
/// characters, in lower case and of usual width.
pub(super) fn folded(text: &str) -> String {
    let letters = text.chars().map(half_width).filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// A control character that no cell should hold. Line ends and tabs are fine.
pub(super) fn is_control(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\r' | '\t')
}
