//! The table of what can be typed beside a query and a number, and what it does. Help and man page
//! follow from it. A row is called as the key of the explorer that does the same.

use super::{PAGE, PlainSession, Reply, Request, Topic};
use crate::describe::{DescribeOptions, citation, markdown};
use crate::i18n::commands::{Commands, commands};
use crate::i18n::plain::plain as words;
use crate::i18n::who;
use crate::model::{BasisFilter, Lang, Node, half_width};
use crate::query::kind_named;
use crate::query::question::{ends_program, goes_back};

/// What can be typed, and what is said of it.
#[derive(Debug)]
pub struct PlainCommand {
    /// The name of the explorer's key that does the same.
    pub name: &'static str,
    /// What is typed.
    pub typed: &'static str,
    /// What it does, with what stands behind it.
    pub(super) run: fn(&mut PlainSession, &str) -> Reply,
    /// The help; it goes on from what is typed.
    pub help: fn(&Commands) -> &'static str,
}

const fn row(
    name: &'static str,
    typed: &'static str,
    run: fn(&mut PlainSession, &str) -> Reply,
    help: fn(&Commands) -> &'static str,
) -> PlainCommand {
    PlainCommand {
        name,
        typed,
        run,
        help,
    }
}

/// All of them, in the order of the help.
#[rustfmt::skip]
pub static COMMANDS: &[PlainCommand] = &[
    row("page-down", "", |s, _| s.more(), |w| w.more),
    row("back", "<", |s, _| s.back(), |w| w.back),
    row("forward", ">", |s, _| s.forward(), |w| w.forward),
    row("who", ":w", |s, _| s.about(PlainSession::open_who), |w| w.who),
    row("matrix", ":m", PlainSession::open_matrix, |w| w.matrix),
    row("charts", ":i", |s, _| s.open(Topic::Figures), |w| w.charts),
    row("years", ":d", |s, _| s.open(Topic::Targets), |w| w.years),
    row("gaps", ":x", |s, _| s.open(Topic::Gaps), |w| w.gaps),
    row("overview", ":o", |s, _| s.open(Topic::Node(Node::Plan)), |w| w.overview),
    row("basis", ":e", |s, _| s.next_basis(), |w| w.basis),
    row("bookmark", ":b", |s, _| s.about(PlainSession::bookmark), |w| w.bookmark),
    row("bookmarks", ":'", |s, _| s.open(Topic::Bookmarks), |w| w.bookmarks),
    row("earlier", ":h", |s, _| s.open(Topic::Earlier), |w| w.earlier),
    row("cite", ":y", |s, _| s.about(PlainSession::cite), |w| w.cite),
    row("copy", ":Y", |s, _| s.about(PlainSession::copy), |w| w.copy),
    row("language", ":z", |s, _| s.other_language(), |w| w.language),
    row("reload", ":r", |_, _| Reply { request: Some(Request::Reload), ..Reply::default() }, |w| w.reload),
    row("help", "?", |s, _| Reply::lines(help(s.lang())), |w| w.help),
    row("quit", "q", |_, _| Reply { quit: true, ..Reply::default() }, |w| w.quit),
];

/// The command that a line is, and what stands behind it. Capitals are forgiven.
pub(super) fn find(line: &str) -> Option<(&'static PlainCommand, &str)> {
    let line = match line {
        _ if ends_program(line) => "q",
        _ if goes_back(line) => "<",
        _ => line,
    };
    let (first, rest) = line.split_once(' ').unwrap_or((line, ""));
    let small = first.to_lowercase();
    let called = |typed: &str| COMMANDS.iter().find(|command| command.typed == typed);
    let command = called(first).or_else(|| called(&small))?;
    let rest = rest.trim();
    (rest.is_empty() || command.name == "matrix").then_some((command, rest))
}

/// Full-width signs and digits of an input method as their ASCII keys, if they are all there is.
pub(super) fn narrow(line: &str) -> String {
    let ascii = |c: char| match c {
        '＜' | '〈' | '《' => '<',
        '＞' | '〉' | '》' => '>',
        '‘' | '’' => '\'',
        '\u{3000}' => ' ',
        other => half_width(other),
    };
    let narrowed: String = line.chars().map(ascii).collect();
    let sign = narrowed.starts_with(':') || narrowed.chars().all(|c| c.is_ascii_punctuation());
    let number = narrowed.chars().all(|c| c.is_ascii_digit());
    if sign || number || narrowed.chars().count() == 1 {
        narrowed
    } else {
        line.to_owned()
    }
}

/// What can be typed, a line each.
#[must_use]
pub fn help(lang: Lang) -> Vec<String> {
    let line = |command: &PlainCommand| {
        let help = (command.help)(commands(lang));
        format!("{} {help}", command.typed).trim_start().to_owned()
    };
    let general = words(lang).help.iter().map(|&line| line.to_owned());
    general.chain(COMMANDS.iter().map(line)).collect()
}

impl PlainSession {
    /// `text` with what is typed in the place of the names of keys: `{bookmark}`.
    pub(super) fn keyed(text: &str) -> String {
        COMMANDS.iter().fold(text.to_owned(), |text, command| {
            text.replace(&format!("{{{}}}", command.name), command.typed)
        })
    }

    fn more(&mut self) -> Reply {
        match self.read(PAGE) {
            lines if lines.is_empty() => Reply::say(self.words().no_more),
            lines => Reply::lines(lines),
        }
    }

    fn open_who(&mut self, node: Node) -> Reply {
        self.open(match node {
            Node::Plan | Node::Item(_) => Topic::Who(node),
            Node::Body(_) | Node::Document(_) => Topic::Node(node),
        })
    }

    fn cite(&mut self, node: Node) -> Reply {
        Reply::say(citation(&self.plan, node, self.names()))
    }

    fn copy(&mut self, node: Node) -> Reply {
        let options = DescribeOptions {
            basis: BasisFilter::All,
            ..self.options()
        };
        let text = markdown(&self.plan, node, options, 1);
        Reply::lines(text.lines().map(str::to_owned).collect())
    }

    /// The matrix of a kind that is named, or of all.
    fn open_matrix(&mut self, kind: &str) -> Reply {
        let ids: Vec<&str> = self.plan.kinds().map(|(_, one)| &*one.id).collect();
        let named = kind_named(&self.plan, kind).map(|id| &*self.plan[id].id);
        match (kind, named) {
            ("", _) => self.open(Topic::Matrix(None)),
            (_, Some(id)) => {
                let id = id.to_owned();
                self.open(Topic::Matrix(Some(id)))
            }
            (kind, None) => {
                let known = ids.join(who::who(self.lang()).list);
                Reply::say(self.words().no_kind(kind, &known))
            }
        }
    }

    /// Does something with the node that is open, if one is.
    fn about(&mut self, act: impl FnOnce(&mut PlainSession, Node) -> Reply) -> Reply {
        match self.trail.last() {
            Some(&(Topic::Node(node) | Topic::Who(node))) => act(self, node),
            _ => Reply::say(self.words().nothing_open), // no other place is about a node
        }
    }

    fn bookmark(&mut self, node: Node) -> Reply {
        let id = self.plan.id(node).to_owned();
        let screen = self.screen();
        let marks = &mut self.start.bookmarks;
        let (set, request) = if marks.contains(&id) {
            marks.retain(|mark| *mark != id);
            (false, Request::Unmarked(id))
        } else {
            marks.push(id.clone());
            (true, Request::Marked(id))
        };
        Reply {
            request: Some(request),
            ..Reply::say(Self::keyed(screen.bookmark(set, self.start.saving)))
        }
    }

    fn next_basis(&mut self) -> Reply {
        self.basis = self.basis.next();
        let screen = self.screen();
        self.say_and_tell(match self.basis {
            BasisFilter::All => screen.basis_all,
            BasisFilter::Documented => screen.basis_documented,
            BasisFilter::Assigned => screen.basis_assigned,
        })
    }

    fn other_language(&mut self) -> Reply {
        self.start.names.lang = self.lang().other();
        Reply {
            request: Some(Request::Lang(self.lang())),
            ..self.say_and_tell(self.words().language)
        }
    }

    /// Says something, and what is to be said where the reader is.
    fn say_and_tell(&mut self, said: &str) -> Reply {
        let stop = self.words().stop.trim();
        let mut lines = vec![format!("{}{stop}", said.trim_end_matches(stop))];
        if let Some(place) = self.trail.last().cloned() {
            lines.extend(self.tell(&place));
        }
        Reply::lines(lines)
    }
}
