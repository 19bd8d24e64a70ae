//! Plain mode with its host: standard input and output, the saved state, and the plan's files.

use std::io::{IsTerminal, Read, stderr, stdin};
use std::sync::Arc;
use std::time::Duration;

use super::reload::{LoadedPlan, files, read_all, stays, watched};
use super::session::Ending;
use super::state::{SavedState, lang};
use super::{Ended, end, logged, today};
use crate::app::Memo;
use crate::cli::Explore;
use crate::cli::error::CliError;
use crate::cli::output::standard_output;
use crate::config::{Env, Settings, utf8};
use crate::describe::Names;
use crate::files::is_stdin;
use crate::i18n::screen::{Saving, screen};
use crate::i18n::term::term;
use crate::model::{Date, Lang, Plan};
use crate::plain::{self, Host, PlainSession, Request, Start};
use crate::search::LazyIndex;
use crate::state::{Change, Store};
use crate::terminal::controlling_terminal;

/// Plain mode. What is said goes to standard output, unless that waits for the chosen id.
pub(super) fn run_plain(asked: &Explore, env: Env) -> Result<u8, CliError> {
    let settings = &asked.settings;
    let LoadedPlan { plan, index } = read_all(settings)?;
    let state = SavedState::new(asked, env);
    let recalled = state.recall(&plan.info().id);
    let memory = recalled.memory;
    let ascii = settings.ascii.value || !utf8(env);
    // Chinese sentences in pinyin can hardly be read; names are bad enough.
    let lang = if ascii {
        Lang::En
    } else {
        lang(&memory, settings)
    };
    let start = Start {
        names: Names {
            lang,
            both: settings.both && !ascii,
        },
        today: today(settings),
        bookmarks: memory.bookmarks,
        saving: state.saving(recalled.error.as_ref()),
        queries: memory.queries,
    };
    let (input, prompt) = input(settings)?;
    let minutes = u64::from(settings.idle.value);
    let how = plain::TalkOptions {
        query: asked.query.clone(),
        prompt,
        print: asked.print,
        ascii,
        idle: (minutes > 0).then(|| Duration::from_secs(60 * minutes)),
        note: recalled.error.as_ref().map(|one| one.render(lang)),
    };
    let mut session = PlainSession::new(plan, index, start);
    let mut host = PlainHost {
        settings,
        store: state.store,
        reported: recalled.error.is_some(),
    };
    let input = std::io::BufReader::new(input);
    let chosen = if asked.print {
        plain::run(&mut session, &mut host, &how, input, &mut stderr())
    } else {
        plain::run(&mut session, &mut host, &how, input, &mut standard_output())
    };
    let ending = match chosen.map_err(CliError::Output)? {
        Some(node) => Ending::Chosen(session.plan().id(node).to_owned()),
        None => Ending::Quit,
    };
    asked.log.note(logged(&ending));
    let (name, lang) = (String::new(), session.lang());
    Ok(end(asked.print, &Ended { ending, name, lang }))
}

/// Where lines come from, and whether that is a terminal: the terminal itself, if standard input is
/// the plan.
fn input(settings: &Settings) -> Result<(Box<dyn Read + Send>, bool), CliError> {
    if !files(settings).iter().any(|path| is_stdin(path)) {
        return Ok((Box::new(stdin()), stdin().is_terminal()));
    }
    let terminal = controlling_terminal();
    let terminal = terminal.map_err(|_| CliError::new(term(settings.lang.value).no_terminal))?;
    Ok((Box::new(terminal), true))
}

/// The host of plain mode.
struct PlainHost<'a> {
    settings: &'a Settings,
    store: Option<Store>,
    /// A state that cannot be written was reported.
    reported: bool,
}

impl Host for PlainHost<'_> {
    fn today(&self) -> Option<Date> {
        today(self.settings)
    }

    /// It is written at once, and under the same lock as by the explorer.
    fn keep(&mut self, request: &Request, session: &mut PlainSession) -> Option<String> {
        let change = match request.clone() {
            Request::Asked(query) => Change::Memo(Memo::Asked(query)),
            Request::Marked(id) => Change::Memo(Memo::Marked(id)),
            Request::Unmarked(id) => Change::Memo(Memo::Unmarked(id)),
            Request::Lang(lang) => Change::Lang(lang),
            Request::Reload => return None,
        };
        let plan = &session.plan().info().id;
        let (trouble, saving) = match self.store.as_ref()?.change(plan, &[change]) {
            Ok(trouble) => (trouble, Saving::Works),
            Err(trouble) => (Some(trouble), Saving::Fails),
        };
        session.set_saving(saving);
        let trouble = trouble?;
        let again = std::mem::replace(&mut self.reported, true);
        (!again).then(|| trouble.render(session.lang()))
    }

    fn read_again(&mut self, lang: Lang) -> Result<(Arc<Plan>, Arc<LazyIndex>), String> {
        if self.settings.kiosk {
            return Err(screen(lang).not_in_kiosk.to_owned());
        }
        if !files(self.settings).is_empty() && watched(self.settings).is_empty() {
            return Err(screen(lang).read_once.to_owned());
        }
        let mut settings = self.settings.clone();
        settings.lang.value = lang;
        let LoadedPlan { plan, index } = read_all(&settings).map_err(|fault| stays(fault, lang))?;
        Ok((plan, index))
    }
}
