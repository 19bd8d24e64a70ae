//! What is measured: a plan, its index, and an explorer on a screen that only counts bytes.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::{fmt, io};

use plan::app::{App, Effect, Msg, Options, update};
use plan::model::{Input, Plan, SHIPPED, load};
use plan::query::Query;
use plan::search::{Index, LazyIndex};
use plan::terminal::{Backend, Output};
use plan::view;
use ratatui::layout::{Rect, Size};
use ratatui::{Terminal, TerminalOptions, Viewport};

use crate::made;

/// Queries, by what they are to find out.
pub const QUERIES: [(&str, &str); 10] = [
    ("first key", "d"),
    ("a word", "village"),
    ("several words", "digital village"),
    ("no match", "qqzzj"),
    ("Chinese", "数字"),
    ("pinyin", "shuzixiangcun"),
    ("initials", "szxc"),
    ("misspelt", "satelite"),
    ("nearest", "village broadband doctor"),
    ("filter", "kind:project village"),
];

/// What is typed key by key.
pub const TYPED: &str = "digital village";

/// How many items a made-up plan has.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Items(pub u64);

impl Items {
    /// The shipped plan: no made-up plan is that small.
    pub const SHIPPED: Items = Items(0);
}

impl fmt::Display for Items {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Items::SHIPPED => write!(out, "shipped plan"),
            Items(items) => write!(out, "{items} items"),
        }
    }
}

/// A plan that is made or read once, however many benches use it.
pub struct Scene {
    pub bytes: Vec<u8>,
    pub plan: Arc<Plan>,
    pub index: Arc<LazyIndex>,
}

impl Scene {
    /// The scene of a size.
    pub fn of(size: Items) -> &'static Scene {
        static SCENES: OnceLock<Mutex<HashMap<Items, &'static Scene>>> = OnceLock::new();
        let scenes = SCENES.get_or_init(Mutex::default).lock();
        scenes
            .unwrap_or_else(PoisonError::into_inner)
            .entry(size)
            .or_insert_with(|| {
                let bytes = match size {
                    Items::SHIPPED => SHIPPED.to_vec(),
                    Items(items) => made::plan(items, 1),
                };
                let plan = Arc::new(read(&bytes));
                let index = Index::lazy(&plan);
                Box::leak(Box::new(Scene { bytes, plan, index }))
            })
    }

    /// How many nodes a query finds.
    pub fn search(&self, query: &str) -> usize {
        self.index.search(&self.plan, &Query::parse(query)).total
    }

    /// How many nodes are found while a query is typed, letter by letter.
    pub fn type_in(&self, query: &str) -> usize {
        let ends = query.char_indices().map(|(at, c)| at + c.len_utf8());
        ends.map(|end| self.search(&query[..end])).sum()
    }

    /// The explorer on a screen of this size.
    pub fn explorer(&self, width: u16, height: u16) -> Explorer {
        let size = Size::new(width, height);
        let (plan, index) = (Arc::clone(&self.plan), Arc::clone(&self.index));
        Explorer {
            app: App::new(plan, index, size, Options::default()),
            terminal: Terminal::with_options(
                Backend::new(Paper { size, bytes: 0 }),
                TerminalOptions {
                    viewport: Viewport::Fixed(Rect::from(size)),
                },
            )
            .expect("nothing is asked of the terminal"),
        }
    }
}

/// A plan from its bytes.
pub fn read(bytes: &[u8]) -> Plan {
    let input = Input {
        name: "made.json",
        bytes,
    };
    load(input, &[]).unwrap_or_else(|problems| panic!("{}", problems[0]))
}

/// The explorer, without a terminal.
pub struct Explorer {
    app: App,
    terminal: Terminal<Backend<Paper>>,
}

impl Explorer {
    /// A key from the finger to its frame: typed, searched for, drawn. Gives the frame's bytes.
    pub fn type_char(&mut self, letter: char) -> usize {
        self.press(Msg::Type(letter))
    }

    fn press(&mut self, msg: Msg) -> usize {
        let mut effect = update(&mut self.app, msg);
        while let Some(Effect::Search(question)) = effect {
            effect = update(&mut self.app, question.answer());
        }
        self.frame()
    }

    /// A frame of which only what has changed is written.
    pub fn frame(&mut self) -> usize {
        let app = &self.app;
        let drawn = self.terminal.draw(|frame| view::draw(app, frame));
        drawn.expect("paper takes everything");
        std::mem::take(&mut self.terminal.backend_mut().output.bytes)
    }

    /// A whole frame.
    pub fn whole_frame(&mut self) -> usize {
        let size = Rect::from(self.app.size());
        let cleared = self.terminal.resize(size);
        cleared.expect("paper takes everything");
        self.frame()
    }
}

/// Counts what is written.
struct Paper {
    size: Size,
    bytes: usize,
}

impl Output for Paper {
    fn size(&self) -> Size {
        self.size
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.bytes += bytes.len();
        Ok(())
    }
}
