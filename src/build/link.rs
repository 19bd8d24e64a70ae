//! Tells the linker how to put the program together on Linux, so that a session takes little memory
//! and starts soon. A program is mapped in windows of 64 kB: if what a session runs lies scattered,
//! nearly all of the program comes into memory, and with it everything that only other commands need.
//! Functions marked `#[cold]`, which most sessions never run, are not made a part of those that call them.
//! What is asked for here changes nothing else; a linker that cannot do it is left alone.

use std::env;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The functions that a session runs, by the names that the linker knows; behind an empty line those
/// that are like them, and behind another the parts of the C library. `*` stands for anything. Made by
/// `tests/bench/hot.py`.
const HOT: &str = "src/build/hot.txt";

/// Names a file for the linker's account of what it put where; `tests/bench/hot.py` reads it.
const MAP: &str = "PLAN_LINK_MAP";

/// What the C library is asked for, by the names of its archives.
const C: [&str; 6] = ["c", "m", "pthread", "rt", "dl", "util"];

/// Tells the linker all of it; `out` is the folder for what is built.
pub fn put_together(out: &Path) {
    println!("cargo:rerun-if-changed={HOT}");
    println!("cargo:rerun-if-env-changed={MAP}");
    let setting = |name: &str| env::var(name).unwrap_or_default();
    let linux = setting("CARGO_CFG_TARGET_OS") == "linux";
    // Linkers that somebody may have chosen, and that read no scripts.
    let flags = setting("CARGO_ENCODED_RUSTFLAGS");
    let others = ["mold", "wild"].iter().any(|name| flags.contains(name));
    if !linux || others || setting("PROFILE") != "release" {
        return;
    }
    let script = out.join("hot.ld");
    let names = fs::read_to_string(HOT).expect("the list of functions is a part of the sources");
    fs::write(&script, together(&names)).expect("the folder for what is built can be written to");
    argument(&format!("-Wl,-T,{}", script.display()));
    if let Ok(map) = env::var(MAP) {
        argument(&format!("-Wl,-Map={map}"));
    }
    // The script leaves out what it would be an index of.
    argument("-Wl,--no-eh-frame-hdr");
    if setting("CARGO_CFG_TARGET_ENV") == "gnu" {
        // Addresses that are known from the start need no table of 110 kB to be worked through. The
        // price: the program's own lie where everybody can know them.
        argument("-no-pie");
        if setting("TARGET") == setting("HOST") {
            whole(out);
        }
    }
}

fn argument(argument: &str) {
    println!("cargo:rustc-link-arg-bin=plan={argument}");
}

/// A script that puts together what a session runs, and with it what starts the program, which has no
/// name of its own. What comes first in it has the first choice. The C library's tables stand on both
/// sides of ours: those that are looked into before them, the large rest behind. What only tells how to
/// unwind is left out: a panic ends the program with one line and looks for no callers.
fn together(names: &str) -> String {
    let mut lists = names.split("\n\n").map(|list| {
        let lines = list.lines().filter(|line| !line.starts_with('#'));
        lines.collect::<Vec<_>>()
    });
    let [run, like, library] = std::array::from_fn(|_| lists.next().unwrap_or_default());
    let each = |names: Vec<&str>, what: &dyn Fn(&str) -> String| {
        let lines: Vec<_> = names.into_iter().map(what).collect();
        lines.join("\n")
    };
    let ours = |name: &str| format!(".text.{name} .text.unlikely.{name}");
    let code = each(library.clone(), &|file| format!("*{file}(.text .text.*)"));
    let tables = each(library, &|file| {
        format!("*{file}(.rodata .rodata.str1.1 .rodata.cst*)")
    });
    format!(
        "SECTIONS {{ .rodata.hot : {{\n{tables}\n}} }} INSERT BEFORE .rodata;
SECTIONS {{ .rodata.rest : {{\n*libc.a:*(.rodata.str1.1)\n*libc.a:C-ctype.o(.rodata)
*libc.a:*(.rodata .rodata.*)\n*(.rodata.*5table17POWER_OF_FIVE_128)\n}} }} INSERT AFTER .rodata;
SECTIONS {{ .text.hot : {{\n*crt*.o(.text)\n*(.iplt)\n{code}\n*({})\n*({})\n}} }} INSERT BEFORE .text;
SECTIONS {{ /DISCARD/ : {{ *(EXCLUDE_FILE(*crt*.o) .eh_frame) }} }} INSERT AFTER .data;\n",
        each(run, &ours),
        each(like, &ours),
    )
}

/// Takes the C library and the unwinder into the program, where the compiler's own archives can be
/// found: the program starts sooner without a loader, and maps no pages of libraries that it does not
/// need. Archives in a folder that comes before the machine's are found before its shared libraries.
fn whole(out: &Path) {
    let found = |name: &str| {
        let asked = Command::new("cc")
            .arg(format!("-print-file-name={name}"))
            .output();
        let path = PathBuf::from(String::from_utf8_lossy(&asked.ok()?.stdout).trim());
        path.is_absolute().then_some(path)
    };
    let put = |name: &str, path: &Path| {
        let here = out.join(format!("lib{name}.a"));
        let _ = fs::remove_file(&here);
        symlink(path, here).expect("the folder for what is built can be written to");
    };
    let Some(unwinder) = found("libgcc_eh.a") else {
        return;
    };
    put("gcc_s", &unwinder);
    argument(&format!("-L{}", out.display()));
    let archives = C.map(|name| Some((name, found(&format!("lib{name}.a"))?)));
    if archives.iter().all(Option::is_some) {
        for (name, path) in archives.into_iter().flatten() {
            put(name, &path);
        }
        argument("-static");
        // Where archives are read in order, each may need what comes in another.
        argument("-Wl,--start-group,-lgcc,-lgcc_s,-lc,--end-group");
    }
}
