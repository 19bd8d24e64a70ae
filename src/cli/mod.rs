//! The command line.

pub mod args;
pub mod fault;
pub mod help;
pub mod layout;
pub mod out;
pub mod table;
