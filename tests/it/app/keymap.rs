//! The names of keys, and the tables of what they do.

use plan::app::Context::List;
use plan::app::{Chord, Context, HINTS, KeyError, Keymap, Msg, Preset};

const PRESETS: [Preset; 2] = [Preset::Typing, Preset::Vim];

#[test]
fn the_table_has_no_conflict_and_every_key_is_known() {
    for preset in PRESETS {
        assert_eq!(Keymap::new(preset, &[]).err(), None);
    }
}

#[test]
fn every_hint_names_a_binding_of_its_context() {
    let map = Keymap::default();
    for (context, hints) in HINTS {
        assert_eq!(map.hints(*context).count(), hints.len(), "{context:?}");
    }
    assert_eq!(HINTS.len(), Context::ALL.len());
}

fn own(name: &str, key: &str) -> Vec<(String, Vec<String>)> {
    vec![(name.to_owned(), vec![key.to_owned()])]
}

#[test]
fn own_keys_replace_and_conflicts_name_both() {
    let map = Keymap::new(Preset::Vim, &own("close", "Q")).unwrap();
    let means = |key: &str| map.message(List, Chord::parse(key).unwrap());
    assert!(matches!(means("Q"), Some(Msg::Close)));
    assert!(means("q").is_none());
    let conflict = Keymap::new(Preset::Vim, &own("close", "w")).unwrap_err();
    assert_eq!(
        conflict,
        KeyError::Conflict("w".into(), "close".into(), "who".into())
    );
    for (wrong, near) in [
        ("bookmrk", Some("bookmark")),
        ("uqit", Some("quit")),
        ("xyzzy", None),
    ] {
        let near = near.map(str::to_owned);
        let unknown = Keymap::new(Preset::Typing, &own(wrong, "x")).unwrap_err();
        assert_eq!(unknown, KeyError::UnknownName(wrong.into(), near));
    }
    assert!(matches!(
        Keymap::new(Preset::Typing, &own("quit", "hyper-x")),
        Err(KeyError::UnknownKey(..))
    ));
}

#[test]
fn a_letter_is_a_key_only_in_the_menu_unless_the_preset_says_so() {
    let typed = Keymap::new(Preset::Typing, &own("who", "w")).unwrap_err();
    assert_eq!(typed, KeyError::Typed("who".into(), "w".into()));
    let map = Keymap::new(Preset::Typing, &own("who", "space v")).unwrap();
    let means = |context, key: &str| map.message(context, Chord::parse(key).unwrap());
    assert!(matches!(means(Context::Commands, "v"), Some(Msg::Who)));
    assert!(means(Context::Commands, "w").is_none());
    assert!(means(List, "v").is_none());
    assert_eq!(map.keyed("{who}", false), "Space v");
    let map = Keymap::new(Preset::Typing, &own("menu", "f10")).unwrap();
    assert_eq!(map.keyed("{who}", false), "F10 w");
    assert_eq!(Keymap::preset(Preset::Vim).keyed("{who}", false), "w");
}

/// What characters do in the preset in which they are typed: nothing but to open menu and help.
#[test]
fn no_character_is_a_command_where_it_is_typed() {
    let map = Keymap::default();
    for &context in Context::ALL.iter().filter(|&&one| one != Context::Commands) {
        for c in (' '..='~').chain("，。？！、数".chars()) {
            let name = if c == ' ' {
                "space".to_owned()
            } else {
                c.to_string()
            };
            let chord = Chord::parse(&name);
            let does = chord.and_then(|chord| map.message(context, chord));
            let opens = matches!(does, None | Some(Msg::Menu | Msg::Help));
            assert!(opens, "{c} in {context:?}: {does:?}");
        }
    }
}

#[test]
fn chords_read_as_they_are_written() {
    for (text, label) in [
        ("ctrl-d", "Ctrl-d"),
        ("G", "G"),
        ("f1", "F1"),
        ("alt-left", "Alt-←"),
        ("shift-tab", "Shift-Tab"),
        ("-", "-"),
    ] {
        assert_eq!(
            Chord::parse(text).map(|chord| chord.to_string()).as_deref(),
            Some(label)
        );
    }
    assert_eq!(Chord::parse("shift-g"), None);
    assert_eq!(Chord::parse(""), None);
}
