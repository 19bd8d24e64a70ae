//! The plan's thesaurus, prepared: from a word to the sets that hold it.

use std::collections::HashMap;

use crate::model::Plan;
use crate::query::fold::{folded, is_ideograph};
use crate::query::function_words::{is_function, is_light};
use crate::query::is_small;
use crate::query::stem::Stems;

/// A word of a set.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(in super::super) enum Form {
    /// Chinese, or mixed: as it is, folded.
    Verbatim(String),
    /// English words by their stems, without small words.
    Stems(Vec<String>),
}

impl Form {
    /// Returns the form of a folded text; `None` if it is empty.
    pub(super) fn of(text: &str, stems: &Stems) -> Option<Form> {
        if text.contains(is_ideograph) {
            return Some(Form::Verbatim(text.to_owned()));
        }
        let words = text.split(' ').filter(|word| !word.is_empty());
        let all: Vec<&str> = words.collect();
        let mut own: Vec<&str> = all.iter().copied().filter(|word| !is_small(word)).collect();
        if own.is_empty() {
            own = all;
        }
        let found: Vec<String> = own.iter().map(|word| stems.of(word)).collect();
        (!found.is_empty()).then_some(Form::Stems(found))
    }
}

/// The sets of synonyms by their words.
#[derive(Debug, Default)]
pub(in super::super) struct Thesaurus {
    pub(super) stems: Stems,
    sets: Vec<Vec<Form>>,
    by_form: HashMap<Form, Vec<usize>>,
    /// The most words, or characters of a Chinese word, of a form.
    pub(super) longest: usize,
}

impl Thesaurus {
    /// Prepares the thesaurus of a plan.
    pub(in super::super) fn of(plan: &Plan) -> Thesaurus {
        let mut thesaurus = Thesaurus::default();
        for set in plan.thesaurus() {
            let stems = &thesaurus.stems;
            let forms = set
                .words()
                .filter_map(|word| Form::of(&folded(word), stems));
            let forms: Vec<Form> = forms.collect();
            let number = thesaurus.sets.len();
            for form in &forms {
                let length = match form {
                    Form::Verbatim(text) => text.chars().count(),
                    Form::Stems(words) => words.len(),
                };
                thesaurus.longest = thesaurus.longest.max(length);
                let sets = thesaurus.by_form.entry(form.clone()).or_default();
                if sets.last() != Some(&number) {
                    sets.push(number);
                }
            }
            thesaurus.sets.push(forms);
        }
        thesaurus
    }

    /// Returns true if a set holds the word.
    pub(super) fn holds(&self, form: &Form) -> bool {
        self.by_form.contains_key(form)
    }

    /// Returns true if a folded word is known to be one: no other was meant.
    pub(in super::super) fn is_right(&self, word: &str) -> bool {
        let in_a_set = || Form::of(word, &self.stems).is_some_and(|form| self.holds(&form));
        is_function(word) || is_light(word) || is_light(&self.stems.of(word)) || in_a_set()
    }

    /// Iterates over the words of all sets that hold `form`, itself included.
    pub(super) fn synonyms<'a>(&'a self, form: &Form) -> impl Iterator<Item = &'a Form> {
        let sets = self.by_form.get(form).map_or(&[][..], Vec::as_slice);
        let sets = sets.iter().filter_map(|&number| self.sets.get(number));
        sets.flatten()
    }
}
