//! The loop: wait, apply all that waits, draw once, and again. It sleeps until something comes.
//!
//! Keys, answers of other threads, changed files and signals come through one channel, so there is
//! one place to wait. A burst costs one frame, and at least every 50 ms there is one. A search in a
//! large plan runs in the worker; it is waited for a few milliseconds, so that a fast answer costs
//! one frame, and a slow one does not hold back the typed letter.

use std::collections::VecDeque;
use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender};
use std::time::{Duration, Instant};

use crossterm::event::Event;
use ratatui::backend::Backend;
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};

use super::idle::{IdleClock, Tick};
use super::worker::{Load, Worker};
use crate::app::{App, Effect, Memo, Msg, Question, SMALL, update};
use crate::model::Date;
use crate::{keys, terminal, view};

/// How many inputs the channel holds, and how many are taken from it at a time. What does not fit
/// waits with its sender: keys in the kernel. Few, so that little waits before a Ctrl-C.
pub const CAPACITY: usize = 250;

/// How long inputs are applied without a frame.
const FRAME: Duration = Duration::from_millis(50);
/// How long an answer is waited for before a frame is drawn without it.
const SOON: Duration = Duration::from_millis(5);
/// How long it is waited for where the next key needs it.
const NEEDED: Duration = Duration::from_millis(50);

/// Whatever the loop waits for.
#[derive(Debug)]
pub enum Input {
    /// A key, a paste, the mouse or a signal.
    Terminal(terminal::Input),
    /// An answer of another thread.
    Msg(Msg),
}

impl From<terminal::Input> for Input {
    fn from(input: terminal::Input) -> Input {
        Input::Terminal(input)
    }
}

/// How the explorer ended.
#[derive(Debug, PartialEq, Eq)]
pub enum Ending {
    /// By the key for it.
    Quit,
    /// By Ctrl-C.
    Interrupted,
    /// A node was chosen: this id is to be printed.
    Chosen(String),
    /// No key was pressed for too long.
    Idle,
    /// The plan was not read: that was cancelled, or something is wrong with it.
    Unread,
    /// The terminal is gone.
    HungUp,
}

/// What the loop needs from the world outside.
pub trait Host {
    /// Today, asked before each frame: a session may see several days. `None` leaves it.
    fn today(&self) -> Option<Date> {
        None
    }

    /// Gives the work of reading the plan, the first time or again; `None` where that is not
    /// allowed. The worker runs it in another thread.
    fn load(&mut self) -> Option<Load>;

    /// Keeps something for the next session. Returns a message for the user, if there is one.
    fn remember(&mut self, memo: &Memo) -> Option<String>;

    /// Is called after each batch of inputs. Returns a message for the user, if there is one.
    fn applied(&mut self, app: &App) -> Option<String>;

    /// Puts `text` into the terminal's clipboard.
    ///
    /// # Errors
    ///
    /// The terminal is gone.
    fn copy(&mut self, text: &str) -> io::Result<()>;

    /// Stops the process until its shell continues it. Returns false where that is not allowed.
    ///
    /// # Errors
    ///
    /// The terminal is gone.
    fn suspend(&mut self) -> io::Result<bool>;

    /// Enters the terminal again after a stop.
    ///
    /// # Errors
    ///
    /// The terminal is gone.
    fn resume(&mut self) -> io::Result<()>;
}

/// Runs the explorer until it ends, on a backend that draws on the whole screen. `sender` is the
/// other end of `inputs`; `first` is the first effect; after `idle` without a key the session ends.
pub fn run<B: Backend>(
    backend: B,
    app: &mut App,
    host: &mut impl Host,
    (sender, inputs): (SyncSender<Input>, Receiver<Input>),
    idle: Option<Duration>,
    first: Option<Effect>,
) -> Ending
where
    io::Error: From<B::Error>,
{
    let run = || {
        let viewport = Viewport::Fixed(Rect::from(app.size()));
        let terminal = Terminal::with_options(backend, TerminalOptions { viewport })?;
        let mut session = ExplorerSession {
            terminal,
            app,
            host,
            inputs,
            queue: VecDeque::new(),
            worker: Worker::new(sender),
            idle: IdleClock::new(idle),
            question: None,
            ending: None,
        };
        session.run(first)
    };
    run().unwrap_or(Ending::HungUp)
}

/// Everything that the loop holds.
struct ExplorerSession<'a, B: Backend, H> {
    terminal: Terminal<B>,
    app: &'a mut App,
    host: &'a mut H,
    inputs: Receiver<Input>,
    /// Inputs that were taken from the channel and not applied yet.
    queue: VecDeque<Input>,
    worker: Worker,
    idle: IdleClock,
    /// A question that was not asked yet.
    question: Option<Question>,
    ending: Option<Ending>,
}

impl<B: Backend, H: Host> ExplorerSession<'_, B, H>
where
    io::Error: From<B::Error>,
{
    fn run(&mut self, first: Option<Effect>) -> io::Result<Ending> {
        self.perform(first)?;
        loop {
            self.answer(SOON)?;
            if let Some(text) = self.host.applied(self.app) {
                self.apply(Msg::Note(text))?;
            }
            if let Some(ending) = self.ending.take() {
                return Ok(ending);
            }
            let app = &*self.app;
            self.terminal.draw(|frame| view::draw(app, frame))?;
            if self.queue.is_empty() {
                self.receive(self.idle.time())?;
            }
            self.apply_queue()?;
            let today = self.host.today();
            if let Some(today) = today.filter(|_| today != self.app.today()) {
                self.apply(Msg::Today(today))?;
            }
            match self.idle.tick() {
                Tick::Nothing => {}
                Tick::Warn => self.apply(Msg::IdleSoon)?,
                Tick::End => return Ok(Ending::Idle),
            }
        }
    }

    /// Takes one input from the channel, waiting for it at most for `time`.
    fn receive(&mut self, time: Option<Duration>) -> io::Result<()> {
        let received = match time {
            Some(time) => self.inputs.recv_timeout(time),
            None => self.inputs.recv().map_err(Into::into),
        };
        match received {
            Ok(input) => self.queue.push_back(input),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return Err(io::ErrorKind::UnexpectedEof.into()),
        }
        Ok(())
    }

    /// Applies what was taken and what comes meanwhile, for as long as the next frame can wait.
    fn apply_queue(&mut self) -> io::Result<()> {
        let start = Instant::now();
        loop {
            let room = CAPACITY.saturating_sub(self.queue.len());
            self.queue.extend(self.inputs.try_iter().take(room));
            let Some(input) = self.queue.pop_front() else {
                break;
            };
            match input {
                Input::Msg(msg) => self.apply(msg)?,
                Input::Terminal(terminal::Input::Event(event)) => {
                    self.idle.restart();
                    self.event(&event)?;
                }
                Input::Terminal(terminal::Input::Resized) => self.redraw()?,
                Input::Terminal(terminal::Input::Continued) => {
                    self.host.resume()?;
                    self.redraw()?;
                }
                Input::Terminal(terminal::Input::Suspend) => self.perform(Some(Effect::Suspend))?,
                Input::Terminal(terminal::Input::Gone) => {
                    return Err(io::ErrorKind::UnexpectedEof.into());
                }
            }
            if self.ending.is_some() || start.elapsed() >= FRAME {
                break;
            }
        }
        Ok(())
    }

    /// Takes over the terminal's size, and has the next frame written whole: terminals disagree on
    /// what a resize leaves on the screen.
    fn redraw(&mut self) -> io::Result<()> {
        let size = self.terminal.size()?;
        self.terminal.resize(Rect::from(size))?;
        self.apply(Msg::Resize(size))
    }

    /// Applies an event. Characters typed in a row are applied together.
    fn event(&mut self, event: &Event) -> io::Result<()> {
        let Some(msg) = self.message(event) else {
            if let Some(key) = keys::without_alt(event) {
                let key = Input::Terminal(terminal::Input::Event(key));
                self.queue.push_front(key);
                return match self.message(&keys::ESC) {
                    Some(msg) => self.apply(msg),
                    None => Ok(()),
                };
            }
            return Ok(());
        };
        if !matches!(msg, Msg::Type(_) | Msg::Paste(_) | Msg::Edit(_)) {
            self.answer(NEEDED)?;
        }
        let typed = matches!(msg, Msg::Type(_));
        self.apply(msg)?;
        if typed {
            let mut text = String::new();
            while let Some(Input::Terminal(terminal::Input::Event(next))) = self.queue.front()
                && let Some(Msg::Type(character)) = self.message(next)
            {
                self.queue.pop_front();
                text.push(character);
            }
            if !text.is_empty() {
                self.apply(Msg::Paste(text))?;
            }
        }
        Ok(())
    }

    fn message(&self, event: &Event) -> Option<Msg> {
        keys::message(self.app.keymap(), self.app.context(), event)
    }

    fn apply(&mut self, msg: Msg) -> io::Result<()> {
        let effect = update(self.app, msg);
        self.perform(effect)
    }

    fn perform(&mut self, effect: Option<Effect>) -> io::Result<()> {
        let Some(effect) = effect else { return Ok(()) };
        match effect {
            Effect::Quit => self.ending = Some(Ending::Quit),
            Effect::Interrupt => self.ending = Some(Ending::Interrupted),
            Effect::Choose(id) => self.ending = Some(Ending::Chosen(id)),
            Effect::Copy(text) => return self.host.copy(&text),
            Effect::Search(question) => self.question = Some(question),
            Effect::Suspend => {
                if self.host.suspend()? {
                    return self.redraw();
                }
            }
            Effect::Redraw => return self.redraw(),
            Effect::GiveUp => self.ending = Some(Ending::Unread),
            Effect::Load => {
                if let Some(load) = self.host.load() {
                    self.worker.load(load);
                }
            }
            Effect::CancelLoad => self.worker.cancel_load(),
            Effect::Remember(memo) => {
                if let Some(text) = self.host.remember(&memo) {
                    return self.apply(Msg::Note(text));
                }
            }
        }
        Ok(())
    }

    /// Has the newest question answered: at once in a small plan, else by the worker, which is waited
    /// for at most for `time`.
    fn answer(&mut self, time: Duration) -> io::Result<()> {
        let Some(question) = self.question.take() else {
            return Ok(());
        };
        if question.size() <= SMALL {
            return self.apply(question.answer());
        }
        let end = Instant::now() + time;
        let ticket = question.ticket();
        self.worker.search(question);
        loop {
            let rest = end.saturating_duration_since(Instant::now());
            if rest.is_zero() || self.queue.len() >= CAPACITY {
                return Ok(());
            }
            self.receive(Some(rest))?;
            if let Some(Input::Msg(Msg::Found(answered, _))) = self.queue.back()
                && *answered == ticket
                && let Some(Input::Msg(found)) = self.queue.pop_back()
            {
                return self.apply(found);
            }
        }
    }
}
