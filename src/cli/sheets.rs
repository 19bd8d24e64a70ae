//! Spreadsheets and starts: `plan import`, `plan template`, `plan new`, `plan help sheets`.

use std::fmt::Write as _;
use std::fs::{OpenOptions, canonicalize, metadata};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use clap::Args;

use super::args::{SchemaOf, SheetFormat, format_of};
use super::error::{CliError, ErrorLine, ExitStatus};
use super::open::{self, Files};
use super::{Context, tell, wrote};
use crate::files::{is_stdout, reason, replace, shown};
use crate::i18n::cli::cli as words;
use crate::i18n::problems::render_all;
use crate::i18n::sheets::{book_error, guide, notice, page};
use crate::model::sheet::{self, BookError, HEADINGS, SheetPage};
use crate::model::{Input, Lang, Plan, import};

/// `plan import`.
#[derive(Debug, Args)]
pub struct ImportArgs {
    #[arg(value_name = "SHEET")]
    sheet: PathBuf,
    #[arg(long = "as", value_name = "overlay|plan", hide_possible_values = true)]
    to: Option<SchemaOf>,
    #[arg(short, long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// `plan template`.
#[derive(Debug, Args)]
pub struct TemplateArgs {
    #[arg(
        value_name = "overlay|plan",
        default_value = "overlay",
        hide_default_value = true,
        hide_possible_values = true
    )]
    of: SchemaOf,
    #[arg(short, long, value_name = "xlsx|csv|tsv", hide_possible_values = true)]
    format: Option<SheetFormat>,
    #[arg(short, long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// `plan new`.
#[derive(Debug, Args)]
pub struct NewArgs {
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
}

/// `plan import SHEET`: a sheet as the text of a data file.
///
/// # Errors
/// Everything that is wrong with the sheet or the plan, the file is one that is read, or output failed.
pub(crate) fn import_sheet(
    context: &mut Context,
    args: &ImportArgs,
) -> Result<ExitStatus, CliError> {
    let settings = context.settings;
    replaces_no_input(context, args.out.as_deref(), Some(&args.sheet))?;
    let (name, bytes) = open::read(settings, &args.sheet).map_err(CliError::new)?;
    let overlay = match args.to {
        Some(of) => of == SchemaOf::Overlay,
        None => !sheet::is_plan(&bytes),
    };
    let input = Input {
        name: &name,
        bytes: &bytes,
    };
    let rules = open::rules(settings);
    let imported = if overlay {
        let files = Files::read(settings)?;
        let overlays = files.overlay_inputs();
        import(input, Some((files.plan_input(), &overlays)), rules)
    } else {
        import(input, None, rules)
    };
    let lang = context.lang();
    let (json, notices) = imported.map_err(|problems| {
        let lines = render_all(&problems, lang);
        CliError::Wrong(lines.into_iter().map(ErrorLine::Placed).collect())
    })?;
    let said = notices
        .iter()
        .map(|one| ErrorLine::Placed(format!("{name}: {}", notice(one, lang))));
    tell(said, ExitStatus::Done);
    write(context, args.out.as_deref(), json.as_bytes())?;
    Ok(ExitStatus::Done)
}

/// `plan template overlay|plan`: a sheet to fill in.
///
/// # Errors
/// The file is there already, the plan cannot be read, or output failed.
pub(crate) fn template(context: &mut Context, args: &TemplateArgs) -> Result<ExitStatus, CliError> {
    replaces_nothing(context, args.out.as_deref())?;
    let plan = open::plan(context.settings)?;
    let overlay = args.of == SchemaOf::Overlay;
    let format = match args.format {
        Some(format) => format,
        None => format_of(args.out.as_deref()).unwrap_or(SheetFormat::Xlsx),
    };
    let both = context.names.both;
    let pages = sheet::template(&plan, overlay, context.lang(), both);
    let guide = guide(context.lang());
    write_sheets(context, &plan, (&pages, guide), format, args.out.as_deref())?;
    Ok(ExitStatus::Done)
}

/// `plan new [FILE]`: a small start, as a sheet or a data file.
///
/// # Errors
/// The file is there already, or output failed.
pub(crate) fn new(context: &mut Context, args: &NewArgs) -> Result<ExitStatus, CliError> {
    let file = args.file.as_deref();
    replaces_nothing(context, file)?;
    if let Some(format) = format_of(file) {
        let plan = open::plan(context.settings)?;
        let pages = sheet::template(&plan, false, context.lang(), context.names.both);
        let guide = guide(context.lang());
        write_sheets(context, &plan, (&pages, guide), format, file)?;
    } else {
        let start = match context.lang() {
            Lang::En => include_str!("new.en.json"),
            Lang::Zh => include_str!("new.zh.json"),
        };
        write(context, file, start.as_bytes())?;
    }
    Ok(ExitStatus::Done)
}

/// Writes sheets: a workbook of all of them, with a note how to fill them in, or the first as text.
pub(super) fn write_sheets(
    context: &mut Context,
    plan: &Plan,
    (pages, guide): (&[SheetPage], &str),
    format: SheetFormat,
    out: Option<&Path>,
) -> Result<(), CliError> {
    let lang = context.lang();
    let text = |between| {
        let page = pages.first();
        page.map(|page| sheet::delimited(page, between))
    };
    let bytes = match format {
        SheetFormat::Csv => text(b',').unwrap_or_default(),
        SheetFormat::Tsv => text(b'\t').unwrap_or_default(),
        SheetFormat::Xlsx => {
            if out.is_none_or(is_stdout) && context.out.width.is_some() {
                return Err(CliError::new(words(lang).to_a_file));
            }
            let bodies: Vec<String> = plan
                .bodies()
                .map(|(_, body)| body.name.get(lang).to_owned())
                .collect();
            let choices = pages
                .iter()
                .flat_map(|page| &page.columns)
                .any(|column| column.choices == sheet::Choices::Bodies);
            let bodies = if choices { bodies } else { Vec::new() };
            sheet::workbook(pages, &bodies, guide)
                .map_err(|error: BookError| CliError::new(book_error(&error, lang)))?
        }
    };
    write(context, out, &bytes)
}

/// Refuses a file that is there already: somebody may have filled it in. One that holds nothing is nobody's.
fn replaces_nothing(context: &Context, out: Option<&Path>) -> Result<(), CliError> {
    let holds = |path: &&Path| metadata(path).is_ok_and(|at| at.len() > 0);
    refuse(context, out.filter(holds), words(context.lang()).is_there)
}

/// Refuses a file that the plan, or what is to be written, is read from.
pub(super) fn replaces_no_input(
    context: &Context,
    out: Option<&Path>,
    sheet: Option<&Path>,
) -> Result<(), CliError> {
    let settings = context.settings;
    let files = settings.data.value.iter().chain(&settings.overlays.value);
    let inputs = files.map(PathBuf::as_path).chain(sheet);
    let inputs: Vec<PathBuf> = inputs.filter_map(|path| canonicalize(path).ok()).collect();
    let is_input = |path: &&Path| canonicalize(path).is_ok_and(|path| inputs.contains(&path));
    refuse(
        context,
        out.filter(is_input),
        words(context.lang()).is_input,
    )
}

fn refuse(context: &Context, out: Option<&Path>, why: &str) -> Result<(), CliError> {
    let is_file = |path: &&Path| !is_stdout(path) && metadata(path).is_ok_and(|at| at.is_file());
    match out.filter(is_file) {
        Some(path) => {
            let line = words(context.lang()).cannot_write(&shown(path), why);
            Err(CliError::new(line))
        }
        None => Ok(()),
    }
}

/// Writes to a file, or to standard output.
pub(super) fn write(
    context: &mut Context,
    out: Option<&Path>,
    bytes: &[u8],
) -> Result<(), CliError> {
    let Some(path) = out.filter(|path| !is_stdout(path)) else {
        return context.out.bytes(bytes);
    };
    save(path, bytes).map_err(|error| match error.kind() {
        ErrorKind::BrokenPipe => CliError::Output(error),
        _ => CliError::new(words(context.lang()).cannot_write(&shown(path), &reason(&error))),
    })?;
    wrote(path, context.lang());
    Ok(())
}

/// Replaces a regular file as a whole; writes into a device or pipe.
fn save(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let special = metadata(path).is_ok_and(|meta| !meta.is_file());
    if special {
        return OpenOptions::new().write(true).open(path)?.write_all(bytes);
    }
    replace(path, bytes, 0o666)
}

/// `plan help sheets`: how sheets are read, and the table of headings.
#[must_use]
pub fn help(lang: Lang) -> String {
    let mut text = page(lang);
    for line in HEADINGS {
        let (first, rest) = match lang {
            Lang::En => (line.en, line.zh),
            Lang::Zh => (line.zh, line.en),
        };
        let names: Vec<&str> = first.iter().chain(rest).copied().collect();
        let _ = writeln!(text, "  {}", names.join(" · "));
    }
    text
}
