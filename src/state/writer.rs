//! Writes changes of the state in a thread of its own, so that a slow disk never delays a key.
//! Bookmarks and queries are written at once, the place when the session ends, in whatever way.

use std::io::ErrorKind;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::{Change, StateError, Store};

/// The most changes that are kept for a next try while the folder cannot be written.
const WAITING: usize = 2000;

/// Called with the first error of a session; later ones are not reported.
type ErrorReport = Box<dyn Fn(&StateError) + Send>;

/// Writes the changes of one session on one plan.
pub struct StateWriter {
    file: PathBuf,
    fails: Arc<AtomicBool>,
    inner: Mutex<Inner>,
}

struct Inner {
    /// What the thread will own; `None` once it runs.
    work: Option<Work>,
    jobs: Option<Sender<Job>>,
    /// What is written only at the end.
    last: Vec<Change>,
}

struct Work {
    store: Store,
    plan: String,
    report: ErrorReport,
    fails: Arc<AtomicBool>,
}

enum Job {
    Keep(Vec<Change>),
    /// Answered when everything before it was written, with the error if it was not and none was
    /// reported.
    Finish(Sender<Option<StateError>>),
}

impl StateWriter {
    /// Makes a writer for a plan's id. Its thread starts with the first change. `fails`: it is known,
    /// and was reported, that nothing can be written.
    #[must_use]
    pub fn new(
        store: Store,
        plan: &str,
        fails: bool,
        report: impl Fn(&StateError) + Send + 'static,
    ) -> StateWriter {
        let file = store.file();
        let fails = Arc::new(AtomicBool::new(fails));
        let work = Work {
            store,
            plan: plan.to_owned(),
            report: Box::new(report),
            fails: Arc::clone(&fails),
        };
        StateWriter {
            file,
            fails,
            inner: Mutex::new(Inner {
                work: Some(work),
                jobs: None,
                last: Vec::new(),
            }),
        }
    }

    /// Writes a change as soon as possible.
    pub fn keep(&self, change: Change) {
        self.inner().send(Job::Keep(vec![change]));
    }

    /// Nothing can be written, as far as is known.
    #[must_use]
    pub fn fails(&self) -> bool {
        self.fails.load(SeqCst)
    }

    /// Sets what is written when the session ends, instead of what was set before.
    pub fn keep_at_end(&self, changes: Vec<Change>) {
        self.inner().last = changes;
    }

    /// Writes everything, and waits for it at most for `limit`. Returns what is wrong if something is not
    /// kept and that was not reported.
    pub fn finish(&self, limit: Duration) -> Option<StateError> {
        let (done, answer) = channel();
        {
            let mut inner = self.inner();
            let last = std::mem::take(&mut inner.last);
            if last.is_empty() && inner.jobs.is_none() {
                return None;
            }
            inner.send(Job::Keep(last));
            inner.send(Job::Finish(done));
        }
        let late = |_| {
            Some(StateError::Denied(
                self.file.clone(),
                ErrorKind::TimedOut.into(),
            ))
        };
        answer.recv_timeout(limit).unwrap_or_else(late)
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Inner {
    /// Gives the thread a job; the first one starts it.
    fn send(&mut self, job: Job) {
        if let Some(work) = self.work.take() {
            let (jobs, queue) = channel();
            let thread = std::thread::Builder::new().name("state".to_owned());
            // If no thread can be started, nothing is kept and the session goes on.
            let _ = thread.spawn(move || work.run(&queue));
            self.jobs = Some(jobs);
        }
        if let Some(jobs) = &self.jobs {
            let _ = jobs.send(job);
        }
    }
}

impl Work {
    fn run(&self, queue: &Receiver<Job>) {
        let mut waiting = Vec::new();
        let mut reported = self.fails.load(SeqCst);
        while let Ok(first) = queue.recv() {
            let (mut finishes, mut unsaid) = (Vec::new(), None);
            for job in std::iter::once(first).chain(queue.try_iter()) {
                match job {
                    Job::Keep(changes) => waiting.extend(changes),
                    Job::Finish(done) => finishes.push(done),
                }
            }
            if !waiting.is_empty() {
                let result = self.store.change(&self.plan, &waiting);
                self.fails.store(result.is_err(), SeqCst);
                let error = match result {
                    Ok(error) => {
                        waiting.clear();
                        error
                    }
                    // The next change tries again.
                    Err(error) => Some(error),
                };
                match error.filter(|_| !reported) {
                    // There is no screen any more.
                    Some(error) if !finishes.is_empty() => unsaid = Some(error),
                    Some(error) => {
                        reported = true;
                        (self.report)(&error);
                    }
                    None => {}
                }
                let over = waiting.len().saturating_sub(WAITING);
                waiting.drain(..over);
            }
            for done in finishes {
                let _ = done.send(unsaid.take());
            }
        }
    }
}
