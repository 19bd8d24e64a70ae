//! The table of what can be typed beside a query and a number, and what it does. Help and man page
//! follow from it. A row is called as the key of the explorer that does the same.

use super::{PAGE, Place, Reply, Session, Wish};
use crate::card::{citation, markdown};
use crate::model::{BasisFilter, Lang, Node};
use crate::words::commands::{Commands, commands};
use crate::words::plain::plain as words;
use crate::words::who;

/// What can be typed, and what is said of it.
#[derive(Debug)]
pub struct Command {
    /// The name of the explorer's key that does the same.
    pub name: &'static str,
    /// What is typed.
    pub typed: &'static str,
    /// What it does.
    pub(super) does: Does,
    /// The help; it goes on from what is typed.
    pub help: fn(&Commands) -> &'static str,
}

/// What a command does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Does {
    More,
    Back,
    Forward,
    Who,
    Matrix,
    Charts,
    Years,
    Basis,
    Lang,
    Cite,
    Copy,
    Bookmark,
    Bookmarks,
    Earlier,
    Reload,
    Help,
    Quit,
}

const fn row(
    name: &'static str,
    typed: &'static str,
    does: Does,
    help: fn(&Commands) -> &'static str,
) -> Command {
    Command {
        name,
        typed,
        does,
        help,
    }
}

/// All of them, in the order of the help.
#[rustfmt::skip]
pub static COMMANDS: &[Command] = &[
    row("page-down", "", Does::More, |w| w.more),
    row("back", "<", Does::Back, |w| w.back),
    row("forward", ">", Does::Forward, |w| w.forward),
    row("who", ":w", Does::Who, |w| w.who),
    row("matrix", ":m", Does::Matrix, |w| w.matrix),
    row("charts", ":i", Does::Charts, |w| w.charts),
    row("years", ":d", Does::Years, |w| w.years),
    row("basis", ":e", Does::Basis, |w| w.basis),
    row("bookmark", ":b", Does::Bookmark, |w| w.bookmark),
    row("bookmarks", ":'", Does::Bookmarks, |w| w.bookmarks),
    row("earlier", ":h", Does::Earlier, |w| w.earlier),
    row("cite", ":y", Does::Cite, |w| w.cite),
    row("copy", ":Y", Does::Copy, |w| w.copy),
    row("language", ":z", Does::Lang, |w| w.language),
    row("reload", ":r", Does::Reload, |w| w.reload),
    row("help", "?", Does::Help, |w| w.help),
    row("quit", "q", Does::Quit, |w| w.quit),
];

/// The command that a line is, and what stands behind it. Capitals are forgiven.
pub(super) fn find(line: &str) -> Option<(Does, &str)> {
    let (first, rest) = line.split_once(' ').unwrap_or((line, ""));
    let small = first.to_lowercase();
    let called = |typed: &str| COMMANDS.iter().find(|command| command.typed == typed);
    let does = called(first).or_else(|| called(&small))?.does;
    let rest = rest.trim();
    (rest.is_empty() || does == Does::Matrix).then_some((does, rest))
}

/// What can be typed, a line each.
#[must_use]
pub fn help(lang: Lang) -> Vec<String> {
    let line = |command: &Command| {
        let help = (command.help)(commands(lang));
        format!("{} {help}", command.typed).trim_start().to_owned()
    };
    let general = words(lang).help.iter().map(|&line| line.to_owned());
    general.chain(COMMANDS.iter().map(line)).collect()
}

impl Session {
    /// `text` with what is typed in the place of the names of keys: `{bookmark}`.
    pub(super) fn keyed(text: &str) -> String {
        COMMANDS.iter().fold(text.to_owned(), |text, command| {
            text.replace(&format!("{{{}}}", command.name), command.typed)
        })
    }

    pub(super) fn perform(&mut self, does: Does, rest: &str) -> Reply {
        match does {
            Does::More => match self.read(PAGE) {
                lines if lines.is_empty() => Reply::say(self.words().no_more),
                lines => Reply::lines(lines),
            },
            Does::Back => self.back(),
            Does::Forward => self.forward(),
            Does::Who => self.about(|session, node| {
                session.open(match node {
                    Node::Plan | Node::Item(_) => Place::Who(node),
                    Node::Body(_) | Node::Document(_) => Place::Node(node),
                })
            }),
            Does::Matrix => self.open_matrix(rest),
            Does::Charts => self.open(Place::Figures),
            Does::Years => self.open(Place::Targets),
            Does::Basis => self.next_basis(),
            Does::Lang => self.other_language(),
            Does::Cite => self
                .about(|session, node| Reply::say(citation(&session.plan, node, session.names()))),
            Does::Copy => self.about(|session, node| {
                let text = markdown(&session.plan, node, session.names(), 1);
                Reply::lines(text.lines().map(str::to_owned).collect())
            }),
            Does::Bookmark => self.about(Session::bookmark),
            Does::Bookmarks => self.open(Place::Bookmarks),
            Does::Earlier => self.open(Place::Earlier),
            Does::Reload => Reply {
                wish: Some(Wish::Reload),
                ..Reply::default()
            },
            Does::Help => Reply::lines(help(self.lang())),
            Does::Quit => Reply {
                quit: true,
                ..Reply::default()
            },
        }
    }

    /// The matrix of a kind that is named, or of all.
    fn open_matrix(&mut self, kind: &str) -> Reply {
        let ids: Vec<&str> = self.plan.kinds().map(|(_, one)| &*one.id).collect();
        let known = ids.iter().find(|id| id.eq_ignore_ascii_case(kind));
        match (kind, known) {
            ("", _) => self.open(Place::Matrix(None)),
            (_, Some(&id)) => {
                let id = id.to_owned();
                self.open(Place::Matrix(Some(id)))
            }
            (kind, None) => {
                let known = ids.join(who::who(self.lang()).list);
                Reply::say((self.words().no_kind)(kind, &known))
            }
        }
    }

    /// Does something with the node that is open, if one is.
    fn about(&mut self, act: impl FnOnce(&mut Session, Node) -> Reply) -> Reply {
        match self.trail.last() {
            Some(&(Place::Node(node) | Place::Who(node))) => act(self, node),
            Some(
                Place::Query(_)
                | Place::Matrix(_)
                | Place::Figures
                | Place::Targets
                | Place::Bookmarks
                | Place::Earlier,
            )
            | None => Reply::say(self.words().nothing_open),
        }
    }

    fn bookmark(&mut self, node: Node) -> Reply {
        let id = self.plan.id(node).to_owned();
        let screen = self.screen();
        let marks = &mut self.start.bookmarks;
        let (said, wish) = if marks.contains(&id) {
            marks.retain(|mark| *mark != id);
            (screen.unbookmarked, Wish::Unmarked(id))
        } else {
            marks.push(id.clone());
            (screen.bookmarked, Wish::Marked(id))
        };
        Reply {
            wish: Some(wish),
            ..Reply::say(Self::keyed(said))
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
            wish: Some(Wish::Lang(self.lang())),
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
