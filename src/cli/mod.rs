//! The command line: what is asked, in which language, and the answer without a screen. A command
//! is a file; what it says goes through [`output::Out`], and how it ends is a [`error::ExitStatus`].

use std::ffi::OsString;
use std::io::{IsTerminal, Write, stderr, stdout};
use std::path::Path;

use clap::Subcommand;

use crate::clock::{today, today_in_kiosk};
use crate::config::{Env, Settings, utf8};
use crate::describe::{DescribeOptions, Names};
use crate::files::{reason, shown};
use crate::i18n::cli::cli as words;
use crate::log::Log;
use crate::model::{Date, Lang, sanitize};
use crate::page::plain;
use error::{CliError, ErrorLine, ExitStatus};
use output::Out;

pub mod args;
mod card;
mod check;
mod compare;
pub mod completions;
mod config;
mod diff;
pub mod error;
mod export;
mod gaps;
pub mod help;
mod json;
mod kiosk;
pub mod layout;
mod list;
pub mod man;
mod matrix;
mod misspelt;
pub mod open;
pub mod output;
mod pages;
mod parse;
mod responsibilities;
mod search;
mod settings;
pub mod sheets;
mod show;
pub mod table;
mod who;

/// The table of commands: what each is for, its options, and what answers it.
macro_rules! commands {
    ($($(#[doc = $doc:literal])* $name:ident($args:ty) => $run:path;)*) => {
        /// A command and its own options.
        #[derive(Debug, Subcommand)]
        #[command(disable_help_flag = true, disable_version_flag = true)]
        pub enum Command {
            $($(#[doc = $doc])* $name($args),)*
        }

        fn run(context: &mut Context, command: &Command) -> Result<ExitStatus, CliError> {
            match command {
                $(Command::$name(args) => $run(context, args),)*
            }
        }
    };
}

commands! {
    /// Hits, best first.
    Search(search::SearchArgs) => search::run;
    /// Who answers for it.
    Who(who::WhoArgs) => who::run;
    /// The whole node.
    Show(show::ShowArgs) => show::run;
    /// Every node of a kind.
    List(list::ListArgs) => list::run;
    /// Bodies × items.
    Matrix(matrix::MatrixArgs) => matrix::run;
    /// Two nodes side by side.
    Compare(compare::CompareArgs) => compare::run;
    /// Problems of a data file.
    Check(check::CheckArgs) => check::run;
    /// What changed between two data files.
    Diff(diff::DiffArgs) => diff::run;
    /// The whole plan as one document.
    Export(export::ExportArgs) => export::run;
    /// A sheet as a data file.
    Import(sheets::ImportArgs) => sheets::import_sheet;
    /// A sheet to fill in.
    Template(sheets::TemplateArgs) => sheets::template;
    /// A small start.
    New(sheets::NewArgs) => sheets::new;
    /// The settings in force.
    Config(config::ConfigArgs) => config::run;
    /// The JSON Schema of the data.
    Schema(pages::SchemaArgs) => pages::schema;
    /// A shell's completions.
    Completions(pages::CompletionsArgs) => pages::completions;
    /// The man page.
    Man(pages::ManArgs) => pages::man;
    /// Help on a command or a topic.
    Help(pages::HelpArgs) => pages::help;
}

/// What the command line asks for.
#[derive(Debug)]
pub enum Asked {
    /// It is answered.
    Done(ExitStatus),
    /// The explorer.
    Explore(Box<Explore>),
}

/// How the explorer is to start.
#[derive(Debug)]
pub struct Explore {
    /// The settings in force.
    pub settings: Settings,
    /// The first query; may be empty.
    pub query: String,
    /// On Enter, print the chosen id and leave.
    pub print: bool,
    /// Don't return to the place of last time.
    pub fresh: bool,
    /// Where lines for the log go.
    pub log: Log,
}

/// What every command knows.
pub(crate) struct Context<'a> {
    /// The settings in force.
    pub settings: &'a Settings,
    /// The languages of names.
    pub names: Names,
    /// Where the answer goes.
    pub out: Out<'a>,
}

impl Context<'_> {
    pub(crate) fn lang(&self) -> Lang {
        self.names.lang
    }

    /// Signs are drawn in ASCII: that was asked for, or the terminal shows nothing else.
    pub(crate) fn plain_signs(&self) -> bool {
        self.settings.ascii.value || self.out.ascii
    }

    /// Today, to tell what is overdue.
    pub(crate) fn today(&self) -> Option<Date> {
        if self.settings.kiosk {
            today_in_kiosk()
        } else {
            today()
        }
    }

    /// For whom nodes are described.
    pub(crate) fn options(&self) -> DescribeOptions<'static> {
        DescribeOptions {
            today: self.today(),
            ..self.names.into()
        }
    }
}

/// Reads the command line, and answers it unless it asks for the explorer.
#[must_use]
pub fn begin(args: Vec<OsString>, env: Env) -> Asked {
    let poor = !utf8(env) && (stdout().is_terminal() || stderr().is_terminal());
    let lang = if poor {
        Lang::En
    } else {
        settings::guess(&args, env)
    };
    let file = misspelt::file_as_word(&args);
    let asked = match parse::question(args, env, lang) {
        Ok(asked) => answer(asked, env, poor),
        Err(parse::Refused::Page(page)) => Asked::Done(print(&page, env, lang)),
        Err(parse::Refused::Error(error)) => Asked::Done(end(error, lang)),
    };
    if let (Asked::Done(ExitStatus::Nothing | ExitStatus::Wrong), Some((file, meant))) =
        (&asked, file)
    {
        say(
            vec![words(lang).file_as_word(&file, &meant)],
            ExitStatus::Wrong,
        );
    }
    asked
}

/// Answers a command, or hands the explorer on. `poor`: a terminal is there that shows ASCII alone.
fn answer(asked: parse::Question, env: Env, poor: bool) -> Asked {
    let parse::Question {
        mut settings,
        command,
        query,
        explorer,
        log,
    } = asked;
    let lang = settings.lang.value;
    let told = if poor { Lang::En } else { lang };
    // What is wrong with files is said on standard error in the language of the settings.
    settings.lang.value = told;
    let log = match Log::open(log.as_deref()) {
        Ok(log) => log,
        Err(error) => {
            let name = shown(&log.unwrap_or_default());
            let line = words(told).cannot_write(&name, &reason(&error));
            return Asked::Done(end(CliError::new(line), told));
        }
    };
    log.note(concat!("plan ", env!("CARGO_PKG_VERSION")));
    let Some(command) = command else {
        return Asked::Explore(Box::new(Explore {
            settings,
            query,
            print: explorer.print,
            fresh: explorer.fresh,
            log,
        }));
    };
    let mut out = Out::standard(env, settings.color.value);
    out.ascii |= settings.ascii.value && out.width.is_some();
    // Chinese words in pinyin can hardly be read; names are bad enough.
    let lang = if out.ascii { Lang::En } else { lang };
    let names = Names {
        lang,
        both: settings.both && !out.ascii,
    };
    let mut context = Context {
        names,
        out,
        settings: &settings,
    };
    let ended = run(&mut context, &command).and_then(|status| context.out.flush().map(|()| status));
    let status = ended.unwrap_or_else(|error| end(error, lang));
    log.note(&format!("{status:?}"));
    Asked::Done(status)
}

/// Prints a page that was asked for.
fn print(page: &str, env: Env, lang: Lang) -> ExitStatus {
    let mut out = Out::standard(env, crate::config::When::Auto);
    match out.page(page).and_then(|()| out.flush()) {
        Ok(()) => ExitStatus::Done,
        Err(error) => end(error, lang),
    }
}

/// Says what is wrong, one line a problem.
#[must_use]
pub fn end(error: CliError, lang: Lang) -> ExitStatus {
    let lines = error.lines(lang);
    if lines.is_empty() {
        ExitStatus::Done
    } else {
        tell(lines, ExitStatus::Wrong)
    }
}

/// Says something on standard error, one line each, and ends with `status`.
fn say(lines: Vec<String>, status: ExitStatus) -> ExitStatus {
    tell(lines.into_iter().map(ErrorLine::Said), status)
}

/// How a command ends; that nothing fits its options is said.
fn done_or_nothing(is_empty: bool, lang: Lang) -> ExitStatus {
    if is_empty {
        say(
            vec![words(lang).nothing_fits.to_owned()],
            ExitStatus::Nothing,
        )
    } else {
        ExitStatus::Done
    }
}

/// Says on a terminal which file was written.
fn wrote(path: &Path, lang: Lang) {
    if stderr().is_terminal() {
        say(vec![words(lang).wrote(&shown(path))], ExitStatus::Done);
    }
}

fn tell(lines: impl IntoIterator<Item = ErrorLine>, status: ExitStatus) -> ExitStatus {
    let mut stderr = stderr().lock();
    let poor = stderr.is_terminal() && !utf8(&|name| std::env::var(name).ok());
    for line in lines {
        let line = line.to_string();
        let line = sanitize(&line);
        let line = if poor { plain(&line) } else { line };
        // Nobody is left to tell when standard error fails.
        let _ = writeln!(stderr, "{line}");
    }
    status
}
