//! The explorer without a terminal: keys go in, frames come out. Searches are answered at once.

#![allow(dead_code, reason = "each test file uses its own part")]

pub mod paper;

use std::sync::{Arc, LazyLock};

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use plan::app::{App, Effect, Msg, Options, PlanLoaded, SessionState, Step, update};
use plan::describe::Goal;
use plan::model::{Date, Input, Lang, Node, Plan, SHIPPED, load};
use plan::search::{Index, LazyIndex};
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};
use ratatui::style::{Modifier, Style};
use unicode_width::UnicodeWidthStr;

use paper::paper;

/// The shipped plan.
pub fn shipped() -> Plan {
    with_overlays(&[])
}

/// The same and its index: most tests share them.
static LOADED: LazyLock<(Arc<Plan>, Arc<LazyIndex>)> = LazyLock::new(|| {
    let plan = Arc::new(shipped());
    let index = Index::lazy(&plan);
    (plan, index)
});

/// The shipped plan with overlays laid over it.
pub fn with_overlays(overlays: &[Input]) -> Plan {
    load(
        Input {
            name: "data/plan.json",
            bytes: SHIPPED,
        },
        overlays,
    )
    .expect("the shipped plan loads")
}

/// The day of all that is drawn.
pub fn today() -> Option<Date> {
    Date::parse("2026-11-24")
}

/// The usual options of that day.
pub fn options(lang: Lang) -> Options {
    Options {
        lang,
        today: today(),
        ..Options::default()
    }
}

pub struct Ui {
    pub app: App,
    /// What the state asked for, in order; searches are answered and not kept.
    pub effects: Vec<Effect>,
}

impl Ui {
    pub fn new(width: u16, height: u16) -> Ui {
        Ui::with(width, height, Options::default())
    }

    pub fn in_lang(width: u16, height: u16, lang: Lang) -> Ui {
        Ui::with(
            width,
            height,
            Options {
                lang,
                ..Options::default()
            },
        )
    }

    pub fn with(width: u16, height: u16, options: Options) -> Ui {
        let (plan, index) = &*LOADED;
        let (plan, index) = (Arc::clone(plan), Arc::clone(index));
        Ui {
            app: App::new(plan, index, Size::new(width, height), options),
            effects: Vec::new(),
        }
    }

    pub fn on(plan: Plan, width: u16, height: u16, options: Options) -> Ui {
        let plan = Arc::new(plan);
        let index = Index::lazy(&plan);
        let app = App::new(plan, index, Size::new(width, height), options);
        Ui {
            app,
            effects: Vec::new(),
        }
    }

    /// Before the plan is read, started with a query.
    pub fn unread(query: &str, width: u16, height: u16, options: Options) -> Ui {
        Ui {
            app: App::unread("large.json", query, Size::new(width, height), options),
            effects: Vec::new(),
        }
    }

    /// The shipped plan has been read.
    #[must_use]
    pub fn arrive(mut self, place: Option<SessionState>) -> Ui {
        let plan = Arc::new(shipped());
        let index = Index::lazy(&plan);
        self.send(Msg::Arrived(Box::new(PlanLoaded {
            plan,
            index,
            place,
            bookmarks: vec!["P1".to_owned()],
            queries: vec!["earlier".to_owned()],
            first_start: false,
        })));
        self
    }

    /// Applies a message and answers what it asks.
    #[track_caller]
    pub fn send(&mut self, msg: Msg) {
        let mut next = Some(msg);
        while let Some(msg) = next.take() {
            match update(&mut self.app, msg) {
                Some(Effect::Search(question)) => next = Some(question.answer()),
                Some(effect) => self.effects.push(effect),
                None => {}
            }
            assert_eq!(self.app.check(), Ok(()));
        }
    }

    /// Presses keys: `5g<enter>`, `<ctrl-r>`, `<down>`; every other character is itself.
    #[track_caller]
    pub fn press(mut self, keys: &str) -> Ui {
        for event in events(keys) {
            if let Some(msg) = plan::keys::message(self.app.keymap(), self.app.context(), &event) {
                self.send(msg);
            }
        }
        self
    }

    /// Shows what pages fold away. The list has the keys after that.
    #[must_use]
    pub fn unfolded(mut self) -> Ui {
        self.send(Msg::Overview);
        let links = self.app.page().links.iter();
        let mut folds = links
            .enumerate()
            .filter(|(_, link)| link.goal == Goal::Fold);
        let (fold, _) = folds.next().expect("the plan has sources");
        while self.app.detail().link() != Some(fold) {
            self.send(Msg::Link(Step::Next));
        }
        self.send(Msg::Open);
        assert!(self.app.detail().is_unfolded());
        self.send(Msg::Leave);
        self
    }

    /// Pastes into the prompt that has the keys.
    #[track_caller]
    pub fn paste(mut self, text: &str) -> Ui {
        let event = Event::Paste(text.to_owned());
        let msg = plan::keys::message(self.app.keymap(), self.app.context(), &event);
        self.send(msg.expect("a prompt takes what is pasted"));
        self
    }

    /// The lines of the page that is shown, those out of sight too.
    pub fn page(&self) -> Vec<String> {
        let lines = self.app.page().lines.iter();
        lines.map(plan::page::Line::text).collect()
    }

    /// The node whose page is shown.
    #[track_caller]
    pub fn on_node(self, id: &str) -> Ui {
        assert_eq!(
            self.app.node().map(|node| self.app.plan().id(node)),
            Some(id)
        );
        self
    }

    /// The node under the list's cursor.
    pub fn row(&self) -> Option<Node> {
        self.app.list().current().map(|row| row.node)
    }

    #[track_caller]
    pub fn resize(mut self, width: u16, height: u16) -> Ui {
        self.send(Msg::Resize(Size::new(width, height)));
        self
    }

    /// The frame.
    pub fn buffer(&self) -> Buffer {
        paper(&self.app)
    }

    /// The frame as lines of text.
    pub fn frame(&self) -> String {
        dump(&self.buffer())
    }
}

/// The text of a buffer, a line a row, without blanks at the ends. A wide character stands once.
pub fn dump(buffer: &Buffer) -> String {
    dump_area(buffer, buffer.area)
}

/// The same of a part of it.
pub fn dump_area(buffer: &Buffer, area: Rect) -> String {
    let mut text = String::new();
    for y in area.top()..area.bottom() {
        let mut line = String::new();
        let mut skip = 0;
        for x in area.left()..area.right() {
            if skip > 0 {
                skip -= 1;
                continue;
            }
            let symbol = buffer[(x, y)].symbol();
            skip = symbol.width().saturating_sub(1);
            line.push_str(symbol);
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// A letter for each cell's style: what is bold, dim, underlined, reversed, coloured.
pub fn styles(buffer: &Buffer) -> String {
    let mut text = String::new();
    for y in 0..buffer.area.height {
        let line: String = (0..buffer.area.width)
            .map(|x| letter(buffer[(x, y)].style()))
            .collect();
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

fn letter(style: Style) -> char {
    let on = |modifier| style.add_modifier.contains(modifier);
    let coloured = style
        .fg
        .is_some_and(|colour| colour != ratatui::style::Color::Reset);
    match () {
        () if on(Modifier::REVERSED) => 'R',
        () if on(Modifier::UNDERLINED) => 'U',
        () if on(Modifier::BOLD) && coloured => 'C',
        () if on(Modifier::BOLD) => 'B',
        () if on(Modifier::DIM) => 'd',
        () if coloured => 'c',
        () => ' ',
    }
}

/// The events of keys written as `5g<enter>`; `<down*3>` is pressed three times.
pub fn events(keys: &str) -> Vec<Event> {
    let mut events = Vec::new();
    let mut rest = keys;
    while let Some(first) = rest.chars().next() {
        let named = rest
            .strip_prefix('<')
            .and_then(|inner| inner.split_once('>'));
        match named {
            Some((name, after)) if !name.is_empty() => {
                let (name, times) = name.split_once('*').unwrap_or((name, "1"));
                let times = times.parse().expect("a number of times");
                events.extend(std::iter::repeat_n(Event::Key(key(name)), times));
                rest = after;
            }
            _ => {
                events.push(Event::Key(KeyEvent::new(
                    KeyCode::Char(first),
                    KeyModifiers::NONE,
                )));
                rest = &rest[first.len_utf8()..];
            }
        }
    }
    events
}

fn key(name: &str) -> KeyEvent {
    let mut modifiers = KeyModifiers::NONE;
    let mut rest = name;
    for (word, modifier) in [
        ("ctrl-", KeyModifiers::CONTROL),
        ("alt-", KeyModifiers::ALT),
        ("shift-", KeyModifiers::SHIFT),
    ] {
        if let Some(inner) = rest.strip_prefix(word) {
            modifiers |= modifier;
            rest = inner;
        }
    }
    let code = match rest {
        "enter" => KeyCode::Enter,
        "esc" => KeyCode::Esc,
        "tab" => KeyCode::Tab,
        "space" => KeyCode::Char(' '),
        "backspace" | "bs" => KeyCode::Backspace,
        "delete" => KeyCode::Delete,
        "left" => KeyCode::Left,
        "right" => KeyCode::Right,
        "up" => KeyCode::Up,
        "down" => KeyCode::Down,
        "home" => KeyCode::Home,
        "end" => KeyCode::End,
        "pageup" => KeyCode::PageUp,
        "pagedown" => KeyCode::PageDown,
        "f1" => KeyCode::F(1),
        "f2" => KeyCode::F(2),
        one => KeyCode::Char(one.chars().next().expect("a key has a name")),
    };
    KeyEvent::new(code, modifiers)
}
