//! From the words of the command line to a question, or to why there is none.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::error::ErrorKind;
use clap::{FromArgMatches, Subcommand};

use super::args::{Bare, Cli, Command, Common, Explorer};
use super::error::{self, CliError};
use super::{help, kiosk, settings};
use crate::config::{Env, Settings};
use crate::i18n::cli::cli as words;
use crate::model::Lang;

/// What is asked.
pub struct Question {
    /// The settings in force.
    pub settings: Settings,
    /// The command; `None`: the explorer.
    pub command: Option<Command>,
    /// The first query of the explorer.
    pub query: String,
    /// The explorer's options.
    pub explorer: Explorer,
    /// The file for the log.
    pub log: Option<PathBuf>,
}

/// Why nothing is asked.
pub enum Refused {
    /// A page was asked for, and this is it.
    Page(String),
    /// Something is wrong.
    Error(CliError),
}

impl From<CliError> for Refused {
    fn from(error: CliError) -> Refused {
        Refused::Error(error)
    }
}

/// The question that the words ask.
///
/// # Errors
/// They ask for a page, or are wrong.
pub fn question(args: Vec<OsString>, env: Env, lang: Lang) -> Result<Question, Refused> {
    let Parsed {
        mut common,
        explorer,
        mut command,
        words,
    } = parse(args, lang)?;
    let mut query = words.join(" ");
    if common.kiosk {
        kiosk::check_server(&common, lang)?;
        if explorer.commands
            && let Some(line) = env("SSH_ORIGINAL_COMMAND")
        {
            let asked = kiosk::client(&line, &mut common, lang)?;
            command = Some(asked);
            query.clear();
        }
    }
    let log = common.log.clone();
    let settings = settings::settle(common, &explorer, env, lang)?;
    Ok(Question {
        settings,
        command,
        query,
        explorer,
        log,
    })
}

/// The words as clap reads them, the options before and after a command joined.
#[derive(Default)]
pub struct Parsed {
    pub common: Common,
    pub explorer: Explorer,
    pub command: Option<Command>,
    pub words: Vec<String>,
}

/// Reads the words.
///
/// # Errors
/// They ask for a page, or are wrong.
pub fn parse(args: Vec<OsString>, lang: Lang) -> Result<Parsed, Refused> {
    // To build all commands takes longer than to open the plan; most who start ask for none.
    if args.len() <= 1 {
        return Ok(Parsed::default());
    }
    let refuse = |error: clap::Error| refuse(&error, lang);
    let bare = help::bare(lang);
    if !names_command(&bare, &args) {
        let matches = bare.try_get_matches_from(args).map_err(refuse)?;
        let Bare {
            common,
            explorer,
            words,
        } = Bare::from_arg_matches(&matches).map_err(refuse)?;
        return Ok(Parsed {
            common,
            explorer,
            command: None,
            words,
        });
    }
    let matches = help::command(lang)
        .try_get_matches_from(args)
        .map_err(refuse)?;
    let Cli {
        common,
        explorer,
        mut command,
        words,
    } = Cli::from_arg_matches(&matches).map_err(refuse)?;
    let common = match &mut command {
        Some(command) => common.under(std::mem::take(command.common())),
        None => common,
    };
    Ok(Parsed {
        common,
        explorer,
        command,
        words,
    })
}

/// The first word is a command, or help is asked for, which shows the commands.
fn names_command(bare: &clap::Command, args: &[OsString]) -> bool {
    let takes_value = |flag: &str| {
        let mut args = bare.get_arguments();
        args.any(|arg| arg.get_long() == Some(flag) && arg.get_action().takes_values())
    };
    let mut args = args.iter().skip(1).map(|arg| arg.to_string_lossy());
    let mut help = false;
    while let Some(arg) = args.next() {
        match arg.strip_prefix("--") {
            Some("") => return help && args.next().is_none(),
            Some(flag) if takes_value(flag) => {
                args.next();
            }
            Some(flag) => help |= flag == "help",
            None if arg.starts_with('-') && arg.len() > 1 => help |= arg.contains('h'),
            None => return Command::has_subcommand(&arg),
        }
    }
    help
}

fn refuse(error: &clap::Error, lang: Lang) -> Refused {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            Refused::Page(error.render().to_string())
        }
        ErrorKind::DisplayVersion => Refused::Page(format!("plan {}\n", env!("CARGO_PKG_VERSION"))),
        _ => Refused::Error(CliError::new(error::usage(lang, error))), // clap's enum is open
    }
}

/// The words that ask for a command that kiosk mode does not offer.
#[must_use]
pub fn not_offered(command: &str, lang: Lang) -> Refused {
    Refused::Error(CliError::new(words(lang).kiosk_command(command)))
}
