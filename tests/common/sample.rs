//! A program that does nothing but hold the terminal, for the tests of what the explorer must never
//! do: `!` panics while a frame is drawn, `w` panics in another thread; `q` quits.

use std::process::exit;
use std::sync::mpsc::sync_channel;

use crossterm::event::{Event, KeyCode};
use plan::terminal::{HUNG_UP, Input, Options, Session, on_panic};
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};

const PANIC: char = '!';

fn main() {
    on_panic(|place, message| format!("sample: a defect at {place}: {message}"));
    let options = Options {
        title: Some("sample".into()),
        mouse: true,
        suspend: true,
    };
    let (sender, inputs) = sync_channel::<Input>(1000);
    let Ok(session) = Session::open(&options, sender) else {
        eprintln!("sample: no terminal");
        exit(2);
    };
    let viewport = Viewport::Fixed(Rect::from(session.size()));
    let options = TerminalOptions { viewport };
    let mut terminal =
        Terminal::with_options(session.backend(), options).expect("it asks for nothing");
    let mut text = String::from("ready");
    loop {
        let drawn = terminal.draw(|frame| {
            assert!(!text.ends_with(PANIC), "asked to panic");
            frame.render_widget(text.as_str(), frame.area());
        });
        let (true, Ok(first)) = (drawn.is_ok(), inputs.recv()) else {
            exit(HUNG_UP);
        };
        for input in std::iter::once(first).chain(inputs.try_iter()) {
            let again = match input {
                Input::Event(Event::Key(key)) => {
                    match key.code {
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
                        KeyCode::Esc => text.push('e'),
                        _ => text.push('?'),
                    }
                    Ok(false)
                }
                Input::Event(Event::Paste(paste)) => {
                    text = format!("<{}>", paste.len());
                    Ok(false)
                }
                Input::Event(_) => Ok(false),
                Input::Resized => Ok(true),
                Input::Continued => session.resume().map(|()| true),
                Input::Suspend => session.suspend(),
                Input::Gone => exit(HUNG_UP),
            };
            let redrawn = again.and_then(|again| {
                if again {
                    terminal.resize(Rect::from(session.size()))
                } else {
                    Ok(())
                }
            });
            if redrawn.is_err() {
                exit(HUNG_UP);
            }
        }
    }
}
