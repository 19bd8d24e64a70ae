//! Questions about a set: `which tasks have no lead`, `哪些目标没有达到`. They are answered by filters.

use std::borrow::Cow;

use super::super::function_words::is_function;
use super::super::word::{is_small, split};
use super::asked::{Asked, WORK};
use super::set_words::{
    AFTER_DESK, BEFORE_DESK, CHINESE, ENDS, ENGLISH, EXCEPTIONS, FILLERS, NEGATIONS, OF_BODIES,
    OFFICE_ENDS, OFFICES, OTHERS, Piece,
};
use super::time::{
    Time, after_day, after_month, calendar, day_numbered, is_year, month_named, month_numbered,
};
use super::zh;
use super::{bound, within};

/// Returns the pieces of a folded question.
pub(crate) fn asked(text: &str) -> Asked {
    let mut asked = Asked::default();
    let text = &*with_plain_end(text);
    let mut rest = text.to_owned();
    if let Some((range, time)) = within::chinese(text) {
        asked.pieces.push(Piece::Time(Time::Within(time)));
        rest.replace_range(range, " ");
    }
    for run in split(&rest) {
        if run.is_ascii() {
            asked.rest.push(run);
            continue;
        }
        let last = asked.rest.last().and_then(|word| month_numbered(word));
        match last.zip(after_month(&run)) {
            Some((month, after)) => {
                asked.rest.pop();
                let year = asked.rest.iter().find(|word| is_year(word)).cloned();
                let is_to = asked.rest.last().is_some_and(|word| bound::is_to(word));
                let from = asked.month.filter(|_| is_to);
                let side = bound::after_month(month, year.as_deref(), after);
                let between = from.map(|from| bound::between(from, month, year.as_deref()));
                let length = side.map_or(0, |(_, length)| length);
                asked.bounded = between.or(side.map(|(bounded, _)| bounded));
                asked.month = Some(month);
                chinese(after.get(length..).unwrap_or_default(), &mut asked);
            }
            None => chinese(after_day_of(&mut asked, &run), &mut asked),
        }
    }
    english(&mut asked);
    if asked.has(Piece::When) {
        // What its time is asked by: `when does P10 end`.
        for words in [&mut asked.rest, &mut asked.named] {
            words.retain(|word| !ENDS.contains(&&**word));
        }
    }
    asked.settle(text);
    asked
}

/// Returns a question that ends with a verb and its negation as one that ends with 吗: 达到没有, 实现了没有.
fn with_plain_end(text: &str) -> Cow<'_, str> {
    const VERBS: &[&str] = &[
        "达到", "完成", "实现", "达标", "达成", "落实", "办结", "办完", "做完", "了",
    ];
    let before = ["没有", "没"].iter().find_map(|end| text.strip_suffix(end));
    let asks = |before: &&str| VERBS.iter().any(|verb| before.ends_with(verb));
    match before.filter(asks) {
        Some(before) => Cow::Owned(format!("{}了吗", before.trim_end_matches('了'))),
        None => Cow::Borrowed(text),
    }
}

/// Takes the day of a month that stands before a Chinese run. Returns what follows of the run.
fn after_day_of<'r>(asked: &mut Asked, run: &'r str) -> &'r str {
    let last = asked.rest.last().filter(|_| asked.month.is_some());
    match last.and_then(|word| day_numbered(word)).zip(after_day(run)) {
        Some((day, after)) => {
            asked.day = Some(day);
            asked.rest.pop();
            after
        }
        None => run,
    }
}

/// Cuts a Chinese run into words of some tables, as far as it begins with one; another word is one part.
pub(super) fn parts<'w>(word: &'w str, tables: &[&[&str]]) -> Vec<&'w str> {
    let mut rest = word;
    let mut parts = Vec::new();
    while !rest.is_empty() {
        let words = tables.iter().flat_map(|table| table.iter());
        let begun = words
            .filter(|known| rest.starts_with(**known))
            .map(|known| known.len());
        let length = begun.max().filter(|_| !word.is_ascii());
        let (part, after) = rest.split_at(length.unwrap_or(rest.len()));
        parts.push(part);
        rest = after;
    }
    parts
}

fn english(asked: &mut Asked) {
    let words = std::mem::take(&mut asked.rest);
    let mut at = 0;
    while let Some(word) = words.get(at) {
        if let Some((length, time)) = words.get(at..).and_then(within::english) {
            asked.pieces.push(Piece::Time(Time::Within(time)));
            at += length;
            continue;
        }
        let found = ENGLISH.iter().flat_map(|(piece, texts)| {
            let begun = texts.iter().filter(|text| text.starts_with(&**word));
            let fit = begun.filter_map(|text| {
                let length = text.split(' ').count();
                let same = words.get(at..at + length)?.iter().eq(text.split(' '));
                same.then_some(length)
            });
            fit.map(|length| (length, *piece))
        });
        if let Some((length, piece)) = found.max_by_key(|(length, _)| *length) {
            asked.pieces.push(piece);
            at += length;
            continue;
        }
        if let Some((length, bounded)) = words.get(at..).and_then(bound::english) {
            asked.bounded = Some(bounded);
            at += length;
            continue;
        }
        if let Some((length, date)) = words.get(at..).and_then(calendar) {
            asked.year = date.year.or(asked.year.take());
            (asked.month, asked.day) = (Some(date.month), Some(date.day));
            at += length;
            continue;
        }
        if let Some((length, word)) = words.get(at..).and_then(negation) {
            asked.negated = Some(word.to_owned());
            at += length;
            continue;
        }
        let before = at.checked_sub(1).and_then(|at| words.get(at));
        at += 1;
        let is_after = |befores: &[&str]| before.is_some_and(|word| befores.contains(&&**word));
        let month = month_named(word)
            .filter(|_| word != "may" || is_after(&["in", "by", "due", "until"]))
            .or_else(|| month_numbered(word).filter(|_| before.is_some_and(|word| is_year(word))));
        if is_year(word) {
            asked.year = Some(word.clone());
        } else if month.is_some() {
            asked.month = month;
        } else if OFFICES.contains(&&**word) {
            asked.named.push(word.clone());
        } else if is_filler(word) {
            // It may be part of a name: `IT section`.
            if !word.is_ascii() || !is_small(word) {
                asked.named.push(word.clone());
            }
        } else {
            asked.named.push(word.clone());
            asked.rest.push(word.clone());
        }
    }
    if asked.is_of_next() {
        // That it comes is what is asked.
        for words in [&mut asked.rest, &mut asked.named] {
            words.retain(|word| !["next", "soon"].contains(&&**word));
        }
    }
}

/// Returns the word or words with which a text begins and that turn a question round, and how many they are.
fn negation(words: &[String]) -> Option<(usize, &'static str)> {
    let mut all = NEGATIONS.iter().chain(EXCEPTIONS);
    all.find_map(|negation| {
        let parts = negation.split(' ');
        let length = parts.clone().count();
        let begin = words.get(..length)?.iter();
        begin.eq(parts).then_some((length, *negation))
    })
}

/// Returns true if what turns a question round takes out what is named behind it.
pub(crate) fn is_exception(negation: &str) -> bool {
    EXCEPTIONS.contains(&negation)
}

/// Returns true if an alias of a body can only mean the body: `education ministry`, 教育部门, but not
/// `energy`.
pub(crate) fn is_name_of_body(alias: &str) -> bool {
    let mut words = alias.split_whitespace().rev();
    let last = words.next().unwrap_or_default().to_lowercase();
    let english = words.next().is_some() && OF_BODIES.contains(&&*last);
    let mut ends = zh::BODY_ENDS.iter().chain(OFFICE_ENDS);
    english || ends.any(|end| alias.ends_with(end))
}

/// Returns true for a word of [`Asked::named`] that says nothing where it is no part of a name.
pub(crate) fn may_be_skipped(word: &str) -> bool {
    is_filler(word) || OFFICES.contains(&word)
}

/// Returns true for a word for all that a body does.
pub(super) fn is_work(word: &str) -> bool {
    [
        "work",
        "assignment",
        "assignments",
        WORK,
        "事项",
        "事情",
        "分工",
    ]
    .contains(&word)
}

/// Returns true if what stands before and behind a name in a folded question asks what an own unit of that
/// name does; not if nothing stands there.
pub(crate) fn asks_of_desk(before: &str, after: &str) -> bool {
    let is_of = |text: &str, words: &[&str]| {
        let runs = split(text);
        let mut parts = runs.iter().flat_map(|run| parts(run, &[words]));
        parts.all(|part| words.contains(&part))
    };
    let is_alone = before.trim().is_empty() && after.trim().is_empty();
    !is_alone && is_of(before, BEFORE_DESK) && is_of(after, AFTER_DESK)
}

/// Returns true for a word that says no more than that a unit is named: `IT unit`, IT处.
pub(crate) fn is_said_of_desk(word: &str) -> bool {
    BEFORE_DESK.contains(&word) || AFTER_DESK.contains(&word)
}

/// Returns true for a word of a question that says nothing.
pub(crate) fn is_filler(word: &str) -> bool {
    is_function(word) || OTHERS.contains(&word) || !word.is_ascii() && FILLERS.contains(&word)
}

fn chinese(run: &str, asked: &mut Asked) {
    let mut rest = run;
    let mut left = String::new();
    let flush = |left: &mut String, asked: &mut Asked| {
        if !left.is_empty() {
            asked.rest.push(std::mem::take(left));
        }
    };
    while let Some(c) = rest.chars().next() {
        let found = CHINESE.iter().flat_map(|(piece, texts)| {
            let fit = texts.iter().filter(|text| rest.starts_with(**text));
            fit.map(|text| (text.len(), Some(*piece)))
        });
        let fillers = FILLERS.iter().filter(|text| rest.starts_with(**text));
        let fillers = fillers.map(|text| (text.len(), None));
        let longest = found.chain(fillers).max_by_key(|(length, _)| *length);
        let length = if let Some((length, piece)) = longest {
            flush(&mut left, asked);
            match piece {
                Some(piece) => asked.pieces.push(piece),
                None => asked.rest.extend(rest.get(..length).map(str::to_owned)),
            }
            length
        } else {
            left.push(c);
            c.len_utf8()
        };
        rest = rest.get(length..).unwrap_or_default();
    }
    flush(&mut left, asked);
}
