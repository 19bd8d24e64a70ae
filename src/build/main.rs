//! What is done before the program is built: its plan is made ready to be a part of it, and the linker
//! is told how to put it together.

use std::env;
use std::path::PathBuf;

mod data;
mod link;

fn main() {
    let out = env::var_os("OUT_DIR").expect("cargo says where to build");
    let out = PathBuf::from(out);
    data::make_ready(&out);
    link::put_together(&out);
}
