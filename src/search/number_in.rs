//! Ids written as a kind and a number among other words: `when does project 10 end`, 工程10什么时候结束.

use std::borrow::Cow;
use std::ops::Range;

use super::Index;
use super::ids::{Numbered, no_such_number, numbered, spelt_id, without_head, words_of};
use crate::model::{Node, Plan, half_width};
use crate::query::fold::{folded, is_ideograph};
use crate::query::{
    DOCUMENTS, Note, Query, Word, chinese_number, filter_name, in_characters, is_number, kind_named,
};

/// The pieces of a kind and a number, at most: 第二十一项重大任务.
pub(super) const MOST_PIECES: usize = 9;

/// Signs before which a word is part of an operator or a filter: `kind:project 10`.
pub(super) const OPERATORS: &[char] = &[':', '：', '#', '＃', '@', '＠', '!', '！', '\'', '＇'];

/// What is no number of a kind before one of these: `task 10 percent`, 任务3年.
#[rustfmt::skip]
const UNITS: &[&str] = &[
    "percent", "per", "million", "billion", "thousand", "hundred", "year", "years", "month", "months", "day",
    "days", "week", "weeks", "年", "月", "日", "号", "天", "周", "个", "项", "条", "亿", "万", "千", "百", "级",
    "期", "类", "家", "次", "倍", "成", "点",
];

/// Behind a Chinese numeral the next character begins a word of its own: 任务三由谁负责, but not 任务一览.
const AFTER_NUMERAL: &str =
    "的是由谁哪什何怎有能该应归属在到于从何时截完结要负牵配预经进状情目内和与及跟或下里中吗呢";

/// Words that make another word of the kind before them: `first action plan`.
const COMPOUNDS: &[&str] = &["plan", "plans", "force", "forces", "group", "groups"];

/// A Chinese character of a text, or a run of letters and digits.
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) range: Range<usize>,
}

impl Index {
    /// Returns a query with the words that ask in characters, where they are typed in pinyin, with names of
    /// organisations as the plan writes them, and with the ids of the items that it names by kind and number among other words.
    pub(super) fn as_asked<'q>(&self, plan: &Plan, query: &'q Query) -> Cow<'q, Query> {
        let named = |letters: &str| self.body_in_pinyin(plan, letters);
        let written = || {
            let in_characters = in_characters(query.input(), &named);
            in_characters.or_else(|| with_and(plan, query.input()))
        };
        let written = query.can_ask().then(written).flatten();
        let written = written.map(|text| Query::parse(&text).on(query.today));
        let with_ids = self.with_ids(plan, written.as_ref().unwrap_or(query));
        with_ids
            .or(written)
            .map_or(Cow::Borrowed(query), Cow::Owned)
    }

    fn with_ids(&self, plan: &Plan, query: &Query) -> Option<Query> {
        let input = query.input();
        let pieces = pieces(input);
        if !query.can_ask()
            || query.has_amount()
            || !pieces.iter().any(|piece| is_number(&piece.text))
        {
            return None;
        }
        // Its words are nothing else, or several numbers are named one by one.
        if spelt_id(self, plan, &words_of(query)).is_some()
            || self.numbers_asked(plan, query, &query.asked()).is_some()
        {
            return None;
        }
        if let Some(list) = self.list_in(plan, input) {
            return Some(Query::parse(&list.with_ids(plan)).on(query.today));
        }
        let mut text = String::new();
        let (mut at, mut end) = (0, 0);
        while at < pieces.len() {
            let most = MOST_PIECES.min(pieces.len() - at);
            let found = (2..=most).rev().find_map(|count| {
                let id = self.id_in(plan, input, &pieces, at..at + count)?;
                Some((id, count))
            });
            let Some((id, count)) = found else {
                at += 1;
                continue;
            };
            text.push_str(&input[end..pieces[at].range.start]);
            text.push_str(&id);
            at += count;
            end = pieces[at - 1].range.end;
        }
        text.push_str(&input[end..]);
        (end > 0).then(|| Query::parse(&text).on(query.today))
    }

    /// Returns the note that there is no item of a kind and a number that stand among other words.
    pub(super) fn no_such_among(&self, plan: &Plan, query: &Query) -> Option<Note> {
        let input = query.input();
        let pieces = pieces(input);
        if !query.can_ask()
            || query.has_amount()
            || !pieces.iter().any(|piece| is_number(&piece.text))
        {
            return None;
        }
        let ranges = (0..pieces.len()).flat_map(|at| {
            let most = MOST_PIECES.min(pieces.len() - at);
            (2..=most).rev().map(move |count| at..at + count)
        });
        let mut named = ranges.filter_map(|range| numbered_in(plan, input, &pieces, range));
        named.find_map(|one| {
            let kind = one.kind.as_deref()?;
            let is_there = numbered(self, plan, kind, one.number).is_some();
            no_such_number(plan, &one).filter(|_| !is_there)
        })
    }

    /// Returns the id that some pieces of a query spell.
    fn id_in(
        &self,
        plan: &Plan,
        input: &str,
        pieces: &[Piece],
        range: Range<usize>,
    ) -> Option<String> {
        let one = numbered_in(plan, input, pieces, range)?;
        let id = numbered(self, plan, one.kind.as_deref()?, one.number)?;
        let node = plan.find(&id)?;
        Some(plan.id(node).to_owned())
    }
}

/// Returns the kind and the number that some pieces of a query are, whether there is such an item or not.
fn numbered_in(
    plan: &Plan,
    input: &str,
    pieces: &[Piece],
    range: Range<usize>,
) -> Option<Numbered> {
    let (before, from) = input.split_at(pieces[range.start].range.start);
    let after = &from[pieces[range.end - 1].range.end - before.len()..];
    let next = pieces.get(range.end);
    let pieces = &pieces[range];
    // The number of a document: 国发〔2021〕29号文件.
    let is_of_document = before.ends_with(['〕', ']', '］', '）', ')', '】']);
    if is_of_document
        || before.ends_with(OPERATORS)
        || is_in_filter(before)
        || !may_end(pieces, after, next)
    {
        return None;
    }
    let one = Numbered::of(&words(pieces))?;
    let kind = one.kind.as_deref().filter(|_| !one.is_before)?;
    // A letter may be a word, and several are counted: `a 5 year plan`, `projects 10`.
    let is_kind = kind.chars().count() > 1 && !(kind.is_ascii() && kind.ends_with('s'));
    let names = || [Some(kind), without_head(kind)].into_iter().flatten();
    let is_known = || names().any(|name| kind_named(plan, name).is_some());
    (is_kind && (DOCUMENTS.contains(&kind) || is_known())).then_some(one)
}

/// Returns true if what follows a text belongs to the value of a filter: 类别：重点, before 工程 5.
pub(super) fn is_in_filter(before: &str) -> bool {
    let token = before
        .rsplit(char::is_whitespace)
        .next()
        .unwrap_or_default();
    let filter = token.split_once([':', '：']);
    filter.is_some_and(|(name, _)| filter_name(&folded(name)).is_some())
}

/// Returns a query with the name of an organisation as the plan writes it, where another Chinese word for
/// `and` is typed in it: 国家发展与改革委员会.
fn with_and(plan: &Plan, input: &str) -> Option<String> {
    const AND: &str = "和";
    const OTHERS: [&str; 3] = ["以及", "与", "及"];
    if !OTHERS.iter().any(|other| input.contains(other)) {
        return None;
    }
    plan.bodies().find_map(|(id, body)| {
        let aliases = plan.aliases(Node::Body(id)).iter().map(|alias| &**alias);
        let names = aliases.chain([body.name.zh()]);
        let mut names = names.filter(|name| name.contains(AND));
        names.find_map(|name| {
            let typed = OTHERS.map(|other| name.replace(AND, other));
            let typed = typed.iter().find(|typed| input.contains(*typed))?;
            Some(input.replace(typed, name))
        })
    })
}

/// Returns true if a kind and a number may end with the last of `pieces`.
pub(super) fn may_end(pieces: &[Piece], after: &str, next: Option<&Piece>) -> bool {
    let Some(last) = pieces.last() else {
        return false;
    };
    let is_beside = next.filter(|next| next.range.start == last.range.end);
    let next = next.map_or("", |next| &*next.text);
    let follows = || after.chars().nth(1).is_some_and(|c| c.is_ascii_digit());
    let is_longer =
        after.starts_with(['%', '％']) || after.starts_with(['.', '-', '–', '/', '~']) && follows();
    // The pronoun is no Roman numeral.
    if is_longer || last.text == "i" || COMPOUNDS.contains(&next) {
        return false;
    }
    let is_digits = last.text.bytes().all(|byte| byte.is_ascii_digit());
    if is_digits || crate::query::number(&last.text).is_some() {
        return !UNITS.contains(&next);
    }
    let is_numeral = chinese_number(&last.text).is_some();
    !is_numeral || is_beside.is_none_or(|next| AFTER_NUMERAL.contains(&*next.text))
}

/// The words that pieces make: Chinese characters that stand together are one.
pub(super) fn words(pieces: &[Piece]) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut end = None;
    for piece in pieces {
        let is_chinese = piece.text.starts_with(is_ideograph);
        match words.last_mut() {
            Some(word) if is_chinese && end == Some(piece.range.start) => {
                word.text.push_str(&piece.text);
            }
            _ => words.push(Word {
                text: piece.text.clone(),
                exact: false,
            }),
        }
        end = is_chinese.then_some(piece.range.end);
    }
    words
}

/// Cuts a text into Chinese characters and runs of letters and digits.
pub(super) fn pieces(input: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut in_run = false;
    for (at, c) in input.char_indices() {
        let end = at + c.len_utf8();
        let is_run = half_width(c).is_ascii_alphanumeric();
        if is_run
            && in_run
            && let Some(last) = pieces.last_mut()
        {
            last.range.end = end;
        } else if is_run || is_ideograph(c) && c.is_alphanumeric() {
            pieces.push(Piece {
                text: String::new(),
                range: at..end,
            });
        }
        in_run = is_run;
    }
    for piece in &mut pieces {
        piece.text = folded(&input[piece.range.clone()]);
    }
    pieces
}
