//! Chinese is written without blanks: where nothing holds what was typed in one piece, its parts are
//! looked for, 算力 and 网络 for 算力网络.

use super::fold::is_ideograph;
use super::index::Index;
use super::matching::Search;
use super::query::Word;
use super::term::Term;

/// The fewest characters of a part: one stands in everything.
const FEWEST: usize = 2;

impl Search<'_> {
    /// Takes the Chinese words apart that nothing is called; whether there were any.
    pub(super) fn part(&mut self) -> bool {
        let mut parted = false;
        let mut terms = Vec::new();
        for term in self.terms.drain(..) {
            match parts(self.index, &term) {
                Some(parts) => {
                    parted = true;
                    terms.extend(parts);
                }
                None => terms.push(term),
            }
        }
        self.terms = terms;
        parted
    }
}

/// The parts of a word, each of which some node is called: the longest first part, then the rest.
fn parts(index: &Index, term: &Term) -> Option<Vec<Term>> {
    let starts: Vec<usize> = term.text.char_indices().map(|(at, _)| at).collect();
    let chinese = term.text.chars().all(is_ideograph);
    if !chinese || !term.is_loose() || starts.len() < 2 * FEWEST {
        return None;
    }
    let part = |text: &str| {
        let text = text.to_owned();
        let part = Term::new(&Word { text, exact: false });
        index.is_called(&part).then_some(part)
    };
    let cuts = starts.get(FEWEST..=starts.len() - FEWEST)?;
    cuts.iter().rev().find_map(|&cut| {
        let (first, rest) = term.text.split_at_checked(cut)?;
        let first = part(first)?;
        let rest = match part(rest) {
            Some(rest) => vec![rest],
            None => parts(
                index,
                &Term::new(&Word {
                    text: rest.to_owned(),
                    exact: false,
                }),
            )?,
        };
        Some(std::iter::once(first).chain(rest).collect())
    })
}
