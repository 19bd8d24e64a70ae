//! The world outside of a session: what is kept for the next one, and files that are read again.

use std::ops::ControlFlow;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::past::Past;
use super::reading::{Fresh, Outcome, Reading, Told, files, read};
use crate::app::{App, Arrival, Memo, Msg, Progress};
use crate::cli::Explore;
use crate::cli::error::{CliError, ErrorLine};
use crate::config::Settings;
use crate::model::{Lang, Plan, diff};
use crate::run::{Host, Load, Post, Report};
use crate::state::{Change, Keeper, Trouble};
use crate::term::before_end;
use crate::view::Theme;
use crate::watch::{Look, Read, Watch};
use crate::words::screen::screen;
use crate::words::state::state as words;

/// So long the end may take because of what is to be kept.
const AT_END: Duration = Duration::from_secs(2);
/// So long where it is not asked for: a signal came, or the line is lost.
const AT_ONCE: Duration = Duration::from_millis(300);

/// What a session knows of the world outside.
pub(super) struct Outside<'a> {
    asked: &'a Explore,
    past: Past,
    files: Given,
    keeper: Option<Arc<Keeper>>,
    /// Language and theme at the start: only what was changed since is kept.
    began: (Lang, usize),
    reader: Reader,
    watch: Option<Watch>,
    /// The plan is there, and with it what is kept of it.
    begun: bool,
    /// What there is to say of the first reading.
    said: Arc<Mutex<Said>>,
}

/// The files as they were given.
pub(super) struct Given {
    pub(super) began: Instant,
    /// How they looked before they were read.
    pub(super) look: Look,
    /// They are being read, and nobody waits for it yet.
    pub(super) reading: Option<Reading>,
}

#[derive(Default)]
struct Said {
    /// Why nothing can be kept.
    trouble: Option<Trouble>,
    /// Why there is no plan.
    fault: Option<CliError>,
}

impl<'a> Outside<'a> {
    pub(super) fn new(
        asked: &'a Explore,
        app: &App,
        past: Past,
        files: Given,
        post: Post,
    ) -> Outside<'a> {
        Outside {
            asked,
            past,
            files,
            keeper: None,
            began: (app.chosen_lang(), app.theme()),
            reader: Reader {
                settings: asked.settings.clone(),
                shown: Arc::new(Mutex::new((Arc::clone(app.plan()), app.lang()))),
                wrong: false,
                post,
            },
            watch: None,
            begun: false,
            said: Arc::default(),
        }
    }

    /// Something stands in the way of keeping anything: it is told once the plan is there.
    pub(super) fn note(&mut self, trouble: Option<Trouble>) {
        self.said().trouble = trouble;
    }

    /// Why there is no plan.
    pub(super) fn fault(&self) -> Option<CliError> {
        self.said().fault.take()
    }

    fn said(&self) -> MutexGuard<'_, Said> {
        self.said.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The plan is there: begins to keep what is to be kept, and to watch the files.
    fn begin(&mut self, app: &App) {
        self.begun = true;
        self.asked.log.note(&format!(
            "{} nodes ready in {} ms",
            app.plan().size(),
            self.files.began.elapsed().as_millis()
        ));
        let trouble = self.said().trouble.take();
        if let Some(trouble) = &trouble {
            let text = trouble.render(app.lang());
            self.reader.post.send(Msg::Note(text));
        }
        // What stands in the way from the start is said once.
        let said = trouble.is_some_and(|trouble| !matches!(trouble, Trouble::SetAside(_)));
        self.keeper = self.past.store.clone().map(|store| {
            let reader = self.reader.clone();
            let tell = move |trouble: &Trouble| {
                let lang = reader.shown().1;
                if !said {
                    reader.post.send(Msg::Note(trouble.render(lang)));
                }
            };
            Arc::new(Keeper::new(store, &app.plan().info().id, tell))
        });
        if let Some(keeper) = self.keeper.clone() {
            before_end(move || {
                keeper.finish(AT_ONCE);
            });
        }
        let (files, look) = (files(&self.asked.settings), self.files.look.clone());
        self.watch = Watch::start(&files, look, self.reader.clone());
    }

    /// What is to be kept if the session ended now.
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
        if !self.past.print {
            let place = app.place();
            if !place.query.is_empty() {
                last.push(Change::Memo(Memo::Asked(place.query.clone())));
            }
            last.push(Change::Place(place));
        }
        last
    }

    /// Has everything kept.
    pub(super) fn finish(&self) {
        if let Some(keeper) = &self.keeper {
            keeper.finish(AT_END);
        }
    }
}

impl Host for Outside<'_> {
    fn load(&mut self) -> Option<Load> {
        let mut reader = self.reader.clone();
        if self.begun {
            return Some(Box::new(move |report| reader.read_again(report)));
        }
        let (reading, past) = (self.files.reading.take()?, self.past.clone());
        let said = Arc::clone(&self.said);
        let post = self.reader.post.clone();
        Some(Box::new(move |report| {
            let read = reading.follow(report)?;
            let said = || said.lock().unwrap_or_else(PoisonError::into_inner);
            match read {
                Ok(fresh) => {
                    let recalled = past.recall(&fresh.plan.info().id);
                    if recalled.trouble.is_some() {
                        said().trouble = recalled.trouble;
                    }
                    let memory = recalled.memory;
                    if report.is_cancelled() {
                        return None;
                    }
                    post.send(Msg::Arrived(Box::new(Arrival {
                        plan: fresh.plan,
                        index: fresh.index,
                        place: memory.place,
                        bookmarks: memory.bookmarks,
                        queries: memory.queries,
                        first_start: recalled.first,
                    })));
                    let mut growth = fresh.growth?;
                    // From here on nobody cancels it: without the rest the plan is not searched whole.
                    while let Some(index) = growth.grow(&|_| ControlFlow::Continue(())) {
                        post.send(Msg::Indexed(index));
                    }
                    None
                }
                Err(fault) => {
                    said().fault = Some(fault);
                    Some(Msg::Unreadable)
                }
            }
        }))
    }

    fn remember(&mut self, memo: &Memo) -> Option<String> {
        if let Some(keeper) = &self.keeper {
            keeper.keep(Change::Memo(memo.clone()));
        }
        None
    }

    fn seen(&mut self, app: &App, pressed: bool) {
        if !self.begun && !app.is_opening() {
            self.begin(app);
        }
        let mut shown = self.reader.shown();
        if !Arc::ptr_eq(&shown.0, app.plan()) {
            shown.0 = Arc::clone(app.plan());
        }
        shown.1 = app.lang();
        drop(shown);
        if let (true, Some(watch)) = (pressed, &self.watch) {
            watch.nudge();
        }
        if let Some(keeper) = &self.keeper {
            keeper.keep_at_end(self.last(app));
        }
    }
}

/// Reads the plan's files again and compares.
#[derive(Clone)]
pub(super) struct Reader {
    settings: Settings,
    /// The plan that is shown, and in which language.
    shown: Arc<Mutex<(Arc<Plan>, Lang)>>,
    /// Something was told to be wrong with the files.
    wrong: bool,
    post: Post,
}

impl Reader {
    /// Reads the files because somebody asked for it.
    fn read_again(&mut self, report: &Report) -> Option<Msg> {
        let outcome = self.read_with(&|done, all| {
            if report.progress(done, all) {
                ControlFlow::Continue(())
            } else {
                ControlFlow::Break(())
            }
        })?;
        // What was told of is over, whatever came of it.
        self.post.send(Msg::Progress(Progress::default()));
        self.message(outcome, true)
    }

    /// Reads the files in the language that is shown.
    fn read_with(&mut self, told: Told) -> Outcome {
        let lang = self.shown().1;
        self.settings.lang.value = lang;
        read(&self.settings, told)
    }

    /// What to tell of what was read; nothing new is told only to those who asked.
    fn message(&self, outcome: Result<Fresh, CliError>, asked: bool) -> Option<Msg> {
        let (shown, lang) = self.shown().clone();
        match outcome {
            Err(fault) => Some(Msg::Note(stays(fault, lang))),
            Ok(Fresh { plan, index, .. }) => {
                let changes = diff(&shown, &plan);
                if changes.is_empty() {
                    return asked.then(|| Msg::Note(screen(lang).reloaded.to_owned()));
                }
                Some(Msg::Loaded(plan, index, changes))
            }
        }
    }

    fn shown(&self) -> MutexGuard<'_, (Arc<Plan>, Lang)> {
        self.shown.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// That the plan which is shown stays, and the first of what is wrong with the files.
pub(super) fn stays(fault: CliError, lang: Lang) -> String {
    let lines = fault.lines(lang);
    (words(lang).stays)(lines.first().map_or("", ErrorLine::text))
}

impl Read for Reader {
    type Outcome = Result<Fresh, CliError>;

    fn read(&mut self) -> Result<Fresh, CliError> {
        let read = self.read_with(&|_, _| ControlFlow::Continue(()));
        read.expect("nobody cancels")
    }

    fn is_wrong(outcome: &Result<Fresh, CliError>) -> bool {
        outcome.is_err()
    }

    fn show(&mut self, outcome: Result<Fresh, CliError>) {
        let asked = std::mem::replace(&mut self.wrong, outcome.is_err());
        if let Some(msg) = self.message(outcome, asked) {
            self.post.send(msg);
        }
    }
}
