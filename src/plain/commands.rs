//! The table of what can be typed beside a query and a number, and what it does. Help and man page
//! follow from it. A row is called as the key of the explorer that does the same.

use super::{PAGE, Reply, Request, Session, Topic};
use crate::describe::{DescribeOptions, citation, markdown};
use crate::model::{BasisFilter, Lang, Node, half_width};
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
    pub(super) action: Action,
    /// The help in both languages; it goes on from what is typed.
    pub help: [&'static str; 2],
}

/// What a command does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Action {
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
    action: Action,
    help: [&'static str; 2],
) -> Command {
    Command {
        name,
        typed,
        action,
        help,
    }
}

/// All of them, in the order of the help.
#[rustfmt::skip]
pub static COMMANDS: &[Command] = &[
    row("page-down", "", Action::More, ["An empty line: more answers.", "直接回车：更多答案。"]),
    row("back", "<", Action::Back, ["goes back.", "返回。"]),
    row("forward", ">", Action::Forward, ["goes forward again.", "前进。"]),
    row("who", ":w", Action::Who, ["says who answers for what is open, with all evidence.", "说明所打开内容由谁负责，列出全部依据。"]),
    row("matrix", ":m", Action::Matrix, ["says who answers for what, body by body; with a kind behind it only for that kind.", "按机构说明各自负责什么；后加类别则只说该类。"]),
    row("charts", ":i", Action::Charts, ["reads the figures of all that is measured.", "读出所有指标的数值。"]),
    row("years", ":d", Action::Years, ["reads the targets, year by year.", "按年份读出各项目标。"]),
    row("basis", ":e", Action::Basis, ["changes which responsibilities count: all, documented, assigned here.", "切换所列的责任：全部、有文件依据、本单位安排。"]),
    row("bookmark", ":b", Action::Bookmark, ["sets a bookmark on what is open, or removes it.", "给所打开内容加书签，或去掉书签。"]),
    row("bookmarks", ":'", Action::Bookmarks, ["lists the bookmarks.", "列出书签。"]),
    row("earlier", ":h", Action::Earlier, ["lists earlier queries; a number asks one again.", "列出历史查询；输入编号即再查一次。"]),
    row("cite", ":y", Action::Cite, ["says how to cite what is open.", "给出所打开内容的引用格式。"]),
    row("copy", ":Y", Action::Copy, ["reads all of it as Markdown.", "以 Markdown 读出全文。"]),
    row("language", ":z", Action::Lang, ["changes the language.", "切换语言。"]),
    row("reload", ":r", Action::Reload, ["reads the files again and says what changed.", "重新读取文件，并说明变动。"]),
    row("help", "?", Action::Help, ["says all this.", "读出以上各项。"]),
    row("quit", "q", Action::Quit, ["or the end of input quits.", "或输入结束即退出。"]),
];

/// The command that a line is, and what stands behind it. Capitals are forgiven.
pub(super) fn find(line: &str) -> Option<(Action, &str)> {
    let (first, rest) = line.split_once(' ').unwrap_or((line, ""));
    let small = first.to_lowercase();
    let called = |typed: &str| COMMANDS.iter().find(|command| command.typed == typed);
    let action = called(first).or_else(|| called(&small))?.action;
    let rest = rest.trim();
    (rest.is_empty() || action == Action::Matrix).then_some((action, rest))
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
    let line = |command: &Command| {
        let help = match lang {
            Lang::En => command.help[0],
            Lang::Zh => command.help[1],
        };
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

    pub(super) fn perform(&mut self, action: Action, rest: &str) -> Reply {
        match action {
            Action::More => match self.read(PAGE) {
                lines if lines.is_empty() => Reply::say(self.words().no_more),
                lines => Reply::lines(lines),
            },
            Action::Back => self.back(),
            Action::Forward => self.forward(),
            Action::Who => self.about(|session, node| {
                session.open(match node {
                    Node::Plan | Node::Item(_) => Topic::Who(node),
                    Node::Body(_) | Node::Document(_) => Topic::Node(node),
                })
            }),
            Action::Matrix => self.open_matrix(rest),
            Action::Charts => self.open(Topic::Figures),
            Action::Years => self.open(Topic::Targets),
            Action::Basis => self.next_basis(),
            Action::Lang => self.other_language(),
            Action::Cite => self
                .about(|session, node| Reply::say(citation(&session.plan, node, session.names()))),
            Action::Copy => self.about(|session, node| {
                let options = DescribeOptions {
                    basis: BasisFilter::All,
                    ..session.options()
                };
                let text = markdown(&session.plan, node, options, 1);
                Reply::lines(text.lines().map(str::to_owned).collect())
            }),
            Action::Bookmark => self.about(Session::bookmark),
            Action::Bookmarks => self.open(Topic::Bookmarks),
            Action::Earlier => self.open(Topic::Earlier),
            Action::Reload => Reply {
                request: Some(Request::Reload),
                ..Reply::default()
            },
            Action::Help => Reply::lines(help(self.lang())),
            Action::Quit => Reply {
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
            ("", _) => self.open(Topic::Matrix(None)),
            (_, Some(&id)) => {
                let id = id.to_owned();
                self.open(Topic::Matrix(Some(id)))
            }
            (kind, None) => {
                let known = ids.join(who::who(self.lang()).list);
                Reply::say((self.words().no_kind)(kind, &known))
            }
        }
    }

    /// Action something with the node that is open, if one is.
    fn about(&mut self, act: impl FnOnce(&mut Session, Node) -> Reply) -> Reply {
        match self.trail.last() {
            Some(&(Topic::Node(node) | Topic::Who(node))) => act(self, node),
            Some(
                Topic::Query(_)
                | Topic::Matrix(_)
                | Topic::Figures
                | Topic::Targets
                | Topic::Bookmarks
                | Topic::Earlier,
            )
            | None => Reply::say(self.words().nothing_open),
        }
    }

    fn bookmark(&mut self, node: Node) -> Reply {
        let id = self.plan.id(node).to_owned();
        let screen = self.screen();
        let marks = &mut self.start.bookmarks;
        let (said, request) = if marks.contains(&id) {
            marks.retain(|mark| *mark != id);
            (screen.unbookmarked, Request::Unmarked(id))
        } else {
            marks.push(id.clone());
            (screen.bookmarked, Request::Marked(id))
        };
        Reply {
            request: Some(request),
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
