//! The command line as clap reads it: the options for all, and what commands share; a command's own options
//! stand with it. What each flag means is worded in [`crate::i18n::flags`], in
//! both languages; [`super::help`] hands it to clap when it is needed, so no help stands here.
//!
//! The options for all are read before *and* after the command's name, where [`super::help`] adds them;
//! [`Common::under`] joins the two, so that an overlay named before the command is not lost to one named after it.

use std::path::PathBuf;

use clap::{Args, Parser};

use super::Command;
use crate::app::Preset;
use crate::config::{Theme, Tongue, When};
use crate::files::parse_size;

mod values;
pub use values::{
    BasisArg, DiffFormat, ExportFormat, Format, RoleArg, SchemaOf, SheetFormat, format_of,
};

/// Everything that can stand on the command line.
#[derive(Debug, Parser)]
#[command(
    name = "plan",
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
    args_override_self = true
)]
pub struct Cli {
    #[command(flatten)]
    pub(super) bare: Bare,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

/// The same where the first word is no command: then no later word is one either.
#[derive(Debug, Default, Parser)]
#[command(
    name = "plan",
    disable_help_flag = true,
    disable_version_flag = true,
    args_override_self = true
)]
pub struct Bare {
    #[command(flatten)]
    pub(super) common: Common,
    #[command(flatten)]
    pub(super) explorer: Explorer,
    #[arg(value_name = "QUERY")]
    pub(super) words: Vec<String>,
}

/// The options for all.
#[expect(clippy::struct_excessive_bools, reason = "flags are what they are")]
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "common")]
pub struct Common {
    #[arg(long, value_name = "FILE")]
    pub(crate) data: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(crate) overlay: Vec<PathBuf>,
    #[arg(long = "new")]
    pub(crate) add_new: bool,
    #[arg(short, long, value_name = "en|zh|both", hide_possible_values = true)]
    pub(crate) lang: Option<Tongue>,
    #[arg(long, value_name = "auto|always|never", hide_possible_values = true)]
    pub(crate) color: Option<When>,
    #[arg(long, value_name = "NAME", hide_possible_values = true)]
    pub(crate) theme: Option<Theme>,
    #[arg(long)]
    pub(crate) ascii: bool,
    #[arg(long)]
    pub(crate) plain: bool,
    #[arg(long)]
    pub(crate) mouse: bool,
    #[arg(long)]
    pub(crate) kiosk: bool,
    #[arg(long, value_name = "SIZE", value_parser = size, allow_negative_numbers = true)]
    pub(crate) max_size: Option<u64>,
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(crate) log: Option<PathBuf>,
    #[arg(short, long, action = clap::ArgAction::Help)]
    help: Option<bool>,
    #[arg(short = 'V', long, action = clap::ArgAction::Version)]
    version: Option<bool>,
}

impl Common {
    /// The options after the command, above those before it.
    pub(super) fn under(self, later: Common) -> Common {
        let mut overlay = self.overlay;
        overlay.extend(later.overlay);
        Common {
            data: later.data.or(self.data),
            overlay,
            add_new: later.add_new || self.add_new,
            lang: later.lang.or(self.lang),
            color: later.color.or(self.color),
            theme: later.theme.or(self.theme),
            ascii: later.ascii || self.ascii,
            plain: later.plain || self.plain,
            mouse: later.mouse || self.mouse,
            kiosk: later.kiosk || self.kiosk,
            max_size: later.max_size.or(self.max_size),
            config: later.config.or(self.config),
            log: later.log.or(self.log),
            help: None,
            version: None,
        }
    }
}

/// A size as clap takes it. What it says of a wrong one is not shown.
fn size(text: &str) -> Result<u64, &'static str> {
    parse_size(text).ok_or("no size")
}

/// The options of the explorer alone.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "explorer")]
pub struct Explorer {
    #[arg(long)]
    pub(crate) print: bool,
    #[arg(long)]
    pub(crate) fresh: bool,
    #[arg(long, value_name = "MINUTES", allow_negative_numbers = true)]
    pub(crate) idle: Option<u32>,
    #[arg(long, value_name = "typing|vim", hide_possible_values = true)]
    pub(crate) keys: Option<Preset>,
    #[arg(long)]
    pub(crate) commands: bool,
}

/// `--format` of the commands that answer.
#[derive(Debug, Args)]
pub struct FormatArg {
    #[arg(
        short,
        long,
        value_name = "text|json|tsv|csv|markdown",
        default_value = "text"
    )]
    #[arg(hide_default_value = true, hide_possible_values = true)]
    pub(super) format: Format,
}
