//! What holds in every state.

use std::collections::BTreeSet;

use plan::app::{BINDINGS, Context, Keymap, Motion, Msg};

use super::{here, start, typed};

/// On the way to every state that is worth a look.
const STATES: &[&str] = &[
    "",
    "5g",
    "digital<down*3>",
    "5g<enter>",
    "5g<enter><space>f",
    "<esc><end>",
    "<esc><ctrl-right*5><end>",
    "<esc><home><down><left><down*3>",
    "<esc><space>/T6<enter><down*3><right*2>",
    "<esc><space>/miit<enter>",
    "<esc><space>m",
    "<esc><space>m<down*4><right*5>",
    "<esc><space>m<tab><end*2>",
    "<esc><space>i",
    "<esc><space>d",
    "?",
    "?quit",
    "<esc><space>'",
    "<esc><space>/",
    "<esc><space>/T6<enter><space>y",
    "zzzzqq",
    "lead:miit",
];

#[test]
fn a_resize_there_and_back_keeps_the_cursor() {
    let sizes = [
        (0, 0),
        (1, 1),
        (24, 6),
        (40, 12),
        (60, 20),
        (69, 24),
        (120, 40),
        (300, 100),
        (80, 1),
        (2, 24),
    ];
    for keys in STATES {
        for (width, height) in sizes {
            let ui = start().press(keys);
            let before = here(&ui);
            let context = ui.app.context();
            let ui = ui.resize(width, height).resize(80, 24);
            let after = here(&ui);
            assert_eq!(
                (
                    after.row,
                    after.subject,
                    after.link,
                    after.cell,
                    after.focus
                ),
                (
                    before.row,
                    before.subject,
                    before.link,
                    before.cell,
                    before.focus
                ),
                "{keys} at {width}x{height}"
            );
            assert_eq!(ui.app.context(), context);
        }
    }
}

#[test]
fn back_after_open_restores_from_every_state() {
    for keys in STATES {
        let ui = start().press(keys);
        let before = here(&ui);
        let mut ui = ui;
        ui.send(Msg::Open);
        let after = here(&ui);
        if after.subject == before.subject && after.focus == before.focus {
            continue;
        }
        ui.send(Msg::Back);
        assert_eq!(here(&ui), before.come_back_to(), "{keys}");
    }
}

#[test]
fn esc_often_enough_reaches_the_list() {
    for keys in STATES {
        let ui = start().press(keys).press("<esc*6>");
        assert_eq!(ui.app.context(), Context::List, "{keys}");
        assert_eq!(typed(&ui), "", "{keys}");
    }
}

#[test]
fn moving_and_moving_back_is_no_move() {
    for keys in STATES {
        let mut ui = start().press(keys).press("");
        ui.send(Msg::Move(Motion::Next));
        let before = here(&ui);
        ui.send(Msg::Move(Motion::Next));
        let moved = here(&ui) != before;
        ui.send(Msg::Move(Motion::Prev));
        let after = here(&ui);
        assert!(
            !moved
                || (after.row, after.scroll, after.cell)
                    == (before.row, before.scroll, before.cell),
            "{keys}"
        );
    }
}

/// Every message that a key can cause is bound to one, and the table holds nothing else.
#[test]
fn every_message_has_a_key() {
    let bound: BTreeSet<&str> = BINDINGS.iter().map(|binding| name(&binding.msg)).collect();
    let expected: BTreeSet<&str> = BY_KEY.iter().copied().collect();
    assert_eq!(bound, expected);
    for binding in BINDINGS {
        assert!(!binding.contexts.is_empty(), "{}", binding.name);
    }
}

const BY_KEY: &[&str] = &[
    "edit",
    "move",
    "scroll",
    "aside",
    "open",
    "unfold",
    "fold",
    "earlier",
    "pane",
    "prompt",
    "leave",
    "tab",
    "next tab",
    "link",
    "wide",
    "back",
    "forward",
    "who",
    "matrix",
    "charts",
    "years",
    "gaps",
    "compare",
    "overview",
    "basis",
    "lang",
    "cite",
    "copy list",
    "copy page",
    "bookmark",
    "bookmarks",
    "reload",
    "theme",
    "goto",
    "menu",
    "help",
    "close",
    "quit",
    "cancel",
    "redraw",
    "suspend",
];

/// The name of a message. A new message has to be written here, and above if a key causes it.
fn name(msg: &Msg) -> &'static str {
    match msg {
        Msg::Edit(_) => "edit",
        Msg::Move(_) => "move",
        Msg::Scroll(_) => "scroll",
        Msg::MoveColumn(_) => "aside",
        Msg::Open => "open",
        Msg::Unfold => "unfold",
        Msg::Fold => "fold",
        Msg::Earlier => "earlier",
        Msg::Pane(_) => "pane",
        Msg::Prompt => "prompt",
        Msg::Leave => "leave",
        Msg::Tab(_) => "tab",
        Msg::NextTab(_) => "next tab",
        Msg::Link(_) => "link",
        Msg::Wide => "wide",
        Msg::Back => "back",
        Msg::Forward => "forward",
        Msg::Who => "who",
        Msg::Matrix => "matrix",
        Msg::Charts => "charts",
        Msg::Years => "years",
        Msg::Gaps => "gaps",
        Msg::Compare => "compare",
        Msg::Overview => "overview",
        Msg::Basis => "basis",
        Msg::Lang => "lang",
        Msg::Cite => "cite",
        Msg::CopyList => "copy list",
        Msg::CopyPage => "copy page",
        Msg::Bookmark => "bookmark",
        Msg::Bookmarks => "bookmarks",
        Msg::Reload => "reload",
        Msg::Theme => "theme",
        Msg::GoTo => "goto",
        Msg::Menu => "menu",
        Msg::Help => "help",
        Msg::Close => "close",
        Msg::Quit => "quit",
        Msg::Cancel => "cancel",
        Msg::Redraw => "redraw",
        Msg::Suspend => "suspend",
        Msg::Type(_)
        | Msg::Paste(_)
        | Msg::Query(_)
        | Msg::Click(_)
        | Msg::Wheel(..)
        | Msg::Resize(_)
        | Msg::Found(..)
        | Msg::Progress(_)
        | Msg::Arrived(_)
        | Msg::Unreadable
        | Msg::Loaded(..)
        | Msg::Note(_)
        | Msg::Today(_)
        | Msg::IdleSoon => "not a key's",
    }
}

/// The keys of the table work where the table says so: each gives its message in each context.
#[test]
fn every_key_of_the_table_works_in_its_contexts() {
    let map = Keymap::default();
    for (binding, strokes) in map.rows() {
        for &context in binding.contexts {
            for stroke in strokes {
                let context = if stroke.leader.is_some() {
                    Context::Commands
                } else {
                    context
                };
                let chord = stroke.chord;
                let msg = map.message(context, chord);
                assert_eq!(
                    msg.as_ref().map(name),
                    Some(name(&binding.msg)),
                    "{} {chord} in {context:?}",
                    binding.name
                );
            }
        }
    }
}
