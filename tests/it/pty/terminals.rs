//! Terminals that can do less, as the environment tells them: the real program draws what they can
//! show, and says the same.

use crate::common::{Bond, Pty};
use unicode_width::UnicodeWidthStr;

const PLAN: &str = env!("CARGO_BIN_EXE_plan");

/// Flags and environment.
type Way = (
    &'static [&'static str],
    &'static [(&'static str, Option<&'static str>)],
);

/// Opens a page with Chinese on it, as somebody who reads Chinese, and gives what is seen.
fn page(size: (u16, u16), flags: &[&str], environment: &[(&str, Option<&str>)]) -> (String, Pty) {
    let arguments: Vec<&str> = flags
        .iter()
        .copied()
        .chain(["--lang", "zh", "P1"])
        .collect();
    let mut pty = Pty::start_as(Bond::Controlling, size, PLAN, &arguments, environment);
    pty.until("shows the page and the keys", |pty| {
        let text = pty.text();
        text.contains("P1") && text.contains(" Space ")
    });
    (pty.text(), pty)
}

#[test]
fn a_terminal_without_letters_but_ascii_gets_those() {
    let ways: [Way; 4] = [
        (&["--ascii"], &[]),
        (&[], &[("LANG", Some("C"))]),
        (&[], &[("TERM", Some("linux"))]),
        (&[], &[("TERM", Some("vt100"))]),
    ];
    for size in [(80, 24), (40, 12)] {
        let mut screens = ways.map(|(flags, environment)| {
            let (text, mut pty) = page(size, flags, environment);
            assert!(text.is_ascii(), "{flags:?} {environment:?}\n{text}");
            pty.send(" q");
            assert_eq!(pty.ends(), 0);
            text
        });
        let last = screens.last_mut().map(std::mem::take).expect("four");
        for (way, text) in ways.iter().zip(&screens[..3]) {
            assert_eq!(*text, last, "{way:?}");
        }
        let (columns, rows) = size;
        crate::snapshot(&format!("terminals__ascii_{columns}x{rows}"), &last);
    }
}

/// No colour, and yet the chosen row and the hits are told from the rest.
#[test]
fn without_colours_no_colour_is_sent() {
    for size in [(80, 24), (40, 12)] {
        let (_, mut pty) = page(size, &[], &[("NO_COLOR", Some("1"))]);
        pty.send("\x1b\x1b");
        pty.send("5g");
        pty.shows(" P1  ");
        pty.send("\x15");
        pty.hides("> 5g");
        pty.settle();
        pty.send("\x03");
        pty.ends();
        let bytes = String::from_utf8_lossy(&pty.bytes).into_owned();
        let styles: Vec<&str> = bytes
            .split("\x1b[")
            .filter_map(|rest| {
                let end = rest.find(|c: char| !c.is_ascii_digit() && c != ';' && c != ':')?;
                rest[end..].starts_with('m').then(|| &rest[..end])
            })
            .collect();
        let colours = |style: &&str| {
            style.split(';').any(|code| {
                let code: u16 = code.parse().unwrap_or(0);
                matches!(code, 30..=38 | 40..=48 | 90..=107)
            })
        };
        let sent: Vec<&&str> = styles.iter().filter(|style| colours(style)).collect();
        assert!(sent.is_empty(), "{sent:?}");
        assert!(
            styles
                .iter()
                .any(|style| style.split(';').any(|code| code == "7"))
        );
    }
}

/// Where lines, quotation marks and the like are two columns wide, none is drawn: then every row
/// ends where it should, whatever the terminal takes them for.
#[test]
fn where_widths_are_in_doubt_nothing_is_drawn_whose_width_is() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("config.toml");
    std::fs::write(&file, "ambiguous = \"wide\"\n").expect("it is written");
    let file = file.to_str().expect("it is UTF-8");
    let doubtful = |text: &str| text.width() != text.width_cjk();
    for (keys, shown) in [
        ("", "PLAN"),
        ("扬帆", "> 扬帆"),
        ("?", "Esc"),
        (" i", "I1"),
        (" m", "29 x 10"),
        ("P1\r", "P1"),
    ] {
        for size in [(80, 24), (40, 12)] {
            let arguments = ["--fresh", "--lang", "zh", "--config", file];
            let mut pty = Pty::start_as(Bond::Controlling, size, PLAN, &arguments, &[]);
            pty.shows("PLAN");
            pty.send(keys);
            pty.shows(shown);
            pty.settle();
            let text = pty.text();
            assert!(!doubtful(&text), "{keys:?}\n{text}");
            let sent = String::from_utf8_lossy(&pty.bytes).into_owned();
            let frames = sent.split("\x1b[?2026h").skip(1);
            assert!(frames.clone().count() > 0);
            for frame in frames {
                assert!(!frame.chars().any(|c| doubtful(c.encode_utf8(&mut [0; 4]))));
            }
        }
    }
}

/// A theme uses any colours only where the terminal says that it has them, and then the nearest of
/// 256; where it does not even say that, those that the terminal's owner chose.
#[test]
fn a_theme_uses_the_colours_that_there_are() {
    let (any, many) = ("8;2;", "8;5;");
    for (theme, kind, said, sent) in [
        ("dark", "xterm-256color", Some("truecolor"), Some(any)),
        ("light", "xterm-256color", Some("24bit"), Some(any)),
        ("contrast", "xterm-direct", None, Some(any)),
        ("dark", "xterm-256color", None, Some(many)),
        ("light", "screen-256color", None, Some(many)),
        ("contrast", "tmux", None, Some(many)),
        ("dark", "xterm", None, None),
        ("light", "linux", None, None),
        ("contrast", "vt100", None, None),
        ("auto", "xterm-256color", Some("truecolor"), None),
        ("mono", "xterm-256color", Some("truecolor"), None),
    ] {
        let environment = [("TERM", Some(kind)), ("COLORTERM", said)];
        let arguments = ["--fresh", "--theme", theme];
        let bond = Bond::Controlling;
        let mut pty = Pty::start_as(bond, (80, 24), PLAN, &arguments, &environment);
        pty.shows("P1 ");
        pty.send("5g");
        pty.shows("P1  Project");
        pty.send("\x03");
        pty.hides("> 5g");
        pty.settle();
        pty.send("\x03");
        pty.ends();
        let bytes = String::from_utf8_lossy(&pty.bytes).into_owned();
        for sign in [any, many] {
            let here = bytes.contains(sign);
            assert_eq!(here, sent == Some(sign), "{theme} {kind} {said:?}");
        }
    }
}

/// The key for another theme says which it is, and where there are too few colours for it.
#[test]
fn another_theme_is_named() {
    for (kind, said) in [
        ("xterm-256color", "Theme: dark"),
        ("xterm", "Theme: dark; this terminal has too few colours"),
    ] {
        let environment = [("TERM", Some(kind))];
        let bond = Bond::Controlling;
        let mut pty = Pty::start_as(bond, (80, 24), PLAN, &["--fresh", "P1"], &environment);
        pty.shows("Lead");
        pty.send(" t");
        pty.shows(said);
        pty.send(" q");
        assert_eq!(pty.ends(), 0);
    }
}

/// What the configuration file says is in force in the explorer, and a flag goes before it.
#[test]
fn the_configuration_file_is_in_force() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).display().to_string();
    let overlay = r#"{"format": 1, "items": [{"id": "P1", "name": {"zh": "本单位的名称"}}]}"#;
    std::fs::write(path("ours.json"), overlay).expect("it is written");
    let settings = format!(
        "lang = \"zh\"\ntheme = \"light\"\noverlays = [{:?}]\n\n[keys]\nquit = \"ctrl-q\"\n",
        path("ours.json")
    );
    std::fs::write(path("config.toml"), settings).expect("it is written");
    let truecolor = [("COLORTERM", Some("truecolor"))];
    let start = |more: &[&str]| {
        let config = path("config.toml");
        let arguments = [&["--fresh", "--config", &config, "P1"], more].concat();
        Pty::start_as(Bond::Controlling, (80, 24), PLAN, &arguments, &truecolor)
    };
    let mut pty = start(&[]);
    pty.shows("本单位的名称");
    pty.send(" ");
    pty.shows("Ctrl-q 退出");
    assert!(memchr::memmem::find(&pty.bytes, b"48;2;255;255;255").is_some());
    pty.send("q");
    pty.send("\x11");
    assert_eq!(pty.ends(), 0);
    let mut pty = start(&["--lang", "en", "--theme", "mono"]);
    pty.shows("Space menu");
    pty.send(" ");
    pty.shows("Ctrl-q quit");
    assert!(memchr::memmem::find(&pty.bytes, b"48;2;").is_none());
    pty.send("\x11");
    assert_eq!(pty.ends(), 0);
}

/// On a screen what several answers rest on is said once, so that who leads stays in sight.
#[test]
fn an_answer_fits_a_screen() {
    for (lang, lead, last, same) in [
        ("en", "Lead     MIIT", "NEA", "on the same basis"),
        ("zh", "牵头  工信部", "国家能源局", "依据同上"),
    ] {
        let arguments = ["who", "5g", "--lang", lang];
        let mut pty = Pty::start_as(Bond::Controlling, (80, 24), PLAN, &arguments, &[]);
        pty.shows(last);
        let text = pty.text();
        assert!(text.contains(lead), "{text}");
        assert_eq!(text.matches(same).count(), 9, "{text}");
        assert_eq!(pty.ends(), 0);
        let arguments = ["show", "P1", "--lang", lang];
        let mut pty = Pty::start_as(Bond::Controlling, (120, 40), PLAN, &arguments, &[]);
        pty.shows("D85");
        let text = pty.text();
        assert_eq!(text.matches(same).count(), 9, "{text}");
        assert_eq!(pty.ends(), 0);
    }
}

#[test]
fn a_variable_that_is_set_but_empty_is_not_set() {
    let empty = ["LC_ALL", "LC_CTYPE", "LC_MESSAGES", "LANGUAGE"].map(|name| (name, Some("")));
    for lang in ["zh_CN.UTF-8", ""] {
        let environment = [
            &empty[..],
            &[("LANG", Some(lang)), ("PLAN_LANG", Some("zh"))],
        ]
        .concat();
        let words = ["show", "XX"];
        let mut pty = Pty::start_as(Bond::Controlling, (80, 24), PLAN, &words, &environment);
        pty.shows("编号“XX”不存在");
        pty.ends();
    }
}

#[test]
fn on_a_terminal_what_was_written_is_said() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name).display().to_string();
    let (file, data) = (at("o.csv"), at("o.json"));
    for (lang, words, file, said) in [
        ("en", &["template", "overlay"][..], &file, "wrote "),
        ("zh", &["export"], &file, "已写入 "),
        ("en", &["import", &file], &data, "wrote "),
    ] {
        let words = [words, &["-l", lang, "-o", file]].concat();
        let mut pty = Pty::start_as(Bond::Controlling, (80, 24), PLAN, &words, &[]);
        pty.shows(said);
        assert_eq!(pty.ends(), 0);
    }
}
