//! The conversation: lines in, answers out, until the reader leaves.

use std::io::{self, BufRead, Read, Write};
use std::sync::Arc;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::Duration;

use super::{PlainSession, Reply, Request};
use crate::model::{Date, Lang, Node, Plan};
use crate::page::plain as ascii;
use crate::search::LazyIndex;

/// The longest line that is taken as one.
const LONGEST: u64 = 4096;

/// How a session is run.
#[derive(Clone, Debug, Default)]
pub struct TalkOptions {
    /// The first query; may be empty.
    pub query: String,
    /// Show a prompt, for input that is typed.
    pub prompt: bool,
    /// Leave when an answer is opened.
    pub print: bool,
    /// Say it in ASCII, Chinese in pinyin.
    pub ascii: bool,
    /// What there is to say before all else.
    pub note: Option<String>,
    /// End when so long nothing was typed.
    pub idle: Option<Duration>,
}

/// What a session wants of the world outside is done by a host.
pub trait Host {
    /// Today, asked before each answer: a session may see several days. `None` leaves it.
    fn today(&self) -> Option<Date> {
        None
    }

    /// Keeps something for later sessions. Returns a message for the reader, if there is one.
    fn keep(&mut self, request: &Request, session: &mut PlainSession) -> Option<String>;

    /// Reads the files again.
    ///
    /// # Errors
    /// They cannot be read, or something is wrong in them: one line.
    fn read_again(&mut self, lang: Lang) -> Result<(Arc<Plan>, Arc<LazyIndex>), String>;
}

/// Answers lines until the reader leaves, input ends, or nothing is typed for too long. The node
/// that was chosen, if that is what was asked for.
///
/// # Errors
/// Output failed.
pub fn run(
    session: &mut PlainSession,
    host: &mut impl Host,
    options: &TalkOptions,
    input: impl BufRead + Send + 'static,
    out: &mut impl Write,
) -> io::Result<Option<Node>> {
    let say = |out: &mut dyn Write, lines: &[String]| -> io::Result<()> {
        lines.iter().try_for_each(|line| {
            let line = if options.ascii {
                ascii(line)
            } else {
                line.into()
            };
            writeln!(out, "{line}")
        })
    };
    let (send, lines) = mpsc::channel();
    std::thread::spawn(move || {
        let mut input = input;
        while let Some(line) = next_line(&mut input) {
            if send.send(line).is_err() {
                return;
            }
        }
    });
    say(out, &session.welcome())?;
    say(out, options.note.as_slice())?;
    let mut line = Some(options.query.clone()).filter(|query| !query.is_empty());
    let prompt = if options.prompt {
        session.words().prompt
    } else {
        ""
    };
    loop {
        if line.is_none() {
            write!(out, "{prompt}")?;
            out.flush()?;
            line = wait(&lines, options.idle, || {
                say(out, &[session.words().idle.to_owned()]).and_then(|()| out.flush())
            })?;
        }
        let Some(asked) = line.take() else {
            return Ok(None);
        };
        let Reply {
            lines: said,
            opened,
            request,
            quit,
        } = {
            session.set_today(host.today());
            session.answer(&asked)
        };
        if options.print && opened.is_some() {
            return Ok(opened);
        }
        say(out, &said)?;
        out.flush()?;
        // What is kept is kept after it is said: a slow disk holds no answer.
        if let Some(request) = request {
            say(out, &fulfil(session, host, &request))?;
        }
        if quit {
            return Ok(None);
        }
    }
}

/// Has the host do what is requested. Returns the messages for the reader.
fn fulfil(session: &mut PlainSession, host: &mut impl Host, request: &Request) -> Vec<String> {
    match request {
        Request::Reload => match host.read_again(session.lang()) {
            Ok((plan, index)) => session.replace(plan, index),
            Err(said) => vec![said],
        },
        Request::Asked(_) | Request::Marked(_) | Request::Unmarked(_) | Request::Lang(_) => {
            host.keep(request, session).into_iter().collect()
        }
    }
}

/// The next line of input, warned of a minute before the wait is over.
fn wait(
    lines: &mpsc::Receiver<String>,
    idle: Option<Duration>,
    warn: impl FnOnce() -> io::Result<()>,
) -> io::Result<Option<String>> {
    const MINUTE: Duration = Duration::from_mins(1);
    let Some(idle) = idle else {
        return Ok(lines.recv().ok());
    };
    match lines.recv_timeout(idle.saturating_sub(MINUTE)) {
        Ok(line) => Ok(Some(line)),
        Err(RecvTimeoutError::Disconnected) => Ok(None),
        Err(RecvTimeoutError::Timeout) => {
            warn()?;
            Ok(lines.recv_timeout(idle.min(MINUTE)).ok())
        }
    }
}

/// A line of input without its end; what is longer than a line can be is cut off.
fn next_line(input: &mut impl BufRead) -> Option<String> {
    let mut bytes = Vec::new();
    input
        .by_ref()
        .take(LONGEST)
        .read_until(b'\n', &mut bytes)
        .ok()
        .filter(|read| *read > 0)?;
    if bytes.last() != Some(&b'\n') && bytes.len() as u64 == LONGEST {
        input.skip_until(b'\n').ok()?;
    }
    Some(
        String::from_utf8_lossy(&bytes)
            .trim_end_matches(['\n', '\r'])
            .to_owned(),
    )
}
