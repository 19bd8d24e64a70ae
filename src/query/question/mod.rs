//! Questions: words that only ask are dropped, and what they ask for is kept as the [`Intent`].
//! `who is responsible for 5g`, `5g lead`, `谁负责5g` and `5g由哪个部门牵头` all search for 5g.

mod asked;
mod bound;
mod comparing;
mod en;
pub(crate) mod kinds;
mod one;
mod passing;
mod set_words;
mod sets;
mod terms;
mod time;
mod within;
mod zh;

pub(crate) use asked::Asked;
pub(crate) use comparing::{is_between, is_of_more, to_compare};
pub(crate) use en::{english, is_duty};
pub use one::Unrecorded;
pub(crate) use one::{OfOne, of_one};
pub(crate) use passing::{ends_program, goes_back, in_passing, is_pinyin_of};
pub(crate) use set_words::Piece;
pub(crate) use sets::{
    asked, asks_of_desk, is_exception, is_filler, is_name_of_body, is_said_of_desk, may_be_skipped,
};
pub(crate) use terms::terms_asked;
pub(crate) use zh::chinese;

/// What a query asks for; nodes of other kinds are ranked behind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Intent {
    /// Anything.
    #[default]
    Any,
    /// The bodies responsible for something.
    Who,
    /// What a body is responsible for.
    What,
}
