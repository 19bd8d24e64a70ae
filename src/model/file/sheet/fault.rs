//! What can be wrong with a sheet, and what is said about one that is read. Worded in
//! `i18n/sheets.rs`.

use super::grid::CellPlace;

/// What can be wrong with a sheet or one of its cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Encrypted with a password.
    Protected,
    /// A workbook in the format of Excel before 2007, or none at all in that container.
    OldFormat,
    /// An `OpenDocument` spreadsheet, or another archive that holds no workbook.
    NoWorkbook,
    /// A workbook that breaks off or contradicts itself; the library's words for it.
    Damaged(String),
    /// It takes more than this many bytes once unpacked.
    TooLarge(u64),
    /// Some bytes mean nothing in the encoding that the text seems to be in.
    Undecodable(&'static str),
    /// Nothing in it.
    Empty,
    /// A quotation mark that is never closed.
    OpenQuote,
    /// A file of another format under the name of a sheet.
    OtherFormat(&'static str),
    /// No row of headings.
    NoHeadings,
    /// A heading that means the same as another.
    DoubleHeading {
        /// The heading.
        heading: String,
        /// Where the other one is.
        first: CellPlace,
    },
    /// A heading that is not known, but much like one that is.
    MisspeltHeading {
        /// The heading.
        heading: String,
        /// The one that was probably meant.
        near: &'static str,
    },
    /// A control character in a cell.
    ControlCharacter,
    /// A formula that was saved without its value.
    Formula,
    /// An error that a formula gave.
    ErrorValue(String),
    /// No date.
    BadDate(String),
    /// No number.
    BadNumber(String),
    /// A percentage where the figures of an item have another unit.
    Percentage(String),
    /// A number of more digits than can be held exactly.
    InexactNumber(String),
    /// A word that is none of those that may stand here.
    UnknownWord {
        /// The word.
        word: String,
        /// Those that may stand here.
        known: Vec<String>,
    },
    /// A name of nothing in the plan.
    UnknownName {
        /// The name.
        name: String,
        /// What it should name.
        wanted: Named,
        /// Names that are much like it, in English and in Chinese, the nearest first.
        near: Vec<[String; 2]>,
    },
    /// A name of several.
    Ambiguous {
        /// The name.
        name: String,
        /// The ids of those it can mean.
        ids: Vec<String>,
    },
}

/// What a name in a cell stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// An item.
    Item,
    /// A body.
    Body,
    /// A document.
    Document,
}

/// A fault, and where it is: in a cell, or in the whole file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileFault {
    /// The cell.
    pub place: Option<CellPlace>,
    /// What is wrong.
    pub fault: Fault,
}

impl FileFault {
    /// A fault of the whole file.
    pub(super) fn file(fault: Fault) -> FileFault {
        FileFault { place: None, fault }
    }
}

/// Something that is said about a sheet that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SheetNotice {
    /// What was taken from where.
    Table {
        /// The first of the headings.
        place: CellPlace,
        /// The name of such sheets, in both languages.
        sort: [&'static str; 2],
        /// How many rows are below the headings.
        rows: usize,
        /// Each column, with what it means: `C Lead`.
        columns: Vec<(String, super::headings::Column)>,
    },
    /// The encoding was guessed.
    Encoding(&'static str),
    /// It holds macros, which are neither run nor kept.
    Macros,
    /// Hidden rows and columns were read like the others.
    Hidden {
        /// The sheet; empty where the file is one.
        sheet: String,
        /// How many rows.
        rows: usize,
        /// How many columns.
        columns: usize,
    },
    /// A hidden sheet was not read.
    HiddenSheet(String),
    /// A sheet without headings was not read.
    SkippedSheet(String),
    /// A column under a heading that means nothing was not read.
    UnknownHeading {
        /// Where.
        place: CellPlace,
        /// The heading.
        heading: String,
    },
    /// A column under a known heading was not read: sheets of this sort hold no such thing.
    UnusedHeading {
        /// Where.
        place: CellPlace,
        /// The heading.
        heading: String,
        /// The names of the sheets that hold it, in English and in Chinese; none where its sort does, but
        /// for what this sheet lacks.
        sheets: Vec<[&'static str; 2]>,
    },
    /// Rows that do not say what they are about were not read.
    NoKey {
        /// The first of them.
        place: CellPlace,
        /// How many there are in the sheet.
        rows: usize,
    },
    /// So many rows state what only a plan can; an overlay takes no notice of them.
    NotAssigned(usize),
    /// What stands in a cell is not understood; it is kept as the note.
    KeptAsNote {
        /// Where.
        place: CellPlace,
        /// What the column holds.
        column: super::headings::Column,
        /// What stands there.
        text: String,
    },
    /// A cell that cannot be read is left out; its words stand in the note, if its row could be read.
    LeftOut {
        /// Where.
        place: CellPlace,
        /// Why.
        fault: Fault,
    },
    /// A word was read as a status.
    ReadAs {
        /// The first cell that has it.
        place: CellPlace,
        /// The word; of several percentages the first.
        word: String,
        /// The status, in English and in Chinese.
        status: [&'static str; 2],
        /// How many cells have it.
        cells: usize,
        /// It says more than the status: it is kept as the note.
        kept: bool,
    },
    /// A row that is one merged cell was taken for a title.
    Title(CellPlace),
    /// Something that the plan does not have was added.
    Added {
        /// What.
        what: Named,
        /// Its name.
        name: String,
        /// The cell that names it first.
        place: CellPlace,
    },
}
