//! Plain mode: the explorer without a screen, for screen readers, serial lines and logs. A line is
//! asked and answered; answers are numbered, one fact a line, without borders or cursor movement.
//!
//! [`Session`] answers lines and knows no terminal; [`run`] reads and writes them.

mod tables;
mod talk;

pub use talk::{Options, run};

use crate::card::{Card, Entry, Names, citation};
use crate::model::{Lang, Node, Plan, Role, Str};
use crate::page::short_name;
use crate::search::{Index, Query};
use crate::words::plain::{Plain, plain as words};
use crate::words::who;

/// How many answers are read out at once.
const PAGE: usize = 10;

/// Where the reader is.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Place {
    Query(String),
    Node(Node),
    Matrix,
    Figures,
    Targets,
}

/// A line of an answer, with the node that a number opens.
struct Line(Option<Node>, String);

/// What a line of the reader leads to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reply {
    /// What is said, one fact a line.
    pub lines: Vec<String>,
    /// The node that was opened.
    pub opened: Option<Node>,
    /// The reader wants to leave.
    pub quit: bool,
}

impl Reply {
    fn say(line: impl Into<String>) -> Reply {
        Reply {
            lines: vec![line.into()],
            ..Reply::default()
        }
    }
}

/// A reader's way through the plan.
pub struct Session<'a> {
    plan: &'a Plan,
    index: &'a Index,
    names: Names,
    trail: Vec<Place>,
    /// What was numbered, and how far it was read out.
    numbered: Vec<Node>,
    waiting: Vec<Line>,
}

impl<'a> Session<'a> {
    /// A way that begins.
    #[must_use]
    pub fn new(plan: &'a Plan, index: &'a Index, names: Names) -> Session<'a> {
        Session {
            plan,
            index,
            names,
            trail: Vec::new(),
            numbered: Vec::new(),
            waiting: Vec::new(),
        }
    }

    fn lang(&self) -> Lang {
        self.names.lang
    }

    fn words(&self) -> &'static Plain {
        words(self.lang())
    }

    /// What is said at the start.
    #[must_use]
    pub fn welcome(&self) -> Vec<String> {
        let info = self.plan.info();
        let compiled = who::date(self.lang(), info.compiled);
        (self.words().welcome)(&self.names.name(&info.name), info.from, info.to, &compiled)
    }

    /// Answers a line.
    pub fn answer(&mut self, line: &str) -> Reply {
        let line = narrow(Str::clean(line).trim());
        match line.as_str() {
            "" => Reply {
                lines: self.more(),
                ..Reply::default()
            },
            "q" | "Q" => Reply {
                quit: true,
                ..Reply::default()
            },
            "?" => Reply {
                lines: self
                    .words()
                    .help
                    .iter()
                    .map(|&line| line.to_owned())
                    .collect(),
                ..Reply::default()
            },
            "<" => self.back(),
            _ if line.chars().all(|c| c.is_ascii_digit()) => self.number(&line),
            _ => match line.strip_prefix(':') {
                Some(rest) => self.command(rest.trim()),
                // An exact id opens that node.
                None => match self.plan.find(&line) {
                    Some(node) => self.open(Place::Node(node)),
                    None => self.open(Place::Query(line)),
                },
            },
        }
    }

    fn command(&mut self, word: &str) -> Reply {
        match word {
            "m" => self.open(Place::Matrix),
            "i" => self.open(Place::Figures),
            "d" => self.open(Place::Targets),
            "z" => {
                self.names.lang = self.lang().other();
                let mut reply = Reply::say(self.words().language);
                if let Some(place) = self.trail.last().cloned() {
                    reply.lines.extend(self.tell(&place));
                }
                reply
            }
            "y" => match self.trail.last() {
                Some(Place::Node(node)) => Reply::say(citation(self.plan, *node, self.names)),
                Some(Place::Query(_) | Place::Matrix | Place::Figures | Place::Targets) | None => {
                    Reply::say(self.words().nothing_open)
                }
            },
            _ => match self.plan.find(word) {
                Some(node) => self.open(Place::Node(node)),
                None => Reply::say((self.words().no_id)(word)),
            },
        }
    }

    /// Opens the answer with this number; a number that is none may be a query, such as a year.
    fn number(&mut self, line: &str) -> Reply {
        let number: Option<usize> = line.parse().ok();
        let node = number
            .and_then(|number| self.numbered.get(number.checked_sub(1)?))
            .copied();
        match node {
            Some(node) => self.open(Place::Node(node)),
            None if self.numbered.is_empty() => Reply::say(self.words().no_answers),
            None => Reply::say((self.words().no_number)(line, self.numbered.len())),
        }
    }

    fn back(&mut self) -> Reply {
        self.trail.pop();
        if let Some(place) = self.trail.last().cloned() {
            let lines = self.tell(&place);
            Reply {
                lines,
                ..Reply::default()
            }
        } else {
            self.numbered.clear();
            self.waiting.clear();
            Reply::say(self.words().first)
        }
    }

    fn open(&mut self, place: Place) -> Reply {
        let lines = self.tell(&place);
        let opened = match place {
            Place::Node(node) => Some(node),
            Place::Query(_) | Place::Matrix | Place::Figures | Place::Targets => None,
        };
        if self.trail.last() != Some(&place) {
            self.trail.push(place);
        }
        Reply {
            lines,
            opened,
            quit: false,
        }
    }

    /// The beginning of what is to be said of a place.
    fn tell(&mut self, place: &Place) -> Vec<String> {
        let (mut head, lines, page) = match place {
            Place::Query(query) => {
                let (head, lines) = self.found(query);
                (head, lines, PAGE)
            }
            Place::Node(node) => {
                let (head, lines) = self.card(*node);
                (head, lines, usize::MAX)
            }
            Place::Matrix => {
                let (head, lines) = self.matrix();
                (head, lines, PAGE)
            }
            Place::Figures => (
                vec![self.words().indicators.to_owned()],
                self.figures(),
                PAGE,
            ),
            Place::Targets => (vec![self.words().targets.to_owned()], self.targets(), PAGE),
        };
        self.numbered.clear();
        self.waiting = lines;
        head.extend(self.read(page));
        head
    }

    /// What comes next.
    fn more(&mut self) -> Vec<String> {
        self.read(PAGE)
    }

    /// The next lines, numbered on; how many more there are.
    fn read(&mut self, count: usize) -> Vec<String> {
        let rest = self.waiting.split_off(count.min(self.waiting.len()));
        let mut said = Vec::new();
        for Line(node, text) in std::mem::replace(&mut self.waiting, rest) {
            match node {
                Some(node) => {
                    self.numbered.push(node);
                    said.push(format!("{}. {text}", self.numbered.len()));
                }
                None => said.push(text),
            }
        }
        if !self.waiting.is_empty() {
            said.push((self.words().more)(self.waiting.len()));
        }
        said
    }

    fn found(&self, input: &str) -> (Vec<String>, Vec<Line>) {
        let words = self.words();
        let query = Query::parse(input);
        let found = self.index.search(self.plan, &query);
        let notes = found
            .notes
            .iter()
            .map(|note| crate::card::note(note, self.lang()));
        let mut head: Vec<String> = notes.collect();
        if found.hits.is_empty() {
            head.push((words.nothing)(input));
            return (head, Vec::new());
        }
        head.push((words.answers)(found.hits.len(), input));
        let lines = found
            .hits
            .iter()
            .map(|hit| Line(Some(hit.node), self.brief(hit.node)));
        (head, lines.collect())
    }

    /// A node in one sentence: its kind, id and name, and who leads.
    fn brief(&self, node: Node) -> String {
        let (lang, words) = (self.lang(), who::who(self.lang()));
        let kind = crate::card::kind(self.plan, node, lang);
        let name = self.names.name(self.plan.name(node));
        let sign = match node {
            Node::Plan => "",
            Node::Item(_) | Node::Document(_) => self.plan.id(node),
            Node::Body(id) => &self.plan[id].abbr,
        };
        let gap = if sign.is_empty() { "" } else { " " };
        let mut line = format!("{kind}{gap}{sign}{}{name}", words.colon);
        let rows = self.plan.responsible(node).iter();
        let leads: Vec<String> = rows
            .filter(|one| one.shown().role == Role::Lead)
            .map(|one| short_name(self.plan, one.body, self.lang()))
            .collect();
        if !leads.is_empty() {
            let leads = leads.join(words.list);
            line.extend([self.words().then, words.lead, words.colon, &leads]);
        }
        line.push_str(self.words().stop);
        line
    }

    /// Everything about a node: a sentence a fact.
    fn card(&self, node: Node) -> (Vec<String>, Vec<Line>) {
        let words = who::who(self.lang());
        let card = Card::of(self.plan, node, self.names);
        let gap = if node == Node::Plan {
            String::new()
        } else {
            format!(" {}", card.id)
        };
        let stop = self.words().stop;
        let mut head = vec![format!(
            "{}{gap}{}{}{stop}",
            card.kind, words.colon, card.name
        )];
        if let Some(other) = &card.other {
            head.push(format!(
                "{}{}{other}{stop}",
                self.words().other_name,
                words.colon
            ));
        }
        let mut lines = Vec::new();
        for section in &card.sections {
            for entry in &section.entries {
                let text = self.sentence(said(entry));
                lines.push(Line(
                    entry.link,
                    format!("{}{}{text}", section.label, words.colon),
                ));
                lines.extend(
                    entry
                        .more
                        .iter()
                        .map(|more| Line(None, self.sentence(more.clone()))),
                );
            }
        }
        if node == Node::Plan {
            lines.extend(self.holdings());
        }
        (head, lines)
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

fn said(entry: &Entry) -> String {
    match &entry.address {
        None => entry.text.clone(),
        Some(address) if entry.text.is_empty() => address.clone(),
        Some(address) => format!("{} {address}", entry.text),
    }
}

/// Full-width signs and digits of an input method as their ASCII keys, if they are all there is.
fn narrow(line: &str) -> String {
    let ascii = |c: char| match c {
        '＜' | '〈' | '《' => '<',
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(u32::from(c) - 0xfee0).expect("the ASCII range is one of characters")
        }
        other => other,
    };
    let narrowed: String = line.chars().map(ascii).collect();
    let sign = narrowed.starts_with(':') || narrowed.chars().all(|c| c.is_ascii_punctuation());
    let number = narrowed.chars().all(|c| c.is_ascii_digit());
    if sign || number || narrowed.len() == 1 {
        narrowed
    } else {
        line.to_owned()
    }
}
