//! `plan`: look something up in a plan, from a terminal.
//!
//! Three sentences hold the program together. *State changes in one function*: [`app::update`].
//! *A frame is a function of the state*: [`view::draw`] takes `&App`. *What is said in two places
//! is written in one*: keys, words, kinds and flags are tables from which help, footer, README,
//! man page and completions come.
//!
//! Imports point down. `model` knows nobody, `words` only its languages; `search` knows the model.
//! `card` says what is known of a node as facts, `page` lays it out in lines for the screen. `app`
//! is the state on top of these; `keys` turns events into messages for it, `view` paints it, `run`
//! connects both to the terminal that `term` keeps, with `state` (what is kept between sessions)
//! and `watch` (files that change) beside it; `explore` puts them together. `cli` and `plain`
//! answer without a screen. `tests/layers.rs` holds this.

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
