//! The world outside of a session: what is kept for the next one, and files that are read again.

use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::app::{App, Memo, Msg};
use crate::cli::Explore;
use crate::cli::fault::{Fault, Line};
use crate::cli::open::{self, Files};
use crate::config::Settings;
use crate::model::{Failed, Lang, Plan, diff};
use crate::run::{Host, Load, Post};
use crate::search::Index;
use crate::state::{Change, Keeper, Store, Trouble};
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
pub(super) struct Outside {
    /// Nothing is kept in a kiosk, nor where there is no home.
    keeper: Option<Arc<Keeper>>,
    /// Language and theme at the start: only what was changed since is kept.
    began: (Lang, usize),
    /// Where one chooses for another program, the place is not kept.
    place: bool,
    reader: Reader,
    watch: Option<Watch>,
}

impl Outside {
    /// Begins to watch the files; `look` is how they looked before they were read.
    pub(super) fn new(
        asked: &Explore,
        app: &App,
        (store, trouble): (Option<Store>, Option<Trouble>),
        look: Look,
        post: &Post,
    ) -> Outside {
        if let Some(trouble) = &trouble {
            post.send(Msg::Note(trouble.render(app.lang())));
        }
        // What stands in the way from the start is said once.
        let said = trouble.is_some_and(|trouble| !matches!(trouble, Trouble::SetAside(_)));
        let reader = Reader {
            settings: asked.settings.clone(),
            shown: Arc::new(Mutex::new((Arc::clone(app.plan()), app.lang()))),
            wrong: false,
            post: post.clone(),
        };
        let keeper = store.map(|store| {
            let (reader, post) = (reader.clone(), post.clone());
            let tell = move |trouble: &Trouble| {
                let lang = reader.shown().1;
                if !said {
                    post.send(Msg::Note(trouble.render(lang)));
                }
            };
            Arc::new(Keeper::new(store, &app.plan().info().id, tell))
        });
        if let Some(keeper) = keeper.clone() {
            before_end(move || {
                keeper.finish(AT_ONCE);
            });
        }
        Outside {
            keeper,
            began: (app.chosen_lang(), app.theme()),
            place: !asked.print,
            watch: Watch::start(&files(&asked.settings), look, reader.clone()),
            reader,
        }
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
        if self.place {
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

/// The files that the plan comes from; none where it is built in.
pub(super) fn files(settings: &Settings) -> Vec<PathBuf> {
    let (data, overlays) = (&settings.data.value, &settings.overlays.value);
    data.iter().chain(overlays).cloned().collect()
}

impl Host for Outside {
    fn load(&mut self) -> Option<Load> {
        let mut reader = self.reader.clone();
        Some(Box::new(move |report| {
            let told = |done, all| {
                if report.progress(done, all) {
                    ControlFlow::Continue(())
                } else {
                    ControlFlow::Break(())
                }
            };
            let outcome = reader.read_with(&told)?;
            // What was told of is over, whatever came of it.
            reader.post.send(Msg::Progress(1, 1));
            reader.message(outcome, true)
        }))
    }

    fn remember(&mut self, memo: &Memo) -> Option<String> {
        if let Some(keeper) = &self.keeper {
            keeper.keep(Change::Memo(memo.clone()));
        }
        None
    }

    fn seen(&mut self, app: &App, pressed: bool) {
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
    /// Reads the files and tells how far it is; `None` if that cancels it.
    fn read_with(
        &mut self,
        told: &dyn Fn(u64, u64) -> ControlFlow<()>,
    ) -> Option<Result<Fresh, Fault>> {
        let lang = self.shown().1;
        self.settings.lang.value = lang;
        let files = match Files::read(&self.settings) {
            Ok(files) => files,
            Err(fault) => return Some(Err(fault)),
        };
        let all = files.size();
        match files.load_with(&|done| told(done, all)) {
            Ok(plan) => {
                let index = Arc::new(Index::build(&plan));
                let plan = Arc::new(plan);
                Some(Ok(Fresh { plan, index }))
            }
            Err(Failed::Problems(problems)) => Some(Err(open::problems(lang, &problems))),
            Err(Failed::Cancelled) => None,
        }
    }

    /// What to tell of what was read; nothing new is told only to those who asked.
    fn message(&self, outcome: Result<Fresh, Fault>, asked: bool) -> Option<Msg> {
        let (shown, lang) = self.shown().clone();
        match outcome {
            Err(fault) => {
                let lines = fault.lines(lang);
                let first = lines.first().map_or("", Line::text);
                Some(Msg::Note((words(lang).stays)(first)))
            }
            Ok(Fresh { plan, index }) => {
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

/// A plan that was read.
pub(super) struct Fresh {
    plan: Arc<Plan>,
    index: Arc<Index>,
}

impl Read for Reader {
    type Outcome = Result<Fresh, Fault>;

    fn read(&mut self) -> Result<Fresh, Fault> {
        let read = self.read_with(&|_, _| ControlFlow::Continue(()));
        read.expect("nobody cancels")
    }

    fn is_wrong(outcome: &Result<Fresh, Fault>) -> bool {
        outcome.is_err()
    }

    fn show(&mut self, outcome: Result<Fresh, Fault>) {
        let asked = std::mem::replace(&mut self.wrong, outcome.is_err());
        if let Some(msg) = self.message(outcome, asked) {
            self.post.send(msg);
        }
    }
}
