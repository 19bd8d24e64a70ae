//! `plan`: look something up in a plan, from a terminal.
//!
//! Three sentences hold the program together. *State changes in one function*: [`app::update`].
//! *A frame is a function of the state*: [`view::draw`] takes `&App`. *What is said in two places
//! is written in one*: keys, words, kinds and flags are tables from which help, footer, README,
//! man page and completions come.
//!
//! Imports point down: `model` knows nobody; `search` knows the model; `app` both; `keys` turns
//! events into messages; `view` paints; `run` connects them to the terminal that `term` keeps;
//! `cli` and `plain` answer without a screen. `tests/layers.rs` holds this.

pub mod app;
pub mod card;
pub mod cli;
pub mod clock;
pub mod config;
pub mod explore;
pub mod files;
pub mod keys;
pub mod log;
pub mod model;
pub mod page;
pub mod plain;
pub mod run;
pub mod search;
pub mod state;
pub mod term;
pub mod view;
pub mod watch;
pub mod words;
