//! The folded texts of all nodes in one string. Before each text stand [`SEPARATOR`] and the tag of its
//! field; the texts of a node follow each other.

use std::ops::Range;

use memchr::{memchr, memrchr};

use super::field::Field;
use crate::query::fold;

/// Stands in no folded text, and is no tag.
const SEPARATOR: u8 = 0;

/// Folded texts by node.
#[derive(Debug, Default)]
pub(super) struct Texts {
    all: String,
    /// The byte where the texts of each node end.
    ends: Vec<usize>,
}

/// A text of a node.
#[derive(Clone, Copy, Debug)]
pub(super) struct TaggedText<'a> {
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
        self.all.push(char::from(SEPARATOR));
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

    /// Returns the byte where the texts of a node begin.
    pub(super) fn start(&self, place: usize) -> usize {
        let before = place.checked_sub(1);
        let end = |before: usize| self.ends.get(before).copied();
        before.map_or(0, |before| end(before).unwrap_or(usize::MAX))
    }

    /// Returns the texts of a node, with their tags.
    pub(super) fn of(&self, place: usize) -> &str {
        self.span(place..place + 1)
    }

    /// Iterates over the texts of a node.
    pub(super) fn entries(&self, place: usize) -> impl Iterator<Item = TaggedText<'_>> {
        entries(self.of(place))
    }
}

/// Iterates over the texts of a string that begins with a separator.
pub(super) fn entries(texts: &str) -> impl Iterator<Item = TaggedText<'_>> {
    let mut rest = texts;
    std::iter::from_fn(move || {
        let tag = *rest.as_bytes().get(1)?;
        let tagged = rest.get(2..)?;
        let end = memchr(SEPARATOR, tagged.as_bytes()).unwrap_or(tagged.len());
        let text;
        (text, rest) = tagged.split_at(end);
        let field = Field::of_tag(tag);
        Some(TaggedText { field, text })
    })
}

/// Returns the text around a byte of a string of texts: its field and its bytes. A string without
/// separators is one text of the field [`Field::Id`].
pub(super) fn around(texts: &[u8], at: usize) -> (Field, Range<usize>) {
    let (before, rest) = texts.split_at(at.min(texts.len()));
    let separator = memrchr(SEPARATOR, before);
    let tag = separator.and_then(|separator| texts.get(separator + 1));
    let end = memchr(SEPARATOR, rest).map_or(texts.len(), |end| at + end);
    (
        tag.map_or(Field::Id, |&tag| Field::of_tag(tag)),
        separator.map_or(0, |separator| separator + 2)..end,
    )
}
