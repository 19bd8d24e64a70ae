//! The loop: draw, wait, apply all that waits, and again. It sleeps until something comes.
//!
//! A burst of keys costs one frame, however long it is. Of the questions asked within a burst only
//! the last is searched for. A search is waited for a few milliseconds, so that a fast answer costs
//! one frame; after that the typed letter is drawn first, and the answer follows by itself. Where the
//! last search took longer, the letter is drawn before the next one begins.

mod stage;
mod worker;

use std::collections::VecDeque;
use std::io;
use std::time::{Duration, Instant};

use crossterm::event::Event;

use crate::app::{App, Effect, Memo, Msg, Question, SMALL, update};
use crate::keys;
use crate::term::{Between, Drawn, Input, copy};
use crate::view;

pub use stage::Stage;
use worker::Worker;
pub use worker::{Load, Mailbox, Post, Report};

/// For so long an answer is waited for before a frame is drawn without it: below, one frame costs
/// less than two. Where the last answer took longer, what is typed is drawn before anything else.
const SOON: Duration = Duration::from_millis(5);
/// For so long it is waited for where the next key needs it.
const NEEDED: Duration = Duration::from_millis(50);
/// So long before the end an idle session is told.
const WARNING: Duration = Duration::from_mins(1);

/// How the explorer ended.
#[derive(Debug, PartialEq, Eq)]
pub enum Ending {
    /// It was left.
    Quit,
    /// It was interrupted.
    Interrupted,
    /// A node was chosen: this id is to be printed.
    Chosen(String),
    /// Nobody pressed a key for too long.
    Idle,
    /// The plan was not read: somebody cancelled it, or something is wrong with it.
    Unread,
    /// The terminal is gone.
    HungUp,
}

/// What the loop cannot do by itself.
pub trait Host {
    /// Reads the plan, the first time or again; `None` where that is not allowed. What it gives is
    /// called in another thread.
    fn load(&mut self) -> Option<Load>;

    /// Keeps something for the next session. Gives what there is to say about it.
    fn remember(&mut self, memo: &Memo) -> Option<String>;

    /// Everything that came was applied; whether a key was pressed.
    fn seen(&mut self, app: &App, pressed: bool);
}

/// What is settled before the loop begins.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// After so long without a key the session ends.
    pub idle: Option<Duration>,
    /// What stands between the program and the terminal.
    pub between: Between,
    /// The terminal can open links, and may.
    pub links: bool,
}

/// Runs the explorer until it ends. `first` is what it is asked to do at the start; what `mailbox`
/// brings comes from other threads.
pub fn run(
    stage: &mut impl Stage,
    app: &mut App,
    host: &mut impl Host,
    mailbox: Mailbox,
    options: &Options,
    first: Option<Effect>,
) -> Ending {
    let worker = Worker::new(mailbox);
    let mut session = Session {
        stage,
        app,
        host,
        options,
        worker,
        ending: None,
        question: None,
        asked: None,
        slow: false,
    };
    match session.run(first) {
        Ok(ending) => ending,
        Err(_) => Ending::HungUp,
    }
}

/// Everything that the loop holds.
struct Session<'a, S, H> {
    stage: &'a mut S,
    app: &'a mut App,
    host: &'a mut H,
    options: &'a Options,
    worker: Worker,
    ending: Option<Ending>,
    /// A question that nobody works on yet.
    question: Option<Question>,
    /// When the worker was last asked, and by which number.
    asked: Option<(u64, Instant)>,
    /// The last answer did not come soon.
    slow: bool,
}

impl<S: Stage, H: Host> Session<'_, S, H> {
    fn run(&mut self, first: Option<Effect>) -> io::Result<Ending> {
        self.perform(first)?;
        self.answer(SOON)?;
        let mut clock = Clock::new(self.options.idle);
        let mut inputs = Vec::new();
        let mut pressed = false;
        loop {
            self.host.seen(self.app, pressed);
            if let Some(ending) = self.ending.take() {
                return Ok(ending);
            }
            self.draw()?;
            if let Some(question) = self.question.take() {
                self.ask(question);
            }
            self.stage.wait(clock.time(), &mut inputs)?;
            pressed = inputs.iter().any(|input| matches!(input, Input::Event(_)));
            match clock.tick(pressed) {
                Tick::Nothing => {}
                Tick::Warn => self.apply(Msg::IdleSoon)?,
                Tick::End => return Ok(Ending::Idle),
            }
            self.take(&mut inputs)?;
            // Threads that search would stand in the way of the frame with what was typed.
            if !self.slow {
                self.answer(SOON)?;
            }
        }
    }

    fn draw(&mut self) -> io::Result<()> {
        let app = &*self.app;
        let linked = self.options.links;
        self.stage.draw(|buffer| {
            let caret = view::draw(app, buffer);
            let links = linked.then(|| view::links(app, buffer));
            Drawn {
                caret,
                links: links.unwrap_or_default(),
            }
        })
    }

    /// Applies everything that has come.
    fn take(&mut self, inputs: &mut Vec<Input>) -> io::Result<()> {
        let mut events = VecDeque::new();
        for input in inputs.drain(..) {
            match input {
                Input::Event(event) => events.push_back(event),
                Input::Resized | Input::Continued => self.resize()?,
                Input::Suspend => self.perform(Some(Effect::Suspend))?,
                Input::Woken => {}
            }
        }
        for msg in self.worker.come() {
            self.apply(msg)?;
        }
        while let Some(event) = events.pop_front() {
            if self.ending.is_some() {
                return Ok(());
            }
            self.event(&event, &mut events)?;
        }
        Ok(())
    }

    fn resize(&mut self) -> io::Result<()> {
        let size = self.stage.resize();
        // Terminals disagree on what a resize leaves on the screen.
        self.stage.forget();
        self.apply(Msg::Resize(size))
    }

    /// Applies an event. Characters typed in a row are taken together.
    fn event(&mut self, event: &Event, rest: &mut VecDeque<Event>) -> io::Result<()> {
        let Some(msg) = self.message(event) else {
            if let Some(key) = keys::without_alt(event) {
                rest.push_front(key);
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
        if typed && keys::is_typing(self.app.context()) {
            let mut text = String::new();
            while let Some(Msg::Type(character)) = rest.front().and_then(|next| self.message(next))
            {
                rest.pop_front();
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
        if let (Msg::Found(answered, _), Some((ticket, at))) = (&msg, self.asked)
            && *answered == ticket
        {
            self.slow = at.elapsed() > SOON;
        }
        let effect = update(self.app, msg);
        self.perform(effect)
    }

    fn perform(&mut self, effect: Option<Effect>) -> io::Result<()> {
        let Some(effect) = effect else { return Ok(()) };
        match effect {
            Effect::Quit => self.ending = Some(Ending::Quit),
            Effect::Interrupt => self.ending = Some(Ending::Interrupted),
            Effect::Choose(id) => self.ending = Some(Ending::Chosen(id)),
            Effect::Copy(text) => return self.copy(&text),
            Effect::Search(question) => self.question = Some(question),
            Effect::Suspend => {
                self.stage.suspend();
            }
            Effect::Redraw => self.stage.forget(),
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

    fn copy(&mut self, text: &str) -> io::Result<()> {
        // The state keeps what it copies within what a terminal takes.
        match copy(text, self.options.between) {
            Some(sequence) => self.stage.send(&sequence),
            None => Ok(()),
        }
    }

    /// Has the newest question answered: at once where that is quick, or by the worker, for whom
    /// it waits at most so long.
    fn answer(&mut self, time: Duration) -> io::Result<()> {
        let Some(question) = self.question.take() else {
            return Ok(());
        };
        if question.size() <= SMALL {
            return self.apply(question.answer());
        }
        let ticket = self.ask(question);
        for msg in self.worker.wait(ticket, time) {
            self.apply(msg)?;
        }
        Ok(())
    }

    /// Has the worker answer a question. Gives its number.
    fn ask(&mut self, question: Question) -> u64 {
        let ticket = question.ticket();
        self.asked = Some((ticket, Instant::now()));
        self.worker.search(question);
        ticket
    }
}

/// Measures how long nobody pressed a key.
struct Clock {
    idle: Option<Duration>,
    last: Instant,
    warned: bool,
}

enum Tick {
    Nothing,
    Warn,
    End,
}

impl Clock {
    fn new(idle: Option<Duration>) -> Clock {
        Clock {
            idle,
            last: Instant::now(),
            warned: false,
        }
    }

    /// When idle time is told: a minute before its end, or halfway if it is shorter.
    fn warning(idle: Duration) -> Duration {
        idle.saturating_sub(WARNING.min(idle / 2))
    }

    /// How long to wait at most.
    fn time(&self) -> Option<Duration> {
        let idle = self.idle?;
        let until = if self.warned {
            idle
        } else {
            Clock::warning(idle)
        };
        Some(until.saturating_sub(self.last.elapsed()))
    }

    /// Somebody pressed a key, or nobody did.
    fn tick(&mut self, pressed: bool) -> Tick {
        let Some(idle) = self.idle else {
            return Tick::Nothing;
        };
        if pressed {
            self.last = Instant::now();
            self.warned = false;
            return Tick::Nothing;
        }
        let elapsed = self.last.elapsed();
        if elapsed >= idle {
            Tick::End
        } else if !self.warned && elapsed >= Clock::warning(idle) {
            self.warned = true;
            Tick::Warn
        } else {
            Tick::Nothing
        }
    }
}

#[cfg(test)]
mod tests;
