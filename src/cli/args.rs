//! The command line as clap reads it. What each flag means is worded in [`crate::i18n::flags`], in
//! both languages; [`super::help`] hands it to clap when it is needed, so no help stands here.
//!
//! The options for all are read before *and* after the command's name, where [`super::help`] adds them;
//! [`Common::under`] joins the two, so that an overlay named before the command is not lost to one named after it.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

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
    pub(super) common: Common,
    #[command(flatten)]
    pub(super) explorer: Explorer,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
    #[arg(value_name = "QUERY")]
    pub(super) words: Vec<String>,
}

/// The same where the first word is no command: then no later word is one either.
#[derive(Debug, Parser)]
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

/// A number of hits as clap takes it: none is no answer.
fn limit(text: &str) -> Result<usize, &'static str> {
    text.parse()
        .ok()
        .filter(|&limit| limit > 0)
        .ok_or("no number of hits")
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

/// A command and its own options.
#[derive(Debug, Subcommand)]
#[command(disable_help_flag = true, disable_version_flag = true)]
pub enum Command {
    /// Hits, best first.
    Search(SearchArgs),
    /// Who answers for it.
    Who(WhoArgs),
    /// The whole node.
    Show(ShowArgs),
    /// Every node of a kind.
    List(ListArgs),
    /// Bodies × items.
    Matrix(MatrixArgs),
    /// Two nodes side by side.
    Compare(CompareArgs),
    /// Problems of a data file.
    Check(CheckArgs),
    /// What changed between two data files.
    Diff(DiffArgs),
    /// The whole plan as one document.
    Export(ExportArgs),
    /// A sheet as a data file.
    Import(ImportArgs),
    /// A sheet to fill in.
    Template(TemplateArgs),
    /// A small start.
    New(NewArgs),
    /// The settings in force.
    Config(ConfigArgs),
    /// The JSON Schema of the data.
    Schema(SchemaArgs),
    /// A shell's completions.
    Completions(CompletionsArgs),
    /// The man page.
    Man,
    /// Help on a command or a topic.
    Help(HelpArgs),
}

/// `plan search`.
#[derive(Debug, Args)]
pub struct SearchArgs {
    #[arg(required = true, value_name = "QUERY")]
    pub(super) query: Vec<String>,
    #[arg(
        short = 'n',
        long,
        value_name = "N",
        default_value_t = 20,
        hide_default_value = true,
        allow_negative_numbers = true,
        value_parser = limit
    )]
    pub(super) limit: usize,
    #[arg(short, long, value_name = "KIND")]
    pub(super) kind: Option<String>,
    #[arg(long, value_name = "ORG")]
    pub(super) body: Option<String>,
    #[command(flatten)]
    pub(super) format: FormatArg,
}

/// `plan who`.
#[derive(Debug, Args)]
pub struct WhoArgs {
    #[arg(required = true, value_name = "QUERY")]
    pub(super) query: Vec<String>,
    #[arg(long, value_name = "lead|support|issue", hide_possible_values = true)]
    pub(super) role: Option<RoleArg>,
    #[arg(short, long, value_name = "KIND")]
    pub(super) kind: Option<String>,
    #[command(flatten)]
    pub(super) format: FormatArg,
}

/// `plan show`.
#[derive(Debug, Args)]
pub struct ShowArgs {
    #[arg(required = true, value_name = "ID")]
    pub(super) ids: Vec<String>,
    #[command(flatten)]
    pub(super) format: FormatArg,
}

/// `plan list`.
#[derive(Debug, Args)]
pub struct ListArgs {
    #[arg(value_name = "KIND")]
    pub(super) kind: Option<String>,
    #[arg(long, value_name = "ORG")]
    pub(super) body: Option<String>,
    #[arg(long)]
    pub(super) gaps: bool,
    #[command(flatten)]
    pub(super) format: FormatArg,
}

/// `plan compare`.
#[derive(Debug, Args)]
pub struct CompareArgs {
    #[arg(value_name = "A")]
    pub(super) one: String,
    #[arg(value_name = "B")]
    pub(super) other: String,
    #[command(flatten)]
    pub(super) format: FormatArg,
}

/// `plan matrix`.
#[derive(Debug, Args)]
pub struct MatrixArgs {
    #[arg(short, long, value_name = "KIND")]
    pub(super) kind: Vec<String>,
    #[arg(
        long,
        value_name = "all|documented|assigned",
        hide_possible_values = true
    )]
    pub(super) basis: Option<BasisArg>,
    #[command(flatten)]
    pub(super) format: FormatArg,
}

/// `plan check`.
#[derive(Debug, Args)]
pub struct CheckArgs {
    #[arg(required = true, value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,
    #[arg(long)]
    pub(super) new: bool,
}

/// `plan diff`.
#[derive(Debug, Args)]
pub struct DiffArgs {
    #[arg(value_name = "OLD")]
    pub(super) old: PathBuf,
    #[arg(value_name = "NEW")]
    pub(super) new: PathBuf,
    #[arg(short, long, value_name = "text|json|markdown", default_value = "text")]
    #[arg(hide_default_value = true, hide_possible_values = true)]
    pub(super) format: DiffFormat,
}

/// `plan export`.
#[derive(Debug, Args)]
pub struct ExportArgs {
    #[arg(
        short,
        long,
        value_name = "markdown|csv|tsv|json|xlsx",
        hide_possible_values = true
    )]
    pub(super) format: Option<ExportFormat>,
    #[arg(long, value_name = "ORG")]
    pub(super) body: Option<String>,
    #[arg(short, long, value_name = "FILE")]
    pub(super) out: Option<PathBuf>,
}

/// `plan import`.
#[derive(Debug, Args)]
pub struct ImportArgs {
    #[arg(value_name = "SHEET")]
    pub(super) sheet: PathBuf,
    #[arg(long = "as", value_name = "overlay|plan", hide_possible_values = true)]
    pub(super) to: Option<SchemaOf>,
    #[arg(long)]
    pub(super) new: bool,
    #[arg(short, long, value_name = "FILE")]
    pub(super) out: Option<PathBuf>,
}

/// `plan template`.
#[derive(Debug, Args)]
pub struct TemplateArgs {
    #[arg(value_name = "overlay|plan", hide_possible_values = true)]
    pub(super) of: SchemaOf,
    #[arg(short, long, value_name = "xlsx|csv|tsv", hide_possible_values = true)]
    pub(super) format: Option<SheetFormat>,
    #[arg(short, long, value_name = "FILE")]
    pub(super) out: Option<PathBuf>,
}

/// `plan new`.
#[derive(Debug, Args)]
pub struct NewArgs {
    #[arg(value_name = "FILE")]
    pub(super) file: Option<PathBuf>,
}

/// `plan config`.
#[derive(Debug, Args)]
pub struct ConfigArgs {
    #[arg(long)]
    pub(super) default: bool,
}

/// `plan schema`.
#[derive(Debug, Args)]
pub struct SchemaArgs {
    #[arg(value_name = "plan|overlay", default_value = "plan")]
    #[arg(hide_default_value = true, hide_possible_values = true)]
    pub(super) of: SchemaOf,
}

/// `plan completions`.
#[derive(Debug, Args)]
pub struct CompletionsArgs {
    #[arg(value_name = "SHELL", hide_possible_values = true)]
    pub(super) shell: clap_complete::Shell,
}

/// `plan help`.
#[derive(Debug, Args)]
pub struct HelpArgs {
    #[arg(value_name = "TOPIC")]
    pub(super) topic: Option<String>,
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
