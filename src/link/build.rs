//! Tells the linker how to put the program together on Linux, so that a session takes little memory
//! and starts soon. A program is mapped in windows of 64 kB: if what a session runs lies scattered,
//! nearly all of the program comes into memory, and with it everything that only other commands need.
//! What is asked for here changes nothing else; a linker that cannot do it is left alone. GNU's reads
//! the script, but puts nearly all functions in its own order first: the program only takes more memory.

use std::env;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The functions that a session runs, by the names that the linker knows, and behind an empty line those
/// that are like them; `*` stands for anything. Made by `tests/bench/hot.py`.
const HOT: &str = "src/link/hot.txt";

fn main() {
    println!("cargo:rerun-if-changed={HOT}");
    let setting = |name: &str| env::var(name).unwrap_or_default();
    let linux = setting("CARGO_CFG_TARGET_OS") == "linux";
    // Linkers that somebody may have chosen, and that read no scripts.
    let flags = setting("CARGO_ENCODED_RUSTFLAGS");
    let others = ["mold", "wild"].iter().any(|name| flags.contains(name));
    if !linux || others || setting("PROFILE") != "release" {
        return;
    }
    let script = PathBuf::from(setting("OUT_DIR")).join("hot.ld");
    let names = fs::read_to_string(HOT).expect("the list of functions is a part of the sources");
    fs::write(&script, together(&names)).expect("the folder for what is built can be written to");
    argument(&format!("-Wl,-T,{}", script.display()));
    if setting("CARGO_CFG_TARGET_ENV") == "gnu" {
        // Addresses that are known from the start need no table of 110 kB to be worked through. The
        // price: the program's own lie where everybody can know them.
        argument("-no-pie");
        unwinder();
    }
}

fn argument(argument: &str) {
    println!("cargo:rustc-link-arg-bin=plan={argument}");
}

/// A script that puts these functions together, and behind them what starts the program, which has no
/// name of its own, and those that are like them. What comes first in it has the first choice.
fn together(names: &str) -> String {
    let mut script = "SECTIONS { .text.hot : {\n".to_owned();
    for (number, list) in names.split("\n\n").enumerate() {
        let names = list.lines().filter(|line| !line.starts_with('#'));
        let names = names.map(|name| format!(".text.{name} .text.unlikely.{name}"));
        let names: Vec<String> = names.collect();
        let start = if number == 0 { "*(.text)" } else { "" };
        writeln!(script, "*({})\n{start}", names.join("\n")).expect("a string takes everything");
    }
    script + "} } INSERT AFTER .text;\n"
}

/// Takes the unwinder, of which nothing but the backtrace of a panic is used, into the program, where
/// the compiler's own one can be found: another library takes time at every start.
fn unwinder() {
    let cc = Command::new("cc")
        .arg("-print-file-name=libgcc_eh.a")
        .output();
    let Ok(path) = cc.map(|cc| String::from_utf8_lossy(&cc.stdout).into_owned()) else {
        return;
    };
    let path = Path::new(path.trim());
    if let (Some(folder), true) = (path.parent(), path.is_absolute()) {
        println!("cargo:rustc-link-search=native={}", folder.display());
        println!("cargo:rustc-link-lib=static:-bundle=gcc_eh");
    }
}
