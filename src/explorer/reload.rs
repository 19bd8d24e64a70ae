//! Loads the plan and its index from the files, in this thread or, where that takes long, in another
//! one while the explorer is already on the screen; and loads them again when they change.

use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::Relaxed};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rustix::process::nice;

use super::session::Input;
use super::worker::{Report, send};
use crate::app::{App, Msg, Progress};
use crate::cli::error::{CliError, ErrorLine};
use crate::cli::open::{self, Files};
use crate::config::Settings;
use crate::i18n::screen::screen;
use crate::i18n::state::state as words;
use crate::model::{Failed, Lang, Plan, diff};
use crate::search::{Index, LazyIndex, start_threads};

/// Files of up to so many bytes are read at once: to share that out would take as long.
const SMALL: u64 = 1 << 20;
/// How often progress is looked at.
const PACE: Duration = Duration::from_millis(50);
/// How much less of the machine the threads get that share out large work.
const BEHIND: i32 = 5;
/// How the work on a file is divided, in hundredths: bringing it into memory, and making a plan of
/// it. The rest is its index.
const READ: u64 = 6;
const LOAD: u64 = 66;

/// Is called with the bytes that are done and all bytes; may cancel.
pub(super) type OnProgress<'t> = &'t (dyn Fn(u64, u64) -> ControlFlow<()> + Sync);

/// A plan with its index.
pub(super) struct LoadedPlan {
    pub(super) plan: Arc<Plan>,
    pub(super) index: Arc<LazyIndex>,
}

/// The result of loading; `None` if it was cancelled.
pub(super) type LoadOutcome = Option<Result<LoadedPlan, CliError>>;

/// The files that the plan comes from; none where it is built in.
pub(super) fn files(settings: &Settings) -> Vec<PathBuf> {
    let (data, overlays) = (&settings.data.value, &settings.overlays.value);
    data.iter().chain(overlays).cloned().collect()
}

/// Those that can change: a pipe is read once.
pub(super) fn watched(settings: &Settings) -> Vec<PathBuf> {
    let mut files = files(settings);
    files.retain(|path| !crate::files::is_pipe(path));
    files
}

fn size(settings: &Settings) -> u64 {
    let files = files(settings);
    files.iter().map(|path| crate::files::length(path)).sum()
}

/// Reads the files that the settings name.
pub(super) fn read(settings: &Settings, progress: OnProgress) -> LoadOutcome {
    let all = size(settings);
    let part = |from: u64, hundredths: u64, done: u64| {
        let done = from * all + hundredths * done.min(all);
        progress(done / 100, all)
    };
    let files = match Files::read_with(settings, &|done| part(0, READ, done)) {
        Ok(files) => files?,
        Err(fault) => return Some(Err(fault)),
    };
    let plan = match files.load_with(&|done| part(READ, LOAD, done)) {
        Ok(plan) => plan,
        Err(Failed::Problems(all)) => {
            return Some(Err(open::problems(settings.lang.value, &all)));
        }
        Err(Failed::Cancelled) => return None,
    };
    // The index takes the room of the files' texts.
    drop(files);
    let plan = Arc::new(plan);
    if plan.size() <= crate::app::SMALL {
        let index = Index::lazy(&plan);
        return Some(Ok(LoadedPlan { plan, index }));
    }
    let (size, rest) = (plan.size() as u64, 100 - READ - LOAD);
    let index = Index::build_with(&plan, &|done| {
        part(READ + LOAD, rest, all * done as u64 / size.max(1))
    })?;
    let index = index.built();
    Some(Ok(LoadedPlan { plan, index }))
}

/// The same, however long it takes.
pub(super) fn read_all(settings: &Settings) -> Result<LoadedPlan, CliError> {
    let read = read(settings, &|_, _| ControlFlow::Continue(()));
    read.expect("nothing cancels it")
}

/// Files that are being loaded.
pub(super) struct Loading {
    settings: Settings,
    outcome: Receiver<LoadOutcome>,
    amount: Arc<Amount>,
}

/// How much is loaded.
#[derive(Default)]
struct Amount {
    done: AtomicU64,
    all: AtomicU64,
    cancelled: AtomicBool,
}

impl Loading {
    /// Begins to load; small files are loaded when this returns.
    pub(super) fn start(settings: &Settings) -> Loading {
        let (sender, outcome) = channel();
        let amount = Arc::new(Amount::default());
        let loading = Loading {
            settings: settings.clone(),
            outcome,
            amount: Arc::clone(&amount),
        };
        let too_large = |path: &PathBuf| crate::files::length(path) > settings.max_size.value;
        // What is too large is refused before anything else happens.
        if size(settings) <= SMALL || files(settings).iter().any(too_large) {
            let _ = sender.send(read(settings, &|_, _| ControlFlow::Continue(())));
            return loading;
        }
        // The thread that echoes keys goes before those that search and index, or on a machine with
        // few cores it would wait for them.
        start_threads(|| {
            let _ = nice(BEHIND);
        });
        let settings = settings.clone();
        let work = move || {
            let progress = |done, all| {
                amount.done.store(done, Relaxed);
                amount.all.store(all, Relaxed);
                if amount.cancelled.load(Relaxed) {
                    ControlFlow::Break(())
                } else {
                    ControlFlow::Continue(())
                }
            };
            let _ = sender.send(read(&settings, &progress));
        };
        let thread = std::thread::Builder::new().name("reading".to_owned());
        // Where no thread can be had, it is read when it is waited for.
        let _ = thread.spawn(work);
        loading
    }

    /// The result, waited for at most for `time`; `None` if it takes longer.
    pub(super) fn within(&self, time: Duration) -> Option<LoadOutcome> {
        match self.outcome.recv_timeout(time) {
            Ok(outcome) => Some(outcome),
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => {
                Some(read(&self.settings, &|_, _| ControlFlow::Continue(())))
            }
        }
    }

    /// Waits for the result, and reports progress.
    pub(super) fn follow(&self, report: &Report) -> LoadOutcome {
        loop {
            if let Some(outcome) = self.within(PACE) {
                return outcome;
            }
            let amount = &self.amount;
            if !report.progress(amount.done.load(Relaxed), amount.all.load(Relaxed)) {
                amount.cancelled.store(true, Relaxed);
                return None;
            }
        }
    }
}

/// Loads the plan's files again and compares them with the plan that is shown.
#[derive(Clone)]
pub(super) struct Reloader {
    settings: Settings,
    /// The plan that is shown, and in which language.
    shown: Arc<Mutex<(Arc<Plan>, Lang)>>,
    /// A problem with the files was reported.
    wrong: bool,
    inputs: SyncSender<Input>,
}

impl Reloader {
    pub(super) fn new(settings: &Settings, app: &App, inputs: SyncSender<Input>) -> Reloader {
        Reloader {
            settings: settings.clone(),
            shown: Arc::new(Mutex::new((Arc::clone(app.plan()), app.lang()))),
            wrong: false,
            inputs,
        }
    }

    /// Takes over what is shown now.
    pub(super) fn shows(&self, app: &App) {
        let mut shown = self.shown();
        if !Arc::ptr_eq(&shown.0, app.plan()) {
            shown.0 = Arc::clone(app.plan());
        }
        shown.1 = app.lang();
    }

    pub(super) fn lang(&self) -> Lang {
        self.shown().1
    }

    /// The way to the loop.
    pub(super) fn inputs(&self) -> &SyncSender<Input> {
        &self.inputs
    }

    /// Shows a message.
    pub(super) fn note(&self, text: String) {
        send(&self.inputs, Msg::Note(text));
    }

    /// Loads the files because the user asked for it.
    pub(super) fn reload(&mut self, report: &Report) -> Option<Msg> {
        let outcome = self.read_with(&|done, all| {
            if report.progress(done, all) {
                ControlFlow::Continue(())
            } else {
                ControlFlow::Break(())
            }
        })?;
        // Takes the progress off the screen, whatever the result is.
        send(&self.inputs, Msg::Progress(Progress::default()));
        self.message(outcome, true)
    }

    /// Loads the files, with problems in the language that is shown.
    fn read_with(&mut self, progress: OnProgress) -> LoadOutcome {
        self.settings.lang.value = self.lang();
        read(&self.settings, progress)
    }

    /// The message for a finished reload. Without changes: a notice if the user asked for the
    /// reload, otherwise nothing.
    fn message(&self, outcome: Result<LoadedPlan, CliError>, asked: bool) -> Option<Msg> {
        let (shown, lang) = self.shown().clone();
        match outcome {
            Err(fault) => Some(Msg::Note(stays(fault, lang))),
            Ok(LoadedPlan { plan, index, .. }) => {
                let changes = diff(&shown, &plan);
                if changes.is_empty() {
                    let is_once = watched(&self.settings).len() < files(&self.settings).len();
                    let words = screen(lang);
                    let said = if is_once {
                        words.read_once
                    } else {
                        words.reloaded
                    };
                    return asked.then(|| Msg::Note(said.to_owned()));
                }
                Some(Msg::Loaded(plan, index, changes))
            }
        }
    }

    fn shown(&self) -> MutexGuard<'_, (Arc<Plan>, Lang)> {
        self.shown.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The message that the shown plan stays, with the first problem of the files.
pub(super) fn stays(fault: CliError, lang: Lang) -> String {
    let lines = fault.lines(lang);
    words(lang).stays(lines.first().map_or("", ErrorLine::text))
}

impl Reloader {
    /// Reads the files again, to the end.
    pub(super) fn read(&mut self) -> Result<LoadedPlan, CliError> {
        let read = self.read_with(&|_, _| ControlFlow::Continue(()));
        read.expect("nothing cancels it")
    }

    /// Sends the outcome of a reload to the loop.
    pub(super) fn show(&mut self, outcome: Result<LoadedPlan, CliError>) {
        let asked = std::mem::replace(&mut self.wrong, outcome.is_err());
        if let Some(msg) = self.message(outcome, asked) {
            send(&self.inputs, msg);
        }
    }
}
