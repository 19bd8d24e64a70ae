//! The explorer from its start to its end: opens the plan, takes the terminal, runs the loop, and
//! says how it ended. What can be wrong with the files is said before the terminal is touched.

mod host;

use std::io::{IsTerminal, Write};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::app::{App, Effect, Keymap, Options, Place};
use crate::card::Names;
use crate::cli::fault::Fault;
use crate::cli::{self, Explore, open};
use crate::clock::today;
use crate::config::{Ambiguous, Env, From, Settings, When, name_of, utf8};
use crate::files::shown;
use crate::model::{Lang, Plan};
use crate::page::Charset;
use crate::plain;
use crate::run::{self, Ending, Mailbox};
use crate::search::Index;
use crate::state::{Recalled, Store};
use crate::term::{self, Between, HUNG_UP, Session};
use crate::view::Theme;
use crate::watch::Look;
use crate::words::term::term as words;
use host::{Outside, files};

/// Exit statuses, as far as they are not those of commands.
const DONE: u8 = 0;
const NOTHING: u8 = 1;
const WRONG: u8 = 2;
const INTERRUPTED: u8 = 130;

/// Runs the explorer. Gives the exit status.
#[must_use]
pub fn explore(asked: &Explore, env: Env) -> u8 {
    let settings = &asked.settings;
    let lang = settings.lang.value;
    if settings.plain.value {
        return read_aloud(asked, env).unwrap_or_else(|fault| {
            let _ = cli::end(fault, lang);
            WRONG
        });
    }
    match start(asked, env) {
        Ok((ending, plan)) => end(asked.print, &ending, &plan),
        Err(fault) => {
            let _ = cli::end(fault, lang);
            WRONG
        }
    }
}

/// Plain mode. What is said goes to standard output, unless that waits for the chosen id.
fn read_aloud(asked: &Explore, env: Env) -> Result<u8, Fault> {
    let settings = &asked.settings;
    let plan = open::plan(settings)?;
    let index = Index::build(&plan);
    let names = Names {
        lang: settings.lang.value,
        both: settings.both,
    };
    let minutes = u64::from(settings.idle.value);
    let how = plain::Options {
        query: asked.query.clone(),
        prompt: std::io::stdin().is_terminal(),
        print: asked.print,
        ascii: settings.ascii.value || !utf8(env),
        idle: (minutes > 0).then(|| Duration::from_secs(60 * minutes)),
    };
    let mut session = plain::Session::new(&plan, &index, names);
    let input = std::io::BufReader::new(std::io::stdin());
    let chosen = if asked.print {
        plain::run(&mut session, &how, input, &mut std::io::stderr())
    } else {
        plain::run(&mut session, &how, input, &mut std::io::stdout())
    };
    let ending = match chosen.map_err(Fault::Output)? {
        Some(node) => Ending::Chosen(node),
        None => Ending::Quit,
    };
    Ok(end(asked.print, &ending, &plan))
}

fn start(asked: &Explore, env: Env) -> Result<(Ending, Arc<Plan>), Fault> {
    let settings = &asked.settings;
    let mut options = options(asked, env)?;
    let look = Look::at(&files(settings));
    let began = Instant::now();
    let plan = Arc::new(open::plan(settings)?);
    let index = Arc::new(Index::build(&plan));
    let ready = began.elapsed().as_millis();
    asked.log.note(&format!(
        "{} nodes ready in {ready} ms",
        plan.nodes().count()
    ));
    let store = Store::usual(env).filter(|_| !settings.kiosk);
    let recalled = recall(asked, store.as_ref(), &plan.info().id);
    remember(&mut options, &recalled, settings, env);
    let kind = env("TERM").unwrap_or_default();
    let between = Between::new(&kind, env("TMUX").is_some(), env("STY").is_some());
    let how = term::Options {
        title: has_titles(&kind).then(|| title(settings, &plan, options.lang)),
        mouse: settings.mouse.value,
        suspend: !settings.kiosk,
    };
    let lang = options.lang;
    let mut session = Session::open(&how).map_err(|_| Fault::new(words(lang).no_terminal))?;
    let mut app = App::new(Arc::clone(&plan), index, session.screen.size(), options);
    if let Some(place) = &recalled.memory.place {
        app.return_to(place);
    }
    let first = first(&mut app, &asked.query);
    let waker = session.events.waker();
    let mailbox = Mailbox::new(move || waker.wake());
    let post = mailbox.post();
    let kept = (store, recalled.trouble);
    let mut outside = Outside::new(asked, &app, kept, look, &post);
    let minutes = u64::from(settings.idle.value);
    let how = run::Options {
        idle: (minutes > 0).then(|| Duration::from_secs(60 * minutes)),
        between,
        links: has_links(&kind) && !settings.kiosk,
    };
    let ending = run::run(&mut session, &mut app, &mut outside, mailbox, &how, first);
    drop(session);
    outside.finish();
    asked.log.note(match &ending {
        Ending::Chosen(_) => "chosen",
        Ending::Quit => "quit",
        Ending::Idle => "idle for too long",
        Ending::Interrupted => "interrupted",
        Ending::HungUp => "hung up",
    });
    Ok((ending, Arc::clone(app.plan())))
}

/// What is kept from earlier sessions, as far as it is wanted.
fn recall(asked: &Explore, store: Option<&Store>, plan: &str) -> Recalled {
    let Some(store) = store else {
        return Recalled {
            first: true,
            ..Recalled::default()
        };
    };
    let mut recalled = store.recall(plan);
    let memory = &mut recalled.memory;
    if asked.fresh {
        (memory.lang, memory.theme) = (None, None);
    }
    if asked.fresh || asked.print {
        memory.place = None;
    }
    if let Some(place) = memory.place.as_mut().filter(|_| !asked.query.is_empty()) {
        // Who asks for something is not to be led to another tab.
        *place = Place {
            folded: std::mem::take(&mut place.folded),
            unfolded: std::mem::take(&mut place.unfolded),
            ..Place::default()
        };
    }
    recalled
}

/// Lays what is kept under what flags, variables and the configuration file say.
fn remember(options: &mut Options, recalled: &Recalled, settings: &Settings, env: Env) {
    let Recalled { memory, first, .. } = recalled;
    options.first_start = *first;
    options.bookmarks.clone_from(&memory.bookmarks);
    options.queries.clone_from(&memory.queries);
    if let (Some(lang), From::Locale) = (memory.lang, settings.lang.from) {
        options.lang = lang;
    }
    let kept = memory.theme.as_deref().and_then(Theme::number);
    if let (Some(theme), From::Default, false) = (kept, settings.theme.from, is_mono(settings, env))
    {
        options.theme = theme;
    }
}

/// An exact id opens that node; anything else is a first query.
fn first(app: &mut App, query: &str) -> Option<Effect> {
    if query.is_empty() {
        return None;
    }
    match app.plan().find(query) {
        Some(node) => {
            app.open_node(node);
            None
        }
        None => app.first_query(query),
    }
}

fn options(asked: &Explore, env: Env) -> Result<Options, Fault> {
    let settings = &asked.settings;
    let lang = settings.lang.value;
    Ok(Options {
        lang,
        charset: charset(settings, env),
        kiosk: settings.kiosk,
        print: asked.print,
        today: today(),
        theme: theme(settings, env),
        keymap: keymap(settings, lang)?,
        ..Options::default()
    })
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

fn keymap(settings: &Settings, lang: Lang) -> Result<Keymap, Fault> {
    let keys = &settings.keys.value;
    let own: Vec<_> = keys
        .iter()
        .map(|key| (key.name.clone(), key.keys.clone()))
        .collect();
    Keymap::new(&own).map_err(|error| {
        let file = settings
            .file
            .as_deref()
            .map_or_else(String::new, |file| format!("{}: ", shown(file)));
        Fault::new(format!("{file}{}", error.render(lang)))
    })
}

/// Terminals that know links, or at least pass over them. Others would print them.
fn has_links(kind: &str) -> bool {
    const KINDS: [&str; 8] = [
        "xterm",
        "tmux",
        "alacritty",
        "foot",
        "konsole",
        "gnome",
        "vte",
        "wezterm",
    ];
    KINDS.iter().any(|name| kind.starts_with(name))
}

/// The title of the window. A terminal can be made to type its own title: so no word that a file
/// holds goes into it, only the file's name.
fn title(settings: &Settings, plan: &Plan, lang: Lang) -> String {
    let file = settings.data.value.as_deref().and_then(Path::file_name);
    match file {
        Some(name) => format!("plan: {}", shown(Path::new(name))),
        None => plan.info().name.get(lang).to_owned(),
    }
}

/// Terminals that have a title, and a stack of them.
fn has_titles(kind: &str) -> bool {
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
    KINDS.iter().any(|name| kind.starts_with(name))
}

/// The exit status; a chosen id goes to standard output.
fn end(print: bool, ending: &Ending, plan: &Plan) -> u8 {
    match ending {
        Ending::Chosen(node) => match writeln!(std::io::stdout(), "{}", plan.id(*node)) {
            Ok(()) => DONE,
            Err(_) => WRONG,
        },
        Ending::Quit if print => NOTHING,
        Ending::Quit | Ending::Idle => DONE,
        Ending::Interrupted => INTERRUPTED,
        Ending::HungUp => u8::try_from(HUNG_UP).unwrap_or(WRONG),
    }
}
