//! What can be wrong with a data file: where, and what to do about it. Worded in
//! `i18n/problems.rs`.

use super::sheet::fault::Fault;
use super::sheet::grid::CellPlace;

/// The sorts of values in JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JsonType {
    /// `{…}`
    Object,
    /// `[…]`
    List,
    /// `"…"`
    Text,
    /// `1`, `0.5`
    Number,
    /// `true`, `false`
    Bool,
    /// `null`
    Null,
}

/// Something wrong with a data file, at its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where it stands.
    pub at: Location,
    /// The id of the node at that place.
    pub item: Option<String>,
    /// What is wrong.
    pub what: ProblemKind,
}

/// A place in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Location {
    /// The file, as it was named.
    pub file: String,
    /// Line, from 1; 0 where it is a sheet.
    pub line: u32,
    /// Column in characters, from 1; 0 where it is a sheet.
    pub column: u32,
    /// The cell of a sheet; nothing where it is all of it.
    pub cell: Option<CellPlace>,
}

/// What can be wrong. Strings stand here as they stand in the file; `render` cleans them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// Nothing in it.
    Empty,
    /// Larger than can be counted.
    TooLarge,
    /// Text, but probably in this encoding.
    OtherEncoding(&'static str),
    /// Packed by a program, and how it is unpacked.
    Packed(&'static str, &'static str),
    /// No JSON, but a file of this format.
    OtherFormat(&'static str),
    /// No JSON, but a sheet.
    SheetByAnotherName,
    /// These bytes are not UTF-8.
    NotUtf8,
    /// The last character is not whole.
    BrokenOff,
    /// The whole file is no object.
    NoObject(JsonType),
    /// No JSON.
    Syntax(Syntax),
    /// A sheet that cannot be read, or a cell that means nothing.
    Sheet(Fault),
    /// A value of the wrong sort.
    WrongSort {
        /// What there is.
        found: JsonType,
        /// What there has to be.
        wanted: Wanted,
    },
    /// A word that is none of those that may stand here.
    UnknownWord {
        /// The word.
        word: String,
        /// Those that may stand here.
        known: Vec<String>,
        /// The one that was probably meant.
        near: Option<String>,
    },
    /// A key that is not known here.
    UnknownKey {
        /// The key.
        key: String,
        /// The one that was probably meant.
        near: Option<String>,
    },
    /// A key that stands twice in one object.
    DoubleKey {
        /// The key.
        key: String,
    },
    /// A key that has to be given.
    MissingKey {
        /// The key.
        key: &'static str,
    },
    /// No `plan`: it may be an overlay.
    MissingPlan,
    /// A text that may not be empty.
    EmptyText {
        /// Its key.
        key: &'static str,
    },
    /// A format that this program does not know.
    UnknownFormat {
        /// The number that is given.
        found: i64,
    },
    /// A number that cannot be.
    OutOfRange {
        /// The least that can be.
        least: i64,
        /// The most that can be.
        most: i64,
    },
    /// No date.
    BadDate {
        /// What stands there.
        found: String,
    },
    /// The period ends before it begins.
    PeriodReversed,
    /// An id that is already taken.
    DoubleId {
        /// The id.
        id: String,
        /// Who has it.
        first: Location,
    },
    /// An id that the plan, or a kind that a filter, needs for itself.
    ReservedId {
        /// The id.
        id: String,
    },
    /// An id that is nobody's.
    UnknownId {
        /// The id.
        id: String,
        /// The one that was probably meant.
        near: Option<String>,
    },
    /// An id of something that cannot stand here.
    WrongNode {
        /// The id.
        id: String,
        /// What it names.
        found: NodeSort,
        /// What can stand here.
        wanted: NodeSort,
    },
    /// A kind that the file does not declare.
    UnknownKind {
        /// The kind.
        kind: String,
        /// The declared ones.
        known: Vec<String>,
    },
    /// Items that belong to each other in a circle.
    ParentCycle {
        /// Their ids, from one to the same again.
        ids: Vec<String>,
    },
    /// Bodies that became each other in a circle.
    SuccessorCycle {
        /// Their ids, from one to the same again.
        ids: Vec<String>,
    },
    /// A responsibility that rests on a companion document, but names none.
    CompanionWithoutDocument,
    /// An overlay that claims more than an assignment.
    NotAssigned,
    /// A whole plan was given as an overlay.
    PlanAsOverlay,
    /// An overlay for another plan.
    OtherPlan {
        /// The plan it says it is for.
        wanted: String,
        /// The plan it was laid over.
        found: String,
    },
    /// Two overlays say different things of one field.
    Conflict {
        /// The field.
        field: &'static str,
        /// Where it was set before.
        first: Location,
    },
    /// There are more problems than are listed.
    More {
        /// How many.
        count: usize,
    },
}

impl ProblemKind {
    /// It depends on which ids there are: in an overlay for another plan it follows from that.
    pub(super) fn is_of_ids(&self) -> bool {
        matches!(
            self,
            ProblemKind::MissingKey { .. }
                | ProblemKind::DoubleId { .. }
                | ProblemKind::UnknownId { .. }
                | ProblemKind::WrongNode { .. }
                | ProblemKind::UnknownKind { .. }
                | ProblemKind::ParentCycle { .. }
                | ProblemKind::SuccessorCycle { .. }
                | ProblemKind::Conflict { .. }
        )
    }
}

/// What is no JSON about a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Syntax {
    /// The text ends too early.
    Truncated,
    /// A comma or the closing bracket is missing.
    Separator,
    /// The colon after a key is missing.
    Colon,
    /// A key without quotes.
    Key,
    /// A comma before a closing bracket.
    TrailingComma,
    /// Something follows the end.
    Trailing,
    /// Something stands before the beginning.
    Leading,
    /// A line break or control character in a string.
    ControlCharacter,
    /// A backslash and something that cannot follow it.
    Escape,
    /// Half of a pair of `\u` that make one character.
    Surrogate,
    /// A comment.
    Comment,
    /// The mark of a conflict between two versions.
    Conflict,
    /// A sign that looks like one of JSON.
    Sign(char),
    /// A punctuation mark where this one of JSON has to stand.
    Instead(char, &'static str),
    /// A word of another language, and what JSON has for it.
    Foreign(&'static str, &'static str),
    /// A plus sign before a number.
    Plus,
    /// A comma between the digits of a number.
    DecimalComma,
    /// Not a number.
    Number,
    /// Nested too deep.
    Depth,
    /// No value.
    Value,
}

/// What has to stand at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A value of this sort.
    JsonType(JsonType),
    /// A number without fraction.
    Whole,
    /// A number that can be held.
    Figure,
}

/// What an id can name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NodeSort {
    /// The plan.
    Plan,
    /// An item.
    Item,
    /// A body.
    Body,
    /// A document.
    Document,
    /// An item, or the plan.
    ItemOrPlan,
}
