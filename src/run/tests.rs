//! The loop on a terminal that a script plays: how many frames, what is asked of it, how it ends.

use std::sync::Arc;
use std::sync::atomic::AtomicUsize;
use std::sync::atomic::Ordering::SeqCst;

use ratatui::buffer::Buffer;
use ratatui::layout::Size;

use super::*;
use crate::app::Options as AppOptions;
use crate::model::{Input as File, SHIPPED, load};
use crate::search::{Index, Query};
use crate::term::{Drawn, Output, Screen};

/// One answer of [`Stage::wait`].
enum Wait {
    Come(Vec<Input>),
    /// Nothing comes for as long as the loop waits.
    Silence,
}

struct Script {
    waits: VecDeque<Wait>,
    screen: Screen<Paper>,
    frames: Vec<String>,
    suspended: usize,
}

/// What was written, and the size that the next resize tells.
struct Paper {
    size: Size,
    sent: Vec<u8>,
}

impl Output for Paper {
    fn size(&self) -> Size {
        self.size
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.sent.extend_from_slice(bytes);
        Ok(())
    }
}

impl Stage for Script {
    fn wait(&mut self, time: Option<Duration>, inputs: &mut Vec<Input>) -> io::Result<()> {
        match self.waits.pop_front() {
            Some(Wait::Come(come)) => inputs.extend(come),
            Some(Wait::Silence) => std::thread::sleep(time.expect("the loop has a deadline")),
            None => return Err(io::ErrorKind::UnexpectedEof.into()),
        }
        Ok(())
    }

    fn draw(&mut self, draw: impl FnOnce(&mut Buffer) -> Drawn) -> io::Result<()> {
        let mut text = String::new();
        self.screen.draw(|buffer| {
            let drawn = draw(buffer);
            let cells = buffer.content.iter();
            text = cells.map(ratatui::buffer::Cell::symbol).collect();
            drawn
        })?;
        self.frames.push(text);
        Ok(())
    }

    fn resize(&mut self) -> Size {
        self.screen.resize()
    }

    fn forget(&mut self) {
        self.screen.forget();
    }

    fn send(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.screen.send(bytes)
    }

    fn suspend(&mut self) -> bool {
        self.suspended += 1;
        true
    }
}

#[derive(Default)]
struct Nobody {
    remembered: Vec<Memo>,
}

impl Host for Nobody {
    fn load(&mut self) -> Option<Load> {
        Some(Box::new(|report| {
            let mut done = 0;
            while report.progress(done, 100) {
                done += 1;
                std::thread::sleep(Duration::from_millis(1));
            }
            None
        }))
    }

    fn remember(&mut self, memo: &Memo) -> Option<String> {
        self.remembered.push(memo.clone());
        None
    }

    fn seen(&mut self, _: &App, _: bool) {}
}

fn keys(text: &str) -> Wait {
    let mut events = Vec::new();
    crate::term::Decoder::default().feed(text.as_bytes(), Duration::ZERO, &mut events);
    Wait::Come(events.into_iter().map(Input::Event).collect())
}

struct Run {
    ending: Ending,
    frames: Vec<String>,
    sent: String,
    suspended: usize,
    app: App,
}

fn play(waits: impl IntoIterator<Item = Wait>, options: &Options) -> Run {
    let plan = load(
        File {
            name: "plan.json",
            bytes: SHIPPED,
        },
        &[],
    )
    .expect("it is shipped");
    let index = Index::build(&plan);
    let size = Size::new(80, 24);
    let mut app = App::new(Arc::new(plan), Arc::new(index), size, AppOptions::default());
    let mut script = Script {
        waits: waits.into_iter().collect(),
        screen: Screen::new(Paper {
            size,
            sent: Vec::new(),
        }),
        frames: Vec::new(),
        suspended: 0,
    };
    let mailbox = Mailbox::new(|| {});
    let ending = run(
        &mut script,
        &mut app,
        &mut Nobody::default(),
        mailbox,
        options,
        None,
    );
    let sent = std::mem::take(&mut script.screen.output().sent);
    Run {
        ending,
        frames: script.frames,
        sent: String::from_utf8(sent).expect("what is sent is UTF-8"),
        suspended: script.suspended,
        app,
    }
}

fn typed(run: &Run) -> &str {
    run.app.lookup().input().value()
}

#[test]
fn a_burst_costs_one_frame() {
    let run = play(
        [keys("digital villages\x7f\x7f"), keys("\x1b[B\x1b[A")],
        &Options::default(),
    );
    assert_eq!(run.ending, Ending::HungUp);
    assert_eq!(run.frames.len(), 3);
    assert_eq!(typed(&run), "digital villag");
    assert!(!run.app.lookup().is_waiting());
}

#[test]
fn keys_after_a_question_meet_its_answer() {
    let run = play([keys("P3\r")], &Options::default());
    assert_eq!(
        run.app
            .node()
            .map(|node| run.app.plan().id(node).to_owned())
            .as_deref(),
        Some("P3")
    );
    assert_eq!(run.app.focus(), crate::app::Focus::Detail);
}

#[test]
fn a_question_mark_first_is_help_and_later_is_typed() {
    let run = play([keys("?")], &Options::default());
    assert!(run.app.overlay().is_some());
    let run = play([keys("who?")], &Options::default());
    assert_eq!(typed(&run), "who?");
    assert!(run.app.overlay().is_none());
}

#[test]
fn an_unbound_alt_key_is_esc_and_the_key() {
    // Esc clears the prompt, and the letter is typed.
    let run = play([keys("abc\x1bx")], &Options::default());
    assert_eq!(typed(&run), "x");
}

#[test]
fn leaving_ends_the_loop_at_once() {
    let run = play([keys("\x1b\x1bqz"), keys("z")], &Options::default());
    assert_eq!(run.ending, Ending::Quit);
    assert_eq!(run.frames.len(), 1);
    let run = play([keys("\x03")], &Options::default());
    assert_eq!(run.ending, Ending::Interrupted);
}

#[test]
fn an_idle_session_is_warned_a_minute_before_its_end() {
    assert_eq!(
        Clock::warning(Duration::from_mins(30)),
        Duration::from_mins(29)
    );
    assert_eq!(
        Clock::warning(Duration::from_mins(2)),
        Duration::from_mins(1)
    );
    // There is time to answer, however short it is.
    assert_eq!(
        Clock::warning(Duration::from_mins(1)),
        Duration::from_secs(30)
    );
}

#[test]
fn an_idle_session_is_warned_and_ends() {
    let options = Options {
        idle: Some(Duration::from_millis(80)),
        ..Options::default()
    };
    let silence = || Wait::Silence;
    let run = play([silence(), silence()], &options);
    assert_eq!(run.ending, Ending::Idle);
    let warning = run.app.words().idle_soon;
    assert_eq!(run.frames.len(), 2);
    let begins = warning.split_whitespace().next().expect("it has words");
    assert!(run.frames[1].contains(begins), "{}", run.frames[1]);
    // A key begins the time anew.
    let run = play(
        [silence(), keys("\x1b[B"), silence(), keys("\x1b[B")],
        &options,
    );
    assert_eq!(run.ending, Ending::HungUp);
    assert_eq!(run.frames.len(), 5);
}

#[test]
fn a_resize_writes_the_frame_anew() {
    let run = play([Wait::Come(vec![Input::Resized])], &Options::default());
    assert_eq!(run.sent.matches("\x1b[2J").count(), 2);
    let run = play([Wait::Come(vec![Input::Woken])], &Options::default());
    assert_eq!(
        run.sent.matches("\x1b[?2026h").count(),
        1,
        "nothing changes, nothing is sent"
    );
}

#[test]
fn suspending_is_left_to_the_terminal() {
    assert_eq!(play([keys("\x1a")], &Options::default()).suspended, 1);
    assert_eq!(
        play([Wait::Come(vec![Input::Suspend])], &Options::default()).suspended,
        1
    );
}

#[test]
fn copying_goes_to_the_terminal_of_whoever_sits_there() {
    let run = play([keys("P3"), keys("\ty")], &Options::default());
    assert!(run.sent.contains("\x1b]52;c;"), "{:?}", run.app.context());
}

#[test]
fn a_late_answer_and_a_cancelled_load_are_dropped() {
    let woken = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&woken);
    let mailbox = Mailbox::new(move || {
        count.fetch_add(1, SeqCst);
    });
    let mut worker = Worker::new(mailbox);
    worker.load(Nobody::default().load().expect("it loads"));
    let told = worker.wait(1, Duration::from_millis(300));
    assert!((1..=8).contains(&told.len()), "{} times told", told.len());
    assert!(woken.load(SeqCst) >= told.len());
    worker.cancel_load();
    worker.wait(1, Duration::from_millis(20));
    assert!(worker.wait(1, Duration::from_millis(120)).is_empty());
}

#[test]
fn the_worker_answers_the_newest_question() {
    let plan = Arc::new(
        load(
            File {
                name: "plan.json",
                bytes: SHIPPED,
            },
            &[],
        )
        .expect("it is shipped"),
    );
    let index = Arc::new(Index::build(&plan));
    let mut worker = Worker::new(Mailbox::new(|| {}));
    for ticket in 1..=40 {
        let asked = (ticket, Query::parse("5g"));
        worker.search(Question::new(&plan, &index, asked));
    }
    let come = worker.wait(40, Duration::from_secs(10));
    assert!(matches!(come.last(), Some(Msg::Found(40, found)) if found.total > 0));
}
