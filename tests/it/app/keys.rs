//! What an event of the terminal means.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyEventState, KeyModifiers};
use plan::app::{Context, Keymap, Msg, Preset};
use plan::keys::message;

fn press(preset: Preset, context: Context, character: char) -> Option<Msg> {
    let event = Event::Key(KeyEvent::new(KeyCode::Char(character), KeyModifiers::NONE));
    message(&Keymap::preset(preset), context, &event)
}

#[test]
fn full_width_keys_are_their_ascii_keys() {
    for context in [Context::Empty, Context::List] {
        let press = |character| press(Preset::Typing, context, character);
        assert!(matches!(press('？'), Some(Msg::Help)));
        assert!(matches!(press('　'), Some(Msg::Menu)));
    }
    let press_vim = |character| press(Preset::Vim, Context::List, character);
    assert!(matches!(press_vim('？'), Some(Msg::Help)));
    assert!(matches!(press_vim('：'), Some(Msg::GoTo)));
    assert!(matches!(press_vim('／'), Some(Msg::Prompt)));
    assert!(matches!(press_vim('１'), Some(Msg::Tab(1))));
    assert!(press_vim('v').is_none());
    let in_menu = press(Preset::Typing, Context::Commands, '／');
    assert!(matches!(in_menu, Some(Msg::GoTo)));
}

#[test]
fn characters_are_typed_wherever_one_is() {
    use Context::{Detail, Empty, Filter, GoTo, List, Matrix, Menu, Prompt};
    for context in [Prompt, Empty, List, Detail, Matrix, Filter, Menu, GoTo] {
        for character in "abq5:/<>'数１".chars() {
            let typed = press(Preset::Typing, context, character);
            assert!(matches!(typed, Some(Msg::Type(c)) if c == character));
        }
    }
    assert!(press(Preset::Typing, Context::Commands, 'v').is_none());
}

#[test]
fn shift_on_a_character_does_not_matter() {
    for modifiers in [KeyModifiers::NONE, KeyModifiers::SHIFT] {
        let event = Event::Key(KeyEvent::new(KeyCode::Char('G'), modifiers));
        let msg = message(&Keymap::preset(Preset::Vim), Context::List, &event);
        assert!(matches!(msg, Some(Msg::Move(plan::app::Motion::Last))));
    }
    // As by `ESC [ 97 ; 2 u`, and its release types nothing.
    let mut key = KeyEvent::new(KeyCode::Char('a'), KeyModifiers::SHIFT);
    let of = |key| message(&Keymap::default(), Context::Prompt, &Event::Key(key));
    assert!(matches!(of(key), Some(Msg::Type('A'))));
    key.kind = KeyEventKind::Release;
    assert!(of(key).is_none());
    // As by `ESC [ 97 ; 65 u`: Caps Lock; with Shift a small letter; Num Lock changes none.
    key = KeyEvent::new_with_kind_and_state(
        KeyCode::Char('a'),
        KeyModifiers::NONE,
        KeyEventKind::Press,
        KeyEventState::CAPS_LOCK,
    );
    assert!(matches!(of(key), Some(Msg::Type('A'))));
    key.modifiers = KeyModifiers::SHIFT;
    assert!(matches!(of(key), Some(Msg::Type('a'))));
    key.state = KeyEventState::NUM_LOCK;
    assert!(matches!(of(key), Some(Msg::Type('A'))));
}

#[test]
fn a_key_with_super_hyper_or_meta_does_nothing() {
    for character in ['q', ' ', 'a', '?'] {
        for modifiers in [KeyModifiers::SUPER, KeyModifiers::HYPER, KeyModifiers::META] {
            let event = Event::Key(KeyEvent::new(KeyCode::Char(character), modifiers));
            for preset in [Preset::Typing, Preset::Vim] {
                let keymap = Keymap::preset(preset);
                for context in [Context::Empty, Context::List, Context::Commands] {
                    assert!(message(&keymap, context, &event).is_none(), "{event:?}");
                }
            }
        }
    }
}
