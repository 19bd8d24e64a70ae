//! What the loop needs from the world outside: the terminal, the saved state, and the plan's files.

use std::io;
use std::sync::mpsc::SyncSender;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::reload::{LoadedPlan, Loading, Reloader, watched};
use super::session::{Host, Input};
use super::state::SavedState;
use super::today;
use super::worker::{Load, send};
use crate::app::{App, Memo, Msg, PlanLoaded};
use crate::cli::error::CliError;
use crate::cli::{self, Explore};
use crate::clipboard::{Between, copy};
use crate::file_watcher::{FileWatcher, Fingerprint};
use crate::i18n::screen::{Saving, screen};
use crate::model::{Date, Lang};
use crate::state::{Change, StateError, StateWriter};
use crate::terminal::{Output, Session, before_end};
use crate::view::Theme;

/// How long the end of a session may be delayed by what has to be written.
const AT_END: Duration = Duration::from_secs(2);
/// How long where a signal or a lost terminal ends it.
const AT_ONCE: Duration = Duration::from_millis(300);

/// The files as they were at the start.
pub(super) struct FilesAtStart {
    pub(super) began: Instant,
    /// How they looked before they were read.
    pub(super) look: Fingerprint,
    /// They are still being read.
    pub(super) loading: Option<Loading>,
    /// Why nothing can be kept, if that is so.
    pub(super) trouble: Option<StateError>,
}

/// The host of an explorer on a terminal.
pub(super) struct LocalHost<'a> {
    asked: &'a Explore,
    terminal: Option<Session>,
    between: Between,
    state: SavedState,
    start: FilesAtStart,
    keeper: Option<Arc<StateWriter>>,
    /// Language and theme at the start: only a change is kept.
    began: (Lang, usize),
    reloader: Reloader,
    watch: Option<FileWatcher>,
    /// The plan is loaded.
    begun: bool,
    first_load: Arc<Mutex<FirstLoad>>,
    /// What could not be kept, as long as the screen has not said so.
    unsaid: Arc<Mutex<Option<String>>>,
}

/// What went wrong in the first load, which runs in the worker.
#[derive(Default)]
struct FirstLoad {
    trouble: Option<StateError>,
    fault: Option<CliError>,
}

impl<'a> LocalHost<'a> {
    pub(super) fn new(
        asked: &'a Explore,
        app: &App,
        state: SavedState,
        mut start: FilesAtStart,
        inputs: SyncSender<Input>,
    ) -> LocalHost<'a> {
        let first_load = FirstLoad {
            trouble: start.trouble.take(),
            fault: None,
        };
        LocalHost {
            asked,
            terminal: None,
            between: Between::default(),
            state,
            start,
            keeper: None,
            began: (app.chosen_lang(), app.theme()),
            reloader: Reloader::new(&asked.settings, app, inputs),
            watch: None,
            begun: false,
            first_load: Arc::new(Mutex::new(first_load)),
            unsaid: Arc::default(),
        }
    }

    /// Takes over the terminal; `between` is what stands between it and the program.
    pub(super) fn on(mut self, terminal: Session, between: Between) -> LocalHost<'a> {
        (self.terminal, self.between) = (Some(terminal), between);
        self
    }

    /// Why there is no plan.
    pub(super) fn fault(&self) -> Option<CliError> {
        self.first_load().fault.take()
    }

    fn first_load(&self) -> MutexGuard<'_, FirstLoad> {
        lock(&self.first_load)
    }

    /// The plan is there: begins to keep the state and to watch the files. Returns what the user has
    /// to know.
    fn begin(&mut self, app: &App) -> Option<String> {
        self.begun = true;
        self.asked.log.note(&format!(
            "{} nodes ready in {} ms",
            app.plan().size(),
            self.start.began.elapsed().as_millis()
        ));
        let trouble = self.first_load().trouble.take();
        let note = trouble.as_ref().map(|trouble| trouble.render(app.lang()));
        let fails = self.state.saving(trouble.as_ref()) == Saving::Fails;
        self.keeper = self.state.store.clone().map(|store| {
            let (reloader, unsaid) = (self.reloader.clone(), Arc::clone(&self.unsaid));
            let report = move |trouble: &StateError| {
                let text = trouble.render(reloader.lang());
                *lock(&unsaid) = Some(text.clone());
                reloader.note(text);
            };
            let plan = &app.plan().info().id;
            Arc::new(StateWriter::new(store, plan, fails, report))
        });
        if let Some(keeper) = self.keeper.clone() {
            before_end(move || {
                keeper.finish(AT_ONCE);
            });
        }
        let (files, look) = (watched(&self.asked.settings), self.start.look.clone());
        let (mut reloader, mut shower) = (self.reloader.clone(), self.reloader.clone());
        let load = move || reloader.read();
        self.watch = FileWatcher::start(&files, look, load, move |outcome| shower.show(outcome));
        note
    }

    /// What is to be kept if the session ends now.
    fn last(&self, app: &App) -> Vec<Change> {
        let mut last = Vec::new();
        let (lang, theme) = self.began;
        if app.chosen_lang() != lang {
            last.push(Change::Lang(app.chosen_lang()));
        }
        if app.theme() != theme {
            let name = Theme::numbered(app.theme()).name;
            last.push(Change::Theme(name.to_owned()));
        }
        if !self.state.print {
            let place = app.place();
            if !place.query.is_empty() {
                last.push(Change::Memo(Memo::Asked(place.query.clone())));
            }
            last.push(Change::Place(place));
        }
        last
    }

    /// Restores the terminal, then has everything kept that is to be kept. What is not is said on standard
    /// error, unless the screen has said it.
    pub(super) fn finish(&mut self) {
        self.terminal = None;
        let Some(keeper) = &self.keeper else {
            return;
        };
        let lang = self.reloader.lang();
        let trouble = keeper.finish(AT_END);
        let trouble = trouble.map(|trouble| trouble.render(lang));
        if let Some(said) = trouble.or_else(|| lock(&self.unsaid).take()) {
            let _ = cli::end(CliError::new(said), lang);
        }
    }
}

impl Host for LocalHost<'_> {
    fn today(&self) -> Option<Date> {
        today(&self.asked.settings)
    }

    fn load(&mut self) -> Option<Load> {
        let mut reloader = self.reloader.clone();
        if self.begun {
            return Some(Box::new(move |report| reloader.reload(report)));
        }
        let (loading, state) = (self.start.loading.take()?, self.state.clone());
        let first_load = Arc::clone(&self.first_load);
        let inputs = self.reloader.inputs().clone();
        Some(Box::new(move |report| {
            let LoadedPlan { plan, index } = match loading.follow(report)? {
                Ok(loaded) => loaded,
                Err(fault) => {
                    lock(&first_load).fault = Some(fault);
                    return Some(Msg::Unreadable);
                }
            };
            let recalled = state.recall(&plan.info().id);
            if recalled.error.is_some() {
                lock(&first_load).trouble = recalled.error;
            }
            if report.is_cancelled() {
                return None;
            }
            let memory = recalled.memory;
            send(
                &inputs,
                Msg::Arrived(Box::new(PlanLoaded {
                    plan,
                    index,
                    place: memory.place,
                    bookmarks: memory.bookmarks,
                    queries: memory.queries,
                    first_start: recalled.first,
                })),
            );
            None
        }))
    }

    fn remember(&mut self, memo: &Memo) -> Option<String> {
        let mut saving = self.state.saving(None);
        if let Some(keeper) = &self.keeper {
            keeper.keep(Change::Memo(memo.clone()));
            if keeper.fails() {
                saving = Saving::Fails;
            }
        }
        let set = match memo {
            _ if saving == Saving::Works => return None,
            Memo::Marked(_) => true,
            Memo::Unmarked(_) => false,
            Memo::Asked(_) => return None,
        };
        Some(
            screen(self.reloader.lang())
                .bookmark(set, saving)
                .to_owned(),
        )
    }

    fn applied(&mut self, app: &App) -> Option<String> {
        let ready = !self.begun && !app.is_opening();
        let note = ready.then(|| self.begin(app)).flatten();
        self.reloader.shows(app);
        if let Some(notice) = app.notice() {
            let mut unsaid = lock(&self.unsaid);
            *unsaid = unsaid.take().filter(|text| *text != notice.title);
        }
        if let Some(keeper) = &self.keeper {
            keeper.keep_at_end(self.last(app));
        }
        note
    }

    fn copy(&mut self, text: &str) -> io::Result<()> {
        // The state keeps what it copies within what a terminal takes.
        match (&self.terminal, copy(text, self.between)) {
            (Some(terminal), Some(sequence)) => terminal.output().write(&sequence),
            _ => Ok(()),
        }
    }

    fn suspend(&mut self) -> io::Result<bool> {
        self.terminal.as_ref().map_or(Ok(false), Session::suspend)
    }

    fn resume(&mut self) -> io::Result<()> {
        self.terminal.as_ref().map_or(Ok(()), Session::resume)
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
