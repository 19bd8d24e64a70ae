//! The keeper: writes what is to be kept in a thread of its own, so that a slow disk never holds a
//! key. Bookmarks and queries are written at once; the place when the session ends, in whatever way.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::{Change, Store, Trouble};

/// No more changes wait for a folder that cannot be written.
const WAITING: usize = 2000;

/// What the keeper says when something is wrong. It is said once, not with every change.
type Tell = Box<dyn Fn(&Trouble) + Send>;

/// Keeps changes for one session on one plan.
pub struct Keeper {
    inner: Mutex<Inner>,
}

struct Inner {
    /// What the thread will own, until there is one.
    work: Option<Work>,
    jobs: Option<Sender<Job>>,
    /// What is written only at the end.
    last: Vec<Change>,
}

struct Work {
    store: Store,
    plan: String,
    tell: Tell,
}

enum Job {
    Keep(Vec<Change>),
    /// Everything before this is to be on the disk when it is answered.
    Finish(Sender<()>),
}

impl Keeper {
    /// A keeper that has nothing to do yet.
    #[must_use]
    pub fn new(store: Store, plan: &str, tell: impl Fn(&Trouble) + Send + 'static) -> Keeper {
        let work = Work {
            store,
            plan: plan.to_owned(),
            tell: Box::new(tell),
        };
        Keeper {
            inner: Mutex::new(Inner {
                work: Some(work),
                jobs: None,
                last: Vec::new(),
            }),
        }
    }

    /// Has a change written at once.
    pub fn keep(&self, change: Change) {
        self.inner().send(Job::Keep(vec![change]));
    }

    /// What is to be written when the session ends; it replaces what was said before.
    pub fn keep_at_end(&self, changes: Vec<Change>) {
        self.inner().last = changes;
    }

    /// Writes everything, and waits for it at most so long. `false`: it took longer.
    pub fn finish(&self, limit: Duration) -> bool {
        let (done, answer) = channel();
        {
            let mut inner = self.inner();
            let last = std::mem::take(&mut inner.last);
            if last.is_empty() && inner.jobs.is_none() {
                return true;
            }
            inner.send(Job::Keep(last));
            inner.send(Job::Finish(done));
        }
        answer.recv_timeout(limit).is_ok()
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Inner {
    /// Gives the thread a job; there is none before the first.
    fn send(&mut self, job: Job) {
        if let Some(work) = self.work.take() {
            let (jobs, queue) = channel();
            let thread = std::thread::Builder::new().name("keeper".to_owned());
            // Where no thread can be had, nothing is kept: the session goes on.
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
        let mut said = false;
        while let Ok(first) = queue.recv() {
            let mut asked = Vec::new();
            for job in std::iter::once(first).chain(queue.try_iter()) {
                match job {
                    Job::Keep(changes) => waiting.extend(changes),
                    Job::Finish(done) => asked.push(done),
                }
            }
            if !waiting.is_empty() {
                let trouble = match self.store.change(&self.plan, &waiting) {
                    Ok(trouble) => {
                        waiting.clear();
                        trouble
                    }
                    // The next change tries again.
                    Err(trouble) => Some(trouble),
                };
                if let Some(trouble) = trouble.filter(|_| !said) {
                    said = true;
                    (self.tell)(&trouble);
                }
                let over = waiting.len().saturating_sub(WAITING);
                waiting.drain(..over);
            }
            for done in asked {
                let _ = done.send(());
            }
        }
    }
}
