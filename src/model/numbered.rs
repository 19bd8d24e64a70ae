//! Ids that are the letter of a kind and a number.

use super::{KindId, Node, Plan};

/// The letter of documents.
const DOCUMENT: &str = "D";

impl Plan {
    /// The kind of items to which an id belongs by its letter, if it is a letter and a number: P99.
    /// `Some(None)`: it is one of documents.
    #[must_use]
    pub fn kind_of_id(&self, id: &str) -> Option<Option<KindId>> {
        let id = id.trim();
        let letters = id.trim_end_matches(|c: char| c.is_ascii_digit());
        if letters.is_empty() || letters.len() == id.len() {
            return None;
        }
        let mut kinds = self.kinds();
        let kind = kinds.find(|(_, kind)| kind.prefix.eq_ignore_ascii_case(letters));
        let is_document = || letters.eq_ignore_ascii_case(DOCUMENT).then_some(None);
        kind.map(|(id, _)| Some(id)).or_else(is_document)
    }

    /// The id with this number of a kind of items, or of documents, if there were one.
    #[must_use]
    pub fn id_numbered(&self, kind: Option<KindId>, number: usize) -> String {
        let letter = kind.map_or(DOCUMENT, |kind| &*self[kind].prefix);
        format!("{letter}{number}")
    }

    /// The ids of a kind of items, or of documents, with the lowest and the highest number.
    #[must_use]
    pub fn ids_from_to(&self, kind: Option<KindId>) -> Option<[&str; 2]> {
        let letter = kind.map_or(DOCUMENT, |kind| &*self[kind].prefix);
        let of_kind = self.nodes().filter(|node| match node {
            Node::Item(id) => Some(self[*id].kind) == kind,
            Node::Document(_) => kind.is_none(),
            Node::Plan | Node::Body(_) => false,
        });
        let numbered = of_kind.filter_map(|node| {
            let id = self.id(node);
            let number: usize = id.strip_prefix(letter)?.parse().ok()?;
            Some((number, id))
        });
        let all: Vec<(usize, &str)> = numbered.collect();
        let (first, last) = (all.iter().min()?, all.iter().max()?);
        Some([first.1, last.1])
    }
}
