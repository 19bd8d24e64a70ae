//! Pages that are printed as they are: schema, completions, man page, help.

use clap::builder::PossibleValuesParser;
use clap::{Arg, Command};

use super::args::{CompletionsArgs, HelpArgs, SchemaArgs, SchemaOf};
use super::fault::{Fault, Status};
use super::{Context, help as texts};
use crate::model::{Lang, Str, overlay_schema, plan_schema};
use crate::words::cli::cli as words;

/// `plan schema`.
///
/// # Errors
/// Output failed.
pub(crate) fn schema(context: &mut Context, args: &SchemaArgs) -> Result<Status, Fault> {
    let schema = match args.of {
        SchemaOf::Plan => plan_schema(),
        SchemaOf::Overlay => overlay_schema(),
    };
    context.out.text(&schema)?;
    Ok(Status::Done)
}

/// `plan completions SHELL`.
///
/// # Errors
/// Output failed.
pub(crate) fn completions(context: &mut Context, args: &CompletionsArgs) -> Result<Status, Fault> {
    let mut script = Vec::new();
    let mut command = texts::command(context.lang());
    if context.lang() != Lang::En {
        command = undescribed(command);
    }
    clap_complete::generate(args.shell, &mut command, "plan", &mut script);
    context.out.text(&String::from_utf8_lossy(&script))?;
    Ok(Status::Done)
}

/// `plan man`.
///
/// # Errors
/// Output failed.
pub(crate) fn man(context: &mut Context) -> Result<Status, Fault> {
    context.out.text(&super::man::render(context.lang()))?;
    Ok(Status::Done)
}

/// `plan help [TOPIC]`.
///
/// # Errors
/// There is no such topic, or output failed.
pub(crate) fn help(context: &mut Context, args: &HelpArgs) -> Result<Status, Fault> {
    let mut command = texts::command(context.lang());
    let Some(topic) = args.topic.as_deref() else {
        context.out.text(&command.render_help().to_string())?;
        return Ok(Status::Done);
    };
    if topic == "ssh" {
        context.out.text(&crate::words::ssh::page(context.lang()))?;
        return Ok(Status::Done);
    }
    let known: Vec<&str> = command
        .get_subcommands()
        .map(clap::Command::get_name)
        .collect();
    let unknown = (words(context.lang()).no_topic)(&Str::clean(topic), &known.join(", "));
    let page = match command.find_subcommand_mut(topic) {
        Some(command) => command.render_help(),
        None => return Err(Fault::new(unknown)),
    };
    context.out.text(&page.to_string())?;
    Ok(Status::Done)
}

/// What values of options mean is told in English alone, by their types: in another language they
/// go without.
fn undescribed(command: Command) -> Command {
    let plain = |arg: Arg| {
        let values = arg.get_possible_values();
        if values.is_empty() || !arg.get_action().takes_values() {
            return arg;
        }
        let values = values.into_iter().map(|value| value.help(None::<&str>));
        arg.value_parser(PossibleValuesParser::new(values))
    };
    command
        .mut_args(plain)
        .mut_subcommands(|sub| sub.mut_args(plain))
}
