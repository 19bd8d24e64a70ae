//! The words of the interface, in both languages. A file per room; each holds a struct of strings
//! with one constant a language, so that a word that is missing in one language does not compile.

pub mod card;
pub mod cli;
pub mod config;
pub mod diff;
pub mod flags;
pub mod man;
pub mod page;
pub mod plain;
pub mod problems;
pub mod screen;
pub mod search;
pub mod sheets;
pub mod ssh;
pub mod state;
pub mod term;
pub mod who;
