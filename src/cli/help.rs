//! clap's command with its help in the reader's language. All texts come from the tables in
//! [`crate::i18n::flags`] and [`crate::i18n::cli`]; clap's own headings are replaced by ours.

use clap::builder::StyledStr;
use clap::{Arg, Args as _, Command, CommandFactory};

use super::args::{Bare, Cli, Common};
use crate::i18n::cli::cli as words;
use crate::i18n::flags::{VALUES, help as text};
use crate::i18n::man::EXAMPLES;
use crate::i18n::{of, who};
use crate::model::Lang;
use crate::page::width;

/// The command in `lang` as it is typed and as its help shows it: the help on a command has its own
/// options, and points to those for all.
#[must_use]
pub fn parser(lang: Lang) -> Command {
    let is_common = move |arg: &Arg| arg.get_help_heading() == Some(words(lang).common);
    let own = |arg: Arg| {
        let common = is_common(&arg);
        arg.hide(common)
    };
    named_values(command(lang), lang).mut_subcommands(|sub| sub.mut_args(own))
}

/// A command whose values are called by words of the language: `<文件>`.
#[must_use]
pub fn named_values(command: Command, lang: Lang) -> Command {
    let named = command.mut_args(|arg| {
        let name = arg.get_value_names().and_then(<[_]>::first);
        let name = name.and_then(|name| VALUES.iter().find(|pair| pair[0] == name.as_str()));
        match name {
            Some(pair) => arg.value_name(of(*pair, lang)),
            None => arg,
        }
    });
    named.mut_subcommands(|sub| named_values(sub, lang))
}

/// The help on a command. Behind Chinese headings clap's colon becomes a Chinese one.
pub fn render(command: &mut Command, lang: Lang) -> String {
    with_colons(&command.render_help().to_string(), lang)
}

/// clap sets its own colon behind a heading, which stands alone on its line.
#[must_use]
pub fn with_colons(help: &str, lang: Lang) -> String {
    let lines = help.lines().map(|line| match line.strip_suffix(':') {
        Some(heading) if lang == Lang::Zh && !line.starts_with(' ') => {
            format!("{heading}{}\n", who::who(lang).colon)
        }
        Some(_) | None => format!("{line}\n"),
    });
    lines.collect()
}

/// The command in `lang` with all there is to say of each option.
#[must_use]
pub fn command(lang: Lang) -> Command {
    let mut command = worded(
        Cli::command().mut_subcommands(Common::augment_args),
        "",
        lang,
    );
    let names: Vec<String> = command
        .get_subcommands()
        .map(|sub| sub.get_name().to_owned())
        .collect();
    for name in names {
        command = command.mut_subcommand(&name, |sub| worded(sub, &name, lang));
    }
    command.version(env!("CARGO_PKG_VERSION"))
}

/// The command without commands, for a query of words.
#[must_use]
pub fn bare(lang: Lang) -> Command {
    named_values(worded(Bare::command(), "", lang), lang)
}

/// `command` with its texts and headings.
fn worded(command: Command, name: &str, lang: Lang) -> Command {
    let words = words(lang);
    let about = text(name, "").map_or("", |help| help.get(lang));
    let ids: Vec<String> = command
        .get_arguments()
        .map(|arg| arg.get_id().to_string())
        .collect();
    let mut command = command.about(about).long_about(None::<&str>);
    for id in ids {
        command = command.mut_arg(&id, |arg| {
            let heading = match arg.get_help_heading() {
                Some(_) | None if arg.is_positional() => words.arguments,
                Some("common") => words.common,
                Some("explorer") => words.explorer,
                Some(_) | None => words.options,
            };
            let help = text(name, &id).map_or("", |help| help.get(lang));
            arg.help(help).long_help(None::<&str>).help_heading(heading)
        });
    }
    let usage = usage(&command, name, lang);
    let examples = examples(name, lang);
    let elsewhere = if name.is_empty() {
        String::new()
    } else {
        format!("\n\n{}", words.common_elsewhere)
    };
    let template = format!(
        "{{about}}\n\n{examples}{usage_word}{colon}{usage}\n\n{{all-args}}{elsewhere}",
        usage_word = words.usage,
        colon = who::who(lang).colon,
    );
    command
        .subcommand_help_heading(words.commands)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .version(env!("CARGO_PKG_VERSION"))
        .help_template(StyledStr::from(template))
}

/// The first example of the command of a line of usage.
#[must_use]
pub fn example(usage: &str, lang: Lang) -> Option<&'static str> {
    let command = usage
        .split_whitespace()
        .skip_while(|word| *word != "plan")
        .nth(1)?;
    let mut lines = EXAMPLES.iter().map(|(line, _)| of(*line, lang));
    lines.find(|line| line.split(' ').nth(1) == Some(command))
}

/// So many examples stand in the help on the program itself.
const FIRST_EXAMPLES: usize = 8;

/// The examples of a command, each with what it does; of the program itself the first there are.
fn examples(name: &str, lang: Lang) -> String {
    let all = EXAMPLES
        .iter()
        .map(|(line, does)| (of(*line, lang), of(*does, lang)));
    let own: Vec<_> = if name.is_empty() {
        all.take(FIRST_EXAMPLES).collect()
    } else {
        all.filter(|(line, _)| line.split(' ').any(|word| word == name))
            .collect()
    };
    let wide = own.iter().map(|(line, _)| width(line)).max().unwrap_or(0);
    let mut text = String::new();
    for (nth, (line, does)) in own.iter().enumerate() {
        if nth == 0 {
            text.extend([words(lang).examples, ":\n"]);
        }
        let blanks = " ".repeat(wide - width(line));
        text.extend(["  ", line, &blanks, "  ", does, "\n"]);
    }
    if !text.is_empty() {
        text.push('\n');
    }
    text
}

/// The line that says how a command is written.
#[must_use]
pub fn usage(command: &Command, name: &str, lang: Lang) -> String {
    let words = words(lang);
    if name.is_empty() {
        return format!(
            "plan {options} [{query}]...\n{blank}plan {options} {command}",
            query = of(VALUES[0], lang),
            blank = " ".repeat(width(words.usage) + width(who::who(lang).colon)),
            options = words.some_options,
            command = words.a_command,
        );
    }
    let mut line = format!("plan {name} {}", words.some_options);
    for arg in command.get_positionals() {
        let names = arg.get_value_names().unwrap_or_default();
        let value = names.first().map_or("", |name| name.as_str());
        let known = VALUES.iter().find(|pair| pair[0] == value);
        let value = known.map_or(value, |pair| of(*pair, lang));
        let many = arg
            .get_num_args()
            .is_some_and(|range| range.max_values() > 1);
        let dots = if many { "..." } else { "" };
        if arg.is_required_set() {
            line.extend([" ", value, dots]);
        } else {
            line.extend([" [", value, "]", dots]);
        }
    }
    line
}
