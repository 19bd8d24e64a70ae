//! The words of the pages that have a sense of their own.

use super::{Basis, Confidence, Role};

/// A word that pages use in a sense of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Term {
    /// What an organisation does.
    Role(Role),
    /// Why it counts as responsible.
    Basis(Basis),
    /// Stated in the plan, in the press or in a document.
    Documented,
    /// How sure a statement is.
    Confidence(Confidence),
    /// A target that was reached as far as a similar figure tells.
    Near,
    /// An assignment beyond its date.
    Overdue,
}

impl Term {
    /// All that are explained, in the order of the help.
    pub const ALL: [Term; 9] = [
        Term::Role(Role::Lead),
        Term::Role(Role::Support),
        Term::Role(Role::Issuer),
        Term::Basis(Basis::Mandate),
        Term::Documented,
        Term::Confidence(Confidence::Medium),
        Term::Confidence(Confidence::Low),
        Term::Near,
        Term::Overdue,
    ];
}
