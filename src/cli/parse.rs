//! From the words of the command line to a question, or to why there is none.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::error::ErrorKind;
use clap::{FromArgMatches, Subcommand};

use super::Command;
use super::args::{Bare, Cli, Common, Explorer};
use super::error::{self, CliError};
use super::{help, kiosk, misspelt, settings};
use crate::config::{Env, Settings};
use crate::i18n::cli::cli as words;
use crate::model::{Lang, Str};

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
        bare,
        mut command,
        first,
    } = parse(args, lang, |_| true)?;
    let (mut common, explorer) = (bare.common, bare.explorer);
    let mut query = bare.words.join(" ");
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
    if command.is_none()
        && first.is_some()
        && !settings.kiosk
        && let Some(meant) = misspelt::file_as_query(&query)
    {
        let line = self::words(lang).file_as_query(&meant, &Str::sanitize(&query));
        return Err(CliError::new(line).into());
    }
    if let (None, Some(first)) = (&command, first) {
        misspelt::check(&first, &query, &settings)?;
    }
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
    pub bare: Bare,
    pub command: Option<Command>,
    /// The word that stands where a command can stand, and is none.
    pub first: Option<String>,
}

/// Reads the words. What is `offered` is suggested for an option that there is not.
///
/// # Errors
/// They ask for a page, or are wrong.
pub fn parse(
    args: Vec<OsString>,
    lang: Lang,
    offered: fn(&str) -> bool,
) -> Result<Parsed, Refused> {
    // To build all commands takes longer than to open the plan; most who start ask for none.
    if args.len() <= 1 {
        return Ok(Parsed::default());
    }
    let refuse = |error: clap::Error| refuse(&error, lang, offered);
    let bare = help::bare(lang);
    let first = first_word(&bare, &args);
    if !matches!(first, First::Command) {
        let matches = bare.try_get_matches_from(args).map_err(refuse)?;
        return Ok(Parsed {
            bare: Bare::from_arg_matches(&matches).map_err(refuse)?,
            command: None,
            first: match first {
                First::Word(word) => Some(word),
                First::Command | First::Nothing => None,
            },
        });
    }
    let matches = help::parser(lang)
        .try_get_matches_from(args)
        .map_err(refuse)?;
    let Cli { mut bare, command } = Cli::from_arg_matches(&matches).map_err(refuse)?;
    if let Some((_, matches)) = matches.subcommand() {
        let later = Common::from_arg_matches(matches).map_err(refuse)?;
        bare.common = bare.common.under(later);
    }
    Ok(Parsed {
        bare,
        command,
        first: None,
    })
}

/// What stands where a command can stand.
enum First {
    /// A command, or help is asked for, which shows the commands.
    Command,
    /// Another word.
    Word(String),
    /// Nothing, or only words behind `--`.
    Nothing,
}

fn first_word(bare: &clap::Command, args: &[OsString]) -> First {
    let takes_value = |is: &dyn Fn(&clap::Arg) -> bool| {
        let mut args = bare.get_arguments();
        args.any(|arg| is(arg) && arg.get_action().takes_values())
    };
    let mut args = args.iter().skip(1).map(|arg| arg.to_string_lossy());
    let mut help = false;
    while let Some(arg) = args.next() {
        match (arg.strip_prefix("--"), arg.strip_prefix('-')) {
            (Some(""), _) if help && args.next().is_none() => return First::Command,
            (Some(""), _) => return First::Nothing,
            (Some(flag), _) if takes_value(&|arg| arg.get_long() == Some(flag)) => {
                args.next();
            }
            (Some(flag), _) => help |= flag == "help",
            (None, Some(flags)) if !flags.is_empty() => {
                // A value stands right behind its letter, or is the next word.
                let value = |flag: char| takes_value(&|arg| arg.get_short() == Some(flag));
                let flags = flags.chars().enumerate();
                let ends = flags.clone().find(|(_, flag)| value(*flag));
                let before = ends.map_or(usize::MAX, |(at, _)| at);
                help |= flags.clone().take(before).any(|(_, flag)| flag == 'h');
                if before.checked_add(1) == Some(flags.count()) {
                    args.next();
                }
            }
            (None, _) if Command::has_subcommand(&arg) => return First::Command,
            (None, _) => return First::Word(arg.into_owned()),
        }
    }
    if help { First::Command } else { First::Nothing }
}

fn refuse(error: &clap::Error, lang: Lang, offered: fn(&str) -> bool) -> Refused {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            Refused::Page(help::with_colons(&error.render().to_string(), lang))
        }
        ErrorKind::DisplayVersion => Refused::Page(format!("plan {}\n", env!("CARGO_PKG_VERSION"))),
        _ => Refused::Error(CliError::new(error::usage(lang, error, offered))), // clap's enum is open
    }
}

/// The words that ask for a command that kiosk mode does not offer.
#[must_use]
pub fn not_offered(command: &str, lang: Lang) -> Refused {
    Refused::Error(CliError::new(words(lang).kiosk_command(command)))
}
