//! The folded texts of all nodes in one string. Before each text stands the tag of its field; the
//! texts of a node follow each other.

use std::ops::Range;

use super::field::{FIRST_TEXT, Field};
use super::fold;

/// Folded texts by node.
#[derive(Debug, Default)]
pub(super) struct Texts {
    all: String,
    /// The byte where the texts of each node end.
    ends: Vec<usize>,
}

/// A text of a node.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry<'a> {
    pub(super) field: Field,
    pub(super) text: &'a str,
}

impl Texts {
    /// Folds a text and adds it to the node that is not closed yet.
    pub(super) fn add(&mut self, field: Field, text: &str) {
        if text.is_empty() {
            return;
        }
        let before = self.all.len();
        self.all.push(char::from(field.tag()));
        let start = self.all.len();
        fold::append(text, &mut self.all);
        if self.all.len() == start {
            self.all.truncate(before);
        }
    }

    /// Closes a node: what is added next belongs to the following one.
    pub(super) fn close(&mut self) {
        self.ends.push(self.all.len());
    }

    /// Gives back memory that was reserved for growing.
    pub(super) fn shrink(&mut self) {
        self.all.shrink_to_fit();
        self.ends.shrink_to_fit();
    }

    /// Returns the number of nodes.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Returns the texts of some nodes, with their tags.
    pub(super) fn span(&self, places: Range<usize>) -> &str {
        let end = |place: usize| self.ends.get(place).copied().unwrap_or(self.all.len());
        let start = places.start.checked_sub(1).map_or(0, end);
        let stop = places.end.checked_sub(1).map_or(0, end);
        self.all.get(start..stop).unwrap_or_default()
    }

    /// Returns the texts of a node, with their tags.
    pub(super) fn of(&self, place: usize) -> &str {
        self.span(place..place + 1)
    }

    /// Iterates over the texts of a node.
    pub(super) fn entries(&self, place: usize) -> impl Iterator<Item = Entry<'_>> {
        entries(self.of(place))
    }
}

/// Iterates over the texts of a string that begins with a tag.
pub(super) fn entries(texts: &str) -> impl Iterator<Item = Entry<'_>> {
    let mut rest = texts;
    std::iter::from_fn(move || {
        let tag = *rest.as_bytes().first()?;
        let text = rest.get(1..)?;
        let end = text
            .bytes()
            .position(|byte| byte < FIRST_TEXT)
            .unwrap_or(text.len());
        let (text, after) = text.split_at_checked(end)?;
        rest = after;
        let field = Field::of_tag(tag);
        Some(Entry { field, text })
    })
}

/// Returns the text around a byte of a string of texts: its field and its bytes. A string without
/// tags is one text of the field [`Field::Id`].
pub(super) fn around(texts: &[u8], at: usize) -> (Field, Range<usize>) {
    let before = texts.get(..at).unwrap_or_default();
    let tag = before.iter().rposition(|&byte| byte < FIRST_TEXT);
    let field = tag.and_then(|tag| texts.get(tag));
    let rest = texts.get(at..).unwrap_or_default();
    let end = rest.iter().position(|&byte| byte < FIRST_TEXT);
    (
        field.map_or(Field::Id, |&tag| Field::of_tag(tag)),
        tag.map_or(0, |tag| tag + 1)..at + end.unwrap_or(rest.len()),
    )
}
