//! Pages that are printed as they are: schema, completions, man page, help.

use super::args::{CompletionsArgs, HelpArgs, SchemaArgs, SchemaOf};
use super::fault::{Fault, Status};
use super::{Context, help as texts};
use crate::model::{Str, overlay_schema, plan_schema};
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
    let script = super::completions::script(args.shell, context.lang());
    context.out.text(&script)?;
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
