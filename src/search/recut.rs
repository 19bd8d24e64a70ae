//! Words that the plan cuts otherwise: `ipv 6`, `ip v6`, `G D P`, `block chain`, `ecommerce`.

use std::ops::Range;

use memchr::memmem::find_iter;

use super::index::Index;
use super::pattern::{Term, boundary};
use crate::query::fold::{is_ideograph, is_symbol};
use crate::query::function_words::is_function;
use crate::query::{Query, Word, is_small, spelling};

/// Pieces that are joined, at most: `i p v 6`.
const PIECES: usize = 6;
/// The same of words of several letters, and their fewest letters together.
const WORDS: usize = 3;
const LETTERS: usize = 4;
/// A piece of a name is no word by itself: `mo` of `mo e`.
const SHORT: usize = 2;

/// Returns the terms of a query; words find what the plan has joined, or with a blank or a hyphen. A small
/// word counts as a piece of others alone: `A I`.
pub(super) fn recut(index: &Index, query: &Query) -> Vec<Term> {
    let words = if query.id_words.is_empty() {
        &query.words
    } else {
        &query.id_words
    };
    let is_letter = |word: &Word| word.text.len() == 1 && word.text.is_ascii() && !word.exact;
    let only_letters = words.len() > 2 && words.iter().all(is_letter);
    let mut terms = Vec::with_capacity(words.len());
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let join = |count| Some((joined(index, words.get(at..at + count)?)?, count));
        let (found, count) = if let Some((joined, count)) = (2..=PIECES).rev().find_map(join) {
            (joined, count)
        } else if only_letters && at == 0 {
            // Letters alone say nothing but the initials that they are.
            let all: String = words.iter().map(|word| &*word.text).collect();
            (vec![Term::loose(&all)], words.len())
        } else if let Some(parts) = parts(index, word) {
            (parts.into(), 1)
        } else if !query.id_words.is_empty() && is_small(&word.text) {
            (vec![], 1)
        } else {
            let cut = cut(index, word);
            let cut = cut.map(|cut| either(&word.text, &cut.split(' ').collect::<Vec<_>>()));
            let new = || {
                if is_initials(query, word) || is_figure(query, word) {
                    vec![Term::whole(&word.text)]
                } else {
                    vec![Term::new(word)]
                }
            };
            (cut.unwrap_or_else(new), 1)
        };
        terms.extend(found);
        at += count;
    }
    terms
}

/// Returns true for letters that were typed with `&` between: `p&l` begins no other word.
fn is_initials(query: &Query, word: &Word) -> bool {
    let is_it = |typed: &String| typed.contains('&') && typed.replace('&', "") == word.text;
    word.exact && query.symbols.iter().any(is_it)
}

/// Returns true for digits that were typed with a sign, as in `100%`: they begin no other number.
fn is_figure(query: &Query, word: &Word) -> bool {
    let is_it = |typed: &String| typed.split(is_symbol).any(|part| part == word.text);
    word.text.chars().all(is_digit) && query.symbols.iter().any(is_it)
}

/// Returns words with those joined that the plan has as one: `5 g schools`.
pub(super) fn joined_words(index: &Index, words: &[Word]) -> Vec<Word> {
    let mut out = Vec::with_capacity(words.len());
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let join = |count| {
            let words = words.get(at..at + count)?;
            let are_letters = words.iter().all(|word| word.text.is_ascii());
            let words = Some(words).filter(|_| are_letters)?;
            let terms = joined(index, words)?;
            // Where the plan has them apart too they are words.
            let [_] = terms.as_slice() else { return None };
            let texts: Vec<&str> = words.iter().map(|word| &*word.text).collect();
            let text = texts.concat();
            Some((Word { text, exact: false }, count))
        };
        let found = (2..=PIECES).rev().find_map(join);
        let (word, count) = found.unwrap_or_else(|| (word.clone(), 1));
        out.push(word);
        at += count;
    }
    out
}

/// Returns the terms for words that the plan has as one: one term, or where it has them apart too, one for
/// each.
fn joined(index: &Index, words: &[Word]) -> Option<Vec<Term>> {
    if words.iter().any(|word| word.exact) {
        return None;
    }
    let has = |text: &str| index.is_in_texts(&Term::loose(text));
    let has_whole = |text: &str| index.is_in_texts(&Term::whole(text));
    let texts: Vec<&str> = words.iter().map(|word| &*word.text).collect();
    let (joined, apart) = (texts.concat(), texts.join(" "));
    // `1 000` is 1000, and `1 5` is not 15.
    let is_number = |text: &&str| text.chars().all(is_digit);
    let are_groups =
        || !texts.iter().all(is_number) || texts[1..].iter().all(|text| text.len() == 3);
    let is_numbered = || {
        joined.contains(is_digit)
            && are_groups()
            && !texts[1..].iter().any(|text| text.starts_with(is_ideograph))
            && !is_small(texts[0])
            && has(&joined)
            && !has(&apart)
    };
    let is_spelt = || {
        let is_letter = |text: &&str| text.len() == 1 && joined.is_ascii();
        texts.iter().all(is_letter) && has_whole(&joined) && !has_whole(&apart)
    };
    // `mo e` is `moe`, which is a whole name.
    let is_named = || {
        let is_short = |text: &&str| text.len() <= SHORT;
        let are_letters = joined.bytes().all(|byte| byte.is_ascii_lowercase());
        are_letters
            && texts.iter().any(is_short)
            && index.places_named(&joined).next().is_some()
            && !has_whole(&apart)
    };
    if is_numbered() || is_spelt() || is_named() {
        return Some(vec![Term::loose(&joined)]);
    }
    let is_word = joined.len() >= LETTERS && joined.bytes().all(|byte| byte.is_ascii_lowercase());
    let weak = texts.iter().filter(|text| is_function(text)).count();
    if texts.len() > WORDS || !is_word || weak > 1 || is_function(&joined) {
        return None;
    }
    let others = spelling::variants(&joined);
    let mut spellings = others.iter().map(|other| &*other.word).chain([&*joined]);
    if !spellings.any(has_whole) {
        return None;
    }
    let is_apart = has_whole(&apart) || index.is_in_texts(&Term::loose(&apart));
    if is_apart && weak > 0 {
        return None;
    }
    Some(if is_apart {
        either(&joined, &texts)
    } else {
        vec![Term::loose(&joined)]
    })
}

/// Terms for words of which each is found in the joined word as well.
fn either(joined: &str, apart: &[&str]) -> Vec<Term> {
    let term = |text: &&str| {
        let mut term = Term::loose(text);
        term.add_spelling(joined);
        term
    };
    apart.iter().map(term).collect()
}

/// Divides what has digits and is nowhere as it is: `ipv6` where the plan has `IPv 6`.
fn parts(index: &Index, word: &Word) -> Option<[Term; 2]> {
    let text = &word.text;
    let may_be = text.is_ascii() && text.contains(is_digit) && !word.exact;
    if !may_be || index.is_in_texts(&Term::loose(text)) {
        return None;
    }
    let mut cuts = (1..text.len()).map(|at| text.split_at(at));
    let has_whole = |text: &str| index.is_in_texts(&Term::whole(text));
    let (one, two) = cuts.find(|(one, two)| has_whole(&format!("{one} {two}")))?;
    Some([one, two].map(Term::loose))
}

/// Returns the spelling of a word that a name has with a blank inside: `e commerce`.
fn cut(index: &Index, word: &Word) -> Option<String> {
    let is_word = word.text.bytes().all(|byte| byte.is_ascii_lowercase());
    if word.exact || word.text.len() < LETTERS || !is_word {
        return None;
    }
    let others = spelling::variants(&word.text);
    let mut spellings = [&*word.text]
        .into_iter()
        .chain(others.iter().map(|other| &*other.word));
    spellings.find_map(|spelling| cut_in(index.all_names().as_bytes(), spelling))
}

/// Returns `word` as `texts` have it in two words. Of these one has a half of the word in one piece, which
/// is what is looked for.
fn cut_in(texts: &[u8], word: &str) -> Option<String> {
    let middle = word.len() / 2;
    let (first, second) = word.split_at(middle);
    let look = |half: &str, cuts: Range<usize>, before: usize| {
        find_iter(texts, half).find_map(|at| {
            let start = at.checked_sub(before).filter(|&at| boundary(texts, at))?;
            let end = start + word.len() + 1;
            let is_plural = texts.get(end) == Some(&b's') && boundary(texts, end + 1);
            let text = texts.get(start..end)?;
            let mut cuts = cuts.clone().map(|cut| word.split_at(cut));
            let (one, two) = cuts.find(|(one, two)| {
                text.starts_with(one.as_bytes())
                    && text.get(one.len()) == Some(&b' ')
                    && text.ends_with(two.as_bytes())
            })?;
            let is_cut = is_plural || boundary(texts, end);
            let counts = is_cut && !is_function(one) && !is_function(two);
            counts.then(|| format!("{one} {two}"))
        })
    };
    look(second, 1..middle + 1, middle + 1).or_else(|| look(first, middle + 1..word.len(), 0))
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}
