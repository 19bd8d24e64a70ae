//! Divides Chinese words, which are written without blanks: if nothing holds 算力网络 in one piece, 算力
//! and 网络 are searched for.

use super::index::Index;
use super::pattern::Term;
use crate::query::fold::is_ideograph;

/// The fewest characters of a part: one alone is in every text.
const MIN_PART: usize = 2;

/// Divides the Chinese words among `terms`; `None` if none can be divided.
pub(super) fn segment_terms(index: &Index, terms: &[Term]) -> Option<Vec<Term>> {
    let parts: Vec<_> = terms.iter().map(|term| segments(index, term)).collect();
    let any = parts.iter().any(Option::is_some);
    let all = parts.into_iter().zip(terms);
    let all = all.flat_map(|(parts, term)| parts.unwrap_or_else(|| vec![term.clone()]));
    any.then(|| all.collect())
}

/// Divides a word into parts that are all in names: the longest first part, then the rest.
fn segments(index: &Index, term: &Term) -> Option<Vec<Term>> {
    let starts: Vec<usize> = term.text.char_indices().map(|(at, _)| at).collect();
    let chinese = term.text.chars().all(is_ideograph);
    if !chinese || !term.is_loose() || starts.len() < 2 * MIN_PART {
        return None;
    }
    let part = |text: &str| Some(Term::loose(text)).filter(|part| index.is_in_names(part));
    let cuts = starts.get(MIN_PART..=starts.len() - MIN_PART)?;
    cuts.iter().rev().find_map(|&cut| {
        let (first, rest) = term.text.split_at_checked(cut)?;
        let first = part(first)?;
        let rest = match part(rest) {
            Some(rest) => vec![rest],
            None => segments(index, &Term::loose(rest))?,
        };
        Some(std::iter::once(first).chain(rest).collect())
    })
}
