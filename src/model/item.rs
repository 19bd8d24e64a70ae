//! The types of a plan: what a node is. References between them are ids that only [`super::Plan`]
//! hands out, so they always resolve.

use std::num::NonZeroU32;

use super::sheet::{beside_not_begun, says_not_begun};
use super::text::Text;
use super::value::{Basis, Date, Role, Status};
use super::{Info, Statement};

// One more than the index, so that an optional id is no larger than an id.
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(NonZeroU32);
        impl $name {
            pub(super) fn at(index: usize) -> $name {
                let next = u32::try_from(index + 1).ok().and_then(NonZeroU32::new);
                $name(next.expect("a plan holds fewer than 2^32 nodes"))
            }

            /// Its place in plan order, from 0.
            #[must_use]
            pub fn index(self) -> usize {
                self.0.get() as usize - 1
            }
        }
    )*};
}

ids! {
    /// An item of the plan at hand.
    ItemId,
    /// A body of the plan at hand.
    BodyId,
    /// A document of the plan at hand.
    DocumentId,
    /// A kind of items of the plan at hand.
    KindId
}

/// Whatever can be listed, found, opened and linked to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Node {
    /// The plan itself, id `PLAN`.
    Plan,
    /// A goal, task, project …
    Item(ItemId),
    /// An organisation.
    Body(BodyId),
    /// A source.
    Document(DocumentId),
}

macro_rules! sorts {
    ($($name:ident: $sort:ident($id:ident)),*) => {
        impl Node {$(
            #[doc = concat!("The ", stringify!($name), " that it is, if it is one.")]
            #[must_use]
            pub fn $name(self) -> Option<$id> {
                match self {
                    Node::$sort(id) => Some(id),
                    _ => None,
                }
            }
        )*}
    };
}

sorts!(item: Item(ItemId), body: Body(BodyId), document: Document(DocumentId));

impl Info {
    /// Nothing but a name.
    pub(super) fn named(name: &str) -> Info {
        Info {
            name: Text::sanitize(name, ""),
            ..Info::default()
        }
    }
}

impl Statement {
    /// Whether it holds no more.
    #[must_use]
    pub fn is_former(&self) -> bool {
        self.until.is_some()
    }

    /// Whether it says that the body leads today.
    #[must_use]
    pub fn leads(&self) -> bool {
        self.role == Role::Lead && !self.is_former()
    }

    /// Whether an assignment is done or dropped.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        matches!(self.status, Some(Status::Done | Status::Dropped))
    }

    /// Whether an assignment is not begun: there is no status for it, its note says so.
    #[must_use]
    pub fn is_not_begun(&self) -> bool {
        let notes = [self.note.en(), self.note.zh()];
        self.status.is_none() && notes.into_iter().any(says_not_begun)
    }

    /// Its note without what its state says already.
    #[must_use]
    pub fn note_beside_state(&self) -> Text {
        if !self.is_not_begun() {
            return self.note.clone();
        }
        let [en, zh] = [self.note.en(), self.note.zh()].map(beside_not_begun);
        Text::sanitize(&en, &zh)
    }

    /// Whether the date of an assignment is past while it is neither done nor dropped.
    #[must_use]
    pub fn is_overdue(&self, today: Option<Date>) -> bool {
        let past = self
            .due
            .zip(today)
            .is_some_and(|(due, today)| due.is_past(today));
        past && !self.is_closed()
    }

    /// The key that puts assignments in order, the most urgent first: by the date that is due, those
    /// without a date last.
    #[must_use]
    pub fn urgency(&self) -> (u16, u8, u8) {
        Date::urgency(self.due)
    }

    /// Whether an assignment is late or overdue.
    #[must_use]
    pub fn needs_attention(&self, today: Option<Date>) -> bool {
        self.status == Some(Status::Late) || self.is_overdue(today)
    }
}

/// That a body answers for a node: all rows about the pair, the strongest first. Role, basis and
/// document that are shown come from that first row together; the others are further evidence.
#[derive(Clone, Debug, PartialEq)]
pub struct Responsibility {
    /// What is answered for: an item, or the plan.
    pub item: Node,
    /// Who answers.
    pub body: BodyId,
    rows: Vec<Statement>,
}

impl Responsibility {
    /// `rows`, of which there must be one, in order of strength: role, then basis, then file order.
    pub(super) fn of(item: Node, body: BodyId, mut rows: Vec<Statement>) -> Responsibility {
        rows.shrink_to_fit();
        Responsibility { item, body, rows }
    }

    /// All rows, never none, in order of strength: role, then basis, then file order.
    #[must_use]
    pub fn rows(&self) -> &[Statement] {
        &self.rows
    }

    /// The row that is shown.
    #[must_use]
    pub fn shown(&self) -> &Statement {
        self.rows().first().expect("a responsibility has a row")
    }

    /// The organisation's own assignments among the rows.
    pub fn assigned(&self) -> impl Iterator<Item = &Statement> {
        self.rows()
            .iter()
            .filter(|row| row.basis == Basis::Assigned)
    }
}
