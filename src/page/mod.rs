//! Pages of the screen: descriptions laid out in lines for a width, and the pages over the whole
//! plan. A page is data below both `app` (which scrolls it and follows its links) and `view` (which
//! paints it), so nothing flows back from a frame.

mod builder;
mod charset;
mod charts;
mod compare;
mod evidence;
mod gaps;
mod lines;
mod measure;
mod node;
mod responsibilities;
mod wrap;
mod writer;
mod years;

pub use builder::{PageBuilder, wrapped};
pub use charset::{Charset, plain};
pub use charts::charts;
pub use compare::compare;
pub use gaps::gaps;
pub use lines::{Head, Line, Link, Page, Span, Style};
pub use measure::{bar, ticked};
pub use node::{node, who};
pub use wrap::{Graphemes, break_points, graphemes, truncate, truncate_words, width};
pub use years::years;

/// Terminals start with a tab stop in each eighth column, and get nowhere in fewer bytes: so columns
/// of text begin there where list and detail stand side by side.
pub const TAB: u16 = 8;
