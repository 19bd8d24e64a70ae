//! The folded texts of all nodes, in two strings: what nodes are called, and what is said about
//! them. Before each text stands the tag of its field; the texts of a node lie together.

use super::field::{FIRST_TEXT, Field};
use super::fold;

/// Folded texts by node.
#[derive(Debug, Default)]
pub(super) struct Texts {
    all: String,
    /// Where the texts of each node end.
    ends: Vec<u32>,
}

/// A text of a node.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry<'a> {
    pub(super) tag: u8,
    pub(super) text: &'a str,
}

impl Texts {
    /// Those of so many nodes, of so many bytes in all, tags included.
    pub(super) fn with_room(nodes: usize, bytes: usize) -> Texts {
        Texts {
            all: String::with_capacity(bytes),
            ends: Vec::with_capacity(nodes),
        }
    }

    /// Adds a text to the node that is not closed yet.
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
        let end = u32::try_from(self.all.len());
        self.ends
            .push(end.expect("the texts of a segment stay below 4 GB"));
    }

    /// What was added since there were so many bytes.
    pub(super) fn since(&self, bytes: usize) -> &str {
        self.all.get(bytes..).unwrap_or_default()
    }

    /// Gives back the room that was reserved in vain.
    pub(super) fn shrink(&mut self) {
        self.all.shrink_to_fit();
        self.ends.shrink_to_fit();
    }

    /// How many bytes of memory they take.
    pub(super) fn size(&self) -> usize {
        self.all.capacity() + self.ends.capacity() * size_of::<u32>()
    }

    /// How many nodes there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Where the texts of a node begin.
    pub(super) fn start(&self, place: usize) -> usize {
        match place.checked_sub(1) {
            Some(before) => self
                .ends
                .get(before)
                .map_or(self.all.len(), |&end| end as usize),
            None => 0,
        }
    }

    /// Where they end.
    pub(super) fn end(&self, place: usize) -> usize {
        self.ends
            .get(place)
            .map_or(self.all.len(), |&end| end as usize)
    }

    /// All texts.
    pub(super) fn bytes(&self) -> &[u8] {
        self.all.as_bytes()
    }

    /// The texts of one node, with their tags.
    pub(super) fn of(&self, place: usize) -> &str {
        self.all
            .get(self.start(place)..self.end(place))
            .unwrap_or_default()
    }

    /// The texts of one node, one by one.
    pub(super) fn entries(&self, place: usize) -> impl Iterator<Item = Entry<'_>> {
        entries(self.of(place))
    }
}

/// The texts of a slice that begins with a tag.
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
        Some(Entry { tag, text })
    })
}

/// The text around a byte of a slice that begins with a tag: its tag, start and end.
pub(super) fn around(texts: &[u8], at: usize) -> (u8, usize, usize) {
    let mut start = at;
    while let Some(&byte) = texts.get(start.wrapping_sub(1)) {
        if byte < FIRST_TEXT {
            break;
        }
        start -= 1;
    }
    let tag = texts.get(start.wrapping_sub(1)).copied().unwrap_or(1);
    let rest = texts.get(at..).unwrap_or_default();
    let end = at
        + rest
            .iter()
            .position(|&byte| byte < FIRST_TEXT)
            .unwrap_or(rest.len());
    (tag, start, end)
}
