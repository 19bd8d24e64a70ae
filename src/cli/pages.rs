//! Pages that are printed as they are: schema, completions, man page, help.

use clap::Args;

use super::args::SchemaOf;
use super::error::{CliError, ExitStatus};
use super::{Context, help as texts};
use crate::i18n::cli::cli as words;
use crate::i18n::who::who;
use crate::model::{named, overlay_schema, plan_schema};

/// `plan schema`.
#[derive(Debug, Args)]
pub struct SchemaArgs {
    #[arg(value_name = "plan|overlay", default_value = "plan")]
    #[arg(hide_default_value = true, hide_possible_values = true)]
    of: SchemaOf,
}

/// `plan completions`.
#[derive(Debug, Args)]
pub struct CompletionsArgs {
    #[arg(value_name = "SHELL", hide_possible_values = true)]
    shell: clap_complete::Shell,
}

/// `plan help`.
#[derive(Debug, Args)]
pub struct HelpArgs {
    #[arg(value_name = "TOPIC")]
    topic: Option<String>,
}

/// `plan man`.
#[derive(Debug, Args)]
pub struct ManArgs {}

/// `plan schema`.
pub(crate) fn schema(context: &mut Context, args: &SchemaArgs) -> Result<ExitStatus, CliError> {
    let schema = match args.of {
        SchemaOf::Plan => plan_schema(),
        SchemaOf::Overlay => overlay_schema(),
    };
    context.out.text(&schema)?;
    Ok(ExitStatus::Done)
}

/// `plan completions SHELL`.
pub(crate) fn completions(
    context: &mut Context,
    args: &CompletionsArgs,
) -> Result<ExitStatus, CliError> {
    let script = super::completions::script(args.shell, context.lang());
    context.out.page(&script)?;
    Ok(ExitStatus::Done)
}

/// `plan man`.
pub(crate) fn man(context: &mut Context, _: &ManArgs) -> Result<ExitStatus, CliError> {
    context.out.page(&super::man::render(context.lang()))?;
    Ok(ExitStatus::Done)
}

/// What there is help on beside the commands.
pub(super) const GUIDES: [&str; 2] = [SSH, SHEETS];
const SSH: &str = "ssh";
const SHEETS: &str = "sheets";

/// `plan help [TOPIC]`.
///
/// # Errors
/// There is no such topic, or output failed.
pub(crate) fn help(context: &mut Context, args: &HelpArgs) -> Result<ExitStatus, CliError> {
    let mut command = texts::parser(context.lang());
    let Some(topic) = args.topic.as_deref() else {
        context
            .out
            .page(&texts::render(&mut command, context.lang()))?;
        return Ok(ExitStatus::Done);
    };
    let known = command.get_subcommands().map(clap::Command::get_name);
    let known: Vec<&str> = known.chain(GUIDES).collect();
    let unknown =
        words(context.lang()).no_topic(&named(topic), &known.join(who(context.lang()).list));
    let page = match (topic, command.find_subcommand_mut(topic)) {
        (SSH, _) => crate::i18n::ssh::page(context.lang()),
        (SHEETS, _) => super::sheets::help(context.lang()),
        (_, Some(command)) => texts::render(command, context.lang()),
        (_, None) => return Err(CliError::new(unknown)),
    };
    context.out.page(&page)?;
    Ok(ExitStatus::Done)
}
