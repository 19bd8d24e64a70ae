//! A program that does nothing but hold the terminal, for the tests of what the explorer must never
//! do: `!` panics while a frame is drawn, `w` panics in another thread; `q` quits. With an argument
//! the first frame waits for a key.

use std::process::exit;

use crossterm::event::{Event, KeyCode};
use plan::term::{Drawn, Events, HUNG_UP, Input, Options, Session, on_panic};
use ratatui::widgets::{Paragraph, Widget};

const PANIC: char = '!';

fn main() {
    on_panic(|place, message| format!("sample: a defect at {place}: {message}"));
    let options = Options {
        title: Some("sample".into()),
        mouse: true,
        suspend: true,
    };
    let Ok(mut session) = Session::open(&options) else {
        eprintln!("sample: no terminal");
        exit(2);
    };
    let (mut text, mut inputs) = (String::from("ready"), Vec::new());
    if std::env::args().len() > 1 && session.events.wait(None, &mut inputs).is_err() {
        exit(HUNG_UP);
    }
    loop {
        let drawn = session.screen.draw(|buffer| {
            assert!(!text.ends_with(PANIC), "asked to panic");
            Paragraph::new(text.as_str()).render(buffer.area, buffer);
            Drawn::default()
        });
        let came = drawn.and_then(|()| session.events.wait(None, &mut inputs));
        if came.is_err() {
            exit(HUNG_UP);
        }
        for input in inputs.drain(..) {
            match input {
                Input::Event(Event::Key(key)) => match key.code {
                    KeyCode::Char('q') => {
                        drop(session);
                        exit(0);
                    }
                    KeyCode::Char('w') => {
                        let _ = std::thread::spawn(|| panic!("in another thread")).join();
                    }
                    KeyCode::Char(c) => text.push(c),
                    KeyCode::Down => text.push('v'),
                    KeyCode::Up => text.push('^'),
                    _ => text.push('?'),
                },
                Input::Event(Event::Paste(paste)) => text = format!("<{}>", paste.len()),
                Input::Event(_) | Input::Woken => {}
                Input::Resized | Input::Continued => {
                    session.screen.resize();
                    session.screen.forget();
                }
                Input::Suspend => {
                    session.suspend();
                }
            }
        }
    }
}
