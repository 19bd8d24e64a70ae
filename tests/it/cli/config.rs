//! Settings: the file, the environment, the flags.

use std::path::{Path, PathBuf};

use plan::app::{Keymap, Preset};
use plan::config::*;
use plan::model::Lang;

fn layer(theme: Theme) -> Layer {
    Layer {
        theme: Some(theme),
        ..Layer::default()
    }
}

#[test]
fn flags_win_over_environment_over_file_over_default() {
    let settle = |flags, environment, file| {
        let sources = Sources {
            flags,
            environment,
            file,
            ..Sources::default()
        };
        let theme = sources.settle(Lang::En).theme;
        (theme.value, theme.from)
    };
    let [dark, light, mono] = [Theme::Dark, Theme::Light, Theme::Mono].map(layer);
    let none = Layer::default;
    assert_eq!(
        settle(dark, light.clone(), mono.clone()),
        (Theme::Dark, From::Flag)
    );
    assert_eq!(
        settle(none(), light, mono.clone()),
        (Theme::Light, From::Environment)
    );
    assert_eq!(settle(none(), none(), mono), (Theme::Mono, From::File));
    assert_eq!(settle(none(), none(), none()), (Theme::Auto, From::Default));
}

#[test]
fn the_locale_gives_language_and_charset() {
    let env = |pairs: &'static [(&str, &str)]| {
        move |name: &str| {
            pairs
                .iter()
                .find(|(n, _)| *n == name)
                .map(|(_, value)| (*value).to_owned())
        }
    };
    let of = |pairs| (locale(&env(pairs)), utf8(&env(pairs)));
    assert_eq!(of(&[]), (Lang::En, true));
    assert_eq!(of(&[("LANG", "zh_CN.UTF-8")]), (Lang::Zh, true));
    assert_eq!(of(&[("LANG", "zh_CN.GB18030")]), (Lang::Zh, false));
    assert_eq!(
        of(&[("LANG", "zh_CN.utf8"), ("LC_ALL", "C")]),
        (Lang::En, false)
    );
    assert_eq!(
        of(&[("LANG", "C"), ("LC_CTYPE", "C.UTF-8")]),
        (Lang::En, true)
    );
}

fn message(text: &str) -> String {
    let problem = read(Path::new("c.toml"), text, None, Lang::En).expect_err("a problem");
    let said = problem.to_string();
    said.strip_prefix("c.toml:").expect("the file").to_owned()
}

#[test]
fn the_default_file_is_read_and_says_nothing_new() {
    for lang in [Lang::En, Lang::Zh] {
        let text = default_file(lang);
        let layer = read(Path::new("c.toml"), &text, None, lang).expect("the default is valid");
        assert_eq!(layer.keys.own, Some(vec![]));
        let on: String = text
            .lines()
            .map(|line| {
                line.strip_prefix('#')
                    .filter(|rest| !rest.starts_with(' '))
                    .unwrap_or(line)
                    .to_owned()
                    + "\n"
            })
            .collect();
        let layer = read(Path::new("/etc/c.toml"), &on, None, lang).expect("its values are valid");
        let own: Vec<_> = layer
            .keys
            .own
            .into_iter()
            .flatten()
            .map(|key| (key.name, key.keys))
            .collect();
        assert!(own.len() > 50, "every key has its line");
        Keymap::new(Preset::Typing, &own).expect("the keys as they are have no conflict");
        assert_eq!(layer.data, Some(PathBuf::from("/etc/plan.json")));
        assert_eq!(
            (layer.lang, layer.theme, layer.ambiguous, layer.idle),
            (
                Some(Tongue::En),
                Some(Theme::Auto),
                Some(Ambiguous::Narrow),
                Some(0)
            )
        );
    }
}

#[test]
fn what_is_wrong_is_said_with_its_place() {
    for (text, said) in [
        (
            "\nthem = \"dark\"",
            "2:1: unknown setting \"them\"; did you mean \"theme\"?",
        ),
        (
            "[colours]\nred = 1",
            "1:2: unknown setting \"colours\"; settings: data, overlays, lang, theme, ascii, \
                 mouse, ambiguous, idle, keys",
        ),
        (
            "theme = \"drak\"",
            "1:9: theme cannot be \"drak\"; it can be auto, dark, light, contrast, mono",
        ),
        (
            "# 注\n  ascii = 1",
            "2:11: ascii cannot be 1; it can be true or false",
        ),
        (
            "idle = -1",
            "1:8: idle cannot be -1; it can be a number of minutes from 0 to 100000",
        ),
        (
            "idle = 100001",
            "1:8: idle cannot be 100001; it can be a number of minutes from 0 to 100000",
        ),
        (
            "overlays = [\"a\", 1]",
            "1:12: overlays cannot be [\"a\", 1]; it can be a list of strings",
        ),
        (
            "theme = [\n1]",
            "1:9: theme cannot be [; it can be auto, dark, light, contrast, mono",
        ),
        (
            "keys = \"q\"",
            "1:8: keys cannot be \"q\"; it can be \"typing\", \"vim\" or a table such as \
                 quit = \"ctrl-q\"",
        ),
        (
            "[keys]\nhelp = \"?\"\nquit = 1",
            "3:8: quit cannot be 1; it can be a list of strings",
        ),
        (
            "[keys]\ntheme = 1",
            "2:9: theme cannot be 1; it can be a list of strings",
        ),
        (
            "lang = \"en\"\nlang = \"zh\"",
            "2:1: invalid TOML: duplicate key",
        ),
    ] {
        assert_eq!(message(text), said, "{text}");
    }
    assert!(message("a = = 1").starts_with("1:"));
}

#[test]
fn a_preset_is_named_alone_or_in_the_table() {
    let read = |text: &str, flag| read(Path::new("c.toml"), text, flag, Lang::En);
    let keys = |text: &str| read(text, None).expect("valid").keys;
    assert_eq!(keys("keys = \"vim\"").preset, Some(Preset::Vim));
    let table = keys("[keys]\npreset = \"vim\"\nclose = \"Q\"");
    assert_eq!(table.preset, Some(Preset::Vim));
    assert_eq!(table.own.map(|own| own.len()), Some(1));
    assert_eq!(keys("theme = \"dark\"").preset, None);
    // A letter fits the preset of the command line, or does not.
    let own = "[keys]\nwho = \"v\"";
    assert!(read(own, Some(Preset::Vim)).is_ok());
    assert!(read(own, None).is_err());
    let own = "[keys]\npreset = \"vim\"\nwho = \"v\"";
    assert!(read(own, Some(Preset::Typing)).is_err());
}

#[test]
fn keys_are_read_and_what_is_wrong_with_one_has_its_place() {
    let text = "[keys]\nquit = \"ctrl-q\"\nhelp = [\"?\", \"f12\"]\n";
    let layer = read(Path::new("c.toml"), text, None, Lang::En).expect("valid");
    let keys = layer.keys.own.expect("given");
    let mut found: Vec<_> = keys
        .iter()
        .map(|key| (key.name.as_str(), key.keys.len()))
        .collect();
    found.sort_unstable();
    assert_eq!(found, [("help", 2), ("quit", 1)]);
    for (line, said) in [
        (
            "quit = \"space w\"",
            "w is bound to both who and quit; give one of them another key",
        ),
        (
            "quit = \"w\"",
            "keys.quit: \"w\" is now used for typing; write \"space w\", or set keys = \"vim\"",
        ),
        (
            "qiut = \"x\"",
            "keys.qiut: unknown action; did you mean quit?",
        ),
        (
            "list.down = \"j\"",
            "keys.list.down: unknown action; plan config --default lists all",
        ),
        ("quit = \"hyper-x\"", "keys.quit: unknown key \"hyper-x\""),
    ] {
        let text = format!("[keys]\nhelp = \"f12\"\n{line}\n");
        let told = message(&text);
        assert!(told.starts_with("3:") && told.contains(said), "{told}");
    }
    let chinese = read(Path::new("c.toml"), "a = = 1", None, Lang::Zh).expect_err("no TOML");
    let told = chinese.message.replace("TOML", "");
    assert!(!told.contains(|c: char| c.is_ascii_alphabetic()), "{told}");
}
