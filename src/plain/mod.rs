//! Plain mode: the explorer without a screen, for screen readers, serial lines and logs. A line is
//! asked and answered; answers are numbered, one fact a line, without borders or cursor movement.
//!
//! [`PlainSession`] answers lines and knows no terminal; it only returns requests to the world outside.
//! [`run`] reads and writes them, and has a [`Host`] do what is wanted.

mod commands;
mod node;
mod tables;
mod talk;

use std::sync::Arc;

pub use commands::{COMMANDS, PlainCommand, help};
pub use talk::{Host, TalkOptions, run};

use crate::describe::{self, DescribeOptions, Names};
use crate::i18n::plain::{Plain, plain as words};
use crate::i18n::screen::{Saving, Screen, screen};
use crate::i18n::who;
use crate::model::{BasisFilter, Date, Lang, Node, Plan, Str, diff};
use crate::query::Query;
use crate::search::{LazyIndex, no_such};

/// How many answers are read out at once.
const PAGE: usize = 10;

/// Where the reader is.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Topic {
    Query(String),
    Node(Node),
    /// Who answers for a node, with all evidence.
    Who(Node),
    /// Of items of one kind, by its id, or of all.
    Matrix(Option<String>),
    Figures,
    Targets,
    Gaps,
    Bookmarks,
    Earlier,
}

/// A line of an answer, with the place that a number opens.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Sentence(Option<Topic>, String);

impl Sentence {
    fn node(node: Node, text: impl Into<String>) -> Sentence {
        Sentence(Some(Topic::Node(node)), text.into())
    }

    fn text(text: impl Into<String>) -> Sentence {
        Sentence(None, text.into())
    }
}

/// What is said at once, and the lines that are read page by page.
type Passage = (Vec<String>, Vec<Sentence>);

/// What a session wants of the world outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// Keep a query that was used.
    Asked(String),
    /// Keep a bookmark on the node with this id.
    Marked(String),
    /// It is no longer bookmarked.
    Unmarked(String),
    /// The language was changed to this one.
    Lang(Lang),
    /// Read the files again.
    Reload,
}

/// What a line of the reader leads to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reply {
    /// What is said, one fact a line.
    pub lines: Vec<String>,
    /// The node that was opened.
    pub opened: Option<Node>,
    /// What is to be done outside.
    pub request: Option<Request>,
    /// The reader wants to leave.
    pub quit: bool,
}

impl Reply {
    fn say(line: impl Into<String>) -> Reply {
        Reply::lines(vec![line.into()])
    }

    fn lines(lines: Vec<String>) -> Reply {
        Reply {
            lines,
            ..Reply::default()
        }
    }
}

/// What a session begins with.
#[derive(Clone, Debug, Default)]
pub struct Start {
    /// The language, and whether names are said in both.
    pub names: Names,
    /// Today, to tell what is overdue.
    pub today: Option<Date>,
    /// Ids of bookmarked nodes, oldest first.
    pub bookmarks: Vec<String>,
    /// Whether bookmarks outlast the session.
    pub saving: Saving,
    /// Earlier queries, newest last.
    pub queries: Vec<String>,
}

/// A reader's way through the plan.
pub struct PlainSession {
    plan: Arc<Plan>,
    index: Arc<LazyIndex>,
    start: Start,
    /// Which responsibilities count.
    basis: BasisFilter,
    /// The way here, and the way that was gone back.
    trail: Vec<Topic>,
    ahead: Vec<Topic>,
    /// What was numbered, and what was not read out yet.
    numbered: Vec<Topic>,
    waiting: Vec<Sentence>,
}

impl PlainSession {
    /// A way that begins.
    #[must_use]
    pub fn new(plan: Arc<Plan>, index: Arc<LazyIndex>, start: Start) -> PlainSession {
        PlainSession {
            plan,
            index,
            start,
            basis: BasisFilter::default(),
            trail: Vec::new(),
            ahead: Vec::new(),
            numbered: Vec::new(),
            waiting: Vec::new(),
        }
    }

    /// The plan that is read.
    #[must_use]
    pub fn plan(&self) -> &Arc<Plan> {
        &self.plan
    }

    /// The language.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.start.names.lang
    }

    /// From now on it is another day, if it is known.
    pub fn set_today(&mut self, today: Option<Date>) {
        self.start.today = today.or(self.start.today);
    }

    /// From now on bookmarks outlast the session, or do not.
    pub fn set_saving(&mut self, saving: Saving) {
        self.start.saving = saving;
    }

    fn names(&self) -> Names {
        self.start.names
    }

    /// For whom nodes are described.
    fn options(&self) -> DescribeOptions<'static> {
        DescribeOptions {
            basis: self.basis,
            basis_key: ":e",
            today: self.start.today,
            ..self.names().into()
        }
    }

    fn words(&self) -> &'static Plain {
        words(self.lang())
    }

    fn screen(&self) -> &'static Screen {
        screen(self.lang())
    }

    /// What is said at the start.
    #[must_use]
    pub fn welcome(&self) -> Vec<String> {
        let (info, words) = (self.plan.info(), self.words());
        let name = self.names().name(&info.name);
        let comma = who::who(self.lang()).comma;
        let years = info
            .period
            .map(|(from, to)| comma.to_owned() + &who::years(self.lang(), from, to));
        let data = info
            .compiled
            .map(|day| words.data_of(&who::date(self.lang(), day)));
        vec![
            words.welcome(&name, &years.unwrap_or_default(), &data.unwrap_or_default()),
            words.begin.to_owned(),
        ]
    }

    /// Answers a line.
    pub fn answer(&mut self, line: &str) -> Reply {
        let line = commands::narrow(Str::sanitize(line).trim());
        if let Some((command, rest)) = commands::find(&line) {
            return (command.run)(self, rest);
        }
        if line.chars().all(|c| c.is_ascii_digit()) {
            return self.number(&line);
        }
        let id = line.strip_prefix(':').map(str::trim);
        match (self.plan.find(id.unwrap_or(&line)), id) {
            (Some(node), _) => self.open(Topic::Node(node)),
            (None, Some(id)) => Reply::say(match no_such(&self.plan, id) {
                Some(note) => describe::note(&self.plan, &note, self.lang()),
                None => self.words().no_id(id),
            }),
            (None, None) => self.ask(line),
        }
    }

    /// Asks a query, and keeps it if it has answers.
    fn ask(&mut self, query: String) -> Reply {
        let mut reply = self.open(Topic::Query(query.clone()));
        let queries = &mut self.start.queries;
        if !self.numbered.is_empty() && queries.last() != Some(&query) {
            queries.retain(|old| *old != query);
            queries.push(query.clone());
            reply.request = Some(Request::Asked(query));
        }
        reply
    }

    /// Opens the answer with this number, and says why it was found where that does not show.
    fn number(&mut self, line: &str) -> Reply {
        let number: Option<usize> = line.parse().ok();
        let place = number.and_then(|number| self.numbered.get(number.checked_sub(1)?));
        let Some(place) = place.cloned() else {
            let words = self.words();
            return Reply::say(match self.numbered.len() {
                0 => words.no_answers.to_owned(),
                last => words.no_number(line, last),
            });
        };
        let why = match (self.trail.last(), &place) {
            (Some(Topic::Query(query)), Topic::Node(node)) => self.why(query, *node),
            _ => None,
        };
        let mut reply = self.open(place);
        if let Some(why) = why {
            reply.lines.insert(1, self.words().found_by(&why));
        }
        reply
    }

    fn why(&self, query: &str, node: Node) -> Option<String> {
        let query = Query::parse(query).on(self.start.today);
        let found = self.index.search(&self.plan, &query);
        let hit = found.hits.iter().find(|hit| hit.node == node)?;
        let why = self.index.why(&self.plan, &query, hit, self.lang())?;
        Some(describe::why(&why, self.lang()))
    }

    fn back(&mut self) -> Reply {
        self.ahead.extend(self.trail.pop());
        if let Some(place) = self.trail.last().cloned() {
            return Reply::lines(self.tell(&place));
        }
        self.numbered.clear();
        self.waiting.clear();
        Reply::say(self.words().first)
    }

    fn forward(&mut self) -> Reply {
        let Some(place) = self.ahead.pop() else {
            return Reply::say(self.screen().no_forward);
        };
        let lines = self.tell(&place);
        self.trail.push(place);
        Reply::lines(lines)
    }

    fn open(&mut self, place: Topic) -> Reply {
        let lines = self.tell(&place);
        let opened = match place {
            Topic::Node(node) => Some(node),
            _ => None, // no other place is a node
        };
        if self.trail.last() != Some(&place) {
            self.trail.push(place);
            self.ahead.clear();
        }
        Reply {
            opened,
            ..Reply::lines(lines)
        }
    }

    /// Another plan takes the place of this one: what changed is said, and the way goes on in it.
    pub fn replace(&mut self, plan: Arc<Plan>, index: Arc<LazyIndex>) -> Vec<String> {
        let old = std::mem::replace(&mut self.plan, plan);
        self.index = index;
        let changes = describe::changes(&diff(&old, &self.plan), self.lang());
        if changes.is_empty() {
            return vec![self.screen().reloaded.to_owned()];
        }
        let new = Arc::clone(&self.plan);
        let renamed = |place: Topic| match place {
            Topic::Node(node) => new.find(old.id(node)).map(Topic::Node),
            Topic::Who(node) => new.find(old.id(node)).map(Topic::Who),
            other => Some(other),
        };
        for way in [&mut self.trail, &mut self.ahead] {
            *way = std::mem::take(way)
                .into_iter()
                .filter_map(renamed)
                .collect();
        }
        let lines = changes.iter().map(|change| {
            let place = self.plan.find(&change.id).map(Topic::Node);
            let colon = who::who(self.lang()).colon;
            Sentence(
                place,
                self.sentence(format!("{}{colon}{}", change.id, change.text)),
            )
        });
        let lines = lines.collect();
        self.begin(lines);
        let mut said = vec![self.words().changed(changes.len())];
        said.extend(self.read(PAGE));
        said
    }

    /// The beginning of what is to be said of a place.
    fn tell(&mut self, place: &Topic) -> Vec<String> {
        let mut page = PAGE;
        let (mut head, lines) = match place {
            Topic::Query(query) => self.found(query),
            Topic::Node(node) => {
                page = usize::MAX;
                self.card(*node)
            }
            Topic::Who(node) => {
                page = usize::MAX;
                self.who(*node)
            }
            Topic::Matrix(kind) => self.matrix(kind.as_deref()),
            Topic::Figures => (vec![self.words().indicators.to_owned()], self.figures()),
            Topic::Targets => (vec![self.words().targets.to_owned()], self.targets()),
            Topic::Gaps => self.gaps(),
            Topic::Bookmarks => self.bookmarks(),
            Topic::Earlier => self.earlier(),
        };
        self.begin(lines);
        head.extend(self.read(page));
        head
    }

    /// These lines are to be read from their beginning.
    fn begin(&mut self, lines: Vec<Sentence>) {
        self.numbered.clear();
        self.waiting = lines;
    }

    /// The next lines, numbered on; how many more there are.
    fn read(&mut self, count: usize) -> Vec<String> {
        let rest = self.waiting.split_off(count.min(self.waiting.len()));
        let mut said = Vec::new();
        for Sentence(place, text) in std::mem::replace(&mut self.waiting, rest) {
            match place {
                Some(place) => {
                    self.numbered.push(place);
                    said.push(format!("{}. {text}", self.numbered.len()));
                }
                None => said.push(text),
            }
        }
        if !self.waiting.is_empty() {
            let more = self.waiting.iter().filter(|line| line.0.is_some()).count();
            said.push(self.words().more(more));
        }
        said
    }

    /// `text` with a stop behind it, unless it ends in a sign or an address.
    fn sentence(&self, text: String) -> String {
        let open =
            |last: char| last.is_alphanumeric() || matches!(last, ')' | '）' | '"' | '”' | '》');
        if text.ends_with(open) && !text.contains("://") {
            text + self.words().stop
        } else {
            text
        }
    }
}
