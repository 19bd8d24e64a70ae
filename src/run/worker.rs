//! What takes longer than a frame: searches in a large plan, and reading files. Neither thread
//! exists before it is needed; both answer with a message.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::Relaxed};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use crate::app::{Msg, Progress, Question};

/// Loading that takes no longer than this is not spoken of; then it is, at this pace.
const PACE: Duration = Duration::from_millis(50);

/// Reads files and gives the message that answers; `None` where it was cancelled.
pub type Load = Box<dyn FnOnce(&Report) -> Option<Msg> + Send>;

/// Where messages from other threads come in.
pub struct Mailbox {
    post: Post,
    come: Receiver<Msg>,
}

impl Mailbox {
    /// A mailbox; `wake` makes the loop look into it.
    pub fn new(wake: impl Fn() + Send + Sync + 'static) -> Mailbox {
        let (sender, come) = channel();
        Mailbox {
            post: Post {
                sender,
                wake: Arc::new(wake),
            },
            come,
        }
    }

    /// A way into the mailbox, for another thread.
    #[must_use]
    pub fn post(&self) -> Post {
        self.post.clone()
    }
}

/// A way into a [`Mailbox`].
#[derive(Clone)]
pub struct Post {
    sender: Sender<Msg>,
    wake: Arc<dyn Fn() + Send + Sync>,
}

impl Post {
    /// Sends a message to the loop. It gets lost if the loop has ended.
    pub fn send(&self, msg: Msg) {
        if self.sender.send(msg).is_ok() {
            (self.wake)();
        }
    }
}

/// Tells how far a file is read, and whether anybody still waits for it.
pub struct Report {
    post: Post,
    cancelled: Arc<AtomicBool>,
    start: Instant,
    /// How many paces were told of.
    told: AtomicU64,
}

impl Report {
    fn new(post: Post, cancelled: Arc<AtomicBool>) -> Report {
        Report {
            post,
            cancelled,
            start: Instant::now(),
            told: AtomicU64::new(0),
        }
    }

    /// So many bytes of so many are done. `false`: nobody waits for the rest.
    pub fn progress(&self, done: u64, all: u64) -> bool {
        let paces = self.start.elapsed().as_millis() / PACE.as_millis();
        let paces = u64::try_from(paces).unwrap_or(u64::MAX);
        if self.told.fetch_max(paces, Relaxed) < paces {
            let millis = u64::try_from(self.start.elapsed().as_millis()).unwrap_or(u64::MAX);
            self.post
                .send(Msg::Progress(Progress { done, all, millis }));
        }
        !self.is_cancelled()
    }

    /// Nobody waits any more.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.cancelled.load(Relaxed)
    }
}

/// The threads beside the loop.
pub(super) struct Worker {
    mailbox: Mailbox,
    jobs: Option<Sender<Question>>,
    newest: Arc<AtomicU64>,
    loading: Arc<AtomicBool>,
}

impl Worker {
    pub(super) fn new(mailbox: Mailbox) -> Worker {
        let loading = Arc::new(AtomicBool::new(false));
        Worker {
            mailbox,
            jobs: None,
            newest: Arc::default(),
            loading,
        }
    }

    /// Everything that has come.
    pub(super) fn come(&self) -> Vec<Msg> {
        self.mailbox.come.try_iter().collect()
    }

    /// Searches in another thread. What is asked later cancels what was asked before.
    pub(super) fn search(&mut self, question: Question) {
        self.newest.store(question.ticket(), Relaxed);
        let jobs = self.jobs.get_or_insert_with(|| {
            let (jobs, queue) = channel();
            let (post, newest) = (self.mailbox.post(), Arc::clone(&self.newest));
            spawn("search", move || search(&queue, &post, &newest));
            jobs
        });
        // It only fails if no thread could be had; then the question stays open.
        let _ = jobs.send(question);
    }

    /// What comes until the answer to a question does, or for so long.
    pub(super) fn wait(&self, ticket: u64, time: Duration) -> Vec<Msg> {
        let end = Instant::now() + time;
        let mut come = Vec::new();
        loop {
            let rest = end.saturating_duration_since(Instant::now());
            let Ok(msg) = self.mailbox.come.recv_timeout(rest) else {
                return come;
            };
            let answered = matches!(msg, Msg::Found(answered, _) if answered == ticket);
            come.push(msg);
            if answered {
                return come;
            }
        }
    }

    /// Reads files in another thread; what is being read is forgotten.
    pub(super) fn load(&mut self, load: Load) {
        self.cancel_load();
        self.loading = Arc::default();
        let report = Report::new(self.mailbox.post(), Arc::clone(&self.loading));
        spawn("load", move || {
            let answer = load(&report);
            if let Some(msg) = answer.filter(|_| !report.is_cancelled()) {
                report.post.send(msg);
            }
        });
    }

    /// Forgets what is being read.
    pub(super) fn cancel_load(&mut self) {
        self.loading.store(true, Relaxed);
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.cancel_load();
        self.newest.store(u64::MAX, Relaxed);
    }
}

fn search(queue: &Receiver<Question>, post: &Post, newest: &AtomicU64) {
    while let Ok(question) = queue.recv() {
        let cancelled = || newest.load(Relaxed) != question.ticket();
        if let Some(answer) = question.answer_until(&cancelled) {
            post.send(answer);
        }
    }
}

/// Starts a thread. Where none can be had, the work is left undone: the session goes on.
fn spawn(name: &str, work: impl FnOnce() + Send + 'static) {
    let _ = std::thread::Builder::new()
        .name(name.to_owned())
        .spawn(work);
}
