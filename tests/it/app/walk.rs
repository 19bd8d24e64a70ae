//! Any keys, pastes, clicks and resizes, on a large screen, a small one, none at all; answers that
//! come late or in another order; another plan in between. After each step the invariants hold and a
//! frame can be drawn that keeps within its screen.

use std::sync::Arc;
use std::sync::LazyLock;

use crate::small::FILE;
use crate::ui::paper::{paper, torn};
use crate::ui::shipped;
use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};
use plan::app::{
    App, Code, Effect, Keymap, MatrixView, Msg, Options, PlanLoaded, Preset, Progress, Question,
    update,
};
use plan::model::{Lang, Plan, load};
use plan::page::Charset;
use plan::search::{Index, LazyIndex};
use proptest::prelude::*;
use proptest::sample::select;
use ratatui::layout::Size;

/// A plan and its index.
type Loaded = (Arc<Plan>, Arc<LazyIndex>);

static PLANS: LazyLock<[Loaded; 2]> = LazyLock::new(|| {
    let small = load(FILE, &[]).expect("the small plan loads");
    [shipped(), small].map(|plan| {
        let plan = Arc::new(plan);
        let index = Index::lazy(&plan);
        (plan, index)
    })
});

#[derive(Clone, Debug)]
enum Step {
    /// A key, a paste, a click or a resize, as the terminal tells it.
    Event(Event),
    /// The oldest or the newest search that waits is answered.
    Answer { oldest: bool },
    /// Another plan takes the place of this one.
    Load(usize),
    /// Something outside of the keys.
    Outside(Outside),
}

#[derive(Clone, Copy, Debug)]
enum Outside {
    Note,
    IdleSoon,
    Progress(u64),
}

/// Every key that is bound to anything in either preset.
fn bound() -> Vec<KeyEvent> {
    let map = Keymap::preset(Preset::Vim);
    let strokes = map.rows().flat_map(|(_, strokes)| strokes.to_vec());
    let chords = strokes.map(|stroke| stroke.chord);
    let mut keys: Vec<KeyEvent> = chords
        .map(|chord| {
            let code = match chord.code {
                Code::Char(character) => KeyCode::Char(character),
                Code::Enter => KeyCode::Enter,
                Code::Esc => KeyCode::Esc,
                Code::Tab => KeyCode::Tab,
                Code::Backspace => KeyCode::Backspace,
                Code::Delete => KeyCode::Delete,
                Code::Left => KeyCode::Left,
                Code::Right => KeyCode::Right,
                Code::Up => KeyCode::Up,
                Code::Down => KeyCode::Down,
                Code::Home => KeyCode::Home,
                Code::End => KeyCode::End,
                Code::PageUp => KeyCode::PageUp,
                Code::PageDown => KeyCode::PageDown,
                Code::F(number) => KeyCode::F(number),
            };
            let modifiers = [
                (chord.ctrl, KeyModifiers::CONTROL),
                (chord.alt, KeyModifiers::ALT),
                (chord.shift, KeyModifiers::SHIFT),
            ];
            let on = modifiers.iter().filter(|(on, _)| *on);
            KeyEvent::new(code, on.map(|(_, modifier)| *modifier).collect())
        })
        .collect();
    // Those that lead somewhere come more often, or a walk would hardly leave the prompt.
    for key in ["\t", "\n", "\u{1b}"] {
        let code = match key {
            "\t" => KeyCode::Tab,
            "\n" => KeyCode::Enter,
            _ => KeyCode::Esc,
        };
        keys.extend(vec![KeyEvent::new(code, KeyModifiers::NONE); 12]);
    }
    keys
}

fn an_event() -> impl Strategy<Value = Event> {
    let typed = "[a-z0-9数信会办？：／＃@# :'!-]";
    let mouse = (0u16..130, 0u16..45, 0u8..3).prop_map(|(column, row, kind)| {
        let kind = match kind {
            0 => MouseEventKind::ScrollDown,
            1 => MouseEventKind::ScrollUp,
            _ => MouseEventKind::Down(MouseButton::Left),
        };
        Event::Mouse(MouseEvent {
            kind,
            column,
            row,
            modifiers: KeyModifiers::NONE,
        })
    });
    let sizes = prop_oneof![
        (0u16..140, 0u16..50),
        (0u16..4, 0u16..4),
        select(vec![
            (80, 24),
            (120, 40),
            (40, 12),
            (24, 6),
            (0, 0),
            (20, 200),
            (300, 3)
        ]),
    ];
    let pastes = select(vec![
        "5g",
        "miit",
        "谁负责数字乡村",
        "lead:miit",
        "kind:project",
        "T6",
        "by:2025",
        "a\nb\r\n\tc\u{1b}[31m",
        "\u{202e}abc",
        "👨‍👩‍👧‍👦é",
        "zzzz",
        "ｍｉｉｔ",
        "exact:p1",
        "!",
        ":",
    ]);
    prop_oneof![
        10 => select(bound()).prop_map(Event::Key),
        3 => typed.prop_map(|text| {
            let typed = text.chars().next().expect("one character");
            Event::Key(KeyEvent::new(KeyCode::Char(typed), KeyModifiers::NONE))
        }),
        1 => pastes.prop_map(|text| Event::Paste(text.to_owned())),
        1 => mouse,
        2 => sizes.prop_map(|(width, height)| Event::Resize(width, height)),
    ]
}

fn a_step() -> impl Strategy<Value = Step> {
    prop_oneof![
        20 => an_event().prop_map(Step::Event),
        6 => any::<bool>().prop_map(|oldest| Step::Answer { oldest }),
        2 => (0usize..2).prop_map(Step::Load),
        1 => select(vec![Outside::Note, Outside::IdleSoon, Outside::Progress(3), Outside::Progress(9)])
            .prop_map(Step::Outside),
    ]
}

/// A session: the state, and the searches that nobody answered yet.
struct Session {
    app: App,
    waiting: Vec<Question>,
}

impl Session {
    /// `unread`: the plan comes only with the first [`Step::Load`].
    fn new(kiosk: bool, lang: Lang, ascii: bool, unread: bool, preset: Preset) -> Session {
        let [(plan, index), _] = &*PLANS;
        let options = Options {
            lang,
            charset: if ascii {
                Charset::Ascii
            } else {
                Charset::Unicode
            },
            kiosk,
            today: crate::ui::today(),
            first_start: kiosk,
            keymap: Keymap::preset(preset),
            bookmarks: vec!["P1".to_owned(), "gone".to_owned()],
            ..Options::default()
        };
        let size = Size::new(80, 24);
        Session {
            app: if unread {
                App::unread("small.json", "", size, options)
            } else {
                App::new(Arc::clone(plan), Arc::clone(index), size, options)
            },
            waiting: Vec::new(),
        }
    }

    fn take(&mut self, step: Step) -> Result<(), TestCaseError> {
        match step {
            Step::Event(event) => {
                let msg = plan::keys::message(self.app.keymap(), self.app.context(), &event);
                msg.map_or(Ok(()), |msg| self.apply(msg))
            }
            Step::Answer { .. } if self.waiting.is_empty() => Ok(()),
            Step::Answer { oldest } => {
                let at = if oldest { 0 } else { self.waiting.len() - 1 };
                let answer = self.waiting.remove(at).answer();
                self.apply(answer)
            }
            Step::Load(which) => {
                let (plan, index) = &PLANS[which];
                if self.app.is_opening() {
                    return self.apply(Msg::Arrived(Box::new(PlanLoaded {
                        plan: Arc::clone(plan),
                        index: Arc::clone(index),
                        place: None,
                        bookmarks: Vec::new(),
                        queries: Vec::new(),
                        first_start: false,
                    })));
                }
                let changes = ::plan::model::diff(self.app.plan(), plan);
                // What was found in the plan before has no place in this one.
                self.waiting.clear();
                self.apply(Msg::Loaded(Arc::clone(plan), Arc::clone(index), changes))
            }
            Step::Outside(Outside::Note) => self.apply(Msg::Note("数据文件 changed".repeat(9))),
            Step::Outside(Outside::IdleSoon) => self.apply(Msg::IdleSoon),
            Step::Outside(Outside::Progress(done)) => self.apply(Msg::Progress(Progress {
                done,
                all: 9,
                millis: 70,
            })),
        }
    }

    fn apply(&mut self, msg: Msg) -> Result<(), TestCaseError> {
        if let Some(Effect::Search(question)) = update(&mut self.app, msg) {
            self.waiting.push(question);
        }
        prop_assert_eq!(self.app.check(), Ok(()));
        prop_assert!(self.app.matrix_view().is_none_or(MatrixView::holds));
        let frame = paper(&self.app);
        prop_assert_eq!(torn(&frame), None, "{}", crate::ui::dump(&frame));
        Ok(())
    }
}

fn walk(
    steps: Vec<Step>,
    [kiosk, chinese, ascii, unread, vim]: [bool; 5],
) -> Result<(), TestCaseError> {
    let lang = if chinese { Lang::Zh } else { Lang::En };
    let preset = if vim { Preset::Vim } else { Preset::Typing };
    let mut session = Session::new(kiosk, lang, ascii, unread, preset);
    for step in steps {
        session.take(step)?;
    }
    Ok(())
}

/// Esc, pressed often enough, reaches the list, from wherever a walk led.
fn leave(steps: Vec<Step>) -> Result<(), TestCaseError> {
    let mut session = Session::new(false, Lang::En, false, false, Preset::Typing);
    for step in steps {
        session.take(step)?;
    }
    session.apply(Msg::Resize(Size::new(80, 24)))?;
    for _ in 0..300 {
        let app = &mut session.app;
        if let Some(msg) = plan::keys::message(app.keymap(), app.context(), &plan::keys::ESC) {
            update(app, msg);
        }
    }
    let app = &session.app;
    prop_assert!(app.overlay().is_none() && app.matrix_view().is_none());
    prop_assert_eq!(app.focus(), plan::app::Focus::List);
    Ok(())
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

fn steps(most: usize) -> impl Strategy<Value = Vec<Step>> {
    prop::collection::vec(a_step(), 1..most)
}

proptest! {
    #![proptest_config(config(24))]

    #[test]
    fn whatever_is_pressed_the_invariants_hold(
        steps in steps(80), kiosk: bool, chinese: bool, ascii: bool, unread: bool, vim: bool,
    ) {
        walk(steps, [kiosk, chinese, ascii && !chinese, unread, vim])?;
    }
}

proptest! {
    #![proptest_config(config(12))]

    #[test]
    fn esc_often_enough_reaches_the_list(steps in steps(30)) {
        leave(steps)?;
    }
}

proptest! {
    #![proptest_config(config(600))]

    /// The same, for a long time: `cargo test --release --test it walk -- --ignored`.
    #[test]
    #[ignore = "it takes minutes"]
    fn for_a_long_time(
        steps in steps(300), kiosk: bool, chinese: bool, ascii: bool, unread: bool, vim: bool,
    ) {
        walk(steps.clone(), [kiosk, chinese, ascii, unread, vim])?;
        leave(steps)?;
    }
}
