//! The types of a plan: what a node is. References between them are ids that only [`super::Plan`]
//! hands out, so they always resolve.

use std::num::NonZeroU32;

use super::text::{Str, Text};
use super::value::{Basis, Confidence, Date, Origin, PointKind, Role, Sources, Status};

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

/// A sort of items, as the data file declares it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kind {
    /// Lower-case id, as in `kind:project`.
    pub id: Str,
    /// What the ids of its items begin with.
    pub prefix: Str,
    /// One of them.
    pub name: Text,
    /// Several of them.
    pub plural: Text,
    /// Among those that people look for first.
    pub primary: bool,
}

/// What the plan says of itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Info {
    /// Its id in the file, `PLAN`.
    pub id: Str,
    /// Its name.
    pub name: Text,
    /// Who issued it, where that is stated.
    pub issuer: Option<BodyId>,
    /// Who drafted it.
    pub drafted_by: Box<[BodyId]>,
    /// The date it bears.
    pub dated: Option<Date>,
    /// When it was made public.
    pub announced: Option<Date>,
    /// First and last year of its period.
    pub period: Option<(u16, u16)>,
    /// When the data was compiled.
    pub compiled: Option<Date>,
    /// What it is for.
    pub summary: Text,
    /// The documents it carries out.
    pub follows: Box<[DocumentId]>,
    /// The plan before it.
    pub predecessor: Option<DocumentId>,
    /// Other names.
    pub aliases: Box<[Str]>,
    /// A remark.
    pub note: Text,
    /// How sure this is.
    pub confidence: Confidence,
    /// Where it comes from.
    pub sources: Sources,
}

impl Info {
    /// Nothing but a name.
    pub(super) fn named(name: &str) -> Info {
        Info {
            id: Str::default(),
            name: Text::sanitize(name, ""),
            issuer: None,
            drafted_by: Box::default(),
            dated: None,
            announced: None,
            period: None,
            compiled: None,
            summary: Text::default(),
            follows: Box::default(),
            predecessor: None,
            aliases: Box::default(),
            note: Text::default(),
            confidence: Confidence::Low,
            sources: Sources::default(),
        }
    }
}

/// Something the plan states.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Its id as written in the file.
    pub id: Str,
    /// What sort of item.
    pub kind: KindId,
    /// Its number among its kind.
    pub number: Option<u32>,
    /// A heading that groups items of a kind (indicators).
    pub category: Text,
    /// Official name.
    pub name: Text,
    /// Short name for lists; may be empty.
    pub short: Text,
    /// How the news item worded it.
    pub seed_name: Text,
    /// What it belongs to.
    pub parent: Option<ItemId>,
    /// What it has to do with, as the file lists it; see [`super::Plan::related`].
    pub related: Box<[Node]>,
    /// What it is.
    pub summary: Text,
    /// Other names.
    pub aliases: Box<[Str]>,
    /// What it consists of, as far as that has no item of its own.
    pub parts: Box<[Part]>,
    /// What is to be reached, and by when.
    pub targets: Box<[Target]>,
    /// How it is measured.
    pub measure: Option<Measure>,
    /// A remark.
    pub note: Text,
    /// How sure this is.
    pub confidence: Confidence,
    /// Where it comes from.
    pub sources: Sources,
    /// The file that brought it.
    pub origin: Origin,
    /// Overlays that changed fields of it.
    pub extended_by: Box<[Origin]>,
}

/// A part of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its name.
    pub name: Text,
    /// How sure this is, where it differs from the item's.
    pub confidence: Option<Confidence>,
    /// Where it comes from, where that differs.
    pub sources: Sources,
    /// The file that brought it.
    pub origin: Origin,
}

/// Something to be reached by a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// By when.
    pub by: Date,
    /// What.
    pub text: Text,
    /// The other document whose target this is; `None`: the plan's own.
    pub document: Option<DocumentId>,
    /// Where it comes from.
    pub sources: Sources,
    /// The file that brought it.
    pub origin: Origin,
}

/// An indicator's figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    /// Unit of all values.
    pub unit: Text,
    /// Binding or only expected; `None`: not known.
    pub binding: Option<bool>,
    /// The figures.
    pub points: Box<[Point]>,
}

/// One figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// The year it stands for.
    pub year: u16,
    /// The figure; `None`: not known.
    pub value: Option<f64>,
    /// What sort of figure.
    pub kind: PointKind,
    /// A result of a near measure, not of the item's own.
    pub near: bool,
    /// How sure this is, where it differs from the item's.
    pub confidence: Option<Confidence>,
    /// Where it comes from, where that differs.
    pub sources: Sources,
    /// The file that brought it.
    pub origin: Origin,
}

/// An organisation.
#[derive(Clone, Debug, PartialEq)]
pub struct Body {
    /// Its id, a slug.
    pub id: Str,
    /// Abbreviation; empty where there is none.
    pub abbr: Str,
    /// Name.
    pub name: Text,
    /// Other names.
    pub aliases: Box<[Str]>,
    /// What it is there for.
    pub mandate: Text,
    /// A remark, for example its reorganisation.
    pub note: Text,
    /// What became of it.
    pub successor: Option<BodyId>,
    /// How sure this is.
    pub confidence: Confidence,
    /// Where it comes from.
    pub sources: Sources,
    /// The file that brought it.
    pub origin: Origin,
    /// Overlays that changed fields of it.
    pub extended_by: Box<[Origin]>,
}

/// A document.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Its id.
    pub id: Str,
    /// Title.
    pub name: Text,
    /// Its number, as 国发〔2016〕73号; may be empty.
    pub number: Str,
    /// Its date.
    pub dated: Option<Date>,
    /// What is known of the date beyond that.
    pub date_note: Text,
    /// Who issued it.
    pub issuers: Box<[BodyId]>,
    /// Where it can be read; may be empty.
    pub url: Str,
    /// A remark.
    pub note: Text,
    /// How sure this is.
    pub confidence: Confidence,
    /// Where it comes from.
    pub sources: Sources,
    /// The file that brought it.
    pub origin: Origin,
    /// Overlays that changed fields of it.
    pub extended_by: Box<[Origin]>,
}

/// One row of the file: a single statement that a body answers for an item.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Statement {
    /// In what way.
    pub role: Role,
    /// Resting on what.
    pub basis: Basis,
    /// The document that says so.
    pub document: Option<DocumentId>,
    /// When it ended; `None`: it holds.
    pub until: Option<Date>,
    /// A remark.
    pub note: Text,
    /// How sure this is.
    pub confidence: Confidence,
    /// Where it comes from.
    pub sources: Sources,
    /// The file that brought it.
    pub origin: Origin,
    /// The unit that has it on the desk (assigned rows).
    pub unit: Str,
    /// Whom to ask (assigned rows).
    pub contact: Str,
    /// By when (assigned rows).
    pub due: Option<Date>,
    /// How it stands (assigned rows).
    pub status: Option<Status>,
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

    /// Whether the date of an assignment is past while it is neither done nor dropped.
    #[must_use]
    pub fn is_overdue(&self, today: Option<Date>) -> bool {
        let past = self
            .due
            .zip(today)
            .is_some_and(|(due, today)| due.is_past(today));
        past && !self.is_closed()
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
