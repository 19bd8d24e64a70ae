//! Files that are read, and the log that is written.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;

use plan::files::{parse_size, read, size};
use plan::log::Log;
use plan::model::Lang;

#[test]
fn only_regular_files_are_read() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::write(at("good"), "text").unwrap();
    symlink(at("good"), at("link")).unwrap();
    symlink(at("loop"), at("loop")).unwrap();
    symlink("/dev/zero", at("zero")).unwrap();
    let pipe = std::process::Command::new("mkfifo")
        .arg(at("pipe"))
        .status()
        .unwrap();
    assert!(pipe.success());
    std::os::unix::net::UnixListener::bind(at("socket")).unwrap();
    fs::File::create(at("sparse"))
        .unwrap()
        .set_len(100 << 30)
        .unwrap();
    assert_eq!(read(&at("good"), 4).unwrap(), b"text");
    assert_eq!(read(&at("link"), 4).unwrap(), b"text");
    for (name, limit, want) in [
        ("good", 3, "larger than 3 B; name a smaller file"),
        ("none", 9, "does not exist"),
        (".", 9, "is a directory"),
        ("loop", 9, "is a broken link"),
        ("zero", 9, "not a regular file"),
        ("pipe", 9, "not a regular file"),
        ("socket", 9, "not a regular file"),
        ("sparse", 1 << 30, "larger than 1 GB"),
        // The words of the system, never those of a library for programmers.
        ("good/below", 9, "cannot be read: Not a directory; check it"),
        (
            &"n".repeat(256),
            9,
            "cannot be read: File name too long; check it",
        ),
        (
            "/proc/self/mem",
            9,
            "cannot be read: Input/output error; check it",
        ),
    ] {
        let error = read(&at(name), limit).unwrap_err();
        assert!(error.to_string().contains(want), "{name}: {error}");
        assert!(error.to_string().contains(name), "{name}: {error}");
        assert!(!error.render(Lang::Zh).contains(want), "{name}");
    }
}

#[test]
fn a_file_that_grows_forever_is_refused() {
    // Says that it is empty, and is not.
    let error = read(Path::new("/proc/self/status"), 1 << 20).unwrap_err();
    assert!(error.to_string().contains("changed while"), "{error}");
}

#[test]
fn sizes_are_read_and_written() {
    for (text, bytes) in [
        ("0", 0),
        ("1000", 1000),
        ("64k", 64 << 10),
        ("16 MB", 16 << 20),
        ("16m", 16 << 20),
        ("2GB", 2 << 30),
    ] {
        assert_eq!(parse_size(text), Some(bytes), "{text}");
        assert_eq!(parse_size(&size(bytes)), Some(bytes), "{text}");
    }
    for text in ["", "M", "-1", "1.5M", "1T", "1 M B", "99999999999G", "１M"] {
        assert_eq!(parse_size(text), None, "{text}");
    }
}

#[test]
fn an_evil_name_stays_in_its_line() {
    let error = read(Path::new("a\x1b[2J\nb"), 9).unwrap_err();
    assert!(!error.to_string().contains(['\x1b', '\n']), "{error}");
}

#[test]
fn lines_are_added_one_each() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("log");
    for _ in 0..2 {
        let log = Log::open(Some(&path)).expect("it can be written");
        log.note("first\nno second");
    }
    Log::open(None).expect("no log is fine").note("nothing");
    let text = std::fs::read_to_string(&path).expect("it was written");
    assert_eq!(text.lines().count(), 2, "{text}");
    assert!(!text.contains('\u{1b}'));
}
