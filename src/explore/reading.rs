//! From files to a plan and its index, in this thread or, where that takes long, in another one
//! while the explorer is already up.

use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::Relaxed};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use rustix::process::nice;

use crate::cli::error::CliError;
use crate::cli::open::{self, Files};
use crate::config::Settings;
use crate::model::{Failed, Plan};
use crate::run::Report;
use crate::search::{Growth, Index, start_threads};

/// Files of up to so many bytes are read at once: to share that out would take as long. Their index
/// can wait until the first frame is out.
const SMALL: u64 = 1 << 20;
/// How often somebody is told how far it is.
const PACE: Duration = Duration::from_millis(50);
/// How much less of the machine the threads get that share out large work.
const BEHIND: i32 = 5;
/// Of a larger plan so much is indexed at a time: a machine with two cores needs an eighth of a second
/// for that.
const PART: usize = 1 << 17;
/// How the work on a file is divided, in hundredths: bringing it into memory, and making a plan of
/// it. The rest is its index.
const READ: u64 = 6;
const LOAD: u64 = 66;

/// Is told how many bytes of how many are done, and may cancel.
pub(super) type Told<'t> = &'t (dyn Fn(u64, u64) -> ControlFlow<()> + Sync);

/// A plan that was read.
pub(super) struct Fresh {
    pub(super) plan: Arc<Plan>,
    /// What can be searched so far.
    pub(super) index: Arc<Index>,
    /// What makes more of it; none where that is all.
    pub(super) growth: Option<Growth>,
}

impl Fresh {
    /// The same with all of its index.
    pub(super) fn finished(self) -> Option<Fresh> {
        self.whole(&|_| ControlFlow::Continue(()))
    }

    /// The same with all of its index; nothing if that was cancelled.
    fn whole(self, told: &(dyn Fn(usize) -> ControlFlow<()> + Sync)) -> Option<Fresh> {
        let Fresh {
            plan,
            mut index,
            growth,
        } = self;
        if let Some(mut growth) = growth {
            while let Some(more) = growth.grow(told) {
                index = more;
            }
        }
        let whole = index.is_whole();
        let growth = None;
        whole.then_some(Fresh {
            plan,
            index,
            growth,
        })
    }
}

/// What came of reading; nothing where it was cancelled.
pub(super) type Outcome = Option<Result<Fresh, CliError>>;

/// The files that the plan comes from; none where it is built in.
pub(super) fn files(settings: &Settings) -> Vec<PathBuf> {
    let (data, overlays) = (&settings.data.value, &settings.overlays.value);
    data.iter().chain(overlays).cloned().collect()
}

fn size(settings: &Settings) -> u64 {
    let files = files(settings);
    files.iter().map(|path| crate::files::length(path)).sum()
}

/// Reads the files that the settings name, and indexes the beginning.
fn read_first(settings: &Settings, told: Told) -> Outcome {
    let all = size(settings);
    let part = |from: u64, hundredths: u64, done: u64| {
        let done = from * all + hundredths * done.min(all);
        told(done / 100, all)
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
    if all <= SMALL {
        let index = Index::late(&plan).into();
        let growth = None;
        return Some(Ok(Fresh {
            plan,
            index,
            growth,
        }));
    }
    let mut growth = Growth::new(&plan, PART);
    let (first, rest) = (growth.ahead() as u64, 100 - READ - LOAD);
    let index = growth.grow(&|done| part(READ + LOAD, rest, all * done as u64 / first.max(1)))?;
    let growth = Some(growth);
    Some(Ok(Fresh {
        plan,
        index,
        growth,
    }))
}

/// Reads the files that the settings name.
pub(super) fn read(settings: &Settings, told: Told) -> Outcome {
    let fresh = match read_first(settings, told)? {
        Ok(fresh) => fresh,
        Err(fault) => return Some(Err(fault)),
    };
    let all = size(settings);
    Some(Ok(fresh.whole(&|_| told(all, all))?))
}

/// The same, however long it takes.
pub(super) fn read_all(settings: &Settings) -> Result<Fresh, CliError> {
    let read = read(settings, &|_, _| ControlFlow::Continue(()));
    read.expect("nobody cancels")
}

/// Files that are being read.
pub(super) struct Reading {
    settings: Settings,
    outcome: Receiver<Outcome>,
    far: Arc<Far>,
}

/// How far it is.
#[derive(Default)]
struct Far {
    done: AtomicU64,
    all: AtomicU64,
    cancelled: AtomicBool,
}

impl Reading {
    /// Begins to read; small files are read when this returns.
    pub(super) fn start(settings: &Settings) -> Reading {
        let (sender, outcome) = channel();
        let far = Arc::new(Far::default());
        let reading = Reading {
            settings: settings.clone(),
            outcome,
            far: Arc::clone(&far),
        };
        if size(settings) <= SMALL {
            let _ = sender.send(read_first(settings, &|_, _| ControlFlow::Continue(())));
            return reading;
        }
        // The thread that echoes keys goes before those that search and index, or on a machine with
        // few cores it would wait for them.
        start_threads(|| {
            let _ = nice(BEHIND);
        });
        let settings = settings.clone();
        let work = move || {
            let told = |done, all| {
                far.done.store(done, Relaxed);
                far.all.store(all, Relaxed);
                if far.cancelled.load(Relaxed) {
                    ControlFlow::Break(())
                } else {
                    ControlFlow::Continue(())
                }
            };
            let _ = sender.send(read_first(&settings, &told));
        };
        let thread = std::thread::Builder::new().name("reading".to_owned());
        // Where no thread can be had, it is read when it is waited for.
        let _ = thread.spawn(work);
        reading
    }

    /// What came of it within a time; `None` if it takes longer.
    pub(super) fn within(&self, time: Duration) -> Option<Outcome> {
        match self.outcome.recv_timeout(time) {
            Ok(outcome) => Some(outcome),
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => {
                Some(read_first(
                    &self.settings,
                    &|_, _| ControlFlow::Continue(()),
                ))
            }
        }
    }

    /// Waits for what comes of it, and reports how far it is.
    pub(super) fn follow(&self, report: &Report) -> Outcome {
        loop {
            if let Some(outcome) = self.within(PACE) {
                return outcome;
            }
            let far = &self.far;
            if !report.progress(far.done.load(Relaxed), far.all.load(Relaxed)) {
                far.cancelled.store(true, Relaxed);
                return None;
            }
        }
    }
}
