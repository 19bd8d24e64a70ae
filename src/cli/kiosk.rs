//! Kiosk mode: what a client may ask of a login that runs `plan --kiosk`. The server's own command
//! line is trusted; the client's words are split by a library, never by a shell, and may only ask.

use super::Command;
use super::args::Common;
use super::error::{CliError, ErrorLine};
use super::parse::{self, Refused};
use crate::i18n::cli::cli as words;
use crate::model::{Lang, named};

/// The server's own line asks for nothing that kiosk mode rules out.
///
/// # Errors
/// It does.
pub fn check_server(common: &Common, lang: Lang) -> Result<(), CliError> {
    let out = [
        ("--config", common.config.is_some()),
        ("--log", common.log.is_some()),
    ];
    match out.iter().find(|(_, given)| *given) {
        Some((flag, _)) => Err(CliError::new(words(lang).conflict("--kiosk", flag))),
        None => Ok(()),
    }
}

/// The command that the client's line asks for. What it may say about the output is laid over
/// `common`; what names files, or says how large they may be, is refused.
///
/// # Errors
/// It is no command, not one of those offered, or has an option that is refused.
pub fn client(line: &str, common: &mut Common, lang: Lang) -> Result<Command, Refused> {
    if line.len() > LONGEST {
        return Err(CliError::new(words(lang).kiosk_long).into());
    }
    if let Some(sign) = line.chars().find(|&sign| is_for_a_shell(sign)) {
        let shown = if sign.is_control() {
            sign.escape_default().to_string()
        } else {
            sign.to_string()
        };
        return Err(CliError::new(words(lang).kiosk_sign(&shown)).into());
    }
    let split = split(line).ok_or_else(|| CliError::new(words(lang).kiosk_quotes))?;
    let split = match split.split_first() {
        Some((first, rest)) if first == "plan" => rest.to_vec(),
        Some(_) | None => split,
    };
    let first = named(split.first().map_or("", String::as_str));
    if first.is_empty() {
        return Err(CliError::new(words(lang).kiosk_nothing).into());
    }
    let pages = ["--help", "-h", "--version", "-V"];
    let page = split.iter().find(|word| pages.contains(&&***word)).cloned();
    let mut options = split.iter().take_while(|word| *word != "--");
    let has_out = options.any(|word| word.starts_with("-o") || word.starts_with("--out"));
    let args = std::iter::once("plan".to_owned())
        .chain(split)
        .map(Into::into)
        .collect();
    let parsed = match parse::parse(args, lang, is_offered) {
        Ok(parsed) => parsed,
        Err(Refused::Page(_)) => return Err(parse::not_offered(&page.unwrap_or(first), lang)),
        Err(Refused::Error(_)) if !first.starts_with('-') && !OFFERED.contains(&&*first) => {
            return Err(parse::not_offered(&first, lang));
        }
        Err(Refused::Error(_)) if has_out => {
            return Err(CliError::new(words(lang).kiosk_option("--out")).into());
        }
        Err(Refused::Error(error)) => return Err(without_help(error, lang).into()),
    };
    let Some(command) = parsed.command else {
        return Err(parse::not_offered(&first, lang));
    };
    let offered = match &command {
        Command::Search(_)
        | Command::Who(_)
        | Command::Show(_)
        | Command::List(_)
        | Command::Matrix(_) => true,
        Command::Export(args) => args.out.is_none(),
        // Whatever command there may be: only these are offered.
        _ => return Err(parse::not_offered(&first, lang)),
    };
    let theirs = parsed.bare.common;
    let named = [
        ("--out", !offered),
        ("--data", theirs.data.is_some()),
        ("--overlay", !theirs.overlay.is_empty()),
        ("--new", theirs.add_new),
        ("--config", theirs.config.is_some()),
        ("--log", theirs.log.is_some()),
        ("--max-size", theirs.max_size.is_some()),
    ];
    if let Some((flag, _)) = named.iter().find(|(_, given)| *given) {
        return Err(CliError::new(words(lang).kiosk_option(flag)).into());
    }
    *common = common.clone().under(theirs);
    Ok(command)
}

/// The commands that a client may have.
const OFFERED: [&str; 6] = ["search", "who", "show", "list", "matrix", "export"];

/// Options that a client may not have, or that do nothing here.
const NOT_OFFERED: [&str; 10] = [
    "--data",
    "--overlay",
    "--new",
    "--config",
    "--log",
    "--max-size",
    "--out",
    "--kiosk",
    "--help",
    "--version",
];

fn is_offered(option: &str) -> bool {
    !NOT_OFFERED.contains(&option)
}

/// The error without the advice to ask for help, which is not offered here.
fn without_help(error: CliError, lang: Lang) -> CliError {
    let text = |line: ErrorLine| {
        let text = line.text();
        let advice = text.find(words(lang).try_help);
        ErrorLine::Said(text[..advice.unwrap_or(text.len())].to_owned())
    };
    match error {
        CliError::Wrong(lines) => CliError::Wrong(lines.into_iter().map(text).collect()),
        CliError::Output(_) => error,
    }
}

/// The words of a line by the quoting of shells alone. `#` begins no comment: what followed would be
/// lost without a word.
fn split(line: &str) -> Option<Vec<String>> {
    // Refused in a line, so it can stand for what `shlex` would cut off.
    const LETTER: &str = "\u{1}";
    let words = shlex::split(&line.replace('#', LETTER))?;
    Some(
        words
            .into_iter()
            .map(|word| word.replace(LETTER, "#"))
            .collect(),
    )
}

/// The longest line that is read.
const LONGEST: usize = 4096;

/// No shell reads the line, so these signs could do nothing; the error says so to a client that expects
/// them to work.
fn is_for_a_shell(sign: char) -> bool {
    sign.is_control() || ";|&<>$`\\(){}".contains(sign)
}
