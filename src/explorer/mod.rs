//! The explorer from its start to its end: opens the plan, enters the terminal, runs the loop, and
//! turns its ending into an exit status. Problems of the files are printed before the terminal is
//! entered or after it is restored.

mod defect;
mod host;
mod idle;
mod plain;
mod reload;
mod session;
mod state;
mod worker;

use std::io::Write;
use std::path::Path;
use std::sync::mpsc::sync_channel;
use std::time::{Duration, Instant};

use crate::app::{App, Colours, Effect, Keymap, Options, Taker};
use crate::cli::error::CliError;
use crate::cli::output::standard_output;
use crate::cli::{self, Explore};
use crate::clipboard::Between;
use crate::clock;
use crate::config::{Ambiguous, Env, Settings, When, name_of, utf8};
use crate::file_watcher::Fingerprint;
use crate::files::{called, keep_stdin, shown};
use crate::i18n::term::term as words;
use crate::model::{Date, Info, Lang};
use crate::page::Charset;
use crate::terminal::{self, Backend, HUNG_UP, Output};
use crate::view::Theme;
pub use defect::on_panic;
use host::{FilesAtStart, LocalHost};
pub use idle::warned_after;
use plain::run_plain;
use reload::{LoadedPlan, Loading, files, watched};
pub use session::{CAPACITY, Ending, Host, Input, run};
use state::{SavedState, restore};
pub use worker::{Load, Report, Worker};

/// Exit statuses, as far as they are not those of commands.
const DONE: u8 = 0;
const NOTHING: u8 = 1;
const WRONG: u8 = 2;
const INTERRUPTED: u8 = 130;

/// A plan that is read within this time is there with the first frame; another is waited for on the
/// screen.
const SOON: Duration = Duration::from_millis(35);

/// Runs the explorer. Gives the exit status.
#[must_use]
pub fn explore(asked: &Explore, env: Env) -> u8 {
    let settings = &asked.settings;
    let lang = settings.lang.value;
    if settings.plain.value {
        return run_plain(asked, env).unwrap_or_else(|fault| cli::end(fault, lang).into());
    }
    match start(asked, env) {
        Ok(ended) => end(asked.print, &ended),
        Err(fault) => cli::end(fault, lang).into(),
    }
}

/// How the explorer ended, what the plan is called, and in which language.
struct Ended {
    ending: Ending,
    name: String,
    lang: Lang,
}

fn start(asked: &Explore, env: Env) -> Result<Ended, CliError> {
    let settings = &asked.settings;
    let mut options = options(asked, env);
    let began = Instant::now();
    let look = Fingerprint::of(&watched(settings));
    keep_stdin();
    let loading = Loading::start(settings);
    let state = SavedState::new(asked, env);
    let read = loading.within(SOON.saturating_sub(began.elapsed()));
    let loaded = read.flatten().transpose()?;
    let name = name(settings);
    let plan = loaded.as_ref().map(|loaded| loaded.plan.info());
    let recalled = state.recall(plan.map_or("", |plan| &plan.id));
    restore(&mut options, &recalled, settings, is_mono(settings, env));
    let kind = env("TERM").unwrap_or_default();
    let how = terminal::Options {
        title: has_titles(&kind, between(env)).then(|| title(settings, plan, options.lang)),
        mouse: settings.mouse.value,
        suspend: !settings.kiosk,
    };
    let lang = options.lang;
    let (sender, inputs) = sync_channel(CAPACITY);
    let terminal = terminal::Session::open(&how, sender.clone());
    let terminal = terminal.map_err(|_| CliError::new(words(lang).no_terminal))?;
    let backend = Backend::new(terminal.output());
    let size = backend.output.size();
    let mut app = match loaded {
        Some(LoadedPlan { plan, index, .. }) => App::new(plan, index, size, options),
        None => App::unread(&name, &asked.query, size, options),
    };
    let first = if app.is_opening() {
        Some(Effect::Load)
    } else {
        app.begin(recalled.memory.place, &asked.query)
    };
    let start = FilesAtStart {
        began,
        look,
        loading: app.is_opening().then_some(loading),
        trouble: recalled.error,
    };
    let mut host =
        LocalHost::new(asked, &app, state, start, sender.clone()).on(terminal, between(env));
    let minutes = u64::from(settings.idle.value);
    let idle = (minutes > 0).then(|| Duration::from_secs(60 * minutes));
    let ending = run(backend, &mut app, &mut host, (sender, inputs), idle, first);
    host.finish();
    asked.log.note(logged(&ending));
    host.fault().map_or(Ok(()), Err)?;
    Ok(Ended {
        ending,
        name: app.plan().info().name.get(app.lang()).to_owned(),
        lang: app.lang(),
    })
}

/// How a session ended, for the log.
fn logged(ending: &Ending) -> &'static str {
    match ending {
        Ending::Chosen(_) => "chosen",
        Ending::Quit => "quit",
        Ending::Idle => "idle for too long",
        Ending::Interrupted => "interrupted",
        Ending::HungUp => "hung up",
        Ending::Unread => "not read",
    }
}

/// What a plan is called until it says so itself: the name of its first file.
fn name(settings: &Settings) -> String {
    let files = files(settings);
    let name = files.first().and_then(|path| called(path).file_name());
    name.map_or_else(String::new, |name| shown(Path::new(name)))
}

fn options(asked: &Explore, env: Env) -> Options {
    let settings = &asked.settings;
    let taker = match between(env) {
        Between::Tmux => Taker::Tmux,
        Between::Nothing | Between::Screen => Taker::Terminal,
    };
    Options {
        lang: settings.lang.value,
        charset: charset(settings, env),
        kiosk: settings.kiosk,
        print: asked.print,
        today: today(settings),
        theme: theme(settings, env),
        colours: colours(env),
        taker,
        keymap: keymap(settings),
        // What the state folder tells.
        first_start: false,
        bookmarks: Vec::new(),
        queries: Vec::new(),
    }
}

/// Today, to tell what is overdue.
fn today(settings: &Settings) -> Option<Date> {
    if settings.kiosk {
        clock::today_in_kiosk()
    } else {
        clock::today()
    }
}

/// What stands between the program and the terminal.
fn between(env: Env) -> Between {
    let kind = env("TERM").unwrap_or_default();
    Between::new(&kind, env("TMUX").is_some(), env("STY").is_some())
}

/// What the screen can draw: some terminals have no letters but ASCII, some locales say so, and
/// on some Chinese terminals quotation marks and lines are two columns wide.
fn charset(settings: &Settings, env: Env) -> Charset {
    const ASCII: [&str; 5] = ["linux", "vt", "ansi", "cons", "sun"];
    let kind = env("TERM").unwrap_or_default();
    let poor = ASCII
        .iter()
        .any(|name| kind.starts_with(name) && !kind.starts_with("vte"));
    match settings.ambiguous.value {
        _ if settings.ascii.value || poor || !utf8(env) => Charset::Ascii,
        Ambiguous::Wide => Charset::Unambiguous,
        Ambiguous::Narrow => Charset::Unicode,
    }
}

/// No colours are wanted.
fn is_mono(settings: &Settings, env: Env) -> bool {
    env("NO_COLOR").is_some() || settings.color.value == When::Never
}

/// The number of the theme; a terminal without colours gets the one without.
fn theme(settings: &Settings, env: Env) -> usize {
    let name = name_of(if is_mono(settings, env) {
        &crate::config::Theme::Mono
    } else {
        &settings.theme.value
    });
    Theme::number(&name).unwrap_or_default()
}

/// Which colours the terminal has, as far as the environment tells. Through SSH it tells only the
/// terminal's kind.
fn colours(env: Env) -> Colours {
    const MANY: [&str; 6] = ["alacritty", "foot", "tmux", "vte", "wezterm", "xterm-kitty"];
    let kind = env("TERM").unwrap_or_default();
    let said = env("COLORTERM").unwrap_or_default();
    if said == "truecolor" || said == "24bit" || kind.ends_with("-direct") {
        Colours::Rgb
    } else if kind.contains("256color") || MANY.iter().any(|name| kind.starts_with(name)) {
        Colours::Indexed
    } else {
        Colours::Few
    }
}

fn keymap(settings: &Settings) -> Keymap {
    let keys = &settings.keys.value;
    let own: Vec<_> = keys
        .iter()
        .map(|key| (key.name.clone(), key.keys.clone()))
        .collect();
    Keymap::new(settings.preset.value, &own).expect("keys are checked where the file is read")
}

/// The title of the window. A terminal can be made to type its own title: so no word that a file
/// holds goes into it, only the file's name.
fn title(settings: &Settings, plan: Option<&Info>, lang: Lang) -> String {
    match (&settings.data.value, plan) {
        (None, Some(plan)) => plan.name.get(lang).to_owned(),
        (Some(_), _) | (None, None) => format!("plan: {}", name(settings)),
    }
}

/// Terminals that have a title, and a stack of them. GNU screen has no stack: it could not give the
/// title back.
fn has_titles(kind: &str, between: Between) -> bool {
    const KINDS: [&str; 11] = [
        "xterm",
        "screen",
        "tmux",
        "rxvt",
        "alacritty",
        "foot",
        "konsole",
        "gnome",
        "vte",
        "putty",
        "wezterm",
    ];
    between != Between::Screen && KINDS.iter().any(|name| kind.starts_with(name))
}

/// The exit status; a chosen id goes to standard output.
fn end(print: bool, ended: &Ended) -> u8 {
    let Ended { ending, name, lang } = ended;
    match ending {
        Ending::Chosen(id) => writeln!(standard_output(), "{id}").map_or_else(
            |error| cli::end(CliError::Output(error), *lang).into(),
            |()| DONE,
        ),
        Ending::Unread => {
            let _ = cli::end(CliError::new(words(*lang).unread(name)), *lang);
            NOTHING
        }
        Ending::Quit if print => NOTHING,
        Ending::Quit | Ending::Idle => DONE,
        Ending::Interrupted => INTERRUPTED,
        Ending::HungUp => u8::try_from(HUNG_UP).unwrap_or(WRONG),
    }
}
