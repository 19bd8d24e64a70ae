//! The command line.

pub mod args;
pub mod fault;
pub mod help;
