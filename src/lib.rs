//! `plan`: look something up in a plan, from a terminal.
//!
//! Three sentences hold the program together. *State changes in one function*: [`app::update`], once
//! [`app::App::begin`] has set it up. *A frame is a function of the state*: [`view::draw`] takes `&App`.
//! *What is said in two places is written in one*: keys, words, kinds and flags are tables from which help, footer, README,
//! man page and completions come.
//!
//! A plan goes through the rooms in about this order; which room may use which says `tests/it/source/layers.rs`:
//!
//! | room | what it is for |
//! | --- | --- |
//! | `model` | the data file and its overlays become a [`model::Plan`] that is whole, or problems with their places |
//! | `i18n` | every sentence and label of the program, in both languages |
//! | `query` | what was typed becomes a [`query::Query`]: words, filters, what is asked for |
//! | `search` | a query becomes ranked answers |
//! | `describe` | what there is to say of a node, once for all readers; as Markdown and citations too |
//! | `page` | descriptions laid out in lines for the screen |
//! | `app` | the state of the explorer, the messages that change it, the table of keys |
//! | `keys`, `view` | an event becomes a message; the state becomes a frame |
//! | `terminal` | enters and restores the terminal, reads keys and signals, writes frames |
//! | `cli`, `plain` | answers without a screen |
//! | `explorer` | the loop that connects all of the above, with `config` (settings), `state` (what is kept between sessions) and `file_watcher` (files that change) |
//! | `files`, `clock`, `log`, `clipboard` | what touches the machine on behalf of the others |
//!
//! To follow one key from finger to frame read `explorer/session.rs`, [`keys::message`], [`app::update`],
//! [`view::draw`]. To add a field of the data file begin at `model/file/records.rs`, give it a heading in
//! `model/file/sheet/headings.rs` and say it in `describe`; a word at `i18n`, a command at the table in
//! `cli/mod.rs`, a key at `app/bindings.rs`, what is typed in plain mode at `plain/commands.rs`.

pub mod app;
pub mod cli;
pub mod clipboard;
pub mod clock;
pub mod config;
pub mod describe;
pub mod explorer;
pub mod file_watcher;
pub mod files;
pub mod i18n;
pub mod keys;
pub mod log;
pub mod model;
pub mod page;
pub mod plain;
pub mod query;
pub mod search;
pub mod state;
pub mod terminal;
pub mod view;
