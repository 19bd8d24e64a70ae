//! What options may be set to.

use std::ffi::OsStr;
use std::path::Path;

use clap::ValueEnum;

use crate::model::Role;

/// How an answer is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    Text,
    /// For programs.
    Json,
    /// Tab-separated.
    Tsv,
    /// Comma-separated.
    Csv,
    /// A table or document in Markdown.
    Markdown,
}

/// How a comparison is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DiffFormat {
    /// For people.
    Text,
    /// For programs.
    Json,
    /// A document in Markdown.
    Markdown,
}

/// How the whole plan is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ExportFormat {
    /// A document in Markdown.
    Markdown,
    /// A table of responsibilities.
    Csv,
    /// The same, tab-separated.
    Tsv,
    /// A data file.
    Json,
    /// A workbook.
    Xlsx,
}

/// How a sheet is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SheetFormat {
    /// A workbook.
    Xlsx,
    /// Comma-separated.
    Csv,
    /// Tab-separated.
    Tsv,
}

/// The format that a file's name ends in: `.csv`, `.xlsx`, `.md` and so on, in any case.
#[must_use]
pub fn format_of<T: ValueEnum>(file: Option<&Path>) -> Option<T> {
    let ending = file.and_then(Path::extension).and_then(OsStr::to_str)?;
    let ending = if ending.eq_ignore_ascii_case("md") {
        "markdown"
    } else {
        ending
    };
    T::from_str(ending, true).ok()
}

/// Which schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SchemaOf {
    /// Of a plan.
    Plan,
    /// Of an overlay.
    Overlay,
}

/// In which role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum RoleArg {
    /// It leads.
    #[value(aliases = ["leads", "牵头", "负责"])]
    Lead,
    /// It takes part.
    #[value(aliases = ["supports", "配合", "参与"])]
    Support,
    /// It issued the document.
    #[value(aliases = ["issued", "issuer", "印发", "发布"])]
    Issue,
}

impl From<RoleArg> for Role {
    fn from(role: RoleArg) -> Role {
        match role {
            RoleArg::Lead => Role::Lead,
            RoleArg::Support => Role::Support,
            RoleArg::Issue => Role::Issuer,
        }
    }
}

/// Which responsibilities count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum BasisArg {
    /// All of them.
    All,
    /// Named in a document.
    Documented,
    /// Assigned here.
    Assigned,
}
