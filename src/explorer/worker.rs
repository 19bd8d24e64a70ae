//! What takes longer than a frame: searches in a large plan, and reading files. Neither thread
//! exists before it is needed; both answer with a message through the loop's channel.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::Relaxed};
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel};
use std::time::{Duration, Instant};

use super::session::Input;
use crate::app::{Msg, Progress, Question};

/// How often progress is reported, and how long a load takes before it is.
const PACE: Duration = Duration::from_millis(50);

/// Reads files and gives the message that answers; `None` where it was cancelled.
pub type Load = Box<dyn FnOnce(&Report) -> Option<Msg> + Send>;

/// Sends a message to the loop. It is lost if the loop has ended.
pub(super) fn send(inputs: &SyncSender<Input>, msg: Msg) {
    let _ = inputs.send(Input::Msg(msg));
}

/// Reports the progress of a load, and says whether it was cancelled.
pub struct Report {
    inputs: SyncSender<Input>,
    cancelled: Arc<AtomicBool>,
    start: Instant,
    /// How many paces were reported.
    reported: AtomicU64,
}

impl Report {
    fn new(inputs: SyncSender<Input>, cancelled: Arc<AtomicBool>) -> Report {
        Report {
            inputs,
            cancelled,
            start: Instant::now(),
            reported: AtomicU64::new(0),
        }
    }

    /// Reports that `done` bytes of `all` are read. Returns false if the load was cancelled.
    pub fn progress(&self, done: u64, all: u64) -> bool {
        let paces = self.start.elapsed().as_millis() / PACE.as_millis();
        let paces = u64::try_from(paces).unwrap_or(u64::MAX);
        if self.reported.fetch_max(paces, Relaxed) < paces {
            let millis = u64::try_from(self.start.elapsed().as_millis()).unwrap_or(u64::MAX);
            send(&self.inputs, Msg::Progress(Progress { done, all, millis }));
        }
        !self.is_cancelled()
    }

    /// Whether the load was cancelled.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.cancelled.load(Relaxed)
    }
}

/// The threads beside the loop.
pub struct Worker {
    inputs: SyncSender<Input>,
    jobs: Option<Sender<Question>>,
    newest: Arc<AtomicU64>,
    loading: Arc<AtomicBool>,
}

impl Worker {
    /// Threads that send what they find to `inputs`; none runs yet.
    #[must_use]
    pub fn new(inputs: SyncSender<Input>) -> Worker {
        let loading = Arc::new(AtomicBool::new(false));
        Worker {
            inputs,
            jobs: None,
            newest: Arc::default(),
            loading,
        }
    }

    /// Searches in another thread. A later question cancels an earlier one.
    pub fn search(&mut self, question: Question) {
        self.newest.store(question.ticket(), Relaxed);
        let jobs = self.jobs.get_or_insert_with(|| {
            let (jobs, queue) = channel();
            let (inputs, newest) = (self.inputs.clone(), Arc::clone(&self.newest));
            spawn("search", move || search(&queue, &inputs, &newest));
            jobs
        });
        // It only fails if no thread could be had; then the question stays open.
        let _ = jobs.send(question);
    }

    /// Reads files in another thread; a load that still runs is cancelled.
    pub fn load(&mut self, load: Load) {
        self.cancel_load();
        self.loading = Arc::default();
        let report = Report::new(self.inputs.clone(), Arc::clone(&self.loading));
        spawn("load", move || {
            let answer = load(&report);
            if let Some(msg) = answer.filter(|_| !report.is_cancelled()) {
                send(&report.inputs, msg);
            }
        });
    }

    /// Cancels the load.
    pub fn cancel_load(&mut self) {
        self.loading.store(true, Relaxed);
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.cancel_load();
        self.newest.store(u64::MAX, Relaxed);
    }
}

fn search(queue: &Receiver<Question>, inputs: &SyncSender<Input>, newest: &AtomicU64) {
    while let Ok(question) = queue.recv() {
        let cancelled = || newest.load(Relaxed) != question.ticket();
        if let Some(answer) = question.answer_until(&cancelled) {
            send(inputs, answer);
        }
    }
}

/// Starts a thread. Where none can be had, the work is left undone: the session goes on.
fn spawn(name: &str, work: impl FnOnce() + Send + 'static) {
    let _ = std::thread::Builder::new()
        .name(name.to_owned())
        .spawn(work);
}
