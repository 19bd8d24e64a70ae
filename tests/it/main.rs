//! Tests of the library and of the program as it is shipped, in one crate: it is linked once.

#[path = "../common/mod.rs"]
mod common;
#[path = "../facts/mod.rs"]
mod facts;
#[path = "../bench/made.rs"]
mod made;
#[path = "../program/mod.rs"]
mod program;
#[path = "../small/mod.rs"]
mod small;
#[path = "../ui/mod.rs"]
mod ui;

mod app {
    mod areas;
    mod first_use;
    mod footer;
    mod frames;
    mod history;
    mod keymap;
    mod keys;
    mod layout;
    mod long;
    mod matrix;
    mod mouse;
    mod notices;
    mod opening;
    mod ours;
    mod page;
    mod session;
    mod signs;
    mod state;
    mod themes;
    mod typing;
    mod update;
    mod walk;
    mod wrap;
}
mod cli {
    mod check;
    mod clock;
    mod commands;
    mod config;
    mod diff;
    mod export;
    mod files;
    mod help;
    mod kiosk;
    mod large;
    mod options;
    mod output;
    mod pipes;
    mod plain;
    mod sheets;
}
mod data {
    mod columns;
    mod dates;
    mod delimited;
    mod describe;
    mod encodings;
    mod figures;
    mod headings;
    mod held;
    mod leads;
    mod load;
    mod markdown;
    mod names;
    mod news;
    mod ours;
    mod outcomes;
    mod overlay;
    mod own_cells;
    mod own_office;
    mod own_sheet;
    mod pages;
    mod problems;
    mod round_trip;
    mod sentences;
    mod sheets;
    mod shipped;
    mod text;
    mod verdicts;
    mod who;
}
mod pty {
    mod backend;
    mod filter;
    mod large;
    mod live;
    mod session;
    mod sharing;
    mod state;
    mod terminals;
}
mod search {
    mod asked_names;
    mod desks;
    mod field;
    mod highlight;
    mod indexed;
    mod laws;
    mod letters;
    mod lookup;
    mod natural;
    mod newcomers;
    mod numbers;
    mod of_one;
    mod own_work;
    mod spelling;
    mod terms;
    mod whole_names;
    mod words;
}
mod source {
    mod fuzz;
    mod generated;
    mod hostile;
    mod layers;
    mod picture;
    mod readme;
    mod tables;
    mod words;
}

/// Compares a text with the one kept under its name in `tests/snapshots`.
#[track_caller]
fn snapshot(name: &str, text: &str) {
    insta::with_settings!({
        omit_expression => true,
        prepend_module_to_snapshot => false,
        snapshot_path => concat!(env!("CARGO_MANIFEST_DIR"), "/tests/snapshots"),
    }, {
        insta::assert_snapshot!(name, text);
    });
}
