//! The names that stand one after the other in a question.

use crate::model::Plan;
use crate::query::Query;
use crate::query::fold::folded;
use crate::query::question::{asked, is_name_of_body};

/// The longest name that is looked for, in words.
const MOST_WORDS: usize = 16;

/// The longest run of Chinese that is cut into names, in characters.
const LONGEST_RUN: usize = 40;

/// Reads words as names, at each place the longest that is `named`; a word that is none is an error.
pub(in crate::search) fn names_in<'w, T>(
    words: &'w [String],
    named: &dyn Fn(&str) -> Option<T>,
) -> Vec<Result<T, &'w str>> {
    let mut names = Vec::new();
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let most = words.len().min(at + MOST_WORDS);
        let found = (at + 1..=most).rev().find_map(|end| {
            let text = folded(&words.get(at..end)?.join(" "));
            let one = named(&text).map(|one| vec![one]);
            Some((end, one.or_else(|| cut(&text, named))?))
        });
        if let Some((end, found)) = found {
            names.extend(found.into_iter().map(Ok));
            at = end;
        } else {
            names.push(Err(&**word));
            at += 1;
        }
    }
    names
}

/// Cuts a run of Chinese into names, each of which ends as names of bodies do, but for the last one.
fn cut<T>(run: &str, named: &dyn Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    if run.is_ascii() || run.chars().nth(LONGEST_RUN).is_some() {
        return None;
    }
    let mut ends: Vec<usize> = run.char_indices().map(|(at, _)| at).skip(2).collect();
    ends.reverse();
    ends.into_iter().find_map(|end| {
        let (first, rest) = run.split_at(end);
        let first = Some(first).filter(|first| is_name_of_body(first))?;
        let first = named(first)?;
        let rest = match named(rest) {
            Some(last) => vec![last],
            None => cut(rest, named)?,
        };
        Some(std::iter::once(first).chain(rest).collect())
    })
}

/// Returns a token with the name of a body in place of its abbreviation in capitals, where this word asks
/// something else: `MOST`.
pub(super) fn with_name(plan: &Plan, query: &Query, token: &str) -> Option<String> {
    let end = token.find(|c: char| !c.is_ascii_uppercase());
    let (abbr, after) = token.split_at(end.unwrap_or(token.len()));
    let is_shouted = abbr == token && !query.input().contains(char::is_lowercase);
    if abbr.len() < 2 || is_shouted || asked(&folded(abbr)).pieces.is_empty() {
        return None;
    }
    let (_, body) = plan.bodies().find(|(_, body)| &*body.abbr == abbr)?;
    let rest = ["'s", "’s"].iter().find_map(|end| after.strip_prefix(end));
    Some(format!("{} {}", body.name.en(), rest.unwrap_or(after)))
}
