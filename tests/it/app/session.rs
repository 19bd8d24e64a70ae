//! The loop without a terminal: what it draws and asks for, and how it ends.

use std::io;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use ratatui::layout::Size;

use crate::ui::shipped;
use plan::app::{App, Memo, Msg, Options, Question};
use plan::explorer::{CAPACITY, Ending, Host, Input, Load, Worker, run};
use plan::query::Query;
use plan::search::Index;
use plan::terminal::{self, Backend, Output};

/// What is sent to the loop at a time, and how long nothing comes before it.
struct Batch {
    after: Duration,
    inputs: Vec<terminal::Input>,
}

/// Everything that was written.
#[derive(Clone, Default)]
struct Paper(Arc<Mutex<Vec<u8>>>);

impl Output for Paper {
    fn size(&self) -> Size {
        Size::new(80, 24)
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        let mut written = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        written.extend_from_slice(bytes);
        Ok(())
    }
}

/// Sends the next batch whenever the loop has applied the one before.
struct Script {
    batches: std::vec::IntoIter<Batch>,
    inputs: SyncSender<Input>,
    copied: Vec<String>,
    suspended: usize,
    applied: usize,
}

impl Host for Script {
    fn load(&mut self) -> Option<Load> {
        Some(counting())
    }

    fn remember(&mut self, _: &Memo) -> Option<String> {
        None
    }

    fn applied(&mut self, _: &App) -> Option<String> {
        self.applied += 1;
        let end = Batch {
            after: Duration::ZERO,
            inputs: vec![terminal::Input::Gone],
        };
        let batch = self.batches.next().unwrap_or(end);
        let inputs = self.inputs.clone();
        let send = move || {
            std::thread::sleep(batch.after);
            for input in batch.inputs {
                let _ = inputs.send(input.into());
            }
        };
        if batch.after.is_zero() {
            send();
        } else {
            std::thread::spawn(send);
        }
        None
    }

    fn copy(&mut self, text: &str) -> io::Result<()> {
        self.copied.push(text.to_owned());
        Ok(())
    }

    fn suspend(&mut self) -> io::Result<bool> {
        self.suspended += 1;
        Ok(true)
    }

    fn resume(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A load that reports its progress until it is cancelled.
fn counting() -> Load {
    Box::new(|report| {
        let mut done = 0;
        while report.progress(done, 100) {
            done += 1;
            std::thread::sleep(Duration::from_millis(1));
        }
        None
    })
}

fn event(c: char) -> Event {
    let (code, modifiers) = match c {
        '\r' => (KeyCode::Enter, KeyModifiers::NONE),
        '\t' => (KeyCode::Tab, KeyModifiers::NONE),
        '\x7f' => (KeyCode::Backspace, KeyModifiers::NONE),
        '\x1b' => (KeyCode::Esc, KeyModifiers::NONE),
        '↓' => (KeyCode::Down, KeyModifiers::NONE),
        '\x03' => (KeyCode::Char('c'), KeyModifiers::CONTROL),
        '\x1a' => (KeyCode::Char('z'), KeyModifiers::CONTROL),
        c => (KeyCode::Char(c), KeyModifiers::NONE),
    };
    Event::Key(KeyEvent::new(code, modifiers))
}

/// Keys that come together.
fn keys(text: &str) -> Batch {
    Batch {
        after: Duration::ZERO,
        inputs: text
            .chars()
            .map(event)
            .map(terminal::Input::Event)
            .collect(),
    }
}

fn signal(input: terminal::Input) -> Batch {
    Batch {
        after: Duration::ZERO,
        inputs: vec![input],
    }
}

struct Played {
    ending: Ending,
    written: String,
    host: Script,
    app: App,
}

fn play(batches: impl IntoIterator<Item = Batch>, idle: Option<Duration>) -> Played {
    let plan = Arc::new(shipped());
    let index = Index::lazy(&plan);
    let size = Size::new(80, 24);
    let mut app = App::new(plan, index, size, Options::default());
    let paper = Paper::default();
    let (sender, inputs) = sync_channel(CAPACITY);
    let mut host = Script {
        batches: batches.into_iter().collect::<Vec<_>>().into_iter(),
        inputs: sender.clone(),
        copied: Vec::new(),
        suspended: 0,
        applied: 0,
    };
    let backend = Backend::new(paper.clone());
    let ending = run(backend, &mut app, &mut host, (sender, inputs), idle, None);
    let written = std::mem::take(&mut *paper.0.lock().unwrap_or_else(PoisonError::into_inner));
    Played {
        ending,
        written: String::from_utf8(written).expect("it is UTF-8"),
        host,
        app,
    }
}

fn frames(played: &Played) -> usize {
    played.written.matches("\x1b[?2026h").count()
}

fn typed(played: &Played) -> &str {
    played.app.lookup().input().value()
}

#[test]
fn a_burst_costs_one_frame() {
    let played = play([keys("digital villages\x7f\x7f"), keys("↓↓")], None);
    assert_eq!(played.ending, Ending::HungUp);
    assert_eq!(frames(&played), 3);
    assert_eq!(typed(&played), "digital villag");
    assert!(!played.app.lookup().is_waiting());
}

#[test]
fn a_flood_has_a_frame_every_50_ms_and_fills_no_queue() {
    let (sender, inputs) = sync_channel(CAPACITY);
    let plan = Arc::new(shipped());
    let index = Index::lazy(&plan);
    let size = Size::new(80, 24);
    let mut app = App::new(plan, index, size, Options::default());
    let mut host = Script {
        batches: Vec::new().into_iter(),
        inputs: sync_channel(CAPACITY).0,
        copied: Vec::new(),
        suspended: 0,
        applied: 0,
    };
    let flood = sender.clone();
    let time = Duration::from_millis(600);
    let flooding = std::thread::spawn(move || {
        let start = Instant::now();
        let mut sent = 0;
        while start.elapsed() < time {
            for c in "a\t\x1b↓\t".chars() {
                flood
                    .send(terminal::Input::Event(event(c)).into())
                    .expect("the loop runs");
                sent += 1;
            }
        }
        flood
            .send(terminal::Input::Gone.into())
            .expect("the loop runs");
        sent
    });
    let start = Instant::now();
    run(
        Backend::new(Paper::default()),
        &mut app,
        &mut host,
        (sender, inputs),
        None,
        None,
    );
    let sent = flooding.join().expect("it ends");
    // What waits at the end is applied soon: no more than the channel and one batch hold.
    assert!(sent > 2 * CAPACITY || start.elapsed() < 20 * time, "{sent}");
    let least = u32::try_from(host.applied).expect("few") * Duration::from_millis(200);
    assert!(least >= time, "{} frames", host.applied);
}

#[test]
fn keys_after_a_question_meet_its_answer() {
    let played = play([keys("P3\r")], None);
    let node = played.app.node().map(|node| played.app.plan().id(node));
    assert_eq!(node, Some("P3"));
    assert_eq!(played.app.focus(), plan::app::Focus::Detail);
}

#[test]
fn a_question_mark_first_is_help_and_later_is_typed() {
    assert!(play([keys("?")], None).app.overlay().is_some());
    let played = play([keys("who?")], None);
    assert_eq!(typed(&played), "who?");
    assert!(played.app.overlay().is_none());
}

#[test]
fn an_unbound_alt_key_is_esc_and_the_key() {
    // Esc clears the prompt, and the letter is typed.
    let alt = Event::Key(KeyEvent::new(KeyCode::Char('x'), KeyModifiers::ALT));
    let mut batch = keys("abc");
    batch.inputs.push(terminal::Input::Event(alt));
    assert_eq!(typed(&play([batch], None)), "x");
}

#[test]
fn leaving_ends_the_loop_at_once() {
    let played = play([keys("\x1b\x1b qz"), keys("z")], None);
    assert_eq!(played.ending, Ending::Quit);
    assert_eq!(frames(&played), 1);
    assert_eq!(play([keys("\x03")], None).ending, Ending::Interrupted);
}

#[test]
fn an_idle_session_is_warned_and_ends() {
    let idle = Duration::from_millis(200);
    let never = || Batch {
        after: Duration::from_hours(1),
        inputs: Vec::new(),
    };
    let played = play([never(), never(), never()], Some(idle));
    assert_eq!(played.ending, Ending::Idle);
    let warning = played.app.words().idle_soon;
    let begins = warning.split_whitespace().next().expect("it has words");
    assert!(played.written.contains(begins), "{}", played.written);
    // A key starts the time again.
    let start = Instant::now();
    let key = Batch {
        after: Duration::from_millis(150),
        ..keys("↓")
    };
    let played = play([key, never(), never(), never()], Some(idle));
    assert_eq!(played.ending, Ending::Idle);
    assert!(start.elapsed() >= Duration::from_millis(350));
}

#[test]
fn a_resize_writes_the_frame_anew() {
    let played = play([signal(terminal::Input::Resized)], None);
    assert_eq!(played.written.matches("\x1b[2J").count(), 2);
    let played = play([keys("\0")], None);
    assert_eq!(frames(&played), 1, "nothing changes, nothing is written");
}

#[test]
fn suspending_and_copying_are_left_to_the_host() {
    assert_eq!(play([keys("\x1a")], None).host.suspended, 1);
    let suspend = signal(terminal::Input::Suspend);
    assert_eq!(play([suspend], None).host.suspended, 1);
    let played = play([keys("P3"), keys("\t y")], None);
    assert_eq!(played.host.copied.len(), 1);
}

/// The messages that come until `end` of them or a time have passed.
fn messages(inputs: &Receiver<Input>, time: Duration, end: impl Fn(&Msg) -> bool) -> Vec<Msg> {
    let until = Instant::now() + time;
    let mut messages = Vec::new();
    while let Ok(Input::Msg(msg)) =
        inputs.recv_timeout(until.saturating_duration_since(Instant::now()))
    {
        let last = end(&msg);
        messages.push(msg);
        if last {
            break;
        }
    }
    messages
}

#[test]
fn a_cancelled_load_reports_nothing_more() {
    let (sender, inputs) = sync_channel(CAPACITY);
    let mut worker = Worker::new(sender);
    worker.load(counting());
    let reported = messages(&inputs, Duration::from_millis(300), |_| false);
    assert!((1..=8).contains(&reported.len()), "{}", reported.len());
    worker.cancel_load();
    messages(&inputs, Duration::from_millis(20), |_| false);
    assert!(messages(&inputs, Duration::from_millis(120), |_| false).is_empty());
}

#[test]
fn the_worker_answers_the_newest_question() {
    let plan = Arc::new(shipped());
    let index = Index::lazy(&plan);
    let (sender, inputs) = sync_channel(CAPACITY);
    let mut worker = Worker::new(sender);
    for ticket in 1..=40 {
        let asked = (ticket, Query::parse("5g"));
        worker.search(Question::new(&plan, &index, asked));
    }
    let last = |msg: &Msg| matches!(msg, Msg::Found(40, _));
    let come = messages(&inputs, Duration::from_secs(10), last);
    assert!(matches!(come.last(), Some(Msg::Found(40, found)) if found.total > 0));
}
