//! The model of a plan: [`Plan`] owns all nodes and answers how they hang together. What is loaded
//! is whole: no reference dangles, no name is empty, no tree has a cycle. Nothing else checks.

mod item;
mod text;

pub use item::*;
pub use text::{Lang, Str, Text};

/// A loaded plan, with its overlays laid over it. Immutable.
#[derive(Debug)]
pub struct Plan {
    info: Info,
    kinds: Vec<Kind>,
    items: Vec<Item>,
    bodies: Vec<Body>,
    documents: Vec<Document>,
}
